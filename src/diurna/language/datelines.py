"""Datelines at the head of a paragraph ("JUBA, 5 November (Reuters) – Talks ..."): they are no part of the sentence."""

from __future__ import annotations

import re

_DATELINE = re.compile(
    r"""^[ \t]*
    (?: (?=[A-Z]{3,}) [A-Z][A-Z.'’ -]{2,40} (?: ,\ [^\n()–—]{2,40} )? [ \t]    # a place in capitals
      | [A-Z][\w.'’]+ (?: [ ,]{1,2} [\w.'’]+ ){0,6} \ ?\([A-Z][\w.\ /]{1,30}\)  # an agency in brackets
    )
    [ \t]* (?: -- | [-–—] ) [ \t]*
    (?=["“'‘(]?[A-Z0-9])""",
    re.MULTILINE | re.VERBOSE,
)


def behind_datelines(text: str) -> list[int]:
    """The code points at which the sentence after a dateline starts."""
    return [found.end() for found in _DATELINE.finditer(text)]

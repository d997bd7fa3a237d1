"""Readings of plain text without any model: words as they are cut, sentences by their stops, nothing else known."""

from __future__ import annotations

import numpy as np

from diurna.language.packing import tokenize
from diurna.language.reading import Reading


def plain(text: str, **known: object) -> Reading:
    """The reading; a sentence ends behind each stop and its closing mark, and at each line end."""
    tokens = tokenize(text)
    forms = tokens.forms
    firsts = [0] if forms else []
    for k in range(1, len(forms)):
        closed = forms[k - 1] in ("”", '"') and forms[k - 2] in (".", "?", "!") and forms[k][0].isupper()
        stopped = forms[k - 1] in (".", "?", "!") and forms[k] not in ("”", '"')
        if closed or stopped or "\n" in text[int(tokens.ends[k - 1]) : int(tokens.starts[k])]:
            firsts.append(k)
    none = ("",) * len(forms)
    return Reading(
        text=text,
        starts=tokens.starts,
        ends=tokens.ends,
        sentences=np.array([*firsts, len(forms)], np.int32),
        forms=forms,
        lemmas=none,
        upos=none,
        xpos=none,
        feats=none,
        heads=np.full(len(forms), -1, np.int32),
        deprels=none,
        names=(),
        **known,  # type: ignore[arg-type]
    )

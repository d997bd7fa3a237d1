"""The publication date as documents and people write it: EDTF, or an ISO date with a time of day."""

from __future__ import annotations

import re

from diurna.model import Edtf

_WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:?\d\d")


def published_date(text: str) -> Edtf:
    """Return the date; a time of day is dropped, the day stays as written. Raises ValueError when it is none."""
    timed = _WITH_TIME.match(text.strip())
    return Edtf.parse(timed[1] if timed else text)

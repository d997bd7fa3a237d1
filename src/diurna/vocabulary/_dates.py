"""Days that the vocabulary's tables write as exactly as they are known: "1998-03-17", "1998-03" or "1998"."""

from __future__ import annotations

import datetime as dt


def first_day(written: str) -> dt.date:
    """The first day that the writing can mean."""
    year, month, day = (*(int(part) for part in written.split("-")), 1, 1)[:3]
    return dt.date(year, month, day)


def last_day(written: str) -> dt.date:
    """The last day that the writing can mean."""
    parts = [int(part) for part in written.split("-")]
    if len(parts) == 3:
        return dt.date(*parts)
    year, month = (*parts, 12)[:2]
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)

"""Microsoft's `recognizers-text` (`recognize_datetime`).

It answers in a TIMEX of its own, for a vague expression with one reading in the past and one in the future, of which
the later one that is not after the day of publication counts, as in news. What it leaves open (`XXXX-05`, `XXXX-WXX-5`)
is filled from that reading; a clock time gets its day and its minutes, and three months together become a quarter.
TIMEX3 has no value for other ranges: they get that of their first day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from benchmarks.time.peers.placing import bare
from diurna_training.sets.timeml import Timex

TYPES = {"duration": "DURATION", "set": "SET", "time": "TIME", "timerange": "TIME"}
_OPEN = re.compile(r"XXXX-(?:WXX-\d|\d\d-\d\d|\d\d)")


class Recognizers:
    """The recogniser of English dates and times."""

    name = "recognizers-text"

    def __init__(self, narrative: bool) -> None:
        from recognizers_date_time import recognize_datetime

        self._recognize = recognize_datetime

    def find(self, text: str, day: dt.date | None) -> Sequence[Timex]:
        """The expressions of a text; without a day of publication they count from today."""
        day = day or dt.date.today()
        found = self._recognize(text, "en-us", reference=dt.datetime.combine(day, dt.time()))
        return [
            expression(text, one.start, one.end + 1, one.resolution["values"], day) for one in found if one.resolution
        ]


def expression(text: str, start: int, end: int, values: Sequence[dict[str, str]], day: dt.date) -> Timex:
    """One answer; the words around a time that it has taken in are left out."""
    words = bare(text[start:end])
    start += text[start:end].index(words)
    return Timex(start, start + len(words), words, *timex(values, day))


def timex(values: Sequence[dict[str, str]], day: dt.date) -> tuple[str, str]:
    """TIMEX3 type and value of one answer."""
    reading = [v for v in values if _first(v) <= day.isoformat()][-1:] or values[:1]
    kind, value = reading[0]["type"], reading[0]["timex"]
    first = _first(reading[0])
    if kind != "set":
        value = _OPEN.sub(lambda left: first[:7] if len(left[0]) == 7 else first[:10], value)
    if value.startswith("("):
        value = f"{first[:4]}-Q{(int(first[5:7]) + 2) // 3}" if value.endswith("P3M)") else first[:10]
    if value.startswith("T"):
        value = day.isoformat() + value
    if kind in ("time", "datetime"):
        value = re.sub(r"T(\d\d)$", r"T\1:00", value)
    return TYPES.get(kind, "TIME" if re.match(r"\d.*T", value) else "DATE"), value


def _first(reading: dict[str, str]) -> str:
    """The first day of a reading, which may have an end alone; empty where it has none."""
    told = reading.get("start") or reading.get("end") or reading.get("value", "")
    return told if told[:1].isdigit() else ""

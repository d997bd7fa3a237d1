"""Every time expression of a reading on the calendar: anchors, tense and the dates told before, brought together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from diurna.language.reading import Reading
from diurna.model import Edtf, Published
from diurna.times.anchors import Anchor, anchor_at, days_of, report_anchor
from diurna.times.meanings import (
    FUTURE,
    NEAREST,
    PAST,
    PRESENT,
    At,
    CalendarDate,
    Duration,
    Era,
    Meaning,
    NamedDay,
    Offset,
    PartOfYear,
    Period,
    Recurring,
    Vague,
    timex_type,
)
from diurna.times.named_days import countries_mentioned
from diurna.times.place import Situation, place
from diurna.times.quotes import quotes_in
from diurna.times.tense import direction
from diurna.times.values import FoundTime, QuoteAnchor, TimeExpression

_SIDES = {
    PAST: "its clause tells of the past",
    PRESENT: "its clause is in the present",
    FUTURE: "its clause looks ahead",
    NEAREST: "it names an event, the nearest one",
    None: "its clause does not tell a side",
}
_ANCHORS = {
    "absolute": "the words name the date in full",
    "report": "counted from the day of the report",
    "quote": "counted from the day on which the words were said",
    "narrative": "counted from a date told before",
}


def resolve_times(
    reading: Reading, found: Sequence[FoundTime], published: Published, quotes: Sequence[QuoteAnchor] = ()
) -> tuple[TimeExpression, ...]:
    """Give each found expression its calendar value; one result for each, in the same order.

    Expressions within a quote of `quotes` count from the day on which its words were said; quotes in quotation marks
    that `quotes` does not cover are dated by the other expressions of their sentence. Where `published` is an
    interval, a relative expression gets the one value that all its days agree on, or else the interval of all.
    """
    resolver = _Resolver(reading, found, published, quotes)
    return resolver.run()


@dataclass(frozen=True, slots=True)
class _Focus:
    """A date told in the text: the sentence that told it and its value."""

    sentence: int
    edtf: Edtf
    explicit_year: bool


class _Resolver:
    """Goes through one text; expressions in quotes wait for the date of their saying."""

    def __init__(
        self, reading: Reading, found: Sequence[FoundTime], published: Published, quotes: Sequence[QuoteAnchor]
    ) -> None:
        self.reading, self.found, self.quotes = reading, found, quotes
        self.report = report_anchor(published)
        self.narrative = _is_narrative(found)
        self.country = next(iter(countries_mentioned(reading)), None) if _has_named_day(found) else None
        self.done: dict[int, TimeExpression] = {}

    def run(self) -> tuple[TimeExpression, ...]:
        """Resolve what stands outside quotes, then what waits for it."""
        marked = quotes_in(self.reading)
        inside = {
            i: q
            for i, f in enumerate(self.found)
            for q in marked
            if q[0] <= f.start < q[1] and not any(k.start <= f.start < k.end for k in self.quotes)
        }
        for i in [k for k in range(len(self.found)) if k not in inside]:
            self.done[i] = self._resolve(i, anchor_at(self.found[i].start, self.quotes, self.report))
        for i, span in inside.items():
            self.done[i] = self._resolve(i, self._said(i, span))
        for i, one in enumerate(self.found):
            if isinstance(one.meaning, Offset) and one.meaning.base == "next":
                self.done[i] = self._from_next(i)
        return tuple(self.done[i] for i in range(len(self.found)))

    def _said(self, i: int, quote: tuple[int, int]) -> Anchor:
        """The day told beside the quote in its sentences, or the report's anchor."""
        first, last = self.reading.tokens_between(*quote)
        sentences = {self.reading.sentence_of(first), self.reading.sentence_of(max(first, last - 1))}
        for k, other in self.done.items():
            beside = self.reading.sentence_of(other.first) in sentences and not quote[0] <= other.start < quote[1]
            if beside and other.type in ("DATE", "TIME") and other.edtf is not None and other.edtf.is_day:
                if direction(self.reading, self.found[k].first, self.found[k].last) != FUTURE:
                    return Anchor("quote", days_of(other.edtf))
        return self.report

    def _resolve(self, i: int, anchor: Anchor) -> TimeExpression:
        one = self.found[i]
        meaning = one.meaning
        if isinstance(meaning, Duration | Recurring | Vague):
            return _expression(one, meaning.value, None, "absolute", ())
        if _is_absolute(meaning):
            placed = place(meaning, Situation(None, None))
            value, edtf = placed or ("", None)
            return _expression(one, value, edtf, "absolute", (_ANCHORS["absolute"],))
        told = self._told_before(i, meaning)
        if told is not None:
            return self._narrative(one, told)
        return self._relative(one, anchor, self._year_told(i, meaning))

    def _relative(self, one: FoundTime, anchor: Anchor, year: int | None) -> TimeExpression:
        toward = _side(self.reading, one)
        days: tuple[dt.date | None, ...] = anchor.days or (None,)
        placed = [p for d in days if (p := place(one.meaning, Situation(d, toward, year, self.country)))]
        if not placed:
            reason = "the day that it counts from is unknown"
            return _expression(one, _open_value(one.meaning), None, anchor.kind, (reason,))
        reasons = [_ANCHORS[anchor.kind], _SIDES[toward]] if year is None else [f"the text has told the year {year}"]
        value, edtf = placed[0]
        if any(p[0] != value for p in placed):
            value, edtf = _hull([e for _, e in placed if e is not None])
            reasons.append("the days of publication that are possible do not agree on one date")
        return _expression(one, value, edtf, anchor.kind if year is None else "narrative", tuple(reasons))

    def _narrative(self, one: FoundTime, told: Edtf) -> TimeExpression:
        meaning = one.meaning
        back = meaning.toward == PAST if isinstance(meaning, Offset) else isinstance(meaning, Period) and meaning.shift < 0
        day = told.earliest if back else told.latest
        unit = meaning.unit if isinstance(meaning, Period | Offset) else "day"
        if unit in ("year", "month") and not back:
            day = told.earliest
        placed = place(meaning, Situation(day, None)) or ("", None)
        return _expression(one, *placed, "narrative", (f"{_ANCHORS['narrative']} ({told})",))

    def _told_before(self, i: int, meaning: Meaning) -> Edtf | None:
        """The last date told before a narrative expression ("two days earlier", "the following year")."""
        inner = meaning.day if isinstance(meaning, At) else meaning
        if not _counts_from_told(inner, self.narrative):
            return None
        sentence = self.reading.sentence_of(self.found[i].first)
        unit = inner.unit if isinstance(inner, Period | Offset) else "day"
        reach = 30 if self.narrative else 2 if unit == "year" else 1
        for k in sorted((k for k in self.done if k < i), reverse=True):
            told = self.done[k]
            if sentence - self.reading.sentence_of(told.first) > reach:
                return None
            if self.narrative and told.anchor == "report":
                continue
            if told.edtf is not None and told.edtf.earliest and (unit != "day" or (told.edtf.days or 999) <= 7):
                return told.edtf
        return None

    def _year_told(self, i: int, meaning: Meaning) -> int | None:
        """In narratives, and right behind a date with its year, a month or season belongs to that year."""
        needs = isinstance(meaning, CalendarDate) and meaning.year is None and meaning.month is not None
        needs = needs and isinstance(meaning, CalendarDate) and meaning.shift is None and meaning.toward is None
        if not needs and not (isinstance(meaning, PartOfYear) and meaning.shift is None and meaning.year is None):
            return None
        sentence = self.reading.sentence_of(self.found[i].first)
        reach = 200 if self.narrative else 0
        for k in sorted((k for k in self.done if k < i), reverse=True):
            told = self.done[k]
            if sentence - self.reading.sentence_of(told.first) > reach:
                break
            year = _explicit_year(self.found[k].meaning, told, self.narrative)
            if year is not None and self._same_occasion(k, i):
                return year + (self._turns_the_year(told, meaning) if k == i - 1 else 0)
        return self._range_year(i, meaning)

    def _turns_the_year(self, told: TimeExpression, meaning: Meaning) -> int:
        """A story that has come to the last months of a year goes on in January of the next one."""
        at = told.edtf.latest if told.edtf is not None and told.edtf.precision in ("day", "month") else None
        month = meaning.month if isinstance(meaning, CalendarDate) else None
        return int(self.narrative and at is not None and month is not None and at.month >= 10 and month <= 3)

    def _same_occasion(self, k: int, i: int) -> bool:
        """A year in the same news sentence is shared only by the other half of a range."""
        return self.narrative or self._range_gap(k, i)

    def _range_gap(self, k: int, i: int) -> bool:
        between = self.reading.forms[self.found[k].last : self.found[i].first]
        return len(between) <= 2 and all(w.lower() in _RANGE_WORDS for w in between)

    def _range_year(self, i: int, meaning: Meaning) -> int | None:
        """ "July 11" takes the year behind the other end of its range: "July 11-12, 2018"."""
        after = self.found[i + 1] if i + 1 < len(self.found) else None
        if after is None or not isinstance(after.meaning, CalendarDate) or not isinstance(meaning, CalendarDate):
            return None
        return after.meaning.year if after.meaning.month and self._range_gap(i, i + 1) else None

    def _from_next(self, i: int) -> TimeExpression:
        """ "a day after Thursday's launch" counts from the expression behind it."""
        one, after = self.found[i], self.done.get(i + 1)
        if after is None or after.edtf is None or after.edtf.earliest is None:
            return self.done[i]
        placed = place(one.meaning, Situation(after.edtf.earliest, None)) or ("", None)
        return _expression(one, *placed, "narrative", (f"counted from {after.text!r}, {after.edtf}",))


_RANGE_WORDS = frozenset(("to", "-", "–", "until", "through", "and", "or", "till"))
_UP_TO = frozenset(("until", "till", "through", "by"))


def _side(reading: Reading, one: FoundTime) -> int | None:
    """The side of the expression's clause; the end of a period ("until June 1") may lie beyond it: the nearest one."""
    side = direction(reading, one.first, one.last)
    ends = one.first > 0 and reading.forms[one.first - 1].lower() in _UP_TO
    if ends and side != FUTURE and isinstance(one.meaning, CalendarDate):
        return None
    return side


def _counts_from_told(meaning: Meaning | None, narrative: bool) -> bool:
    """ "the following year", "two days earlier"; in a narrative also "the end of the month"."""
    if isinstance(meaning, Period):
        return meaning.narrative or (narrative and meaning.shift == 0 and meaning.unit in ("month", "year"))
    return isinstance(meaning, Offset) and meaning.base == "narrative"


def _explicit_year(meaning: Meaning, told: TimeExpression, narrative: bool) -> int | None:
    if narrative and told.anchor == "report":
        return None
    if isinstance(meaning, CalendarDate | PartOfYear) and (meaning.year is not None or narrative):
        return told.edtf.earliest.year if told.edtf and told.edtf.earliest else None
    return None


def _is_absolute(meaning: Meaning) -> bool:
    if isinstance(meaning, At):
        return meaning.day is not None and _is_absolute(meaning.day)
    return isinstance(meaning, Era) or (isinstance(meaning, CalendarDate | PartOfYear) and meaning.year is not None)


def _is_narrative(found: Sequence[FoundTime]) -> bool:
    """A text that tells history: many dates with years, next to none that count from today."""
    dates = [f.meaning for f in found if isinstance(f.meaning, CalendarDate)]
    dated = sum(1 for d in dates if d.year is not None and d.month is not None)
    deictic = sum(1 for f in found if isinstance(f.meaning, Period) and not f.meaning.narrative)
    return dated >= 4 and dated > 3 * deictic


def _has_named_day(found: Sequence[FoundTime]) -> bool:
    return any(isinstance(f.meaning, NamedDay) for f in found)


def _hull(values: Sequence[Edtf]) -> tuple[str, Edtf | None]:
    """The interval that holds all values."""
    lows, highs = [v.earliest for v in values if v.earliest], [v.latest for v in values if v.latest]
    if not lows or not highs:
        return "", None
    hull = Edtf.between(min(lows), max(highs))
    return hull.text, hull


def _open_value(meaning: Meaning) -> str:
    """A TIMEX3 value with X for what is unknown."""
    if isinstance(meaning, At):
        return f"{_open_value(meaning.day) if meaning.day else 'XXXX-XX-XX'}T{meaning.part}"
    if isinstance(meaning, CalendarDate):
        day = f"-{meaning.day:02d}" if meaning.day else ""
        return f"XXXX-{meaning.month:02d}{day}" if meaning.month else f"XXXX-XX{day}"
    if isinstance(meaning, PartOfYear):
        return f"XXXX-{meaning.code}"
    return "XXXX-XX-XX"


def _expression(
    one: FoundTime, value: str, edtf: Edtf | None, anchor: str, reasons: tuple[str, ...]
) -> TimeExpression:
    return TimeExpression(
        start=one.start,
        end=one.end,
        text=one.text,
        first=one.first,
        last=one.last,
        type=timex_type(one.meaning),
        value=value,
        edtf=edtf,
        modifier=one.modifier,
        anchor=anchor,
        reasons=reasons,
        meaning=one.meaning,
    )

"""Every time expression of a reading on the calendar: anchors, tense and the dates told before, brought together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from diurna.language.reading import Reading
from diurna.model import Edtf, Published
from diurna.times.anchors import Anchor, anchor_at, days_of, report_anchor
from diurna.times.counting import counted_from, onward
from diurna.times.history import tells_history
from diurna.times.lengths import days_covered, side_of_length
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
    Recurring,
    Vague,
    timex_type,
)
from diurna.times.named_days import countries_mentioned
from diurna.times.partial import agreed, open_value
from diurna.times.place import Situation, place
from diurna.times.saying import Span, day_of_saying, undated_quotes
from diurna.times.tense import dates_its_act, side_of
from diurna.times.told import ToldDates
from diurna.times.values import FoundTime, QuoteAnchor, TimeExpression
from diurna.times.years import ToldYears

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

_UNKNOWN = "the day that it counts from is unknown"
_COARSE = "which is told less finely than it is counted"
_COMPARED = "the same period of the year before the one told last"


def resolve_times(
    reading: Reading, found: Sequence[FoundTime], published: Published, quotes: Sequence[QuoteAnchor] = ()
) -> tuple[TimeExpression, ...]:
    """Give each found expression its calendar value; one result for each, in the same order.

    Expressions within a quote of `quotes` count from the day on which its words were said; quotes in quotation marks
    that `quotes` does not cover are dated by the other expressions of their sentence. In a text that tells history
    (`times.history`) months without a year and steps in time count from the dates that it tells, in a report from its
    day. Where `published` is an interval, a relative expression gets the one value that all its days agree on, or else
    the interval of all.
    """
    return _Resolver(reading, found, published, quotes).run()


class _Resolver:
    """Goes through one text; expressions in quotes wait for the date of their saying."""

    def __init__(
        self, reading: Reading, found: Sequence[FoundTime], published: Published, quotes: Sequence[QuoteAnchor]
    ) -> None:
        self.reading, self.found, self.quotes = reading, found, quotes
        self.report = report_anchor(published)
        self.done: dict[int, TimeExpression] = {}
        self.history = tells_history(reading, found, published)
        self.told = ToldDates(reading, found, self.done, self.history)
        self.years = ToldYears(reading, found, self.history)
        named = any(isinstance(f.meaning, NamedDay) for f in found)
        self.country = next(iter(countries_mentioned(reading)), None) if named else None

    def run(self) -> tuple[TimeExpression, ...]:
        """Resolve what stands outside quotes, then what waits for it."""
        quoted = undated_quotes(self.reading, self.found, self.quotes)
        dayless = {i for i, f in enumerate(self.found) if isinstance(f.meaning, At) and f.meaning.day is None}
        for i in sorted(range(len(self.found)), key=lambda i: (i in dayless, i in quoted)):
            self.done[i] = self._resolve(i, self._anchor(i, quoted.get(i)))
        for i, one in enumerate(self.found):
            if isinstance(one.meaning, Offset) and one.meaning.base == "next":
                self.done[i] = self._from_next(i)
        return tuple(self.done[i] for i in range(len(self.found)))

    def _anchor(self, i: int, quote: Span | None) -> Anchor:
        """What an expression counts from; words of a history were said on a day that is not known unless told."""
        if quote is None:
            return anchor_at(self.found[i].start, self.quotes, self.report)
        said = day_of_saying(self.reading, quote, self.done.values())
        return said or (Anchor("quote", ()) if self.history else self.report)

    def _resolve(self, i: int, anchor: Anchor) -> TimeExpression:
        one = self.found[i]
        if isinstance(one.meaning, Duration):
            return self._length(one, one.meaning, self._anchor_of_length(i, anchor))
        if isinstance(one.meaning, Recurring | Vague):
            return _expression(one, one.meaning.value, None, "absolute", ())
        if _is_absolute(one.meaning):
            return _expression(one, *onward(one.meaning), "absolute", (_ANCHORS["absolute"],))
        if (period := self.told.period_compared(i)) is not None:
            return _expression(one, *onward(period), "narrative", (_COMPARED,))
        if (told := self.told.date_before(i)) is not None:
            reasons = (f"{_ANCHORS['narrative']} ({told.edtf})", *(() if told.is_fine else (_COARSE,)))
            return _expression(one, *counted_from(one.meaning, told), "narrative", reasons)
        if self.history and (year := self.years.year_led_to(i)) is not None:
            return _expression(one, *onward(CalendarDate(year)), "narrative", (_ANCHORS["narrative"],))
        if self.told.misses_its_date(i):
            anchor = Anchor("narrative", ())
        return self._from_anchor(one, anchor, self.years.year_for(i))

    def _anchor_of_length(self, i: int, anchor: Anchor) -> Anchor:
        """A length of time lies beside the day of speaking ("the past three years"), in a history beside its date."""
        if not self.history or anchor.kind == "quote":
            return anchor
        told = self.told.last_date(i, "day")
        return Anchor("narrative", days_of(told.edtf) if told else ())

    def _length(self, one: FoundTime, length: Duration, anchor: Anchor) -> TimeExpression:
        """A length of time; where it lies beside the day of speaking, with the days that it covers."""
        toward = side_of_length(self.reading, one, length)
        covered = days_covered(length, toward, anchor.days) if toward is not None else None
        if covered is None:
            return _expression(one, length.value, None, "absolute", ())
        return _expression(one, length.value, covered, anchor.kind, (_ANCHORS[anchor.kind],))

    def _from_anchor(self, one: FoundTime, anchor: Anchor, year: int | None) -> TimeExpression:
        toward = side_of(self.reading, one)
        strict = toward in (PAST, FUTURE) and dates_its_act(self.reading, one)
        days: tuple[dt.date | None, ...] = anchor.days or (None,)
        placed = [p for d in days if (p := place(one.meaning, Situation(d, toward, year, self.country, strict)))]
        if not placed:
            return _expression(one, open_value(one.meaning), None, anchor.kind, (_UNKNOWN,))
        reasons = [_ANCHORS[anchor.kind], _SIDES[toward]]
        if year is not None:
            reasons = [f"the text tells history and has come to {year}" if self.history else f"its range tells {year}"]
        same = agreed(placed)
        if same is None:
            whole = Edtf.hull([edtf for _, edtf in placed])
            same = whole.text if whole else "", whole
            reasons.append("the days of publication that are possible do not agree on one date")
        return _expression(one, *same, anchor.kind if year is None else "narrative", tuple(reasons))

    def _from_next(self, i: int) -> TimeExpression:
        """ "a day after Thursday's launch" counts from the expression behind it."""
        one, after = self.found[i], self.done.get(i + 1)
        if after is None or after.edtf is None or after.edtf.earliest is None:
            return self.done[i]
        placed = onward(one.meaning, after.edtf.earliest)
        return _expression(one, *placed, "narrative", (f"counted from {after.text!r}, {after.edtf}",))


def _is_absolute(meaning: Meaning) -> bool:
    if isinstance(meaning, At):
        return meaning.day is not None and _is_absolute(meaning.day)
    return isinstance(meaning, Era) or (isinstance(meaning, CalendarDate | PartOfYear) and meaning.year is not None)


def _expression(one: FoundTime, value: str, edtf: Edtf | None, anchor: str, reasons: tuple[str, ...]) -> TimeExpression:
    return TimeExpression(
        start=one.start,
        end=one.end,
        text=one.text,
        first=one.first,
        last=one.last,
        type=timex_type(one.meaning),
        value=value,
        edtf=_approximate(edtf) if one.modifier == "APPROX" and timex_type(one.meaning) == "DATE" else edtf,
        modifier=one.modifier,
        anchor=anchor,
        reasons=reasons,
        meaning=one.meaning,
    )


def _approximate(edtf: Edtf | None) -> Edtf | None:
    """ "about May 3" is `05-03~`; an interval has no such mark and stays."""
    single = edtf is not None and edtf.precision in ("day", "month", "year")
    return Edtf.parse(f"{edtf}~") if single else edtf

"""Weekdays, today and its neighbours, parts of days and clock times from their tokens."""

from __future__ import annotations

from diurna.times.building.common import found, is_marked, modifies_noun, step_of
from diurna.times.building.dates import calendar_date
from diurna.times.lexer import Lexed
from diurna.times.meanings import At, CalendarDate, Meaning, Period, Recurring, Vague, Weekday
from diurna.times.values import FoundTime

_AT = frozenset(
    ("at", "by", "before", "until", "till", "around", "about", "since", "from", "to", "after", "in", "(", "-")
)


def _weekday(lexed: Lexed, first: int, last: int) -> Weekday:
    at = lexed.codes.index("D", first, last)
    number = lexed.number("D", at, last) or 0
    weeks = step_of(lexed, at + 1, last)
    if weeks is not None:
        return Weekday(number, weeks=weeks)
    step = step_of(lexed, first, at)
    return Weekday(number, toward=step if step else None, weeks=0 if step == 0 else None)


def weekday(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "Monday", "last Friday", "Friday this week"; "a Thursday in November" is any one."""
    at = lexed.codes.index("D", first, last)
    if last > at + 1 and lexed.values[last - 1] != "week":
        last = at + 1
    if last - first == 1 and lexed.form(first - 1) in ("a", "an") and not modifies_noun(lexed, first):
        return [found(lexed, first, last, Vague(f"XXXX-WXX-{int(str(lexed.values[at])) + 1}"))]
    return [found(lexed, first, last, _weekday(lexed, first, last))]


def day_part(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """A part of a day: "early Monday morning", "tomorrow night", "this morning", "late Sunday", "tonight"."""
    codes = lexed.codes[first:last]
    part = str(lexed.first("PN", first, last) or ("MO" if lexed.form(first) in ("early", "earlier") else "NI"))
    overnight = lexed.form(first) == "overnight" and last - first == 1
    if overnight and lexed.reading.upos[first] != "ADV" and not is_marked(lexed, first, last):
        return []
    if "D" in codes and "M" not in codes:
        day: Meaning | None = _weekday(lexed, first, last)
    elif "M" in codes:
        day = calendar_date(lexed, first + 2, last)[0].meaning
    elif "T" in codes:
        day = Period("day", lexed.number("T", first, last) or 0)
    elif "j" in codes:
        day = Period("day", 0, narrative=True)
    else:
        step = step_of(lexed, first, last) or 0
        narrative = step == 1 and lexed.word("x", first, last) in ("following", "next")
        day = Period("day", step if not (step == -1 and part == "MO") else -1, narrative)
    if "P" not in codes and "N" not in codes and lexed.form(first) in ("earlier", "later", "mid"):
        return [found(lexed, first, last, day)] if day else []
    return [found(lexed, first, last, At(part, day))]


def part_of_day(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "the morning of April 19", "the night of 8 February 1904"."""
    at = next(i for i in range(first, last) if lexed.codes[i] == "P")
    rest = at + 1
    while lexed.codes[rest] in "qOt":
        rest += 1
    return [found(lexed, first, last, At(str(lexed.values[at]), _day_of_clock(lexed, rest, last)))]


def clock_of_part(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "nine this morning", "6:40 that evening"."""
    clock = _clock(str(lexed.values[first] or lexed.form(first)), str(lexed.values[last - 1]))
    if clock is None or lexed.form(first - 1) not in _AT:
        return day_part(lexed, first + 1, last)
    whole = day_part(lexed, first + 1, last)[0].meaning
    return [found(lexed, first, last, At(clock, whole.day if isinstance(whole, At) else None))]


def day_and_number(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "Monday the 15th", "MONDAY 15:"; a number in front of anything else counts it ("on Monday 15 people")."""
    follows = lexed.reading.upos[last] if last < len(lexed.codes) else "PUNCT"
    number, ordinal = lexed.number("do", last - 1, last), lexed.codes[last - 1] == "o"
    counts = follows in ("NOUN", "PROPN", "ADJ") if ordinal else follows != "PUNCT"
    if counts or number is None:
        return weekday(lexed, first, first + 1)
    return [found(lexed, first, last, CalendarDate(day=number, weekday=lexed.number("D", first, last)))]


def bare_hour(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "opened at nine": an hour in words, where nothing is counted and the language model takes it for time."""
    number, reading = lexed.number("w", first, last) or 0, lexed.reading
    counts = last < len(reading) and reading.upos[last] in ("NOUN", "PROPN", "ADJ", "NUM", "SYM")
    if lexed.form(first - 1) != "at" or not 1 <= number <= 12 or counts or not is_marked(lexed, first, last):
        return []
    return [found(lexed, first, last, At(f"{number:02d}:00"))]


def bare_part(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "in the morning", "at night", "by mid-afternoon", where the language model takes it for time as well."""
    within = ("in", "during", "by") if lexed.codes[first] == "t" else _AT
    follows = lexed.reading.upos[last] if last < len(lexed.codes) else ""
    if lexed.form(first - 1) not in within or lexed.form(last) == "of" or follows in ("DET", "PRON", "PROPN", "NOUN"):
        return []
    if not is_marked(lexed, first, last):
        return []
    return [found(lexed, first, last, At(str(lexed.values[last - 1]), Period("day", 0, narrative=True)))]


def nights(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "Tuesday nights"."""
    if lexed.form(last - 1) != "nights":
        return weekday(lexed, first, last - 1)
    return [found(lexed, first, last, Recurring(f"XXXX-WXX-{int(lexed.values[first] or 0) + 1}TNI"))]


def today(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "today", "yesterday", "tomorrow"."""
    return [found(lexed, first, last, Period("day", lexed.number("T", first, last) or 0))]


def clock_time(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "10:30 a.m.", "around noon Friday", "9 p.m. on ...", "4 in the morning", "0735 GMT"."""
    at = next(i for i in range(first, last) if lexed.codes[i] in "cdwny")
    if last - first == 1 and _heads_line(lexed, at):
        return [found(lexed, first, last, At(lexed.form(at).replace(".", ":").zfill(5)))]
    first = at - 1 if at > first and lexed.form(at - 1) in ("about", "around") else at
    if not (lexed.first("pPz", at, last) or any(c in "pz" for c in lexed.codes[at:last]) or _is_clock(lexed, at)):
        return []
    half = lexed.word("p", first, last) or str(lexed.first("P", first, last) or "")
    clock = _clock(str(lexed.values[at] or lexed.form(at)), half)
    if clock is None:
        return []
    rest = next((i for i in range(at + 1, last) if lexed.codes[i] in "DMT"), last)
    day = _day_of_clock(lexed, rest, last) if rest < last else None
    return [found(lexed, first, last, At(clock, day))]


def hours_of_clock(lexed: Lexed, first: int, last: int) -> list[FoundTime]:
    """ "at 0830 hours"; an empty list where the hours are counted."""
    form = lexed.form(first)
    clock = _clock(form, "") if len(form) == 4 and lexed.values[last - 1] == "hour" else None
    told = form.startswith("0") or lexed.form(first - 1) in ("at", "by", "until", "from", "before", "after")
    return [found(lexed, first, last, At(clock))] if clock and told else []


def _day_of_clock(lexed: Lexed, first: int, last: int) -> Meaning:
    codes = lexed.codes[first:last]
    if "M" in codes:
        return calendar_date(lexed, first, last)[0].meaning
    return _weekday(lexed, first, last) if "D" in codes else Period("day", lexed.number("T", first, last) or 0)


def _heads_line(lexed: Lexed, at: int) -> bool:
    """A time of day in front of an entry: "14:20 - The ministry said"."""
    start = int(lexed.reading.starts[at])
    return lexed.reading.text[:start][-1:] in ("", "\n") and lexed.form(at)[:1].isdigit() and lexed.codes[at] == "c"


def _is_clock(lexed: Lexed, at: int) -> bool:
    """Whether a number with a colon stands where a time of day does, or a word names one ("High Noon" is a film)."""
    if ":" in lexed.form(at):
        return lexed.form(at - 1) in _AT
    return lexed.form(at)[:1].isalpha() and lexed.form(at - 1) != "high"


def _clock(form: str, half: str) -> str | None:
    if form.isdigit() and len(form) == 4:
        form = f"{form[:2]}:{form[2:]}"
    hour, _, minute = form.replace(".", ":").partition(":")
    if not hour.isdigit() or int(hour) > 24 or (minute and int(minute) > 59):
        return None
    number = int(hour)
    if half[:1] in ("p", "A", "E", "N") and 1 <= number < 12:
        number += 12
    if half.startswith("a") and number == 12:
        number = 0
    return f"{number:02d}:{minute or '00'}"

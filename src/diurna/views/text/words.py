"""How statuses, dates, sources and events are put into words; each in one place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from diurna.model import Edtf, Event
from diurna.views.text.lines import Segment

_STATUS = {
    "happened": "happened",
    "planned": "planned",
    "expected": "expected",
    "possible": "possible",
    "not_planned": "not planned",
    "did_not_happen": "did not happen",
    "denied": "denied",
    "cancelled": "cancelled",
    "unknown": "left open",
    "disputed": "disputed",
}
_SEASONS = ("spring", "summer", "autumn", "winter")
_PARTS_OF_YEARS = {
    **{str(number): _SEASONS[(number - 21) % 4] for number in range(21, 33)},
    **{str(33 + n): f"{word} quarter of" for n, word in enumerate(("first", "second", "third", "fourth"))},
    **{str(37 + n): f"{word} third of" for n, word in enumerate(("first", "second", "last"))},
    **{str(40 + n): f"{word} half of" for n, word in enumerate(("first", "second"))},
}


def status(name: str) -> Segment:
    """Return the status in words, styled by its name."""
    return Segment(_STATUS.get(name, name.replace("_", " ")), name)


def date(value: Edtf | None) -> str:
    """Return the date in words: `4 November 2024`, `January 2024`, `16 to 22 September 2024`, `by 30 October 2024`."""
    if value is None:
        return "date unknown"
    text = value.text
    if text.startswith("["):
        low, high = text[1:-1].split("..", 1)
        return _between(low, high, "between", "and")
    if "/" in text:
        low, high = text.split("/", 1)
        return _between(low, high, "", "to")
    return _one(text)


def day(value: Edtf | None) -> str:
    """Return when something was said or came out: one day, known or not; `between 4 and 5 November 2024`."""
    if value is not None and "/" in value.text and None not in (value.earliest, value.latest):
        low, high = value.text.split("/", 1)
        return _between(low, high, "between", "and")
    return date(value)


def _between(low: str, high: str, opening: str, joint: str) -> str:
    """Two ends; what both have in common is said once, behind the second."""
    low, high = (end if end not in ("", "..") else "" for end in (low, high))
    if not low or not high:
        return f"by {_one(high)}" if high else f"from {_one(low)} on" if low else "date unknown"
    first, last = _one(low).split(), _one(high).split()
    shared = 0
    while shared < min(len(first), len(last)) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    return " ".join(filter(None, (opening, *first[: len(first) - shared], joint, *last)))


def _one(text: str) -> str:
    """One date without ends; digits that are left open are said where there are words for it."""
    about = "about " if text.endswith(("~", "%")) else ""
    year, *rest = (part for part in text.rstrip("~?%").split("-") if part != "XX")
    if "X" in "".join(rest) or "XX" in year:
        return about + "-".join((year, *rest))
    if not rest:
        return f"{about}{year[:3]}0s" if year.endswith("X") else about + year
    if rest[0].startswith("W"):
        return f"{about}week {int(rest[0][1:])} of {year}"
    if rest[0] in _PARTS_OF_YEARS:
        return f"{about}{_PARTS_OF_YEARS[rest[0]]} {year}"
    month = dt.date(2000, int(rest[0]), 1).strftime("%B")
    day = f"{int(rest[1][:2])} " if len(rest) > 1 else ""
    return f"{about}{day}{month} {year}"


def sources(levels: Sequence[Sequence[str]]) -> str:
    """Return who says it, innermost first: `Daniel Otieno, via The Coast`; empty for the report itself."""
    inner, *outer = [listed(level) for level in reversed(levels)] or [""]
    return inner + "".join(f", via {level}" for level in outer)


def listed(names: Sequence[str]) -> str:
    """Return the names as a list in words."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def what(event: Event) -> str:
    """Return what the event is in a few words: `meeting: Wanjiru Kamau, Arjun Mehta (Oslo)`."""
    kind = f"{event.name} ({event.kind})" if event.name else event.kind.replace("_", " ")
    recipients = [p.name for p in event.participants if p.role == "recipient"]
    others = [p.name for p in event.participants if p.role != "recipient"]
    mutual = event.type == "CONSULT" and event.kind != "visit"
    who = ", ".join(others + recipients) if mutual or not (others and recipients) else _directed(others, recipients)
    named = {p.name for p in event.participants}
    place = f" ({event.place.name})" if event.place and event.place.name not in named else ""
    return f"{kind}: {who}{place}" if who else f"{kind}{place}"


def _directed(actors: Sequence[str], recipients: Sequence[str]) -> str:
    return f"{', '.join(actors)} → {', '.join(recipients)}"


def tidy(text: str, limit: int = 280) -> str:
    """Return the text on one line, shortened at a word when it is longer than `limit` characters."""
    joined = " ".join(text.split())
    if len(joined) <= limit:
        return joined
    return joined[: joined.rfind(" ", 0, limit) if " " in joined[:limit] else limit] + " ..."


def quoted(text: str) -> str:
    """Return the text in quotation marks, unless it brings its own."""
    short = tidy(text)
    return short if short[:1] in '“"' else f"“{short}”"


def counted(number: int, noun: str) -> str:
    """Return `1 claim`, `2 claims`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

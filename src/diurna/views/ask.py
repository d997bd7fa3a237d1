"""A question to an answer: the events it is about, their standing, and the words that decide it.

Nothing is inferred beyond the record: what no event matches is `no_record`, which is not "no".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from diurna.model import Edtf, Event, Question
from diurna.views.matching import matches, surely_within
from diurna.views.quotes import Quote, deciding, said_late
from diurna.views.timeline import by_date

if TYPE_CHECKING:
    from diurna.ledger import View

_AHEAD = frozenset({"planned", "expected", "possible", "not_planned", "cancelled", "denied", "unknown", "disputed"})
"""Standings of what is not yet settled: what a question about the future asks for first."""
_POSITIVE = frozenset({"planned", "expected", "possible"})
_STILL_MEANT = dt.timedelta(days=366)
"""For how long a "will they?" may mean what has meanwhile happened; what happened before is another matter."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the record says. `answer` is a standing, `no_record` or `not_understood`; `count` is set for "how many".

    `events` are the events that the answer rests on, by date; `quotes` the words that decide their standings.
    """

    question: Question
    as_of: dt.date | None
    answer: str
    dates: tuple[Edtf, ...] = ()
    names: tuple[str, ...] = ()
    count: int | None = None
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()


def answer(view: View, question: Question, as_of: dt.date | None = None) -> Answer:
    """Answer the question from the view; `as_of` is the day the view stands for, None for the latest."""
    if question.asks is None:
        return Answer(question, as_of, "not_understood")
    chosen = sorted(_chosen(view, question, matches(view, question), as_of), key=by_date)
    if not chosen:
        return Answer(question, as_of, "no_record", count=0 if question.asks == "how_many" else None)
    happened = sum(event.standing == "happened" for event in chosen)
    return Answer(
        question=question,
        as_of=as_of,
        answer=_word(question, chosen),
        dates=_dates(chosen),
        names=_names(view, question, chosen),
        count=happened if question.asks == "how_many" else None,
        events=tuple(chosen),
        quotes=tuple(q for event in chosen for q in deciding(view, event)),
    )


def answer_json(given: Answer) -> dict[str, Any]:
    """Return the answer as the object that `ask --json` prints."""
    return {
        "question": given.question.text,
        "as_of": given.as_of.isoformat() if given.as_of else None,
        "answer": given.answer,
        "dates": [str(date) for date in given.dates],
        "names": list(given.names),
        "count": given.count,
        "events": [event.id for event in given.events],
        "claims": [
            {
                "report": q.report,
                "quote": q.text,
                "status": q.status,
                "sources": [list(level) for level in q.sources],
                "asserted_on": str(q.asserted_on) if q.asserted_on else None,
            }
            for q in given.quotes
        ],
    }


# -- which of the matching events answer ----------------------------------------------------------------------------


def _chosen(view: View, question: Question, found: Sequence[Event], as_of: dt.date | None) -> Sequence[Event]:
    """The events that answer, all of one standing; none when none does."""
    if question.future:
        return _ahead(view, question, found, as_of or _last_day(view))
    happened = [event for event in found if event.standing == "happened"]
    return happened or _of_latest(view, found)


def _ahead(view: View, question: Question, found: Sequence[Event], today: dt.date | None) -> Sequence[Event]:
    """What lies ahead of `today`, else what is undated, else what was foreseen earlier, else what happened of late."""
    open_ = [event for event in found if event.standing in _AHEAD]
    upcoming = [event for event in open_ if event.date and not _over(event.date, today)]
    undated = [event for event in open_ if event.date is None]
    settled = [event for event in found if not _over(event.date, today and today - _STILL_MEANT)]
    group = upcoming or undated or open_ or settled
    if question.asks == "whether":
        return _of_latest(view, group)[:1]
    foreseen = [event for event in group if event.standing in _POSITIVE]
    return _of_latest(view, foreseen or group)


def _over(date: Edtf | None, day: dt.date | None) -> bool:
    """Whether the date certainly lies before the day."""
    return date is not None and day is not None and date.latest is not None and date.latest < day


def _of_latest(view: View, events: Sequence[Event]) -> list[Event]:
    """The events that share the standing asserted last (of equals, the one that most claims speak of).

    What was left open gives way to whatever was said.
    """

    def weight(event: Event) -> tuple[bool, str, int, str]:
        said = max((said_late(view.claim(claim).asserted_on) for claim in event.why), default="")
        return (event.standing != "unknown", said, len(event.claims), event.id)

    ordered = sorted(events, key=weight, reverse=True)
    return [event for event in ordered if event.standing == ordered[0].standing]


def _last_day(view: View) -> dt.date | None:
    """The last day on which anything was asserted."""
    days = (claim.asserted_on.latest for claim in view.claims() if claim.asserted_on)
    return max((day for day in days if day), default=None)


def _word(question: Question, chosen: Sequence[Event]) -> str:
    """The standing that the chosen events share; left open when none is known to fall into the time asked for."""
    if question.asks == "whether" and not any(surely_within(event, question.date) for event in chosen):
        return "unknown"
    return chosen[0].standing


# -- what they answer -----------------------------------------------------------------------------------------------


def _dates(events: Iterable[Event]) -> tuple[Edtf, ...]:
    return tuple(dict.fromkeys(event.date for event in events if event.date is not None))


def _names(view: View, question: Question, events: Sequence[Event]) -> tuple[str, ...]:
    if question.asks == "where":
        return tuple(dict.fromkeys(event.place.name for event in events if event.place))
    if question.asks != "who":
        return ()
    everyone = {p.entity: p.role for event in events for p in event.participants}
    asked_for = (view.entity(entity) for entity in _asked_for(question, everyone, _known(view, question)))
    return tuple(e.name for e in asked_for if question.open_country in (None, e.country))


def _asked_for(question: Question, everyone: Mapping[str, str], named: frozenset[str]) -> Iterable[str]:
    """Those in the open role. A question that names one party asks for the others; one that names several, for all."""
    if len(question.participants) > 1 or not question.open_role:
        return everyone
    others = [entity for entity in everyone if entity not in named]
    playing = [entity for entity in others if everyone[entity] in (question.open_role, "other")]
    return playing or others or everyone


def _known(view: View, question: Question) -> frozenset[str]:
    return frozenset(e.id for participant in question.participants for e in view.find_entities(participant.name))

"""Answers in words that claim no more than the record does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diurna.model import Event
from diurna.views.ask import Answer
from diurna.views.text.lines import Line, dim, line, strong
from diurna.views.text.quotes import quote_lines
from diurna.views.text.timeline import event_line
from diurna.views.text.words import counted, date, listed, sources, status


def answer_lines(answer: Answer) -> Iterator[Line]:
    """Yield one headline sentence, then each event that it rests on, then the deciding quotes."""
    yield _headline(answer)
    if answer.answer == "no_record":
        yield line(dim("This does not mean that it did not happen."))
    for event in answer.events:
        yield line("  ", *event_line(event))
    yield from quote_lines(answer.quotes)


def _headline(answer: Answer) -> Line:
    as_of = f" as of {answer.as_of.day} {answer.as_of:%B %Y}" if answer.as_of else ""
    if answer.answer == "not_understood":
        return line(
            strong("Not understood: "), answer.question.problem or "ask did, will, when, where, who, how many", "."
        )
    if answer.answer == "no_record":
        return line(strong(f"No record of this{as_of}."))
    return line(strong(f"On record{as_of}: "), *_answer(answer), ".")


def _answer(answer: Answer) -> Line:
    asks = answer.question.asks
    if asks == "how_many":
        return line(strong(counted(answer.count or 0, "event") + " that happened"), *_unless_happened(answer))
    if asks == "when" and answer.dates:
        return line(strong("; ".join(map(date, answer.dates))), *_unless_happened(answer))
    if asks in ("who", "where") and answer.names:
        return line(strong(listed(answer.names)), *_unless_happened(answer))
    if answer.answer == "unknown" and answer.events[0].standing == "happened":
        return line(status("unknown"), ": it happened, but whether at that time is not said", _according(answer))
    return line(status(answer.answer), *_unsaid(answer), _when(answer.events), _according(answer))


def _unless_happened(answer: Answer) -> Line:
    return () if answer.answer == "happened" else line(" (", status(answer.answer), _according(answer), ")")


def _unsaid(answer: Answer) -> Line:
    """What the question wanted and the record does not hold."""
    return line(f", {answer.question.asks} is not said") if answer.question.asks in ("when", "who", "where") else ()


def _when(events: Sequence[Event]) -> str:
    dates = list(dict.fromkeys(date(event.date) for event in events if event.date))
    return f" ({'; '.join(dates)})" if dates else ""


def _according(answer: Answer) -> str:
    who = list(dict.fromkeys(sources(quote.sources[-1:]) or f"{quote.outlet or quote.file}" for quote in answer.quotes))
    return f", according to {listed(who[:3])}" + (" and others" if len(who) > 3 else "") if who else ""

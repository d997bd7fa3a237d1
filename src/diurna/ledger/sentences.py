"""What the ledger tells in words: a standing and its grounds, a link and its reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from diurna.ledger.reasons import Reason
from diurna.model import Claim, Report


def standing_sentence(standing: str, deciding: Sequence[Claim], reports: Mapping[str, Report]) -> str:
    """Tell a standing with its sources: "Not planned, says Daniel Otieno." """
    if standing == "disputed":
        groups: dict[str, list[str]] = {}
        for claim in deciding:
            groups.setdefault(_in_words(claim.status), []).append(source_of(claim, reports))
        sides = "; ".join(f"{status} according to {_and(names)}" for status, names in groups.items())
        return f"Disputed: {sides}."
    return f"{_in_words(standing).capitalize()}, according to {_and([source_of(c, reports) for c in deciding])}."


def _in_words(status: str) -> str:
    return status.replace("_", " ")


def source_of(claim: Claim, reports: Mapping[str, Report]) -> str:
    """Who says it, in words: the innermost source, else the outlet, else the report's file."""
    if claim.sources and claim.sources[-1]:
        return _and(list(claim.sources[-1]))
    report = reports.get(claim.report)
    return (report.outlet or report.file) if report else "the report"


def _and(names: Sequence[str]) -> str:
    distinct = list(dict.fromkeys(names))
    if len(distinct) > 3:
        return f"{', '.join(distinct[:2])} and {len(distinct) - 2} others"
    return " and ".join([", ".join(distinct[:-1]), distinct[-1]]) if len(distinct) > 1 else distinct[0]


_REASONS: dict[str, str] = {
    "kinds": "a {0} is not a {1}",
    "participants": "the participants differ ({all})",
    "roles": "the roles differ ({all})",
    "dates": "the dates differ ({0} and {1})",
    "places": "the places differ ({0} and {1})",
    "qualifiers": "the forms differ ({all})",
    "other occasion": "the report speaks of another occasion ({all})",
    "statuses": "one voice says {0} of one and {1} of the other",
    "names": "the names differ ({0} and {1})",
    "bound": "the report binds the one to the other",
    "same name": "both are called {0}",
    "same parties": "both name {all}",
    "one party": "both name {all}",
    "same states": "both are between {all}",
    "same day": "on the same day",
    "same time": "in the same time",
    "no date": "nothing in the report sets them apart",
    "answers": "{0} and {1} take each other up",
    "points back": "the words point back to it",
    "same visit": "both during the same occasion",
    "unnamed": "nobody is named, and kind, time and place or story are the same",
    "nearly": "the dates are hardly apart ({0}, {1})",
    "moved": "the report says that the date moved ({0}, {1})",
}


def reason_sentence(reason: Reason, name: Callable[[str], str]) -> str:
    """Tell a reason; `name` turns an entity's id into its name and leaves other words alone."""
    words = [name(word).replace("_", " ") for word in reason.about] + ["no date", "no date"]
    told = [word or "no date" for word in words]
    shown = ", ".join(dict.fromkeys(w for w in told[: len(reason.about)] if w))
    return _REASONS[reason.kind].format(*told, all=shown)

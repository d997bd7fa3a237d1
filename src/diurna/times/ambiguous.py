"""Words of time that are names, verbs or counts as well: whether one is a time where it stands.

`CHECKS` holds one question for each class of `times.lexer` that needs one; the text and a token in, yes or no out.
"""

from __future__ import annotations

from collections.abc import Callable

from diurna.language.reading import Reading
from diurna.vocabulary.time_words import time_words

_SHORT = frozenset(("sun", "sat", "mar", "mon", "wed", "may", "dec", "jan", "fri", "sep", "tue", "thu"))


def _is_month(reading: Reading, i: int) -> bool:
    """Whether a month's name is a month here and not a person, a modal or a verb ("May", "March")."""
    if reading.upos[i] in ("AUX", "VERB"):
        return False
    name = reading.name_at(i)
    if (name is not None and name.label in ("PER", "ORG")) or _is_nickname(reading, i):
        return False
    before = reading.forms[i - 1].lower() if i else ""
    after = reading.forms[i + 1] if i + 1 < len(reading) else ""
    if before in time_words().person_titles:
        return False
    dated = before in time_words().before_month or before[:1].isdigit() or after[:1].isdigit()
    if not dated and (reading.forms[i] in _namesakes(reading) or _is_person(reading, i) or _is_walk(reading, i)):
        return False
    return _spelled_out(reading, i, after)


def _is_person(reading: Reading, i: int) -> bool:
    """Somebody called May or April does something or has it done: "will meet May next week"."""
    acts = reading.deprels[i].split(":")[0] in ("nsubj", "obj", "iobj", "flat") or reading.upos[i - 1] == "VERB"
    return acts and reading.forms[i].lower() in time_words().months_of_persons


def _is_walk(reading: Reading, i: int) -> bool:
    """A march that people walk: "the Long March", "the March of the Mothers", "joined the March"."""
    if reading.forms[i].lower() != "march":
        return False
    before = reading.forms[i - 1] if i else ""
    named = before[:1].isupper() or before in ("'s", "’s")
    after = reading.forms[i + 1].lower() if i + 1 < len(reading) else ""
    alone = i + 1 == len(reading) or reading.upos[i + 1] not in ("NOUN", "PROPN", "ADJ", "NUM")
    return after in time_words().ways or (alone and (named or before.lower() in ("the", "a")))


def _is_nickname(reading: Reading, i: int) -> bool:
    """The second half of a name: "Black September", "Bloody Sunday", "USA Today"."""
    before = reading.forms[i - 1] if i else ""
    if before.lower() in time_words().nicknames and before[:1].isupper():
        return True
    return reading.forms[i] == "Today" and before[:1].isupper() and reading.upos[i - 1] == "PROPN"


def _is_rate(reading: Reading, i: int) -> bool:
    """Whether "daily" is no newspaper nor part of its name ("the Daily Mail", "a Lagos daily")."""
    after = reading.upos[i + 1] if i + 1 < len(reading) else ""
    if reading.forms[i].lower() in time_words().papers and (
        "PROPN" in (after, reading.upos[i]) or reading.upos[i] == "NOUN"
    ):
        return False
    return not (reading.forms[i].istitle() and reading.name_at(i) is not None)


def _namesakes(reading: Reading) -> frozenset[str]:
    """The words of the reading's personal names: "May" where a Minister May is in the text."""
    return frozenset(reading.forms[k] for n in reading.names if n.label == "PER" for k in range(n.start, n.end))


def _is_weekday(reading: Reading, i: int) -> bool:
    """Whether a weekday or "today" is no part of a name ("Black Friday", "The Sunday Times", "USA Today")."""
    name = reading.name_at(i)
    if _is_nickname(reading, i) or (reading.forms[i].lower() in _SHORT and i and reading.upos[i - 1] == "PROPN"):
        return False
    if name is not None and name.label in ("PER", "ORG", "EVENT") and name.end - name.start > 1:
        return False
    return _spelled_out(reading, i, reading.forms[i + 1] if i + 1 < len(reading) else "")


def _spelled_out(reading: Reading, i: int, after: str) -> bool:
    """Short forms that are also words need a full stop, a number or a comma beside them."""
    form = reading.forms[i].lower()
    if form == "may" or form not in _SHORT:
        return True
    beside = reading.forms[i + 2].lower() if after in (",", ".") and i + 2 < len(reading) else after.lower()
    dated = beside[:1].isdigit() or time_words().classes.get(beside, ("", None))[0] == "M"
    return dated or (i > 0 and reading.forms[i - 1][:1].isdigit())


def _is_season(reading: Reading, i: int) -> bool:
    return reading.upos[i] in ("NOUN", "PROPN", "") or reading.forms[i][-1].isdigit()


def _is_unit(reading: Reading, i: int) -> bool:
    return reading.upos[i] not in ("VERB", "PROPN") or reading.name_at(i) is None


CHECKS: dict[str, Callable[[Reading, int], bool]] = {
    "M": _is_month,
    "D": _is_weekday,
    "T": _is_weekday,
    "S": _is_season,
    "u": _is_unit,
    "R": _is_rate,
}

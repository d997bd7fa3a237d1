"""Which personal names of a report mean one person: full names first, then surnames and given names alone.

Family names stand last, first (East Asia), last but one (Spanish double surnames) or behind a particle ("al-Sisi");
a report that has two people of one surname is settled by title, gender, country and, last, by who was named last.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from diurna.claims.cast.offices import Facts
from diurna.vocabulary.names import Gender, family_name_first
from diurna.vocabulary.offices import Title
from diurna.vocabulary.reference import words

Parts = tuple[str, ...]
# Letters that Unicode does not take apart into a base letter and an accent.
_PLAIN = str.maketrans(
    {"’": "'", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae"}
)


@dataclass(slots=True)
class Person:
    """One person while the report is being read: the mentions (by number) and all that they tell."""

    parts: Parts
    mentions: list[int] = field(default_factory=list)
    facts: list[Facts] = field(default_factory=list)

    def add(self, mention: int, parts: Parts, facts: Facts) -> None:
        """Take in a mention; the longest name of the person is kept for comparison."""
        self.mentions.append(mention)
        self.facts.append(facts)
        if len(parts) > len(self.parts):
            self.parts = parts

    @property
    def gender(self) -> Gender | None:
        """The gender that titles tell, else given names; None where nothing tells it."""
        told = [facts.gender for facts in self.facts if facts.gender]
        return None if not told else "f" if told.count("f") > told.count("m") else "m"

    @property
    def country(self) -> str | None:
        """ISO3 of the country that most mentions tell."""
        told = [facts.country for facts in self.facts if facts.country]
        return max(dict.fromkeys(told), key=told.count) if told else None

    @property
    def royal(self) -> bool:
        """Whether some mention gives the person a royal title, which nobody else of the house shares."""
        return any(_royal(facts.titles) for facts in self.facts)

    @property
    def titles(self) -> frozenset[str]:
        """Folded texts of the titles that the person bears, honorifics left out."""
        borne = [t for facts in self.facts for t in (*facts.titles, *(fact.title for fact in facts.offices))]
        return frozenset(title.text.casefold() for title in borne if title.kind != "honorific")


def fold(text: str) -> str:
    """The text without accents, dots and case: how names are compared."""
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(c for c in plain if not unicodedata.combining(c)).replace(".", "").casefold()


def name_parts(text: str) -> Parts:
    """The comparable words of a personal name; suffixes such as "Jr." and quoted nicknames are left out."""
    parts = [fold(re.sub(r"^(al|el|ash|as)[-‐‑]", "", word, flags=re.IGNORECASE)) for word in text.split()]
    kept = [p for p in parts if p and p not in words("names", "suffixes") and p.strip("'\"“”‘’-") == p]
    return tuple(kept or parts)


def group_people(mentions: Sequence[tuple[str, Facts]]) -> list[Person]:
    """The people behind the mentions (name as written, facts), which come in text order."""
    people: list[Person] = []
    parts = [name_parts(text) for text, _ in mentions]
    for number in (i for i, p in enumerate(parts) if len(p) > 1):
        _join(people, _same_full_name(people, parts[number], mentions[number][1]), number, parts, mentions)
    singles = [i for i, p in enumerate(parts) if len(p) == 1]
    genders = _genders_told(singles, parts, mentions)
    for number in singles:
        facts = mentions[number][1]
        gender = facts.gender or genders.get(parts[number][0])
        _join(people, _bearer(people, number, parts[number][0], facts, gender), number, parts, mentions)
    return people


def _genders_told(singles: list[int], parts: list[Parts], mentions: Sequence[tuple[str, Facts]]) -> dict[str, Gender]:
    """For each name that stands alone the gender that "Mr." or a like word tells of it, when it is always the same."""
    told: dict[str, set[Gender]] = {}
    for number in singles:
        if (gender := mentions[number][1].gender) is not None:
            told.setdefault(parts[number][0], set()).add(gender)
    return {word: next(iter(genders)) for word, genders in told.items() if len(genders) == 1}


def _join(
    people: list[Person], person: Person | None, number: int, parts: list[Parts], mentions: Sequence[tuple[str, Facts]]
) -> None:
    if person is None:
        person = Person(parts[number])
        people.append(person)
    person.add(number, parts[number], mentions[number][1])


def _same_full_name(people: list[Person], parts: Parts, facts: Facts) -> Person | None:
    for person in people:
        if person.parts == parts or _within(parts, person.parts) or _within(person.parts, parts):
            clash = facts.gender and person.gender and facts.gender != person.gender
            if not clash or person.parts == parts:
                return person
    return None


def _within(short: Parts, long: Parts) -> bool:
    """Whether `short` is `long` with words left out or cut to initials, and keeps the family name."""
    if len(short) < 2 or (short[-1] != long[-1] and short[0] != long[0]):
        return False
    rest = iter(long)
    return all(any(_agree(part, other) for other in rest) for part in short) and len(short[-1]) > 1


def _agree(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]) or _misspelled(one, other)


def _misspelled(one: str, other: str) -> bool:
    """Whether two words of five letters and more differ by one letter or by two changed round: "Kristen", "Kristin"."""
    return min(len(one), len(other)) >= 5 and one[0] == other[0] and OSA.distance(one, other) <= 1


def _bearer(people: list[Person], number: int, word: str, facts: Facts, gender: Gender | None) -> Person | None:
    """The person whom a single name means, or None: then it is somebody new."""
    ranked = [(_strength(person, word), person) for person in people]
    titled = [p for strength, p in ranked if strength and _title_support(p, facts) > 0]
    if len(titled) == 1 and _compatible(titled[0], facts, facts.gender):
        return titled[0]
    best = max((strength for strength, _ in ranked), default=0)
    candidates = [p for strength, p in ranked if strength and strength == best and _compatible(p, facts, gender)]
    if not candidates:
        candidates = [p for strength, p in ranked if strength and _compatible(p, facts, gender)]
    if not candidates:
        return None
    return max(candidates, key=lambda p: (_title_support(p, facts), len(p.mentions), *_recency(p, number)))


def _strength(person: Person, word: str) -> int:
    """How well the word can stand for the person alone: 3 family name, 2 possible family name, 1 other part."""
    parts = person.parts
    if word not in parts:
        return 1 if _misspelled(word, parts[-1]) else 0
    first = person.country is not None and family_name_first(person.country) and len(parts) > 1
    if (first and word == parts[0]) or (not first and word == parts[-1]):
        return 3
    if len(parts) >= 3 and word in (parts[0], parts[-2], parts[-1]):
        return 2
    return 1


def _compatible(person: Person, facts: Facts, gender: Gender | None) -> bool:
    if gender and person.gender and gender != person.gender:
        return False
    if _royal(facts.titles) and person.royal and _title_support(person, facts) < 0:
        return False
    return not (facts.country and person.country and facts.country != person.country)


def _royal(titles: Sequence[Title]) -> bool:
    return any(title.kind == "royal" for title in titles)


def _title_support(person: Person, facts: Facts) -> int:
    """1 when the mention's title is one that the person bears, -1 when it is another office, 0 otherwise."""
    own = frozenset(title.text.casefold() for title in facts.titles if title.kind != "honorific")
    if not own:
        return 0
    return 1 if any(_akin(a, b) for a in own for b in person.titles) else -1 if person.titles else 0


def _akin(one: str, other: str) -> bool:
    """Whether two titles can be one office: "Minister" and "Foreign Minister"."""
    return one == other or one.rsplit(maxsplit=1)[-1] == other.rsplit(maxsplit=1)[-1] or one in other or other in one


def _recency(person: Person, number: int) -> tuple[int, int]:
    """Later mentions before this one are better; people named only later come last, nearest first."""
    before = [m for m in person.mentions if m < number]
    return (1, max(before)) if before else (0, -min(person.mentions))

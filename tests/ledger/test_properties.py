"""What holds for every set of reports: order means nothing, repetition adds nothing, the future does not leak."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta

from build import Draft, country, person, view_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diurna.ledger import View
from diurna.model import Extraction

PEOPLE = [
    person("p0", "Ana Ruiz", country="ESP", office="President"),
    person("p1", "Bo Lind", country="SWE", office="Prime Minister"),
    person("p2", "Cy Tanner", country="USA"),
    person("p3", "Ruiz", country="ESP"),
    person("p4", "Dora Tanner", country="GBR"),
]
LANDS = [country("c0", "Spain", "ESP"), country("c1", "Sweden", "SWE")]
START = date(2031, 1, 1)
STATUSES = ["happened", "planned", "possible", "not_planned", "denied", "cancelled", "unknown", "did_not_happen"]
PLACES = [None, ("Madrid", "ESP"), ("Stockholm", "SWE")]


@st.composite
def claims(draw: st.DrawFn, said: date) -> dict[str, object]:
    shift = draw(st.one_of(st.none(), st.integers(-40, 40)))
    span = draw(st.sampled_from([0, 0, 6, 30]))
    day = said + timedelta(days=shift) if shift is not None else None
    text = None if day is None else day.isoformat() if not span else f"{day}/{day + timedelta(days=span)}"
    return {
        "kind": draw(st.sampled_from(["meeting", "talks", "visit", "attack"])),
        "status": draw(st.sampled_from(STATUSES)),
        "who": " ".join(draw(st.lists(st.sampled_from(["p0", "p1", "p2", "p3", "p4"]), max_size=3, unique=True))),
        "to": draw(st.sampled_from(["", "c0", "c1"])),
        "date": text,
        "date_text": text,
        "place": draw(st.sampled_from(PLACES)),
        "qualifiers": draw(st.sampled_from([(), ("state",), ("working",), ("second",)])),
        "sources": draw(st.sampled_from([[], [["Ana Ruiz"]], [["Bo Lind"]]])),
    }


@st.composite
def reports(draw: st.DrawFn, number: int, first: int = 0, last: int = 60) -> Extraction:
    said = START + timedelta(days=draw(st.integers(first, last)))
    cast = draw(st.lists(st.sampled_from(PEOPLE), min_size=2, unique_by=lambda e: e.key)) + LANDS
    draft = Draft(f"{number}.txt", said.isoformat(), cast)
    known = {entity.key for entity in cast}
    for one in draw(st.lists(claims(said), max_size=5)):
        kind, status = str(one.pop("kind")), str(one.pop("status"))
        who = " ".join(key for key in str(one.pop("who")).split() if key in known)
        said_so = draw(st.sampled_from(["tells of", "says that they postponed", "names"]))
        sentence = f"Sentence {len(draft.claims)} of the report {said_so} the {kind}."
        if draft.claims and draw(st.booleans()):
            one["occasion"] = draw(st.sampled_from([claim.id for claim in draft.claims]))
        draft.claim(sentence, kind, kind, status, who, to=str(one.pop("to")), **one)
    return draft.done()


def stories(first: int = 0, last: int = 60) -> st.SearchStrategy[list[Extraction]]:
    numbers = st.integers(1, 5).map(lambda n: range(first, first + n))
    return numbers.flatmap(lambda ns: st.tuples(*(reports(n, first, last) for n in ns))).map(list)


def told(view: View) -> object:
    return view.events(), view.entities(), view.changes(), [view.history(e.id) for e in view.events()]


QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_means_nothing(story: list[Extraction], dice: random.Random) -> None:
    shuffled = list(story)
    dice.shuffle(shuffled)
    assert told(view_of(*shuffled)) == told(view_of(*story))


@QUICK
@given(stories())
def test_reading_twice_adds_nothing(story: list[Extraction]) -> None:
    assert told(view_of(*story, *story)) == told(view_of(*story))


@QUICK
@given(stories(0, 30), stories(31, 60))
def test_what_is_asserted_later_does_not_show_before(past: list[Extraction], future: list[Extraction]) -> None:
    day = START + timedelta(days=30)
    assert told(view_of(*past, *future, as_of=day)) == told(view_of(*past, as_of=day))


@QUICK
@given(stories())
def test_every_claim_has_one_event_and_every_standing_its_reasons(story: list[Extraction]) -> None:
    view = view_of(*story)
    seen = [claim for event in view.events() for claim in event.claims]
    assert sorted(seen) == sorted(claim.id for claim in view.claims())
    for event in view.events():
        assert event.why
        assert set(event.why) <= set(event.claims)
        assert view.history(event.id)[-1].standing == event.standing
        assert event.id not in event.maybe_same
        for claim in event.claims:
            assert view.event_of(claim) == event.id
            assert view.explain_link(claim)


@QUICK
@given(stories())
def test_two_different_days_of_what_happened_are_never_one_event(story: list[Extraction]) -> None:
    view = view_of(*story)
    for event in view.events():
        days = {str(c.date) for c in view.claims(event.id) if c.status == "happened" and c.date and c.date.is_day}
        assert len(days) <= 1


def test_a_thousand_reports_link_in_seconds() -> None:
    dice = random.Random(7)
    crowd = [person(f"p{n}", f"{chr(65 + n % 26)}ana S{n:03d}x".replace("0", "o"), country="ESP") for n in range(60)]
    extractions = []
    for number in range(1000):
        said = START + timedelta(days=number // 4)
        cast = dice.sample(crowd, 6)
        draft = Draft(f"{number}.txt", said.isoformat(), cast)
        for n in range(8):
            a, b = dice.sample(cast, 2)
            day = said + timedelta(days=dice.randint(-5, 20))
            status = dice.choice(["happened", "planned"]) if day <= said else "planned"
            draft.claim(f"Item {n}: the meeting.", "meeting", "meeting", status, f"{a.key} {b.key}", date=str(day))
        extractions.append(draft.done())
    begin = time.process_time()
    view = view_of(*extractions)
    events = view.events()
    assert sum(len(event.claims) for event in events) == 8000
    assert time.process_time() - begin < 60

"""Which claims are one happening: parties, roles, places, forms and the words that point back."""

from __future__ import annotations

import msgspec
import pytest
from build import Draft, body, country, person, view_of

from diurna.ledger import View

ANA = person("ana", "Ana Ruiz", country="ESP", office="President", also="Ruiz")
BO = person("bo", "Bo Lind", country="SWE", office="Prime Minister", also="Lind")
CY = person("cy", "Cy Moe", country="NOR", office="Prime Minister", also="Moe")
EVA = person("eva", "Eva Paz", country="ESP", office="Foreign Minister")
LEO = person("leo", "Leo Sanz", country="ESP", office="Trade Minister")
SPAIN, SWEDEN, NORWAY = country("es", "Spain", "ESP"), country("se", "Sweden", "SWE"), country("no", "Norway", "NOR")
COURT = body("court", "Court of Arms", country="ESP")
CAST = [ANA, BO, CY, EVA, LEO, SPAIN, SWEDEN, NORWAY, COURT]
STOCKHOLM, OSLO = ("Stockholm", "SWE"), ("Oslo", "NOR")


def report(day: str | None, name: str = "") -> Draft:
    return Draft(f"{name or day}.txt", day, CAST, outlet=name or "The Wire")


def together(view: View, *claims: str) -> bool:
    return len({view.event_of(claim) for claim in claims}) == 1


def meeting(draft: Draft, who: str, date: str | None = None, words: str = "The leaders met.", **more: object) -> str:
    trigger = "meeting" if "meeting" in words else "met"
    return draft.claim(words, trigger, "meeting", "happened", who, date=date, **more)


def visit(draft: Draft, who: str, to: tuple[str, str], date: str | None = None, **more: object) -> str:
    return draft.claim("They travelled.", "travelled", "visit", "happened", who, place=to, date=date, **more)


def test_what_takes_up_a_meeting_adds_who_was_there() -> None:
    one = report("2031-02-03")
    first = meeting(one, "ana bo", "2031-02-02")
    second = meeting(one, "eva", words="The meeting included the minister.", occasion=first)
    view = view_of(one)
    assert together(view, first, second)
    assert {p.name for p in view.events()[0].participants} == {"Ana Ruiz", "Bo Lind", "Eva Paz"}


def test_an_undated_mention_means_the_news_rather_than_the_background() -> None:
    one = report("2031-02-03")
    news = meeting(one, "ana bo", "2031-02-02")
    background = meeting(one, "ana bo", "2030-05", "They met once before.")
    mention = meeting(one, "ana bo", words="Experts call the meeting of Ruiz and Lind unusual.")
    view = view_of(one)
    assert together(view, news, mention)
    assert not together(view, news, background)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ana bo", "bo ana", True),
        ("ana bo", "ana bo eva", True),
        ("ana bo", "ana cy", False),
        ("ana bo eva", "ana bo leo", True),  # each report names another member of one delegation
        ("ana bo cy", "ana bo", True),
        ("es se", "se es", True),
        ("es se", "es no", False),
        ("ana bo", "es se", True),  # the countries stand for their leaders, on the very day
    ],
)
def test_who_met_on_one_day(one: str, other: str, same: bool) -> None:
    a, b = report("2031-02-03", "One"), report("2031-02-03", "Other")
    first, second = meeting(a, one, "2031-02-02"), meeting(b, other, "2031-02-02")
    assert together(view_of(a, b), first, second) is same


def test_separate_meetings_are_none_of_them() -> None:
    a, b = report("2031-02-03", "One"), report("2031-02-03", "Other")
    many = meeting(a, "ana bo cy", "2031-01-27/2031-02-02", qualifiers=("separate",))
    one = meeting(b, "ana bo", "2031-02-01")
    assert not together(view_of(a, b), many, one)


def test_visits_have_a_direction_and_a_goal() -> None:
    a, b = report("2031-02-03", "One"), report("2031-02-03", "Other")
    there = visit(a, "ana", STOCKHOLM, "2031-02-02")
    again = visit(b, "ana", ("Sweden", "SWE"), "2031-02-02")
    elsewhere = visit(b, "ana", OSLO, "2031-02-02")
    back = visit(b, "bo", ("Madrid", "ESP"), "2031-02-02")
    members = visit(a, "eva leo", OSLO, "2031-01-20"), visit(b, "leo ana", OSLO, "2031-01-20")
    view = view_of(a, b)
    assert together(view, there, again)
    assert together(view, *members)
    assert len({view.event_of(c) for c in (there, elsewhere, back, members[0])}) == 4


def test_a_call_is_no_meeting_but_talks_may_be_either() -> None:
    a, b = report("2031-02-03", "One"), report("2031-02-03", "Other")
    met = meeting(a, "ana bo", "2031-02-02")
    called = b.claim("They telephoned.", "telephoned", "call", "happened", "ana bo", date="2031-02-02")
    assert not together(view_of(a, b), met, called)
    talked = a.claim("They talked.", "talked", "talks", "happened", "ana cy", date="2031-02-01")
    rang = b.claim("They rang.", "rang", "call", "happened", "ana cy", date="2031-02-01")
    assert together(view_of(a, b), talked, rang)


def sanction(draft: Draft, who: str, to: str, **more: object) -> str:
    return draft.claim("Sanctions were imposed.", "Sanctions", "sanction", "happened", who, to=to, **more)


def test_acts_on_different_targets_are_different() -> None:
    a, b = report("2031-02-03", "One"), report("2031-02-03", "Other")
    first, second = sanction(a, "es", "se"), sanction(b, "es", "no")
    person_acts, retaliation = sanction(b, "ana", "se"), sanction(a, "se", "es")
    view = view_of(a, b)
    assert together(view, first, person_acts)  # the president's act is the country's
    assert len({view.event_of(c) for c in (first, second, retaliation)}) == 3


def attack(draft: Draft, town: str) -> str:
    return draft.claim(
        "The attack came.", "attack", "attack", "happened", "se", to="no", date="2031-02-02", place=(town, "NOR")
    )


def test_attacks_on_two_towns_of_one_day_are_two() -> None:
    a, b = report("2031-02-03", "One"), report("2031-02-03", "Other")
    oslo, bergen, again = attack(a, "Oslo"), attack(b, "Bergen"), attack(b, "Oslo")
    view = view_of(a, b)
    assert together(view, oslo, again)
    assert not together(view, oslo, bergen)


def protest(draft: Draft, during: str) -> str:
    return draft.claim("Crowds plan protests.", "protests", "protest", "planned", "", occasion=during)


def test_protests_during_one_visit_are_one_and_during_two_visits_two() -> None:
    claims = []
    drafts = [report("2031-01-20", "One"), report("2031-01-21", "Other")]
    for draft in drafts:
        for to, day in ((STOCKHOLM, "2031-02-02"), (OSLO, "2031-03-02")):
            there = draft.claim("Ruiz will travel.", "travel", "visit", "planned", "ana", place=to, date=day)
            claims.append(protest(draft, there))
    view = view_of(*drafts)
    sweden, norway, sweden_again, norway_again = claims
    assert together(view, sweden, sweden_again)
    assert together(view, norway, norway_again)
    assert not together(view, sweden, norway)


@pytest.mark.parametrize(("known", "same"), [(True, True), (False, False)])
def test_an_undated_report_tells_the_news_of_the_report_with_its_cast(known: bool, same: bool) -> None:
    dated, undated = report("2031-02-03", "One"), report(None, "Other")
    if not known:
        undated.entities = [ANA, BO]
    first, second = meeting(dated, "ana bo", "2031-02-02"), meeting(undated, "ana bo")
    assert together(view_of(dated, undated), first, second) is same


def test_named_gatherings_are_known_by_their_names() -> None:
    a, b = report("2031-02-03", "One"), report("2031-02-04", "Other")

    def forum(draft: Draft, name: str, date: str) -> str:
        return draft.claim(f"The {name} opens.", name, "conference", "planned", "", name=name, date=date)

    baltic, again = forum(a, "Baltic Women's Forum", "2031-03-01"), forum(b, "Baltic Women's Forum", "2031-03-01")
    other, last_year = forum(b, "Arctic Women's Forum", "2031-03-01"), forum(b, "Baltic Women's Forum", "2030-03-01")
    view = view_of(a, b)
    assert together(view, baltic, again)
    assert len({view.event_of(c) for c in (baltic, other, last_year)}) == 3


def test_half_of_the_parties_deny_nothing() -> None:
    one = report("2031-02-03")
    denied = one.claim(
        "No meeting with Lind this week.", "meeting", "meeting", "not_planned", "bo", date="2031-02-03/2031-02-09"
    )
    may = one.claim(
        "Moe could meet Lind this week.", "meet", "meeting", "possible", "bo cy", date="2031-02-03/2031-02-09"
    )
    assert not together(view_of(one), denied, may)


def test_nothing_happened_before_its_day() -> None:
    one = report("2031-02-03")
    claim = meeting(one, "ana bo", "2031-05-05")
    view = view_of(one)
    assert view.claim(claim).status == "happened"
    assert view.events()[0].standing == "planned"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [(("state",), ("working",), False), (("first",), ("second",), False), (("state",), (), True), ((), (), True)],
)
def test_forms_and_numbers_tell_visits_apart(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    a, b = report("2031-02-03", "One"), report("2031-02-04", "Other")
    first = visit(a, "ana", STOCKHOLM, "2031-02", qualifiers=one)
    second = visit(b, "ana", STOCKHOLM, "2031-02", qualifiers=other)
    assert together(view_of(a, b), first, second) is same


def test_that_there_is_no_state_visit_denies_no_visit() -> None:
    a, b = report("2031-02-03", "One"), report("2031-02-04", "Other")
    day = {"date": "2031-03-01", "place": STOCKHOLM}
    comes = a.claim("Ruiz will come.", "come", "visit", "planned", "ana", **day)
    form = {**day, "qualifiers": ("state",)}
    denied = b.claim("It is no state visit.", "visit", "visit", "not_planned", "ana", **form)
    assert not together(view_of(a, b), comes, denied)


def test_a_report_repeats_its_denial_in_fewer_words() -> None:
    one = report("2031-02-03")
    full = one.claim(
        "Ruiz will not meet Lind this week.", "meet", "meeting", "not_planned", "ana bo", date="2031-02-03/2031-02-09"
    )
    short = one.claim("A meeting with Lind is not on her agenda.", "meeting", "meeting", "not_planned", "bo")
    assert together(view_of(one), full, short)


def test_one_sentence_that_tells_of_two_meetings() -> None:
    one = report("2031-02-03")
    sentence = "Ruiz met Lind and received a guest."
    first = one.claim(sentence, "met", "meeting", "happened", "ana bo", date="2031-02-02")
    second = one.claim(sentence, "received", "meeting", "happened", "ana", date="2031-02-02")
    same_words = one.claims[0].evidence
    one.claims[1] = msgspec.structs.replace(one.claims[1], evidence=same_words)
    assert not together(view_of(one), first, second)


@pytest.mark.parametrize(("known", "same"), [(True, True), (False, False)])
def test_protests_of_nobody_in_particular_are_one_within_one_story(known: bool, same: bool) -> None:
    a, b = report("2031-02-03", "One"), report("2031-02-04", "Other")
    if not known:
        b.entities = [ANA, BO]
    first = a.claim("There are protests.", "protests", "protest", "planned", "", date="2031-03-13")
    second = b.claim("Crowds plan protests.", "protests", "protest", "expected", "", date="2031-03-13/2031-03-19")
    assert together(view_of(a, b), first, second) is same


@pytest.mark.parametrize(("day", "near"), [("2031-02-03", True), ("2031-02-09", False)])
def test_meetings_a_day_apart_are_two_that_may_be_one(day: str, near: bool) -> None:
    a, b = report("2031-02-10", "One"), report("2031-02-10", "Other")
    first, second = meeting(a, "ana bo", "2031-02-02"), meeting(b, "ana bo", day)
    view = view_of(a, b)
    assert not together(view, first, second)
    assert bool(view.events()[0].maybe_same) is near
    assert any("May be the same" in sentence for sentence in view.explain_link(first)) is near

"""Stories about invented people, for the tests of linking, standings and changes. Expectations stand in the tests."""

from __future__ import annotations

from build import Draft, body, country, person

from diurna.model import Extraction

POLAND = country("poland", "Poland", "POL")
PORTUGAL = country("portugal", "Portugal", "PRT")
DOLAN = person("dolan", "Marek Dolan", country="POL", office="President", also="Dolan|President Dolan")
CARVALHO = person("carvalho", "Ines Carvalho", country="PRT", office="Foreign Minister", also="Carvalho")
ZIELAK = person("zielak", "Piotr Zielak", country="POL", office="spokesman", also="Zielak")
KROL = person("krol", "Pawel Krol", country="POL", office="Foreign Minister", also="Krol")
BASTOS = person("bastos", "Rui Bastos", country="PRT", office="Prime Minister", also="Bastos")
CAST = [POLAND, PORTUGAL, DOLAN, CARVALHO, ZIELAK, KROL, BASTOS]
SPOKESMAN = [["Piotr Zielak"]]


def denial_of_a_week() -> Extraction:
    """March 2031: no meeting this week, during the minister's trip."""
    draft = Draft("march.txt", "2031-03-12/2031-03-13", CAST, outlet="Vistula Daily")
    trip = draft.claim(
        "Carvalho left for Poland on Monday.", "left", "visit", "happened", "carvalho", to="poland",
        date="2031-03-10", place=("Poland", "POL"), asserted_on="2031-03-12/2031-03-13",
    )  # fmt: skip
    draft.claim(
        "There is no planned meeting between Dolan and Carvalho during her visit this week.", "meeting", "meeting",
        "not_planned", "dolan carvalho", date="2031-03-10/2031-03-16", sources=[["the presidency"]],
        asserted_on="2031-03-12", occasion=trip,
    )  # fmt: skip
    draft.claim(
        "Dolan is not expected to meet the diplomat, Zielak told reporters on March 12.", "meet", "meeting",
        "not_planned", "dolan carvalho", date="2031-03-12/..", sources=SPOKESMAN, asserted_on="2031-03-12",
    )  # fmt: skip
    draft.claim(
        "No meeting with Dolan is on her agenda this week, Zielak said.", "meeting", "meeting", "not_planned",
        "dolan carvalho", date="2031-03-10/2031-03-16", sources=SPOKESMAN, asserted_on="2031-03-12",
    )  # fmt: skip
    draft.claim(
        "There may be possible discussions with her counterpart Krol.", "discussions", "talks", "possible",
        "carvalho krol", asserted_on="2031-03-12/2031-03-13",
    )  # fmt: skip
    draft.claim(
        "Nobody would say whether Krol and Carvalho will meet during her visit.", "meet", "meeting", "unknown",
        "krol carvalho", occasion=trip, asserted_on="2031-03-12/2031-03-13",
    )  # fmt: skip
    return draft.done()


def meeting_after_all() -> Extraction:
    """May 2031: they met, although a meeting was denied days before; an earlier meeting, a summit, talk of a visit."""
    draft = Draft("may.txt", "2031-05-05/2031-05-06", CAST, outlet="Tagus Post")
    now = "2031-05-05/2031-05-06"
    draft.claim(
        "President Marek Dolan met with Foreign Minister Ines Carvalho on Monday.", "met", "meeting", "happened",
        "dolan carvalho", date="2031-05-05", asserted_on=now,
    )  # fmt: skip
    draft.claim(
        "Zielak reported that Dolan welcomed Carvalho at the palace.", "welcomed", "meeting", "happened",
        "dolan carvalho", sources=SPOKESMAN, asserted_on=now,
    )  # fmt: skip
    draft.claim(
        "The meeting included Krol.", "meeting", "meeting", "happened", "dolan carvalho krol", asserted_on=now,
    )  # fmt: skip
    draft.claim(
        "On April 29, Zielak stated that Dolan had no plans to meet Carvalho.", "meet", "meeting", "not_planned",
        "dolan carvalho", date="2031-04-29/..", sources=SPOKESMAN, asserted_on="2031-04-29",
    )  # fmt: skip
    draft.claim(
        "Carvalho held a dialogue with Krol on Friday.", "dialogue", "talks", "happened", "carvalho krol",
        date="2031-05-02", asserted_on=now,
    )  # fmt: skip
    draft.claim(
        "Dolan invited Bastos to Warsaw after their November summit in Lisbon.", "invited", "invitation", "happened",
        "dolan", to="bastos", asserted_on=now,
    )  # fmt: skip
    draft.claim(
        "After their November summit they spoke of it.", "summit", "summit", "happened", "dolan bastos",
        date="2030-11", place=("Lisbon", "PRT"), asserted_on=now,
    )  # fmt: skip
    draft.claim(
        "Expectations of a possible visit of Bastos next year are surfacing.", "visit", "visit", "possible", "bastos",
        to="poland", date="2032", place=("Poland", "POL"), asserted_on=now,
    )  # fmt: skip
    draft.claim(
        "They may have discussed the potential visit of Bastos to Poland.", "visit", "visit", "possible", "bastos",
        to="poland", place=("Poland", "POL"), asserted_on=now,
    )  # fmt: skip
    draft.claim(
        "Dolan also met Carvalho in January.", "met", "meeting", "happened", "dolan carvalho", date="2031-01",
        asserted_on=now,
    )  # fmt: skip
    draft.claim(
        "In November, Dolan visited Lisbon.", "visited", "visit", "happened", "dolan", to="portugal", date="2030-11",
        place=("Lisbon", "PRT"), asserted_on=now,
    )  # fmt: skip
    return draft.done()


VANCE = person("vance", "Arthur Vance", country="USA", office="President", also="Vance|President Vance|Mr. Vance")
USA = country("usa", "United States", "USA")
UK = country("uk", "United Kingdom", "GBR")
GREY = person("grey", "Helen Grey", country="GBR", office="Prime Minister", also="Grey|Mrs. Grey")
KING = person("king", "King Edmund IV", country="GBR", office="King")
WILL = person("will", "Will Harper", country="USA", office="Ambassador", also="Ambassador Harper")
NED = person("ned", "Ned Harper", country="GBR", office="Foreign Secretary", also="Foreign Secretary Harper")
WHITE_HOUSE = body("wh", "White House", country="USA", known="org:white-house")
NO_10 = body("no10", "Downing Street", country="GBR", known="org:downing-street")
ROYAL = [VANCE, USA, UK, GREY, KING, WHITE_HOUSE, NO_10]


def visit_as_the_tribune_tells_it() -> Extraction:
    """April 2031: a working visit on 13 July, no state visit, a trip of February called off."""
    draft = Draft("tribune.txt", "2031-04-26", [*ROYAL, WILL], outlet="The Tribune")
    to_uk = {"to": "uk", "place": ("United Kingdom", "GBR")}
    visit = draft.claim(
        "Vance will travel to the United Kingdom on July 13 for a working visit.", "travel", "visit", "planned",
        "vance", **to_uk, date="2031-07-13", qualifiers=("working",),
    )  # fmt: skip
    draft.claim(
        "It will not be a state visit.", "visit", "visit", "not_planned", "vance", **to_uk, qualifiers=("state",),
    )  # fmt: skip
    draft.claim(
        "Vance nixed a February visit to the U.K. to open the embassy.", "visit", "visit", "cancelled", "vance",
        **to_uk, date="2031-02", tense="past_or_present",
    )  # fmt: skip
    draft.claim(
        "Downing Street confirmed that the two leaders would meet.", "meet", "meeting", "planned", "vance grey",
        occasion=visit, sources=[["Downing Street"]], asserted_on="2031-04-26",
    )  # fmt: skip
    draft.claim(
        "Vance and Grey last met in Davos in January.", "met", "meeting", "happened", "vance grey", date="2031-01",
        place=("Davos", "CHE"),
    )  # fmt: skip
    draft.claim("He is unlikely to meet the King.", "meet", "meeting", "not_planned", "vance king", occasion=visit)
    return draft.done()


def visit_as_the_courier_tells_it() -> Extraction:
    """The next day, another paper: the same visit, the same cancellation, the King after all."""
    draft = Draft("courier.txt", "2031-04-27", [*ROYAL, NED], outlet="The Courier")
    to_uk = {"to": "uk", "place": ("London", "GBR")}
    draft.claim("Vance will visit London in July.", "visit", "visit", "planned", "vance", **to_uk, date="2031-07")
    visit = draft.claim(
        "He will definitely come when he arrives on July 13.", "arrives", "visit", "planned", "vance", **to_uk,
        date="2031-07-13",
    )  # fmt: skip
    draft.claim(
        "In January, Vance cancelled a visit to London.", "cancelled", "visit", "cancelled", "vance", **to_uk,
        date="2031-01", tense="past_or_present", asserted_on="2031-01",
    )  # fmt: skip
    draft.claim(
        "Vance and Grey will hold bilateral talks on July 13.", "talks", "talks", "planned", "vance grey",
        date="2031-07-13", occasion=visit,
    )  # fmt: skip
    draft.claim(
        "Vance is expected to meet the King during the visit.", "meet", "meeting", "expected", "vance king",
        occasion=visit,
    )  # fmt: skip
    draft.claim(
        "Grey put the idea of a state visit on ice.", "visit", "visit", "not_planned", "vance", **to_uk,
        qualifiers=("state",),
    )  # fmt: skip
    draft.claim(
        "Downing Street had previously declined to comment on a summer visit.", "visit", "visit", "unknown", "vance",
        **to_uk, date="2031-06/2031-08", sources=[["Downing Street"]], asserted_on="../2031-04-27",
    )  # fmt: skip
    return draft.done()

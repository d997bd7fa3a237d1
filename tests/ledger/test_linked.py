"""Undated reports that linked reports date."""

from __future__ import annotations

import itertools

import msgspec
import pytest
from build import Draft, body, country, person, view_of

from diurna.ledger import View
from diurna.model import Edtf, Extraction
from diurna.model.nouns import Published

ANA = person("a", "Ana Ruiz", country="ESP", office="President", also="Ruiz")
BO = person("b", "Bo Lind", country="SWE", office="Prime Minister", also="Lind")
CAST = [ANA, BO, country("es", "Spain", "ESP"), country("se", "Sweden", "SWE"), body("army", "Swedish Army")]


def report(file: str, day: str | None) -> Draft:
    return Draft(file, day, CAST, outlet=file)


def met(draft: Draft, status: str, date: str | None = "2031-03-20", **more: object) -> Draft:
    draft.claim("The meeting of Ruiz and Lind.", "meeting", "meeting", status, "a b", date=date, date_text="x", **more)
    return draft


def published(view: View, file: str) -> Published:
    [found] = [r.published for r in view.reports() if r.file == file]
    return found


def test_what_is_told_as_over_was_before_the_report() -> None:
    view = view_of(met(report("dated", "2031-03-21"), "happened"), met(report("undated", None), "happened"))
    found = published(view, "undated")
    assert (str(found.edtf), found.basis) == ("2031-03-20/..", "inferred")
    assert "meeting of 2031-03-20" in found.reasons[-1]


def test_what_is_told_as_ahead_was_after_the_report() -> None:
    view = view_of(met(report("dated", "2031-03-21"), "happened"), met(report("undated", None), "planned"))
    assert str(published(view, "undated").edtf) == "../2031-03-20"


def test_a_plan_that_was_told_of_before_says_nothing_of_the_day_of_the_report() -> None:
    undated = met(report("undated", None), "planned", asserted_on="2031-02-01")
    view = view_of(met(report("dated", "2031-03-21"), "happened"), undated)
    assert published(view, "undated").edtf is None


def test_the_stated_day_of_a_report_stays() -> None:
    view = view_of(met(report("one", "2031-03-21"), "happened"), met(report("other", "2031-03-22"), "happened"))
    assert str(published(view, "other").edtf) == "2031-03-22"


@pytest.mark.parametrize(("own", "expected"), [("2031-03-18/2031-03-24", "2031-03-20/2031-03-24"), ("2030", "2030")])
def test_an_inferred_interval_is_narrowed_and_never_contradicted(own: str, expected: str) -> None:
    undated = _inferred(met(report("undated", None), "happened"), own)
    view = view_of(met(report("dated", "2031-03-21"), "happened"), undated)
    assert str(published(view, "undated").edtf) == expected


def test_an_undated_report_bounds_no_other_one() -> None:
    view = view_of(met(report("one", None), "happened"), met(report("other", None), "happened"))
    assert [published(view, file).edtf for file in ("one", "other")] == [None, None]


def test_the_order_of_arrival_does_not_matter() -> None:
    story = [
        met(report("dated", "2031-03-21"), "happened"),
        met(report("undated", None), "happened"),
        met(report("earlier", None), "planned"),
    ]
    found = {
        tuple(str(published(view_of(*order), file).edtf) for file in ("undated", "earlier"))
        for order in itertools.permutations(story)
    }
    assert found == {("2031-03-20/..", "../2031-03-20")}


def _inferred(draft: Draft, edtf: str) -> Extraction:
    whole = draft.done()
    known = Published(edtf=Edtf.parse(edtf), basis="inferred", reasons=("its own text",))
    return msgspec.structs.replace(whole, report=msgspec.structs.replace(whole.report, published=known))

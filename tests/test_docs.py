"""The documentation says what the code does: the status table, the fields of the record, the commands, the links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest

from diurna import demo
from diurna.engine import read_reports
from diurna.export import record_rows
from diurna.ledger import Ledger
from diurna.model import STATUSES, BadInput, Edtf, derive_status
from diurna.model.nouns import ChangeType
from diurna.model.status import Mode, Tense, Value
from diurna.sources import Document

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
KINDS = ("report", "entity", "statement", "claim", "event", "change")


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def rows_under(text: str, header: str) -> Iterator[list[str]]:
    """The body rows of the Markdown table whose header line begins so."""
    lines = iter(text.splitlines())
    assert any(line.startswith(header) for line in lines), header
    next(lines)
    for line in lines:
        if not line.startswith("|"):
            return
        yield [cell.strip() for cell in line.strip("|").split("|")]


# -- status ---------------------------------------------------------------------------------------------------------


def test_status_table_is_the_function() -> None:
    text = page("status.md")
    header = next(line for line in text.splitlines() if line.startswith("| value | tense |"))
    modes = [[mode.strip() for mode in cell.split(",")] for cell in header.strip("|").split("|")[2:]]
    written = {
        (value, tense, mode): status
        for value, tense, *statuses in rows_under(text, "| value | tense |")
        for column, status in zip(modes, statuses, strict=True)
        for mode in column
    }
    combinations = product(get_args(Value), get_args(Tense), get_args(Mode))
    assert written == {(v, t, m): derive_status(v, t, m) for v, t, m in combinations}


def test_every_status_and_change_is_explained() -> None:
    assert {row[0] for row in rows_under(page("status.md"), "| status |")} == set(STATUSES)
    assert {row[0] for row in rows_under(page("status.md"), "| type |")} == set(get_args(ChangeType))


# -- the record format ----------------------------------------------------------------------------------------------


@cache
def exported() -> dict[str, set[str]]:
    """The fields of every kind that the export of the bundled sample holds, as paths; `[]` marks a list's elements."""
    fields: dict[str, set[str]] = {kind: set() for kind in KINDS}
    with Ledger.open(":memory:") as ledger:
        for found in read_reports(sample()):
            assert not isinstance(found, BadInput)
            ledger.record([found])
        for row in record_rows(ledger.view()):
            fields[row["kind"]] |= set(paths(row))
    return fields


def sample() -> Iterator[Document]:
    for report in demo.reports():
        published = Edtf.parse(report.published) if report.published else None
        basis: Any = "metadata" if published else "unknown"
        yield Document(
            report.file, report.text, title=report.title, outlet=report.outlet, published=published, basis=basis
        )


def paths(value: object, path: str = "") -> Iterator[str]:
    """The paths of all leaves of a row; null and empty lists are leaves."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and any(isinstance(inner, dict) for inner in value):
        for inner in value:
            yield from paths(inner, f"{path}[]")
    else:
        yield path


def documented(kind: str) -> set[str]:
    """The fields that the page lists for a kind."""
    section = page("record-format.md").split(f"\n## {kind}\n")[1].split("\n## ")[0]
    return {row[0].strip("`") for row in rows_under(section, "| field |")}


def parents(fields: set[str]) -> set[str]:
    """The fields together with what holds them: `place` for `place.name`, `offices` for `offices[].title`."""
    return fields | {re.split(r"\[|\.", field)[0] for field in fields}


@pytest.mark.parametrize("kind", KINDS)
def test_every_exported_field_is_documented(kind: str) -> None:
    assert exported()[kind], f"the sample has no {kind}"
    assert exported()[kind] - parents(documented(kind)) == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_documented_field_is_exported(kind: str) -> None:
    top = {re.split(r"\[|\.", field)[0] for field in documented(kind)}
    assert top - parents(exported()[kind]) == set()


# -- the README and the links ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["diurna demo", "-m pytest"])
def test_readme_has_its_two_commands_on_one_line_each(ending: str) -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("python3 -m venv .venv && ") and line.endswith(ending)]


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_links_between_pages_lead_somewhere(file: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", file.read_text(encoding="utf-8"))
    assert [target for target in targets if not (file.parent / target).exists()] == []

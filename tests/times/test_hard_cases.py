"""Sentences whose time expressions need more than a list of words: one of each kind of trap."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from diurna.language import read
from diurna.model import Edtf, Published
from diurna.times import find_times, resolve_times

_MARKED = re.compile(r"\[([^|\]]+)\|([A-Z]+)\|([^\]]+)\]")


def _cases() -> list[tuple[str, str, str, str]]:
    lines = Path(__file__).with_name("hard_cases.txt").read_text(encoding="utf-8").splitlines()
    return [_case(line) for line in lines if line and not line.startswith("#")]


def _case(line: str) -> tuple[str, str, str, str]:
    number, day, rest = line.split("|", 2)
    marked, _, tests = rest.rpartition("|")
    return number, day, marked, tests


@pytest.mark.parametrize(("number", "day", "marked", "tests"), _cases(), ids=lambda value: value[:40])
def test_hard_case(number: str, day: str, marked: str, tests: str) -> None:
    text = _MARKED.sub(r"\1", marked)
    reading = read([text])[0]
    published = Published(edtf=Edtf.parse(day), basis="metadata")

    got = resolve_times(reading, find_times(reading), published)

    assert [(e.text, e.type, e.value) for e in got] == _MARKED.findall(marked), tests

"""The running year of a text that tells history: the years that make its dates follow on one another.

Such a text tells a year once and then goes on in months, seasons and days ("In May 1919 ... In October ... In January
..."). Of the years told around it each of these takes the one that makes the whole chain of dates run on most
smoothly, found by dynamic programming over the chain (Viterbi 1967). A step forward costs its length, a step back
somewhat more, a year that changes in silence a little, and no step more than a limit, so that an aside ("as Napoleon
had in 1812") costs two steps and does not carry the story away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diurna.times.arithmetic import part_length, part_starts
from diurna.times.meanings import CalendarDate, Meaning, Offset, PartOfYear, Period

Months = tuple[int, int]
"""The first and the last month of a date, counted from the year 0."""

_BACK = 0.5
_SILENT = 0.2
_FARTHEST = 2.0
_ASIDE = 1.0
_BEAM = 6
_RECENT = 3
_UNITS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}


@dataclass(frozen=True, slots=True)
class Beat:
    """One date of the story, by its place in the list of expressions; `year` is None where it is not told.

    `beside` is a year told before it in its own sentence: it belongs to that one or to the next.
    """

    index: int
    meaning: Meaning
    year: int | None
    beside: int | None = None


@dataclass(frozen=True, slots=True)
class _Path:
    """The cheapest way to a date: what it costs, where it stands, and the way up to it."""

    cost: float
    at: Months
    index: int
    before: _Path | None


def running_years(beats: Sequence[Beat]) -> dict[int, int]:
    """The year of each beat by its index; empty where no year is told at all."""
    told = [b.year for b in beats]
    if not any(year is not None for year in told):
        return {}
    paths: list[_Path] = []
    for n, beat in enumerate(beats):
        steps = _steps(beat, paths, _years_around(told, n))
        paths = sorted(steps, key=lambda path: path.cost)[:_BEAM] or paths
    return {path.index: path.at[0] // 12 for path in _ways(paths[0])}


def _ways(path: _Path | None) -> Iterator[_Path]:
    while path is not None:
        yield path
        path = path.before


def _years_around(told: Sequence[int | None], n: int) -> list[int]:
    """The years told last before a beat, and the one told next."""
    before: list[int] = []
    for k in range(n - 1, -1, -1):
        if told[k] is not None and told[k] not in before:
            before.append(told[k])  # type: ignore[arg-type]
            if len(before) == _RECENT:
                break
    after = next((year for year in told[n:] if year is not None), None)
    return before if after is None else [*before, after]


def _steps(beat: Beat, paths: Sequence[_Path], years: Sequence[int]) -> Iterator[_Path]:
    """The cheapest path to each place that the beat can have; a date told in full can also be an aside."""
    best: dict[Months, _Path] = {}
    for path in paths or (None,):
        steps = [(at, _cost(path.at, at, beat.year is None) if path else 0.0) for at in _places(beat, path, years)]
        if path is not None and beat.year is not None:
            steps.append((path.at, _ASIDE))
        for at, step in steps:
            cost = step + (path.cost if path else 0.0)
            if at not in best or cost < best[at].cost:
                best[at] = _Path(cost, at, beat.index, path)
    yield from best.values()


def _places(beat: Beat, path: _Path | None, years: Sequence[int]) -> Iterator[Months]:
    meaning, before = beat.meaning, path.at if path else None
    if isinstance(meaning, Period | Offset):
        if before is not None:
            yield _moved(meaning, before)
        return
    first, last = _months(meaning)
    if beat.year is not None:
        yield beat.year * 12 + first, beat.year * 12 + last
        return
    for year in _years_possible(beat, before, years):
        yield year * 12 + first, year * 12 + last


def _years_possible(beat: Beat, before: Months | None, years: Sequence[int]) -> set[int]:
    if beat.beside is not None:
        return {beat.beside, beat.beside + 1}
    near = {*years[:1], *(() if before is None else (before[0] // 12,))}
    return {year + n for year in near for n in (-1, 0, 1)} | set(years)


def _cost(before: Months, at: Months, silent: bool) -> float:
    change = _SILENT if silent and before[0] // 12 != at[0] // 12 else 0.0
    if at[0] > before[1]:
        return change + min((at[0] - before[1]) / 12, _FARTHEST)
    if at[1] < before[0]:
        return change + min(_BACK + (before[0] - at[1]) / 12, _FARTHEST)
    return change


def _months(meaning: Meaning) -> tuple[int, int]:
    """The first and last month of a date within its year, from 0."""
    if isinstance(meaning, CalendarDate) and meaning.month is not None:
        return meaning.month - 1, meaning.month - 1
    if isinstance(meaning, PartOfYear):
        first = part_starts(meaning.code) - 1
        return first, first + part_length(meaning.code) - 1
    return 0, 11


def _moved(meaning: Period | Offset, before: Months) -> Months:
    """Where "the following year" or "six months later" leads from a date; days and weeks stay in its months."""
    length = _UNITS.get(meaning.unit, 0)
    count = meaning.shift if isinstance(meaning, Period) else round(meaning.count * meaning.toward)
    low, high = before[0] + count * length, before[1] + count * length
    return (low // 12 * 12, low // 12 * 12 + 11) if length >= 12 else (low, high)

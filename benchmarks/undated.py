"""How well reports are dated whose date is hidden: `python -m benchmarks.undated --data DIR [--errors]`.

DIR is the development data. The dates of four sets of news are hidden and compared with what the text alone tells
(`diurna.times`): TimeBank and AQUAINT (TimeML, the creation time is hidden, datelines without a year stay), GUM's news
(the date line and the metadata are hidden) and PolNeAR (the date is in its metadata only). The reference records
beside DIR are rows of their own.

- *answered*: documents that get an interval rather than "unknown".
- *right year*: the year of publication, of the documents that are answered; *right day*: it lies in the interval.
- *width*: of the intervals, in days. *Brier*: of the stated probability that the day lies in the interval.
- *reliability*: how often the day lies in the interval, by the stated probability; and, of every document, answered or
  not, how often its likeliest year is right, by how likely that year is held to be. By halves of the documents.

Intervals are percentile bootstrap over documents. Needs `training/src` and `corpus/src` on the Python path.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks import gold
from benchmarks.data import data_folder
from diurna.language import read
from diurna.model import Edtf, Published
from diurna.times import find_times, infer_published, stated_published
from diurna.times.publication.infer import chances_of_years
from diurna_corpus.bootstrap import intervals
from diurna_corpus.figures import Figures, Sums, share
from diurna_training.sets.timeml import read_timeml

BATCH = 32
EDGES = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01)
"""Where the rows of a reliability table begin and end."""
_BODY = re.compile(r"<(?:p|head|item)\b.*?</(?:p|head|item)>", re.DOTALL)
_DATE_LINE = re.compile(r"\W*(?:[A-Z][a-z]+day, )?([A-Z][a-z]+ \d{1,2}, \d{4})\W*")
_CLOSE_UP = re.compile(r" (?=[.,;:?!)%”’]|n't\b|'(?:s|re|ve|ll|d)\b)|(?<=[(“$]) ")


@dataclass(frozen=True)
class Case:
    """A text and the day on which it came out, or the days between which the reference puts it."""

    name: str
    text: str
    published: Edtf


@dataclass(frozen=True)
class Outcome:
    """What a text tells of its day: the answer, and the probability of each year."""

    case: Case
    answer: Published
    years: dict[int, float]

    @property
    def answered(self) -> bool:
        """Whether there is an interval."""
        return self.answer.edtf is not None

    @property
    def year_is_right(self) -> bool:
        """Whether the year of publication is among those of the interval."""
        return self._overlaps(lambda day: day.year)

    @property
    def day_is_right(self) -> bool:
        """Whether publication lies in the interval."""
        return self._overlaps(lambda day: day.toordinal())

    @property
    def width(self) -> int:
        """The days of the interval."""
        return (self.answer.edtf.days or 0) if self.answer.edtf is not None else 0

    @property
    def probability(self) -> float:
        """What the answer claims; a stated day is certain."""
        return 1.0 if self.answer.probability is None else self.answer.probability

    def likeliest(self) -> tuple[float, bool]:
        """How likely the likeliest year is held to be, and whether it is the right one."""
        year = max(self.years, key=lambda y: self.years[y])
        return self.years[year], self.case.published.overlaps(Edtf.year(year))

    def counts(self) -> dict[str, float]:
        """What the figures are made of."""
        missed = (self.probability - self.day_is_right) ** 2
        return {
            "documents": 1,
            "answered": self.answered,
            "right year": self.year_is_right,
            "right day": self.day_is_right,
            "squared": missed if self.answered else 0.0,
        }

    def _overlaps(self, unit: Callable[[dt.date], int]) -> bool:
        ours, theirs = self.answer.edtf, self.case.published
        if ours is None or ours.earliest is None or ours.latest is None or theirs.earliest is None:
            return False
        return unit(ours.earliest) <= unit(theirs.latest or theirs.earliest) and unit(theirs.earliest) <= unit(
            ours.latest
        )


def figures(sums: Sums) -> Figures:
    """The shares in percent, and the Brier score."""
    answered = sums["answered"]
    return {
        "answered": 100 * share(answered, sums["documents"]),
        "right year": 100 * share(sums["right year"], answered),
        "right day": 100 * share(sums["right day"], answered),
        "Brier": share(sums["squared"], answered),
    }


def timeml(folder: Path) -> Iterator[Case]:
    """TimeML documents by their creation time."""
    for path in sorted(folder.glob("*.tml")):
        document = read_timeml(path)
        yield Case(document.name, document.text, Edtf.parse(document.created[:10]))


def gum_news(folder: Path) -> Iterator[Case]:
    """GUM's news without the line that holds its date; the day is that of the line or, without one, of the metadata."""
    for path in sorted(folder.glob("GUM_news_*.xml")):
        raw = path.read_text(encoding="utf-8")
        paragraphs = list(_paragraphs(raw))
        stated = [match[1] for part in paragraphs if (match := _DATE_LINE.fullmatch(part))]
        created = re.findall(r'dateCreated="(\d{4}-\d\d-\d\d)"', raw)[0]
        day = dt.datetime.strptime(stated[0], "%B %d, %Y").date() if stated else dt.date.fromisoformat(created)
        text = "\n\n".join(part for part in paragraphs if not _DATE_LINE.fullmatch(part))
        yield Case(path.stem, text, Edtf.day(day))


def _paragraphs(raw: str) -> Iterator[str]:
    for block in _BODY.findall(raw):
        words = (html.unescape(line.split("\t")[0]) for line in block.split("\n") if "\t" in line)
        yield _CLOSE_UP.sub("", " ".join(words))


def polnear(folder: Path) -> Iterator[Case]:
    """Political news of 2015 and 2016 by its metadata."""
    with (folder / "metadata.tsv").open(encoding="utf-8") as table:
        days = {
            row["filename"].removesuffix(".txt"): row["publication_date"]
            for row in csv.DictReader(table, delimiter="\t")
        }
    for path in sorted(folder.glob("*/text/*")):
        if day := days.get(path.stem):
            yield Case(path.stem, path.read_text(encoding="utf-8"), Edtf.parse(day))


def record(file: Path, folder: Path) -> Iterator[Case]:
    """The reports of a reference record."""
    for path in [file] if file.is_file() else ():
        reference = gold.Gold.load(path, folder)
        for report in reference["reports"]:
            yield Case(report["file"], reference.texts[report["id"]], gold.interval(report["published"]))


SETS: dict[str, Callable[[Path], Iterator[Case]]] = {
    "TimeBank": lambda data: timeml(data / "time" / "tbaq-cleaned" / "TimeBank"),
    "AQUAINT": lambda data: timeml(data / "time" / "tbaq-cleaned" / "AQUAINT"),
    "GUM news": lambda data: gum_news(data / "crossdoc" / "gum_wikinews"),
    "PolNeAR": lambda data: polnear(data / "attribution" / "polnear"),
    "seeds": lambda data: record(data.parent / "gold" / "seeds.yaml", data.parent / "seeds"),
    "visit": lambda data: record(data.parent / "gold" / "story-uk-visit.yaml", data.parent / "stories"),
    "tariffs": lambda data: record(data.parent / "gold" / "story-tariffs.yaml", data.parent / "stories"),
}


def outcomes(cases: Sequence[Case]) -> Iterator[Outcome]:
    """What the text of each case tells of its day."""
    for start in range(0, len(cases), BATCH):
        batch = cases[start : start + BATCH]
        for case, reading in zip(batch, read([case.text for case in batch]), strict=True):
            found = find_times(reading)
            answer = stated_published(reading, found) or infer_published(reading, found)
            yield Outcome(case, answer, chances_of_years(reading, found))


def reliability(pairs: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """A line for each step of probability: how many, the mean probability, and how often it came true."""
    for low, high in pairwise(EDGES):
        inside = [(chance, right) for chance, right in pairs if low <= chance < high]
        if inside:
            mean, true = np.mean(inside, axis=0)
            yield f"    {low:.1f} to {min(high, 1):.1f}: {len(inside):4} held {mean:.2f} true {true:.2f}"


def lines(name: str, found: Sequence[Outcome]) -> Iterator[str]:
    """The rows of one set."""
    yield f"{name}: {len(found)} documents"
    for figure, (value, low, high) in intervals([one.counts() for one in found], figures).items():
        if figure == "answered" or any(one.answered for one in found):
            yield f"  {figure:12}{value:7.2f} [{low:.2f}, {high:.2f}]"
    if widths := [one.width for one in found if one.answered]:
        low, middle, high = np.quantile(widths, (0.25, 0.5, 0.75))
        yield f"  width       {middle:7.0f} days (quartiles {low:.0f} and {high:.0f})"


def error(one: Outcome) -> str:
    """An answer with its reasons, and the right day."""
    reasons = "".join(f"\n    - {reason}" for reason in one.answer.reasons)
    return f"  {one.case.name} of {one.case.published}: {one.answer.edtf} ({one.probability:.2f}){reasons}"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=data_folder() / "data", help="the development data")
    parser.add_argument("--sets", nargs="+", choices=list(SETS), default=list(SETS))
    parser.add_argument("--errors", action="store_true", help="print every wrong answer with its reasons")
    given = parser.parse_args()
    everything: list[Outcome] = []
    for name in given.sets:
        found = list(outcomes(list(SETS[name](given.data))))
        everything += found
        print(*lines(name, found), sep="\n")
        for one in found:
            if given.errors and one.answered and not one.day_is_right:
                print(error(one))
    print(*lines("all", everything), sep="\n")
    for half, part in (("even", everything[::2]), ("odd", everything[1::2])):
        print(f"  reliability of the intervals, {half} documents")
        print(*reliability([(one.probability, one.day_is_right) for one in part if one.answered]), sep="\n")
        print(f"  reliability of the likeliest year, {half} documents")
        print(*reliability([one.likeliest() for one in part]), sep="\n")


if __name__ == "__main__":
    main()

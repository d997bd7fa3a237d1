"""Claims on the claims corpus: `python -m benchmarks.claims [--part dev] [--misses]`, `corpus/src` on the Python path.

Triggers are matched where their spans overlap; type, status and innermost source are compared on matched ones. A source
is right when one of its names is a mention of the right entity, or when both are the reporter. `false happened` is the
share of matched claims of another status that were read as happened. Intervals are percentile bootstrap over texts. The
part `test` is for final measurements: nothing may be tuned on it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from diurna.engine import read_reports
from diurna.model import Claim, Edtf
from diurna.model.nouns import Extraction
from diurna.sources import Document
from diurna_corpus import files, kinds, splits
from diurna_corpus.bootstrap import intervals
from diurna_corpus.files import Text
from diurna_corpus.resolve import Resolved, Told, resolve


@dataclass
class Counts:
    """Sums over texts. `statuses` counts pairs of the right status and ours."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    type: int = 0
    source: int = 0
    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.gold + other.gold,
            self.found + other.found,
            self.matched + other.matched,
            self.type + other.type,
            self.source + other.source,
            self.statuses + other.statuses,
        )

    def figures(self) -> dict[str, float]:
        """The measures, from 0 to 1."""
        other = sum(n for (gold, _), n in self.statuses.items() if gold != "happened")
        false = sum(n for (gold, ours), n in self.statuses.items() if gold != "happened" and ours == "happened")
        right = sum(n for (gold, ours), n in self.statuses.items() if gold == ours)
        return {
            "trigger precision": self.matched / max(self.found, 1),
            "trigger recall": self.matched / max(self.gold, 1),
            "trigger F1": 2 * self.matched / max(self.gold + self.found, 1),
            "type": self.type / max(self.matched, 1),
            "status": right / max(self.matched, 1),
            "status macro F1": _macro(self.statuses),
            "innermost source": self.source / max(self.matched, 1),
            "false happened": false / max(other, 1),
        }


def _macro(counts: Counter[tuple[str, str]]) -> float:
    gold, ours = Counter[str](), Counter[str]()
    for (a, b), n in counts.items():
        gold[a] += n
        ours[b] += n
    return sum(2 * counts[s, s] / (gold[s] + ours[s]) for s in gold) / max(len(gold), 1)


def compare(text: Resolved, claims: Iterable[Claim]) -> Counts:
    """Count what was found in one text."""
    left = list(claims)
    counts = Counts(gold=len(text.claims), found=len(left))
    for gold in text.claims:
        ours = next(
            (c for c in left if c.trigger.start < gold.trigger.end and gold.trigger.start < c.trigger.end), None
        )
        words = gold.trigger.of(text.text)
        if ours is None:
            counts.misses.append(f"not found: {words!r} {gold.written.type} {gold.written.status}")
            continue
        left.remove(ours)
        counts.matched += 1
        counts.type += ours.type == kinds.split(gold.written.type)[0]
        counts.source += same_source(text, gold, ours)
        counts.statuses[gold.written.status, ours.status] += 1
        if ours.status != gold.written.status:
            counts.misses.append(f"{gold.written.status}, read as {ours.status}: {words!r}")
    counts.misses += [f"nothing, read as {c.type} {c.status}: {c.trigger.text!r}" for c in left]
    return counts


def same_source(text: Resolved, gold: Told, ours: Claim) -> bool:
    """Whether both claims come from the same innermost source."""
    said = text.statements.get(gold.by) if gold.by else None
    if said is None:
        return not ours.sources
    if not said.who:  # nobody is named: there is no right name
        return True
    names = {m.span.of(text.text).casefold() for m in text.mentions if m.entity in said.who}
    innermost = ours.sources[-1] if ours.sources else ()
    return any(name.casefold() in mention or mention in name.casefold() for name in innermost for mention in names)


def read(texts: list[Text]) -> Iterator[tuple[Text, tuple[Claim, ...]]]:
    """Each text with the claims that are read in it; its date is told unless the text is an undated one."""
    documents = [
        Document(
            file=f"{t.passage.id}.txt",
            text=t.passage.text,
            outlet=t.passage.outlet,
            published=Edtf.parse(t.passage.published) if t.passage.dated == "yes" else None,
            basis="metadata" if t.passage.dated == "yes" else "unknown",
        )
        for t in texts
    ]
    found = {e.report.file: e.claims for e in read_reports(documents) if isinstance(e, Extraction)}
    for text in texts:
        yield text, found.get(f"{text.passage.id}.txt", ())


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("train", "dev", "test"), default="dev")
    parser.add_argument("--misses", action="store_true", help="print every trigger and status that was missed")
    given = parser.parse_args()
    texts = [text for text in files.texts() if splits.part_of(text) == given.part]
    counts: list[Counts] = []
    for text, claims in read(texts):
        counts.append(compare(resolve(text.passage.text, text.passage), claims))
        for miss in counts[-1].misses if given.misses else ():
            print(f"{text.passage.id}: {miss}")
    print(f"{len(texts)} texts, {sum(c.gold for c in counts)} claims")
    for name, (value, low, high) in intervals(counts, Counts()).items():
        print(f"  {name:18} {value:.3f} [{low:.3f}, {high:.3f}]")


if __name__ == "__main__":
    main()

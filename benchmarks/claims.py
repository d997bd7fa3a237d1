"""Claims on the claims corpus: `python -m benchmarks.claims [--part dev] [--misses]`, `corpus/src` on the Python path.

Triggers are matched where their spans overlap; type, status and innermost source are compared on matched ones. A source
is right when one of its names is a mention of the right entity, or when both are the reporter. `false happened` is the
share of matched claims of another status that were read as happened. Participants are compared as pairs of entity and
role on matched claims, members in place of their groups; `parties` leaves the role out. `governing expression` asks
whether the words that date a matched claim are the annotated ones, `date` whether the days of a claim that the
annotation dates lie inside the annotated ones, give or take a day. Intervals are percentile bootstrap over texts. The
part `test` is for final measurements: nothing may be tuned on it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from benchmarks.gold import date_agrees
from diurna.engine import read_reports
from diurna.model import Claim, Edtf
from diurna.model.nouns import Extraction
from diurna.sources import Document
from diurna.vocabulary.countries import country_named, country_of_capital, country_of_demonym
from diurna.vocabulary.organizations import organization_named
from diurna_corpus import files, kinds, splits
from diurna_corpus.bootstrap import intervals
from diurna_corpus.figures import Figures, Sums, Values, accuracy, f1, macro_f1, share
from diurna_corpus.files import Text
from diurna_corpus.format import ids
from diurna_corpus.resolve import Mention, Resolved, Told, resolve
from diurna_corpus.times import date_of


@dataclass
class Counts:
    """What was counted in one text, see `figures`, and what was missed in words."""

    tally: Counter[Hashable] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def sets(self, name: str, gold: set[Any], ours: set[Any]) -> None:
        """Count two sets of things under a name."""
        self.tally.update({(name, "both"): len(gold & ours), (name, "gold"): len(gold), (name, "ours"): len(ours)})

    def figures(self) -> Figures:
        """The measures of this text alone."""
        return figures(Sums(self.tally))


def figures(sums: Sums) -> Figures:
    """The measures, from 0 to 1, that follow from sums of tallies; statuses are counted in pairs of gold and ours."""
    statuses = {key[1:]: count for key, count in sums.items() if isinstance(key, tuple) and key[0] == "status"}
    other = sum(count for (gold, _), count in statuses.items() if gold != "happened")
    false = sum(count for (gold, ours), count in statuses.items() if gold != "happened" and ours == "happened")
    return {
        "trigger precision": share(sums["matched"], sums["found"]),
        "trigger recall": share(sums["matched"], sums["gold"]),
        "trigger F1": f1(sums["matched"], sums["found"], sums["gold"]),
        "type": share(sums["type"], sums["matched"]),
        "status": accuracy(sums, "status"),
        "status macro F1": macro_f1(sums, "status"),
        "participants F1": _both(sums, "participants"),
        "parties F1": _both(sums, "parties"),
        "governing expression F1": _both(sums, "when"),
        "date": share(sums["date"], sums["dated"]),
        "innermost source": share(sums["source"], sums["matched"]),
        "false happened": share(false, other),
    }


def _both(sums: Sums, name: str) -> Values:
    return f1(sums[name, "both"], sums[name, "gold"], sums[name, "ours"])


def compare(text: Resolved, claims: Iterable[Claim]) -> Counts:
    """Count what was found in one text."""
    left = list(claims)
    counts = Counts(Counter(gold=len(text.claims), found=len(left)))
    for gold in text.claims:
        ours = next(
            (c for c in left if c.trigger.start < gold.trigger.end and gold.trigger.start < c.trigger.end), None
        )
        words = gold.trigger.of(text.text)
        if ours is None:
            counts.misses.append(f"not found: {words!r} {gold.written.type} {gold.written.status}")
            continue
        left.remove(ours)
        counts.tally["matched"] += 1
        counts.tally["type"] += ours.type == kinds.split(gold.written.type)[0]
        counts.tally["source"] += same_source(text, gold, ours)
        counts.tally["status", gold.written.status, ours.status] += 1
        wanted, found = _roles(text, gold), {(_entity(text, p.name), p.role) for p in ours.participants}
        counts.sets("participants", wanted, found)
        counts.sets("parties", {key for key, _ in wanted}, {key for key, _ in found})
        count_date(text, gold, ours, counts)
        if wanted != found:
            counts.misses.append(f"{sorted(wanted)}, read as {sorted(found)}: {words!r}")
        if ours.status != gold.written.status:
            counts.misses.append(f"{gold.written.status}, read as {ours.status}: {words!r}")
    counts.misses += [f"nothing, read as {c.type} {c.status}: {c.trigger.text!r}" for c in left]
    return counts


def count_date(text: Resolved, gold: Told, ours: Claim, counts: Counts) -> None:
    """Count what dates a claim: the words, and the days."""
    time = text.time_of(gold.written) if gold.written.when else None
    wanted, found = time.span.of(text.text) if time else "", ours.date_text or ""
    same = bool(wanted and found) and (wanted in found or found in wanted)
    counts.sets("when", {wanted} - {""}, {wanted if same else found} - {""})
    days = date_of(gold.written.date) if gold.written.date else None
    if days is None:
        return
    right = date_agrees(days, str(ours.date) if ours.date else None)
    counts.tally.update(dated=1, date=right)
    if not right:
        counts.misses.append(f"{days}, read as {ours.date}: {gold.trigger.of(text.text)!r}")


def _roles(text: Resolved, gold: Told) -> set[tuple[str, str]]:
    """The participants of a claim with their roles; the members of a group that is made of them stand for it."""
    entities = text.written.entities
    keys = ((key, role) for role in ("actor", "recipient", "other") for key in ids(getattr(gold.written, role)))
    return {(member, role) for key, role in keys for member in entities[key].members or [key]}


def _entity(text: Resolved, name: str) -> str:
    """The entity of the text that has the name, or else the one whose longest mention holds it; the name for none."""
    wanted = name.casefold()
    named = [(words, m.entity) for m in text.mentions for words in _names(text, m)]
    inside = [(len(words), key) for words, key in named if _within(wanted, words) or _within(words, wanted)]
    return next((key for words, key in named if words == wanted), max(inside, default=(0, name))[1])


def _within(part: str, whole: str) -> bool:
    """Whether all words of the one stand side by side in the other."""
    return f" {part} " in f" {whole} "


def _names(text: Resolved, mention: Mention) -> Iterator[str]:
    """The words of a mention, and the full name of the country or organization that they are known to stand for."""
    words = mention.span.of(text.text)
    yield words.casefold()
    if text.written.entities[mention.entity].type == "country":
        known = country_named(words) or country_of_demonym(words) or country_of_capital(words)
    else:
        known = organization_named(words)
    if known is not None:
        yield known.name.casefold()


def same_source(text: Resolved, gold: Told, ours: Claim) -> bool:
    """Whether both claims come from the same innermost source."""
    said = text.statements.get(gold.by) if gold.by else None
    if said is None:
        return not ours.sources
    if not said.who:  # nobody is named: there is no right name
        return True
    names = {words for m in text.mentions if m.entity in said.who for words in _names(text, m)}
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
    print(f"{len(texts)} texts, {sum(c.tally['gold'] for c in counts)} claims")
    for name, (value, low, high) in intervals([c.tally for c in counts], figures).items():
        print(f"  {name:23} {value:.3f} [{low:.3f}, {high:.3f}]")


if __name__ == "__main__":
    main()

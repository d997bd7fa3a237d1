"""Compares a record with a reference record, measure by measure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.gold import KINDS, Gold, Item, accepted, date_agrees, fold, is_date, source_agrees


@dataclass
class Score:
    """Hits and totals by measure, and what was missed in words. `linking` is B-cubed F1, None without claims found."""

    tallies: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    misses: list[str] = field(default_factory=list)
    linking: float | None = None

    def count(self, measure: str, hit: object, why: str) -> None:
        """Count one case of a measure."""
        self.tallies[measure][0] += bool(hit)
        self.tallies[measure][1] += 1
        if not hit:
            self.misses.append(f"{measure}: {why}")

    def shares(self) -> dict[str, float]:
        """Every measure as a share between 0 and 1."""
        shares = {measure: hits / total for measure, (hits, total) in self.tallies.items()}
        return shares if self.linking is None else {**shares, "linking B3 F1": self.linking}


class Record:
    """The rows of an exported record by kind."""

    def __init__(self, rows: Iterable[Item]) -> None:
        by_kind: dict[str, list[Item]] = defaultdict(list)
        for row in rows:
            by_kind[row["kind"]].append(row)
        self.reports = {row["file"]: row for row in by_kind["report"]}
        self.entities, self.claims, self.changes = by_kind["entity"], by_kind["claim"], by_kind["change"]
        self.events = {row["id"]: row for row in by_kind["event"]}


@dataclass(frozen=True)
class Match:
    """A claim of the reference and the claim of the record that was found for it."""

    gold: Item
    ours: Item


def score_record(gold: Gold, rows: Iterable[Item]) -> Score:
    """Return how far the rows of a record agree with the reference."""
    record, score = Record(rows), Score()
    _reports(gold, record, score)
    party = _entities(gold, record, score)
    found = _claims(gold, record, party, score)
    pairs = _events(gold, record, party, found, score)
    score.linking = b_cubed([m.gold["event"] for m in found], [m.ours["event"] for m in found])
    _kept_apart(gold, found, score)
    _changes(gold, record, pairs, score)
    return score


def _reports(gold: Gold, record: Record, score: Score) -> None:
    for report in gold["reports"]:
        ours = record.reports.get(report["file"], {}).get("published", {}).get("edtf")
        agrees = date_agrees(report["published"], ours)
        score.count("report dates", agrees, f"{report['id']}: {ours} for {report['published']}")


def _entities(gold: Gold, record: Record, score: Score) -> dict[str, str]:
    """Score that one entity of the record holds all names of one reference entity; return which is which."""
    hits = {
        e["id"]: Counter(gold.owner[fold(n)] for n in (e["name"], *e["names"]) if fold(n) in gold.owner)
        for e in record.entities
    }
    for entity in gold["entities"]:
        mine = [key for key, owners in hits.items() if entity["id"] in owners]
        alone = len(mine) == 1 and len(hits[mine[0]]) == 1
        score.count("entities", alone, f"{entity['id']}: {[dict(hits[key]) for key in mine]}")
    return {key: owners.most_common(1)[0][0] for key, owners in hits.items() if owners}


def _parties(row: Item, party: dict[str, str]) -> set[str]:
    return {party[p["entity"]] for p in row.get("participants", []) if p["entity"] in party}


def _candidates(gold: Gold, claim: Item, record: Record) -> list[Item]:
    """The claims of the same report whose trigger lies in the quote and whose kind can be the reference's."""
    report = next(r for r in gold["reports"] if r["id"] == claim["report"])
    ours = record.reports.get(report["file"], {}).get("id")
    start = gold.texts[claim["report"]].index(claim["quote"])
    inside = range(start, start + len(claim["quote"]))
    types = KINDS.get(gold.events[claim["event"]]["what"])
    return [
        c
        for c in record.claims
        if c["report"] == ours and c["trigger"]["start"] in inside and (types is None or c["type"] in types)
    ]


def _claims(gold: Gold, record: Record, party: dict[str, str], score: Score) -> list[Match]:
    found = []
    for claim in gold["claims"]:
        label = f"{claim['report']} “{claim['quote'][:60]}”"
        event = gold.events[claim["event"]]
        wanted = {*event.get("participants", []), *([event["by"]] if "by" in event else [])}

        def closeness(ours: Item, wanted: set[str] = wanted) -> tuple[float, int]:
            parties = _parties(ours, party)
            return len(parties & wanted) - 0.1 * len(parties - wanted), -ours["trigger"]["start"]

        candidates = _candidates(gold, claim, record)
        score.count("claims found", candidates, label)
        if candidates:
            found.append(Match(claim, max(candidates, key=closeness)))
            _claim(gold, found[-1], label, score)
    return found


def _claim(gold: Gold, match: Match, label: str, score: Score) -> None:
    claim, ours = match.gold, match.ours
    statuses = accepted(claim, "status")
    score.count("claim status", ours["status"] in statuses, f"{label}: {ours['status']} for {statuses}")
    if "happened" not in statuses:
        score.count("not falsely happened", ours["status"] != "happened", label)
    agrees = source_agrees(gold, claim, ours["sources"])
    score.count("claim source", agrees, f"{label}: {ours['sources']} for {claim.get('sources')}")
    if "asserted_on" in claim:
        agrees = date_agrees(claim["asserted_on"], ours["asserted_on"])
        score.count("said on", agrees, f"{label}: {ours['asserted_on']} for {claim['asserted_on']}")


def _events(gold: Gold, record: Record, party: dict[str, str], found: list[Match], score: Score) -> dict[str, str]:
    """Score the events that the found claims lead to; each event of the record serves one of the reference."""
    pairs: dict[str, str] = {}
    for (theirs, ours), _ in Counter((m.gold["event"], m.ours["event"]) for m in found).most_common():
        if theirs not in pairs and ours not in pairs.values():
            pairs[theirs] = ours
    for key in {claim["event"]: None for claim in gold["claims"]}:
        event = gold.events[key]
        label = f"{key} {event['what']} {event.get('participants', '')}"
        score.count("events found", key in pairs, label)
        if event.get("core"):
            score.count("core events found", key in pairs, label)
        if key in pairs:
            _event(event, record.events[pairs[key]], party, key, score)
    return pairs


def _event(event: Item, ours: Item, party: dict[str, str], key: str, score: Score) -> None:
    if "date" in event:
        dates = [event["date"], *(other for other in event.get("also", []) if is_date(other))]
        agrees = any(date_agrees(date, ours["date"]) for date in dates)
        score.count("event date", agrees, f"{key}: {ours['date']} for {event['date']}")
    standings = accepted(event, "standing")
    score.count("event standing", ours["standing"] in standings, f"{key}: {ours['standing']} for {standings}")
    if event.get("participants"):
        parties = _parties(ours, party)
        everyone = set(event["participants"]) <= parties
        score.count("participants", everyone, f"{key}: {sorted(parties)} for {event['participants']}")


def b_cubed(reference: Sequence[str], ours: Sequence[str]) -> float | None:
    """The B-cubed F1 (Bagga & Baldwin 1998) of two labellings of the same items; None without items."""
    if not reference:
        return None
    precision, recall = _mean_purity(ours, reference), _mean_purity(reference, ours)
    return 2 * precision * recall / (precision + recall)


def _mean_purity(groups: Sequence[str], labels: Sequence[str]) -> float:
    """The mean share, over all items, of the item's group that carries the item's label."""
    sizes, both = Counter(groups), Counter(zip(groups, labels, strict=True))
    return sum(count * count / sizes[group] for (group, _), count in both.items()) / len(groups)


def _kept_apart(gold: Gold, found: list[Match], score: Score) -> None:
    ours: dict[str, set[str]] = defaultdict(set)
    for match in found:
        ours[match.gold["event"]].add(match.ours["event"])
    for one, other in gold["no_change"]:
        if ours[one] and ours[other]:
            score.count("not falsely merged", not ours[one] & ours[other], f"{one} and {other} are one event")


def _changes(gold: Gold, record: Record, pairs: dict[str, str], score: Score) -> None:
    for change in gold["changes"]:
        ours = [c for c in record.changes if c["event"] == pairs.get(change["event"])]
        ends = accepted(change, "to")
        hit = any(_same_end(c["from"], change["from"]) and any(_same_end(c["to"], e) for e in ends) for c in ours)
        if hit or "none" not in ends:
            score.count("changes found", hit, f"{change['event']}: {change['from']} -> {change['to']}")


def _same_end(ours: str, wanted: str) -> bool:
    return ours == wanted or (is_date(ours) and is_date(wanted) and date_agrees(wanted, ours))

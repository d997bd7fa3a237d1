"""Extractions made from a reference record instead of a language model: what a perfect reader would hand to the ledger.

With `whole`, every claim has all parties, the date and the place of its event. Without, it has only what its own
sentence shows: the parties named in it, a date where a word for one stands in it, the place where it is named.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.gold import Gold
from build import FIELDS, TYPES

from diurna.model import Claim, Edtf, Evidence, Extraction, LocalEntity, Office, Participant, Place, Published, Span
from diurna.model import Report as Told
from diurna.model.ids import content_id
from diurna.vocabulary.countries import country_named, country_of_demonym
from diurna.vocabulary.places import place_country

Item = Mapping[str, Any]
_DATE = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December|\w+day|(?:19|20)\d\d"
    r"|tomorrow|yesterday|(?:last|this|next) (?:week|month|year)|\d+(?:st|nd|rd|th))\b"
)
_KINDS = {"negotiation": "talks", "exemption": "concession"}
_MUTUAL = ("meeting", "summit", "talks", "conference", "agreement", "call")


def extractions(gold: Gold, *, whole: bool) -> Iterator[tuple[Extraction, dict[str, str]]]:
    """Yield the extraction of each report, and the reference event of each of its claims."""
    entities = {entity["id"]: entity for entity in gold["entities"]}
    for report in gold["reports"]:
        text, published = gold.texts[report["id"]], _edtf(report["published"])
        told = Told(
            id=content_id("re", report["id"]),
            file=report["file"],
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            outlet=report.get("outlet"),
            published=Published(edtf=published, basis="stated"),
        )
        items = [item for item in gold["claims"] if item["report"] == report["id"]]
        claims = [_claim(gold, item, told, entities, whole) for item in items]
        locals_ = tuple(_local(entity, text) for entity in entities.values())
        of = {claim.id: str(item["event"]) for claim, item in zip(claims, items, strict=True)}
        yield Extraction(report=told, entities=locals_, claims=tuple(claims)), of


def _edtf(value: Any) -> Edtf:
    if isinstance(value, dict):
        low, high = str(value["earliest"]), str(value["latest"])
        return Edtf.parse(low if low == high else f"{low}/{high}")
    return Edtf.parse(str(value))


def _named(text: str, entity: Item) -> list[str]:
    return [name for name in entity["names"] if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]


def _local(entity: Item, text: str) -> LocalEntity:
    names = _named(text, entity) or list(entity["names"])
    office, kind = entity.get("office"), entity["kind"]
    words = re.findall(r"[A-Z][\w.]*(?: [A-Z][\w.]*)*", office or "") if kind == "person" else entity["names"]
    countries = [c.iso3 for word in reversed(words) if (c := country_named(word) or country_of_demonym(word))]
    iso3 = countries[0] if countries and kind in ("person", "country") else None
    return LocalEntity(
        key=entity["id"],
        type=kind if kind in ("person", "country", "place") else "organization",
        name=max(names, key=len),
        names=tuple(names),
        country=iso3,
        known=iso3 if kind == "country" else None,
        offices=(Office(title=office.split(" of ")[0], of=iso3),) if office else (),
    )


def _claim(gold: Gold, claim: Item, told: Told, entities: Mapping[str, Item], whole: bool) -> Claim:
    event = next(e for e in gold["events"] if e["id"] == claim["event"])
    text = gold.texts[claim["report"]]
    start = text.index(claim["quote"])
    low = max(text.rfind(". ", 0, start) + 1, text.rfind("\n", 0, start) + 1)
    ends = [at for at in (text.find(". ", start), text.find("\n", start)) if at > 0]
    sentence = text[low : max(min(ends, default=len(text)), start + len(claim["quote"]))]
    value, tense, mode = FIELDS[claim["status"]]
    kind = _KINDS.get(event["what"], event["what"])
    dated = "date" in event and (whole or _DATE.search(sentence))
    name = event.get("name", "")
    return Claim(
        id=content_id("cl", told.id, claim["quote"]),
        report=told.id,
        type=TYPES.get(kind, "CONSULT"),
        kind=kind,
        value=value,  # type: ignore[arg-type]
        tense="past_or_present" if claim["status"] == "cancelled" else tense,  # type: ignore[arg-type]
        mode=mode,  # type: ignore[arg-type]
        trigger=Span(start=start, end=start + 4, text=claim["quote"][:4]),
        evidence=Evidence(start=low, end=low + len(sentence), exact=sentence, prefix="", suffix=""),
        name=name if name[:1].isupper() and name in sentence else None,
        qualifiers=tuple(q for q in ("state", "working") if name.startswith(q) and q in sentence),
        sources=tuple(tuple(_sources(level, entities)) for level in claim.get("sources") or []),
        asserted_on=_edtf(claim["asserted_on"]) if claim.get("asserted_on") else told.published.edtf,
        date=_edtf(event["date"]) if dated else None,
        date_text="then" if dated else None,
        place=_place(event, sentence, whole),
        participants=tuple(_participants(event, kind, sentence, entities, whole)),
    )


def _sources(level: Any, entities: Mapping[str, Item]) -> Iterator[str]:
    for source in level if isinstance(level, list) else [level]:
        yield entities[source]["names"][0] if source in entities else source


def _place(event: Item, sentence: str, whole: bool) -> Place | None:
    for name in filter(None, (event.get("place"), event.get("to"))):
        country = place_country(name.split(",")[0])
        if country and (whole or name in sentence or name == event.get("to")):
            return Place(name=name, country=country)
    return None


def _participants(
    event: Item, kind: str, sentence: str, entities: Mapping[str, Item], whole: bool
) -> Iterator[Participant]:
    doer = event.get("by") or next(iter(event.get("participants", [])), None)
    parties = list(dict.fromkeys([*([event["by"]] if event.get("by") else []), *event.get("participants", [])]))
    shown = [p for p in parties if _named(sentence, entities[p])]
    for party in parties if whole else shown or parties[:2]:
        role = "other" if kind in _MUTUAL else "actor" if party == doer else "recipient"
        yield Participant(entity=party, name=entities[party]["names"][0], role=role)  # type: ignore[arg-type]

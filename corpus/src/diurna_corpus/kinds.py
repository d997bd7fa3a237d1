"""The event types of the corpus: PLOVER's sixteen with their modes (manual, draft version 2.0), and OTHER."""

from __future__ import annotations

MODES: dict[str, tuple[str, ...]] = {
    "AGREE": (),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": (),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest",
        "deport", "withhold", "misinformation", "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
    "OTHER": ("election", "law", "office", "court"),
}  # fmt: skip
"""The modes of each type; a mode is optional. The modes of OTHER are the corpus' own."""


def split(written: str) -> tuple[str, str | None]:
    """`CONSULT/visit` as type and mode. Raises ValueError for what is not listed."""
    kind, _, mode = written.partition("/")
    if kind not in MODES or (mode and mode not in MODES[kind]):
        raise ValueError(f"{written!r} is no event type")
    return kind, mode or None

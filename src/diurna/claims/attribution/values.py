"""What attribution extraction returns, and the draft form in which its parts hand cues to each other."""

from __future__ import annotations

from dataclasses import dataclass

TokenSpan = tuple[int, int]
"""A half-open span of token indices."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says, thinks or shows something. All spans are half-open token spans of one `Reading`."""

    index: int
    """Position in the tuple that `find_attributions` returned."""
    sources: tuple[TokenSpan, ...]
    """The co-sources of this level ("TASS and Sputnik News" gives two); empty where the source is implicit."""
    source_heads: tuple[int, ...]
    """The head token of each source span."""
    cue: int
    """Head token of the cue: a verb, noun, adjective, adverb, the "according" of a preposition, or a colon or dash."""
    cue_span: TokenSpan
    content: tuple[TokenSpan, ...]
    """What is said; several spans where the cue or another sentence stands between."""
    content_heads: tuple[int, ...]
    """The tokens of the content whose governor lies outside it: heads of clauses and nominals."""
    parent: int | None
    """Index of the attribution whose content contains this one (the outer source); None at the top."""
    quoted: bool
    """Whether the content is, at least in part, in quotation marks."""
    act: str
    """What the source does, an act of `vocabulary/speech.toml`: say, deny, confirm, refuse_comment ..."""
    negated: bool
    """Whether the cue is negated ("did not confirm", "no statement says"): the source does not do what `act` names."""


@dataclass(frozen=True, slots=True)
class Found:
    """A cue with what belongs to it, before spans are cut and levels are nested."""

    cue: int
    cue_tokens: frozenset[int]
    sources: tuple[int, ...]
    """Head tokens; empty where the source is implicit."""
    content: frozenset[int]
    act: str
    negated: bool = False
    inside: int | None = None
    """Cue of the attribution that this one stands in, where the words say so ("the paper said, citing officials")."""

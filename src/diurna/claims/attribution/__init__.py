"""Statements with nested source chains: who says what in a report, according to whom.

`find_attributions` is rule-based over the dependency tree, the quotation marks and `vocabulary/speech.toml`; spans
follow the conventions of PolNeAR (Newell et al. 2018), the levels of nesting those of FactBank (Saurí & Pustejovsky
2009).
"""

from __future__ import annotations

from collections.abc import Sequence

from diurna.claims.attribution.assemble import assemble
from diurna.claims.attribution.citing import cited_sources
from diurna.claims.attribution.headlines import headline_attributions
from diurna.claims.attribution.learned import learned_statements
from diurna.claims.attribution.nominals import nominal_attributions
from diurna.claims.attribution.passages import with_continuations
from diurna.claims.attribution.values import Attribution
from diurna.claims.attribution.verbs import verb_attributions
from diurna.language import Reading

__all__ = ["Attribution", "attribution_of", "chain", "find_attributions"]


def find_attributions(reading: Reading) -> tuple[Attribution, ...]:
    """All attributions of a text in the order of their cues; `index` is the position in the tuple."""
    found = [*verb_attributions(reading), *nominal_attributions(reading), *headline_attributions(reading)]
    found += cited_sources(reading, found)
    found += learned_statements(reading, found)
    return assemble(reading, with_continuations(reading, found))


def attribution_of(attributions: Sequence[Attribution], token: int) -> Attribution | None:
    """The innermost attribution whose content contains the token; None for the reporter's own voice."""
    around = [a for a in attributions if any(start <= token < end for start, end in a.content)]
    return max(around, key=lambda a: (len(chain(attributions, a)), -_size(a)), default=None)


def chain(attributions: Sequence[Attribution], attribution: Attribution) -> tuple[Attribution, ...]:
    """The attribution with all that it stands in, outermost first."""
    levels = [attribution]
    while (parent := levels[-1].parent) is not None:
        levels.append(attributions[parent])
    return tuple(reversed(levels))


def _size(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)

"""What all parts of attribution extraction look at."""

from __future__ import annotations

from dataclasses import dataclass

from diurna.claims.attribution.quotes import Layout
from diurna.language import Reading


@dataclass(frozen=True, slots=True)
class Context:
    """A reading with its paragraphs and quotations."""

    reading: Reading
    layout: Layout

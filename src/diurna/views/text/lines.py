"""Lines of styled text: what is said is separate from how a terminal shows it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Segment(NamedTuple):
    """A stretch of text. `style` holds names that the face knows: strong, dim, quote, mark, or a status.

    Text in the style `bare` is for where there are no styles: a face that shows them leaves it out.
    """

    text: str
    style: str = ""


Line = tuple[Segment, ...]


def line(*parts: str | Segment) -> Line:
    """Return a line of these parts."""
    return tuple(part if isinstance(part, Segment) else Segment(part) for part in parts if part)


def strong(text: str) -> Segment:
    """Return the text as what matters most in its line."""
    return Segment(text, "strong")


def dim(text: str) -> Segment:
    """Return the text as a side remark."""
    return Segment(text, "dim")


def plain_text(lines: Iterable[Line]) -> str:
    """Return the lines without their styles."""
    return "".join("".join(segment.text for segment in one) + "\n" for one in lines)

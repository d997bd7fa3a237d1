"""Which stretches of a report are names, and of what: the model's spans, corrected by the vocabulary.

The order matters. Spans for people lose the titles inside them; names that the vocabulary knows replace what overlaps
them, unless a longer name holds them; a title with a capitalized word behind it makes a person of that word; and a
word that is somebody's surname once is so wherever the model left it out.
"""

from __future__ import annotations

from diurna.claims.cast.names.lexicon import hosts, with_vocabulary
from diurna.claims.cast.names.missed import after_titles, as_surnames, recurring, run_on, without_title
from diurna.claims.cast.names.name import Name, NameType, is_proper, titles_before
from diurna.claims.cast.names.spans import from_model
from diurna.claims.cast.names.spurious import settled, spurious
from diurna.language import Reading

__all__ = ["Name", "NameType", "find_names", "is_proper", "titles_before"]


def find_names(reading: Reading) -> tuple[Name, ...]:
    """All names of the reading in text order, without overlaps; demonyms and happenings included as such."""
    names = [name for span in reading.names for name in from_model(reading, span.start, span.end, span.label)]
    names = with_vocabulary(reading, names)
    names += after_titles(reading, names)
    names = as_surnames(reading, names)
    full = {reading.span_text(name.start, name.end) for name in names if name.type == "person"}
    names = [part for name in names for part in run_on(reading, name, full)]
    names = [without_title(reading, name) for name in names]
    names += recurring(reading, names)
    names = [settled(reading, name) for name in names]
    names += [host for name in names if name.type == "event" for host in hosts(reading, name)]
    in_titles = {token for name in names if name.type == "person" for token in range(name.title, name.start)}
    kept = (n for n in names if not spurious(reading, n) and (n.known or n.start not in in_titles))
    return tuple(sorted(kept, key=lambda n: n.start))

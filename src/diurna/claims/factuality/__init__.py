"""Value, tense and mode of an event word, read off the words that govern it.

The reading goes from the event word up the tree: what the word says of itself (tense, modals, negation, adjectives)
is combined, governor by governor, with what each governor says of its complement (`vocabulary.factuality`), after
FactBank's event-selecting predicates (Saurí & Pustejovsky 2012, "Are you sure that this happened?"). The climb ends
at the edge of what the innermost source says; what the cue itself implies ("denied", "speculated") comes last.
"""

from diurna.claims.factuality.climb import factuality, under_cue
from diurna.claims.factuality.governors import governing_signature
from diurna.claims.factuality.learned import learned
from diurna.claims.factuality.values import EDGE, MENTION, Factuality

__all__ = ["EDGE", "MENTION", "Factuality", "factuality", "governing_signature", "learned", "under_cue"]

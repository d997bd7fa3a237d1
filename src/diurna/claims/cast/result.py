"""The cast of a report as other parts ask for it: entity by key, who a token means, in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from diurna.claims.cast.discourse import Discourse, Kind
from diurna.claims.cast.phrase import phrase_text
from diurna.language import Reading
from diurna.model import LocalEntity


@dataclass(frozen=True, eq=False)
class Cast:
    """The entities of one report, and which of them each token means.

    Tokens are token indices of the reading. A token means an entity when it lies inside a name or the title in front
    of a name, or when it heads a description or is a pronoun that was resolved.
    """

    entities: tuple[LocalEntity, ...]
    _reading: Reading
    _keys: Mapping[int, tuple[str, ...]]
    _groups: Mapping[int, tuple[str, ...]]
    _kinds: Mapping[int, Kind]
    _antecedents: Mapping[int, int]

    def entity(self, key: str) -> LocalEntity:
        """The entity of this key. Raises KeyError when the report has none."""
        return self._by_key[key]

    @cached_property
    def _by_key(self) -> Mapping[str, LocalEntity]:
        return {entity.key: entity for entity in self.entities}

    def of(self, token: int) -> str | None:
        """The key of the one entity that the token means; None for none and for groups of several."""
        keys = self._keys.get(token, ())
        return keys[0] if len(keys) == 1 else None

    def members(self, token: int) -> tuple[str, ...]:
        """The keys that the token means: several at the head of a coordination and for "they", "the two leaders"."""
        return self._groups.get(token) or self._keys.get(token, ())

    def mention_text(self, token: int) -> str:
        """The words of the noun phrase that the token heads; where it takes up an unnamed phrase, that one's words."""
        return phrase_text(self._reading, self._antecedents.get(token, token))

    def antecedent(self, token: int) -> int | None:
        """The head of the unnamed phrase that the token takes up ("he", "the official" after "a senior official")."""
        return self._antecedents.get(token)

    def kind(self, token: int) -> Kind | None:
        """How the token refers: by name, by description (nominal), as a pronoun or as a group; None for no mention."""
        return self._kinds.get(token)

    @classmethod
    def of_discourse(cls, discourse: Discourse) -> Cast:
        """The cast that reading a report to its end has gathered."""
        drafts = discourse.roster.drafts
        keys: dict[int, tuple[str, ...]] = {token: (key,) for token, key in discourse.roster.key_at.items()}
        kinds: dict[int, Kind] = dict.fromkeys(discourse.roster.key_at, "name")
        found: dict[int, int] = {}
        for token, refs in discourse.refs.items():
            kinds[token] = discourse.kinds[token]
            named = tuple(ref for ref in refs if ref in drafts)
            if named:
                keys[token] = named
            elif len(refs) == 1 and refs[0] != f"#{token}":
                found[token] = int(refs[0][1:])
        groups = {token: tuple(ref for ref in refs if ref in drafts) for token, refs in discourse.groups.items()}
        entities = tuple(draft.frozen() for draft in drafts.values())
        return cls(entities, discourse.reading, keys, groups, kinds, found)

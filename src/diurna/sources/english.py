"""Whether a text is English, cheaply: its script, and whose small words it uses.

Small words (the, of, und, que ...) make up a third of any prose and differ by language, so counting them tells
languages apart without a model (Grefenstette 1995, "Comparing two language identification schemes"). A word that
several languages share counts in full for English and in part for each other one. The word lists are data:
`function_words.toml`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from importlib import resources

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SAMPLE_CHARS = 20_000
_SHORT, _LONG = 10, 25
"""Below _SHORT words (a headline) no small word is asked for; from _LONG words on a share of them is."""
_LEAST_SHARE = 0.12
"""English news has 0.3 to 0.5; lists of names and languages that no list knows fall below."""


def why_not_english(text: str) -> str | None:
    """Return None for English text, else the reason in a few words. Judges the first 20 000 characters."""
    sample = text[:_SAMPLE_CHARS]
    words = [word.lower() for word in _WORD.findall(sample)]
    if not words:
        return "no readable words"
    if script := _other_script(sample):
        return f"not English (mostly {script} script)"
    scores = _scores(words)
    english = scores.pop("English", 0.0)
    rival, most = max(scores.items(), key=lambda item: (item[1], item[0]), default=("", 0.0))
    if most > english:
        return f"not English (looks like {rival})"
    if (len(words) >= _SHORT and not english) or (len(words) >= _LONG and english < _LEAST_SHARE * len(words)):
        return "not English (hardly any English words)"
    return None


def _other_script(sample: str) -> str | None:
    letters = Counter(_script(c) for c in sample if c.isalpha())
    if letters["Latin"] >= 0.6 * letters.total():
        return None
    return max((script for script in letters if script != "Latin"), key=lambda script: (letters[script], script))


@cache
def _script(letter: str) -> str:
    """The script of a letter by its Unicode name: CYRILLIC SMALL LETTER A, CJK UNIFIED IDEOGRAPH-4E00 ..."""
    if letter.isascii():
        return "Latin"
    first = unicodedata.name(letter, "unknown").split(maxsplit=1)[0].split("-")[0]
    return "Chinese" if first == "CJK" else first.capitalize()


def _scores(words: list[str]) -> dict[str, float]:
    weights = _weights()
    scores: dict[str, float] = {}
    for word, count in Counter(words).items():
        for language, weight in weights.get(word.replace("’", "'"), ()):
            scores[language] = scores.get(language, 0.0) + weight * count
    return scores


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """For each small word its languages and what it weighs: 1 in English, 1/n in another where n languages share it."""
    data = tomllib.loads(resources.files("diurna.sources").joinpath("function_words.toml").read_text("utf-8"))
    owners: dict[str, list[str]] = {}
    for language, words in data.items():
        for word in words.split():
            owners.setdefault(word, []).append(language)
    return {
        word: tuple((name, 1.0 if name == "English" else 1 / len(names)) for name in names)
        for word, names in owners.items()
    }

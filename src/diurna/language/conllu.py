"""CoNLL-U text to `Reading` (format: https://universaldependencies.org/format.html)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from diurna.language.reading import Reading, int_array
from diurna.language.spans import NameSpan

_COLUMNS = 10


@dataclass
class _Builder:
    """Collects the columns of a `Reading` sentence by sentence."""

    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=lambda: [0])
    forms: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)

    def add_surface(self, surface: str, words: list[list[str]], space_after: bool) -> None:
        """Append a surface token and the offsets of the words it holds."""
        at = len(self.text)
        self.text += surface + (" " if space_after else "")
        forms = [w[1] for w in words]
        split = "".join(forms) == surface
        for k, form in enumerate(forms):
            self.starts.append(at)
            # Words that do not spell their surface token (rare) share its last character.
            at = at + len(form) if split else min(at + len(form), len(self.text.rstrip(" ")) - (len(forms) - 1 - k))
            self.ends.append(max(at, self.starts[-1]))
        if not split and words:
            self.ends[-1] = len(self.text.rstrip(" "))

    def add_word(self, columns: list[str], first: int) -> None:
        """Append the annotation of one word; `first` is the index of the sentence's first token."""
        self.forms.append(columns[1])
        self.lemmas.append(columns[2])
        self.upos.append("" if columns[3] == "_" else columns[3])
        self.xpos.append("" if columns[4] == "_" else columns[4])
        self.feats.append("" if columns[5] == "_" else columns[5])
        head = 0 if columns[6] == "_" else int(columns[6])
        self.heads.append(first + head - 1 if head else -1)
        self.deprels.append("" if columns[7] == "_" else columns[7])

    def add_sentence(self, lines: list[str]) -> None:
        """Append one sentence given as its lines, comments included."""
        comments = [line for line in lines if line.startswith("#")]
        if self.forms:
            starts_par = any(c.startswith(("# newpar", "# newdoc")) for c in comments)
            self.text = self.text.rstrip(" ") + "\n\n" if starts_par else self.text
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        for row in rows:
            if len(row) != _COLUMNS:
                raise ValueError(f"not a CoNLL-U line: {row}")
        words = {int(r[0]): r for r in rows if r[0].isdecimal()}
        first, done = len(self.forms), 0
        for row in rows:
            space = "SpaceAfter=No" not in row[9].split("|")
            if "-" in row[0]:
                low, done = (int(x) for x in row[0].split("-"))
                self.add_surface(row[1], [words[i] for i in range(low, done + 1)], space)
            elif row[0].isdecimal() and int(row[0]) > done:
                self.add_surface(row[1], [row], space)
        for row in words.values():
            self.add_word(row, first)
        self.sentences.append(len(self.forms))

    def build(self, names: Iterable[NameSpan]) -> Reading:
        """The finished reading."""
        return Reading(
            text=self.text.rstrip(" "),
            starts=int_array(self.starts),
            ends=int_array(self.ends),
            sentences=int_array(self.sentences),
            forms=tuple(self.forms),
            lemmas=tuple(self.lemmas),
            upos=tuple(self.upos),
            xpos=tuple(self.xpos),
            feats=tuple(self.feats),
            heads=int_array(self.heads),
            deprels=tuple(self.deprels),
            names=tuple(sorted(names, key=lambda n: n.start)),
        )


def reading_from_conllu(conllu: str, names: Iterable[NameSpan] = ()) -> Reading:
    """Build a `Reading` from CoNLL-U text; see `Reading.from_conllu`."""
    builder = _Builder()
    lines: list[str] = []
    for line in [*conllu.replace("\r\n", "\n").split("\n"), ""]:
        if line.strip():
            lines.append(line.strip("\n"))
        elif any(not kept.startswith("#") for kept in lines):
            builder.add_sentence(lines)
            lines = []
    return builder.build(names)

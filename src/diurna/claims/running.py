"""The running date of a narrative: what a report goes on to tell in the simple past takes place when the tale is.

"The ministers met in Lima on Monday. They agreed to reopen the border." A sentence in another tense
breaks the thread; an event that stands in somebody's words or off the main line of its sentence is not on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from diurna.claims.attribution import attribution_of
from diurna.claims.drafts import Draft
from diurna.claims.scene import Scene
from diurna.claims.syntax import auxiliaries, is_verb, rel
from diurna.language.reading import Reading
from diurna.times import EventDate, date_event

_MAIN_LINE = frozenset(("root", "conj", "parataxis"))
_OF_THE_VERB = ("nsubj", "obj", "obl")
_OF_THE_PAST = frozenset(("was", "were", "did"))


def running_date(scene: Scene, draft: Draft) -> EventDate | None:
    """The date of the sentence that the event goes on from; None where it does not go on from a dated one.

    A noun stands on the line where its verb does, as long as it brings something new ("agreed at a meeting").
    """
    reading, token = scene.reading, draft.trigger.token
    if not is_verb(reading, token) and not draft.definite and rel(reading, token) in _OF_THE_VERB:
        token = int(reading.heads[token])
    if draft.attribution is not None or not _on_main_line(reading, token):
        return None
    dated = {reading.sentence_of(t.first) for t in scene.times if t.edtf is not None}
    for verb in _thread(scene, reading.sentence_of(token)):
        told = date_event(reading, verb, scene.times, scene.published, tense="past_or_present")
        if told.expression is not None:
            return EventDate(told.edtf, None, "running", (f"goes on from what {told.text!r} dates",))
        if reading.sentence_of(verb) in dated:
            return None
    return None


def _thread(scene: Scene, sentence: int) -> Iterator[int]:
    """The main verbs of the sentences before, the nearest first, as far as they tell on in the simple past.

    A sentence of somebody's words is passed over, or tells on by its "said".
    """
    reading = scene.reading
    for before in range(sentence - 1, -1, -1):
        verb = reading.root(before)
        words = attribution_of(scene.attributions, verb)
        if words is not None:
            verb = words.cue
            if reading.sentence_of(verb) != before:
                continue
        if not _in_simple_past(reading, verb):
            return
        yield verb


def _on_main_line(reading: Reading, token: int) -> bool:
    path = reading.path_to_root(token)
    return all(reading.deprels[t].split(":")[0] in _MAIN_LINE and _in_simple_past(reading, t) for t in path)


def _in_simple_past(reading: Reading, verb: int) -> bool:
    """ "Met", "was meeting", "was met", "did not meet"; not "had met"."""
    helpers = [reading.forms[a].lower() for a in auxiliaries(reading, verb)]
    if reading.xpos[verb] == "VBD":
        return True
    return bool(_OF_THE_PAST & set(helpers)) and not {"have", "had", "has"} & set(helpers)

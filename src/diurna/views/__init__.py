"""What people read out of the record: pure functions from a `View` to values; `views.text` puts them into words."""

from diurna.views.ask import Answer, answer, answer_json
from diurna.views.changes import ChangeEntry, changes
from diurna.views.diff import Difference, diff
from diurna.views.explain import Explanation, explain
from diurna.views.history import EventHistory, Step, history
from diurna.views.quotes import Quote
from diurna.views.show import Mark, ShownReport, show
from diurna.views.timeline import Entry, Timeline, timeline

__all__ = [
    "Answer",
    "ChangeEntry",
    "Difference",
    "Entry",
    "EventHistory",
    "Explanation",
    "Mark",
    "Quote",
    "ShownReport",
    "Step",
    "Timeline",
    "answer",
    "answer_json",
    "changes",
    "diff",
    "explain",
    "history",
    "show",
    "timeline",
]

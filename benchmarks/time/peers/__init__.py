"""Other readers of time, each imported when it is opened; a module for each says how its answers become TIMEX3."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.time.peers import dateparser, heideltime, recognizers
from benchmarks.time.readers import Reader

PEERS: dict[str, Callable[[bool], Reader]] = {
    "HeidelTime": heideltime.HeidelTime,
    "dateparser": dateparser.DateParser,
    "recognizers-text": recognizers.Recognizers,
}
"""What opens a reader, told whether the texts are narratives and not news. Raises `ImportError` without the package."""

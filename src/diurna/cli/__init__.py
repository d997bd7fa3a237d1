"""The command line: thin verbs over sources, engine, ledger, views and export. Heavy libraries load on first use."""

from __future__ import annotations

import logging
import os
import signal
import sys

# Importing these modules adds their verbs to the app.
from diurna.cli import asking, demo, doctor, exporting, looking, reading
from diurna.cli.app import app


def main() -> None:
    """Run the command line: what the `diurna` script calls."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # our products are small: more threads only wait for each other
    logging.getLogger().addHandler(logging.NullHandler())  # libraries' remarks are not ours
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    app()


__all__ = ["app", "asking", "demo", "doctor", "exporting", "looking", "main", "reading"]

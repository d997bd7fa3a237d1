"""One error base class; every error carries the facts a program needs, and one clear line for a person."""

from __future__ import annotations


class DiurnaError(Exception):
    """Base of all errors that diurna raises on purpose.

    `context` holds machine-readable facts (file, offset, id ...); `str(error)` is one line for a person.
    """

    exit_code = 1

    def __init__(self, message: str, **context: object) -> None:
        super().__init__(message)
        self.context = context


class BadInput(DiurnaError):
    """Something that came in cannot be read: says which file (or stream) and why. Exit code 3."""

    exit_code = 3

    def __init__(self, where: str, reason: str, **context: object) -> None:
        super().__init__(f"{where}: {reason}", where=where, reason=reason, **context)
        self.where, self.reason = where, reason


class NotFound(DiurnaError):
    """Nothing in the record has this id or name. Exit code 1."""


class DamagedModel(DiurnaError):
    """The files of the language model are missing or not what their manifest says. Exit code 3."""

    exit_code = 3

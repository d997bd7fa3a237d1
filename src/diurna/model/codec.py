"""JSON in and out for the model's values; EDTF dates travel as their strings."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from diurna.model.edtf import Edtf

T = TypeVar("T")


def _encode(value: object) -> object:
    if isinstance(value, Edtf):
        return str(value)
    raise NotImplementedError(f"no JSON form for {type(value).__name__}")


def _decode(kind: type[Any], value: object) -> object:
    if kind is Edtf:
        return Edtf.parse(str(value))
    raise NotImplementedError(f"no value of {kind.__name__} from JSON")


def encode(value: object) -> bytes:
    """Return the value as compact JSON."""
    return msgspec.json.encode(value, enc_hook=_encode)


def decode(data: bytes | str, kind: type[T]) -> T:
    """Return the value of `kind` that `encode` wrote. Raises msgspec.ValidationError when it is not one."""
    return msgspec.json.decode(data, type=kind, dec_hook=_decode)


def plain(value: object) -> Any:
    """Return the value as dicts, lists, strings and numbers (for `--json` and for templates)."""
    return msgspec.to_builtins(value, enc_hook=_encode)

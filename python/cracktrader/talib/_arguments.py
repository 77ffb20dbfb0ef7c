"""The arguments of streams."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ._series import array_of


def arguments_of(
    name: str, names: Sequence[str], needed: int, args: Sequence[Any], kwargs: dict[str, Any]
) -> dict[str, Any]:
    """The arguments of a call by name."""
    if len(args) > len(names) or len(args) + len(kwargs) < needed:
        count = "exactly" if needed == len(names) else "at most" if len(args) > needed else "at least"
        expected = len(names) if len(args) > needed else needed
        plural = "" if expected == 1 else "s"
        raise TypeError(f"{name}() takes {count} {expected} positional argument{plural} ({len(args)} given)")
    given = dict(zip(names, args, strict=False))
    for key, value in kwargs.items():
        if key not in names:
            raise TypeError(f"{name}() got an unexpected keyword argument '{key}'")
        if key in given:
            raise TypeError(f"{name}() got multiple values for keyword argument '{key}'")
        given[key] = value
    missing = [one for one in names[:needed] if one not in given]
    if missing:
        raise TypeError(f"{name}() needs the argument '{missing[0]}'")
    return given


def history_of(value: Any) -> np.ndarray:
    array = array_of(value)
    if not isinstance(array, np.ndarray):
        raise TypeError(f"input must be a numpy array or a pandas or polars Series, not {type(value).__name__}")
    return array


def float_of(value: Any) -> float:
    if isinstance(value, str) or not hasattr(value, "__float__"):
        raise TypeError(f"must be real number, not {type(value).__name__}")
    return float(value)

"""Calls with pandas and polars Series."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import numpy as np


def library_of(value: Any, kind: str = "Series") -> Any:
    """pandas or polars, for a Series (or what else kind names) of theirs; None for anything else."""
    for name in ("pandas", "polars"):
        library = sys.modules.get(name)
        if library is not None and isinstance(value, getattr(library, kind)):
            return library
    return None


def array_of(value: Any) -> Any:
    """The float64 values of a Series; anything else as it is."""
    return value if library_of(value) is None else np.asarray(value.to_numpy(), dtype=np.float64)


def call_with_series(function: Any, names: Sequence[str], inputs: Sequence[Any], parameters: Sequence[float]) -> Any:
    """The call of a function of which one input at least is no array."""
    libraries = [library for library in map(library_of, inputs) if library is not None]
    if len(set(libraries)) > 1:
        raise Exception("Cannot mix polars and pandas")
    arrays = [array_of(one) for one in inputs]
    for name, array in zip(names, arrays, strict=True):
        if not isinstance(array, np.ndarray):
            raise TypeError(
                f"Argument '{name}' has incorrect type (expected numpy.ndarray, got {type(array).__name__})"
            )
    result = function(*arrays, *parameters)
    if libraries[0].__name__ == "polars":
        return wrapped(result, libraries[0].Series)
    index = next(one.index for one in inputs if library_of(one) is not None)
    return wrapped(result, lambda values: libraries[0].Series(values, index=index, copy=False))


def wrapped(result: Any, wrap: Any) -> Any:
    return tuple(map(wrap, result)) if isinstance(result, tuple) else wrap(result)

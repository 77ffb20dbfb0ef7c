"""What the formulas are made with: lines that begin at given rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from ._native import FUNCTIONS, ROWS
from ._table import Row
from ._types import MA_Type

Array = np.ndarray


def run(row: Row, formula: Callable[..., Any], first: int, inputs: Sequence[Array], parameters: Sequence[Any]) -> Any:
    """The lines behind so many rows that come before the first of the inputs."""
    kinds = [
        one.default if one.name.endswith("matype") and value == MA_Type.DEFAULT else value
        for one, value in zip(row.parameters, parameters, strict=True)
    ]
    result = formula(*inputs, *kinds)
    lines = result if isinstance(result, tuple) else (result,)
    whole = [
        np.concatenate([np.full(first, np.nan), line])
        if one.kind == "real"
        else np.concatenate([np.zeros(first, np.int32), line.astype(np.int32)])
        for one, line in zip(row.outputs, lines, strict=True)
    ]
    return whole[0] if len(whole) == 1 else tuple(whole)


def lookback(name: str, *parameters: Any) -> int:
    """How many first rows have no value; -1 for parameters out of bounds."""
    function = FUNCTIONS[name]
    native = function.lookback(*parameters)
    if function.composed is None or function.masked or native < 0:
        return int(native)
    rows = 2 * native + 64
    while True:
        bars = [100 + np.sin(np.arange(rows) * (1 + k)) for k in range(len(ROWS[name].inputs))]
        result = function(*bars, *parameters)
        begun = np.flatnonzero(~np.isnan(result[0] if isinstance(result, tuple) else result))
        if len(begun):
            return int(begun[0])
        rows *= 2


def from_row(begin: int, name: str, inputs: Sequence[Array], *parameters: Any) -> Array:
    """A function over the rows it needs to begin at that row, whatever came before them."""
    skipped = begin - lookback(name, *parameters)
    return np.concatenate([np.full(skipped, np.nan), FUNCTIONS[name](*(one[skipped:] for one in inputs), *parameters)])


def begin_together(*lines: Array) -> tuple[Array, ...]:
    """NaN until all of them have begun."""
    missing = np.logical_or.reduce([np.isnan(line) for line in lines])
    return tuple(np.where(missing, np.nan, line) for line in lines)

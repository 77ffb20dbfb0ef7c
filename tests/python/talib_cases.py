"""Inputs and parameters for the functions of cracktrader.talib, and the comparison with what TA-Lib gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import talib as reference
from cracktrader import talib
from cracktrader.talib._native import ROWS
from cracktrader.talib._table import Row

TOLERANCE = 1e-9
Bars = dict[str, np.ndarray]


def random_bars(count: int, seed: int = 1) -> Bars:
    """Bars of a random walk."""
    random = np.random.default_rng(seed)
    close = 100 * np.exp(np.cumsum(random.normal(0, 0.01, count)))
    open_ = np.concatenate([[100.0], close[:-1]])
    high = np.maximum(open_, close) * (1 + 0.01 * random.random(count))
    low = np.minimum(open_, close) * (1 - 0.01 * random.random(count))
    return {"open": open_, "high": high, "low": low, "close": close, "volume": 1000 * random.random(count)}


def inputs_of(row: Row, bars: Bars) -> list[np.ndarray]:
    """The arguments of a function. Those of arc sine and cosine lie within -1 and 1."""
    others = {
        "real": bars["close"],
        "real0": bars["high"],
        "real1": bars["low"],
        "periods": 1.0 + np.arange(len(bars["close"])) % 37,
    }
    if row.name in ("ACOS", "ASIN"):
        others["real"] = np.sin(bars["close"])
    if row.name in ("COSH", "EXP", "SINH"):
        others["real"] = bars["close"] / bars["close"].max()
    return [{**bars, **others}[name] for name in row.inputs]


def parameter_sets(row: Row) -> Iterator[dict[str, Any]]:
    """The defaults, the least periods, longer ones, and all of them different."""
    yield {}
    numbers = [one for one in row.parameters if not one.name.endswith("matype")]
    if numbers:
        yield {one.name: int(one.low) if one.whole else one.default for one in numbers}
        yield {one.name: 2 * one.default + 1 if one.whole else min(one.high, 1.5 * one.default) for one in numbers}
        yield {one.name: one.default + 3 + k if one.whole else one.default for k, one in enumerate(numbers)}


def average_sets(row: Row) -> Iterator[dict[str, Any]]:
    """Each average in each place that takes one."""
    for one in row.parameters:
        if one.name.endswith("matype"):
            yield from ({one.name: kind} for kind in range(14))


def lines_of(result: Any) -> tuple[np.ndarray, ...]:
    return result if isinstance(result, tuple) else (result,)


def call(name: str, inputs: list[np.ndarray], parameters: dict[str, Any]) -> tuple[np.ndarray, ...]:
    return lines_of(getattr(talib, name)(*inputs, **parameters))


def wrong_rows(mine: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The rows that are not equal. Integers and NaN are equal; numbers relative to the line's typical size where they
    are below it, because a difference of prices close to 0 is as exact as the prices are."""
    if other.dtype.kind == "i":
        return np.flatnonzero(mine != other)
    finite = np.isfinite(other)
    size = np.median(np.abs(other[finite])) if finite.any() else 0.0
    with np.errstate(invalid="ignore"):
        close = np.abs(mine - other) <= TOLERANCE * np.maximum(np.abs(other), size)
    return np.flatnonzero(np.where(finite, ~close, ~((mine == other) | (np.isnan(mine) & np.isnan(other)))))


def difference(ours: tuple[np.ndarray, ...], theirs: tuple[np.ndarray, ...]) -> str:
    """How the lines differ, or nothing."""
    if len(ours) != len(theirs):
        return f"{len(ours)} lines, not {len(theirs)}"
    for k, (mine, other) in enumerate(zip(ours, theirs, strict=True)):
        if mine.dtype != other.dtype or mine.shape != other.shape:
            return f"line {k} is {mine.dtype} {mine.shape}, not {other.dtype} {other.shape}"
        rows = wrong_rows(mine, other)
        if len(rows):
            return f"line {k} in {len(rows)} rows, first {rows[0]}: {mine[rows[0]]!r}, not {other[rows[0]]!r}"
    return ""


def both(action: Callable[[Any], Any]) -> tuple[Any, Any]:
    """What an action gives with ours and with theirs; the exception where it raises one."""
    results = []
    for library in (talib, reference):
        try:
            results.append(action(library))
        except Exception as error:
            results.append(error)
    return results[0], results[1]


__all__ = [
    "ROWS",
    "average_sets",
    "both",
    "call",
    "difference",
    "inputs_of",
    "lines_of",
    "parameter_sets",
    "random_bars",
    "wrong_rows",
]

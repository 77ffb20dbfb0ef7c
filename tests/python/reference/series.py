"""The words that the definitions are written in."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

Series = list[float]
Lines = tuple[Series, ...]

NAN = math.nan
REFERENCES: dict[str, Callable[..., Any]] = {}


def reference(function: Callable[..., Any]) -> Callable[..., Any]:
    """The definition of the indicator of that name; a trailing _ is not part of it."""
    REFERENCES[function.__name__.rstrip("_")] = function
    return function


def by_row(function: Callable[..., float], *columns: Series) -> Series:
    return [function(*row) for row in zip(*columns, strict=True)]


def windows(function: Callable[..., float], period: int, *columns: Series) -> Series:
    """function(last `period` values of each column) in every row that has as many."""
    out = [NAN] * min(period - 1, len(columns[0]))
    for end in range(period, len(columns[0]) + 1):
        out.append(function(*[column[end - period : end] for column in columns]))
    return out


def ago(values: Series, rows: int) -> Series:
    return [NAN] * min(rows, len(values)) + values[: max(0, len(values) - rows)]


def lead(values: Series) -> int:
    """How many NaN stand at the beginning."""
    return next((i for i, value in enumerate(values) if not math.isnan(value)), len(values))


def begun(function: Callable[[Series], Series], values: Series, rows: int | None = None) -> Series:
    """function of what follows the first `rows` rows, or the NaN at the beginning."""
    rows = lead(values) if rows is None else min(rows, len(values))
    return [NAN] * rows + function(values[rows:])


def together(*lines: Series) -> Lines:
    """Lines that begin where the last of them does."""
    rows = max(lead(line) for line in lines)
    return tuple([NAN] * rows + line[rows:] for line in lines)


def total(values: Sequence[float]) -> float:
    return NAN if any(math.isnan(value) for value in values) else math.fsum(values)


def mean(values: Sequence[float]) -> float:
    return total(values) / len(values)


def highest(values: Sequence[float]) -> float:
    return NAN if any(math.isnan(value) for value in values) else max(values)


def lowest(values: Sequence[float]) -> float:
    return NAN if any(math.isnan(value) for value in values) else min(values)


def ratio(above: float, below: float, otherwise: float = 0.0) -> float:
    """The quotient; `otherwise` where there is none."""
    if math.isnan(above) or math.isnan(below):
        return NAN
    return otherwise if below == 0 else above / below


def differences(values: Series, rows: int = 1) -> Series:
    return by_row(lambda now, then: now - then, values, ago(values, rows))


def running(steps: Series, start: float = 0.0) -> Series:
    """Sums of all so far."""
    return [math.fsum([start, *steps[: i + 1]]) for i in range(len(steps))]


def true_ranges(high: Series, low: Series, close: Series) -> Series:
    """The range of each bar and the close before it; none for the first bar."""
    return by_row(
        lambda h, lo, before: NAN if math.isnan(before) else highest([h, before]) - lowest([lo, before]),
        high,
        low,
        ago(close, 1),
    )


def typical(high: Series, low: Series, close: Series) -> Series:
    return by_row(lambda h, lo, c: (h + lo + c) / 3, high, low, close)


def middle(high: Series, low: Series) -> Series:
    return by_row(lambda h, lo: (h + lo) / 2, high, low)

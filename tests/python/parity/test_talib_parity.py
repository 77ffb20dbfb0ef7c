"""Every function of TA-Lib on every file of real bars: the same values, the same first rows without one."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import cracktrader as ct
import numpy as np
import pytest
import talib as reference
from conftest import SHARED, shared_file
from cracktrader import talib
from talib_cases import (
    ROWS,
    TOLERANCE,
    Bars,
    average_sets,
    call,
    difference,
    inputs_of,
    lines_of,
    parameter_sets,
    wrong_rows,
)

FOLDER = "data/ohlcv"
FILES = sorted(path.name for path in (SHARED / FOLDER).glob("*.csv.gz")) or ["missing.csv.gz"]
# The daily and weekly files: short enough for many parameters.
SHORT = [name for name in FILES if "_1d_2024" in name or "_1w_" in name] or FILES

# Where we differ on purpose, and what TA-Lib's value has to be multiplied with to be ours.
BY_ONE_BAR = "without smoothing TA-Lib gives a share, not percent as for all other periods"
DIFFERENCES: dict[str, tuple[dict[str, Any], str]] = {
    "MINUS_DI": ({"timeperiod": 1}, BY_ONE_BAR),
    "PLUS_DI": ({"timeperiod": 1}, BY_ONE_BAR),
    "NATR": ({"timeperiod": 1}, "without smoothing TA-Lib gives the true range itself, not in percent of the close"),
}


@pytest.fixture(scope="module")
def bars_of() -> dict[str, Bars]:
    return {name: read(shared_file(f"{FOLDER}/{name}")) for name in FILES}


def read(path: Path) -> Bars:
    bars = ct.read_bars(path)
    return {name: np.array(getattr(bars, name), dtype=float) for name in ("open", "high", "low", "close", "volume")}


def test_the_functions_are_those_of_the_reference() -> None:
    assert list(ROWS) == reference.get_functions()
    assert ct.talib.get_functions() == reference.get_functions()


@pytest.mark.parametrize("name", reference.get_functions())
def test_values_and_first_rows(bars_of: dict[str, Bars], name: str) -> None:
    row = ROWS[name]
    for file, bars in bars_of.items():
        sets = [*parameter_sets(row), *(average_sets(row) if file in SHORT else ())]
        for parameters in sets:
            if parameters == DIFFERENCES.get(name, (None, ""))[0]:
                continue
            inputs = inputs_of(row, bars)
            theirs = lines_of(getattr(reference, name)(*inputs, **parameters))
            ours = call(name, inputs, parameters)
            found = difference(ours, theirs)
            if found and name in UNDETERMINED:
                rows = UNDETERMINED[name](inputs, parameters)
                ours, theirs = (tuple(np.where(rows, 0, line) for line in lines) for lines in (ours, theirs))
                assert rows.mean() < 0.02, f"{name}({parameters}) of {file}"
                found = difference(ours, theirs)
            if found and name in EXACT:
                period = parameters.get("timeperiod", row.parameters[0].default)
                found = difference_from_exact(EXACT[name], inputs, period, ours[0], theirs[0])
            assert not found, f"{name}({parameters}) of {file}: {found}"


def difference_from_exact(
    exact: Callable[..., float], inputs: Sequence[np.ndarray], period: int, mine: np.ndarray, other: np.ndarray
) -> str:
    """What is wrong with our rows that are not the reference's: they must be the exact value, and closer to it."""
    for i in wrong_rows(mine, other):
        wanted = exact(*([Fraction(value) for value in one[i - period : i + 1]] for one in inputs))
        error = abs(mine[i] - wanted)
        if not (error <= TOLERANCE * abs(wanted) and error < abs(other[i] - wanted)):
            return f"row {i}: {mine[i]!r}, exactly {wanted!r}, the reference has {other[i]!r}"
    return ""


def line_through(values: Sequence[Fraction]) -> tuple[Fraction, Fraction]:
    """The line of least squares: its mean and its slope."""
    count = len(values)
    middle, mean = Fraction(count - 1, 2), sum(values) / count
    above = sum((k - middle) * (value - mean) for k, value in enumerate(values))
    return mean, above / sum((k - middle) ** 2 for k in range(count))


def exact_forecast_oscillator(values: Sequence[Fraction]) -> float:
    mean, slope = line_through(values[:-1])
    forecast = mean + slope * Fraction(len(values), 2)
    return float(100 * (values[-1] - forecast) / values[-1])


def exact_angle(values: Sequence[Fraction]) -> float:
    return math.degrees(math.atan(line_through(values[1:])[1]))


def exact_beta(market: Sequence[Fraction], price: Sequence[Fraction]) -> float:
    def returns(values: Sequence[Fraction]) -> list[Fraction]:
        return [now / before - 1 for before, now in pairwise(values)]

    x, y = returns(market), returns(price)
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    together = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return float(together / sum((a - mean_x) ** 2 for a in x))


def flat_strength(inputs: Sequence[np.ndarray], parameters: dict[str, Any]) -> np.ndarray:
    """Where the relative strength index moved by no more than rounding in the stochastic's window and the average after
    it."""
    strength = talib.RSI(inputs[0], parameters.get("timeperiod", 14))
    period = parameters.get("fastk_period", 5)
    window = max(period, 2)
    flat = talib.MAX(strength, window) - talib.MIN(strength, window) <= 1e-9
    return after(flat, parameters.get("fastd_period", 3) - 1)


def after(rows: np.ndarray, count: int) -> np.ndarray:
    """The rows, and so many after each."""
    return np.convolve(rows, np.ones(count + 1))[: len(rows)] > 0


# Where a value hangs on the last bit of another one, so that it is not determined.
UNDETERMINED = {"STOCHRSI": flat_strength}

# Functions whose running sums lose digits in the reference where prices hardly move.
EXACT = {"BETA": exact_beta, "FOSC": exact_forecast_oscillator, "LINEARREG_ANGLE": exact_angle}


@pytest.mark.parametrize("name", DIFFERENCES)
def test_differences_are_as_documented(bars_of: dict[str, Bars], name: str) -> None:
    parameters, reason = DIFFERENCES[name]
    assert reason
    bars = bars_of[SHORT[0]]
    inputs = inputs_of(ROWS[name], bars)
    (theirs,) = lines_of(getattr(reference, name)(*inputs, **parameters))
    factor = 100 / bars["close"] if name == "NATR" else 100
    assert not difference(call(name, inputs, parameters), (theirs * factor,))

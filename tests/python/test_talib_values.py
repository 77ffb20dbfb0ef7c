"""NaN, unstable periods and Series in cracktrader.talib, as in TA-Lib itself."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
import talib as reference
import talib.abstract as reference_abstract
from cracktrader import talib
from talib_cases import ROWS, average_sets, both, call, difference, inputs_of, lines_of, parameter_sets, random_bars

NAMES = reference.get_functions()
BARS = random_bars(600)
CLOSE = BARS["close"]


@pytest.fixture(autouse=True)
def no_unstable_period() -> Iterator[None]:
    yield
    for library in (talib, reference):
        library.set_unstable_period("ALL", 0)


def test_compatibility_changes_nothing() -> None:
    for library in (talib, reference):
        library.set_compatibility(1)
        assert library.get_compatibility() == 0


@pytest.mark.parametrize("name", NAMES)
def test_leading_nan_is_skipped(name: str) -> None:
    inputs = [one.copy() for one in inputs_of(ROWS[name], BARS)]
    for k, one in enumerate(inputs):
        one[: 10 + 5 * k] = np.nan
    theirs = lines_of(getattr(reference, name)(*inputs))
    assert not difference(call(name, inputs, {}), theirs)
    assert not np.isnan(inputs[0][-1])


# Functions for which TA-Lib's numbers after a NaN are an accident: a comparison with NaN is false, so that a running
# state never sees it, or a NaN ends with an internal block. Ours are NaN where it is felt.
ACCIDENTS = {
    *("AD", "ADOSC", "ADX", "ADXR", "AROON", "AROONOSC", "BETA", "CMF", "CMO", "CMOU", "COPPOCK", "CORREL", "DONCHIAN"),
    *("DX", "FOSC", "HA", "HMA", "HT_PHASOR", "HT_TRENDLINE", "LINEARREG", "LINEARREG_ANGLE", "LINEARREG_INTERCEPT"),
    *("LINEARREG_SLOPE", "MAX", "MIDPOINT", "MIDPRICE", "MIN", "MINMAX", "MINUS_DI", "MINUS_DM", "NVI", "OBV"),
    *("PERCENTILE", "PERCENTRANK", "PLUS_DI", "PLUS_DM", "PVI", "RSI", "RVI", "SAR", "SAREXT", "STDDEV", "STOCHF"),
    *("STOCHRSI", "TRANGE", "TSF", "TSI", "ULTOSC", "VAR", "VHF", "VORTEX", "VWAP", "WAD", "WILLR", "WMA"),
}
REALS = [name for name in NAMES if all(one.kind == "real" for one in ROWS[name].outputs)]


@pytest.mark.parametrize("name", REALS)
def test_nan_inside(name: str) -> None:
    """A NaN in all inputs of a bar."""
    inputs = [one.copy() for one in inputs_of(ROWS[name], BARS)]
    for one in inputs:
        one[300] = np.nan
    ours = call(name, inputs, {})
    clean = call(name, inputs_of(ROWS[name], BARS), {})
    assert not difference(tuple(line[:300] for line in ours), tuple(line[:300] for line in clean))
    assert all(np.isnan(line[300:]).any() for line in ours)
    assert all(np.isnan(line[-1]) == ROWS[name].poisoned for line in ours)
    if name not in ACCIDENTS:
        assert not difference(ours, lines_of(getattr(reference, name)(*inputs)))


def test_accidents_are_named_rightly() -> None:
    assert {*REALS} >= ACCIDENTS


SETTINGS: list[dict[str, int]] = [
    {"ALL": 7},
    {"EMA": 7},
    {"RSI": 7},
    {"ATR": 40},
    {"EMA": 3, "RSI": 5, "ATR": 2, "KAMA": 11, "T3": 4, "RMA": 6, "ADX": 3, "MAMA": 9},
]
WITHOUT_SMOOTHING = ("MINUS_DI", "PLUS_DI", "NATR")  # with other units there, see the parity test


@pytest.mark.parametrize("settings", SETTINGS, ids=str)
def test_unstable_periods(settings: dict[str, int]) -> None:
    for name, period in settings.items():
        talib.set_unstable_period(name, period)
        reference.set_unstable_period(name, period)
    for name, row in ROWS.items():
        for parameters in [*parameter_sets(row), *average_sets(row)]:
            if name in WITHOUT_SMOOTHING and parameters == {"timeperiod": 1}:
                continue
            inputs = inputs_of(row, BARS)
            theirs = lines_of(getattr(reference, name)(*inputs, **parameters))
            found = difference(call(name, inputs, parameters), theirs)
            assert not found, f"{name}({parameters}): {found}"
        lookback = reference_abstract.Function(name).lookback
        assert talib.abstract.Function(name).lookback == lookback, name


def test_unstable_periods_are_read_back() -> None:
    flag = "Function has an unstable period"
    names = [name for name in NAMES if flag in reference_abstract.Function(name).function_flags]
    for library in (talib, reference):
        library.set_unstable_period("ALL", 5)
        library.set_unstable_period("EMA", 2.0)
    for name in [*names, "ALL"]:
        assert talib.get_unstable_period(name) == reference.get_unstable_period(name)
    for name in ("ADXR", "MFI", "STOCHRSI"):
        for library in (talib, reference):
            with pytest.warns(DeprecationWarning, match=name):
                library.set_unstable_period(name, 3)
            with warnings.catch_warnings(record=True):
                warnings.simplefilter("always")
                assert library.get_unstable_period(name) == 0


@pytest.mark.parametrize("name", ["SMA", "BBANDS", "CDLDOJI", "SUPERTREND", "ADD"])
def test_series(name: str) -> None:
    inputs = inputs_of(ROWS[name], BARS)
    index = pd.date_range("2024", periods=600)
    for make in (lambda one: pd.Series(one, index, name="x"), lambda one: pl.Series("x", one)):
        for columns in ([make(one) for one in inputs], [make(inputs[0]), *inputs[1:]]):
            ours, theirs = both(lambda library, columns=columns: getattr(library, name)(*columns))
            assert type(ours) is type(theirs)
            for mine, other in zip(lines_of(ours), lines_of(theirs), strict=True):
                assert type(mine) is type(other)
                assert mine.name == other.name
                assert not difference((mine.to_numpy(),), (other.to_numpy(),))
                if isinstance(mine, pd.Series):
                    pd.testing.assert_index_equal(mine.index, other.index)


@pytest.mark.parametrize(
    "make",
    [
        lambda: pd.Series(CLOSE.astype(np.float32)),
        lambda: pd.Series([1, 2, 3]),
        lambda: pd.Series([1, 2, 3], dtype=object),
        lambda: pl.Series([1, 2, 3, 4]),
        lambda: pl.Series([1.0, None, 3.0, 4.0]),
    ],
)
def test_series_of_other_numbers(make: Callable[[], Any]) -> None:
    ours, theirs = both(lambda library: library.SMA(real=make(), timeperiod=2))
    assert type(ours) is type(theirs)
    assert not difference((ours.to_numpy(),), (theirs.to_numpy(),))

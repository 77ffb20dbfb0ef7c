"""cracktrader_fast.sma and .rsi."""

from __future__ import annotations

from typing import Any

import cracktrader_fast as fast
import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

PRICES = [10.0, 11.0, 12.0, 11.0, 10.0, 13.0, 14.0]
FUNCTIONS = [fast.sma, fast.rsi]
prices_and_window = st.tuples(st.lists(st.floats(0.01, 1e6), max_size=200), st.integers(1, 30))


def test_sma_by_hand() -> None:
    np.testing.assert_array_equal(fast.sma(PRICES, 3), [np.nan, np.nan, 11.0, 34 / 3, 11.0, 34 / 3, 37 / 3])
    np.testing.assert_array_equal(fast.sma(PRICES, window=1), PRICES)


def test_rsi_by_hand() -> None:
    # First averages over 2 changes: up 1, down 0; then up (1+0)/2, down (0+1)/2 ...
    np.testing.assert_allclose(fast.rsi([1.0, 2.0, 3.0, 2.0], window=2), [np.nan, np.nan, 100.0, 50.0])
    assert np.isnan(fast.rsi(PRICES)[:14]).all()


def test_defaults() -> None:
    long = np.arange(1.0, 61.0)
    np.testing.assert_array_equal(fast.sma(long), fast.sma(long, 20))
    np.testing.assert_array_equal(fast.rsi(long), fast.rsi(long, 14))
    assert np.isnan(fast.sma(long)[:19]).all()
    assert not np.isnan(fast.sma(long)[19:]).any()


@settings(max_examples=100, deadline=None)
@given(prices_and_window)
def test_sma_is_the_mean_of_its_window(case: tuple[list[float], int]) -> None:
    prices, window = case
    result = fast.sma(prices, window)
    expected = pd.Series(prices, dtype=float).rolling(window).mean().to_numpy()
    assert len(result) == len(prices)
    np.testing.assert_allclose(result, expected, rtol=1e-9)


@settings(max_examples=50, deadline=None)
@given(prices_and_window)
def test_rsi_is_a_share(case: tuple[list[float], int]) -> None:
    prices, window = case
    result = fast.rsi(prices, window)
    assert len(result) == len(prices)
    assert np.isnan(result[:window]).all()
    assert ((result[window:] >= 0) & (result[window:] <= 100)).all()


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize(
    "prices",
    [
        PRICES,
        tuple(PRICES),
        np.array(PRICES),
        np.repeat(PRICES, 2)[::2],
        np.array(PRICES)[::-1][::-1],
        np.array(PRICES, dtype=np.float32),
        np.array(PRICES, dtype=np.int64),
        np.array(PRICES, dtype=">f8"),
        pd.Series(PRICES),
        pl.Series(PRICES),
        memoryview(np.array(PRICES)),
        range(10, 17),
    ],
)
def test_sequences_of_all_kinds(function: Any, prices: Any) -> None:
    result = function(prices, 2)
    assert isinstance(result, np.ndarray)
    assert result.dtype == np.float64
    assert result.flags.writeable
    np.testing.assert_array_equal(result, function(np.asarray(prices, dtype=float), 2))


@pytest.mark.parametrize("function", FUNCTIONS)
def test_edges(function: Any) -> None:
    assert function([]).tolist() == []
    assert np.isnan(function([1.0, 2.0], 5)).all()
    assert np.isnan(function(PRICES, 2**20)).all()
    poisoned = function([*PRICES[:3], np.nan, *PRICES], 2)
    assert np.isnan(poisoned[3])


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize(
    ("prices", "window", "message"),
    [
        (PRICES, 0, "window is 0, expected 1 to 1048576"),
        (PRICES, -1, "window is -1"),
        (PRICES, 2**20 + 1, "window is 1048577"),
        (PRICES, 10**30, "window is 1000000000000000000000000000000"),
        (PRICES, 2.5, "window is a float, expected a whole number"),
        (PRICES, "3", "window is a str"),
        (PRICES, None, "window is a NoneType"),
        (np.ones((3, 3)), 2, "prices has 2 dimensions, expected 1"),
        (5.0, 2, "prices has 0 dimensions"),
        (["a", "b"], 2, "prices cannot be read as numbers"),
        (None, 2, "prices"),
        ([[1.0], [1.0, 2.0]], 2, "prices cannot be read as numbers"),
    ],
)
def test_bad_arguments(function: Any, prices: Any, window: Any, message: str) -> None:
    with pytest.raises(fast.InvalidArgument, match=message):
        function(prices, window)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_inputs_are_left_alone(function: Any) -> None:
    prices = np.array(PRICES)
    prices.flags.writeable = False
    function(prices, 3)
    assert prices.tolist() == PRICES


def test_long_inputs_run_without_the_interpreter_lock() -> None:
    prices = np.arange(1.0, 100_001.0)
    assert fast.sma(prices, 3)[-1] == 99_999.0

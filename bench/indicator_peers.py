"""What users of other libraries write for the indicators that bench/indicators.py measures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import cracktrader_fast as fast
import numpy as np
import pandas as pd
import polars as pl
import talib
from talib import abstract

WINDOW = 20
# Parameters of TA-Lib's that change nothing, and that ours do not have.
UNUSED = {"VAR": 1}
Call = Callable[[], Any]


class Candles(NamedTuple):
    open: np.ndarray
    high: np.ndarray
    low: np.ndarray
    close: np.ndarray
    volume: np.ndarray
    periods: np.ndarray


def candles(rows: int) -> Candles:
    """Candles of a random walk, the same in every run."""
    random = np.random.default_rng(7)
    close = np.round(40_000 * np.exp(np.cumsum(random.normal(0, 0.0005, rows))), 2)
    open_ = np.concatenate([close[:1], close[:-1]])
    high = np.maximum(open_, close) + np.round(random.random(rows) * 10, 2)
    low = np.minimum(open_, close) - np.round(random.random(rows) * 10, 2)
    return Candles(
        open_, high, low, close, np.round(random.random(rows) * 90 + 1, 3), random.integers(2, 30, rows) * 1.0
    )


def pandas_calls(bars: Candles) -> dict[str, Call]:
    """wma and cci have no vectorized form there: rolling().apply(raw=True) of a numpy expression."""
    high, low, close = (pd.Series(column) for column in (bars.high, bars.low, bars.close))
    weights = np.arange(1, WINDOW + 1) / (WINDOW * (WINDOW + 1) / 2)

    def bbands() -> Any:
        window = close.rolling(WINDOW)
        middle, width = window.mean(), 2 * window.std(ddof=0)
        return middle + width, middle, middle - width

    def rsi() -> Any:
        change = close.diff()
        up = change.clip(lower=0).ewm(alpha=1 / 14, adjust=False).mean()
        down = (-change).clip(lower=0).ewm(alpha=1 / 14, adjust=False).mean()
        return 100 - 100 / (1 + up / down)

    def atr() -> Any:
        before = close.shift()
        ranges = pd.concat([high - low, (high - before).abs(), (low - before).abs()], axis=1)
        return ranges.max(axis=1).ewm(alpha=1 / 14, adjust=False).mean()

    def macd() -> Any:
        line = close.ewm(span=12, adjust=False).mean() - close.ewm(span=26, adjust=False).mean()
        signal = line.ewm(span=9, adjust=False).mean()
        return line, signal, line - signal

    def stoch() -> Any:
        lowest, highest = low.rolling(14).min(), high.rolling(14).max()
        k = (100 * (close - lowest) / (highest - lowest)).rolling(3).mean()
        return k, k.rolling(3).mean()

    def cci() -> Any:
        typical = (high + low + close) / 3
        window = typical.rolling(WINDOW)
        deviation = window.apply(lambda values: np.abs(values - values.mean()).mean(), raw=True)
        return (typical - window.mean()) / (0.015 * deviation)

    return {
        "sma": lambda: close.rolling(WINDOW).mean(),
        "wma": lambda: close.rolling(WINDOW).apply(lambda values: values @ weights, raw=True),
        "std": lambda: close.rolling(WINDOW).std(ddof=0),
        "bbands": bbands,
        "rsi": rsi,
        "atr": atr,
        "macd": macd,
        "stoch": stoch,
        "cci": cci,
        "ema": lambda: close.ewm(span=WINDOW, adjust=False).mean(),
    }


def polars_calls(bars: Candles) -> dict[str, Call]:
    close = pl.Series(bars.close)
    return {
        "sma": lambda: close.rolling_mean(WINDOW),
        "std": lambda: close.rolling_std(WINDOW, ddof=0),
        "ema": lambda: close.ewm_mean(span=WINDOW, adjust=False),
    }


def our_calls(bars: Candles) -> dict[str, Call]:
    high, low, close = bars.high, bars.low, bars.close
    return {
        "sma": lambda: fast.sma(close, WINDOW),
        "wma": lambda: fast.wma(close, WINDOW),
        "std": lambda: fast.STDDEV(close, WINDOW),
        "bbands": lambda: fast.bbands(close, WINDOW),
        "rsi": lambda: fast.rsi(close, 14),
        "atr": lambda: fast.atr(high, low, close, 14),
        "macd": lambda: fast.macd(close, 12, 26, 9),
        "stoch": lambda: fast.STOCH(high, low, close, 14),
        "cci": lambda: fast.cci(high, low, close, WINDOW),
        "ema": lambda: fast.ema(close, WINDOW),
    }


def talib_pair(name: str, bars: Candles) -> tuple[Call, Call, bool] | None:
    """TA-Lib's function with its defaults, ours with the same parameters, and whether both give the same numbers to
    1e-9. None where there is none of ours."""
    try:
        own = getattr(fast, name)
    except AttributeError:
        return None
    info = abstract.Function(name).info
    columns: list[str] = []
    for given in info["input_names"].values():
        columns += [given] if isinstance(given, str) else given
    arrays = [getattr(bars, column) for column in columns]
    # Without the wrapper for Series around it, which costs a microsecond.
    theirs = getattr(talib._ta_lib, name)
    values = list(info["parameters"].values())
    expected = lines_of(theirs(*arrays, *values))
    shared = values[: len(values) - UNUSED.get(name, 0)]
    known = len(own.info["parameters"])
    for parameters in [shared, []] if shared and len(shared) <= known else [[]]:
        ours = partial(own, *arrays, *parameters)
        try:
            same = agree(lines_of(ours()), expected)
        except (TypeError, ValueError):
            continue
        if same or not parameters:
            return partial(theirs, *arrays, *values), ours, same
    return None


def lines_of(result: Any) -> list[np.ndarray]:
    return list(result) if isinstance(result, tuple) else [result]


def agree(ours: list[np.ndarray], theirs: list[np.ndarray]) -> bool:
    """Each of their lines is one of ours, where both have values."""
    return len(ours) == len(theirs) and all(any(same_line(own, line) for own in ours) for line in theirs)


def same_line(own: np.ndarray, line: np.ndarray) -> bool:
    scale = max(1.0, float(np.nanmax(np.abs(line), initial=0)))
    both = np.isfinite(own) & np.isfinite(line)
    late = max(1, len(line) // 2)
    return bool(both[late:].all() and np.allclose(own[both], line[both], rtol=1e-9, atol=1e-9 * scale))

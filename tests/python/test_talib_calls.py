"""What the functions of cracktrader.talib refuse and accept, as in TA-Lib itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
from cracktrader import talib
from talib_cases import both, call, difference, lines_of, random_bars

CLOSE = random_bars(600)["close"]

REFUSALS: dict[str, Callable[[Any], Any]] = {
    "float32": lambda t: t.SMA(CLOSE.astype(np.float32)),
    "int64": lambda t: t.SMA(np.arange(60)),
    "objects": lambda t: t.SMA(CLOSE.astype(object)),
    "list": lambda t: t.SMA([1.0, 2.0]),
    "None": lambda t: t.SMA(None),
    "a list second": lambda t: t.ATR(CLOSE, [1.0], CLOSE),
    "two dimensions": lambda t: t.SMA(CLOSE.reshape(2, -1)),
    "no dimension": lambda t: t.SMA(np.array(1.0)),
    "float32 second": lambda t: t.ATR(CLOSE, CLOSE.astype(np.float32), CLOSE),
    "two dimensions second": lambda t: t.ATR(CLOSE, CLOSE.reshape(2, -1), CLOSE),
    "lengths": lambda t: t.ATR(CLOSE, CLOSE[1:], CLOSE),
    "lengths, last": lambda t: t.ATR(CLOSE, CLOSE, CLOSE[1:]),
    "empty and not": lambda t: t.ATR(np.array([]), CLOSE, CLOSE),
    "period 0": lambda t: t.SMA(CLOSE, 0),
    "period out of int": lambda t: t.SMA(CLOSE, 2**31),
    "period text": lambda t: t.SMA(CLOSE, "5"),
    "period None": lambda t: t.SMA(CLOSE, None),
    "period NaN": lambda t: t.SMA(CLOSE, float("nan")),
    "period before the array": lambda t: t.SMA([1.0], "a"),
    "array before the period": lambda t: t.SMA(CLOSE.astype(np.float32), 0),
    "float text": lambda t: t.BBANDS(CLOSE, 5, "a"),
    "kind 14": lambda t: t.MA(CLOSE, 5, 14),
    "kind text": lambda t: t.MA(CLOSE, 5, "EMA"),
    "no argument": lambda t: t.SMA(),
    "no argument of one": lambda t: t.SIN(),
    "one of three": lambda t: t.ATR(CLOSE),
    "three of four": lambda t: t.CDLDOJI(CLOSE, CLOSE, CLOSE),
    "too many": lambda t: t.SMA(CLOSE, 5, 6),
    "too many of exactly": lambda t: t.CDLDOJI(CLOSE, CLOSE, CLOSE, CLOSE, CLOSE),
    "unknown name": lambda t: t.SMA(CLOSE, period=5),
    "twice": lambda t: t.SMA(CLOSE, real=CLOSE),
    "periods out of order": lambda t: t.MAVP(CLOSE, CLOSE, 20, 10),
    "frame": lambda t: t.SMA(pd.DataFrame({"a": CLOSE})),
    "pandas and polars": lambda t: t.ATR(pd.Series(CLOSE), pl.Series(CLOSE), CLOSE),
    "Series of text": lambda t: t.SMA(pd.Series(["a"])),
    "unknown unstable period": lambda t: t.set_unstable_period("SMA", 1),
    "negative unstable period": lambda t: t.set_unstable_period("EMA", -1),
    "large unstable period": lambda t: t.set_unstable_period("EMA", 100_000_001),
    "unstable text": lambda t: t.set_unstable_period("EMA", "a"),
    "unknown get": lambda t: t.get_unstable_period("SMA"),
    "compatibility text": lambda t: t.set_compatibility("METASTOCK"),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_refusals(case: str) -> None:
    ours, theirs = both(REFUSALS[case])
    assert isinstance(theirs, Exception)
    assert type(ours) is type(theirs)
    assert str(ours) == str(theirs)


ACCEPTED: dict[str, Callable[[Any], Any]] = {
    "empty": lambda t: t.SMA(np.array([])),
    "empty, with a bad period": lambda t: t.SMA(np.array([]), 0),
    "empty, several lines": lambda t: t.BBANDS(np.array([])),
    "empty pattern": lambda t: t.CDLDOJI(*[np.array([])] * 4),
    "shorter than the lookback": lambda t: t.SMA(CLOSE[:5]),
    "short pattern": lambda t: t.CDLDOJI(*[CLOSE[:3]] * 4),
    "all NaN": lambda t: t.SMA(np.full(50, np.nan)),
    "all NaN, integers": lambda t: t.MAXINDEX(np.full(50, np.nan)),
    "strided": lambda t: t.SMA(CLOSE[::2]),
    "backwards": lambda t: t.SMA(CLOSE[::-1]),
    "read-only": lambda t: t.SMA(np.frombuffer(CLOSE.tobytes())),
    "masked array": lambda t: t.SMA(np.ma.array(CLOSE, mask=CLOSE > 100)),
    "period as float": lambda t: t.SMA(CLOSE, 2.9),
    "period as numpy's": lambda t: t.SMA(CLOSE, np.int64(5)),
    "period left to it": lambda t: t.SMA(CLOSE, -(2**31)),
    "real left to it": lambda t: t.T3(CLOSE, 5, -4e37),
    "all by name": lambda t: t.SMA(timeperiod=5, real=CLOSE),
    "numbers large and negative": lambda t: t.BBANDS(CLOSE, 5, -3e36, 1e30),
    "compatibility": lambda t: (t.set_compatibility(1), t.EMA(CLOSE, 10), t.get_compatibility())[1:][0],
}


@pytest.mark.parametrize("case", ACCEPTED)
def test_what_is_accepted(case: str) -> None:
    ours, theirs = both(ACCEPTED[case])
    assert not isinstance(theirs, Exception)
    assert type(ours) is type(theirs)
    assert not difference(lines_of(ours), lines_of(theirs))


def test_other_byte_order_is_read() -> None:
    """TA-Lib takes the bytes as they are."""
    assert not difference(call("SMA", [CLOSE.astype(">f8")], {}), call("SMA", [CLOSE], {}))


def test_an_argument_that_no_text_can_hold_is_named() -> None:
    with pytest.raises(TypeError, match=r"SMA\(\) got an unexpected keyword argument '\\udc80'"):
        talib.SMA(np.ones(5), **{"\udc80": 3})

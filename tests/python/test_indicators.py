"""cracktrader.indicators: the registry, values by name, indicators of the program; and ctx.indicator."""

from __future__ import annotations

import math
import pickle
from collections.abc import Iterator
from typing import Any

import cracktrader as ct
import cracktrader_fast as fast
import numpy as np
import pandas as pd
import pytest

ROWS = 400
RANDOM = np.random.default_rng(11)
CLOSE = 100 + np.cumsum(RANDOM.normal(0, 1, ROWS))
HIGH = CLOSE + RANDOM.random(ROWS)
LOW = CLOSE - RANDOM.random(ROWS)


def bars() -> ct.Bars:
    times = pd.date_range("2024-01-01", periods=ROWS, freq="h", tz="UTC")
    table = {"open": (HIGH + LOW) / 2, "high": HIGH, "low": LOW, "close": CLOSE, "volume": np.arange(1.0, ROWS + 1)}
    return ct.to_bars(pd.DataFrame(table, index=times).round(4))


def run_strategy(strategy: Any) -> Any:
    return ct.backtest(bars(), strategy)


def test_list_and_info() -> None:
    known = ct.indicators.list()
    assert [one.name for one in known] == ct.indicators.list_indicators() == sorted(one.name for one in known)
    rsi = ct.indicators.info("RelativeStrengthIndex")
    assert rsi == ct.indicators.get_all_indicators()["rsi"]
    assert rsi.params["period"] == 14
    assert rsi.lead_in == 14
    assert rsi.lines == ("rsi",)
    assert rsi in ct.indicators.list("momentum")
    assert "rsi" in ct.indicators.get_momentum_indicators()
    assert "atr" in ct.indicators.get_volatility_indicators()
    assert "adx" in ct.indicators.get_trend_indicators()
    assert "ema" in ct.indicators.get_trend_indicators()
    assert ct.indicators.get_indicator_info("RSI")["description"] == rsi.text
    with pytest.raises(ct.InvalidArgument, match="group is 'x', expected one of "):
        ct.indicators.list("x")
    with pytest.raises(ct.NotFound, match="the nearest name is 'rsi'"):
        ct.indicators.info("rsii")


def test_compute() -> None:
    values = ct.indicators.compute("stochastic", high=HIGH, low=LOW, close=CLOSE)
    assert list(values) == list(ct.indicators.info("stochastic").lines)
    frame = pd.DataFrame({"high": HIGH, "low": LOW, "close": CLOSE})
    for data in (frame, {"high": HIGH, "low": LOW, "close": CLOSE}):
        for name, line in ct.indicators.compute("stochastic", data).items():
            np.testing.assert_array_equal(line, values[name])
    np.testing.assert_array_equal(ct.indicators.compute("sma", close=CLOSE)["sma"], fast.sma(CLOSE, 30))
    np.testing.assert_array_equal(ct.indicators.compute("SMA", prices=CLOSE, window=7)["sma"], fast.sma(CLOSE, 7))
    own = bars()
    np.testing.assert_array_equal(ct.indicators.compute("atr", own)["atr"], fast.atr(own.high, own.low, own.close))
    with pytest.raises(ct.InvalidArgument, match="the data have no high; give it by name"):
        ct.indicators.compute("atr", {"close": CLOSE})
    with pytest.raises(TypeError, match="unexpected keyword argument 'speed'"):
        ct.indicators.compute("sma", close=CLOSE, speed=3)


def test_strategies_read_all_lines_and_fields() -> None:
    seen: dict[str, list[float]] = {"atr": [], "upper": [], "signal": [], "ma": []}

    class Reader:
        def on_start(self, ctx: Any) -> None:
            self.atr = ctx.indicator("atr", period=5)
            self.bands = ctx.indicator("bbands", 7, 2.5)
            self.macd = ctx.indicator("MACD", fast=3, slow=6, signal=2)
            self.ma = ctx.indicator("ma", 4, average="ema", field="high")
            with pytest.raises(ct.InvalidArgument, match="a field was given for indicator 'atr', which reads high"):
                ctx.indicator("atr", field="low")
            with pytest.raises(ct.Unsupported, match="reads 'periods', which a bar does not have"):
                ctx.indicator("mavp")
            with pytest.raises(TypeError, match="unexpected keyword argument 'windov'"):
                ctx.indicator("sma", windov=3)

        def on_bar(self, ctx: Any, bar: Any) -> None:
            seen["atr"].append(self.atr.value)
            seen["upper"].append(self.bands[0].value)
            seen["signal"].append(self.macd.signal[1])
            seen["ma"].append(self.ma.value)

    run_strategy(Reader)
    own = bars()
    np.testing.assert_array_equal(seen["atr"], fast.atr(own.high, own.low, own.close, 5))
    np.testing.assert_array_equal(seen["upper"], fast.bbands(own.close, 7, 2.5)[0])
    np.testing.assert_array_equal(seen["signal"][1:], fast.macd(own.close, 3, 6, 2).signal[:-1])
    np.testing.assert_array_equal(seen["ma"], fast.ema(own.high, 4))


# --- indicators of the program -----------------------------------------------------------------------------------


def spread(high: np.ndarray, low: np.ndarray, times: float = 1.0) -> np.ndarray:
    """High less low.

    More.
    """
    return (high - low) * times


def two_bars(close: np.ndarray, period: int = 2) -> tuple[np.ndarray, np.ndarray]:
    shifted = np.concatenate([np.full(min(period, len(close)), np.nan), close[:-period]])
    return close - shifted, close + shifted


class Slowing:
    """An average that slows down."""

    def __init__(self, start: int = 2) -> None:
        self.weight = start
        self.value = math.nan

    def update(self, close: float) -> float:
        self.weight += 1
        self.value = close if math.isnan(self.value) else self.value + (close - self.value) / self.weight
        return self.value


@pytest.fixture(autouse=True, scope="module")
def _registered() -> Iterator[None]:
    ct.indicators.register(spread, name="test_spread", inputs=["high", "low"], aliases=["TestSpan"])
    ct.indicators.register(
        two_bars,
        name="test_two",
        lines=["difference", "total"],
        lead_in=lambda period: period,
        memory=lambda period: period,
    )
    ct.indicators.register(Slowing, name="test_slowing")
    return


def test_registered_indicators_are_known() -> None:
    known = ct.indicators.info("test_spread")
    assert known.group == "custom"
    assert known.text == "High less low."
    assert known.lines == ("test_spread",)
    assert known.params == {"times": 1.0}
    assert ct.indicators.info("test_two").lead_in == 2
    assert ct.indicators.info("test_slowing").params == {"start": 2}
    assert known in ct.indicators.list("custom")


def test_registered_functions_and_classes_work_as_functions_and_streams() -> None:
    np.testing.assert_array_equal(fast.test_spread(HIGH, LOW), HIGH - LOW)
    np.testing.assert_array_equal(fast.test_span(HIGH, LOW, times=2), (HIGH - LOW) * 2)
    np.testing.assert_array_equal(ct.indicators.compute("test_two", close=CLOSE)["total"][2:], (CLOSE[2:] + CLOSE[:-2]))
    slow = Slowing()
    np.testing.assert_array_equal(fast.test_slowing(CLOSE), [slow.update(x) for x in CLOSE])
    many = fast.test_slowing(np.tile(CLOSE, (3, 1)), start=[2, 5])
    np.testing.assert_array_equal(many[0, 2], fast.test_slowing(CLOSE))

    whole = fast.test_two(CLOSE)
    stream = fast.stream.TestTwo()
    rows = [stream.update(x) for x in CLOSE[:50]]
    np.testing.assert_array_equal([row.difference for row in rows], whole.difference[:50])
    for twin in (stream.copy(), pickle.loads(pickle.dumps(stream))):
        np.testing.assert_array_equal(twin.update_many(CLOSE[50:]).total, whole.total[50:])
    slowing = fast.stream.TestSlowing(3)
    slowing.update_many(CLOSE[:50])
    twin = slowing.copy()
    np.testing.assert_array_equal(slowing.update_many(CLOSE[50:]), fast.test_slowing(CLOSE, 3)[50:])
    np.testing.assert_array_equal(twin.update_many(CLOSE[50:]), fast.test_slowing(CLOSE, 3)[50:])


def test_registered_indicators_work_in_strategies() -> None:
    seen = []

    class Reader:
        def on_start(self, ctx: Any) -> None:
            self.lines = (ctx.indicator("test_spread", 3), ctx.indicator("test_slowing"), ctx.indicator("test_two"))

        def on_bar(self, ctx: Any, bar: Any) -> None:
            seen.append((self.lines[0].value, self.lines[1].value, self.lines[2].total.value))

    run_strategy(Reader)
    own = bars()
    spreads, slow, total = np.array(seen).T
    np.testing.assert_array_equal(spreads, (own.high - own.low) * 3)
    np.testing.assert_array_equal(slow, fast.test_slowing(own.close))
    np.testing.assert_array_equal(total, fast.test_two(own.close).total)


def test_an_exception_in_an_indicator_ends_the_run() -> None:
    @ct.indicators.register(name="test_broken")
    def broken(close: np.ndarray) -> np.ndarray:
        raise ZeroDivisionError("not today")

    class Reader:
        def on_start(self, ctx: Any) -> None:
            ctx.indicator("test_broken")

        def on_bar(self, ctx: Any, bar: Any) -> None: ...

    with pytest.raises(ZeroDivisionError, match="not today"):
        run_strategy(Reader)
    with pytest.raises(ZeroDivisionError, match="not today"):
        fast.test_broken(CLOSE)
    with pytest.raises(ZeroDivisionError, match="not today"):
        fast.test_broken(np.tile(CLOSE, (1000, 1)))


def test_registering_again_replaces() -> None:
    ct.indicators.register(lambda close: close + 1, name="test_again")
    assert fast.test_again([1.0])[0] == 2
    assert fast.stream.TestAgain().update(1) == 2
    ct.indicators.register(lambda close: close + 2, name="test_again")
    assert fast.test_again([1.0])[0] == 3
    assert fast.stream.TestAgain().update(1) == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (((lambda close: close),), "indicator '<lambda>' needs a name of letters"),
        (((lambda close: close), "sma"), "indicator 'sma' would hide the built-in one"),
        (((lambda close, period: close), "test_x"), "the parameters period have no default"),
        (((lambda close, how="x": close), "test_x"), "parameter how of test_x has the default 'x', expected a number"),
        ((int, "test_x"), r"class int has no method update\(\)"),
    ],
)
def test_what_is_no_indicator(arguments: Any, message: str) -> None:
    source, *name = arguments
    with pytest.raises(ct.InvalidArgument, match=message):
        ct.indicators.register(source, name=name[0] if name else None)


@pytest.mark.parametrize(
    ("function", "message"),
    [
        (lambda close: close[1:], r"indicator test_x gave an array of shape \(399,\), expected \(400,\)"),
        (lambda close: (close, close), "indicator test_x gave 2 lines, expected 1"),
        (lambda close: "x", "could not convert string to float"),
    ],
)
def test_wrong_results(function: Any, message: str) -> None:
    ct.indicators.register(function, name="test_x")
    with pytest.raises(ValueError, match=message):
        fast.test_x(CLOSE)


def test_wrong_results_of_a_class() -> None:
    class Pairs:
        def update(self, close: float) -> Any:
            return (close, close)

    ct.indicators.register(Pairs, name="test_x")
    with pytest.raises(ct.InvalidArgument, match=r"update\(\) of indicator test_x gave 2 values, expected 1"):
        fast.test_x(CLOSE)
    with pytest.raises(TypeError, match="source is a int, expected a function or a class"):
        ct.indicators.register(5, name="test_x")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"name": "stream"}, "would hide cracktrader_fast.stream"),
        ({"name": "Bars"}, "would hide cracktrader_fast.Bars"),
        ({"name": "bars"}, "would hide cracktrader_fast.bars"),
        ({"inputs": "close"}, "inputs of test_y are 'close', expected a sequence of names"),
        ({"inputs": ["close", "close"]}, "expected each name once"),
        ({"lines": ["class"]}, "lines of test_y hold 'class'"),
        ({"lines": ["_x"]}, "lines of test_y hold '_x'"),
        ({"lead_in": -1}, "lead_in of test_y is -1, expected a whole number from 0 on"),
        ({"lead_in": "x"}, "lead_in of test_y is 'x'"),
        ({"lead_in": lambda: 1.5}, "lead_in of test_y is 1.5"),
        ({"parameters": {"close": 3}}, "parameter close of test_y is also the name of another argument"),
        ({"parameters": {"out": 3}}, "parameter out of test_y is also the name"),
    ],
)
def test_what_cannot_be_registered_changes_nothing(arguments: dict[str, Any], message: str) -> None:
    before = ct.indicators.list_indicators()
    with pytest.raises(ct.InvalidArgument, match=message):
        ct.indicators.register(lambda close: close, **{"name": "test_y", **arguments})
    assert ct.indicators.list_indicators() == before
    assert fast.stream.Rsi(14).lead_in == 14
    assert fast.Bars is ct.Bars


def test_a_class_that_cannot_be_made_is_not_registered() -> None:
    class Broken:
        def __init__(self) -> None:
            raise RuntimeError("no")

        def update(self, close: float) -> float:
            return close

    with pytest.raises(RuntimeError, match="no"):
        ct.indicators.register(Broken, name="test_unmakeable")
    assert "test_unmakeable" not in ct.indicators.list_indicators()

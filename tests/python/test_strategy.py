# ruff: noqa: RUF012 - `params` is how strategies declare parameters
"""Strategy classes: callbacks, bars, lines, the context."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from typing import Any

import cracktrader as ct
import cracktrader_fast
import numpy as np
import pytest
from conftest import HOUR_MS, START_MS, PythonSmaCross, candles

CLOSES = [100.0, 101.0, 102.5, 99.0, 98.0, 103.0]


def run(strategy: Any, closes: list[float] = CLOSES, **settings: Any) -> ct.Result:
    return ct.backtest(candles(closes), strategy, **settings)


def test_callbacks_come_in_order() -> None:
    calls: list[Any] = []

    class Recorder(ct.Strategy):
        def on_start(self, ctx):
            calls.append(("start", ctx.now_ms))

        def on_bar(self, ctx, bar):
            calls.append(("bar", bar.time_ms))
            if bar.time_ms == START_MS:
                ctx.buy(1)

        def on_order(self, ctx, order):
            calls.append(("order", order.status))

        def on_fill(self, ctx, fill):
            calls.append(("fill", fill.time_ms, ctx.position))

        def on_stop(self, ctx):
            calls.append(("stop", ctx.now_ms))

    run(Recorder, [100.0, 101.0, 102.0])
    assert calls == [
        ("start", START_MS),
        ("bar", START_MS),
        ("order", "submitted"),
        ("order", "accepted"),
        ("order", "filled"),
        ("fill", START_MS + HOUR_MS, 1.0),
        ("bar", START_MS + HOUR_MS),
        ("bar", START_MS + 2 * HOUR_MS),
        ("stop", START_MS + 3 * HOUR_MS),
    ]


def test_bars_and_clock() -> None:
    seen = []

    class Reader:
        def on_bar(self, ctx, bar):
            assert (bar.symbol, bar.timeframe) == ("BTC/USDT", "1h")
            assert bar.time == datetime.fromtimestamp(bar.time_ms / 1000, UTC)
            assert bar.time.utcoffset() == timedelta(0)
            assert ctx.now == bar.time + timedelta(hours=1)
            assert ctx.now_ms == bar.time_ms + HOUR_MS
            assert ctx.symbols == ("BTC/USDT",)
            seen.append((bar.open, bar.high, bar.low, bar.close, bar.volume))

    run(Reader)
    data = candles(CLOSES)
    assert seen == list(zip(*(data[name] for name in ("open", "high", "low", "close", "volume")), strict=True))


def test_a_bar_that_is_kept_stays_as_it_is() -> None:
    kept = []

    class Keeper:
        def on_bar(self, ctx, bar):
            kept.append(bar)

    run(Keeper)
    assert [bar.close for bar in kept] == CLOSES
    assert [bar.time_ms for bar in kept] == [START_MS + row * HOUR_MS for row in range(len(CLOSES))]
    assert repr(kept[0]).startswith("Bar(BTC/USDT 1h 2023-11-14 23:00:00 open=100.0 ")


def test_numbers_that_are_kept_stay_as_they_are() -> None:
    closes, values, positions, cash = [], [], [], []

    class Keeper:
        def on_start(self, ctx):
            self.line = ctx.indicator("sma", 1)

        def on_bar(self, ctx, bar):
            closes.append(bar.close)
            values.append(self.line.value)
            positions.append(ctx.position)
            cash.append(ctx.cash)
            ctx.buy(1)

    run(Keeper, commission=0)
    assert closes == values == CLOSES
    assert positions == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]
    assert cash[:3] == [10_000.0, 9_900.0, 9_799.0]


def test_lines() -> None:
    class Reader:
        def on_start(self, ctx):
            self.fast = ctx.indicator("sma", 2)
            self.high = ctx.indicator("sma", 1, field="high")
            assert math.isnan(self.fast.value)
            self.values = []

        def on_bar(self, ctx, bar):
            line = self.fast
            assert line[0] is line.value or math.isnan(line.value)
            assert float(line) == line.value or math.isnan(line.value)
            assert self.high.value == bar.high
            self.values.append((line.value, line[1], line[2]))

    strategy = Reader()
    run(strategy)
    means = cracktrader_fast.sma(CLOSES, 2).tolist()
    expected = list(zip(means, [math.nan, *means], [math.nan, math.nan, *means], strict=False))
    np.testing.assert_array_equal(strategy.values, expected)
    assert repr(strategy.fast) == "Line(100.5)"


def test_line_indices() -> None:
    class Reader:
        def on_start(self, ctx):
            self.line = ctx.indicator("sma", 1)

        def on_bar(self, ctx, bar):
            for wrong in (-1, 256, 10**30):
                with pytest.raises(IndexError):
                    self.line[wrong]
            with pytest.raises(TypeError):
                self.line["x"]
            assert math.isnan(self.line[255])
            with pytest.raises(AttributeError):
                self.line.value = 5.0

    run(Reader)


def test_indicators_are_checked() -> None:
    class Start:
        def on_start(self, ctx):
            with pytest.raises(ct.CrackTraderError, match="sma"):
                ctx.indicator("smaa", 3)
            with pytest.raises(ct.InvalidArgument):
                ctx.indicator("sma", 0)
            with pytest.raises(ct.InvalidArgument, match="field is 'price', expected 'open'"):
                ctx.indicator("sma", 3, field="price")
            with pytest.raises(ct.NotFound, match="no instrument 'X'"):
                ctx.indicator("sma", 3, symbol="X")
            with pytest.raises(ct.NotFound, match="BTC/USDT has no 1m bars in this run"):
                ctx.indicator("sma", 3, timeframe="1m")
            with pytest.raises(TypeError, match="unexpected keyword argument 'widow'"):
                ctx.indicator("sma", widow=3)
            with pytest.raises(ct.InvalidArgument, match="period of sma is a str, expected a number"):
                ctx.indicator("sma", "three")
            with pytest.raises(TypeError, match="missing required argument 'name'"):
                ctx.indicator()

        def on_bar(self, ctx, bar):
            with pytest.raises(ct.InvalidArgument, match="must be registered in on_start"):
                ctx.indicator("sma", 3)

    run(Start)


def test_bars_of_the_context(hourly: ct.Bars) -> None:
    class Reader:
        def on_start(self, ctx):
            assert len(ctx.bars) == 0
            assert ctx.bars.close.tolist() == []
            self.rows = 0
            self.kept = None

        def on_bar(self, ctx, bar):
            self.rows += 1
            bars = ctx.bars
            assert len(bars) == len(bars.close) == len(bars.time_ms) == self.rows
            assert bars.close[-1] == bar.close
            assert bars.time_ms[-1] == bar.time_ms
            assert (bars.open[-1], bars.high[-1], bars.low[-1], bars.volume[-1]) == (
                bar.open,
                bar.high,
                bar.low,
                bar.volume,
            )
            assert len(ctx.bars_of("BTC/USDT", "1h")) == self.rows
            if self.rows == 100:
                self.kept = bars

    strategy = Reader()
    ct.backtest(hourly, strategy, start="2024-02-01", end="2024-02-10")
    kept = strategy.kept
    offset = 31 * 24
    assert (kept.symbol, kept.timeframe) == ("BTC/USDT", "1h")
    assert np.shares_memory(kept.close, hourly.close)
    assert kept.close.tolist() == hourly.close[offset : offset + 100].tolist()
    assert kept.time_ms.tolist() == hourly.time_ms[offset : offset + 100].tolist()
    assert not kept.close.flags.writeable
    assert kept.close.base is not None
    assert repr(kept) == "BarsView(BTC/USDT 1h, 100 bars)"


def test_the_future_is_not_within_reach(hourly: ct.Bars) -> None:
    class Curious:
        def on_bar(self, ctx, bar):
            owner = ctx.bars.close
            while getattr(owner, "base", None) is not None:
                owner = owner.base
            assert len(memoryview(owner)) == len(ctx.bars)

    ct.backtest(hourly, Curious, end="2024-01-02")


def test_equity_and_portfolio() -> None:
    class Holder:
        def on_bar(self, ctx, bar):
            assert ctx.equity == ctx.cash + ctx.position * bar.close
            assert ctx.position == ctx.position_of("BTC/USDT")
            if ctx.position == 0:
                ctx.buy(2)

        def on_stop(self, ctx):
            assert ctx.position == 2.0
            assert ctx.equity == ctx.cash + 2 * CLOSES[-1]

    run(Holder, commission=0)


def test_timers() -> None:
    fired = []

    class Waiter:
        def on_start(self, ctx):
            at = datetime.fromtimestamp(START_MS / 1000, UTC)
            assert ctx.set_timer(at + timedelta(minutes=90)) == 1
            assert ctx.set_timer("2023-11-15T01:15:00Z") == 2
            assert ctx.set_timer(START_MS + 2 * HOUR_MS) == 3
            with pytest.raises(ct.InvalidArgument, match="time is a float"):
                ctx.set_timer(1.5)
            with pytest.raises(ct.InvalidArgument, match="time"):
                ctx.set_timer("soon")

        def on_timer(self, ctx, timer):
            fired.append((timer.id, timer.time_ms - START_MS, ctx.now_ms - START_MS))
            if timer.id == 1:
                ctx.buy(1)

        def on_fill(self, ctx, fill):
            fired.append(("fill", fill.time_ms - START_MS))

    run(Waiter)
    assert fired == [
        (1, HOUR_MS * 3 // 2, HOUR_MS * 3 // 2),
        (3, 2 * HOUR_MS, 2 * HOUR_MS),
        (2, 2 * HOUR_MS + HOUR_MS // 4, 2 * HOUR_MS + HOUR_MS // 4),
        ("fill", 2 * HOUR_MS),
    ]


def test_methods_of_the_base_class_are_not_called() -> None:
    class Inherits(ct.Strategy):
        def on_stop(self, ctx):
            pass

    original = ct.Strategy.on_bar
    try:
        calls = []
        ct.Strategy.on_bar = lambda self, ctx, bar: calls.append(bar)  # type: ignore[method-assign]
        run(Inherits)
        assert calls == []
    finally:
        ct.Strategy.on_bar = original  # type: ignore[method-assign]


def test_any_callable_will_do() -> None:
    calls = []

    class Odd:
        @staticmethod
        def on_bar(ctx, bar):
            calls.append(bar.close)

        def __init__(self):
            self.on_stop = lambda ctx: calls.append("stop")

    run(Odd)
    assert calls == [*CLOSES, "stop"]


def test_methods_may_be_set_in_on_start() -> None:
    closes = []

    class Late:
        def on_start(self, ctx):
            self.on_bar = lambda ctx, bar: closes.append(bar.close)

    run(Late)
    assert closes == CLOSES


def test_slots_and_inheritance(hourly: ct.Bars) -> None:
    class Tuned(PythonSmaCross):
        params = {"fast": 5}

        def on_bar(self, ctx, bar):
            super().on_bar(ctx, bar)

    expected = ct.backtest(hourly, "sma_cross", params={"fast": 5})
    assert ct.backtest(hourly, Tuned).result_hash == expected.result_hash

    class Slotted:
        __slots__ = ("bars",)

        def on_start(self, ctx):
            self.bars = 0

        def on_bar(self, ctx, bar):
            self.bars += 1

    assert ct.backtest(hourly, Slotted).bars == len(hourly)


def test_a_run_inside_a_run(hourly: ct.Bars) -> None:
    class Nested:
        def on_start(self, ctx):
            self.inner = ct.backtest(hourly, "sma_cross", end="2024-01-31")

        def on_stop(self, ctx):
            assert ctx.now_ms == hourly.time_ms[-1] + HOUR_MS
            assert self.inner.bars == 31 * 24

    ct.backtest(hourly, Nested)


def test_runs_repeat(hourly: ct.Bars) -> None:
    hashes = {ct.backtest(hourly, PythonSmaCross).result_hash for _ in range(3)}
    assert len(hashes) == 1

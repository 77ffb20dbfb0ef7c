"""Several instruments and timeframes in one run."""

from __future__ import annotations

from typing import Any

import cracktrader as ct
import pytest
from conftest import HOUR_MS, START_MS, candles, shared_file

A = [100.0, 101.0, 102.0, 103.0]
B = [10.0, 11.0, 12.0, 13.0]
PAIR = {"A/USDT": candles(A), "B/USDT": candles(B)}


def test_bars_come_in_subscription_order() -> None:
    calls = []

    class Recorder:
        def on_start(self, ctx):
            assert ctx.symbols == ("A/USDT", "B/USDT")
            self.lines = {symbol: ctx.indicator("sma", 1, symbol=symbol) for symbol in ctx.symbols}

        def on_bar(self, ctx, bar):
            calls.append((bar.symbol, bar.close))
            # Indicators of all series stand at this step before its first callback.
            assert self.lines["A/USDT"].value == A[len(ctx.bars) - 1]
            assert self.lines["B/USDT"].value == B[len(ctx.bars) - 1]
            assert ctx.bars.symbol == bar.symbol
            assert ctx.bars_of("B/USDT").close[-1] == B[len(ctx.bars) - 1]

    ct.backtest(PAIR, Recorder)
    assert calls == [pair for row in range(4) for pair in (("A/USDT", A[row]), ("B/USDT", B[row]))]


def test_orders_go_to_the_current_symbol() -> None:
    positions = []

    class Trader:
        def on_bar(self, ctx, bar):
            positions.append((bar.symbol, ctx.position, ctx.position_of("A/USDT"), ctx.position_of("B/USDT")))
            if bar.time_ms == START_MS:
                ctx.buy(1 if bar.symbol == "A/USDT" else 2)
            if bar.time_ms == START_MS + HOUR_MS and bar.symbol == "A/USDT":
                ctx.close("B/USDT")

        def on_fill(self, ctx, fill):
            assert ctx.position == ctx.position_of(fill.symbol)
            assert ctx.bars.symbol == fill.symbol

        def on_order(self, ctx, order):
            assert ctx.bars.symbol == order.symbol

    result = ct.backtest(PAIR, Trader)
    assert positions == [
        ("A/USDT", 0.0, 0.0, 0.0),
        ("B/USDT", 0.0, 0.0, 0.0),
        ("A/USDT", 1.0, 1.0, 2.0),
        ("B/USDT", 2.0, 1.0, 2.0),
        ("A/USDT", 1.0, 1.0, 0.0),
        ("B/USDT", 0.0, 1.0, 0.0),
        ("A/USDT", 1.0, 1.0, 0.0),
        ("B/USDT", 0.0, 1.0, 0.0),
    ]
    assert [(fill.instrument, fill.side) for fill in result.fills] == [
        ("A/USDT", "buy"),
        ("B/USDT", "buy"),
        ("B/USDT", "sell"),
    ]


def test_where_there_is_no_current_symbol() -> None:
    class Asks:
        def on_start(self, ctx):
            for call in (lambda: ctx.buy(1), ctx.close, lambda: ctx.indicator("sma", 3)):
                with pytest.raises(ct.InvalidArgument, match="several symbols: say which with symbol="):
                    call()
            with pytest.raises(ct.InvalidArgument, match="there is no current bar yet"):
                _ = ctx.bars
            assert ctx.position == 0.0
            ctx.set_timer(START_MS + HOUR_MS)

        def on_timer(self, ctx, timer):
            with pytest.raises(ct.InvalidArgument, match="several symbols"):
                ctx.buy(1)
            ctx.buy(1, symbol="B/USDT")

    result = ct.backtest(PAIR, Asks)
    assert [fill.instrument for fill in result.fills] == ["B/USDT"]


def test_several_timeframes_of_one_symbol() -> None:
    hours = candles([100.0 + row for row in range(9)])
    hours["open_time"] = hours["open_time"] + HOUR_MS  # from midnight on
    four_hours = candles([103.0, 107.0], step_ms=4 * HOUR_MS)
    four_hours["open_time"] = four_hours["open_time"] + HOUR_MS
    calls = []

    class Recorder:
        def on_start(self, ctx):
            self.slow = ctx.indicator("sma", 1, timeframe="4h")
            self.fast = ctx.indicator("sma", 1)

        def on_bar(self, ctx, bar):
            calls.append((bar.timeframe, bar.close, self.fast.value, self.slow.value))
            assert ctx.bars.timeframe == bar.timeframe
            assert ctx.bars_of("BTC/USDT").timeframe == "1h"
            assert ctx.bars_of("BTC/USDT", "4h").timeframe == "4h"

    ct.backtest({"BTC/USDT": [hours, four_hours]}, Recorder)
    assert calls[3:5] == [("1h", 103.0, 103.0, 103.0), ("4h", 103.0, 103.0, 103.0)]
    assert calls[5] == ("1h", 104.0, 104.0, 103.0)
    assert [timeframe for timeframe, *_ in calls].count("4h") == 2


def test_an_order_does_not_see_a_bar_that_opened_before_it() -> None:
    """A bar of A at 00:15 orders B, whose bar from 00:00 to 01:00 is not over: it fills at 01:00."""
    bars = {
        "A/USDT": candles([1.0] * 12, spread=0.5, step_ms=HOUR_MS // 4),
        "B/USDT": candles([10.0, 11.0, 12.0]),
    }

    class Trader:
        def on_bar(self, ctx, bar):
            if bar.symbol == "A/USDT" and bar.time_ms == START_MS + HOUR_MS:
                ctx.buy(1, symbol="B/USDT")

    (fill,) = ct.backtest(bars, Trader).fills
    assert (fill.time_ms, fill.price) == (START_MS + 2 * HOUR_MS, 11)


def test_native_and_python_on_real_symbols() -> None:
    bars = {
        f"{base}/USDT": ct.read_bars(shared_file(f"data/ohlcv/binance-spot_{base}USDT_1h_2024.csv.gz"))
        for base in ("BTC", "ETH", "SOL")
    }

    class Cross:
        def on_start(self, ctx):
            self.lines = {
                symbol: (ctx.indicator("sma_exact", 10, symbol=symbol), ctx.indicator("sma_exact", 50, symbol=symbol))
                for symbol in ctx.symbols
            }
            self.signs = dict.fromkeys(ctx.symbols, 0)

        def on_bar(self, ctx, bar):
            fast, slow = self.lines[bar.symbol]
            difference = fast.value - slow.value
            sign = (difference > 0) - (difference < 0)
            if sign == 0:
                return
            if sign > 0 > self.signs[bar.symbol] and ctx.position <= 0:
                ctx.buy("30%")
            elif sign < 0 < self.signs[bar.symbol] and ctx.position > 0:
                ctx.close()
            self.signs[bar.symbol] = sign

    native = ct.backtest(bars, "sma_cross", params={"size": "30%"})
    python = ct.backtest(bars, Cross)
    assert len(native.fills) > 300
    assert python.result_hash == native.result_hash


@pytest.mark.parametrize(
    ("bars", "error", "message"),
    [
        (
            {"A/USDT": candles(A), "B/EUR": candles(B)},
            ct.InvalidArgument,
            "nothing says what EUR is worth in the reporting asset USDT",
        ),
        ({"A/USDT": [candles(A), candles(A)]}, ct.InvalidArgument, "given twice"),
        ({"AUSDT": candles(A)}, ct.InvalidArgument, "AUSDT"),
        ({"A/USDT": candles(A), "B/USDT": candles([-1.0, 2.0])}, ct.InvalidData, "^B/USDT: bars, row 0: "),
    ],
)
def test_bad_combinations(bars: dict[str, Any], error: type, message: str) -> None:
    with pytest.raises(error, match=message):
        ct.backtest(bars, "buy_and_hold")

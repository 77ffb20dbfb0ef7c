"""What is kept of a run after it, used from elsewhere, or thrown away at a bad time must never crash."""

from __future__ import annotations

import gc
import threading
import weakref

import cracktrader as ct
import numpy as np
import pytest
from conftest import candles


class Keeper:
    """Keeps all that a strategy is given."""

    def on_start(self, ctx):
        self.ctx = ctx
        self.line = ctx.indicator("sma", 2)

    def on_bar(self, ctx, bar):
        self.bar = bar
        self.bars = ctx.bars

    def on_order(self, ctx, order):
        self.order = order


def kept() -> Keeper:
    strategy = Keeper()
    ct.backtest(candles([100.0, 101.0, 102.0]), strategy)
    gc.collect()
    return strategy


def test_a_context_ends_with_its_run() -> None:
    ctx = kept().ctx
    assert (ctx.position, ctx.cash, ctx.symbols) == (0.0, 10_000.0, ("BTC/USDT",))
    for use in (
        lambda: ctx.equity,
        lambda: ctx.now,
        lambda: ctx.now_ms,
        lambda: ctx.bars,
        lambda: ctx.buy(1),
        lambda: ctx.sell(1),
        ctx.close,
        lambda: ctx.cancel(1),
        lambda: ctx.order(1),
        lambda: ctx.position_of("BTC/USDT"),
        lambda: ctx.bars_of("BTC/USDT"),
        lambda: ctx.set_timer(0),
        lambda: ctx.indicator("sma", 2),
    ):
        with pytest.raises(ct.InvalidArgument, match="the run of this context is over"):
            use()


def test_a_line_keeps_its_last_value() -> None:
    line = kept().line
    assert line.value == line[0] == float(line) == 101.5
    with pytest.raises(ct.InvalidArgument, match="the run of this line is over"):
        line[1]


def test_bars_are_kept() -> None:
    strategy = kept()
    assert strategy.bar.close == 102.0
    assert strategy.bars.close.tolist() == [100.0, 101.0, 102.0]


def test_after_a_run_that_failed() -> None:
    strategy = Keeper()
    strategy.on_stop = lambda ctx: 1 / 0
    with pytest.raises(ZeroDivisionError):
        ct.backtest(candles([100.0, 101.0, 102.0]), strategy)
    with pytest.raises(ct.InvalidArgument, match="is over"):
        strategy.ctx.buy(1)
    with pytest.raises(ct.InvalidArgument, match="is over"):
        strategy.line[1]
    assert strategy.bars.close.tolist() == [100.0, 101.0, 102.0]


def test_arrays_outlive_everything() -> None:
    class Taker:
        def on_bar(self, ctx, bar):
            self.closes = ctx.bars.close
            self.times = ctx.bars.time_ms

    strategy = Taker()
    ct.backtest(candles([float(i) for i in range(2, 20_002)], spread=0.5), strategy)
    closes, times = strategy.closes, strategy.times
    del strategy
    gc.collect()
    assert closes.sum() == np.arange(2, 20_002).sum()
    assert len(times) == 20_000


def test_strategy_and_bars_are_freed() -> None:
    class Cyclic:
        def on_start(self, ctx):
            self.ctx = ctx
            self.myself = self

        def on_bar(self, ctx, bar):
            self.bars = ctx.bars

    strategy = Cyclic()
    gone = weakref.ref(strategy)
    data = candles([100.0, 101.0])
    arrays = weakref.ref(data["close"])
    result = ct.backtest(data, strategy)
    del strategy, data, result
    gc.collect()
    assert gone() is None
    assert arrays() is None


def test_types_cannot_be_made_or_changed() -> None:
    for kind in (ct.Bar, ct.Line, ct.Context, ct.BarsView):
        with pytest.raises(TypeError):
            kind()
        with pytest.raises(TypeError):
            kind.extra = 1
    with pytest.raises(TypeError):
        ct.Bars()
    bar = kept().bar
    with pytest.raises(AttributeError):
        bar.close = 5.0
    with pytest.raises(AttributeError):
        del bar.close


def test_use_from_another_thread() -> None:
    seen: dict[str, object] = {}

    class Threaded:
        def on_start(self, ctx):
            self.line = ctx.indicator("sma", 1)

        def on_bar(self, ctx, bar):
            def use() -> None:
                seen["reads"] = (ctx.position, self.line.value, len(ctx.bars), ctx.now_ms > 0)
                for name, call in {
                    "buy": lambda: ctx.buy(1),
                    "close": ctx.close,
                    "timer": lambda: ctx.set_timer(0),
                }.items():
                    try:
                        call()
                    except ct.Unsupported as error:
                        seen[name] = str(error)

            thread = threading.Thread(target=use)
            thread.start()
            thread.join()

    result = ct.backtest(candles([100.0]), Threaded, timeframe="1h")
    assert seen["reads"] == (0.0, 100.0, 1, True)
    assert {seen[name] for name in ("buy", "close", "timer")} == {
        "a context takes orders only in the thread that runs the strategy"
    }
    assert len(result.orders) == 0


def test_runs_in_several_threads(hourly: ct.Bars) -> None:
    from conftest import PythonSmaCross

    expected = ct.backtest(hourly, "sma_cross").result_hash
    hashes: list[str] = []

    def run(strategy: object) -> None:
        hashes.extend(ct.backtest(hourly, strategy).result_hash for _ in range(5))

    threads = [threading.Thread(target=run, args=(strategy,)) for strategy in ("sma_cross", PythonSmaCross) * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert hashes == [expected] * 20


def test_garbage_collection_at_every_bar(hourly: ct.Bars) -> None:
    class Collector:
        def on_bar(self, ctx, bar):
            self.previous = bar
            if int(bar.time_ms / 3_600_000) % 50 == 0:
                gc.collect()

    assert ct.backtest(hourly, Collector, end="2024-02-01").bars == 32 * 24


def test_a_result_outlives_its_bars() -> None:
    result = ct.backtest(candles([100.0, 101.0, 102.0]), "buy_and_hold")
    gc.collect()
    assert result.trades[0].pnl is not None
    assert result.to_json()

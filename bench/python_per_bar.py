"""How fast Python strategies run bar by bar, and what the ways to hand them a bar cost (ADR 3 in docs/adr).

python bench/python_per_bar.py                                        strategies on the engine
python bench/python_per_bar.py --alternatives build/release/python    also other ways, in a bare loop

The second needs the module that `cmake --build --preset release --target ct_bench_python_per_bar` builds there.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Callable
from typing import Any

import cracktrader as ct
import numpy as np
from cracktrader_fast import sma

ROWS = 1_000_000
REPEATS = 9
FAST, SLOW = 10, 50


def random_walk(rows: int) -> dict[str, np.ndarray]:
    """Candles whose averages cross on about 2 % of the bars."""
    random = np.random.default_rng(1)
    close = np.round(30_000 * np.exp(np.cumsum(random.normal(0, 0.0005, rows))), 2)
    open_ = np.concatenate([close[:1], close[:-1]])
    return {
        "time": 1_600_000_000_000 + 60_000 * np.arange(rows, dtype=np.int64),
        "open": open_,
        "high": np.round(np.maximum(open_, close) + 1, 2),
        "low": np.round(np.minimum(open_, close) - 1, 2),
        "close": close,
        "volume": np.round(random.random(rows), 4),
    }


class Cross:
    """Trades the cross of two averages, as the built-in sma_cross does."""

    params = {"fast": FAST, "slow": SLOW, "size": "95%"}  # noqa: RUF012

    def on_start(self, ctx: ct.Context) -> None:
        self.fast = ctx.indicator("sma_exact", self.params["fast"])
        self.slow = ctx.indicator("sma_exact", self.params["slow"])
        self.sign = 0

    def on_bar(self, ctx: ct.Context, bar: ct.Bar) -> None:
        difference = self.fast.value - self.slow.value
        if difference > 0:
            if self.sign < 0 and ctx.position <= 0:
                ctx.buy(self.params["size"])
            self.sign = 1
        elif difference < 0:
            if self.sign > 0 and ctx.position > 0:
                ctx.close()
            self.sign = -1


class CrossBySubscript(Cross):
    """The same with line[0], as backtrader writes it."""

    def on_bar(self, ctx: ct.Context, bar: ct.Bar) -> None:
        difference = self.fast[0] - self.slow[0]
        if difference > 0:
            if self.sign < 0 and ctx.position <= 0:
                ctx.buy(self.params["size"])
            self.sign = 1
        elif difference < 0:
            if self.sign > 0 and ctx.position > 0:
                ctx.close()
            self.sign = -1


class Empty(Cross):
    def on_bar(self, ctx: ct.Context, bar: ct.Bar) -> None:
        pass


class FourPrices(Cross):
    def on_bar(self, ctx: ct.Context, bar: ct.Bar) -> None:
        _ = bar.open, bar.high, bar.low, bar.close


class OpenTime(Cross):
    def on_bar(self, ctx: ct.Context, bar: ct.Bar) -> None:
        _ = bar.time_ms


class Equity(Cross):
    def on_bar(self, ctx: ct.Context, bar: ct.Bar) -> None:
        _ = ctx.equity


class KeepsBar(Cross):
    def on_bar(self, ctx: ct.Context, bar: ct.Bar) -> None:
        self.last = bar


class ClosesArray(Cross):
    def on_bar(self, ctx: ct.Context, bar: ct.Bar) -> None:
        _ = ctx.bars.close


ON_ENGINE = (Empty, FourPrices, Cross, CrossBySubscript, OpenTime, Equity, KeepsBar, ClosesArray)


def in_turns(runs: dict[Any, Callable[[], float]]) -> dict[Any, float]:
    """The best time of each of several things that are run in turns, in ns a bar: a noisy moment hits all of them."""
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(REPEATS):
        for name, run in runs.items():
            best[name] = min(best[name], run() / ROWS * 1e9)
    return best


def measure_engine(bars: ct.Bars) -> None:
    native = ct.backtest(bars, "sma_cross", params={"fast": FAST, "slow": SLOW})
    strategies = {"native sma_cross": "sma_cross", **{strategy.__name__: strategy for strategy in ON_ENGINE}}
    times = in_turns(
        {name: lambda s=strategy: ct.backtest(bars, s).seconds["run"] for name, strategy in strategies.items()}
    )
    print(f"{f'on the engine, {ROWS} bars, {len(native.fills)} fills':<44} {'ns/bar':>8} {'M bars/s':>10}")
    for name, strategy in strategies.items():
        same = ct.backtest(bars, strategy).result_hash == native.result_hash
        print(f"{name:<44} {times[name]:8.1f} {1e3 / times[name]:10.2f}  {'the same result hash' if same else ''}")


class Account:
    """Stands for the context in the bare loop."""

    position = 0.0

    def buy(self, size: object) -> None:
        self.position = 1.0

    def close(self) -> None:
        self.position = 0.0


def measure_alternatives(columns: dict[str, np.ndarray], folder: str) -> None:
    sys.path.insert(0, folder)
    module = importlib.import_module("alternatives")
    closes = columns["close"]
    arrays = [columns[name] for name in ("open", "high", "low", "close")] + [sma(closes, FAST), sma(closes, SLOW)]

    def run(kind: str, call: str, strategy_class: type) -> float:
        strategy = strategy_class()
        strategy.sign = 0
        started = time.perf_counter()
        module.run(kind, call, strategy, Account(), arrays)
        return time.perf_counter() - started

    ways = [("nanobind", call) for call in ("attribute", "method", "function")]
    ways += [(kind, "function") for kind in ("getset", "slot, new floats", "slot")]
    bodies = (Empty, FourPrices, Cross, CrossBySubscript)
    runs = {(*way, body): lambda w=way, b=body: run(*w, b) for way in ways for body in bodies}
    times = in_turns(runs)
    print(f"\n{'in a bare loop, ns/bar':<44} " + " ".join(f"{body.__name__:>16}" for body in bodies))
    for kind, call in ways:
        values = " ".join(f"{times[kind, call, body]:16.1f}" for body in bodies)
        print(f"{f'{kind}, call by {call}':<44} {values}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--alternatives", metavar="FOLDER", help="also run the alternatives, built in this folder")
    arguments = parser.parse_args()
    columns = random_walk(ROWS)
    measure_engine(ct.to_bars(columns))
    if arguments.alternatives:
        measure_alternatives(columns, arguments.alternatives)


if __name__ == "__main__":
    main()

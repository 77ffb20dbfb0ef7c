"""How fast Python strategies run bar by bar, and what the ways to hand them a bar cost (ADR 3 in docs/adr).

python bench/python_per_bar.py                  strategies on the engine, beside the native sma_cross
python bench/python_per_bar.py --alternatives   also the alternatives in a bare loop (needs g++ and nanobind)
"""

from __future__ import annotations

import argparse
import importlib
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
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


def best(run: Callable[[], float]) -> float:
    return min(run() for _ in range(REPEATS))


def row(name: str, seconds: float, note: str = "") -> None:
    print(f"{name:<44} {seconds / ROWS * 1e9:8.1f} {ROWS / seconds / 1e6:10.2f}  {note}")


def measure_engine(bars: ct.Bars) -> None:
    print(f"{'on the engine, ' + str(ROWS) + ' bars':<44} {'ns/bar':>8} {'M bars/s':>10}")
    native = ct.backtest(bars, "sma_cross", params={"fast": FAST, "slow": SLOW})
    row("native sma_cross", best(lambda: ct.backtest(bars, "sma_cross").seconds["run"]), f"{len(native.fills)} fills")
    for strategy in ON_ENGINE:
        result = ct.backtest(bars, strategy)
        same = "the same result hash" if result.result_hash == native.result_hash else ""
        row(strategy.__name__, best(lambda cls=strategy: ct.backtest(bars, cls).seconds["run"]), same)


def build_alternatives(folder: str) -> Any:
    """Compiles python_per_bar/alternatives.cpp and imports it."""
    import nanobind

    source = Path(nanobind.source_dir())
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    command = ["g++", "-std=c++20", "-O3", "-DNDEBUG", "-fPIC", "-shared", "-fvisibility=hidden", "-w"]
    command += [f"-I{sysconfig.get_path('include')}", f"-I{nanobind.include_dir()}"]
    command += [f"-I{source.parent / 'ext' / 'robin_map' / 'include'}"]
    command += [str(Path(__file__).parent / "python_per_bar" / "alternatives.cpp"), str(source / "nb_combined.cpp")]
    subprocess.run([*command, "-o", str(Path(folder) / f"alternatives{suffix}")], check=True)
    sys.path.insert(0, folder)
    return importlib.import_module("alternatives")


class Account:
    """Stands for the context in the bare loop."""

    position = 0.0

    def buy(self, size: object) -> None:
        self.position = 1.0

    def close(self) -> None:
        self.position = 0.0


def measure_alternatives(columns: dict[str, np.ndarray]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        module = build_alternatives(folder)
    closes = columns["close"]
    arrays = [columns[name] for name in ("open", "high", "low", "close")] + [sma(closes, FAST), sma(closes, SLOW)]
    bodies = (Empty, FourPrices, Cross, CrossBySubscript)

    def run(kind: str, call: str, strategy_class: type) -> float:
        strategy = strategy_class()
        strategy.sign = 0
        started = time.perf_counter()
        module.run(kind, call, strategy, Account(), arrays)
        return time.perf_counter() - started

    print(f"\n{'in a bare loop, ns/bar':<44} " + " ".join(f"{body.__name__:>16}" for body in bodies))
    for kind, call in (
        ("nanobind", "attribute"),
        ("nanobind", "method"),
        ("nanobind", "function"),
        ("getset", "function"),
        ("slot, new floats", "function"),
        ("slot", "function"),
    ):
        times = [best(lambda k=kind, c=call, b=body: run(k, c, b)) / ROWS * 1e9 for body in bodies]
        print(f"{kind + ', call by ' + call:<44} " + " ".join(f"{value:16.1f}" for value in times))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--alternatives", action="store_true", help="also build and run the alternatives")
    arguments = parser.parse_args()
    columns = random_walk(ROWS)
    measure_engine(ct.to_bars(columns))
    if arguments.alternatives:
        measure_alternatives(columns)


if __name__ == "__main__":
    main()

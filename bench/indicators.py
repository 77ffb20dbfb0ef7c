"""Indicators beside pandas, polars, TA-Lib and talipp: one run, the same arrays, contestants take turns, medians.

Usage: python bench/indicators.py [--json FILE] [--quick] [--cpu]
Runs in the environment of requirements/peers.txt, with the package that make build put into .venv.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
sys.path += [str(path) for path in (PROJECT / ".venv/lib").glob("python*/site-packages")]

import cracktrader_fast as fast  # noqa: E402
import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
import talib  # noqa: E402
import talipp.indicators as talipp  # noqa: E402
from indicator_peers import candles, our_calls, pandas_calls, polars_calls, talib_pair  # noqa: E402
from interleaved import Clock, seconds_a_call  # noqa: E402

Row = dict[str, Any]


def print_rows(title: str, rows: list[Row]) -> list[Row]:
    print(f"\n-- {title}", flush=True)
    for row in rows:
        print(
            "  ".join(
                f"{name} {value:.4g}" if isinstance(value, float) else f"{value!s:<20}" for name, value in row.items()
            )
        )
    return rows


def with_data_frames(rows: int, *, turns: int, turn_seconds: float, unit: float) -> list[Row]:
    """Ours, pandas and polars; the ratios are how many times as long they take."""
    bars = candles(rows)
    ours, frames, polars = our_calls(bars), pandas_calls(bars), polars_calls(bars)
    table = []
    for name, call in ours.items():
        calls: dict[str, Callable[[], object]] = {"ours": call, "pandas": frames[name]}
        if name in polars:
            calls["polars"] = polars[name]
        seconds = seconds_a_call(calls, turns=turns, turn_seconds=turn_seconds)
        row: Row = {"name": name, **{peer: value * unit for peer, value in seconds.items()}}
        row |= {f"{peer}/ours": seconds[peer] / seconds["ours"] for peer in seconds if peer != "ours"}
        table.append(row)
    return table


def with_talib(rows: int, *, turns: int, turn_seconds: float, unit: float) -> tuple[list[Row], list[str]]:
    """Every function of TA-Lib that is here too, the slowest of ours first; and the names of the others."""
    bars = candles(rows)
    table, missing = [], []
    for name in talib.get_functions():
        pair = talib_pair(name, bars)
        if pair is None:
            missing.append(name)
            continue
        theirs, ours, same = pair
        seconds = seconds_a_call({"ours": ours, "talib": theirs}, turns=turns, turn_seconds=turn_seconds)
        row: Row = {"name": name, "ours": seconds["ours"] * unit, "talib": seconds["talib"] * unit}
        table.append(row | {"ours/talib": seconds["ours"] / seconds["talib"], "result": "same" if same else "DIFFERS"})
    return sorted(table, key=lambda row: -row["ours/talib"]), missing


def report_talib(title: str, rows: list[Row], missing: list[str]) -> Row:
    print_rows(title, rows)
    shared = [row["ours/talib"] for row in rows if row["result"] == "same"]
    mean = math.exp(sum(math.log(ratio) for ratio in shared) / len(shared)) if shared else math.nan
    slower = [row["name"] for row in rows if row["result"] == "same" and row["ours/talib"] > 1]
    print(f"{len(shared)} functions with the same result: geometric mean of ours/talib {mean:.3f}, slower: {slower}")
    print(f"another result: {[row['name'] for row in rows if row['result'] != 'same']}; not here: {missing}")
    return {"rows": rows, "geometric_mean": mean, "slower": slower, "missing": missing}


def many_windows(rows: int, *, turns: int, turn_seconds: float) -> Row:
    prices = candles(rows).close
    series, windows = pd.Series(prices), list(range(5, 205, 2))
    calls: dict[str, Callable[[], object]] = {
        "ours": lambda: fast.sma(prices, window=windows),
        "pandas": lambda: [series.rolling(window).mean() for window in windows],
    }
    seconds = seconds_a_call(calls, turns=turns, turn_seconds=turn_seconds)
    return {"points": f"{rows:,}", **seconds, "pandas/ours": seconds["pandas"] / seconds["ours"]}


def long_sma(rows: int, turns: int) -> list[Row]:
    prices = candles(rows).close
    seconds = seconds_a_call(
        {"ours": lambda: fast.sma(prices, 20), "talib": lambda: talib._ta_lib.SMA(prices, 20)}, turns=turns
    )
    return [{"name": "sma", **seconds, "talib/ours": seconds["talib"] / seconds["ours"]}]


def streams(rows: int, turns: int) -> list[Row]:
    """One update a price, from Python: ns an update."""
    prices = candles(rows).close.tolist()
    pairs: dict[str, tuple[Callable[[], Any], Callable[[], Any]]] = {
        "sma": (lambda: fast.stream.Sma(20), lambda: talipp.SMA(20)),
        "ema": (lambda: fast.stream.Ema(20), lambda: talipp.EMA(20)),
        "rsi": (lambda: fast.stream.Rsi(14), lambda: talipp.RSI(14)),
        "macd": (lambda: fast.stream.Macd(12, 26, 9), lambda: talipp.MACD(12, 26, 9)),
    }

    def feed(make: Callable[[], Any], method: str) -> Callable[[], None]:
        def run() -> None:
            update = getattr(make(), method)
            for price in prices:
                update(price)

        return run

    table = []
    for name, (ours, theirs) in pairs.items():
        calls = {"ours": feed(ours, "update"), "talipp": feed(theirs, "add")}
        seconds = seconds_a_call(calls, turns=turns)
        row: Row = {"name": name, **{peer: value / rows * 1e9 for peer, value in seconds.items()}}
        table.append(row | {"talipp/ours": seconds["talipp"] / seconds["ours"]})
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, help="also write all numbers there")
    parser.add_argument("--quick", action="store_true", help="fewer turns and rows, to see that it works")
    parser.add_argument("--cpu", action="store_true", help="processor time instead of wall time, for busy machines")
    options = parser.parse_args()
    if options.cpu:
        Clock.now = staticmethod(time.process_time)
    turns, long = (3, 10_000) if options.quick else (15, 1_000_000)
    few = 3 if options.quick else 5
    print(f"numpy {np.__version__}, pandas {pd.__version__}, TA-Lib {talib.__version__}")

    result: dict[str, Any] = {}
    short = {"turns": turns, "turn_seconds": 0.0005, "unit": 1e6}
    element = {"turns": few, "turn_seconds": 0.0, "unit": 1e9 / long}
    result["pandas_1000"] = print_rows("1,000 points, us a call", with_data_frames(1_000, **short))
    result["talib_1000"] = report_talib("1,000 points, us a call, TA-Lib", *with_talib(1_000, **short))
    title = f"{long:,} points, ns an element"
    result["pandas_long"] = print_rows(title, with_data_frames(long, **(element | {"turns": 3})))
    result["talib_long"] = report_talib(f"{title}, TA-Lib", *with_talib(long, **element))
    windows = [many_windows(rows, turns=few, turn_seconds=0.01) for rows in (1_000, 10_000, long)]
    result["windows"] = print_rows("100 sma windows in one call, seconds", windows)
    result["sma_20m"] = print_rows(f"{20 * long:,} points, fresh output, seconds", long_sma(20 * long, few))
    result["streams"] = print_rows("streams from Python, ns an update", streams(10_000, few))
    if options.json:
        options.json.write_text(json.dumps(result, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()

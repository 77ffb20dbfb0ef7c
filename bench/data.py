"""The historical cache beside pandas, polars, DuckDB and back-trader-cpp: whole processes, seconds and peak memory.

Usage: python bench/data.py FOLDER   with FOLDER/bars.csv, FOLDER/cache (series bench BTC/USDT 1m of the same bars) and
FOLDER/columns (of bars_bench --columns). Runs in the environment of requirements/peers.txt; prints a table a workload
and, last, one JSON object. Jobs of a workload take turns; each line is the median of its turns.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
PROGRAM = str(PROJECT / ".venv/bin/cracktrader")
OURS = str(PROJECT / ".venv/bin/python")
SERIES = ["--exchange", "bench", "--symbol", "BTC/USDT", "--timeframe", "1m"]
SYMBOLS, ROWS_A_SYMBOL = 50, 200_000

BACK_TRADER = """
import sys
import back_trader as bt, pandas as pd
frame = pd.read_csv(sys.argv[1])
frame.index = pd.to_datetime(frame.pop("open_time"), unit="ms")
class Cross(bt.Strategy):
    def __init__(self):
        self.cross = bt.indicators.CrossOver(bt.indicators.SMA(self.data.close, period=10),
                                             bt.indicators.SMA(self.data.close, period=50))
    def next(self):
        if self.cross[0] > 0 and not self.position:
            self.buy(size=0.001)
        elif self.cross[0] < 0 and self.position:
            self.close()
cerebro = bt.Cerebro(stdstats=False)
cerebro.adddata(bt.feeds.PandasData(dataname=frame, timeframe=bt.TimeFrame.Minutes))
cerebro.addstrategy(Cross)
cerebro.broker.setcash(10000)
cerebro.broker.setcommission(0.001)
cerebro.run()
"""
TIMED = "import sys, time\n{setup}\nstart = time.perf_counter()\n{call}\nprint(time.perf_counter() - start)"
TAPE = """import numpy as np
time_ns, price, amount = (np.fromfile(f"{sys.argv[1]}/trade_{name}.bin", dtype=kind)
                          for name, kind in (("time_ns", "int64"), ("price", "float64"), ("amount", "float64")))"""
POLARS_BARS = """frame.group_by_dynamic("time", every="1m").agg(
    pl.col("price").first().alias("open"), pl.col("price").max().alias("high"), pl.col("price").min().alias("low"),
    pl.col("price").last().alias("close"), pl.col("amount").sum())"""


def run(command: list[str], *, inner: bool) -> tuple[float, float]:
    """Seconds (of the whole process, or those that it prints) and peak MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        raise SystemExit(f"{command[:4]} failed:\n{err.decode()}")
    return float(out) if inner else seconds, usage.ru_maxrss / 1024


def compare(title: str, jobs: dict[str, list[str]], *, turns: int, inner: bool = False) -> dict[str, dict[str, float]]:
    """The first job is ours: the others' ratios are to it."""
    measured: dict[str, list[tuple[float, float]]] = {name: [] for name in jobs}
    for _ in range(turns):
        for name, command in jobs.items():
            measured[name].append(run(command, inner=inner))
    rows = {
        name: {
            "seconds": statistics.median(seconds for seconds, _ in runs),
            "peak_mb": statistics.median(peak for _, peak in runs),
        }
        for name, runs in measured.items()
    }
    ours = next(iter(rows.values()))["seconds"]
    print(f"\n-- {title}", flush=True)
    for name, row in rows.items():
        print(f"{name:48} {row['seconds']:8.3f} s {row['peak_mb']:8.0f} MB {row['seconds'] / ours:8.1f} x", flush=True)
    return rows


def script(setup: str, call: str, *args: str, python: str = sys.executable) -> list[str]:
    return [python, "-c", TIMED.format(setup=setup, call=call), *args]


def plain(code: str, *args: str) -> list[str]:
    return [sys.executable, "-c", "import sys\n" + code, *args]


def main() -> None:
    folder = Path(sys.argv[1])
    csv, cache, columns = str(folder / "bars.csv"), str(folder / "cache"), str(folder / "columns")
    months = str(folder / "cache/bench/spot/BTC_USDT/1m/*.parquet")
    backtest = [PROGRAM, "backtest", "--data-dir", cache, "--strategy", "sma_cross"]
    cross = ["--param", "fast=10", "--param", "slow=50", "--param", "size=0.001"]
    result = {}

    result["backtest"] = compare(
        "5 M candles through sma_cross(10, 50), whole process",
        {
            "cracktrader backtest, from the cache": [*backtest, *SERIES, *cross],
            "the same with --json": [*backtest, *SERIES, *cross, "--json", str(folder / "result.json")],
        },
        turns=7,
    )
    result["workflow"] = compare(
        "against the CSV workflow, whole process",
        {
            "cracktrader backtest, from the cache": [*backtest, *SERIES, *cross],
            "pandas 2.3.3 read_csv + back-trader-cpp": [sys.executable, "-c", BACK_TRADER, csv],
        },
        turns=3,
    )
    result["reading"] = compare(
        "reading 5 M candles alone, whole process",
        {
            "cracktrader backtest (read, run, metrics)": [*backtest, *SERIES, *cross],
            "pandas 2.3.3 read_csv": plain("import pandas\npandas.read_csv(sys.argv[1])", csv),
            "polars read_csv": plain("import polars\npolars.read_csv(sys.argv[1])", csv),
            "DuckDB read_csv": plain("import duckdb\nduckdb.sql(f\"from '{sys.argv[1]}'\").fetchnumpy()", csv),
            "pandas 2.3.3 read_parquet": plain(
                "import glob, pandas\npandas.concat(pandas.read_parquet(f) for f in sorted(glob.glob(sys.argv[1])))",
                months,
            ),
            "polars read_parquet": plain("import polars\npolars.read_parquet(sys.argv[1])", months),
            "DuckDB read_parquet": plain("import duckdb\nduckdb.sql(f\"from '{sys.argv[1]}'\").fetchnumpy()", months),
        },
        turns=3,
    )
    result["csv"] = compare(
        "CSV of 5 M candles parsed, the call alone",
        {
            "ct.read_bars": script("import cracktrader as ct", "ct.read_bars(sys.argv[1])", csv, python=OURS),
            "pandas 2.3.3 read_csv": script("import pandas", "pandas.read_csv(sys.argv[1])", csv),
            "polars read_csv": script("import polars", "polars.read_csv(sys.argv[1])", csv),
        },
        turns=5,
        inner=True,
    )
    imported = [PROGRAM, "data", "import", csv, *SERIES, "--data-dir"]
    result["import"] = compare(
        "import of 5 M rows of CSV into an empty cache, whole process",
        {
            "cracktrader data import": ["bash", "-c", 'rm -rf "$0"; exec "$@" "$0"', str(folder / "fresh"), *imported],
            "pandas 2.3.3 read_csv, to_parquet": plain(
                "import pandas\npandas.read_csv(sys.argv[1]).to_parquet(sys.argv[2])",
                csv,
                str(folder / "pandas.parquet"),
            ),
        },
        turns=3,
    )
    exported = [PROGRAM, "data", "export", *SERIES, "--data-dir", cache, "--output", str(folder / "exported.csv")]
    result["export"] = compare(
        "export of 5 M rows to CSV, whole process",
        {
            "cracktrader data export": exported,
            "polars read_parquet, write_csv": plain(
                "import polars\npolars.read_parquet(sys.argv[1]).select('time','open','high','low','close','volume')"
                ".write_csv(sys.argv[2])",
                months,
                str(folder / "polars.csv"),
            ),
        },
        turns=5,
    )
    result["trades"] = compare(
        "5 M trades to 1m bars, the call alone",
        {
            "ct.TimeBars": script(
                TAPE + "\nimport cracktrader as ct\ntrades = {'time': time_ns, 'price': price, 'amount': amount}",
                "ct.TimeBars('1m').build(trades)",
                columns,
                python=OURS,
            ),
            "polars group_by_dynamic": script(
                TAPE
                + "\nimport polars as pl\nframe = pl.DataFrame({'time': time_ns, 'price': price, 'amount': amount})"
                ".with_columns(pl.col('time').cast(pl.Datetime('ns')).set_sorted())",
                POLARS_BARS,
                columns,
            ),
            "pandas 2.3.3 resample": script(
                TAPE + "\nimport pandas as pd\nindex = pd.to_datetime(time_ns)\n"
                "prices, amounts = pd.Series(price, index), pd.Series(amount, index)",
                "prices.resample('1min').ohlc(), amounts.resample('1min').sum()",
                columns,
            ),
        },
        turns=5,
        inner=True,
    )
    symbols = []
    for number in range(SYMBOLS):
        symbol = f"S{number}/USDT"
        generated = ["--exchange", "many", "--symbol", symbol, "--timeframe", "1m", "--rows", str(ROWS_A_SYMBOL)]
        run([PROGRAM, "data", "generate", *generated, "--seed", str(number), "--data-dir", cache], inner=False)
        symbols += ["--symbol", symbol]
    result["symbols"] = compare(
        f"{SYMBOLS} symbols of {ROWS_A_SYMBOL:,} candles in one run, whole process",
        {"cracktrader backtest": [*backtest, "--exchange", "many", "--timeframe", "1m", *symbols, *cross]},
        turns=3,
    )
    print(json.dumps(result))


if __name__ == "__main__":
    main()

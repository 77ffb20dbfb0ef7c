"""Bars a second of other libraries on the bars of engine_bench, the same strategy: SMA 10/50 cross, 0.001 a trade.

Usage: python bench/peers.py BARS.csv   prints one JSON object a peer. Their fills differ from ours in detail (raptorbt
takes signals that were computed beforehand and fills at the close), so these are speeds of the same job, not proofs of
the same result; tests/python/parity compares fills with backtrader itself.
"""

import json
import os
import statistics
import sys
import time

os.environ["RAPTORBT_NO_VERSION_CHECK"] = "1"

import numpy as np
import pandas as pd

REPEATS = 5
FAST, SLOW, SIZE, CASH, FEE = 10, 50, 0.001, 10_000.0, 0.001


def median_seconds(run) -> float:
    seconds = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def back_trader_cpp(frame: pd.DataFrame) -> float:
    import back_trader as bt

    class Cross(bt.Strategy):
        def __init__(self):
            fast = bt.indicators.SMA(self.data.close, period=FAST)
            slow = bt.indicators.SMA(self.data.close, period=SLOW)
            self.cross = bt.indicators.CrossOver(fast, slow)

        def next(self):
            if self.cross[0] > 0 and not self.position:
                self.buy(size=SIZE)
            elif self.cross[0] < 0 and self.position:
                self.close()

    def run():
        cerebro = bt.Cerebro(stdstats=False)
        cerebro.adddata(bt.feeds.PandasData(dataname=frame, timeframe=bt.TimeFrame.Minutes))
        cerebro.addstrategy(Cross)
        cerebro.broker.setcash(CASH)
        cerebro.broker.setcommission(FEE)
        cerebro.run()

    return median_seconds(run)


def raptorbt(frame: pd.DataFrame) -> float:
    import raptorbt as rt

    times = frame.index.as_unit("ns").asi8
    columns = [np.ascontiguousarray(frame[name].to_numpy()) for name in ("open", "high", "low", "close", "volume")]
    close = frame["close"]
    difference = (close.rolling(FAST).mean() - close.rolling(SLOW).mean()).to_numpy()
    above = difference > 0
    entries = np.zeros(len(frame), dtype=bool)
    exits = np.zeros(len(frame), dtype=bool)
    entries[1:] = above[1:] & ~above[:-1]
    exits[1:] = ~above[1:] & above[:-1]
    config = rt.BacktestConfig(initial_capital=CASH, fees=FEE)
    return median_seconds(lambda: rt.run_single_backtest(times, *columns, entries, exits, config=config))


def main() -> None:
    frame = pd.read_csv(sys.argv[1])
    frame.index = pd.to_datetime(frame.pop("open_time"), unit="ms")
    small = frame.iloc[:500_000]
    for name, run, rows in (("back-trader-cpp", back_trader_cpp, small), ("raptorbt", raptorbt, frame)):
        seconds = run(rows)
        row = {"peer": name, "bars": len(rows), "seconds_median": seconds, "bars_per_second": len(rows) / seconds}
        print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()

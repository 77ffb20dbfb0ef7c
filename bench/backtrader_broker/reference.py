"""Runs the strategy of strategy.hpp on backtrader and prints the trace that trace.cpp prints, in the same format.

Usage: reference.py [--cash X] [--commission X] [--slippage X] [--strict-slippage] [--seed N] [--time N] bars.csv...
"""

import argparse
import csv
import datetime
import struct
import sys
import time

import backtrader as bt

MAX_AGE = 24
FLATTEN_EVERY = 100
LEAST_EQUITY = 100.0
MASK = (1 << 64) - 1
TYPES = [bt.Order.Market, bt.Order.Limit, bt.Order.Stop]
TYPE_NAMES = dict(zip(TYPES, ["market", "limit", "stop"], strict=True))


def bits(number: float) -> str:
    return struct.pack(">d", number).hex()


class Bars(bt.feed.DataBase):
    """A feed of rows (time_ms, open, high, low, close, volume)."""

    params = (("rows", ()),)

    def start(self):
        super().start()
        self.row = 0

    def _load(self):
        if self.row == len(self.p.rows):
            return False
        time_ms, *prices, volume = self.p.rows[self.row]
        self.row += 1
        when = datetime.datetime(1970, 1, 1) + datetime.timedelta(milliseconds=time_ms)
        self.lines.datetime[0] = bt.date2num(when)
        for line, price in zip(
            (self.lines.open, self.lines.high, self.lines.low, self.lines.close), prices, strict=True
        ):
            line[0] = price
        self.lines.volume[0] = volume
        self.lines.openinterest[0] = 0.0
        return True


class MixedOrders(bt.Strategy):
    """The twin of MixedOrders in strategy.cpp, operation by operation."""

    params = (("seed", 1), ("commission", 0.0), ("write", None))

    def __init__(self):
        self.state = self.p.seed
        self.step = 0
        self.working = []

    def notify_order(self, order):
        if self.p.write:
            done = order.executed
            numbers = f"{bits(done.size)} {bits(done.price)} {bits(done.comm)}"
            names = f"{order.getstatusname()} {TYPE_NAMES[order.exectype]}"
            self.p.write(f"O {self.step + 1} {order.ref} {names} {numbers}\n")

    def next(self):
        self.step += 1
        cash, value = self.broker.getcash(), self.broker.getvalue()
        if self.p.write:
            self.p.write(f"B {self.step} {bits(cash)} {bits(value)}\n")
        self.cancel_old()
        if self.step % FLATTEN_EVERY == 0:
            self.flatten()
        if self.draw(6) != 0:
            return
        count = 1 + self.draw(3)
        for _ in range(count):
            self.place(cash, max(value, LEAST_EQUITY))

    def draw(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & MASK
        return (self.state >> 33) % bound

    def cancel_old(self):
        self.working = [(order, step) for order, step in self.working if order.alive()]
        for order, step in self.working:
            if self.step - step >= MAX_AGE:
                self.cancel(order)

    def flatten(self):
        for data in self.datas:
            held = self.getposition(data).size
            if held != 0:
                side = self.sell if held > 0 else self.buy
                self.working.append((side(data=data, size=abs(held)), self.step))

    def place(self, cash, equity):
        data = self.datas[self.draw(len(self.datas))]
        kind = TYPES[self.draw(3)]
        is_buy = self.draw(2) == 0
        sizing = self.draw(10)
        percent = 1 + float(self.draw(20))
        offset = (float(self.draw(40)) - 5) / 2000
        at_extreme = self.draw(8) == 0
        turn = 1 + float(self.draw(2))

        held = 0.0
        if sizing == 9:
            held = self.getposition(data).size
            is_buy = held < 0
        elif sizing >= 7:
            is_buy = True
        close = data.close[0]
        price = close
        if kind != bt.Order.Market:
            is_below = is_buy == (kind == bt.Order.Limit)
            price = close * (1 - offset) if is_below else close * (1 + offset)
            if at_extreme:
                price = data.low[0] if is_below else data.high[0]
        quantity = equity * percent / 100 / price
        if sizing == 7:
            quantity = cash / (price * (1 + self.p.commission))
        elif sizing == 8:
            quantity = 1.5 * equity / price
        elif sizing == 9:
            quantity = abs(held) * turn
        if quantity > 0:
            side = self.buy if is_buy else self.sell
            at = None if kind == bt.Order.Market else price
            self.working.append((side(data=data, size=quantity, exectype=kind, price=at), self.step))


def read_bars(path):
    with open(path, newline="") as file:
        reader = csv.reader(file)
        next(reader)
        return [(int(row[0]), *map(float, row[1:])) for row in reader]


def run(arguments, histories, write):
    """Returns the number of steps in which the strategy ran, and the seconds of backtrader's run()."""
    cerebro = bt.Cerebro(stdstats=False)
    for rows in histories:
        cerebro.adddata(Bars(rows=rows))
    cerebro.addstrategy(MixedOrders, seed=arguments.seed, commission=arguments.commission, write=write)
    cerebro.broker.setcash(arguments.cash)
    cerebro.broker.setcommission(commission=arguments.commission)
    if arguments.slippage:
        strict = arguments.strict_slippage
        cerebro.broker.set_slippage_perc(arguments.slippage, slip_match=not strict, slip_limit=not strict)
    start = time.perf_counter()
    (strategy,) = cerebro.run()
    return strategy.step, time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cash", type=float, default=10000.0)
    parser.add_argument("--commission", type=float, default=0.0)
    parser.add_argument("--slippage", type=float, default=0.0)
    parser.add_argument("--strict-slippage", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--time", type=int, default=0, help="print the best of so many runs in ns a step")
    parser.add_argument("paths", nargs="+")
    arguments = parser.parse_args()
    histories = [read_bars(path) for path in arguments.paths]
    if arguments.time:
        runs = [run(arguments, histories, None) for _ in range(arguments.time)]
        print(f"{min(seconds / steps for steps, seconds in runs) * 1e9:.1f}")
    else:
        run(arguments, histories, sys.stdout.write)


if __name__ == "__main__":
    main()

"""Runs strategies in backtrader and notes what it fills.

Sizes come from the run to compare with: backtrader's cash is a double, so that one unit of the grid could differ.
What it decides by itself is when to trade, at which prices and what that costs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

import backtrader as bt
import cracktrader as ct
from order_script import Grid, OrderScript

EPOCH = datetime(1970, 1, 1)  # naive UTC, as backtrader wants it


@dataclass(frozen=True)
class ReferenceFill:
    """A fill; its time is the open time of the bar it happened in."""

    time_ms: int
    side: str
    quantity: Decimal
    price: Decimal
    fee: float


@dataclass(frozen=True)
class ReferenceRun:
    fills: list[ReferenceFill]
    final_value: float
    rejected: int


class BarsFeed(bt.feed.DataBase):
    """Our bars as a feed of backtrader, row by row."""

    params = (("bars", None),)

    def start(self) -> None:
        super().start()
        bars = self.p.bars
        columns = (bars.time_ms, bars.open, bars.high, bars.low, bars.close, bars.volume)
        self._rows = zip(*(column.tolist() for column in columns), strict=True)

    def _load(self) -> bool:
        row = next(self._rows, None)
        if row is None:
            return False
        lines = self.lines
        lines.datetime[0] = bt.date2num(EPOCH + timedelta(milliseconds=row[0]))
        lines.open[0], lines.high[0], lines.low[0], lines.close[0], lines.volume[0] = row[1:]
        lines.openinterest[0] = 0.0
        return True


class Recorder(bt.Strategy):
    """Notes fills. An order executes in the bar whose next() follows its notification."""

    params = (("grid", None), ("times_ms", None), ("buy_sizes", ()))

    def __init__(self) -> None:
        self.buy_sizes = iter(self.p.buy_sizes)
        self.fills: list[ReferenceFill] = []
        self.rejected = 0
        self.working: bt.Order | None = None

    def next_buy_size(self) -> float:
        size = next(self.buy_sizes, None)
        assert size is not None, "backtrader buys more often than the run it is compared with"
        return float(size)

    def notify_order(self, order: bt.Order) -> None:
        if order.status == order.Completed:
            done = order.executed
            (match,) = done.exbits  # done.price is an average, off by rounding even of one match
            side = "buy" if order.isbuy() else "sell"
            self.fills.append(
                ReferenceFill(
                    time_ms=self.p.times_ms[len(self.data) - 1],
                    side=side,
                    quantity=Decimal(repr(abs(done.size))),
                    price=Decimal(repr(match.price)),
                    fee=done.comm,
                )
            )
        if order.status in (order.Margin, order.Rejected):
            self.rejected += 1
        if self.working is not None and order.ref == self.working.ref and not order.alive():
            self.working = None


class SmaCross(Recorder):
    """Long while the fast average is above the slow one, with half the cash."""

    params = (("fast", 10), ("slow", 50))

    def __init__(self) -> None:
        super().__init__()
        fast = bt.indicators.SMA(self.data.close, period=self.p.fast)
        slow = bt.indicators.SMA(self.data.close, period=self.p.slow)
        self.cross = bt.indicators.CrossOver(fast, slow)

    def next(self) -> None:
        if self.cross[0] > 0 and not self.position:
            self.buy(size=self.next_buy_size())
        elif self.cross[0] < 0 and self.position:
            self.close()


class Scripted(Recorder):
    """Follows an OrderScript."""

    def __init__(self) -> None:
        super().__init__()
        self.script = OrderScript(self.p.grid)

    def next(self) -> None:
        position = Decimal(repr(self.position.size)) if self.position else Decimal(0)
        wish = self.script.next(self.data.close[0], self.broker.getcash(), position, self.working is not None)
        if wish is None:
            return
        if wish == "cancel":
            self.cancel(self.working)
            return
        kinds = {"market": bt.Order.Market, "limit": bt.Order.Limit, "stop": bt.Order.Stop}
        price = None if wish.price is None else float(wish.price)
        if wish.side == "buy":
            self.working = self.buy(size=self.next_buy_size(), exectype=kinds[wish.kind], price=price)
        else:
            self.working = self.sell(size=float(wish.quantity), exectype=kinds[wish.kind], price=price)


def run_reference(
    bars: ct.Bars, strategy: type[Recorder], grid: Grid, result: ct.Result, *, cash: float, commission: float
) -> ReferenceRun:
    """Runs a strategy in backtrader, with the sizes of the buy orders of `result`."""
    buy_sizes = [order.quantity for order in result.orders if order.side == "buy"]
    cerebro = bt.Cerebro(stdstats=False)
    cerebro.adddata(BarsFeed(bars=bars, timeframe=bt.TimeFrame.Minutes, compression=1))
    cerebro.addstrategy(strategy, grid=grid, times_ms=bars.time_ms.tolist(), buy_sizes=buy_sizes)
    cerebro.broker.setcash(cash)
    cerebro.broker.setcommission(commission=commission)
    done = cerebro.run()[0]
    return ReferenceRun(done.fills, cerebro.broker.getvalue(), done.rejected)

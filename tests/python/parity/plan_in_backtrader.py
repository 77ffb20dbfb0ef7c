"""Runs a Plan in backtrader."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import backtrader as bt
import cracktrader as ct
from backtrader_runs import EPOCH, BarsFeed
from order_plan import CASH, Action, Cancel, Make, MakeBracket, Outcome, Plan, PlanFill

SECOND = timedelta(seconds=1)
KINDS = {
    "market": bt.Order.Market,
    "close": bt.Order.Close,
    "limit": bt.Order.Limit,
    "stop": bt.Order.Stop,
    "stop_limit": bt.Order.StopLimit,
    "trail": bt.Order.StopTrail,
    "trail_percent": bt.Order.StopTrail,
    "trail_limit": bt.Order.StopTrailLimit,
    "trail_percent_limit": bt.Order.StopTrailLimit,
}
ENDS = {
    bt.Order.Completed: "filled",
    bt.Order.Canceled: "canceled",
    bt.Order.Expired: "expired",
    bt.Order.Rejected: "rejected",
    bt.Order.Margin: "rejected",
}


def run_backtrader(
    bars: ct.Bars, plan: Plan, *, daily: bool = False, prepare: Callable[[Any], None] | None = None
) -> Outcome:
    cerebro = bt.Cerebro(stdstats=False)
    timeframe = bt.TimeFrame.Days if daily else bt.TimeFrame.Minutes
    cerebro.adddata(BarsFeed(bars=bars, timeframe=timeframe, compression=1))
    cerebro.addstrategy(BacktraderPlan, plan=plan, times_ms=bars.time_ms.tolist())
    cerebro.broker.setcash(CASH)
    if prepare is not None:
        prepare(cerebro.broker)
    done = cerebro.run()[0]
    return Outcome(sorted(done.fills), done.ends, cerebro.broker.getvalue())


class BacktraderPlan(bt.Strategy):
    """Follows a Plan in backtrader."""

    params = (("plan", None), ("times_ms", ()))

    def __init__(self) -> None:
        self.made: dict[int, bt.Order] = {}
        self.numbers: dict[int, int] = {}
        self.told: dict[int, int] = {}
        self.fills: list[PlanFill] = []
        self.ends: dict[int, str] = {}
        self.bar_of = {bt.date2num(EPOCH + timedelta(milliseconds=ms)): i for i, ms in enumerate(self.p.times_ms)}

    def next(self) -> None:
        self.now = EPOCH + timedelta(milliseconds=self.p.times_ms[len(self.data) - 1])
        for action in self.p.plan.steps.get(len(self.data) - 1, ()):
            self.act(action)

    def act(self, action: Action) -> None:
        if isinstance(action, Cancel):
            if action.number in self.made:
                self.cancel(self.made[action.number])
            return
        if isinstance(action, MakeBracket):
            place = self.buy_bracket if action.side == "buy" else self.sell_bracket
            entry: dict[str, Any] = {"exectype": bt.Order.Market}
            if action.entry is not None:
                entry = {"exectype": bt.Order.Limit, "price": float(action.entry), "valid": self.valid(action)}
            orders = place(size=action.size, stopprice=float(action.stop), limitprice=float(action.limit), **entry)
            for place_after, order in enumerate(orders):
                self.note(action.number + place_after, order)
            return
        place = self.buy if action.side == "buy" else self.sell
        oco = None if action.oco is None else self.made[action.oco]
        self.note(
            action.number,
            place(
                size=action.size,
                exectype=KINDS[action.kind],
                valid=self.valid(action),
                oco=oco,
                **self.prices(action),
            ),
        )

    def prices(self, action: Make) -> dict[str, Any]:
        if action.trail is None:
            if action.kind == "stop_limit":
                return {"price": float(action.stop), "plimit": float(action.limit)}
            price = action.limit if action.kind == "limit" else action.stop
            return {"price": None if price is None else float(price)}
        close = self.data.close[0]
        percent = "percent" in action.kind
        distance = {"trailpercent": float(action.trail) / 100} if percent else {"trailamount": float(action.trail)}
        if action.offset is None:
            return distance
        beyond = float(action.offset) if action.side == "buy" else -float(action.offset)
        return {**distance, "price": close, "plimit": close + beyond}

    def valid(self, action: Make | MakeBracket) -> Any:
        if isinstance(action, Make) and action.day:
            return bt.Order.DAY
        if action.lives_bars is None:
            return None
        step = timedelta(milliseconds=self.p.times_ms[1] - self.p.times_ms[0])
        return self.now + (action.lives_bars + 1) * step - SECOND

    def note(self, number: int, order: bt.Order) -> None:
        self.made[number] = order
        self.numbers[order.ref] = number
        self.ends[number] = "working"

    def notify_order(self, order: bt.Order) -> None:
        number = self.numbers[order.ref]
        matches = list(order.executed.exbits)
        for match in matches[self.told.get(number, 0) :]:
            # A distance from a real price is a double off by some units in the last place.
            quantity, price = Decimal(repr(float(match.size))), Decimal(repr(round(float(match.price), 8)))
            self.fills.append(PlanFill(self.bar_of[match.dt], number, quantity, price))
        self.told[number] = max(self.told.get(number, 0), len(matches))
        if order.status in ENDS:
            self.ends[number] = ENDS[order.status]

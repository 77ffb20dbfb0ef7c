"""Runs a Plan in CrackTrader and in backtrader, and tells what became of its orders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

import backtrader as bt
import cracktrader as ct
from backtrader_runs import EPOCH, BarsFeed
from order_plan import Action, Cancel, Make, MakeBracket, Plan

CASH = 1_000_000_000
SECOND = timedelta(seconds=1)


@dataclass(frozen=True, order=True)
class PlanFill:
    bar: int
    order: int
    quantity: Decimal
    price: Decimal


@dataclass(frozen=True)
class Outcome:
    """The fills by bar and order; how each order ended: filled, canceled, expired, rejected, working; the money."""

    fills: list[PlanFill]
    ends: dict[int, str]
    value: float

    @property
    def traded(self) -> float:
        return float(sum(abs(fill.quantity) * fill.price for fill in self.fills))


def run_ours(bars: ct.Bars, plan: Plan, **settings: Any) -> Outcome:
    """`settings` are those of ct.backtest; links="backtrader" unless they say otherwise."""
    settings = {"links": "backtrader", "commission": 0, "cash": CASH, **settings}
    result = ct.backtest(bars, PlanStrategy(plan, bars), **settings)
    bar_of = {time_ms: bar for bar, time_ms in enumerate(bars.time_ms.tolist())}
    fills = [
        PlanFill(
            bar_of[fill.time_ms], fill.order_id, fill.quantity if fill.side == "buy" else -fill.quantity, fill.price
        )
        for fill in result.fills
    ]
    ends = {order.order_id: "working" if order.reason == "end_of_run" else order.status for order in result.orders}
    return Outcome(sorted(fills), ends, float(result.final_value))


class PlanStrategy:
    """Follows a Plan."""

    def __init__(self, plan: Plan, bars: ct.Bars) -> None:
        self.plan = plan
        self.times_ms = bars.time_ms.tolist()
        self.bar = -1

    def on_bar(self, ctx: ct.Context, bar: ct.Bar) -> None:
        self.bar += 1
        for action in self.plan.steps.get(self.bar, ()):
            self.act(ctx, action)

    def act(self, ctx: ct.Context, action: Action) -> None:
        if isinstance(action, Cancel):
            ctx.cancel(action.number)
            return
        buys = action.side == "buy"
        if isinstance(action, MakeBracket):
            self.make_bracket(ctx, action)
            return
        arguments: dict[str, Any] = {"limit": action.limit, "stop": action.stop, "oco": action.oco}
        if action.trail is not None:
            arguments["trail_percent" if "percent" in action.kind else "trail"] = action.trail
            arguments["limit_offset"] = action.offset
        if action.kind == "close":
            arguments["tif"] = "on_close"
        if action.day:
            arguments["tif"] = "day"
        if action.lives_bars is not None:
            arguments["expire"] = self.time_after(action.lives_bars)
        assert (ctx.buy if buys else ctx.sell)(action.size, **arguments) == action.number

    def make_bracket(self, ctx: ct.Context, action: MakeBracket) -> None:
        if action.lives_bars is None:
            place = ctx.buy_bracket if action.side == "buy" else ctx.sell_bracket
            assert place(action.size, action.stop, action.limit, action.entry).entry == action.number
            return
        enter, leave = (ctx.buy, ctx.sell) if action.side == "buy" else (ctx.sell, ctx.buy)
        # backtrader gives its time to the children too.
        expire = self.time_after(action.lives_bars)
        entry = enter(action.size, limit=action.entry, expire=expire)
        stop = leave(action.size, stop=action.stop, expire=expire, parent=entry)
        leave(action.size, limit=action.limit, expire=expire, parent=entry, oco=stop)

    def time_after(self, lived_bars: int) -> int:
        """The open of the first bar that an order does not see any more."""
        step = self.times_ms[1] - self.times_ms[0]
        return self.times_ms[self.bar] + (lived_bars + 1) * step


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
                exectype=self.KINDS[action.kind],
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
        if order.status in self.ENDS:
            self.ends[number] = self.ENDS[order.status]

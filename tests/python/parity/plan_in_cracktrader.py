"""Runs a Plan in CrackTrader."""

from __future__ import annotations

from typing import Any

import cracktrader as ct
from order_plan import CASH, Action, Cancel, MakeBracket, Outcome, Plan, PlanFill


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

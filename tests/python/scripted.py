"""A strategy that calls functions by bar, over a few small candles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cracktrader as ct
from conftest import candles

CLOSES = [100.25, 101.0, 102.5, 99.0, 98.0, 103.0]


class Scripted:
    """Calls functions by bar: {0: lambda ctx: ...}."""

    def __init__(self, steps: dict[int, Callable[[ct.Context], Any]]) -> None:
        self.steps = steps
        self.results: dict[int, Any] = {}
        self.orders: list[ct.Order] = []
        self.fills: list[ct.Fill] = []
        self.bar = -1

    def on_bar(self, ctx: ct.Context, bar: ct.Bar) -> None:
        self.bar += 1
        if self.bar in self.steps:
            self.results[self.bar] = self.steps[self.bar](ctx)

    def on_order(self, ctx: ct.Context, order: ct.Order) -> None:
        self.orders.append(order)

    def on_fill(self, ctx: ct.Context, fill: ct.Fill) -> None:
        self.fills.append(fill)


def run(steps: dict[int, Callable[[ct.Context], Any]], **settings: Any) -> tuple[ct.Result, Scripted]:
    strategy = Scripted(steps)
    settings.setdefault("commission", 0)
    return ct.backtest(candles(CLOSES), strategy, **settings), strategy

"""The arguments of ct.backtest that say how orders match on bars. What each rule means is tested in C++."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import cracktrader as ct
import pytest
from conftest import HOUR_MS, START_MS
from scripted import Scripted

BARS = {
    "open_time": [START_MS + HOUR_MS * i for i in range(4)],
    "open": [100.0, 100.0, 100.0, 100.0],
    "high": [100.0, 106.0, 110.0, 100.0],
    "low": [100.0, 95.0, 99.0, 100.0],
    "close": [100.0, 105.0, 100.0, 100.0],
    "volume": [10.0] * 4,
}


def fills(step: Any, **settings: Any) -> list[tuple[int, int, Decimal, Decimal]]:
    """(bar, order, quantity, price) of what the step at the first close makes."""
    result = ct.backtest(BARS, Scripted({0: step}), commission=0, **settings)
    return [((fill.time_ms - START_MS) // HOUR_MS, fill.order_id, fill.quantity, fill.price) for fill in result.fills]


def test_intrabar() -> None:
    def bracket(ctx: ct.Context) -> None:
        ctx.buy_bracket(1, stop=90, limit=105, entry=97)

    # The first bar goes to 95, which is nearer than 106, and then up; of a range nothing is known after the entry.
    assert fills(bracket) == [(1, 1, 1, 97), (2, 3, 1, 105)]
    assert fills(bracket, intrabar="path") == [(1, 1, 1, 97), (1, 3, 1, 105)]


def test_limit_fill() -> None:
    def touched(ctx: ct.Context) -> None:
        ctx.buy(1, limit=95)

    assert fills(touched) == [(1, 1, 1, 95)]
    assert fills(touched, limit_fill="through") == []


def test_participation() -> None:
    assert fills(lambda ctx: ctx.buy(3), participation=0.2) == [(1, 1, 2, 100), (2, 1, 1, 100)]
    assert fills(lambda ctx: ctx.buy(3), participation="0.1") == [(bar, 1, 1, 100) for bar in (1, 2, 3)]


def test_links() -> None:
    def made_after_the_limit(ctx: ct.Context) -> None:
        ctx.sell(1, stop=95, oco=ctx.sell(1, limit=105))

    assert fills(made_after_the_limit) == [(1, 2, 1, 95)]
    assert fills(made_after_the_limit, links="backtrader") == [(1, 1, 1, 105)]


def test_cheat_on_close() -> None:
    result = ct.backtest(BARS, Scripted({1: lambda ctx: ctx.buy(1)}), cheat_on_close=True)
    assert [fill.price for fill in result.fills] == [105]


@pytest.mark.parametrize(
    ("settings", "error"),
    [
        ({"intrabar": "paths"}, "intrabar: expected 'range' or 'path', not 'paths'"),
        ({"limit_fill": 1}, "limit_fill is a int, expected text"),
        ({"links": "bt"}, "links: expected 'native' or 'backtrader', not 'bt'"),
        ({"participation": -0.1}, "participation must be from 0 to 1, not -0.1"),
        ({"participation": 1.5}, "participation must be from 0 to 1, not 1.5"),
        ({"participation": "x"}, "participation: 'x' is not a decimal number"),
        ({"participation": []}, "participation is a list, expected a number"),
        ({"cheat_on_close": 1}, "cheat_on_close is a int, expected True or False"),
        ({"intrabar": "path", "links": "backtrader"}, "intrabar=path and links=backtrader: there each order has"),
        ({"cheat_on_close": True, "participation": 0.1}, "cheat_on_close and participation"),
    ],
)
def test_wrong_settings(settings: dict[str, Any], error: str) -> None:
    with pytest.raises(ct.InvalidArgument, match=error):
        ct.backtest(BARS, Scripted({}), **settings)

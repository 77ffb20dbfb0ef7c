"""What ctx.buy and ctx.sell make of their arguments: types, prices, times, links, and what they refuse."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import cracktrader as ct
import pytest
from conftest import HOUR_MS, START_MS, candles
from scripted import CLOSES, run

FIRST_CLOSE_MS = START_MS + HOUR_MS


def order_of(**arguments: Any) -> ct.Order:
    """The order that ctx.buy makes of them at the first close, 100.25."""
    _, strategy = run({0: lambda ctx: ctx.order(ctx.buy(1, **arguments))})
    return strategy.results[0]


@pytest.mark.parametrize(
    ("arguments", "type_", "limit", "stop"),
    [
        ({}, "market", None, None),
        ({"limit": 99}, "limit", 99.0, None),
        ({"stop": 105}, "stop", None, 105.0),
        ({"stop": 105, "limit": 106}, "stop_limit", 106.0, 105.0),
        ({"take_profit": 95}, "take_profit", None, 95.0),
        ({"take_profit": 95, "limit": 96}, "take_profit_limit", 96.0, 95.0),
        ({"trail": 2}, "trailing_stop", None, 102.25),
        ({"trail_percent": 4}, "trailing_stop", None, 104.26),
        ({"trail": 2, "stop": 110}, "trailing_stop", None, 110.0),
        ({"trail": 2, "limit_offset": 0.5}, "trailing_stop_limit", None, 102.25),
    ],
)
def test_prices_make_the_type(arguments: dict[str, Any], type_: str, limit: float | None, stop: float | None) -> None:
    order = order_of(**arguments)
    assert (order.type, order.limit_price, order.stop_price) == (type_, limit, stop)
    assert order.status == "created"
    assert order.arrival_price == 100.25


def test_what_is_not_given_is_none() -> None:
    order = order_of()
    assert order[13:] == (None, None, None, None, False, False, None, None, None, "", 100.25)


def test_attributes_are_kept() -> None:
    order = order_of(trail_percent=Decimal("2.5"), limit_offset="0.25", display=0.5, reduce_only=True)
    assert (order.trail, order.trail_percent, order.limit_offset) == (None, 2.5, 0.25)
    assert (order.display, order.reduce_only, order.post_only) == (0.5, True, False)
    order = order_of(limit=99, post_only=True, client_id="mine/1", expire="2024-01-31")
    assert (order.post_only, order.client_id, order.tif) == (True, "mine/1", "gtd")
    assert order.expire_ms == 1_706_659_200_000
    assert order_of(trail=0.001).trail == 0.01  # a distance rounds up to the grid


@pytest.mark.parametrize("tif", ["gtc", "ioc", "fok", "day", "on_open", "on_close"])
def test_times_in_force(tif: str) -> None:
    order = order_of(tif=tif)
    assert order.tif == tif
    midnight_ms = (FIRST_CLOSE_MS // 86_400_000 + 1) * 86_400_000
    assert order.expire_ms == (midnight_ms if tif == "day" else None)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"trail": 1, "trail_percent": 1}, "by trail= or by trail_percent=, not by both"),
        ({"trail": -1}, "trail must be above 0, not -1"),
        ({"trail": "0"}, "trail must be above 0, not 0"),
        ({"trail_percent": 0}, "trail_percent must be above 0, not 0"),
        ({"trail_percent": 100}, r"trail_percent must be below 100 \(percent\), not 100"),
        ({"trail_percent": "x"}, "trail_percent: 'x' is not a decimal number"),
        ({"trail": 1, "limit": 5}, "give limit_offset=, not limit="),
        ({"trail": 1, "limit_offset": -1}, "limit_offset must be 0 or above, not -1"),
        ({"limit_offset": 1}, "limit_offset= is of a trailing stop"),
        ({"stop": 5, "take_profit": 6}, "for take_profit= or for a stop, not for both"),
        ({"trail": 5, "take_profit": 6}, "for take_profit= or for a stop, not for both"),
        ({"take_profit": float("inf")}, "take_profit must be a finite number, not inf"),
        ({"limit": 99, "display": 2}, "display is more than size"),
        ({"limit": 99, "display": 0}, "display must be above 0, not 0"),
        ({"limit": 99, "display": 1e-9}, "display is below the smallest quantity"),
        ({"display": 1}, "display= is what others see of a resting order: it needs a limit"),
        ({"tif": "gtd"}, "tif='gtd' needs expire="),
        ({"tif": "ioc", "expire": "2024-01-31"}, "expire= is of tif='gtd', not of 'ioc'"),
        ({"expire": FIRST_CLOSE_MS}, "expire is 2023-11-15 00:00:00, expected a time after now"),
        ({"expire": 5.0}, "expire is a float, expected ISO text"),
        ({"expire": "soon"}, "expire: "),
        ({"stop": 105, "tif": "on_close"}, "tif='on_close' is of market and limit orders, not of a stop"),
        ({"post_only": True}, "post_only= is of a limit order, not of a market"),
        ({"limit": 99, "post_only": True, "tif": "fok"}, "post_only= wants to rest, tif='fok' does not"),
        ({"limit": 99, "post_only": 1}, "post_only is a int, expected True or False"),
        ({"reduce_only": "yes"}, "reduce_only is a str, expected True or False"),
        ({"client_id": ""}, "client_id is '', expected 1 to 36 of"),
        ({"client_id": "a b"}, "client_id is 'a b', expected 1 to 36 of"),
        ({"client_id": "x" * 37}, "expected 1 to 36 of"),
        ({"client_id": 5}, "client_id is a int, expected text"),
        ({"parent": 1.5}, "parent is a float, expected an order's id or its client_id"),
        ({"oco": True}, "oco is a bool, expected an order's id or its client_id"),
    ],
)
def test_wrong_arguments(arguments: dict[str, Any], error: str) -> None:
    with pytest.raises(ct.InvalidArgument, match=error):
        order_of(**arguments)


@pytest.mark.parametrize("name", ["parent", "oco"])
def test_links_to_orders_that_are_not_there(name: str) -> None:
    with pytest.raises(ct.NotFound, match=f"{name}: there is no order 7: none was made yet"):
        order_of(**{name: 7})
    with pytest.raises(ct.NotFound, match=f"{name}: no order has the client_id 'x'"):
        order_of(**{name: "x"})
    with pytest.raises(ct.NotFound, match=f"{name}: there is no order {10**30}"):
        order_of(**{name: 10**30})


def test_links_stay_within_a_symbol() -> None:
    class Links:
        def on_bar(self, ctx: ct.Context, bar: ct.Bar) -> None:
            first = ctx.buy(1, "A/USDT", limit=5)
            with pytest.raises(ct.InvalidArgument, match=f"oco: order {first} is one of A/USDT, not of B/USDT"):
                ctx.buy(1, "B/USDT", limit=5, oco=first)

    ct.backtest({"A/USDT": candles(CLOSES), "B/USDT": candles(CLOSES)}, Links)


def test_links_by_id_and_by_client_id() -> None:
    def link(ctx: ct.Context) -> ct.Order:
        parent = ctx.buy(1, limit=99, client_id="entry")
        first = ctx.sell(1, stop=95, parent="entry", client_id="stop")
        second = ctx.sell(1, limit=105, parent=parent, oco="stop")
        assert (parent, first) == (1, 2)
        return ctx.order(second)

    result, strategy = run({0: link})
    order = strategy.results[0]
    assert (order.parent, order.oco) == (1, 2)
    assert [(row.parent, row.oco, row.client_id) for row in result.orders] == [
        (None, None, "entry"),
        (1, None, "stop"),
        (1, 2, ""),
    ]


def test_a_client_id_makes_one_order() -> None:
    result, strategy = run({0: lambda ctx: (ctx.buy(1, client_id="a"), ctx.buy(2, client_id="a"), ctx.order("a").id)})
    assert strategy.results[0] == (1, 1, 1)
    assert [order.quantity for order in result.orders] == [1]


def test_the_table_has_exact_numbers() -> None:
    result, _ = run({0: lambda ctx: ctx.sell(1, trail_percent="6.25", limit_offset=0.5, expire=FIRST_CLOSE_MS + 1)})
    (order,) = result.orders
    assert (order.type, order.tif, order.trail, order.trail_percent) == (
        "trailing_stop_limit",
        "gtd",
        None,
        Decimal("6.25"),
    )
    assert (order.limit_price, order.stop_price, order.limit_offset) == (None, Decimal("93.98"), Decimal("0.5"))
    assert (order.post_only, order.reduce_only, order.display) == (False, False, None)
    assert order.arrival_price == Decimal("100.25")
    frame = result.orders.to_numpy()
    assert frame["expire_ms"].astype("int64").tolist() == [FIRST_CLOSE_MS + 1]

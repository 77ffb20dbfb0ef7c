"""Orders that are changed, canceled and looked up; brackets and targets."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import cracktrader as ct
import pytest
from conftest import candles
from scripted import CLOSES, Scripted, run


def told(strategy: Scripted, order_id: int) -> list[tuple[str, str]]:
    return [(order.status, order.reason) for order in strategy.orders if order.id == order_id]


def test_a_change_is_told_with_the_same_status() -> None:
    result, strategy = run(
        {
            0: lambda ctx: ctx.buy(1, limit=90),
            1: lambda ctx: ctx.replace(1, size=2, limit=97.005),
            2: lambda ctx: ctx.order(1),
        }
    )
    assert told(strategy, 1)[:3] == [("submitted", ""), ("accepted", ""), ("accepted", "replaced")]
    amended = strategy.orders[2]
    assert (amended.quantity, amended.limit_price, amended.filled) == (2.0, 97.0, 0.0)
    assert strategy.results[2].limit_price == 97.0
    (fill,) = result.fills
    assert (fill.quantity, fill.price) == (2, 97)


def test_a_stop_is_moved() -> None:
    result, _ = run(
        {
            0: lambda ctx: (ctx.buy(1), ctx.sell(1, stop=90, client_id="stop")),
            1: lambda ctx: ctx.replace("stop", stop=99.999),
        }
    )
    assert [(fill.order_id, fill.price) for fill in result.fills] == [(1, Decimal("100.25")), (2, Decimal("99.99"))]


def test_a_trailing_stop_is_shown_where_it_is() -> None:
    def stop(ctx: ct.Context) -> float | None:
        return ctx.order(1).stop_price

    def place(ctx: ct.Context) -> float | None:
        ctx.sell(1, trail=5)
        return stop(ctx)

    result, strategy = run({0: place, 1: stop, 2: stop, 3: stop})
    assert [strategy.results[bar] for bar in range(4)] == [95.25, 96, 97.5, 97.5]
    (order,) = result.orders
    assert order.stop_price == Decimal("97.5")


def test_a_change_of_an_order_that_is_over_is_refused() -> None:
    _, strategy = run({0: lambda ctx: ctx.buy(1), 2: lambda ctx: ctx.replace(1, size=2)})
    assert told(strategy, 1)[-1] == ("filled", "finished")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({}, r"replace\(\) changes nothing: give size=, limit= or stop="),
        ({"stop": 5}, "stop: order 1 is a limit order, which has none to change"),
        ({"limit": 0.001}, "limit is 0 on the grid"),
        ({"size": 1e-9}, "size is 0 on the grid"),
        ({"size": -1}, "size must be above 0, not -1"),
        ({"limit": -1}, "limit must be above 0, not -1"),
    ],
)
def test_changes_that_are_none(arguments: dict[str, Any], error: str) -> None:
    with pytest.raises(ct.InvalidArgument, match=error):
        run({0: lambda ctx: ctx.buy(1, limit=90), 1: lambda ctx: ctx.replace(1, **arguments)})


def test_the_limit_of_a_trailing_stop_is_not_changed() -> None:
    with pytest.raises(ct.InvalidArgument, match="limit: order 1 is a trailing_stop_limit order, which has none"):
        run({0: lambda ctx: ctx.replace(ctx.sell(1, trail=5, limit_offset=1), limit=90)})


def test_open_orders_and_cancel_all() -> None:
    def ids(ctx: ct.Context) -> list[int]:
        return [order.id for order in ctx.open_orders()]

    def cancel(ctx: ct.Context) -> list[int]:
        before = ids(ctx)
        ctx.buy(1, limit=80)
        ctx.cancel_all("BTC/USDT")
        return before

    result, strategy = run(
        {
            0: lambda ctx: (ctx.buy(1, limit=90), ctx.sell(1, stop=80), ids(ctx)),
            1: cancel,
            2: ids,
            3: lambda ctx: ctx.cancel_all(),
        }
    )
    assert strategy.results == {0: (1, 2, []), 1: [1, 2], 2: [], 3: None}
    assert [(order.status, order.reason) for order in result.orders] == [("canceled", "user_request")] * 3


def test_open_orders_of_a_symbol() -> None:
    class Two:
        def on_bar(self, ctx: ct.Context, bar: ct.Bar) -> None:
            if bar.symbol == "B/USDT":
                assert {order.symbol for order in ctx.open_orders("A/USDT")} <= {"A/USDT"}
                assert len(ctx.open_orders()) == 2 * len(ctx.open_orders("A/USDT"))
            ctx.buy(1, limit=5)

    result = ct.backtest({"A/USDT": candles(CLOSES), "B/USDT": candles(CLOSES)}, Two)
    assert len(result.orders) == 2 * len(CLOSES)


def test_a_bracket() -> None:
    result, strategy = run({0: lambda ctx: ctx.buy_bracket(2, stop=95, limit=102.25)})
    bracket = strategy.results[0]
    assert isinstance(bracket, ct.Bracket)
    assert bracket == (1, 2, 3)
    assert (bracket.entry, bracket.stop, bracket.limit) == (1, 2, 3)
    assert [(fill.order_id, fill.side, fill.price) for fill in result.fills] == [
        (1, "buy", Decimal("100.25")),
        (3, "sell", Decimal("102.25")),
    ]
    assert [(order.parent, order.oco, order.status) for order in result.orders] == [
        (None, None, "filled"),
        (1, None, "canceled"),
        (1, 2, "filled"),
    ]


def test_a_short_bracket_with_an_entry() -> None:
    result, _ = run({0: lambda ctx: ctx.sell_bracket("50%", 110, 98.5, entry="102.001", symbol="BTC/USDT")})
    assert [(order.side, order.type, order.limit_price, order.stop_price) for order in result.orders] == [
        ("sell", "limit", Decimal("102.01"), None),
        ("buy", "stop", None, Decimal(110)),
        ("buy", "limit", Decimal("98.5"), None),
    ]
    assert [fill.price for fill in result.fills] == [Decimal("102.01"), Decimal("98.5")]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"stop": 105, "limit": 95}, "stop 105 and limit 95 are out of order, expected stop < entry < limit"),
        ({"stop": 95, "limit": 105, "entry": 90}, "stop 95, entry 90 and limit 105 are out of order"),
        ({"stop": 0, "limit": 105}, "stop must be above 0"),
        ({"stop": 95, "limit": "x"}, "limit: 'x' is not a decimal number"),
    ],
)
def test_brackets_that_are_none(arguments: dict[str, Any], error: str) -> None:
    with pytest.raises(ct.InvalidArgument, match=error):
        run({0: lambda ctx: ctx.buy_bracket(1, **arguments)})
    with pytest.raises(TypeError, match=r"sell_bracket\(\) missing required argument 'limit'"):
        run({0: lambda ctx: ctx.sell_bracket(1, 105)})


@pytest.mark.parametrize(
    ("method", "target", "quantity"),
    [
        ("order_target_size", 1.5, "1.5"),
        ("order_target_size", Decimal("-1.123456789"), "-1.12345678"),
        ("order_target_size", "2", "2"),
        ("order_target_value", 1000, "9.97506234"),
        ("order_target_value", "-1000", "-9.97506234"),
        ("order_target_percent", 0.1, "9.97506234"),
        ("order_target_percent", "-0.1", "-9.97506234"),
    ],
)
def test_targets(method: str, target: Any, quantity: str) -> None:
    result, strategy = run(
        {0: lambda ctx: getattr(ctx, method)(target), 2: lambda ctx: ctx.order_target_size(0, "BTC/USDT")}
    )
    assert strategy.results == {0: 1, 2: 2}
    wanted = Decimal(quantity)
    assert [fill.quantity for fill in result.fills] == [abs(wanted)] * 2
    assert [fill.side for fill in result.fills] == (["buy", "sell"] if wanted > 0 else ["sell", "buy"])


def test_a_target_that_is_reached_makes_no_order() -> None:
    result, strategy = run({0: lambda ctx: ctx.order_target_percent(0), 1: lambda ctx: ctx.order_target_size(0.0)})
    assert strategy.results == {0: None, 1: None}
    assert len(result.orders) == 0


@pytest.mark.parametrize("method", ["order_target_size", "order_target_value", "order_target_percent"])
def test_targets_that_are_no_numbers(method: str) -> None:
    for bad, error in ((float("nan"), ct.InvalidArgument), ("x", ct.InvalidArgument), (None, ct.InvalidArgument)):
        with pytest.raises(error):
            run({0: lambda ctx, bad=bad: getattr(ctx, method)(bad)})
    with pytest.raises(ct.Overflow):
        run({0: lambda ctx: getattr(ctx, method)(1e30)})

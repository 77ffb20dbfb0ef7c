"""Orders of Python strategies: sizes, prices, cancels, refusals."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import cracktrader as ct
import numpy as np
import pytest
from conftest import HOUR_MS, START_MS, candles
from scripted import CLOSES, run


@pytest.mark.parametrize(
    ("size", "quantity"),
    [
        (1, "1"),
        (0.5, "0.5"),
        ("0.5", "0.5"),
        (Decimal("0.123456789123"), "0.12345678"),
        (0.1 + 0.2, "0.3"),
        (np.float64(0.25), "0.25"),
        (np.int64(2), "2"),
        ("10%", "9.97506234"),  # 1000 / 100.25
        ("1000quote", "9.97506234"),
        ("12.5%", "12.46882793"),
        (10_000_000_001, "10000000001"),
    ],
)
def test_sizes(size: Any, quantity: str) -> None:
    result, _ = run({0: lambda ctx: ctx.buy(size)})
    (order,) = result.orders
    assert order.quantity == Decimal(quantity)


@pytest.mark.parametrize(
    ("size", "error"),
    [
        (0, "size must be above 0, not 0"),
        (-1, "size must be above 0, not -1"),
        (-0.5, "size must be above 0"),
        (float("nan"), "size"),
        (float("inf"), "size"),
        ("abc", "size 'abc' is not a positive amount"),
        ("-5%", "size '-5%' is not"),
        ("", "size '' is not"),
        (None, "size is a NoneType, expected a number"),
        (True, "size is a bool, expected a number"),
        ([1], "size is a list, expected a number"),
    ],
)
def test_bad_sizes(size: Any, error: str) -> None:
    with pytest.raises(ct.InvalidArgument, match=error):
        run({0: lambda ctx: ctx.buy(size)})


def test_sizes_that_do_not_fit() -> None:
    with pytest.raises(ct.Overflow):
        run({0: lambda ctx: ctx.buy(1e30)})
    with pytest.raises(ct.Overflow):
        run({0: lambda ctx: ctx.buy(10**30)})


def test_a_size_below_the_grid_is_refused() -> None:
    result, strategy = run({0: lambda ctx: ctx.buy(1e-9)})
    assert [(order.status, order.reason) for order in strategy.orders] == [("rejected", "invalid_quantity")]
    assert result.orders[0].quantity == 0


def test_limit_prices_round_to_the_traders_side() -> None:
    result, _ = run(
        {
            0: lambda ctx: ctx.buy(1, limit=99.999),
            1: lambda ctx: ctx.sell(1, limit=Decimal("104.001")),
            2: lambda ctx: ctx.buy(1, limit="99.5"),
            3: lambda ctx: ctx.buy(1, limit=np.float64(99.25)),
        }
    )
    prices = [order.limit_price for order in result.orders]
    assert prices == [Decimal("99.99"), Decimal("104.01"), Decimal("99.5"), Decimal("99.25")]


def test_stop_prices_round_away_from_the_market() -> None:
    result, _ = run(
        {
            0: lambda ctx: ctx.buy(1, stop=104.001),
            1: lambda ctx: ctx.sell(1, stop=Decimal("90.999")),
            2: lambda ctx: ctx.sell(1, stop="90"),
        }
    )
    assert [order.stop_price for order in result.orders] == [Decimal("104.01"), Decimal("90.99"), Decimal(90)]


def test_a_line_is_a_price() -> None:
    class Follows:
        def on_start(self, ctx):
            self.line = ctx.indicator("sma", 1)

        def on_bar(self, ctx, bar):
            ctx.buy(1, limit=self.line)

    result = ct.backtest(candles(CLOSES), Follows)
    assert [order.limit_price for order in result.orders] == [Decimal(repr(close)) for close in CLOSES]


@pytest.mark.parametrize(
    ("prices", "error"),
    [
        ({"limit": float("nan")}, "limit must be a finite number, not nan"),
        ({"limit": 0}, "limit must be above 0"),
        ({"limit": "-1"}, "limit must be above 0"),
        ({"limit": "x"}, "limit: 'x' is not a decimal number"),
        ({"stop": -5.0}, "stop must be above 0"),
        ({"stop": [1]}, "stop is a list"),
        ({"tif": "gct"}, "tif is 'gct', did you mean 'gtc'\\? It is one of gtc, ioc, fok, day, gtd, on_open, on_close"),
        ({"tif": 5}, "tif is a int, expected text"),
        ({"symbol": 5}, "symbol is a int, expected text"),
    ],
)
def test_bad_arguments(prices: dict[str, Any], error: str) -> None:
    with pytest.raises(ct.InvalidArgument, match=error):
        run({0: lambda ctx: ctx.buy(1, **prices)})


def test_calls_that_python_refuses() -> None:
    def calls(ctx: ct.Context) -> None:
        with pytest.raises(TypeError, match=r"buy\(\) missing required argument 'size'"):
            ctx.buy()
        with pytest.raises(TypeError, match=r"buy\(\) takes at most 2 positional"):
            ctx.buy(1, "BTC/USDT", 2)
        with pytest.raises(TypeError, match="unexpected keyword argument 'price'"):
            ctx.buy(1, price=5)
        with pytest.raises(TypeError, match="multiple values for argument 'size'"):
            ctx.buy(1, size=2)
        with pytest.raises(ct.NotFound, match="no instrument 'X' in this run, there is BTC/USDT"):
            ctx.sell(1, symbol="X")
        with pytest.raises(ct.NotFound, match="there is no order 7: none was made yet"):
            ctx.order(7)
        ctx.buy(1)
        with pytest.raises(ct.NotFound, match="there is no order 7, only 1 to 1"):
            ctx.cancel(7)
        with pytest.raises(ct.NotFound, match="order_id: no order has the client_id 'x'"):
            ctx.cancel("x")
        with pytest.raises(ct.InvalidArgument, match="order_id is a float, expected an order's id or its client_id"):
            ctx.cancel(1.0)
        with pytest.raises(AttributeError):
            ctx.position = 5

    run({0: calls})


def test_orders_fills_and_cancels() -> None:
    result, strategy = run(
        {
            0: lambda ctx: ctx.buy(1, limit=90),
            1: lambda ctx: ctx.cancel(1),
            2: lambda ctx: ctx.buy(2, limit=99.5),
            4: lambda ctx: ctx.close(),
        }
    )
    assert strategy.results == {0: 1, 1: None, 2: 2, 4: 3}
    assert [(order.id, order.status) for order in strategy.orders] == [
        (1, "submitted"),
        (1, "accepted"),
        (1, "canceled"),
        (2, "submitted"),
        (2, "accepted"),
        (2, "filled"),
        (3, "submitted"),
        (3, "accepted"),
        (3, "filled"),
    ]
    assert strategy.orders[2].reason == "user_request"
    assert (strategy.orders[4].filled, strategy.orders[5].filled) == (0.0, 2.0)
    assert strategy.fills == [
        (2, START_MS + 3 * HOUR_MS, "BTC/USDT", "buy", 2.0, 99.5, 0.0, "maker"),
        (3, START_MS + 5 * HOUR_MS, "BTC/USDT", "sell", 2.0, 98.0, 0.0, "taker"),
    ]
    assert isinstance(strategy.fills[0], ct.Fill)
    assert isinstance(strategy.orders[0], ct.Order)
    assert [fill.price for fill in result.fills] == [Decimal("99.5"), Decimal(98)]


def test_an_order_is_looked_up() -> None:
    def look(ctx: ct.Context) -> ct.Order:
        return ctx.order(1)

    _, strategy = run({0: lambda ctx: (ctx.buy(1, limit=90), look(ctx))[1], 1: look})
    made, accepted = strategy.results[0], strategy.results[1]
    assert (made.status, made.type, made.limit_price, made.stop_price) == ("created", "limit", 90.0, None)
    assert (accepted.status, accepted.side, accepted.tif, accepted.quantity) == ("accepted", "buy", "gtc", 1.0)
    assert accepted.created_ms == START_MS + HOUR_MS


def test_ioc() -> None:
    _, strategy = run({0: lambda ctx: ctx.buy(1, limit=90, tif="ioc")})
    assert [(order.status, order.reason) for order in strategy.orders][-1][0] in ("canceled", "expired")
    assert strategy.orders[-1].reason == "not_marketable"


def test_closing_nothing() -> None:
    result, strategy = run({0: lambda ctx: ctx.close(), 1: lambda ctx: ctx.close(symbol="BTC/USDT")})
    assert strategy.results == {0: None, 1: None}
    assert len(result.orders) == 0


def test_a_refusal_for_cash_says_how_much() -> None:
    result, strategy = run({0: lambda ctx: ctx.buy(1000)})
    assert [(order.status, order.reason) for order in strategy.orders] == [("rejected", "insufficient_cash")]
    (order,) = result.orders
    assert (order.needed, order.available) == (Decimal(100_250), Decimal(10_000))


def test_shorts() -> None:
    result, strategy = run({0: lambda ctx: ctx.sell(1), 3: lambda ctx: ctx.close()})
    assert [fill.side for fill in result.fills] == ["sell", "buy"]
    assert result.trades[0].pnl == Decimal("100.25") - Decimal(99)
    assert strategy.results[3] == 2


def test_percent_before_the_first_bar_of_a_symbol() -> None:
    bars = {"A/USDT": candles(CLOSES), "B/USDT": {key: value[2:] for key, value in candles(CLOSES).items()}}

    class Early:
        def on_bar(self, ctx, bar):
            if bar.time_ms == START_MS:
                with pytest.raises(ct.InvalidArgument, match="size '10%' needs a price, and B/USDT has no closed bar"):
                    ctx.buy("10%", symbol="B/USDT")
                ctx.buy(1, symbol="B/USDT")

    result = ct.backtest(bars, Early)
    assert [(order.status, order.reason) for order in result.orders] == [("rejected", "no_price")]

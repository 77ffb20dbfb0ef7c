# ruff: noqa: RUF012 - `params` is how strategies declare parameters
"""The same strategies in CrackTrader and in backtrader 1.9.78 on real files: identical fills."""

from __future__ import annotations

from decimal import Decimal

import cracktrader as ct
import pytest
from backtrader_runs import ReferenceRun, Scripted, SmaCross, run_reference
from comparison import NotEqualError, check_equal
from conftest import FAST, SLOW, PythonSmaCross, shared_file
from order_script import Grid, OrderScript

CASH = 10_000
COMMISSION = "0.001"

FILES = {
    "binance-spot_BTCUSDT_1h_2024": "BTC/USDT",
    "binance-spot_BTCUSDT_15m_2024": "BTC/USDT",
    "binance-spot_BTCUSDT_1m_20210420_20210520": "BTC/USDT",  # one gap of 284 minutes
    "binance-spot_ETHUSDT_1h_2024": "ETH/USDT",
    "binance-spot_SOLUSDT_1h_2024": "SOL/USDT",
    "binance-usdm_ETHUSDT_1h_20230101_20240829": "ETH/USDT:USDT",
    "coinbase_ETH-USD_4h_20160518_20251028": "ETH/USD",  # nine gaps
    "tradingview-index_BTCUSD_1d_20091005_20260306": "BTC/USD",  # 18 gaps, prices from 0.0008 to 1e5
}


@pytest.fixture(scope="module", params=FILES)
def case(request: pytest.FixtureRequest) -> tuple[str, ct.Bars, Grid]:
    bars = ct.read_bars(shared_file(f"data/ohlcv/{request.param}.csv.gz"))
    return FILES[request.param], bars, Grid(bars.price_decimals, 8)


class PythonScripted:
    """An OrderScript as a Python class."""

    params = {"grid": None}

    def on_start(self, ctx):
        self.script = OrderScript(self.params["grid"])
        self.working = None
        self.quantity = Decimal(0)

    def on_order(self, ctx, order):
        if order.id == self.working and order.status in ("filled", "canceled", "rejected"):
            self.working = None

    def on_fill(self, ctx, fill):
        quantity = Decimal(repr(fill.quantity))
        self.quantity += quantity if fill.side == "buy" else -quantity

    def on_bar(self, ctx, bar):
        wish = self.script.next(bar.close, ctx.cash, self.quantity, self.working is not None)
        if wish is None:
            return
        if wish == "cancel":
            ctx.cancel(self.working)
            return
        place = ctx.buy if wish.side == "buy" else ctx.sell
        prices = {} if wish.price is None else {wish.kind: wish.price}
        self.working = place(wish.quantity, **prices)


def reference_of(
    bars: ct.Bars, strategy: type, grid: Grid, result: ct.Result, commission: str = COMMISSION
) -> ReferenceRun:
    return run_reference(bars, strategy, grid, result, cash=float(CASH), commission=float(commission))


def test_sma_cross(case: tuple[str, ct.Bars, Grid]) -> None:
    symbol, bars, grid = case
    settings = {"symbol": symbol, "cash": CASH, "commission": COMMISSION}
    native = ct.backtest(bars, "sma_cross", params={"fast": FAST, "slow": SLOW, "size": "50%"}, **settings)
    python = ct.backtest(bars, PythonSmaCross, params={"size": "50%"}, **settings)
    check_equal(native, reference_of(bars, SmaCross, grid, native))
    assert python.result_hash == native.result_hash
    assert list(python.fills) == list(native.fills)


def test_market_limit_and_stop_orders(case: tuple[str, ct.Bars, Grid]) -> None:
    symbol, bars, grid = case
    result = ct.backtest(bars, PythonScripted, symbol=symbol, cash=CASH, commission=COMMISSION, params={"grid": grid})
    reference = reference_of(bars, Scripted, grid, result)
    check_equal(result, reference)
    rejected = [order for order in result.orders if order.status == "rejected"]
    assert len(rejected) == reference.rejected
    filled = {order.type for order in result.orders if order.status == "filled"}
    assert filled == {"market", "limit", "stop"}
    assert any(order.status == "canceled" for order in result.orders)


def test_the_harness_notices_a_wrong_fee(hourly: ct.Bars) -> None:
    grid = Grid(hourly.price_decimals, 8)
    params = {"fast": FAST, "slow": SLOW, "size": "50%"}
    result = ct.backtest(hourly, "sma_cross", params=params, cash=CASH, commission=COMMISSION)
    check_equal(result, reference_of(hourly, SmaCross, grid, result))
    with pytest.raises(NotEqualError, match="fill 0: fee differs"):
        check_equal(result, reference_of(hourly, SmaCross, grid, result, commission="0.00100000001"))


def test_the_harness_notices_a_run_with_few_fills(hourly: ct.Bars) -> None:
    result = ct.backtest(hourly, "sma_cross", params={"fast": 2, "slow": 1000}, end="2024-02-01")
    with pytest.raises(NotEqualError, match="fills prove little"):
        check_equal(result, ReferenceRun(fills=[], final_value=float(CASH), rejected=0))


def test_the_harness_notices_a_fill_that_is_missing(hourly: ct.Bars) -> None:
    result = ct.backtest(hourly, "sma_cross", params={"fast": FAST, "slow": SLOW, "size": "50%"}, cash=CASH)
    reference = reference_of(hourly, SmaCross, Grid(hourly.price_decimals, 8), result)
    with pytest.raises(NotEqualError, match="fills, backtrader has"):
        check_equal(result, ReferenceRun(reference.fills[:-1], reference.final_value, 0))

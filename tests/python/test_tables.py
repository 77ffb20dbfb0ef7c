"""The tables of a result in numpy, pandas, polars and pyarrow."""

from __future__ import annotations

import gc
from decimal import Decimal

import cracktrader as ct
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

TABLES = ("fills", "trades", "orders", "equity")


class Varied:
    """Makes orders of all kinds, one of them too large."""

    def on_start(self, ctx):
        self.bars = 0

    def on_bar(self, ctx, bar):
        self.bars += 1
        if self.bars == 1:
            ctx.buy(10_000)
        if self.bars % 10 == 1:
            ctx.buy("1000quote")
        elif self.bars % 10 == 3:
            ctx.sell(0.01, limit=bar.close * 1.001)
        elif self.bars % 10 == 6:
            ctx.buy(0.01, stop=bar.close * 1.001)
        elif self.bars % 10 == 9:
            ctx.close()


@pytest.fixture(scope="module")
def result(hourly: ct.Bars) -> ct.Result:
    return ct.backtest(hourly, Varied, end="2024-02-01")


def test_rows_are_named_and_exact(result: ct.Result) -> None:
    fill = result.fills[0]
    assert fill._fields == result.fills.columns
    assert result.fills.columns == (
        "time_ms",
        "instrument",
        "side",
        "quantity",
        "price",
        "fee",
        "order_id",
        "liquidity",
        "ambiguous",
        "slippage",
    )
    assert isinstance(fill.price, Decimal)
    assert fill.quantity * fill.price * Decimal("0.001") == fill.fee
    assert result.trades.columns[:4] == ("entry_time_ms", "exit_time_ms", "instrument", "side")


def test_sequence(result: ct.Result) -> None:
    fills = result.fills
    rows = list(fills)
    assert len(rows) == len(fills) > 50
    assert fills[0] == rows[0]
    assert fills[-1] == rows[-1]
    assert fills[2:5] == rows[2:5]
    assert fills[::-1] == rows[::-1]
    with pytest.raises(IndexError, match="fills have"):
        fills[len(fills)]
    with pytest.raises(IndexError):
        fills[-len(fills) - 1]
    assert repr(fills).startswith(f"<fills: {len(fills)} rows of time_ms,")
    assert result.fills is fills


def test_an_order_without_cash(result: ct.Result) -> None:
    order = result.orders[0]
    assert (order.status, order.reason) == ("rejected", "insufficient_cash")
    assert order.needed > order.available == 10_000
    accepted = result.orders[1]
    assert (accepted.status, accepted.reason, accepted.needed, accepted.available) == ("filled", "", None, None)
    kinds = {(order.type, order.limit_price is None, order.stop_price is None) for order in result.orders}
    assert kinds == {("market", True, True), ("limit", False, True), ("stop", True, False)}


@pytest.mark.parametrize("name", TABLES)
def test_pyarrow_takes_the_exact_columns(result: ct.Result, name: str) -> None:
    table = getattr(result, name)
    arrow = pa.table(table)
    arrow.validate(full=True)
    assert tuple(arrow.column_names) == table.columns
    exact = [tuple(row.values()) for row in arrow.to_pylist()]
    for row, expected in zip(exact, table, strict=True):
        for value, wanted in zip(row, expected, strict=True):
            if isinstance(wanted, int) and hasattr(value, "timestamp"):
                assert round(value.timestamp() * 1000) == wanted
            else:
                assert value == wanted


def test_arrow_types(result: ct.Result) -> None:
    schema = pa.table(result.orders).schema
    assert schema.field("time_ms").type == pa.timestamp("ms", "UTC")
    assert schema.field("quantity").type == pa.decimal128(38, 8)
    assert schema.field("limit_price").type == pa.decimal128(38, 2)
    assert schema.field("needed").type == pa.decimal128(38, 18)
    assert schema.field("status").type == pa.string()
    assert pa.table(result.trades).schema.field("open").type == pa.bool_()


@pytest.mark.parametrize("name", TABLES)
def test_polars_takes_them(result: ct.Result, name: str) -> None:
    table = getattr(result, name)
    exact = pl.DataFrame(table)
    assert exact.shape == (len(table), len(table.columns))
    assert exact.equals(table.to_polars(exact=True))
    floats = table.to_polars()
    assert floats.schema.keys() == exact.schema.keys()
    assert not any(isinstance(dtype, pl.Decimal) for dtype in floats.dtypes)
    for column in exact.columns:
        assert exact[column].null_count() == floats[column].null_count()


@pytest.mark.parametrize("name", TABLES)
def test_pandas_takes_them(result: ct.Result, name: str) -> None:
    table = getattr(result, name)
    frame = table.to_pandas()
    assert list(frame.columns) == list(table.columns)
    assert len(frame) == len(table)
    from_arrow = pd.DataFrame.from_arrow(table)
    for column in frame.columns:
        if str(frame[column].dtype).startswith("datetime64"):
            assert str(frame[column].dtype) == "datetime64[ms, UTC]"
            assert frame[column].equals(from_arrow[column])
        elif frame[column].dtype == float:
            wanted = [np.nan if value is None else float(value) for value in from_arrow[column]]
            np.testing.assert_array_equal(frame[column], wanted)
        else:
            assert frame[column].tolist() == from_arrow[column].tolist()


def test_pandas_exact(result: ct.Result) -> None:
    prices = result.orders.to_pandas(exact=True)["limit_price"]
    assert [order.limit_price for order in result.orders] == prices.tolist()


def test_numpy(result: ct.Result) -> None:
    columns = result.trades.to_numpy()
    assert tuple(columns) == result.trades.columns
    assert columns["entry_time_ms"].dtype == np.dtype("datetime64[ms]")
    assert columns["pnl"].dtype == float
    assert columns["open"].dtype == bool
    assert columns["side"].dtype.kind == "U"
    assert columns["entry_order_id"].dtype == np.int64
    assert columns["pnl"].tolist() == [float(trade.pnl) for trade in result.trades]
    assert columns["entry_time_ms"].astype("int64").tolist() == [trade.entry_time_ms for trade in result.trades]
    exact = result.trades.to_numpy(exact=True)
    assert exact["pnl"].dtype == object
    assert exact["pnl"].tolist() == [trade.pnl for trade in result.trades]


def test_what_is_not_there(hourly: ct.Bars) -> None:
    held = ct.backtest(hourly, "buy_and_hold")
    (trade,) = held.trades
    assert trade.exit_time_ms is None
    assert np.isnat(held.trades.to_numpy()["exit_time_ms"][0])
    assert held.trades.to_pandas()["exit_time_ms"].isna().all()
    assert pl.DataFrame(held.trades)["exit_time_ms"].null_count() == 1
    orders = held.orders.to_numpy()
    assert np.isnan(orders["limit_price"][0])


@pytest.mark.parametrize("name", ["fills", "trades", "orders"])
def test_empty_tables(hourly: ct.Bars, name: str) -> None:
    class Idle:
        def on_bar(self, ctx, bar):
            pass

    table = getattr(ct.backtest(hourly, Idle, end="2024-01-02"), name)
    assert list(table) == []
    assert pa.table(table).num_rows == 0
    assert pl.DataFrame(table).height == 0
    assert table.to_polars().height == 0
    assert len(table.to_pandas()) == 0
    assert all(len(column) == 0 for column in table.to_numpy().values())


def test_several_grids_share_a_column() -> None:
    from conftest import candles

    bars = {"A/USDT": candles([0.1234, 0.125, 0.13], spread=0.01), "B/USDT": candles([100.5, 101.0, 102.0])}
    result = ct.backtest(bars, "buy_and_hold", params={"size": "10quote"})
    prices = {order.instrument: order.price for order in result.fills}
    assert prices == {"A/USDT": Decimal("0.1234"), "B/USDT": Decimal("100.5")}
    assert pa.table(result.fills)["price"].to_pylist() == [fill.price for fill in result.fills]


def test_streams_own_their_memory(hourly: ct.Bars) -> None:
    result = ct.backtest(hourly, "sma_cross")
    expected = [fill.price for fill in result.fills]
    arrow = pa.table(result.fills)
    capsule = result.fills.__arrow_c_stream__()
    closes = pl.DataFrame(hourly)["close"]
    del result, capsule
    gc.collect()
    assert arrow["price"].to_pylist() == expected
    assert closes.sum() == hourly.close.sum()


def test_a_stream_is_spent_once(hourly: ct.Bars) -> None:
    reader = pa.RecordBatchReader.from_stream(hourly)
    assert sum(batch.num_rows for batch in reader) == len(hourly)
    assert list(reader) == []
    assert pa.table(hourly).num_rows == len(hourly)  # each call makes a new stream


def test_arrow_columns_of_bars_are_not_copied(hourly: ct.Bars) -> None:
    column = pa.table(hourly)["close"].chunk(0)
    assert column.buffers()[1].address == hourly.close.ctypes.data

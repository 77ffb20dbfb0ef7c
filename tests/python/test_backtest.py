# ruff: noqa: RUF012 - `params` is how strategies declare parameters
"""ct.backtest: settings, ranges, parameters, exact numbers."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import cracktrader as ct
import numpy as np
import pytest
from conftest import HOUR_MS, START_MS, PythonSmaCross, candles, shared_file


class BuyOnce:
    params = {"size": 1}

    def on_start(self, ctx):
        self.done = False

    def on_bar(self, ctx, bar):
        if not self.done:
            ctx.buy(self.params["size"])
            self.done = True


def bought(**settings: Any) -> ct.Result:
    """A buy at the second open (100)."""
    return ct.backtest(candles([100.0, 101.25, 102.0]), BuyOnce, **settings)


def test_python_class_and_native_have_the_same_result(hourly: ct.Bars) -> None:
    native = ct.backtest(hourly, "sma_cross", params={"fast": 10, "slow": 50})
    python = ct.backtest(hourly, PythonSmaCross)
    assert len(native.fills) > 100
    assert python.result_hash == native.result_hash
    for table in ("fills", "trades", "orders", "equity"):
        assert list(getattr(python, table)) == list(getattr(native, table))
    assert python.metrics == pytest.approx(native.metrics, rel=0, abs=0, nan_ok=True)
    assert python.final_value == native.final_value
    assert python.bars == native.bars == len(hourly)
    assert python.input_hash != native.input_hash  # another strategy name


@pytest.mark.parametrize("name", ["binance-spot_ETHUSDT_5m_2024", "coinbase_ETH-USD_4h_20160518_20251028"])
def test_python_class_and_native_on_more_files(name: str) -> None:
    bars = ct.read_bars(shared_file(f"data/ohlcv/{name}.csv.gz"))
    native = ct.backtest(bars, "sma_cross")
    assert ct.backtest(bars, PythonSmaCross).result_hash == native.result_hash


def test_a_fill_by_hand() -> None:
    result = bought(cash=1000, commission="0.001")
    (fill,) = result.fills
    assert fill.time_ms == START_MS + HOUR_MS
    assert fill.price == Decimal(100)
    assert fill.quantity == Decimal(1)
    assert fill.fee == Decimal("0.1")
    assert (fill.side, fill.liquidity, fill.instrument, fill.order_id) == ("buy", "taker", "BTC/USDT", 1)
    assert result.final_cash == Decimal("899.9")
    assert result.final_value == Decimal("1001.9")
    assert result.fees == Decimal("0.1")
    assert result.initial_cash == 1000
    (trade,) = result.trades
    assert trade.open is True
    assert trade.exit_time_ms is None
    assert trade.pnl == Decimal("1.9")


@pytest.mark.parametrize("cash", [1000, 1000.0, "1000", "1e3", Decimal(1000), np.float64(1000), np.int64(1000)])
def test_numbers_of_any_kind_are_the_same(cash: Any) -> None:
    assert bought(cash=cash).final_cash == Decimal("899.9")


def test_floats_are_their_shortest_text() -> None:
    result = bought(cash=1000.1, commission=0.0007)
    assert result.initial_cash == Decimal("1000.1")
    assert result.fees == Decimal("0.07")
    assert bought(cash=1000.1, commission="0.0007").result_hash == result.result_hash
    size = bought(params={"size": 0.1}).fills[0].quantity
    assert size == Decimal("0.1")
    assert bought(params={"size": Decimal("0.123456789")}).fills[0].quantity == Decimal("0.12345678")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"cash": 0}, "cash must be positive"),
        ({"cash": "abc"}, "cash: 'abc' is not a decimal number"),
        ({"cash": []}, "cash is a list, expected a number"),
        ({"cash": True}, "cash is a bool, expected a number"),
        ({"cash": float("nan")}, "cash"),
        ({"commission": 1}, "commission must be at least 0 and less than 1"),
        ({"maker": -0.1}, "commission must be"),
        ({"symbol": "BTCUSDT"}, "BTCUSDT"),
        ({"start": "2024-01-02", "end": "2024-01-01"}, "ends before it starts"),
        ({"start": "yesterday"}, "start"),
        ({"start": 1.5}, "start is a float, expected ISO text"),
        ({"timeframe": "1m"}, "coarser than timeframe='1m'"),
        ({"timeframe": "banana"}, "banana"),
    ],
)
def test_bad_settings(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ct.InvalidArgument, match=message):
        bought(**settings)


def test_strategies_and_parameters_that_do_not_exist(hourly: ct.Bars) -> None:
    with pytest.raises(ct.NotFound, match="did you mean 'sma_cross'"):
        ct.backtest(hourly, "sma_crss")
    with pytest.raises(ct.InvalidArgument, match="has no parameter 'fsat', did you mean 'fast'"):
        ct.backtest(hourly, "sma_cross", params={"fsat": 3})
    with pytest.raises(ct.InvalidArgument, match="'PythonSmaCross' has no parameter 'fsat', did you mean 'fast'"):
        ct.backtest(hourly, PythonSmaCross, params={"fsat": 3})
    with pytest.raises(ct.InvalidArgument, match="it has none"):
        ct.backtest(hourly, type("Bare", (), {"on_bar": lambda self, ctx, bar: None}), params={"x": 1})
    with pytest.raises(ct.InvalidArgument, match="has none of the methods on_start, on_bar"):
        ct.backtest(hourly, object())
    with pytest.raises(ct.InvalidArgument, match="on_bar is a int, expected a method"):
        ct.backtest(hourly, type("Odd", (), {"on_bar": 5}))
    with pytest.raises(ct.InvalidArgument, match="params go to a strategy class"):
        ct.backtest(hourly, PythonSmaCross(), params={"fast": 3})


def test_parameters_of_classes() -> None:
    seen = {}

    class Base:
        params = {"a": 1, "b": 2.5}

    class Derived(Base):
        params = {"b": 3, "c": True}

        def __init__(self):
            seen.update(self.params)

        def on_bar(self, ctx, bar):
            pass

    result = ct.backtest(candles([1.0, 2.0], spread=0.5), Derived, params={"a": 0.1})
    assert seen == {"a": 0.1, "b": 3, "c": True}
    assert result.parameters == {"a": "0.1", "b": "3", "c": "true"}
    assert result.strategy == "Derived"
    assert Base.params == {"a": 1, "b": 2.5}


def test_parameters_of_builtins(hourly: ct.Bars) -> None:
    short = ct.backtest(hourly, "sma_cross", params={"fast": 5, "short": True, "size": "50%"})
    assert short.parameters == {"fast": "5", "slow": "50", "size": "50%", "short": "true"}
    assert {trade.side for trade in short.trades} == {"buy", "sell"}


def test_an_object_as_strategy(hourly: ct.Bars) -> None:
    strategy = PythonSmaCross()
    result = ct.backtest(hourly, strategy)
    assert result.result_hash == ct.backtest(hourly, PythonSmaCross).result_hash
    assert strategy.fast.value > 0  # the object is the caller's own


def test_ranges(hourly: ct.Bars) -> None:
    first = datetime(2024, 1, 1, tzinfo=UTC)

    def bars_in(**span: Any) -> int:
        return ct.backtest(hourly, "buy_and_hold", **span).bars

    assert bars_in() == 5980
    assert bars_in(start="2024-02-01") == 5980 - 31 * 24
    assert bars_in(end="2024-01-01") == 24  # a bare date counts whole
    assert bars_in(end=date(2024, 1, 1)) == 24
    assert bars_in(end="2024-01-01T12:00:00Z") == 12
    assert bars_in(end=first + timedelta(hours=12)) == 12
    assert bars_in(end=datetime(2024, 1, 1, 12)) == 12  # naive is UTC
    assert bars_in(end=datetime(2024, 1, 1, 12, tzinfo=timezone(timedelta(hours=2)))) == 10
    assert bars_in(end=int(first.timestamp()) * 1000 + 12 * HOUR_MS) == 12
    assert bars_in(start="2024-01-01T06:00", end="2024-01-01T12:00") == 6
    with pytest.raises(ct.NotFound, match=r"no bar of BTC/USDT 1h in .*: the data .* from 2024-01-01"):
        bars_in(start="2030-01-01")
    with pytest.raises(ct.Overflow, match="start: the time is not between 1677 and 2262"):
        bars_in(start=10**18)
    with pytest.raises(ct.Overflow, match="1677"):
        bars_in(start=datetime(9999, 1, 1, tzinfo=UTC))


def test_results_do_not_depend_on_the_container(hourly: ct.Bars) -> None:
    import pandas as pd
    import polars as pl

    expected = ct.backtest(hourly, "sma_cross")
    for frame in (pd.DataFrame.from_arrow(hourly), pl.DataFrame(hourly), {"BTC/USDT": hourly}):
        result = ct.backtest(frame, "sma_cross")
        assert result.result_hash == expected.result_hash
        assert result.input_hash == expected.input_hash


def test_json_and_report(hourly: ct.Bars, tmp_path: Path) -> None:
    result = ct.backtest(hourly, PythonSmaCross, start="2024-02-01")
    data = json.loads(result.to_json(), parse_float=Decimal)
    assert data["final_value"] == result.final_value
    assert data["result_hash"] == result.result_hash
    assert len(data["fills"]) == len(result.fills)
    assert data["fills"][0]["price"] == result.fills[0].price
    assert data["parameters"]["fast"] == 10
    assert data["peak_rss_bytes"] > 0
    result.report(tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text()
    assert page.startswith("<!DOCTYPE html>") or page.startswith("<!doctype html>")
    assert result.result_hash in page
    with pytest.raises(ct.WriteFailed, match="no-such-folder"):
        result.report(tmp_path / "no-such-folder" / "report.html")


def test_equity(hourly: ct.Bars) -> None:
    daily = ct.backtest(hourly, "sma_cross")
    full = ct.backtest(hourly, "sma_cross", full_equity=True)
    assert len(daily.equity) == 250
    assert len(full.equity) == len(hourly)
    assert full.result_hash == daily.result_hash
    every = {row.time_ms: (row.equity, row.cash) for row in full.equity}
    assert all(every[row.time_ms] == (row.equity, row.cash) for row in daily.equity)
    assert daily.equity[0].cash != daily.equity[-1].cash == pytest.approx(float(daily.final_cash), rel=1e-12)
    assert daily.equity[-1].equity == pytest.approx(float(daily.final_value), rel=1e-12)


def test_metrics(hourly: ct.Bars) -> None:
    result = ct.backtest(hourly, "sma_cross")
    assert list(result.metrics)[:3] == ["total_return", "annual_return", "volatility"]
    assert result.metrics["total_return"] == pytest.approx(float(result.final_value) / 10_000 - 1)
    assert set(result.seconds) >= {"run", "analyze"}
    assert "sma_cross" in repr(result)

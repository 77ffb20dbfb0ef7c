"""Metrics, analyzers and the tables of returns in Python."""

from __future__ import annotations

import json
import math

import cracktrader as ct
import pytest
from conftest import START_MS, candles

DAY_MS = 86_400_000
FIRST_DAY = 1_704_067_200_000 - START_MS  # 2024-01-01


class BuysAndSells:
    """Buys 1 at the second open and sells it at the fourth, by a limit that the open reaches."""

    def on_start(self, ctx):
        self.bars = 0

    def on_bar(self, ctx, bar):
        self.bars += 1
        if self.bars == 1:
            ctx.buy(1)
        if self.bars == 3:
            ctx.sell(1, limit=1)


def run(**settings: object) -> ct.Result:
    """A day a bar from 2024-01-30 on: closes 100, 110, 120, 90, 95; each opens where the one before closed."""
    bars = candles([100, 110, 120, 90, 95], step_ms=DAY_MS)
    bars["open_time"] += FIRST_DAY + 29 * DAY_MS
    return ct.backtest(bars, BuysAndSells, timeframe="1d", cash=1000, commission=0, **settings)


def test_metrics_by_hand() -> None:
    metrics = run().metrics
    # Equity 1000, 1010, 1020, 1020, 1020: bought at 100, sold at 120.
    assert metrics["total_return"] == pytest.approx(0.02)
    assert metrics["best_trade"] == 20
    assert metrics["average_holding_hours"] == 48
    assert metrics["turnover"] == 220
    assert metrics["slippage"] == 0
    assert metrics["buy_and_hold"] == pytest.approx(-0.05)
    assert math.isnan(metrics["drawdown_peak_ms"])
    assert math.isnan(metrics["profit_factor"])


def test_tables_of_returns() -> None:
    result = run()
    assert [(row.year, row.month) for row in result.monthly_returns] == [(2024, 1), (2024, 2)]
    assert [row.value for row in result.monthly_returns] == pytest.approx([0.01, 10 / 1010])
    assert [(row.year, row.value) for row in result.yearly_returns] == [(2024, pytest.approx(0.02))]
    assert [row.equity for row in result.buy_and_hold] == pytest.approx([1000, 1100, 1200, 900, 950])
    assert result.buy_and_hold.to_pandas()["time_ms"].tolist() == result.equity.to_pandas()["time_ms"].tolist()


def test_slippage_of_fills() -> None:
    fills = run(slippage_bps=100).fills
    assert [fill.slippage for fill in fills] == [1, None]  # none of a limit order
    assert [math.isnan(value) for value in fills.to_numpy()["slippage"]] == [False, True]
    assert fills.to_polars()["slippage"].to_list() == [1, None]


def test_analyzers_are_what_was_asked_for() -> None:
    usual = run()
    assert "decision_log" not in usual.analyzers
    result = run(analyzers=["decision_log", "trades", "exposure"])
    assert list(result.analyzers) == ["exposure", "trades", "decision_log"]
    assert result.analyzers["exposure"] == {"exposure": usual.metrics["exposure"]}
    assert result.analyzers["trades"]["win_rate"] == 1
    assert result.analyzers["decision_log"][0].arrival_price == 100
    assert list(result.metrics) == ["exposure", *result.analyzers["trades"]]
    assert result.result_hash == usual.result_hash
    assert run(analyzers=()).metrics == {}


def test_every_metric_belongs_to_an_analyzer() -> None:
    result = run()
    parts = [part for part in result.analyzers.values() if isinstance(part, dict)]
    assert [name for part in parts for name in part] == list(result.metrics)


def test_bundles_are_the_tables_of_the_result() -> None:
    result = run()
    assert result.analyzers["equity_curve"] is result.equity
    assert result.analyzers["trade_log"] is result.trades
    assert [row.value for row in result.analyzers["periods"]] == [row.value for row in result.monthly_returns]


def test_json_has_null_where_a_metric_is_undefined() -> None:
    result = run()
    data = json.loads(result.to_json())
    assert data["analyzers"] == list(result.analyzers)
    assert list(data["metrics"]) == list(result.metrics)
    for name, value in result.metrics.items():
        assert data["metrics"][name] == (None if math.isnan(value) else value)
    assert [row["value"] for row in data["monthly_returns"]] == [row.value for row in result.monthly_returns]
    assert [fill["slippage"] for fill in data["fills"]] == [fill.slippage for fill in result.fills]


@pytest.mark.parametrize("wrong", ["trades", 5, [5], [None], object()])
def test_analyzers_that_are_no_list_of_names(wrong: object) -> None:
    with pytest.raises(ct.InvalidArgument, match="expected a list of names such as"):
        run(analyzers=wrong)


def test_unknown_analyzers() -> None:
    with pytest.raises(ct.NotFound, match="analyzers: no analyzer 'drawdowns'; did you mean 'drawdown'"):
        run(analyzers=["trades", "drawdowns"])


@pytest.mark.parametrize("name", ["buy_and_hold", "monthly_returns", "yearly_returns"])
def test_a_table_of_an_analyzer_that_the_run_had_not(name: str) -> None:
    with pytest.raises(ct.NotFound, match=r"the run had no analyzer '(benchmark|periods)', only trades"):
        getattr(run(analyzers=["trades"]), name)

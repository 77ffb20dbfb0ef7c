"""Metrics of real backtests against empyrical-reloaded and quantstats, where they define the same.

What differs by definition is named in docs/metrics.md, and compared here through that definition.
"""

from __future__ import annotations

import math
import sys
import types

import cracktrader as ct
import empyrical
import numpy as np
import pandas as pd
import pytest
from conftest import shared_file

sys.modules.setdefault("yfinance", types.ModuleType("yfinance"))  # quantstats asks for it to download prices
import quantstats.stats as quantstats  # noqa: E402

YEAR = 365
BOTH_SIDES = {"fast": 10, "slow": 50, "short": True}
RUNS = {
    "daily": ("binance-spot_BTCUSDT_1d_2024.csv.gz", "sma_cross", {"fast": 3, "slow": 10}),
    "daily, long and short": ("binance-spot_ETHUSDT_1d_2024.csv.gz", "sma_cross", {**BOTH_SIDES, "fast": 2, "slow": 5}),
    "hourly": ("binance-usdm_BTCUSDT_1h_20190908_20240829.csv.gz", "sma_cross", BOTH_SIDES),
    "five minutes": ("binance-spot_SOLUSDT_5m_2024.csv.gz", "sma_cross", {"fast": 20, "slow": 100}),
    "gaps": ("coinbase_ETH-USD_4h_20160518_20251028.csv.gz", "sma_cross", {"fast": 10, "slow": 40}),
    "held": ("tradingview-index_BTCUSD_1d_20091005_20260306.csv.gz", "buy_and_hold", {"size": "40%"}),
}


class Run:
    """A backtest, and what others need of it: daily returns, of the market too, and profits."""

    def __init__(self, file: str, strategy: str, params: dict) -> None:
        bars = ct.read_bars(shared_file(f"data/ohlcv/{file}"))
        self.result = ct.backtest(bars, strategy, params=params, commission=0.0005, slippage_bps=2)
        self.metrics = self.result.metrics
        self.returns = self.daily(self.result.equity)
        self.market = self.daily(self.result.buy_and_hold)
        closed = [trade for trade in self.result.trades if not trade.open]
        self.profits = pd.Series([float(trade.pnl) for trade in closed])
        self.bars = bars

    def daily(self, table: ct.Table) -> pd.Series:
        frame = table.to_pandas()
        days = (frame["time_ms"] - pd.Timedelta(1, "ms")).dt.floor("D").dt.tz_localize(None)
        values = np.concatenate([[float(self.result.initial_value)], frame["equity"]])
        return pd.Series(np.diff(values) / values[:-1], index=pd.DatetimeIndex(days))


@pytest.fixture(scope="module", params=RUNS)
def run(request: pytest.FixtureRequest) -> Run:
    return Run(*RUNS[request.param])


def near(value: float) -> object:
    return pytest.approx(value, rel=1e-9, abs=1e-12)


def test_the_ratios_of_returns(run: Run) -> None:
    ours, returns = run.metrics, run.returns
    assert len(returns) > 200
    assert ours["total_return"] == near(empyrical.cum_returns_final(returns))
    assert ours["volatility"] == near(empyrical.annual_volatility(returns, annualization=YEAR))
    assert ours["volatility"] == near(quantstats.volatility(returns, YEAR))
    assert ours["sharpe"] == near(empyrical.sharpe_ratio(returns, annualization=YEAR))
    assert ours["sharpe"] == near(quantstats.sharpe(returns, periods=YEAR))
    assert ours["sortino"] == near(empyrical.sortino_ratio(returns, annualization=YEAR))
    assert ours["sortino"] == near(quantstats.sortino(returns, periods=YEAR))
    assert ours["omega"] == near(empyrical.omega_ratio(returns, annualization=YEAR))
    assert ours["omega"] == near(quantstats.omega(returns, periods=YEAR))


def test_value_at_risk_is_a_loss_of_ours_and_a_return_of_theirs(run: Run) -> None:
    ours, returns = run.metrics, run.returns
    assert -ours["value_at_risk"] == near(empyrical.value_at_risk(returns))
    assert -ours["conditional_value_at_risk"] == near(empyrical.conditional_value_at_risk(returns))
    # quantstats: of a normal distribution, or of all days at or below the quantile, which ties make more.
    if returns.value_counts().max() == 1:
        assert -ours["conditional_value_at_risk"] == near(quantstats.cvar(returns, method="historical"))


def test_the_year_of_daily_bars_is_theirs(run: Run) -> None:
    if run.bars.timeframe != "1d":
        pytest.skip("days in part: we count calendar time, they count days")
    ours, returns = run.metrics, run.returns
    assert ours["annual_return"] == near(empyrical.annual_return(returns, annualization=YEAR))
    assert ours["annual_return"] == near(quantstats.cagr(returns, periods=YEAR))
    assert ours["max_drawdown"] == near(-empyrical.max_drawdown(returns))
    assert ours["max_drawdown"] == near(-quantstats.max_drawdown(returns))
    assert ours["calmar"] == near(empyrical.calmar_ratio(returns, annualization=YEAR))


def test_the_drawdown_sees_more_than_the_ends_of_days(run: Run) -> None:
    assert run.metrics["max_drawdown"] >= -empyrical.max_drawdown(run.returns) - 1e-12


def test_the_ulcer_index_is_over_all_days_of_ours_and_one_less_of_theirs(run: Run) -> None:
    days = len(run.returns)
    assert run.metrics["ulcer_index"] == near(quantstats.ulcer_index(run.returns) * math.sqrt((days - 1) / days))


def test_the_market(run: Run) -> None:
    ours, returns, market = run.metrics, run.returns, run.market
    closes, opens = run.bars.close, run.bars.open
    assert ours["buy_and_hold"] == near(closes[-1] / opens[0] - 1)
    assert ours["buy_and_hold"] == near(empyrical.cum_returns_final(market))
    assert ours["beta"] == near(empyrical.beta(returns, market))
    greeks = quantstats.greeks(returns, market, periods=YEAR, prepare_returns=False)
    assert ours["beta"] == near(greeks["beta"])
    assert ours["alpha"] == near(greeks["alpha"])
    # empyrical compounds the alpha of a day, we multiply it.
    assert (1 + ours["alpha"] / YEAR) ** YEAR - 1 == near(empyrical.alpha(returns, market, annualization=YEAR))
    assert ours["correlation"] == near(returns.corr(market))


def test_months_and_years(run: Run) -> None:
    monthly = empyrical.aggregate_returns(run.returns, "monthly")
    rows = run.result.monthly_returns
    assert [(row.year, row.month) for row in rows] == list(monthly.index)
    assert [row.value for row in rows] == near(list(monthly))
    yearly = empyrical.aggregate_returns(run.returns, "yearly")
    assert [row.year for row in run.result.yearly_returns] == list(yearly.index)
    assert [row.value for row in run.result.yearly_returns] == near(list(yearly))


def test_trades(run: Run) -> None:
    ours, profits = run.metrics, run.profits
    assert ours["trades"] == len(profits)
    if profits.empty:
        pytest.skip("no closed trade")
    assert (profits != 0).all()  # quantstats leaves trades out that broke even
    assert ours["win_rate"] == near(quantstats.win_rate(profits, prepare_returns=False))
    assert ours["profit_factor"] == near(quantstats.profit_factor(profits, prepare_returns=False))
    assert ours["payoff_ratio"] == near(quantstats.payoff_ratio(profits, prepare_returns=False))
    assert ours["kelly"] == near(quantstats.kelly_criterion(profits, prepare_returns=False))
    assert ours["expectancy"] == near(profits.mean())
    assert ours["best_trade"] == profits.max()
    assert ours["worst_trade"] == profits.min()
    assert ours["sqn"] == near(math.sqrt(len(profits)) * profits.mean() / profits.std())
    assert ours["longest_winning_streak"] == quantstats.consecutive_wins(profits, prepare_returns=False)
    assert ours["longest_losing_streak"] == quantstats.consecutive_losses(profits, prepare_returns=False)

"""Our indicators are backtrader's: every one of its names, line by line, on real data."""

from __future__ import annotations

from typing import Any

import backtrader as bt
import cracktrader as ct
import numpy as np
import pandas as pd
import pytest
from backtrader_indicators import CASES, LATER, NOT_OURS, OTHER_MATHS, names, ours, table, theirs
from conftest import PROJECT, shared_file

RELATIVE = 1e-9
OF_PRICES = 1e-13
"""What rounding alone makes of differences between numbers of the prices' size."""
OF_SQUARES = 2e-15
ROWS = 400
FILES = {
    "binance-spot_BTCUSDT_1h_2024": "binance-spot_ETHUSDT_1h_2024",
    "binance-usdm_BTCUSDT_1m_20250504_20250624": "binance-usdm_ETHUSDT_1m_20250504_20250615",
    "binance-spot_SOLUSDT_5m_2024": "binance-spot_BTCUSDT_5m_2024",
    "tradingview-index_BTCUSD_1d_20091005_20260306": "coinbase_ETH-USD_4h_20160518_20251028",
}
NEEDS_MORE = {name for name in CASES if name.startswith("OLS_")}
"""What backtrader computes with statsmodels and old versions of pandas."""
LATER_THERE = {name for name, case in CASES.items() if case.difference == LATER}
ALONE = {"DemarkPivotPoint"}
"""What gives other numbers beside others, which make the run go bar by bar."""
OTHER_LINES = {
    ("AverageDirectionalMovementIndexRating", "adx"),
    ("Ichimoku", "chikou_span"),
    ("ZeroLagIndicatorEnvelope", "top"),
    ("ZeroLagIndicatorEnvelope", "bot"),
}


def frame(bars: ct.Bars, first: int) -> pd.DataFrame:
    columns = {name: getattr(bars, name)[first : first + ROWS] for name in ("open", "high", "low", "close", "volume")}
    return pd.DataFrame(columns, index=pd.date_range("2024-01-01", periods=ROWS, freq="h"))


class Run:
    """Both libraries over the same bars, and those of another market beside them."""

    def __init__(self, file: str, other: str) -> None:
        frames = [frame(ct.read_bars(shared_file(f"data/ohlcv/{name}.csv.gz")), 1_000) for name in (file, other)]
        # Where the two markets cross each other, and weights from 0.1 to 0.4, for what takes such columns.
        prices = ["open", "high", "low", "close"]
        frames[1][prices] *= frames[0].close.mean() / frames[1].close.mean()
        frames[1].volume = np.where(np.arange(ROWS) % 7 < 3, 0.4, 0.1)
        self.columns: dict[str, Any] = {name: frames[0][name].to_numpy() for name in frames[0]}
        self.columns["benchmark"] = frames[1].close.to_numpy()
        self.columns["alpha"] = frames[1].volume.to_numpy()
        self.columns["rises"] = ct.indicators.compute("up_day_bool", close=self.columns["close"])["upday"]
        self.minimum_periods: dict[str, int] = {}
        self.theirs: dict[str, dict[str, np.ndarray]] = {}
        for compared in ([name for name in CASES if name not in NEEDS_MORE | ALONE], sorted(ALONE)):
            self.run_theirs(compared, frames)

    def run_theirs(self, compared: list[str], frames: list[pd.DataFrame]) -> None:
        class Strategy(bt.Strategy):
            def __init__(self) -> None:
                self.made = {name: theirs(name, CASES[name], self) for name in compared}

        cerebro = bt.Cerebro(stdstats=False)
        cerebro.addstrategy(Strategy)
        for one in frames:
            cerebro.adddata(bt.feeds.PandasData(dataname=one))
        for name, one in cerebro.run()[0].made.items():
            self.minimum_periods[name] = one._minperiod
            self.theirs[name] = {
                line: np.array(getattr(one.lines, line).array)[:ROWS] for line in one.lines._getlines()
            }


@pytest.fixture(scope="module", params=FILES, ids=FILES)
def run(request: pytest.FixtureRequest) -> Run:
    return Run(request.param, FILES[request.param])


def check(name: str, run: Run) -> None:
    case = CASES[name]
    lines = ours(case, run.columns)
    begin = max(int(np.flatnonzero(~np.isnan(line))[0]) for line in lines.values())
    assert begin == run.minimum_periods[name] - 1 - (name in LATER_THERE), f"{name} begins at {begin}"
    begin = run.minimum_periods[name] - 1
    size = max(np.abs(run.columns[one]).max() for one in ("high", "benchmark"))
    rows: Any = slice(begin, None)
    if name == "DemarkPivotPoint":
        rows = run.columns["close"] < run.columns["open"]
    compared = {line: values for line, values in run.theirs[name].items() if (name, line) not in OTHER_LINES}
    assert compared
    for line, values in compared.items():
        actual, expected, tolerance = lines[case.lines.get(line, line)], values, OF_PRICES * size
        if name == "ZeroLagIndicatorOscillator":  # there the average itself
            actual = run.columns["close"] - actual
        if name == "StandardDeviation":  # there from squares of prices, which leave fewer digits
            actual, expected, tolerance = actual**2, expected**2, OF_SQUARES * size**2
        np.testing.assert_allclose(
            actual[rows], expected[rows], rtol=RELATIVE, atol=tolerance, err_msg=f"{name}.{line}"
        )


@pytest.mark.parametrize("name", [name for name in CASES if name not in NEEDS_MORE])
def test_equals_backtrader(name: str, run: Run) -> None:
    check(name, run)


def test_every_name_of_backtrader_is_covered() -> None:
    known = names()
    assert len(known) == 317
    assert set(CASES) <= set(known)
    for name, own in known.items():
        if name in NOT_OURS or own in NOT_OURS:
            continue
        found = ct.indicators.info(name).name
        if name in OTHER_MATHS:
            assert found != CASES[own].ours
        else:
            assert found == CASES[own].ours, name


def test_least_squares(run: Run) -> None:
    period = 12
    y, x = run.columns["close"], run.columns["benchmark"]
    fits = [np.polyfit(x[i - period : i], y[i - period : i], 1) for i in range(period, ROWS + 1)]
    slope, intercept = np.array(fits).T
    lines = ct.indicators.compute("OLS_Slope_InterceptN", close=y, benchmark=x, period=period)
    np.testing.assert_allclose(lines["slope"][period - 1 :], slope, rtol=1e-7, atol=1e-9)
    np.testing.assert_allclose(lines["intercept"][period - 1 :], intercept, rtol=1e-7, atol=1e-9 * y.max())
    beta = ct.indicators.compute("OLS_BetaN", close=y, benchmark=x, period=period)["beta"]
    np.testing.assert_array_equal(beta, lines["slope"])

    lines = ct.indicators.compute("OLS_TransformationN", close=y, benchmark=x, period=period)
    spread = pd.Series(y).where(np.arange(ROWS) >= period - 1)
    spread[period - 1 :] -= slope * x[period - 1 :] + intercept
    mean, deviation = spread.rolling(period).mean(), spread.rolling(period).std(ddof=0)
    begin = 2 * (period - 1)
    for name, expected in {
        "spread": spread,
        "spread_mean": mean,
        "spread_std": deviation,
        "zscore": (spread - mean) / deviation,
    }.items():
        scale = 1.0 if name == "zscore" else y.max()
        assert np.isnan(lines[name][:begin]).all()
        np.testing.assert_allclose(lines[name][begin:], expected[begin:], rtol=1e-6, atol=1e-9 * scale, err_msg=name)


def test_ichimoku_lags_by_the_close() -> None:
    """backtrader's chikou span looks 26 bars ahead; ours is the same value in the bar that knows it."""
    close = np.arange(100.0)
    lines = ct.indicators.compute("Ichimoku", high=close + 1, low=close - 1, close=close)
    np.testing.assert_array_equal(lines["chikou_span"][77:], close[77:])


def test_the_page_is_the_table() -> None:
    page = (PROJECT / "docs" / "backtrader-indicators.md").read_text()
    assert table() in page

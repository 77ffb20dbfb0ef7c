"""Indicators that programs ask for by these names, with these defaults and lines; those of crypto markets."""

from __future__ import annotations

import cracktrader as ct
import numpy as np
import pytest

NAMED = {
    "SMA": ({"period": 30}, {"sma"}),
    "EMA": ({"period": 30, "alpha": 0}, {"ema"}),
    "WMA": ({"period": 30}, {"wma"}),
    "TEMA": ({"period": 30}, {"tema"}),
    "RSI": ({"period": 14}, {"rsi"}),
    "Stochastic": ({"period": 14, "k_period": 3, "d_period": 3}, {"percK", "percD"}),
    "MACD": ({"fast": 12, "slow": 26, "signal": 9}, {"macd", "signal", "histo"}),
    "CCI": ({"period": 20, "factor": 0.015}, {"cci"}),
    "WilliamsR": ({"period": 14}, {"willr"}),
    "BollingerBands": ({"period": 20, "up": 2, "down": 2}, {"top", "mid", "bot"}),
    "ATR": ({"period": 14}, {"atr"}),
    "StdDev": ({"period": 20}, {"stddev"}),
    "DonchianChannel": ({"period": 20}, {"dcm", "dch", "dcl"}),
    "KeltnerChannel": ({"period": 20, "width": 2}, {"upper", "middle", "lower"}),
    # "ADX" is the first of these lines alone, as in TA-Lib and backtrader.
    "DirectionalMovementIndex": ({"period": 14}, {"adx", "plusDI", "minusDI"}),
    "ADX": ({"period": 14}, {"adx"}),
    "ParabolicSAR": ({"af": 0.02, "afmax": 0.2}, {"psar"}),
    "AroonOscillator": ({"period": 14}, {"aroonosc"}),
    "OnBalanceVolume": ({}, {"obv"}),
    "VWAP": ({"period": 30}, {"vwap"}),
    "VolumeWeightedAveragePrice": ({"period": 20}, {"vwap"}),
    "AccumulationDistribution": ({}, {"ad"}),
    "MoneyFlowIndex": ({"period": 14}, {"mfi"}),
    "LinearRegression": ({"period": 14}, {"linearreg"}),
    "Correlation": ({"period": 30}, {"correlation"}),
    "Covariance": ({"period": 30}, {"covariance"}),
    "Beta": ({"period": 30}, {"beta"}),
    "CrossOver": ({}, {"crossover"}),
    "Highest": ({"period": 30}, {"highest"}),
    "Lowest": ({"period": 30}, {"lowest"}),
    "Ichimoku": (
        {"tenkan": 9, "kijun": 26, "senkou": 52, "senkou_lead": 26, "chikou": 26},
        {"tenkan_sen", "kijun_sen", "senkou_span_a", "senkou_span_b", "chikou_span"},
    ),
    "FundingRate": ({"period": 8}, {"rate"}),
    "ExchangePremium": ({}, {"premium"}),
    "LiquidationLevels": ({"leverage": 3, "maintenance": 0.05}, {"long_liq", "short_liq"}),
    "PerpetualPremium": ({}, {"premium"}),
    "CryptoVolatilityIndex": ({"period": 24, "low": 20, "high": 80}, {"volatility", "regime"}),
    "CTEMA": ({"period": 30}, {"ema"}),
    "CTATR": ({"period": 14}, {"atr"}),
}


@pytest.mark.parametrize("name", NAMED)
def test_name_defaults_and_lines(name: str) -> None:
    defaults, lines = NAMED[name]
    found = ct.indicators.info(name)
    assert {key: found.params[key] for key in defaults} == defaults
    assert set(found.lines) == lines


def test_vwap_weighs_the_typical_price_of_its_window(hourly: ct.Bars) -> None:
    period = 30
    vwap = ct.indicators.compute("VWAP", hourly)["vwap"]
    typical = (hourly.high + hourly.low + hourly.close) / 3
    rows = slice(1_000 - period + 1, 1_001)
    assert vwap[1_000] == pytest.approx(np.average(typical[rows], weights=hourly.volume[rows]), rel=1e-12)
    assert np.isnan(vwap[: period - 1]).all()
    assert not np.isnan(vwap[period - 1 :]).any()


def test_premiums_are_percent_of_the_other_price() -> None:
    for name in ("ExchangePremium", "PerpetualPremium"):
        premium = ct.indicators.compute(name, close=[101.0, 99.0, 50.0], benchmark=[100.0, 100.0, 0.0])["premium"]
        np.testing.assert_allclose(premium, [1.0, -1.0, 0.0])


def test_funding_is_the_mean_premium_pulled_towards_interest() -> None:
    perpetual = [100.0, 100.02, 101.0, 99.0]
    rate = ct.indicators.compute("FundingRate", close=perpetual, benchmark=[100.0] * 4, period=2)["rate"]
    # Premiums 0, 0.0002, 0.01, -0.01; their means 0.0001, 0.0051, 0. Interest is 0.0001, the cap 0.0005.
    np.testing.assert_allclose(rate, [np.nan, 0.0001, 0.0051 - 0.0005, 0.0001], atol=1e-15)


def test_liquidation_levels() -> None:
    levels = ct.indicators.compute("LiquidationLevels", close=[300.0])
    np.testing.assert_allclose(levels["long_liq"], 300 * (1 - (1 / 3 - 0.05)))
    np.testing.assert_allclose(levels["short_liq"], 300 * (1 + (1 / 3 - 0.05)))
    ten_times = ct.indicators.compute("LiquidationLevels", close=[300.0], leverage=10, maintenance=0.01)
    np.testing.assert_allclose(ten_times["long_liq"], 300 * 0.91)


def test_crypto_volatility_is_the_deviation_of_returns_a_year() -> None:
    random = np.random.default_rng(7)
    # Calm, then ordinary, then wild hours: 10, 50 and 200 percent a year.
    returns = np.concatenate([random.normal(0, size / np.sqrt(8_760), 500) for size in (0.1, 0.5, 2.0)])
    close = 100 * np.cumprod(1 + returns)
    lines = ct.indicators.compute("CryptoVolatilityIndex", close=close, period=100)
    window = close[301:402] / close[300:401] - 1
    assert lines["volatility"][401] == pytest.approx(100 * window[1:].std() * np.sqrt(8_760), rel=1e-9)
    assert [lines["regime"][row] for row in (450, 950, 1_450)] == [-1, 0, 1]
    daily = ct.indicators.compute("CryptoVolatilityIndex", close=close, period=100, bars_a_year=365)
    np.testing.assert_allclose(daily["volatility"] * np.sqrt(24), lines["volatility"])

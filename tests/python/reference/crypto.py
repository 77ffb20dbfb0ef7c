"""Perpetuals, exchanges and leverage."""

from __future__ import annotations

import math

from .averages import vwma
from .series import Lines, Series, ago, by_row, mean, ratio, reference, typical, windows
from .statistics import variance


@reference
def exchange_premium(close: Series, benchmark: Series) -> Series:
    return by_row(lambda price, other: 100 * ratio(price - other, other), close, benchmark)


@reference
def perpetual_premium(close: Series, benchmark: Series) -> Series:
    return exchange_premium(close, benchmark)


@reference
def funding_rate(close: Series, benchmark: Series, period: int, interest: float, cap: float) -> Series:
    premiums = by_row(lambda price, index: ratio(price - index, index), close, benchmark)
    return [
        premium + min(max(interest - premium, -cap), cap) if not math.isnan(premium) else premium
        for premium in windows(mean, period, premiums)
    ]


@reference
def liquidation_levels(close: Series, leverage: float, maintenance: float) -> Lines:
    distance = 1 / leverage - maintenance
    return [price * (1 - distance) for price in close], [price * (1 + distance) for price in close]


@reference
def crypto_volatility_index(close: Series, period: int, low: float, high: float, bars_a_year: float) -> Lines:
    returns = by_row(lambda now, before: ratio(now - before, before), close, ago(close, 1))
    volatility = windows(lambda window: 100 * math.sqrt(variance(window, "population") * bars_a_year), period, returns)
    regime = [v if math.isnan(v) else float((v > high) - (v < low)) for v in volatility]
    return volatility, regime


@reference
def vwap(high: Series, low: Series, close: Series, volume: Series, period: int) -> Series:
    return vwma(typical(high, low, close), volume, period)


@reference
def volume_weighted_average_price(high: Series, low: Series, close: Series, volume: Series, period: int) -> Series:
    return vwap(high, low, close, volume, period)

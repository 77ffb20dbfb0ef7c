"""Where a price lies in a range, or around its mean."""

from __future__ import annotations

import math
from collections.abc import Callable

from .averages import average, ema, sma
from .momentum import own
from .series import (
    NAN,
    Lines,
    Series,
    ago,
    by_row,
    highest,
    lowest,
    mean,
    ratio,
    reference,
    running,
    together,
    total,
    true_ranges,
    typical,
    windows,
)
from .statistics import avgdev, max_, min_, tsf
from .strength import rsi


def places(high: Series, low: Series, close: Series, period: int) -> Series:
    """Where the close lies between the lowest low and the highest high, in percent."""

    def of_window(highs: Series, lows: Series, closes: Series) -> float:
        bottom, top = lowest(lows), highest(highs)
        return 100 * ratio(closes[-1] - bottom, top - bottom)

    return windows(of_window, period, high, low, close)


@reference
def stoch(
    high: Series, low: Series, close: Series, period: int, k_period: int, k_kind: str, d_period: int, d_kind: str
) -> Lines:
    k = average(k_kind, places(high, low, close, period), k_period)
    return together(k, average(d_kind, k, d_period))


@reference
def stochf(high: Series, low: Series, close: Series, period: int, d_period: int, d_kind: str) -> Lines:
    return stoch(high, low, close, period, 1, "none", d_period, d_kind)


@reference
def stochrsi(close: Series, period: int, k_period: int, d_period: int, d_kind: str) -> Lines:
    strength = rsi(close, period)
    return stochf(strength, strength, strength, k_period, d_period, d_kind)


@reference
def kdj(
    high: Series, low: Series, close: Series, period: int, k_period: int, k_kind: str, d_period: int, d_kind: str
) -> Lines:
    k, d = stoch(high, low, close, period, k_period, own(k_kind, "rma"), d_period, own(d_kind, "rma"))
    return k, d, by_row(lambda a, b: 3 * a - 2 * b, k, d)


@reference
def smi(high: Series, low: Series, close: Series, period: int, fast: int, slow: int, signal: int) -> Lines:
    tops, bottoms = max_(high, period), min_(low, period)
    distances = by_row(lambda c, top, bottom: c - (top + bottom) / 2, close, tops, bottoms)
    halves = by_row(lambda top, bottom: (top - bottom) / 2, tops, bottoms)
    line = by_row(lambda d, half: 100 * ratio(d, half), ema(ema(distances, slow), fast), ema(ema(halves, slow), fast))
    return together(line, ema(line, signal))


@reference
def willr(high: Series, low: Series, close: Series, period: int) -> Series:
    def of_window(highs: Series, lows: Series, closes: Series) -> float:
        bottom, top = lowest(lows), highest(highs)
        return -100 * ratio(top - closes[-1], top - bottom)

    return windows(of_window, period, high, low, close)


@reference
def cci(high: Series, low: Series, close: Series, period: int, factor: float, style: str = "talib") -> Series:
    """backtrader's measures the deviation of each price from the mean at its own row."""
    if style == "backtrader":
        prices = typical(high, low, close)
        deviations = avgdev(prices, period, style)
        return by_row(lambda p, m, d: ratio(p - m, factor * d), prices, sma(prices, period), deviations)

    def of_window(prices: Series) -> float:
        center = mean(prices)
        deviation = mean([abs(price - center) for price in prices])
        return ratio(prices[-1] - center, factor * deviation)

    return windows(of_window, period, typical(high, low, close))


@reference
def fosc(close: Series, period: int) -> Series:
    return by_row(lambda c, forecast: 100 * ratio(c - forecast, c), close, ago(tsf(close, period), 1))


@reference
def qstick(open_: Series, close: Series, period: int) -> Series:
    return sma(by_row(lambda o, c: c - o, open_, close), period)


@reference
def fractal(high: Series, low: Series, left: int, right: int) -> Lines:
    def peaks(values: Series, beats: Callable[[float, float], bool]) -> Series:
        def of_window(window: Series) -> float:
            if math.isnan(total(window)):
                return NAN
            others = window[:left] + window[left + 1 :]
            return 100.0 if all(beats(window[left], other) for other in others) else 0.0

        return windows(of_window, left + right + 1, values)

    return peaks(high, lambda a, b: a > b), peaks(low, lambda a, b: a < b)


@reference
def ultosc(high: Series, low: Series, close: Series, first: int, second: int, third: int) -> Series:
    """The shortest window weighs most, whatever the order of the periods."""
    pressure = by_row(lambda lo, c, before: c - lowest([lo, before]), low, close, ago(close, 1))
    ranges = true_ranges(high, low, close)
    shares = [
        by_row(ratio, windows(total, period, pressure), windows(total, period, ranges))
        for period in sorted([first, second, third])
    ]
    return by_row(lambda a, b, c: 100 * (4 * a + 2 * b + c) / 7, *shares)


@reference
def wad(high: Series, low: Series, close: Series) -> Series:
    steps = [0.0] * min(1, len(close))
    for i in range(1, len(close)):
        before = close[i - 1]
        if close[i] > before:
            steps.append(close[i] - min(low[i], before))
        elif close[i] < before:
            steps.append(close[i] - max(high[i], before))
        else:
            steps.append(0.0)
    return running(steps)

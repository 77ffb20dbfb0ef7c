"""Directional movement and Aroon."""

from __future__ import annotations

import math

from .averages import rma
from .series import (
    NAN,
    Lines,
    Series,
    ago,
    by_row,
    highest,
    lowest,
    ratio,
    reference,
    together,
    total,
    true_ranges,
    windows,
)
from .volatility import atr


def movements(high: Series, low: Series) -> Lines:
    """Upward and downward movement of each bar; none for the first one."""
    ups, downs = [NAN], [NAN]
    for i in range(1, len(high)):
        up, down = high[i] - high[i - 1], low[i - 1] - low[i]
        ups.append(up if up > down and up > 0 else 0.0)
        downs.append(down if down > up and down > 0 else 0.0)
    return ups, downs


def wilder_sums(steps: Series, period: int) -> Series:
    """Wilder's running sums: each step takes off a share of 1 / period. They begin with the sum of period - 1 steps."""
    if period == 1:
        return steps
    out = [NAN] * min(period - 1, len(steps))
    value = total(steps[1:period])
    for i in range(period - 1, len(steps)):
        if i >= period:
            value += steps[i] - value / period
        out.append(value)
    return out


@reference
def plus_dm(high: Series, low: Series, period: int) -> Series:
    return wilder_sums(movements(high, low)[0], period)


@reference
def minus_dm(high: Series, low: Series, period: int) -> Series:
    return wilder_sums(movements(high, low)[1], period)


def directional(high: Series, low: Series, close: Series, period: int, which: int, style: str) -> Series:
    """TA-Lib's is a quotient of Wilder's sums; backtrader's, of his averages."""
    if style == "backtrader":
        averages = rma(movements(high, low)[which], period)
        return by_row(lambda movement, way: 100 * ratio(movement, way), averages, atr(high, low, close, period))
    sums = wilder_sums(movements(high, low)[which], period)
    ranges = wilder_sums(true_ranges(high, low, close), period)
    line = by_row(lambda movement, way: 100 * ratio(movement, way), sums, ranges)
    return [NAN] * min(period, len(line)) + line[period:]


@reference
def plus_di(high: Series, low: Series, close: Series, period: int, style: str = "talib") -> Series:
    return directional(high, low, close, period, 0, style)


@reference
def minus_di(high: Series, low: Series, close: Series, period: int, style: str = "talib") -> Series:
    return directional(high, low, close, period, 1, style)


def spreads(high: Series, low: Series, close: Series, period: int, style: str) -> list[float | None]:
    """How far the directional indicators are apart, in percent of their sum; None where both are 0."""
    out: list[float | None] = []
    for plus, minus in zip(*di(high, low, close, period, style), strict=True):
        out.append(NAN if math.isnan(plus) else None if plus + minus == 0 else 100 * abs(plus - minus) / (plus + minus))
    return out


@reference
def di(high: Series, low: Series, close: Series, period: int, style: str = "talib") -> Lines:
    return plus_di(high, low, close, period, style), minus_di(high, low, close, period, style)


@reference
def dx(high: Series, low: Series, close: Series, period: int) -> Series:
    """Stays where there is no movement."""
    found = spreads(high, low, close, period, "talib")
    out = [NAN] * min(period, len(found))
    value = 0.0
    for spread in found[period:]:
        value = value if spread is None else spread
        out.append(value)
    return out


@reference
def adx(high: Series, low: Series, close: Series, period: int, style: str = "talib") -> Series:
    """Wilder's average of the spreads. One without movement counts nothing at the beginning, and later does not move
    the average."""
    found = spreads(high, low, close, period, style)
    rows = 2 * period - 1
    if len(found) <= rows:
        return [NAN] * len(found)
    value = math.fsum(spread or 0.0 for spread in found[period : rows + 1]) / period
    out = [NAN] * rows + [value]
    for spread in found[rows + 1 :]:
        if spread is not None:
            value += (spread - value) / period
        out.append(value)
    return out


@reference
def adxr(high: Series, low: Series, close: Series, period: int, style: str = "talib") -> Series:
    """TA-Lib looks back a bar less than a period."""
    line = adx(high, low, close, period, style)
    return by_row(lambda now, then: (now + then) / 2, line, ago(line, period - (style == "talib")))


@reference
def dmi(high: Series, low: Series, close: Series, period: int, style: str = "talib") -> Lines:
    return together(adx(high, low, close, period, style), *di(high, low, close, period, style))


@reference
def dm(high: Series, low: Series, close: Series, period: int, style: str = "talib") -> Lines:
    line, rating = adx(high, low, close, period, style), adxr(high, low, close, period, style)
    return together(line, rating, *di(high, low, close, period, style))


@reference
def aroon(high: Series, low: Series, period: int) -> Lines:
    """Of equal extremes the last one counts."""

    def since(window: Series, extreme: float) -> float:
        if math.isnan(extreme):
            return NAN
        return 100 * max(i for i, value in enumerate(window) if value == extreme) / period

    down = windows(lambda window: since(window, lowest(window)), period + 1, low)
    up = windows(lambda window: since(window, highest(window)), period + 1, high)
    return down, up


@reference
def aroonosc(high: Series, low: Series, period: int) -> Series:
    return by_row(lambda down, up: up - down, *aroon(high, low, period))


@reference
def vortex(high: Series, low: Series, close: Series, period: int) -> Lines:
    ups = by_row(lambda h, lo: abs(h - lo), high, ago(low, 1))
    downs = by_row(lambda lo, h: abs(lo - h), low, ago(high, 1))
    ways = windows(total, period, true_ranges(high, low, close))
    return (
        by_row(ratio, windows(total, period, ups), ways),
        by_row(ratio, windows(total, period, downs), ways),
    )

"""Volatility: ranges, bands, channels."""

from __future__ import annotations

from .averages import average, ema, rma, sma
from .momentum import roc
from .series import (
    NAN,
    Lines,
    Series,
    begun,
    by_row,
    differences,
    lead,
    ratio,
    reference,
    together,
    total,
    true_ranges,
    typical,
    windows,
)
from .statistics import stddev


def ranges(high: Series, low: Series) -> Series:
    return by_row(lambda h, lo: h - lo, high, low)


@reference
def adr(high: Series, low: Series, period: int) -> Series:
    return sma(ranges(high, low), period)


@reference
def atr(high: Series, low: Series, close: Series, period: int) -> Series:
    return rma(true_ranges(high, low, close), period)


@reference
def natr(high: Series, low: Series, close: Series, period: int) -> Series:
    return by_row(lambda way, c: 100 * ratio(way, c), atr(high, low, close, period), close)


@reference
def cvi(high: Series, low: Series, period: int, change: int) -> Series:
    return roc(ema(ranges(high, low), period), change)


@reference
def massi(high: Series, low: Series, smoothing: int, period: int) -> Series:
    once = ema(ranges(high, low), smoothing)
    return windows(total, period, by_row(lambda a, b: ratio(a, b, otherwise=1.0), once, ema(once, smoothing)))


@reference
def rvi(close: Series, period: int, deviation_period: int) -> Series:
    deviations = stddev(close, deviation_period, 1.0, "population")
    steps = differences(close)
    first = max(lead(deviations), lead(steps))
    ups = by_row(lambda step, d: d if step > 0 else 0.0, steps, deviations)
    downs = by_row(lambda step, d: d if step < 0 else 0.0, steps, deviations)
    up, down = (begun(lambda values: rma(values, period), line, first) for line in (ups, downs))
    return by_row(lambda a, b: 100 * ratio(a, a + b, otherwise=0.5), up, down)


@reference
def accbands(high: Series, low: Series, close: Series, period: int) -> Lines:
    widths = by_row(lambda h, lo: 4 * ratio(h - lo, h + lo), high, low)
    upper = by_row(lambda h, width: h * (1 + width), high, widths)
    lower = by_row(lambda lo, width: lo * (1 - width), low, widths)
    return sma(upper, period), sma(close, period), sma(lower, period)


@reference
def bbands(close: Series, period: int, up: float, down: float, kind: str, deviation: str) -> Lines:
    center = average(kind, close, period)
    widths = stddev(close, period, 1.0, deviation)
    top = by_row(lambda c, width: c + up * width, center, widths)
    bottom = by_row(lambda c, width: c - down * width, center, widths)
    return together(top, center, bottom)


@reference
def kc(high: Series, low: Series, close: Series, period: int, range_period: int, width: float) -> Lines:
    """Both averages begin together."""
    first = max(period - 1, range_period)
    center = begun(lambda prices: ema(prices, period), typical(high, low, close), first - (period - 1))
    late = min(first - range_period, len(close))
    ways = [NAN] * late + atr(high[late:], low[late:], close[late:], range_period)
    upper = by_row(lambda c, way: c + width * way, center, ways)
    lower = by_row(lambda c, way: c - width * way, center, ways)
    return together(upper, center, lower)

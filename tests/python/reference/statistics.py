"""Statistics and extremes of windows."""

from __future__ import annotations

import math
from collections.abc import Callable

from .series import NAN, Lines, Series, ago, by_row, highest, lowest, mean, ratio, reference, total, windows


def products(xs: Series, ys: Series) -> float:
    """Sum of products of the distances from the means."""
    x_mean, y_mean = mean(xs), mean(ys)
    return total([(x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True)])


def variance(window: Series, deviation: str) -> float:
    return ratio(products(window, window), len(window) - (deviation == "sample"), otherwise=NAN)


@reference
def var(close: Series, period: int, deviation: str) -> Series:
    return windows(lambda window: variance(window, deviation), period, close)


@reference
def stddev(close: Series, period: int, factor: float, deviation: str) -> Series:
    return windows(lambda window: factor * math.sqrt(variance(window, deviation)), period, close)


@reference
def avgdev(close: Series, period: int, style: str = "talib") -> Series:
    """From the mean of the window; backtrader's, of each value from the mean at its own row."""
    if style == "backtrader":
        centers = windows(mean, period, close)
        return windows(mean, period, by_row(lambda value, center: abs(value - center), close, centers))

    def of_window(window: Series) -> float:
        center = mean(window)
        return mean([abs(value - center) for value in window])

    return windows(of_window, period, close)


@reference
def covariance(close: Series, benchmark: Series, period: int) -> Series:
    return windows(lambda xs, ys: products(xs, ys) / period, period, close, benchmark)


@reference
def correl(close: Series, benchmark: Series, period: int) -> Series:
    def of_window(xs: Series, ys: Series) -> float:
        return ratio(products(xs, ys), math.sqrt(products(xs, xs)) * math.sqrt(products(ys, ys)))

    return windows(of_window, period, close, benchmark)


@reference
def beta(benchmark: Series, close: Series, period: int) -> Series:
    def returns(values: Series) -> Series:
        return by_row(lambda now, before: ratio(now - before, before), values, ago(values, 1))

    def of_window(xs: Series, ys: Series) -> float:
        return ratio(products(xs, ys), products(xs, xs))

    return windows(of_window, period, returns(benchmark), returns(close))


def regression(close: Series, period: int, part: Callable[[float, float], float]) -> Series:
    """part(slope, value at the oldest row) of the line of least squares."""

    def of_window(window: Series) -> float:
        rows = [float(i) for i in range(period)]
        slope = products(rows, window) / products(rows, rows)
        return part(slope, mean(window) - slope * mean(rows))

    return windows(of_window, period, close)


@reference
def linearreg(close: Series, period: int) -> Series:
    return regression(close, period, lambda slope, oldest: oldest + slope * (period - 1))


@reference
def linearreg_intercept(close: Series, period: int) -> Series:
    return regression(close, period, lambda slope, oldest: oldest)


@reference
def linearreg_slope(close: Series, period: int) -> Series:
    return regression(close, period, lambda slope, oldest: slope)


@reference
def linearreg_angle(close: Series, period: int) -> Series:
    return regression(close, period, lambda slope, oldest: math.degrees(math.atan(slope)))


@reference
def tsf(close: Series, period: int) -> Series:
    return regression(close, period, lambda slope, oldest: oldest + slope * period)


@reference
def percentile(close: Series, period: int, percent: float) -> Series:
    def of_window(window: Series) -> float:
        if math.isnan(total(window)):
            return NAN
        rank = max(1, math.ceil(percent * period / 100))
        return sorted(window)[rank - 1]

    return windows(of_window, period, close)


def rank_of_last(window: Series) -> float:
    """The share of the values that are below the last one."""
    return NAN if math.isnan(total(window)) else sum(value < window[-1] for value in window) / len(window)


@reference
def percentrank(close: Series, period: int, style: str = "talib") -> Series:
    """Among the values before it; backtrader's, a share of the values that it is one of."""
    if style == "backtrader":
        return windows(rank_of_last, period, close)

    def of_window(window: Series) -> float:
        *before, value = window
        return NAN if math.isnan(total(window)) else 100 * sum(one < value for one in before) / period

    return windows(of_window, period + 1, close)


@reference
def sum_(close: Series, period: int) -> Series:
    return windows(total, period, close)


@reference
def max_(close: Series, period: int) -> Series:
    return windows(highest, period, close)


@reference
def min_(close: Series, period: int) -> Series:
    return windows(lowest, period, close)


@reference
def range_(high: Series, low: Series, period: int) -> Lines:
    return max_(high, period), min_(low, period)


@reference
def minmax(close: Series, period: int) -> Lines:
    return min_(close, period), max_(close, period)


def extreme_rows(close: Series, period: int, extreme: Callable[[Series], float]) -> Series:
    """A new value that equals the extreme takes its place; when the extreme has left the window, the first of equals
    does."""
    out = [0.0] * min(period - 1, len(close))
    row = -1
    for end in range(period, len(close) + 1):
        begin, last = end - period, end - 1
        if math.isnan(total(close[begin:end])):
            row = -1
            out.append(0.0)
            continue
        if row < begin:
            wanted = extreme(close[begin:end])
            row = next(i for i in range(begin, end) if close[i] == wanted)
        elif extreme([close[row], close[last]]) == close[last]:
            row = last
        out.append(float(row))
    return out


@reference
def maxindex(close: Series, period: int) -> Series:
    return extreme_rows(close, period, highest)


@reference
def minindex(close: Series, period: int) -> Series:
    return extreme_rows(close, period, lowest)


@reference
def minmaxindex(close: Series, period: int) -> Lines:
    return minindex(close, period), maxindex(close, period)


@reference
def midprice(high: Series, low: Series, period: int) -> Series:
    return by_row(lambda h, lo: (h + lo) / 2, max_(high, period), min_(low, period))


@reference
def midpoint(close: Series, period: int) -> Series:
    return midprice(close, close, period)


@reference
def donchian(high: Series, low: Series, period: int) -> Lines:
    return max_(high, period), midprice(high, low, period), min_(low, period)

"""What compares a series with another, a value with those before it, or a window with yes and no."""

from __future__ import annotations

import math

from .averages import sma
from .series import (
    NAN,
    Lines,
    Series,
    ago,
    by_row,
    differences,
    highest,
    lowest,
    mean,
    ratio,
    reference,
    total,
    windows,
)
from .statistics import products, stddev


@reference
def oscillator(first: Series, second: Series) -> Series:
    return by_row(lambda a, b: a - b, first, second)


@reference
def non_zero_difference(first: Series, second: Series) -> Series:
    out: Series = []
    for a, b in zip(first, second, strict=True):
        out.append(a - b if a != b or not out else out[-1])
    return out


def crossings(first: Series, second: Series) -> Series:
    """1 and -1 where the sign of the last difference that was not zero changes."""
    before = ago(non_zero_difference(first, second), 1)
    up = by_row(lambda n, a, b: NAN if math.isnan(n) else float(n < 0 and a > b), before, first, second)
    down = by_row(lambda n, a, b: NAN if math.isnan(n) else float(n > 0 and a < b), before, first, second)
    return by_row(lambda u, d: u - d, up, down)


@reference
def cross_over(first: Series, second: Series) -> Series:
    return crossings(first, second)


@reference
def cross_up(first: Series, second: Series) -> Series:
    return [value if math.isnan(value) else max(value, 0.0) for value in crossings(first, second)]


@reference
def cross_down(first: Series, second: Series) -> Series:
    return [value if math.isnan(value) else max(-value, 0.0) for value in crossings(first, second)]


def when_whole(window: Series, value: float) -> float:
    return NAN if math.isnan(total(window)) else float(value)


@reference
def all_n(close: Series, period: int) -> Series:
    return windows(lambda window: when_whole(window, all(window)), period, close)


@reference
def any_n(close: Series, period: int) -> Series:
    return windows(lambda window: when_whole(window, any(window)), period, close)


@reference
def first_highest(close: Series, period: int) -> Series:
    """Bars ago: counted backward, the first."""
    return windows(lambda window: when_whole(window, window[::-1].index(max(window))), period, close)


@reference
def first_lowest(close: Series, period: int) -> Series:
    return windows(lambda window: when_whole(window, window[::-1].index(min(window))), period, close)


@reference
def last_highest(close: Series, period: int) -> Series:
    return windows(lambda window: when_whole(window, period - 1 - window.index(max(window))), period, close)


@reference
def last_lowest(close: Series, period: int) -> Series:
    return windows(lambda window: when_whole(window, period - 1 - window.index(min(window))), period, close)


@reference
def up_day(close: Series, period: int) -> Series:
    return [highest([step, 0.0]) for step in differences(close, period)]


@reference
def down_day(close: Series, period: int) -> Series:
    return [highest([-step, 0.0]) for step in differences(close, period)]


@reference
def up_day_bool(close: Series, period: int) -> Series:
    return [step if math.isnan(step) else float(step > 0) for step in differences(close, period)]


@reference
def down_day_bool(close: Series, period: int) -> Series:
    return [step if math.isnan(step) else float(step < 0) for step in differences(close, period)]


@reference
def up_move(close: Series) -> Series:
    return differences(close)


@reference
def down_move(close: Series) -> Series:
    return [-step for step in differences(close)]


@reference
def true_high(high: Series, close: Series) -> Series:
    return by_row(lambda h, before: highest([h, before]), high, ago(close, 1))


@reference
def true_low(low: Series, close: Series) -> Series:
    return by_row(lambda lo, before: lowest([lo, before]), low, ago(close, 1))


@reference
def ols_slope_intercept(close: Series, benchmark: Series, period: int) -> Lines:
    """Of the close over the benchmark."""
    slope = windows(lambda ys, xs: ratio(products(xs, ys), products(xs, xs)), period, close, benchmark)
    means = windows(mean, period, close), windows(mean, period, benchmark)
    return slope, by_row(lambda b, y, x: y - b * x, slope, *means)


@reference
def ols_beta(close: Series, benchmark: Series, period: int) -> Series:
    return ols_slope_intercept(close, benchmark, period)[0]


@reference
def ols_transformation(close: Series, benchmark: Series, period: int) -> Lines:
    slope, intercept = ols_slope_intercept(close, benchmark, period)
    spread = by_row(lambda y, x, b, a: y - (b * x + a), close, benchmark, slope, intercept)
    center, deviation = sma(spread, period), stddev(spread, period, 1.0, "population")
    score = by_row(lambda s, c, d: ratio(s - c, d), spread, center, deviation)
    first = 2 * (period - 1)
    return tuple([NAN] * min(first, len(line)) + line[first:] for line in (spread, center, deviation, score))

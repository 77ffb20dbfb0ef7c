"""Momentum: changes, oscillators, strength."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from .averages import average, average_lead, ema, exponential, rma, sma, wma
from .series import (
    NAN,
    Lines,
    Series,
    ago,
    begun,
    by_row,
    differences,
    highest,
    lowest,
    mean,
    middle,
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

# --- changes -------------------------------------------------------------------------------------------------------


@reference
def mom(close: Series, period: int) -> Series:
    return differences(close, period)


@reference
def rocp(close: Series, period: int) -> Series:
    return by_row(lambda now, then: ratio(now - then, then), close, ago(close, period))


@reference
def roc(close: Series, period: int) -> Series:
    return [100 * value for value in rocp(close, period)]


@reference
def rocr(close: Series, period: int) -> Series:
    return by_row(ratio, close, ago(close, period))


@reference
def rocr100(close: Series, period: int) -> Series:
    return [100 * value for value in rocr(close, period)]


# --- two averages --------------------------------------------------------------------------------------------------


def ordered(fast: int, slow: int) -> tuple[int, int]:
    """They change places where the slow one is the faster."""
    return min(fast, slow), max(fast, slow)


def begun_together(close: Series, fast: int, fast_kind: str, slow: int, slow_kind: str) -> Lines:
    """A fast and a slow average whose first values stand in the same row."""
    if slow < fast:
        fast, fast_kind, slow, slow_kind = slow, slow_kind, fast, fast_kind
    leads = average_lead(fast_kind, fast), average_lead(slow_kind, slow)
    first = max(leads)
    return (
        begun(lambda values: average(fast_kind, values, fast), close, first - leads[0]),
        begun(lambda values: average(slow_kind, values, slow), close, first - leads[1]),
    )


@reference
def apo(close: Series, fast: int, slow: int, kind: str) -> Series:
    return by_row(lambda f, s: f - s, *[average(kind, close, period) for period in ordered(fast, slow)])


@reference
def ppo(close: Series, fast: int, slow: int, kind: str) -> Series:
    averages = [average(kind, close, period) for period in ordered(fast, slow)]
    return by_row(lambda f, s: 100 * ratio(f - s, s), *averages)


def with_signal(line: Series, signal: int, kind: str) -> Lines:
    signals = average(kind, line, signal)
    return together(line, signals, by_row(lambda value, s: value - s, line, signals))


@reference
def macdext(
    close: Series, fast: int, fast_kind: str, slow: int, slow_kind: str, signal: int, signal_kind: str
) -> Lines:
    line = by_row(lambda f, s: f - s, *begun_together(close, fast, fast_kind, slow, slow_kind))
    return with_signal(line, signal, signal_kind)


@reference
def macd(close: Series, fast: int, slow: int, signal: int, style: str = "talib") -> Lines:
    """TA-Lib's averages begin together; backtrader's, each as soon as it can."""
    if style == "backtrader":
        return with_signal(by_row(lambda f, s: f - s, ema(close, fast), ema(close, slow)), signal, "ema")
    return macdext(close, fast, "ema", slow, "ema", signal, "ema")


@reference
def macdfix(close: Series, signal: int) -> Lines:
    slow = exponential(close, 26, 0.075)
    fast = begun(lambda values: exponential(values, 12, 0.15), close, 26 - 12)
    return with_signal(by_row(lambda f, s: f - s, fast, slow), signal, "ema")


@reference
def ao(high: Series, low: Series, fast: int, slow: int) -> Series:
    prices = middle(high, low)
    return by_row(lambda f, s: f - s, sma(prices, fast), sma(prices, slow))


@reference
def ac(high: Series, low: Series, fast: int, slow: int, signal: int) -> Series:
    line = ao(high, low, fast, slow)
    return by_row(lambda value, s: value - s, line, sma(line, signal))


@reference
def trix(close: Series, period: int) -> Series:
    return roc(ema(ema(ema(close, period), period), period), 1)


@reference
def tsi(close: Series, first: int, second: int) -> Series:
    steps = differences(close)
    smooth = ema(ema(steps, first), second)
    sizes = ema(ema([abs(step) for step in steps], first), second)
    return by_row(lambda a, b: 100 * ratio(a, b), smooth, sizes)


@reference
def coppock(close: Series, smoothing: int, first: int, second: int) -> Series:
    return wma(by_row(lambda a, b: a + b, roc(close, first), roc(close, second)), smoothing)


@reference
def dpo(close: Series, period: int, style: str = "talib") -> Series:
    """backtrader's looks back on the average, not on the value."""
    if style == "backtrader":
        return by_row(lambda now, m: now - m, close, ago(sma(close, period), period // 2 - 1))
    return by_row(lambda then, m: then - m, ago(close, period // 2 + 1), sma(close, period))


@reference
def eri(high: Series, low: Series, close: Series, period: int) -> Lines:
    center = ema(close, period)
    return by_row(lambda h, e: h - e, high, center), by_row(lambda lo, e: lo - e, low, center)


# --- rises against falls -------------------------------------------------------------------------------------------


def rises(close: Series) -> Series:
    return [step if math.isnan(step) else max(step, 0.0) for step in differences(close)]


def falls(close: Series) -> Series:
    return [step if math.isnan(step) else max(-step, 0.0) for step in differences(close)]


@reference
def rsi(close: Series, period: int) -> Series:
    return by_row(lambda up, down: 100 * ratio(up, up + down), rma(rises(close), period), rma(falls(close), period))


@reference
def cmo(close: Series, period: int) -> Series:
    return by_row(
        lambda up, down: 100 * ratio(up - down, up + down), rma(rises(close), period), rma(falls(close), period)
    )


@reference
def cmou(close: Series, period: int) -> Series:
    ups, downs = windows(total, period, rises(close)), windows(total, period, falls(close))
    return by_row(lambda up, down: 100 * ratio(up - down, up + down), ups, downs)


@reference
def imi(open_: Series, close: Series, period: int) -> Series:
    def of_window(opens: Series, closes: Series) -> float:
        bodies = [c - o for o, c in zip(opens, closes, strict=True)]
        if math.isnan(total(bodies)):
            return NAN
        return 100 * ratio(total([b for b in bodies if b > 0]), total([abs(b) for b in bodies]), otherwise=0.5)

    return windows(of_window, period, open_, close)


@reference
def mfi(high: Series, low: Series, close: Series, volume: Series, period: int) -> Series:
    """0 where less than a unit of money was traded."""
    prices = typical(high, low, close)

    def of_window(window: Series, volumes: Series) -> float:
        rising, falling = [], []
        for i in range(1, period + 1):
            flow = window[i] * volumes[i]
            if window[i] > window[i - 1]:
                rising.append(flow)
            elif window[i] < window[i - 1]:
                falling.append(flow)
        if math.isnan(total(window)) or math.isnan(total(volumes[1:])):
            return NAN
        traded = total(rising) + total(falling)
        return 0.0 if traded < 1 else 100 * total(rising) / traded

    return windows(of_window, period + 1, prices, volume)


@reference
def er(close: Series, period: int) -> Series:
    def of_window(window: Series) -> float:
        way = total([abs(b - a) for a, b in pairwise(window)])
        return ratio(abs(window[-1] - window[0]), way, otherwise=1.0)

    return windows(of_window, period + 1, close)


@reference
def vhf(close: Series, period: int) -> Series:
    steps = [abs(step) for step in differences(close)]
    ways = windows(total, period, steps)
    return by_row(lambda h, lo, way: ratio(h - lo, way), max_(close, period), min_(close, period), ways)


# --- place in the range --------------------------------------------------------------------------------------------


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
    k, d = stoch(high, low, close, period, k_period, k_kind, d_period, d_kind)
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

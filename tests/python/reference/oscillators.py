"""Averages, bands and oscillators as backtrader combines them, and levels for the next bar."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from .averages import average, dema, ema, hma, kama, rma, sma, tema, wma, zlema
from .maths import ha
from .momentum import places, roc, trix
from .series import (
    NAN,
    REFERENCES,
    Lines,
    Series,
    ago,
    begun,
    by_row,
    differences,
    lead,
    mean,
    middle,
    ratio,
    reference,
    together,
    total,
    windows,
)
from .statistics import midprice, products, rank_of_last, stddev, variance
from .trend import aroon
from .volatility import atr

# --- averages ------------------------------------------------------------------------------------------------------


@reference
def exponential_smoothing_dynamic(close: Series, alpha: Series, period: int) -> Series:
    """From the mean of the first values on, each moves it by its own weight."""
    out = [NAN] * min(period - 1, len(close))
    for row in range(period - 1, len(close)):
        value = mean(close[:period]) if row == period - 1 else out[-1] + alpha[row] * (close[row] - out[-1])
        out.append(value)
    return out


@reference
def ec(close: Series, period: int, gainlimit: int) -> Series:
    """Of all gains the one that brings the average closest to the value; of equals the least."""
    averages = ema(close, period)
    weight = 2 / (period + 1)
    out: Series = []
    for row, center in enumerate(averages):
        if row < period:
            out.append(center)
            continue
        gains = [tenths / 10 for tenths in range(-gainlimit, gainlimit + 1)]
        found = [weight * (center + gain * (close[row] - out[-1])) + (1 - weight) * out[-1] for gain in gains]
        out.append(min(found, key=lambda value: abs(close[row] - value)))
    return out


@reference
def dma(close: Series, period: int, gainlimit: int, hperiod: int) -> Series:
    return by_row(lambda a, b: (a + b) / 2, ec(close, period, gainlimit), hma(close, hperiod))


def laguerre(close: Series, gamma: float) -> list[Series]:
    """Four values, each of which lags the one before. All were 0 before the series."""
    lines: list[Series] = [[], [], [], []]
    for price in close:
        before = [line[-1] if line else 0.0 for line in lines]
        now = [(1 - gamma) * price + gamma * before[0]]
        for k in range(1, 4):
            now.append(-gamma * now[-1] + before[k - 1] + gamma * before[k])
        for line, value in zip(lines, now, strict=True):
            line.append(value)
    return lines


@reference
def laguerre_filter(close: Series, period: int, gamma: float) -> Series:
    """Begins with the last row of the first window."""
    return begun(
        lambda prices: by_row(lambda a, b, c, d: (a + 2 * b + 2 * c + d) / 6, *laguerre(prices, gamma)),
        close,
        period - 1,
    )


@reference
def laguerre_rsi(close: Series, period: int, gamma: float) -> Series:
    """1 where nothing changes."""

    def strength(*values: float) -> float:
        steps = [a - b for a, b in pairwise(values)]
        return ratio(total([max(step, 0.0) for step in steps]), total([abs(step) for step in steps]), otherwise=1.0)

    return begun(lambda prices: by_row(strength, *laguerre(prices, gamma)), close, period - 1)


# --- envelopes and distances ---------------------------------------------------------------------------------------


def add_envelopes(name: str, line_of: Callable[..., Series]) -> None:
    """The lines so many percent around an average, and the distance from it."""

    def around(close: Series, *parameters: float) -> Lines:
        *own, percent = parameters
        line = line_of(close, *own)
        return line, [value * (1 + percent / 100) for value in line], [value * (1 - percent / 100) for value in line]

    def distance(close: Series, *parameters: float) -> Series:
        return by_row(lambda value, center: value - center, close, line_of(close, *parameters))

    REFERENCES[f"{name}_envelope"] = around
    REFERENCES[f"{name}_oscillator"] = distance


AVERAGES = {"sma": sma, "ema": ema, "wma": wma, "smma": rma, "dema": dema, "tema": tema, "zlema": zlema, "hma": hma}
for NAME, LINE in [*AVERAGES.items(), ("kama", kama), ("ec", ec), ("dma", dma)]:
    add_envelopes(NAME, LINE)


@reference
def envelope(close: Series, percent: float) -> Lines:
    return close, [value * (1 + percent / 100) for value in close], [value * (1 - percent / 100) for value in close]


@reference
def bbands_pct(close: Series, period: int, devfactor: float, kind: str) -> Lines:
    center = average(kind, close, period)
    widths = [devfactor * width for width in stddev(close, period, 1.0, "population")]
    top = by_row(lambda c, width: c + width, center, widths)
    bottom = by_row(lambda c, width: c - width, center, widths)
    share = by_row(lambda value, t, b: ratio(value - b, t - b, otherwise=0.5), close, top, bottom)
    return together_until(max(lead(center), lead(widths)), top, center, bottom, share)


def together_until(rows: int, *lines: Series) -> Lines:
    return tuple([NAN] * min(rows, len(line)) + line[rows:] for line in lines)


# --- levels for the next bar ---------------------------------------------------------------------------------------


def pivots(open_: Series, high: Series, low: Series, close: Series, weight: str) -> Series:
    more = {"none": [], "open": [open_], "close": [close]}[weight]
    return by_row(lambda *prices: mean(prices), high, low, close, *more)


@reference
def pivot_point(open_: Series, high: Series, low: Series, close: Series, weight: str) -> Lines:
    pivot = pivots(open_, high, low, close, weight)
    return (
        pivot,
        by_row(lambda p, h: 2 * p - h, pivot, high),
        by_row(lambda p, h, lo: p - (h - lo), pivot, high, low),
        by_row(lambda p, lo: 2 * p - lo, pivot, low),
        by_row(lambda p, h, lo: p + (h - lo), pivot, high, low),
    )


@reference
def fibonacci_pivot_point(
    open_: Series, high: Series, low: Series, close: Series, weight: str, level1: float, level2: float, level3: float
) -> Lines:
    pivot = pivots(open_, high, low, close, weight)
    levels = [level1, level2, level3]
    supports = [by_row(lambda p, h, lo, share=share: p - share * (h - lo), pivot, high, low) for share in levels]
    resistances = [by_row(lambda p, h, lo, share=share: p + share * (h - lo), pivot, high, low) for share in levels]
    return (pivot, *supports, *resistances)


@reference
def demark_pivot_point(open_: Series, high: Series, low: Series, close: Series) -> Lines:
    sums = by_row(lambda o, h, lo, c: h + lo + c + (lo if c < o else h if c > o else c), open_, high, low, close)
    return (
        [value / 4 for value in sums],
        by_row(lambda value, h: value / 2 - h, sums, high),
        by_row(lambda value, lo: value / 2 - lo, sums, low),
    )


# --- trend ---------------------------------------------------------------------------------------------------------


@reference
def aroon_down(high: Series, low: Series, period: int) -> Series:
    return aroon(high, low, period)[0]


@reference
def aroon_up(high: Series, low: Series, period: int) -> Series:
    return aroon(high, low, period)[1]


@reference
def aroon_up_down_oscillator(high: Series, low: Series, period: int) -> Lines:
    down, up = aroon(high, low, period)
    return up, down, by_row(lambda u, d: u - d, up, down)


@reference
def ichimoku(
    high: Series, low: Series, close: Series, tenkan: int, kijun: int, senkou: int, senkou_lead: int, chikou: int
) -> Lines:
    """Each row has the spans that were ahead of it; where a chart draws the lagging one changes no value."""
    turning, base = midprice(high, low, tenkan), midprice(high, low, kijun)
    ahead = ago(by_row(lambda t, k: (t + k) / 2, turning, base), senkou_lead)
    far = ago(midprice(high, low, senkou), senkou_lead)
    rows = max(max(tenkan, kijun, senkou) - 1 + senkou_lead, 0)
    return together_until(rows, turning, base, ahead, far, close)


# --- momentum ------------------------------------------------------------------------------------------------------


@reference
def dv2(high: Series, low: Series, close: Series, period: int, maperiod: int) -> Series:
    values = sma(by_row(lambda c, m: ratio(c, m, otherwise=NAN), close, middle(high, low)), maperiod)
    return [100 * rank for rank in windows(rank_of_last, period, values)]


@reference
def ha_delta(open_: Series, high: Series, low: Series, close: Series, period: int) -> Lines:
    opens, _, _, closes = ha(open_, high, low, close)
    delta = by_row(lambda c, o: c - o, closes, opens)
    delta[:1] = [NAN] * len(delta[:1])  # the first candle has none before it
    return together(delta, sma(delta, period))


@reference
def kst(close: Series, *parameters: float) -> Lines:
    rates, smoothings, signal, factors = parameters[:4], parameters[4:8], int(parameters[8]), parameters[9:]
    lines = [sma(roc(close, int(p)), int(s)) for p, s in zip(rates, smoothings, strict=True)]
    line = by_row(lambda *row: total([f * value for f, value in zip(factors, row, strict=True)]), *lines)
    rows = max(int(p + s) - 1 for p, s in zip(rates, smoothings, strict=True)) + signal - 1
    return together_until(rows, line, sma(line, signal))


def percent_oscillator(close: Series, fast: int, slow: int, signal: int, kind: str, of_slow: bool) -> Lines:
    averages = average(kind, close, fast), average(kind, close, slow)
    line = by_row(lambda f, s: 100 * ratio(f - s, s if of_slow else f), *averages)
    signals = average(kind, line, signal)
    return together(line, signals, by_row(lambda value, s: value - s, line, signals))


@reference
def percentage_price_oscillator(close: Series, fast: int, slow: int, signal: int, kind: str) -> Lines:
    return percent_oscillator(close, fast, slow, signal, kind, True)


@reference
def percentage_price_oscillator_short(close: Series, fast: int, slow: int, signal: int, kind: str) -> Lines:
    return percent_oscillator(close, fast, slow, signal, kind, False)


@reference
def pgo(high: Series, low: Series, close: Series, period: int) -> Series:
    return by_row(lambda c, m, way: ratio(c - m, way), close, sma(close, period), atr(high, low, close, period))


def strength(close: Series, period: int, lookback: int, kind: str) -> Series:
    """The share of rises; 50 where nothing changes."""
    steps = differences(close, lookback)
    ups = [step if math.isnan(step) else max(step, 0.0) for step in steps]
    downs = [step if math.isnan(step) else max(-step, 0.0) for step in steps]
    return by_row(
        lambda up, down: 100 * ratio(up, up + down, otherwise=0.5),
        average(kind, ups, period),
        average(kind, downs, period),
    )


@reference
def rmi(close: Series, period: int, lookback: int, kind: str) -> Series:
    return strength(close, period, lookback, kind)


@reference
def rsi_ema(close: Series, period: int) -> Series:
    return strength(close, period, 1, "ema")


@reference
def rsi_safe(close: Series, period: int) -> Series:
    return strength(close, period, 1, "rma")


@reference
def rsi_sma(close: Series, period: int) -> Series:
    return strength(close, period, 1, "sma")


@reference
def stochastic_full(
    high: Series, low: Series, close: Series, period: int, period_dfast: int, period_dslow: int, kind: str
) -> Lines:
    k = places(high, low, close, period)
    d = average(kind, k, period_dfast)
    return together(k, d, average(kind, d, period_dslow))


@reference
def trix_signal(close: Series, period: int, signal: int) -> Lines:
    line = trix(close, period)
    return together(line, ema(line, signal))


@reference
def hurst(close: Series, period: int, lag_start: int, lag_end: int) -> Series:
    """Twice the slope of the line of least squares of the logarithm of the root of the deviation of the differences by
    lag over the logarithm of the lag. There are at least two lags, and three differences of each."""
    first = min(lag_start, period - 4)
    lags = range(first, min(max(lag_end or period // 2, first + 2), period - 2))

    def of_window(window: Series) -> float:
        spreads = []
        for lag in lags:
            steps = [window[i] - window[i - lag] for i in range(lag, period)]
            spreads.append(math.sqrt(math.sqrt(variance(steps, "population"))))
        xs = [math.log10(lag) for lag in lags]
        if any(math.isnan(value) or value == 0 for value in spreads):
            return NAN
        return 2 * ratio(products(xs, [math.log10(value) for value in spreads]), products(xs, xs), otherwise=NAN)

    return windows(of_window, period, close)

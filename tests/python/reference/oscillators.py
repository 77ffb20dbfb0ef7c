"""Oscillators as backtrader combines them."""

from __future__ import annotations

import math

from .averages import average, ema, sma
from .envelopes import together_until
from .maths import ha
from .momentum import roc, trix
from .places import places
from .series import NAN, Lines, Series, ago, by_row, differences, middle, ratio, reference, together, total, windows
from .statistics import midprice, products, rank_of_last, variance
from .trend import aroon
from .volatility import atr


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
    lag over the logarithm of the lag. There are at least two lags."""
    first = min(lag_start, period - 4)
    lags = range(first, min(max(lag_end or period // 2, first + 2), period - 1))

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

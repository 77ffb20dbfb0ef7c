"""Rises against falls, and the way against the steps."""

from __future__ import annotations

import math
from itertools import pairwise

from .averages import rma
from .series import NAN, Series, by_row, differences, ratio, reference, total, typical, windows
from .statistics import max_, min_


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
    """0 where nothing was traded."""
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
        return 0.0 if traded == 0 else 100 * total(rising) / traded

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

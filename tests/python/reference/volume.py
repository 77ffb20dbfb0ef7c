"""Volume."""

from __future__ import annotations

import math

from .averages import ema, exponential
from .momentum import ppo
from .series import (
    NAN,
    Series,
    ago,
    by_row,
    differences,
    mean,
    ratio,
    reference,
    running,
    total,
    typical,
    windows,
)


def flows(high: Series, low: Series, close: Series, volume: Series) -> Series:
    """Volume weighed by where the close lies in its bar: -1 at the low, 1 at the high."""
    return by_row(lambda h, lo, c, v: ratio((c - lo) - (h - c), h - lo) * v, high, low, close, volume)


@reference
def ad(high: Series, low: Series, close: Series, volume: Series) -> Series:
    return running(flows(high, low, close, volume))


@reference
def adosc(high: Series, low: Series, close: Series, volume: Series, fast: int, slow: int) -> Series:
    """Averages that begin with the first value."""
    line = ad(high, low, close, volume)
    averages = [exponential(line, 1, 2 / (period + 1)) for period in (fast, slow)]
    out = by_row(lambda f, s: f - s, *averages)
    rows = min(max(fast, slow) - 1, len(out))
    return [NAN] * rows + out[rows:]


@reference
def cmf(high: Series, low: Series, close: Series, volume: Series, period: int) -> Series:
    return by_row(ratio, windows(total, period, flows(high, low, close, volume)), windows(total, period, volume))


@reference
def efi(close: Series, volume: Series, period: int) -> Series:
    return ema(by_row(lambda step, v: step * v, differences(close), volume), period)


def volume_index(close: Series, volume: Series, sign: int) -> Series:
    value = 1000.0
    out = [value] * min(1, len(close))
    for i in range(1, len(close)):
        if sign * (volume[i] - volume[i - 1]) > 0:
            value *= 1 + ratio(close[i] - close[i - 1], close[i - 1])
        out.append(value)
    return out


@reference
def nvi(close: Series, volume: Series) -> Series:
    return volume_index(close, volume, -1)


@reference
def pvi(close: Series, volume: Series) -> Series:
    return volume_index(close, volume, 1)


@reference
def obv(close: Series, volume: Series) -> Series:
    """Begins with the first volume."""
    steps = volume[:1]
    for i in range(1, len(close)):
        step = close[i] - close[i - 1]
        steps.append(volume[i] if step > 0 else -volume[i] if step < 0 else 0.0)
    return running(steps)


@reference
def pvo(volume: Series, fast: int, slow: int, kind: str) -> Series:
    return ppo(volume, fast, slow, kind)


@reference
def pvt(close: Series, volume: Series) -> Series:
    steps = by_row(lambda step, before, v: ratio(step, before) * v, differences(close), ago(close, 1), volume)
    return running([0.0, *steps[1:]][: len(close)])


@reference
def rvol(volume: Series, period: int) -> Series:
    """Infinite after bars without any volume, and NaN where there still is none."""

    def of_window(window: Series) -> float:
        return ratio(window[-1], mean(window[:-1]), otherwise=NAN if window[-1] == 0 else math.inf)

    return windows(of_window, period + 1, volume)


@reference
def vwap_cumulative(high: Series, low: Series, close: Series, volume: Series) -> Series:
    prices = typical(high, low, close)
    sums = running(by_row(lambda p, v: p * v, prices, volume))
    return by_row(ratio, sums, running(volume))

"""Averages that look ahead, and lines around averages."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from .averages import average, dema, ema, hma, kama, rma, sma, tema, wma, zlema
from .series import NAN, REFERENCES, Lines, Series, begun, by_row, lead, mean, ratio, reference, total
from .statistics import stddev


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

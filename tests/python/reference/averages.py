"""Moving averages."""

from __future__ import annotations

import math

from .cycles import mama
from .series import NAN, Series, begun, by_row, lead, mean, ratio, reference, total, windows


def weighted(values: Series, weights: list[float]) -> float:
    return total([value * weight for value, weight in zip(values, weights, strict=True)]) / math.fsum(weights)


def exponential(values: Series, period: int, weight: float, seed: str = "mean") -> Series:
    """Begins with the mean of the first `period` values, or with the first one; moves by `weight` of the distance."""
    if len(values) < period:
        return [NAN] * len(values)
    average = mean(values[:period])
    if seed == "first":
        average = values[0]
        for value in values[1:period]:
            average += weight * (value - average)
    out = [NAN] * (period - 1) + [average]
    for value in values[period:]:
        average += weight * (value - average)
        out.append(average)
    return out


@reference
def sma(close: Series, period: int) -> Series:
    return windows(mean, period, close)


@reference
def sma_exact(close: Series, period: int) -> Series:
    return windows(mean, period, close)


@reference
def wma(close: Series, period: int) -> Series:
    return windows(lambda window: weighted(window, [i + 1.0 for i in range(period)]), period, close)


@reference
def trima(close: Series, period: int) -> Series:
    return windows(
        lambda window: weighted(window, [float(min(i + 1, period - i)) for i in range(period)]), period, close
    )


@reference
def hma(close: Series, period: int) -> Series:
    fast, slow = wma(close, max(1, period // 2)), wma(close, period)
    return wma(by_row(lambda f, s: 2 * f - s, fast, slow), math.isqrt(period))


@reference
def ema(close: Series, period: int, seed: str = "mean", alpha: float = 0.0) -> Series:
    return begun(lambda values: exponential(values, period, alpha or 2 / (period + 1), seed), close)


@reference
def rma(close: Series, period: int, seed: str = "mean") -> Series:
    return begun(lambda values: exponential(values, period, 1 / period, seed), close)


@reference
def dema(close: Series, period: int, seed: str = "mean") -> Series:
    first = ema(close, period, seed)
    second = ema(first, period, seed)
    return by_row(lambda a, b: 2 * a - b, first, second)


@reference
def tema(close: Series, period: int, seed: str = "mean") -> Series:
    first = ema(close, period, seed)
    second = ema(first, period, seed)
    third = ema(second, period, seed)
    return by_row(lambda a, b, c: 3 * a - 3 * b + c, first, second, third)


@reference
def t3(close: Series, period: int, volume_factor: float) -> Series:
    """((1 + v) e - v e e) applied three times, multiplied out."""
    averages = [close]
    for _ in range(6):
        averages.append(ema(averages[-1], period))
    v = volume_factor
    factors = [(1 + v) ** 3, -3 * v * (1 + v) ** 2, 3 * v**2 * (1 + v), -(v**3)]
    return by_row(lambda *row: total([f * e for f, e in zip(factors, row, strict=True)]), *averages[3:])


@reference
def kama(close: Series, period: int, fast: int, slow: int, style: str = "talib") -> Series:
    """Begins at the value before the first full window; backtrader's, as the mean of that."""
    if period == 1 and style == "talib":
        return close
    out = [NAN] * min(period, len(close))
    average = close[period - 1] if len(close) >= period else NAN
    for i in range(period, len(close)):
        if style == "backtrader" and i == period:
            average = mean(close[1 : period + 1])
            out.append(average)
            continue
        steps = [abs(close[k] - close[k - 1]) for k in range(i - period + 1, i + 1)]
        efficiency = min(1.0, ratio(abs(close[i] - close[i - period]), total(steps), otherwise=1.0))
        weight = (efficiency * (2 / (fast + 1) - 2 / (slow + 1)) + 2 / (slow + 1)) ** 2
        average += weight * (close[i] - average)
        out.append(average)
    return out


@reference
def zlema(close: Series, period: int, seed: str = "mean") -> Series:
    lag = (period - 1) // 2
    ahead = [NAN] * min(lag, len(close)) + [2 * close[i] - close[i - lag] for i in range(lag, len(close))]
    return ema(ahead, period, seed)


@reference
def vwma(close: Series, volume: Series, period: int) -> Series:
    """Over one bar the price itself, traded or not."""
    if period == 1:
        return by_row(lambda price, traded: total([price, 0 * traded]), close, volume)

    def of_window(prices: Series, volumes: Series) -> float:
        return ratio(total([p * v for p, v in zip(prices, volumes, strict=True)]), total(volumes), otherwise=NAN)

    return windows(of_window, period, close, volume)


def average(kind: str, values: Series, period: int) -> Series:
    """A moving average of any kind, with the defaults of its kind."""
    if period == 1 or kind == "none":
        return values
    kinds = {
        "sma": sma,
        "default": sma,
        "ema": ema,
        "wma": wma,
        "dema": dema,
        "tema": tema,
        "trima": trima,
        "hma": hma,
        "zlema": zlema,
        "rma": rma,
        "kama": lambda prices, rows: kama(prices, rows, 2, 30),
        "t3": lambda prices, rows: t3(prices, rows, 0.7),
        "mama": lambda prices, rows: mama(prices, 0.5, 0.05)[0],
    }
    return begun(lambda begun_values: kinds[kind](begun_values, period), values)


def average_lead(kind: str, period: int) -> int:
    """The rows before the first value of an average."""
    return lead(average(kind, [float(i) for i in range(8 * period + 50)], period))


@reference
def ma(close: Series, period: int, kind: str) -> Series:
    return average(kind, close, period)


@reference
def mavp(close: Series, periods: Series, least: int, most: int, kind: str) -> Series:
    """Averages of all periods begin together: in the row where the slowest one does. The bounds come in any order."""
    least, most = min(least, most), max(least, most)
    first = average_lead(kind, most)
    lines = {}
    out = []
    for row, wanted in enumerate(periods):
        period = int(min(max(wanted, least), most))
        if period not in lines:
            lines[period] = begun(
                lambda values, p=period: average(kind, values, p), close, first - average_lead(kind, period)
            )
        out.append(lines[period][row] if row >= first else NAN)
    return out

"""Momentum: changes, and averages against each other."""

from __future__ import annotations

from .averages import average, average_lead, ema, exponential, sma, wma
from .series import Lines, Series, ago, begun, by_row, differences, middle, ratio, reference, together


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


def own(kind: str, default: str) -> str:
    """The kind that "default" is for an indicator."""
    return default if kind == "default" else kind


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
    return by_row(lambda f, s: f - s, *[average(own(kind, "ema"), close, period) for period in ordered(fast, slow)])


@reference
def ppo(close: Series, fast: int, slow: int, kind: str) -> Series:
    averages = [average(own(kind, "ema"), close, period) for period in ordered(fast, slow)]
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
        return by_row(lambda now, m: now - m, close, ago(sma(close, period), (period + 1) // 2 - 1))
    return by_row(lambda then, m: then - m, ago(close, period // 2 + 1), sma(close, period))


@reference
def eri(high: Series, low: Series, close: Series, period: int) -> Lines:
    center = ema(close, period)
    return by_row(lambda h, e: h - e, high, center), by_row(lambda lo, e: lo - e, low, center)

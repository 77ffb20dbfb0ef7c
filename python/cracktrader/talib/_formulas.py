"""Functions that are built of recursive ones, put together from these, for when an unstable period is set: then each
part begins later and the next one is seeded by other values, which no indicator of its own would give."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from cracktrader_fast import _core

from ._composed import Array, begin_together, from_row, lookback
from ._native import FUNCTIONS
from ._types import MA_Type

EMA, ATR, RSI = FUNCTIONS["EMA"], FUNCTIONS["ATR"], FUNCTIONS["RSI"]
KINDS = {number: name for name, number in vars(type(MA_Type)).items() if name.isupper() and name in FUNCTIONS}
AVERAGES = ("EMA", "RMA", "KAMA", "MAMA", "T3")

# Functions that begin later by another one's period, with the same values.
MASKS = {"ADXR": "ADX", "ERI": "EMA", "ZLEMA": "EMA", "CVI": "EMA", "ADOSC": "EMA", "EFI": "EMA"}


def average(real: Array, period: int, kind: int) -> Array:
    if period == 1 or kind == MA_Type.DISABLED:
        return real.copy()
    if kind == MA_Type.MAMA:
        return FUNCTIONS["MAMA"](real)[0]
    return FUNCTIONS[KINDS.get(kind, "SMA")](real, period)


def two_averages(real: Array, fast: int, fast_kind: int, slow: int, slow_kind: int) -> tuple[Array, Array]:
    """Both as if the bars began where the one that needs more of them begins."""
    begin = max(lookback("MA", fast, fast_kind), lookback("MA", slow, slow_kind))
    if begin >= len(real):
        return np.full(len(real), np.nan), np.full(len(real), np.nan)
    return from_row(begin, "MA", [real], fast, fast_kind), from_row(begin, "MA", [real], slow, slow_kind)


def oscillator(real: Array, fast: int, slow: int, kind: int) -> Array:
    return average(real, min(fast, slow), kind) - average(real, max(fast, slow), kind)


def percentage(real: Array, fast: int, slow: int, kind: int) -> Array:
    return 100 * oscillator(real, fast, slow, kind) / average(real, max(fast, slow), kind)


def with_signal(line: Array, signal: Array) -> tuple[Array, ...]:
    return begin_together(line, signal, line - signal)


def macd(real: Array, fast: int, slow: int, signal: int) -> tuple[Array, ...]:
    quick, late = two_averages(real, min(fast, slow), MA_Type.EMA, max(fast, slow), MA_Type.EMA)
    return with_signal(quick - late, EMA(quick - late, signal))


def macd_fixed(real: Array, signal: int) -> tuple[Array, ...]:
    line = _core.indicator("macdfix")(real, 1)[0]
    line[: 25 + EMA.masked] = np.nan
    return with_signal(line, EMA(line, signal))


def macd_of_kinds(
    real: Array, fast: int, fast_kind: int, slow: int, slow_kind: int, signal: int, signal_kind: int
) -> tuple[Array, ...]:
    if fast > slow:
        fast, fast_kind, slow, slow_kind = slow, slow_kind, fast, fast_kind
    quick, late = two_averages(real, fast, fast_kind, slow, slow_kind)
    return with_signal(quick - late, average(quick - late, signal, signal_kind))


def double(real: Array, period: int) -> Array:
    first = EMA(real, period)
    return 2 * first - EMA(first, period)


def triple(real: Array, period: int) -> Array:
    first = EMA(real, period)
    second = EMA(first, period)
    return 3 * first - 3 * second + EMA(second, period)


def trix(real: Array, period: int) -> Array:
    return FUNCTIONS["ROC"](EMA(EMA(EMA(real, period), period), period), 1)


def strength(real: Array, first: int, second: int) -> Array:
    change = FUNCTIONS["MOM"](real, 1)
    size = EMA(EMA(np.abs(change), first), second)
    return 100 * EMA(EMA(change, first), second) / size


def stochastic_momentum(
    high: Array, low: Array, close: Array, period: int, fast: int, slow: int, signal: int
) -> tuple[Array, ...]:
    top, bottom = FUNCTIONS["MAX"](high, period), FUNCTIONS["MIN"](low, period)
    distance = EMA(EMA(close - (top + bottom) / 2, slow), fast)
    line = 100 * distance / (EMA(EMA(top - bottom, slow), fast) / 2)
    return begin_together(line, EMA(line, signal))


def mass(high: Array, low: Array, fast: int, slow: int) -> Array:
    first = EMA(high - low, fast)
    return FUNCTIONS["SUM"](first / EMA(first, fast), slow)


def keltner(high: Array, low: Array, close: Array, period: int, range_period: int, width: float) -> tuple[Array, ...]:
    begin = max(lookback("EMA", period), lookback("ATR", range_period))
    if begin >= len(close):
        return (np.full(len(close), np.nan),) * 3
    middle = from_row(begin, "EMA", [(high + low + close) / 3], period)
    reach = width * from_row(begin, "ATR", [high, low, close], range_period)
    return middle + reach, middle, middle - reach


def supertrend(high: Array, low: Array, close: Array, period: int, width: float) -> tuple[Array, Array]:
    reach = width * ATR(high, low, close, period)
    upper, lower = (high + low) / 2 + reach, (high + low) / 2 - reach
    line, trend = np.full(len(close), np.nan), np.zeros(len(close), np.int32)
    up = True
    for i in np.flatnonzero(~np.isnan(reach)):
        if trend[i - 1] != 0:
            if upper[i] > upper[i - 1] and close[i - 1] <= upper[i - 1]:
                upper[i] = upper[i - 1]
            if lower[i] < lower[i - 1] and close[i - 1] >= lower[i - 1]:
                lower[i] = lower[i - 1]
            up = close[i] >= lower[i] if up else close[i] > upper[i]
        line[i], trend[i] = (lower[i], 1) if up else (upper[i], -1)
    return line, trend


def directional(name: str) -> Callable[..., Array]:
    """Of these, one over a single bar is not smoothed and holds nothing back."""

    def formula(*arguments: Any) -> Array:
        line: Array = _core.indicator(name)(*arguments)
        if arguments[-1] > 1:
            line[: lookback(name, arguments[-1])] = np.nan
        return line

    return formula


def stochastic(
    high: Array, low: Array, close: Array, period: int, k_period: int, k_kind: int, d_period: int, d_kind: int
) -> tuple[Array, ...]:
    raw = _core.indicator("stochf")(high, low, close, period, 1)[0]
    k = average(raw, k_period, k_kind)
    return begin_together(k, average(k, d_period, d_kind))


def fast_stochastic(
    high: Array, low: Array, close: Array, period: int, d_period: int, d_kind: int
) -> tuple[Array, ...]:
    return stochastic(high, low, close, period, 1, MA_Type.SMA, d_period, d_kind)


def kdj(*arguments: Any) -> tuple[Array, ...]:
    k, d = stochastic(*arguments)
    return k, d, 3 * k - 2 * d


def stochastic_strength(real: Array, period: int, k_period: int, d_period: int, d_kind: int) -> tuple[Array, ...]:
    rsi = RSI(real, period)
    begun = min(len(rsi), lookback("RSI", period))
    lines = fast_stochastic(*[rsi[begun:]] * 3, k_period, d_period, d_kind)
    return tuple(np.concatenate([rsi[:begun] * np.nan, line]) for line in lines)


def bands(real: Array, period: int, up: float, down: float, kind: int) -> tuple[Array, ...]:
    middle = average(real, period, kind)
    deviation = FUNCTIONS["STDDEV"](real, period)
    return begin_together(middle + up * deviation, middle, middle - down * deviation)


def variable_average(real: Array, periods: Array, least: int, most: int, kind: int) -> Array:
    begin = lookback("MA", most, kind)
    result = np.full(len(real), np.nan)
    wanted = np.clip(periods, least, most).astype(int)
    for period in np.unique(wanted[begin:]):
        rows = np.flatnonzero(wanted[begin:] == period) + begin
        result[rows] = from_row(begin, "MA", [real], int(period), kind)[rows]
    return result


# What each needs, and how it is put together.
FORMULAS: dict[str, tuple[Sequence[str], Callable[..., Any]]] = {
    "APO": (AVERAGES, oscillator),
    "BBANDS": (AVERAGES, bands),
    "DEMA": (["EMA"], double),
    "KC": (["EMA", "ATR"], keltner),
    "KDJ": (AVERAGES, kdj),
    "MA": (AVERAGES, average),
    "MACD": (["EMA"], macd),
    "MACDEXT": (AVERAGES, macd_of_kinds),
    "MACDFIX": (["EMA"], macd_fixed),
    "MASSI": (["EMA"], mass),
    "MAVP": (AVERAGES, variable_average),
    "PPO": (AVERAGES, percentage),
    "PVO": (AVERAGES, percentage),
    "SMI": (["EMA"], stochastic_momentum),
    "STOCH": (AVERAGES, stochastic),
    "STOCHF": (AVERAGES, fast_stochastic),
    "STOCHRSI": ([*AVERAGES, "RSI"], stochastic_strength),
    "SUPERTREND": (["ATR"], supertrend),
    "TEMA": (["EMA"], triple),
    "TRIX": (["EMA"], trix),
    "TSI": (["EMA"], strength),
    **{name: ([name], directional(name)) for name in ("MINUS_DI", "MINUS_DM", "PLUS_DI", "PLUS_DM")},
}

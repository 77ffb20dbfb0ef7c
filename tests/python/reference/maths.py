"""Functions of numbers and of single bars."""

from __future__ import annotations

import math
from collections.abc import Callable

from .series import NAN, Lines, Series, by_row, middle, ratio, reference, running, true_ranges, typical


def quotient(a: float, b: float) -> float:
    """As floating point numbers divide: by zero too."""
    if b != 0 or math.isnan(a):
        return a / b if b != 0 else NAN
    return NAN if a == 0 else math.copysign(math.inf, a) * math.copysign(1, b)


def in_domain(function: Callable[[float], float], value: float) -> float:
    """NaN outside of the function's domain, infinite where the result is too large."""
    try:
        return function(value)
    except ValueError:
        return NAN
    except OverflowError:
        return math.inf


def logarithm(function: Callable[[float], float], value: float) -> float:
    return -math.inf if value == 0 else in_domain(function, value)


@reference
def acos(ratios: Series) -> Series:
    return [in_domain(math.acos, value) for value in ratios]


@reference
def asin(ratios: Series) -> Series:
    return [in_domain(math.asin, value) for value in ratios]


@reference
def atan(close: Series) -> Series:
    return [math.atan(value) for value in close]


@reference
def ceil(close: Series) -> Series:
    return [value if math.isnan(value) else float(math.ceil(value)) for value in close]


@reference
def floor(close: Series) -> Series:
    return [value if math.isnan(value) else float(math.floor(value)) for value in close]


@reference
def cos(close: Series) -> Series:
    return [math.cos(value) for value in close]


@reference
def sin(close: Series) -> Series:
    return [math.sin(value) for value in close]


@reference
def tan(close: Series) -> Series:
    return [math.tan(value) for value in close]


@reference
def cosh(close: Series) -> Series:
    return [in_domain(math.cosh, value) for value in close]


@reference
def sinh(close: Series) -> Series:
    return [in_domain(math.sinh, value) for value in close]


@reference
def tanh(close: Series) -> Series:
    return [math.tanh(value) for value in close]


@reference
def exp(close: Series) -> Series:
    return [in_domain(math.exp, value) for value in close]


@reference
def ln(close: Series) -> Series:
    return [logarithm(math.log, value) for value in close]


@reference
def log10(close: Series) -> Series:
    return [logarithm(math.log10, value) for value in close]


@reference
def sqrt(close: Series) -> Series:
    return [in_domain(math.sqrt, value) for value in close]


@reference
def add(first: Series, second: Series) -> Series:
    return by_row(lambda a, b: a + b, first, second)


@reference
def sub(first: Series, second: Series) -> Series:
    return by_row(lambda a, b: a - b, first, second)


@reference
def mult(first: Series, second: Series) -> Series:
    return by_row(lambda a, b: a * b, first, second)


@reference
def div(first: Series, second: Series) -> Series:
    return by_row(quotient, first, second)


@reference
def cumsum(close: Series) -> Series:
    return running(close)


# --- single bars ---------------------------------------------------------------------------------------------------


@reference
def avgprice(open_: Series, high: Series, low: Series, close: Series) -> Series:
    return by_row(lambda o, h, lo, c: math.fsum([o, h, lo, c]) / 4, open_, high, low, close)


@reference
def medprice(high: Series, low: Series) -> Series:
    return middle(high, low)


@reference
def typprice(high: Series, low: Series, close: Series) -> Series:
    return typical(high, low, close)


@reference
def wclprice(high: Series, low: Series, close: Series) -> Series:
    return by_row(lambda h, lo, c: (h + lo + 2 * c) / 4, high, low, close)


@reference
def bop(open_: Series, high: Series, low: Series, close: Series) -> Series:
    return by_row(lambda o, h, lo, c: ratio(c - o, h - lo), open_, high, low, close)


@reference
def marketfi(high: Series, low: Series, volume: Series) -> Series:
    return by_row(lambda h, lo, v: ratio(h - lo, v), high, low, volume)


@reference
def trange(high: Series, low: Series, close: Series) -> Series:
    return true_ranges(high, low, close)


@reference
def ha(open_: Series, high: Series, low: Series, close: Series) -> Lines:
    """A candle opens in the middle of the body before; the first one in the middle of its own."""
    closes = avgprice(open_, high, low, close)
    opens: Series = []
    for row in range(len(close)):
        before = (opens[-1], closes[row - 1]) if row > 0 else (open_[0], close[0])
        opens.append(sum(before) / 2)
    highs = by_row(max, high, opens, closes)
    lows = by_row(min, low, opens, closes)
    return opens, highs, lows, closes

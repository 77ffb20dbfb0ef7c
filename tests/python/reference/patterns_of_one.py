"""Candlestick patterns of one candle: the rules of G. Morris with TA-Lib's measures.

A rule is given the candles, oldest first, and says 100, -100, 80 or -80, or 0.
"""

from __future__ import annotations

from .candles import DOJI, LONG, LONG_SHADOW, NEAR, NO_SHADOW, SHORT, SHORT_SHADOW, VERY_LONG_SHADOW, Candle, pattern


@pattern(DOJI)
def doji(a: Candle) -> float:
    return 100 * a.is_doji


@pattern(DOJI, NO_SHADOW)
def dragonfly_doji(a: Candle) -> float:
    return 100 * (a.is_doji and a.no_upper and a.lower > a.limit(NO_SHADOW))


@pattern(DOJI, NO_SHADOW)
def gravestone_doji(a: Candle) -> float:
    return 100 * (a.is_doji and a.no_lower and a.upper > a.limit(NO_SHADOW))


@pattern(DOJI, LONG_SHADOW)
def long_legged_doji(a: Candle) -> float:
    return 100 * (a.is_doji and max(a.lower, a.upper) > a.limit(LONG_SHADOW))


@pattern(DOJI, LONG_SHADOW, NEAR)
def rickshaw_man(a: Candle) -> float:
    middle = a.low + a.span / 2
    is_middle = a.bottom <= middle + a.limit(NEAR) and a.top >= middle - a.limit(NEAR)
    return 100 * (a.is_doji and min(a.lower, a.upper) > a.limit(LONG_SHADOW) and is_middle)


@pattern(DOJI, NO_SHADOW, VERY_LONG_SHADOW)
def takuri(a: Candle) -> float:
    return 100 * (a.is_doji and a.no_upper and a.lower > a.limit(VERY_LONG_SHADOW))


@pattern(LONG, NO_SHADOW)
def belt_hold(a: Candle) -> float:
    return a.color * 100 * (a.is_long and (a.no_lower if a.white else a.no_upper))


@pattern(LONG, NO_SHADOW)
def closing_marubozu(a: Candle) -> float:
    return a.color * 100 * (a.is_long and (a.no_upper if a.white else a.no_lower))


@pattern(LONG, NO_SHADOW)
def marubozu(a: Candle) -> float:
    return a.color * 100 * is_marubozu(a)


def is_marubozu(a: Candle) -> bool:
    return a.is_long and a.no_upper and a.no_lower


@pattern(SHORT, VERY_LONG_SHADOW)
def high_wave(a: Candle) -> float:
    return a.color * 100 * (a.body < a.limit(SHORT) and min(a.upper, a.lower) > a.limit(VERY_LONG_SHADOW))


@pattern(LONG, SHORT_SHADOW)
def long_line(a: Candle) -> float:
    return a.color * 100 * (a.is_long and max(a.upper, a.lower) < a.limit(SHORT_SHADOW))


@pattern(SHORT, SHORT_SHADOW)
def short_line(a: Candle) -> float:
    return a.color * 100 * (a.body < a.limit(SHORT) and max(a.upper, a.lower) < a.limit(SHORT_SHADOW))


@pattern(SHORT)
def spinning_top(a: Candle) -> float:
    return a.color * 100 * (a.body < a.limit(SHORT) and min(a.upper, a.lower) > a.body)

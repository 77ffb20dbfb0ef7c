"""Candlestick patterns of two candles: the rules of G. Morris with TA-Lib's measures.

A rule is given the candles, oldest first, and says 100, -100, 80 or -80, or 0.
"""

from __future__ import annotations

from .candles import DOJI, EQUAL, LONG, LONG_SHADOW, NEAR, NO_SHADOW, SHORT, Candle, pattern, within
from .patterns_of_one import is_marubozu


@pattern(LONG, EQUAL)
def counterattack(a: Candle, b: Candle) -> float:
    return (
        b.color * 100 * (a.color == -b.color and a.is_long and b.is_long and within(b.close, a.close, a.limit(EQUAL)))
    )


@pattern(LONG)
def dark_cloud_cover(a: Candle, b: Candle, penetration: float) -> float:
    deep = a.open < b.close < a.close - a.body * penetration
    return -100 * (a.white and a.is_long and b.black and b.open > a.high and deep)


@pattern(LONG)
def piercing(a: Candle, b: Candle) -> float:
    deep = a.close + a.body / 2 < b.close < a.open
    return 100 * (a.black and a.is_long and b.white and b.is_long and b.open < a.low and deep)


@pattern(LONG, DOJI)
def doji_star(a: Candle, b: Candle) -> float:
    return -a.color * 100 * (a.is_long and b.is_doji and (b.body_above(a) if a.white else b.body_below(a)))


@pattern(least=2)
def engulfing(a: Candle, b: Candle) -> float:
    """80 where one end of the bodies is the same."""
    covers = b.top >= a.top and b.bottom <= a.bottom and (b.top > a.top or b.bottom < a.bottom)
    same_end = b.top == a.top or b.bottom == a.bottom
    return b.color * (80 if same_end else 100) * (a.color == -b.color and covers)


def inside(a: Candle, b: Candle) -> float:
    """80 where one end of the bodies is the same."""
    if b.top < a.top and b.bottom > a.bottom:
        return -a.color * 100
    return -a.color * 80 * (b.top <= a.top and b.bottom >= a.bottom)


@pattern(LONG, SHORT)
def harami(a: Candle, b: Candle) -> float:
    return inside(a, b) if a.is_long and b.body <= b.limit(SHORT) else 0


@pattern(LONG, DOJI)
def harami_cross(a: Candle, b: Candle) -> float:
    return inside(a, b) if a.is_long and b.is_doji else 0


@pattern(LONG, SHORT)
def homing_pigeon(a: Candle, b: Candle) -> float:
    is_inside = b.open < a.open and b.close > a.close
    return 100 * (a.black and a.is_long and b.black and b.body <= b.limit(SHORT) and is_inside)


def is_kick(a: Candle, b: Candle) -> bool:
    gap = b.above(a) if a.black else b.below(a)
    return a.color == -b.color and is_marubozu(a) and is_marubozu(b) and gap


@pattern(LONG, NO_SHADOW)
def kicking(a: Candle, b: Candle) -> float:
    return b.color * 100 * is_kick(a, b)


@pattern(LONG, NO_SHADOW)
def kicking_by_length(a: Candle, b: Candle) -> float:
    return (b if b.body > a.body else a).color * 100 * is_kick(a, b)


@pattern(EQUAL)
def matching_low(a: Candle, b: Candle) -> float:
    return 100 * (a.black and b.black and within(b.close, a.close, a.limit(EQUAL)))


@pattern(SHORT, LONG_SHADOW, NO_SHADOW, NEAR)
def hammer(a: Candle, b: Candle) -> float:
    return 100 * (is_hammer(b) and b.bottom <= a.low + a.limit(NEAR))


@pattern(SHORT, LONG_SHADOW, NO_SHADOW, NEAR)
def hanging_man(a: Candle, b: Candle) -> float:
    return -100 * (is_hammer(b) and b.bottom >= a.high - a.limit(NEAR))


def is_hammer(a: Candle) -> bool:
    return a.body < a.limit(SHORT) and a.lower > a.limit(LONG_SHADOW) and a.no_upper


@pattern(SHORT, LONG_SHADOW, NO_SHADOW)
def inverted_hammer(a: Candle, b: Candle) -> float:
    return 100 * (is_inverted_hammer(b) and b.body_below(a))


@pattern(SHORT, LONG_SHADOW, NO_SHADOW)
def shooting_star(a: Candle, b: Candle) -> float:
    return -100 * (is_inverted_hammer(b) and b.body_above(a))


def is_inverted_hammer(a: Candle) -> bool:
    return a.body < a.limit(SHORT) and a.upper > a.limit(LONG_SHADOW) and a.no_lower


def rises_from_below(a: Candle, b: Candle) -> bool:
    return a.black and a.is_long and b.white and b.open < a.low


@pattern(LONG, EQUAL)
def in_neck(a: Candle, b: Candle) -> float:
    return -100 * (rises_from_below(a, b) and a.close <= b.close <= a.close + a.limit(EQUAL))


@pattern(LONG, EQUAL)
def on_neck(a: Candle, b: Candle) -> float:
    return -100 * (rises_from_below(a, b) and within(b.close, a.low, a.limit(EQUAL)))


@pattern(LONG, EQUAL)
def thrusting(a: Candle, b: Candle) -> float:
    return -100 * (rises_from_below(a, b) and a.close + a.limit(EQUAL) < b.close <= a.close + a.body / 2)


@pattern(LONG, NO_SHADOW, EQUAL)
def separating_lines(a: Candle, b: Candle) -> float:
    belt = b.is_long and (b.no_lower if b.white else b.no_upper)
    return b.color * 100 * (a.color == -b.color and within(b.open, a.open, a.limit(EQUAL)) and belt)

"""Candlestick patterns of three candles: the rules of G. Morris with TA-Lib's measures.

A rule is given the candles, oldest first, and says 100, -100, 80 or -80, or 0.
"""

from __future__ import annotations

from .candles import DOJI, EQUAL, FAR, LONG, LONG_SHADOW, NEAR, NO_SHADOW, SHORT, SHORT_SHADOW, Candle, pattern, within


@pattern(LONG)
def two_crows(a: Candle, b: Candle, c: Candle) -> float:
    falls_back = b.close < c.open < b.open and a.open < c.close < a.close
    return -100 * (a.white and a.is_long and b.black and b.body_above(a) and c.black and falls_back)


@pattern(LONG, SHORT)
def upside_gap_two_crows(a: Candle, b: Candle, c: Candle) -> float:
    star = b.black and b.body <= b.limit(SHORT) and b.body_above(a)
    covers = c.open > b.open and a.close < c.close < b.close
    return -100 * (a.white and a.is_long and star and c.black and covers)


@pattern(LONG, SHORT)
def three_inside(a: Candle, b: Candle, c: Candle) -> float:
    is_inside = b.body <= b.limit(SHORT) and b.top < a.top and b.bottom > a.bottom
    confirmed = (c.black and c.close < a.open) if a.white else (c.white and c.close > a.open)
    return -a.color * 100 * (a.is_long and is_inside and confirmed)


@pattern(least=3)
def three_outside(a: Candle, b: Candle, c: Candle) -> float:
    covers = b.top > a.top and b.bottom < a.bottom
    confirmed = c.close > b.close if b.white else c.close < b.close
    return b.color * 100 * (a.color == -b.color and covers and confirmed)


@pattern(LONG, SHORT, LONG_SHADOW, NO_SHADOW)
def three_stars_in_south(a: Candle, b: Candle, c: Candle) -> float:
    first = a.black and a.is_long and a.lower > a.limit(LONG_SHADOW)
    second = b.black and b.body < a.body and a.close < b.open <= a.high and a.low <= b.low < a.close
    third = c.black and c.body < c.limit(SHORT) and c.no_lower and c.no_upper and c.is_inside(b)
    return 100 * (first and second and b.lower > b.limit(NO_SHADOW) and third)


def are_rising(a: Candle, b: Candle, c: Candle) -> bool:
    """White candles that close ever higher; b and c open within or near the body before, but not below it."""
    return a.white and b.white and c.white and a.close < b.close < c.close


def opens_on(b: Candle, a: Candle) -> bool:
    return a.open < b.open <= a.close + a.limit(NEAR)


@pattern(SHORT, NO_SHADOW, NEAR, FAR)
def three_white_soldiers(a: Candle, b: Candle, c: Candle) -> float:
    no_uppers = a.no_upper and b.no_upper and c.no_upper
    sizes = b.body > a.body - a.limit(FAR) and c.body > b.body - b.limit(FAR) and c.body > c.limit(SHORT)
    return 100 * (are_rising(a, b, c) and no_uppers and opens_on(b, a) and opens_on(c, b) and sizes)


@pattern(LONG, SHORT_SHADOW, LONG_SHADOW, NEAR, FAR)
def advance_block(a: Candle, b: Candle, c: Candle) -> float:
    strong = a.is_long and a.upper < a.limit(SHORT_SHADOW)
    second_weak = b.body < a.body - a.limit(FAR) and c.body < b.body + b.limit(NEAR)
    third_weak = c.body < b.body - b.limit(FAR)
    shadows = c.upper > c.limit(SHORT_SHADOW) or b.upper > b.limit(SHORT_SHADOW)
    ever_weaker = c.body < b.body < a.body and shadows
    rejected = c.body < b.body and c.upper > c.limit(LONG_SHADOW)
    weak = second_weak or third_weak or ever_weaker or rejected
    return -100 * (are_rising(a, b, c) and opens_on(b, a) and opens_on(c, b) and strong and weak)


@pattern(LONG, SHORT, NO_SHADOW, NEAR)
def stalled_pattern(a: Candle, b: Candle, c: Candle) -> float:
    stalled = c.body < c.limit(SHORT) and c.open >= b.close - c.body - b.limit(NEAR)
    return -100 * (are_rising(a, b, c) and a.is_long and b.is_long and b.no_upper and opens_on(b, a) and stalled)


@pattern(NO_SHADOW, EQUAL)
def identical_three_crows(a: Candle, b: Candle, c: Candle) -> float:
    falling = a.black and b.black and c.black and a.close > b.close > c.close
    no_lowers = a.no_lower and b.no_lower and c.no_lower
    opens = within(b.open, a.close, a.limit(EQUAL)) and within(c.open, b.close, b.limit(EQUAL))
    return -100 * (falling and no_lowers and opens)


@pattern(EQUAL)
def stick_sandwich(a: Candle, b: Candle, c: Candle) -> float:
    same = within(c.close, a.close, a.limit(EQUAL))
    return 100 * (a.black and b.white and b.low > a.close and c.black and same)


@pattern(LONG, SHORT)
def unique_three_river(a: Candle, b: Candle, c: Candle) -> float:
    second = b.black and b.close > a.close and b.open <= a.open and b.low < a.low
    third = c.white and c.body < c.limit(SHORT) and c.open > b.low
    return 100 * (a.black and a.is_long and second and third)


def is_star(a: Candle, b: Candle, c: Candle, color: int, penetration: float) -> bool:
    """A long candle of the other color, something beyond it, and a candle back into the body of the first."""
    gap = b.body_below(a) if color == 1 else b.body_above(a)
    return gap and is_return(a, c, color, penetration)


def is_return(a: Candle, c: Candle, color: int, penetration: float) -> bool:
    into = a.close + color * a.body * penetration
    deep = c.close > into if color == 1 else c.close < into
    return a.color == -color and a.is_long and c.color == color and c.body > c.limit(SHORT) and deep


@pattern(LONG, SHORT)
def morning_star(a: Candle, b: Candle, c: Candle, penetration: float) -> float:
    return 100 * (is_star(a, b, c, 1, penetration) and b.body <= b.limit(SHORT))


@pattern(LONG, SHORT)
def evening_star(a: Candle, b: Candle, c: Candle, penetration: float) -> float:
    return -100 * (is_star(a, b, c, -1, penetration) and b.body <= b.limit(SHORT))


@pattern(LONG, SHORT, DOJI)
def morning_doji_star(a: Candle, b: Candle, c: Candle, penetration: float) -> float:
    return 100 * (is_star(a, b, c, 1, penetration) and b.is_doji)


@pattern(LONG, SHORT, DOJI)
def evening_doji_star(a: Candle, b: Candle, c: Candle, penetration: float) -> float:
    return -100 * (is_star(a, b, c, -1, penetration) and b.is_doji)


@pattern(LONG, SHORT, DOJI)
def abandoned_baby(a: Candle, b: Candle, c: Candle, penetration: float) -> float:
    alone = (b.below(a) and c.above(b)) if c.white else (b.above(a) and c.below(b))
    return c.color * 100 * (is_return(a, c, c.color, penetration) and b.is_doji and alone)


@pattern(NEAR, EQUAL)
def gap_side_by_side_white(a: Candle, b: Candle, c: Candle) -> float:
    up, down = b.body_above(a) and c.body_above(a), b.body_below(a) and c.body_below(a)
    alike = within(c.body, b.body, b.limit(NEAR)) and within(c.open, b.open, b.limit(EQUAL))
    return (up - down) * 100 * (b.white and c.white and alike)


@pattern()
def gap_three_methods(a: Candle, b: Candle, c: Candle) -> float:
    gap = b.body_above(a) if a.white else b.body_below(a)
    fills = b.bottom < c.open < b.top and a.bottom < c.close < a.top
    return a.color * 100 * (a.color == b.color == -c.color and gap and fills)


@pattern(NEAR)
def tasuki_gap(a: Candle, b: Candle, c: Candle) -> float:
    opens = b.bottom < c.open < b.top
    rising = b.white and b.body_above(a) and a.top < c.close < b.open
    falling = b.black and b.body_below(a) and b.open < c.close < a.bottom
    into = rising or falling
    return b.color * 100 * (b.color == -c.color and opens and into and abs(b.body - c.body) < b.limit(NEAR))


@pattern(DOJI)
def tristar(a: Candle, b: Candle, c: Candle) -> float:
    """What a doji is, is measured before the first of the three."""
    dojis = max(a.body, b.body, c.body) <= a.limit(DOJI)
    down = b.body_above(a) and c.top < b.top
    up = b.body_below(a) and c.bottom > b.bottom
    return (up - down) * 100 * dojis

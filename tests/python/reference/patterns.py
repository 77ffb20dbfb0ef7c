"""Candlestick patterns: the rules of G. Morris, Candlestick Charting Explained, with TA-Lib's measures.

A rule is given the candles of a pattern, oldest first, and says 100, -100, 80 or -80, or 0; it is not asked where a
price is missing in what it looks back on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .candles import (
    DOJI,
    EQUAL,
    FAR,
    LONG,
    LONG_SHADOW,
    NEAR,
    NO_SHADOW,
    SHORT,
    SHORT_SHADOW,
    VERY_LONG_SHADOW,
    Candle,
    Measure,
    candles_of,
    within,
)
from .series import REFERENCES, Series


def pattern(*measures: Measure, least: int = 0) -> Callable[[Any], Any]:
    """The definition of a pattern whose rule takes its candles as a, b, c ... and its penetration, if it has one. No
    row counts before all measures of all its candles are known, or before `least` rows."""

    def define(rule: Callable[..., float]) -> Callable[..., float]:
        count = sum(len(name) == 1 for name in rule.__code__.co_varnames[: rule.__code__.co_argcount])
        first = max([count - 1 + max([measure.period for measure in measures], default=0), least])

        def line(open_: Series, high: Series, low: Series, close: Series, *parameters: float) -> Series:
            series = candles_of(open_, high, low, close)
            out = [0.0] * len(series)
            for row in range(first, len(series)):
                if are_whole(series[row - first : row + 1]):
                    out[row] = float(rule(*series[row - count + 1 : row + 1], *parameters))
            return out

        REFERENCES[rule.__name__] = line
        return rule

    return define


# --- one candle ----------------------------------------------------------------------------------------------------


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


# --- two candles ---------------------------------------------------------------------------------------------------


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


# --- three candles -------------------------------------------------------------------------------------------------


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


# --- four and five candles -----------------------------------------------------------------------------------------


@pattern(NO_SHADOW)
def three_black_crows(a: Candle, b: Candle, c: Candle, d: Candle) -> float:
    falling = b.black and c.black and d.black and a.high > b.close > c.close > d.close
    no_lowers = b.no_lower and c.no_lower and d.no_lower
    return -100 * (a.white and falling and no_lowers and b.close < c.open < b.open and c.close < d.open < c.open)


@pattern(NEAR)
def three_line_strike(a: Candle, b: Candle, c: Candle, d: Candle) -> float:
    def opens_near(one: Candle, before: Candle) -> bool:
        return before.bottom - before.limit(NEAR) <= one.open <= before.top + before.limit(NEAR)

    line = a.close < b.close < c.close if c.white else a.close > b.close > c.close
    strike = (d.open > c.close and d.close < a.open) if c.white else (d.open < c.close and d.close > a.open)
    colors = a.color == b.color == c.color == -d.color
    return c.color * 100 * (colors and line and opens_near(b, a) and opens_near(c, b) and strike)


@pattern(NO_SHADOW)
def concealing_baby_swallow(a: Candle, b: Candle, c: Candle, d: Candle) -> float:
    blacks = a.black and b.black and c.black and d.black
    bare = a.no_upper and a.no_lower and b.no_upper and b.no_lower
    third = c.body_below(b) and c.upper > c.limit(NO_SHADOW) and c.high > b.close
    return 100 * (blacks and bare and third and d.high > c.high and d.low < c.low)


@pattern(LONG)
def breakaway(a: Candle, b: Candle, c: Candle, d: Candle, e: Candle) -> float:
    colors = a.color == b.color == d.color == -e.color
    if a.black:
        goes_on = b.body_below(a) and b.high > c.high > d.high and b.low > c.low > d.low
        back = b.open < e.close < a.close
    else:
        goes_on = b.body_above(a) and b.high < c.high < d.high and b.low < c.low < d.low
        back = a.close < e.close < b.open
    return e.color * 100 * (a.is_long and colors and goes_on and back)


@pattern(NO_SHADOW)
def ladder_bottom(a: Candle, b: Candle, c: Candle, d: Candle, e: Candle) -> float:
    falling = a.black and b.black and c.black and a.open > b.open > c.open and a.close > b.close > c.close
    turn = d.black and d.upper > d.limit(NO_SHADOW) and e.white and e.open > d.open and e.close > d.high
    return 100 * (falling and turn)


@pattern(LONG, SHORT)
def mat_hold(a: Candle, b: Candle, c: Candle, d: Candle, e: Candle, penetration: float) -> float:
    shorts = all(one.body < one.limit(SHORT) for one in (b, c, d))
    floor = a.close - a.body * penetration
    held = b.black and b.body_above(a) and all(floor < one.bottom < a.close for one in (c, d))
    falling = c.top < b.open and d.top < c.top
    breaks_out = e.white and e.open > d.close and e.close > max(b.high, c.high, d.high)
    return 100 * (a.white and a.is_long and shorts and held and falling and breaks_out)


@pattern(LONG, SHORT)
def rising_falling_three_methods(a: Candle, b: Candle, c: Candle, d: Candle, e: Candle) -> float:
    sign = a.color
    colors = e.color == sign and all(one.color == -sign for one in (b, c, d))
    shorts = all(one.body < one.limit(SHORT) for one in (b, c, d))
    held = all(one.bottom < a.high and one.top > a.low for one in (b, c, d))
    against = sign * b.close > sign * c.close > sign * d.close
    goes_on = sign * e.open > sign * d.close and sign * e.close > sign * a.close
    return sign * 100 * (colors and a.is_long and shorts and e.is_long and held and against and goes_on)


# --- patterns with a confirmation ----------------------------------------------------------------------------------


def with_confirmation(signals: list[int], series: list[Candle], first: int) -> Series:
    """A signal in its row, and twice as strong within three rows after, where a close confirms it."""
    out = []
    found = None
    for row, signal in enumerate(signals):
        value = 0
        if not are_whole(series[max(0, row - first) : row + 1]):
            found = None
        elif signal != 0:
            value, found = signal, row
        elif found is not None and row <= found + 3:
            before = series[found - 1]
            if (series[row].close > before.high) if signals[found] > 0 else (series[row].close < before.low):
                value, found = 2 * signals[found], None
        out.append(float(value) if row >= first else 0.0)
    return out


def are_whole(series: list[Candle]) -> bool:
    return all(candle.is_whole for candle in series)


def breaks(c: Candle, d: Candle) -> int:
    """100 where d lies lower than c, -100 where it lies higher."""
    return 100 * ((d.high < c.high and d.low < c.low) - (d.high > c.high and d.low > c.low))


def hikkake(open_: Series, high: Series, low: Series, close: Series) -> Series:
    """A candle inside the one before, and a break that is taken back."""
    series = candles_of(open_, high, low, close)
    signals = []
    for row in range(len(series)):
        found = row > 1 and are_whole(series[row - 2 : row + 1]) and series[row - 1].is_inside(series[row - 2])
        signals.append(breaks(series[row - 1], series[row]) if found else 0)
    return with_confirmation(signals, series, 5)


def modified_hikkake(open_: Series, high: Series, low: Series, close: Series) -> Series:
    """Two candles inside one another, of which the first closes near the end that the break leaves."""
    series = candles_of(open_, high, low, close)
    signals = []
    for row in range(len(series)):
        signal = 0
        if row >= NEAR.period + 2:
            a, b, c, d = series[row - 3 : row + 1]
            if are_whole([a, b, c, d]) and b.is_inside(a) and c.is_inside(b):
                signal = breaks(c, d)
                near = b.close <= b.low + b.limit(NEAR) if signal > 0 else b.close >= b.high - b.limit(NEAR)
                signal *= near
        signals.append(signal)
    return with_confirmation(signals, series, NEAR.period + 5)


REFERENCES["hikkake"] = hikkake
REFERENCES["modified_hikkake"] = modified_hikkake

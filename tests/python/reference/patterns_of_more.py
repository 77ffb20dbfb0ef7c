"""Candlestick patterns of four and five candles: the rules of G. Morris with TA-Lib's measures.

A rule is given the candles, oldest first, and says 100, -100, 80 or -80, or 0.
"""

from __future__ import annotations

from .candles import LONG, NEAR, NO_SHADOW, SHORT, Candle, pattern


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

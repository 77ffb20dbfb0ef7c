"""Stops that follow the price."""

from __future__ import annotations

from .series import NAN, Lines, Series, lead, middle, reference
from .volatility import atr


def parabolic(
    high: Series,
    low: Series,
    start: float,
    offset: float,
    long: tuple[float, float, float],
    short: tuple[float, float, float],
    begins_short: bool | None = None,
) -> tuple[Series, list[bool]]:
    """Wilder's stop, and whether it is above the price. long and short are the first acceleration, its step and its
    limit. start: the first stop, short where it is negative; 0 asks the first two bars.
    backtrader's is told whether it begins short, never turns in its first row, turns to the extreme itself, and
    begins with an acceleration beyond the limit."""
    is_backtrader = begins_short is not None
    stops: Series = [NAN] * min(1, len(high))
    above: list[bool] = [False] * len(stops)
    if len(high) < 2:
        return stops, above
    limits = {False: long, True: short}
    accelerations = {side: (min(a, most), min(step, most), most) for side, (a, step, most) in limits.items()}
    if is_backtrader:
        accelerations = limits
    fall, rise = low[0] - low[1], high[1] - high[0]
    is_short = start < 0 or (start == 0 and fall > 0 and fall > rise)
    if is_backtrader:
        is_short = begins_short
    stop = abs(start) if start != 0 else high[0] if is_short else low[0]
    extreme = low[1] if is_short else high[1]
    acceleration = accelerations[is_short][0]
    before = 0 if is_backtrader else 1  # TA-Lib's first bar has none before it but itself
    for i in range(1, len(high)):
        tops, bottoms = (high[before], high[i]), (low[before], low[i])
        turns = (high[i] >= stop) if is_short else (low[i] <= stop)
        if turns and not (is_backtrader and i == 1):
            is_short = not is_short
            stop = extreme
            if not is_backtrader:
                stop = max(extreme, *tops) if is_short else min(extreme, *bottoms)
            stop *= 1 + offset if is_short else 1 - offset
            extreme = low[i] if is_short else high[i]
            acceleration = accelerations[is_short][0]
        elif (low[i] < extreme) if is_short else (high[i] > extreme):
            extreme = low[i] if is_short else high[i]
            _, step, most = accelerations[is_short]
            acceleration = min(acceleration + step, most)
        stops.append(stop)
        above.append(is_short)
        stop += acceleration * (extreme - stop)
        stop = max(stop, *tops) if is_short else min(stop, *bottoms)
        before = i
    return stops, above


@reference
def sar(high: Series, low: Series, step: float, most: float) -> Series:
    return parabolic(high, low, 0.0, 0.0, (step, step, most), (step, step, most))[0]


@reference
def psar(high: Series, low: Series, close: Series, period: int, af: float, afmax: float) -> Series:
    """backtrader's: begins in the direction of the second close, and is told later."""
    falls = len(close) > 1 and close[1] < close[0]
    speed = (af, af, afmax)
    stops = parabolic(high, low, 0.0, 0.0, speed, speed, falls)[0]
    return [NAN] * min(period - 1, len(stops)) + stops[period - 1 :]


@reference
def sarext(
    high: Series,
    low: Series,
    start: float,
    offset: float,
    initial_long: float,
    step_long: float,
    max_long: float,
    initial_short: float,
    step_short: float,
    max_short: float,
) -> Series:
    long, short = (initial_long, step_long, max_long), (initial_short, step_short, max_short)
    stops, above = parabolic(high, low, start, offset, long, short)
    return [-stop if is_short else stop for stop, is_short in zip(stops, above, strict=True)]


@reference
def supertrend(high: Series, low: Series, close: Series, period: int, multiplier: float) -> Lines:
    """Bands close in on the price; each is free again when the close before lay beyond it. The first trend is up."""
    ranges = atr(high, low, close, period)
    first = lead(ranges)
    stops: Series = [NAN] * first
    trends: Series = [NAN] * first
    trend = 1.0
    centers = middle(high, low)
    for i in range(first, len(close)):
        new_upper, new_lower = centers[i] + multiplier * ranges[i], centers[i] - multiplier * ranges[i]
        if i == first:
            upper, lower = new_upper, new_lower
        else:
            upper = new_upper if new_upper < upper or close[i - 1] > upper else upper
            lower = new_lower if new_lower > lower or close[i - 1] < lower else lower
            if (close[i] < lower) if trend > 0 else (close[i] > upper):
                trend = -trend
        stops.append(lower if trend > 0 else upper)
        trends.append(trend)
    return stops, trends

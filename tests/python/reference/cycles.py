"""The dominant cycle: J. Ehlers, Rocket Science for Traders (2001), and MESA and Trading Market Cycles (2002).

All numbers before a series are 0. The measuring begins some rows in, as in TA-Lib. How the prices are smoothed, one by
one or by running sums, changes no definition.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from .series import NAN, Lines, Series, reference

PHASOR_ROWS = 32
PHASE_ROWS = 63


@dataclass
class Cycle:
    """What is measured of a series, a value for each row from the first measured one on."""

    first: int
    smooth: Series = field(default_factory=list)
    detrended: Series = field(default_factory=list)
    in_phase: Series = field(default_factory=list)
    quadrature: Series = field(default_factory=list)
    period: Series = field(default_factory=list)
    smooth_period: Series = field(default_factory=list)


def at(values: Series, row: int) -> float:
    return values[row] if row >= 0 else 0.0


def hilbert(values: Series, row: int, period_before: float) -> float:
    """The part of the values that is a quarter of a cycle behind."""
    sums = 0.0962 * (at(values, row) - at(values, row - 6)) + 0.5769 * (at(values, row - 2) - at(values, row - 4))
    return sums * (0.075 * period_before + 0.54)


def smooth_price(prices: Series, row: int) -> float:
    return (4 * prices[row] + 3 * prices[row - 1] + 2 * prices[row - 2] + prices[row - 3]) / 10


def measure(prices: Series, first: int) -> Cycle:
    cycle = Cycle(first)
    across_i: Series = []
    across_q: Series = []
    i2 = q2 = real = imaginary = period = smooth_period = 0.0
    for now in range(len(prices) - first):
        cycle.smooth.append(smooth_price(prices, first + now))
        cycle.detrended.append(hilbert(cycle.smooth, now, period))
        cycle.in_phase.append(at(cycle.detrended, now - 3))
        cycle.quadrature.append(hilbert(cycle.detrended, now, period))
        across_i.append(hilbert(cycle.in_phase, now, period))
        across_q.append(hilbert(cycle.quadrature, now, period))

        i2_before, q2_before = i2, q2
        i2 = 0.2 * (cycle.in_phase[-1] - across_q[-1]) + 0.8 * i2_before
        q2 = 0.2 * (cycle.quadrature[-1] + across_i[-1]) + 0.8 * q2_before
        real = 0.2 * (i2 * i2_before + q2 * q2_before) + 0.8 * real
        imaginary = 0.2 * (i2 * q2_before - q2 * i2_before) + 0.8 * imaginary

        before = period
        if real != 0 and imaginary != 0:
            period = 360 / math.degrees(math.atan(imaginary / real))
        period = min(max(period, 0.67 * before), 1.5 * before)
        period = 0.2 * min(max(period, 6.0), 50.0) + 0.8 * before
        smooth_period = 0.33 * period + 0.67 * smooth_period
        cycle.period.append(period)
        cycle.smooth_period.append(smooth_period)
    return cycle


def spread(values: Series, cycle: Cycle, lead_in: int, rows: int) -> Series:
    """The values in their rows, NaN in the lead-in."""
    line = [NAN] * min(cycle.first, rows) + values
    return [NAN if row < lead_in else value for row, value in enumerate(line)]


def phasors(close: Series) -> Cycle:
    return measure(close, 12)


@reference
def ht_dcperiod(close: Series, smoothing: str = "exact") -> Series:
    cycle = phasors(close)
    return spread(cycle.smooth_period, cycle, PHASOR_ROWS, len(close))


@reference
def ht_phasor(close: Series, smoothing: str = "exact") -> Lines:
    cycle = phasors(close)
    return (
        spread(cycle.in_phase, cycle, PHASOR_ROWS, len(close)),
        spread(cycle.quadrature, cycle, PHASOR_ROWS, len(close)),
    )


@reference
def mama(close: Series, fast: float, slow: float, smoothing: str = "exact") -> Lines:
    cycle = phasors(close)
    lines: tuple[Series, Series] = ([], [])
    average = following = phase = 0.0
    for now, (i, q) in enumerate(zip(cycle.in_phase, cycle.quadrature, strict=True)):
        phase_before, phase = phase, math.degrees(math.atan(q / i)) if i != 0 else 0.0
        change = max(1.0, phase_before - phase)
        weight = max(fast / change, slow) if change > 1 else fast
        average += weight * (close[cycle.first + now] - average)
        following += weight / 2 * (average - following)
        lines[0].append(average)
        lines[1].append(following)
    return tuple(spread(line, cycle, PHASOR_ROWS, len(close)) for line in lines)


# --- the phase -----------------------------------------------------------------------------------------------------


def whole_period(cycle: Cycle, now: int) -> int:
    return int(cycle.smooth_period[now] + 0.5)


def phase_of(cycle: Cycle, now: int) -> float:
    """The angle of the wave of the dominant period that fits the smooth price best, -45 to 315 degrees."""
    period = whole_period(cycle, now)
    angles = [math.radians(360 * back / period) for back in range(period)]
    prices = [at(cycle.smooth, now - back) for back in range(period)]
    real = math.fsum(math.sin(angle) * price for angle, price in zip(angles, prices, strict=True))
    imaginary = math.fsum(math.cos(angle) * price for angle, price in zip(angles, prices, strict=True))
    phase = math.degrees(math.atan(real / imaginary)) if imaginary != 0 else math.copysign(90, real) if real else 0.0
    phase += 90 + 360 / cycle.smooth_period[now]  # the smooth price lags a row
    if imaginary < 0:
        phase += 180
    return phase - 360 if phase > 315 else phase


def trend_of(cycle: Cycle, close: Series, now: int) -> float:
    """The mean price of one dominant cycle."""
    period = whole_period(cycle, now)
    row = cycle.first + now
    return math.fsum(close[row - period + 1 : row + 1]) / period if period > 0 else 0.0


def trendline_of(cycle: Cycle, close: Series) -> Series:
    trends = [trend_of(cycle, close, now) for now in range(len(cycle.smooth))]
    return [
        (4 * at(trends, now) + 3 * at(trends, now - 1) + 2 * at(trends, now - 2) + at(trends, now - 3)) / 10
        for now in range(len(trends))
    ]


def phases(close: Series) -> Cycle:
    return measure(close, 37)


def phases_of(cycle: Cycle) -> Series:
    return [phase_of(cycle, now) for now in range(len(cycle.smooth))]


@reference
def ht_dcphase(close: Series, smoothing: str = "exact") -> Series:
    cycle = phases(close)
    return spread(phases_of(cycle), cycle, PHASE_ROWS, len(close))


@reference
def ht_sine(close: Series, smoothing: str = "exact") -> Lines:
    cycle = phases(close)
    return tuple(
        spread([math.sin(math.radians(phase + ahead)) for phase in phases_of(cycle)], cycle, PHASE_ROWS, len(close))
        for ahead in (0, 45)
    )


@reference
def ht_trendline(close: Series, smoothing: str = "exact") -> Series:
    cycle = phases(close)
    return spread(trendline_of(cycle, close), cycle, PHASE_ROWS, len(close))


@reference
def ht_trendmode(close: Series, smoothing: str = "exact") -> Series:
    """A trend, unless the sine lines crossed less than half a cycle ago or the phase moves as a cycle's does; and
    where the price is far from the trendline."""
    cycle = phases(close)
    lines = trendline_of(cycle, close)
    out = []
    days = 0
    phase = sine = lead = 0.0
    for now, phase_now in enumerate(phases_of(cycle)):
        period = cycle.smooth_period[now]
        sine_now, lead_now = math.sin(math.radians(phase_now)), math.sin(math.radians(phase_now + 45))
        trend = 1.0
        if (sine_now > lead_now and sine <= lead) or (sine_now < lead_now and sine >= lead):
            days, trend = 0, 0.0
        days += 1
        if days < period / 2 or 0.67 * 360 / period < phase_now - phase < 1.5 * 360 / period:
            trend = 0.0
        if lines[now] != 0 and abs((cycle.smooth[now] - lines[now]) / lines[now]) >= 0.015:
            trend = 1.0
        phase, sine, lead = phase_now, sine_now, lead_now
        out.append(trend)
    line = spread(out, cycle, PHASE_ROWS, len(close))
    return [0.0 if math.isnan(value) else value for value in line]

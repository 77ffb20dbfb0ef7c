"""What candlestick patterns are told by: the parts of a candle, and what counts as long, short, near or equal."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from .series import REFERENCES, Series, mean


class Measure(NamedTuple):
    """`factor` times the mean `part` of the `period` candles before; of the candle itself when that is 0."""

    part: str
    period: int
    factor: float


LONG = Measure("body", 10, 1.0)
SHORT = Measure("body", 10, 1.0)
DOJI = Measure("span", 10, 0.1)
LONG_SHADOW = Measure("body", 0, 1.0)
VERY_LONG_SHADOW = Measure("body", 0, 2.0)
SHORT_SHADOW = Measure("shadow", 10, 1.0)
NO_SHADOW = Measure("span", 10, 0.1)
NEAR = Measure("span", 5, 0.2)
FAR = Measure("span", 5, 0.6)
EQUAL = Measure("span", 5, 0.05)


@dataclass(frozen=True)
class Candle:
    """A candle of a series. It is white unless it closes lower than it opens."""

    series: list[Candle]
    row: int
    open: float
    high: float
    low: float
    close: float

    @property
    def is_whole(self) -> bool:
        return not math.isnan(self.open + self.high + self.low + self.close)

    @property
    def color(self) -> int:
        return 1 if self.close >= self.open else -1

    @property
    def white(self) -> bool:
        return self.color == 1

    @property
    def black(self) -> bool:
        return self.color == -1

    @property
    def top(self) -> float:
        """The upper end of the body."""
        return max(self.open, self.close)

    @property
    def bottom(self) -> float:
        return min(self.open, self.close)

    @property
    def body(self) -> float:
        return abs(self.close - self.open)

    @property
    def span(self) -> float:
        return self.high - self.low

    @property
    def upper(self) -> float:
        """The shadow above the body."""
        return self.high - self.top

    @property
    def lower(self) -> float:
        return self.bottom - self.low

    @property
    def shadow(self) -> float:
        """The mean of both."""
        return (self.upper + self.lower) / 2

    def limit(self, measure: Measure) -> float:
        if measure.period == 0:
            return measure.factor * getattr(self, measure.part)
        before = self.series[self.row - measure.period : self.row]
        return measure.factor * mean([getattr(candle, measure.part) for candle in before])

    @property
    def is_long(self) -> bool:
        return self.body > self.limit(LONG)

    @property
    def is_doji(self) -> bool:
        return self.body <= self.limit(DOJI)

    @property
    def no_upper(self) -> bool:
        return self.upper < self.limit(NO_SHADOW)

    @property
    def no_lower(self) -> bool:
        return self.lower < self.limit(NO_SHADOW)

    def body_above(self, other: Candle) -> bool:
        """A gap between the bodies."""
        return self.bottom > other.top

    def body_below(self, other: Candle) -> bool:
        return self.top < other.bottom

    def above(self, other: Candle) -> bool:
        """A gap between the candles, shadows and all."""
        return self.low > other.high

    def below(self, other: Candle) -> bool:
        return self.high < other.low

    def is_inside(self, other: Candle) -> bool:
        return self.high < other.high and self.low > other.low


def candles_of(open_: Series, high: Series, low: Series, close: Series) -> list[Candle]:
    series: list[Candle] = []
    for row, prices in enumerate(zip(open_, high, low, close, strict=True)):
        series.append(Candle(series, row, *prices))
    return series


def within(value: float, center: float, distance: float) -> bool:
    return center - distance <= value <= center + distance


def are_whole(series: list[Candle]) -> bool:
    return all(candle.is_whole for candle in series)


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

"""Candlestick patterns that a later candle may confirm: the rules of G. Morris with TA-Lib's measures."""

from __future__ import annotations

from .candles import NEAR, Candle, are_whole, candles_of
from .series import REFERENCES, Series


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

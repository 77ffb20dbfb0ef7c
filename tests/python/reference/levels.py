"""Levels for the next bar."""

from __future__ import annotations

from .series import Lines, Series, by_row, mean, reference


def pivots(open_: Series, high: Series, low: Series, close: Series, weight: str) -> Series:
    more = {"none": [], "open": [open_], "close": [close]}[weight]
    return by_row(lambda *prices: mean(prices), high, low, close, *more)


@reference
def pivot_point(open_: Series, high: Series, low: Series, close: Series, weight: str) -> Lines:
    pivot = pivots(open_, high, low, close, weight)
    return (
        pivot,
        by_row(lambda p, h: 2 * p - h, pivot, high),
        by_row(lambda p, h, lo: p - (h - lo), pivot, high, low),
        by_row(lambda p, lo: 2 * p - lo, pivot, low),
        by_row(lambda p, h, lo: p + (h - lo), pivot, high, low),
    )


@reference
def fibonacci_pivot_point(
    open_: Series, high: Series, low: Series, close: Series, weight: str, level1: float, level2: float, level3: float
) -> Lines:
    pivot = pivots(open_, high, low, close, weight)
    levels = [level1, level2, level3]
    supports = [by_row(lambda p, h, lo, share=share: p - share * (h - lo), pivot, high, low) for share in levels]
    resistances = [by_row(lambda p, h, lo, share=share: p + share * (h - lo), pivot, high, low) for share in levels]
    return (pivot, *supports, *resistances)


@reference
def demark_pivot_point(open_: Series, high: Series, low: Series, close: Series) -> Lines:
    sums = by_row(lambda o, h, lo, c: h + lo + c + (lo if c < o else h if c > o else c), open_, high, low, close)
    return (
        [value / 4 for value in sums],
        by_row(lambda value, h: value / 2 - h, sums, high),
        by_row(lambda value, lo: value / 2 - lo, sums, low),
    )

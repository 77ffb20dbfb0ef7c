"""Slow definitions of every indicator, to compare the fast ones with.

Each says in plain Python, over lists, what the literature says, row by row and window by window: sums by math.fsum,
nothing carried along that the definition does not carry. A function takes the inputs and the parameters of its
indicator (choices by name) and returns its lines; NaN stands before the first full result. Indicators that pass over
missing rows are given series without any.
"""

from __future__ import annotations

from . import averages, crypto, cycles, maths, momentum, oscillators, patterns, signals, statistics, trend, volatility, volume
from .series import REFERENCES

__all__ = ["REFERENCES", "averages", "crypto", "cycles", "maths", "momentum", "oscillators", "patterns", "signals", "statistics", "trend", "volatility", "volume"]

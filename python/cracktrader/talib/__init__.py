"""The functions of TA-Lib 0.8.2 with its names, arguments, results and refusals, so that a program changes one line:

import cracktrader.talib as talib

talib.SMA(close, timeperiod=20)
talib.abstract.BBANDS(frame)          # columns by name
talib.stream.RSI(close).update(price) # one bar after the other

What differs is in docs/talib.md.
"""

from __future__ import annotations

import sys
from typing import Any

from cracktrader_fast import __version__ as _own_version

from ._native import FUNCTIONS, GROUPS
from ._settings import get_compatibility, get_unstable_period, set_compatibility, set_unstable_period
from ._types import InsufficientHistory, MA_Type

__version__ = "0.8.2"
__ta_version__ = f"0.8.1 (CrackTrader {_own_version})".encode()
__function_groups__ = {group: [row.name for row in rows] for group, rows in GROUPS.items()}

globals().update(FUNCTIONS)
func = sys.modules[__name__]

__all__ = [  # noqa: PLE0604 - the names of the table
    "InsufficientHistory",
    "MA_Type",
    "abstract",
    "get_compatibility",
    "get_function_groups",
    "get_functions",
    "get_unstable_period",
    "set_compatibility",
    "set_unstable_period",
    "stream",
    *sorted(FUNCTIONS),
]


def get_functions() -> list[str]:
    """The names of all functions, group by group."""
    return [name for names in __function_groups__.values() for name in names]


def get_function_groups() -> dict[str, list[str]]:
    """The names of the functions of each group."""
    return {group: [*names] for group, names in __function_groups__.items()}


def __getattr__(name: str) -> Any:
    if name in ("abstract", "stream"):
        from importlib import import_module

        return import_module(f".{name}", __name__)
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")

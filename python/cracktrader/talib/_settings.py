"""Unstable periods: how many first values of a recursive function are held back, for all calls of the program."""

from __future__ import annotations

import warnings
from functools import partial
from typing import Any
from weakref import WeakSet

from ._composed import run
from ._formulas import FORMULAS, MASKS
from ._native import FUNCTIONS, ROWS

MOST = 100_000_000
# While there are any, the settings that they were opened with stay.
OPEN_STREAMS: WeakSet[Any] = WeakSet()

_periods = {name: 0 for name, row in ROWS.items() if "unstable" in row.flags}

# Names that TA-Lib still takes although nothing depends on them.
RETIRED = {
    "ADXR": "it follows ADX",
    "MFI": "MFI has none",
    "STOCHRSI": "it follows RSI",
}


def set_unstable_period(name: str, period: int) -> None:
    """How many values the recursive function of that name holds back after its lead-in; "ALL" means all of them.
    Functions that are built on it follow.
    Raises KeyError (a function without one), Exception (too large a period), RuntimeError (a stream is open)."""
    check_idle()
    if name in RETIRED:
        warn_retired(name)
        return
    if name != "ALL" and name not in _periods:
        raise KeyError(name)
    if isinstance(period, str) or not hasattr(period, "__int__"):
        raise TypeError("an integer is required")
    period = int(period)
    if period < 0:
        raise OverflowError("can't convert negative value to unsigned int")
    if period > MOST:
        raise Exception("TA_SetUnstablePeriod function failed with error code 2: Bad Parameter (TA_BAD_PARAM)")
    for one in _periods if name == "ALL" else [name]:
        _periods[one] = period
    apply()


def get_unstable_period(name: str) -> int:
    """The unstable period of the function; 0 for "ALL". Raises KeyError (a function without one)."""
    if name in RETIRED:
        warn_retired(name)
        return 0
    return 0 if name == "ALL" else _periods[name]


def set_compatibility(value: int) -> None:
    """Takes a number and changes nothing, as TA-Lib does since 0.8."""
    check_idle()
    if isinstance(value, str) or not hasattr(value, "__int__"):
        raise TypeError("an integer is required")


def get_compatibility() -> int:
    """Always 0, as in TA-Lib since 0.8."""
    return 0


def check_idle() -> None:
    if OPEN_STREAMS:
        raise RuntimeError("cannot change TA-Lib settings or lifecycle while calls or streams are active")


def warn_retired(name: str) -> None:
    warnings.warn(
        f"unstable period {name!r} is deprecated and has no effect: {RETIRED[name]}", DeprecationWarning, stacklevel=3
    )


def apply() -> None:
    """Tells the functions what the periods make of them."""
    for name, function in FUNCTIONS.items():
        function.masked = _periods.get(MASKS.get(name, name), 0)
    for name, (parts, formula) in FORMULAS.items():
        changed = any(_periods[part] for part in parts)
        FUNCTIONS[name].composed = partial(run, ROWS[name], formula) if changed else None

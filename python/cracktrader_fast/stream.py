"""Indicators that are given one bar after the other, each with the bits that its function gives.

from cracktrader_fast import stream
sma = stream.Sma(20)
for price in prices:
    mean = sma.update(price)

A class for each indicator, by its name or an alias: stream.Sma, stream.Atr, stream.BollingerBands.
"""

from __future__ import annotations

from . import _core
from ._core import Stream
from ._errors import NotFound

__all__ = ["Stream"]


def __getattr__(name: str) -> type[Stream]:
    if name.startswith("_"):
        raise AttributeError(name)
    from ._arrays import class_name

    try:
        indicator = _core.indicator(name)
    except NotFound as error:
        raise AttributeError(str(error)) from None
    own = class_name(indicator.__name__)
    made = globals().get(own)
    if made is None or made.indicator is not indicator:
        members = {"indicator": indicator, "__module__": __name__, "__doc__": indicator.__doc__}
        made = type(own, (Stream,), members)
        globals()[own] = made
    return made


def __dir__() -> list[str]:
    from ._arrays import class_name

    return sorted({*globals(), *(class_name(info["name"]) for info in _core.indicator_infos())})

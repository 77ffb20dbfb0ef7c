"""The native half of CrackTrader: indicator functions on arrays, and what the package cracktrader is built on.

import cracktrader_fast
cracktrader_fast.sma([1.0, 2.0, 3.0], window=2)
"""

from . import _core
from ._core import (
    Bar,
    Bars,
    BarsView,
    Bracket,
    Context,
    Fill,
    Line,
    Market,
    Order,
    RoundedOrder,
    Timer,
    Validation,
    __version__,
    aggregate_trade_bucket,
    load_markets,
    market,
    normalize_ohlcv_payload,
    normalize_trade_payload,
    reasons,
    release_memory,
    round_order,
    sort_reorder_buffer,
    validate_order,
    validate_orders,
)
from ._errors import (
    CrackTraderError,
    Internal,
    Interrupted,
    InvalidArgument,
    InvalidData,
    NotFound,
    Overflow,
    ReadFailed,
    StrategyFailed,
    Unsupported,
    WriteFailed,
)
from ._strategy import Strategy

__all__ = [
    "Bar",
    "Bars",
    "BarsView",
    "Bracket",
    "Context",
    "CrackTraderError",
    "Fill",
    "Internal",
    "Interrupted",
    "InvalidArgument",
    "InvalidData",
    "Line",
    "Market",
    "NotFound",
    "Order",
    "Overflow",
    "ReadFailed",
    "RoundedOrder",
    "Strategy",
    "StrategyFailed",
    "Timer",
    "Unsupported",
    "Validation",
    "WriteFailed",
    "__version__",
    "aggregate_trade_bucket",
    "load_markets",
    "market",
    "normalize_ohlcv_payload",
    "normalize_trade_payload",
    "reasons",
    "release_memory",
    "round_order",
    "sort_reorder_buffer",
    "validate_order",
    "validate_orders",
]


def __getattr__(name: str) -> object:
    """An indicator's function, by its name or an alias."""
    if name.startswith("_"):
        raise AttributeError(name)
    if name == "stream":
        from importlib import import_module

        return import_module(".stream", __name__)
    try:
        function = _core.indicator(name)
    except NotFound as error:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}': {error}") from None
    globals()[name] = function
    return function


def __dir__() -> list[str]:
    return sorted({*globals(), "stream", *(info["name"] for info in _core.indicator_infos())})

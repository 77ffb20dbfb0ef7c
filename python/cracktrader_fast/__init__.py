"""The native half of CrackTrader: indicator functions on arrays, and what the package cracktrader is built on.

import cracktrader_fast
cracktrader_fast.sma([1.0, 2.0, 3.0], window=2)
"""

from ._core import (
    Bar,
    Bars,
    BarsView,
    Context,
    Fill,
    Line,
    Order,
    Timer,
    __version__,
    aggregate_trade_bucket,
    normalize_ohlcv_payload,
    normalize_trade_payload,
    rsi,
    sma,
    sort_reorder_buffer,
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
    "Context",
    "CrackTraderError",
    "Fill",
    "Internal",
    "Interrupted",
    "InvalidArgument",
    "InvalidData",
    "Line",
    "NotFound",
    "Order",
    "Overflow",
    "ReadFailed",
    "Strategy",
    "StrategyFailed",
    "Timer",
    "Unsupported",
    "WriteFailed",
    "__version__",
    "aggregate_trade_bucket",
    "normalize_ohlcv_payload",
    "normalize_trade_payload",
    "rsi",
    "sma",
    "sort_reorder_buffer",
]

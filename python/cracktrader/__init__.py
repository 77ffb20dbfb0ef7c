"""CrackTrader: fast, deterministic backtests of crypto strategies.

import cracktrader as ct

bars = ct.read_bars("candles.csv.gz")
result = ct.backtest(bars, "sma_cross", params={"fast": 10, "slow": 50})
print(result.final_value, result.metrics["sharpe"])
"""

from cracktrader_fast import (
    Bar,
    Bars,
    BarsView,
    Bracket,
    Context,
    CrackTraderError,
    Fill,
    Internal,
    Interrupted,
    InvalidArgument,
    InvalidData,
    Line,
    NotFound,
    Order,
    Overflow,
    ReadFailed,
    Strategy,
    StrategyFailed,
    Timer,
    Unsupported,
    WriteFailed,
    __version__,
)

from . import sizers
from ._backtest import backtest
from ._bars import read_bars, to_bars
from ._cache import Cache, HistoricalDataCache
from ._expressions import ExpressionStrategy
from ._result import Result
from ._table import Table
from ._trades import DollarBars, RangeBars, RenkoBars, TickBars, TimeBars, VolumeBars

TYPE_CHECKING = False  # that of typing, which is not worth its import
if TYPE_CHECKING:
    from . import indicators as indicators
    from . import talib as talib

__all__ = [
    "Bar",
    "Bars",
    "BarsView",
    "Bracket",
    "Cache",
    "Context",
    "CrackTraderError",
    "DollarBars",
    "ExpressionStrategy",
    "Fill",
    "HistoricalDataCache",
    "Internal",
    "Interrupted",
    "InvalidArgument",
    "InvalidData",
    "Line",
    "NotFound",
    "Order",
    "Overflow",
    "RangeBars",
    "ReadFailed",
    "RenkoBars",
    "Result",
    "Strategy",
    "StrategyFailed",
    "Table",
    "TickBars",
    "TimeBars",
    "Timer",
    "Unsupported",
    "VolumeBars",
    "WriteFailed",
    "__version__",
    "backtest",
    "indicators",
    "read_bars",
    "sizers",
    "to_bars",
]


def __getattr__(name: str) -> object:
    # On demand: indicators need numpy.
    if name in ("indicators", "talib"):
        from importlib import import_module

        return import_module(f".{name}", __name__)
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")

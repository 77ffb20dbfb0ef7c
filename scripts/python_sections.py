"""What the page of the Python packages says besides docstrings: its order and the types of arguments."""

from __future__ import annotations

INTRO = """# Python

Every public name of `cracktrader` (`import cracktrader as ct`) and `cracktrader_fast`. The indicators have
[pages of their own](indicators/README.md), [cracktrader.talib](talib.md) too. Money and prices of results are
`decimal.Decimal`, prices in strategies floats, times UTC. What is wrong raises one of the [exceptions](#exceptions).

<!-- setup
import cracktrader as ct
import cracktrader_fast
import pathlib
import numpy as np
import polars

bars = ct.read_bars("candles.csv.gz")
h, l, c = bars.high, bars.low, bars.close
result = ct.backtest(bars, "sma_cross")
pathlib.Path("run.toml").write_text('data.csv = "candles.csv.gz"\\nstrategy.name = "sma_cross"\\n')
trades = [{"timestamp": 1704067200000 + 40 * at, "price": 42000 + at % 50, "amount": 0.5} for at in range(2000)]
batches = [trades]
-->

"""
# Every public name, by what it is for.
SECTIONS = {
    "Running": ["backtest", "Result", "Table"],
    "Bars": ["read_bars", "to_bars", "Bars"],
    "The cache": ["Cache", "HistoricalDataCache"],
    "Bars of trades": ["TimeBars", "TickBars", "VolumeBars", "DollarBars", "RangeBars", "RenkoBars"],
    "Strategies": [
        *("Strategy", "ExpressionStrategy", "Context", "Bar", "BarsView", "Line"),
        *("Order", "Bracket", "Fill", "Timer"),
    ],
    "Sizers": ["sizers"],
    "Indicators by name": ["indicators"],
    "Validation": [
        *("validate_order", "validate_orders", "round_order", "market", "load_markets", "reasons"),
        *("Market", "Validation", "RoundedOrder"),
    ],
    "Trades and candles as they come": [
        *("normalize_trade_payload", "normalize_ohlcv_payload", "aggregate_trade_bucket", "sort_reorder_buffer"),
        "release_memory",
    ],
    "Exceptions": [
        *("CrackTraderError", "InvalidArgument", "InvalidData", "NotFound", "Unsupported", "Overflow", "ReadFailed"),
        *("WriteFailed", "StrategyFailed", "Interrupted", "Internal"),
    ],
}
# What arguments may be, by the names of the aliases in stubs and signatures.
TYPES = {
    "Account": "a dict of what is known of an account ([validation](validation.md))",
    "BarsLike": "Bars, a DataFrame (pandas, polars, pyarrow) or a mapping of columns, as `to_bars` takes it",
    "CashLike": "a Number, or a dict of Numbers by asset",
    "FeesLike": "a venue's name, or a dict of names or of maker, taker and flat by symbol ([costs](costs.md))",
    "Field": '`"open"`, `"high"`, `"low"`, `"close"` or `"volume"`',
    "Floats": "a numpy array of float64, one dimension",
    "Ints": "a numpy array of int64, one dimension",
    "ModelLike": 'text such as `"bps=5"`, or a dict with `"model"` ([costs](costs.md))',
    "Number": "an int, a float, a Decimal or text; in strategies also a Line",
    "OrderId": "the number that `buy` returned, or a client_id",
    "OrderTime": '`"gtc"`, `"ioc"`, `"fok"`, `"gtd"` or `"day"`',
    "OrderType": '`"market"`, `"limit"`, `"stop"`, `"stop_limit"`, `"take_profit"` or `"take_profit_limit"`',
    "RiskLike": "the path of a TOML file, or a dict of rules ([risk](risk.md))",
    "Side": '`"buy"` or `"sell"`',
    "StrategyLike": "the name of a built-in, a class, or an object of one",
    "Time": "ISO text (UTC), milliseconds since 1970, a datetime or a date",
    "TimeInForce": "that of an order ([orders](orders.md))",
    "TimeLike": "the same",
    "TradesLike": "a DataFrame, a mapping of columns, or a list of dicts as ccxt gives it",
}

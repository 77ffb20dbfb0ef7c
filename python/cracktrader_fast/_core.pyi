"""The native module. Public names are re-exported by cracktrader_fast and cracktrader."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from os import PathLike
from typing import Any, ClassVar, Literal, NamedTuple, Self, SupportsFloat, final

import numpy as np
import numpy.typing as npt

__version__: str

_Floats = npt.NDArray[np.float64]
_Ints = npt.NDArray[np.int64]
_Number = int | float | str | Decimal | "Line" | SupportsFloat
_Time = str | int | datetime | date
_Field = Literal["open", "high", "low", "close", "volume"]
_TimeInForce = Literal["gtc", "ioc", "fok", "day", "gtd", "on_open", "on_close"]
_OrderId = int | str

def indicator_infos() -> list[dict[str, Any]]:
    """What the registry knows of each indicator, sorted by name."""

def indicator(name: str) -> Any:
    """The function of an indicator, by its name or an alias. Raises NotFound."""

def lead_in(name: str, parameters: Sequence[float]) -> int:
    """How many first rows of an indicator are NaN; parameters left out at the end have their defaults."""

class Stream:
    """An indicator that is given one bar after the other."""

    indicator: ClassVar[Any]
    """Its function."""

    @property
    def lead_in(self) -> int:
        """How many first updates give NaN."""
    def copy(self) -> Self:
        """Another stream that goes on from here by itself."""
    def save(self) -> bytes:
        """Its state, as bytes of this machine's order."""
    def restore(self, state: bytes, /) -> None:
        """Goes on from what save() of one with the same parameters gave."""

_Account = dict[str, _Number | None]
_Side = Literal["buy", "sell"]
_OrderType = Literal["market", "limit", "stop", "stop_limit", "take_profit", "take_profit_limit"]
_OrderTime = Literal["gtc", "ioc", "fok", "gtd", "day"]

@final
class Market:
    """A market: its filters, and what is known of its prices. Made by market()."""

    symbol: str
    venue_symbol: str
    source: str
    filters: dict[str, str]
    unchecked: tuple[str, ...]
    last: float | None
    average: float | None
    bid: float | None
    ask: float | None
    def at(
        self,
        *,
        last: _Number | None = ...,
        average: _Number | None = ...,
        bid: _Number | None = ...,
        ask: _Number | None = ...,
    ) -> Market:
        """The same market with other prices."""

@final
class Validation:
    """What validate_order found. True when the order is ok."""

    ok: bool
    reason: str
    code: int
    field: str
    limit: float | str | Decimal | int | None
    nearest: float | str | Decimal | None
    message: str
    filters_off: tuple[str, ...]
    def __bool__(self) -> bool: ...

class RoundedOrder(NamedTuple):
    """An order on the ticks and lots of its market."""

    size: float | str | Decimal | None
    price: float | str | Decimal | None
    stop_price: float | str | Decimal | None
    changed: tuple[str, ...]
    validation: Validation

def market(
    symbol: str,
    filters: dict[str, Any] | None = None,
    *,
    last: _Number | None = None,
    average: _Number | None = None,
    bid: _Number | None = None,
    ask: _Number | None = None,
) -> Market:
    """A market of the table of load_markets(), or of a dict of filters, with what is known of its prices.

    symbol: as in "BTC/USDT" or "BTCUSDT".
    filters: by the names of Market.filters, or a symbol of Binance's exchangeInfo (docs/validation.md).
    last, average, bid, ask: prices in the quote asset.

    Raises NotFound (symbol), InvalidData for filters that no order can pass, InvalidArgument.

        fast_market = cracktrader_fast.market("BTC/USDT", last=50_000)
        lots = cracktrader_fast.market("X/Y", {"lot_size": "0.1", "min_notional": 5})
    """

def load_markets(path: str | PathLike[str] | None, exchange: str = "binance") -> dict[str, Any]:
    """Replaces the table of markets that symbols are looked up in. Returns {source, markets (how many), left_out}.

    path: the JSON of Binance's exchangeInfo, or Lean's symbol properties of an exchange, plain, gzip or zip; None for
    the bundled table of Binance's spot market.

    Raises NotFound, InvalidData, ReadFailed.
    """

def reasons() -> tuple[str, ...]:
    """The names of the codes of validate_orders, by code."""

def validate_order(
    symbol: str,
    size: _Number,
    price: _Number | None,
    order_type: _OrderType,
    *,
    side: _Side = "buy",
    stop_price: _Number | None = None,
    time_in_force: _OrderTime = "gtc",
    reduce_only: bool = False,
    post_only: bool = False,
    market: Market | dict[str, Any] | None = None,
    account: _Account | None = None,
) -> Validation:
    """Checks an order against the filters of its market and what is known of the account.

    symbol: as in "BTC/USDT" or "BTCUSDT"; an unknown one is a reason.
    size: in the base asset. Numbers are exact: a float counts as the shortest text that reads back to it.
    price: the limit, in the quote asset. A market order may have None or the price that is expected.
    stop_price: the trigger; a stop without it waits at its price.
    market: a Market, or a dict of filters and prices; without it that of the table of load_markets().
    account: a dict of what is known: cash (quote asset), free (base asset), position, open_buys, open_orders,
    open_algo_orders, open_iceberg_orders, fee (a share of the notional).

    Returns a Validation, true when the order is ok. Raises InvalidArgument for what is no number, side, type or time in
    force, Overflow.
    """

def validate_orders(
    symbol: str,
    sizes: npt.ArrayLike,
    prices: npt.ArrayLike | None,
    order_type: _OrderType,
    *,
    side: _Side = "buy",
    stop_prices: npt.ArrayLike | None = None,
    time_in_force: _OrderTime = "gtc",
    reduce_only: bool = False,
    post_only: bool = False,
    market: Market | dict[str, Any] | None = None,
    account: _Account | None = None,
) -> npt.NDArray[np.uint8]:
    """validate_order for many orders: their codes as a uint8 array, 0 where one is ok, else its place in reasons().

    sizes: an array of float64, one dimension.
    prices, stop_prices: an array as long, one number for all, or None.

    Each order is checked by itself. Raises NotFound (symbol), InvalidArgument (lengths, types).

        codes = cracktrader_fast.validate_orders("BTC/USDT", [0.5, 0.123456789], 50_000, "limit")
    """

def round_order(
    symbol: str,
    size: _Number,
    price: _Number | None,
    order_type: _OrderType,
    *,
    side: _Side = "buy",
    stop_price: _Number | None = None,
    time_in_force: _OrderTime = "gtc",
    reduce_only: bool = False,
    post_only: bool = False,
    market: Market | dict[str, Any] | None = None,
    account: _Account | None = None,
) -> RoundedOrder:
    """The nearest valid order, and what was changed; takes what validate_order takes.

    A buy limit goes down and a sell limit up to a tick, a trigger price away from the market, a size down to a lot;
    then into the range of their filters. Raises NotFound (symbol), InvalidArgument, Overflow.
    """

def release_memory() -> None:
    """Gives the memory of large results that was kept for later ones back to the system."""

def normalize_trade_payload(payload: object) -> dict[str, Any] | None:
    """{timestamp_ms, price, amount} of a trade as ccxt or a stream gives it; None for what is no trade.

    payload: a dict with timestamp, price and amount or T, p and q; numbers also as text, times in s, ms, us, ns or ISO.
    """

def normalize_ohlcv_payload(payload: object) -> list[Any] | None:
    """[timestamp_ms, open, high, low, close, volume] of a candle as a list or dict; None for what is none.

    payload: numbers also as text; what is short or has something missing is no candle.
    """

def aggregate_trade_bucket(
    trade: dict[str, Any],
    bucket: Sequence[Any] | None = None,
    bucket_start_ms: int | None = None,
    timeframe: str | int = "1m",
) -> dict[str, Any]:
    """Adds a trade to the open candle. For many trades take ct.TimeBars.

    trade: a dict of timestamp_ms, price and amount, as normalize_trade_payload takes it.
    bucket, bucket_start_ms: the open candle, next_bucket and next_bucket_start_ms of the call before.
    timeframe: a name or milliseconds.

    Returns a dict: emit (the candle that the trade completes, or None), next_bucket and next_bucket_start_ms (the open
    candle afterwards), stale (the trade is older than that and changed nothing). Raises InvalidData, InvalidArgument.
    """

def sort_reorder_buffer(buffer: Sequence[Any]) -> dict[str, Any]:
    """Trades or candles by time; those of one time stay in the order of their arrival.

    buffer: dicts or lists, as trades and candles come. Returns {sorted, out_of_order_count}, how many arrived after a
    later one. Raises InvalidData (row without a time).
    """

@final
class Bar:
    """One closed bar. Prices and volume are floats. A bar that is kept stays as it is."""

    @property
    def open(self) -> float: ...
    @property
    def high(self) -> float: ...
    @property
    def low(self) -> float: ...
    @property
    def close(self) -> float: ...
    @property
    def volume(self) -> float:
        """In the base asset."""
    @property
    def symbol(self) -> str: ...
    @property
    def timeframe(self) -> str: ...
    @property
    def time_ms(self) -> int:
        """Open time in milliseconds since 1970, UTC."""
    @property
    def time(self) -> datetime:
        """Open time as an aware datetime in UTC."""

@final
class Line:
    """An indicator's line: `line.value` or `line[0]` is its value at the current bar, `line[3]` three bars ago."""

    @property
    def value(self) -> float:
        """The value at the current bar; NaN while the indicator has too few bars."""
    def __getitem__(self, ago: int, /) -> float: ...
    def __float__(self) -> float: ...

@final
class BarsView:
    """The closed bars of a series up to now, as read-only numpy arrays; the last row is the current bar."""

    @property
    def time_ms(self) -> _Ints: ...
    @property
    def open(self) -> _Floats: ...
    @property
    def high(self) -> _Floats: ...
    @property
    def low(self) -> _Floats: ...
    @property
    def close(self) -> _Floats: ...
    @property
    def volume(self) -> _Floats: ...
    @property
    def symbol(self) -> str: ...
    @property
    def timeframe(self) -> str: ...
    def __len__(self) -> int: ...

class Order(NamedTuple):
    """An order as it was when this was made. None: it has no such thing."""

    id: int
    symbol: str
    side: Literal["buy", "sell"]
    type: Literal[
        "market",
        "limit",
        "stop",
        "stop_limit",
        "take_profit",
        "take_profit_limit",
        "trailing_stop",
        "trailing_stop_limit",
    ]
    tif: _TimeInForce
    quantity: float
    limit_price: float | None
    stop_price: float | None
    status: Literal["created", "submitted", "accepted", "partially_filled", "filled", "canceled", "rejected", "expired"]
    reason: str
    filled: float
    time_ms: int
    created_ms: int
    trail: float | None
    trail_percent: float | None
    limit_offset: float | None
    expire_ms: int | None
    post_only: bool
    reduce_only: bool
    display: float | None
    parent: int | None
    oco: int | None
    client_id: str
    arrival_price: float | None

class Bracket(NamedTuple):
    """The ids of a bracket's orders."""

    entry: int
    stop: int
    limit: int

class Fill(NamedTuple):
    """A match of an order. On bars its time is the open time of the bar it happened in."""

    order_id: int
    time_ms: int
    symbol: str
    side: Literal["buy", "sell"]
    quantity: float
    price: float
    fee: float
    liquidity: Literal["maker", "taker"]

class Timer(NamedTuple):
    """A timer that was due."""

    id: int
    time_ms: int

@final
class Context:
    """A strategy's view of a run and its voice in it: the clock, closed bars, orders, the portfolio."""

    @property
    def position(self) -> float:
        """How much of the current callback's symbol is held, in the base asset; negative when short."""
    @property
    def cash(self) -> float:
        """The balance of the quote asset of the current callback's symbol; without one, of the first symbol."""
    @property
    def equity(self) -> float:
        """All that is owned at the last closes, in the reporting asset."""
    @property
    def symbols(self) -> tuple[str, ...]: ...
    @property
    def now(self) -> datetime:
        """The time of this step as an aware datetime in UTC: a bar is seen at its close."""
    @property
    def now_ms(self) -> int: ...
    @property
    def bars(self) -> BarsView:
        """The closed bars of the current bar's series."""
    def buy(
        self,
        size: _Number,
        symbol: str | None = None,
        *,
        limit: _Number | None = None,
        stop: _Number | None = None,
        take_profit: _Number | None = None,
        trail: _Number | None = None,
        trail_percent: _Number | None = None,
        limit_offset: _Number | None = None,
        tif: _TimeInForce = "gtc",
        expire: _Time | None = None,
        post_only: bool = False,
        reduce_only: bool = False,
        display: _Number | None = None,
        parent: _OrderId | None = None,
        oco: _OrderId | None = None,
        client_id: str | None = None,
    ) -> int:
        """Makes a buy order and returns its id.

        size: a number (base asset) or text: "0.5", "95%" of the equity or "5000quote", taken at the limit or stop
        price, else at the last close. It is checked when this step's callbacks are done; a refusal arrives in on_order.
        limit, stop, take_profit: its prices; what is given makes its type.
        trail, trail_percent: a trailing stop at that price distance, or so many percent (5 is 5 %) behind the price.
        limit_offset: makes that a trailing stop-limit, with its limit so far beyond the stop.
        tif: how long it lives; expire (a time) alone means "gtd".
        post_only: rejected rather than taker. reduce_only: never opens or grows a position.
        display: the part of an iceberg that others see.
        parent: waits until that order fills. oco: one group with that order. Both are an id or a client_id.
        client_id: your own name for it; a second order of that name is not made, the first one's id is returned.

            ctx.buy(0.5)                                      # market
            ctx.buy("95%", limit=bar.close * 0.99, tif="day")
            ctx.sell(0.5, trail_percent=5, reduce_only=True)  # trailing stop, 5 % behind the close

        Raises InvalidArgument, NotFound (symbol, parent, oco), Overflow.
        """
    def sell(
        self,
        size: _Number,
        symbol: str | None = None,
        *,
        limit: _Number | None = None,
        stop: _Number | None = None,
        take_profit: _Number | None = None,
        trail: _Number | None = None,
        trail_percent: _Number | None = None,
        limit_offset: _Number | None = None,
        tif: _TimeInForce = "gtc",
        expire: _Time | None = None,
        post_only: bool = False,
        reduce_only: bool = False,
        display: _Number | None = None,
        parent: _OrderId | None = None,
        oco: _OrderId | None = None,
        client_id: str | None = None,
    ) -> int:
        """Makes a sell order, as buy does."""
    def buy_bracket(
        self, size: _Number, stop: _Number, limit: _Number, entry: _Number | None = None, symbol: str | None = None
    ) -> Bracket:
        """Makes a buy, and a stop and a target that wait for it, of which one ends the other.

        entry: its limit price; without, it is a market order.

            bracket = ctx.buy_bracket("10%", stop=bar.close * 0.95, limit=bar.close * 1.1)
            ctx.cancel(bracket.entry)
        """
    def sell_bracket(
        self, size: _Number, stop: _Number, limit: _Number, entry: _Number | None = None, symbol: str | None = None
    ) -> Bracket:
        """The same for a short: the stop lies above, the target below."""
    def close(self, symbol: str | None = None) -> int | None:
        """Makes a market order that brings the position to zero and returns its id; None when there is none."""
    def order_target_size(self, target: _Number, symbol: str | None = None) -> int | None:
        """Makes a market order that brings the position to `target` and returns its id; None when it is there.

        Working orders do not count. Sizes round toward zero.

            ctx.order_target_size(-1.5)
        """
    def order_target_value(self, target: _Number, symbol: str | None = None) -> int | None:
        """The same for a position of that worth in the quote asset, at the last close."""
    def order_target_percent(self, target: _Number, symbol: str | None = None) -> int | None:
        """The same for a position of that share of the equity: 0.25 is a quarter."""
    def replace(
        self,
        order_id: _OrderId,
        size: _Number | None = None,
        limit: _Number | None = None,
        stop: _Number | None = None,
    ) -> None:
        """Asks to change a working order in place.

        on_order tells the outcome: the same status once more and the reason "replaced", or why it was refused.

            order_id = ctx.buy(0.1, limit=bar.close * 0.95)
            ctx.replace(order_id, limit=bar.close * 0.98)
        """
    def cancel(self, order_id: _OrderId) -> None:
        """Asks to cancel an order; one that is not working is left alone. Raises NotFound."""
    def cancel_all(self, symbol: str | None = None) -> None:
        """Asks to cancel all working orders of a symbol or of all, those made in this step too. Raises NotFound."""
    def order(self, order_id: _OrderId) -> Order:
        """The order of that id or client_id as it is now. Raises NotFound."""
    def open_orders(self, symbol: str | None = None) -> list[Order]:
        """The orders that may still fill, oldest first; those of this step come when it is done.

        for order in ctx.open_orders():
            ctx.cancel(order.id)
        """
    def position_of(self, symbol: str) -> float:
        """The position in a symbol, in its base asset; negative when short. Raises NotFound."""
    def balance(self, asset: str) -> float:
        """What the account has of an asset. Raises NotFound, Unsupported (a base asset on a simple account)."""
    def free(self, asset: str) -> float:
        """The part of a balance that no working order has reserved. Raises NotFound, Unsupported as balance does."""
    def bars_of(self, symbol: str, timeframe: str | None = None) -> BarsView:
        """The closed bars of a symbol, as ctx.bars has them; of its shortest timeframe when absent. Raises NotFound."""
    def set_timer(self, time: _Time) -> int:
        """Calls on_timer once at a time and returns the timer's id. Raises InvalidArgument."""
    def indicator(
        self,
        name: str,
        *params: float | str,
        symbol: str | None = None,
        field: _Field = "close",
        timeframe: str | None = None,
        **named: float | str,
    ) -> Any:
        """Adds an indicator and returns its Line, or a named tuple of its Lines. Call it in on_start.

        name: that of its function in cracktrader_fast, or an alias.
        params, named: its parameters, by place or by name.
        symbol: needed where the run has several.
        timeframe: the symbol's shortest one when absent.
        field: the column of an indicator with one input.

        Raises NotFound (name, series), InvalidArgument (parameters; not in on_start).
        """

@final
class Bars:
    """The bars of one symbol at one timeframe, checked. Columns are read-only numpy arrays of their memory."""

    @property
    def timeframe(self) -> str:
        """Their length, as in '1h'."""
    @property
    def price_decimals(self) -> int:
        """Decimals of the exact prices."""
    @property
    def detected(self) -> list[str]:
        """What was found in the files, a line each."""
    @property
    def gaps(self) -> int:
        """Places with at least one bar missing."""
    @property
    def missing_bars(self) -> int:
        """How many bars are missing in all gaps together."""
    @property
    def partial(self) -> list[int]:
        """Rows of resampled bars that are not whole: the first or the last, kept by resample(partial=True)."""
    def resample(self, timeframe: str, *, partial: bool = False) -> Bars:
        """The bars at a longer timeframe: [open, open + timeframe) in UTC, weeks from Monday.

        The first and the last bar are left out where they are not whole; partial=True keeps them and marks them in
        `partial`. Raises InvalidArgument, Unsupported when they are not made of whole bars, InvalidData.
        """
    def heikin_ashi(self) -> Bars:
        """Heikin-Ashi bars of these: averages to look at and for indicators, at which nothing was traded."""
    @property
    def time_ms(self) -> _Ints:
        """Open times in milliseconds since 1970, UTC."""
    @property
    def open(self) -> _Floats:
        """First prices."""
    @property
    def high(self) -> _Floats:
        """Highest prices."""
    @property
    def low(self) -> _Floats:
        """Lowest prices."""
    @property
    def close(self) -> _Floats:
        """Last prices."""
    @property
    def volume(self) -> _Floats:
        """Volumes in the base asset."""
    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...

# What the package cracktrader is built on.

class TimeBarBuilder:
    def __init__(self, timeframes: Sequence[str], reorder: int) -> None: ...
    def update(self, time: _Ints, price: _Floats, amount: _Floats, side: _Ints | None, unit_ns: int) -> list[Table]: ...
    def close_until(self, time: _Time) -> list[Table]: ...
    def finish(self) -> list[Table]: ...
    def open_bars(self) -> list[tuple[int, float, float, float, float, float] | None]: ...
    def stale(self) -> list[int]: ...
    def out_of_order(self) -> int: ...

@final
class EventBarBuilder:
    def __init__(self, kind: str, threshold: str, price_decimals: int, quantity_decimals: int) -> None: ...
    def update(self, time: _Ints, price: _Floats, amount: _Floats, side: _Ints | None, unit_ns: int) -> Table: ...
    def finish(self) -> Table: ...

@final
class Table:
    @property
    def columns(self) -> tuple[str, ...]: ...
    def __len__(self) -> int: ...
    def row(self, index: int, /) -> tuple[Any, ...]: ...
    def kind(self, name: str, /) -> Literal["time", "int", "float", "decimal", "text", "bool"]: ...
    def plain(self, name: str, /) -> Any: ...
    def exact(self, name: str, /) -> list[Any]: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...

def fixed_size(size: float, decimals: int, /) -> float: ...
def percent_size(equity: float, price: float, share: float, decimals: int, /) -> float: ...
def atr_risk_size(equity: float, atr: float, risk: float, multiple: float, decimals: int, /) -> float: ...
def kelly_share(win_rate: float, payoff: float, /) -> float: ...
def kelly_share_of(profits: Sequence[float], /) -> float: ...
def volatility_share(volatility: float, target: float, most: float, /) -> float: ...

class Result:
    def fills(self) -> Table: ...
    def trades(self) -> Table: ...
    def orders(self) -> Table: ...
    def risk_decisions(self) -> Table: ...
    def balances(self) -> Table: ...
    def positions(self) -> Table: ...
    def equity(self) -> Table: ...
    def buy_and_hold(self) -> Table: ...
    def monthly_returns(self) -> Table: ...
    def yearly_returns(self) -> Table: ...
    def metrics(self) -> dict[str, float]: ...
    def analyzers(self) -> list[str]: ...
    @staticmethod
    def metrics_by(analyzer: str, /) -> list[str]: ...
    def to_json(self) -> str: ...
    def report(self, path: str, /) -> None: ...
    def charts_html(self) -> str: ...
    @property
    def bars(self) -> int: ...
    @property
    def initial_cash(self) -> Decimal: ...
    @property
    def final_cash(self) -> Decimal: ...
    @property
    def report_asset(self) -> str: ...
    @property
    def initial_value(self) -> Decimal: ...
    @property
    def final_value(self) -> Decimal: ...
    @property
    def fees(self) -> Decimal: ...
    @property
    def result_hash(self) -> str: ...
    @property
    def input_hash(self) -> str: ...
    @property
    def strategy(self) -> str: ...
    @property
    def warnings(self) -> list[str]: ...
    @property
    def settings(self) -> list[tuple[str, str]]: ...
    @property
    def parameters(self) -> list[tuple[str, str]]: ...
    @property
    def seconds(self) -> list[tuple[str, float]]: ...
    @property
    def version(self) -> str: ...

def read_bars(path: str, timeframe: str | None, price_decimals: int | None) -> Bars: ...
def match_columns(names: Sequence[str], /) -> list[int]: ...
def make_bars(
    time: _Ints,
    open: _Floats,
    high: _Floats,
    low: _Floats,
    close: _Floats,
    volume: _Floats,
    unit_ns: int,
    timeframe: str | None,
    price_decimals: int | None,
) -> Bars: ...
def cache_import_bars(
    folder: str, exchange: str, symbol: str, timeframe: str, instrument: str | None, bars: Bars
) -> dict[str, int]: ...
def cache_import_columns(
    folder: str,
    exchange: str,
    symbol: str,
    timeframe: str,
    instrument: str | None,
    time: _Ints,
    open: _Floats,
    high: _Floats,
    low: _Floats,
    close: _Floats,
    volume: _Floats,
    unit_ns: int,
) -> dict[str, int]: ...
def cache_import_file(
    folder: str, exchange: str, symbol: str, timeframe: str, instrument: str | None, path: str
) -> dict[str, int]: ...
def cache_read(
    folder: str,
    exchange: str,
    symbol: str,
    timeframe: str,
    instrument: str | None,
    start: _Time | None,
    end: _Time | None,
    gaps: str,
) -> Bars: ...
def cache_info(folder: str, exchange: str, symbol: str, timeframe: str, instrument: str | None) -> dict[str, Any]: ...
def cache_list(
    folder: str, exchange: str | None, symbol: str | None, timeframe: str | None, instrument: str | None
) -> list[dict[str, Any]]: ...
def cache_verify(
    folder: str, exchange: str | None, symbol: str | None, timeframe: str | None, instrument: str | None
) -> list[dict[str, str]]: ...
def cache_clear(
    folder: str, exchange: str | None, symbol: str | None, timeframe: str | None, instrument: str | None
) -> list[dict[str, str]]: ...

class RunPlan:
    @property
    def strategy(self) -> str: ...
    @property
    def parameters(self) -> list[tuple[str, str]]: ...
    @property
    def has_expressions(self) -> bool: ...
    def read(self, start: _Time | None, end: _Time | None) -> tuple[list[tuple[str, Bars]], list[tuple[str, Bars]]]: ...

def plan_run(path: str, /) -> RunPlan: ...
def backtest(
    series: Sequence[tuple[str, Bars]],
    strategy: object,
    name: str,
    parameters: Sequence[tuple[str, str]],
    settings: dict[str, Any],
    /,
) -> Result: ...
def check_expressions(fields: dict[str, Any], /) -> None: ...
def did_you_mean(wanted: str, names: Sequence[str], /) -> str: ...
def parse_times(texts: Sequence[str], table: str, /) -> list[int]: ...
def times_in_ns(times: _Ints, unit_ns: int, table: str, /) -> list[int]: ...
def time_ns(value: _Time, what: str, /) -> int: ...

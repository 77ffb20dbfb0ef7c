"""Bars out of public trades."""

from __future__ import annotations

from cracktrader_fast import Bars, InvalidArgument, InvalidData, _core

from ._bars import columns_of, numbers_of, times_of, to_bars
from ._table import Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from ._types import Number, TimeLike, TradesLike

_TIME = ("time", "timestamp", "timestamp_ms", "timestamp_s", "datetime", "date", "transact_time", "t")
_PRICE = ("price", "p")
_AMOUNT = ("amount", "size", "qty", "quantity", "volume", "q")
_SIDE = ("side", "taker_side")
_BUYER_IS_MAKER = ("is_buyer_maker", "isbuyermaker", "m")


class TimeBars:
    """Bars of one or several timeframes out of trades, in one pass; a batch at a time, or as the trades arrive.

        bars = ct.TimeBars("1m").build(trades)             # all at once: Bars
        minutes, hours = ct.TimeBars(["1m", "1h"]).build(trades)

        builder = ct.TimeBars(["1s", "1m"])                # as they come: the bars that are complete by now
        for seconds, minutes in map(builder.update, batches): ...

    Trades are a DataFrame, a mapping of columns, or a list of dicts as ccxt's fetch_trades gives them: time, price,
    amount and, where it is known, side ("buy", "sell": who took) or is_buyer_maker.

    A bar covers [open, open + timeframe) in UTC; a period without trades gives none. A trade older than the open bar is
    dropped and counted in `stale`. reorder holds that many trades back to bring them into the order of their times.
    """

    def __init__(self, timeframe: str | Sequence[str], *, reorder: int = 0) -> None:
        self._one = isinstance(timeframe, str)
        self.timeframes = [timeframe] if isinstance(timeframe, str) else list(timeframe)
        if not self.timeframes:
            raise InvalidArgument("timeframe is an empty list, expected names such as '1m'")
        if reorder < 0:
            raise InvalidArgument(f"reorder is {reorder}, expected 0 or more trades")
        self._reorder = reorder
        self._native = _core.TimeBarBuilder(self.timeframes, reorder)

    def update(self, trades: TradesLike) -> Any:
        """Take trades in the order of their arrival; return the bars they complete.

        A Table (open_time, open, high, low, close, volume, quote_volume, trade_count and, where sides are known,
        taker_buy_volume and taker_buy_quote_volume), or a list of them for several timeframes.
        """
        return self._tables(self._native.update(*_arrays_of(trades)))

    def close_until(self, time: TimeLike) -> Any:
        """Say that the clock has come to a time: bars that end by then are complete, their later trades stale."""
        return self._tables(self._native.close_until(time))

    def finish(self) -> Any:
        """The bars that are still open, complete or not. The last call."""
        return self._tables(self._native.finish())

    def build(self, trades: TradesLike) -> Any:
        """All bars of these trades, the last one as it is: Bars, or a list of them for several timeframes."""
        native = _core.TimeBarBuilder(self.timeframes, self._reorder)
        first = native.update(*_arrays_of(trades))
        last = native.finish()
        if not any(len(table) for table in [*first, *last]):
            raise InvalidData("trades: no rows, expected trades")
        bars = [_bars_of(*tables) for tables in zip(first, last, self.timeframes, strict=True)]
        return bars[0] if self._one else bars

    @property
    def open_bar(self) -> Any:
        """[open time in ms, open, high, low, close, volume] of the open bar, or None; a list for several timeframes."""
        bars = [None if bar is None else list(bar) for bar in self._native.open_bars()]
        return bars[0] if self._one else bars

    @property
    def stale(self) -> int:
        """How many trades were dropped because the bar they belong to was closed; the most of any timeframe."""
        return max(self._native.stale())

    @property
    def out_of_order(self) -> int:
        """How many trades the reorder buffer has put in their places."""
        return self._native.out_of_order()

    def _tables(self, native: list[Any]) -> Any:
        tables = [Table(one, "bars") for one in native]
        return tables[0] if self._one else tables


class _EventBars:
    _kind = ""

    def __init__(self, threshold: Number, *, price_decimals: int = 8, quantity_decimals: int = 8) -> None:
        self._arguments = (self._kind, _decimal_text(threshold), price_decimals, quantity_decimals)
        self._native = _core.EventBarBuilder(*self._arguments)

    def update(self, trades: TradesLike) -> Table:
        """Take trades in the order of their arrival; return the bars they complete.

        Columns: open_time and close_time (of the first and last trade), open, high, low, close, volume, quote_volume,
        trade_count.
        """
        return Table(self._native.update(*_arrays_of(trades)), "bars")

    def finish(self) -> Table:
        """The bar that is still open, if it has trades. The last call."""
        return Table(self._native.finish(), "bars")

    def build(self, trades: TradesLike) -> Table:
        """All complete bars of these trades."""
        return Table(_core.EventBarBuilder(*self._arguments).update(*_arrays_of(trades)), "bars")


class TickBars(_EventBars):
    """Bars of a number of trades each: TickBars(100)."""

    _kind = "tick"


class VolumeBars(_EventBars):
    """Bars that end with the trade by which their volume reaches an amount of the base asset: VolumeBars("12.5").

    Amounts are summed exactly, with quantity_decimals; a trade is never split.
    """

    _kind = "volume"


class DollarBars(_EventBars):
    """Bars that end with the trade by which price x amount reach a value of the quote asset: DollarBars(1_000_000)."""

    _kind = "dollar"


class RangeBars(_EventBars):
    """Bars that end with the trade by which high - low reach a price difference: RangeBars("25.5")."""

    _kind = "range"


class RenkoBars(_EventBars):
    """Renko bricks of one height without wicks: RenkoBars(50). A turn takes a move of two bricks.

    What was traded since the last brick belongs to the first that a trade completes. There is no open brick to finish.
    """

    _kind = "renko"


def _bars_of(first: Any, last: Any, timeframe: str) -> Bars:
    import numpy as np

    columns = {
        name: np.concatenate([first.plain(name), last.plain(name)])
        for name in ("open_time", "open", "high", "low", "close", "volume")
    }
    return to_bars(columns | {"open_time": columns["open_time"].view("datetime64[ms]")}, timeframe=timeframe)


def _decimal_text(value: Number) -> str:
    from decimal import Decimal, InvalidOperation

    try:
        return format(Decimal(str(value)), "f")
    except InvalidOperation:
        raise InvalidArgument(f"the threshold is {value!r}, expected a number") from None


def _arrays_of(trades: Any) -> tuple[Any, Any, Any, Any, int]:
    """time, price, amount, side (or None), nanoseconds per unit of time."""
    if isinstance(trades, list | tuple):
        trades = _columns_of_dicts(trades)
    names, column = columns_of(trades, "trades")
    places = {name.strip().lower(): name for name in names}
    time, unit_ns = times_of(column(_find(places, _TIME)), "trades")
    price, amount = (
        numbers_of(name, column(name), "trades") for name in (_find(places, _PRICE), _find(places, _AMOUNT))
    )
    for what, array in (("price", price), ("amount", amount)):
        if len(array) != len(time):
            raise InvalidData(f"trades: {what} has {len(array)} rows, time has {len(time)}; expected as many")
    return time, price, amount, _sides(places, column, len(time)), unit_ns


def _columns_of_dicts(trades: Any) -> dict[str, list[Any]]:
    """ccxt's list of trades as columns."""
    columns: dict[str, list[Any]] = {"timestamp": [], "price": [], "amount": []}
    with_side = bool(trades) and all(isinstance(one, dict) and one.get("side") for one in trades)
    if with_side:
        columns["side"] = []
    for row, trade in enumerate(trades):
        for name, values in columns.items():
            if not isinstance(trade, dict) or trade.get(name) is None:
                raise InvalidData(f"trades, row {row}: {trade!r} has no {name}, expected a dict as ccxt gives it")
            values.append(trade[name])
    return columns


def _find(places: dict[str, str], wanted: tuple[str, ...]) -> str:
    for name in wanted:
        if name in places:
            return places[name]
    raise InvalidData(
        f"trades: no column {wanted[0]} among {', '.join(places.values())}; expected one of {', '.join(wanted)}"
    )


def _sides(places: dict[str, str], column: Any, rows: int) -> Any:
    """1 where a buyer took, 0 where a seller did; None where it is not known."""
    import numpy as np

    for name in _SIDE:
        if name in places:
            values = np.char.lower(np.asarray(column(places[name])).astype(str))
            buys = (values == "buy") | (values == "b")
            bad = np.flatnonzero(~buys & (values != "sell") & (values != "s"))
            if len(bad):
                raise InvalidData(f"trades, row {bad[0]}: {name} is {str(values[bad[0]])!r}, expected 'buy' or 'sell'")
            break
    else:
        maker = next((places[name] for name in _BUYER_IS_MAKER if name in places), None)
        if maker is None:
            return None
        buys = ~np.asarray(column(maker)).astype(bool)
    if len(buys) != rows:
        raise InvalidData(f"trades: side has {len(buys)} rows, time has {rows}; expected as many")
    return buys.astype("int64")

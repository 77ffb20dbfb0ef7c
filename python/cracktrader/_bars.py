"""Bars from files, DataFrames and mappings of columns."""

from __future__ import annotations

from cracktrader_fast import Bars, InvalidArgument, InvalidData, _core

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from typing import Any

    from ._types import BarsLike

    Columns = tuple[list[str], Callable[[str], Any]]

_KINDS = {
    "bars": "Bars (ct.read_bars reads files), a DataFrame, a mapping of columns or of symbols",
    "trades": "a DataFrame, a mapping of columns or a list of dicts",
}
NS_PER_UNIT = {"s": 1_000_000_000, "ms": 1_000_000, "us": 1_000, "ns": 1}


def read_bars(path: str | os.PathLike[str], *, timeframe: str | None = None, price_decimals: int | None = None) -> Bars:
    """Read candles from a CSV file (plain, gzip, zip) or a folder of them.

    The shape is detected: a header or Binance's columns, times in s, ms, us, ns or ISO text, ascending or descending;
    `bars.detected` says what was found.

    timeframe: what the data must be, as in "1m"; detected when absent.
    price_decimals: of the exact prices; the most in the data when absent.

    Raises NotFound, ReadFailed, InvalidData (file, line, field), InvalidArgument.
    """
    import os

    return _core.read_bars(os.fspath(path), timeframe, price_decimals)


def to_bars(data: BarsLike, *, timeframe: str | None = None, price_decimals: int | None = None) -> Bars:
    """Make Bars of a DataFrame (pandas, polars, pyarrow.Table) or a mapping of arrays, checked like a CSV file.

    Columns are found by name as in a file's header: open_time, time, timestamp or date (or pandas' DatetimeIndex),
    open, high, low, close, volume. Times are Unix time (s, ms, us, ns), datetimes, or ISO text. Columns of float64 in
    one piece and in ascending order are not copied: leave them as they are while the Bars live. timeframe and
    price_decimals are those of read_bars.

    Raises InvalidData (row, field), InvalidArgument.
    """
    if isinstance(data, Bars):
        if timeframe is not None and timeframe != data.timeframe:
            raise InvalidArgument(f"the bars are {data.timeframe}, not timeframe='{timeframe}'")
        return data
    return _core.make_bars(*candle_columns(data), timeframe, price_decimals)


def candle_columns(data: Any) -> tuple[Any, ...]:
    """time, open, high, low, close, volume of a table as arrays, and the times' unit in ns (0: to be told by size)."""
    names, column = columns_of(data)
    places = _core.match_columns(names)
    time, unit_ns = times_of(column(names[places[0]]))
    return time, *(numbers_of(names[place], column(names[place])) for place in places[1:]), unit_ns


def series_of(bars: Any, symbol: str, timeframe: str | None) -> list[tuple[str, Bars]]:
    """All series of a run with their symbols."""
    if not _is_by_symbol(bars):
        return [(_symbol(symbol), to_bars(bars, timeframe=timeframe))]
    series = []
    for name, given in bars.items():
        _symbol(name)
        for one in given if isinstance(given, list | tuple) else [given]:
            try:
                series.append((name, to_bars(one, timeframe=timeframe)))
            except (InvalidArgument, InvalidData) as error:
                raise type(error)(f"{name}: {error}") from None
    return series


def _symbol(name: object) -> str:
    if isinstance(name, str):
        return name
    raise InvalidArgument(f"symbol is a {type(name).__name__}, expected text")


def _is_by_symbol(bars: Any) -> bool:
    """True for a mapping of symbols; a mapping of columns holds plain sequences or arrays."""
    if not _is_mapping(bars):
        return False
    if not bars:
        raise InvalidArgument("bars is an empty mapping, expected symbols or columns")
    return all(_is_table(value) for value in bars.values())


def _is_table(value: object) -> bool:
    if isinstance(value, list | tuple):
        return bool(value) and all(_is_table(one) for one in value)
    return isinstance(value, Bars) or _is_mapping(value) or hasattr(value, "columns") or hasattr(value, "column_names")


def _is_mapping(value: object) -> bool:
    from collections.abc import Mapping

    return isinstance(value, Mapping)


def columns_of(data: Any, table: str = "bars") -> Columns:
    """The names of the columns, and how to get one."""
    if _is_mapping(data):
        return [str(name) for name in data], {str(name): data[name] for name in data}.__getitem__
    if hasattr(data, "column_names") and hasattr(data, "column"):  # pyarrow
        return list(data.column_names), lambda name: data.column(name).to_numpy()
    if not hasattr(data, "columns"):
        raise InvalidArgument(f"{table} is a {type(data).__name__}, expected {_KINDS[table]}")
    columns = {str(name): data[name] for name in data.columns}
    index = getattr(data, "index", None)
    if str(getattr(index, "dtype", "")).startswith("datetime64"):
        columns["open_time"] = index  # pandas with the times as its index: they count, whatever else there is
    return list(columns), columns.__getitem__


def times_of(values: Any, table: str = "bars") -> tuple[Any, int]:
    """Times as int64, and nanoseconds per unit; 0 where the unit must be told from the numbers."""
    import numpy as np

    values = _without_zone(values)
    array = np.asarray(values)
    if array.ndim != 1:
        raise InvalidData(f"{table}: time has {array.ndim} dimensions, expected 1")
    if array.dtype.kind == "M":
        unit = np.datetime_data(array.dtype)
        if unit[0] in NS_PER_UNIT and unit[1] == 1:
            return np.ascontiguousarray(array).view("int64"), NS_PER_UNIT[unit[0]]
        return array.astype("datetime64[ns]").view("int64"), 1
    if array.dtype.kind in "iu":
        return np.ascontiguousarray(array, dtype="int64"), 0
    if array.dtype.kind == "f":
        whole = array.astype("int64", copy=True) if np.isfinite(array).all() else None
        if whole is None or (whole != array).any():
            row = int(np.flatnonzero(~np.isfinite(array) | (np.trunc(array) != array))[0])
            raise InvalidData(f"{table}, row {row}: time is {array[row]}, expected a whole number of s, ms, us or ns")
        return whole, 0
    return _times_of_objects(list(values), table)


def _times_of_objects(values: list[Any], table: str) -> tuple[Any, int]:
    """Times of ISO text or datetimes."""
    import numpy as np

    if all(isinstance(value, str) for value in values):
        return np.array(_core.parse_times(values, table), dtype="int64"), 1
    times_ns = [_core.time_ns(value, f"{table}, row {row}: time") for row, value in enumerate(values)]
    return np.array(times_ns, dtype="int64"), 1


def _without_zone(values: Any) -> Any:
    """pandas' times with a zone as naive UTC, which numpy understands."""
    dtype = getattr(values, "dtype", None)
    if getattr(dtype, "tz", None) is None:
        return values
    return values.dt.tz_convert(None) if hasattr(values, "dt") else values.tz_convert(None)


def numbers_of(name: str, values: Any, table: str = "bars") -> Any:
    import numpy as np

    try:
        array = np.ascontiguousarray(values, dtype="float64") if np.ndim(values) == 1 else None
    except (TypeError, ValueError) as error:
        raise InvalidData(f"{table}: {name} cannot be read as numbers: {error}") from None
    if array is None:
        raise InvalidData(f"{table}: {name} has {np.ndim(values)} dimensions, expected 1")
    return array

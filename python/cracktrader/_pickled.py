"""Candles that the original CrackTrader has pickled."""

from __future__ import annotations

import io
import pickle

from cracktrader_fast import InvalidData, ReadFailed, _core

from ._bars import candle_columns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_FIELDS = ("timestamp", "open", "high", "low", "close", "volume")
# What a list of rows and a pandas frame are made of, and nothing that runs code or touches files.
_ALLOWED = {
    "builtins": {"slice", "set", "bytearray", "complex"},
    "_codecs": {"encode"},
    "collections": {"OrderedDict"},
    "datetime": {"datetime", "date", "timedelta", "timezone"},
    "decimal": {"Decimal"},
    "numpy": {"ndarray", "dtype"},
    "numpy.core.multiarray": {"_reconstruct", "scalar"},
    "numpy._core.multiarray": {"_reconstruct", "scalar"},
    "numpy.core.numeric": {"_frombuffer"},
    "numpy._core.numeric": {"_frombuffer"},
    "pandas": {"DataFrame", "Index", "RangeIndex", "DatetimeIndex", "DatetimeTZDtype", "StringDtype"},
    "pandas.arrays": {"ArrowStringArray", "DatetimeArray"},
    "pandas.core.frame": {"DataFrame"},
    "pandas.core.internals.managers": {"BlockManager"},
    "pandas.core.indexes.base": {"_new_Index", "Index"},
    "pandas.core.indexes.range": {"RangeIndex"},
    "pandas.core.indexes.datetimes": {"_new_DatetimeIndex", "DatetimeIndex"},
    "pandas.core.arrays.datetimes": {"DatetimeArray"},
    "pandas.core.dtypes.dtypes": {"DatetimeTZDtype"},
    "pandas._libs.arrays": {"__pyx_unpickle_NDArrayBacked"},
    "pandas._libs.internals": {"_unpickle_block"},
    "pandas._libs.tslibs.timestamps": {"_unpickle_timestamp"},
    "pandas._libs.tslibs.offsets": {"Minute", "Hour", "Day"},
    "pyarrow.lib": {"_restore_array", "py_buffer", "type_for_alias"},
    "pytz": {"_UTC"},
}
_OLD_NAMES = {"__builtin__": "builtins"}


class _Restricted(pickle.Unpickler):
    """Builds numbers, text, lists, arrays and frames; refuses every other class and function by name."""

    def find_class(self, module: str, name: str) -> Any:
        module = _OLD_NAMES.get(module, module)
        if name in _ALLOWED.get(module, ()):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"it asks for {module}.{name}, which candles do not need")


def read(path: str) -> tuple[Any, ...]:
    """The columns time_ns, open, high, low, close, volume of a pickled month as lists, in the order of its rows.

    The pickle is a list of [ts, o, h, l, c, v] rows or a pandas frame of them, times in s, ms, us or ns. Nothing in it
    is run. Raises InvalidData and ReadFailed naming the file.
    """
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError as error:
        raise ReadFailed(f"{path}: {error.strerror}") from None
    try:
        data = _Restricted(io.BytesIO(content)).load()
    except Exception as error:  # a broken pickle can raise anything
        raise InvalidData(f"{path} cannot be read as a pickle of candles: {error or type(error).__name__}") from None
    try:
        return _columns(data)
    except InvalidData as error:
        raise InvalidData(f"{path}: {error}") from None


def _columns(data: Any) -> tuple[Any, ...]:
    if isinstance(data, list | tuple):
        data = _table_of_rows(data)
    elif not hasattr(data, "columns"):
        raise InvalidData(f"a {type(data).__name__}, expected a list of [ts, o, h, l, c, v] rows or a pandas frame")
    elif list(data.columns) == list(range(len(_FIELDS))):
        data = dict(zip(_FIELDS, (data[place] for place in data.columns), strict=True))
    time, *numbers, unit_ns = candle_columns(data)
    return _core.times_in_ns(time, unit_ns, "bars"), *(column.tolist() for column in numbers)


def _table_of_rows(rows: list[Any] | tuple[Any, ...]) -> dict[str, list[Any]]:
    for row, candle in enumerate(rows):
        if not isinstance(candle, list | tuple) or len(candle) < len(_FIELDS):
            raise InvalidData(f"bars, row {row}: {candle!r:.80}, expected [ts, o, h, l, c, v]")
    return {name: [candle[place] for candle in rows] for place, name in enumerate(_FIELDS)}

"""The tables of a result."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from cracktrader_fast import _core


class Table:
    """A part of a result: rows that are named tuples, columns that any library takes.

    Rows are exact: money, prices and quantities are Decimal. `__arrow_c_stream__` is exact too (decimal128; times are
    timestamp[ms, UTC]), so that polars.DataFrame(table), pyarrow.table(table) and pandas.DataFrame.from_arrow(table)
    take it as it is. to_numpy, to_pandas and to_polars give floats (the nearest double) unless exact=True.

        result.fills[0].price                 # Decimal('61234.5')
        result.trades.to_pandas()["pnl"].sum()
    """

    __slots__ = ("_native", "_row_type", "name")

    def __init__(self, native: _core.Table, name: str) -> None:
        self._native = native
        self._row_type: Any = None
        self.name = name

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self._native.columns

    def __len__(self) -> int:
        return len(self._native)

    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return [self._row(at) for at in range(*index.indices(len(self)))]
        at = index.__index__()
        if not -len(self) <= at < len(self):
            raise IndexError(f"{self.name} have {len(self)} rows, there is no row {at}")
        return self._row(at % len(self))

    def __iter__(self) -> Iterator[Any]:
        return (self._row(at) for at in range(len(self)))

    def __repr__(self) -> str:
        return f"<{self.name}: {len(self)} rows of {', '.join(self.columns)}>"

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._native.__arrow_c_stream__(requested_schema)

    def to_numpy(self, *, exact: bool = False) -> dict[str, Any]:
        """The columns as arrays: datetime64[ms] (UTC), int64, float64, bool, str; NaT or NaN where there is nothing.

        exact: columns of Decimal as arrays of Decimal objects (None where there is nothing).
        """
        return {name: self._array(name, exact) for name in self.columns}

    def to_pandas(self, *, exact: bool = False) -> Any:
        """A pandas.DataFrame; times are datetime64[ms, UTC]."""
        import pandas as pd

        frame = pd.DataFrame(self.to_numpy(exact=exact))
        for name in self.columns:
            if self._native.kind(name) == "time":
                frame[name] = frame[name].dt.tz_localize("UTC")
        return frame

    def to_polars(self, *, exact: bool = False) -> Any:
        """A polars.DataFrame; times are Datetime('ms', 'UTC')."""
        import polars as pl

        frame = pl.DataFrame(self)
        if exact:
            return frame
        floats = [name for name in self.columns if self._native.kind(name) == "decimal"]
        columns = [pl.Series(name, self._native.plain(name)).fill_nan(None) for name in floats]
        return frame.with_columns(columns)

    def _array(self, name: str, exact: bool) -> Any:
        import numpy as np

        kind = self._native.kind(name)
        if kind == "decimal" and exact:
            array = np.empty(len(self), dtype=object)
            array[:] = self._native.exact(name)
            return array
        values = self._native.plain(name)
        if kind == "time":
            return values.view("datetime64[ms]")
        if kind == "text":
            return np.array(values, dtype=str)
        return np.array(values, dtype=bool) if kind == "bool" else values

    def _row(self, at: int) -> Any:
        if self._row_type is None:
            from collections import namedtuple

            row_type = namedtuple(f"{self.name.title().rstrip('s')}Row", self.columns)  # type: ignore[misc]
            self._row_type = row_type
        return self._row_type._make(self._native.row(at))

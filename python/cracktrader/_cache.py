"""The historical cache from Python."""

from __future__ import annotations

from cracktrader_fast import Bars, InvalidArgument, _core

from ._bars import candle_columns, to_bars

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from datetime import datetime
    from typing import Any

    from ._types import BarsLike


class Cache:
    """The historical cache in a folder: monthly Parquet files that the command line and other processes share.

        cache = ct.Cache("data")
        cache.import_("candles.csv.gz", exchange="binance", symbol="BTC/USDT", timeframe="1h")
        bars = cache.read("binance", "BTC/USDT", "1h", start="2024-01-01")
        polars.DataFrame(bars)

    Symbols are ccxt's; instrument ("spot" or "futures") only disambiguates. Several processes may use it at once.
    """

    def __init__(self, directory: str | os.PathLike[str] = "data") -> None:
        import os

        self.directory = os.fspath(directory)

    def __repr__(self) -> str:
        return f"Cache({self.directory!r})"

    def import_(
        self,
        data: str | os.PathLike[str] | BarsLike,
        *,
        exchange: str,
        symbol: str,
        timeframe: str,
        instrument: str | None = None,
    ) -> dict[str, int]:
        """Merge candles into a series: a file (CSV, JSON, Parquet, Feather; its content tells), Bars or a DataFrame.

        Rows come in any order. Of two rows with one time the last wins; months that do not change are not written.
        Returns rows_read, rows_added, rows_changed, duplicates_dropped, months_written and months_unchanged.

        Raises InvalidData, InvalidArgument, NotFound, ReadFailed, WriteFailed.
        """
        import os

        if isinstance(data, str | os.PathLike):
            return _core.cache_import_file(self.directory, exchange, symbol, timeframe, instrument, os.fspath(data))
        series = (self.directory, exchange, symbol, timeframe, instrument)
        if isinstance(data, Bars):
            return _core.cache_import_bars(*series, to_bars(data, timeframe=timeframe))
        return _core.cache_import_columns(*series, *candle_columns(data))

    def read(
        self,
        exchange: str,
        symbol: str,
        timeframe: str,
        *,
        instrument: str | None = None,
        start: str | datetime | float | None = None,
        end: str | datetime | float | None = None,
        gaps: str = "keep",
    ) -> Bars:
        """Read the bars that open in [start, end) into memory; a bare date as the end counts whole.

        gaps: what becomes of missing bars: "keep", "fill" (idle bars: the last close, no volume) or "error".

        The Bars are taken by backtest(), and by polars, pandas and pyarrow through `__arrow_c_stream__`.

        Raises NotFound, InvalidData for a damaged month or a gap, ReadFailed.
        """
        return _core.cache_read(self.directory, exchange, symbol, timeframe, instrument, start, end, gaps)

    def list(
        self,
        exchange: str | None = None,
        symbol: str | None = None,
        timeframe: str | None = None,
        *,
        instrument: str | None = None,
    ) -> list[dict[str, Any]]:
        """What info() tells of every series in scope."""
        return _core.cache_list(self.directory, exchange, symbol, timeframe, instrument)

    def info(self, exchange: str, symbol: str, timeframe: str, *, instrument: str | None = None) -> dict[str, Any]:
        """rows, first and last (ms, UTC), gaps, missing, duplicates_dropped, files, bytes, damaged of one series.

        Raises NotFound, naming the nearest series that is there.
        """
        return _core.cache_info(self.directory, exchange, symbol, timeframe, instrument)

    def verify(
        self,
        exchange: str | None = None,
        symbol: str | None = None,
        timeframe: str | None = None,
        *,
        instrument: str | None = None,
    ) -> list[dict[str, str]]:
        """Read everything in scope and return what is wrong: path and finding of each. Raises NotFound."""
        return _core.cache_verify(self.directory, exchange, symbol, timeframe, instrument)

    def clear(
        self,
        exchange: str | None = None,
        symbol: str | None = None,
        timeframe: str | None = None,
        *,
        instrument: str | None = None,
    ) -> list[dict[str, str]]:
        """Remove what is in scope, everything without arguments, and return it. Raises WriteFailed."""
        return _core.cache_clear(self.directory, exchange, symbol, timeframe, instrument)


class HistoricalDataCache:
    """The cache under the names of the original CrackTrader: `base_dir`, `enabled`, and a dictionary of totals."""

    def __init__(self, base_dir: str | os.PathLike[str] = "data", enabled: bool = True) -> None:
        self.enabled = enabled
        self._cache = Cache(base_dir)

    @property
    def base_dir(self) -> str:
        """The folder."""
        return self._cache.directory

    def get_cache_info(self, exchange: str, symbol: str, timeframe: str) -> dict[str, Any]:
        """total_candles, files, earliest_timestamp, latest_timestamp (ms), size_on_disk; zeros where nothing is."""
        series = self._cache.list(exchange, symbol, timeframe) if self.enabled else []
        return {
            "total_candles": sum(one["rows"] for one in series),
            "files": sum(one["files"] for one in series),
            "earliest_timestamp": min((one["first"] for one in series), default=None),
            "latest_timestamp": max((one["last"] for one in series), default=None),
            "size_on_disk": sum(one["bytes"] for one in series),
        }

    def clear_cache(self, exchange: str | None = None, symbol: str | None = None, timeframe: str | None = None) -> None:
        """Remove everything, or what is of an exchange, symbol and timeframe."""
        self._cache.clear(exchange, symbol, timeframe)

    def invalidate_cache(
        self,
        exchange: str | None = None,
        symbol: str | None = None,
        timeframe: str | None = None,
        instrument_type: str | None = None,
    ) -> None:
        """clear_cache() that must be told what; instrument_type is "spot" or "futures"."""
        if exchange is None and symbol is None and timeframe is None and instrument_type is None:
            raise InvalidArgument("expected what to invalidate: exchange, symbol, timeframe or instrument_type")
        self._cache.clear(exchange, symbol, timeframe, instrument=instrument_type)

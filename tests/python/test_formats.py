"""Files of other programs, imported into the cache: every type that a column may have, and what is refused."""

import json
from decimal import Decimal

import cracktrader as ct
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet
import pytest
from conftest import BUNDLED

COLUMNS = ["open", "high", "low", "close", "volume"]
SERIES = {"exchange": "binance", "symbol": "BTC/USDT", "timeframe": "1h"}


@pytest.fixture
def cache(tmp_path):
    return ct.Cache(tmp_path / "data")


@pytest.fixture(scope="module")
def frame():
    """The bundled candles with their times as pandas has them."""
    table = pd.read_csv(BUNDLED)
    table.insert(0, "date", pd.to_datetime(table.pop("open_time"), unit="ms", utc=True))
    return table


def arrow(frame, **changes):
    """The candles as an Arrow table with other columns in place of its own; None takes one away."""
    table = pa.Table.from_pandas(frame, preserve_index=False)
    for name, values in changes.items():
        at = table.schema.get_field_index(name)
        table = table.remove_column(at) if values is None else table.set_column(at, name, values)
    return table


def milliseconds(frame):
    return frame["date"].astype("datetime64[ms, UTC]").astype("int64").to_numpy()


def check(cache, path, frame):
    """Imports a file and compares what is stored with the candles, to the bit."""
    cache.clear()
    report = cache.import_(path, **SERIES)
    assert report["rows_read"] == report["rows_added"] == len(frame)
    bars = cache.read("binance", "BTC/USDT", "1h")
    np.testing.assert_array_equal(bars.time_ms, milliseconds(frame))
    for column in COLUMNS:
        np.testing.assert_array_equal(getattr(bars, column), frame[column].to_numpy())


def test_what_pandas_writes(cache, frame, tmp_path):
    path = tmp_path / "x.parquet"
    unnamed = frame.set_index("date")
    unnamed.index.name = None
    for written in (frame, frame.set_index("date"), unnamed, frame.rename(columns=str.capitalize)):
        written.to_parquet(path)
        check(cache, path, frame)
    for unit in ("s", "ms", "us", "ns"):
        frame.assign(date=frame["date"].astype(f"datetime64[{unit}, UTC]")).to_parquet(path)
        check(cache, path, frame)
    frame.to_feather(tmp_path / "x.feather")
    check(cache, tmp_path / "x.feather", frame)
    # It writes 42283.58 as 42283.580000000001746: the same double.
    frame.to_json(tmp_path / "x.jsonl", orient="records", lines=True, date_format="iso", double_precision=15)
    check(cache, tmp_path / "x.jsonl", frame)


def test_what_polars_writes(cache, frame, tmp_path):
    table = pl.from_pandas(frame)
    for compression in ("zstd", "snappy", "gzip", "lz4", "brotli", "uncompressed"):
        table.write_parquet(tmp_path / "x.parquet", compression=compression)
        check(cache, tmp_path / "x.parquet", frame)
    table.write_ipc(tmp_path / "x.arrow", compression="zstd")
    check(cache, tmp_path / "x.arrow", frame)
    table.write_ipc_stream(tmp_path / "x.arrows")
    check(cache, tmp_path / "x.arrows", frame)
    table.write_ndjson(tmp_path / "x.ndjson")
    check(cache, tmp_path / "x.ndjson", frame)


def test_zones_are_instants_and_no_zone_is_utc(cache, frame, tmp_path):
    path = tmp_path / "x.parquet"
    frame.assign(date=frame["date"].dt.tz_convert("America/New_York")).to_parquet(path)
    check(cache, path, frame)
    frame.assign(date=frame["date"].dt.tz_localize(None)).to_parquet(path)
    check(cache, path, frame)


@pytest.mark.parametrize("per_ms", [0.001, 1, 1_000, 1_000_000])
def test_times_may_be_numbers_or_text(cache, frame, tmp_path, per_ms):
    path = tmp_path / "x.feather"
    numbers = (milliseconds(frame) * per_ms).astype("int64")
    kinds = [pa.array(numbers), pa.array(numbers.astype("uint64")), pa.array(numbers.astype(str))]
    if per_ms <= 1:
        kinds.append(pa.array(numbers.astype("float64")))
    for kind in kinds:
        pa.feather.write_feather(arrow(frame, date=kind), path)
        check(cache, path, frame)


def test_text_decimals_and_dictionaries(cache, frame, tmp_path):
    path = tmp_path / "x.parquet"
    decimals = {c: pa.array([Decimal(repr(v)) for v in frame[c].tolist()], pa.decimal128(38, 12)) for c in COLUMNS}
    pa.parquet.write_table(arrow(frame, **decimals), path)
    check(cache, path, frame)
    for kind in (pa.string(), pa.large_string(), pa.string_view()):
        texts = {c: pa.array([repr(v) for v in frame[c].tolist()], kind) for c in COLUMNS}
        pa.parquet.write_table(arrow(frame, **texts), path)
        check(cache, path, frame)
    iso = pa.array(frame["date"].dt.strftime("%Y-%m-%d %H:%M:%S")).dictionary_encode()
    prices = {c: pa.array(frame[c]).dictionary_encode() for c in COLUMNS}
    pa.parquet.write_table(arrow(frame, date=iso, **prices), path, row_group_size=1000)
    check(cache, path, frame)


def test_single_precision_means_its_shortest_text(cache, tmp_path, frame):
    path = tmp_path / "x.parquet"
    single = {c: frame[c].astype("float32") for c in COLUMNS}
    frame.assign(**single).to_parquet(path)
    check(cache, path, frame.assign(**{c: [float(str(v)) for v in single[c].to_numpy()] for c in COLUMNS}))


def test_days(cache, tmp_path):
    table = pa.table(
        {
            "Date": pa.array([19723, 19724, 19725], pa.int32()).cast(pa.date32()),
            **{c: [1, 2, 3] for c in ["open", "high", "low", "close"]},
            "vol": pa.array([1, 0, 2**40]),
        }
    )
    pa.parquet.write_table(table, tmp_path / "x.parquet")
    cache.import_(tmp_path / "x.parquet", exchange="x", symbol="A/B", timeframe="1d")
    bars = cache.read("x", "A/B", "1d")
    assert bars.time_ms.tolist() == [19723 * 86_400_000, 19724 * 86_400_000, 19725 * 86_400_000]
    assert bars.volume.tolist() == [1, 0, 2.0**40]


def refused(cache, path, *words, error=ct.InvalidData):
    with pytest.raises(error) as caught:
        cache.import_(path, **SERIES)
    for word in (path.name, *words):
        assert word in str(caught.value), caught.value
    assert cache.list() == []


def test_bad_values_are_named_with_row_and_column(cache, frame, tmp_path):
    path = tmp_path / "x.parquet"

    def write(name, row, value):
        values = frame[name].tolist()
        values[row] = value
        pa.parquet.write_table(arrow(frame, **{name: pa.array(values)}), path, row_group_size=1000)

    write("close", 4321, None)
    refused(cache, path, "row 4322: column 'close' is null")
    write("date", 2, None)
    refused(cache, path, "row 3: column 'date' is null")
    write("close", 4321, float("nan"))
    refused(cache, path, "row 4322: close is nan, expected a price above 0")
    write("low", 0, -1.0)
    refused(cache, path, "row 1: low is -1, expected a price above 0")
    write("open", 5, 1e9)
    refused(cache, path, "row 6: open 1000000000 is above high")
    write("volume", 7, float("inf"))
    refused(cache, path, "row 8: volume is inf")
    texts = [repr(v) for v in frame["high"].tolist()]
    texts[4321] = "1,5"
    pa.parquet.write_table(arrow(frame, high=pa.array(texts)), path)
    refused(cache, path, "row 4322: column 'high' is '1,5', expected a number")


def test_bad_columns_are_named(cache, frame, tmp_path):
    path = tmp_path / "x.feather"
    pa.feather.write_feather(arrow(frame, close=None), path)
    refused(cache, path, "no column for close among date, open, high, low, volume")
    pa.feather.write_feather(arrow(frame, date=None), path)
    refused(cache, path, "no column for time")
    table = arrow(frame)
    pa.feather.write_feather(table.append_column("time", table["date"]).append_column("timestamp", table["date"]), path)
    check(cache, path, frame)  # "timestamp" is the more specific of the three
    cache.clear()
    pa.feather.write_feather(table.append_column("time", table["date"]), path)
    refused(cache, path, "'date' and 'time' both name the time")
    rows = len(frame)
    pa.feather.write_feather(arrow(frame, open=pa.array([[1.0]] * rows)), path)
    refused(cache, path, "column 'open' is of type list", "expected numbers")
    pa.feather.write_feather(arrow(frame, date=pa.array([True] * rows)), path)
    refused(cache, path, "column 'date' is of type bool", "expected times")
    pa.feather.write_feather(arrow(frame, date=pa.array(np.arange(rows))), path)
    refused(cache, path, "row 1: column 'date' is '0', expected a Unix time")
    pa.feather.write_feather(arrow(frame).slice(0, 0), path)
    refused(cache, path, "no rows")


def test_freqtrade_and_ccxt_json(cache, frame, tmp_path):
    """Made by hand from public documentation: lists of [ms, open, high, low, close, volume]."""
    rows = [list(row) for row in zip(milliseconds(frame).tolist(), *(frame[c].tolist() for c in COLUMNS), strict=True)]
    path = tmp_path / "BTC_USDT-1h.json"
    path.write_text(json.dumps(rows))
    check(cache, path, frame)
    rows[100][3] = None
    path.write_text(json.dumps(rows))
    cache.clear()
    refused(cache, path, "low is 'null', expected a number")

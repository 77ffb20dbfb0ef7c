"""The historical cache from Python."""

import subprocess
import sys

import cracktrader as ct
import numpy as np
import pandas as pd
import polars as pl
import pytest
from conftest import BUNDLED


@pytest.fixture
def cache(tmp_path):
    cache = ct.Cache(tmp_path / "data")
    cache.import_(BUNDLED, exchange="binance", symbol="BTC/USDT", timeframe="1h")
    return cache


def test_what_is_imported_is_read(cache):
    bars = cache.read("binance", "BTC/USDT", "1h")
    original = ct.read_bars(BUNDLED)
    assert len(bars) == len(original) == 5980
    for column in ("time_ms", "open", "high", "low", "close", "volume"):
        np.testing.assert_array_equal(getattr(bars, column), getattr(original, column))
    assert bars.price_decimals == original.price_decimals
    run = ct.backtest(bars, "sma_cross", symbol="BTC/USDT")
    assert run.result_hash == ct.backtest(original, "sma_cross", symbol="BTC/USDT").result_hash


def test_a_range_is_read(cache):
    day = cache.read("binance", "BTC/USDT", "1h", start="2024-02-29", end="2024-02-29")
    assert len(day) == 24
    assert pl.DataFrame(day)["open_time"][0].isoformat() == "2024-02-29T00:00:00+00:00"
    with pytest.raises(ct.NotFound, match="no bar of binance BTC/USDT 1h"):
        cache.read("binance", "BTC/USDT", "1h", start="2030-01-01")


def test_info_and_list(cache):
    info = cache.info("binance", "BTC/USDT", "1h")
    assert info["rows"] == 5980
    assert info["first"] == 1_704_067_200_000
    assert info["files"] == 9
    assert info["gaps"] == info["missing"] == info["duplicates_dropped"] == 0
    assert cache.list() == [info]
    assert cache.list("kraken") == []
    with pytest.raises(ct.NotFound, match="the nearest is binance BTC/USDT 1h"):
        cache.info("binance", "BTC/USDC", "1h")


def test_frames_and_bars_are_merged(cache):
    frame = pd.DataFrame(pl.DataFrame(cache.read("binance", "BTC/USDT", "1h")).to_dict(as_series=False))
    for data in (frame, pl.from_pandas(frame), cache.read("binance", "BTC/USDT", "1h")):
        report = cache.import_(data, exchange="binance", symbol="BTC/USDT", timeframe="1h")
        assert report["rows_read"] == 5980
        assert report["months_written"] == 0
    frame.loc[3, "volume"] += 1
    report = cache.import_(frame, exchange="binance", symbol="BTC/USDT", timeframe="1h")
    assert (report["rows_changed"], report["months_written"]) == (1, 1)
    mixed = pd.concat([frame.iloc[::-1], frame.iloc[10:20]])
    report = cache.import_(mixed, exchange="binance", symbol="BTC/USDT", timeframe="1h")
    assert (report["rows_changed"], report["duplicates_dropped"], report["months_written"]) == (0, 10, 0)
    with pytest.raises(ct.InvalidData):
        cache.import_(frame.assign(low=frame["high"] + 1), exchange="b", symbol="A/B", timeframe="1h")


def test_verify_finds_a_flipped_byte(cache, tmp_path):
    assert cache.verify() == []
    month = tmp_path / "data/binance/spot/BTC_USDT/1h/2024-03.parquet"
    content = bytearray(month.read_bytes())
    content[100] ^= 1
    month.write_bytes(content)
    findings = cache.verify()
    assert any("2024-03.parquet" in one["path"] for one in findings)
    with pytest.raises(ct.InvalidData, match=r"2024-03\.parquet is damaged"):
        cache.read("binance", "BTC/USDT", "1h")


def test_clear_at_each_level(cache):
    cache.import_(BUNDLED, exchange="binance", symbol="BTC/USDT:USDT", timeframe="1h")
    removed = cache.clear(instrument="futures")
    assert [one["symbol"] for one in removed] == ["BTC/USDT:USDT"]
    assert len(cache.clear("binance", "BTC/USDT", "1h")) == 1
    assert cache.clear() == []


def test_the_original_names(cache, tmp_path):
    old = ct.HistoricalDataCache(base_dir=tmp_path / "data")
    info = old.get_cache_info("binance", "BTC/USDT", "1h")
    assert (info["total_candles"], info["files"]) == (5980, 9)
    assert info["latest_timestamp"] == 1_725_591_600_000
    assert old.get_cache_info("kraken", "BTC/USDT", "1h")["total_candles"] == 0
    with pytest.raises(ct.InvalidArgument):
        old.invalidate_cache()
    old.invalidate_cache(exchange="binance", symbol="BTC/USDT", timeframe="1h", instrument_type="spot")
    assert old.get_cache_info("binance", "BTC/USDT", "1h")["files"] == 0


def test_bad_arguments_say_what_was_expected(tmp_path):
    cache = ct.Cache(tmp_path)
    with pytest.raises(ct.InvalidArgument, match="spot or futures"):
        cache.list(instrument="option")
    with pytest.raises(ct.InvalidArgument, match="BASE/QUOTE"):
        cache.info("binance", "BTCUSDT", "1h")
    with pytest.raises(ct.InvalidArgument, match="7m"):
        cache.info("binance", "BTC/USDT", "7m")


def test_arrow_is_not_loaded_before_it_is_needed():
    code = "import cracktrader, sys; print(open('/proc/self/maps').read().count('libarrow'), 'pyarrow' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "False"]

"""Bars out of trades, and the functions on single messages of a feed."""

import gzip
import json
import math

import cracktrader as ct
import cracktrader_fast as fast
import numpy as np
import pandas as pd
import polars as pl
import pytest
from conftest import shared_file

NOON = 1_706_702_400_000  # 2024-01-31 12:00 UTC


@pytest.fixture(scope="module")
def bitstamp():
    """100,000 real trades: seconds ascending with ties."""
    return pd.read_csv(shared_file("data/ticks/bitstamp_BTCUSD_trades_20131125.csv.gz"))


@pytest.fixture(scope="module")
def binance():
    """50,000 real messages of Binance: trades and best bids and asks."""
    with gzip.open(shared_file("data/ticks/binance-spot_trades_l1_BTC_ETH_SOL_20250325.jsonl.gz"), "rt") as lines:
        return [json.loads(line)["Item"] for line in lines]


def by_pandas(trades, rule):
    time = pd.to_datetime(trades["timestamp"], unit="s", utc=True)
    groups = trades.groupby(time.dt.floor(rule))
    return groups.agg(
        open=("price", "first"),
        high=("price", "max"),
        low=("price", "min"),
        close=("price", "last"),
        volume=("amount", "sum"),
        count=("price", "size"),
    )


@pytest.mark.parametrize(("timeframe", "rule"), [("1m", "1min"), ("15m", "15min"), ("1h", "1h"), ("1d", "1D")])
def test_time_bars_of_real_trades_are_those_of_pandas(bitstamp, timeframe, rule):
    expected = by_pandas(bitstamp, rule)
    builder = ct.TimeBars(timeframe)
    table = builder.update(bitstamp).to_pandas()
    table = pd.concat([table, builder.finish().to_pandas()])
    assert (table["open_time"].dt.tz_localize(None).to_numpy() == expected.index.tz_localize(None).to_numpy()).all()
    for name in ("open", "high", "low", "close"):
        assert (table[name].to_numpy() == expected[name].to_numpy()).all()
    assert np.allclose(table["volume"], expected["volume"], rtol=1e-12)
    assert (table["trade_count"].to_numpy() == expected["count"].to_numpy()).all()
    assert table["high"].max() == 1163.00
    assert table["low"].min() == 770.10


def test_all_timeframes_at_once_and_in_pieces(bitstamp):
    names = ["1s", "10s", "30s", "1m", "3m", "1h", "4h", "1d", "1w"]
    at_once = ct.TimeBars(names).build(bitstamp)
    builder = ct.TimeBars(names)
    pieces = [[] for _ in names]
    for begin in range(0, len(bitstamp), 7_001):
        for tables, table in zip(pieces, builder.update(bitstamp[begin : begin + 7_001]), strict=True):
            tables.append(table.to_polars())
    for name, bars, tables, last in zip(names, at_once, pieces, builder.finish(), strict=True):
        streamed = pl.concat([*tables, last.to_polars()])
        assert bars.timeframe == name
        assert (bars.time_ms == streamed["open_time"].dt.epoch("ms").to_numpy()).all()
        for column in ("open", "high", "low", "close", "volume"):
            assert (getattr(bars, column) == streamed[column].to_numpy()).all()
    assert builder.stale == 0


def test_event_bars_of_real_trades(bitstamp):
    ticks = ct.TickBars(100).build(bitstamp).to_pandas()
    assert len(ticks) == 1_000
    assert (ticks["close"].to_numpy() == bitstamp["price"].to_numpy()[99::100]).all()
    volume = ct.VolumeBars(50).build(bitstamp).to_pandas()
    assert (volume["volume"] >= 50 - 1e-9).all()
    assert (volume["trade_count"] >= 1).all()
    dollars = ct.DollarBars(100_000).build(bitstamp).to_pandas()
    assert (dollars["quote_volume"] >= 100_000 - 1e-6).all()
    ranges = ct.RangeBars("5").build(bitstamp).to_pandas()
    assert (ranges["high"] - ranges["low"] >= 5 - 1e-9).all()
    bricks = ct.RenkoBars("5").build(bitstamp).to_pandas()
    assert ((bricks["close"] - bricks["open"]).abs().round(9) == 5).all()
    assert (bricks["volume"] >= 0).all()


@pytest.mark.parametrize("make", [lambda: ct.TickBars(7), lambda: ct.VolumeBars(3), lambda: ct.RangeBars(2)])
def test_event_bars_in_pieces_are_those_at_once(bitstamp, make):
    trades = bitstamp[:5_000]
    builder = make()
    tables = [builder.update(trades[begin : begin + 37]).to_pandas() for begin in range(0, len(trades), 37)]
    pd.testing.assert_frame_equal(pd.concat(tables, ignore_index=True), make().build(trades).to_pandas())


def test_trades_as_ccxt_gives_them():
    trades = [
        {"timestamp": NOON, "price": 10.0, "amount": 1.0, "side": "buy", "id": "1"},
        {"timestamp": NOON + 59_999, "price": 12.0, "amount": 2.0, "side": "sell", "id": "2"},
        {"timestamp": NOON + 60_000, "price": 11.0, "amount": 4.0, "side": "sell", "id": "3"},
    ]
    builder = ct.TimeBars("1m")
    table = builder.update(trades)
    assert len(table) == 1
    row = table[0]
    assert (row.open, row.high, row.low, row.close, row.volume) == (10, 12, 10, 12, 3)
    assert (row.quote_volume, row.trade_count, row.taker_buy_volume, row.taker_buy_quote_volume) == (34, 2, 1, 10)
    assert builder.open_bar == [NOON + 60_000, 11, 11, 11, 11, 4]
    assert len(builder.close_until(NOON + 119_999)) == 0
    assert len(builder.close_until(NOON + 120_000)) == 1
    late = {"timestamp": NOON + 61_000, "price": 9.0, "amount": 1.0, "side": "buy"}
    assert len(builder.update([late])) == 0
    assert builder.stale == 1
    assert builder.open_bar is None


def test_late_trades_are_put_in_their_places():
    times = [NOON, NOON + 61_000, NOON + 59_000, NOON + 62_000]
    trades = {"timestamp": times, "price": [1.0, 2.0, 3.0, 4.0], "amount": [1.0] * 4}
    hurried = ct.TimeBars("1m")
    assert hurried.update(trades)[0].close == 1
    assert hurried.stale == 1
    patient = ct.TimeBars("1m", reorder=3)
    assert patient.update(trades)[0].close == 3
    assert patient.stale == 0
    assert patient.out_of_order == 1
    assert patient.finish()[0].volume == 2


def test_columns_of_a_binance_archive():
    frame = pl.DataFrame(
        {
            "agg_trade_id": [1, 2],
            "price": [10.0, 11.0],
            "quantity": [1.0, 3.0],
            "transact_time": [NOON, NOON + 1],
            "is_buyer_maker": [True, False],
        }
    )
    builder = ct.TimeBars("1m")
    builder.update(frame)
    assert builder.finish()[0].taker_buy_volume == 3


def test_build_gives_bars_for_a_backtest(bitstamp):
    result = ct.backtest(ct.TimeBars("5m").build(bitstamp), "sma_cross", params={"fast": 3, "slow": 10})
    assert result.bars > 1_000


@pytest.mark.parametrize(
    ("trades", "message"),
    [
        ({"price": [1.0], "amount": [1.0]}, "no column time"),
        ({"time": [NOON], "amount": [1.0]}, "no column price"),
        ({"time": [NOON], "price": [1.0, 2.0], "amount": [1.0]}, "price has 2 rows, time has 1"),
        ({"time": [NOON], "price": [0.0], "amount": [1.0]}, "row 0: price is 0"),
        ({"time": [NOON], "price": [math.nan], "amount": [1.0]}, "row 0: price is nan"),
        ({"time": [NOON], "price": [1.0], "amount": [-1.0]}, "row 0: amount is -1"),
        ({"time": [5], "price": [1.0], "amount": [1.0]}, "row 0: time is 5"),
        ({"time": [NOON], "price": [1.0], "amount": [1.0], "side": ["up"]}, "row 0: side is 'up'"),
        ([{"timestamp": NOON, "price": 1.0}], "row 0: .* has no amount"),
        ([], "no rows"),
        (5, "trades is a int"),
    ],
)
def test_bad_trades_are_refused(trades, message):
    with pytest.raises((ct.InvalidData, ct.InvalidArgument), match=message):
        ct.TimeBars("1m").build(trades)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: ct.TimeBars("7m"), "7m"),
        (lambda: ct.TimeBars([]), "empty list"),
        (lambda: ct.TickBars(0), "expected a number above 0"),
        (lambda: ct.TickBars(1.5), "at most 0 decimals"),
        (lambda: ct.VolumeBars("many"), "the threshold is 'many'"),
        (lambda: ct.VolumeBars(-1), "expected a number above 0"),
        (lambda: ct.DollarBars(5, price_decimals=12), "12 .* 8|together|20"),
    ],
)
def test_bad_builders_are_refused(make, message):
    with pytest.raises(ct.InvalidArgument, match=message):
        make()


def test_resample_marks_partial_bars():
    minutes = np.arange(5, 185) * 60_000 + NOON
    price = np.arange(180) + 100.0
    bars = ct.to_bars(
        {"time": minutes, "open": price, "high": price + 1, "low": price - 1, "close": price, "volume": price * 0 + 1}
    )
    hours = bars.resample("1h")
    assert hours.timeframe == "1h"
    assert list(hours.time_ms) == [NOON + 3_600_000, NOON + 7_200_000]
    assert list(hours.volume) == [60, 60]
    assert hours.partial == []
    all_hours = bars.resample("1h", partial=True)
    assert list(all_hours.volume) == [55, 60, 60, 5]
    assert all_hours.partial == [0, 3]
    with pytest.raises(ct.Unsupported, match="1m"):
        hours.resample("1m")
    with pytest.raises(ct.InvalidData, match="no whole bar of 1d"):
        bars.resample("1d")
    assert bars.resample("1d", partial=True).partial == [0]


def test_heikin_ashi():
    bars = ct.to_bars(
        {
            "time": [NOON, NOON + 60_000],
            "open": [10.0, 11.0],
            "high": [12.0, 14.0],
            "low": [9.0, 10.0],
            "close": [11.0, 13.0],
            "volume": [1.0, 2.0],
        }
    )
    ashi = bars.heikin_ashi()
    assert list(ashi.close) == [10.5, 12.0]
    assert list(ashi.open) == [10.5, 10.5]
    assert list(ashi.high) == [12.0, 14.0]
    assert list(ashi.low) == [9.0, 10.0]


def test_gaps_of_the_cache_are_kept_filled_or_refused(tmp_path):
    cache = ct.Cache(tmp_path)
    bars = {
        "time": [NOON, NOON + 60_000, NOON + 240_000],
        "open": [1.0, 2.0, 3.0],
        "high": [1.0, 2.0, 3.0],
        "low": [1.0, 2.0, 3.0],
        "close": [1.0, 2.0, 3.0],
        "volume": [1.0, 1.0, 1.0],
    }
    cache.import_(bars, exchange="x", symbol="A/B", timeframe="1m")
    assert list(cache.read("x", "A/B", "1m").close) == [1, 2, 3]
    filled = cache.read("x", "A/B", "1m", gaps="fill")
    assert list(filled.close) == [1, 2, 2, 2, 3]
    assert list(filled.volume) == [1, 1, 0, 0, 1]
    assert filled.missing_bars == 0
    with pytest.raises(ct.InvalidData, match="2 bars of 1m missing from 2024-01-31 12:02:00"):
        cache.read("x", "A/B", "1m", gaps="error")
    with pytest.raises(ct.InvalidArgument, match="expected keep, fill or error"):
        cache.read("x", "A/B", "1m", gaps="drop")


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ({"timestamp": NOON, "price": 1.5, "amount": 2}, (NOON, 1.5, 2.0)),
        ({"timestamp": NOON, "price": "1.5", "amount": "2"}, (NOON, 1.5, 2.0)),
        ({"T": NOON, "p": "0.001", "q": "100"}, (NOON, 0.001, 100.0)),
        ({"timestamp": NOON * 1_000_000, "price": 1, "size": 1}, (NOON, 1.0, 1.0)),
        ({"timestamp": None, "datetime": "2024-01-31T12:00:00.000Z", "price": 1, "amount": 1}, (NOON, 1.0, 1.0)),
        ({"timestamp": NOON, "price": None, "amount": 2}, None),
        ({"timestamp": NOON, "price": "abc", "amount": 2}, None),
        ({"timestamp": NOON, "price": math.nan, "amount": 2}, None),
        ({"timestamp": NOON, "price": 0, "amount": 2}, None),
        ({"timestamp": NOON, "price": 1, "amount": -2}, None),
        ({"price": 1, "amount": 2}, None),
        ({}, None),
        (None, None),
        ("trade", None),
        ([1, 2, 3], None),
    ],
)
def test_normalize_trade_payload(payload, expected):
    trade = fast.normalize_trade_payload(payload)
    assert trade == (
        None if expected is None else dict(zip(("timestamp_ms", "price", "amount"), expected, strict=True))
    )


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ([NOON, 1, 2, 0.5, 1.5, 10], [NOON, 1.0, 2.0, 0.5, 1.5, 10.0]),
        ([NOON, "1", "2", "0.5", "1.5", "10", NOON + 59_999, "x"], [NOON, 1.0, 2.0, 0.5, 1.5, 10.0]),
        ((NOON // 1000, 1, 2, 0.5, 1.5, 10), [NOON, 1.0, 2.0, 0.5, 1.5, 10.0]),
        ({"t": NOON, "o": "1", "h": "2", "l": "0.5", "c": "1.5", "v": "10"}, [NOON, 1.0, 2.0, 0.5, 1.5, 10.0]),
        ([NOON, 1, 2, 0.5, 1.5], None),
        ([NOON, 1, 2, None, 1.5, 10], None),
        ([NOON, 1, 2, "low", 1.5, 10], None),
        ([None, 1, 2, 0.5, 1.5, 10], None),
        ([], None),
        ("123456", None),
        (None, None),
    ],
)
def test_normalize_ohlcv_payload(payload, expected):
    assert fast.normalize_ohlcv_payload(payload) == expected


def test_aggregate_trade_bucket_builds_the_candles_of_time_bars(bitstamp):
    candles = []
    step = {"next_bucket": None, "next_bucket_start_ms": None}
    for row in bitstamp[:3_000].itertuples():
        trade = {"timestamp_ms": row.timestamp * 1000, "price": row.price, "amount": row.amount}
        step = fast.aggregate_trade_bucket(trade, step["next_bucket"], step["next_bucket_start_ms"], 60_000)
        assert step["stale"] is False
        if step["emit"] is not None:
            candles.append(step["emit"])
    candles.append(step["next_bucket"])
    bars = ct.TimeBars("1m").build(bitstamp[:3_000])
    assert [candle[0] for candle in candles] == list(bars.time_ms)
    for place, name in enumerate(("open", "high", "low", "close", "volume"), start=1):
        assert [candle[place] for candle in candles] == list(getattr(bars, name))


def test_aggregate_trade_bucket_drops_stale_trades():
    step = fast.aggregate_trade_bucket({"timestamp": NOON, "price": 2, "amount": 1})
    late = {"timestamp": NOON - 1, "price": 1, "amount": 1}
    after = fast.aggregate_trade_bucket(late, step["next_bucket"], step["next_bucket_start_ms"], "1m")
    assert after == {"emit": None, "next_bucket_start_ms": NOON, "next_bucket": [NOON, 2, 2, 2, 2, 1], "stale": True}
    with pytest.raises(ct.InvalidData, match="expected a dict"):
        fast.aggregate_trade_bucket({"price": 1})
    with pytest.raises(ct.InvalidData, match="bucket is"):
        fast.aggregate_trade_bucket(late, [1, 2])
    with pytest.raises(ct.InvalidArgument, match="7m"):
        fast.aggregate_trade_bucket(late, None, None, "7m")
    with pytest.raises(ct.InvalidArgument, match="whole milliseconds"):
        fast.aggregate_trade_bucket(late, None, None, 0)


def test_sort_reorder_buffer():
    first, second, third = ({"timestamp_ms": NOON + at, "id": at} for at in (0, 5, 9))
    result = fast.sort_reorder_buffer([third, first, second, third])
    assert result == {"sorted": [first, second, third, third], "out_of_order_count": 2}
    assert fast.sort_reorder_buffer([]) == {"sorted": [], "out_of_order_count": 0}
    assert fast.sort_reorder_buffer([[NOON + 1, 2], [NOON, 1]])["sorted"] == [[NOON, 1], [NOON + 1, 2]]
    with pytest.raises(ct.InvalidData, match="row 1"):
        fast.sort_reorder_buffer([first, {"price": 1}])


def test_real_messages_of_binance_are_read(binance):
    bitcoin = [
        {"timestamp": item["time_exchange"]} | item["kind"]["Trade"]
        for item in binance
        if item["instrument"] == 0 and "Trade" in item["kind"]
    ]
    trades = [fast.normalize_trade_payload(item) for item in bitcoin]
    assert None not in trades
    assert trades[0] == {"timestamp_ms": 1_742_944_020_715, "price": 87232.0, "amount": 0.00012}
    bars = ct.TimeBars("1m").build(bitcoin)
    assert [time - bars.time_ms[0] for time in bars.time_ms] == [0, 60_000, 120_000, 180_000]
    assert bars.time_ms[0] == 1_742_944_020_000  # 2025-03-25 23:07
    assert math.isclose(bars.volume.sum(), math.fsum(item["amount"] for item in bitcoin))

"""ct.to_bars: DataFrames and mappings into Bars."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import cracktrader as ct
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import HOUR_MS, START_MS, candles

CLOSES = [100.25, 101.5, 99.75, 100.0]


def changed(**columns: Any) -> dict[str, Any]:
    return {**candles(CLOSES), **columns}


def with_value(name: str, row: int, value: float) -> dict[str, Any]:
    data = candles(CLOSES)
    data[name] = data[name].copy()
    data[name][row] = value
    return data


def frames() -> list[Any]:
    data = candles(CLOSES)
    times = pd.to_datetime(data["open_time"], unit="ms")
    index = pd.DataFrame({key: value for key, value in data.items() if key != "open_time"}, index=times)
    iso = [datetime.fromtimestamp(t / 1000, UTC).isoformat() for t in data["open_time"].tolist()]
    prices = {key: value for key, value in data.items() if key != "open_time"}
    return [
        pytest.param(data, id="mapping"),
        pytest.param({key: value.tolist() for key, value in data.items()}, id="lists"),
        pytest.param({**data, "open_time": data["open_time"] // 1000}, id="seconds"),
        pytest.param({**data, "open_time": data["open_time"].astype(float)}, id="float times"),
        pytest.param({**data, "open_time": iso}, id="ISO text"),
        pytest.param({**data, "open_time": [datetime.fromisoformat(t) for t in iso]}, id="datetimes"),
        pytest.param({**data, "open_time": times.to_numpy().astype("datetime64[us]")}, id="datetime64[us]"),
        pytest.param({"time_ms": data["open_time"], **prices}, id="time_ms, as Bars call it"),
        pytest.param(pd.DataFrame(data), id="pandas"),
        pytest.param(index, id="pandas index"),
        pytest.param(index.tz_localize("UTC").tz_convert("Asia/Tokyo"), id="pandas index with zone"),
        pytest.param(pd.DataFrame({"Date": times.tz_localize("UTC"), **prices}), id="pandas column with zone"),
        pytest.param(pl.DataFrame(data), id="polars"),
        pytest.param(pl.DataFrame(ct.to_bars(data)), id="polars of Bars"),
        pytest.param(pa.table(ct.to_bars(data)), id="pyarrow of Bars"),
        pytest.param(pd.DataFrame.from_arrow(ct.to_bars(data)), id="pandas of Bars"),
        pytest.param({key: value[::-1] for key, value in data.items()}, id="newest first"),
    ]


@pytest.mark.parametrize("frame", frames())
def test_shapes(frame: Any) -> None:
    bars = ct.to_bars(frame)
    assert bars.timeframe == "1h"
    assert bars.price_decimals == 2
    assert bars.time_ms.tolist() == [START_MS + row * HOUR_MS for row in range(len(CLOSES))]
    assert bars.close.tolist() == CLOSES
    assert bars.open.tolist() == [100.25, 100.25, 101.5, 99.75]


def test_contiguous_columns_are_borrowed() -> None:
    data = candles(CLOSES)
    bars = ct.to_bars(data)
    assert np.shares_memory(bars.close, data["close"])
    nanoseconds = data["open_time"] * 1_000_000
    assert ct.to_bars({**data, "open_time": nanoseconds}).time_ms.tolist() == bars.time_ms.tolist()
    strided = np.repeat(data["close"], 2)[::2]
    assert not np.shares_memory(ct.to_bars({**data, "close": strided}).close, strided)


def test_borrowed_columns_outlive_their_frame() -> None:
    bars = ct.to_bars(candles([100.0 + i for i in range(1000)]))
    close = bars.close
    del bars
    assert close.sum() == sum(100.0 + i for i in range(1000))


def test_decimals_become_numbers() -> None:
    data = candles(CLOSES)
    exact = {key: [Decimal(repr(v)) for v in data[key].tolist()] for key in ("open", "high", "low", "close")}
    assert ct.to_bars({**data, **exact}).close.tolist() == CLOSES


def test_price_decimals_are_those_of_the_shortest_text() -> None:
    assert ct.to_bars(candles([1.08e-06, 2e-06], spread=0.0)).price_decimals == 8
    assert ct.to_bars(candles([1234567.0, 1234568.0])).price_decimals == 0
    assert ct.to_bars(candles([0.1 + 0.2, 0.3], spread=0.01), price_decimals=17).price_decimals == 17
    with pytest.raises(
        ct.InvalidData,
        match=r"row 0: open 0.30000000000000004 has 17 decimals, more than the 12 that are detected; round",
    ):
        ct.to_bars(candles([0.1 + 0.2, 0.3], spread=0.01))
    with pytest.raises(ct.InvalidData, match=r"more than the 1 of price_decimals="):
        ct.to_bars(candles(CLOSES), price_decimals=1)
    with pytest.raises(ct.InvalidArgument, match="price_decimals is 19"):
        ct.to_bars(candles(CLOSES), price_decimals=19)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (with_value("close", 2, np.nan), "row 2: close is nan, expected a number"),
        (with_value("high", 1, np.inf), "row 1: high is inf, expected a number"),
        (with_value("low", 1, 0.0), "row 1: low is 0, expected a price above 0"),
        (with_value("open", 0, -1.0), "row 0: open is -1, expected a price above 0"),
        (with_value("volume", 3, -1.0), "row 3: volume is -1, expected a number, 0 or more"),
        (with_value("volume", 3, np.nan), "row 3: volume is nan"),
        (with_value("high", 1, 50.0), "row 1: high 50 is below low"),
        (with_value("close", 1, 150.0), "row 1: close 150 is above high"),
        (with_value("open", 1, 1.0), "row 1: open 1 is below low"),
        (with_value("open_time", 2, START_MS + HOUR_MS), "row 2: time 2023-11-15 00:00:00 repeats the row before"),
        (with_value("open_time", 2, START_MS - HOUR_MS), "row 2: time 2023-11-14 22:00:00 follows"),
        (with_value("open_time", 3, START_MS + 3 * HOUR_MS + 1), "row 3: time .* is no whole number of 1h bars after"),
        (with_value("open_time", 0, 5), "row 0: time is 5, expected Unix time in s, ms, us or ns"),
        (with_value("open_time", 1, 5), "row 1: time is 5, expected Unix time between"),
        (changed(open_time=np.array(["2023-11-14", "NaT"] * 2, "M8[ms]")), "row 1: time is missing"),
        (changed(open_time=["2023-11-14", "x", "y", "z"]), "row 1: time is 'x', expected ISO text"),
        (changed(open_time=[1.5, 2.0, 3.0, 4.0]), r"row 0: time is 1.5, expected a whole number"),
        (changed(close=["a", "b", "c", "d"]), "close cannot be read as numbers"),
        (changed(close=[1.0]), "close has 1 rows, time has 4"),
        (changed(close=np.ones((4, 2))), "close has 2 dimensions"),
        ({key: value[:0] for key, value in candles(CLOSES).items()}, "no rows"),
        ({"open_time": [1], "open": [1.0]}, "no column for high, low, close, volume among open_time, open"),
        (changed(opentime=candles(CLOSES)["open_time"]), "open_time.*opentime"),
    ],
)
def test_bad_data(data: dict[str, Any], message: str) -> None:
    with pytest.raises(ct.InvalidData, match=message):
        ct.to_bars(data)


def test_timeframes() -> None:
    bars = ct.to_bars(candles(CLOSES))
    assert ct.to_bars(bars) is bars
    assert ct.to_bars(bars, timeframe="1h") is bars
    with pytest.raises(ct.InvalidArgument, match="the bars are 1h, not timeframe='1m'"):
        ct.to_bars(bars, timeframe="1m")
    with pytest.raises(ct.InvalidArgument, match="the data are 1h bars, coarser than timeframe='1m'"):
        ct.to_bars(candles(CLOSES), timeframe="1m")
    with pytest.raises(ct.InvalidArgument, match="the data are 1h bars, finer than timeframe='1d'"):
        ct.to_bars(candles(CLOSES), timeframe="1d")
    with pytest.raises(ct.InvalidData, match="the smallest step between bars is 7 s, which is no timeframe"):
        ct.to_bars(candles(CLOSES, step_ms=7_000))
    with pytest.raises(ct.InvalidArgument, match="one row does not tell the timeframe"):
        ct.to_bars(candles([1.5], spread=0.5))
    assert len(ct.to_bars(candles([1.5], spread=0.5), timeframe="1w")) == 1


def test_gaps_are_counted() -> None:
    data = {key: np.delete(value, [2, 3, 5]) for key, value in candles([100.0] * 8).items()}
    bars = ct.to_bars(data)
    assert (bars.gaps, bars.missing_bars) == (2, 3)


@pytest.mark.parametrize("value", [None, 5, "x.csv", [1, 2], {}])
def test_what_is_no_table(value: Any) -> None:
    with pytest.raises(ct.CrackTraderError):
        ct.backtest(value, "sma_cross")

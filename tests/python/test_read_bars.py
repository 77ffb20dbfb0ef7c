"""ct.read_bars: files into Bars."""

from __future__ import annotations

import gzip
from pathlib import Path

import cracktrader as ct
import numpy as np
import pytest
from conftest import BUNDLED

ROWS = "open_time,open,high,low,close,volume\n1700000000000,1,2,0.5,1.5,10\n1700000060000,1.5,2.25,1,2,11\n"


def written(tmp_path: Path, text: str | bytes, name: str = "x.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_real_file(hourly: ct.Bars) -> None:
    assert len(hourly) == 5980
    assert hourly.timeframe == "1h"
    assert hourly.price_decimals == 2
    assert (hourly.gaps, hourly.missing_bars) == (0, 0)
    assert len(hourly.detected) == 1
    assert "5980 rows, 6 columns with header" in hourly.detected[0]
    assert hourly.time_ms[0] == 1_704_067_200_000
    assert repr(hourly) == "Bars(5980 bars of 1h, 2024-01-01 00:00:00 to 2024-09-06 03:00:00)"


def test_columns_are_read_only_arrays_of_one_memory(hourly: ct.Bars) -> None:
    for name in ("open", "high", "low", "close", "volume"):
        column = getattr(hourly, name)
        assert column.dtype == np.float64
        assert not column.flags.writeable
        assert np.shares_memory(column, getattr(hourly, name))
    assert hourly.time_ms.dtype == np.int64
    with pytest.raises(ValueError, match="read-only"):
        hourly.close[0] = 1.0


def test_arguments(tmp_path: Path) -> None:
    path = written(tmp_path, ROWS)
    bars = ct.read_bars(str(path), timeframe="1m", price_decimals=5)
    assert (bars.timeframe, bars.price_decimals) == ("1m", 5)
    assert ct.read_bars(path).price_decimals == 2


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("", ct.InvalidData, "an empty file"),
        (b"\x00\x01\x02", ct.InvalidData, "a binary file"),
        ("a,b,c\n1,2,3\n", ct.InvalidData, "x.csv:1"),
        (ROWS + "1700000120000,1,2,0.5,nan,10\n", ct.InvalidData, "x.csv:4: close is 'nan'"),
        (ROWS + "1700000060000,1,2,0.5,1,10\n", ct.InvalidData, "repeats the row before"),
        (gzip.compress(ROWS.encode())[:-9], ct.InvalidData, "x.csv"),
    ],
)
def test_bad_files(tmp_path: Path, text: str | bytes, error: type, message: str) -> None:
    with pytest.raises(error, match=message):
        ct.read_bars(written(tmp_path, text))


def test_missing_file_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(ct.NotFound, match=r"missing\.csv") as caught:
        ct.read_bars(tmp_path / "missing.csv")
    assert isinstance(caught.value, LookupError)


def test_messages_name_arguments_not_options(tmp_path: Path) -> None:
    with pytest.raises(ct.InvalidArgument, match="finer than timeframe=1h; expected timeframe=1m"):
        ct.read_bars(written(tmp_path, ROWS), timeframe="1h")
    with pytest.raises(ct.InvalidArgument, match=r"give it with timeframe=$"):
        ct.read_bars(written(tmp_path, ROWS[:-31]))
    with pytest.raises(ct.InvalidArgument, match="7m"):
        ct.read_bars(BUNDLED, timeframe="7m")
    with pytest.raises(ct.InvalidArgument, match="price_decimals"):
        ct.read_bars(BUNDLED, price_decimals=19)

"""`cracktrader data migrate-cache`: the pickled months of the original."""

from __future__ import annotations

import json
import os
import pickle
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import cracktrader as ct
import numpy as np
import pandas as pd
import pytest
from cracktrader import _pickled

MINUTE_MS = 60_000
MAY_MS = 1_714_521_600_000  # 2024-05-01
FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "pickles"


def rows(count: int, *, first: int = 0) -> list[list[float]]:
    return [
        [MAY_MS + MINUTE_MS * i, 100.0 + i, 101.5 + i, 99.0 + i, 100.5 + i, 2.25] for i in range(first, first + count)
    ]


def frame(count: int) -> pd.DataFrame:
    return pd.DataFrame(rows(count), columns=["timestamp", "open", "high", "low", "close", "volume"])


def put(source: Path, name: str, data: object, protocol: int | None = None) -> Path:
    path = source / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else pickle.dumps(data, protocol))
    return path


def migrate(tmp_path: Path, *args: str) -> subprocess.CompletedProcess[str]:
    command = ["data", "migrate-cache", "--source", tmp_path / "old", "--data-dir", tmp_path / "new", *args]
    return subprocess.run(
        [sys.executable, "-m", "cracktrader", *command], capture_output=True, text=True, timeout=60, check=False
    )


def migrated(tmp_path: Path, *args: str) -> dict[str, Any]:
    done = migrate(tmp_path, *args, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_months_of_every_series_are_imported(tmp_path):
    put(tmp_path / "old", "binance/spot/BTC_USDT/1m/2024-05.pkl", rows(5))
    put(tmp_path / "old", "binance/spot/BTC_USDT/1m/2024-06.pkl", rows(4, first=44_640))
    put(tmp_path / "old", "binance/futures/ETH_USDT/1m/2024-05.pkl", rows(3))
    put(tmp_path / "old", "binance/spot/BTC_USDT/1m/metadata.json", b"{}")
    report = migrated(tmp_path)
    assert [(one["symbol"], one["files"], one["rows_added"], one["months_written"]) for one in report["series"]] == [
        ("ETH/USDT:USDT", 1, 3, 1),
        ("BTC/USDT", 2, 9, 2),
    ]
    bars = ct.Cache(tmp_path / "new").read("binance", "BTC/USDT", "1m")
    expected = np.array(rows(5) + rows(4, first=44_640))
    np.testing.assert_array_equal(bars.time_ms, expected[:, 0])
    for place, column in enumerate(("open", "high", "low", "close", "volume"), start=1):
        np.testing.assert_array_equal(getattr(bars, column), expected[:, place])
    again = migrated(tmp_path)
    assert sum(one["months_written"] for one in again["series"]) == 0


def test_a_dry_run_reads_all_and_writes_nothing(tmp_path):
    put(tmp_path / "old", "binance/spot/BTC_USDT/1m/2024-05.pkl", rows(5))
    done = migrate(tmp_path, "--dry-run")
    assert done.returncode == 0
    assert "binance BTC/USDT 1m: 5 rows in 1 files, would go to" in done.stdout
    assert "nothing was written" in done.stdout
    assert not (tmp_path / "new").exists()
    assert migrated(tmp_path, "--dry-run")["series"][0]["rows_added"] == 0


@pytest.mark.parametrize(
    "data",
    [
        tuple(tuple(row) for row in rows(6)),
        [[*row, "more"] for row in rows(6)],
        list(reversed(rows(6))) + rows(2),
        [[row[0] // 1000, *row[1:]] for row in rows(6)],
        [[float(row[0]), *row[1:]] for row in rows(6)],
        [[pd.Timestamp(row[0], unit="ms", tz="UTC").to_pydatetime(), *row[1:]] for row in rows(6)],
        np.array(rows(6)).tolist(),
        [list(row) for row in np.array(rows(6))],
        frame(6),
        pd.DataFrame(rows(6)),
        frame(6).assign(timestamp=lambda f: pd.to_datetime(f["timestamp"], unit="ms")),
        frame(6).assign(timestamp=lambda f: pd.to_datetime(f["timestamp"], unit="ms", utc=True)).set_index("timestamp"),
        frame(6).astype({"volume": "float32"}).rename(columns=str.title).rename(columns={"Timestamp": "Time"}),
    ],
    ids=[
        "tuples", "wide", "any-order", "seconds", "floats", "datetimes", "array", "scalars", "frame", "no-names",
        "times", "index", "titles",
    ],
)  # fmt: skip
@pytest.mark.parametrize("protocol", [2, 4, 5])
def test_rows_and_frames_of_many_kinds_are_read(tmp_path, data, protocol):
    put(tmp_path / "old", "binance/spot/BTC_USDT/1m/2024-05.pkl", data, protocol)
    time_ns, *numbers = _pickled.read(str(tmp_path / "old/binance/spot/BTC_USDT/1m/2024-05.pkl"))
    order = np.argsort(time_ns, kind="stable")
    first = [int(np.array(time_ns)[order][i]) for i in range(len(time_ns))]
    assert sorted(set(first)) == [int(row[0]) * 1_000_000 for row in rows(6)]
    at = dict(zip(time_ns, zip(*numbers, strict=True), strict=True))
    assert [list(at[time]) for time in sorted(at)] == [row[1:] for row in rows(6)]


def test_a_frame_of_pandas_2_is_read():
    for path in sorted(FIXTURES.glob("*.pkl")):
        time_ns, *numbers = _pickled.read(str(path))
        assert time_ns == [int(row[0]) * 1_000_000 for row in rows(6)], path
        assert [list(row) for row in zip(*numbers, strict=True)] == [row[1:] for row in rows(6)], path


class Attack:
    def __init__(self, call: Any, *args: Any) -> None:
        self.call, self.args = call, args

    def __reduce__(self) -> tuple[Any, ...]:
        return self.call, self.args


def test_a_pickle_that_runs_code_is_refused(tmp_path):
    target = tmp_path / "owned"
    for attack in (
        Attack(os.system, f"touch {target}"),
        Attack(eval, f"open({str(target)!r}, 'w')"),
        Attack(getattr, [], "append"),
        Attack(open, str(target), "w"),
        Attack(pd.read_pickle, str(target)),
    ):
        for data in (attack, [*rows(2), attack], pickle.dumps([attack], 0)):
            path = put(tmp_path, "attack.pkl", data)
            with pytest.raises(ct.InvalidData, match=r"attack\.pkl cannot be read as a pickle of candles: it asks for"):
                _pickled.read(str(path))
    assert not target.exists()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pickle.dumps(rows(50))[:200], "cannot be read as a pickle of candles"),
        (b"", "cannot be read as a pickle of candles"),
        (b"open_time,open\n1,2\n", "cannot be read as a pickle of candles"),
        ({"a": 1}, "a dict, expected a list of"),
        ([[1, 2, 3]], r"row 0: \[1, 2, 3\], expected \[ts, o, h, l, c, v\]"),
        ([1, 2], "row 0: 1, expected"),
        ([[MAY_MS, 1, 2, "x", 1, 1]], "low cannot be read as numbers"),
        ([[MAY_MS + 0.5, 1, 2, 1, 1, 1]], "expected a whole number"),
        ([[MAY_MS, 1, 2, 3, 1, 1]], "binance BTC/USDT 1m: the bar of 2024-05-01 00:00:00 has low 3 and high 2"),
        ([[MAY_MS, 1, 2, 1, 1, float("nan")]], "volume"),
        ([[MAY_MS + 1, 1, 2, 1, 1, 1]], "1m"),
        (frame(3).drop(columns="volume"), "volume"),
    ],
)
def test_a_month_that_is_none_is_named_and_nothing_is_written(tmp_path, data, message):
    put(tmp_path / "old", "binance/spot/BTC_USDT/1m/2024-05.pkl", data)
    done = migrate(tmp_path)
    assert done.returncode == 2, done.stderr
    assert re.search(message, done.stderr), done.stderr
    assert not list((tmp_path / "new").rglob("*.parquet"))


def test_what_is_asked_for_only(tmp_path):
    for folder in ("binance/spot/BTC_USDT/1m", "binance/futures/BTC_USDT/1M", "kraken/spot/BTC_EUR/1m", "stray"):
        put(tmp_path / "old", f"{folder}/2024-05.pkl", rows(1))
    done = migrate(tmp_path, "--dry-run")
    assert "stray/2024-05.pkl: not below a folder such as" in done.stderr
    assert "BTC/USDT:USDT 1M: 1 rows" in done.stdout
    for args, symbol in ((["--exchange", "kraken"], "BTC/EUR"), (["--instrument", "futures"], "BTC/USDT:USDT")):
        assert [one["symbol"] for one in migrated(tmp_path, "--dry-run", *args)["series"]] == [symbol]
    for args, message in (
        (["--exchange", "okx"], "no pickled months"),
        (["--instrument", "option"], "--instrument"),
    ):
        done = migrate(tmp_path, *args)
        assert done.returncode == 2
        assert message in done.stderr


def test_a_folder_that_is_not_there(tmp_path):
    done = migrate(tmp_path)
    assert done.returncode == 2
    assert done.stderr == f"error: {tmp_path / 'old'}: No such file or directory\n"

"""The functions of indicators: cracktrader_fast.sma and its like."""

from __future__ import annotations

import copy
import inspect
import pickle
import threading
from typing import Any

import cracktrader_fast as fast
import numpy as np
import pandas as pd
import polars as pl
import pytest
from cracktrader_fast import _core
from hypothesis import given, settings
from hypothesis import strategies as st

PRICES = [10.0, 11.0, 12.0, 11.0, 10.0, 13.0, 14.0]
INFOS = _core.indicator_infos()
NAMES = [info["name"] for info in INFOS]
prices_and_window = st.tuples(st.lists(st.floats(0.01, 1e6), min_size=1, max_size=200), st.integers(1, 30))


def columns(info: dict[str, Any], rows: int, seed: int = 1) -> list[np.ndarray]:
    """Inputs that an indicator makes sense of."""
    random = np.random.default_rng(seed)
    close = 100 + np.cumsum(random.normal(0, 1, rows))
    high = close + random.random(rows)
    low = close - random.random(rows)
    known = {
        "open": (high + low) / 2,
        "high": high,
        "low": low,
        "close": close,
        "volume": random.random(rows) * 100 + 1,
    }
    known["periods"] = random.integers(2, 30, rows).astype(float)
    known["benchmark"] = close[::-1] + 5
    return [known.get(name, random.random(rows) * 2 - 1).copy() for name in info["inputs"]]


def lines_of(result: Any) -> list[Any]:
    return list(result) if isinstance(result, tuple) else [result]


def test_sma_by_hand() -> None:
    np.testing.assert_array_equal(fast.sma(PRICES, 3), [np.nan, np.nan, 11.0, 34 / 3, 11.0, 34 / 3, 37 / 3])
    np.testing.assert_array_equal(fast.sma(PRICES, window=1), PRICES)


def test_rsi_by_hand() -> None:
    # First averages over 2 changes: up 1, down 0; then up (1+0)/2, down (0+1)/2 ...
    np.testing.assert_allclose(fast.rsi([1.0, 2.0, 3.0, 2.0], window=2), [np.nan, np.nan, 100.0, 50.0])
    assert np.isnan(fast.rsi(PRICES)[:14]).all()


def test_defaults() -> None:
    long = np.arange(1.0, 61.0)
    np.testing.assert_array_equal(fast.sma(long), fast.sma(long, 20))
    np.testing.assert_array_equal(fast.rsi(long), fast.rsi(long, 14))
    assert np.isnan(fast.sma(long)[:19]).all()
    assert not np.isnan(fast.sma(long)[19:]).any()


@settings(max_examples=100, deadline=None)
@given(prices_and_window)
def test_sma_is_the_mean_of_its_window(case: tuple[list[float], int]) -> None:
    prices, window = case
    result = fast.sma(prices, window)
    expected = pd.Series(prices, dtype=float).rolling(window).mean().to_numpy()
    assert len(result) == len(prices)
    np.testing.assert_allclose(result, expected, rtol=1e-9)


@settings(max_examples=50, deadline=None)
@given(prices_and_window)
def test_rsi_is_a_share(case: tuple[list[float], int]) -> None:
    prices, window = case
    result = fast.rsi(prices, window)
    assert len(result) == len(prices)
    assert np.isnan(result[:window]).all()
    assert ((result[window:] >= 0) & (result[window:] <= 100)).all()


@pytest.mark.parametrize("info", INFOS, ids=NAMES)
def test_every_indicator_in_every_form(info: dict[str, Any]) -> None:
    """float64 arrays, lists, strided and read-only arrays, many series, many parameters, out= and streams agree."""
    function = getattr(fast, info["name"])
    assert function.__name__ == info["name"]
    given = columns(info, 300)
    plain = lines_of(function(*given))
    assert len(plain) == len(info["lines"])
    for line in plain:
        assert line.dtype == (np.int32 if info["whole_lines"] else np.float64)
        assert line.shape == (300,)
        assert line.flags.writeable
    if len(plain) > 1:
        assert function(*given)._fields == info["lines"]

    def check(result: Any, expected: list[np.ndarray] = plain) -> None:
        for got, line in zip(lines_of(result), expected, strict=True):
            np.testing.assert_array_equal(got, line)

    check(function(*[column.tolist() for column in given]))
    check(function(*[np.repeat(column, 2)[::2] for column in given]))
    check(function(**dict(zip(info["inputs"], given, strict=True))))
    for column in given:
        column.flags.writeable = False
    check(function(*given))
    pairs = function(*[np.stack([column, column[::-1]]) for column in given])
    for k, line in enumerate(lines_of(pairs)):
        assert line.shape == (2, 300)
        np.testing.assert_array_equal(line[0], plain[k])
    check(
        function(*[np.stack([column, column], axis=1) for column in given], axis=0),
        [np.stack([x, x], 1) for x in plain],
    )
    outs = tuple(np.empty_like(line) for line in plain)
    out: Any = outs if len(outs) > 1 else outs[0]
    result = function(*given, out=out)
    for got, own in zip(lines_of(result), outs, strict=True):
        assert got is own
    check(out)

    defaults = [p["choices"][int(p["default"])] if p["choices"] else p["default"] for p in info["parameters"]]
    if info["name"] != "sma":
        check(function(*given, *defaults))
    if info["parameters"]:
        first = info["parameters"][0]
        start = 20 if info["name"] == "sma" else first["default"]
        other = min(start + 1, first["max"]) if start < first["max"] else start - 1
        many = function(*given, **{first["name"]: [start, other]})
        one = function(*given, **{first["name"]: other})
        for k, line in enumerate(lines_of(many)):
            assert line.shape == (2, 300)
            np.testing.assert_array_equal(line[0], plain[k])
            np.testing.assert_array_equal(line[1], lines_of(one)[k])

    stream = getattr(fast.stream, fast._arrays.class_name(info["name"]))(*([20] if info["name"] == "sma" else []))
    assert np.isnan(np.asarray(stream.value, float)).all() or info["whole_lines"]
    rows = [lines_of(stream.update(*[column[i] for column in given])) for i in range(100)]
    check(tuple(np.array(rows).T), [line[:100] for line in plain])
    for twin in (stream.copy(), copy.deepcopy(stream), pickle.loads(pickle.dumps(stream))):
        check(twin.update_many(*[column[100:] for column in given]), [line[100:] for line in plain])
        check(twin.value, [line[-1] for line in plain])
    peeked = lines_of(stream.peek(*[column[100] for column in given]))
    check(stream.update(*[column[100] for column in given]), peeked)


@pytest.mark.parametrize(
    "prices",
    [
        PRICES,
        tuple(PRICES),
        np.array(PRICES),
        np.array(PRICES)[::-1][::-1],
        np.array(PRICES, dtype=np.int64),
        np.array(PRICES, dtype=">f8"),
        np.ma.array(PRICES, mask=False),
        memoryview(np.array(PRICES)),
        range(10, 17),
    ],
)
def test_sequences_of_all_kinds(prices: Any) -> None:
    result = fast.sma(prices, 2)
    assert type(result) is np.ndarray
    assert result.dtype == np.float64
    np.testing.assert_array_equal(result, fast.sma(np.asarray(prices, dtype=float), 2))


def test_float32_comes_back() -> None:
    single = np.array(PRICES, dtype=np.float32)
    result = fast.sma(single, 3)
    assert result.dtype == np.float32
    np.testing.assert_array_equal(result, fast.sma(PRICES, 3).astype(np.float32))
    assert fast.atr(single + 1, np.array(PRICES), single).dtype == np.float64


def test_pandas_series_come_back() -> None:
    prices = pd.Series(PRICES, index=pd.date_range("2024-01-01", periods=7), name="price")
    result = fast.sma(prices, 3)
    pd.testing.assert_series_equal(result, prices.rolling(3).mean())
    bands = fast.bbands(prices, 3)
    assert bands._fields == tuple(line.name for line in bands)
    assert bands[0].index.equals(prices.index)
    frame = fast.sma(prices, window=[2, 3])
    assert frame.columns.tolist() == ["2", "3"]
    pd.testing.assert_series_equal(frame["3"], result, check_names=False)
    gaps = pd.Series([1, 2, None, 4], dtype="Int64")
    assert fast.sma(gaps, 1).isna().tolist() == [False, False, True, False]


def test_data_frames_hold_a_series_in_each_column() -> None:
    frame = pd.DataFrame({"a": PRICES, "b": PRICES[::-1]})
    pd.testing.assert_frame_equal(fast.sma(frame, 3), frame.rolling(3).mean())
    table = pl.DataFrame({"a": PRICES, "b": PRICES[::-1]})
    assert fast.sma(table, 1).equals(table)


def test_polars_series_come_back() -> None:
    prices = pl.Series("price", PRICES)
    result = fast.sma(prices, 1)
    assert result.equals(prices)
    assert result.name == "price"
    assert fast.sma(prices, [1, 2]).columns == ["1", "2"]
    assert fast.sma(pl.Series([1, 2, None, 4]), 1).is_nan().to_list() == [False, False, True, False]


def test_many_series_and_windows_at_once() -> None:
    rows = np.random.default_rng(2).random((40, 10_000))
    result = fast.ema(rows, window=[3, 20])
    assert result.shape == (2, 40, 10_000)
    for k, window in enumerate([3, 20]):
        for series in (0, 7, 39):
            np.testing.assert_array_equal(result[k, series], fast.ema(rows[series], window))


def test_lists_of_several_parameters_go_together() -> None:
    prices = columns({"inputs": ["close"]}, 200)[0]
    result = fast.macd(prices, fast=[5, 12], slow=[20, 26])
    np.testing.assert_array_equal(result[0][1], fast.macd(prices, 12, 26)[0])
    with pytest.raises(fast.InvalidArgument, match=r"the lists fast, slow of macd have \[1, 2\] values"):
        fast.macd(prices, fast=[5], slow=[20, 26])


def test_choices_have_names() -> None:
    prices = columns({"inputs": ["close"]}, 100)[0]
    np.testing.assert_array_equal(fast.ma(prices, 5, "ema"), fast.ema(prices, 5))
    np.testing.assert_array_equal(fast.ma(prices, 5, ["sma", "ema"])[1], fast.ema(prices, 5))
    with pytest.raises(fast.InvalidArgument, match="average of ma is 'emma', expected one of sma, ema"):
        fast.ma(prices, 5, "emma")


def test_out_of_any_layout() -> None:
    expected = fast.sma(PRICES, 2)
    wide = np.zeros((7, 2))
    assert fast.sma(PRICES, 2, out=wide[:, 1]).base is wide
    np.testing.assert_array_equal(wide[:, 1], expected)
    assert not wide[:, 0].any()
    single = np.zeros(7, dtype=np.float32)
    assert fast.sma(PRICES, 2, out=single) is single
    np.testing.assert_array_equal(single, expected.astype(np.float32))


@pytest.mark.parametrize(
    ("out", "message"),
    [
        (np.zeros(6), r"out has the shape \(6,\), expected \(7,\)"),
        (np.zeros(7, dtype=np.int64), "out is an array of int64, expected float64 or float32"),
        ([0.0] * 7, "out is a list, expected a numpy array"),
        (np.broadcast_to(0.0, 7), "out is read-only"),
    ],
)
def test_bad_out(out: Any, message: str) -> None:
    with pytest.raises(fast.InvalidArgument, match=message):
        fast.sma(PRICES, 2, out=out)


def test_out_must_not_overlap() -> None:
    prices = np.array([*PRICES, 1.0])
    with pytest.raises(fast.InvalidArgument, match="out overlaps close"):
        fast.sma(prices[:-1], 2, out=prices[1:])
    lines = np.zeros(7)
    with pytest.raises(fast.InvalidArgument, match=r"out\[1\] overlaps another line's array"):
        fast.bbands(PRICES, 2, out=(lines, lines, np.zeros(7)))
    with pytest.raises(fast.InvalidArgument, match="out is a ndarray, expected 3 arrays: "):
        fast.bbands(PRICES, 2, out=lines)


@pytest.mark.parametrize(
    ("prices", "window", "message"),
    [
        (PRICES, 0, "period of sma must be a whole number from 1 to 1048576, not 0"),
        (PRICES, -1, "not -1"),
        (PRICES, 2**20 + 1, "not 1048577"),
        (PRICES, 10**30, "not 1e"),
        (PRICES, 10**400, "period of sma is 1000"),
        (PRICES, 2.5, "must be a whole number from 1 to 1048576, not 2.5"),
        (PRICES, float("nan"), "must be a whole number from 1 to 1048576, not nan"),
        (PRICES, float("inf"), "not inf"),
        (PRICES, "3", "period of sma is a str, expected a whole number"),
        (PRICES, None, "period of sma is a NoneType, expected a whole number"),
        (PRICES, True, "period of sma is a bool, expected a whole number"),
        (PRICES, [], "period of sma is an empty list"),
        (PRICES, [3, "4"], "period of sma holds '4', expected a whole number each"),
        (np.ones((3, 3, 3)), 2, "close has 3 dimensions, expected 1, or 2 for many series"),
        (5.0, 2, "close has 0 dimensions"),
        ([], 2, "close is empty, expected at least one value"),
        (["a", "b"], 2, "close is an array of <U1, expected numbers"),
        (None, 2, "close is an array of objects, expected numbers"),
        (np.array([1, None]), 2, "close is an array of objects"),
        ([True, False], 2, "close is an array of bool"),
        ([1j], 2, "close is an array of complex128"),
        (np.array(["2024-01-01"], dtype="M8[D]"), 2, "close is an array of datetime64"),
        ([[1.0], [1.0, 2.0]], 2, "close cannot be read as numbers"),
    ],
)
def test_bad_arguments(prices: Any, window: Any, message: str) -> None:
    with pytest.raises(fast.InvalidArgument, match=message):
        fast.sma(prices, window)
    with pytest.raises(ValueError, match=message):
        fast.sma(prices, window=window)


def test_bad_lengths() -> None:
    with pytest.raises(fast.InvalidArgument, match="low has 6 values, high has 7; expected as many"):
        fast.atr(PRICES, PRICES[1:], PRICES)
    with pytest.raises(fast.InvalidArgument, match=r"close has the shape \(2, 7\), high has \(7,\); expected the same"):
        fast.atr(PRICES, PRICES, [PRICES, PRICES])
    with pytest.raises(fast.InvalidArgument, match="axis is 2, expected -2 to 1"):
        fast.sma([PRICES, PRICES], 2, axis=2)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (fast.sma, r"sma\(\) misses the argument 'close'; it takes close, period=20"),
        (lambda: fast.sma(PRICES, 2, 3), r"sma\(\) takes at most 2 positional arguments \(3 given\)"),
        (lambda: fast.sma(PRICES, 2, window=3), r"sma\(\) got multiple values for argument 'window'"),
        (lambda: fast.sma(PRICES, windov=3), r"sma\(\) got an unexpected keyword argument 'windov'; it takes close"),
        (lambda: fast.stream.Sma(20, 3), "at most 1 positional"),
        (lambda: fast.stream.Sma(20).update(), r"update\(\) of sma takes close \(0 given\)"),
        (fast.stream.Stream, "Stream is a base class"),
    ],
)
def test_wrong_calls(call: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        call()


def test_names_that_do_not_exist() -> None:
    with pytest.raises(AttributeError, match="no indicator is called 'smaa'; the nearest name is 'sma'"):
        _ = fast.smaa
    with pytest.raises(AttributeError, match="no indicator is called 'Smaa'"):
        _ = fast.stream.Smaa
    assert "sma" in dir(fast)
    assert "Sma" in dir(fast.stream)
    assert fast.SimpleMovingAverage is fast.sma
    assert fast.stream.SMA is fast.stream.Sma


def test_functions_tell_what_they_are() -> None:
    assert str(inspect.signature(fast.rsi)) == "(close, period=14, *, out=None, axis=None)"
    assert "Source: " in fast.rsi.__doc__
    assert "period (or window): a whole number of rows from 1 to 1048576" in inspect.getdoc(fast.rsi)
    assert repr(fast.rsi) == "<indicator rsi(close, period=14)>"
    assert pickle.loads(pickle.dumps(fast.rsi)) is fast.rsi
    assert repr(fast.stream.Sma(20)) == "Sma(period=20)"


def test_streams_refuse_what_is_no_number() -> None:
    stream = fast.stream.Sma(2)
    assert np.isnan(stream.update(1))
    with pytest.raises(fast.InvalidArgument, match="close is a str, expected a number"):
        stream.update("2")
    assert stream.update(np.float64(3)) == 2.0
    assert stream.lead_in == 1
    with pytest.raises(fast.InvalidArgument, match="state is not of sma with these parameters"):
        stream.restore(fast.stream.Sma(3).save())
    with pytest.raises(fast.InvalidArgument, match="state is a str, expected the bytes of save"):
        stream.restore("x")
    assert stream.update(5.0) == 4.0
    with pytest.raises(fast.InvalidArgument, match="close has 2 dimensions, a stream takes 1"):
        stream.update_many([[1.0]])


def test_missing_values_are_felt_while_they_are_in_the_window() -> None:
    prices = np.arange(1.0, 41.0)
    prices[20] = np.nan
    result = fast.sma(prices, 5)
    assert np.flatnonzero(np.isnan(result)).tolist() == [0, 1, 2, 3, 20, 21, 22, 23, 24]
    assert np.isnan(fast.ema(prices, 5)[[19, 20, 21]]).tolist() == [False, True, False]


def test_large_results_lie_in_blocks_that_are_used_again() -> None:
    prices = np.random.default_rng(3).random(300_000)
    first = fast.sma(prices, 20)
    kept = first.copy()
    place = first.ctypes.data
    second = fast.sma(prices + 1, 20)
    np.testing.assert_array_equal(first, kept)
    assert second.ctypes.data != place
    view = first[10:]
    del first
    np.testing.assert_array_equal(fast.sma(prices, 20)[10:], kept[10:])
    np.testing.assert_array_equal(view, kept[10:])
    del view
    assert fast.sma(prices, 20).ctypes.data % (1 << 21) == 0
    fast.release_memory()


def test_threads_may_call_at_once() -> None:
    prices = np.random.default_rng(4).random(200_000)
    expected = fast.ema(prices, 9)
    results: list[Any] = [None] * 8

    def work(k: int) -> None:
        results[k] = fast.ema(prices, 9)

    threads = [threading.Thread(target=work, args=(k,)) for k in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for result in results:
        np.testing.assert_array_equal(result, expected)


def test_lines_go_through_pickle() -> None:
    candles = columns(next(info for info in INFOS if info["name"] == "stoch"), 60)
    lines = fast.stoch(*candles)
    back = pickle.loads(pickle.dumps(lines))
    assert type(back) is type(lines)
    for line, again in zip(lines, back, strict=True):
        np.testing.assert_array_equal(line, again)


def test_help_tells_the_defaults_of_the_function() -> None:
    assert "20 by default" in fast.sma.__doc__
    assert "first 19 rows" in fast.sma.__doc__
    assert "30 by default" in fast.wma.__doc__


def test_lists_of_windows_of_a_frame_are_refused() -> None:
    for frame in (pd.DataFrame({"a": PRICES, "b": PRICES}), pl.DataFrame({"a": PRICES, "b": PRICES})):
        with pytest.raises(fast.InvalidArgument, match="sma of a data frame takes a single value"):
            fast.sma(frame, [2, 3])


def test_money_flow_of_tiny_prices_is_a_share_too() -> None:
    info = next(info for info in INFOS if info["name"] == "mfi")
    high, low, close, volume = columns(info, 100)
    large = fast.mfi(high, low, close, volume)
    tiny = fast.mfi(high * 2.0**-40, low * 2.0**-40, close * 2.0**-40, volume)
    np.testing.assert_allclose(tiny, large, rtol=1e-12)

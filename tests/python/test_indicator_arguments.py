"""Bad and strange arguments of indicators: each is taken for what it is, or refused by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cracktrader_fast as fast
import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from indicator_calls import INFOS, call_badly, random_call

PRICES = np.array([10.0, 11.0, 12.0, 11.0, 10.0, 13.0, 14.0])
EXPECTED = fast.sma(PRICES, 2)
TIMES = pd.Series(pd.date_range("2024-01-01", periods=3, tz="UTC"))


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 2**40))
def test_random_calls(seed: int) -> None:
    random_call(seed)


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False))
def test_random_bad_calls(dice: Any) -> None:
    call_badly(dice)


@pytest.mark.parametrize("info", INFOS, ids=[info["name"] for info in INFOS])
def test_every_function_names_what_is_wrong(info: dict[str, Any]) -> None:
    function, stream = getattr(fast, info["name"]), getattr(fast.stream, fast._arrays.class_name(info["name"]))
    good = [PRICES] * len(info["inputs"])
    for k, name in enumerate(info["inputs"]):
        for bad, text in [("text", "<U4"), (None, "objects"), ([True], "bool"), ([1j], "complex128")]:
            with pytest.raises(fast.InvalidArgument, match=f"{name} is an array of {text}, expected numbers"):
                function(*good[:k], bad, *good[k + 1 :])
        with pytest.raises(fast.InvalidArgument, match=f"{name} has 3 dimensions, expected 1, or 2"):
            function(*good[:k], np.zeros((1, 1, 7)), *good[k + 1 :])
        with pytest.raises(fast.InvalidArgument, match=f"{name} is empty, expected at least one value"):
            function(*good[:k], [], *good[k + 1 :])
        with pytest.raises(fast.InvalidArgument, match=f"{name} is a list, expected a number"):
            stream().update(*[1.0] * k, [1.0], *[1.0] * (len(good) - k - 1))
        if k > 0:
            with pytest.raises(fast.InvalidArgument, match=f"{name} has 6 values, {info['inputs'][0]} has 7"):
                function(*good[:k], PRICES[1:], *good[k + 1 :])
    for parameter in info["parameters"]:
        what = f"{parameter['name']} of {info['name']}"
        low, high = parameter["min"], parameter["max"]
        for bad in (float("nan"), float("inf"), low - abs(low) - 1, high + abs(high) + 1):
            with pytest.raises(fast.InvalidArgument, match=f"{what} must be .*, not "):
                function(*good, **{parameter["name"]: bad})
            with pytest.raises(fast.InvalidArgument, match=f"{what} must be .*, not "):
                stream(**{parameter["name"]: bad})
        for bad in (True, np.True_, None, b"3", 3j, np.timedelta64(3), {3}):
            with pytest.raises(fast.InvalidArgument, match=f"{what} is a {type(bad).__name__}, expected "):
                function(*good, **{parameter["name"]: bad})
            with pytest.raises(fast.InvalidArgument, match=f"{what} is a {type(bad).__name__}, expected "):
                stream(**{parameter["name"]: bad})
        with pytest.raises(fast.InvalidArgument, match=f"{what} is an empty list"):
            function(*good, **{parameter["name"]: []})
    dtype = np.int32 if info["whole_lines"] else np.float64
    for k in range(len(info["lines"])):
        what = "out" if len(info["lines"]) == 1 else rf"out\[{k}\]"
        for bad, text in [
            (np.zeros(6, dtype), r"has the shape \(6,\), expected \(7,\)"),
            (np.zeros(7, np.int64), "is an array of int64, expected "),
            (np.broadcast_to(np.zeros(1, dtype), 7), "is read-only, expected a writable array"),
            ([0.0] * 7, "is a list, expected a numpy array"),
        ]:
            lines: list[Any] = [np.zeros(7, dtype) for _ in info["lines"]]
            lines[k] = bad
            with pytest.raises(fast.InvalidArgument, match=f"{what} {text}"):
                function(*good, out=lines if len(lines) > 1 else lines[0])


@pytest.mark.parametrize(
    ("prices", "message"),
    [
        (np.ma.array([True, False], mask=[1, 0]), "close is an array of bool, expected numbers"),
        (np.ma.array(["1", "2"]), "close is an array of <U1, expected numbers"),
        (np.ma.array([1j]), "close is an array of complex128, expected numbers"),
        (np.ma.array(np.array(["2024-01-01"], "M8[D]")), r"close is an array of datetime64\[D\], expected numbers"),
        (pd.Series(["1", "2"]), "close is a Series of str, expected numbers"),
        (pd.Series([True, None], dtype="boolean"), "close is a Series of boolean, expected numbers"),
        (pd.Series([1, 2]).astype("category"), "close is a Series of category, expected numbers"),
        (TIMES, r"close is a Series of datetime64\[us, UTC\], expected numbers"),
        (pd.DataFrame({"a": [1.0], "b": ["x"]}), "close is an array of objects, expected numbers"),
        (pd.DataFrame(), "close is empty"),
        (pl.Series(["1", "2"]), "close is an array of objects, expected numbers"),
        (pl.Series([{"a": 1}]), r"close is a Series of Struct\(\{'a': Int64\}\), expected numbers"),
        (pl.Series([[1, 2], [3, 4]]), "close is an array of objects, expected numbers"),
        ({"close": PRICES}, "close is an array of objects, expected numbers"),
        (np.zeros(3, dtype=[("price", float)]), r"close is an array of \[\('price', '<f8'\)\], expected numbers"),
    ],
)
def test_what_is_no_series_of_numbers(prices: Any, message: str) -> None:
    with pytest.raises(fast.InvalidArgument, match=f"^{message}"):
        fast.sma(prices, 2)


def test_arrays_of_any_layout(tmp_path: Path) -> None:
    path = tmp_path / "prices.bin"
    path.write_bytes(b"x" + PRICES.tobytes())
    mapped = np.memmap(path, dtype=np.float64, mode="r", offset=1, shape=PRICES.shape)
    assert not mapped.flags.aligned
    for prices in (mapped, PRICES.astype(">f8"), PRICES[::-1].copy()[::-1], pd.Index(PRICES), pd.array(PRICES)):
        np.testing.assert_array_equal(fast.sma(prices, 2), EXPECTED)
        np.testing.assert_array_equal(fast.stream.Sma(2).update_many(prices), EXPECTED)
    assert fast._arrays.in_one_piece(mapped).flags.aligned  # the processor may let it pass, the language does not
    table = np.asfortranarray(np.stack([PRICES, PRICES * 2]))
    np.testing.assert_array_equal(fast.sma(table, 2), np.stack([EXPECTED, EXPECTED * 2]))
    np.testing.assert_array_equal(fast.sma(PRICES.reshape(1, -1).view(np.matrix), 2), EXPECTED.reshape(1, -1))
    gaps = fast.sma(np.ma.array([1, 2, 3, 4], mask=[0, 1, 0, 0]), 1)
    np.testing.assert_array_equal(gaps, [1, np.nan, 3, 4])


def test_out_may_lie_between_the_inputs_but_not_on_them() -> None:
    table = np.stack([PRICES, np.zeros(7)], axis=1)
    np.testing.assert_array_equal(fast.sma(table[:, 0], 2, out=table[:, 1]), EXPECTED)
    np.testing.assert_array_equal(table[:, 0], PRICES)
    with pytest.raises(fast.InvalidArgument, match="out overlaps close, expected memory of its own"):
        fast.sma(table[:, 0], 2, out=table[::-1, 0])
    with pytest.raises(fast.InvalidArgument, match="out overlaps low"):
        fast.atr(PRICES, table[:, 1], PRICES, out=table[:, 1])


def test_text_that_no_message_can_hold() -> None:
    with pytest.raises(fast.InvalidArgument, match=r"average of ma is '\\ud800', expected one of sma"):
        fast.ma(PRICES, 2, "\ud800")
    with pytest.raises(fast.InvalidArgument, match="average of ma is 'e\0ma', expected one of sma"):
        fast.ma(PRICES, 2, "e\0ma")
    with pytest.raises(TypeError, match=r"unexpected keyword argument '\\ud800'; it takes close"):
        fast.sma(PRICES, **{"\ud800": 2})
    with pytest.raises(fast.InvalidArgument, match=r"period of sma holds '\\ud800'"):
        fast.sma(PRICES, ["\ud800"])
    np.testing.assert_array_equal(fast.ma(PRICES, 2, np.str_("ema")), fast.ema(PRICES, 2))


def test_lists_of_parameters_that_are_none() -> None:
    for bad, text in [
        (np.array(3), "is a ndarray"),
        (np.array([[3]]), "is a ndarray"),
        ([10**400], "holds a number that is out of all bounds"),
        ([np.timedelta64(3)], "holds np.timedelta64"),
        ([True], "holds True"),
        ([3, [4]], r"holds \[4\]"),
    ]:
        with pytest.raises(fast.InvalidArgument, match=f"period of sma {text}"):
            fast.sma(PRICES, bad)


def test_states_of_others_and_damaged_ones_are_refused() -> None:
    stream = fast.stream.Sma(5)
    stream.update_many(PRICES)
    state = stream.save()
    for bad in (state[:-1], state + b"x", bytes([state[0] ^ 1]) + state[1:], b"", fast.stream.Sma(6).save()):
        with pytest.raises(fast.InvalidArgument, match="state is not of sma with these parameters"):
            fast.stream.Sma(5).restore(bad)
    with pytest.raises(fast.InvalidArgument, match="state is not of max with these parameters"):
        fast.stream.Max(5).restore(fast.stream.Min(5).save())
    with pytest.raises(fast.InvalidArgument, match="state is a str, expected the bytes of save"):
        stream.restore("text")
    np.testing.assert_array_equal(stream.value, fast.sma(PRICES, 5)[-1])


def test_a_stream_class_of_something_else() -> None:
    class Broken(fast.stream.Stream):
        indicator = 5

    with pytest.raises(TypeError, match="Stream is a base class"):
        Broken()

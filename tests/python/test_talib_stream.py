"""cracktrader.talib.stream as in TA-Lib itself."""

from __future__ import annotations

import copy
import gc
import pickle
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pandas as pd
import pytest
import talib as reference
import talib.abstract as reference_abstract
from cracktrader import talib
from cracktrader.talib import stream
from talib_cases import ROWS, difference, inputs_of, lines_of, random_bars

NAMES = reference.get_functions()
BARS = random_bars(300)
CLOSE = BARS["close"]


@pytest.fixture
def unstable() -> Iterator[None]:
    for library in (talib, reference):
        library.set_unstable_period("EMA", 4)
    yield
    for library in (talib, reference):
        library.set_unstable_period("ALL", 0)


def same(ours: Any, theirs: Any) -> bool:
    """Two values of a stream."""
    mine, other = (one if isinstance(one, tuple) else (one,) for one in (ours, theirs))
    return [type(one) for one in mine] == [type(one) for one in other] and np.allclose(
        mine, other, rtol=1e-9, atol=1e-9, equal_nan=True
    )


def check_stream(name: str) -> None:
    inputs = inputs_of(ROWS[name], BARS)
    history, rest = [one[:250] for one in inputs], [one[250:260] for one in inputs]
    ours, filled = getattr(stream, name).open_and_fill(*history)
    theirs, expected = getattr(reference.stream, name).open_and_fill(*history)
    assert not difference(lines_of(filled), lines_of(expected))
    assert same(ours.value, theirs.value)
    assert ours.out_range == theirs.out_range
    whole = lines_of(getattr(talib, name)(*(one[:260] for one in inputs)))
    for row, bar in enumerate(zip(*rest, strict=True)):
        peeked = ours.peek(*bar)
        assert same(peeked, theirs.peek(*bar))
        assert same(ours.update(*bar), theirs.update(*bar))
        value = ours.value if isinstance(ours.value, tuple) else (ours.value,)
        assert same(peeked, ours.value)
        assert all(np.array_equal(one, line[250 + row], equal_nan=True) for one, line in zip(value, whole, strict=True))
    assert ours.out_range == theirs.out_range


@pytest.mark.parametrize("name", NAMES)
def test_streams(name: str) -> None:
    check_stream(name)


@pytest.mark.usefixtures("unstable")
@pytest.mark.parametrize("name", ["EMA", "MACD", "TRIX", "DEMA", "KC", "STOCHRSI"])
def test_streams_with_an_unstable_period(name: str) -> None:
    check_stream(name)


@pytest.mark.parametrize("name", NAMES)
def test_how_much_history_a_stream_needs(name: str) -> None:
    needed = reference_abstract.Function(name).lookback + 1
    inputs = inputs_of(ROWS[name], BARS)
    opened = getattr(stream, name)(*(one[:needed] for one in inputs))
    assert opened.out_range == (needed - 1, 1)
    if needed > 1:
        with pytest.raises(talib.InsufficientHistory, match=f"{needed - 1} bars of history, at least {needed} needed"):
            getattr(stream, name)(*(one[: needed - 1] for one in inputs))


def with_gap() -> np.ndarray:
    values = CLOSE.copy()
    values[:10] = np.nan
    return values


REFUSALS: dict[str, Callable[[Any], Any]] = {
    "empty": lambda t: t.stream.SMA(np.array([]), 5),
    "list": lambda t: t.stream.SMA([1.0], 5),
    "float32": lambda t: t.stream.SMA(CLOSE.astype(np.float32), 5),
    "two dimensions": lambda t: t.stream.SMA(CLOSE.reshape(2, -1), 5),
    "lengths": lambda t: t.stream.ATR(CLOSE, CLOSE[1:], CLOSE),
    "period": lambda t: t.stream.SMA(CLOSE, 0),
    "leading NaN is no history": lambda t: t.stream.SMA(with_gap()[:14], 5),
    "all NaN": lambda t: t.stream.SMA(np.full(50, np.nan), 5),
    "NaN bar": lambda t: t.stream.SMA(CLOSE, 5).update(np.nan),
    "infinite bar": lambda t: t.stream.SMA(CLOSE, 5).update(np.inf),
    "NaN peek": lambda t: t.stream.SMA(CLOSE, 5).peek(np.nan),
    "text bar": lambda t: t.stream.SMA(CLOSE, 5).update("a"),
    "no bar": lambda t: t.stream.SMA(CLOSE, 5).update(),
    "two bars": lambda t: t.stream.SMA(CLOSE, 5).update(1.0, 2.0),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_what_a_stream_refuses(case: str) -> None:
    errors = []
    for library in (talib, reference):
        with pytest.raises(Exception) as caught:  # noqa: PT011 - the kind and the text are compared
            REFUSALS[case](library)
        errors.append(caught.value)
    ours, theirs = errors
    assert type(ours).__name__ == type(theirs).__name__
    assert str(ours) == str(theirs)


def test_a_refused_bar_changes_nothing() -> None:
    opened = stream.SMA(CLOSE, 5)
    before = (opened.value, opened.out_range)
    with pytest.raises(Exception, match="TA_BAD_PARAM"):
        opened.update(np.nan)
    assert (opened.value, opened.out_range) == before


def test_copies_go_on_by_themselves_and_advance_only_counts() -> None:
    opened = stream.SMA(pd.Series(CLOSE), timeperiod=5)
    twins = [opened.copy(), copy.copy(opened), copy.deepcopy(opened), pickle.loads(pickle.dumps(opened))]
    assert opened.update(real=1.0) == twins[0].update(1.0)
    assert twins[1].value == twins[2].value == twins[3].value != opened.value
    value, (begin, count) = opened.value, opened.out_range
    opened.advance()
    assert (opened.value, opened.out_range) == (value, (begin, count + 1))
    assert isinstance(opened, stream.Stream)


def test_settings_stay_while_a_stream_is_open() -> None:
    for library in (talib, reference):
        opened = library.stream.EMA(CLOSE, 5)
        with pytest.raises(RuntimeError, match="while calls or streams are active"):
            library.set_unstable_period("EMA", 1)
        del opened
        gc.collect()  # streams of other tests, too
        library.set_unstable_period("EMA", 0)


def test_rows_are_counted_from_the_first_of_the_history() -> None:
    ours, theirs = (library.stream.MAXINDEX(with_gap(), 5) for library in (talib, reference))
    assert ours.value == theirs.value
    assert ours.update(1e6) == theirs.update(1e6) == 300

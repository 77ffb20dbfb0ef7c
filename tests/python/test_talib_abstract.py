"""cracktrader.talib.abstract as in TA-Lib itself."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
import talib as reference
import talib.abstract as reference_abstract
from cracktrader import talib
from cracktrader.talib import abstract
from talib_cases import difference, random_bars

NAMES = reference.get_functions()
BARS = {**random_bars(300), "periods": 2.0 + np.arange(300) % 20}
PANDAS = pd.DataFrame(BARS, index=pd.date_range("2024", periods=300))
POLARS = pl.DataFrame(BARS)
CLOSE = BARS["close"]
SHARED = (
    "name",
    "group",
    "display_name",
    "function_flags",
    "input_names",
    "parameters",
    "output_flags",
    "output_names",
)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_function_says_of_itself(name: str) -> None:
    ours, theirs = abstract.Function(name), reference_abstract.Function(name)
    assert ours.info == theirs.info
    assert list(ours.info) == list(theirs.info) == [*SHARED]
    assert type(ours.parameters) is type(theirs.parameters) is OrderedDict
    assert ours.lookback == theirs.lookback
    assert ours.function_flags == theirs.function_flags
    assert ours.func_object is getattr(talib, name)
    assert getattr(abstract, name) is getattr(abstract, name)
    assert repr(ours) == repr(theirs)
    assert str(ours).split("Outputs")[0] == str(theirs).split("Outputs")[0]


@pytest.mark.parametrize("name", NAMES)
def test_bars_in_a_dict_and_in_frames(name: str) -> None:
    for bars in (BARS, PANDAS, POLARS):
        ours, theirs = getattr(abstract, name)(bars), getattr(reference_abstract, name)(bars)
        assert type(ours) is type(theirs)
        if isinstance(ours, (pd.Series, pd.DataFrame)):
            (pd.testing.assert_series_equal if ours.ndim == 1 else pd.testing.assert_frame_equal)(
                ours, theirs, rtol=1e-9
            )
        elif isinstance(ours, pl.DataFrame):
            assert ours.schema == theirs.schema
            assert not difference(columns_of(ours), columns_of(theirs))
        elif isinstance(ours, pl.Series):
            assert not difference((ours.to_numpy(),), (theirs.to_numpy(),))
        else:
            assert not difference(as_lines(ours), as_lines(theirs))


def columns_of(frame: pl.DataFrame) -> tuple[np.ndarray, ...]:
    return tuple(frame[name].to_numpy() for name in frame.columns)


def as_lines(result: Any) -> tuple[np.ndarray, ...]:
    return tuple(result) if isinstance(result, list) else (result,)


def configured(module: Any) -> Any:
    function = module.Function("BBANDS", BARS, 10, price="open")
    function.parameters = {"nbdevup": 1.5}
    function.set_parameters(matype=1)
    return function


CALLS: dict[str, Callable[[Any], Any]] = {
    "lower case": lambda a: a.Function("sma").info["name"],
    "positional": lambda a: a.STOCH(BARS, 5, 3, 0, 3, 0),
    "by name": lambda a: a.SMA(BARS, timeperiod=5),
    "settings stay": lambda a: (a.SMA(BARS, timeperiod=5, price="open"), a.SMA.parameters, a.SMA.input_names)[1:],
    "another column": lambda a: a.SMA(BARS, timeperiod=5, price="open"),
    "other columns": lambda a: a.STOCH(BARS, prices=["high", "low", "open"]),
    "columns of two": lambda a: a.CORREL(BARS, price0="open", price1="close", timeperiod=5),
    "column and fields": lambda a: a.VWMA(BARS, price="open", timeperiod=3),
    "an array": lambda a: a.SMA(CLOSE, timeperiod=3),
    "an array and a number": lambda a: a.SMA(CLOSE, 3),
    "arrays": lambda a: a.ATR(BARS["high"], BARS["low"], CLOSE, 3),
    "a Series": lambda a: a.SMA(PANDAS["close"], timeperiod=3),
    "a polars Series": lambda a: a.SMA(POLARS["close"], timeperiod=3),
    "dict of Series": lambda a: a.SMA({"close": PANDAS["close"]}, timeperiod=3),
    "an unknown name": lambda a: a.SMA(BARS, foo=3),
    "configured": lambda a: configured(a).outputs,
    "configured, run": lambda a: configured(a).run(BARS),
    "configured, called": lambda a: configured(a)(timeperiod=7),
    "configured, parameters": lambda a: configured(a).parameters,
    "configured, columns": lambda a: configured(a).input_names,
    "configured, lookback": lambda a: configured(a).lookback,
    "lookback of a bad period": lambda a: a.Function("SMA", timeperiod=0).lookback,
    "bars that are none": lambda a: a.Function("SMA").set_input_arrays(CLOSE),
    "bars": lambda a: sorted(configured(a).input_arrays),
    "nothing set": lambda a: a.Function("SMA").input_arrays,
    "unknown function": lambda a: a.Function("XX"),
    "unknown parameter": lambda a: a.Function("SMA").set_parameters(foo=1),
    "unknown input": lambda a: a.Function("SMA").set_input_names({"foo": "close"}),
    "parameter of another type": lambda a: a.Function("SMA").set_parameters(timeperiod=5.0),
    "int for a float": lambda a: a.Function("BBANDS").set_parameters(nbdevup=2),
    "bad period": lambda a: a.Function("SMA")(BARS, timeperiod=0),
    "no column": lambda a: a.Function("SMA")({"open": CLOSE}),
    "no columns": lambda a: a.Function("ATR")({"close": CLOSE}),
    "no column of a frame": lambda a: a.Function("ATR")(PANDAS[["close"]]),
    "a column that is not there": lambda a: a.Function("SMA")(PANDAS, price="foo"),
    "float32": lambda a: a.Function("SMA")({"close": CLOSE.astype(np.float32)}),
    "lists": lambda a: a.Function("SMA")({"close": [1.0, 2.0]}),
    "a list": lambda a: a.Function("SMA")([1.0, 2.0]),
    "too few arrays": lambda a: a.Function("ATR")(CLOSE, CLOSE),
    "no arrays": lambda a: a.Function("ATR")(),
    "no bars": lambda a: a.Function("SMA").outputs,
    "unknown attribute": lambda a: a.sma,
}


@pytest.mark.parametrize("case", CALLS)
def test_calls(case: str) -> None:
    results = []
    for module in (abstract, reference_abstract):
        try:
            results.append(CALLS[case](module))
        except Exception as error:
            results.append(error)
    ours, theirs = results
    assert type(ours) is type(theirs)
    if isinstance(theirs, AttributeError):
        return
    if isinstance(theirs, Exception):
        assert str(ours) == str(theirs)
    elif isinstance(theirs, np.ndarray) or (isinstance(theirs, list) and isinstance(theirs[0], np.ndarray)):
        assert not difference(as_lines(ours), as_lines(theirs))
    else:
        assert ours == theirs


def test_outputs_after_a_call_are_what_it_gave() -> None:
    bars = {"close": np.linspace(1.0, 2.0, 60) ** 2}
    ours, theirs = abstract.Function("MACD"), reference_abstract.Function("MACD")
    ours(bars)
    theirs(bars)
    for mine, other in zip(ours.outputs, theirs.outputs, strict=True):
        np.testing.assert_allclose(mine, other, rtol=1e-9)

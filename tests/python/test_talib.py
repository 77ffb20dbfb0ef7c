"""cracktrader.talib as a drop-in: names, signatures and bounds as in TA-Lib itself."""

from __future__ import annotations

import importlib.util
import inspect
import pickle
from typing import Any

import numpy as np
import pytest
import talib as reference
import talib.abstract as reference_abstract
from conftest import PROJECT
from cracktrader import talib
from talib_cases import ROWS, both, inputs_of, random_bars

NAMES = reference.get_functions()
BARS = random_bars(600)


def test_names_groups_and_kinds_of_averages() -> None:
    assert len(NAMES) == 201
    assert talib.get_functions() == NAMES
    assert talib.get_function_groups() == reference.get_function_groups()
    assert set(talib.__all__) >= set(reference.__all__)
    assert talib.__version__ == reference.__version__
    for name in dir(reference.MA_Type):
        if name.isupper():
            number = getattr(reference.MA_Type, name)
            assert getattr(talib.MA_Type, name) == number
            assert talib.MA_Type[number] == reference.MA_Type[number]
    with pytest.raises(KeyError):
        talib.MA_Type[14]


@pytest.mark.parametrize("name", NAMES)
def test_signatures(name: str) -> None:
    ours = inspect.signature(getattr(talib, name)).parameters
    theirs = inspect.signature(getattr(reference, name)).parameters
    defaults = reference_abstract.Function(name).parameters
    assert list(ours) == list(theirs)
    for key, parameter in theirs.items():
        assert ours[key].kind is parameter.kind
        if parameter.default is parameter.empty:
            assert ours[key].default is parameter.empty
        else:  # TA-Lib's own signature has a number that stands for the default
            assert ours[key].default == defaults[key]
            assert type(ours[key].default) is type(defaults[key])
    function = getattr(talib, name)
    assert function.__name__ == function.__qualname__ == name
    assert function.__doc__
    assert pickle.loads(pickle.dumps(function)) is function


@pytest.mark.parametrize("name", NAMES)
def test_bounds_of_parameters(name: str) -> None:
    row = ROWS[name]
    inputs = [one[:60] for one in inputs_of(row, BARS)]
    for parameter in row.parameters:
        values: list[Any] = [parameter.low, parameter.high, -(2**31) if parameter.whole else -4e37]
        if parameter.whole:
            values.append(parameter.low - 1)
            if name != "MAVP":  # ours ends at 1000, TA-Lib's at 100,000
                values.append(parameter.high + 1)
        else:
            values += [np.nextafter(parameter.low, -np.inf), np.nextafter(parameter.high, np.inf), np.nan, np.inf]
        for value in values:
            given = {parameter.name: int(value) if parameter.whole else value}
            if name == "MAVP":  # its two periods have to be in order
                given = {"maxperiod": 1000, **given} if parameter.name == "minperiod" else {"minperiod": 1, **given}
            ours, theirs = both(lambda library, given=given: getattr(library, name)(*inputs, **given))
            assert isinstance(ours, Exception) == isinstance(theirs, Exception), given
            if isinstance(theirs, Exception):
                assert type(ours) is type(theirs)
                assert str(ours) == str(theirs)


def test_stubs_are_up_to_date() -> None:
    path = PROJECT / "scripts" / "talib_stubs.py"
    spec = importlib.util.spec_from_file_location("talib_stubs", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.TARGET.read_text() == module.text(), "run scripts/talib_stubs.py"

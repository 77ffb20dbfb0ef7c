"""TA-Lib's functions as objects that know their inputs, parameters and outputs, and take their bars from a dict of
arrays or a data frame:

from cracktrader.talib import abstract

abstract.SMA(frame, timeperiod=20)                  # of the column close
abstract.SMA(frame, timeperiod=20, price="open")
bands = abstract.Function("BBANDS", frame)
bands.parameters = {"timeperiod": 10}
bands.outputs
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from typing import Any

import numpy as np

from ._composed import lookback
from ._native import FUNCTIONS, GROUP_OF, ROWS
from ._series import array_of, library_of
from ._table import FIELDS, FUNCTION_FLAGS, Row
from ._types import MA_Type

COLUMNS = {"real": "close", "real0": "high", "real1": "low", "periods": "periods"}


class Function:
    """A function of TA-Lib with its settings. Calling it computes with other settings and keeps its own.

    input_names: which column each input is: {"price": "close"}, {"prices": ["high", "low", "close"]}
    parameters: the parameters by name
    input_arrays: the dict or data frame that the inputs are columns of
    outputs: what it gives for these
    Raises Exception (an unknown function, missing columns, what the function refuses), KeyError (an unknown
    parameter or input), TypeError (a parameter of the wrong type, too few arrays).
    """

    def __init__(self, function_name: str, *args: Any, **kwargs: Any) -> None:
        name = function_name.upper()
        if name not in FUNCTIONS:
            raise Exception(f"{name} not supported by TA-LIB.")
        self._row: Row = ROWS[name]
        self._given: dict[str, Any] = {}
        self._input_names = default_names(self._row)
        self._input_arrays: Any = {}
        self._called: Any = None
        self.set_function_args(*args, **kwargs)

    @property
    def func_object(self) -> Callable[..., Any]:
        return FUNCTIONS[self._row.name]

    @property
    def info(self) -> dict[str, Any]:
        return {
            "name": self._row.name,
            "group": GROUP_OF[self._row.name],
            "display_name": self._row.text,
            "function_flags": self.function_flags,
            "input_names": self.input_names,
            "parameters": self.parameters,
            "output_flags": self.output_flags,
            "output_names": self.output_names,
        }

    @property
    def function_flags(self) -> list[str]:
        return [FUNCTION_FLAGS[flag] for flag in self._row.flags]

    @property
    def output_names(self) -> list[str]:
        return [output.name for output in self._row.outputs]

    @property
    def output_flags(self) -> OrderedDict[str, list[str]]:
        return OrderedDict((output.name, [*output.flags]) for output in self._row.outputs)

    @property
    def lookback(self) -> int:
        """How many first rows have no value; -1 for parameters out of bounds."""
        return lookback(self._row.name, *self.parameters.values())

    def get_input_names(self) -> OrderedDict[str, Any]:
        return OrderedDict(self._input_names)

    def set_input_names(self, input_names: Mapping[str, Any]) -> None:
        for name, column in input_names.items():
            if name not in self._input_names:
                raise KeyError(name)
            self._input_names[name] = column

    input_names = property(get_input_names, set_input_names)

    def get_parameters(self) -> OrderedDict[str, Any]:
        return OrderedDict((one.name, self._given.get(one.name, one.default)) for one in self._row.parameters)

    def set_parameters(self, parameters: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        for name, value in {**(parameters or {}), **kwargs}.items():
            known = next((one for one in self._row.parameters if one.name == name), None)
            if known is None:
                raise KeyError(name)
            if value is None:
                continue
            expected = type(known.default)
            if not isinstance(value, expected):
                raise TypeError(
                    f"Invalid parameter value for {name} (expected {expected.__name__}, got {type(value).__name__})"
                )
            self._given[name] = value
            self._called = None

    parameters = property(get_parameters, set_parameters)

    def get_input_arrays(self) -> Any:
        return copy(self._input_arrays)

    def set_input_arrays(self, input_arrays: Any) -> bool:
        """Takes a dict of arrays or a data frame; False for anything else."""
        if not isinstance(input_arrays, dict) and library_of(input_arrays, "DataFrame") is None:
            return False
        missing = [name for name in self._columns() if name not in input_arrays]
        if missing:
            keys = "keys" if len(missing) > 1 else "key"
            raise Exception(f"input_arrays parameter missing required data {keys}: {', '.join(missing)}")
        self._input_arrays = input_arrays
        self._called = None
        return True

    input_arrays = property(get_input_arrays, set_input_arrays)

    def set_function_args(self, *args: Any, **kwargs: Any) -> None:
        """Takes the bars, if they come first, then parameters in order; parameters and columns by name."""
        values = list(args)
        self._called = None
        for name in self._input_names:
            if name in kwargs:
                self._input_names[name] = kwargs[name]
        names = [one.name for one in self._row.parameters]
        if values and (isinstance(values[0], dict) or library_of(values[0], "DataFrame") is not None):
            self.set_input_arrays(values.pop(0))
        self.set_parameters(dict(zip(names, values, strict=False)))
        self.set_parameters({name: value for name, value in kwargs.items() if name in names})

    @property
    def outputs(self) -> Any:
        """What the function gives: an array, or a list of them; a Series or a data frame for a data frame. After a
        call, what that gave."""
        if self._called is not None:
            return self._called
        arrays = self._input_arrays
        library = library_of(arrays, "DataFrame")
        inputs = [array_of(arrays[name]) for name in self._columns()]
        result = self.func_object(*inputs, *self.parameters.values())
        lines = [*result] if isinstance(result, tuple) else [result]
        if library is None:
            return lines if len(lines) > 1 else lines[0]
        index = {"index": arrays.index} if library.__name__ == "pandas" else {}
        if len(lines) == 1:
            return library.Series(lines[0], **index)
        return library.DataFrame(dict(zip(self.output_names, np.column_stack(lines).T, strict=True)), **index)

    def run(self, input_arrays: Any = None) -> Any:
        """outputs, of other bars if some are given."""
        if input_arrays is not None and not self.set_input_arrays(input_arrays):
            raise TypeError(f"input_arrays is a {type(input_arrays).__name__}, expected a dict or a data frame")
        return self.outputs

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """outputs, with the bars, parameters and columns of the call. Instead of bars it also takes the arrays
        themselves, one for each input."""
        call = Function(self._row.name)
        call._given = {**self._given}
        call._input_names = OrderedDict(self._input_names)
        call._input_arrays = self._input_arrays
        values = list(args)
        count = len(self._row.inputs)
        if values and hasattr(values[0], "__len__") and not isinstance(values[0], dict):
            if library_of(values[0], "DataFrame") is None:
                arrays = [one for one in map(array_of, values[:count]) if isinstance(one, np.ndarray)]
                if len(arrays) < count:
                    raise TypeError(self._too_few())
                call._input_arrays = dict(zip(call._columns(), arrays, strict=True))
                del values[:count]
        elif not (values and isinstance(values[0], dict)) and len(call._input_arrays) == 0:
            raise TypeError(self._too_few())
        call.set_function_args(*values, **kwargs)
        self._called = call.outputs
        return self._called

    def _too_few(self) -> str:
        columns = self._columns()
        return f"Not enough price arguments: expected {len(columns)} ({', '.join(columns)})"

    def _columns(self) -> list[str]:
        """The names of the columns, in the order of the inputs."""
        names: list[str] = []
        for columns in self._input_names.values():
            names += [columns] if isinstance(columns, str) else columns
        return names

    def __repr__(self) -> str:
        return str(self.info)

    def __str__(self) -> str:
        return docs_of(self._row, self.input_names, self.parameters)


def default_names(row: Row) -> OrderedDict[str, Any]:
    """Which columns the inputs are: price, price0, price1, periods one each, the fields of a bar together."""
    names: OrderedDict[str, Any] = OrderedDict()
    for name in row.inputs:
        if name in FIELDS:
            names.setdefault("prices", []).append(name)
        else:
            names[name.replace("real", "price")] = COLUMNS[name]
    return names


def docs_of(row: Row, input_names: Mapping[str, Any], parameters: Mapping[str, Any]) -> str:
    arguments = ", ".join(["[input_arrays]", *(f"[{name}={value}]" for name, value in parameters.items())])
    lines = [f"{row.name}({arguments})", "", f"{row.text} ({GROUP_OF[row.name]})", "", "Inputs:"]
    lines += [
        f"    {name}: {columns if isinstance(columns, Sequence) and name == 'prices' else '(any ndarray)'}"
        for name, columns in input_names.items()
    ]
    if parameters:
        lines += [
            "Parameters:",
            *(f"    {name}: {value}{kind_text(name, value)}" for name, value in parameters.items()),
        ]
    return "\n".join([*lines, "Outputs:", *(f"    {output.name}" for output in row.outputs)])


def kind_text(name: str, value: Any) -> str:
    return f" ({MA_Type[value]})" if name.endswith("matype") else ""


__all__ = ["Function", *sorted(FUNCTIONS)]  # noqa: PLE0604 - the names of the table


def __getattr__(name: str) -> Function:
    if name not in FUNCTIONS:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return globals().setdefault(name, Function(name))


def __dir__() -> list[str]:
    return sorted({*globals(), *FUNCTIONS})

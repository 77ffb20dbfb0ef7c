"""Indicators by name, for programs: what there is, values over columns, indicators of one's own.

    lines = ct.indicators.compute("stochastic", high=h, low=l, close=c, period=14)  # {"k": array, "d": array}
    print([one.name for one in ct.indicators.list("momentum")])


    @ct.indicators.register(lines=["gap"], inputs=["open", "close"])
    def gap(open, close):
        return open / np.roll(close, 1) - 1

Functions and streams of them are in cracktrader_fast (cracktrader_fast.sma, cracktrader_fast.stream.Sma), also of those
that were registered here.
"""

from __future__ import annotations

import builtins
import copy
import inspect
import keyword
import pickle
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import cracktrader_fast
import numpy as np
from cracktrader_fast import InvalidArgument, _core

__all__ = [
    "Indicator",
    "Parameter",
    "compute",
    "get_all_indicators",
    "get_indicator_info",
    "get_momentum_indicators",
    "get_trend_indicators",
    "get_volatility_indicators",
    "info",
    "list",
    "list_indicators",
    "register",
]

FIELDS = ("open", "high", "low", "close", "volume")


class Parameter(NamedTuple):
    """A number that shapes an indicator, or one of some choices, which are also the numbers from 0 on."""

    name: str
    """As in period=14."""
    default: float | str
    """Of a choice its name."""
    min: float
    """The least that it may be."""
    max: float
    """The most that it may be."""
    whole: bool
    """Whole numbers only."""
    choices: tuple[str, ...]
    """Names that stand for 0, 1, 2 ...; empty for a number."""


class Indicator(NamedTuple):
    """What the registry knows of an indicator."""

    name: str
    """That of its function in cracktrader_fast."""
    aliases: tuple[str, ...]
    """What else it is called, in TA-Lib or backtrader."""
    group: str
    """As in list("momentum")."""
    inputs: tuple[str, ...]
    """The columns that it takes, in the order of its arguments."""
    parameters: tuple[Parameter, ...]
    """What shapes it, in the order of its arguments."""
    lines: tuple[str, ...]
    """The names of the columns that it gives."""
    lead_in: int
    """How many first values are NaN, with the default parameters."""
    integer: bool
    """Lines are integers, 0 before they begin."""
    text: str
    """What it is, in one sentence."""
    source: str
    """Where its definition comes from."""

    @property
    def params(self) -> dict[str, float | str]:
        """Names and defaults of the parameters."""
        return {parameter.name: parameter.default for parameter in self.parameters}

    @property
    def description(self) -> str:
        """The same as text."""
        return self.text


def list(group: str | None = None) -> builtins.list[Indicator]:
    """All indicators, or those of a group, sorted by name."""
    infos = _core.indicator_infos()
    groups = sorted({one["group"] for one in infos})
    if group is not None and group not in groups:
        raise InvalidArgument(f"group is {group!r}, expected one of {', '.join(groups)}")
    return [describe(one) for one in infos if group in (None, one["group"])]


def info(name: str) -> Indicator:
    """What there is to know of an indicator, by its name or an alias. Raises NotFound."""
    if not isinstance(name, str):
        raise TypeError(f"name is a {type(name).__name__}, expected a str")
    return describe(_core.indicator(name).info)


def describe(known: Mapping[str, Any]) -> Indicator:
    parameters = tuple(
        Parameter(one["name"], default_of(one), one["min"], one["max"], one["whole"], one["choices"])
        for one in known["parameters"]
    )
    return Indicator(
        known["name"],
        known["aliases"],
        known["group"],
        known["inputs"],
        parameters,
        known["lines"],
        _core.lead_in(known["name"], []),
        known["whole_lines"],
        known["text"],
        known["source"],
    )


def default_of(parameter: Mapping[str, Any]) -> float | str:
    default = parameter["default"]
    if parameter["choices"]:
        return str(parameter["choices"][int(default)])
    return int(default) if parameter["whole"] else float(default)


def list_indicators() -> builtins.list[str]:
    """The names of all indicators."""
    return [one["name"] for one in _core.indicator_infos()]


def get_all_indicators() -> dict[str, Indicator]:
    """All indicators by name."""
    return {one.name: one for one in list()}


def get_trend_indicators() -> dict[str, Indicator]:
    """Averages and what tells trends, by name."""
    return {one.name: one for group in ("overlap", "trend") for one in list(group)}


def get_momentum_indicators() -> dict[str, Indicator]:
    """Those of momentum, by name."""
    return {one.name: one for one in list("momentum")}


def get_volatility_indicators() -> dict[str, Indicator]:
    """Those of volatility, by name."""
    return {one.name: one for one in list("volatility")}


def get_indicator_info(name: str) -> dict[str, Any]:
    """Name, params, lines and description of an indicator. Raises NotFound."""
    found = info(name)
    return {"name": found.name, "params": found.params, "lines": found.lines, "description": found.text}


def compute(name: str, data: Any = None, /, **arguments: Any) -> dict[str, Any]:
    """The lines of an indicator by their names.

    data: where the inputs are taken from that are not given by name: ct.Bars, a DataFrame, a dict of columns.
    arguments: inputs (high=..., close=...) and parameters (period=14) by name. Arrays, lists and Series as the
    functions of cracktrader_fast take them; the lines are what those give.
    Raises NotFound (the name), InvalidArgument (data), TypeError (a name that the indicator does not have).
    """
    function = _core.indicator(name)
    known = function.info
    if data is not None:
        for column in known["inputs"]:
            if column not in arguments and not (len(known["inputs"]) == 1 and "prices" in arguments):
                arguments[column] = column_of(data, column)
    for parameter in known["parameters"]:
        alias = "window" if parameter["name"] == "period" else parameter["name"]
        if parameter["name"] not in arguments and alias not in arguments:
            arguments[parameter["name"]] = parameter["default"]
    result = function(**arguments)
    lines = known["lines"]
    return dict(zip(lines, result if len(lines) > 1 else (result,), strict=True))


def column_of(data: Any, name: str) -> Any:
    """A column of bars, a data frame or a dict."""
    if isinstance(data, Mapping):
        found = data.get(name)
    elif hasattr(data, "columns"):
        found = data[name] if name in data.columns else None
    else:
        found = getattr(data, name, None)
    if found is None:
        raise InvalidArgument(f"the data have no {name}; give it by name")
    return found


def register(
    source: Any = None,
    /,
    *,
    name: str | None = None,
    inputs: Sequence[str] = ("close",),
    lines: Sequence[str] | None = None,
    parameters: Mapping[str, Any] | None = None,
    lead_in: int | Callable[..., int] = 0,
    memory: int | Callable[..., int] | None = None,
    aliases: Sequence[str] = (),
    text: str | None = None,
) -> Any:
    """Makes a Python function or class an indicator like those built in: in cracktrader_fast, in strategies, in
    compute(). Also a decorator. A name that was registered before is replaced.

    source: a function of whole columns, f(close, period) -> array as long (a tuple of arrays for several lines), NaN
        where there is no value; what it gives for a row may depend on that row and earlier ones only. Or a class whose
        instances, Class(period), have update(close) -> float (a tuple for several lines).
    name: what it is called; the source's own by default.
    inputs: open, high, low, close, volume are a bar's fields in strategies.
    lines: the names of the lines; one that is called as the indicator by default.
    parameters: name: default, or name: (default, min, max); a whole number where the default is an int. What the
        source's parameters with defaults say, by default.
    lead_in: how many first values are NaN: a number, or a function of the parameters.
    memory: of a function: on how many rows before it a value depends, a number or a function of the parameters. Without
        it each further piece of a series is computed from the first row on, which is slow in long runs.
    Raises InvalidArgument (what is no indicator), TypeError (a wrong type).
    """
    if source is None:
        given = {key: value for key, value in locals().items() if key != "source"}
        return lambda source: register(source, **given)
    if not callable(source):
        raise TypeError(f"source is a {type(source).__name__}, expected a function or a class")
    own = name or source.__name__
    check_names(own, inputs, lines, aliases)
    is_class = isinstance(source, type)
    if is_class and not callable(getattr(source, "update", None)):
        raise InvalidArgument(f"class {source.__name__} has no method update()")
    if is_class and memory is not None:
        raise InvalidArgument("memory goes with a function; a class keeps what it needs")
    given_parameters = defaults_of(source, 0 if is_class else len(inputs)) if parameters is None else parameters
    rows = [parameter_row(own, key, value) for key, value in given_parameters.items()]
    names = tuple(lines) if lines is not None else (own,)
    whole = [row[4] for row in rows]

    def make(values: Sequence[float]) -> tuple[Any, int]:
        typed = [int(value) if is_whole else value for value, is_whole in zip(values, whole, strict=True)]
        count = lead_in(*typed) if callable(lead_in) else lead_in
        if is_class:
            return ClassKernel(own, source(*typed), len(names)), count
        rows_back = memory(*typed) if callable(memory) else memory
        return FunctionKernel(own, source, typed, len(names), rows_back), count

    for key in given_parameters:
        if key in inputs or key in ("out", "axis", "window", "prices"):
            raise InvalidArgument(f"parameter {key} of {own} is also the name of another argument")
    _, count = make([row[1] for row in rows])
    if isinstance(count, bool) or not isinstance(count, int) or count < 0:
        raise InvalidArgument(f"lead_in of {own} is {count!r}, expected a whole number from 0 on")
    described = text or (inspect.getdoc(source) or f"{own} of the program").split("\n", 1)[0]
    _core.define_indicator(own, [*aliases], [*inputs], rows, [*names], described, make)
    forget({own, *aliases})
    return source


def check_names(own: str, inputs: Any, lines: Any, aliases: Any) -> None:
    """Names are words that a program can write, each once, and hide nothing of cracktrader_fast."""
    for what, names in (("inputs", inputs), ("lines", lines or ()), ("aliases", aliases)):
        if isinstance(names, str) or not all(isinstance(one, str) for one in names):
            raise InvalidArgument(f"{what} of {own} are {names!r}, expected a sequence of names")
        for one in names:
            if not one.isidentifier() or keyword.iskeyword(one) or one.startswith("_"):
                raise InvalidArgument(f"{what} of {own} hold {one!r}, expected names like those of variables")
        if len({*names}) < len(names):
            raise InvalidArgument(f"{what} of {own} are {tuple(names)}, expected each name once")
    hidden = {"stream"} | {plain_name(known) for known in cracktrader_fast.__all__}
    for one in (own, *aliases):
        if plain_name(one) in hidden:
            raise InvalidArgument(f"indicator '{one}' would hide cracktrader_fast.{one}")


def plain_name(name: str) -> str:
    return name.replace("_", "").lower()


def forget(names: set[str]) -> None:
    """Functions and streams of earlier indicators with these names."""
    plain = {plain_name(name) for name in names}
    for module in (cracktrader_fast, cracktrader_fast.stream):
        for known in builtins.list(vars(module)):
            if plain_name(known) in plain:
                delattr(module, known)


def defaults_of(source: Any, skipped: int) -> dict[str, Any]:
    """The parameters that a source's signature has defaults for."""
    try:
        arguments = [*inspect.signature(source).parameters.values()][skipped:]
    except (TypeError, ValueError):
        return {}
    missing = [one.name for one in arguments if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD]
    if missing:
        raise InvalidArgument(f"the parameters {', '.join(missing)} have no default; give parameters=")
    return {one.name: one.default for one in arguments if one.default is not one.empty}


def parameter_row(own: str, name: str, value: Any) -> tuple[str, float, float, float, bool]:
    default, low, high = value if isinstance(value, (tuple, builtins.list)) else (value, None, None)
    if isinstance(default, bool) or not isinstance(default, (int, float)):
        raise InvalidArgument(f"parameter {name} of {own} has the default {default!r}, expected a number")
    whole = isinstance(default, int)
    if low is None:
        low, high = (min(1, default), 1 << 20) if whole else (-sys.float_info.max, sys.float_info.max)
    return name, float(default), float(low), float(high), whole


class Kernel:
    """What the native code runs: chunks of columns in, chunks of lines out."""

    def __init__(self, name: str, line_count: int) -> None:
        self.name = name
        self.line_count = line_count

    def copy(self) -> Any:
        return copy.deepcopy(self)

    def save(self) -> bytes:
        return pickle.dumps(self.state())

    def restore(self, saved: bytes) -> bool:
        try:
            self.set_state(pickle.loads(saved))
        except (pickle.UnpicklingError, EOFError, ValueError, TypeError):
            return False
        return True

    def state(self) -> Any:
        raise NotImplementedError

    def set_state(self, state: Any) -> None:
        raise NotImplementedError


class ClassKernel(Kernel):
    """An instance that is given one row after the other."""

    def __init__(self, name: str, instance: Any, line_count: int) -> None:
        super().__init__(name, line_count)
        self.instance = instance

    def run(self, inputs: Sequence[np.ndarray]) -> builtins.list[np.ndarray]:
        update = self.instance.update
        rows = zip(*(column.tolist() for column in inputs), strict=True)
        try:
            values = np.array([update(*row) for row in rows], dtype=np.float64)
        except (ValueError, TypeError) as error:
            raise InvalidArgument(f"update() of indicator {self.name}: {error}") from error
        lines = values.reshape(len(inputs[0]), -1).T
        if len(lines) != self.line_count:
            raise InvalidArgument(
                f"update() of indicator {self.name} gave {len(lines)} values, expected {self.line_count}"
            )
        return [np.require(line, requirements=["C", "A"]) for line in lines]

    def state(self) -> Any:
        return self.instance

    def set_state(self, state: Any) -> None:
        if type(state) is not type(self.instance):
            raise TypeError(self.name)
        self.instance = state


class FunctionKernel(Kernel):
    """A function of columns, given each chunk with the rows before it that it remembers."""

    def __init__(
        self, name: str, function: Any, parameters: Sequence[float], line_count: int, memory: int | None
    ) -> None:
        super().__init__(name, line_count)
        self.function = function
        self.parameters = [*parameters]
        self.memory = memory
        self.before: builtins.list[np.ndarray] = []

    def run(self, inputs: Sequence[np.ndarray]) -> builtins.list[np.ndarray]:
        rows = len(inputs[0])
        columns = [np.concatenate(pair) for pair in zip(self.before, inputs, strict=True)] if self.before else [*inputs]
        result = self.function(*columns, *self.parameters)
        lines = result if isinstance(result, (tuple, builtins.list)) else (result,)
        if len(lines) != self.line_count:
            raise InvalidArgument(f"indicator {self.name} gave {len(lines)} lines, expected {self.line_count}")
        arrays = [np.asarray(line, dtype=np.float64) for line in lines]
        for array in arrays:
            if array.shape != columns[0].shape:
                raise InvalidArgument(
                    f"indicator {self.name} gave an array of shape {array.shape}, expected {columns[0].shape}"
                )
        kept = len(columns[0]) if self.memory is None else self.memory
        self.before = [column[max(0, len(column) - kept) :] for column in columns]
        return [np.require(array[-rows:], requirements=["C", "A"]) for array in arrays]

    def copy(self) -> FunctionKernel:
        twin = FunctionKernel(self.name, self.function, self.parameters, self.line_count, self.memory)
        twin.before = [*self.before]
        return twin

    def state(self) -> Any:
        return self.before

    def set_state(self, state: Any) -> None:
        if not isinstance(state, builtins.list) or not all(isinstance(column, np.ndarray) for column in state):
            raise TypeError(self.name)
        self.before = state

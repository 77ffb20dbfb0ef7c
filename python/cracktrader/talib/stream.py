"""TA-Lib's functions one bar after the other:

from cracktrader.talib import stream

rsi = stream.RSI(history, timeperiod=14)  # the arguments of talib.RSI
rsi.value                                 # at the last bar of the history
rsi.update(price)                         # the value with one more bar
rsi.peek(price)                           # the same, and nothing changes
rsi, values = stream.RSI.open_and_fill(history)

A value is the bits that the function gives for the same bars.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple, Self

import cracktrader_fast.stream
import numpy as np

from ._arguments import arguments_of, float_of, history_of
from ._composed import lookback
from ._native import FIXED, FUNCTIONS, ROWS, TAKEN, doc
from ._settings import OPEN_STREAMS
from ._table import Row
from ._types import InsufficientHistory


class OutRange(NamedTuple):
    """The rows that have values: the first of them, and how many there are."""

    begidx: int
    nbelement: int


class Stream:
    """A function that was given some history and goes on bar by bar."""

    _row: Row

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._open("Open", args, kwargs)

    @classmethod
    def open_and_fill(cls, *args: Any, **kwargs: Any) -> tuple[Self, Any]:
        """The stream, and what the function gives for the history."""
        made = cls.__new__(cls)
        return made, made._open("OpenAndFill", args, kwargs)

    @property
    def value(self) -> Any:
        """The value at the last bar: a number, or a tuple of them."""
        return self._value

    @property
    def out_range(self) -> OutRange:
        """The rows that have values so far."""
        return OutRange(self._begin, self._count)

    def update(self, *args: Any, **kwargs: Any) -> Any:
        """Takes a bar, one number of each input, and gives the value with it. Raises Exception (not finite)."""
        value = self._typed(self._native.update(*self._bar("Update", args, kwargs)))
        self._value = value
        self._count += 1
        return value

    def peek(self, *args: Any, **kwargs: Any) -> Any:
        """What update() would give; changes nothing."""
        return self._typed(self._native.peek(*self._bar("Peek", args, kwargs)))

    def advance(self) -> None:
        """Counts a bar that the stream is not given."""
        self._count += 1

    def copy(self) -> Self:
        """Another stream that goes on from here by itself."""
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__, _native=self._native.copy())
        OPEN_STREAMS.add(made)
        return made

    __copy__ = copy

    def __deepcopy__(self, memo: Any) -> Self:
        return self.copy()

    def _open(self, step: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Any:
        row = self._row
        names = [*row.inputs, *(one.name for one in row.parameters)]
        given = arguments_of(f"{row.name}_Stream", names, len(row.inputs), args, kwargs)
        inputs = [history_of(given[name]) for name in row.inputs]
        parameters = [given.get(one.name, one.default) for one in row.parameters]
        function = FUNCTIONS[row.name]
        try:
            filled = function(*inputs, *parameters)
        except Exception as error:
            raise type(error)(str(error).replace(f"TA_{row.name} function", f"TA_{row.name}_{step} function")) from None
        rows = len(inputs[0])
        if rows == 0:
            raise InsufficientHistory("no history: the input array is empty")
        broken = np.logical_or.reduce([np.isnan(one) for one in inputs])
        first = min(int(np.argmin(broken)), rows - 1) if not broken.all() else rows - 1
        needed = lookback(row.name, *parameters) + 1
        if rows - first < needed:
            raise InsufficientHistory(
                f"TA_{row.name}_{step}: {rows - first} bars of history, at least {needed} needed "
                "(a leading bar that is NaN in any input is not history)"
            )
        self._begin = first + needed - 1
        self._count = rows - self._begin
        self._first = first
        history = [np.ascontiguousarray(one[first:], np.float64) for one in inputs]
        if function.composed is None:
            known = getattr(cracktrader_fast.stream, function.indicator)
            taken = parameters[: TAKEN.get(row.name, len(parameters))]
            self._native = known(*map(float, taken), *FIXED.get(row.name, []))
            self._native.update_many(*history)
        else:
            self._native = Recomputed(function, history, parameters)
        last = [line[-1] for line in filled] if isinstance(filled, tuple) else [filled[-1]]
        poisoned = row.poisoned and broken[first:].any()
        self._dead = [poisoned and math.isnan(value) for value in last]
        values = [
            float(value) if one.kind == "real" else int(value) for one, value in zip(row.outputs, last, strict=True)
        ]
        self._value = values[0] if len(values) == 1 else tuple(values)
        OPEN_STREAMS.add(self)
        return filled

    def _bar(self, step: str, args: Sequence[Any], kwargs: dict[str, Any]) -> list[float]:
        given = arguments_of("update", self._row.inputs, len(self._row.inputs), args, kwargs)
        bar = [float_of(given[name]) for name in self._row.inputs]
        if not all(map(math.isfinite, bar)):
            raise Exception(
                f"TA_{self._row.name}_{step} function failed with error code 2: Bad Parameter (TA_BAD_PARAM)"
            )
        return bar

    def _typed(self, value: Any) -> Any:
        outputs = self._row.outputs
        if len(outputs) == 1 and outputs[0].kind == "real":
            return math.nan if self._dead[0] else value
        values = []
        for one, dead, line in zip(outputs, self._dead, value if len(outputs) > 1 else [value], strict=True):
            if one.kind == "real":
                values.append(math.nan if dead else line)
            elif math.isnan(line):
                values.append(0)
            else:
                values.append(int(line) + (self._first if one.kind == "row" else 0))
        return values[0] if len(values) == 1 else tuple(values)


class Recomputed:
    """For functions that unstable periods have taken apart: keeps the bars and computes the function anew."""

    def __init__(self, function: Any, history: Sequence[np.ndarray], parameters: Sequence[Any]) -> None:
        self._function = function
        self._history = [*history]
        self._parameters = parameters

    def peek(self, *bar: float) -> Any:
        return self.copy().update(*bar)

    def update(self, *bar: float) -> Any:
        self._history = [np.append(column, value) for column, value in zip(self._history, bar, strict=True)]
        result = self._function(*self._history, *self._parameters)
        return tuple(float(line[-1]) for line in result) if isinstance(result, tuple) else float(result[-1])

    def copy(self) -> Recomputed:
        return Recomputed(self._function, self._history, self._parameters)


__all__ = ["OutRange", "Stream", *sorted(ROWS)]  # noqa: PLE0604 - the names of the table


def __getattr__(name: str) -> type[Stream]:
    row = ROWS.get(name)
    if row is None:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    members = {"_row": row, "__module__": __name__, "__doc__": f"{name}({row.signature})\n\n{doc(row)}"}
    return globals().setdefault(name, type(name, (Stream,), members))


def __dir__() -> list[str]:
    return sorted({*globals(), *ROWS})

"""What the functions of indicators take and give besides plain float64 arrays: lists, Series, data frames, float32,
many series, many parameters, arrays of the caller. The native functions come here with all but the plain case."""

from __future__ import annotations

import sys
from collections import namedtuple
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from . import _core
from ._errors import InvalidArgument

Rewrap = Callable[[np.ndarray, "str | None", "list[str] | None"], Any]


class Column(NamedTuple):
    """An input as an array, and how a result becomes what the input was."""

    values: np.ndarray
    rewrap: Rewrap | None
    by_column: bool  # each column is a series


def run(function: Any, inputs: Sequence[Any], parameters: Sequence[Any], out: Any, axis: Any) -> Any:
    """A call of a function of an indicator; parameters are floats, or lists of them."""
    info = function.info
    columns = [read_column(name, given) for name, given in zip(info["inputs"], inputs, strict=True)]
    check_shapes(info, columns)
    sets, labels = parameter_sets(info, parameters)
    first = columns[0].values
    time_axis = read_axis(axis, columns, first.ndim)
    series = [one_series_a_row(column.values, time_axis) for column in columns]

    shape = (len(sets), *series[0].shape)
    whole = info["whole_lines"]
    targets = None if out is None else read_out(info, out, result_shape(first.shape, labels), columns)
    lines = [
        target.reshape(shape)
        if target is not None and is_direct(target, whole, time_axis)
        else _core.empty_array(shape, whole)
        for target in targets or [None] * len(info["lines"])
    ]
    _core.compute_lines(info["name"], series, sets, lines)

    results = []
    single = all(column.values.dtype == np.float32 for column in columns) and not whole
    rewrap = next((column.rewrap for column in columns if column.rewrap is not None), None)
    if rewrap is not None and labels is not None and first.ndim == 2:
        raise InvalidArgument(f"{info['name']} of a data frame takes a single value for each parameter, not a list")
    for k, name in enumerate(info["lines"]):
        line = lines[k].swapaxes(1, 2) if time_axis == 0 else lines[k]
        line = line.reshape(result_shape(first.shape, labels))
        if targets is not None:
            if not np.shares_memory(line, targets[k]):
                targets[k][...] = line
            results.append(targets[k])
            continue
        if single:
            line = line.astype(np.float32)
        if rewrap is not None:
            line = rewrap(line, name if len(info["lines"]) > 1 else None, labels)
        results.append(line)
    if out is not None and len(results) == 1:
        return out
    return results[0] if len(results) == 1 else function.result_class._make(results)


def update_many(stream: Any, inputs: Sequence[Any]) -> Any:
    """A stream's update() for each row of arrays."""
    info = stream.indicator.info
    if len(inputs) != len(info["inputs"]):
        raise TypeError(f"update_many() of {info['name']} takes {', '.join(info['inputs'])} ({len(inputs)} given)")
    columns = [read_column(name, given) for name, given in zip(info["inputs"], inputs, strict=True)]
    check_shapes(info, columns)
    if columns[0].values.ndim != 1:
        raise InvalidArgument(f"{info['inputs'][0]} has {columns[0].values.ndim} dimensions, a stream takes 1")
    lines = [_core.empty_array(columns[0].values.shape, info["whole_lines"]) for _ in info["lines"]]
    stream._run([in_one_piece(column.values) for column in columns], lines)
    return lines[0] if len(lines) == 1 else stream.indicator.result_class._make(lines)


def read_column(name: str, given: Any) -> Column:
    """An input: numbers in one or two dimensions."""
    module = type(given).__module__.partition(".")[0]
    rewrap: Rewrap | None = None
    by_column = False
    try:
        if module in ("pandas", "polars") and hasattr(given, "to_numpy"):
            by_column = hasattr(given, "columns")
            values, rewrap = read_pandas(name, given) if module == "pandas" else read_polars(name, given)
        else:
            values = given if isinstance(given, np.ndarray) else np.asarray(given)
    except InvalidArgument:
        raise
    except (ValueError, TypeError) as error:
        raise InvalidArgument(f"{name} cannot be read as numbers: {error}") from None
    if values.dtype.kind not in "fiu":
        what = "objects" if values.dtype == object else str(values.dtype)
        raise InvalidArgument(f"{name} is an array of {what}, expected numbers")
    if isinstance(values, np.ma.MaskedArray):
        values = values.filled(np.nan) if values.dtype.kind == "f" else values.astype(np.float64).filled(np.nan)
    if values.ndim not in (1, 2):
        raise InvalidArgument(f"{name} has {values.ndim} dimensions, expected 1, or 2 for many series")
    if values.size == 0:
        raise InvalidArgument(f"{name} is empty, expected at least one value")
    return Column(values, rewrap, by_column)


def read_pandas(name: str, given: Any) -> tuple[np.ndarray, Rewrap | None]:
    """A Series or a DataFrame, or an index or array of pandas, which come back as arrays."""
    pandas = sys.modules["pandas"]
    own = getattr(given, "dtype", None)
    if own is None or isinstance(own, np.dtype):
        values = given.to_numpy()
    else:  # its own types would turn text and times into numbers as well
        types = pandas.api.types
        if not types.is_numeric_dtype(own) or types.is_bool_dtype(own):
            raise InvalidArgument(f"{name} is a {type(given).__name__} of {own}, expected numbers")
        values = given.to_numpy(dtype=np.float64, na_value=np.nan)
    if not isinstance(given, (pandas.Series, pandas.DataFrame)):
        return values, None

    def rewrap(values: np.ndarray, line: str | None, labels: list[str] | None) -> Any:
        if values.ndim == 1:
            return pandas.Series(values, index=given.index, name=line or given.name, copy=False)
        if labels is not None:
            return pandas.DataFrame(values.T, index=given.index, columns=labels, copy=False)
        return pandas.DataFrame(values, index=given.index, columns=given.columns, copy=False)

    return values, rewrap


def read_polars(name: str, given: Any) -> tuple[np.ndarray, Rewrap]:
    polars = sys.modules["polars"]
    values = given.to_numpy()
    if values.ndim == 2 and not hasattr(given, "columns"):
        raise InvalidArgument(f"{name} is a Series of {given.dtype}, expected numbers")

    def rewrap(values: np.ndarray, line: str | None, labels: list[str] | None) -> Any:
        if values.ndim == 1:
            return polars.Series(line or given.name, values)
        if labels is not None:
            return polars.DataFrame(dict(zip(labels, values, strict=True)))
        return polars.DataFrame(dict(zip(given.columns, values.T, strict=True)))

    return values, rewrap


def check_shapes(info: dict[str, Any], columns: Sequence[Column]) -> None:
    """All inputs are equally long."""
    first = columns[0].values.shape
    for name, column in zip(info["inputs"][1:], columns[1:], strict=True):
        if column.values.shape == first:
            continue
        shape = column.values.shape
        if len(first) == len(shape) == 1:
            raise InvalidArgument(f"{name} has {shape[0]} values, {info['inputs'][0]} has {first[0]}; expected as many")
        raise InvalidArgument(f"{name} has the shape {shape}, {info['inputs'][0]} has {first}; expected the same")


def parameter_sets(info: dict[str, Any], given: Sequence[Any]) -> tuple[list[list[float]], list[str] | None]:
    """One list of parameters, or one for each place of those given as lists, with what those are called."""
    lists = {}
    for k, (parameter, value) in enumerate(zip(info["parameters"], given, strict=True)):
        if isinstance(value, float):
            continue
        lists[k] = read_list(f"{parameter['name']} of {info['name']}", parameter, value)
    if not lists:
        return [list(given)], None
    lengths = {len(values) for values in lists.values()}
    if len(lengths) > 1:
        names = ", ".join(info["parameters"][k]["name"] for k in lists)
        raise InvalidArgument(
            f"the lists {names} of {info['name']} have {sorted(lengths)} values, expected as many each"
        )
    sets = []
    for i in range(lengths.pop()):
        sets.append([float(lists[k][i]) if k in lists else value for k, value in enumerate(given)])
    return sets, [", ".join(f"{lists[k][i]:g}" for k in lists) for i in range(len(sets))]


def read_list(what: str, parameter: dict[str, Any], value: Any) -> list[float]:
    expected = "a whole number" if parameter["whole"] else "a number"
    if parameter["choices"]:
        expected = f"one of {', '.join(parameter['choices'])}"
    is_list = isinstance(value, np.ndarray) and value.ndim == 1
    if not is_list and (isinstance(value, (str, bytes)) or not isinstance(value, Sequence)):
        raise InvalidArgument(f"{what} is a {type(value).__name__}, expected {expected}")
    if len(value) == 0:
        raise InvalidArgument(f"{what} is an empty list, expected {expected} at least")
    numbers = []
    for one in value:
        if isinstance(one, str) and one in parameter["choices"]:
            numbers.append(float(parameter["choices"].index(one)))
        elif isinstance(one, (int, float, np.integer, np.floating)) and not isinstance(one, (bool, np.timedelta64)):
            numbers.append(as_float(what, one))
        else:
            raise InvalidArgument(f"{what} holds {one!r}, expected {expected} each")
    return numbers


def as_float(what: str, number: Any) -> float:
    try:
        return float(number)
    except OverflowError:
        raise InvalidArgument(f"{what} holds a number that is out of all bounds") from None


def read_axis(axis: Any, columns: Sequence[Column], dimensions: int) -> int:
    """Along which axis time runs: the last one, or the first one in data frames."""
    if axis is None:
        return 0 if dimensions == 2 and any(column.by_column for column in columns) else dimensions - 1
    if isinstance(axis, bool) or not isinstance(axis, (int, np.integer)) or not -dimensions <= axis < dimensions:
        raise InvalidArgument(f"axis is {axis!r}, expected {-dimensions} to {dimensions - 1}")
    return int(axis) % dimensions


def one_series_a_row(values: np.ndarray, time_axis: int) -> np.ndarray:
    if values.ndim == 1:
        values = values.reshape(1, -1)
    elif time_axis == 0:
        values = values.T
    return in_one_piece(values)


def in_one_piece(values: np.ndarray) -> np.ndarray:
    """As the native code wants them: float64 of this machine's order, contiguous, aligned."""
    return np.require(values, np.float64, ["C", "A", "E"])


def result_shape(shape: tuple[int, ...], labels: list[str] | None) -> tuple[int, ...]:
    return shape if labels is None else (len(labels), *shape)


def read_out(info: dict[str, Any], out: Any, shape: tuple[int, ...], columns: Sequence[Column]) -> list[np.ndarray]:
    """The caller's arrays, one for each line."""
    names = info["lines"]
    arrays = [out] if len(names) == 1 else out
    if len(names) > 1 and (not isinstance(out, (tuple, list)) or len(out) != len(names)):
        raise InvalidArgument(f"out is a {type(out).__name__}, expected {len(names)} arrays: {', '.join(names)}")
    kinds = ("int32",) if info["whole_lines"] else ("float64", "float32")
    for k, array in enumerate(arrays):
        what = "out" if len(names) == 1 else f"out[{k}]"
        if not isinstance(array, np.ndarray):
            raise InvalidArgument(f"{what} is a {type(array).__name__}, expected a numpy array")
        if array.dtype.name not in kinds:
            raise InvalidArgument(f"{what} is an array of {array.dtype}, expected {' or '.join(kinds)}")
        if array.shape != shape:
            raise InvalidArgument(f"{what} has the shape {array.shape}, expected {shape}")
        if not array.flags.writeable:
            raise InvalidArgument(f"{what} is read-only, expected a writable array")
        for name, column in zip(info["inputs"], columns, strict=True):
            if overlap(array, column.values):
                raise InvalidArgument(f"{what} overlaps {name}, expected memory of its own")
        for other in arrays[:k]:
            if overlap(array, other):
                raise InvalidArgument(f"{what} overlaps another line's array, expected memory of its own")
    return list(arrays)


def overlap(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether they have a byte in common, as columns of one table do not; or may have, where that is hard to tell."""
    try:
        return np.shares_memory(one, other, max_work=1000)
    except np.exceptions.TooHardError:
        return True


def is_direct(target: np.ndarray, whole: bool, time_axis: int) -> bool:
    """Whether the native code can write there."""
    plain = target.flags.c_contiguous and target.flags.aligned and target.dtype.isnative
    return bool(plain and target.dtype == (np.int32 if whole else np.float64) and (target.ndim == 1 or time_axis != 0))


def result_class(name: str, lines: tuple[str, ...]) -> type:
    """The named tuple of an indicator's lines."""
    made = namedtuple(class_name(name), lines, module="cracktrader_fast")
    # The module's attribute of that name is the indicator's function, so pickle has to be told the way.
    made.__reduce__ = lambda self: (named_lines, (name, tuple(self)))  # type: ignore[method-assign]
    return made


def named_lines(name: str, values: tuple[Any, ...]) -> Any:
    """The lines of an indicator out of a pickle."""
    return _core.indicator(name).result_class._make(values)


def class_name(name: str) -> str:
    """ "true_range" as TrueRange."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))

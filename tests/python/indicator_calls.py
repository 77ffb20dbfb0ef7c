"""Random calls of indicators, as mad as a caller can make them: each must give what a plain call gives, or refuse.

Used by the tests with a few hundred calls, and by tests/fuzz/indicators/fuzz.py under the sanitizers for as long as
one likes.
"""

from __future__ import annotations

import copy
import pickle
import random
import warnings
from typing import Any

import cracktrader_fast as fast
import numpy as np
from cracktrader_fast import _arrays, _core

INFOS = [info for info in _core.indicator_infos() if info["group"] != "custom"]
REFUSALS = (fast.InvalidArgument, TypeError)
MARK = -77


class Subclass(np.ndarray):
    """An array of another class."""


# --- inputs --------------------------------------------------------------------------------------------------------


def numbers(dice: random.Random, shape: tuple[int, ...]) -> np.ndarray:
    """Prices, huge and tiny numbers, or gaps."""
    source = np.random.default_rng(dice.randrange(1 << 30))
    values = 100 + source.normal(0, 1, shape).cumsum(axis=-1)
    kind = dice.randrange(6)
    if kind == 0:
        values = values * 10.0 ** source.integers(-300, 300, shape)
    elif kind == 1:
        values[source.random(shape) < 0.2] = dice.choice([np.nan, np.inf, -np.inf])
    elif kind == 2:
        values[...] = dice.choice([0.0, 1.0, -5.0])
    elif kind == 3:
        values = np.round(values)
    return values


def good_layout(dice: random.Random, values: np.ndarray) -> Any:
    """The same numbers, laid out in another way."""
    kind = dice.randrange(12)
    if kind == 0:
        return values.tolist()
    if kind == 1:
        return np.asfortranarray(values)
    if kind == 2:
        return np.repeat(values, 2, axis=-1)[..., ::2]
    if kind == 3:
        return np.flip(np.flip(values, -1).copy(), -1)
    if kind == 4:
        return values.astype(values.dtype.newbyteorder())
    if kind == 5:
        unaligned = np.zeros(values.nbytes + 1, np.uint8)[1:].view(values.dtype).reshape(values.shape)
        unaligned[...] = values
        return unaligned
    if kind == 6:
        values = values.copy()
        values.flags.writeable = False
        return values
    if kind == 7:
        return values.view(Subclass)
    if kind == 8:
        return np.ma.array(values, mask=False)
    if kind == 9:
        return memoryview(values)
    return values


BAD_INPUTS: list[Any] = [
    None,
    5.0,
    "text",
    b"bytes",
    {},
    [],
    [[]],
    [[1.0], [1.0, 2.0]],
    [None, 1.0],
    ["a"],
    [1j],
    [True],
    object(),
    np.float64(3),
    np.zeros((2, 2, 2)),
    np.zeros((0, 3)),
    np.array([1, None]),
    np.array(["2024-01-01"], dtype="M8[s]"),
    np.array([1], dtype="m8[s]"),
    np.array([True, False]),
    np.array(["1", "2"]),
    np.zeros(2, dtype=[("a", float)]),
    np.ma.array([True, False], mask=[True, False]),
    np.ma.array(["1", "2"]),
    np.ma.array([1j, 2j]),
    np.zeros(3, dtype="V8"),
]

BAD_PARAMETERS: list[Any] = [
    None,
    True,
    np.True_,
    -1,
    -1.0,
    2.5,
    1e300,
    10**400,
    float("nan"),
    float("inf"),
    "text",
    "\ud800",
    b"3",
    3j,
    [],
    [None],
    ["\ud800"],
    [10**400],
    [True],
    [3, "4"],
    {3},
    {},
    np.array(3),
    np.array([[3]]),
    np.array(["a"]),
    np.datetime64("2024-01-01"),
    np.timedelta64(3),
    object(),
]


def good_value(dice: random.Random, parameter: dict[str, Any]) -> Any:
    if parameter["choices"]:
        return dice.choice([dice.choice(parameter["choices"]), dice.randrange(len(parameter["choices"]))])
    if parameter["whole"]:
        number = dice.choice([1, 2, 3, 5, 14, 40, 300, int(parameter["min"])])
        number = int(min(max(number, parameter["min"]), parameter["max"]))
        return dice.choice([number, float(number), np.int32(number), np.float32(number)])
    return min(max(dice.choice([0.0, 0.5, 2.0, parameter["default"]]), parameter["min"]), parameter["max"])


def parameters(dice: random.Random, info: dict[str, Any], *, lists: bool) -> tuple[list[Any], bool]:
    """Values for each parameter, and whether a list is among them."""
    values = [good_value(dice, parameter) for parameter in info["parameters"]]
    if not lists or not values or dice.randrange(4):
        return values, False
    k = dice.randrange(len(values))
    values[k] = [good_value(dice, info["parameters"][k]) for _ in range(dice.randrange(1, 4))]
    return values, True


# --- functions -----------------------------------------------------------------------------------------------------


def as_lines(result: Any) -> list[Any]:
    return list(result) if isinstance(result, tuple) else [result]


def out_for(dice: random.Random, info: dict[str, Any], shape: tuple[int, ...]) -> tuple[list[np.ndarray], Any]:
    """Arrays for the lines, each in the middle of others that must stay as they are."""
    dtype = np.int32 if info["whole_lines"] else np.float64
    wholes = [np.full((*shape[:-1], shape[-1] * 2 + 4), MARK, dtype) for _ in info["lines"]]
    step = dice.choice([1, 2])
    parts = [whole[..., 2 : 2 + shape[-1] * step : step] for whole in wholes]
    return wholes, parts[0] if len(parts) == 1 else dice.choice([tuple, list])(parts)


def call_function(dice: random.Random) -> None:
    """A call with good arguments in a random form equals the plain call, writes nowhere else and changes no input."""
    info = dice.choice(INFOS)
    function = getattr(fast, info["name"])
    rows = dice.choice([1, 2, 3, 8, 31, 100, 700])
    shape = dice.choice([(rows,), (rows,), (dice.randrange(1, 4), rows)])
    dtype = dice.choice([np.float64, np.float64, np.float64, np.float32, np.int64, np.uint8])
    with np.errstate(all="ignore"):
        plain = [numbers(dice, shape).astype(dtype) for _ in info["inputs"]]
    given = [good_layout(dice, column) for column in plain]
    values, has_list = parameters(dice, info, lists=True)
    sets = [values]
    if has_list:
        k = next(k for k, value in enumerate(values) if isinstance(value, list))
        sets = [[*values[:k], value, *values[k + 1 :]] for value in values[k]]
    expected = []
    for one in sets:
        series = [
            [column.astype(np.float64).reshape(-1, rows)[i] for column in plain] for i in range(plain[0].size // rows)
        ]
        results = [as_lines(function(*columns, *one)) for columns in series]
        expected.append([np.stack([line[k] for line in results]).reshape(shape) for k in range(len(info["lines"]))])
    lines = [np.stack([one[k] for one in expected]) if has_list else expected[0][k] for k in range(len(info["lines"]))]

    keywords: dict[str, Any] = {}
    wholes: list[np.ndarray] = []
    if dice.randrange(3) == 0:
        wholes, keywords["out"] = out_for(dice, info, lines[0].shape)
    if dice.randrange(4) == 0:
        keywords["axis"] = dice.choice([-1, len(shape) - 1])
    got = as_lines(function(*given, *values, **keywords))
    for line, wanted in zip(got, lines, strict=True):
        np.testing.assert_array_equal(np.asarray(line), wanted.astype(line.dtype), err_msg=f"{info['name']}{values}")
    for whole in wholes:
        assert (whole[..., :2] == MARK).all()
        assert (whole[..., -2:] == MARK).all()
    for column, before in zip(given, plain, strict=True):
        np.testing.assert_array_equal(np.asarray(column), before)


def call_badly(dice: random.Random) -> None:
    """A call with something bad among its arguments is refused by name."""
    info = dice.choice(INFOS)
    function = getattr(fast, info["name"])
    rows = dice.choice([1, 5, 50])
    inputs: list[Any] = [numbers(dice, (rows,)) for _ in info["inputs"]]
    values, _ = parameters(dice, info, lists=False)
    keywords: dict[str, Any] = {}
    kinds = ["input", "out", "overlap", "axis", "count", "keyword", "parameter", "length"]
    kind = dice.choice(kinds)
    if kind == "input":
        inputs[dice.randrange(len(inputs))] = dice.choice(BAD_INPUTS)
    elif kind == "parameter" and values:
        values[dice.randrange(len(values))] = dice.choice(BAD_PARAMETERS)
    elif kind == "length" and len(inputs) > 1:
        k = dice.randrange(len(inputs))
        inputs[k] = dice.choice([inputs[k][:-1], np.append(inputs[k], 1.0), np.stack([inputs[k]] * 2)])
    elif kind == "overlap" and not info["whole_lines"]:
        buffer = np.zeros(rows + 3)
        k = dice.randrange(len(inputs))
        inputs[k] = buffer[:rows]
        lines = [np.zeros(rows) for _ in info["lines"]]
        lines[dice.randrange(len(lines))] = buffer[dice.randrange(min(3, rows)) :][:rows]
        keywords["out"] = lines[0] if len(lines) == 1 else lines
    elif kind == "axis":
        keywords["axis"] = dice.choice([2, -3, 1.0, "0", True, [0], np.array([0, 1])])
    elif kind == "keyword":
        keywords[dice.choice(["no", "\ud800", "", "a b"])] = 3
    elif kind == "count":
        values = [*values, 3, 4]
    else:
        read_only = np.zeros(rows)
        read_only.flags.writeable = False
        bad = [None, 3, [0.0] * rows, np.zeros(rows + 1), np.zeros((1, rows)), np.zeros(rows, np.int64), read_only]
        bad += [np.zeros(rows, complex), np.zeros(rows, object), np.zeros(rows, "M8[s]"), np.float64(1), "out"]
        one = dice.choice(bad[1:])
        lines = [np.zeros(rows, np.int32 if info["whole_lines"] else np.float64) for _ in info["lines"]]
        lines[dice.randrange(len(lines))] = one
        keywords["out"] = lines[0] if len(lines) == 1 else dice.choice([lines, one])
    try:
        function(*inputs, *values, **keywords)
    except REFUSALS:
        return
    fine = kind == "parameter" and is_fine(info, values)
    assert fine, f"{info['name']}: a bad {kind} was taken: {inputs!r}, {values!r}, {keywords!r}"


def is_fine(info: dict[str, Any], values: list[Any]) -> bool:
    """Whether a value from BAD_PARAMETERS is a good one for the parameter it came to."""
    for parameter, value in zip(info["parameters"], values, strict=True):
        if isinstance(value, float) and not parameter["whole"] and parameter["min"] <= value <= parameter["max"]:
            return True
        if isinstance(value, int) and not isinstance(value, bool) and not parameter["whole"]:
            return True
    return False


# --- streams -------------------------------------------------------------------------------------------------------


def drive_stream(dice: random.Random) -> None:
    """Rows in random steps, copies and saved states on the way, give what the function gives."""
    info = dice.choice(INFOS)
    values, _ = parameters(dice, info, lists=False)
    make = getattr(fast.stream, _arrays.class_name(info["name"]))
    rows = dice.choice([1, 10, 120])
    inputs = [numbers(dice, (rows,)) for _ in info["inputs"]]
    expected = as_lines(getattr(fast, info["name"])(*inputs, *values))
    stream = make(*values)
    at = 0
    while at < rows:
        count = dice.randrange(1, rows - at + 1)
        part = [column[at : at + count] for column in inputs]
        what = dice.randrange(6)
        if what == 0:
            stream = dice.choice([copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])(stream)
        elif what == 1:
            other = make(*values)
            other.restore(stream.save())
            stream = other
        elif what == 2:
            refuse_damaged_state(dice, stream)
        elif what == 3:
            stream.peek(*[dice.choice([0.0, np.nan, 1e300]) for _ in inputs])
            bad = [dice.choice([None, "x", [[]], 1j]) for _ in inputs]
            refuses(stream.update, *dice.choice([bad, [], [1.0] * 9]))
            refuses(stream.update_many, *dice.choice([bad, [], [np.zeros((2, 2))] * len(inputs)]))
        elif what == 4:
            got = as_lines(stream.update_many(*[good_layout(dice, column) for column in part]))
            for line, wanted in zip(got, expected, strict=True):
                np.testing.assert_array_equal(line, wanted[at : at + count], err_msg=f"{info['name']}{values}")
            at += count
        else:
            got = as_lines(stream.update(*[column[0] for column in part]))
            for value, wanted in zip(got, expected, strict=True):
                np.testing.assert_array_equal(value, wanted[at], err_msg=f"{info['name']}{values}")
            at += 1


def refuses(call: Any, *arguments: Any) -> None:
    try:
        call(*arguments)
    except REFUSALS:
        return
    raise AssertionError("a bad argument was taken")


def refuse_damaged_state(dice: random.Random, stream: Any) -> None:
    state = bytearray(stream.save())
    kind = dice.randrange(3)
    if kind == 0:
        state[dice.randrange(len(state))] ^= dice.randrange(1, 256)
    elif kind == 1:
        state = state[: dice.randrange(len(state))]
    else:
        state += b"x" * dice.randrange(1, 9)
    refuses(stream.restore, bytes(state))


ACTIONS = (call_function, call_badly, drive_stream)


def random_call(seed: int) -> None:
    dice = random.Random(seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # what float32 cannot hold becomes infinite
        dice.choice(ACTIONS)(dice)

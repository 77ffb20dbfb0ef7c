"""Every indicator against its slow definition in reference/."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from typing import Any

import cracktrader_fast as fast
import numpy as np
import pytest
from cracktrader_fast import _core
from reference import REFERENCES

SEED = 20
ROWS = 130
INFOS = [info for info in _core.indicator_infos() if info["group"] != "custom"]
Columns = dict[str, list[float]]
# Where prices stay, the strength index does too, and there is no cycle and no spread, but for the last digits: those
# mean nothing.
# A short error correcting average multiplies each rounding; two points lie on their line, but for the last digits.
ILL_CONDITIONED = {
    ("dma_oscillator", "ties"),
    ("ec_oscillator", "ties"),
    ("ht_dcphase", "flat"),
    ("ht_sine", "flat"),
    ("ht_trendmode", "flat"),
    ("hurst", "ties"),
    ("ols_transformation", 2),
    ("stochrsi", "ties"),
}


def candles(dice: random.Random, rows: int, step: Callable[[], float], volume: Callable[[], float]) -> Columns:
    """Candles whose prices move by step(); `benchmark` is another price, columns of other names hold -1 to 1."""
    close, price = [], 100.0
    for _ in range(rows):
        price = max(1.0, price + step())
        close.append(price)
    open_ = [close[max(0, i - 1)] for i in range(rows)]
    high = [max(o, c) + abs(step()) for o, c in zip(open_, close, strict=True)]
    low = [min(o, c) - abs(step()) / 4 for o, c in zip(open_, close, strict=True)]
    return {
        "open": open_,
        "high": high,
        "low": low,
        "close": close,
        "volume": [volume() for _ in range(rows)],
        "benchmark": [c + 50 * math.sin(i) for i, c in enumerate(close)],
        "periods": [float(dice.randrange(1, 35)) for _ in range(rows)],
    }


def strange_candles(dice: random.Random, rows: int) -> Columns:
    """Candles of all shapes, with gaps, in runs of one colour and with ties: patterns are made of them."""
    columns: Columns = {"open": [], "high": [], "low": [], "close": []}
    close, body, sign = 100.0, 1.0, 1
    for _ in range(rows):
        open_ = close + dice.choice([0, 0, 0.02, -0.02, body / 2, -body / 2, 1.5, -1.5])
        sign = dice.choice([sign, sign, -sign])
        body = dice.choice([0.0, 0.05, 0.3, 0.3, 1.0, 1.0, 3.0])
        close = open_ + sign * body
        columns["open"].append(open_)
        columns["close"].append(close)
        columns["high"].append(max(open_, close) + dice.choice([0, 0, 0, 0.02, 0.4, 1.2]))
        columns["low"].append(min(open_, close) - dice.choice([0, 0, 0, 0.02, 0.4, 1.2]))
        close += (100 - close) * dice.choice([0, 0, 0, 0.01])
    return columns


def kinds(dice: random.Random) -> dict[str, Columns]:
    """Series that markets have, and those that divide by nothing."""
    plain = candles(dice, ROWS, lambda: dice.gauss(0, 1), lambda: dice.uniform(1, 1000))
    gaps = {name: list(column) for name, column in plain.items()}
    for column in gaps.values():
        for row in dice.sample(range(45, ROWS), 2):
            column[row] = math.nan
    return {
        "random": plain,
        "ties": candles(dice, ROWS, lambda: float(dice.choice([-1, 0, 0, 1])), lambda: float(dice.choice([0, 1, 2]))),
        "flat": candles(dice, ROWS, lambda: 0.0, lambda: 5.0),
        "quiet": candles(dice, ROWS, lambda: dice.gauss(0, 1), lambda: 0.0),
        "gaps": gaps,
    }


def inputs_of(info: dict[str, Any], columns: Columns) -> list[list[float]]:
    other = random.Random(SEED + 1)
    rows = len(columns["close"])
    return [columns.get(name) or [other.uniform(-1, 1) for _ in range(rows)] for name in info["inputs"]]


def in_words(info: dict[str, Any], parameters: list[Any]) -> list[Any]:
    """Choices by name, whole numbers as such."""
    return [
        p["choices"][int(value)] if p["choices"] else int(value) if p["whole"] else value
        for p, value in zip(info["parameters"], parameters, strict=True)
    ]


def parameter_sets(info: dict[str, Any]) -> Iterator[list[Any]]:
    """The defaults, and each parameter at other values."""
    defaults = [p["default"] for p in info["parameters"]]
    yield in_words(info, defaults)
    for k, p in enumerate(info["parameters"]):
        if p["choices"]:
            values = [float(i) for i in range(len(p["choices"]))]
        elif p["whole"]:
            values = [1.0, 2.0, 3.0, 6.0, 21.0, 40.0]
        else:
            values = [p["default"] * 1.5, p["default"] / 2, 0.0, -3.0]
        for value in values:
            if value != p["default"] and p["min"] <= value <= p["max"]:
                yield in_words(info, [*defaults[:k], value, *defaults[k + 1 :]])


def lines_of(result: Any) -> list[Any]:
    return list(result) if isinstance(result, tuple) else [result]


def expected_lines(info: dict[str, Any], inputs: list[list[float]], parameters: list[Any]) -> list[list[float]]:
    """The definition's lines; of rows without a gap where the indicator passes over the others."""
    rows = range(len(inputs[0]))
    if info["missing"] == "skip":
        rows = [i for i in rows if all(math.isfinite(column[i]) for column in inputs)]
    lines = lines_of(REFERENCES[info["name"]](*[[column[i] for i in rows] for column in inputs], *parameters))
    assert [len(line) for line in lines] == [len(rows)] * len(info["lines"])
    spread = [[0.0 if info["whole_lines"] else math.nan] * len(inputs[0]) for _ in lines]
    for line, values in zip(spread, lines, strict=True):
        for row, value in zip(rows, values, strict=True):
            line[row] = value
    return spread


def check(info: dict[str, Any], inputs: list[list[float]], parameters: list[Any], what: str) -> None:
    got = lines_of(getattr(fast, info["name"])(*inputs, *parameters))
    size = max((abs(value) for column in inputs for value in column if math.isfinite(value)), default=0.0)
    for name, line, slow in zip(info["lines"], got, expected_lines(info, inputs, parameters), strict=True):
        scale = max([abs(value) for value in slow if math.isfinite(value)], default=0.0)
        for row, (value, wanted) in enumerate(zip(line.tolist(), slow, strict=True)):
            near = abs(value - wanted) <= 1e-9 * abs(wanted) + 1e-12 * max(scale, 1.0) + 1e-14 * size
            assert near or value == wanted or (math.isnan(value) and math.isnan(wanted)), (
                f"{info['name']}{tuple(parameters)} {name} in row {row} of {what} (seed {SEED}): {value!r}, "
                f"by the definition {wanted!r}"
            )


@pytest.mark.parametrize("info", INFOS, ids=[info["name"] for info in INFOS])
def test_indicator_is_what_its_definition_says(info: dict[str, Any]) -> None:
    assert info["name"] in REFERENCES, f"{info['name']} has no definition in tests/python/reference"
    dice = random.Random(SEED)
    series = kinds(dice)
    if info["group"] == "pattern":
        series["strange"] = strange_candles(dice, 1500)
    for parameters in parameter_sets(info):
        for what, columns in series.items():
            if ILL_CONDITIONED.isdisjoint({(info["name"], what), (info["name"], *parameters[:1])}):
                check(info, inputs_of(info, columns), parameters, what)


@pytest.fixture(scope="module")
def many_candles() -> Columns:
    return strange_candles(random.Random(SEED), 300_000)


@pytest.mark.parametrize("info", [one for one in INFOS if one["group"] == "pattern"], ids=lambda info: info["name"])
def test_patterns_where_they_are_found(info: dict[str, Any], many_candles: Columns) -> None:
    """Even the rarest pattern is somewhere; its definition finds it there as well."""
    inputs = [many_candles[name] for name in info["inputs"]]
    parameters = next(parameter_sets(info))
    found = np.flatnonzero(getattr(fast, info["name"])(*inputs, *parameters))
    assert len(found) > 0
    for row in found[:20]:
        begin = max(0, row - 30)
        check(info, [column[begin : row + 5] for column in inputs], parameters, f"candles from {begin} on")


@pytest.mark.parametrize("info", INFOS, ids=[info["name"] for info in INFOS])
def test_short_series(info: dict[str, Any]) -> None:
    """As long as the window, shorter and longer."""
    columns = kinds(random.Random(SEED))["random"]
    parameters = next(parameter_sets(info))
    begin = _core.lead_in(info["name"], [p["default"] for p in info["parameters"]])
    for rows in sorted({1, 2, 3, begin - 1, begin, begin + 1, begin + 2} - {-1, 0}):
        short = {name: column[:rows] for name, column in columns.items()}
        check(info, inputs_of(info, short), parameters, f"{rows} rows")


@pytest.fixture(scope="module")
def large_then_small() -> dict[str, np.ndarray]:
    """A million rows of magnitude 1e8, then some of 1e-8."""
    dice, noise = random.Random(SEED), np.random.default_rng(SEED)
    columns = candles(dice, 1000, lambda: dice.gauss(0, 1), lambda: 500.0)
    large = {name: np.tile(column, 1000) * noise.uniform(5e5, 15e5, 1_000_000) for name, column in columns.items()}
    small = kinds(dice)["random"]
    return {name: np.concatenate([large[name], np.array(small[name]) * 1e-10]) for name in large}


@pytest.mark.parametrize("info", [one for one in INFOS if one["missing"] == "window"], ids=lambda info: info["name"])
def test_a_million_large_values_leave_nothing(info: dict[str, Any], large_then_small: dict[str, np.ndarray]) -> None:
    """Windows that they have left are what the definition says of the small ones alone."""
    columns = {name: column[-ROWS:].tolist() for name, column in large_then_small.items()}
    small = inputs_of(info, columns)
    inputs = [
        np.concatenate([large_then_small.get(name, np.full(1_000_000, 1e8))[:1_000_000], column])
        for name, column in zip(info["inputs"], small, strict=True)
    ]
    parameters = next(parameter_sets(info))
    begin = _core.lead_in(info["name"], [p["default"] for p in info["parameters"]])
    got = lines_of(getattr(fast, info["name"])(*inputs, *parameters))
    for name, line, slow in zip(info["lines"], got, expected_lines(info, small, parameters), strict=True):
        first_row = 1_000_000 if name.endswith("row") else 0
        scale = max([abs(value) for value in slow[begin:] if math.isfinite(value)], default=0.0)
        for value, wanted in zip((line[-ROWS:] - first_row).tolist()[begin:], slow[begin:], strict=True):
            assert value == pytest.approx(wanted, rel=1e-9, abs=1e-12 * scale, nan_ok=True), name

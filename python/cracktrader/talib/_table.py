"""What a row of the table of functions says: names, arguments, bounds, outputs, as TA-Lib 0.8.2 has them."""

from __future__ import annotations

from typing import NamedTuple

MOST_PERIOD = 100_000
MOST_REAL = 3e37
MOST_AVERAGE = 13

FIELDS = ("open", "high", "low", "close", "volume")
FUNCTION_FLAGS = {
    "identity": "A period of 1 performs no smoothing",
    "scale": "Output scale same as input",
    "streaming": "Function has a streaming API",
    "unstable": "Function has an unstable period",
    "candlestick": "Output is a candlestick",
    "path": "Output is path-dependent",
    "infinite": "Output can be NaN or infinite",
}
OUTPUT_FLAGS = {
    "line": "Line",
    "dashed": "Dashed Line",
    "histogram": "Histogram",
    "upper": "Values represent an upper limit",
    "lower": "Values represent a lower limit",
    "optional": "Output is optional (nullable)",
}


class Parameter(NamedTuple):
    name: str
    default: int | float
    low: float
    high: float

    @property
    def whole(self) -> bool:
        return isinstance(self.default, int)


class Output(NamedTuple):
    name: str
    kind: str
    """real; integer; row: an integer that counts rows"""
    flags: tuple[str, ...]


class Row(NamedTuple):
    name: str
    text: str
    inputs: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    outputs: tuple[Output, ...]
    flags: tuple[str, ...]
    poisoned: bool
    """A NaN in a bar leaves NaN in all later rows; in other functions only where it is felt."""

    @property
    def signature(self) -> str:
        return ", ".join([*self.inputs, *(f"{one.name}={one.default}" for one in self.parameters)])


def row(name: str, text: str, inputs: str, parameters: str = "", outputs: str = "real", flags: str = "") -> Row:
    """A row, from words with blanks between them.

    parameters: name=default:low:high; a default with a point is a float; the kind of an average needs no bounds.
    outputs: the name, flags before a colon; "whole:" or "row:" first for integers.
    """
    words = {"streaming", *flags.split()}
    return Row(
        name,
        text,
        tuple(inputs.split()),
        tuple(parameter(one) for one in parameters.split()),
        tuple(output(one) for one in outputs.split()),
        tuple(flag for flag in FUNCTION_FLAGS if flag in words),
        "poisoned" in words,
    )


def pattern(name: str, text: str, penetration: float | None = None) -> Row:
    parameters = "" if penetration is None else f"penetration={penetration}:0"
    return row(name, text, "open high low close", parameters, "whole:integer", "candlestick")


def parameter(word: str) -> Parameter:
    name, _, values = word.partition("=")
    default, *bounds = values.split(":")
    if "." in default:
        low, high = [*map(float, bounds), *(-MOST_REAL, MOST_REAL)[len(bounds) :]]
        return Parameter(name, float(default), low, high)
    if name.endswith("matype"):
        return Parameter(name, int(default), 0, MOST_AVERAGE)
    low, high = [*map(int, bounds), MOST_PERIOD][:2]
    return Parameter(name, int(default), low, high)


def output(word: str) -> Output:
    flags, _, name = word.rpartition(":")
    words = flags.split("+") if flags else []
    kind = {"whole": "integer", "row": "row"}.get(words[0] if words else "", "real")
    shown = tuple(OUTPUT_FLAGS[one] for one in words if one in OUTPUT_FLAGS)
    return Output(name, kind, shown or (OUTPUT_FLAGS["line"],))

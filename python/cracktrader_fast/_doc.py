"""The help text of indicators, made from what the registry knows of them."""

from __future__ import annotations

from typing import Any

from . import _core

UNBOUNDED = 1e300
PRICE_GROUPS = ("overlap", "price")


def doc(info: dict[str, Any]) -> str:
    """The help text of an indicator's function."""
    inputs, parameters, lines = info["inputs"], info["parameters"], info["lines"]
    equally = "" if len(inputs) == 1 else ", equally long"
    text = [
        info["text"],
        "",
        f"{', '.join(inputs)}: numbers{equally}, as arrays, lists or Series of shape (rows,), or (series, rows) for",
        "    many series at once. In data frames each column is a series.",
    ]
    text += [f"{called(p)}: {bounds(p)}; {default_of(p)!r} by default." for p in parameters]
    if parameters:
        text += ["    A list of k values gives a result for each, of shape (k, rows) or (k, series, rows)."]
    each = "an array" if len(lines) == 1 else f"a tuple of {len(lines)} arrays, one for each line,"
    text += [
        f"out: {each} of the result's shape to write to, apart from the inputs.",
        "axis: along which time runs in two dimensions: 1 by default, 0 in data frames.",
        "",
        f"Returns {', '.join(lines)}: {kind_of(info)}",
        f"    {start_of(info)}",
        f"    {missing(info)}",
        "Raises InvalidArgument, a ValueError, that names the argument, what was expected and what it was; TypeError",
        "    for an argument too many, missing or unknown.",
        "",
        f"Source: {info['source']}.",
    ]
    return "\n".join(text)


def called(parameter: dict[str, Any]) -> str:
    return "period (or window)" if parameter["name"] == "period" else parameter["name"]


def bounds(parameter: dict[str, Any]) -> str:
    """What a parameter may be."""
    if parameter["choices"]:
        return f"one of {', '.join(parameter['choices'])}"
    low, high = parameter["min"], parameter["max"]
    kind = "a whole number" if parameter["whole"] else "a number"
    unit = " of rows" if parameter["name"].endswith("period") else ""
    if high < UNBOUNDED:
        return f"{kind}{unit} from {low:.12g} to {high:.12g}"
    return f"{kind}{unit} from {low:.12g} on" if low > -UNBOUNDED else kind + unit


def default_of(parameter: dict[str, Any]) -> float | str:
    default = parameter["default"]
    if parameter["choices"]:
        return str(parameter["choices"][int(default - parameter["min"])])
    return int(default) if parameter["whole"] else float(default)


def kind_of(info: dict[str, Any]) -> str:
    """Of what type and unit the lines are."""
    if info["whole_lines"]:
        return "int32, as long as the input; a Series for a Series."
    unit = ", in the unit of the input" if info["group"] in PRICE_GROUPS else ""
    return f"float64{unit}, as long as the input; float32 for float32, a Series for a Series."


def start_of(info: dict[str, Any]) -> str:
    """What the first rows hold."""
    rows = _core.lead_in(info["name"], [parameter["default"] for parameter in info["parameters"]])
    if rows == 0:
        return "From the first row on."
    count = "row" if rows == 1 else f"{rows} rows"
    return f"{'0' if info['whole_lines'] else 'NaN'} in the first {count} with the defaults."


def missing(info: dict[str, Any]) -> str:
    """What becomes of NaN and infinities in the input."""
    nothing = "0" if info["whole_lines"] else "NaN"
    if info["missing"] == "skip":
        return f"Rows with NaN or infinity in an input give {nothing} and are otherwise as if they did not exist."
    return f"NaN in an input gives {nothing} while it is in the window, and no longer; infinity counts as a number."

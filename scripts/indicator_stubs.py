"""Type stubs of the functions and streams of indicators: python/cracktrader_fast/__init__.pyi and stream.pyi."""

from __future__ import annotations

import ast
import inspect
import keyword
from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap
from typing import Any

from cracktrader_fast import _core, _doc
from cracktrader_fast._arrays import class_name

Info = dict[str, Any]
WIDTH = 120
NOTE = "# Written by scripts/generate_indicators.py from the registry: change that, then run it again.\n"


class Stubs:
    """What both files say of the same indicators."""

    def __init__(self, infos: Sequence[Info]) -> None:
        self.infos = [info for info in infos if names_are_written(info)]
        self.choices: dict[tuple[str, ...], str] = {}
        for info in self.infos:
            for parameter in info["parameters"]:
                self.name_choices(parameter)

    def name_choices(self, parameter: dict[str, Any]) -> None:
        choices = parameter["choices"]
        if not choices or choices in self.choices:
            return
        name = base = f"_{class_name(parameter['name'])}"
        while name in self.choices.values():
            name = f"{base}{sum(known.startswith(base) for known in self.choices.values()) + 1}"
        self.choices[choices] = name

    def choice_types(self) -> list[str]:
        return [
            line
            for choices, name in self.choices.items()
            for line in bracketed(f"{name} = Literal[", [f'"{choice}"' for choice in choices], "]")
        ]

    def type_of(self, parameter: dict[str, Any], *, many: bool) -> str:
        number = "int" if parameter["whole"] else "float"
        kind = f"{self.choices[parameter['choices']]} | int" if parameter["choices"] else number
        lists = f" | Sequence[{kind}] | npt.NDArray[Any]" if many else ""
        return kind + lists

    def parameters(self, info: Info, *, many: bool, by_name: bool = False) -> list[str]:
        """Those of the signature, with the keyword-only star and what follows it."""
        function = _core.indicator(info["name"])
        defaults = inspect.signature(function).parameters
        texts = [
            f"{p['name']}: {self.type_of(p, many=many)} = {literal(defaults[p['name']].default)}"
            for p in info["parameters"]
        ]
        texts += [] if by_name else ["*"]
        period = next((p for p in info["parameters"] if p["name"] == "period"), None)
        return texts + ([f"window: {self.type_of(period, many=many)} = ..."] if period else [])

    def functions(self, builtin: set[str]) -> list[str]:
        """The named tuples, the functions and their aliases."""
        lines = [line for info in self.infos if len(info["lines"]) > 1 for line in named_tuple(info)]
        for info in self.infos:
            lines += self.function(info)
        aliases = [(alias, info["name"]) for info in self.infos for alias in aliases_of(info)]
        return [*lines, "", *(f"{alias} = {name}" for alias, name in sorted(aliases) if alias not in builtin)]

    def function(self, info: Info) -> list[str]:
        whole = info["whole_lines"]
        same, numbers = ("_Series", "_Whole") if whole else ("_Same", "_Floats")
        result = f"_{class_name(info['name'])}[{{}}]" if len(info["lines"]) > 1 else "{}"
        out = numbers if len(info["lines"]) == 1 else f"tuple[{', '.join([numbers] * len(info['lines']))}]"
        axis = "axis: int | None = None"
        to_out = [f"out: {out} | None = None", axis]

        def inputs(kind: str) -> list[str]:
            return [f"{name}: {kind}" for name in info["inputs"]]

        single = self.parameters(info, many=False)
        many = self.parameters(info, many=True)
        forms = [(inputs(same) + single + [axis], result.format(same))]
        if info["parameters"]:
            kind = "_SeriesLike" if whole else "_SeriesLike | npt.NDArray[np.float32]"
            forms.append((inputs(kind) + many + [axis], "Any"))
        forms.append((inputs("npt.ArrayLike") + many + to_out, result.format(numbers)))
        if info["inputs"] == ("close",):
            by_name = self.parameters(info, many=True, by_name=True)
            forms.append((["*", "prices: npt.ArrayLike", *by_name, *to_out], "Any"))
        lines = []
        for k, (arguments, given) in enumerate(forms):
            lines += ["@overload", *bracketed(f"def {info['name']}(", arguments, f") -> {given}:{' ...' if k else ''}")]
            if k == 0:
                lines += [*docstring(info), ""]
        return lines

    def streams(self) -> list[str]:
        lines = []
        for info in self.infos:
            lines += self.stream(info)
        aliases = [(alias, class_name(info["name"])) for info in self.infos for alias in aliases_of(info)]
        own = {class_name(info["name"]) for info in self.infos}
        return lines + [f"{alias} = {name}" for alias, name in sorted(aliases) if alias not in own]

    def stream(self, info: Info) -> list[str]:
        one, many = ("int", "_Whole") if info["whole_lines"] else ("float", "_Floats")
        result = f"_{class_name(info['name'])}[{{}}]" if len(info["lines"]) > 1 else "{}"
        values = [f"{name}: float" for name in info["inputs"]]
        columns = [f"{name}: npt.ArrayLike" for name in info["inputs"]]
        parameters = self.parameters(info, many=False)
        if parameters[-1] == "*":
            parameters.pop()
        members = [
            *bracketed("def __new__(", ["cls", *parameters], ") -> Self: ..."),
            "@property",
            f"def value(self) -> {result.format(one)}: ...",
            *bracketed("def update(", ["self", *values, "/"], f") -> {result.format(one)}: ..."),
            *bracketed("def peek(", ["self", *values, "/"], f") -> {result.format(one)}: ..."),
            *bracketed("def update_many(", ["self", *columns, "/"], f") -> {result.format(many)}: ..."),
        ]
        return [f"class {class_name(info['name'])}(Stream):", *docstring(info), "", *indented(members), ""]


def names_are_written(info: Info) -> bool:
    """Whether Python can write all its names."""
    names = [info["name"], *info["inputs"], *info["lines"], *(p["name"] for p in info["parameters"])]
    wrong = [name for name in names if not name.isidentifier() or keyword.iskeyword(name)]
    if wrong:
        raise SystemExit(f"{info['name']}: {', '.join(wrong)} cannot be written in Python")
    return True


def aliases_of(info: Info) -> list[str]:
    """Those that lead to this one, and are not its own name."""
    return [
        alias
        for alias in info["aliases"]
        if alias.isidentifier() and alias != info["name"] and _core.indicator(alias).__name__ == info["name"]
    ]


def named_tuple(info: Info) -> list[str]:
    fields = indented([f"{line}: _T" for line in info["lines"]])
    return [f"class _{class_name(info['name'])}(NamedTuple, Generic[_T]):", *fields, ""]


def docstring(info: Info) -> list[str]:
    text = [info["text"], *(f"{p['name']}: {_doc.bounds(p)}." for p in info["parameters"])]
    text += [f"Lines: {', '.join(info['lines'])}. Source: {info['source']}."]
    lines = [line for part in text for line in wrap(part, WIDTH - 12, subsequent_indent="    ")]
    return indented([f'"""{lines[0]}', "", *lines[1:], '"""'])


def indented(lines: Sequence[str]) -> list[str]:
    return [f"    {line}" if line else "" for line in lines]


def literal(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)


def bracketed(head: str, parts: Sequence[str], tail: str) -> list[str]:
    """On one line where it fits (in a class too), else one part a line."""
    line = f"{head}{', '.join(parts)}{tail}"
    if len(line) + 4 <= WIDTH:
        return [line]
    return [head, *(f"    {part}," for part in parts), tail]


HEAD = """
from collections.abc import Sequence
from typing import Any, Generic, Literal, NamedTuple, Protocol, TypeVar, overload

import numpy as np
import numpy.typing as npt

"""
TYPES = '''
class _SeriesLike(Protocol):
    """A Series or data frame of pandas or polars."""

    def to_numpy(self) -> Any: ...

_Floats = npt.NDArray[np.float64]
_Whole = npt.NDArray[np.int32]
_T = TypeVar("_T")
_Series = TypeVar("_Series", bound=_SeriesLike)
# These come back as what they are.
_Same = TypeVar("_Same", bound=_SeriesLike | npt.NDArray[np.float32])
'''


def function_stub(infos: Sequence[Info], package: Path) -> str:
    """__init__.pyi: what __init__.py imports, and the functions."""
    module = ast.parse((package / "__init__.py").read_text(encoding="utf-8"))
    imports = [node for node in module.body if isinstance(node, ast.ImportFrom)]
    public = [(node.module, name.name) for node in imports for name in node.names if node.module]
    names = [name for _, name in public]
    lines = ["from . import stream as stream"]
    for source in sorted({source for source, _ in public}):
        parts = [name for other, name in public if other == source]
        lines += bracketed_import(source, parts)
    lines += ["", "__all__ = [", *(f'    "{name}",' for name in sorted(names)), "]"]
    stubs = Stubs(infos)
    text = [HEAD.strip(), "", *lines, TYPES.rstrip(), *stubs.choice_types(), "", *stubs.functions(set(names))]
    return NOTE + "\n".join(text) + "\n"


def bracketed_import(source: str, parts: Sequence[str]) -> list[str]:
    if len(parts) == 1:
        return [f"from .{source} import {parts[0]}"]
    return [f"from .{source} import (", *(f"    {part}," for part in parts), ")"]


def stream_stub(infos: Sequence[Info]) -> str:
    """stream.pyi"""
    stubs = Stubs(infos)
    tuples = [f"_{class_name(info['name'])}" for info in stubs.infos if len(info["lines"]) > 1]
    choices = list(stubs.choices.values())
    text = [
        "from typing import Self",
        "",
        "import numpy.typing as npt",
        "",
        *["from . import (", *(f"    {name}," for name in sorted([*tuples, *choices, "_Floats", "_Whole"])), ")"],
        "from ._core import Stream as Stream",
        "",
        *stubs.streams(),
    ]
    return NOTE + "\n".join(text) + "\n"

"""Docstrings and signatures as Markdown."""

from __future__ import annotations

import ast
import re
import textwrap

WIDTH = 100
ARGUMENT = re.compile(r"(?P<names>\w+(?:, \w+)*): ")


def doc_of(node: ast.AST) -> str:
    return ast.get_docstring(node) or ""


def markdown(doc: str, arguments: set[str], mark: str = "") -> list[str]:
    """Paragraphs; a list of the arguments that lines begin with; what is indented as Python, with a mark above it."""
    lines: list[str] = []
    for paragraph in re.split(r"\n\s*\n", doc):
        if all(line.startswith("    ") for line in paragraph.splitlines()):
            code = textwrap.dedent(paragraph).splitlines()
            if lines[-2:] == ["```", ""]:  # goes on where the last one ended
                lines[-2:] = ["", *code, "```", ""]
            else:
                lines += [*filter(None, [mark]), "```python", *code, "```", ""]
        else:
            lines += [*(argument_item(line, arguments) for line in paragraph.splitlines()), ""]
    return with_list_apart(lines)


def argument_item(line: str, arguments: set[str]) -> str:
    match = ARGUMENT.match(line)
    if match and arguments.issuperset(match["names"].split(", ")):
        names = ", ".join(f"`{name}`" for name in match["names"].split(", "))
        return f"- {names}: {plain(line[match.end() :])}"
    return plain(line)


def with_list_apart(lines: list[str]) -> list[str]:
    """An empty line before a list, and what goes on in a further line of an item indented."""
    apart: list[str] = []
    inside = False
    for line in lines:
        if line.startswith("- `") and not inside and apart and apart[-1]:
            apart.append("")
        inside = line.startswith("- `") or (inside and line != "")
        apart.append(f"  {line}" if inside and not line.startswith("- `") else line)
    return apart


def plain(text: str) -> str:
    """Text in which no letter means anything to Markdown but for `; pages of the documentation are links."""
    parts = text.split("`")
    safe = "`".join(part if at % 2 else re.sub(r"([*<])", r"\\\1", part) for at, part in enumerate(parts))
    return re.sub(r"\bdocs/([\w-]+)\.md", r"[\1](\1.md)", safe)


def type_text(annotation: ast.expr) -> str:
    """As it is written; names that are private to the stubs without their underscore."""
    return re.sub(r"\b_(?=[A-Z])", "", ast.unparse(annotation)).replace("'", '"')


def signature(node: ast.FunctionDef, name: str) -> list[str]:
    """As one line where it fits, else a line for each argument."""
    arguments = arguments_of(node)
    returns = f" -> {type_text(node.returns)}" if node.returns else ""
    line = f"{name}({', '.join(arguments)}){returns}"
    if len(line) <= WIDTH:
        return [line]
    return [f"{name}(", *(f"    {argument}," for argument in arguments), f"){returns}"]


def arguments_of(node: ast.FunctionDef) -> list[str]:
    given = node.args
    plain_arguments = [*given.posonlyargs, *given.args]
    defaults = [None] * (len(plain_arguments) - len(given.defaults)) + [*given.defaults]
    pairs = [pair for pair in zip(plain_arguments, defaults, strict=True) if pair[0].arg != "self"]
    found = [argument_text(*pair) for pair in pairs]
    if given.posonlyargs:
        found.insert(sum(1 for one in given.posonlyargs if one.arg != "self"), "/")
    if given.vararg:
        found.append(f"*{argument_text(given.vararg, None)}")
    elif given.kwonlyargs:
        found.append("*")
    found += [argument_text(*pair) for pair in zip(given.kwonlyargs, given.kw_defaults, strict=True)]
    if given.kwarg:
        found.append(f"**{argument_text(given.kwarg, None)}")
    return found


def argument_text(argument: ast.arg, default: ast.expr | None) -> str:
    text = argument.arg + (f": {type_text(argument.annotation)}" if argument.annotation else "")
    if default is None:
        return text
    value = ast.unparse(default).replace("'", '"')
    return f"{text}{' = ' if argument.annotation else '='}{value}"


def names_of(node: ast.FunctionDef) -> set[str]:
    given = node.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    return {one.arg for one in every if one}

"""The page of the Python packages, out of docstrings and type stubs."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import cracktrader
import cracktrader_fast
from docstring_pages import doc_of, markdown, names_of, plain, signature, type_text
from python_sections import INTRO, SECTIONS, TYPES

NOTE = (
    "<!-- Written by scripts/generate_reference.py from docstrings and stubs: change them, then run it again. -->\n\n"
)
Definition = ast.FunctionDef | ast.ClassDef


class Source:
    """The definitions of both packages, by module."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.modules: dict[str, dict[str, Definition]] = {}
        self.docs: dict[str, str] = {}
        self.bases_shown: dict[str, str] = {}

    def module(self, name: str) -> dict[str, Definition]:
        if name not in self.modules:
            path = self.folder / name.replace(".", "/")
            path = next(one for ending in (".py", ".pyi") if (one := path.with_suffix(ending)).exists())
            tree = ast.parse(path.read_text(encoding="utf-8"))
            self.docs[name] = doc_of(tree)
            self.modules[name] = {node.name: node for node in tree.body if isinstance(node, Definition)}
        return self.modules[name]

    def find(self, name: str) -> tuple[str, Definition]:
        """The module that defines a public name, and the definition."""
        for package in ("cracktrader", "cracktrader_fast"):
            value = getattr(importlib.import_module(package), name, None)
            if value is not None:
                module = value.__module__ if value.__module__ not in ("cracktrader", "cracktrader_fast") else ""
                module = module or "cracktrader_fast._core"
                return module, self.module(module)[name]
        raise LookupError(f"neither package has a public name '{name}'")


def page(folder: Path) -> str:
    source = Source(folder)
    expect_all_names()
    expect_all_types(folder)
    lines = ["## Types of arguments", "", "| type | is |", "|---|---|"]
    lines += [*(f"| `{name}` | {text} |" for name, text in TYPES.items()), ""]
    for title, names in SECTIONS.items():
        lines += [f"## {title}", ""]
        if title == "Exceptions":
            lines += exceptions(source, names)
            continue
        for name in names:
            lines += module_part(source, name) if name in ("sizers", "indicators") else part(*source.find(name), source)
    return NOTE + INTRO + "\n".join(lines).rstrip() + "\n"


def expect_all_names() -> None:
    shown = {name for names in SECTIONS.values() for name in names} | {"__version__"}
    wanted = {*cracktrader.__all__, *cracktrader_fast.__all__}
    if shown != wanted:
        raise LookupError(f"SECTIONS and __all__ differ in {', '.join(sorted(shown ^ wanted))}")


def expect_all_types(folder: Path) -> None:
    texts = [
        (folder / name).read_text(encoding="utf-8") for name in ("cracktrader/_types.py", "cracktrader_fast/_core.pyi")
    ]
    wanted = {name for text in texts for name in re.findall(r"^_?([A-Z]\w+)(?:: TypeAlias)? = ", text, re.MULTILINE)}
    if wanted != {*TYPES}:
        raise LookupError(f"TYPES and the aliases differ in {', '.join(sorted(wanted ^ {*TYPES}))}")


def module_part(source: Source, name: str) -> list[str]:
    """A module of cracktrader that is itself a public name."""
    module = f"cracktrader.{name}"
    definitions = source.module(module)
    lines = markdown(source.docs[module], set())
    for public in importlib.import_module(module).__all__:
        lines += part(module, definitions[public], source, prefix=f"{name}.")
    return lines


def part(module: str, node: Definition, source: Source, prefix: str = "") -> list[str]:
    name = prefix + node.name
    if isinstance(node, ast.FunctionDef):
        return [f"### {name}", "", *function(node, name)]
    mark = "<!-- in on_bar -->" if node.name == "Context" else ""
    lines = [f"### {name}", ""]
    constructor = constructor_of(node)
    lines += constructor_signature(constructor, name)
    lines += markdown(doc_of(node), names_of(constructor) if constructor else set(), mark)
    for base in node.bases:
        if isinstance(base, ast.Name) and base.id.startswith("_"):
            lines += inherited(source, source.module(module)[base.id], node.name)
    return lines + attributes(node) + methods(node, mark, name)


def inherited(source: Source, base: Definition, name: str) -> list[str]:
    """What a class has of a base that is not public: shown with the first class that has it."""
    shown = source.bases_shown.setdefault(base.name, name)
    if shown != name:
        return [f"Arguments and methods are those of [{shown}](#{shown.lower()}).", ""]
    return [*constructor_signature(constructor_of(base), name), *methods(base, "", name)]


def constructor_of(node: ast.ClassDef) -> ast.FunctionDef | None:
    """Where users make objects of the class: not where only the package can, out of native ones."""
    made = next((one for one in members(node) if one.name == "__init__"), None)
    return None if made is None or "native" in names_of(made) else made


def constructor_signature(constructor: ast.FunctionDef | None, name: str) -> list[str]:
    if constructor is None:
        return []
    return ["```pyi", *signature(ast.FunctionDef(name, constructor.args, [], [], None), name), "```", ""]


def function(node: ast.FunctionDef, name: str, mark: str = "", owner: str = "") -> list[str]:
    return ["```pyi", *signature(node, name), "```", "", *markdown(text_of(node, owner), names_of(node), mark)]


def text_of(node: ast.stmt, owner: str = "", name: str = "") -> str:
    """A docstring, or the text of a native member, which the stub does not repeat."""
    name = name or node.name
    text = doc_of(node) if isinstance(node, Definition) else ""
    if not text and owner:
        native = getattr(getattr(cracktrader_fast, owner, None), name, None)
        text = inspect.getdoc(native) or ""
    if not text or text.startswith("(self) ->"):  # what nanobind writes by itself
        raise LookupError(f"{owner} {name} has no docstring")
    return text


def attributes(node: ast.ClassDef) -> list[str]:
    """Fields and properties, with what the text behind or inside them says."""
    rows = []
    for one, behind in zip_longest(node.body, node.body[1:]):
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name) and not one.target.id.startswith("_"):
            name = one.target.id
            text = behind.value.value if is_text(behind) else text_of(one, node.name, name)
            rows.append((name, type_text(one.annotation), text))
        elif isinstance(one, ast.FunctionDef) and is_property(one):
            rows.append((one.name, type_text(one.returns), text_of(one, node.name)))
    return [*(f"- `{name}`: `{kind}`, {item_text(text)}" for name, kind, text in rows), *([""] if rows else [])]


def item_text(text: str) -> str:
    joined = " ".join(text.split())
    return plain(joined[:1].lower() + joined[1:] if joined[1:2].islower() else joined)


def methods(node: ast.ClassDef, mark: str, owner: str) -> list[str]:
    lines: list[str] = []
    for one in members(node):
        if not one.name.startswith("_") and not is_property(one):
            lines += [f"#### {owner}.{one.name}", "", *function(one, one.name, mark, owner)]
    return lines


def exceptions(source: Source, names: list[str]) -> list[str]:
    lines = ["| exception | is also | `code` | when |", "|---|---|---|---|"]
    for name in names:
        _, node = source.find(name)
        bases = ", ".join(f"`{ast.unparse(base)}`" for base in node.bases)
        code = next(one.value.value for one in node.body if isinstance(one, ast.Assign))
        lines.append(f"| `{name}` | {bases} | `{code}` | {plain(' '.join(doc_of(node).split()))} |")
    return lines


def members(node: ast.ClassDef) -> Iterator[ast.FunctionDef]:
    return (one for one in node.body if isinstance(one, ast.FunctionDef))


def is_property(node: ast.FunctionDef) -> bool:
    return any(isinstance(one, ast.Name) and one.id == "property" for one in node.decorator_list)


def is_text(node: ast.stmt | None) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)

"""Strategies of the command line: `--strategy file.py:Class`."""

from __future__ import annotations

import importlib.util
import os
import sys
from importlib.machinery import SourceFileLoader

from cracktrader_fast import InvalidArgument, NotFound, ReadFailed, _core

from ._strategies import make

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any

METHODS = ("on_start", "on_bar", "on_order", "on_fill", "on_timer", "on_open", "on_stop")
TRUE = ("true", "1", "yes")
FALSE = ("false", "0", "no")


def load(spec: str, given: dict[str, str]) -> tuple[object, str, list[tuple[str, str]]]:
    """The strategy object that a spec names, its name and its parameters; `given` are texts."""
    path, _, name = spec.rpartition(":")
    cls = find_class(load_module(path), path, name)
    return make(cls, dict(given), convert)


def load_module(path: str) -> ModuleType:
    """Runs a Python file as a module; imports of its neighbours work as in a script."""
    if not os.path.exists(path):
        raise NotFound(f"no such file: {path}")
    if os.path.isdir(path):
        raise InvalidArgument(f"{path} is a folder, expected a Python file")
    name = os.path.splitext(os.path.basename(path))[0]
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or not isinstance(spec.loader, SourceFileLoader):
        raise InvalidArgument(f"{path} is no Python file")
    try:
        spec.loader.get_code(name)
    except SyntaxError as error:
        raise InvalidArgument(f"{error.filename}:{error.lineno}: {error.msg}") from None
    except ValueError as error:
        raise InvalidArgument(f"{path} is no Python source: {error}") from None
    except OSError as error:
        raise ReadFailed(f"cannot read {path}: {error.strerror}") from None
    module = importlib.util.module_from_spec(spec)
    sys.modules.setdefault(name, module)
    sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
    spec.loader.exec_module(module)
    return module


def find_class(module: ModuleType, path: str, name: str) -> type:
    """A class of a module by its name."""
    found = getattr(module, name, None)
    if isinstance(found, type):
        return found
    if found is not None:
        raise InvalidArgument(f"{path}: {name} is a {type(found).__name__}, expected a class")
    classes = [
        key
        for key, value in vars(module).items()
        if isinstance(value, type) and value.__module__ == module.__name__ and any(hasattr(value, m) for m in METHODS)
    ]
    if not classes:
        raise NotFound(f"{path} has no class '{name}', and no other strategy class")
    raise NotFound(f"{path} has no class '{name}'{_core.did_you_mean(name, classes)} It has {', '.join(classes)}")


def convert(name: str, text: str, default: Any) -> Any:
    """A parameter's text as a value of its default's type."""
    kind = type(default)
    if kind is bool:
        if text.lower() in TRUE + FALSE:
            return text.lower() in TRUE
        raise InvalidArgument(f"parameter {name}={text}: expected true or false")
    if kind not in (int, float):
        return text
    try:
        return kind(text)
    except ValueError:
        what = "a whole number" if kind is int else "a number"
        raise InvalidArgument(f"parameter {name}={text}: expected {what}") from None

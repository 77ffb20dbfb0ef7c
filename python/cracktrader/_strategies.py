"""Strategy classes into objects that are ready to run, with their parameters."""

from __future__ import annotations

from cracktrader_fast import InvalidArgument, _core

from ._expressions import ExpressionStrategy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from ._types import StrategyLike

    Prepared = tuple[object, str, list[tuple[str, str]]]


def prepare(strategy: StrategyLike, params: Mapping[str, Any] | None) -> Prepared:
    """The built-in's name, the fields of expressions or the strategy object, its name, and its parameters as text."""
    given = dict(params or {})
    if isinstance(strategy, str):
        return strategy, strategy, [(name, text_of(value)) for name, value in given.items()]
    if isinstance(strategy, ExpressionStrategy):
        return strategy.fields, strategy.fields["name"], [(name, text_of(value)) for name, value in given.items()]
    if isinstance(strategy, type):
        return make(strategy, given)
    if given:
        raise InvalidArgument(f"params go to a strategy class; {type(strategy).__name__} is given as an object already")
    merged = getattr(strategy, "params", None)
    return strategy, type(strategy).__name__, texts_of(merged if isinstance(merged, dict) else {})


def make(cls: type[Any], given: dict[str, Any], convert: Callable[[str, Any, Any], Any] | None = None) -> Prepared:
    """An object of a strategy class whose `params` are the class's defaults and what was given.

    `convert(name, value, default)` turns given values into the defaults' types.
    """
    merged = defaults_of(cls)
    for name, value in given.items():
        if name not in merged:
            raise InvalidArgument(unknown_parameter(cls, name, list(merged)))
        merged[name] = value if convert is None else convert(name, value, merged[name])
    instance = cls.__new__(cls)  # type: ignore[call-overload]
    if merged:
        instance.params = merged
    instance.__init__()
    return instance, cls.__name__, texts_of(merged)


def defaults_of(cls: type) -> dict[str, Any]:
    """The parameters of a class and of those it inherits from."""
    merged: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        own = base.__dict__.get("params", {})
        if not isinstance(own, dict):
            raise InvalidArgument(f"{base.__name__}.params is a {type(own).__name__}, expected a dict")
        merged.update(own)
    return merged


def unknown_parameter(cls: type, name: str, known: list[str]) -> str:
    text = f"strategy '{cls.__name__}' has no parameter '{name}'"
    if not known:
        return f"{text}; it has none (a class attribute `params = {{...}}` declares them)"
    return f"{text}{_core.did_you_mean(str(name), known)} It has {', '.join(known)}"


def texts_of(values: dict[str, Any]) -> list[tuple[str, str]]:
    return [(str(name), text_of(value)) for name, value in values.items()]


def text_of(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return float.__repr__(value)
    return str(value)

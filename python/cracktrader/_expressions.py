"""ct.ExpressionStrategy: a strategy that is a few lines of text."""

from __future__ import annotations

import math

from cracktrader_fast import InvalidArgument, _core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

_EXAMPLES = {
    "entry": "rsi(14) < 30",
    "exit": "rsi(14) > 50",
    "short_entry": "rsi(14) > 70",
    "short_exit": "rsi(14) < 50",
    "size": "95%",
    "stop_loss": "3%",
    "take_profit": "6%",
    "trailing_stop": "2 * atr(14)",
    "name": "dips",
}
_RANGE = {"default": None, "min": -math.inf, "max": math.inf, "step": 0.0}


class ExpressionStrategy:
    """A strategy in the language of docs/expressions.md, for ct.backtest. Its texts are checked here.

    entry, exit, short_entry, short_exit: conditions, such as "crossover(sma(close, fast), sma(close, 50))".
    size: of an entry: 0.5 (of the base asset), "95%", "5000quote", "risk 1%" or "risk 1% 2 * atr(14)".
    stop_loss, take_profit, trailing_stop: "3%", a distance such as "2 * atr(14)", or a price, "at low[1]".
    cooldown: bars without an entry after a position was closed. warm_up: first bars without signals.
    symbols: those that it trades; all of the run unless given.
    parameters: constants of the texts by name: {"fast": 10}, or with a range: {"fast": {"default": 10, "min": 2,
    "max": 50, "step": 2}}; `params` of ct.backtest sets them.

    Raises InvalidArgument that shows the text, the column and what was expected. Warns of conditions that can never be
    true and of positions that nothing closes.

        ct.backtest(bars, ct.ExpressionStrategy(entry="rsi(14) < 30", exit="rsi(14) > 50", stop_loss="3%"))
    """

    def __init__(
        self,
        *,
        entry: str = "",
        exit: str = "",
        short_entry: str = "",
        short_exit: str = "",
        size: str | float = "95%",
        stop_loss: str = "",
        take_profit: str = "",
        trailing_stop: str = "",
        cooldown: int = 0,
        warm_up: int = 0,
        symbols: Sequence[str] = (),
        parameters: Mapping[str, float | Mapping[str, float]] | None = None,
        name: str = "expression",
    ) -> None:
        texts = {
            "entry": entry,
            "exit": exit,
            "short_entry": short_entry,
            "short_exit": short_exit,
            "size": _size(size),
            "stop_loss": stop_loss,
            "take_profit": take_profit,
            "trailing_stop": trailing_stop,
            "name": name,
        }
        for field, text in texts.items():
            if not isinstance(text, str):
                raise InvalidArgument(f"{field} is a {type(text).__name__}, expected text such as {_EXAMPLES[field]!r}")
        if isinstance(symbols, str):
            raise InvalidArgument('symbols is one text, expected a list such as ["BTC/USDT"]')
        self.fields: dict[str, Any] = {
            **texts,
            "cooldown": _bars("cooldown", cooldown),
            "warm_up": _bars("warm_up", warm_up),
            "symbols": [str(symbol) for symbol in symbols],
            "parameters": [_parameter(key, value) for key, value in (parameters or {}).items()],
        }
        _core.check_expressions(self.fields)


def _size(size: object) -> object:
    """A number counts as it is written: of the base asset."""
    is_number = isinstance(size, (int, float)) and not isinstance(size, bool)
    return str(size) if is_number else size


def _bars(field: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise InvalidArgument(f"{field} is {value!r}, expected a whole number of bars")
    return value


def _parameter(name: str, given: float | Mapping[str, float]) -> tuple[str, float, float, float, float]:
    settings: dict[str, Any] = dict(given) if hasattr(given, "keys") else {"default": given}  # type: ignore[arg-type]
    for key in settings:
        if key not in _RANGE:
            raise InvalidArgument(f"parameter {name} has no '{key}'; there is {', '.join(_RANGE)}")
    if "default" not in settings:
        raise InvalidArgument(f"parameter {name} has no default")
    numbers = []
    for key, default in _RANGE.items():
        number = settings.get(key, default)
        if isinstance(number, bool) or not isinstance(number, (int, float)):
            raise InvalidArgument(f"{key} of parameter {name} is {number!r}, expected a number")
        numbers.append(float(number))
    value, least, most, step = numbers
    return str(name), value, least, most, step

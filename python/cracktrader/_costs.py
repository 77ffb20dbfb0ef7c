"""What trading costs, as arguments of ct.backtest, into what the engine takes."""

from __future__ import annotations

from cracktrader_fast import InvalidArgument, _core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from ._types import FeesLike, ModelLike, Number

REALISM = ["slippage", "latency"]


def fee_rates(
    commission: Number | None, maker: Number | None, taker: Number | None, fees: FeesLike | None
) -> dict[str, Number | None]:
    """The rates that hold where `fees` gives no others; None: as without the call."""
    for_all = isinstance(fees, str) or (isinstance(fees, dict) and "*" in fees)
    if for_all and (commission, maker, taker) != (None, None, None):
        raise InvalidArgument("fees for all symbols: give them, or commission, maker and taker")
    return {"maker": commission if maker is None else maker, "taker": commission if taker is None else taker}


def simple(model: str, **number: Number | None) -> Mapping[str, Any] | None:
    """A model with its one number, none without it."""
    return None if None in number.values() else {"model": model, **number}


def model_of(
    name: str, given: ModelLike | None, by_number: ModelLike | None, realism: Mapping[str, ModelLike] | None
) -> ModelLike | None:
    """The model of that name from the one place where it is given."""
    places = [given, by_number, _checked(realism).get(name)]
    models = [model for model in places if model is not None]
    if len(models) > 1:
        raise InvalidArgument(f"{name} is given more than once: by itself, by its number or in execution_realism")
    return models[0] if models else None


def _checked(realism: Any) -> Mapping[str, ModelLike]:
    if realism is None:
        return {}
    if not isinstance(realism, dict):
        raise InvalidArgument(
            f"execution_realism is a {type(realism).__name__}, expected a dict of slippage and latency"
        )
    for key in realism:
        if key not in REALISM:
            raise InvalidArgument(
                f"execution_realism: unknown key {key!r}{_core.did_you_mean(str(key), REALISM)} "
                f"Expected {', '.join(REALISM)}"
            )
    return realism

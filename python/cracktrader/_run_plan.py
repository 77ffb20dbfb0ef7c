"""What a run is made of: the arguments of ct.backtest, else its run file."""

from __future__ import annotations

from cracktrader_fast import InvalidArgument

from ._strategies import prepare, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from cracktrader_fast._core import Bars, RunPlan

    from ._strategies import Prepared
    from ._types import StrategyLike, TimeLike

    Series = list[tuple[str, Bars]]


def series_of_file(plan: RunPlan | None, start: TimeLike | None, end: TimeLike | None) -> tuple[Series, Series]:
    """The series that a run file names, and those that are only to match orders on."""
    if plan is None:
        raise InvalidArgument("expected bars, or config='run.toml' that names candles")
    return plan.read(start, end)


def strategy_of_run(plan: RunPlan | None, strategy: StrategyLike | None, params: Mapping[str, Any] | None) -> Prepared:
    """As prepare() gives it. Parameters of the file belong to the strategy of the file."""
    if strategy is not None:
        return prepare(strategy, params)
    if plan is None or not (plan.strategy or plan.has_expressions):
        raise InvalidArgument("expected a strategy, or config='run.toml' that names one")
    given = {**dict(plan.parameters), **{name: text_of(value) for name, value in dict(params or {}).items()}}
    if plan.has_expressions:
        return plan, "expression", list(given.items())
    if ".py:" not in plan.strategy:
        return prepare(plan.strategy, given)
    from ._loader import load

    return load(plan.strategy, given)

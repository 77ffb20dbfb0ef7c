"""Names for type checkers; nothing imports this at run time."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from os import PathLike
from typing import Any, TypeAlias

from cracktrader_fast._core import Bars

Number: TypeAlias = int | float | str | Decimal
TimeLike: TypeAlias = str | int | datetime | date
BarsLike: TypeAlias = Bars | Mapping[str, Sequence[Any]] | Any
TradesLike: TypeAlias = Mapping[str, Sequence[Any]] | Sequence[Mapping[str, Any]] | Any
CashLike: TypeAlias = Number | Mapping[str, Number]
RiskLike: TypeAlias = str | PathLike[str] | Mapping[str, Mapping[str, Any] | Sequence[Mapping[str, Any]]]
FeesLike: TypeAlias = str | Mapping[str, str | Mapping[str, Number]]
ModelLike: TypeAlias = str | Mapping[str, Any]
StrategyLike: TypeAlias = str | type | object

"""Orders that a seed plans ahead for a run of bars, so that two engines can be given the very same ones.

What is made depends on the bars alone, never on what has filled: one difference shows as one difference.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

CASH = 1_000_000_000


@dataclass(frozen=True)
class Make:
    """An order. `number` counts the orders of a plan from 1, as the engines do."""

    number: int
    side: str
    kind: str
    size: int
    limit: Decimal | None = None
    stop: Decimal | None = None
    trail: Decimal | None = None
    offset: Decimal | None = None
    lives_bars: int | None = None
    day: bool = False
    oco: int | None = None


@dataclass(frozen=True)
class MakeBracket:
    """Three orders, numbered from `number`: the entry (market without a price), the stop, the limit."""

    number: int
    side: str
    size: int
    stop: Decimal
    limit: Decimal
    entry: Decimal | None = None
    lives_bars: int | None = None


@dataclass(frozen=True)
class Cancel:
    number: int


Action = Make | MakeBracket | Cancel


@dataclass
class Plan:
    """What to do at the close of each bar."""

    steps: dict[int, list[Action]] = field(default_factory=dict)
    orders: int = 0

    def add(self, bar: int, action: Action) -> None:
        self.steps.setdefault(bar, []).append(action)

    def take_number(self, count: int = 1) -> int:
        self.orders += count
        return self.orders - count + 1


@dataclass(frozen=True, order=True)
class PlanFill:
    bar: int
    order: int
    quantity: Decimal
    price: Decimal


@dataclass(frozen=True)
class Outcome:
    """The fills by bar and order; how each order ended: filled, canceled, expired, rejected, working; the money."""

    fills: list[PlanFill]
    ends: dict[int, str]
    value: float

    @property
    def traded(self) -> float:
        return float(sum(abs(fill.quantity) * fill.price for fill in self.fills))

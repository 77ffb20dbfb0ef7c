"""A strategy of market, limit and stop orders that stand alone, decided from bars: the same script for both engines."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

KINDS: tuple[Literal["market", "limit", "stop"], ...] = ("market", "limit", "stop")
PATIENCE_BARS = 9
REST_BARS = 3
DISTANCE = Decimal("0.004")


@dataclass(frozen=True)
class Grid:
    """The decimals of an instrument's numbers."""

    price_decimals: int
    quantity_decimals: int

    def price(self, value: Decimal, rounding: str) -> Decimal:
        return value.quantize(Decimal(1).scaleb(-self.price_decimals), rounding)

    def quantity(self, value: Decimal) -> Decimal:
        return value.quantize(Decimal(1).scaleb(-self.quantity_decimals), ROUND_FLOOR)


@dataclass(frozen=True)
class Wish:
    """An order: `price` is the limit or the stop, already on the grid."""

    side: Literal["buy", "sell"]
    kind: Literal["market", "limit", "stop"]
    quantity: Decimal
    price: Decimal | None = None


class OrderScript:
    """Buys with half the cash when flat, leaves when long, each time with the next kind of order in turn; gives up on
    an order that waits too long. At most one order works at a time."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.made = 0
        self.waiting_bars = 0
        self.rested_bars = 0

    def next(self, close: float, cash: float, position: Decimal, working: bool) -> Wish | Literal["cancel"] | None:
        """What to do at the close of a bar."""
        if working:
            self.waiting_bars += 1
            return "cancel" if self.waiting_bars == PATIENCE_BARS else None
        self.waiting_bars = 0
        self.rested_bars += 1
        if self.rested_bars < REST_BARS:
            return None
        self.rested_bars = 0
        kind = KINDS[self.made % len(KINDS)]
        self.made += 1
        return self._leave(kind, close, position) if position else self._enter(kind, close, cash)

    def _enter(self, kind: Literal["market", "limit", "stop"], close: float, cash: float) -> Wish:
        last = Decimal(repr(close))
        price = None
        if kind == "limit":
            price = self.grid.price(last * (1 - DISTANCE), ROUND_FLOOR)
        elif kind == "stop":
            price = self.grid.price(last * (1 + DISTANCE), ROUND_CEILING)
        quantity = self.grid.quantity(Decimal(repr(cash)) / 2 / (price or last))
        return Wish("buy", kind, quantity, price)

    def _leave(self, kind: Literal["market", "limit", "stop"], close: float, position: Decimal) -> Wish:
        last = Decimal(repr(close))
        price = None
        if kind == "limit":
            price = self.grid.price(last * (1 + DISTANCE), ROUND_CEILING)
        elif kind == "stop":
            price = self.grid.price(last * (1 - DISTANCE), ROUND_FLOOR)
        return Wish("sell", kind, position, price)

"""The optional base class of strategies."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar

    from ._core import Bar, Context, Fill, Order, Timer


class Strategy:
    """Names the methods a strategy may have, for editors and type checkers; a plain class will do as well.

    Methods are looked up once, after on_start. The ones that stay as they are here are never called.
    """

    params: ClassVar[dict[str, Any]] = {}
    """The parameters and their defaults; in an object, with the values of the run."""
    shorts: bool = False
    """True for a strategy that may sell what it does not have: a spot account refuses it at the start."""

    def on_start(self, ctx: Context) -> None:
        """Before the first bar: add indicators and timers here."""

    def on_bar(self, ctx: Context, bar: Bar) -> None:
        """A bar has closed. Orders made here match from the next bar on."""

    def on_order(self, ctx: Context, order: Order) -> None:
        """An order went from one status to another."""

    def on_fill(self, ctx: Context, fill: Fill) -> None:
        """An order was filled, whole or in part. Comes before the on_bar of the bar it happened in."""

    def on_timer(self, ctx: Context, timer: Timer) -> None:
        """A timer set by ctx.set_timer was due."""

    def on_open(self, ctx: Context, open: float) -> None:
        """A bar of ctx.bars' symbol opens at this price; only with cheat_on_open. Orders made here match at it."""

    def on_stop(self, ctx: Context) -> None:
        """After the last bar. Orders made here are not sent."""

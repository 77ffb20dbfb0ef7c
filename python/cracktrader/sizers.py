"""How large an order should be: pure functions of numbers, rounded down to a grid of `decimals` decimals.

Sizes are in the base asset, ready for ctx.buy and ctx.sell, which take none of 0; shares are shares of the equity,
ready for percent(). All raise InvalidArgument for NaN, infinity and what is out of range, Overflow.

    size = ct.sizers.atr_risk(10_000, 350.0, risk=0.01, multiple=2)  # a move of 2 x 350 against it costs 100

In a strategy the equity is ctx.equity, an average true range float(self.atr) of ctx.indicator("atr", 14).
"""

from __future__ import annotations

from cracktrader_fast import _core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["atr_risk", "fixed", "kelly", "kelly_of_trades", "percent", "volatility_target"]


def fixed(size: float, *, decimals: int = 8) -> float:
    """The same size each time, on the grid."""
    return _core.fixed_size(size, decimals)


def percent(equity: float, price: float, share: float, *, decimals: int = 8) -> float:
    """A share of the equity at a price: share=0.25 is a quarter."""
    return _core.percent_size(equity, price, share, decimals)


def atr_risk(equity: float, atr: float, *, risk: float = 0.02, multiple: float = 2, decimals: int = 8) -> float:
    """So large that a move against it of `multiple` average true ranges costs the share `risk` of the equity."""
    return _core.atr_risk_size(equity, atr, risk, multiple, decimals)


def kelly(win_rate: float, payoff: float, *, fraction: float = 1, most: float = 1) -> float:
    """Kelly's share of the equity, win_rate - (1 - win_rate) / payoff, times a fraction and at most `most`.

    payoff: the average win over the average loss. 0 where the odds are bad.
    """
    return min(_core.kelly_share(win_rate, payoff) * _share(fraction, "fraction"), _share(most, "most"))


def kelly_of_trades(profits: Sequence[float], *, fraction: float = 1, most: float = 1) -> float:
    """The same from what past trades earned."""
    return min(
        _core.kelly_share_of([float(one) for one in profits]) * _share(fraction, "fraction"), _share(most, "most")
    )


def volatility_target(volatility: float, target: float, *, most: float = 1) -> float:
    """The share of the equity at which a position should vary by `target`, when its asset varies by `volatility`.

    Both over the same time, such as a year. At most `most`; more than 1 needs leverage.
    """
    return _core.volatility_share(volatility, target, most)


def _share(value: float, what: str) -> float:
    if 0 <= value <= 1:
        return value
    from cracktrader_fast import InvalidArgument

    raise InvalidArgument(f"{what} must be from 0 to 1, not {value}")

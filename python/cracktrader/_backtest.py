"""ct.backtest: arguments into what the engine takes."""

from __future__ import annotations

from cracktrader_fast import _core

from ._bars import series_of
from ._result import Result
from ._strategies import prepare

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from ._types import BarsLike, Number, RiskLike, StrategyLike, TimeLike


def backtest(
    bars: BarsLike | Mapping[str, BarsLike],
    strategy: StrategyLike,
    *,
    symbol: str = "BTC/USDT",
    timeframe: str | None = None,
    cash: Number = 10_000,
    commission: Number = 0.001,
    maker: Number | None = None,
    taker: Number | None = None,
    slippage_bps: Number = 0,
    latency_bars: int = 0,
    params: Mapping[str, Any] | None = None,
    start: TimeLike | None = None,
    end: TimeLike | None = None,
    risk: RiskLike | None = None,
    full_equity: bool = False,
) -> Result:
    """Run a strategy over bars and return its Result.

    bars: what read_bars gives, a DataFrame or a mapping of columns (see to_bars), or a mapping of symbols to those for
    several instruments (a list of them for several timeframes of one).
    strategy: the name of a built-in ("sma_cross"), a class, or an object of one.
    symbol: the name of the only instrument. timeframe: what the bars must be.
    cash, commission, maker, taker, slippage_bps: exact; a float counts as the shortest text that reads back to it.
    commission is both maker and taker fee, as a share of the notional.
    latency_bars: bars an order waits before it can match.
    params: values for the strategy's parameters.
    start, end: the range [start, end) of open times, UTC: ISO text, datetime, or milliseconds since 1970. A bare date
    as the end includes that day.
    risk: rules that orders must pass (docs/risk.md): the path of a TOML file, or a dict of rules and their settings.
    What they shrink or refuse is listed in result.risk_decisions.
    full_equity: result.equity has every step, not a point a day.

    Raises InvalidArgument, InvalidData, NotFound, Unsupported, Overflow; what the strategy raises arrives as it is.

        result = ct.backtest(bars, "sma_cross", params={"fast": 10, "slow": 50}, commission=0.00075)
    """
    series = series_of(bars, symbol, timeframe)
    target, name, parameters = prepare(strategy, params)
    settings = {
        "cash": cash,
        "maker": commission if maker is None else maker,
        "taker": commission if taker is None else taker,
        "slippage_bps": slippage_bps,
        "latency_bars": latency_bars,
        "start": start,
        "end": end,
        "risk": risk,
        "full_equity": full_equity,
    }
    return Result(_core.backtest(series, target, name, parameters, settings))

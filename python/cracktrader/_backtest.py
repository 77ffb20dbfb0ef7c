"""ct.backtest: arguments into what the engine takes."""

from __future__ import annotations

import os
import warnings

from cracktrader_fast import InvalidArgument, _core

from ._bars import series_of
from ._costs import fee_rates, model_of, simple
from ._result import Result
from ._run_plan import series_of_file, strategy_of_run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, Literal

    from ._types import BarsLike, CashLike, FeesLike, ModelLike, Number, RiskLike, StrategyLike, TimeLike


def backtest(
    bars: BarsLike | Mapping[str, BarsLike] | None = None,
    strategy: StrategyLike | None = None,
    *,
    config: str | os.PathLike[str] | None = None,
    symbol: str = "BTC/USDT",
    timeframe: str | None = None,
    resample: Iterable[str] | None = None,
    account: str | None = None,
    cash: CashLike | None = None,
    report_asset: str | None = None,
    rates: Mapping[str, Number] | None = None,
    commission: Number | None = None,
    maker: Number | None = None,
    taker: Number | None = None,
    fees: FeesLike | None = None,
    slippage: ModelLike | None = None,
    slippage_bps: Number | None = None,
    latency: ModelLike | None = None,
    latency_bars: int | None = None,
    execution_realism: Mapping[str, ModelLike] | None = None,
    seed: int | None = None,
    intrabar: Literal["range", "path"] | None = None,
    limit_fill: Literal["touch", "through"] | None = None,
    participation: Number | None = None,
    links: Literal["native", "backtrader"] | None = None,
    cheat_on_close: bool | None = None,
    cheat_on_open: bool | None = None,
    detail: BarsLike | Mapping[str, BarsLike] | None = None,
    markets: str | os.PathLike[str] | None = None,
    params: Mapping[str, Any] | None = None,
    start: TimeLike | None = None,
    end: TimeLike | None = None,
    risk: RiskLike | None = None,
    analyzers: Iterable[str] | None = None,
    full_equity: bool = False,
) -> Result:
    """Run a strategy over bars and return its Result.

    bars: what read_bars gives, a DataFrame or a mapping of columns (see to_bars), or a mapping of symbols to those for
    several instruments (a list of them for several timeframes of one).
    strategy: the name of a built-in ("sma_cross"), an ExpressionStrategy, a class, or an object of one.
    config: a run file (docs/config.md) that says all that the call does not; variables CRACKTRADER_* go before it. Its
    table report is for the command line.
    symbol: the name of the only instrument.
    timeframe: what the bars must be, as in "1h".
    resample: longer timeframes that the strategy sees too, made of the bars: ["4h", "1d"]. Expressions need none.
    account: "simple" (shorts allowed, nothing reserved), which it is unless given, or "spot" (docs/accounts.md).
    cash: what the account starts with in the quote asset of the first symbol, 10,000 unless given, or by asset:
    {"USDT": 10000, "BTC": 1}.
    report_asset: what equity and metrics are counted in; the quote asset of the first symbol if not said.
    rates: of assets that no symbol of the run joins to it: {"EUR/USDT": 1.08}.
    commission: maker and taker fee as a share of the notional, 0.001 unless given.
    maker, taker: each alone.
    fees: a venue's name ("binance", "bybit", "coinbase", "kraken", "okx"), or a dict of symbols ("*" for all others),
    each a venue's name or a dict of maker, taker and flat (an amount for each fill).
    slippage: how far fills are moved, such as "bps=5" or {"model": "fixed_bps", "bps": 5}. All models are in
    docs/costs.md.
    latency: how long orders take, such as "50ms" or {"model": "bar_delay", "bars": 1}.
    execution_realism: both in one dict.
    slippage_bps, latency_bars: the simplest models by themselves.
    seed: decides what is drawn at random.
    intrabar, limit_fill, participation, links, cheat_on_close: how orders match on bars (docs/orders.md).
    participation is the share of a bar's volume that orders may fill, 0: no limit.
    cheat_on_open: the strategy's on_open(ctx, open) is called before orders match on a bar.
    detail: finer bars of the same symbols, as bars; orders match on them, the strategy does not see them.
    markets: orders are held to the filters of exchange metadata (docs/validation.md): the path of a file as
    load_markets reads it, or "bundled" for the table of Binance's spot market that comes along.
    params: values for the strategy's parameters.
    start, end: the range [start, end) of open times, UTC: ISO text, datetime, or milliseconds since 1970. A bare date
    as the end includes that day.
    risk: rules that orders must pass (docs/risk.md): the path of a file, or a dict of rules and their settings.
    What they shrink or refuse is listed in result.risk_decisions.
    analyzers: what is asked of the run, by name (docs/metrics.md): ["trades", "drawdown"]; all but the decision log
    unless given.
    full_equity: result.equity has every step, not a point a day.

    Numbers such as cash and commission are exact: a float counts as the shortest text that reads back to it.

    Raises InvalidArgument, InvalidData, NotFound, Unsupported, Overflow; what the strategy raises arrives as it is.

        result = ct.backtest(bars, "sma_cross", params={"fast": 10, "slow": 50}, commission=0.00075)
        result = ct.backtest(config="run.toml", cash=5000)
    """
    plan = None if config is None else _core.plan_run(os.fspath(config))
    if bars is None:
        series, finer = series_of_file(plan, start, end)
    else:
        series, finer = series_of(bars, symbol, timeframe), []
    target, name, parameters = strategy_of_run(plan, strategy, params)
    settings = {
        "plan": plan,
        "resample": texts_of("resample", resample, "timeframes such as ['4h', '1d']"),
        "account": account,
        "cash": cash,
        "report_asset": report_asset,
        "rates": rates,
        **fee_rates(commission, maker, taker, fees),
        "fees": fees,
        "slippage": model_of("slippage", slippage, simple("fixed_bps", bps=slippage_bps), execution_realism),
        "latency": model_of("latency", latency, simple("bar_delay", bars=latency_bars), execution_realism),
        "seed": seed,
        "intrabar": intrabar,
        "limit_fill": limit_fill,
        "participation": participation,
        "links": links,
        "cheat_on_close": cheat_on_close,
        "cheat_on_open": cheat_on_open,
        "detail": finer if detail is None else series_of(detail, symbol, None),
        "markets": markets,
        "start": start,
        "end": end,
        "risk": risk,
        "analyzers": texts_of("analyzers", analyzers, "names such as ['trades', 'drawdown']"),
        "full_equity": full_equity,
    }
    result = Result(_core.backtest(series, target, name, parameters, settings))
    for warning in result.warnings:
        warnings.warn(warning, stacklevel=2)
    return result


def texts_of(argument: str, given: Iterable[str] | None, expected: str) -> list[str] | None:
    """A list of texts as the engine takes it."""
    if given is None:
        return None
    if not isinstance(given, str):  # its letters would be texts
        try:
            texts = list(given)
        except TypeError:
            texts = [given]
        if all(isinstance(text, str) for text in texts):
            return texts
    raise InvalidArgument(f"{argument} is {given!r}, expected a list of {expected}")

"""The result of a run."""

from __future__ import annotations

from cracktrader_fast import NotFound

from ._table import Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from decimal import Decimal

    from cracktrader_fast import _core

    from ._plot import Plot


class Result:
    """What a finished run leaves: exact facts (orders, fills, trades, money) and statistics made of them.

    It keeps the bars of the run alive: the report's price chart is made of them.
    """

    __slots__ = ("_balances", "_equity", "_fills", "_native", "_orders", "_positions", "_risk_decisions", "_trades")

    def __init__(self, native: _core.Result) -> None:
        self._native = native
        self._fills: Table | None = None
        self._trades: Table | None = None
        self._orders: Table | None = None
        self._equity: Table | None = None
        self._risk_decisions: Table | None = None
        self._balances: Table | None = None
        self._positions: Table | None = None

    @property
    def fills(self) -> Table:
        """Fills in the order in which they happened: time_ms (open of their bar), instrument, side, quantity, price,
        fee, order_id, liquidity, ambiguous (a stop or target of which the bar reached the other one too), slippage
        (docs/metrics.md; none for orders with a limit and trailing ones)."""
        if self._fills is None:
            self._fills = Table(self._native.fills(), "fills")
        return self._fills

    @property
    def trades(self) -> Table:
        """Trades from flat to flat: entry_time_ms, exit_time_ms, instrument, side, quantity, entry_price, exit_price,
        fees, pnl (after fees), open, entry_order_id, exit_order_id, exit_type (of the order that closed it: 'stop',
        'limit', 'trailing_stop', 'market', ...), quote (the asset that prices, fees and pnl count in). A trade that is
        open at the end is marked to the last price and has no exit."""
        if self._trades is None:
            self._trades = Table(self._native.trades(), "trades")
        return self._trades

    @property
    def orders(self) -> Table:
        """All orders: order_id, time_ms, instrument, side, type, tif, quantity, limit_price, stop_price, status,
        reason, filled, updated_ms; needed and available of one rejected for cash (in the quote asset) or position
        (in the base asset); trail, trail_percent, limit_offset, expire_ms, post_only, reduce_only, display, parent,
        oco, client_id, arrival_price (the last close when it was made)."""
        if self._orders is None:
            self._orders = Table(self._native.orders(), "orders")
        return self._orders

    @property
    def risk_decisions(self) -> Table:
        """What the risk rules shrank and refused: time_ms, order_id, instrument, rule, action (modify or reject),
        asked, allowed, sentence. Empty without risk=."""
        if self._risk_decisions is None:
            self._risk_decisions = Table(self._native.risk_decisions(), "risk_decisions")
        return self._risk_decisions

    @property
    def risk_counts(self) -> dict[str, int]:
        """How often each rule shrank or refused an order."""
        from collections import Counter

        return dict(Counter(decision.rule for decision in self.risk_decisions))

    @property
    def balances(self) -> Table:
        """The account's assets: asset, initial, final, fees (paid in it), value (of the final balance, in the reporting
        asset). A simple account has those that a symbol is quoted in."""
        if self._balances is None:
            self._balances = Table(self._native.balances(), "balances")
        return self._balances

    @property
    def positions(self) -> Table:
        """What the fills of each symbol add up to: instrument, quantity, last_price, average_price, realised and
        unrealised (profit before fees), quote (the asset that these count in)."""
        if self._positions is None:
            self._positions = Table(self._native.positions(), "positions")
        return self._positions

    @property
    def equity(self) -> Table:
        """time_ms, equity and cash (of the first symbol's quote asset): of each UTC day's end, with full_equity=True of
        every step.
        """
        if self._equity is None:
            self._equity = Table(self._native.equity(), "equity")
        return self._equity

    @property
    def metrics(self) -> dict[str, float]:
        """Statistics by name: total_return, sharpe, max_drawdown ... NaN where one is undefined (docs/metrics.md)."""
        return self._native.metrics()

    @property
    def monthly_returns(self) -> Table:
        """year, month and value: the change of equity over each month in UTC."""
        self._require("periods")
        return Table(self._native.monthly_returns(), "monthly_returns")

    @property
    def yearly_returns(self) -> Table:
        """year and value: the change of equity over each year in UTC."""
        self._require("periods")
        return Table(self._native.yearly_returns(), "yearly_returns")

    @property
    def buy_and_hold(self) -> Table:
        """time_ms and equity at the end of each UTC day, had the initial value been held in the instruments."""
        self._require("benchmark")
        return Table(self._native.buy_and_hold(), "buy_and_hold")

    @property
    def analyzers(self) -> dict[str, dict[str, float] | Table]:
        """What each analyzer of the run made, by its name: metrics, or a table.

        periods is monthly_returns, equity_curve is equity, trade_log is trades, decision_log is orders.

            result.analyzers["trades"]["win_rate"]
        """
        metrics = self.metrics
        return {name: self._made_by(name, metrics) for name in self._native.analyzers()}

    def _made_by(self, analyzer: str, metrics: dict[str, float]) -> dict[str, float] | Table:
        tables = {
            "periods": "monthly_returns",
            "equity_curve": "equity",
            "trade_log": "trades",
            "decision_log": "orders",
        }
        if analyzer in tables:
            return getattr(self, tables[analyzer])
        return {name: metrics[name] for name in self._native.metrics_by(analyzer)}

    def _require(self, analyzer: str) -> None:
        names = self._native.analyzers()
        if analyzer not in names:
            raise NotFound(f"the run had no analyzer '{analyzer}', only {', '.join(names) or 'none'}")

    @property
    def bars(self) -> int:
        """How many bars the run went over."""
        return self._native.bars

    @property
    def initial_cash(self) -> Decimal:
        """What the account started with in the quote asset of the first symbol, exact."""
        return self._native.initial_cash

    @property
    def final_cash(self) -> Decimal:
        """What it had of it at the end, exact."""
        return self._native.final_cash

    @property
    def report_asset(self) -> str:
        """What values, fees and metrics are counted in."""
        return self._native.report_asset

    @property
    def initial_value(self) -> Decimal:
        """What the balances were worth at the start, in the reporting asset."""
        return self._native.initial_value

    @property
    def final_value(self) -> Decimal:
        """Balances and positions at the last closes, in the reporting asset."""
        return self._native.final_value

    @property
    def fees(self) -> Decimal:
        """All fees paid, in the reporting asset; those of other assets at the last closes."""
        return self._native.fees

    @property
    def warnings(self) -> list[str]:
        """What should be known of the run, a sentence each, such as conditions that can never be true and
        entries that were not taken because their stop was unknown. ct.backtest warns of them."""
        return self._native.warnings

    @property
    def result_hash(self) -> str:
        """Tells runs apart: equal for equal orders, fills and balances."""
        return self._native.result_hash

    @property
    def input_hash(self) -> str:
        """Tells inputs apart: bars, settings, strategy name and parameters."""
        return self._native.input_hash

    @property
    def parameters(self) -> dict[str, str]:
        """The strategy's parameters, as text."""
        return dict(self._native.parameters)

    @property
    def settings(self) -> dict[str, str]:
        """How it was run, as text: cash, fees, slippage, latency and more."""
        return dict(self._native.settings)

    @property
    def strategy(self) -> str:
        """The strategy's name."""
        return self._native.strategy

    @property
    def seconds(self) -> dict[str, float]:
        """Wall time by stage."""
        return dict(self._native.seconds)

    def to_json(self) -> str:
        """The result as JSON, money as number tokens of full precision: json.loads(text, parse_float=Decimal)."""
        return self._native.to_json()

    def plot(self, *, height: int = 760) -> Plot:
        """The charts of prices, trades, indicators and equity, for a notebook to show. Height in pixels.

        result.plot()
        """
        from ._plot import Plot

        return Plot(self._native.charts_html(), height)

    def report(self, path: str | os.PathLike[str]) -> None:
        """Write one self-contained HTML page. Raises WriteFailed."""
        import os

        self._native.report(os.fspath(path))

    def __repr__(self) -> str:
        return f"<Result of {self.strategy}: {self.bars} bars, {len(self.fills)} fills, final value {self.final_value}>"

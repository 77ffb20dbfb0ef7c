"""Account kinds, balances of several assets, several quote assets."""

import json
from decimal import Decimal

import cracktrader as ct
import pytest

HOUR_MS = 3_600_000
START_MS = 1_704_067_200_000


def bars(closes):
    """Hourly bars that stay at one price each."""
    return ct.to_bars(
        {
            "time": [START_MS + i * HOUR_MS for i in range(len(closes))],
            "open": closes,
            "high": closes,
            "low": closes,
            "close": closes,
            "volume": [1.0] * len(closes),
        },
        timeframe="1h",
    )


class Script:
    """Does what a step's function says, by the hour at which it comes."""

    def __init__(self, **steps):
        self.steps = {int(name[1:]): step for name, step in steps.items()}
        self.hour = 0
        self.seen = []

    def on_bar(self, ctx, bar):
        if bar.symbol != ctx.symbols[0]:
            return
        self.hour += 1
        if self.hour in self.steps:
            self.seen.append(self.steps[self.hour](ctx))


SPOT = {"BTC/USDT": bars([100.0, 100.0, 100.0, 200.0]), "ETH/BTC": bars([0.05, 0.05, 0.05, 0.05])}
CASH = {"USDT": 1000, "BTC": 1}


def spot(strategy, **more):
    return ct.backtest(SPOT, strategy, **{"account": "spot", "cash": CASH, "commission": 0, **more})


def test_a_spot_account_spends_what_it_bought():
    script = Script(
        h1=lambda ctx: ctx.buy(4),
        h2=lambda ctx: ctx.buy(40, symbol="ETH/BTC"),
        h3=lambda ctx: (ctx.balance("USDT"), ctx.balance("BTC"), ctx.balance("ETH"), ctx.cash, ctx.equity),
    )
    result = spot(script)
    assert script.seen[2] == (600.0, 3.0, 40.0, 600.0, 1100.0)
    assert [(row.asset, row.initial, row.final, row.value) for row in result.balances] == [
        ("USDT", 1000, 600, 600),
        ("BTC", 1, 3, 600),
        ("ETH", 0, 40, 400),
    ]
    assert (result.report_asset, result.initial_value, result.final_value) == ("USDT", 1100, 1600)
    assert [(row.instrument, row.quantity, row.average_price, row.unrealised) for row in result.positions] == [
        ("BTC/USDT", 4, 100, 400),
        ("ETH/BTC", 40, Decimal("0.05"), 0),
    ]


def test_text_names_the_same_balances():
    assert spot(Script(), cash="1000 USDT, 1 BTC").input_hash == spot(Script()).input_hash


def test_working_orders_reserve_what_they_need():
    script = Script(
        h1=lambda ctx: (ctx.buy(6, limit=90), ctx.buy(6, limit=80), ctx.sell(1.5)),
        h2=lambda ctx: (ctx.balance("USDT"), ctx.free("USDT"), ctx.free("BTC")),
    )
    result = spot(script)
    assert script.seen[1] == (1000.0, 460.0, 1.0)
    assert [(order.reason, order.needed, order.available) for order in list(result.orders)[1:]] == [
        ("insufficient_cash", 480, 460),
        ("insufficient_position", Decimal("1.5"), 1),
    ]


class Shorter:
    shorts = True

    def on_bar(self, ctx, bar):
        if ctx.position == 0:
            ctx.sell(1)


def test_a_strategy_that_shorts_is_refused_by_a_spot_account_alone():
    with pytest.raises(ct.Unsupported, match="strategy 'Shorter' sells short, which a spot account cannot"):
        spot(Shorter)
    with pytest.raises(ct.Unsupported, match="sma_cross"):
        spot("sma_cross", params={"short": True})
    assert spot("sma_cross").bars == 8
    assert len(ct.backtest(SPOT["BTC/USDT"], Shorter).fills) == 1


def test_shorts_is_true_or_false():
    class Vague(Shorter):
        shorts = "yes"

    with pytest.raises(ct.InvalidArgument, match=r"Vague\.shorts is a str, expected True or False"):
        ct.backtest(SPOT["BTC/USDT"], Vague)


QUOTES = {"BTC/USDT": bars([100.0, 110.0, 120.0]), "ETH/EUR": bars([10.0, 12.0, 9.0])}


class BuyBoth:
    def on_bar(self, ctx, bar):
        if ctx.position == 0:
            self.cash = getattr(self, "cash", {}) | {bar.symbol: ctx.cash}
            ctx.buy(1 if bar.symbol == "BTC/USDT" else 10)


def two_quotes(strategy=BuyBoth, **more):
    settings = {"cash": {"USDT": 1000, "EUR": 500}, "rates": {"EUR/USDT": 2}, "commission": 0, **more}
    return ct.backtest(QUOTES, strategy, **settings)


def test_quote_assets_are_kept_apart_and_reported_in_one():
    strategy = BuyBoth()
    result = two_quotes(strategy)
    assert strategy.cash == {"BTC/USDT": 1000.0, "ETH/EUR": 500.0}
    assert [(row.asset, row.final) for row in result.balances] == [("USDT", 890), ("EUR", 380)]
    assert [(trade.quote, trade.pnl) for trade in result.trades] == [("USDT", 10), ("EUR", -30)]
    assert result.final_value == 890 + 120 + 2 * (380 + 90)
    assert list(result.equity)[-1].equity == 1950.0
    assert two_quotes(report_asset="EUR").final_value == 975
    assert two_quotes(report_asset="EUR").result_hash == result.result_hash


def test_json_has_the_balances():
    result = json.loads(two_quotes(commission="0.01").to_json(), parse_float=Decimal)
    assert result["report_asset"] == "USDT"
    assert result["balances"][1] == {
        "asset": "EUR",
        "initial": 500,
        "final": Decimal("378.8"),
        "fees": Decimal("1.2"),
        "value": Decimal("757.6"),
    }
    assert result["fees"] == Decimal("3.5")
    assert result["settings"]["cash"] == "1000 USDT, 500 EUR"
    assert result["settings"]["rates"] == "EUR/USDT=2"


def test_the_default_has_one_balance():
    result = ct.backtest(SPOT["BTC/USDT"], Script(h1=lambda ctx: ctx.buy(4)), commission=0)
    assert [(row.asset, row.initial, row.final) for row in result.balances] == [("USDT", 10000, 9600)]
    assert result.initial_value == result.initial_cash == 10000


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"account": "margin"}, ct.InvalidArgument, "account: unknown kind 'margin', expected simple or spot"),
        ({"account": 5}, ct.InvalidArgument, "account is a int, expected text"),
        ({"cash": {"DOGE": 1}}, ct.InvalidArgument, "cash in DOGE: a spot account of this run has USDT, BTC, ETH"),
        ({"cash": {"USDT": 0}}, ct.InvalidArgument, "cash must be positive, not 0 USDT"),
        ({"cash": {"USDT": -1}}, ct.InvalidArgument, "cash must be positive, not -1 USDT"),
        ({"cash": {"USDT": float("nan")}}, ct.InvalidArgument, "cash of USDT: "),
        ({"cash": {"USDT": "much"}}, ct.InvalidArgument, "cash of USDT: "),
        ({"cash": {"USDT": 1e300}}, ct.Overflow, "cash of USDT: "),
        ({"cash": {1: 1}}, ct.InvalidArgument, "cash is a int, expected text"),
        ({"cash": {}}, ct.InvalidArgument, "cash is empty, expected amounts by asset"),
        ({"cash": "1 BTC, 2 BTC"}, ct.InvalidArgument, "cash: BTC is given twice"),
        ({"report_asset": 1}, ct.InvalidArgument, "report_asset is a int, expected text"),
        ({"report_asset": "EUR"}, ct.InvalidArgument, "nothing says what USDT is worth in the reporting asset EUR"),
        ({"rates": {"EURUSDT": 1}}, ct.InvalidArgument, "rates: 'EURUSDT' is not a pair of two assets"),
        ({"rates": {"EUR/USDT": 0}}, ct.InvalidArgument, "rates: the rate '0' is not above 0"),
        ({"rates": {"EUR/USDT": True}}, ct.InvalidArgument, "rates is a bool, expected a number"),
        ({"rates": {"EUR/USDT": 2, "USDT/EUR": 2}}, ct.InvalidArgument, "already say what USDT is worth in EUR"),
        ({"rates": ["EUR/USDT"]}, ct.InvalidArgument, "rates is a list, expected a dict"),
    ],
)
def test_what_is_wrong_is_said(arguments, error, message):
    with pytest.raises(error) as raised:
        spot(Script(), **arguments)
    assert message in str(raised.value)


def test_assets_of_a_context_are_those_of_the_run():
    def ask(ctx):
        with pytest.raises(ct.NotFound, match="no asset 'DOGE' in this run, there is USDT, BTC, ETH"):
            ctx.balance("DOGE")
        with pytest.raises(ct.InvalidArgument, match="asset is a int"):
            ctx.free(1)
        return True

    script = Script(h1=ask)
    spot(script)
    assert script.seen == [True]

    def ask_simple(ctx):
        with pytest.raises(ct.Unsupported, match="a simple account has positions, but no balance of ETH"):
            ctx.balance("ETH")
        return ctx.balance("USDT")

    script = Script(h1=ask_simple)
    spot(script, account="simple", cash=1000)
    assert script.seen == [1000.0]

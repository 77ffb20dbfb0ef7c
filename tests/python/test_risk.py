"""risk= of ct.backtest, and ct.sizers."""

import math
import os
import signal
from decimal import Decimal

import cracktrader as ct
import pytest

HOUR_MS = 3_600_000
START_MS = 1_704_067_200_000


def bars(closes):
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


class Buyer:
    """Buys 5 at every bar."""

    def on_bar(self, ctx, bar):
        ctx.buy(5)


def run(risk, closes=(100.0,) * 6, strategy=Buyer, **more):
    return ct.backtest(bars(list(closes)), strategy, commission=0, risk=risk, **more)


def test_shrinks_and_refuses_with_the_rule_and_a_sentence():
    result = run({"max_position": {"quantity": 8}})
    assert [order.filled for order in result.orders] == [5, 3, 0, 0, 0, 0]
    assert [order.reason for order in result.orders][2:] == ["max_position"] * 4
    first = result.risk_decisions[0]
    assert (first.order_id, first.rule, first.action) == (2, "max_position", "modify")
    assert (first.asked, first.allowed) == (5, 3)
    assert first.instrument == "BTC/USDT"
    assert first.sentence == (
        "the position with all orders filled is 10 BTC, the limit is 8 BTC; shrunk from 5 to 3 BTC"
    )
    assert result.risk_decisions[1].action == "reject"
    assert result.risk_counts == {"max_position": 5}


def test_nothing_changes_without_rules():
    assert len(run(None).risk_decisions) == 0
    assert run(None).risk_counts == {}
    assert run(None).result_hash == run({"max_position": {"notional": 10**9}}).result_hash


def test_numbers_are_exact_whatever_their_type():
    hashes = {run({"max_order": {"notional": value}}).input_hash for value in (250.5, Decimal("250.5"))}
    assert len(hashes) == 1


def test_reads_a_toml_file(tmp_path):
    path = tmp_path / "risk.toml"
    path.write_text("[risk.max_position]\nquantity = 8\n", encoding="utf-8")
    same = run({"max_position": {"quantity": 8}})
    for given in (path, str(path)):
        result = run(given)
        assert result.result_hash == same.result_hash
        assert result.input_hash == same.input_hash


def test_takes_several_of_a_rule():
    rules = {"order_rate": [{"orders": 1, "window": "1h"}, {"orders": 3, "window": "1d"}]}
    assert run(rules).risk_counts == {"order_rate": 3}


def test_the_kill_switch_is_a_file(tmp_path):
    rules = {"kill_switch": {"file": str(tmp_path / "stop")}}
    assert len(run(rules).fills) == 5
    (tmp_path / "stop").touch()
    result = run(rules)
    assert len(result.fills) == 0
    assert result.risk_counts == {"kill_switch": 6}


def test_the_kill_switch_is_a_signal():
    class Puller(Buyer):
        def on_bar(self, ctx, bar):
            if ctx.now_ms == START_MS + 3 * HOUR_MS:
                os.kill(os.getpid(), signal.SIGUSR1)
            super().on_bar(ctx, bar)

    before = signal.getsignal(signal.SIGUSR1)
    result = run({"kill_switch": {"signal": "SIGUSR1"}}, strategy=Puller)
    assert [order.reason for order in result.orders] == [""] * 2 + ["kill_switch"] * 4
    assert signal.getsignal(signal.SIGUSR1) == before


@pytest.mark.parametrize(
    ("risk", "error", "words"),
    [
        ({}, ct.InvalidArgument, "at least one rule"),
        ({"max_ordr": {"notional": 1}}, ct.NotFound, "did you mean 'max_order'"),
        ({"max_order": {"notionl": 1}}, ct.InvalidArgument, "did you mean 'notional'"),
        ({"max_order": {"notional": math.nan}}, ct.InvalidArgument, "above 0 that fits, not nan"),
        ({"max_order": {"notional": math.inf}}, ct.InvalidArgument, "not inf"),
        ({"max_order": {"notional": -1}}, ct.InvalidArgument, "not -1"),
        ({"max_order": {"notional": True}}, ct.InvalidArgument, "not a bool"),
        ({"max_order": {"notional": None}}, ct.InvalidArgument, "not a NoneType"),
        ({"max_order": {"notional": "5000"}}, ct.InvalidArgument, "not the text 5000"),
        ({"max_order": {1: 5}}, ct.InvalidArgument, "expected names as text, not a int"),
        ({"max_order": 5}, ct.InvalidArgument, "expected a dict of settings"),
        ({"symbols": {"allow": []}}, ct.InvalidArgument, "the list is empty"),
        ({"symbols": {"allow": [5]}}, ct.InvalidArgument, "not a list with a int"),
        ({"symbols": {"allow": ["BTC/USDT"], "block": ["BTC/USDT"]}}, ct.InvalidArgument, "allowed and blocked"),
        ({"kill_switch": {}}, ct.InvalidArgument, "expected file, signal or both"),
        ({"max_order": {"quantity": 1, "symbol": "btc/usdt"}}, ct.NotFound, "not in this run; did you mean 'BTC/USDT'"),
        ({"symbols": {"block": ["XRP/USDT"]}}, ct.NotFound, r"symbols.block: 'XRP/USDT' is not in this run"),
        (
            {"order_rate": [{"orders": 3, "window": "1d"}, {"orders": 1, "window": "1h"}]},
            ct.InvalidArgument,
            "expected tiers in order",
        ),
        ("nowhere/risk.toml", ct.NotFound, "nowhere/risk.toml"),
    ],
)
def test_refuses_what_is_wrong(risk, error, words):
    with pytest.raises(error, match=words):
        run(risk)


def test_a_path_is_text_or_a_path():
    with pytest.raises(ct.InvalidArgument, match="risk is a int, expected a path"):
        run(5)
    with pytest.raises(ct.NotFound):
        run(b"none.toml")


def test_sizers_round_down_to_their_grid():
    assert ct.sizers.fixed(1.239, decimals=2) == 1.23
    assert ct.sizers.percent(10_000, 30_000, 0.5, decimals=3) == 0.166
    assert ct.sizers.atr_risk(10_000, 300, risk=0.02, multiple=2, decimals=3) == 0.333
    assert ct.sizers.kelly(0.6, 1) == pytest.approx(0.2)
    assert ct.sizers.kelly(0.6, 1, fraction=0.25, most=0.04) == 0.04
    assert ct.sizers.kelly_of_trades([20, -10, Decimal(20), -10]) == pytest.approx(0.25)
    assert ct.sizers.volatility_target(0.8, 0.2) == 0.25


@pytest.mark.parametrize(
    "call",
    [
        lambda: ct.sizers.fixed(math.nan),
        lambda: ct.sizers.fixed(1, decimals=19),
        lambda: ct.sizers.percent(1, 0, 1),
        lambda: ct.sizers.atr_risk(1, math.inf),
        lambda: ct.sizers.kelly(1.5, 1),
        lambda: ct.sizers.kelly(0.5, 1, fraction=2),
        lambda: ct.sizers.kelly_of_trades([]),
        lambda: ct.sizers.volatility_target(0, 1),
    ],
)
def test_sizers_refuse_what_is_out_of_range(call):
    with pytest.raises(ct.InvalidArgument):
        call()


def test_a_strategy_sizes_with_them():
    class Sized:
        def on_start(self, ctx):
            self.atr = ctx.indicator("atr", 3)

        def on_bar(self, ctx, bar):
            if ctx.position == 0 and self.atr.value > 0:
                ctx.buy(ct.sizers.atr_risk(ctx.equity, self.atr.value, risk=0.01, multiple=2))

    closes = [100.0, 102.0, 100.0, 102.0, 100.0, 102.0, 100.0]
    result = run(None, closes, Sized)
    assert len(result.fills) > 0
    assert result.fills[0].quantity == Decimal(100) / 4  # 1 % of 10,000 over twice an average range of 2

"""Every type of order that backtrader has, side by side with it: the same fills, bar by bar, and the same ends.

What differs on purpose is in test_order_differences.py and in docs/orders.md.
"""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

import backtrader as bt
import cracktrader as ct
import pytest
from conftest import shared_file
from order_plan import Cancel, Make, MakeBracket, Outcome, Plan
from plan_in_backtrader import run_backtrader
from plan_in_cracktrader import run_ours
from random_plans import HOUR_MS, SINGLE_KINDS, random_bars, random_plan

BARS = 120
SEEDS = 25
DAY_MS = 24 * HOUR_MS
MONEY_TOLERANCE = 1e-9

KINDS = {
    **{kind: (kind, "cancel") for kind in SINGLE_KINDS},
    "oco": ("oco",),
    "oco_cancel": ("oco", "cancel"),
    "bracket": ("bracket",),
    "bracket_cancel": ("bracket", "cancel"),
    "all": (*SINGLE_KINDS, "oco", "bracket", "cancel"),
}


def check_equal(ours: Outcome, theirs: Outcome, seed: int) -> None:
    assert ours.fills == theirs.fills, f"seed {seed}"
    assert ours.ends == theirs.ends, f"seed {seed}"
    assert abs(ours.value - theirs.value) <= MONEY_TOLERANCE * theirs.traded, f"seed {seed}"


@pytest.mark.parametrize("name", KINDS)
def test_orders(name: str) -> None:
    ends: set[str] = set()
    for seed in range(SEEDS):
        bars = random_bars(seed, BARS)
        plan = random_plan(seed, bars, KINDS[name])
        ours = run_ours(bars, plan, commission="0.001")
        check_equal(ours, run_backtrader(bars, plan, prepare=lambda broker: broker.setcommission(0.001)), seed)
        assert len(ours.fills) >= 3, f"seed {seed} proves little"
        ends.update(ours.ends.values())
    assert {"filled", "canceled"} <= ends or name == "market"
    assert name == "market" or "expired" in ends


def test_close_orders_on_days() -> None:
    for seed in range(SEEDS):
        bars = random_bars(seed, BARS, step_ms=DAY_MS)
        plan = random_plan(seed, bars, ("close", "close", "limit", "cancel"))
        ours = run_ours(bars, plan)
        check_equal(ours, run_backtrader(bars, plan, daily=True), seed)
        assert len(ours.fills) >= 10


def test_orders_for_the_day() -> None:
    ends: set[str] = set()
    for seed in range(SEEDS):
        bars = random_bars(seed, BARS)
        chance = random.Random(seed)
        plan = Plan()
        for bar in range(1, BARS - 24, 2):
            if (bar + 1) * HOUR_MS % DAY_MS == 0:
                continue  # the last bar of a day: a difference
            limit = Decimal(repr(bars.close[bar].item())) - chance.randint(4, 80) * Decimal("0.25")
            plan.add(bar, Make(plan.take_number(), "buy", "limit", 1, limit=limit, day=True))
        ours = run_ours(bars, plan)
        check_equal(ours, run_backtrader(bars, plan), seed)
        ends.update(ours.ends.values())
    assert {"filled", "expired"} <= ends


def test_market_orders_at_the_close_they_are_made_at() -> None:
    for seed in range(SEEDS):
        bars = random_bars(seed, BARS)
        plan = random_plan(seed, bars, ("market", "limit", "stop", "cancel"))
        market = {
            step.number for steps in plan.steps.values() for step in steps if getattr(step, "kind", "") == "market"
        }
        ours = run_ours(bars, plan, cheat_on_close=True)
        # They are timed at the close, which is where the next bar opens.
        fills = sorted(replace(fill, bar=fill.bar - (fill.order in market)) for fill in ours.fills)
        theirs = run_backtrader(bars, plan, prepare=lambda broker: broker.set_coc(True))
        check_equal(replace(ours, fills=fills), theirs, seed)
        assert market & {fill.order for fill in fills}


def partial_plan(seed: int, bars: ct.Bars) -> Plan:
    """Orders one after the other: market and limit orders, pairs of limits, brackets with a stop out of reach (a stop
    that has filled in part is a difference)."""
    chance = random.Random(seed)
    plan = Plan()
    for bar in range(1, len(bars) - 14, 12):
        close = Decimal(repr(bars.close[bar].item()))
        kind = chance.choice(("market", "limit", "pair", "bracket"))
        sign = chance.choice((1, -1))
        side, other = ("buy", "sell") if sign > 0 else ("sell", "buy")
        near, far = chance.randint(1, 12) * Decimal("0.25") * sign, 500 * sign
        if kind == "bracket":
            plan.add(
                bar, MakeBracket(plan.take_number(3), side, 9, close - far, close + 2 * near, close, lives_bars=10)
            )
            continue
        number, size = plan.take_number(), chance.randint(5, 30)
        if kind == "market":
            plan.add(bar, Make(number, side, kind, size))
            plan.add(bar + 10, Cancel(number))
            continue
        first = Make(number, side, "limit", size, limit=close - near, lives_bars=10)
        plan.add(bar, first)
        if kind == "pair":
            second = Make(plan.take_number(), other, "limit", 9, limit=close + near, lives_bars=10, oco=first.number)
            plan.add(bar, second)
    return plan


def test_parts_of_a_bar_volume() -> None:
    parts = 0
    for seed in range(2 * SEEDS):
        bars = random_bars(seed, BARS, volumes=(0, 5, 10, 25, 100))
        plan = partial_plan(seed, bars)
        ours = run_ours(bars, plan, participation="0.2")
        filler = bt.broker.fillers.FixedBarPerc(perc=20)
        check_equal(
            ours, run_backtrader(bars, plan, prepare=lambda broker, filler=filler: broker.set_filler(filler)), seed
        )
        parts += len(ours.fills) - sum(end == "filled" for end in ours.ends.values())
    assert parts > 100


@pytest.mark.parametrize(
    ("file", "unit"),
    [("binance-spot_BTCUSDT_1h_2024", Decimal("9.37")), ("binance-spot_ETHUSDT_1h_2024", Decimal("0.61"))],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_real_files(file: str, unit: Decimal, seed: int) -> None:
    bars = ct.read_bars(shared_file(f"data/ohlcv/{file}.csv.gz"))
    plan = random_plan(seed, bars, ("market", "limit", "stop", "stop_limit", "bracket", "oco", "cancel"), unit=unit)
    ours = run_ours(bars, plan)
    check_equal(ours, run_backtrader(bars, plan), seed)
    assert len(ours.fills) > 500


def test_the_harness_notices_other_rules() -> None:
    differences = 0
    for seed in range(5):
        bars = random_bars(seed, BARS)
        plan = random_plan(seed, bars, KINDS["bracket_cancel"])
        differences += run_ours(bars, plan, links="native") != run_backtrader(bars, plan)
    assert differences == 5

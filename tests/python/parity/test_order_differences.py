"""What CrackTrader decides differently from backtrader on purpose: the table "Differences to backtrader" in
docs/orders.md, a test a row. Each shows both."""

from __future__ import annotations

from decimal import Decimal

import backtrader as bt
import cracktrader as ct
from order_plan import Cancel, Make, MakeBracket, Outcome, Plan, PlanFill
from plan_in_backtrader import run_backtrader
from plan_in_cracktrader import run_ours
from random_plans import HOUR_MS, MIDNIGHT_MS

FLAT = (100, 100, 100, 100)


def bars_of(*rows: tuple[float, ...], volume: float = 1000) -> ct.Bars:
    """Hourly bars of (open, high, low, close)."""
    names = ("open", "high", "low", "close")
    columns = {name: [float(row[k]) for row in rows] for k, name in enumerate(names)}
    times = [MIDNIGHT_MS + HOUR_MS * i for i in range(len(rows))]
    return ct.to_bars({"open_time": times, **columns, "volume": [volume] * len(rows)})


def plan_of(*actions: Make | MakeBracket | Cancel, bar: int = 1) -> Plan:
    plan = Plan()
    for action in actions:
        plan.add(bar, action)
    return plan


def fill(bar: int, order: int, quantity: int, price: float | str) -> PlanFill:
    return PlanFill(bar, order, Decimal(quantity), Decimal(str(price)))


def test_a_stop_limit_behind_its_limit_fills_where_the_close_is_within_it() -> None:
    bars = bars_of(FLAT, FLAT, (98, 104, 97, 99), FLAT)
    plan = plan_of(Make(1, "buy", "stop_limit", 1, limit=Decimal(101), stop=Decimal(103)))
    assert run_ours(bars, plan).fills == [fill(2, 1, 1, 101)]
    assert run_backtrader(bars, plan).fills == [fill(3, 1, 1, 100)]
    # Where the bar closes below its open, backtrader sees it too.
    falls = bars_of(FLAT, FLAT, (100, 104, 97, 99), FLAT)
    assert run_ours(falls, plan).fills == run_backtrader(falls, plan).fills == [fill(2, 1, 1, 101)]


def test_an_order_canceled_in_its_own_step_does_not_trade() -> None:
    bars = bars_of(FLAT, FLAT, FLAT)
    plan = plan_of(Make(1, "buy", "market", 1), Cancel(1))
    assert run_ours(bars, plan) == Outcome([], {1: "canceled"}, 1e9)
    assert run_backtrader(bars, plan).fills == [fill(2, 1, 1, 100)]


def test_all_orders_share_a_bar_volume() -> None:
    bars = bars_of(FLAT, FLAT, FLAT, FLAT, volume=10)
    plan = plan_of(Make(1, "buy", "market", 2), Make(2, "buy", "market", 2))
    assert run_ours(bars, plan, participation="0.3").fills == [
        fill(2, 1, 2, 100),
        fill(2, 2, 1, 100),
        fill(3, 2, 1, 100),
    ]
    filler = bt.broker.fillers.FixedBarPerc(perc=30)
    theirs = run_backtrader(bars, plan, prepare=lambda broker: broker.set_filler(filler))
    assert theirs.fills == [fill(2, 1, 2, 100), fill(2, 2, 2, 100)]


def test_a_stop_that_has_filled_in_part_is_a_market_order() -> None:
    bars = bars_of(FLAT, FLAT, (100, 102, 100, 102), (101, 101, 100, 100), (100, 103, 100, 103), volume=10)
    plan = plan_of(Make(1, "buy", "stop", 6, stop=Decimal(102)))
    assert run_ours(bars, plan, participation="0.3").fills == [fill(2, 1, 3, 102), fill(3, 1, 3, 101)]
    filler = bt.broker.fillers.FixedBarPerc(perc=30)
    theirs = run_backtrader(bars, plan, prepare=lambda broker: broker.set_filler(filler))
    assert theirs.fills == [fill(2, 1, 3, 102), fill(4, 1, 3, 102)]


def test_a_day_order_made_at_midnight_has_the_new_day() -> None:
    bars = bars_of(*[FLAT] * 30, (100, 100, 80, 90), FLAT)
    plan = plan_of(Make(1, "buy", "limit", 1, limit=Decimal(85), day=True), bar=23)
    assert run_ours(bars, plan).fills == [fill(30, 1, 1, 85)]
    assert run_backtrader(bars, plan).ends == {1: "expired"}


def test_a_market_order_expires_like_all_others() -> None:
    bars = bars_of(FLAT, FLAT, *[FLAT] * 4, volume=10)
    plan = plan_of(Make(1, "buy", "market", 9, lives_bars=1))
    ours = run_ours(bars, plan, participation="0.3")
    assert (ours.fills, ours.ends) == ([fill(2, 1, 3, 100)], {1: "expired"})
    filler = bt.broker.fillers.FixedBarPerc(perc=30)
    theirs = run_backtrader(bars, plan, prepare=lambda broker: broker.set_filler(filler))
    assert theirs.fills == [fill(bar, 1, 3, 100) for bar in (2, 3, 4)]


def test_on_close_is_the_next_close() -> None:
    bars = bars_of(*[(100, 100 + i, 100, 100 + i) for i in range(30)])
    plan = plan_of(Make(1, "buy", "close", 1))
    assert run_ours(bars, plan).fills == [fill(2, 1, 1, 102)]
    # backtrader waits for the end of the session.
    assert run_backtrader(bars, plan).fills == [fill(23, 1, 1, 123)]


def test_children_of_an_entry_at_the_close_guard_the_next_bar() -> None:
    bars = bars_of(FLAT, FLAT, (100, 103, 89, 100), (100, 103, 88, 100), FLAT)
    plan = plan_of(MakeBracket(1, "buy", 1, stop=Decimal(90), limit=Decimal(110)))
    ours = run_ours(bars, plan, cheat_on_close=True)
    theirs = run_backtrader(bars, plan, prepare=lambda broker: broker.set_coc(True))
    assert [(one.bar, one.order) for one in ours.fills] == [(2, 1), (2, 2)]
    assert [(one.bar, one.order) for one in theirs.fills] == [(1, 1), (3, 2)]


def test_a_market_order_at_the_close_is_done_before_the_next_bar() -> None:
    bars = bars_of(FLAT, FLAT, (100, 111, 100, 100), FLAT)
    plan = plan_of(Make(1, "sell", "limit", 1, limit=Decimal(110)), Make(2, "sell", "market", 1, oco=1))
    assert run_ours(bars, plan, cheat_on_close=True).ends == {1: "canceled", 2: "filled"}
    theirs = run_backtrader(bars, plan, prepare=lambda broker: broker.set_coc(True))
    assert theirs.ends == {1: "filled", 2: "canceled"}


def test_a_trailing_stop_stays_on_the_grid() -> None:
    bars = bars_of(*[(100.01, 100.01, 100.01, 100.01)] * 2, (100.01, 100.01, 90, 90), FLAT)
    plan = plan_of(Make(1, "sell", "trail_percent", 1, trail=Decimal("6.25")))
    assert run_ours(bars, plan).fills == [fill(2, 1, -1, "93.75")]
    (theirs,) = run_backtrader(bars, plan).fills
    assert theirs.price == Decimal("93.759375")

"""Bars and plans of orders that a seed decides."""

from __future__ import annotations

import random
from decimal import Decimal

import cracktrader as ct
from order_plan import Cancel, Make, MakeBracket, Plan

SINGLE_KINDS = (
    "market",
    "limit",
    "stop",
    "stop_limit",
    "trail",
    "trail_percent",
    "trail_limit",
    "trail_percent_limit",
)
HOUR_MS = 3_600_000
MIDNIGHT_MS = 1_700_006_400_000  # 2023-11-15 00:00 UTC
TRAIL_PERCENT = Decimal("1.5625")  # a sixty-fourth: exact in binary, as the prices of random_bars() are


def random_bars(seed: int, count: int, *, step_ms: int = HOUR_MS, volumes: tuple[int, ...] = (1_000,)) -> ct.Bars:
    """A walk with gaps. Its prices are quarters, so that distances and sixty-fourths of them are exact doubles."""
    chance = random.Random(seed)
    open_, high, low, close = [], [], [], []
    price = 1000.0
    for _ in range(count):
        start = price + chance.choice((0, 0, 0, chance.randint(-24, 24) / 4))
        end = start + chance.randint(-40, 40) / 4
        open_.append(start)
        close.append(end)
        high.append(max(start, end) + chance.randint(0, 16) / 4)
        low.append(min(start, end) - chance.randint(0, 16) / 4)
        price = end
    low[0] -= 2**-8  # makes the grid as fine as a sixty-fourth of a quarter
    volume = [float(chance.choice(volumes)) for _ in range(count)]
    open_time = [MIDNIGHT_MS + step_ms * i for i in range(count)]
    return ct.to_bars(
        {"open_time": open_time, "open": open_, "high": high, "low": low, "close": close, "volume": volume}
    )


def random_plan(seed: int, bars: ct.Bars, kinds: tuple[str, ...], *, unit: Decimal = Decimal("0.25")) -> Plan:
    """Orders of these kinds now and then, among them "oco" pairs, "bracket"s and "cancel"s."""
    chance = random.Random(seed)
    plan = Plan()
    closes = [Decimal(repr(close)) for close in bars.close.tolist()]
    for bar in range(1, len(bars) - 2):
        if chance.random() > 0.35:
            continue
        kind = chance.choice(kinds)
        if kind == "cancel":
            # Not an order of this bar: backtrader would let it live.
            made = [
                step.number for at, steps in plan.steps.items() if at < bar for step in steps if hasattr(step, "size")
            ]
            if made:
                plan.add(bar, Cancel(min(plan.orders, chance.choice(made) + chance.randint(0, 2))))
        elif kind == "bracket":
            plan.add(bar, _bracket(chance, plan, bars, bar, closes[bar], unit))
        elif kind == "oco":
            first = _single(chance, plan, bars, bar, closes[bar], chance.choice(("limit", "stop", "trail")), unit)
            plan.add(bar, first)
            for _ in range(chance.randint(1, 2)):
                other = chance.choice(("limit", "stop", "stop_limit"))
                plan.add(bar, _single(chance, plan, bars, bar, closes[bar], other, unit, oco=first.number))
        else:
            plan.add(bar, _single(chance, plan, bars, bar, closes[bar], kind, unit))
    return plan


def _distance(chance: random.Random, unit: Decimal) -> Decimal:
    return chance.randint(1, 60) * unit


def _life(chance: random.Random, bars: ct.Bars, bar: int) -> int | None:
    """For some orders: how long they live. Not just to the end of the data: backtrader sees it at the next bar only."""
    lives_bars = chance.randint(1, 9)
    return lives_bars if chance.random() < 0.3 and bar + lives_bars + 1 < len(bars) else None


def _bracket(chance: random.Random, plan: Plan, bars: ct.Bars, bar: int, close: Decimal, unit: Decimal) -> MakeBracket:
    sign = chance.choice((1, -1))
    entry = close - sign * _distance(chance, unit) if chance.random() < 0.6 else None
    middle = close if entry is None else entry
    return MakeBracket(
        number=plan.take_number(3),
        side="buy" if sign > 0 else "sell",
        size=chance.randint(1, 9),
        stop=middle - sign * _distance(chance, unit),
        limit=middle + sign * _distance(chance, unit),
        entry=entry,
        lives_bars=_life(chance, bars, bar) if entry is not None else None,
    )


def _single(
    chance: random.Random,
    plan: Plan,
    bars: ct.Bars,
    bar: int,
    close: Decimal,
    kind: str,
    unit: Decimal,
    *,
    oco: int | None = None,
) -> Make:
    sign = chance.choice((1, -1))
    limit = stop = trail = offset = None
    if kind == "limit":
        limit = close - sign * _distance(chance, unit) * chance.choice((1, 1, 1, -1))
    if kind in ("stop", "stop_limit"):
        stop = close + sign * _distance(chance, unit) * chance.choice((1, 1, 1, -1))
    if kind == "stop_limit":
        assert stop is not None
        limit = stop + sign * _distance(chance, unit) * chance.choice((1, -1))
        if fills_earlier_than_in_backtrader(bars, bar, sign, stop, limit):
            limit = stop
    if kind.startswith("trail"):
        trail = TRAIL_PERCENT if "percent" in kind else _distance(chance, unit)
    if kind.endswith("_limit") and kind != "stop_limit":
        offset = chance.randint(0, 12) * unit
    lives_bars = _life(chance, bars, bar) if kind not in ("market", "close") else None
    return Make(
        number=plan.take_number(),
        side="buy" if sign > 0 else "sell",
        kind=kind,
        size=chance.randint(1, 9),
        limit=limit,
        stop=stop,
        trail=trail,
        offset=offset,
        lives_bars=lives_bars,
        oco=oco,
    )


def fills_earlier_than_in_backtrader(bars: ct.Bars, bar: int, sign: int, stop: Decimal, limit: Decimal) -> bool:
    """The one case that the engines decide differently on purpose: a stop-limit that triggers inside a bar, behind its
    limit, and closes within it. backtrader fills it there only when the bar closes against the trade's direction."""
    trigger, worst = float(stop), float(limit)
    for after in range(bar + 1, len(bars)):
        open_, close = bars.open[after], bars.close[after]
        extreme = bars.high[after] if sign > 0 else bars.low[after]
        if (open_ - trigger) * sign >= 0:
            return False
        if (extreme - trigger) * sign >= 0:
            return (worst - trigger) * sign < 0 and (worst - close) * sign >= 0 and (open_ - close) * sign <= 0
    return False

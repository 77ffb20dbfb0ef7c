"""Detail data, cheating on the open, and markets that orders are held to."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import cracktrader as ct
import pytest

START_MS = 1_704_067_200_000
HOUR_MS = 3_600_000
FIVE_MINUTES_MS = 300_000


def table(step_ms: int, prices: list[tuple[float, float, float, float]]) -> dict[str, list[float]]:
    columns = {"time": [float(START_MS + row * step_ms) for row in range(len(prices))]}
    for index, name in enumerate(("open", "high", "low", "close")):
        columns[name] = [price[index] for price in prices]
    columns["volume"] = [10.0] * len(prices)
    return columns


HOURLY = table(HOUR_MS, [(100, 110, 90, 100), (100, 112, 88, 101), (101, 102, 100, 101)])
FINE = table(
    FIVE_MINUTES_MS,
    [(100, 100, 100, 100)] * 12
    + [(100, 112, 100, 112), (112, 112, 88, 88)]
    + [(88, 101, 88, 101)] * 10
    + [(101, 102, 100, 101)] * 12,
)


class Bracket:
    """One bracket after the first bar."""

    def __init__(self) -> None:
        self.bars: list[str] = []

    def on_bar(self, ctx: Any, bar: Any) -> None:
        self.bars.append(bar.timeframe)
        if len(self.bars) == 1:
            ctx.buy_bracket(1, stop=90, limit=110)


def test_detail_data_decide_what_came_first_and_are_not_shown() -> None:
    coarse, fine = Bracket(), Bracket()
    without = ct.backtest(HOURLY, coarse, timeframe="1h", commission=0)
    with_detail = ct.backtest(HOURLY, fine, timeframe="1h", commission=0, detail=FINE)
    assert [fill.price for fill in without.fills] == [100, 90]  # nothing known: the stop counts
    assert [fill.price for fill in with_detail.fills] == [100, 110]
    assert coarse.bars == fine.bars == ["1h"] * 3


def test_detail_data_that_are_none() -> None:
    with pytest.raises(
        ct.InvalidArgument, match="the detail data of BTC/USDT are 1h bars: expected finer ones than 5m"
    ):
        ct.backtest(FINE, Bracket(), timeframe="5m", detail=HOURLY)
    with pytest.raises(ct.InvalidArgument, match="detail data of ETH/USDT, which is not in the run"):
        ct.backtest(HOURLY, Bracket(), timeframe="1h", detail={"ETH/USDT": FINE})


def test_on_open_sees_the_open_before_the_bar() -> None:
    seen = []

    class Opener:
        def on_open(self, ctx: Any, open: float) -> None:
            seen.append((open, len(ctx.bars), (ctx.now_ms - START_MS) // HOUR_MS))
            if len(ctx.bars) == 1:
                ctx.buy(1)

    result = ct.backtest(HOURLY, Opener(), timeframe="1h", commission=0, cheat_on_open=True)
    assert seen == [(100.0, 0, 0), (100.0, 1, 1), (101.0, 2, 2)]
    assert [(fill.price, fill.time_ms) for fill in result.fills] == [(100, START_MS + HOUR_MS)]
    ct.backtest(HOURLY, Opener(), timeframe="1h")
    assert len(seen) == 3  # not called without


def test_cheating_on_the_open_of_several_timeframes_is_refused() -> None:
    with pytest.raises(ct.Unsupported, match="cheat_on_open needs one timeframe, the run has 1h and 5m"):
        ct.backtest(HOURLY, Bracket(), timeframe="1h", detail=FINE, cheat_on_open=True)


def test_markets_hold_orders_to_their_filters() -> None:
    class Small:
        def on_bar(self, ctx: Any, bar: Any) -> None:
            if not ctx.position:
                ctx.buy(0.0123456789)
                ctx.buy(Decimal("0.00001"), limit=90)

    result = ct.backtest(HOURLY, Small(), timeframe="1h", markets="bundled")
    assert result.fills[0].quantity == Decimal("0.01234")  # whole lots
    reasons = {order.reason for order in result.orders if order.status == "rejected"}
    assert reasons == {"min_notional"}
    assert result.risk_counts == {"min_notional": len(result.risk_decisions)}
    assert "min_notional" in result.risk_decisions[0].sentence or "notional" in result.risk_decisions[0].sentence


def test_markets_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(ct.NotFound, match=r"NOPE/USDT is not among the markets of .*; the nearest name is"):
        ct.backtest(HOURLY, Bracket(), symbol="NOPE/USDT", timeframe="1h", markets="bundled")
    with pytest.raises(ct.CrackTraderError):
        ct.backtest(HOURLY, Bracket(), timeframe="1h", markets=tmp_path / "nothing.json")


def test_detail_data_that_contradict_the_bars_are_refused() -> None:
    other = {name: list(column) for name, column in FINE.items()}
    other["high"][13] = 113.0
    with pytest.raises(ct.InvalidData, match="detail data of BTC/USDT contradict the 1h bar of 2024-01-01 01:00:00"):
        ct.backtest(HOURLY, Bracket(), timeframe="1h", detail=other)


def test_detail_data_that_lack_bars_are_refused() -> None:
    short = {name: column[:-1] for name, column in FINE.items()}
    with pytest.raises(ct.InvalidArgument, match=r"the detail data of BTC/USDT go from .* to 2024-01-01 02:55:00"):
        ct.backtest(HOURLY, Bracket(), timeframe="1h", detail=short)


def test_a_size_in_on_open_is_of_the_open() -> None:
    class Buyer:
        def on_open(self, ctx: Any, open: float) -> None:
            if not ctx.position:
                ctx.buy("100%")
            elif open == 20:
                ctx.order_target_percent(0.5)

        def on_bar(self, ctx: Any, bar: ct.Bar) -> None:
            pass

    data = table(HOUR_MS, [(8, 10, 8, 10), (20, 20, 20, 20), (30, 30, 30, 30)])
    result = ct.backtest(data, Buyer(), timeframe="1h", commission=0, cash=800, cheat_on_open=True)
    assert [(fill.side, fill.quantity, fill.price) for fill in result.fills] == [("buy", 100, 8), ("sell", 50, 20)]


def test_cheating_on_open_and_close_at_once_is_refused() -> None:
    with pytest.raises(ct.InvalidArgument, match="cheat_on_close and cheat_on_open"):
        ct.backtest(HOURLY, Bracket(), timeframe="1h", cheat_on_open=True, cheat_on_close=True)

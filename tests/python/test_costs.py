# ruff: noqa: RUF012 - `params` is how strategies declare parameters
"""What fills cost: fees, slippage and latency as arguments of ct.backtest."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import cracktrader as ct
import pytest
from conftest import HOUR_MS, START_MS, candles

CLOSES = [100.0, 101.25, 102.0, 103.0]


class BuyOnce:
    params = {"size": 1}

    def on_start(self, ctx):
        self.done = False

    def on_bar(self, ctx, bar):
        if not self.done:
            ctx.buy(self.params["size"])
            self.done = True


class BuyEach:
    def on_start(self, ctx):
        self.bought = set()

    def on_bar(self, ctx, bar):
        if bar.symbol not in self.bought:
            self.bought.add(bar.symbol)
            ctx.buy(1, symbol=bar.symbol)


def bought(**settings: Any) -> ct.Result:
    """A buy of one at the second open, which is the first close (100)."""
    return ct.backtest(candles(CLOSES), BuyOnce, **settings)


def price(**settings: Any) -> Decimal:
    return bought(**settings).fills[0].price


def waited(**settings: Any) -> int:
    """How many bars later than it could have the order filled."""
    return (bought(**settings).fills[0].time_ms - START_MS) // HOUR_MS - 1


def test_commission_is_both_fees() -> None:
    assert bought().fees == Decimal("0.1")
    assert bought(maker="0.05", taker="0.002").fees == Decimal("0.2")
    assert bought(commission="0.001", taker="0.003").fees == Decimal("0.3")


def test_fees_of_a_venue() -> None:
    result = bought(fees="kraken")
    assert result.fees == Decimal("0.4")
    assert result.settings["fees"] == "kraken"
    assert bought(fees="binance", symbol="BTC/USDT:USDT").fees == Decimal("0.05")


def test_fees_have_a_flat_part() -> None:
    result = bought(fees={"*": {"maker": 0, "taker": 0.001, "flat": "0.25"}}, cash="100.35")
    assert result.fees == Decimal("0.35")
    assert result.final_cash == 0


def test_fees_of_each_symbol() -> None:
    bars = {"BTC/USDT": candles(CLOSES), "ETH/USDT": candles(CLOSES), "SOL/USDT": candles(CLOSES)}
    fees = {"ETH/USDT": {"maker": 0, "taker": "0.02"}, "SOL/USDT": "okx", "*": {"maker": 0, "taker": "0.03"}}
    charged = {fill.instrument: fill.fee for fill in ct.backtest(bars, BuyEach, fees=fees).fills}
    assert charged == {"BTC/USDT": 3, "ETH/USDT": 2, "SOL/USDT": Decimal("0.1")}
    charged = {
        fill.instrument: fill.fee
        for fill in ct.backtest(bars, BuyEach, commission="0.01", fees={"SOL/USDT": "okx"}).fills
    }
    assert charged == {"BTC/USDT": 1, "ETH/USDT": 1, "SOL/USDT": Decimal("0.1")}


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        (None, "100"),
        ("none", "100"),
        ("bps=10", "100.1"),
        ({"model": "none"}, "100"),
        ({"model": "fixed_bps", "bps": 10.0}, "100.1"),
        ({"model": "fixed_bps", "bps": "2.5"}, "100.03"),  # 100.025, against the trader
        ({"model": "fixed_ticks", "ticks": 3}, "100.03"),
        ({"model": "spread", "bps": 4}, "100.02"),
        ({"model": "spread", "price": 0.05}, "100.03"),  # half of it is 0.025
        ({"model": "volume_impact", "coefficient": 0.5}, "150"),  # the volume of all bars is 1
    ],
)
def test_slippage_models(model: Any, expected: str) -> None:
    assert price(slippage=model) == Decimal(expected)


def test_impact_of_a_part_of_the_volume() -> None:
    model = {"model": "volume_impact", "coefficient": "0.1"}
    assert price(slippage=model, params={"size": "0.25"}) == Decimal("105")  # x (1 + 0.1 sqrt(0.25))
    assert price(slippage=model, params={"size": "5"}) == Decimal("110")


@pytest.mark.parametrize(
    ("model", "bars"),
    [
        (None, 0),
        ("bars=2", 2),
        ("0ms", 0),
        ("1ms", 1),
        ("1h", 1),
        ({"model": "none"}, 0),
        ({"model": "bar_delay", "bars": 1}, 1),
        ({"model": "constant", "ns": 3_600_000_000_001}, 2),
        ({"model": "normal", "mean_ns": 5_400_000_000_000, "deviation_ns": 1_000_000}, 2),
        ({"model": "empirical", "samples_ns": [1_000_000]}, 1),
        ({"model": "empirical", "samples_ns": (3_700_000_000_000, 3_800_000_000_000)}, 2),
    ],
)
def test_latency_models(model: Any, bars: int) -> None:
    assert waited(latency=model) == bars


def test_the_seed_decides_what_is_drawn() -> None:
    model = {"model": "empirical", "samples_ns": [0, 3_600_000_000_000]}
    drawn = [waited(latency=model, seed=seed) for seed in range(40)]
    assert set(drawn) == {0, 1}
    assert drawn == [waited(latency=model, seed=seed) for seed in range(40)]
    hashes = {bought(latency=model, seed=seed).input_hash for seed in range(3)}
    assert len(hashes) == 3
    assert bought(latency=model, seed=2**64 - 1).settings["seed"] == str(2**64 - 1)
    assert bought(seed=1).input_hash == bought(seed=2).input_hash  # nothing is drawn


def test_execution_realism_is_both_in_one() -> None:
    realism = {"slippage": {"model": "fixed_bps", "bps": 10.0}, "latency": {"model": "bar_delay", "bars": 1}}
    result = bought(execution_realism=realism)
    assert result.fills[0].price == Decimal("101.36")  # 101.25 x 1.001 = 101.35125
    assert result.fills[0].time_ms == START_MS + 2 * HOUR_MS
    assert result.input_hash == bought(slippage_bps=10, latency_bars=1).input_hash
    assert (result.settings["slippage"], result.settings["latency"]) == ("bps=10", "bars=1")
    assert waited(execution_realism={}) == 0


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"fees": "binanse"}, "fees: unknown venue 'binanse', did you mean 'binance'"),
        ({"fees": "coinbase", "symbol": "BTC/USD:USD"}, "the fees of coinbase are known for spot, not for"),
        ({"fees": 0.1}, "fees is a float, expected a venue's name or a dict of symbols"),
        ({"fees": {1: "okx"}}, "fees: expected symbols as text, not 1"),
        ({"fees": {"ETH/USDT": "okx"}}, "fees of ETH/USDT, which is not traded; did you mean 'BTC/USDT'"),
        ({"fees": {"BTC/USDT": 0.1}}, r"fees\['BTC/USDT'\] is a float"),
        ({"fees": {"*": {"maker": 0.1}}}, r"fees\['\*'\]: 'taker' is missing"),
        ({"fees": {"*": {"maker": 0.1, "taker": 0.1, "flt": 1}}}, "unknown key 'flt', did you mean 'flat'"),
        ({"fees": {"*": {"maker": "x", "taker": 0.1}}}, r"fees\['\*'\]\['maker'\]: 'x'"),
        ({"fees": {"*": {"maker": None, "taker": 0.1}}}, r"fees\['\*'\]\['maker'\] is a NoneType"),
        (
            {"fees": {"BTC/USDT": {"maker": 0, "taker": 1}}},
            "fees of BTC/USDT: a commission must be at least 0 and less",
        ),
        ({"fees": {"*": {"maker": 0, "taker": 0, "flat": -1}}}, "a flat fee must be at least 0, not -1"),
        ({"fees": "okx", "maker": 0.1}, "fees for all symbols: give them, or commission"),
        ({"slippage": 5}, "slippage is a int, expected text such as 'bps=5' or a dict"),
        ({"slippage": "5"}, "slippage: '5' is no model of slippage, such as bps=5"),
        ({"slippage": "bp=5"}, "slippage: unknown model 'bp', did you mean 'bps'"),
        ({"slippage": {"bps": 5}}, "slippage: 'model' is missing"),
        ({"slippage": {"model": "fixed_bp", "bps": 5}}, "slippage: unknown model 'fixed_bp', did you mean 'fixed_bps'"),
        ({"slippage": {"model": 5}}, "slippage: unknown model '5'"),
        ({"slippage": {"model": "fixed_bps"}}, "slippage: 'bps' is missing"),
        ({"slippage": {"model": "fixed_bps", "bp": 5}}, "slippage: unknown key 'bp', did you mean 'bps'"),
        ({"slippage": {"model": "fixed_bps", "bps": None}}, r"slippage\['bps'\] is a NoneType, expected a number"),
        ({"slippage": {"model": "fixed_bps", "bps": float("nan")}}, "slippage: 'nan'"),
        ({"slippage": {"model": "fixed_bps", "bps": 10_000}}, "less than 1"),
        ({"slippage": {"model": "fixed_bps", "bps": -1}}, "at least 0"),
        ({"slippage": {"model": "fixed_ticks", "ticks": 1.5}}, "slippage: '1.5' has 1 decimals"),
        ({"slippage": {"model": "spread", "bps": 4, "price": 1}}, "spread takes one of its numbers"),
        ({"slippage": {"model": "spread", "price": 1e18}}, "does not fit a price"),
        ({"slippage_bps": "x"}, "slippage: 'x'"),
        ({"slippage_bps": 1, "slippage": "bps=1"}, "slippage is given more than once"),
        ({"latency": 5}, "latency is a int, expected text such as '50ms' or a dict"),
        ({"latency": "soon"}, "latency: 'soon' is not a whole number and ns"),
        ({"latency": {"model": "bar_dely", "bars": 1}}, "latency: unknown model 'bar_dely', did you mean 'bar_delay'"),
        ({"latency": {"model": "constant", "ns": -5}}, "latency: '-5ns'"),
        ({"latency": {"model": "constant", "ns": 10**15}}, "from 0 to one day"),
        ({"latency": {"model": "empirical", "samples_ns": 5}}, r"latency\['samples_ns'\] is a int, expected a list"),
        ({"latency": {"model": "empirical", "samples_ns": []}}, "latency: "),
        ({"latency": {"model": "empirical", "samples_ns": ["x"]}}, "latency: 'xns'"),
        ({"latency_bars": -1}, "latency: the latency must be from 0 to 1000000 bars, not -1"),
        ({"latency_bars": 1.5}, "latency: '1.5' has 1 decimals"),
        ({"latency_bars": 1, "execution_realism": {"latency": "bars=1"}}, "latency is given more than once"),
        ({"execution_realism": 5}, "execution_realism is a int, expected a dict"),
        ({"execution_realism": {"slipage": "bps=5"}}, "unknown key 'slipage', did you mean 'slippage'"),
        ({"seed": -1}, "seed is -1, expected a whole number from 0"),
        ({"seed": 2**64}, "seed is 18446744073709551616"),
        ({"seed": 1.5}, "seed is 1.5"),
        ({"seed": True}, "seed is True"),
    ],
)
def test_what_is_wrong_is_named(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ct.CrackTraderError, match=message):
        bought(**settings)

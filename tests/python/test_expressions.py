"""Strategies as expressions, through ct.ExpressionStrategy."""

import json
import math
import warnings

import cracktrader as ct
import numpy as np
import pytest

CROSS = {
    "entry": "crossover(sma_exact(close, fast), sma_exact(close, slow))",
    "exit": "crossunder(sma_exact(close, fast), sma_exact(close, slow))",
}


@pytest.fixture(scope="module")
def bars():
    steps = np.random.default_rng(5).normal(0, 1, 4_000).cumsum().round(2)
    close = 1_000 + steps
    open_ = np.concatenate(([1_000], close[:-1]))
    return ct.to_bars(
        {
            "time": 1_704_067_200_000 + np.arange(4_000) * 3_600_000,
            "open": open_,
            "high": np.maximum(open_, close),
            "low": np.minimum(open_, close),
            "close": close,
            "volume": np.ones(4_000),
        }
    )


def test_gives_what_the_built_in_strategy_gives(bars):
    strategy = ct.ExpressionStrategy(**CROSS, parameters={"fast": 10, "slow": 50})
    native = ct.backtest(bars, "sma_cross", params={"fast": 10, "slow": 50})
    result = ct.backtest(bars, strategy)
    assert len(result.trades) > 10
    assert result.result_hash == native.result_hash
    assert result.input_hash != native.input_hash


def test_params_set_the_parameters(bars):
    strategy = ct.ExpressionStrategy(
        **CROSS, parameters={"fast": {"default": 10, "min": 2, "max": 20, "step": 2}, "slow": 50}
    )
    native = ct.backtest(bars, "sma_cross", params={"fast": 12, "slow": 50})
    assert ct.backtest(bars, strategy, params={"fast": 12}).result_hash == native.result_hash
    with pytest.raises(ct.InvalidArgument, match="parameter fast=13: expected 2 and so many steps of 2"):
        ct.backtest(bars, strategy, params={"fast": 13})
    with pytest.raises(ct.InvalidArgument, match="no parameter 'fst', did you mean 'fast'"):
        ct.backtest(bars, strategy, params={"fst": 12})


def test_guards_are_orders(bars):
    strategy = ct.ExpressionStrategy(
        entry="rsi(14) < 30", exit="bars_held >= 24", stop_loss="2 * atr(14)", take_profit="1%", size="risk 0.1%"
    )
    result = ct.backtest(bars, strategy)
    types = {order.type for order in result.orders}
    assert {"market", "stop", "limit"} <= types
    assert ct.backtest(bars, strategy).result_hash == result.result_hash  # a strategy object may run again


def test_reads_other_series_and_trades_some_symbols(bars):
    strategy = ct.ExpressionStrategy(entry='close@"ETH/USDT" > 0', exit="profit > 1", symbols=["BTC/USDT"])
    result = ct.backtest({"BTC/USDT": bars, "ETH/USDT": bars}, strategy)
    assert {order.instrument for order in result.orders} == {"BTC/USDT"}
    with pytest.raises(ct.NotFound, match="no instrument 'ETH/USDT' in this run"):
        ct.backtest(bars, strategy)


def test_longer_timeframes_are_resampled(bars):
    strategy = ct.ExpressionStrategy(entry="close > sma(close@4h, 20)", exit="close < lowest(low@1d, 3)[1]")
    result = ct.backtest(bars, strategy)
    assert result.settings["resampled"] == "BTC/USDT 4h from 1h, BTC/USDT 1d from 1h"
    by_hand = ct.backtest({"BTC/USDT": [bars, bars.resample("1d"), bars.resample("4h")]}, strategy)
    assert "resampled" not in by_hand.settings
    assert len(result.trades) > 10
    assert result.result_hash == by_hand.result_hash
    with pytest.raises(ct.NotFound, match="reads 15m bars of BTC/USDT, which the run does not have; expected 15m bars"):
        ct.backtest(bars, ct.ExpressionStrategy(entry="close@15m > 0", exit="profit > 1"))


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"entry": "close > smaa(20)"}, "entry, column 9: no function is called 'smaa'; the nearest name is 'sma'"),
        ({"entry": "close"}, "entry, column 1: expected a condition"),
        ({"exit": "close > 1"}, "strategy 'expression' has neither an entry nor a short_entry"),
        ({"entry": "close > 1", "stop_loss": "0%"}, "stop_loss, column 1: expected a number above 0"),
        ({"entry": "close > 1", "size": "lots"}, "size, column 1: size 'lots' is not a positive amount"),
        ({"entry": 5}, "entry is a int, expected text such as 'rsi(14) < 30'"),
        ({"entry": "close > 1", "size": True}, "size is a bool, expected text such as '95%'"),
        ({"entry": "close > 1", "size": math.nan}, "size 'nan' is not a positive amount"),
        ({"entry": "close > 1", "short_exit": "close < 1"}, "short_exit, column 1: there is no short_entry"),
        (
            {"entry": "close > 1", "stop_loss": "close * 0.97"},
            "this is a price, not a distance; write 'at close * 0.97'",
        ),
        ({"entry": "close > 1", "stop_loss": "at 2 * atr(14)"}, "this is no price; leave out 'at'"),
        ({"entry": "close > 1", "parameters": {"other": 3}}, "no field uses the parameter 'other'"),
        (
            {"entry": "rsi(n) < 30", "parameters": {"n": {"default": 18, "min": 20, "max": 15}}},
            "parameter 'n': its min 20 is above its max 15",
        ),
        ({"entry": "close > 1", "cooldown": -1}, "cooldown is -1, expected a whole number of bars"),
        ({"entry": "close > 1", "warm_up": 1.5}, "warm_up is 1.5, expected a whole number of bars"),
        ({"entry": "close > 1", "symbols": "BTC/USDT"}, "symbols is one text, expected a list"),
        ({"entry": "close > 1", "parameters": {"close": 1}}, "the language has that name already"),
        ({"entry": "close > 1", "parameters": {"fast": math.nan}}, "parameter fast=nan: expected a finite number"),
        ({"entry": "close > 1", "parameters": {"fast": "x"}}, "default of parameter fast is 'x', expected a number"),
        ({"entry": "close > 1", "parameters": {"fast": {"min": 1}}}, "parameter fast has no default"),
        (
            {"entry": "close > 1", "parameters": {"fast": {"val": 1}}},
            "parameter fast has no 'val'; there is default, min",
        ),
    ],
)
def test_what_is_wrong_raises_at_once(fields, message):
    with pytest.raises(ct.InvalidArgument) as raised:
        ct.ExpressionStrategy(**fields)
    assert message in str(raised.value)


def test_a_size_may_be_a_number(bars):
    rules = {"entry": "rsi(14) < 30", "exit": "rsi(14) > 50"}
    typed = ct.backtest(bars, ct.ExpressionStrategy(**rules, size="0.1"))
    assert ct.backtest(bars, ct.ExpressionStrategy(**rules, size=0.1)).result_hash == typed.result_hash


def test_warns_of_entries_that_were_not_taken(bars):
    rules = {"entry": "rsi(14) < 30", "exit": "rsi(14) > 50", "stop_loss": "at close + 1"}
    with pytest.warns(
        UserWarning, match="entries were not taken, the first at 2024.*: stop_loss lay on the wrong side"
    ):
        result = ct.backtest(bars, ct.ExpressionStrategy(**rules))
    assert len(result.orders) == 0
    assert [text.split(": ")[1] for text in result.warnings] == ["stop_loss lay on the wrong side of the price"]
    assert json.loads(result.to_json())["warnings"] == result.warnings


def test_warns_of_fees_that_may_be_percentages(bars):
    with pytest.warns(UserWarning, match="a fee of 0.1 is 10 % of each fill; 0.1 % is written 0.001 or 0.1%"):
        result = ct.backtest(bars, "buy_and_hold", commission=0.1)
    assert len(result.warnings) == 1
    percent = ct.backtest(bars, "buy_and_hold", commission="0.1%")
    assert percent.result_hash == ct.backtest(bars, "buy_and_hold", commission=0.001).result_hash
    assert percent.warnings == []


def test_warns_of_what_never_happens(bars):
    with pytest.warns(UserWarning, match="exit, column 1: this can never be true"):
        result = ct.backtest(bars, ct.ExpressionStrategy(entry="close > 1", exit="hour > 23"))
    assert [text.splitlines() for text in result.warnings] == [
        ["exit, column 1: this can never be true", "  hour > 23", "  ^^^^^^^^^"]
    ]
    with pytest.warns(UserWarning, match="nothing ever closes a long position"):
        ct.backtest(bars, ct.ExpressionStrategy(entry="close > 1"))
    with pytest.warns(UserWarning, match=r"stop_loss, column 4: min takes the smaller of two values"):
        ct.backtest(bars, "breakout", params={"stop_loss": "at min(low, 20)"})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ct.backtest(bars, ct.ExpressionStrategy(entry="close > 1", exit="close < 1"))

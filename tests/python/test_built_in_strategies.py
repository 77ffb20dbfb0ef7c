"""The built-in strategies: each is documented with every parameter, and runs on real candles from its defaults."""

import json
import subprocess
from pathlib import Path

import pytest
from command_line import CRACKTRADER

import cracktrader as ct

PROJECT = Path(__file__).parents[2]
PAGE = (PROJECT / "docs" / "built-in-strategies.md").read_text()
SAMPLE = PROJECT / "examples" / "data" / "binance-spot_BTCUSDT_1h_2024.csv.gz"


def schema() -> list[dict]:
    done = subprocess.run([CRACKTRADER, "strategies", "--json"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


STRATEGIES = schema()


@pytest.mark.parametrize("strategy", STRATEGIES, ids=[each["name"] for each in STRATEGIES])
def test_has_a_section_that_names_its_parameters_and_defaults(strategy: dict) -> None:
    section = PAGE.split(f"\n## {strategy['name']}\n")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    for parameter in strategy["parameters"]:
        row = [line for line in rows if f"`{parameter['name']}`" in line.split("|")[1]]
        assert len(row) == 1, parameter["name"]
        assert parameter["default"] in row[0], parameter["name"]
        assert parameter["type"] in {"integer", "number", "boolean", "size", "duration", "guard"}


@pytest.mark.parametrize("strategy", STRATEGIES, ids=[each["name"] for each in STRATEGIES])
def test_trades_real_candles_from_its_defaults(strategy: dict) -> None:
    bars = ct.read_csv(SAMPLE, symbol="BTC/USDT", timeframe="1h")
    if strategy["name"] in {"momentum_rotation", "pairs_zscore"}:
        result = ct.backtest({"BTC/USDT": bars, "ETH/USDT": lagging(bars)}, strategy["name"])
    else:
        result = ct.backtest(bars, strategy["name"])
    assert len(result.fills) > 0
    assert not [order for order in result.orders if order.reason == "no_price"]

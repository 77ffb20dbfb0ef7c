"""The built-in strategies: each is documented with every parameter, and runs on real candles from its defaults."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import cracktrader as ct
import numpy as np
import pytest
from conftest import PROJECT

PAGE = (PROJECT / "docs" / "built-in-strategies.md").read_text()


def schema() -> list[dict]:
    program = Path(sys.executable).parent / "cracktrader"
    done = subprocess.run([program, "strategies", "--json"], capture_output=True, text=True, check=True)
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


def lagging(bars: ct.Bars, rows: int = 24) -> dict:
    """Another symbol, which does a day later what the first one did."""
    columns = {name: np.asarray(getattr(bars, name)) for name in ("open", "high", "low", "close", "volume")}
    return {"time": np.asarray(bars.time_ms), **{name: np.roll(column, rows) for name, column in columns.items()}}


@pytest.mark.parametrize("strategy", STRATEGIES, ids=[each["name"] for each in STRATEGIES])
def test_trades_real_candles_from_its_defaults(strategy: dict, hourly: ct.Bars) -> None:
    name = strategy["name"]
    several = name in {"momentum_rotation", "pairs_zscore"}
    result = ct.backtest({"BTC/USDT": hourly, "ETH/USDT": lagging(hourly)} if several else hourly, name)
    assert len(result.fills) > 0
    assert {order.status for order in result.orders} <= {"filled", "canceled", "rejected", "expired"}

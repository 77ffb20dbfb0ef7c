"""ct.backtest(config=...): the runs of the command line, and what the call says wins."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import cracktrader as ct
import pytest
from conftest import BUNDLED

PROGRAM = Path(sys.executable).parent / "cracktrader"
RUN = """
[data]
csv = "candles.csv.gz"
timeframe = "1h"
from = 2024-02-01
[strategy]
name = "sma_cross"
parameters = { fast = 10, slow = 50 }
[account]
cash = 5000
[costs]
maker = 0.0002
taker = 0.0005
[risk.max_order]
notional = 2000
[report]
html = "report.html"
"""


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With candles and a run file."""
    shutil.copy(BUNDLED, tmp_path / "candles.csv.gz")
    (tmp_path / "run.toml").write_text(RUN, encoding="utf-8")
    return tmp_path


def result_of(folder: Path, *arguments: str) -> dict:
    done = run(folder, "backtest", *arguments, "--json", "-")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def hashes(result: ct.Result) -> tuple[str, str]:
    return result.result_hash, result.input_hash


def test_python_runs_the_same_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    told = result_of(folder, "--config", "run.toml")
    assert hashes(ct.backtest(config="run.toml")) == (told["result_hash"], told["input_hash"])
    told = result_of(folder, "--config", "run.toml", "--commission", "0", "--param", "slow=40")
    cheaper = ct.backtest(config="run.toml", commission=0, params={"slow": 40})
    assert hashes(cheaper) == (told["result_hash"], told["input_hash"])


@pytest.mark.parametrize(
    ("arguments", "flags"),
    [
        ({"cash": 700}, ["--cash", "700"]),
        ({"cash": {"USDT": 700}}, ["--cash", "700 USDT"]),
        ({"account": "spot"}, ["--account", "spot"]),
        ({"maker": 0.05}, ["--maker", "0.05"]),
        ({"fees": "binance"}, ["--fees", "binance"]),
        ({"slippage_bps": 3}, ["--slippage-bps", "3"]),
        ({"latency": "bars=2"}, ["--latency", "bars=2"]),
        ({"seed": 5}, ["--seed", "5"]),
        ({"intrabar": "path"}, ["--intrabar", "path"]),
        ({"limit_fill": "through"}, ["--limit-fill", "through"]),
        ({"links": "backtrader"}, ["--links", "backtrader"]),
        ({"participation": 0.5}, ["--participation", "0.5"]),
        ({"cheat_on_close": True}, ["--cheat-on-close"]),
        ({"cheat_on_open": True}, ["--cheat-on-open"]),
        ({"markets": "bundled"}, ["--markets", "bundled"]),
        ({"start": "2024-01-15"}, ["--from", "2024-01-15"]),
        ({"end": "2024-03-15"}, ["--to", "2024-03-15"]),
        ({"risk": "other.toml"}, ["--risk", "other.toml"]),
        ({"strategy": "buy_and_hold", "params": {"size": "1"}}, None),
    ],
)
def test_arguments_win_over_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: dict, flags: list[str] | None
) -> None:
    monkeypatch.chdir(folder)
    (folder / "other.toml").write_text("[risk.drawdown]\nshare = 0.05\n", encoding="utf-8")
    result = ct.backtest(config="run.toml", **arguments)
    if flags is None:  # the parameters of the file are of its strategy
        text = (folder / "run.toml").read_text(encoding="utf-8")
        text = text.replace("sma_cross", "buy_and_hold").replace("{ fast = 10, slow = 50 }", "{ size = 1 }")
        (folder / "run.toml").write_text(text, encoding="utf-8")
    told = result_of(folder, "--config", "run.toml", *(flags or []))
    assert hashes(result) == (told["result_hash"], told["input_hash"])


def test_none_is_as_if_it_were_not_given(folder: Path) -> None:
    bars = ct.read_bars(folder / "candles.csv.gz")
    names = "account cash seed intrabar limit_fill participation links cheat_on_close cheat_on_open"
    nothing = dict.fromkeys(names.split())
    assert hashes(ct.backtest(bars, "sma_cross", **nothing)) == hashes(ct.backtest(bars, "sma_cross"))


def test_bars_and_strategies_of_the_call_take_the_place_of_those_of_the_file(folder: Path) -> None:
    (folder / "costs.toml").write_text("[costs]\ncommission = 0\n[account]\ncash = 100\n", encoding="utf-8")
    bars = ct.read_bars(folder / "candles.csv.gz")
    result = ct.backtest(bars, "sma_cross", config=folder / "costs.toml")
    assert hashes(result) == hashes(ct.backtest(bars, "sma_cross", commission=0, cash=100))
    with pytest.raises(ct.InvalidArgument, match="expected candles: "):
        ct.backtest(strategy="sma_cross", config=folder / "costs.toml")
    with pytest.raises(ct.InvalidArgument, match="expected a strategy, or config="):
        ct.backtest(bars, config=folder / "costs.toml")
    with pytest.raises(ct.InvalidArgument, match="expected bars, or config="):
        ct.backtest(strategy="sma_cross")


def test_a_strategy_in_python_beside_the_file(folder: Path) -> None:
    (folder / "mine.py").write_text(
        "class Mine:\n"
        "    params = {'size': 1.0}\n"
        "    def on_bar(self, ctx, bar):\n"
        "        if ctx.position == 0:\n"
        "            ctx.buy(self.params['size'])\n",
        encoding="utf-8",
    )
    text = "[data]\ncsv = 'candles.csv.gz'\n[strategy]\nname = 'mine.py:Mine'\nparameters = { size = 0.01 }\n"
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    told = result_of(folder, "--config", "mine.toml")
    assert hashes(ct.backtest(config=folder / "mine.toml")) == (told["result_hash"], told["input_hash"])
    other = ct.backtest(config=folder / "mine.toml", params={"size": 0.02})
    assert other.parameters["size"] in (0.02, "0.02")


def test_python_refuses_what_the_command_line_refuses(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "bad.toml").write_text("[account]\ncash = -5\n", encoding="utf-8")
    with pytest.raises(ct.InvalidArgument, match=r"bad.toml:2:8: account.cash: '-5' is not above 0"):
        ct.backtest(config=folder / "bad.toml")
    with pytest.raises(ct.NotFound, match=r"none\.toml"):
        ct.backtest(config=folder / "none.toml")
    monkeypatch.setenv("CRACKTRADER_ACCOUNT__CAHS", "5")
    with pytest.raises(ct.InvalidArgument, match="CRACKTRADER_ACCOUNT__CASH"):
        ct.backtest(config=folder / "run.toml")


EXPRESSIONS = """
[data]
csv = "candles.csv.gz"
[strategy]
entry = "crossover(sma(close, fast), sma(close, 50))"
exit = "hour > 23 or crossunder(sma(close, fast), sma(close, 50))"
[strategy.parameters.fast]
default = 10
min = 2
max = 40
"""


def test_a_strategy_of_expressions(folder: Path) -> None:
    path = folder / "words.toml"
    path.write_text(EXPRESSIONS.replace("hour > 23 or ", ""), encoding="utf-8")
    for params, flags in [({}, []), ({"fast": 20}, ["--param", "fast=20"])]:
        told = result_of(folder, "--config", "words.toml", *flags)
        assert hashes(ct.backtest(config=path, params=params)) == (told["result_hash"], told["input_hash"])
    with pytest.raises(ct.InvalidArgument, match="parameter fast=50: expected a number from 2 to 40"):
        ct.backtest(config=path, params={"fast": 50})
    path.write_text(EXPRESSIONS.replace("sma(close, fast)", "smaa(close)"), encoding="utf-8")
    with pytest.raises(ct.InvalidArgument, match=r"words.toml:5:20: strategy.entry: no function is called"):
        ct.backtest(config=path)
    path.write_text(EXPRESSIONS.replace("hour > 23 or crossunder(sma(close, fast), sma(close, 50))", "hour > 23"))
    with pytest.warns(UserWarning, match="can never be true"):
        ct.backtest(config=path)

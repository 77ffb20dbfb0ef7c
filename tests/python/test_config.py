"""Run files: the page about them is up to date, and each of its examples runs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import cracktrader as ct
import pytest
from conftest import BUNDLED, PROJECT

PROGRAM = Path(sys.executable).parent / "cracktrader"
PAGE = (PROJECT / "docs" / "config.md").read_text(encoding="utf-8")
FORMATS = ["toml", "json", "yaml"]


def blocks(language: str) -> list[str]:
    return re.findall(rf'^```{language}(?: title="[^"]*")?\n(.*?)^```$', PAGE, re.MULTILINE | re.DOTALL)


def run(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM, *arguments], cwd=folder, env={**os.environ, **variables}, capture_output=True, text=True, check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With the candles and the files of the page."""
    shutil.copy(BUNDLED, tmp_path / "candles.csv.gz")
    for ending in FORMATS:
        (tmp_path / f"run.{ending}").write_text(blocks(ending)[0], encoding="utf-8")
    return tmp_path


def result_of(folder: Path, *arguments: str, **variables: str) -> dict:
    done = run(folder, "backtest", *arguments, "--json", "-", **variables)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_tables_are_up_to_date() -> None:
    script = PROJECT / "scripts" / "config_page.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_block_of_the_page_is_tried_here() -> None:
    languages = re.findall(r'^```(\w*)(?: title="[^"]*")?\n.*?^```$', PAGE, re.MULTILINE | re.DOTALL)
    assert sorted(languages) == ["bash", "bash", "json", "python", "text", "text", "text", "toml", "toml", "yaml"]


def test_the_three_files_are_one_run(folder: Path) -> None:
    results = [result_of(folder, "--config", f"run.{ending}") for ending in FORMATS]
    assert results[0]["initial_value"] == 5000
    assert results[0]["risk_counts"]["max_order"]
    assert len({(one["result_hash"], one["input_hash"]) for one in results}) == 1
    assert (folder / "report.html").exists()


def test_the_commands_run(folder: Path) -> None:
    (folder / "run.toml").rename(folder / "kept.toml")
    lines = [line.split("  ")[0] for line in blocks("text")[0].splitlines()]
    assert [line.split()[1] for line in lines] == ["init", "backtest", "backtest"]
    assert run(folder, *lines[0].split()[1:]).returncode == 0
    (folder / "kept.toml").rename(folder / "run.toml")
    for line in lines[1:]:
        done = run(folder, *line.split()[1:])
        assert (done.returncode, done.stderr) == (0, "")
        assert "initial cash              5,000.00 USDT" in done.stdout


def test_the_environment_wins_over_the_file(folder: Path) -> None:
    given = [line.split(" cracktrader ") for line in blocks("bash")[1].splitlines()]
    assert len(given) == 2
    for assignment, command in given:
        name, _, value = assignment.partition("=")
        done = result_of(folder, *command.split()[1:], **{name: value})
        if name.endswith("CASH"):
            assert done["initial_value"] == int(value)
        else:
            assert (done["parameters"]["fast"], done["parameters"]["slow"]) == (5, 20)


def test_the_errors_are_those_of_the_page(folder: Path) -> None:
    errors = blocks("text")[2].splitlines()
    table = "[data]\ncsv = 'candles.csv.gz'\n{}[strategy]\nname = 'sma_cross'\n[account]\n{}\n"
    wrong = [table.format("", "csh = 5"), table.format("", "cash = -5"), table.format("exchange = 'binance'\n", "")]
    for text, error in zip([*wrong, table.format("", "")], errors, strict=True):
        (folder / "run.toml").write_text(text, encoding="utf-8")
        variables = {"CRACKTRADER_ACCOUNT__CASH": "-5"} if error.startswith("CRACKTRADER") else {}
        done = run(folder, "backtest", "--config", "run.toml", **variables)
        assert (done.returncode, done.stdout, done.stderr) == (2, "", f"error: {error}\n")


def test_the_schema_takes_the_files_of_the_page(folder: Path) -> None:
    """As far as a look at names and enumerations goes."""
    schema = json.loads((PROJECT / "docs" / "run.schema.json").read_text(encoding="utf-8"))["properties"]
    document = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    for table, values in document.items():
        if table == "$schema":
            continue
        for key in values:
            assert key in schema[table]["properties"]


def hashes(result: ct.Result) -> tuple[str, str]:
    return result.result_hash, result.input_hash


def test_python_runs_the_same_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    names: dict = {}
    exec(blocks("python")[0], names)
    told = result_of(folder, "--config", "run.toml")
    assert hashes(names["result"]) == (told["result_hash"], told["input_hash"])
    told = result_of(folder, "--config", "run.toml", "--commission", "0", "--param", "slow=40")
    assert hashes(names["cheaper"]) == (told["result_hash"], told["input_hash"])


@pytest.mark.parametrize(
    ("arguments", "flags"),
    [
        ({"cash": 700}, ["--cash", "700"]),
        ({"cash": {"USDT": 700}}, ["--cash", "700 USDT"]),
        ({"account": "spot"}, ["--account", "spot"]),
        ({"maker": 0.5}, ["--maker", "0.5"]),
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
    with pytest.raises(ct.NotFound, match="none.toml"):
        ct.backtest(config=folder / "none.toml")
    monkeypatch.setenv("CRACKTRADER_ACCOUNT__CAHS", "5")
    with pytest.raises(ct.InvalidArgument, match="CRACKTRADER_ACCOUNT__CASH"):
        ct.backtest(config=folder / "run.toml")


def test_the_expressions_of_the_page_run_and_are_refused_as_it_says(folder: Path) -> None:
    (folder / "run.toml").write_text(blocks("toml")[1], encoding="utf-8")
    assert result_of(folder, "--config", "run.toml")["parameters"]["fast"] == 10
    text = "[data]\ncsv = 'candles.csv.gz'\n[strategy]\nentry = 'close > smaa(20)'\n"
    (folder / "run.toml").write_text(text, encoding="utf-8")
    assert run(folder, "backtest", "--config", "run.toml").stderr == f"error: {blocks('text')[1]}"


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
    with pytest.raises(ct.InvalidArgument, match=r"words.toml:5:9: strategy.entry, column 11: no function is called"):
        ct.backtest(config=path)
    path.write_text(EXPRESSIONS.replace("hour > 23 or crossunder(sma(close, fast), sma(close, 50))", "hour > 23"))
    with pytest.warns(UserWarning, match="can never be true"):
        ct.backtest(config=path)

"""Run files: the page about them is up to date, and each of its examples runs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import BUNDLED, PROJECT

PROGRAM = Path(sys.executable).parent / "cracktrader"
PAGE = (PROJECT / "docs" / "config.md").read_text(encoding="utf-8")
FORMATS = ["toml", "json", "yaml"]


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


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
    languages = re.findall(r"^```(\w*)\n.*?^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert sorted(languages) == ["", "json", "sh", "text", "toml", "yaml"]


def test_the_three_files_are_one_run(folder: Path) -> None:
    results = [result_of(folder, "--config", f"run.{ending}") for ending in FORMATS]
    assert results[0]["initial_value"] == 5000
    assert results[0]["risk_counts"]["max_order"]
    assert len({(one["result_hash"], one["input_hash"]) for one in results}) == 1
    assert (folder / "report.html").exists()


def test_the_commands_run(folder: Path) -> None:
    (folder / "run.toml").rename(folder / "kept.toml")
    lines = [line.split("  ")[0] for line in blocks("")[0].splitlines()]
    assert [line.split()[1] for line in lines] == ["init", "backtest", "backtest"]
    assert run(folder, *lines[0].split()[1:]).returncode == 0
    (folder / "kept.toml").rename(folder / "run.toml")
    for line in lines[1:]:
        done = run(folder, *line.split()[1:])
        assert (done.returncode, done.stderr) == (0, "")
        assert "initial cash              5,000.00 USDT" in done.stdout


def test_the_environment_wins_over_the_file(folder: Path) -> None:
    given = [line.split(" cracktrader ") for line in blocks("sh")[0].splitlines()]
    assert len(given) == 2
    for assignment, command in given:
        name, _, value = assignment.partition("=")
        done = result_of(folder, *command.split()[1:], **{name: value})
        if name.endswith("CASH"):
            assert done["initial_value"] == int(value)
        else:
            assert (done["parameters"]["fast"], done["parameters"]["slow"]) == ("5", "20")


def test_the_errors_are_those_of_the_page(folder: Path) -> None:
    errors = blocks("text")[0].splitlines()
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

"""The JSON Schema of run files: it takes what the program takes, and refuses what that refuses."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest
from conftest import BUNDLED, PROJECT

PROGRAM = Path(sys.executable).parent / "cracktrader"
RUN = '[data]\ncsv = "candles.csv.gz"\n[strategy]\nname = "sma_cross"\n'


@pytest.fixture(scope="module")
def schema() -> dict:
    told = subprocess.run([PROGRAM, "init", "--schema"], capture_output=True, text=True, check=True)
    return json.loads(told.stdout)


def takes(schema: dict, text: str) -> bool:
    document = json.loads(json.dumps(tomllib.loads(text), default=str))  # dates as text, as JSON has them
    return jsonschema.Draft202012Validator(schema).is_valid(document)


def runs(folder: Path, text: str) -> bool:
    shutil.copy(BUNDLED, folder / "candles.csv.gz")
    (folder / "run.toml").write_text(text, encoding="utf-8")
    done = subprocess.run([PROGRAM, "backtest", "--config", "run.toml"], cwd=folder, capture_output=True, check=False)
    assert done.returncode in (0, 2), done.stderr
    return done.returncode == 0


def test_it_is_a_schema(schema: dict) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


def test_the_example_fits(schema: dict, tmp_path: Path) -> None:
    subprocess.run([PROGRAM, "init", tmp_path / "run.toml"], check=True, capture_output=True)
    assert takes(schema, (tmp_path / "run.toml").read_text(encoding="utf-8"))


def test_it_knows_the_settings_of_each_rule(schema: dict) -> None:
    rules = schema["properties"]["risk"]["properties"]
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \| ", (PROJECT / "docs/risk.md").read_text(encoding="utf-8"), re.MULTILINE)
    documented = {rule: set(re.findall(r"`([a-z_]+)`", settings)) for rule, settings in rows if rule in rules}
    assert {name: set(rule["anyOf"][0]["properties"]) for name, rule in rules.items() if name != "file"} == documented


@pytest.mark.parametrize(
    "more",
    [
        "",
        '[account]\ncash = 5000\nkind = "spot"\n',
        '[account]\ncash = "5000.5"\n',
        "[risk.max_order]\nnotional = 5000\nquantity = 0.5\nequity_share = 2.5\nsymbol = 'BTC/USDT'\n",
        "[[risk.order_rate]]\norders = 5\nwindow = '1m'\n[[risk.order_rate]]\norders = 50\nwindow = '1h'\n",
        "[risk.symbols]\nallow = ['BTC/USDT']\n[risk.stale_data]\nbars = 2\nage = '250ms'\n",
        "[risk.kill_switch]\nfile = 'stop'\nsignal = 'SIGUSR2'\n[risk.drawdown]\nshare = 1\n",
        "[risk.max_open_orders]\norders = 1000000\n[risk.max_exposure]\ntotal_share = 1000\n",
    ],
)
def test_what_runs_fits(schema: dict, tmp_path: Path, more: str) -> None:
    assert takes(schema, RUN + more)
    assert runs(tmp_path, RUN + more)


@pytest.mark.parametrize(
    "more",
    [
        "[account]\ncsh = 5000\n",
        "[account]\ncash = true\n",
        "[accounts]\n",
        "[risk.max_orders]\nnotional = 5\n",
        "[risk.max_order]\nnotion = 5\n",
        "[risk.max_order]\n",
        "[risk.max_order]\nnotional = 0\n",
        "[risk.max_order]\nnotional = '5'\n",
        "[risk.max_order]\nequity_share = 1000.1\n",
        "[risk.max_order]\nnotional = 5\nsymbol = 'BTC'\n",
        "[risk.max_order]\nnotional = 5\nsymbol = ['BTC/USDT']\n",
        "[risk]\nmax_order = 5\n",
        "[risk]\nmax_order = []\n",
        "[risk.drawdown]\nshare = 1.1\n",
        "[risk.drawdown]\nshare = -0.1\n",
        "[risk.max_open_orders]\norders = 0\n",
        "[risk.max_open_orders]\norders = 1.5\n",
        "[risk.max_open_orders]\norders = 1000001\n",
        "[risk.duplicate_orders]\nwindow = 5\n",
        "[risk.duplicate_orders]\nwindow = '5'\n",
        "[risk.duplicate_orders]\nwindow = '0s'\n",
        "[risk.kill_switch]\nsignal = 'SIGKILL'\n",
        "[risk.kill_switch]\nfile = ''\n",
        "[risk.symbols]\nallow = []\n",
        "[risk.symbols]\nallow = 'BTC/USDT'\n",
        "[risk.symbols]\nallow = ['BTC/USDT', 'BTC/USDT']\n",
    ],
)
def test_what_is_refused_does_not_fit(schema: dict, tmp_path: Path, more: str) -> None:
    assert not takes(schema, RUN + more)
    assert not runs(tmp_path, RUN + more)

"""scripts/check_layers.py: the tree keeps to its layers, and a tree that does not is found out."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SCRIPT = PROJECT / "scripts" / "check_layers.py"


def check(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, SCRIPT, root], capture_output=True, text=True, check=False)


def tree(root: Path, files: dict[str, str]) -> Path:
    for name, text in {"core/price.hpp": "#pragma once\n", **files}.items():
        path = root / "src" / "ct" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_this_tree_keeps_to_its_layers():
    result = check(PROJECT)
    assert result.returncode == 0, result.stdout
    assert "files include only what they may" in result.stdout


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("core/bar.cpp", '#include "ct/core/price.hpp"'),
        ("core/bar.cpp", "#include <fmt/format.h>"),
        ("engine/line.cpp", '#include "ct/indicators/indicator.hpp"'),
        ("engine.hpp", '#include "ct/engine/engine.hpp"'),
        ("strategies/sma_cross.cpp", '#include "ct/account/account.hpp"'),  # by way of engine
        ("session/backtest/backtest.cpp", '#include "ct/broker/simulated_broker.hpp"'),
        ("session/live/run.cpp", '#include "ct/venues/registry.hpp"'),
        ("core/bar_test.cpp", '#include "ct/broker/simulated_broker.hpp"'),  # a test
        ("broker/CMakeLists.txt", "ct_library(broker DEPS core data account TEST_DEPS risk)"),
    ],
)
def test_what_is_allowed_passes(tmp_path, name, line):
    result = check(tree(tmp_path, {name: line + "\n"}))
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("name", "line", "message"),
    [
        ("core/bar.cpp", '#include "ct/data/bars.hpp"', "core/bar.cpp:2: core may not include data"),
        ("core/bar.hpp", '  #  include "ct/engine.hpp"', "core/bar.hpp:2: core may not include engine"),
        ("broker/x.cpp", '#include "ct/engine/engine.hpp"', "broker/x.cpp:2: broker may not include engine"),
        ("engine/x.cpp", '#include "ct/broker/x.hpp"', "engine/x.cpp:2: engine may not include broker"),
        ("session/backtest/x.cpp", '#include "ct/storage/x.hpp"', "x.cpp:2: session/backtest may not include storage"),
        ("storage/x.cpp", '#include "ct/session/backtest/x.hpp"', "storage may not include session/backtest"),
        ("engine.hpp", '#include "ct/session/backtest/x.hpp"', "engine.hpp:2: engine may not include session/backtest"),
        ("data/x.cpp", '#include "csv.hpp"', 'data/x.cpp:2: "csv.hpp" is no header of a folder'),
        ("data/x.cpp", '#include "../core/price.hpp"', "is no header of a folder"),
        ("data/x.cpp", '#include "ct/nowhere/x.hpp"', "is no header of a folder"),
        ("nowhere/x.cpp", '#include "ct/core/price.hpp"', "nowhere/x.cpp: its folder is not in the table"),
    ],
)
def test_what_is_not_allowed_is_named_with_file_and_line(tmp_path, name, line, message):
    result = check(tree(tmp_path, {name: "#pragma once\n" + line + "\n"}))
    assert result.returncode == 1
    assert message in result.stdout


def test_a_link_that_is_not_allowed_is_named(tmp_path):
    result = check(tree(tmp_path, {"core/CMakeLists.txt": "ct_library(core DEPS data TEST_DEPS engine)\n"}))
    assert result.returncode == 1
    assert "core/CMakeLists.txt: core may not link data" in result.stdout
    assert "engine" not in result.stdout


def test_a_folder_without_sources_is_no_success(tmp_path):
    result = check(tmp_path)
    assert result.returncode == 1
    assert "no sources" in result.stdout

"""What is generated from the registry is what the registry says: pages, type stubs, ct/indicators.hpp."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path

import cracktrader_fast as fast
import pytest
from conftest import PROJECT
from cracktrader_fast import _core
from cracktrader_fast._arrays import class_name

SCRIPT = PROJECT / "scripts" / "generate_indicators.py"
PACKAGE = PROJECT / "python" / "cracktrader_fast"
INFOS = [info for info in _core.indicator_infos() if info["group"] != "custom"]


def test_everything_is_up_to_date() -> None:
    done = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_is_stale_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture) -> None:
    monkeypatch.syspath_prepend(SCRIPT.parent)
    spec = importlib.util.spec_from_file_location("generate_indicators", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    texts = {tmp_path / "rsi.md": "new\n", tmp_path / "same.md": "same\n"}
    (tmp_path / "rsi.md").write_text("old\n")
    (tmp_path / "same.md").write_text("same\n")
    (tmp_path / "gone.md").write_text("of an indicator that is no more\n")
    monkeypatch.setattr(script, "PROJECT", tmp_path)
    monkeypatch.setattr(script, "PAGES", tmp_path)
    monkeypatch.setattr(script, "generated", lambda: texts)
    assert script.main(["--check"]) == 1
    told = capsys.readouterr().out
    assert [line.split()[0] for line in told.splitlines()] == ["rsi.md", "gone.md"]
    assert script.main([]) == 0
    assert script.main(["--check"]) == 0
    assert (tmp_path / "rsi.md").read_text() == "new\n"
    assert not (tmp_path / "gone.md").exists()


def names_of(stub: Path) -> set[str]:
    names = set()
    for node in ast.parse(stub.read_text(encoding="utf-8")).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names.update(target.id for target in node.targets)
        elif isinstance(node, ast.ImportFrom) and node.level:
            names.update(name.name for name in node.names)
    return {name for name in names if not name.startswith("_") or name == "__version__"}


def test_stubs_name_everything_and_nothing_else() -> None:
    functions = names_of(PACKAGE / "__init__.pyi")
    assert functions >= {info["name"] for info in INFOS} | set(fast.__all__)
    streams = names_of(PACKAGE / "stream.pyi")
    assert streams >= {class_name(info["name"]) for info in INFOS}
    for name in functions:
        assert getattr(fast, name) is not None
    for name in streams:
        assert getattr(fast.stream, name) is not None


@pytest.mark.parametrize("info", INFOS, ids=[info["name"] for info in INFOS])
def test_the_help_of_a_function_names_its_arguments_lines_and_source(info: dict) -> None:
    text = getattr(fast, info["name"]).__doc__
    names = [*info["inputs"], *info["lines"], *(p["name"] for p in info["parameters"]), "out", "axis"]
    for word in [*names, info["text"], info["source"], "InvalidArgument", "shape", "Returns"]:
        assert word in text
    assert getattr(fast.stream, class_name(info["name"])).__doc__ == text

"""`python -m cracktrader`, the same command line as the program, and its strategies in Python."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import cracktrader as ct
import pytest
from conftest import BUNDLED

PROGRAM = Path(sys.executable).parent / "cracktrader"
ARGUMENTS = ["backtest", "--csv", str(BUNDLED)]

CROSS = """
    import cracktrader as ct
    class Cross(ct.Strategy):
        params = {"fast": 10, "slow": 50, "size": "95%", "scale": 1.0, "loud": False}
        def on_start(self, ctx):
            assert type(self.params["fast"]) is int, self.params
            assert type(self.params["scale"]) is float, self.params
            assert type(self.params["loud"]) is bool, self.params
            self.fast = ctx.indicator("sma_exact", self.params["fast"])
            self.slow = ctx.indicator("sma_exact", self.params["slow"])
            self.sign = 0
            if self.params["loud"]:
                print("starting")
        def on_bar(self, ctx, bar):
            difference = self.fast.value - self.slow.value
            if difference > 0:
                if self.sign < 0 and ctx.position <= 0:
                    ctx.buy(self.params["size"])
                self.sign = 1
            elif difference < 0:
                if self.sign > 0 and ctx.position > 0:
                    ctx.close()
                self.sign = -1
        def on_stop(self, ctx):
            assert isinstance(ctx, ct.Context) and isinstance(self.fast, ct.Line)
            self.closes = ctx.bars.close
            assert len(self.closes) == len(ctx.bars) and self.closes[-1] > 0
            if self.params["loud"]:
                print("stopping")
    class Other:
        def on_bar(self, ctx, bar):
            pass
    Number = 5
"""


def run(*args: str) -> subprocess.CompletedProcess[str]:
    return spawned([sys.executable, "-m", "cracktrader", *args])


def spawned(command: list[object]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def strategy(tmp_path: Path) -> Path:
    return written(tmp_path, CROSS)


def written(tmp_path: Path, source: str) -> Path:
    path = tmp_path / "strategy.py"
    path.write_text(textwrap.dedent(source))
    return path


def backtested(path: Path, name: str, *args: str) -> subprocess.CompletedProcess[str]:
    return run(*ARGUMENTS, "--strategy", f"{path}:{name}", *args)


def test_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert ct.__version__ in done.stdout
    if PROGRAM.exists():
        assert spawned([PROGRAM, "--version"]).stdout == done.stdout


def test_bad_usage() -> None:
    assert run().returncode == 2
    assert run("backtset").returncode == 2
    done = run(*ARGUMENTS, "--strategy", "sma_crss")
    assert done.returncode == 2
    assert "did you mean 'sma_cross'" in done.stderr
    assert run("--help").returncode == 0


def test_a_python_strategy_has_the_native_result(strategy: Path, tmp_path: Path, hourly: ct.Bars) -> None:
    expected = ct.backtest(hourly, "sma_cross", params={"fast": 5}).result_hash
    out = tmp_path / "out.json"
    done = backtested(strategy, "Cross", "--param", "fast=5", "--json", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert expected in done.stdout
    result = json.loads(out.read_text())
    assert result["result_hash"] == expected
    assert result["strategy"] == "Cross"
    assert result["parameters"] == {"fast": 5, "slow": 50, "size": "95%", "scale": 1, "loud": False}


def test_the_program_starts_python(strategy: Path) -> None:
    if not PROGRAM.exists():
        pytest.skip("the program is not installed beside this Python")
    done = spawned([PROGRAM, *ARGUMENTS, "--strategy", f"{strategy}:Cross"])
    expected = backtested(strategy, "Cross").stdout.splitlines()
    assert done.returncode == 0
    for line, wanted in zip(done.stdout.splitlines(), expected, strict=True):
        assert line == wanted or "seconds" in line  # wall time differs


def test_output_comes_in_order(strategy: Path) -> None:
    out = backtested(strategy, "Cross", "--param", "loud=true").stdout
    assert out.index("5980 rows") < out.index("starting") < out.index("stopping") < out.index("final")


@pytest.mark.parametrize(
    ("name", "args", "message"),
    [
        ("Crss", [], "has no class 'Crss', did you mean 'Cross'? It has Cross, Other"),
        ("Number", [], "Number is a int, expected a class"),
        ("Cross", ["--param", "fsat=3"], "has no parameter 'fsat', did you mean 'fast'?"),
        ("Cross", ["--param", "fast=three"], "parameter fast=three: expected a whole number"),
        ("Cross", ["--param", "fast=2.5"], "parameter fast=2.5: expected a whole number"),
        ("Cross", ["--param", "scale=x"], "parameter scale=x: expected a number"),
        ("Cross", ["--param", "loud=perhaps"], "parameter loud=perhaps: expected true or false"),
        ("Other", ["--param", "x=1"], "has no parameter 'x'; it has none"),
    ],
)
def test_wrong_strategies(strategy: Path, name: str, args: list[str], message: str) -> None:
    done = backtested(strategy, name, *args)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("class Broken:\n    def on_bar(self, ctx, bar)\n        pass\n", "strategy.py:2: expected ':'"),
        ("x = 1\n", "has no class 'Broken', and no other strategy class"),
        ("class Broken:\n    pass\n", "has none of the methods on_start, on_bar"),
        ("class Broken:\n    params = 5\n    def on_bar(self, ctx, bar): pass\n", "params is a int, expected a dict"),
    ],
)
def test_broken_files(tmp_path: Path, source: str, message: str) -> None:
    done = backtested(written(tmp_path, source), "Broken")
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_files_that_are_none(tmp_path: Path) -> None:
    done = backtested(tmp_path / "missing.py", "Cross")
    assert (done.returncode, "no such file" in done.stderr) == (2, True)
    binary = tmp_path / "binary.py"
    binary.write_bytes(b"\xff\xfe\x00\x01")
    done = backtested(binary, "Cross")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("source", "last"),
    [
        ("class S:\n    def on_bar(self, ctx, bar):\n        return {}['key']\n", "KeyError: 'key'"),
        (
            "class S:\n    def __init__(self):\n        1 / 0\n    def on_bar(self, ctx, bar): pass\n",
            "ZeroDivisionError",
        ),
        ("import no_such_module\n", "ModuleNotFoundError: No module named 'no_such_module'"),
        ("class S:\n    def on_bar(self, ctx, bar):\n        ctx.buy('x')\n", "InvalidArgument: size 'x'"),
    ],
)
def test_exceptions_of_the_strategy_show_their_traceback(tmp_path: Path, source: str, last: str) -> None:
    done = backtested(written(tmp_path, source), "S")
    assert done.returncode == 1
    assert "Traceback (most recent call last)" in done.stderr
    assert "strategy.py" in done.stderr
    assert last in done.stderr.splitlines()[-1]


def test_bars_of_a_strategy_on_the_command_line(tmp_path: Path) -> None:
    """There the run's memory ends with the run: what is kept are copies."""
    path = written(
        tmp_path,
        """
        class S:
            def on_start(self, ctx):
                self.kept = []
            def on_bar(self, ctx, bar):
                bars = ctx.bars
                assert bars.close[-1] == bar.close and bars.time_ms[-1] == bar.time_ms
                assert (bars.open[-1], bars.high[-1], bars.low[-1], bars.volume[-1]) == (
                    bar.open, bar.high, bar.low, bar.volume)
                if len(bars) in (1, 1000, 1025, 3000):
                    self.kept.append((bars, bars.close, bars.close.copy()))
            def on_stop(self, ctx):
                assert len(ctx.bars) == 5980
                assert [len(bars) for bars, _, _ in self.kept] == [1, 1000, 1025, 3000]
                for bars, array, copy in self.kept:
                    assert (array == copy).all() and (bars.close == copy).all()
                    assert (ctx.bars.close[: len(copy)] == copy).all()
                print("kept", len(self.kept))
        """,
    )
    done = backtested(path, "S")
    assert (done.returncode, done.stderr) == (0, "")
    assert "kept 4" in done.stdout


def test_neighbours_can_be_imported(tmp_path: Path) -> None:
    (tmp_path / "neighbour.py").write_text("SIZE = '10%'\n")
    path = written(
        tmp_path,
        """
        from neighbour import SIZE
        class S:
            def on_bar(self, ctx, bar):
                if not ctx.position:
                    ctx.buy(SIZE)
        """,
    )
    assert backtested(path, "S").returncode == 0


def test_module_runs_where_stdout_is_closed(strategy: Path) -> None:
    """A reader that goes away early (| head) is no crash."""
    if shutil.which("sh") is None:
        pytest.skip("needs a shell")
    command = f'"{sys.executable}" -m cracktrader strategies | true'
    done = spawned(["sh", "-c", command])
    assert "Traceback" not in done.stderr

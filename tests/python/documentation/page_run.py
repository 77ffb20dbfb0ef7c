"""Runs the blocks of one page in a folder."""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import cracktrader as ct
import yaml

from .blocks import Block

PROJECT = Path(__file__).resolve().parents[3]
SAMPLE = "examples/data/binance-spot_BTCUSDT_1h_2024.csv.gz"
COMMAND = re.compile(r"^\$ (?P<command>(?:.*\\\n)*.*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)


class PageRun:
    """A folder that looks like the project's with the sample data, and the namespace of the page's Python."""

    def __init__(self, folder: Path, blocks: Sequence[Block]) -> None:
        self.folder = folder
        self.blocks = blocks
        self.namespace: dict[str, Any] = {"__name__": "page"}
        (folder / "examples").symlink_to(PROJECT / "examples")
        (folder / ".venv").symlink_to(PROJECT / ".venv")
        (folder / "candles.csv.gz").symlink_to(PROJECT / SAMPLE)
        for block in blocks:
            if block.title:
                (folder / block.title).write_text(block.text, encoding="utf-8")

    def run(self, block: Block) -> None:
        if not block.not_run:
            getattr(self, f"run_{block.language}")(block)

    def run_python(self, block: Block) -> None:
        if block.title:
            self.expect_in_a_command(block)
            return
        code = compile("\n" * (block.line - 1) + block.text, "page", "exec")
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            if block.callback:
                self.run_in_on_bar(code)
            else:
                exec(code, self.namespace)
        if block.output is not None:
            expect_output(block.output, printed.getvalue())

    def run_in_on_bar(self, code: Any) -> None:
        namespace = self.namespace

        class Page:
            def on_bar(self, ctx: ct.Context, bar: ct.Bar) -> None:
                if "bar" not in namespace:
                    namespace.update(self=self, ctx=ctx, bar=bar)
                    exec(code, namespace)

        ct.backtest(ct.read_bars(self.folder / SAMPLE), Page)
        for name in ("self", "ctx", "bar"):
            del namespace[name]

    def run_console(self, block: Block) -> None:
        commands = list(COMMAND.finditer(block.text))
        assert "".join(match[0] for match in commands) == block.text, "a console block begins with `$ `"
        for match in commands:
            done = self.shell(match["command"])
            expected = match["output"]
            failed = expected.startswith("error:")
            assert (done.returncode != 0) == failed, f"{match['command']}: exit code {done.returncode}, {done.stderr}"
            if expected:
                expect_output(expected, done.stdout + done.stderr)

    def run_bash(self, block: Block) -> None:
        done = self.shell(block.text)
        assert done.returncode == 0, done.stderr

    def run_cpp(self, block: Block) -> None:
        wanted = without_indentation(block.text)
        programs = [path.read_text(encoding="utf-8") for path in (PROJECT / "examples" / "cpp").glob("*.cpp")]
        parts = wanted.split("\n...\n")
        assert any(all(part in without_indentation(text) for part in parts) for text in programs), (
            "no program in examples/cpp has these lines"
        )

    def run_pyi(self, block: Block) -> None:
        ast.parse(f"def {block.text.strip().removeprefix('indicators.').removeprefix('sizers.')}: ...")

    def run_json(self, block: Block) -> None:
        self.run_settings(block, json.loads)

    def run_toml(self, block: Block) -> None:
        self.run_settings(block, tomllib.loads)

    def run_yaml(self, block: Block) -> None:
        self.run_settings(block, yaml.safe_load)

    def run_settings(self, block: Block, load: Callable[[str], Any]) -> None:
        load(block.text)
        if block.title:
            self.expect_in_a_command(block)

    def expect_in_a_command(self, block: Block) -> None:
        users = [one for one in self.blocks if one.language in ("bash", "console", "python") and not one.not_run]
        assert any(block.title in one.text for one in users), f"nothing uses {block.title}"

    def shell(self, script: str) -> subprocess.CompletedProcess[str]:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=self.folder,
            env=os.environ | {"PATH": path, "COLUMNS": "120"},
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )


def without_indentation(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def expect_output(expected: str, actual: str) -> None:
    """Compares but for spaces at the ends of lines; `...` stands for anything."""
    wanted, got = ("\n".join(line.rstrip() for line in text.strip().splitlines()) for text in (expected, actual))
    pattern = ".*?".join(re.escape(part) for part in wanted.split("..."))
    assert re.fullmatch(pattern, got, re.DOTALL), f"expected:\n{wanted}\nprinted:\n{got}"

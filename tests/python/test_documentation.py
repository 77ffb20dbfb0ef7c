"""Every code block of the documentation runs, the site builds, and what is generated in it is up to date."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import PROJECT
from documentation.blocks import Block, blocks_of
from documentation.page_run import PageRun, expect_output

PAGES = [PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", *sorted((PROJECT / "docs").rglob("*.md"))]
NAMES = [str(page.relative_to(PROJECT)) for page in PAGES]
# Blocks that are not run, by page and reason: a new one is a decision.
NOT_RUN = {
    "README.md": ["builds and tests the project"],
    "CONTRIBUTING.md": ["builds and tests the project"],
    "docs/adr/0002-backtrader-broker.md": ["minutes of measuring, beside backtrader"],
    "docs/adr/0003-python-per-bar.md": ["builds a benchmark"],
    "docs/data.md": ["needs the pickled cache of the original"],
    "docs/validation.md": ["needs a recorded answer of the exchange"],
}


def blocks(page: str) -> list[Block]:
    try:
        return blocks_of((PROJECT / page).read_text(encoding="utf-8"))
    except ValueError as error:
        error.add_note(page)
        raise


@pytest.mark.parametrize("page", NAMES)
def test_the_blocks_of_a_page_run(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run = PageRun(tmp_path, blocks(page))
    for block in run.blocks:
        try:
            run.run(block)
        except Exception as error:
            error.add_note(f"{page}:{block.line}")
            raise


def test_blocks_that_are_not_run_are_known() -> None:
    reasons = {page: [block.not_run for block in blocks(page) if block.not_run] for page in NAMES}
    assert {page: found for page, found in reasons.items() if found} == NOT_RUN

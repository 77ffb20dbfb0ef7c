"""Writes what says of each indicator what the registry knows: the pages of docs/indicators, the type stubs of
cracktrader_fast and the header ct/indicators.hpp.

Usage: generate_indicators.py [--check]    --check: writes nothing, names what is stale and exits 1
Run it after make build whenever the registry changes.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from cracktrader_fast import _core
from generated_files import update
from indicator_pages import pages
from indicator_stubs import function_stub, stream_stub

PROJECT = Path(__file__).resolve().parents[1]
PACKAGE = PROJECT / "python/cracktrader_fast"
PAGES = PROJECT / "docs/indicators"
HEADERS = PROJECT / "src/ct/indicators"
HEADER = """#pragma once

/// Indicators for users and bindings, written by scripts/generate_indicators.py: every kernel, what runs kernels, and
/// the registry that knows them by name.
"""
# Besides the headers with a kernel.
ALWAYS = {"crossover.hpp", "definition.hpp", "indicator.hpp", "kernel.hpp", "registry.hpp", "update.hpp"}
KERNEL = re.compile(r"^    (static )?void run\((Inputs<|std::span<const double> in\b)", re.MULTILINE)


def header() -> str:
    """ct/indicators.hpp"""
    names = [
        path.name
        for path in sorted(HEADERS.glob("*.hpp"))
        if path.name in ALWAYS or KERNEL.search(path.read_text(encoding="utf-8"))
    ]
    lines = [f'#include "ct/indicators/{name}"' for name in names]
    width = max(len(line) for line in lines)
    return HEADER + "".join(f"{line:<{width}}  // IWYU pragma: export\n" for line in lines)


def generated() -> dict[Path, str]:
    infos = [info for info in _core.indicator_infos() if info["group"] != "custom"]
    texts = {PAGES / name: text for name, text in pages(infos).items()}
    texts[PACKAGE / "__init__.pyi"] = function_stub(infos, PACKAGE)
    texts[PACKAGE / "stream.pyi"] = stream_stub(infos)
    texts[PROJECT / "src/ct/indicators.hpp"] = header()
    return texts


def main(arguments: list[str]) -> int:
    check = arguments == ["--check"]
    if arguments and not check:
        print(__doc__, file=sys.stderr)
        return 2
    texts = generated()
    left_over = [path for path in PAGES.glob("*.md") if path not in texts]
    return update(texts, left_over, check, PROJECT, "generate_indicators.py")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

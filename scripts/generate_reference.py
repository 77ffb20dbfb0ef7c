"""Writes what is generated of the documentation: docs/cli.md out of `cracktrader --help` of every command,
docs/python.md out of docstrings and type stubs, the pictures of docs/fills.md.

Usage: generate_reference.py [--check]    --check: writes nothing, names what is stale and exits 1
Run it after make build whenever an option, a signature or a docstring changes.
"""

from __future__ import annotations

import sys
from pathlib import Path

import cli_page
import fill_pictures
import python_page
from generated_files import update

PROJECT = Path(__file__).resolve().parents[1]


def generated() -> dict[Path, str]:
    pictures = {PROJECT / "docs/images" / name: text for name, text in fill_pictures.pictures().items()}
    return pictures | {
        PROJECT / "docs/cli.md": cli_page.page(Path(sys.executable).parent / "cracktrader"),
        PROJECT / "docs/python.md": python_page.page(PROJECT / "python"),
    }


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    return update(generated(), [], arguments == ["--check"], PROJECT, "generate_reference.py")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

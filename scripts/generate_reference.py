"""Writes what is generated of the documentation: docs/cli.md out of `cracktrader --help` of every command,
docs/run.schema.json out of `cracktrader init --schema` and the tables of docs/config.md out of that, docs/python.md out
of docstrings and type stubs, the pictures of docs/fills.md.

Usage: generate_reference.py [--check]    --check: writes nothing, names what is stale and exits 1
Run it after make build whenever an option, a signature or a docstring changes.
"""

from __future__ import annotations

import sys
from pathlib import Path

import cli_page
import config_page
import fill_pictures
import python_page
from generated_files import update

PROJECT = Path(__file__).resolve().parents[1]


def generated() -> dict[Path, str]:
    pictures = {PROJECT / "docs/images" / name: text for name, text in fill_pictures.pictures().items()}
    program = Path(sys.executable).parent / "cracktrader"
    schema = config_page.schema(program)
    return pictures | {
        PROJECT / "docs/cli.md": cli_page.page(program),
        PROJECT / "docs/config.md": config_page.page(PROJECT / "docs/config.md", schema),
        PROJECT / "docs/run.schema.json": schema,
        PROJECT / "docs/python.md": python_page.page(PROJECT / "python"),
    }


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    return update(generated(), [], arguments == ["--check"], PROJECT, "generate_reference.py")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

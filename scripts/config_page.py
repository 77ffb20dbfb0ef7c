"""The tables of settings in docs/config.md, from docs/run.schema.json.

Usage: config_page.py [--check]    writes the page; --check exits 1 and says so where it is stale
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DOCS = Path(__file__).resolve().parents[1] / "docs"
BEGIN = "<!-- settings: written by scripts/config_page.py from run.schema.json -->\n"
END = "<!-- end of the settings -->\n"
KINDS = {"string": "text", "number": "number", "boolean": "true or false", "object": "table", "array": "list"}


def kind_of(setting: dict[str, Any]) -> str:
    """What a value may be: "number", "keep, fill or error", "table or list"."""
    if "enum" in setting:
        return either([f"`{choice}`" for choice in setting["enum"]])
    if "anyOf" in setting:
        kinds = [KINDS[one["type"]] for one in setting["anyOf"]]
        return either([kind for kind in kinds if kind != "text"])  # which a list may be as well
    types = setting["type"]
    return KINDS[types if isinstance(types, str) else types[0]]


def either(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def default_of(setting: dict[str, Any]) -> str:
    return f"`{json.dumps(setting['default'])}`" if "default" in setting else ""


def escaped(text: str) -> str:
    return text.replace("|", "\\|")


def tables(schema: dict[str, Any]) -> Iterator[str]:
    for name, table in schema["properties"].items():
        if name == "$schema":
            continue
        yield f"\n### [{name}]\n\n{table['description']}.\n\n"
        yield "| key | option | what | default | meaning |\n|---|---|---|---|---|\n"
        for key, setting in table["properties"].items():
            if "x-flag" not in setting:  # a rule
                continue
            meaning = escaped(setting["description"])
            yield f"| `{key}` | `{setting['x-flag']}` | {kind_of(setting)} | {default_of(setting)} | {meaning} |\n"
    yield "\n"


def main(arguments: list[str]) -> int:
    schema = json.loads((DOCS / "run.schema.json").read_text(encoding="utf-8"))
    page = DOCS / "config.md"
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    wanted = before + BEGIN + "".join(tables(schema)) + END + after
    if "--check" not in arguments:
        page.write_text(wanted, encoding="utf-8")
    elif text != wanted:
        print("docs/config.md is stale: run scripts/config_page.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The tables of settings in docs/config.md, out of the JSON Schema of run files."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BEGIN = "<!-- Written by scripts/generate_reference.py from src/ct/config/run_settings.cpp. -->\n"
END = "<!-- The end of what is written. -->\n"
KINDS = {"string": "text", "number": "number", "boolean": "true or false", "object": "table", "array": "list"}


def schema(program: Path) -> str:
    """The JSON Schema of run files as the program prints it."""
    return subprocess.run([program, "init", "--schema"], capture_output=True, text=True, check=True).stdout


def page(path: Path, schema: str) -> str:
    """The page with the tables as they should be."""
    before, rest = path.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    return before + BEGIN + "".join(tables(json.loads(schema))) + END + after


def tables(schema: dict[str, Any]) -> Iterator[str]:
    for name, table in schema["properties"].items():
        if name == "$schema":
            continue
        yield f"\n### [{name}]\n\n{table['description']}.\n\n"
        yield "| key | option | what | default | meaning |\n|---|---|---|---|---|\n"
        for key, setting in table["properties"].items():
            if "x-flag" not in setting:  # a rule
                continue
            meaning = setting["description"].replace("|", "\\|")
            yield f"| `{key}` | `{setting['x-flag']}` | {kind_of(setting)} | {default_of(setting)} | {meaning} |\n"
    yield "\n"


def kind_of(setting: dict[str, Any]) -> str:
    """What a value may be: "number", "`keep`, `fill` or `error`", "table or list"."""
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

"""Checks that the folders of src/ct include only what docs/architecture.md allows, and link only that.

Usage: check_layers.py [<project folder>]    exits 1 and names file and line where a folder reaches too far
Tests (*_test.cpp, *_test.hpp) may include any public header. A header ct/<folder>.hpp counts as part of its folder.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

# What each folder may include, beside itself and what these may include.
ALLOWED: dict[str, list[str]] = {
    "core": [],
    "data": ["core"],
    "indicators": ["core"],
    "account": ["core"],
    "net": ["core"],
    "expr": ["core", "indicators"],
    "risk": ["core", "account"],
    "analyzers": ["core", "account"],
    "report": ["core", "analyzers"],
    "engine": ["core", "account", "risk", "indicators", "data"],
    "strategies": ["engine", "expr", "indicators"],
    "broker": ["core", "data", "account"],
    "session/backtest": [
        "core", "data", "indicators", "expr", "account", "risk", "engine", "strategies", "broker", "analyzers",
    ],
    "research": ["session/backtest"],
    "config": ["core", "risk"],
    "storage": ["core", "data"],
    "venues": ["core", "data", "net"],
    "fake": ["core", "data", "broker", "account", "net"],
}  # fmt: skip
# Whatever they wire.
FREE = {"session/live", "compute"}

INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"')
LIBRARY = re.compile(r"ct_library\(\s*(\S+)([^)]*)\)")


def reach(folder: str) -> set[str]:
    """All that a folder may include."""
    found = {folder}
    for other in ALLOWED[folder]:
        found |= reach(other)
    return found


def folder_of(path: str) -> str | None:
    """The folder that a path under src/ct belongs to: "engine/line.hpp" and "engine.hpp" are of engine."""
    for folder in sorted([*ALLOWED, *FREE], key=len, reverse=True):
        if path.startswith(folder + "/") or path == folder + ".hpp":
            return folder
    return None


def check_includes(source: Path, name: str) -> Iterator[str]:
    """What is wrong in one file; `name` is its path under src/ct."""
    folder = folder_of(name)
    if folder is None:
        yield f"src/ct/{name}: its folder is not in the table of scripts/check_layers.py"
        return
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), start=1):
        match = INCLUDE.match(line)
        if match is None:
            continue
        place = f"src/ct/{name}:{number}"
        path = match.group(1)
        other = folder_of(path.removeprefix("ct/")) if path.startswith("ct/") else None
        if other is None:
            yield f'{place}: "{path}" is no header of a folder of src/ct, such as "ct/core/price.hpp"'
        elif folder not in FREE and other not in reach(folder):
            yield f'{place}: {folder} may not include {other} ("{path}")'


def check_links(listing: Path, name: str) -> Iterator[str]:
    """What is wrong with the DEPS of a CMakeLists.txt."""
    for folder, arguments in LIBRARY.findall(listing.read_text(encoding="utf-8")):
        words = arguments.split()
        deps = words[words.index("DEPS") + 1 :] if "DEPS" in words else []
        for other in deps:
            if other.isupper():  # the next keyword
                break
            if folder not in FREE and (folder not in ALLOWED or other not in reach(folder)):
                yield f"src/ct/{name}: {folder} may not link {other}"


def main(arguments: list[str]) -> int:
    root = Path(arguments[0]) if arguments else Path(__file__).resolve().parent.parent
    top = root / "src" / "ct"
    sources = sorted(path for path in top.rglob("*") if path.suffix in {".hpp", ".cpp"} and "_test." not in path.name)
    wrong = [line for path in sources for line in check_includes(path, path.relative_to(top).as_posix())]
    for listing in sorted(top.glob("**/CMakeLists.txt")):
        wrong += check_links(listing, listing.relative_to(top).as_posix())
    if not sources:
        wrong.append(f"no sources in {top}")
    print("\n".join(wrong) if wrong else f"layers: {len(sources)} files include only what they may")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

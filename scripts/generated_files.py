"""Files that are written by a script: brought up to date, or checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path


def update(texts: Mapping[Path, str], left_over: Iterable[Path], check: bool, project: Path, script: str) -> int:
    """Writes the texts that differ and removes what is left over; with `check` only names them. An exit code."""
    left_over = [*left_over]
    stale = [path for path, text in texts.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if check:
        for path in [*stale, *left_over]:
            print(f"{path.relative_to(project)} is stale: run scripts/{script}")
        return 1 if stale or left_over else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(texts[path], encoding="utf-8")
    for path in left_over:
        path.unlink()
    print(f"{len(texts)} files, {len(stale)} written, {len(left_over)} removed")
    return 0

"""Writes python/cracktrader/talib/__init__.pyi, the signatures for editors, from the table of the functions."""

from __future__ import annotations

import sys
from pathlib import Path

from cracktrader.talib._native import GROUPS
from cracktrader.talib._table import Row

TARGET = Path(__file__).resolve().parents[1] / "python" / "cracktrader" / "talib" / "__init__.pyi"
HEAD = """\
# Written by scripts/talib_stubs.py.
from types import ModuleType
from typing import TypeVar

from . import abstract as abstract
from . import stream as stream
from ._settings import get_compatibility as get_compatibility
from ._settings import get_unstable_period as get_unstable_period
from ._settings import set_compatibility as set_compatibility
from ._settings import set_unstable_period as set_unstable_period
from ._types import InsufficientHistory as InsufficientHistory
from ._types import MA_Type as MA_Type

# A one-dimensional numpy array of float64, or a Series of pandas or polars.
_Column = TypeVar("_Column")

__version__: str
__ta_version__: bytes
__function_groups__: dict[str, list[str]]
func: ModuleType

def get_functions() -> list[str]: ...
def get_function_groups() -> dict[str, list[str]]: ...
"""


def stub(row: Row) -> str:
    inputs = [f"{name}: _Column" for name in row.inputs]
    parameters = [f"{one.name}: {'int' if one.whole else 'float'} = {one.default}" for one in row.parameters]
    lines = len(row.outputs)
    result = "_Column" if lines == 1 else f"tuple[{', '.join(['_Column'] * lines)}]"
    one_line = f"def {row.name}({', '.join([*inputs, *parameters])}) -> {result}: ..."
    if len(one_line) <= 120:
        return one_line
    arguments = "".join(f"    {one},\n" for one in [*inputs, *parameters])
    return f"def {row.name}(\n{arguments}) -> {result}: ..."


def text() -> str:
    parts = [HEAD]
    for group, rows in GROUPS.items():
        parts.append(f"\n# {group}\n" + "".join(f"{stub(row)}\n" for row in rows))
    return "".join(parts)


if __name__ == "__main__":
    TARGET.write_text(text())
    sys.stdout.write(f"wrote {TARGET.name}\n")

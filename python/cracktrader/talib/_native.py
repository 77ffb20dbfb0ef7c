"""The functions, made from the table."""

from __future__ import annotations

from typing import Any

from cracktrader_fast import _core

from ._patterns import PATTERNS
from ._series import call_with_series
from ._studies import STUDIES
from ._table import Row

GROUPS: dict[str, tuple[Row, ...]] = dict(sorted({**STUDIES, "Pattern Recognition": PATTERNS}.items()))
ROWS: dict[str, Row] = {row.name: row for rows in GROUPS.values() for row in rows}
GROUP_OF: dict[str, str] = {row.name: group for group, rows in GROUPS.items() for row in rows}

# Where another indicator has the name.
INDICATORS = {"VWAP": "vwap_cumulative"}
# TA-Lib takes a number of deviations for VAR and ignores it.
TAKEN = {"VAR": 1}
# What the indicator is told beyond TA-Lib's parameters: to smooth by running sums, whose rounding errors TA-Lib has.
FIXED = {name: [1.0] for name in ROWS if name.startswith("HT_") or name == "MAMA"}


def make(row: Row) -> Any:
    return _core.talib_function(
        name=row.name,
        indicator=INDICATORS.get(row.name, row.name),
        inputs=row.inputs,
        parameters=[(one.name, one.default, one.low, one.high, one.whole) for one in row.parameters],
        taken=TAKEN.get(row.name, len(row.parameters)),
        fixed=FIXED.get(row.name, []),
        outputs=[one.kind for one in row.outputs],
        poisoned=row.poisoned,
        ordered=row.name == "MAVP",  # its least period and its greatest
        signature=f"({row.signature})",
        doc=doc(row),
        convert=call_with_series,
    )


def doc(row: Row) -> str:
    """What help() shows below the signature."""
    lines = [f"{row.text} ({GROUP_OF[row.name]})", "", "Inputs:"]
    lines += [f"    {name}: float64 array, or a pandas or polars Series" for name in row.inputs]
    if row.parameters:
        lines.append("Parameters:")
        lines += [f"    {one.name}: {one.default}, from {one.low:g} to {one.high:g}" for one in row.parameters]
    lines.append("Outputs:")
    lines += [f"    {one.name}: {'float64' if one.kind == 'real' else 'int32'} array" for one in row.outputs]
    return "\n".join(lines)


FUNCTIONS: dict[str, Any] = {name: make(row) for name, row in ROWS.items()}

"""Compares a run of CrackTrader with one of backtrader, fill by fill."""

from __future__ import annotations

from decimal import Decimal

import cracktrader as ct
from backtrader_runs import ReferenceRun

LEAST_FILLS = 20
FEE_TOLERANCE = 1e-12
PNL_TOLERANCE = 1e-9


class NotEqualError(AssertionError):
    """The runs differ; the text says where first."""


def check_equal(result: ct.Result, reference: ReferenceRun) -> None:
    """Raises NotEqualError unless both runs have the same fills and, to 1e-9 of what was traded, the same profit."""
    ours = list(result.fills)
    if len(ours) < LEAST_FILLS:
        raise NotEqualError(f"{len(ours)} fills prove little, expected at least {LEAST_FILLS}")
    for place, (fill, expected) in enumerate(zip(ours, reference.fills, strict=False)):
        for name in ("time_ms", "side", "quantity", "price"):
            if getattr(fill, name) != getattr(expected, name):
                raise NotEqualError(f"fill {place}: {name} differs: {fill}, backtrader has {expected}")
        if abs(float(fill.fee) - expected.fee) > FEE_TOLERANCE * abs(expected.fee):
            raise NotEqualError(f"fill {place}: fee differs: {fill.fee}, backtrader has {expected.fee!r}")
    if len(ours) != len(reference.fills):
        raise NotEqualError(f"{len(ours)} fills, backtrader has {len(reference.fills)}")
    traded = sum((fill.quantity * fill.price for fill in ours), Decimal(0))
    difference = abs(float(result.final_value) - reference.final_value)
    if difference > PNL_TOLERANCE * float(traded):
        raise NotEqualError(f"final value {result.final_value}, backtrader has {reference.final_value!r}")

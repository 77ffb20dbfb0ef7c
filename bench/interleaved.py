"""Timing of contestants that take turns, so that a busy machine slows all of them alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping


class Clock:
    """Wall time; time.process_time in its place for a busy machine, where a call of milliseconds is interrupted."""

    now = staticmethod(time.perf_counter)


Calls = Mapping[str, Callable[[], object]]


def seconds_a_call(calls: Calls, *, turns: int, turn_seconds: float = 0.0) -> dict[str, float]:
    """The median seconds of a call of each; a turn repeats its call until it lasts about `turn_seconds`."""
    repeats = {name: repeats_for(call, turn_seconds) for name, call in calls.items()}
    seen: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(turns):
        for name, call in calls.items():
            seen[name].append(measure(call, repeats[name]))
    return {name: statistics.median(times) for name, times in seen.items()}


def repeats_for(call: Callable[[], object], turn_seconds: float) -> int:
    call()
    once = min(measure(call, 1) for _ in range(3)) if turn_seconds > 0 else turn_seconds
    return max(1, round(turn_seconds / once)) if once > 0 else 1


def measure(call: Callable[[], object], repeats: int) -> float:
    start = Clock.now()
    for _ in range(repeats):
        call()
    return (Clock.now() - start) / repeats

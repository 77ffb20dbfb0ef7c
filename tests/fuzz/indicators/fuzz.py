"""Calls the functions and streams of all indicators with random arguments; scripts/fuzz_indicators.sh runs it under
the sanitizers.

Usage: fuzz.py [seconds] [seed]
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "python"))

from indicator_calls import random_call


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 31)
    print(f"fuzz: indicators for {seconds:g} s, seed {seed}", flush=True)
    end = time.monotonic() + seconds
    calls = 0
    while time.monotonic() < end:
        try:
            random_call(seed + calls)
        except BaseException:
            print(f"call {calls} failed; repeat it with seed {seed + calls}", flush=True)
            raise
        calls += 1
    print(f"    {calls} calls")


if __name__ == "__main__":
    main()

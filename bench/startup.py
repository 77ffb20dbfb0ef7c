"""Milliseconds that a start costs: the program, and imports over a bare interpreter."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

REPEATS = 11
PROGRAM = Path(sys.executable).parent / "cracktrader"


def milliseconds(command: list[str]) -> float:
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    bare = milliseconds([sys.executable, "-c", "pass"])
    print(f"cracktrader --version          {milliseconds([str(PROGRAM), '--version']):6.1f}")
    print(f"python, bare                   {bare:6.1f}")
    for module in ("cracktrader", "cracktrader_fast", "numpy"):
        print(f"import {module:<20}  + {milliseconds([sys.executable, '-c', f'import {module}']) - bare:6.1f}")


if __name__ == "__main__":
    main()

"""What the HTML report costs: seconds and memory on top of a run, its size, and how soon Chromium has drawn it.

Usage: report_page.py <cache folder of cache_bench>    five million one-minute bars, 69,000 trades
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

PROGRAM = Path(sys.executable).parent / "cracktrader"
REPEATS = 5
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def run(cache: str, *more: str) -> tuple[float, float]:
    """Seconds and megabytes of one run."""
    command = [
        PROGRAM,
        "backtest",
        "--data-dir",
        cache,
        "--exchange",
        "bench",
        "--symbol",
        "BTC/USDT",
        "--timeframe",
        "1m",
    ]
    command += ["--strategy", "sma_cross", "--param", "size=0.001", *more]
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"the run failed: {command}")
    return time.perf_counter() - begin, usage.ru_maxrss * 1024 / 1e6


def ready_ms(page_path: Path) -> float:
    """Until the script of the page has drawn it, median of several loads."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        times = []
        for _ in range(REPEATS):
            page = browser.new_page()
            page.goto(page_path.as_uri())
            page.wait_for_selector("html[data-ready-ms]")
            times.append(float(page.evaluate("document.documentElement.dataset.readyMs")))
            page.close()
        browser.close()
    return statistics.median(times)


def main() -> None:
    cache = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.html"
        plain, reported = [], []
        for _ in range(REPEATS):
            plain.append(run(cache))
            reported.append(run(cache, "--report", str(report)))
        seconds = [statistics.median(seconds for seconds, _ in runs) for runs in (plain, reported)]
        print(
            json.dumps(
                {
                    "seconds_plain": round(seconds[0], 3),
                    "seconds_with_report": round(seconds[1], 3),
                    "report_seconds": round(seconds[1] - seconds[0], 3),
                    "peak_mb_plain": round(max(memory for _, memory in plain), 1),
                    "peak_mb_with_report": round(max(memory for _, memory in reported), 1),
                    "report_mb": round(report.stat().st_size / 1e6, 2),
                    "interactive_ms": ready_ms(report),
                }
            )
        )


if __name__ == "__main__":
    main()

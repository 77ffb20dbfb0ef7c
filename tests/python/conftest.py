# ruff: noqa: RUF012 - `params` is how strategies declare parameters
"""What the Python tests share: data files, small made-up candles, a strategy."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import cracktrader as ct
import numpy as np
import pytest

PROJECT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("CT_SHARED") or PROJECT.parent / "shared")
BUNDLED = PROJECT / "examples" / "data" / "binance-spot_BTCUSDT_1h_2024.csv.gz"
HOUR_MS = 3_600_000
START_MS = 1_700_002_800_000  # 2023-11-14 23:00 UTC
FAST, SLOW = 10, 50
CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def shared_file(name: str) -> Path:
    """A file of the shared data: the test is skipped where it is missing, but fails under CI=true."""
    path = SHARED / name
    if path.exists():
        return path
    message = f"no shared data: {path}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def hourly() -> ct.Bars:
    """Months of real hourly candles, bundled with the project."""
    return ct.read_bars(BUNDLED)


@pytest.fixture(scope="module")
def browser():
    """A headless Chromium."""
    sync_api = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium")
        pytest.skip("no Chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


def candles(closes: list[float], *, spread: float = 1.0, step_ms: int = HOUR_MS) -> dict:
    """Candles that open where the one before closed and reach `spread` beyond both ends."""
    close = np.array(closes, dtype=float)
    open_ = np.concatenate([close[:1], close[:-1]])
    return {
        "open_time": START_MS + step_ms * np.arange(len(close), dtype=np.int64),
        "open": open_,
        "high": np.maximum(open_, close) + spread,
        "low": np.minimum(open_, close) - spread,
        "close": close,
        "volume": np.ones(len(close)),
    }


class PythonSmaCross:
    """The built-in sma_cross as a Python class."""

    params = {"fast": FAST, "slow": SLOW, "size": "95%"}

    def on_start(self, ctx):
        self.fast = ctx.indicator("sma_exact", self.params["fast"])
        self.slow = ctx.indicator("sma_exact", self.params["slow"])
        self.sign = 0

    def on_bar(self, ctx, bar):
        difference = self.fast.value - self.slow.value
        if difference > 0:
            if self.sign < 0 and ctx.position <= 0:
                ctx.buy(self.params["size"])
            self.sign = 1
        elif difference < 0:
            if self.sign > 0 and ctx.position > 0:
                ctx.close()
            self.sign = -1

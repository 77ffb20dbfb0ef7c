"""ct.backtest(resample=...): longer timeframes for strategies that do not say what they read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cracktrader as ct
import numpy as np
import pytest
from conftest import candles


class Listener:
    """Writes down what it is shown, and the closes of four hours as they lie in memory."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, int, float]] = []
        self.closes: list[float] = []

    def on_bar(self, ctx: Any, bar: Any) -> None:
        self.seen.append((bar.timeframe, bar.time_ms, bar.close))
        if bar.timeframe == "4h":
            self.closes = ctx.bars_of(bar.symbol, "4h").close.tolist()


def hours(count: int = 1_000) -> ct.Bars:
    return ct.to_bars(candles((1000 + np.random.default_rng(1).normal(0, 1, count).cumsum()).round().tolist()))


def test_a_strategy_sees_what_it_would_see_of_the_same_bars_given() -> None:
    bars, made, given = hours(), Listener(), Listener()
    result = ct.backtest(bars, made, resample=["4h", "1d"])
    ct.backtest({"BTC/USDT": [bars, bars.resample("4h"), bars.resample("1d")]}, given)
    assert result.settings["resampled"] == "BTC/USDT 4h from 1h, BTC/USDT 1d from 1h"
    assert made.seen == given.seen
    assert {timeframe for timeframe, _, _ in made.seen} == {"1h", "4h", "1d"}
    assert made.closes == bars.resample("4h").close.tolist()


def test_detail_data_stay_out_of_it() -> None:
    bars, strategy = hours(), Listener()
    result = ct.backtest(bars.resample("4h"), strategy, detail=bars, resample=["1d"])
    assert {timeframe for timeframe, _, _ in strategy.seen} == {"4h", "1d"}
    assert result.settings["resampled"] == "BTC/USDT 1d from 4h"


def test_a_report_can_be_written_after_the_run(tmp_path: Path) -> None:
    bars = hours()
    for detail in (None, bars):
        result = ct.backtest(bars.resample("4h"), "sma_cross", resample=["1d"], detail=detail)
        result.report(tmp_path / "report.html")
        assert "BTC/USDT 1d" in (tmp_path / "report.html").read_text()


def test_a_run_file_names_timeframes_too(tmp_path: Path) -> None:
    file = tmp_path / "run.toml"
    file.write_text('[data]\nresample = ["4h"]\n[strategy]\nname = "sma_cross"\n')
    bars = hours()
    assert ct.backtest(bars, config=file).settings["resampled"] == "BTC/USDT 4h from 1h"
    assert ct.backtest(bars, config=file, resample=["1d"]).settings["resampled"] == "BTC/USDT 1d from 1h"


def test_a_strategy_that_lacks_a_timeframe_is_told_how_to_get_it() -> None:
    class Daily:
        def on_start(self, ctx: Any) -> None:
            self.trend = ctx.indicator("sma", 5, timeframe="1d")

        def on_bar(self, ctx: Any, bar: Any) -> None:
            pass

    bars = hours()
    with pytest.raises(ct.NotFound, match=r"BTC/USDT has no 1d bars in this run, it has 1h; resample=\['1d'\]"):
        ct.backtest(bars, Daily)
    assert ct.backtest(bars, Daily, resample=["1d"]).settings["resampled"] == "BTC/USDT 1d from 1h"


@pytest.mark.parametrize(
    ("timeframes", "message"),
    [
        ("4h", r"resample is '4h', expected a list of timeframes such as \['4h', '1d'\]"),
        ([4], r"resample is \[4\], expected a list"),
        (["7h"], "resample: .*7h"),
        (["15m"], "resample 15m: the run has BTC/USDT at 1h, of which no 15m bars can be made"),
    ],
)
def test_what_cannot_be_made_is_refused(timeframes: Any, message: str) -> None:
    with pytest.raises(ct.InvalidArgument, match=message):
        ct.backtest(hours(10), "sma_cross", resample=timeframes)

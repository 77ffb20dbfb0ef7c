"""What strategies raise, Ctrl-C, and the tree of exceptions."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import traceback

import cracktrader as ct
import cracktrader_fast
import numpy as np
import pytest
from conftest import candles

CALLBACKS = ["on_start", "on_bar", "on_order", "on_fill", "on_timer", "on_open", "on_stop"]


class BoomError(Exception):
    pass


class Raises:
    """Raises in one of its callbacks."""

    def __init__(self, where: str, exception: BaseException) -> None:
        self.where = where
        self.exception = exception
        self.after = 0

    def check(self, where: str) -> None:
        if self.exception is None:
            self.after += 1
        if where == self.where:
            exception, self.exception = self.exception, None
            raise exception

    def on_start(self, ctx):
        ctx.set_timer(0)
        self.check("on_start")

    def on_bar(self, ctx, bar):
        ctx.buy(1)
        self.check("on_bar")

    def on_order(self, ctx, order):
        self.check("on_order")

    def on_fill(self, ctx, fill):
        self.check("on_fill")

    def on_timer(self, ctx, timer):
        self.check("on_timer")

    def on_open(self, ctx, open):
        self.check("on_open")

    def on_stop(self, ctx):
        self.check("on_stop")


@pytest.mark.parametrize("where", CALLBACKS)
def test_exceptions_pass_through(where: str) -> None:
    exception = BoomError("from", where)
    strategy = Raises(where, exception)
    with pytest.raises(BoomError) as caught:
        ct.backtest(candles([100.0] * 5), strategy, cheat_on_open=True)
    assert caught.value is exception
    assert strategy.after == 0  # nothing was called after it
    frames = [frame.name for frame in traceback.extract_tb(caught.tb)]
    assert frames[-2:] == [where, "check"]
    assert "backtest" in frames


@pytest.mark.parametrize("exception", [KeyboardInterrupt(), SystemExit(3), GeneratorExit(), MemoryError()])
def test_exceptions_of_any_kind(exception: BaseException) -> None:
    with pytest.raises(type(exception)) as caught:
        ct.backtest(candles([100.0] * 5), Raises("on_bar", exception))
    assert caught.value is exception


def test_causes_and_notes_are_kept() -> None:
    class Chained:
        def on_bar(self, ctx, bar):
            try:
                raise KeyError("inner")
            except KeyError as inner:
                error = BoomError("outer")
                error.add_note("a note")
                raise error from inner

    with pytest.raises(BoomError) as caught:
        ct.backtest(candles([100.0] * 3), Chained)
    assert isinstance(caught.value.__cause__, KeyError)
    assert caught.value.__notes__ == ["a note"]


def test_our_own_errors_in_a_strategy_arrive_as_they_are() -> None:
    class Wrong:
        def on_bar(self, ctx, bar):
            ctx.buy("lots")

    with pytest.raises(ct.InvalidArgument, match="size 'lots'") as caught:
        ct.backtest(candles([100.0] * 3), Wrong)
    assert [frame.name for frame in traceback.extract_tb(caught.tb)][-1] == "on_bar"


def test_errors_that_a_strategy_catches_do_not_end_the_run() -> None:
    class Careful:
        def on_bar(self, ctx, bar):
            with pytest.raises(ct.InvalidArgument):
                ctx.buy("lots")

    assert ct.backtest(candles([100.0] * 3), Careful).bars == 3


def test_the_constructor_of_a_strategy_may_raise() -> None:
    class Wrong:
        def __init__(self):
            raise BoomError

        def on_bar(self, ctx, bar):
            pass

    with pytest.raises(BoomError):
        ct.backtest(candles([100.0] * 3), Wrong)


def test_a_wrong_signature_is_a_type_error() -> None:
    class Wrong:
        def on_bar(self, bar):
            pass

    with pytest.raises(TypeError, match="positional argument"):
        ct.backtest(candles([100.0] * 3), Wrong)


def test_tree() -> None:
    bases = {
        "InvalidArgument": ValueError,
        "InvalidData": ValueError,
        "NotFound": LookupError,
        "Unsupported": Exception,
        "Overflow": OverflowError,
        "ReadFailed": OSError,
        "WriteFailed": OSError,
        "StrategyFailed": Exception,
        "Interrupted": Exception,
        "Internal": Exception,
    }
    codes = set()
    for name, base in bases.items():
        kind = getattr(ct, name)
        assert kind is getattr(cracktrader_fast, name)
        assert issubclass(kind, ct.CrackTraderError)
        assert issubclass(kind, base)
        assert str(kind("a sentence")) == "a sentence"
        codes.add(kind("x").code)
    assert codes == {
        "invalid_argument",
        "invalid_data",
        "not_found",
        "unsupported",
        "overflow",
        "read_failed",
        "write_failed",
        "strategy_failed",
        "interrupted",
        "internal",
    }


def many_bars() -> ct.Bars:
    return ct.to_bars(candles((np.arange(3_000_000) % 1000 + 1000).tolist(), step_ms=60_000))


class Idle:
    def on_start(self, ctx):
        pass


class Busy:
    def on_bar(self, ctx, bar):
        pass


def again_and_again(bars: ct.Bars, strategy: object) -> None:
    for _ in range(50):
        ct.backtest(bars, strategy)


@pytest.mark.parametrize("strategy", ["sma_cross", Busy, Idle])
def test_ctrl_c_ends_a_run(strategy: object) -> None:
    """A handler that raises stands for Ctrl-C; the first run measures how long is long."""
    bars = many_bars()
    whole = ct.backtest(bars, strategy).seconds["run"]

    def handler(signum: int, frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, handler)
    try:
        signal.setitimer(signal.ITIMER_REAL, whole / 4)
        with pytest.raises(KeyboardInterrupt):
            again_and_again(bars, strategy)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert ct.backtest(candles([100.0] * 3), Busy).bars == 3


def test_a_native_run_lets_other_threads_work() -> None:
    bars = many_bars()
    counts = []
    done = threading.Event()

    def count() -> None:
        turns = 0
        while not done.is_set():
            turns += 1
        counts.append(turns)

    thread = threading.Thread(target=count)
    thread.start()
    ct.backtest(bars, "sma_cross")
    done.set()
    thread.join()
    assert counts[0] > 1000


def test_sigint_in_a_process() -> None:
    """The real signal, from outside, in a strategy written in Python."""
    program = textwrap.dedent("""
        import cracktrader as ct
        class Endless:
            def on_bar(self, ctx, bar):
                if not hasattr(self, "started"):
                    self.started = True
                    print("running", flush=True)
                while True:
                    pass
        bars = {"time": [1700000000000, 1700003600000], "open": [1.0, 1.0], "high": [2.0, 2.0],
                "low": [0.5, 0.5], "close": [1.0, 1.0], "volume": [1.0, 1.0]}
        ct.backtest(bars, Endless)
    """)
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "running\n"
    os.kill(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode in (-signal.SIGINT, 130)
    assert "KeyboardInterrupt" in errors
    assert "on_bar" in errors

"""What importing the packages loads and costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("numpy", "pandas", "polars", "pyarrow", "decimal", "datetime", "typing", "inspect", "dataclasses", "asyncio")


def loaded_by(program: str) -> set[str]:
    """Modules that a program loads and a bare interpreter does not."""
    listing = "import sys; print('\\n'.join(sys.modules))"
    modules = []
    for code in (listing, f"{program}\n{listing}"):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        modules.append({name.split(".")[0] for name in done.stdout.split()})
    return modules[1] - modules[0]


@pytest.mark.parametrize("package", ["cracktrader", "cracktrader_fast"])
def test_imports_are_light(package: str) -> None:
    assert loaded_by(f"import {package}") & set(HEAVY) == set()


def test_talib_loads_numpy_alone() -> None:
    loaded = loaded_by("import cracktrader.talib")
    assert "numpy" in loaded
    assert loaded & {"pandas", "polars", "pyarrow", "talib"} == set()


def test_a_run_without_arrays_needs_no_numpy() -> None:
    from conftest import BUNDLED

    program = f"""
import cracktrader as ct
class Cross:
    def on_start(self, ctx):
        self.line = ctx.indicator("sma", 10)
    def on_bar(self, ctx, bar):
        if bar.close > self.line.value and not ctx.position:
            ctx.buy("50%")
        elif ctx.position and bar.close < self.line[1]:
            ctx.close()
result = ct.backtest(ct.read_bars({str(BUNDLED)!r}), Cross)
assert len(result.fills) > 100
result.to_json()
result.metrics
"""
    assert loaded_by(program) & {"numpy", "pandas", "polars", "pyarrow", "typing", "inspect"} == set()


def test_the_public_names() -> None:
    import cracktrader as ct
    import cracktrader_fast as fast

    for module in (ct, fast):
        assert all(hasattr(module, name) for name in module.__all__)
        assert module.__doc__
    assert ct.__version__ == fast.__version__
    for name in set(ct.__all__) & set(fast.__all__):
        assert getattr(ct, name) is getattr(fast, name)
    for thing in (ct.backtest, ct.read_bars, ct.to_bars, ct.Context.buy, ct.Line, ct.Bar, fast.sma, fast.rsi):
        assert thing.__doc__

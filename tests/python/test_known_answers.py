"""Indicators on published tables of inputs and results (known_tables.py), and on the expected values of TA-Lib's own
regression test."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator
from typing import Any

import cracktrader as ct
import numpy as np
import pytest
from conftest import shared_file
from cracktrader import talib
from known_tables import NOT_COMPARED, SKENDER, TABLES, Columns, read_table

FOLDER = "data/indicators"


@pytest.fixture(scope="module")
def chartschool() -> dict[str, Columns]:
    with tarfile.open(shared_file(f"{FOLDER}/ta_chartschool_tables.tar.gz")) as archive:
        tables = {
            one.name.rpartition("cs-")[2].removesuffix(".csv"): read_table(archive.extractfile(one).read().decode())
            for one in archive.getmembers()
            if one.name.endswith(".csv")
        }
    tables["stochrsi"]["StochRSI(14) in percent"] = 100 * tables["stochrsi"]["StochRSI(14)"]
    for name in ("percentr", "soo"):  # the close is given from the first result on
        table = tables[name]
        table["Close"] = np.where(np.isnan(table["Close"]), table["High"], table["Close"])
    for name, column in (("fi", "Volume"), ("obv", "Volume"), ("rsi", "Gain"), ("rsi", "Loss")):  # without the first
        tables[name][column] = np.nan_to_num(tables[name][column])
    return tables


def test_every_table_is_compared_or_has_a_reason(chartschool: dict[str, Columns]) -> None:
    assert set(chartschool) == {*TABLES, *NOT_COMPARED}
    assert all(NOT_COMPARED.values())


@pytest.mark.parametrize("name", TABLES)
def test_chartschool_tables(chartschool: dict[str, Columns], name: str) -> None:
    table = chartschool[name]
    for indicator, inputs, parameters, lines, first, tolerance in TABLES[name]:
        given = {key: table[column] for key, column in inputs.items()}
        result = ct.indicators.compute(indicator, **given, **parameters)
        for line, column in lines.items():
            check(result[line], table[column], first, tolerance, f"{indicator}.{line}")


@pytest.fixture(scope="module")
def skender() -> dict[str, Any]:
    with tarfile.open(shared_file(f"{FOLDER}/skender_results_part.tar.gz")) as archive:
        return {
            one.name.rpartition("/")[2]: archive.extractfile(one).read().decode()
            for one in archive.getmembers()
            if one.isfile()
        }


def test_every_result_of_skender_is_compared(skender: dict[str, str]) -> None:
    assert {name.partition(".")[0] for name in skender if name.endswith(".json")} == set(SKENDER)


@pytest.mark.parametrize("name", SKENDER)
def test_skender_results(skender: dict[str, str], name: str) -> None:
    indicator, parameters, lines, first = SKENDER[name]
    bars = read_table(skender["default.csv"])
    rows = json.loads(skender[f"{name}.standard.json"])
    result = ct.indicators.compute(indicator, {key: bars[key] for key in ct.indicators.FIELDS}, **parameters)
    for line, field in lines.items():
        expected = np.array([np.nan if row[field] is None else float(row[field]) for row in rows])
        found = result[line]
        if name == "donchian":  # theirs is of the bars before
            found = np.concatenate([[np.nan], found[:-1]])
        if name == "obv":  # theirs begins at 0
            found = found - found[0]
        check(found, expected, first, 1e-10, line)


def check(found: np.ndarray, expected: np.ndarray, first: int, tolerance: float, label: str) -> None:
    """Equal, relative to the largest value, in all rows from the first on that have a value."""
    rows = np.flatnonzero(~np.isnan(expected))
    rows = rows[rows >= first]
    assert len(rows) > 0, label
    difference = np.abs(found[rows] - expected[rows]) / np.max(np.abs(expected[rows]))
    assert np.all(difference <= tolerance), f"{label}: row {rows[np.argmax(~(difference <= tolerance))]}"


AVERAGES = {f"TA_MAType_{name}": getattr(talib.MA_Type, name) for name in vars(type(talib.MA_Type)) if name.isupper()}
METASTOCK = "TA_COMPATIBILITY_METASTOCK"
# TA-Lib 0.8 no longer begins as Metastock does. Averages take that as a parameter, but not inside of these, nor
# together with an unstable period in a double one.
NO_METASTOCK = ("test_bbands.c", "test_macd.c", "test_per_ema.c", "test_rsi.c")


def is_gone(source: str, case: dict[str, Any]) -> bool:
    if case.get("compatibility") != METASTOCK:
        return False
    return source in NO_METASTOCK or (case["optInMAType_1"] == "TA_MAType_DEMA" and case["unstablePeriod"] > 0)


def regression_cases() -> list[tuple[str, dict[str, Any]]]:
    document = json.loads(shared_file(f"{FOLDER}/talib_regtest_part.json").read_text())
    cases = [
        (source, dict(zip(table["fields"], row, strict=True)))
        for source, tables in document["tables"].items()
        for table in tables
        for row in table["rows"]
    ]
    # The second half of this table is of Metastock's seed, and does not say so.
    trix = [case for source, case in cases if source == "test_per_ema.c"]
    for case in trix[len(trix) // 2 :]:
        case["compatibility"] = METASTOCK
    return cases


@pytest.fixture(scope="module")
def regression_bars() -> Columns:
    return read_table(shared_file(f"{FOLDER}/talib_regtest_input_252.csv").read_text())


@pytest.fixture(autouse=True)
def no_unstable_period() -> Iterator[None]:
    yield
    talib.set_unstable_period("ALL", 0)


def lines_of(source: str, case: dict[str, Any], close: np.ndarray) -> tuple[np.ndarray, ...]:
    """What the case asks for."""
    period = case.get("optInTimePeriod")
    if source == "test_ma.c":
        kind = case["optInMAType_1"]
        if case["id"] != "TA_ANY_MA_TEST":
            return (talib.MAMA(close, 0.5, 0.05)[case["id"] == "TA_FAMA_TEST"],)
        seeded = kind.rpartition("_")[2].lower()
        if case["compatibility"] == METASTOCK and seeded in ("ema", "dema", "tema") and period > 0:
            return (ct.indicators.compute(seeded, close=close, period=period, seed="first")[seeded],)
        return (talib.MA(close, period, AVERAGES[kind]),)
    if source == "test_bbands.c":
        up, down = case["optInNbDevUp"], case["optInNbDevDn"]
        return talib.BBANDS(close, period, up, down, AVERAGES[case["optInMethod_3"]])
    if source == "test_macd.c":
        fast, slow, signal = (case[f"optIn{name}"] for name in ("FastPeriod", "SlowPeriod", "SignalPeriod_2"))
        if case["testId"] == "TA_MACDFIX_TEST":
            return talib.MACDFIX(close, signal)
        if case["testId"] == "TA_MACDEXT_TEST":
            return talib.MACDEXT(close, fast, 1, slow, 1, signal, 1)
        return talib.MACD(close, fast, slow, signal)
    function = {"TA_TRIX_TEST": talib.TRIX, "TA_RSI_TEST": talib.RSI, "TA_CMO_TEST": talib.CMO}
    return (function[case["theFunction"]](close, period),)


def test_talib_regression(regression_bars: Columns) -> None:
    compared = 0
    for source, case in regression_cases():
        metastock = case.get("compatibility") == METASTOCK
        if is_gone(source, case):
            continue
        unstable = case.get("unstablePeriod", 0)
        talib.set_unstable_period("ALL", 0 if metastock else unstable)
        is_mama = case.get("optInMAType_1") == "TA_MAType_MAMA"
        prices = (regression_bars["high"] + regression_bars["low"]) / 2 if is_mama else regression_bars["close"]
        close = prices[: case["endIdx"] + 1]
        if case["expectedRetCode"] == "TA_BAD_PARAM":
            with pytest.raises(Exception, match="TA_BAD_PARAM"):
                lines_of(source, case, close)
            compared += 1
            continue
        begin, count = case["expectedBegIdx"], case["expectedNbElement"]
        lines = lines_of(source, case, close)
        if count == 0:
            assert all(np.isnan(line).all() for line in lines), case
        elif case["startIdx"] == 0 and not metastock:
            assert all(np.argmax(~np.isnan(line)) == begin for line in lines), case
        for name, index in case.items():
            if not name.startswith("oneOfTheExpectedOutRealIndex") or count == 0:
                continue
            suffix = name.removeprefix("oneOfTheExpectedOutRealIndex")
            line = lines[int(suffix or 0)]
            expected = case[f"oneOfTheExpectedOutReal{suffix}"]
            assert line[begin + index] == pytest.approx(expected, abs=0.01), case
        compared += 1
    assert compared > 100

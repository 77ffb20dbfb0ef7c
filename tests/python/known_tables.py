"""Which indicators the published tables are of: StockCharts' ChartSchool spreadsheets, and Skender's results for 502
daily bars."""

from __future__ import annotations

import csv
import io

import numpy as np

Columns = dict[str, np.ndarray]
HLC = {"high": "High", "low": "Low", "close": "Close"}
HLCV = {**HLC, "volume": "Volume"}
EMA = {"seed": "first"}

# table: (indicator, inputs, parameters, {line: column}, first row that is compared, tolerance relative to the largest
# value of the column). The tables print 2 to 9 decimals; the first row is later where a table starts its recursion in
# another way and both have to meet.
TABLES: dict[str, list[tuple[str, dict[str, str], dict[str, object], dict[str, str], int, float]]] = {
    "accum": [("ad", HLCV, {}, {"ad": "ADLine"}, 0, 1e-8)],
    "adx": [
        # The sums begin with 14 movements there, with 13 in Wilder's form that TA-Lib uses.
        ("plus_di", HLC, {"period": 14}, {"plus_di": "+DI14"}, 350, 1e-8),
        ("minus_di", HLC, {"period": 14}, {"minus_di": "-DI14"}, 350, 1e-8),
        ("dx", HLC, {"period": 14}, {"dx": "DX"}, 350, 1e-8),
        ("adx", HLC, {"period": 14}, {"adx": "ADX"}, 450, 1e-8),
    ],
    "atr": [("rma", {"close": "TR"}, {"period": 14}, {"rma": "ATR"}, 13, 1e-9)],
    "atr2": [("rma", {"close": "TR"}, {"period": 10}, {"rma": "ATR"}, 9, 1e-12)],
    "bbands": [
        ("bbands", {"close": "Close"}, {}, {"top": "HighBand", "mid": "MiddleBand", "bot": "LowBand"}, 19, 1e-8)
    ],
    "cci": [("cci", HLC, {"period": 20}, {"cci": "CCI"}, 19, 1e-6)],
    "dc": [
        (
            "donchian",
            {"high": "high", "low": "low"},
            {},
            {"dch": "upper_band", "dcl": "lower_band", "dcm": "middle_band"},
            19,
            2e-4,
        )
    ],
    "fi": [
        ("efi", {"close": "Close", "volume": "Volume"}, {"period": 1}, {"efi": "FI_1"}, 2, 1e-12),
        ("ema", {"close": "FI_1"}, {"period": 13, **EMA}, {"ema": "FI"}, 13, 1e-9),
    ],
    "kama": [
        ("er", {"close": "Close"}, {"period": 10}, {"er": "ER"}, 10, 1e-6),
        ("kama", {"close": "Close"}, {"period": 10}, {"kama": "KAMA"}, 10, 1e-8),
    ],
    "kc": [("ema", {"close": "Close"}, {"period": 20, **EMA}, {"ema": "middle_band"}, 19, 1e-12)],
    "macd": [
        ("ema", {"close": "Close"}, {"period": 12, **EMA}, {"ema": "short_ema"}, 11, 1e-9),
        ("ema", {"close": "Close"}, {"period": 26, **EMA}, {"ema": "long_ema"}, 25, 1e-9),
        ("ema", {"close": "MACD_line"}, {"period": 9, **EMA}, {"ema": "MACD_signal"}, 60, 1e-6),
    ],
    "mfi": [("mfi", HLCV, {"period": 14}, {"mfi": "MFI"}, 14, 1e-6)],
    "obv": [("obv", {"close": "Close", "volume": "Volume"}, {}, {"obv": "OBV"}, 1, 1e-12)],
    "percentr": [("willr", HLC, {"period": 14}, {"willr": "Williams_%R"}, 13, 1e-6)],
    "ppo": [
        ("ema", {"close": "Close"}, {"period": 12, **EMA}, {"ema": "12 day EMA"}, 11, 1e-9),
        ("ema", {"close": "Close"}, {"period": 26, **EMA}, {"ema": "26 day EMA"}, 25, 1e-9),
        ("ema", {"close": "PPO"}, {"period": 9, **EMA}, {"ema": "PPO_Signal_Line"}, 8, 1e-9),
    ],
    "psar": [("sar", {"high": "High", "low": "Low"}, {}, {"sar": "psar_up"}, 8, 1e-9)],
    "pvo": [
        ("ema", {"close": "Volume"}, {"period": 12, **EMA}, {"ema": "12 day EMA"}, 11, 1e-9),
        ("ema", {"close": "Volume"}, {"period": 26, **EMA}, {"ema": "26 day EMA"}, 25, 1e-9),
    ],
    "roc": [("roc", {"close": "Close"}, {"period": 12}, {"roc": "ROC"}, 12, 1e-8)],
    "rsi": [
        # Its averages begin with the first value.
        ("rma", {"close": "Gain"}, {"period": 14, **EMA}, {"rma": "Avg Gain"}, 14, 1e-5),
        ("rma", {"close": "Loss"}, {"period": 14, **EMA}, {"rma": "Avg Loss"}, 14, 1e-5),
    ],
    "soo": [("stochf", HLC, {"period": 14, "d_period": 3}, {"percK": "SO", "percD": "SO_SIG"}, 16, 1e-7)],
    "stochrsi": [
        (
            "stochf",
            {"high": "RSI", "low": "RSI", "close": "RSI"},
            {"period": 14, "d_period": 1},
            {"percK": "StochRSI(14) in percent"},
            28,
            1e-6,
        )
    ],
    "ultosc": [("ultosc", HLC, {}, {"ultosc": "Ult_Osc"}, 28, 1e-8)],
    "vortex": [("vortex", HLC, {"period": 14}, {"vi_plus": "+VI14", "vi_minus": "-VI14"}, 14, 1e-6)],
    "vpt": [("pvt", {"close": "Close", "volume": "Volume"}, {}, {"pvt": "unsmoothed vpt"}, 1, 1e-10)],
    "vwap": [("vwma", {"close": "Typical Price", "volume": "Volume"}, {"period": 14}, {"vwma": "vwap"}, 13, 1e-6)],
    "wma": [("wma", {"close": "Close"}, {"period": 9}, {"wma": "WMA"}, 8, 1e-7)],
}

NOT_COMPARED = {
    "dc2": "the rows of dc, one later",
    "easeofmovement": "no such indicator",
    "stc": "no such indicator",
    "tsi": "its averages weigh with 0.07692 and another rounded number",
    "ui": "no such indicator",
}

# result: (indicator, parameters, {line: field}, first row that is compared). Where that is not the lead-in, their
# recursion begins elsewhere and both have to meet.
SKENDER: dict[str, tuple[str, dict[str, object], dict[str, str], int]] = {
    "adx": ("adx", {"period": 14}, {"adx": "adx"}, 350),
    "atr": ("atr", {"period": 14}, {"atr": "atr"}, 14),
    "bb": ("bbands", {"period": 20}, {"top": "upperBand", "mid": "sma", "bot": "lowerBand"}, 19),
    "donchian": ("donchian", {"period": 20}, {"dch": "upperBand", "dcm": "centerline", "dcl": "lowerBand"}, 20),
    "ema": ("ema", {"period": 20}, {"ema": "ema"}, 19),
    "macd": ("macd", {}, {"macd": "macd", "signal": "signal", "histo": "histogram"}, 200),
    "obv": ("obv", {}, {"obv": "obv"}, 0),
    "psar": ("sar", {}, {"sar": "sar"}, 251),
    "rsi": ("rsi", {"period": 14}, {"rsi": "rsi"}, 14),
    "sma": ("sma", {"period": 20}, {"sma": "sma"}, 19),
    "stoch": ("stoch", {"period": 14}, {"percK": "oscillator", "percD": "signal"}, 17),
    "wma": ("wma", {"period": 14}, {"wma": "wma"}, 13),
}


def number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return np.nan


def read_table(text: str) -> Columns:
    header, *rows = csv.reader(io.StringIO(text))
    return {
        name: np.array([number(row[k]) if k < len(row) else np.nan for row in rows])
        for k, name in enumerate(header)
        if name
    }

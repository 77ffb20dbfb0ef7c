"""The kinds of moving averages, and what a stream refuses."""

from __future__ import annotations


class AverageTypes:
    """The kinds of moving averages as numbers: MA_Type.EMA is 1, MA_Type[1] its name in words."""

    SMA, EMA, WMA, DEMA, TEMA, TRIMA, KAMA, MAMA, T3, HMA, DISABLED, DEFAULT, ZLEMA, RMA = range(14)

    def __init__(self) -> None:
        self._names = {
            self.SMA: "Simple Moving Average",
            self.EMA: "Exponential Moving Average",
            self.WMA: "Weighted Moving Average",
            self.DEMA: "Double Exponential Moving Average",
            self.TEMA: "Triple Exponential Moving Average",
            self.TRIMA: "Triangular Moving Average",
            self.KAMA: "Kaufman Adaptive Moving Average",
            self.MAMA: "MESA Adaptive Moving Average",
            self.T3: "Triple Generalized Double Exponential Moving Average",
            self.HMA: "Hull Moving Average",
            self.DISABLED: "No Moving Average (identity)",
            self.DEFAULT: "The Function's Own Default Moving Average",
            self.ZLEMA: "Zero-Lag Exponential Moving Average",
            self.RMA: "Wilder's Smoothed Moving Average",
        }

    def __getitem__(self, kind: int) -> str:
        return self._names[kind]


MA_Type = AverageTypes()


class InsufficientHistory(Exception):  # noqa: N818 - TA-Lib's name
    """A stream was opened with fewer bars than its first value needs."""

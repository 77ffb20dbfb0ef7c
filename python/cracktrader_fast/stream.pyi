# Written by scripts/generate_indicators.py from the registry: change that, then run it again.
from typing import Self

import numpy.typing as npt

from . import (
    _Accbands,
    _Aroon,
    _AroonUpDownOscillator,
    _Average,
    _Bbands,
    _BbandsPct,
    _CryptoVolatilityIndex,
    _DemaEnvelope,
    _DemarkPivotPoint,
    _Deviation,
    _Di,
    _Dm,
    _DmaEnvelope,
    _Dmi,
    _Donchian,
    _EcEnvelope,
    _EmaEnvelope,
    _Envelope,
    _Eri,
    _FibonacciPivotPoint,
    _Floats,
    _Fractal,
    _Ha,
    _HaDelta,
    _HmaEnvelope,
    _HtPhasor,
    _HtSine,
    _Ichimoku,
    _KamaEnvelope,
    _Kc,
    _Kdj,
    _Kst,
    _LiquidationLevels,
    _Macd,
    _Macdext,
    _Macdfix,
    _Mama,
    _Minmax,
    _Minmaxindex,
    _OlsSlopeIntercept,
    _OlsTransformation,
    _PercentagePriceOscillator,
    _PercentagePriceOscillatorShort,
    _PivotPoint,
    _Range,
    _Seed,
    _SmaEnvelope,
    _Smi,
    _SmmaEnvelope,
    _Smoothing,
    _Stoch,
    _StochasticFull,
    _Stochf,
    _Stochrsi,
    _Style,
    _Supertrend,
    _TemaEnvelope,
    _TrixSignal,
    _Vortex,
    _Weight,
    _Whole,
    _WmaEnvelope,
    _ZlemaEnvelope,
)
from ._core import Stream as Stream

class AbandonedBaby(Stream):
    """A doji stands alone beyond a long candle, and one of the other color leaps back into its body.

    penetration: a number from 0 on.
    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls, penetration: float = 0.3) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Ac(Stream):
    """Acceleration oscillator: the awesome oscillator less its mean.

    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    signal: a whole number from 1 to 1048576.
    Lines: ac. Source: B. Williams; TA-Lib AC.
    """

    def __new__(cls, fast: int = 5, slow: int = 34, signal: int = 5) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class Accbands(Stream):
    """Acceleration bands: averages of high and low, each moved away by the width of its bar.

    period: a whole number of rows from 1 to 1048576.
    Lines: upper, middle, lower. Source: P. Headley; TA-Lib ACCBANDS.
    """

    def __new__(cls, period: int = 20, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _Accbands[float]: ...
    def update(self, high: float, low: float, close: float, /) -> _Accbands[float]: ...
    def peek(self, high: float, low: float, close: float, /) -> _Accbands[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Accbands[_Floats]: ...

class Acos(Stream):
    """Arc cosine in radians; NaN beyond 1.

    Lines: acos. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, ratio: float, /) -> float: ...
    def peek(self, ratio: float, /) -> float: ...
    def update_many(self, ratio: npt.ArrayLike, /) -> _Floats: ...

class Ad(Stream):
    """Accumulation/distribution: the running sum of volume weighed by where the close lies in its bar.

    Lines: ad. Source: M. Chaikin; TA-Lib AD.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, volume: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, volume: float, /) -> float: ...
    def update_many(
        self,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        volume: npt.ArrayLike,
        /,
    ) -> _Floats: ...

class Add(Stream):
    """The first column plus the second.

    Lines: add. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class Adosc(Stream):
    """Chaikin's oscillator: a fast average of accumulation/distribution less a slow one.

    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    Lines: adosc. Source: M. Chaikin; TA-Lib ADOSC.
    """

    def __new__(cls, fast: int = 3, slow: int = 10) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, volume: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, volume: float, /) -> float: ...
    def update_many(
        self,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        volume: npt.ArrayLike,
        /,
    ) -> _Floats: ...

class Adr(Stream):
    """Average daily range: the mean of high less low.

    period: a whole number of rows from 1 to 1048576.
    Lines: adr. Source: TA-Lib ADR.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class AdvanceBlock(Stream):
    """Three white candles climb, and grow weaker: smaller bodies or longer shadows above.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Adx(Stream):
    """Average directional movement index: how strong the trend is, up or down, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: adx. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

    def __new__(cls, period: int = 14, style: _Style | int = "talib", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class Adxr(Stream):
    """Mean of the average directional movement index now and a period ago.

    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: adxr. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

    def __new__(cls, period: int = 14, style: _Style | int = "talib", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class AllN(Stream):
    """1 where all of the last values are other than 0, else 0.

    period: a whole number of rows from 1 to 1048576.
    Lines: alln. Source: AllN.
    """

    def __new__(cls, period: int = 1, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class AnyN(Stream):
    """1 where any of the last values is other than 0, else 0.

    period: a whole number of rows from 1 to 1048576.
    Lines: anyn. Source: AnyN.
    """

    def __new__(cls, period: int = 1, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Ao(Stream):
    """Awesome oscillator: a fast mean of the middles of bars less a slow one.

    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    Lines: ao. Source: B. Williams; TA-Lib AO.
    """

    def __new__(cls, fast: int = 5, slow: int = 34) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class Apo(Stream):
    """Absolute price oscillator: a fast moving average less a slow one.

    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: apo. Source: TA-Lib APO.
    """

    def __new__(cls, fast: int = 12, slow: int = 26, average: _Average | int = "ema") -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Aroon(Stream):
    """How recently the lowest low and the highest high were seen, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: down, up. Source: T. Chande (1995); TA-Lib AROON.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _Aroon[float]: ...
    def update(self, high: float, low: float, /) -> _Aroon[float]: ...
    def peek(self, high: float, low: float, /) -> _Aroon[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Aroon[_Floats]: ...

class AroonDown(Stream):
    """How recently the lowest low was seen, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: aroondown. Source: T. Chande (1995).
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class AroonUp(Stream):
    """How recently the highest high was seen, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: aroonup. Source: T. Chande (1995).
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class AroonUpDownOscillator(Stream):
    """Aroon up, Aroon down and their difference.

    period: a whole number of rows from 1 to 1048576.
    Lines: aroonup, aroondown, aroonosc. Source: T. Chande (1995).
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _AroonUpDownOscillator[float]: ...
    def update(self, high: float, low: float, /) -> _AroonUpDownOscillator[float]: ...
    def peek(self, high: float, low: float, /) -> _AroonUpDownOscillator[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _AroonUpDownOscillator[_Floats]: ...

class Aroonosc(Stream):
    """Aroon up less Aroon down, -100 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: aroonosc. Source: T. Chande (1995); TA-Lib AROONOSC.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class Asin(Stream):
    """Arc sine in radians; NaN beyond 1.

    Lines: asin. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, ratio: float, /) -> float: ...
    def peek(self, ratio: float, /) -> float: ...
    def update_many(self, ratio: npt.ArrayLike, /) -> _Floats: ...

class Atan(Stream):
    """Arc tangent in radians.

    Lines: atan. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Atr(Stream):
    """Average true range, with Wilder's average.

    period: a whole number of rows from 1 to 1048576.
    Lines: atr. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class Avgdev(Stream):
    """Mean distance of the last values from their mean (talib), or from the mean that each had at its own row

        (backtrader).
    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: deviation. Source: TA-Lib AVGDEV, backtrader MeanDeviation.
    """

    def __new__(cls, period: int = 14, style: _Style | int = "talib", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Avgprice(Stream):
    """Mean of open, high, low and close.

    Lines: avgprice. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> float: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> float: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Floats: ...

class Bbands(Stream):
    """Bollinger's bands: a moving average, and so many standard deviations above and below it.

    period: a whole number of rows from 1 to 1048576.
    up: a number.
    down: a number.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    deviation: one of population, sample.
    Lines: top, mid, bot. Source: J. Bollinger; TA-Lib BBANDS, backtrader BollingerBands.
    """

    def __new__(
        cls,
        period: int = 20,
        up: float = 2,
        down: float = 2,
        average: _Average | int = "sma",
        deviation: _Deviation | int = "population",
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> _Bbands[float]: ...
    def update(self, close: float, /) -> _Bbands[float]: ...
    def peek(self, close: float, /) -> _Bbands[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Bbands[_Floats]: ...

class BbandsPct(Stream):
    """Bollinger's bands, and where the value lies between them: 0 is the lower one, 1 the upper one.

    period: a whole number of rows from 1 to 1048576.
    devfactor: a number from -1000000 to 1000000.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: top, mid, bot, pctb. Source: J. Bollinger.
    """

    def __new__(
        cls,
        period: int = 20,
        devfactor: float = 2,
        average: _Average | int = "sma",
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> _BbandsPct[float]: ...
    def update(self, close: float, /) -> _BbandsPct[float]: ...
    def peek(self, close: float, /) -> _BbandsPct[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _BbandsPct[_Floats]: ...

class BeltHold(Stream):
    """A long candle that opens at its extreme: no shadow below a white one, or above a black one.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Beta(Stream):
    """How much the returns move with the benchmark's: the slope of the one over the other.

    period: a whole number of rows from 1 to 1048576.
    Lines: beta. Source: TA-Lib BETA.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, benchmark: float, close: float, /) -> float: ...
    def peek(self, benchmark: float, close: float, /) -> float: ...
    def update_many(self, benchmark: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class Bop(Stream):
    """Balance of power: close less open over the bar's range.

    Lines: bop. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> float: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> float: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Floats: ...

class Breakaway(Stream):
    """A long candle, a gap, three candles further on, and one back that closes inside the gap.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Cci(Stream):
    """Commodity channel index: the typical price's distance from its mean in mean deviations.

    period: a whole number of rows from 1 to 1048576.
    factor: a number from 1e-09 to 1000000000.
    style: one of talib, backtrader.
    Lines: cci. Source: D. Lambert (1980); TA-Lib CCI, backtrader CommodityChannelIndex.
    """

    def __new__(
        cls,
        period: int = 20,
        factor: float = 0.015,
        style: _Style | int = "talib",
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class Ceil(Stream):
    """The whole number above.

    Lines: ceil. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class ClosingMarubozu(Stream):
    """A long candle that closes at its extreme: no shadow above a white one, or below a black one.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Cmf(Stream):
    """Chaikin's money flow: volume weighed by where the close lies in its bar, over the volume, -1 to 1.

    period: a whole number of rows from 1 to 1048576.
    Lines: cmf. Source: M. Chaikin; TA-Lib CMF.
    """

    def __new__(cls, period: int = 20, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, volume: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, volume: float, /) -> float: ...
    def update_many(
        self,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        volume: npt.ArrayLike,
        /,
    ) -> _Floats: ...

class Cmo(Stream):
    """Chande's momentum oscillator with Wilder's averages: rises less falls over both, -100 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: cmo. Source: T. Chande (1994); TA-Lib CMO.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Cmou(Stream):
    """Chande's momentum oscillator with plain sums: rises less falls over both, -100 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: cmou. Source: T. Chande (1994); TA-Lib CMOU.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class ConcealingBabySwallow(Stream):
    """Two black candles without shadows, one that gaps down and reaches back up, and one that swallows it.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Coppock(Stream):
    """Coppock's curve: a weighted average of two rates of change.

    average: a whole number from 1 to 1048576.
    first: a whole number from 1 to 1048576.
    second: a whole number from 1 to 1048576.
    Lines: coppock. Source: E. Coppock (1962); TA-Lib COPPOCK.
    """

    def __new__(cls, average: int = 10, first: int = 11, second: int = 14) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Correl(Stream):
    """Pearson's correlation of two series, -1 to 1.

    period: a whole number of rows from 1 to 1048576.
    Lines: correlation. Source: TA-Lib CORREL.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, benchmark: float, /) -> float: ...
    def peek(self, close: float, benchmark: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, benchmark: npt.ArrayLike, /) -> _Floats: ...

class Cos(Stream):
    """Cosine of radians.

    Lines: cos. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Cosh(Stream):
    """Hyperbolic cosine.

    Lines: cosh. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Counterattack(Stream):
    """Two long candles of different colors that close at the same price.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Covariance(Stream):
    """Covariance of two series, of the population.

    period: a whole number of rows from 1 to 1048576.
    Lines: covariance. Source: the mean of products less the product of means.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, benchmark: float, /) -> float: ...
    def peek(self, close: float, benchmark: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, benchmark: npt.ArrayLike, /) -> _Floats: ...

class CrossDown(Stream):
    """1 where the first series crosses the second downward, else 0.

    Lines: cross. Source: CrossDown.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, first: float, second: float, /) -> float: ...
    def peek(self, first: float, second: float, /) -> float: ...
    def update_many(self, first: npt.ArrayLike, second: npt.ArrayLike, /) -> _Floats: ...

class CrossOver(Stream):
    """1 where the first series crosses the second upward, -1 downward, else 0; a touch is no cross.

    Lines: crossover. Source: CrossOver.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, first: float, second: float, /) -> float: ...
    def peek(self, first: float, second: float, /) -> float: ...
    def update_many(self, first: npt.ArrayLike, second: npt.ArrayLike, /) -> _Floats: ...

class CrossUp(Stream):
    """1 where the first series crosses the second upward, else 0.

    Lines: cross. Source: CrossUp.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, first: float, second: float, /) -> float: ...
    def peek(self, first: float, second: float, /) -> float: ...
    def update_many(self, first: npt.ArrayLike, second: npt.ArrayLike, /) -> _Floats: ...

class CryptoVolatilityIndex(Stream):
    """Deviation of the last returns in percent a year, and whether it is below (-1), between (0) or above (1) two

        levels; bars_a_year is 8760 for hours.
    period: a whole number of rows from 1 to 1048576.
    low: a number from 0 to 1000000000.
    high: a number from 0 to 1000000000.
    bars_a_year: a number from 1e-09 to 1e+12.
    Lines: volatility, regime. Source: population deviation of simple returns x the root of the bars a year.
    """

    def __new__(
        cls,
        period: int = 24,
        low: float = 20,
        high: float = 80,
        bars_a_year: float = 8760,
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> _CryptoVolatilityIndex[float]: ...
    def update(self, close: float, /) -> _CryptoVolatilityIndex[float]: ...
    def peek(self, close: float, /) -> _CryptoVolatilityIndex[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _CryptoVolatilityIndex[_Floats]: ...

class Cumsum(Stream):
    """Sum of all values so far.

    Lines: cumsum. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Cvi(Stream):
    """Chaikin's volatility: the rate of change of an exponential average of high less low.

    period: a whole number of rows from 1 to 1048576.
    change: a whole number from 1 to 1048576.
    Lines: cvi. Source: M. Chaikin; TA-Lib CVI.
    """

    def __new__(cls, period: int = 10, change: int = 10, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class DarkCloudCover(Stream):
    """A black candle opens above a long white one and closes deep inside its body.

    penetration: a number from 0 on.
    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls, penetration: float = 0.5) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Dema(Stream):
    """Double exponential moving average: 2 e - e(e), for an e that lags half as much.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: dema. Source: P. Mulloy (1994); TA-Lib DEMA.
    """

    def __new__(cls, period: int = 30, seed: _Seed | int = "mean", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class DemaEnvelope(Stream):
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    percent: a number from 0 to 1000000.
    Lines: dema, top, bot. Source: backtrader's envelopes and oscillators.
    """

    def __new__(
        cls,
        period: int = 30,
        seed: _Seed | int = "mean",
        percent: float = 2.5,
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> _DemaEnvelope[float]: ...
    def update(self, close: float, /) -> _DemaEnvelope[float]: ...
    def peek(self, close: float, /) -> _DemaEnvelope[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _DemaEnvelope[_Floats]: ...

class DemaOscillator(Stream):
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: dema. Source: backtrader's envelopes and oscillators.
    """

    def __new__(cls, period: int = 30, seed: _Seed | int = "mean", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class DemarkPivotPoint(Stream):
    """Pivot point that counts twice the low of a falling, the high of a rising, the close of any other bar.

    Lines: p, s1, r1. Source: T. DeMark; backtrader's counts the close of a rising bar.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> _DemarkPivotPoint[float]: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> _DemarkPivotPoint[float]: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> _DemarkPivotPoint[float]: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _DemarkPivotPoint[_Floats]: ...

class Di(Stream):
    """Upward and downward movement as shares of the true range, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: plusDI, minusDI. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

    def __new__(cls, period: int = 14, style: _Style | int = "talib", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _Di[float]: ...
    def update(self, high: float, low: float, close: float, /) -> _Di[float]: ...
    def peek(self, high: float, low: float, close: float, /) -> _Di[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Di[_Floats]: ...

class Div(Stream):
    """The first column over the second.

    Lines: div. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class Dm(Stream):
    """Wilder's directional movement system: average index, its rating, both indicators.

    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: adx, adxr, plusDI, minusDI. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978);
        as TA-Lib.
    """

    def __new__(cls, period: int = 14, style: _Style | int = "talib", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _Dm[float]: ...
    def update(self, high: float, low: float, close: float, /) -> _Dm[float]: ...
    def peek(self, high: float, low: float, close: float, /) -> _Dm[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Dm[_Floats]: ...

class Dma(Stream):
    """Dickson's moving average: the mean of the zero lag indicator and a Hull average.

    period: a whole number of rows from 1 to 1048576.
    gainlimit: a whole number from 0 to 1000000.
    hperiod: a whole number of rows from 1 to 1048576.
    Lines: dma. Source: N. Dickson.
    """

    def __new__(cls, period: int = 30, gainlimit: int = 50, hperiod: int = 7, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class DmaEnvelope(Stream):
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    gainlimit: a whole number from 0 to 1000000.
    hperiod: a whole number of rows from 1 to 1048576.
    percent: a number from 0 to 1000000.
    Lines: dma, top, bot. Source: backtrader's envelopes and oscillators.
    """

    def __new__(
        cls,
        period: int = 30,
        gainlimit: int = 50,
        hperiod: int = 7,
        percent: float = 2.5,
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> _DmaEnvelope[float]: ...
    def update(self, close: float, /) -> _DmaEnvelope[float]: ...
    def peek(self, close: float, /) -> _DmaEnvelope[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _DmaEnvelope[_Floats]: ...

class DmaOscillator(Stream):
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    gainlimit: a whole number from 0 to 1000000.
    hperiod: a whole number of rows from 1 to 1048576.
    Lines: dma. Source: backtrader's envelopes and oscillators.
    """

    def __new__(cls, period: int = 30, gainlimit: int = 50, hperiod: int = 7, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Dmi(Stream):
    """Average directional movement index with the two indicators that it compares, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: adx, plusDI, minusDI. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-
        Lib.
    """

    def __new__(cls, period: int = 14, style: _Style | int = "talib", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _Dmi[float]: ...
    def update(self, high: float, low: float, close: float, /) -> _Dmi[float]: ...
    def peek(self, high: float, low: float, close: float, /) -> _Dmi[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Dmi[_Floats]: ...

class Doji(Stream):
    """A candle that closes where it opened.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class DojiStar(Stream):
    """A doji gaps away from a long candle in the direction of that.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Donchian(Stream):
    """Donchian's channel: the highest high, the lowest low and the middle between them.

    period: a whole number of rows from 1 to 1048576.
    Lines: dch, dcm, dcl. Source: R. Donchian; TA-Lib DONCHIAN.
    """

    def __new__(cls, period: int = 20, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _Donchian[float]: ...
    def update(self, high: float, low: float, /) -> _Donchian[float]: ...
    def peek(self, high: float, low: float, /) -> _Donchian[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Donchian[_Floats]: ...

class DownDay(Stream):
    """The fall from the value a period ago, or 0.

    period: a whole number of rows from 1 to 1048576.
    Lines: downday. Source: DownDay.
    """

    def __new__(cls, period: int = 1, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class DownDayBool(Stream):
    """1 where the value is below the one a period ago, else 0.

    period: a whole number of rows from 1 to 1048576.
    Lines: downday. Source: DownDayBool.
    """

    def __new__(cls, period: int = 1, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class DownMove(Stream):
    """The value before it less the value.

    Lines: downmove. Source: DownMove.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Dpo(Stream):
    """Detrended price oscillator: the value of half a period ago less the moving average (talib), or the value

        less the moving average of half a period ago (backtrader).
    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: dpo. Source: TA-Lib DPO, backtrader DetrendedPriceOscillator.
    """

    def __new__(cls, period: int = 20, style: _Style | int = "talib", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class DragonflyDoji(Stream):
    """A doji with a shadow below and none above.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Dv2(Stream):
    """DV2: the rank, in percent, of how high the close lies in its bar on average.

    period: a whole number of rows from 1 to 1048576.
    maperiod: a whole number of rows from 1 to 1048576.
    Lines: dv2. Source: D. Varadi.
    """

    def __new__(cls, period: int = 252, maperiod: int = 2, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class Dx(Stream):
    """Directional movement index: how far the directional indicators are apart, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: dx. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class Ec(Stream):
    """Zero lag indicator: an exponential average, corrected by the gain (in tenths up to the limit) that brings it

        closest to the value.
    period: a whole number of rows from 1 to 1048576.
    gainlimit: a whole number from 0 to 1000000.
    Lines: ec. Source: J. Ehlers and R. Way, Zero Lag (2010).
    """

    def __new__(cls, period: int = 30, gainlimit: int = 50, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class EcEnvelope(Stream):
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    gainlimit: a whole number from 0 to 1000000.
    percent: a number from 0 to 1000000.
    Lines: ec, top, bot. Source: backtrader's envelopes and oscillators.
    """

    def __new__(cls, period: int = 30, gainlimit: int = 50, percent: float = 2.5, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _EcEnvelope[float]: ...
    def update(self, close: float, /) -> _EcEnvelope[float]: ...
    def peek(self, close: float, /) -> _EcEnvelope[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _EcEnvelope[_Floats]: ...

class EcOscillator(Stream):
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    gainlimit: a whole number from 0 to 1000000.
    Lines: ec. Source: backtrader's envelopes and oscillators.
    """

    def __new__(cls, period: int = 30, gainlimit: int = 50, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Efi(Stream):
    """Force index: an exponential average of the change of the close times the volume.

    period: a whole number of rows from 1 to 1048576.
    Lines: efi. Source: A. Elder (1993); TA-Lib EFI.
    """

    def __new__(cls, period: int = 13, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, volume: float, /) -> float: ...
    def peek(self, close: float, volume: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, volume: npt.ArrayLike, /) -> _Floats: ...

class Ema(Stream):
    """Exponential moving average: each value moves it by alpha of the distance, 2 / (period + 1) where alpha is 0.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    alpha: a number from 0 to 1.
    Lines: ema. Source: TA-Lib EMA, backtrader ExponentialMovingAverage.
    """

    def __new__(cls, period: int = 30, seed: _Seed | int = "mean", alpha: float = 0, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class EmaEnvelope(Stream):
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    percent: a number from 0 to 1000000.
    Lines: ema, top, bot. Source: backtrader's envelopes and oscillators.
    """

    def __new__(
        cls,
        period: int = 30,
        seed: _Seed | int = "mean",
        percent: float = 2.5,
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> _EmaEnvelope[float]: ...
    def update(self, close: float, /) -> _EmaEnvelope[float]: ...
    def peek(self, close: float, /) -> _EmaEnvelope[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _EmaEnvelope[_Floats]: ...

class EmaOscillator(Stream):
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: ema. Source: backtrader's envelopes and oscillators.
    """

    def __new__(cls, period: int = 30, seed: _Seed | int = "mean", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Engulfing(Stream):
    """A body holds that of a candle of the other color before it; 80 where they share an end.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Envelope(Stream):
    """The value, and lines so many percent above and below it.

    percent: a number from 0 to 1000000.
    Lines: src, top, bot. Source: backtrader Envelope.
    """

    def __new__(cls, percent: float = 2.5) -> Self: ...
    @property
    def value(self) -> _Envelope[float]: ...
    def update(self, close: float, /) -> _Envelope[float]: ...
    def peek(self, close: float, /) -> _Envelope[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Envelope[_Floats]: ...

class Er(Stream):
    """Efficiency ratio: the way from the value a period ago over the sum of all steps, 0 to 1.

    period: a whole number of rows from 1 to 1048576.
    Lines: er. Source: P. Kaufman; TA-Lib ER.
    """

    def __new__(cls, period: int = 10, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Eri(Stream):
    """Elder's ray: the high and the low less an exponential average of the close.

    period: a whole number of rows from 1 to 1048576.
    Lines: bull_power, bear_power. Source: A. Elder (1989); TA-Lib ERI.
    """

    def __new__(cls, period: int = 13, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _Eri[float]: ...
    def update(self, high: float, low: float, close: float, /) -> _Eri[float]: ...
    def peek(self, high: float, low: float, close: float, /) -> _Eri[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Eri[_Floats]: ...

class EveningDojiStar(Stream):
    """A doji gaps up from a long white candle, and a black one falls into its body.

    penetration: a number from 0 on.
    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls, penetration: float = 0.3) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class EveningStar(Stream):
    """A short body gaps up from a long white candle, and a black one falls into its body.

    penetration: a number from 0 on.
    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls, penetration: float = 0.3) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class ExchangePremium(Stream):
    """How many percent a price lies above that of another exchange.

    Lines: premium. Source: (close - benchmark) / benchmark x 100.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, benchmark: float, /) -> float: ...
    def peek(self, close: float, benchmark: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, benchmark: npt.ArrayLike, /) -> _Floats: ...

class Exp(Stream):
    """The exponential function.

    Lines: exp. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class ExponentialSmoothingDynamic(Stream):
    """Exponential smoothing whose weight is a column of its own, from the mean of the first values on.

    period: a whole number of rows from 1 to 1048576.
    Lines: av. Source: backtrader ExponentialSmoothingDynamic.
    """

    def __new__(cls, period: int = 1, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, alpha: float, /) -> float: ...
    def peek(self, close: float, alpha: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, alpha: npt.ArrayLike, /) -> _Floats: ...

class FibonacciPivotPoint(Stream):
    """Pivot point with supports and resistances at shares of the bar's range.

    weight: one of none, open, close.
    level1: a number from -1000000 to 1000000.
    level2: a number from -1000000 to 1000000.
    level3: a number from -1000000 to 1000000.
    Lines: p, s1, s2, s3, r1, r2, r3. Source: Fibonacci pivots.
    """

    def __new__(
        cls,
        weight: _Weight | int = "none",
        level1: float = 0.382,
        level2: float = 0.618,
        level3: float = 1,
    ) -> Self: ...
    @property
    def value(self) -> _FibonacciPivotPoint[float]: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> _FibonacciPivotPoint[float]: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> _FibonacciPivotPoint[float]: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _FibonacciPivotPoint[_Floats]: ...

class FirstHighest(Stream):
    """How many bars ago the highest of the last values was; of equals the newest.

    period: a whole number of rows from 1 to 1048576.
    Lines: index. Source: FindFirstIndexHighest.
    """

    def __new__(cls, period: int = 1, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class FirstLowest(Stream):
    """How many bars ago the lowest of the last values was; of equals the newest.

    period: a whole number of rows from 1 to 1048576.
    Lines: index. Source: FindFirstIndexLowest.
    """

    def __new__(cls, period: int = 1, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Floor(Stream):
    """The whole number below.

    Lines: floor. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Fosc(Stream):
    """Forecast oscillator: how far, in percent, the value lies above its forecast by the line of least squares.

    period: a whole number of rows from 2 to 1048576.
    Lines: fosc. Source: T. Chande; TA-Lib FOSC.
    """

    def __new__(cls, period: int = 5, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Fractal(Stream):
    """Fractals: 100 where the bar of `right` bars ago is a local high, or low.

    left: a whole number from 1 to 1048576.
    right: a whole number from 1 to 1048576.
    Lines: high, low. Source: B. Williams; TA-Lib FRACTAL.
    """

    def __new__(cls, left: int = 2, right: int = 2) -> Self: ...
    @property
    def value(self) -> _Fractal[float]: ...
    def update(self, high: float, low: float, /) -> _Fractal[float]: ...
    def peek(self, high: float, low: float, /) -> _Fractal[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Fractal[_Floats]: ...

class FundingRate(Stream):
    """Funding rate of a perpetual (close) against its index (benchmark), as a share: the mean premium of the last

        bars, pulled towards the interest by at most the cap.
    period: a whole number of rows from 1 to 1048576.
    interest: a number from -1 to 1.
    cap: a number from 0 to 1.
    Lines: rate. Source: premium + clamp(interest - premium, -cap, cap), as Binance and BitMEX define it.
    """

    def __new__(cls, period: int = 8, interest: float = 0.0001, cap: float = 0.0005, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, benchmark: float, /) -> float: ...
    def peek(self, close: float, benchmark: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, benchmark: npt.ArrayLike, /) -> _Floats: ...

class GapSideBySideWhite(Stream):
    """Two white candles of the same open and size side by side, beyond a gap.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class GapThreeMethods(Stream):
    """Two candles of one color with a gap between them, which one of the other color closes.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class GravestoneDoji(Stream):
    """A doji with a shadow above and none below.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Ha(Stream):
    """Heikin-Ashi candles: they close at a bar's average price and open in the middle of the body before.

    Lines: open, high, low, close. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> _Ha[float]: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> _Ha[float]: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> _Ha[float]: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Ha[_Floats]: ...

class HaDelta(Stream):
    """Close less open of Heikin-Ashi candles, and its mean.

    period: a whole number of rows from 1 to 1048576.
    Lines: haDelta, smoothed. Source: D. Valcu, Heikin-Ashi (2004).
    """

    def __new__(cls, period: int = 3, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _HaDelta[float]: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> _HaDelta[float]: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> _HaDelta[float]: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _HaDelta[_Floats]: ...

class Hammer(Stream):
    """A short body above a long shadow, near the low of the candle before.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class HangingMan(Stream):
    """A short body above a long shadow, near the high of the candle before.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Harami(Stream):
    """A short body inside that of a long candle before it; 80 where they share an end.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class HaramiCross(Stream):
    """A doji inside the body of a long candle before it; 80 where they share an end.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class HighWave(Stream):
    """A short body between two shadows of over twice its length.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Hikkake(Stream):
    """An inside bar that the next one leaves to the wrong side; 200 where one of the three bars after it closes

        beyond the right one.
    Lines: pattern. Source: D. L. Chesler, Trading False Moves with the Hikkake Pattern (2004); as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Hma(Stream):
    """Hull moving average: weighted averages combined so that the lag nearly cancels.

    period: a whole number of rows from 1 to 1048576.
    Lines: hma. Source: A. Hull (2005); TA-Lib HMA.
    """

    def __new__(cls, period: int = 20, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class HmaEnvelope(Stream):
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    percent: a number from 0 to 1000000.
    Lines: hma, top, bot. Source: backtrader's envelopes and oscillators.
    """

    def __new__(cls, period: int = 30, percent: float = 2.5, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _HmaEnvelope[float]: ...
    def update(self, close: float, /) -> _HmaEnvelope[float]: ...
    def peek(self, close: float, /) -> _HmaEnvelope[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _HmaEnvelope[_Floats]: ...

class HmaOscillator(Stream):
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    Lines: hma. Source: backtrader's envelopes and oscillators.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class HomingPigeon(Stream):
    """A short black body inside that of a long black candle before it.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class HtDcperiod(Stream):
    """The period of the dominant cycle in bars, 6 to 50.

    smoothing: one of exact, running.
    Lines: dcperiod. Source: J. Ehlers, Rocket Science for Traders (2001); as TA-Lib.
    """

    def __new__(cls, smoothing: _Smoothing | int = "exact") -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class HtDcphase(Stream):
    """Where in the dominant cycle the price is, -45 to 315 degrees.

    smoothing: one of exact, running.
    Lines: dcphase. Source: J. Ehlers, Rocket Science for Traders (2001); as TA-Lib.
    """

    def __new__(cls, smoothing: _Smoothing | int = "exact") -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class HtPhasor(Stream):
    """The price without its trend, in phase and a quarter cycle later.

    smoothing: one of exact, running.
    Lines: inphase, quadrature. Source: J. Ehlers, Rocket Science for Traders (2001); as TA-Lib.
    """

    def __new__(cls, smoothing: _Smoothing | int = "exact") -> Self: ...
    @property
    def value(self) -> _HtPhasor[float]: ...
    def update(self, close: float, /) -> _HtPhasor[float]: ...
    def peek(self, close: float, /) -> _HtPhasor[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _HtPhasor[_Floats]: ...

class HtSine(Stream):
    """The sine of the dominant cycle's phase, and of one 45 degrees later.

    smoothing: one of exact, running.
    Lines: sine, leadsine. Source: J. Ehlers, Rocket Science for Traders (2001); as TA-Lib.
    """

    def __new__(cls, smoothing: _Smoothing | int = "exact") -> Self: ...
    @property
    def value(self) -> _HtSine[float]: ...
    def update(self, close: float, /) -> _HtSine[float]: ...
    def peek(self, close: float, /) -> _HtSine[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _HtSine[_Floats]: ...

class HtTrendline(Stream):
    """Instantaneous trendline: the mean of the price over one dominant cycle, smoothed.

    smoothing: one of exact, running.
    Lines: trendline. Source: J. Ehlers, Rocket Science for Traders (2001); as TA-Lib.
    """

    def __new__(cls, smoothing: _Smoothing | int = "exact") -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class HtTrendmode(Stream):
    """1 in a trend, 0 in a cycle.

    smoothing: one of exact, running.
    Lines: trend. Source: J. Ehlers, Rocket Science for Traders (2001); as TA-Lib.
    """

    def __new__(cls, smoothing: _Smoothing | int = "exact") -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, close: float, /) -> int: ...
    def peek(self, close: float, /) -> int: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Whole: ...

class Hurst(Stream):
    """Hurst's exponent from the spread of differences by lag: 0.5 is a random walk, more a trend; a lag_end of 0

        is half of the period.
    period: a whole number of rows from 8 to 1048576.
    lag_start: a whole number from 1 to 1048576.
    lag_end: a whole number from 0 to 1048576.
    Lines: hurst. Source: H. E. Hurst (1951); backtrader HurstExponent.
    """

    def __new__(cls, period: int = 40, lag_start: int = 2, lag_end: int = 0, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Ichimoku(Stream):
    """Ichimoku cloud; the spans of senkou_lead bars ago, and as lagging span the close, which a chart draws chikou

        bars earlier.
    tenkan: a whole number from 1 to 1048576.
    kijun: a whole number from 1 to 1048576.
    senkou: a whole number from 1 to 1048576.
    senkou_lead: a whole number from 1 to 1048576.
    chikou: a whole number from 1 to 1048576.
    Lines: tenkan_sen, kijun_sen, senkou_span_a, senkou_span_b, chikou_span. Source: G. Hosoda (1969).
    """

    def __new__(
        cls,
        tenkan: int = 9,
        kijun: int = 26,
        senkou: int = 52,
        senkou_lead: int = 26,
        chikou: int = 26,
    ) -> Self: ...
    @property
    def value(self) -> _Ichimoku[float]: ...
    def update(self, high: float, low: float, close: float, /) -> _Ichimoku[float]: ...
    def peek(self, high: float, low: float, close: float, /) -> _Ichimoku[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Ichimoku[_Floats]: ...

class IdenticalThreeCrows(Stream):
    """Three black candles without shadows below, each opens at the close before.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Imi(Stream):
    """Intraday momentum index: of the bodies of the last candles, the share of the rising ones, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: imi. Source: T. Chande; TA-Lib IMI.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, open: float, close: float, /) -> float: ...
    def peek(self, open: float, close: float, /) -> float: ...
    def update_many(self, open: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class InNeck(Stream):
    """A white candle opens under a long black one and closes at its close or just above.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class InvertedHammer(Stream):
    """A short body under a long shadow gaps down.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Kama(Stream):
    """Kaufman's adaptive moving average: fast where prices go straight, slow where they wander.

    period: a whole number of rows from 1 to 1048576.
    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: kama. Source: P. Kaufman, Trading Systems and Methods (1995); TA-Lib KAMA.
    """

    def __new__(
        cls,
        period: int = 30,
        fast: int = 2,
        slow: int = 30,
        style: _Style | int = "talib",
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class KamaEnvelope(Stream):
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    style: one of talib, backtrader.
    percent: a number from 0 to 1000000.
    Lines: kama, top, bot. Source: backtrader's envelopes and oscillators.
    """

    def __new__(
        cls,
        period: int = 30,
        fast: int = 2,
        slow: int = 30,
        style: _Style | int = "backtrader",
        percent: float = 2.5,
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> _KamaEnvelope[float]: ...
    def update(self, close: float, /) -> _KamaEnvelope[float]: ...
    def peek(self, close: float, /) -> _KamaEnvelope[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _KamaEnvelope[_Floats]: ...

class KamaOscillator(Stream):
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: kama. Source: backtrader's envelopes and oscillators.
    """

    def __new__(
        cls,
        period: int = 30,
        fast: int = 2,
        slow: int = 30,
        style: _Style | int = "backtrader",
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Kc(Stream):
    """Keltner's channel: an exponential average of the typical price, and so many average true ranges around it.

    period: a whole number of rows from 1 to 1048576.
    range_period: a whole number of rows from 1 to 1048576.
    width: a number.
    Lines: upper, middle, lower. Source: C. Keltner, L. Raschke; TA-Lib KC.
    """

    def __new__(cls, period: int = 20, range_period: int = 10, width: float = 2, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _Kc[float]: ...
    def update(self, high: float, low: float, close: float, /) -> _Kc[float]: ...
    def peek(self, high: float, low: float, close: float, /) -> _Kc[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Kc[_Floats]: ...

class Kdj(Stream):
    """Stochastic with Wilder's averages and the line 3 k - 2 d.

    period: a whole number of rows from 1 to 1048576.
    k_period: a whole number of rows from 1 to 1048576.
    k_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    d_period: a whole number of rows from 1 to 1048576.
    d_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: percK, percD, j. Source: TA-Lib KDJ.
    """

    def __new__(
        cls,
        period: int = 9,
        k_period: int = 3,
        k_average: _Average | int = "rma",
        d_period: int = 3,
        d_average: _Average | int = "rma",
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> _Kdj[float]: ...
    def update(self, high: float, low: float, close: float, /) -> _Kdj[float]: ...
    def peek(self, high: float, low: float, close: float, /) -> _Kdj[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Kdj[_Floats]: ...

class Kicking(Stream):
    """A long candle without shadows leaps away from one of the other color.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class KickingByLength(Stream):
    """A kicking pattern that tells the direction of its longer candle.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Kst(Stream):
    """Know sure thing: the weighted sum of four smoothed rates of change.

    rp1: a whole number from 1 to 1048576.
    rp2: a whole number from 1 to 1048576.
    rp3: a whole number from 1 to 1048576.
    rp4: a whole number from 1 to 1048576.
    rma1: a whole number from 1 to 1048576.
    rma2: a whole number from 1 to 1048576.
    rma3: a whole number from 1 to 1048576.
    rma4: a whole number from 1 to 1048576.
    rsignal: a whole number from 1 to 1048576.
    factor1: a number from -1000000 to 1000000.
    factor2: a number from -1000000 to 1000000.
    factor3: a number from -1000000 to 1000000.
    factor4: a number from -1000000 to 1000000.
    Lines: kst, signal. Source: M. Pring (1992).
    """

    def __new__(
        cls,
        rp1: int = 10,
        rp2: int = 15,
        rp3: int = 20,
        rp4: int = 30,
        rma1: int = 10,
        rma2: int = 10,
        rma3: int = 10,
        rma4: int = 10,
        rsignal: int = 9,
        factor1: float = 1,
        factor2: float = 2,
        factor3: float = 3,
        factor4: float = 4,
    ) -> Self: ...
    @property
    def value(self) -> _Kst[float]: ...
    def update(self, close: float, /) -> _Kst[float]: ...
    def peek(self, close: float, /) -> _Kst[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Kst[_Floats]: ...

class LadderBottom(Stream):
    """Three black candles fall, a fourth has a shadow above, and a white one closes beyond that.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class LaguerreFilter(Stream):
    """Laguerre filter: the weighted mean of four values, each of which lags the one before; begins at 0.

    period: a whole number of rows from 1 to 1048576.
    gamma: a number from 0 to 0.999.
    Lines: lfilter. Source: J. Ehlers, Time Warp - Without Space Travel (2002).
    """

    def __new__(cls, period: int = 1, gamma: float = 0.5, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class LaguerreRsi(Stream):
    """Laguerre strength index: the share of rises among four values, each of which lags the one before, 0 to 1.

    period: a whole number of rows from 1 to 1048576.
    gamma: a number from 0 to 0.999.
    Lines: lrsi. Source: J. Ehlers, Time Warp - Without Space Travel (2002).
    """

    def __new__(cls, period: int = 6, gamma: float = 0.5, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class LastHighest(Stream):
    """How many bars ago the highest of the last values was; of equals the oldest.

    period: a whole number of rows from 1 to 1048576.
    Lines: index. Source: FindLastIndexHighest.
    """

    def __new__(cls, period: int = 1, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class LastLowest(Stream):
    """How many bars ago the lowest of the last values was; of equals the oldest.

    period: a whole number of rows from 1 to 1048576.
    Lines: index. Source: FindLastIndexLowest.
    """

    def __new__(cls, period: int = 1, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Linearreg(Stream):
    """The line of least squares through the last values, at the newest.

    period: a whole number of rows from 2 to 1048576.
    Lines: linearreg. Source: TA-Lib LINEARREG.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class LinearregAngle(Stream):
    """Angle of the line of least squares through the last values, in degrees.

    period: a whole number of rows from 2 to 1048576.
    Lines: angle. Source: TA-Lib LINEARREG_ANGLE.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class LinearregIntercept(Stream):
    """The line of least squares through the last values, at the oldest.

    period: a whole number of rows from 2 to 1048576.
    Lines: intercept. Source: TA-Lib LINEARREG_INTERCEPT.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class LinearregSlope(Stream):
    """Slope of the line of least squares through the last values, a bar.

    period: a whole number of rows from 2 to 1048576.
    Lines: slope. Source: TA-Lib LINEARREG_SLOPE.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class LiquidationLevels(Stream):
    """Where a long and a short position that are opened at the close would be liquidated.

    leverage: a number from 1 to 1000000.
    maintenance: a number from 0 to 1.
    Lines: long_liq, short_liq. Source: close x (1 -+ (1 / leverage - maintenance)); isolated margin, without
        fees.
    """

    def __new__(cls, leverage: float = 3, maintenance: float = 0.05) -> Self: ...
    @property
    def value(self) -> _LiquidationLevels[float]: ...
    def update(self, close: float, /) -> _LiquidationLevels[float]: ...
    def peek(self, close: float, /) -> _LiquidationLevels[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _LiquidationLevels[_Floats]: ...

class Ln(Stream):
    """Natural logarithm; NaN below 0.

    Lines: ln. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Log10(Stream):
    """Decimal logarithm; NaN below 0.

    Lines: log10. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class LongLeggedDoji(Stream):
    """A doji with a shadow longer than its body.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class LongLine(Stream):
    """A long body with short shadows.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Ma(Stream):
    """A moving average of the kind that is asked for.

    period: a whole number of rows from 1 to 1048576.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: ma. Source: TA-Lib MA.
    """

    def __new__(cls, period: int = 30, average: _Average | int = "sma", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Macd(Stream):
    """Moving average convergence divergence: a fast average less a slow one, its signal, and their difference.

    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    signal: a whole number from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: macd, signal, histo. Source: G. Appel (1979); TA-Lib MACD.
    """

    def __new__(cls, fast: int = 12, slow: int = 26, signal: int = 9, style: _Style | int = "talib") -> Self: ...
    @property
    def value(self) -> _Macd[float]: ...
    def update(self, close: float, /) -> _Macd[float]: ...
    def peek(self, close: float, /) -> _Macd[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Macd[_Floats]: ...

class Macdext(Stream):
    """Moving average convergence divergence with averages of any kind.

    fast: a whole number from 1 to 1048576.
    fast_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    slow: a whole number from 1 to 1048576.
    slow_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    signal: a whole number from 1 to 1048576.
    signal_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: macd, signal, histo. Source: TA-Lib MACDEXT.
    """

    def __new__(
        cls,
        fast: int = 12,
        fast_average: _Average | int = "sma",
        slow: int = 26,
        slow_average: _Average | int = "sma",
        signal: int = 9,
        signal_average: _Average | int = "sma",
    ) -> Self: ...
    @property
    def value(self) -> _Macdext[float]: ...
    def update(self, close: float, /) -> _Macdext[float]: ...
    def peek(self, close: float, /) -> _Macdext[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Macdext[_Floats]: ...

class Macdfix(Stream):
    """Moving average convergence divergence with Appel's rounded weights 0.15 and 0.075.

    signal: a whole number from 1 to 1048576.
    Lines: macd, signal, histo. Source: TA-Lib MACDFIX.
    """

    def __new__(cls, signal: int = 9) -> Self: ...
    @property
    def value(self) -> _Macdfix[float]: ...
    def update(self, close: float, /) -> _Macdfix[float]: ...
    def peek(self, close: float, /) -> _Macdfix[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Macdfix[_Floats]: ...

class Mama(Stream):
    """MESA adaptive moving average: follows faster the more slowly the phase of the dominant cycle changes; and a

        following average of it.
    fast: a number from 0.01 to 0.99.
    slow: a number from 0.01 to 0.99.
    smoothing: one of exact, running.
    Lines: mama, fama. Source: J. Ehlers, Rocket Science for Traders (2001); as TA-Lib.
    """

    def __new__(cls, fast: float = 0.5, slow: float = 0.05, smoothing: _Smoothing | int = "exact") -> Self: ...
    @property
    def value(self) -> _Mama[float]: ...
    def update(self, close: float, /) -> _Mama[float]: ...
    def peek(self, close: float, /) -> _Mama[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Mama[_Floats]: ...

class Marketfi(Stream):
    """Market facilitation index: the range of a bar for each unit of its volume.

    Lines: marketfi. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, volume: float, /) -> float: ...
    def peek(self, high: float, low: float, volume: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, volume: npt.ArrayLike, /) -> _Floats: ...

class Marubozu(Stream):
    """A long body without shadows.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Massi(Stream):
    """Mass index: the sum of an average of high less low over an average of that average.

    average: a whole number from 1 to 1048576.
    sum: a whole number from 1 to 1048576.
    Lines: massi. Source: D. Dorsey (1992); TA-Lib MASSI.
    """

    def __new__(cls, average: int = 9, sum: int = 25) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class MatHold(Stream):
    """A long white candle, three short ones that gap up and sink into its body, and a white one to a new high.

    penetration: a number from 0 on.
    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls, penetration: float = 0.5) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class MatchingLow(Stream):
    """Two black candles close at the same price.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Mavp(Stream):
    """Moving average whose period is a column of its own.

    least: a whole number from 1 to 1000.
    most: a whole number from 1 to 1000.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: mavp. Source: TA-Lib MAVP.
    """

    def __new__(cls, least: int = 2, most: int = 30, average: _Average | int = "sma") -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, periods: float, /) -> float: ...
    def peek(self, close: float, periods: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, periods: npt.ArrayLike, /) -> _Floats: ...

class Max(Stream):
    """The highest of the last values.

    period: a whole number of rows from 1 to 1048576.
    Lines: highest. Source: TA-Lib MAX, backtrader Highest.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Maxindex(Stream):
    """The row of the highest of the last values.

    period: a whole number of rows from 1 to 1048576.
    Lines: row. Source: TA-Lib MAXINDEX.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, close: float, /) -> int: ...
    def peek(self, close: float, /) -> int: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Whole: ...

class Medprice(Stream):
    """The middle between high and low.

    Lines: medprice. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class Mfi(Stream):
    """Money flow index: of the money traded, the share where the typical price rose, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: mfi. Source: TA-Lib MFI.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, volume: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, volume: float, /) -> float: ...
    def update_many(
        self,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        volume: npt.ArrayLike,
        /,
    ) -> _Floats: ...

class Midpoint(Stream):
    """The middle between the highest and the lowest of the last values.

    period: a whole number of rows from 1 to 1048576.
    Lines: midpoint. Source: TA-Lib MIDPOINT.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Midprice(Stream):
    """The middle between the highest high and the lowest low of the last bars.

    period: a whole number of rows from 1 to 1048576.
    Lines: midprice. Source: TA-Lib MIDPRICE.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class Min(Stream):
    """The lowest of the last values.

    period: a whole number of rows from 1 to 1048576.
    Lines: lowest. Source: TA-Lib MIN, backtrader Lowest.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Minindex(Stream):
    """The row of the lowest of the last values.

    period: a whole number of rows from 1 to 1048576.
    Lines: row. Source: TA-Lib MININDEX.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, close: float, /) -> int: ...
    def peek(self, close: float, /) -> int: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Whole: ...

class Minmax(Stream):
    """The lowest and the highest of the last values.

    period: a whole number of rows from 1 to 1048576.
    Lines: lowest, highest. Source: TA-Lib MINMAX.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _Minmax[float]: ...
    def update(self, close: float, /) -> _Minmax[float]: ...
    def peek(self, close: float, /) -> _Minmax[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Minmax[_Floats]: ...

class Minmaxindex(Stream):
    """The rows of the lowest and the highest of the last values.

    period: a whole number of rows from 1 to 1048576.
    Lines: lowest_row, highest_row. Source: TA-Lib MINMAXINDEX.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _Minmaxindex[int]: ...
    def update(self, close: float, /) -> _Minmaxindex[int]: ...
    def peek(self, close: float, /) -> _Minmaxindex[int]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Minmaxindex[_Whole]: ...

class MinusDi(Stream):
    """Downward movement as a share of the true range, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: minus_di. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

    def __new__(cls, period: int = 14, style: _Style | int = "talib", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class MinusDm(Stream):
    """Downward movement, as Wilder's running sum.

    period: a whole number of rows from 1 to 1048576.
    Lines: minus_dm. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class ModifiedHikkake(Stream):
    """A hikkake of two inside bars, of which the first closes near the wrong side; 200 where one of the three bars

        after it closes beyond the right one.
    Lines: pattern. Source: D. L. Chesler, Trading False Moves with the Hikkake Pattern (2004); as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Mom(Stream):
    """The value less the one a period ago.

    period: a whole number of rows from 1 to 1048576.
    Lines: momentum. Source: TA-Lib MOM, backtrader Momentum.
    """

    def __new__(cls, period: int = 10, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class MorningDojiStar(Stream):
    """A doji gaps down from a long black candle, and a white one rises into its body.

    penetration: a number from 0 on.
    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls, penetration: float = 0.3) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class MorningStar(Stream):
    """A short body gaps down from a long black candle, and a white one rises into its body.

    penetration: a number from 0 on.
    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls, penetration: float = 0.3) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Mult(Stream):
    """The first column times the second.

    Lines: mult. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class Natr(Stream):
    """Average true range in percent of the close.

    period: a whole number of rows from 1 to 1048576.
    Lines: natr. Source: J. Forman (2006); TA-Lib NATR.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class NonZeroDifference(Stream):
    """The first series less the second; where they are equal, the last difference that was not zero.

    Lines: nzd. Source: NonZeroDifference.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, first: float, second: float, /) -> float: ...
    def peek(self, first: float, second: float, /) -> float: ...
    def update_many(self, first: npt.ArrayLike, second: npt.ArrayLike, /) -> _Floats: ...

class Nvi(Stream):
    """Negative volume index: moves with the returns of bars whose volume shrinks, from 1000 on.

    Lines: nvi. Source: TA-Lib NVI.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, volume: float, /) -> float: ...
    def peek(self, close: float, volume: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, volume: npt.ArrayLike, /) -> _Floats: ...

class Obv(Stream):
    """On balance volume: the running sum of volume, added where the close rises, taken off where it falls.

    Lines: obv. Source: J. Granville (1963); TA-Lib OBV.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, volume: float, /) -> float: ...
    def peek(self, close: float, volume: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, volume: npt.ArrayLike, /) -> _Floats: ...

class OlsBeta(Stream):
    """Slope of the line of least squares of a price over another.

    period: a whole number of rows from 2 to 1048576.
    Lines: beta. Source: OLS_BetaN.
    """

    def __new__(cls, period: int = 10, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, benchmark: float, /) -> float: ...
    def peek(self, close: float, benchmark: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, benchmark: npt.ArrayLike, /) -> _Floats: ...

class OlsSlopeIntercept(Stream):
    """Slope and intercept of the line of least squares of a price over another.

    period: a whole number of rows from 2 to 1048576.
    Lines: slope, intercept. Source: OLS_Slope_InterceptN.
    """

    def __new__(cls, period: int = 10, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _OlsSlopeIntercept[float]: ...
    def update(self, close: float, benchmark: float, /) -> _OlsSlopeIntercept[float]: ...
    def peek(self, close: float, benchmark: float, /) -> _OlsSlopeIntercept[float]: ...
    def update_many(self, close: npt.ArrayLike, benchmark: npt.ArrayLike, /) -> _OlsSlopeIntercept[_Floats]: ...

class OlsTransformation(Stream):
    """Distance of a price from its line of least squares over another, with mean, deviation and score of it.

    period: a whole number of rows from 2 to 1048576.
    Lines: spread, spread_mean, spread_std, zscore. Source: OLS_TransformationN.
    """

    def __new__(cls, period: int = 10, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _OlsTransformation[float]: ...
    def update(self, close: float, benchmark: float, /) -> _OlsTransformation[float]: ...
    def peek(self, close: float, benchmark: float, /) -> _OlsTransformation[float]: ...
    def update_many(self, close: npt.ArrayLike, benchmark: npt.ArrayLike, /) -> _OlsTransformation[_Floats]: ...

class OnNeck(Stream):
    """A white candle opens under a long black one and closes at its low.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Oscillator(Stream):
    """The first series less the second.

    Lines: osc. Source: Oscillator.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, first: float, second: float, /) -> float: ...
    def peek(self, first: float, second: float, /) -> float: ...
    def update_many(self, first: npt.ArrayLike, second: npt.ArrayLike, /) -> _Floats: ...

class PercentagePriceOscillator(Stream):
    """A fast average less a slow one in percent of the slow one, its signal, and their difference; ppo is the

        first line alone.
    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    signal: a whole number from 1 to 1048576.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: ppo, signal, histo. Source: backtrader PercentagePriceOscillator.
    """

    def __new__(cls, fast: int = 12, slow: int = 26, signal: int = 9, average: _Average | int = "ema") -> Self: ...
    @property
    def value(self) -> _PercentagePriceOscillator[float]: ...
    def update(self, close: float, /) -> _PercentagePriceOscillator[float]: ...
    def peek(self, close: float, /) -> _PercentagePriceOscillator[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _PercentagePriceOscillator[_Floats]: ...

class PercentagePriceOscillatorShort(Stream):
    """A fast average less a slow one in percent of the fast one, its signal, and their difference.

    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    signal: a whole number from 1 to 1048576.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: ppo, signal, histo. Source: backtrader PercentagePriceOscillatorShort.
    """

    def __new__(cls, fast: int = 12, slow: int = 26, signal: int = 9, average: _Average | int = "ema") -> Self: ...
    @property
    def value(self) -> _PercentagePriceOscillatorShort[float]: ...
    def update(self, close: float, /) -> _PercentagePriceOscillatorShort[float]: ...
    def peek(self, close: float, /) -> _PercentagePriceOscillatorShort[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _PercentagePriceOscillatorShort[_Floats]: ...

class Percentile(Stream):
    """Percentile of the last values by the nearest rank.

    period: a whole number of rows from 1 to 1048576.
    percentile: a number from 0 to 100.
    Lines: percentile. Source: TA-Lib PERCENTILE.
    """

    def __new__(cls, period: int = 30, percentile: float = 50, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Percentrank(Stream):
    """How many percent of the values before it are less than a value (talib), or which share of the last values

        that it is one of (backtrader).
    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: percentrank. Source: TA-Lib PERCENTRANK, backtrader PercentRank.
    """

    def __new__(cls, period: int = 100, style: _Style | int = "talib", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class PerpetualPremium(Stream):
    """How many percent a perpetual (close) lies above spot or its index (benchmark).

    Lines: premium. Source: (close - benchmark) / benchmark x 100.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, benchmark: float, /) -> float: ...
    def peek(self, close: float, benchmark: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, benchmark: npt.ArrayLike, /) -> _Floats: ...

class Pgo(Stream):
    """Pretty good oscillator: the close's distance from its mean in average true ranges.

    period: a whole number of rows from 1 to 1048576.
    Lines: pgo. Source: M. Johnson.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class Piercing(Stream):
    """A long white candle opens under a long black one and closes in the upper half of its body.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class PivotPoint(Stream):
    """Pivot point with supports and resistances for the next bar; of high, low, close and perhaps the open, or the

        close once more.
    weight: one of none, open, close.
    Lines: p, s1, s2, r1, r2. Source: floor traders' pivots.
    """

    def __new__(cls, weight: _Weight | int = "none") -> Self: ...
    @property
    def value(self) -> _PivotPoint[float]: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> _PivotPoint[float]: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> _PivotPoint[float]: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _PivotPoint[_Floats]: ...

class PlusDi(Stream):
    """Upward movement as a share of the true range, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: plus_di. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

    def __new__(cls, period: int = 14, style: _Style | int = "talib", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class PlusDm(Stream):
    """Upward movement, as Wilder's running sum.

    period: a whole number of rows from 1 to 1048576.
    Lines: plus_dm. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class Ppo(Stream):
    """Percentage price oscillator: a fast moving average less a slow one, in percent of the slow one.

    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: ppo. Source: TA-Lib PPO.
    """

    def __new__(cls, fast: int = 12, slow: int = 26, average: _Average | int = "ema") -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Psar(Stream):
    """Parabolic stop and reverse that begins in the direction of the second close, as backtrader's; sar begins as

        TA-Lib's.
    period: a whole number of rows from 2 to 1048576.
    af: a number from 0 on.
    afmax: a number from 0 on.
    Lines: psar. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as backtrader
        ParabolicSAR.
    """

    def __new__(cls, period: int = 2, af: float = 0.02, afmax: float = 0.2, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class Pvi(Stream):
    """Positive volume index: moves with the returns of bars whose volume grows, from 1000 on.

    Lines: pvi. Source: TA-Lib PVI.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, volume: float, /) -> float: ...
    def peek(self, close: float, volume: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, volume: npt.ArrayLike, /) -> _Floats: ...

class Pvo(Stream):
    """Percentage volume oscillator: a fast average of volume less a slow one, in percent of the slow one.

    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: pvo. Source: TA-Lib PVO.
    """

    def __new__(cls, fast: int = 12, slow: int = 26, average: _Average | int = "ema") -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, volume: float, /) -> float: ...
    def peek(self, volume: float, /) -> float: ...
    def update_many(self, volume: npt.ArrayLike, /) -> _Floats: ...

class Pvt(Stream):
    """Price volume trend: the running sum of volume times the return.

    Lines: pvt. Source: TA-Lib PVT.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, volume: float, /) -> float: ...
    def peek(self, close: float, volume: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, volume: npt.ArrayLike, /) -> _Floats: ...

class Qstick(Stream):
    """Mean of close less open.

    period: a whole number of rows from 1 to 1048576.
    Lines: qstick. Source: T. Chande; TA-Lib QSTICK.
    """

    def __new__(cls, period: int = 10, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, open: float, close: float, /) -> float: ...
    def peek(self, open: float, close: float, /) -> float: ...
    def update_many(self, open: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class Range(Stream):
    """The highest high and the lowest low of the last bars.

    period: a whole number of rows from 1 to 1048576.
    Lines: highest, lowest. Source: TA-Lib MAX of high and MIN of low.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _Range[float]: ...
    def update(self, high: float, low: float, /) -> _Range[float]: ...
    def peek(self, high: float, low: float, /) -> _Range[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Range[_Floats]: ...

class RickshawMan(Stream):
    """A doji in the middle between two shadows longer than its body.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class RisingFallingThreeMethods(Stream):
    """A long candle, three short ones of the other color back within its range, and a long one further.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Rma(Stream):
    """Wilder's smoothed moving average: each value moves it by 1 / period of the distance.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: rma. Source: J. W. Wilder (1978); TA-Lib RMA, backtrader SmoothedMovingAverage.
    """

    def __new__(cls, period: int = 30, seed: _Seed | int = "mean", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Rmi(Stream):
    """Relative momentum index: a strength index of the changes over several bars; 50 where nothing changes.

    period: a whole number of rows from 1 to 1048576.
    lookback: a whole number from 1 to 1048576.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: rsi. Source: R. Altman (1993).
    """

    def __new__(
        cls,
        period: int = 20,
        lookback: int = 5,
        average: _Average | int = "rma",
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Roc(Stream):
    """Rate of change from the value a period ago, in percent.

    period: a whole number of rows from 1 to 1048576.
    Lines: roc. Source: TA-Lib ROC, backtrader RateOfChange100.
    """

    def __new__(cls, period: int = 10, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Rocp(Stream):
    """Rate of change from the value a period ago, as a share.

    period: a whole number of rows from 1 to 1048576.
    Lines: rocp. Source: TA-Lib ROCP, backtrader RateOfChange.
    """

    def __new__(cls, period: int = 10, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Rocr(Stream):
    """The value over the one a period ago.

    period: a whole number of rows from 1 to 1048576.
    Lines: rocr. Source: TA-Lib ROCR.
    """

    def __new__(cls, period: int = 10, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Rocr100(Stream):
    """The value in percent of the one a period ago.

    period: a whole number of rows from 1 to 1048576.
    Lines: rocr100. Source: TA-Lib ROCR100.
    """

    def __new__(cls, period: int = 10, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Rsi(Stream):
    """Wilder's relative strength index: the share of rises in the smoothed changes, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: rsi. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class RsiEma(Stream):
    """Strength index with exponential averages; 50 where nothing changes.

    period: a whole number of rows from 1 to 1048576.
    Lines: rsi. Source: backtrader RSI_EMA.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class RsiSafe(Stream):
    """Wilder's strength index that is 50, not 0, where nothing changes.

    period: a whole number of rows from 1 to 1048576.
    Lines: rsi. Source: backtrader RSI_Safe.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class RsiSma(Stream):
    """Cutler's strength index, of plain means; 50 where nothing changes.

    period: a whole number of rows from 1 to 1048576.
    Lines: rsi. Source: backtrader RSI_SMA.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Rvi(Stream):
    """Relative volatility index: a strength index of the standard deviation by the price's direction, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    deviation_period: a whole number of rows from 1 to 1048576.
    Lines: rvi. Source: D. Dorsey (1993); TA-Lib RVI.
    """

    def __new__(cls, period: int = 14, deviation_period: int = 10, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Rvol(Stream):
    """Relative volume: the volume over the mean of those before it.

    period: a whole number of rows from 1 to 1048576.
    Lines: rvol. Source: TA-Lib RVOL.
    """

    def __new__(cls, period: int = 20, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, volume: float, /) -> float: ...
    def peek(self, volume: float, /) -> float: ...
    def update_many(self, volume: npt.ArrayLike, /) -> _Floats: ...

class Sar(Stream):
    """Parabolic stop and reverse: a stop that closes in on the price the longer the trend lasts.

    step: a number from 0 on.
    max: a number from 0 on.
    Lines: sar. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

    def __new__(cls, step: float = 0.02, max: float = 0.2) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class Sarext(Stream):
    """Parabolic stop and reverse with accelerations for each direction; negative while short.

    start: a number.
    offset: a number from 0 on.
    initial_long: a number from 0 on.
    step_long: a number from 0 on.
    max_long: a number from 0 on.
    initial_short: a number from 0 on.
    step_short: a number from 0 on.
    max_short: a number from 0 on.
    Lines: sar. Source: TA-Lib SAREXT.
    """

    def __new__(
        cls,
        start: float = 0,
        offset: float = 0,
        initial_long: float = 0.02,
        step_long: float = 0.02,
        max_long: float = 0.2,
        initial_short: float = 0.02,
        step_short: float = 0.02,
        max_short: float = 0.2,
    ) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class SeparatingLines(Stream):
    """A long candle without a shadow at its open opens where one of the other color did.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class ShootingStar(Stream):
    """A short body under a long shadow gaps up.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class ShortLine(Stream):
    """A short body with short shadows.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Sin(Stream):
    """Sine of radians.

    Lines: sin. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Sinh(Stream):
    """Hyperbolic sine.

    Lines: sinh. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Sma(Stream):
    """Simple moving average: the mean of the last values, summed fast and without drift.

    period: a whole number of rows from 1 to 1048576.
    Lines: sma. Source: TA-Lib SMA; window sums by blocks.
    """

    def __new__(cls, period: int = 20, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class SmaEnvelope(Stream):
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    percent: a number from 0 to 1000000.
    Lines: sma, top, bot. Source: backtrader's envelopes and oscillators.
    """

    def __new__(cls, period: int = 30, percent: float = 2.5, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _SmaEnvelope[float]: ...
    def update(self, close: float, /) -> _SmaEnvelope[float]: ...
    def peek(self, close: float, /) -> _SmaEnvelope[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _SmaEnvelope[_Floats]: ...

class SmaExact(Stream):
    """Simple moving average from the correctly rounded sum of the window.

    period: a whole number of rows from 1 to 1048576.
    Lines: sma_exact. Source: backtrader SMA (math.fsum).
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class SmaOscillator(Stream):
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    Lines: sma. Source: backtrader's envelopes and oscillators.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Smi(Stream):
    """Stochastic momentum index: the close's distance from the middle of the range, smoothed twice.

    period: a whole number of rows from 1 to 1048576.
    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    signal: a whole number from 1 to 1048576.
    Lines: smi, signal. Source: W. Blau (1993); TA-Lib SMI.
    """

    def __new__(
        cls,
        period: int = 13,
        fast: int = 2,
        slow: int = 25,
        signal: int = 9,
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> _Smi[float]: ...
    def update(self, high: float, low: float, close: float, /) -> _Smi[float]: ...
    def peek(self, high: float, low: float, close: float, /) -> _Smi[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Smi[_Floats]: ...

class SmmaEnvelope(Stream):
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    percent: a number from 0 to 1000000.
    Lines: smma, top, bot. Source: backtrader's envelopes and oscillators.
    """

    def __new__(
        cls,
        period: int = 30,
        seed: _Seed | int = "mean",
        percent: float = 2.5,
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> _SmmaEnvelope[float]: ...
    def update(self, close: float, /) -> _SmmaEnvelope[float]: ...
    def peek(self, close: float, /) -> _SmmaEnvelope[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _SmmaEnvelope[_Floats]: ...

class SmmaOscillator(Stream):
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: smma. Source: backtrader's envelopes and oscillators.
    """

    def __new__(cls, period: int = 30, seed: _Seed | int = "mean", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class SpinningTop(Stream):
    """A short body between two shadows longer than it.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Sqrt(Stream):
    """Square root; NaN below 0.

    Lines: sqrt. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class StalledPattern(Stream):
    """Two long white candles climb, and a short one stands on the shoulder of the second.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Stddev(Stream):
    """Standard deviation of the last values, times a factor.

    period: a whole number of rows from 1 to 1048576.
    factor: a number.
    deviation: one of population, sample.
    Lines: stddev. Source: TA-Lib STDDEV, backtrader StandardDeviation.
    """

    def __new__(
        cls,
        period: int = 20,
        factor: float = 1,
        deviation: _Deviation | int = "population",
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class StickSandwich(Stream):
    """A white candle above the close of a black one, and a black one that closes there again.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Stoch(Stream):
    """Stochastic: where the close lies between the lowest low and the highest high, smoothed, and smoothed again.

    period: a whole number of rows from 1 to 1048576.
    k_period: a whole number of rows from 1 to 1048576.
    k_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    d_period: a whole number of rows from 1 to 1048576.
    d_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: percK, percD. Source: G. Lane; TA-Lib STOCH, backtrader Stochastic.
    """

    def __new__(
        cls,
        period: int = 14,
        k_period: int = 3,
        k_average: _Average | int = "sma",
        d_period: int = 3,
        d_average: _Average | int = "sma",
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> _Stoch[float]: ...
    def update(self, high: float, low: float, close: float, /) -> _Stoch[float]: ...
    def peek(self, high: float, low: float, close: float, /) -> _Stoch[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Stoch[_Floats]: ...

class StochasticFull(Stream):
    """Stochastic: where the close lies in the range, that smoothed, and smoothed again.

    period: a whole number of rows from 1 to 1048576.
    period_dfast: a whole number from 1 to 1048576.
    period_dslow: a whole number from 1 to 1048576.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: percK, percD, percDSlow. Source: G. Lane.
    """

    def __new__(
        cls,
        period: int = 14,
        period_dfast: int = 3,
        period_dslow: int = 3,
        average: _Average | int = "sma",
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> _StochasticFull[float]: ...
    def update(self, high: float, low: float, close: float, /) -> _StochasticFull[float]: ...
    def peek(self, high: float, low: float, close: float, /) -> _StochasticFull[float]: ...
    def update_many(
        self,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _StochasticFull[_Floats]: ...

class Stochf(Stream):
    """Fast stochastic: where the close lies between the lowest low and the highest high, and that smoothed.

    period: a whole number of rows from 1 to 1048576.
    d_period: a whole number of rows from 1 to 1048576.
    d_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: percK, percD. Source: G. Lane; TA-Lib STOCHF.
    """

    def __new__(
        cls,
        period: int = 14,
        d_period: int = 3,
        d_average: _Average | int = "sma",
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> _Stochf[float]: ...
    def update(self, high: float, low: float, close: float, /) -> _Stochf[float]: ...
    def peek(self, high: float, low: float, close: float, /) -> _Stochf[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Stochf[_Floats]: ...

class Stochrsi(Stream):
    """Fast stochastic of the relative strength index.

    period: a whole number of rows from 1 to 1048576.
    k_period: a whole number of rows from 1 to 1048576.
    d_period: a whole number of rows from 1 to 1048576.
    d_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: percK, percD. Source: T. Chande and S. Kroll (1994); TA-Lib STOCHRSI.
    """

    def __new__(
        cls,
        period: int = 14,
        k_period: int = 5,
        d_period: int = 3,
        d_average: _Average | int = "sma",
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> _Stochrsi[float]: ...
    def update(self, close: float, /) -> _Stochrsi[float]: ...
    def peek(self, close: float, /) -> _Stochrsi[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Stochrsi[_Floats]: ...

class Sub(Stream):
    """The first column less the second.

    Lines: sub. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, /) -> float: ...
    def peek(self, high: float, low: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, /) -> _Floats: ...

class Sum(Stream):
    """Sum of the last values.

    period: a whole number of rows from 1 to 1048576.
    Lines: sum. Source: TA-Lib SUM.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Supertrend(Stream):
    """Supertrend: a band of average true ranges on the far side of the trend, which turns when a close passes it.

    period: a whole number of rows from 1 to 1048576.
    multiplier: a number from 0 on.
    Lines: supertrend, trend. Source: O. Seban; TA-Lib SUPERTREND.
    """

    def __new__(cls, period: int = 10, multiplier: float = 3, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _Supertrend[float]: ...
    def update(self, high: float, low: float, close: float, /) -> _Supertrend[float]: ...
    def peek(self, high: float, low: float, close: float, /) -> _Supertrend[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Supertrend[_Floats]: ...

class T3(Stream):
    """Tillson's T3: a generalized double exponential average, three times over.

    period: a whole number of rows from 1 to 1048576.
    volume_factor: a number from 0 to 1.
    Lines: t3. Source: T. Tillson (1998); TA-Lib T3.
    """

    def __new__(cls, period: int = 5, volume_factor: float = 0.7, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Takuri(Stream):
    """A doji with no shadow above, and one below of over twice its body.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Tan(Stream):
    """Tangent of radians.

    Lines: tan. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Tanh(Stream):
    """Hyperbolic tangent.

    Lines: tanh. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class TasukiGap(Stream):
    """A candle opens in the body of one of the other color, of about its size, and closes inside its gap.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Tema(Stream):
    """Triple exponential moving average: 3 e - 3 e(e) + e(e(e)).

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: tema. Source: P. Mulloy (1994); TA-Lib TEMA.
    """

    def __new__(cls, period: int = 30, seed: _Seed | int = "mean", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class TemaEnvelope(Stream):
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    percent: a number from 0 to 1000000.
    Lines: tema, top, bot. Source: backtrader's envelopes and oscillators.
    """

    def __new__(
        cls,
        period: int = 30,
        seed: _Seed | int = "mean",
        percent: float = 2.5,
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> _TemaEnvelope[float]: ...
    def update(self, close: float, /) -> _TemaEnvelope[float]: ...
    def peek(self, close: float, /) -> _TemaEnvelope[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _TemaEnvelope[_Floats]: ...

class TemaOscillator(Stream):
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: tema. Source: backtrader's envelopes and oscillators.
    """

    def __new__(cls, period: int = 30, seed: _Seed | int = "mean", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class ThreeBlackCrows(Stream):
    """After a white candle, three black ones without shadows below fall, each opens in the body before.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class ThreeInside(Stream):
    """A short body inside that of a long candle, and one of the other color that closes beyond both.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class ThreeLineStrike(Stream):
    """Three candles of one color go on, and one of the other color takes all of it back.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class ThreeOutside(Stream):
    """A body engulfs that of a candle of the other color, and one more closes further.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class ThreeStarsInSouth(Stream):
    """Three black candles fall less and less, each within the range of the one before.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class ThreeWhiteSoldiers(Stream):
    """Three white candles without shadows above climb, none much smaller than the one before.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Thrusting(Stream):
    """A white candle opens under a long black one and closes in the lower half of its body.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Trange(Stream):
    """True range: high less low, or to the close before where that is farther.

    Lines: trange. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class Trima(Stream):
    """Triangular moving average: the middle of the window weighs most.

    period: a whole number of rows from 1 to 1048576.
    Lines: trima. Source: TA-Lib TRIMA.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Tristar(Stream):
    """Three dojis, of which the middle one gaps away.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Trix(Stream):
    """Rate of change, in percent a bar, of a triple smoothed average.

    period: a whole number of rows from 1 to 1048576.
    Lines: trix. Source: J. Hutson (1983); TA-Lib TRIX.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class TrixSignal(Stream):
    """Rate of change of a triple smoothed average, and an average of it.

    period: a whole number of rows from 1 to 1048576.
    signal: a whole number from 1 to 1048576.
    Lines: trix, signal. Source: J. Hutson (1983).
    """

    def __new__(cls, period: int = 15, signal: int = 9, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _TrixSignal[float]: ...
    def update(self, close: float, /) -> _TrixSignal[float]: ...
    def peek(self, close: float, /) -> _TrixSignal[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _TrixSignal[_Floats]: ...

class TrueHigh(Stream):
    """The higher of the high and the close before.

    Lines: truehigh. Source: TrueHigh.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, close: float, /) -> float: ...
    def peek(self, high: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class TrueLow(Stream):
    """The lower of the low and the close before.

    Lines: truelow. Source: TrueLow.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, low: float, close: float, /) -> float: ...
    def peek(self, low: float, close: float, /) -> float: ...
    def update_many(self, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class Tsf(Stream):
    """Time series forecast: the line of least squares through the last values, one bar on.

    period: a whole number of rows from 2 to 1048576.
    Lines: forecast. Source: TA-Lib TSF.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Tsi(Stream):
    """True strength index: the change smoothed twice over its size smoothed twice, -100 to 100.

    first: a whole number from 1 to 1048576.
    second: a whole number from 1 to 1048576.
    Lines: tsi. Source: W. Blau (1991); TA-Lib TSI.
    """

    def __new__(cls, first: int = 25, second: int = 13) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class TwoCrows(Stream):
    """A black candle gaps up from a long white one, and a second opens in its body and closes in the first one's.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Typprice(Stream):
    """Mean of high, low and close.

    Lines: typprice. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class Ultosc(Stream):
    """Ultimate oscillator: buying pressure over true range in three windows, 0 to 100.

    first: a whole number from 1 to 1048576.
    second: a whole number from 1 to 1048576.
    third: a whole number from 1 to 1048576.
    Lines: ultosc. Source: L. Williams (1985); TA-Lib ULTOSC.
    """

    def __new__(cls, first: int = 7, second: int = 14, third: int = 28) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class UniqueThreeRiver(Stream):
    """A black body inside that of a long black candle, with a new low, and a short white one below it.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class UpDay(Stream):
    """The rise from the value a period ago, or 0.

    period: a whole number of rows from 1 to 1048576.
    Lines: upday. Source: UpDay.
    """

    def __new__(cls, period: int = 1, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class UpDayBool(Stream):
    """1 where the value is above the one a period ago, else 0.

    period: a whole number of rows from 1 to 1048576.
    Lines: upday. Source: UpDayBool.
    """

    def __new__(cls, period: int = 1, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class UpMove(Stream):
    """The value less the one before it.

    Lines: upmove. Source: UpMove.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class UpsideGapTwoCrows(Stream):
    """A short black candle gaps up from a long white one, and a second engulfs it without closing the gap.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> int: ...
    def update(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def peek(self, open: float, high: float, low: float, close: float, /) -> int: ...
    def update_many(
        self,
        open: npt.ArrayLike,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        /,
    ) -> _Whole: ...

class Var(Stream):
    """Variance of the last values.

    period: a whole number of rows from 1 to 1048576.
    deviation: one of population, sample.
    Lines: variance. Source: TA-Lib VAR.
    """

    def __new__(cls, period: int = 20, deviation: _Deviation | int = "population", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Vhf(Stream):
    """Vertical horizontal filter: the range of the last values over the sum of their steps.

    period: a whole number of rows from 1 to 1048576.
    Lines: vhf. Source: A. White (1991); TA-Lib VHF.
    """

    def __new__(cls, period: int = 28, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class VolumeWeightedAveragePrice(Stream):
    """Volume weighted average of the typical price: vwap over 20 bars.

    period: a whole number of rows from 1 to 1048576.
    Lines: vwap. Source: (high + low + close) / 3, weighed by volume.
    """

    def __new__(cls, period: int = 20, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, volume: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, volume: float, /) -> float: ...
    def update_many(
        self,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        volume: npt.ArrayLike,
        /,
    ) -> _Floats: ...

class Vortex(Stream):
    """Vortex: upward and downward movement between bars over the true range.

    period: a whole number of rows from 1 to 1048576.
    Lines: vi_plus, vi_minus. Source: E. Botes and D. Siepman (2010); TA-Lib VORTEX.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _Vortex[float]: ...
    def update(self, high: float, low: float, close: float, /) -> _Vortex[float]: ...
    def peek(self, high: float, low: float, close: float, /) -> _Vortex[float]: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Vortex[_Floats]: ...

class Vwap(Stream):
    """Volume weighted average of the typical price of the last bars; vwap_cumulative is that since the first.

    period: a whole number of rows from 1 to 1048576.
    Lines: vwap. Source: (high + low + close) / 3, weighed by volume.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, volume: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, volume: float, /) -> float: ...
    def update_many(
        self,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        volume: npt.ArrayLike,
        /,
    ) -> _Floats: ...

class VwapCumulative(Stream):
    """Volume weighted average of the typical price since the first bar.

    Lines: vwap. Source: TA-Lib VWAP.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, volume: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, volume: float, /) -> float: ...
    def update_many(
        self,
        high: npt.ArrayLike,
        low: npt.ArrayLike,
        close: npt.ArrayLike,
        volume: npt.ArrayLike,
        /,
    ) -> _Floats: ...

class Vwma(Stream):
    """Volume weighted moving average.

    period: a whole number of rows from 1 to 1048576.
    Lines: vwma. Source: TA-Lib VWMA.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, volume: float, /) -> float: ...
    def peek(self, close: float, volume: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, volume: npt.ArrayLike, /) -> _Floats: ...

class Wad(Stream):
    """Williams' accumulation/distribution: the running sum of how far the close lies from the true low or high.

    Lines: wad. Source: L. Williams; TA-Lib WAD.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class Wclprice(Stream):
    """Mean of high, low and twice the close.

    Lines: wclprice. Source: TA-Lib's function of that name.
    """

    def __new__(cls) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class Willr(Stream):
    """Williams' %R: how far the close lies below the highest high, -100 to 0.

    period: a whole number of rows from 1 to 1048576.
    Lines: willr. Source: L. Williams; TA-Lib WILLR.
    """

    def __new__(cls, period: int = 14, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, high: float, low: float, close: float, /) -> float: ...
    def peek(self, high: float, low: float, close: float, /) -> float: ...
    def update_many(self, high: npt.ArrayLike, low: npt.ArrayLike, close: npt.ArrayLike, /) -> _Floats: ...

class Wma(Stream):
    """Weighted moving average: the newest value weighs most, the oldest least, in equal steps.

    period: a whole number of rows from 1 to 1048576.
    Lines: wma. Source: TA-Lib WMA, backtrader WeightedMovingAverage.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class WmaEnvelope(Stream):
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    percent: a number from 0 to 1000000.
    Lines: wma, top, bot. Source: backtrader's envelopes and oscillators.
    """

    def __new__(cls, period: int = 30, percent: float = 2.5, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> _WmaEnvelope[float]: ...
    def update(self, close: float, /) -> _WmaEnvelope[float]: ...
    def peek(self, close: float, /) -> _WmaEnvelope[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _WmaEnvelope[_Floats]: ...

class WmaOscillator(Stream):
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    Lines: wma. Source: backtrader's envelopes and oscillators.
    """

    def __new__(cls, period: int = 30, *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class Zlema(Stream):
    """Zero lag exponential moving average: of the value plus its gain in half a period.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: zlema. Source: J. Ehlers and R. Way; TA-Lib ZLEMA, backtrader ZeroLagExponentialMovingAverage.
    """

    def __new__(cls, period: int = 30, seed: _Seed | int = "mean", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

class ZlemaEnvelope(Stream):
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    percent: a number from 0 to 1000000.
    Lines: zlema, top, bot. Source: backtrader's envelopes and oscillators.
    """

    def __new__(
        cls,
        period: int = 30,
        seed: _Seed | int = "mean",
        percent: float = 2.5,
        *,
        window: int = ...,
    ) -> Self: ...
    @property
    def value(self) -> _ZlemaEnvelope[float]: ...
    def update(self, close: float, /) -> _ZlemaEnvelope[float]: ...
    def peek(self, close: float, /) -> _ZlemaEnvelope[float]: ...
    def update_many(self, close: npt.ArrayLike, /) -> _ZlemaEnvelope[_Floats]: ...

class ZlemaOscillator(Stream):
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: zlema. Source: backtrader's envelopes and oscillators.
    """

    def __new__(cls, period: int = 30, seed: _Seed | int = "mean", *, window: int = ...) -> Self: ...
    @property
    def value(self) -> float: ...
    def update(self, close: float, /) -> float: ...
    def peek(self, close: float, /) -> float: ...
    def update_many(self, close: npt.ArrayLike, /) -> _Floats: ...

AC = Ac
ACCBANDS = Accbands
ACOS = Acos
AD = Ad
ADD = Add
ADOSC = Adosc
ADR = Adr
ADX = Adx
ADXR = Adxr
AO = Ao
APO = Apo
AROON = Aroon
AROONOSC = Aroonosc
ASIN = Asin
ATAN = Atan
ATR = Atr
AVGDEV = Avgdev
AVGPRICE = Avgprice
AbsPriceOsc = Apo
AbsolutePriceOscillator = Apo
AccDeOsc = Ac
AccelerationDecelerationOscillator = Ac
Accum = Cumsum
AccumulationDistribution = Ad
AdaptiveMovingAverage = Kama
AdaptiveMovingAverageEnvelope = KamaEnvelope
AdaptiveMovingAverageOsc = KamaOscillator
AdaptiveMovingAverageOscillator = KamaOscillator
ArithmeticMean = Sma
AroonIndicator = Aroon
AroonOsc = Aroonosc
AroonOscillator = Aroonosc
AroonUpDown = Aroon
AroonUpDownOsc = AroonUpDownOscillator
Average = Sma
AverageDirectionalMovementIndex = Adx
AverageDirectionalMovementIndexRating = Adxr
AverageTrueRange = Atr
Avg = Sma
AwesomeOsc = Ao
AwesomeOscillator = Ao
BB = Bbands
BBANDS = Bbands
BBands = Bbands
BETA = Beta
BOP = Bop
BollingerBands = Bbands
BollingerBandsPct = BbandsPct
CCI = Cci
CDL2CROWS = TwoCrows
CDL3BLACKCROWS = ThreeBlackCrows
CDL3INSIDE = ThreeInside
CDL3LINESTRIKE = ThreeLineStrike
CDL3OUTSIDE = ThreeOutside
CDL3STARSINSOUTH = ThreeStarsInSouth
CDL3WHITESOLDIERS = ThreeWhiteSoldiers
CDLABANDONEDBABY = AbandonedBaby
CDLADVANCEBLOCK = AdvanceBlock
CDLBELTHOLD = BeltHold
CDLBREAKAWAY = Breakaway
CDLCLOSINGMARUBOZU = ClosingMarubozu
CDLCONCEALBABYSWALL = ConcealingBabySwallow
CDLCOUNTERATTACK = Counterattack
CDLDARKCLOUDCOVER = DarkCloudCover
CDLDOJI = Doji
CDLDOJISTAR = DojiStar
CDLDRAGONFLYDOJI = DragonflyDoji
CDLENGULFING = Engulfing
CDLEVENINGDOJISTAR = EveningDojiStar
CDLEVENINGSTAR = EveningStar
CDLGAPSIDESIDEWHITE = GapSideBySideWhite
CDLGRAVESTONEDOJI = GravestoneDoji
CDLHAMMER = Hammer
CDLHANGINGMAN = HangingMan
CDLHARAMI = Harami
CDLHARAMICROSS = HaramiCross
CDLHIGHWAVE = HighWave
CDLHIKKAKE = Hikkake
CDLHIKKAKEMOD = ModifiedHikkake
CDLHOMINGPIGEON = HomingPigeon
CDLIDENTICAL3CROWS = IdenticalThreeCrows
CDLINNECK = InNeck
CDLINVERTEDHAMMER = InvertedHammer
CDLKICKING = Kicking
CDLKICKINGBYLENGTH = KickingByLength
CDLLADDERBOTTOM = LadderBottom
CDLLONGLEGGEDDOJI = LongLeggedDoji
CDLLONGLINE = LongLine
CDLMARUBOZU = Marubozu
CDLMATCHINGLOW = MatchingLow
CDLMATHOLD = MatHold
CDLMORNINGDOJISTAR = MorningDojiStar
CDLMORNINGSTAR = MorningStar
CDLONNECK = OnNeck
CDLPIERCING = Piercing
CDLRICKSHAWMAN = RickshawMan
CDLRISEFALL3METHODS = RisingFallingThreeMethods
CDLSEPARATINGLINES = SeparatingLines
CDLSHOOTINGSTAR = ShootingStar
CDLSHORTLINE = ShortLine
CDLSPINNINGTOP = SpinningTop
CDLSTALLEDPATTERN = StalledPattern
CDLSTICKSANDWICH = StickSandwich
CDLTAKURI = Takuri
CDLTASUKIGAP = TasukiGap
CDLTHRUSTING = Thrusting
CDLTRISTAR = Tristar
CDLUNIQUE3RIVER = UniqueThreeRiver
CDLUPSIDEGAP2CROWS = UpsideGapTwoCrows
CDLXSIDEGAP3METHODS = GapThreeMethods
CEIL = Ceil
CMF = Cmf
CMO = Cmo
CMOU = Cmou
COPPOCK = Coppock
CORREL = Correl
COS = Cos
COSH = Cosh
CTATR = Atr
CTEMA = Ema
CUMSUM = Cumsum
CVI = Cvi
ChaikinMoneyFlow = Cmf
ChaikinOscillator = Adosc
ChaikinVolatility = Cvi
CommodityChannelIndex = Cci
Correlation = Correl
CumulativeSum = Cumsum
DEMA = Dema
DEMAOsc = DemaOscillator
DI = Di
DIV = Div
DM = Dm
DMA = Dma
DMAOsc = DmaOscillator
DMI = Dmi
DONCHIAN = Donchian
DPO = Dpo
DV2 = Dv2
DX = Dx
DetrendedPriceOscillator = Dpo
DicksonMA = Dma
DicksonMAEnvelope = DmaEnvelope
DicksonMAOsc = DmaOscillator
DicksonMAOscillator = DmaOscillator
DicksonMovingAverage = Dma
DicksonMovingAverageEnvelope = DmaEnvelope
DicksonMovingAverageOsc = DmaOscillator
DicksonMovingAverageOscillator = DmaOscillator
DirectionalIndicator = Di
DirectionalMovement = Dm
DirectionalMovementIndex = Dmi
DonchianChannel = Donchian
DoubleExponentialMovingAverage = Dema
DoubleExponentialMovingAverageEnvelope = DemaEnvelope
DoubleExponentialMovingAverageOsc = DemaOscillator
DoubleExponentialMovingAverageOscillator = DemaOscillator
EC = Ec
ECOsc = EcOscillator
EFI = Efi
EMA = Ema
EMAOsc = EmaOscillator
ER = Er
ERI = Eri
EXP = Exp
EfficiencyRatio = Er
ErrorCorrecting = Ec
ErrorCorrectingEnvelope = EcEnvelope
ErrorCorrectingOsc = EcOscillator
ErrorCorrectingOscillator = EcOscillator
ExpSmoothing = Ema
ExpSmoothingDynamic = ExponentialSmoothingDynamic
ExponentialMovingAverage = Ema
ExponentialMovingAverageEnvelope = EmaEnvelope
ExponentialMovingAverageOsc = EmaOscillator
ExponentialMovingAverageOscillator = EmaOscillator
ExponentialSmoothing = Ema
FLOOR = Floor
FOSC = Fosc
FRACTAL = Fractal
FindFirstIndexHighest = FirstHighest
FindFirstIndexLowest = FirstLowest
FindLastIndexHighest = LastHighest
FindLastIndexLowest = LastLowest
ForceIndex = Efi
HA = Ha
HMA = Hma
HMAOsc = HmaOscillator
HT_DCPERIOD = HtDcperiod
HT_DCPHASE = HtDcphase
HT_PHASOR = HtPhasor
HT_SINE = HtSine
HT_TRENDLINE = HtTrendline
HT_TRENDMODE = HtTrendmode
HeikinAshi = Ha
Highest = Max
HullMA = Hma
HullMAEnvelope = HmaEnvelope
HullMAOsc = HmaOscillator
HullMAOscillator = HmaOscillator
HullMovingAverage = Hma
HullMovingAverageEnvelope = HmaEnvelope
HullMovingAverageOsc = HmaOscillator
HullMovingAverageOscillator = HmaOscillator
HurstExponent = Hurst
IMI = Imi
KAMA = Kama
KAMAOsc = KamaOscillator
KC = Kc
KDJ = Kdj
KST = Kst
Keltner = Kc
KeltnerChannel = Kc
KnowSureThing = Kst
LAGF = LaguerreFilter
LINEARREG = Linearreg
LINEARREG_ANGLE = LinearregAngle
LINEARREG_INTERCEPT = LinearregIntercept
LINEARREG_SLOPE = LinearregSlope
LN = Ln
LOG10 = Log10
LRSI = LaguerreRsi
LaguerreRSI = LaguerreRsi
LinearRegression = Linearreg
Lowest = Min
MA = Ma
MACD = Macd
MACDEXT = Macdext
MACDFIX = Macdfix
MACDHisto = Macd
MACDHistogram = Macd
MAMA = Mama
MARKETFI = Marketfi
MASSI = Massi
MAVP = Mavp
MAX = Max
MAXINDEX = Maxindex
MEDPRICE = Medprice
MFI = Mfi
MIDPOINT = Midpoint
MIDPRICE = Midprice
MIN = Min
MININDEX = Minindex
MINMAX = Minmax
MINMAXINDEX = Minmaxindex
MINUS_DI = MinusDi
MINUS_DM = MinusDm
MOM = Mom
MULT = Mult
MaxN = Max
Mean = Sma
MeanDev = Avgdev
MeanDeviation = Avgdev
MinN = Min
MinusDI = MinusDi
MinusDirectionalIndicator = MinusDi
ModifiedMovingAverage = Rma
ModifiedMovingAverageEnvelope = SmmaEnvelope
ModifiedMovingAverageOsc = SmmaOscillator
ModifiedMovingAverageOscillator = SmmaOscillator
Momentum = Mom
MomentumOsc = Rocr100
MomentumOscillator = Rocr100
MoneyFlowIndex = Mfi
MovingAverage = Ma
MovingAverageAdaptive = Kama
MovingAverageAdaptiveEnvelope = KamaEnvelope
MovingAverageAdaptiveOsc = KamaOscillator
MovingAverageAdaptiveOscillator = KamaOscillator
MovingAverageDoubleExponential = Dema
MovingAverageDoubleExponentialEnvelope = DemaEnvelope
MovingAverageDoubleExponentialOsc = DemaOscillator
MovingAverageDoubleExponentialOscillator = DemaOscillator
MovingAverageExponential = Ema
MovingAverageExponentialEnvelope = EmaEnvelope
MovingAverageExponentialOsc = EmaOscillator
MovingAverageExponentialOscillator = EmaOscillator
MovingAverageSimple = Sma
MovingAverageSimpleEnvelope = SmaEnvelope
MovingAverageSimpleOsc = SmaOscillator
MovingAverageSimpleOscillator = SmaOscillator
MovingAverageSmoothed = Rma
MovingAverageSmoothedEnvelope = SmmaEnvelope
MovingAverageSmoothedOsc = SmmaOscillator
MovingAverageSmoothedOscillator = SmmaOscillator
MovingAverageTripleExponential = Tema
MovingAverageTripleExponentialEnvelope = TemaEnvelope
MovingAverageTripleExponentialOsc = TemaOscillator
MovingAverageTripleExponentialOscillator = TemaOscillator
MovingAverageWeighted = Wma
MovingAverageWeightedEnvelope = WmaEnvelope
MovingAverageWeightedOsc = WmaOscillator
MovingAverageWeightedOscillator = WmaOscillator
MovingAverageWilder = Rma
MovingAverageWilderEnvelope = SmmaEnvelope
MovingAverageWilderOsc = SmmaOscillator
MovingAverageWilderOscillator = SmmaOscillator
NATR = Natr
NVI = Nvi
NZD = NonZeroDifference
OBV = Obv
OLS_BetaN = OlsBeta
OLS_Slope_InterceptN = OlsSlopeIntercept
OLS_TransformationN = OlsTransformation
OnBalanceVolume = Obv
PERCENTILE = Percentile
PERCENTRANK = Percentrank
PGO = Pgo
PLUS_DI = PlusDi
PLUS_DM = PlusDm
PPO = Ppo
PPOShort = PercentagePriceOscillatorShort
PSAR = Psar
PVI = Pvi
PVO = Pvo
PVT = Pvt
ParabolicSAR = Psar
PctChange = Rocp
PctRank = Percentrank
PercPriceOsc = PercentagePriceOscillator
PercPriceOscShort = PercentagePriceOscillatorShort
PercentChange = Rocp
PlusDI = PlusDi
PlusDirectionalIndicator = PlusDi
PrettyGoodOsc = Pgo
PrettyGoodOscillator = Pgo
PriceOsc = Apo
PriceOscillator = Apo
QSTICK = Qstick
RMA = Rma
RMI = Rmi
ROC = Roc
ROC100 = Roc
ROCP = Rocp
ROCR = Rocr
ROCR100 = Rocr100
RSI = Rsi
RSI_Cutler = RsiSma
RSI_EMA = RsiEma
RSI_SMA = RsiSma
RSI_SMMA = Rsi
RSI_Safe = RsiSafe
RSI_Wilder = Rsi
RVI = Rvi
RVOL = Rvol
RateOfChange = Rocp
RateOfChange100 = Roc
RelativeMomentumIndex = Rmi
RelativeStrengthIndex = Rsi
SAR = Sar
SAREXT = Sarext
SIN = Sin
SINH = Sinh
SMA = Sma
SMAOsc = SmaOscillator
SMI = Smi
SMMA = Rma
SMMAOsc = SmmaOscillator
SQRT = Sqrt
STDDEV = Stddev
STOCH = Stoch
STOCHF = Stochf
STOCHRSI = Stochrsi
SUB = Sub
SUM = Sum
SUPERTREND = Supertrend
SimpleMovingAverage = Sma
SimpleMovingAverageEnvelope = SmaEnvelope
SimpleMovingAverageOsc = SmaOscillator
SimpleMovingAverageOscillator = SmaOscillator
SmoothedMovingAverage = Rma
SmoothedMovingAverageEnvelope = SmmaEnvelope
SmoothedMovingAverageOsc = SmmaOscillator
SmoothedMovingAverageOscillator = SmmaOscillator
StandardDeviation = Stddev
StdDev = Stddev
Stochastic = Stoch
StochasticFast = Stochf
StochasticSlow = Stoch
SumN = Sum
TAN = Tan
TANH = Tanh
TEMA = Tema
TEMAOsc = TemaOscillator
TR = Trange
TRANGE = Trange
TRIMA = Trima
TRIX = Trix
TSF = Tsf
TSI = Tsi
TYPPRICE = Typprice
TripleExponentialMovingAverage = Tema
TripleExponentialMovingAverageEnvelope = TemaEnvelope
TripleExponentialMovingAverageOsc = TemaOscillator
TripleExponentialMovingAverageOscillator = TemaOscillator
TrueRange = Trange
TrueStrengthIndicator = Tsi
ULTOSC = Ultosc
UltimateOscillator = Ultosc
VAR = Var
VHF = Vhf
VORTEX = Vortex
VWMA = Vwma
Variance = Var
VolumeWeightedMovingAverage = Vwma
WAD = Wad
WCLPRICE = Wclprice
WILLR = Willr
WMA = Wma
WMAOsc = WmaOscillator
WeightedMovingAverage = Wma
WeightedMovingAverageEnvelope = WmaEnvelope
WeightedMovingAverageOsc = WmaOscillator
WeightedMovingAverageOscillator = WmaOscillator
WilderMA = Rma
WilderMAEnvelope = SmmaEnvelope
WilderMAOsc = SmmaOscillator
WilderMAOscillator = SmmaOscillator
WilliamsAD = Wad
WilliamsR = Willr
ZLEMA = Zlema
ZLEMAOsc = ZlemaOscillator
ZLInd = Ec
ZLIndEnvelope = EcEnvelope
ZLIndOsc = EcOscillator
ZLIndOscillator = EcOscillator
ZLIndicator = Ec
ZLIndicatorEnvelope = EcEnvelope
ZLIndicatorOsc = EcOscillator
ZLIndicatorOscillator = EcOscillator
ZeroLagEma = Zlema
ZeroLagEmaEnvelope = ZlemaEnvelope
ZeroLagEmaOsc = ZlemaOscillator
ZeroLagEmaOscillator = ZlemaOscillator
ZeroLagExponentialMovingAverage = Zlema
ZeroLagExponentialMovingAverageEnvelope = ZlemaEnvelope
ZeroLagExponentialMovingAverageOsc = ZlemaOscillator
ZeroLagExponentialMovingAverageOscillator = ZlemaOscillator
ZeroLagIndicator = Ec
ZeroLagIndicatorEnvelope = EcEnvelope
ZeroLagIndicatorOsc = EcOscillator
ZeroLagIndicatorOscillator = EcOscillator
haD = HaDelta
haDelta = HaDelta
std = Stddev

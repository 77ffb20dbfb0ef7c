# Written by scripts/generate_indicators.py from the registry: change that, then run it again.
from collections.abc import Sequence
from typing import Any, Generic, Literal, NamedTuple, Protocol, TypeVar, overload

import numpy as np
import numpy.typing as npt

from . import stream as stream
from ._core import (
    Bar,
    Bars,
    BarsView,
    Bracket,
    Context,
    Fill,
    Line,
    Market,
    Order,
    RoundedOrder,
    Timer,
    Validation,
    __version__,
    aggregate_trade_bucket,
    load_markets,
    market,
    normalize_ohlcv_payload,
    normalize_trade_payload,
    reasons,
    release_memory,
    round_order,
    sort_reorder_buffer,
    validate_order,
    validate_orders,
)
from ._errors import (
    CrackTraderError,
    Internal,
    Interrupted,
    InvalidArgument,
    InvalidData,
    NotFound,
    Overflow,
    ReadFailed,
    StrategyFailed,
    Unsupported,
    WriteFailed,
)
from ._strategy import Strategy

__all__ = [
    "Bar",
    "Bars",
    "BarsView",
    "Bracket",
    "Context",
    "CrackTraderError",
    "Fill",
    "Internal",
    "Interrupted",
    "InvalidArgument",
    "InvalidData",
    "Line",
    "Market",
    "NotFound",
    "Order",
    "Overflow",
    "ReadFailed",
    "RoundedOrder",
    "Strategy",
    "StrategyFailed",
    "Timer",
    "Unsupported",
    "Validation",
    "WriteFailed",
    "__version__",
    "aggregate_trade_bucket",
    "load_markets",
    "market",
    "normalize_ohlcv_payload",
    "normalize_trade_payload",
    "reasons",
    "release_memory",
    "round_order",
    "sort_reorder_buffer",
    "validate_order",
    "validate_orders",
]

class _SeriesLike(Protocol):
    """A Series or data frame of pandas or polars."""

    def to_numpy(self) -> Any: ...

_Floats = npt.NDArray[np.float64]
_Whole = npt.NDArray[np.int32]
_T = TypeVar("_T")
_Series = TypeVar("_Series", bound=_SeriesLike)
# These come back as what they are.
_Same = TypeVar("_Same", bound=_SeriesLike | npt.NDArray[np.float32])
_Style = Literal["talib", "backtrader"]
_Average = Literal[
    "sma",
    "ema",
    "wma",
    "dema",
    "tema",
    "trima",
    "kama",
    "mama",
    "t3",
    "hma",
    "none",
    "default",
    "zlema",
    "rma",
]
_Deviation = Literal["population", "sample"]
_Seed = Literal["mean", "first"]
_Weight = Literal["none", "open", "close"]
_Smoothing = Literal["exact", "running"]

class _Accbands(NamedTuple, Generic[_T]):
    upper: _T
    middle: _T
    lower: _T

class _Aroon(NamedTuple, Generic[_T]):
    down: _T
    up: _T

class _AroonUpDownOscillator(NamedTuple, Generic[_T]):
    aroonup: _T
    aroondown: _T
    aroonosc: _T

class _Bbands(NamedTuple, Generic[_T]):
    top: _T
    mid: _T
    bot: _T

class _BbandsPct(NamedTuple, Generic[_T]):
    top: _T
    mid: _T
    bot: _T
    pctb: _T

class _CryptoVolatilityIndex(NamedTuple, Generic[_T]):
    volatility: _T
    regime: _T

class _DemaEnvelope(NamedTuple, Generic[_T]):
    dema: _T
    top: _T
    bot: _T

class _DemarkPivotPoint(NamedTuple, Generic[_T]):
    p: _T
    s1: _T
    r1: _T

class _Di(NamedTuple, Generic[_T]):
    plusDI: _T
    minusDI: _T

class _Dm(NamedTuple, Generic[_T]):
    adx: _T
    adxr: _T
    plusDI: _T
    minusDI: _T

class _DmaEnvelope(NamedTuple, Generic[_T]):
    dma: _T
    top: _T
    bot: _T

class _Dmi(NamedTuple, Generic[_T]):
    adx: _T
    plusDI: _T
    minusDI: _T

class _Donchian(NamedTuple, Generic[_T]):
    dch: _T
    dcm: _T
    dcl: _T

class _EcEnvelope(NamedTuple, Generic[_T]):
    ec: _T
    top: _T
    bot: _T

class _EmaEnvelope(NamedTuple, Generic[_T]):
    ema: _T
    top: _T
    bot: _T

class _Envelope(NamedTuple, Generic[_T]):
    src: _T
    top: _T
    bot: _T

class _Eri(NamedTuple, Generic[_T]):
    bull_power: _T
    bear_power: _T

class _FibonacciPivotPoint(NamedTuple, Generic[_T]):
    p: _T
    s1: _T
    s2: _T
    s3: _T
    r1: _T
    r2: _T
    r3: _T

class _Fractal(NamedTuple, Generic[_T]):
    high: _T
    low: _T

class _Ha(NamedTuple, Generic[_T]):
    open: _T
    high: _T
    low: _T
    close: _T

class _HaDelta(NamedTuple, Generic[_T]):
    haDelta: _T
    smoothed: _T

class _HmaEnvelope(NamedTuple, Generic[_T]):
    hma: _T
    top: _T
    bot: _T

class _HtPhasor(NamedTuple, Generic[_T]):
    inphase: _T
    quadrature: _T

class _HtSine(NamedTuple, Generic[_T]):
    sine: _T
    leadsine: _T

class _Ichimoku(NamedTuple, Generic[_T]):
    tenkan_sen: _T
    kijun_sen: _T
    senkou_span_a: _T
    senkou_span_b: _T
    chikou_span: _T

class _KamaEnvelope(NamedTuple, Generic[_T]):
    kama: _T
    top: _T
    bot: _T

class _Kc(NamedTuple, Generic[_T]):
    upper: _T
    middle: _T
    lower: _T

class _Kdj(NamedTuple, Generic[_T]):
    percK: _T
    percD: _T
    j: _T

class _Kst(NamedTuple, Generic[_T]):
    kst: _T
    signal: _T

class _LiquidationLevels(NamedTuple, Generic[_T]):
    long_liq: _T
    short_liq: _T

class _Macd(NamedTuple, Generic[_T]):
    macd: _T
    signal: _T
    histo: _T

class _Macdext(NamedTuple, Generic[_T]):
    macd: _T
    signal: _T
    histo: _T

class _Macdfix(NamedTuple, Generic[_T]):
    macd: _T
    signal: _T
    histo: _T

class _Mama(NamedTuple, Generic[_T]):
    mama: _T
    fama: _T

class _Minmax(NamedTuple, Generic[_T]):
    lowest: _T
    highest: _T

class _Minmaxindex(NamedTuple, Generic[_T]):
    lowest_row: _T
    highest_row: _T

class _OlsSlopeIntercept(NamedTuple, Generic[_T]):
    slope: _T
    intercept: _T

class _OlsTransformation(NamedTuple, Generic[_T]):
    spread: _T
    spread_mean: _T
    spread_std: _T
    zscore: _T

class _PercentagePriceOscillator(NamedTuple, Generic[_T]):
    ppo: _T
    signal: _T
    histo: _T

class _PercentagePriceOscillatorShort(NamedTuple, Generic[_T]):
    ppo: _T
    signal: _T
    histo: _T

class _PivotPoint(NamedTuple, Generic[_T]):
    p: _T
    s1: _T
    s2: _T
    r1: _T
    r2: _T

class _Range(NamedTuple, Generic[_T]):
    highest: _T
    lowest: _T

class _SmaEnvelope(NamedTuple, Generic[_T]):
    sma: _T
    top: _T
    bot: _T

class _Smi(NamedTuple, Generic[_T]):
    smi: _T
    signal: _T

class _SmmaEnvelope(NamedTuple, Generic[_T]):
    smma: _T
    top: _T
    bot: _T

class _Stoch(NamedTuple, Generic[_T]):
    percK: _T
    percD: _T

class _StochasticFull(NamedTuple, Generic[_T]):
    percK: _T
    percD: _T
    percDSlow: _T

class _Stochf(NamedTuple, Generic[_T]):
    percK: _T
    percD: _T

class _Stochrsi(NamedTuple, Generic[_T]):
    percK: _T
    percD: _T

class _Supertrend(NamedTuple, Generic[_T]):
    supertrend: _T
    trend: _T

class _TemaEnvelope(NamedTuple, Generic[_T]):
    tema: _T
    top: _T
    bot: _T

class _TrixSignal(NamedTuple, Generic[_T]):
    trix: _T
    signal: _T

class _Vortex(NamedTuple, Generic[_T]):
    vi_plus: _T
    vi_minus: _T

class _WmaEnvelope(NamedTuple, Generic[_T]):
    wma: _T
    top: _T
    bot: _T

class _ZlemaEnvelope(NamedTuple, Generic[_T]):
    zlema: _T
    top: _T
    bot: _T

@overload
def abandoned_baby(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    penetration: float = 0.3,
    *,
    axis: int | None = None,
) -> _Series:
    """A doji stands alone beyond a long candle, and one of the other color leaps back into its body.

    penetration: a number from 0 on.
    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def abandoned_baby(
    open: _SeriesLike,
    high: _SeriesLike,
    low: _SeriesLike,
    close: _SeriesLike,
    penetration: float | Sequence[float] | npt.NDArray[Any] = 0.3,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def abandoned_baby(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    penetration: float | Sequence[float] | npt.NDArray[Any] = 0.3,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def ac(
    high: _Same,
    low: _Same,
    fast: int = 5,
    slow: int = 34,
    signal: int = 5,
    *,
    axis: int | None = None,
) -> _Same:
    """Acceleration oscillator: the awesome oscillator less its mean.

    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    signal: a whole number from 1 to 1048576.
    Lines: ac. Source: B. Williams; TA-Lib AC.
    """

@overload
def ac(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    fast: int | Sequence[int] | npt.NDArray[Any] = 5,
    slow: int | Sequence[int] | npt.NDArray[Any] = 34,
    signal: int | Sequence[int] | npt.NDArray[Any] = 5,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def ac(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    fast: int | Sequence[int] | npt.NDArray[Any] = 5,
    slow: int | Sequence[int] | npt.NDArray[Any] = 34,
    signal: int | Sequence[int] | npt.NDArray[Any] = 5,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def accbands(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 20,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Accbands[_Same]:
    """Acceleration bands: averages of high and low, each moved away by the width of its bar.

    period: a whole number of rows from 1 to 1048576.
    Lines: upper, middle, lower. Source: P. Headley; TA-Lib ACCBANDS.
    """

@overload
def accbands(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def accbands(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Accbands[_Floats]: ...
@overload
def acos(ratio: _Same, *, axis: int | None = None) -> _Same:
    """Arc cosine in radians; NaN beyond 1.

    Lines: acos. Source: TA-Lib's function of that name.
    """

@overload
def acos(ratio: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def ad(high: _Same, low: _Same, close: _Same, volume: _Same, *, axis: int | None = None) -> _Same:
    """Accumulation/distribution: the running sum of volume weighed by where the close lies in its bar.

    Lines: ad. Source: M. Chaikin; TA-Lib AD.
    """

@overload
def ad(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    volume: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def add(high: _Same, low: _Same, *, axis: int | None = None) -> _Same:
    """The first column plus the second.

    Lines: add. Source: TA-Lib's function of that name.
    """

@overload
def add(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def adosc(
    high: _Same,
    low: _Same,
    close: _Same,
    volume: _Same,
    fast: int = 3,
    slow: int = 10,
    *,
    axis: int | None = None,
) -> _Same:
    """Chaikin's oscillator: a fast average of accumulation/distribution less a slow one.

    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    Lines: adosc. Source: M. Chaikin; TA-Lib ADOSC.
    """

@overload
def adosc(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    volume: _SeriesLike | npt.NDArray[np.float32],
    fast: int | Sequence[int] | npt.NDArray[Any] = 3,
    slow: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def adosc(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    volume: npt.ArrayLike,
    fast: int | Sequence[int] | npt.NDArray[Any] = 3,
    slow: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def adr(high: _Same, low: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """Average daily range: the mean of high less low.

    period: a whole number of rows from 1 to 1048576.
    Lines: adr. Source: TA-Lib ADR.
    """

@overload
def adr(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def adr(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def advance_block(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """Three white candles climb, and grow weaker: smaller bodies or longer shadows above.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def advance_block(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def adx(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 14,
    style: _Style | int = "talib",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Average directional movement index: how strong the trend is, up or down, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: adx. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

@overload
def adx(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def adx(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def adxr(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 14,
    style: _Style | int = "talib",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Mean of the average directional movement index now and a period ago.

    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: adxr. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

@overload
def adxr(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def adxr(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def all_n(close: _Same, period: int = 1, *, window: int = ..., axis: int | None = None) -> _Same:
    """1 where all of the last values are other than 0, else 0.

    period: a whole number of rows from 1 to 1048576.
    Lines: alln. Source: AllN.
    """

@overload
def all_n(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def all_n(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def all_n(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def any_n(close: _Same, period: int = 1, *, window: int = ..., axis: int | None = None) -> _Same:
    """1 where any of the last values is other than 0, else 0.

    period: a whole number of rows from 1 to 1048576.
    Lines: anyn. Source: AnyN.
    """

@overload
def any_n(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def any_n(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def any_n(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def ao(high: _Same, low: _Same, fast: int = 5, slow: int = 34, *, axis: int | None = None) -> _Same:
    """Awesome oscillator: a fast mean of the middles of bars less a slow one.

    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    Lines: ao. Source: B. Williams; TA-Lib AO.
    """

@overload
def ao(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    fast: int | Sequence[int] | npt.NDArray[Any] = 5,
    slow: int | Sequence[int] | npt.NDArray[Any] = 34,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def ao(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    fast: int | Sequence[int] | npt.NDArray[Any] = 5,
    slow: int | Sequence[int] | npt.NDArray[Any] = 34,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def apo(
    close: _Same,
    fast: int = 12,
    slow: int = 26,
    average: _Average | int = "ema",
    *,
    axis: int | None = None,
) -> _Same:
    """Absolute price oscillator: a fast moving average less a slow one.

    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: apo. Source: TA-Lib APO.
    """

@overload
def apo(
    close: _SeriesLike | npt.NDArray[np.float32],
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "ema",
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def apo(
    close: npt.ArrayLike,
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "ema",
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def apo(
    *,
    prices: npt.ArrayLike,
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "ema",
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def aroon(
    high: _Same,
    low: _Same,
    period: int = 14,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Aroon[_Same]:
    """How recently the lowest low and the highest high were seen, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: down, up. Source: T. Chande (1995); TA-Lib AROON.
    """

@overload
def aroon(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def aroon(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Aroon[_Floats]: ...
@overload
def aroon_down(high: _Same, low: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """How recently the lowest low was seen, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: aroondown. Source: T. Chande (1995).
    """

@overload
def aroon_down(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def aroon_down(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def aroon_up(high: _Same, low: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """How recently the highest high was seen, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: aroonup. Source: T. Chande (1995).
    """

@overload
def aroon_up(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def aroon_up(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def aroon_up_down_oscillator(
    high: _Same,
    low: _Same,
    period: int = 14,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _AroonUpDownOscillator[_Same]:
    """Aroon up, Aroon down and their difference.

    period: a whole number of rows from 1 to 1048576.
    Lines: aroonup, aroondown, aroonosc. Source: T. Chande (1995).
    """

@overload
def aroon_up_down_oscillator(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def aroon_up_down_oscillator(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _AroonUpDownOscillator[_Floats]: ...
@overload
def aroonosc(high: _Same, low: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """Aroon up less Aroon down, -100 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: aroonosc. Source: T. Chande (1995); TA-Lib AROONOSC.
    """

@overload
def aroonosc(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def aroonosc(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def asin(ratio: _Same, *, axis: int | None = None) -> _Same:
    """Arc sine in radians; NaN beyond 1.

    Lines: asin. Source: TA-Lib's function of that name.
    """

@overload
def asin(ratio: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def atan(close: _Same, *, axis: int | None = None) -> _Same:
    """Arc tangent in radians.

    Lines: atan. Source: TA-Lib's function of that name.
    """

@overload
def atan(close: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def atan(*, prices: npt.ArrayLike, out: _Floats | None = None, axis: int | None = None) -> Any: ...
@overload
def atr(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 14,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Average true range, with Wilder's average.

    period: a whole number of rows from 1 to 1048576.
    Lines: atr. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

@overload
def atr(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def atr(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def avgdev(
    close: _Same,
    period: int = 14,
    style: _Style | int = "talib",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Mean distance of the last values from their mean (talib), or from the mean that each had at its own row

        (backtrader).
    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: deviation. Source: TA-Lib AVGDEV, backtrader MeanDeviation.
    """

@overload
def avgdev(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def avgdev(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def avgdev(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def avgprice(open: _Same, high: _Same, low: _Same, close: _Same, *, axis: int | None = None) -> _Same:
    """Mean of open, high, low and close.

    Lines: avgprice. Source: TA-Lib's function of that name.
    """

@overload
def avgprice(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def bbands(
    close: _Same,
    period: int = 20,
    up: float = 2,
    down: float = 2,
    average: _Average | int = "sma",
    deviation: _Deviation | int = "population",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Bbands[_Same]:
    """Bollinger's bands: a moving average, and so many standard deviations above and below it.

    period: a whole number of rows from 1 to 1048576.
    up: a number.
    down: a number.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    deviation: one of population, sample.
    Lines: top, mid, bot. Source: J. Bollinger; TA-Lib BBANDS, backtrader BollingerBands.
    """

@overload
def bbands(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    up: float | Sequence[float] | npt.NDArray[Any] = 2,
    down: float | Sequence[float] | npt.NDArray[Any] = 2,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    deviation: _Deviation | int | Sequence[_Deviation | int] | npt.NDArray[Any] = "population",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def bbands(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    up: float | Sequence[float] | npt.NDArray[Any] = 2,
    down: float | Sequence[float] | npt.NDArray[Any] = 2,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    deviation: _Deviation | int | Sequence[_Deviation | int] | npt.NDArray[Any] = "population",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Bbands[_Floats]: ...
@overload
def bbands(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    up: float | Sequence[float] | npt.NDArray[Any] = 2,
    down: float | Sequence[float] | npt.NDArray[Any] = 2,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    deviation: _Deviation | int | Sequence[_Deviation | int] | npt.NDArray[Any] = "population",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def bbands_pct(
    close: _Same,
    period: int = 20,
    devfactor: float = 2,
    average: _Average | int = "sma",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _BbandsPct[_Same]:
    """Bollinger's bands, and where the value lies between them: 0 is the lower one, 1 the upper one.

    period: a whole number of rows from 1 to 1048576.
    devfactor: a number from -1000000 to 1000000.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: top, mid, bot, pctb. Source: J. Bollinger.
    """

@overload
def bbands_pct(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    devfactor: float | Sequence[float] | npt.NDArray[Any] = 2,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def bbands_pct(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    devfactor: float | Sequence[float] | npt.NDArray[Any] = 2,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _BbandsPct[_Floats]: ...
@overload
def bbands_pct(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    devfactor: float | Sequence[float] | npt.NDArray[Any] = 2,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def belt_hold(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A long candle that opens at its extreme: no shadow below a white one, or above a black one.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def belt_hold(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def beta(benchmark: _Same, close: _Same, period: int = 30, *, window: int = ..., axis: int | None = None) -> _Same:
    """How much the returns move with the benchmark's: the slope of the one over the other.

    period: a whole number of rows from 1 to 1048576.
    Lines: beta. Source: TA-Lib BETA.
    """

@overload
def beta(
    benchmark: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def beta(
    benchmark: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def bop(open: _Same, high: _Same, low: _Same, close: _Same, *, axis: int | None = None) -> _Same:
    """Balance of power: close less open over the bar's range.

    Lines: bop. Source: TA-Lib's function of that name.
    """

@overload
def bop(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def breakaway(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A long candle, a gap, three candles further on, and one back that closes inside the gap.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def breakaway(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def cci(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 20,
    factor: float = 0.015,
    style: _Style | int = "talib",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Commodity channel index: the typical price's distance from its mean in mean deviations.

    period: a whole number of rows from 1 to 1048576.
    factor: a number from 1e-09 to 1000000000.
    style: one of talib, backtrader.
    Lines: cci. Source: D. Lambert (1980); TA-Lib CCI, backtrader CommodityChannelIndex.
    """

@overload
def cci(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    factor: float | Sequence[float] | npt.NDArray[Any] = 0.015,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def cci(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    factor: float | Sequence[float] | npt.NDArray[Any] = 0.015,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def ceil(close: _Same, *, axis: int | None = None) -> _Same:
    """The whole number above.

    Lines: ceil. Source: TA-Lib's function of that name.
    """

@overload
def ceil(close: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def ceil(*, prices: npt.ArrayLike, out: _Floats | None = None, axis: int | None = None) -> Any: ...
@overload
def closing_marubozu(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """A long candle that closes at its extreme: no shadow above a white one, or below a black one.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def closing_marubozu(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def cmf(
    high: _Same,
    low: _Same,
    close: _Same,
    volume: _Same,
    period: int = 20,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Chaikin's money flow: volume weighed by where the close lies in its bar, over the volume, -1 to 1.

    period: a whole number of rows from 1 to 1048576.
    Lines: cmf. Source: M. Chaikin; TA-Lib CMF.
    """

@overload
def cmf(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    volume: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def cmf(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    volume: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def cmo(close: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """Chande's momentum oscillator with Wilder's averages: rises less falls over both, -100 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: cmo. Source: T. Chande (1994); TA-Lib CMO.
    """

@overload
def cmo(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def cmo(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def cmo(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def cmou(close: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """Chande's momentum oscillator with plain sums: rises less falls over both, -100 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: cmou. Source: T. Chande (1994); TA-Lib CMOU.
    """

@overload
def cmou(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def cmou(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def cmou(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def concealing_baby_swallow(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """Two black candles without shadows, one that gaps down and reaches back up, and one that swallows it.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def concealing_baby_swallow(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def coppock(
    close: _Same,
    average: int = 10,
    first: int = 11,
    second: int = 14,
    *,
    axis: int | None = None,
) -> _Same:
    """Coppock's curve: a weighted average of two rates of change.

    average: a whole number from 1 to 1048576.
    first: a whole number from 1 to 1048576.
    second: a whole number from 1 to 1048576.
    Lines: coppock. Source: E. Coppock (1962); TA-Lib COPPOCK.
    """

@overload
def coppock(
    close: _SeriesLike | npt.NDArray[np.float32],
    average: int | Sequence[int] | npt.NDArray[Any] = 10,
    first: int | Sequence[int] | npt.NDArray[Any] = 11,
    second: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def coppock(
    close: npt.ArrayLike,
    average: int | Sequence[int] | npt.NDArray[Any] = 10,
    first: int | Sequence[int] | npt.NDArray[Any] = 11,
    second: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def coppock(
    *,
    prices: npt.ArrayLike,
    average: int | Sequence[int] | npt.NDArray[Any] = 10,
    first: int | Sequence[int] | npt.NDArray[Any] = 11,
    second: int | Sequence[int] | npt.NDArray[Any] = 14,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def correl(
    close: _Same,
    benchmark: _Same,
    period: int = 30,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Pearson's correlation of two series, -1 to 1.

    period: a whole number of rows from 1 to 1048576.
    Lines: correlation. Source: TA-Lib CORREL.
    """

@overload
def correl(
    close: _SeriesLike | npt.NDArray[np.float32],
    benchmark: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def correl(
    close: npt.ArrayLike,
    benchmark: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def cos(close: _Same, *, axis: int | None = None) -> _Same:
    """Cosine of radians.

    Lines: cos. Source: TA-Lib's function of that name.
    """

@overload
def cos(close: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def cos(*, prices: npt.ArrayLike, out: _Floats | None = None, axis: int | None = None) -> Any: ...
@overload
def cosh(close: _Same, *, axis: int | None = None) -> _Same:
    """Hyperbolic cosine.

    Lines: cosh. Source: TA-Lib's function of that name.
    """

@overload
def cosh(close: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def cosh(*, prices: npt.ArrayLike, out: _Floats | None = None, axis: int | None = None) -> Any: ...
@overload
def counterattack(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """Two long candles of different colors that close at the same price.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def counterattack(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def covariance(
    close: _Same,
    benchmark: _Same,
    period: int = 30,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Covariance of two series, of the population.

    period: a whole number of rows from 1 to 1048576.
    Lines: covariance. Source: the mean of products less the product of means.
    """

@overload
def covariance(
    close: _SeriesLike | npt.NDArray[np.float32],
    benchmark: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def covariance(
    close: npt.ArrayLike,
    benchmark: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def cross_down(first: _Same, second: _Same, *, axis: int | None = None) -> _Same:
    """1 where the first series crosses the second downward, else 0.

    Lines: cross. Source: CrossDown.
    """

@overload
def cross_down(
    first: npt.ArrayLike,
    second: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def cross_over(first: _Same, second: _Same, *, axis: int | None = None) -> _Same:
    """1 where the first series crosses the second upward, -1 downward, else 0; a touch is no cross.

    Lines: crossover. Source: CrossOver.
    """

@overload
def cross_over(
    first: npt.ArrayLike,
    second: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def cross_up(first: _Same, second: _Same, *, axis: int | None = None) -> _Same:
    """1 where the first series crosses the second upward, else 0.

    Lines: cross. Source: CrossUp.
    """

@overload
def cross_up(
    first: npt.ArrayLike,
    second: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def crypto_volatility_index(
    close: _Same,
    period: int = 24,
    low: float = 20,
    high: float = 80,
    bars_a_year: float = 8760,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _CryptoVolatilityIndex[_Same]:
    """Deviation of the last returns in percent a year, and whether it is below (-1), between (0) or above (1) two

        levels; bars_a_year is 8760 for hours.
    period: a whole number of rows from 1 to 1048576.
    low: a number from 0 to 1000000000.
    high: a number from 0 to 1000000000.
    bars_a_year: a number from 1e-09 to 1e+12.
    Lines: volatility, regime. Source: population deviation of simple returns x the root of the bars a year.
    """

@overload
def crypto_volatility_index(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 24,
    low: float | Sequence[float] | npt.NDArray[Any] = 20,
    high: float | Sequence[float] | npt.NDArray[Any] = 80,
    bars_a_year: float | Sequence[float] | npt.NDArray[Any] = 8760,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def crypto_volatility_index(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 24,
    low: float | Sequence[float] | npt.NDArray[Any] = 20,
    high: float | Sequence[float] | npt.NDArray[Any] = 80,
    bars_a_year: float | Sequence[float] | npt.NDArray[Any] = 8760,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _CryptoVolatilityIndex[_Floats]: ...
@overload
def crypto_volatility_index(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 24,
    low: float | Sequence[float] | npt.NDArray[Any] = 20,
    high: float | Sequence[float] | npt.NDArray[Any] = 80,
    bars_a_year: float | Sequence[float] | npt.NDArray[Any] = 8760,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def cumsum(close: _Same, *, axis: int | None = None) -> _Same:
    """Sum of all values so far.

    Lines: cumsum. Source: TA-Lib's function of that name.
    """

@overload
def cumsum(close: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def cumsum(*, prices: npt.ArrayLike, out: _Floats | None = None, axis: int | None = None) -> Any: ...
@overload
def cvi(
    high: _Same,
    low: _Same,
    period: int = 10,
    change: int = 10,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Chaikin's volatility: the rate of change of an exponential average of high less low.

    period: a whole number of rows from 1 to 1048576.
    change: a whole number from 1 to 1048576.
    Lines: cvi. Source: M. Chaikin; TA-Lib CVI.
    """

@overload
def cvi(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    change: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def cvi(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    change: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def dark_cloud_cover(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    penetration: float = 0.5,
    *,
    axis: int | None = None,
) -> _Series:
    """A black candle opens above a long white one and closes deep inside its body.

    penetration: a number from 0 on.
    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def dark_cloud_cover(
    open: _SeriesLike,
    high: _SeriesLike,
    low: _SeriesLike,
    close: _SeriesLike,
    penetration: float | Sequence[float] | npt.NDArray[Any] = 0.5,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def dark_cloud_cover(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    penetration: float | Sequence[float] | npt.NDArray[Any] = 0.5,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def dema(
    close: _Same,
    period: int = 30,
    seed: _Seed | int = "mean",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Double exponential moving average: 2 e - e(e), for an e that lags half as much.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: dema. Source: P. Mulloy (1994); TA-Lib DEMA.
    """

@overload
def dema(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def dema(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def dema(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def dema_envelope(
    close: _Same,
    period: int = 30,
    seed: _Seed | int = "mean",
    percent: float = 2.5,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _DemaEnvelope[_Same]:
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    percent: a number from 0 to 1000000.
    Lines: dema, top, bot. Source: backtrader's envelopes and oscillators.
    """

@overload
def dema_envelope(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def dema_envelope(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _DemaEnvelope[_Floats]: ...
@overload
def dema_envelope(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def dema_oscillator(
    close: _Same,
    period: int = 30,
    seed: _Seed | int = "mean",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: dema. Source: backtrader's envelopes and oscillators.
    """

@overload
def dema_oscillator(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def dema_oscillator(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def dema_oscillator(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def demark_pivot_point(
    open: _Same,
    high: _Same,
    low: _Same,
    close: _Same,
    *,
    axis: int | None = None,
) -> _DemarkPivotPoint[_Same]:
    """Pivot point that counts twice the low of a falling, the high of a rising, the close of any other bar.

    Lines: p, s1, r1. Source: T. DeMark; backtrader's counts the close of a rising bar.
    """

@overload
def demark_pivot_point(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _DemarkPivotPoint[_Floats]: ...
@overload
def di(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 14,
    style: _Style | int = "talib",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Di[_Same]:
    """Upward and downward movement as shares of the true range, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: plusDI, minusDI. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

@overload
def di(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def di(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Di[_Floats]: ...
@overload
def div(high: _Same, low: _Same, *, axis: int | None = None) -> _Same:
    """The first column over the second.

    Lines: div. Source: TA-Lib's function of that name.
    """

@overload
def div(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def dm(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 14,
    style: _Style | int = "talib",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Dm[_Same]:
    """Wilder's directional movement system: average index, its rating, both indicators.

    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: adx, adxr, plusDI, minusDI. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978);
        as TA-Lib.
    """

@overload
def dm(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def dm(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Dm[_Floats]: ...
@overload
def dma(
    close: _Same,
    period: int = 30,
    gainlimit: int = 50,
    hperiod: int = 7,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Dickson's moving average: the mean of the zero lag indicator and a Hull average.

    period: a whole number of rows from 1 to 1048576.
    gainlimit: a whole number from 0 to 1000000.
    hperiod: a whole number of rows from 1 to 1048576.
    Lines: dma. Source: N. Dickson.
    """

@overload
def dma(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    hperiod: int | Sequence[int] | npt.NDArray[Any] = 7,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def dma(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    hperiod: int | Sequence[int] | npt.NDArray[Any] = 7,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def dma(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    hperiod: int | Sequence[int] | npt.NDArray[Any] = 7,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def dma_envelope(
    close: _Same,
    period: int = 30,
    gainlimit: int = 50,
    hperiod: int = 7,
    percent: float = 2.5,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _DmaEnvelope[_Same]:
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    gainlimit: a whole number from 0 to 1000000.
    hperiod: a whole number of rows from 1 to 1048576.
    percent: a number from 0 to 1000000.
    Lines: dma, top, bot. Source: backtrader's envelopes and oscillators.
    """

@overload
def dma_envelope(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    hperiod: int | Sequence[int] | npt.NDArray[Any] = 7,
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def dma_envelope(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    hperiod: int | Sequence[int] | npt.NDArray[Any] = 7,
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _DmaEnvelope[_Floats]: ...
@overload
def dma_envelope(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    hperiod: int | Sequence[int] | npt.NDArray[Any] = 7,
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def dma_oscillator(
    close: _Same,
    period: int = 30,
    gainlimit: int = 50,
    hperiod: int = 7,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    gainlimit: a whole number from 0 to 1000000.
    hperiod: a whole number of rows from 1 to 1048576.
    Lines: dma. Source: backtrader's envelopes and oscillators.
    """

@overload
def dma_oscillator(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    hperiod: int | Sequence[int] | npt.NDArray[Any] = 7,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def dma_oscillator(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    hperiod: int | Sequence[int] | npt.NDArray[Any] = 7,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def dma_oscillator(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    hperiod: int | Sequence[int] | npt.NDArray[Any] = 7,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def dmi(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 14,
    style: _Style | int = "talib",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Dmi[_Same]:
    """Average directional movement index with the two indicators that it compares, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: adx, plusDI, minusDI. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-
        Lib.
    """

@overload
def dmi(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def dmi(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Dmi[_Floats]: ...
@overload
def doji(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A candle that closes where it opened.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def doji(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def doji_star(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A doji gaps away from a long candle in the direction of that.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def doji_star(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def donchian(
    high: _Same,
    low: _Same,
    period: int = 20,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Donchian[_Same]:
    """Donchian's channel: the highest high, the lowest low and the middle between them.

    period: a whole number of rows from 1 to 1048576.
    Lines: dch, dcm, dcl. Source: R. Donchian; TA-Lib DONCHIAN.
    """

@overload
def donchian(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def donchian(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Donchian[_Floats]: ...
@overload
def down_day(close: _Same, period: int = 1, *, window: int = ..., axis: int | None = None) -> _Same:
    """The fall from the value a period ago, or 0.

    period: a whole number of rows from 1 to 1048576.
    Lines: downday. Source: DownDay.
    """

@overload
def down_day(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def down_day(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def down_day(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def down_day_bool(close: _Same, period: int = 1, *, window: int = ..., axis: int | None = None) -> _Same:
    """1 where the value is below the one a period ago, else 0.

    period: a whole number of rows from 1 to 1048576.
    Lines: downday. Source: DownDayBool.
    """

@overload
def down_day_bool(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def down_day_bool(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def down_day_bool(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def down_move(close: _Same, *, axis: int | None = None) -> _Same:
    """The value before it less the value.

    Lines: downmove. Source: DownMove.
    """

@overload
def down_move(close: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def down_move(*, prices: npt.ArrayLike, out: _Floats | None = None, axis: int | None = None) -> Any: ...
@overload
def dpo(
    close: _Same,
    period: int = 20,
    style: _Style | int = "talib",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Detrended price oscillator: the value of half a period ago less the moving average (talib), or the value

        less the moving average of half a period ago (backtrader).
    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: dpo. Source: TA-Lib DPO, backtrader DetrendedPriceOscillator.
    """

@overload
def dpo(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def dpo(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def dpo(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def dragonfly_doji(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """A doji with a shadow below and none above.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def dragonfly_doji(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def dv2(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 252,
    maperiod: int = 2,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """DV2: the rank, in percent, of how high the close lies in its bar on average.

    period: a whole number of rows from 1 to 1048576.
    maperiod: a whole number of rows from 1 to 1048576.
    Lines: dv2. Source: D. Varadi.
    """

@overload
def dv2(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 252,
    maperiod: int | Sequence[int] | npt.NDArray[Any] = 2,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def dv2(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 252,
    maperiod: int | Sequence[int] | npt.NDArray[Any] = 2,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def dx(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 14,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Directional movement index: how far the directional indicators are apart, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: dx. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

@overload
def dx(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def dx(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def ec(close: _Same, period: int = 30, gainlimit: int = 50, *, window: int = ..., axis: int | None = None) -> _Same:
    """Zero lag indicator: an exponential average, corrected by the gain (in tenths up to the limit) that brings it

        closest to the value.
    period: a whole number of rows from 1 to 1048576.
    gainlimit: a whole number from 0 to 1000000.
    Lines: ec. Source: J. Ehlers and R. Way, Zero Lag (2010).
    """

@overload
def ec(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def ec(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def ec(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def ec_envelope(
    close: _Same,
    period: int = 30,
    gainlimit: int = 50,
    percent: float = 2.5,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _EcEnvelope[_Same]:
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    gainlimit: a whole number from 0 to 1000000.
    percent: a number from 0 to 1000000.
    Lines: ec, top, bot. Source: backtrader's envelopes and oscillators.
    """

@overload
def ec_envelope(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def ec_envelope(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _EcEnvelope[_Floats]: ...
@overload
def ec_envelope(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def ec_oscillator(
    close: _Same,
    period: int = 30,
    gainlimit: int = 50,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    gainlimit: a whole number from 0 to 1000000.
    Lines: ec. Source: backtrader's envelopes and oscillators.
    """

@overload
def ec_oscillator(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def ec_oscillator(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def ec_oscillator(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    gainlimit: int | Sequence[int] | npt.NDArray[Any] = 50,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def efi(close: _Same, volume: _Same, period: int = 13, *, window: int = ..., axis: int | None = None) -> _Same:
    """Force index: an exponential average of the change of the close times the volume.

    period: a whole number of rows from 1 to 1048576.
    Lines: efi. Source: A. Elder (1993); TA-Lib EFI.
    """

@overload
def efi(
    close: _SeriesLike | npt.NDArray[np.float32],
    volume: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 13,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def efi(
    close: npt.ArrayLike,
    volume: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 13,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def ema(
    close: _Same,
    period: int = 30,
    seed: _Seed | int = "mean",
    alpha: float = 0,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Exponential moving average: each value moves it by alpha of the distance, 2 / (period + 1) where alpha is 0.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    alpha: a number from 0 to 1.
    Lines: ema. Source: TA-Lib EMA, backtrader ExponentialMovingAverage.
    """

@overload
def ema(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    alpha: float | Sequence[float] | npt.NDArray[Any] = 0,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def ema(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    alpha: float | Sequence[float] | npt.NDArray[Any] = 0,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def ema(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    alpha: float | Sequence[float] | npt.NDArray[Any] = 0,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def ema_envelope(
    close: _Same,
    period: int = 30,
    seed: _Seed | int = "mean",
    percent: float = 2.5,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _EmaEnvelope[_Same]:
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    percent: a number from 0 to 1000000.
    Lines: ema, top, bot. Source: backtrader's envelopes and oscillators.
    """

@overload
def ema_envelope(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def ema_envelope(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _EmaEnvelope[_Floats]: ...
@overload
def ema_envelope(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def ema_oscillator(
    close: _Same,
    period: int = 30,
    seed: _Seed | int = "mean",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: ema. Source: backtrader's envelopes and oscillators.
    """

@overload
def ema_oscillator(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def ema_oscillator(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def ema_oscillator(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def engulfing(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A body holds that of a candle of the other color before it; 80 where they share an end.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def engulfing(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def envelope(close: _Same, percent: float = 2.5, *, axis: int | None = None) -> _Envelope[_Same]:
    """The value, and lines so many percent above and below it.

    percent: a number from 0 to 1000000.
    Lines: src, top, bot. Source: backtrader Envelope.
    """

@overload
def envelope(
    close: _SeriesLike | npt.NDArray[np.float32],
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def envelope(
    close: npt.ArrayLike,
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Envelope[_Floats]: ...
@overload
def envelope(
    *,
    prices: npt.ArrayLike,
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def er(close: _Same, period: int = 10, *, window: int = ..., axis: int | None = None) -> _Same:
    """Efficiency ratio: the way from the value a period ago over the sum of all steps, 0 to 1.

    period: a whole number of rows from 1 to 1048576.
    Lines: er. Source: P. Kaufman; TA-Lib ER.
    """

@overload
def er(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def er(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def er(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def eri(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 13,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Eri[_Same]:
    """Elder's ray: the high and the low less an exponential average of the close.

    period: a whole number of rows from 1 to 1048576.
    Lines: bull_power, bear_power. Source: A. Elder (1989); TA-Lib ERI.
    """

@overload
def eri(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 13,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def eri(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 13,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Eri[_Floats]: ...
@overload
def evening_doji_star(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    penetration: float = 0.3,
    *,
    axis: int | None = None,
) -> _Series:
    """A doji gaps up from a long white candle, and a black one falls into its body.

    penetration: a number from 0 on.
    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def evening_doji_star(
    open: _SeriesLike,
    high: _SeriesLike,
    low: _SeriesLike,
    close: _SeriesLike,
    penetration: float | Sequence[float] | npt.NDArray[Any] = 0.3,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def evening_doji_star(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    penetration: float | Sequence[float] | npt.NDArray[Any] = 0.3,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def evening_star(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    penetration: float = 0.3,
    *,
    axis: int | None = None,
) -> _Series:
    """A short body gaps up from a long white candle, and a black one falls into its body.

    penetration: a number from 0 on.
    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def evening_star(
    open: _SeriesLike,
    high: _SeriesLike,
    low: _SeriesLike,
    close: _SeriesLike,
    penetration: float | Sequence[float] | npt.NDArray[Any] = 0.3,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def evening_star(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    penetration: float | Sequence[float] | npt.NDArray[Any] = 0.3,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def exchange_premium(close: _Same, benchmark: _Same, *, axis: int | None = None) -> _Same:
    """How many percent a price lies above that of another exchange.

    Lines: premium. Source: (close - benchmark) / benchmark x 100.
    """

@overload
def exchange_premium(
    close: npt.ArrayLike,
    benchmark: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def exp(close: _Same, *, axis: int | None = None) -> _Same:
    """The exponential function.

    Lines: exp. Source: TA-Lib's function of that name.
    """

@overload
def exp(close: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def exp(*, prices: npt.ArrayLike, out: _Floats | None = None, axis: int | None = None) -> Any: ...
@overload
def exponential_smoothing_dynamic(
    close: _Same,
    alpha: _Same,
    period: int = 1,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Exponential smoothing whose weight is a column of its own, from the mean of the first values on.

    period: a whole number of rows from 1 to 1048576.
    Lines: av. Source: backtrader ExponentialSmoothingDynamic.
    """

@overload
def exponential_smoothing_dynamic(
    close: _SeriesLike | npt.NDArray[np.float32],
    alpha: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def exponential_smoothing_dynamic(
    close: npt.ArrayLike,
    alpha: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def fibonacci_pivot_point(
    open: _Same,
    high: _Same,
    low: _Same,
    close: _Same,
    weight: _Weight | int = "none",
    level1: float = 0.382,
    level2: float = 0.618,
    level3: float = 1,
    *,
    axis: int | None = None,
) -> _FibonacciPivotPoint[_Same]:
    """Pivot point with supports and resistances at shares of the bar's range.

    weight: one of none, open, close.
    level1: a number from -1000000 to 1000000.
    level2: a number from -1000000 to 1000000.
    level3: a number from -1000000 to 1000000.
    Lines: p, s1, s2, s3, r1, r2, r3. Source: Fibonacci pivots.
    """

@overload
def fibonacci_pivot_point(
    open: _SeriesLike | npt.NDArray[np.float32],
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    weight: _Weight | int | Sequence[_Weight | int] | npt.NDArray[Any] = "none",
    level1: float | Sequence[float] | npt.NDArray[Any] = 0.382,
    level2: float | Sequence[float] | npt.NDArray[Any] = 0.618,
    level3: float | Sequence[float] | npt.NDArray[Any] = 1,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def fibonacci_pivot_point(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    weight: _Weight | int | Sequence[_Weight | int] | npt.NDArray[Any] = "none",
    level1: float | Sequence[float] | npt.NDArray[Any] = 0.382,
    level2: float | Sequence[float] | npt.NDArray[Any] = 0.618,
    level3: float | Sequence[float] | npt.NDArray[Any] = 1,
    *,
    out: tuple[_Floats, _Floats, _Floats, _Floats, _Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _FibonacciPivotPoint[_Floats]: ...
@overload
def first_highest(close: _Same, period: int = 1, *, window: int = ..., axis: int | None = None) -> _Same:
    """How many bars ago the highest of the last values was; of equals the newest.

    period: a whole number of rows from 1 to 1048576.
    Lines: index. Source: FindFirstIndexHighest.
    """

@overload
def first_highest(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def first_highest(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def first_highest(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def first_lowest(close: _Same, period: int = 1, *, window: int = ..., axis: int | None = None) -> _Same:
    """How many bars ago the lowest of the last values was; of equals the newest.

    period: a whole number of rows from 1 to 1048576.
    Lines: index. Source: FindFirstIndexLowest.
    """

@overload
def first_lowest(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def first_lowest(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def first_lowest(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def floor(close: _Same, *, axis: int | None = None) -> _Same:
    """The whole number below.

    Lines: floor. Source: TA-Lib's function of that name.
    """

@overload
def floor(close: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def floor(*, prices: npt.ArrayLike, out: _Floats | None = None, axis: int | None = None) -> Any: ...
@overload
def fosc(close: _Same, period: int = 5, *, window: int = ..., axis: int | None = None) -> _Same:
    """Forecast oscillator: how far, in percent, the value lies above its forecast by the line of least squares.

    period: a whole number of rows from 2 to 1048576.
    Lines: fosc. Source: T. Chande; TA-Lib FOSC.
    """

@overload
def fosc(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def fosc(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def fosc(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 5,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def fractal(high: _Same, low: _Same, left: int = 2, right: int = 2, *, axis: int | None = None) -> _Fractal[_Same]:
    """Fractals: 100 where the bar of `right` bars ago is a local high, or low.

    left: a whole number from 1 to 1048576.
    right: a whole number from 1 to 1048576.
    Lines: high, low. Source: B. Williams; TA-Lib FRACTAL.
    """

@overload
def fractal(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    left: int | Sequence[int] | npt.NDArray[Any] = 2,
    right: int | Sequence[int] | npt.NDArray[Any] = 2,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def fractal(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    left: int | Sequence[int] | npt.NDArray[Any] = 2,
    right: int | Sequence[int] | npt.NDArray[Any] = 2,
    *,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Fractal[_Floats]: ...
@overload
def funding_rate(
    close: _Same,
    benchmark: _Same,
    period: int = 8,
    interest: float = 0.0001,
    cap: float = 0.0005,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Funding rate of a perpetual (close) against its index (benchmark), as a share: the mean premium of the last

        bars, pulled towards the interest by at most the cap.
    period: a whole number of rows from 1 to 1048576.
    interest: a number from -1 to 1.
    cap: a number from 0 to 1.
    Lines: rate. Source: premium + clamp(interest - premium, -cap, cap), as Binance and BitMEX define it.
    """

@overload
def funding_rate(
    close: _SeriesLike | npt.NDArray[np.float32],
    benchmark: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 8,
    interest: float | Sequence[float] | npt.NDArray[Any] = 0.0001,
    cap: float | Sequence[float] | npt.NDArray[Any] = 0.0005,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def funding_rate(
    close: npt.ArrayLike,
    benchmark: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 8,
    interest: float | Sequence[float] | npt.NDArray[Any] = 0.0001,
    cap: float | Sequence[float] | npt.NDArray[Any] = 0.0005,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def gap_side_by_side_white(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """Two white candles of the same open and size side by side, beyond a gap.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def gap_side_by_side_white(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def gap_three_methods(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """Two candles of one color with a gap between them, which one of the other color closes.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def gap_three_methods(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def gravestone_doji(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """A doji with a shadow above and none below.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def gravestone_doji(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def ha(open: _Same, high: _Same, low: _Same, close: _Same, *, axis: int | None = None) -> _Ha[_Same]:
    """Heikin-Ashi candles: they close at a bar's average price and open in the middle of the body before.

    Lines: open, high, low, close. Source: TA-Lib's function of that name.
    """

@overload
def ha(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: tuple[_Floats, _Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Ha[_Floats]: ...
@overload
def ha_delta(
    open: _Same,
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 3,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _HaDelta[_Same]:
    """Close less open of Heikin-Ashi candles, and its mean.

    period: a whole number of rows from 1 to 1048576.
    Lines: haDelta, smoothed. Source: D. Valcu, Heikin-Ashi (2004).
    """

@overload
def ha_delta(
    open: _SeriesLike | npt.NDArray[np.float32],
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 3,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def ha_delta(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 3,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _HaDelta[_Floats]: ...
@overload
def hammer(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A short body above a long shadow, near the low of the candle before.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def hammer(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def hanging_man(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A short body above a long shadow, near the high of the candle before.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def hanging_man(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def harami(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A short body inside that of a long candle before it; 80 where they share an end.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def harami(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def harami_cross(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A doji inside the body of a long candle before it; 80 where they share an end.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def harami_cross(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def high_wave(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A short body between two shadows of over twice its length.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def high_wave(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def hikkake(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """An inside bar that the next one leaves to the wrong side; 200 where one of the three bars after it closes

        beyond the right one.
    Lines: pattern. Source: D. L. Chesler, Trading False Moves with the Hikkake Pattern (2004); as TA-Lib.
    """

@overload
def hikkake(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def hma(close: _Same, period: int = 20, *, window: int = ..., axis: int | None = None) -> _Same:
    """Hull moving average: weighted averages combined so that the lag nearly cancels.

    period: a whole number of rows from 1 to 1048576.
    Lines: hma. Source: A. Hull (2005); TA-Lib HMA.
    """

@overload
def hma(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def hma(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def hma(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def hma_envelope(
    close: _Same,
    period: int = 30,
    percent: float = 2.5,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _HmaEnvelope[_Same]:
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    percent: a number from 0 to 1000000.
    Lines: hma, top, bot. Source: backtrader's envelopes and oscillators.
    """

@overload
def hma_envelope(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def hma_envelope(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _HmaEnvelope[_Floats]: ...
@overload
def hma_envelope(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def hma_oscillator(close: _Same, period: int = 30, *, window: int = ..., axis: int | None = None) -> _Same:
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    Lines: hma. Source: backtrader's envelopes and oscillators.
    """

@overload
def hma_oscillator(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def hma_oscillator(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def hma_oscillator(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def homing_pigeon(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """A short black body inside that of a long black candle before it.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def homing_pigeon(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def ht_dcperiod(close: _Same, smoothing: _Smoothing | int = "exact", *, axis: int | None = None) -> _Same:
    """The period of the dominant cycle in bars, 6 to 50.

    smoothing: one of exact, running.
    Lines: dcperiod. Source: J. Ehlers, Rocket Science for Traders (2001); as TA-Lib.
    """

@overload
def ht_dcperiod(
    close: _SeriesLike | npt.NDArray[np.float32],
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def ht_dcperiod(
    close: npt.ArrayLike,
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def ht_dcperiod(
    *,
    prices: npt.ArrayLike,
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def ht_dcphase(close: _Same, smoothing: _Smoothing | int = "exact", *, axis: int | None = None) -> _Same:
    """Where in the dominant cycle the price is, -45 to 315 degrees.

    smoothing: one of exact, running.
    Lines: dcphase. Source: J. Ehlers, Rocket Science for Traders (2001); as TA-Lib.
    """

@overload
def ht_dcphase(
    close: _SeriesLike | npt.NDArray[np.float32],
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def ht_dcphase(
    close: npt.ArrayLike,
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def ht_dcphase(
    *,
    prices: npt.ArrayLike,
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def ht_phasor(close: _Same, smoothing: _Smoothing | int = "exact", *, axis: int | None = None) -> _HtPhasor[_Same]:
    """The price without its trend, in phase and a quarter cycle later.

    smoothing: one of exact, running.
    Lines: inphase, quadrature. Source: J. Ehlers, Rocket Science for Traders (2001); as TA-Lib.
    """

@overload
def ht_phasor(
    close: _SeriesLike | npt.NDArray[np.float32],
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def ht_phasor(
    close: npt.ArrayLike,
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    *,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _HtPhasor[_Floats]: ...
@overload
def ht_phasor(
    *,
    prices: npt.ArrayLike,
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def ht_sine(close: _Same, smoothing: _Smoothing | int = "exact", *, axis: int | None = None) -> _HtSine[_Same]:
    """The sine of the dominant cycle's phase, and of one 45 degrees later.

    smoothing: one of exact, running.
    Lines: sine, leadsine. Source: J. Ehlers, Rocket Science for Traders (2001); as TA-Lib.
    """

@overload
def ht_sine(
    close: _SeriesLike | npt.NDArray[np.float32],
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def ht_sine(
    close: npt.ArrayLike,
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    *,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _HtSine[_Floats]: ...
@overload
def ht_sine(
    *,
    prices: npt.ArrayLike,
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def ht_trendline(close: _Same, smoothing: _Smoothing | int = "exact", *, axis: int | None = None) -> _Same:
    """Instantaneous trendline: the mean of the price over one dominant cycle, smoothed.

    smoothing: one of exact, running.
    Lines: trendline. Source: J. Ehlers, Rocket Science for Traders (2001); as TA-Lib.
    """

@overload
def ht_trendline(
    close: _SeriesLike | npt.NDArray[np.float32],
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def ht_trendline(
    close: npt.ArrayLike,
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def ht_trendline(
    *,
    prices: npt.ArrayLike,
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def ht_trendmode(close: _Series, smoothing: _Smoothing | int = "exact", *, axis: int | None = None) -> _Series:
    """1 in a trend, 0 in a cycle.

    smoothing: one of exact, running.
    Lines: trend. Source: J. Ehlers, Rocket Science for Traders (2001); as TA-Lib.
    """

@overload
def ht_trendmode(
    close: _SeriesLike,
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def ht_trendmode(
    close: npt.ArrayLike,
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def ht_trendmode(
    *,
    prices: npt.ArrayLike,
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    out: _Whole | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def hurst(
    close: _Same,
    period: int = 40,
    lag_start: int = 2,
    lag_end: int = 0,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Hurst's exponent from the spread of differences by lag: 0.5 is a random walk, more a trend; a lag_end of 0

        is half of the period.
    period: a whole number of rows from 8 to 1048576.
    lag_start: a whole number from 1 to 1048576.
    lag_end: a whole number from 0 to 1048576.
    Lines: hurst. Source: H. E. Hurst (1951); backtrader HurstExponent.
    """

@overload
def hurst(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 40,
    lag_start: int | Sequence[int] | npt.NDArray[Any] = 2,
    lag_end: int | Sequence[int] | npt.NDArray[Any] = 0,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def hurst(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 40,
    lag_start: int | Sequence[int] | npt.NDArray[Any] = 2,
    lag_end: int | Sequence[int] | npt.NDArray[Any] = 0,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def hurst(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 40,
    lag_start: int | Sequence[int] | npt.NDArray[Any] = 2,
    lag_end: int | Sequence[int] | npt.NDArray[Any] = 0,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def ichimoku(
    high: _Same,
    low: _Same,
    close: _Same,
    tenkan: int = 9,
    kijun: int = 26,
    senkou: int = 52,
    senkou_lead: int = 26,
    chikou: int = 26,
    *,
    axis: int | None = None,
) -> _Ichimoku[_Same]:
    """Ichimoku cloud; the spans of senkou_lead bars ago, and as lagging span the close, which a chart draws chikou

        bars earlier.
    tenkan: a whole number from 1 to 1048576.
    kijun: a whole number from 1 to 1048576.
    senkou: a whole number from 1 to 1048576.
    senkou_lead: a whole number from 1 to 1048576.
    chikou: a whole number from 1 to 1048576.
    Lines: tenkan_sen, kijun_sen, senkou_span_a, senkou_span_b, chikou_span. Source: G. Hosoda (1969).
    """

@overload
def ichimoku(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    tenkan: int | Sequence[int] | npt.NDArray[Any] = 9,
    kijun: int | Sequence[int] | npt.NDArray[Any] = 26,
    senkou: int | Sequence[int] | npt.NDArray[Any] = 52,
    senkou_lead: int | Sequence[int] | npt.NDArray[Any] = 26,
    chikou: int | Sequence[int] | npt.NDArray[Any] = 26,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def ichimoku(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    tenkan: int | Sequence[int] | npt.NDArray[Any] = 9,
    kijun: int | Sequence[int] | npt.NDArray[Any] = 26,
    senkou: int | Sequence[int] | npt.NDArray[Any] = 52,
    senkou_lead: int | Sequence[int] | npt.NDArray[Any] = 26,
    chikou: int | Sequence[int] | npt.NDArray[Any] = 26,
    *,
    out: tuple[_Floats, _Floats, _Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Ichimoku[_Floats]: ...
@overload
def identical_three_crows(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """Three black candles without shadows below, each opens at the close before.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def identical_three_crows(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def imi(open: _Same, close: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """Intraday momentum index: of the bodies of the last candles, the share of the rising ones, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: imi. Source: T. Chande; TA-Lib IMI.
    """

@overload
def imi(
    open: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def imi(
    open: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def in_neck(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A white candle opens under a long black one and closes at its close or just above.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def in_neck(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def inverted_hammer(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """A short body under a long shadow gaps down.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def inverted_hammer(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def kama(
    close: _Same,
    period: int = 30,
    fast: int = 2,
    slow: int = 30,
    style: _Style | int = "talib",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Kaufman's adaptive moving average: fast where prices go straight, slow where they wander.

    period: a whole number of rows from 1 to 1048576.
    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: kama. Source: P. Kaufman, Trading Systems and Methods (1995); TA-Lib KAMA.
    """

@overload
def kama(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    fast: int | Sequence[int] | npt.NDArray[Any] = 2,
    slow: int | Sequence[int] | npt.NDArray[Any] = 30,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def kama(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    fast: int | Sequence[int] | npt.NDArray[Any] = 2,
    slow: int | Sequence[int] | npt.NDArray[Any] = 30,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def kama(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    fast: int | Sequence[int] | npt.NDArray[Any] = 2,
    slow: int | Sequence[int] | npt.NDArray[Any] = 30,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def kama_envelope(
    close: _Same,
    period: int = 30,
    fast: int = 2,
    slow: int = 30,
    style: _Style | int = "backtrader",
    percent: float = 2.5,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _KamaEnvelope[_Same]:
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    style: one of talib, backtrader.
    percent: a number from 0 to 1000000.
    Lines: kama, top, bot. Source: backtrader's envelopes and oscillators.
    """

@overload
def kama_envelope(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    fast: int | Sequence[int] | npt.NDArray[Any] = 2,
    slow: int | Sequence[int] | npt.NDArray[Any] = 30,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "backtrader",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def kama_envelope(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    fast: int | Sequence[int] | npt.NDArray[Any] = 2,
    slow: int | Sequence[int] | npt.NDArray[Any] = 30,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "backtrader",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _KamaEnvelope[_Floats]: ...
@overload
def kama_envelope(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    fast: int | Sequence[int] | npt.NDArray[Any] = 2,
    slow: int | Sequence[int] | npt.NDArray[Any] = 30,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "backtrader",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def kama_oscillator(
    close: _Same,
    period: int = 30,
    fast: int = 2,
    slow: int = 30,
    style: _Style | int = "backtrader",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: kama. Source: backtrader's envelopes and oscillators.
    """

@overload
def kama_oscillator(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    fast: int | Sequence[int] | npt.NDArray[Any] = 2,
    slow: int | Sequence[int] | npt.NDArray[Any] = 30,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "backtrader",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def kama_oscillator(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    fast: int | Sequence[int] | npt.NDArray[Any] = 2,
    slow: int | Sequence[int] | npt.NDArray[Any] = 30,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "backtrader",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def kama_oscillator(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    fast: int | Sequence[int] | npt.NDArray[Any] = 2,
    slow: int | Sequence[int] | npt.NDArray[Any] = 30,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "backtrader",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def kc(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 20,
    range_period: int = 10,
    width: float = 2,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Kc[_Same]:
    """Keltner's channel: an exponential average of the typical price, and so many average true ranges around it.

    period: a whole number of rows from 1 to 1048576.
    range_period: a whole number of rows from 1 to 1048576.
    width: a number.
    Lines: upper, middle, lower. Source: C. Keltner, L. Raschke; TA-Lib KC.
    """

@overload
def kc(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    range_period: int | Sequence[int] | npt.NDArray[Any] = 10,
    width: float | Sequence[float] | npt.NDArray[Any] = 2,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def kc(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    range_period: int | Sequence[int] | npt.NDArray[Any] = 10,
    width: float | Sequence[float] | npt.NDArray[Any] = 2,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Kc[_Floats]: ...
@overload
def kdj(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 9,
    k_period: int = 3,
    k_average: _Average | int = "rma",
    d_period: int = 3,
    d_average: _Average | int = "rma",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Kdj[_Same]:
    """Stochastic with Wilder's averages and the line 3 k - 2 d.

    period: a whole number of rows from 1 to 1048576.
    k_period: a whole number of rows from 1 to 1048576.
    k_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    d_period: a whole number of rows from 1 to 1048576.
    d_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: percK, percD, j. Source: TA-Lib KDJ.
    """

@overload
def kdj(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 9,
    k_period: int | Sequence[int] | npt.NDArray[Any] = 3,
    k_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "rma",
    d_period: int | Sequence[int] | npt.NDArray[Any] = 3,
    d_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "rma",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def kdj(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 9,
    k_period: int | Sequence[int] | npt.NDArray[Any] = 3,
    k_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "rma",
    d_period: int | Sequence[int] | npt.NDArray[Any] = 3,
    d_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "rma",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Kdj[_Floats]: ...
@overload
def kicking(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A long candle without shadows leaps away from one of the other color.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def kicking(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def kicking_by_length(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """A kicking pattern that tells the direction of its longer candle.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def kicking_by_length(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def kst(
    close: _Same,
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
    *,
    axis: int | None = None,
) -> _Kst[_Same]:
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

@overload
def kst(
    close: _SeriesLike | npt.NDArray[np.float32],
    rp1: int | Sequence[int] | npt.NDArray[Any] = 10,
    rp2: int | Sequence[int] | npt.NDArray[Any] = 15,
    rp3: int | Sequence[int] | npt.NDArray[Any] = 20,
    rp4: int | Sequence[int] | npt.NDArray[Any] = 30,
    rma1: int | Sequence[int] | npt.NDArray[Any] = 10,
    rma2: int | Sequence[int] | npt.NDArray[Any] = 10,
    rma3: int | Sequence[int] | npt.NDArray[Any] = 10,
    rma4: int | Sequence[int] | npt.NDArray[Any] = 10,
    rsignal: int | Sequence[int] | npt.NDArray[Any] = 9,
    factor1: float | Sequence[float] | npt.NDArray[Any] = 1,
    factor2: float | Sequence[float] | npt.NDArray[Any] = 2,
    factor3: float | Sequence[float] | npt.NDArray[Any] = 3,
    factor4: float | Sequence[float] | npt.NDArray[Any] = 4,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def kst(
    close: npt.ArrayLike,
    rp1: int | Sequence[int] | npt.NDArray[Any] = 10,
    rp2: int | Sequence[int] | npt.NDArray[Any] = 15,
    rp3: int | Sequence[int] | npt.NDArray[Any] = 20,
    rp4: int | Sequence[int] | npt.NDArray[Any] = 30,
    rma1: int | Sequence[int] | npt.NDArray[Any] = 10,
    rma2: int | Sequence[int] | npt.NDArray[Any] = 10,
    rma3: int | Sequence[int] | npt.NDArray[Any] = 10,
    rma4: int | Sequence[int] | npt.NDArray[Any] = 10,
    rsignal: int | Sequence[int] | npt.NDArray[Any] = 9,
    factor1: float | Sequence[float] | npt.NDArray[Any] = 1,
    factor2: float | Sequence[float] | npt.NDArray[Any] = 2,
    factor3: float | Sequence[float] | npt.NDArray[Any] = 3,
    factor4: float | Sequence[float] | npt.NDArray[Any] = 4,
    *,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Kst[_Floats]: ...
@overload
def kst(
    *,
    prices: npt.ArrayLike,
    rp1: int | Sequence[int] | npt.NDArray[Any] = 10,
    rp2: int | Sequence[int] | npt.NDArray[Any] = 15,
    rp3: int | Sequence[int] | npt.NDArray[Any] = 20,
    rp4: int | Sequence[int] | npt.NDArray[Any] = 30,
    rma1: int | Sequence[int] | npt.NDArray[Any] = 10,
    rma2: int | Sequence[int] | npt.NDArray[Any] = 10,
    rma3: int | Sequence[int] | npt.NDArray[Any] = 10,
    rma4: int | Sequence[int] | npt.NDArray[Any] = 10,
    rsignal: int | Sequence[int] | npt.NDArray[Any] = 9,
    factor1: float | Sequence[float] | npt.NDArray[Any] = 1,
    factor2: float | Sequence[float] | npt.NDArray[Any] = 2,
    factor3: float | Sequence[float] | npt.NDArray[Any] = 3,
    factor4: float | Sequence[float] | npt.NDArray[Any] = 4,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def ladder_bottom(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """Three black candles fall, a fourth has a shadow above, and a white one closes beyond that.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def ladder_bottom(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def laguerre_filter(
    close: _Same,
    period: int = 1,
    gamma: float = 0.5,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Laguerre filter: the weighted mean of four values, each of which lags the one before; begins at 0.

    period: a whole number of rows from 1 to 1048576.
    gamma: a number from 0 to 0.999.
    Lines: lfilter. Source: J. Ehlers, Time Warp - Without Space Travel (2002).
    """

@overload
def laguerre_filter(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    gamma: float | Sequence[float] | npt.NDArray[Any] = 0.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def laguerre_filter(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    gamma: float | Sequence[float] | npt.NDArray[Any] = 0.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def laguerre_filter(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    gamma: float | Sequence[float] | npt.NDArray[Any] = 0.5,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def laguerre_rsi(
    close: _Same,
    period: int = 6,
    gamma: float = 0.5,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Laguerre strength index: the share of rises among four values, each of which lags the one before, 0 to 1.

    period: a whole number of rows from 1 to 1048576.
    gamma: a number from 0 to 0.999.
    Lines: lrsi. Source: J. Ehlers, Time Warp - Without Space Travel (2002).
    """

@overload
def laguerre_rsi(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 6,
    gamma: float | Sequence[float] | npt.NDArray[Any] = 0.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def laguerre_rsi(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 6,
    gamma: float | Sequence[float] | npt.NDArray[Any] = 0.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def laguerre_rsi(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 6,
    gamma: float | Sequence[float] | npt.NDArray[Any] = 0.5,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def last_highest(close: _Same, period: int = 1, *, window: int = ..., axis: int | None = None) -> _Same:
    """How many bars ago the highest of the last values was; of equals the oldest.

    period: a whole number of rows from 1 to 1048576.
    Lines: index. Source: FindLastIndexHighest.
    """

@overload
def last_highest(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def last_highest(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def last_highest(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def last_lowest(close: _Same, period: int = 1, *, window: int = ..., axis: int | None = None) -> _Same:
    """How many bars ago the lowest of the last values was; of equals the oldest.

    period: a whole number of rows from 1 to 1048576.
    Lines: index. Source: FindLastIndexLowest.
    """

@overload
def last_lowest(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def last_lowest(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def last_lowest(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def linearreg(close: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """The line of least squares through the last values, at the newest.

    period: a whole number of rows from 2 to 1048576.
    Lines: linearreg. Source: TA-Lib LINEARREG.
    """

@overload
def linearreg(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def linearreg(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def linearreg(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def linearreg_angle(close: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """Angle of the line of least squares through the last values, in degrees.

    period: a whole number of rows from 2 to 1048576.
    Lines: angle. Source: TA-Lib LINEARREG_ANGLE.
    """

@overload
def linearreg_angle(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def linearreg_angle(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def linearreg_angle(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def linearreg_intercept(close: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """The line of least squares through the last values, at the oldest.

    period: a whole number of rows from 2 to 1048576.
    Lines: intercept. Source: TA-Lib LINEARREG_INTERCEPT.
    """

@overload
def linearreg_intercept(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def linearreg_intercept(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def linearreg_intercept(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def linearreg_slope(close: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """Slope of the line of least squares through the last values, a bar.

    period: a whole number of rows from 2 to 1048576.
    Lines: slope. Source: TA-Lib LINEARREG_SLOPE.
    """

@overload
def linearreg_slope(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def linearreg_slope(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def linearreg_slope(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def liquidation_levels(
    close: _Same,
    leverage: float = 3,
    maintenance: float = 0.05,
    *,
    axis: int | None = None,
) -> _LiquidationLevels[_Same]:
    """Where a long and a short position that are opened at the close would be liquidated.

    leverage: a number from 1 to 1000000.
    maintenance: a number from 0 to 1.
    Lines: long_liq, short_liq. Source: close x (1 -+ (1 / leverage - maintenance)); isolated margin, without
        fees.
    """

@overload
def liquidation_levels(
    close: _SeriesLike | npt.NDArray[np.float32],
    leverage: float | Sequence[float] | npt.NDArray[Any] = 3,
    maintenance: float | Sequence[float] | npt.NDArray[Any] = 0.05,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def liquidation_levels(
    close: npt.ArrayLike,
    leverage: float | Sequence[float] | npt.NDArray[Any] = 3,
    maintenance: float | Sequence[float] | npt.NDArray[Any] = 0.05,
    *,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _LiquidationLevels[_Floats]: ...
@overload
def liquidation_levels(
    *,
    prices: npt.ArrayLike,
    leverage: float | Sequence[float] | npt.NDArray[Any] = 3,
    maintenance: float | Sequence[float] | npt.NDArray[Any] = 0.05,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def ln(close: _Same, *, axis: int | None = None) -> _Same:
    """Natural logarithm; NaN below 0.

    Lines: ln. Source: TA-Lib's function of that name.
    """

@overload
def ln(close: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def ln(*, prices: npt.ArrayLike, out: _Floats | None = None, axis: int | None = None) -> Any: ...
@overload
def log10(close: _Same, *, axis: int | None = None) -> _Same:
    """Decimal logarithm; NaN below 0.

    Lines: log10. Source: TA-Lib's function of that name.
    """

@overload
def log10(close: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def log10(*, prices: npt.ArrayLike, out: _Floats | None = None, axis: int | None = None) -> Any: ...
@overload
def long_legged_doji(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """A doji with a shadow longer than its body.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def long_legged_doji(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def long_line(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A long body with short shadows.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def long_line(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def ma(
    close: _Same,
    period: int = 30,
    average: _Average | int = "sma",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """A moving average of the kind that is asked for.

    period: a whole number of rows from 1 to 1048576.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: ma. Source: TA-Lib MA.
    """

@overload
def ma(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def ma(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def ma(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def macd(
    close: _Same,
    fast: int = 12,
    slow: int = 26,
    signal: int = 9,
    style: _Style | int = "talib",
    *,
    axis: int | None = None,
) -> _Macd[_Same]:
    """Moving average convergence divergence: a fast average less a slow one, its signal, and their difference.

    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    signal: a whole number from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: macd, signal, histo. Source: G. Appel (1979); TA-Lib MACD.
    """

@overload
def macd(
    close: _SeriesLike | npt.NDArray[np.float32],
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def macd(
    close: npt.ArrayLike,
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Macd[_Floats]: ...
@overload
def macd(
    *,
    prices: npt.ArrayLike,
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def macdext(
    close: _Same,
    fast: int = 12,
    fast_average: _Average | int = "sma",
    slow: int = 26,
    slow_average: _Average | int = "sma",
    signal: int = 9,
    signal_average: _Average | int = "sma",
    *,
    axis: int | None = None,
) -> _Macdext[_Same]:
    """Moving average convergence divergence with averages of any kind.

    fast: a whole number from 1 to 1048576.
    fast_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    slow: a whole number from 1 to 1048576.
    slow_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    signal: a whole number from 1 to 1048576.
    signal_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: macd, signal, histo. Source: TA-Lib MACDEXT.
    """

@overload
def macdext(
    close: _SeriesLike | npt.NDArray[np.float32],
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    fast_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    slow_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    signal_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def macdext(
    close: npt.ArrayLike,
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    fast_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    slow_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    signal_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    *,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Macdext[_Floats]: ...
@overload
def macdext(
    *,
    prices: npt.ArrayLike,
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    fast_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    slow_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    signal_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def macdfix(close: _Same, signal: int = 9, *, axis: int | None = None) -> _Macdfix[_Same]:
    """Moving average convergence divergence with Appel's rounded weights 0.15 and 0.075.

    signal: a whole number from 1 to 1048576.
    Lines: macd, signal, histo. Source: TA-Lib MACDFIX.
    """

@overload
def macdfix(
    close: _SeriesLike | npt.NDArray[np.float32],
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def macdfix(
    close: npt.ArrayLike,
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    *,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Macdfix[_Floats]: ...
@overload
def macdfix(
    *,
    prices: npt.ArrayLike,
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def mama(
    close: _Same,
    fast: float = 0.5,
    slow: float = 0.05,
    smoothing: _Smoothing | int = "exact",
    *,
    axis: int | None = None,
) -> _Mama[_Same]:
    """MESA adaptive moving average: follows faster the more slowly the phase of the dominant cycle changes; and a

        following average of it.
    fast: a number from 0.01 to 0.99.
    slow: a number from 0.01 to 0.99.
    smoothing: one of exact, running.
    Lines: mama, fama. Source: J. Ehlers, Rocket Science for Traders (2001); as TA-Lib.
    """

@overload
def mama(
    close: _SeriesLike | npt.NDArray[np.float32],
    fast: float | Sequence[float] | npt.NDArray[Any] = 0.5,
    slow: float | Sequence[float] | npt.NDArray[Any] = 0.05,
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def mama(
    close: npt.ArrayLike,
    fast: float | Sequence[float] | npt.NDArray[Any] = 0.5,
    slow: float | Sequence[float] | npt.NDArray[Any] = 0.05,
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    *,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Mama[_Floats]: ...
@overload
def mama(
    *,
    prices: npt.ArrayLike,
    fast: float | Sequence[float] | npt.NDArray[Any] = 0.5,
    slow: float | Sequence[float] | npt.NDArray[Any] = 0.05,
    smoothing: _Smoothing | int | Sequence[_Smoothing | int] | npt.NDArray[Any] = "exact",
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def marketfi(high: _Same, low: _Same, volume: _Same, *, axis: int | None = None) -> _Same:
    """Market facilitation index: the range of a bar for each unit of its volume.

    Lines: marketfi. Source: TA-Lib's function of that name.
    """

@overload
def marketfi(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    volume: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def marubozu(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A long body without shadows.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def marubozu(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def massi(high: _Same, low: _Same, average: int = 9, sum: int = 25, *, axis: int | None = None) -> _Same:
    """Mass index: the sum of an average of high less low over an average of that average.

    average: a whole number from 1 to 1048576.
    sum: a whole number from 1 to 1048576.
    Lines: massi. Source: D. Dorsey (1992); TA-Lib MASSI.
    """

@overload
def massi(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    average: int | Sequence[int] | npt.NDArray[Any] = 9,
    sum: int | Sequence[int] | npt.NDArray[Any] = 25,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def massi(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    average: int | Sequence[int] | npt.NDArray[Any] = 9,
    sum: int | Sequence[int] | npt.NDArray[Any] = 25,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def mat_hold(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    penetration: float = 0.5,
    *,
    axis: int | None = None,
) -> _Series:
    """A long white candle, three short ones that gap up and sink into its body, and a white one to a new high.

    penetration: a number from 0 on.
    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def mat_hold(
    open: _SeriesLike,
    high: _SeriesLike,
    low: _SeriesLike,
    close: _SeriesLike,
    penetration: float | Sequence[float] | npt.NDArray[Any] = 0.5,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def mat_hold(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    penetration: float | Sequence[float] | npt.NDArray[Any] = 0.5,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def matching_low(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """Two black candles close at the same price.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def matching_low(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def mavp(
    close: _Same,
    periods: _Same,
    least: int = 2,
    most: int = 30,
    average: _Average | int = "sma",
    *,
    axis: int | None = None,
) -> _Same:
    """Moving average whose period is a column of its own.

    least: a whole number from 1 to 1000.
    most: a whole number from 1 to 1000.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: mavp. Source: TA-Lib MAVP.
    """

@overload
def mavp(
    close: _SeriesLike | npt.NDArray[np.float32],
    periods: _SeriesLike | npt.NDArray[np.float32],
    least: int | Sequence[int] | npt.NDArray[Any] = 2,
    most: int | Sequence[int] | npt.NDArray[Any] = 30,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def mavp(
    close: npt.ArrayLike,
    periods: npt.ArrayLike,
    least: int | Sequence[int] | npt.NDArray[Any] = 2,
    most: int | Sequence[int] | npt.NDArray[Any] = 30,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def max(close: _Same, period: int = 30, *, window: int = ..., axis: int | None = None) -> _Same:
    """The highest of the last values.

    period: a whole number of rows from 1 to 1048576.
    Lines: highest. Source: TA-Lib MAX, backtrader Highest.
    """

@overload
def max(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def max(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def max(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def maxindex(close: _Series, period: int = 30, *, window: int = ..., axis: int | None = None) -> _Series:
    """The row of the highest of the last values.

    period: a whole number of rows from 1 to 1048576.
    Lines: row. Source: TA-Lib MAXINDEX.
    """

@overload
def maxindex(
    close: _SeriesLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def maxindex(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def maxindex(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Whole | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def medprice(high: _Same, low: _Same, *, axis: int | None = None) -> _Same:
    """The middle between high and low.

    Lines: medprice. Source: TA-Lib's function of that name.
    """

@overload
def medprice(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def mfi(
    high: _Same,
    low: _Same,
    close: _Same,
    volume: _Same,
    period: int = 14,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Money flow index: of the money traded, the share where the typical price rose, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: mfi. Source: TA-Lib MFI.
    """

@overload
def mfi(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    volume: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def mfi(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    volume: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def midpoint(close: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """The middle between the highest and the lowest of the last values.

    period: a whole number of rows from 1 to 1048576.
    Lines: midpoint. Source: TA-Lib MIDPOINT.
    """

@overload
def midpoint(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def midpoint(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def midpoint(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def midprice(high: _Same, low: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """The middle between the highest high and the lowest low of the last bars.

    period: a whole number of rows from 1 to 1048576.
    Lines: midprice. Source: TA-Lib MIDPRICE.
    """

@overload
def midprice(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def midprice(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def min(close: _Same, period: int = 30, *, window: int = ..., axis: int | None = None) -> _Same:
    """The lowest of the last values.

    period: a whole number of rows from 1 to 1048576.
    Lines: lowest. Source: TA-Lib MIN, backtrader Lowest.
    """

@overload
def min(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def min(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def min(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def minindex(close: _Series, period: int = 30, *, window: int = ..., axis: int | None = None) -> _Series:
    """The row of the lowest of the last values.

    period: a whole number of rows from 1 to 1048576.
    Lines: row. Source: TA-Lib MININDEX.
    """

@overload
def minindex(
    close: _SeriesLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def minindex(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def minindex(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Whole | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def minmax(close: _Same, period: int = 30, *, window: int = ..., axis: int | None = None) -> _Minmax[_Same]:
    """The lowest and the highest of the last values.

    period: a whole number of rows from 1 to 1048576.
    Lines: lowest, highest. Source: TA-Lib MINMAX.
    """

@overload
def minmax(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def minmax(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Minmax[_Floats]: ...
@overload
def minmax(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def minmaxindex(
    close: _Series,
    period: int = 30,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Minmaxindex[_Series]:
    """The rows of the lowest and the highest of the last values.

    period: a whole number of rows from 1 to 1048576.
    Lines: lowest_row, highest_row. Source: TA-Lib MINMAXINDEX.
    """

@overload
def minmaxindex(
    close: _SeriesLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def minmaxindex(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Whole, _Whole] | None = None,
    axis: int | None = None,
) -> _Minmaxindex[_Whole]: ...
@overload
def minmaxindex(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Whole, _Whole] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def minus_di(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 14,
    style: _Style | int = "talib",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Downward movement as a share of the true range, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: minus_di. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

@overload
def minus_di(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def minus_di(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def minus_dm(high: _Same, low: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """Downward movement, as Wilder's running sum.

    period: a whole number of rows from 1 to 1048576.
    Lines: minus_dm. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

@overload
def minus_dm(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def minus_dm(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def modified_hikkake(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """A hikkake of two inside bars, of which the first closes near the wrong side; 200 where one of the three bars

        after it closes beyond the right one.
    Lines: pattern. Source: D. L. Chesler, Trading False Moves with the Hikkake Pattern (2004); as TA-Lib.
    """

@overload
def modified_hikkake(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def mom(close: _Same, period: int = 10, *, window: int = ..., axis: int | None = None) -> _Same:
    """The value less the one a period ago.

    period: a whole number of rows from 1 to 1048576.
    Lines: momentum. Source: TA-Lib MOM, backtrader Momentum.
    """

@overload
def mom(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def mom(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def mom(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def morning_doji_star(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    penetration: float = 0.3,
    *,
    axis: int | None = None,
) -> _Series:
    """A doji gaps down from a long black candle, and a white one rises into its body.

    penetration: a number from 0 on.
    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def morning_doji_star(
    open: _SeriesLike,
    high: _SeriesLike,
    low: _SeriesLike,
    close: _SeriesLike,
    penetration: float | Sequence[float] | npt.NDArray[Any] = 0.3,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def morning_doji_star(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    penetration: float | Sequence[float] | npt.NDArray[Any] = 0.3,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def morning_star(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    penetration: float = 0.3,
    *,
    axis: int | None = None,
) -> _Series:
    """A short body gaps down from a long black candle, and a white one rises into its body.

    penetration: a number from 0 on.
    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def morning_star(
    open: _SeriesLike,
    high: _SeriesLike,
    low: _SeriesLike,
    close: _SeriesLike,
    penetration: float | Sequence[float] | npt.NDArray[Any] = 0.3,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def morning_star(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    penetration: float | Sequence[float] | npt.NDArray[Any] = 0.3,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def mult(high: _Same, low: _Same, *, axis: int | None = None) -> _Same:
    """The first column times the second.

    Lines: mult. Source: TA-Lib's function of that name.
    """

@overload
def mult(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def natr(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 14,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Average true range in percent of the close.

    period: a whole number of rows from 1 to 1048576.
    Lines: natr. Source: J. Forman (2006); TA-Lib NATR.
    """

@overload
def natr(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def natr(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def non_zero_difference(first: _Same, second: _Same, *, axis: int | None = None) -> _Same:
    """The first series less the second; where they are equal, the last difference that was not zero.

    Lines: nzd. Source: NonZeroDifference.
    """

@overload
def non_zero_difference(
    first: npt.ArrayLike,
    second: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def nvi(close: _Same, volume: _Same, *, axis: int | None = None) -> _Same:
    """Negative volume index: moves with the returns of bars whose volume shrinks, from 1000 on.

    Lines: nvi. Source: TA-Lib NVI.
    """

@overload
def nvi(
    close: npt.ArrayLike,
    volume: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def obv(close: _Same, volume: _Same, *, axis: int | None = None) -> _Same:
    """On balance volume: the running sum of volume, added where the close rises, taken off where it falls.

    Lines: obv. Source: J. Granville (1963); TA-Lib OBV.
    """

@overload
def obv(
    close: npt.ArrayLike,
    volume: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def ols_beta(
    close: _Same,
    benchmark: _Same,
    period: int = 10,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Slope of the line of least squares of a price over another.

    period: a whole number of rows from 2 to 1048576.
    Lines: beta. Source: OLS_BetaN.
    """

@overload
def ols_beta(
    close: _SeriesLike | npt.NDArray[np.float32],
    benchmark: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def ols_beta(
    close: npt.ArrayLike,
    benchmark: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def ols_slope_intercept(
    close: _Same,
    benchmark: _Same,
    period: int = 10,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _OlsSlopeIntercept[_Same]:
    """Slope and intercept of the line of least squares of a price over another.

    period: a whole number of rows from 2 to 1048576.
    Lines: slope, intercept. Source: OLS_Slope_InterceptN.
    """

@overload
def ols_slope_intercept(
    close: _SeriesLike | npt.NDArray[np.float32],
    benchmark: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def ols_slope_intercept(
    close: npt.ArrayLike,
    benchmark: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _OlsSlopeIntercept[_Floats]: ...
@overload
def ols_transformation(
    close: _Same,
    benchmark: _Same,
    period: int = 10,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _OlsTransformation[_Same]:
    """Distance of a price from its line of least squares over another, with mean, deviation and score of it.

    period: a whole number of rows from 2 to 1048576.
    Lines: spread, spread_mean, spread_std, zscore. Source: OLS_TransformationN.
    """

@overload
def ols_transformation(
    close: _SeriesLike | npt.NDArray[np.float32],
    benchmark: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def ols_transformation(
    close: npt.ArrayLike,
    benchmark: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _OlsTransformation[_Floats]: ...
@overload
def on_neck(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A white candle opens under a long black one and closes at its low.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def on_neck(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def oscillator(first: _Same, second: _Same, *, axis: int | None = None) -> _Same:
    """The first series less the second.

    Lines: osc. Source: Oscillator.
    """

@overload
def oscillator(
    first: npt.ArrayLike,
    second: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def percentage_price_oscillator(
    close: _Same,
    fast: int = 12,
    slow: int = 26,
    signal: int = 9,
    average: _Average | int = "ema",
    *,
    axis: int | None = None,
) -> _PercentagePriceOscillator[_Same]:
    """A fast average less a slow one in percent of the slow one, its signal, and their difference; ppo is the

        first line alone.
    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    signal: a whole number from 1 to 1048576.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: ppo, signal, histo. Source: backtrader PercentagePriceOscillator.
    """

@overload
def percentage_price_oscillator(
    close: _SeriesLike | npt.NDArray[np.float32],
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "ema",
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def percentage_price_oscillator(
    close: npt.ArrayLike,
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "ema",
    *,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _PercentagePriceOscillator[_Floats]: ...
@overload
def percentage_price_oscillator(
    *,
    prices: npt.ArrayLike,
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "ema",
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def percentage_price_oscillator_short(
    close: _Same,
    fast: int = 12,
    slow: int = 26,
    signal: int = 9,
    average: _Average | int = "ema",
    *,
    axis: int | None = None,
) -> _PercentagePriceOscillatorShort[_Same]:
    """A fast average less a slow one in percent of the fast one, its signal, and their difference.

    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    signal: a whole number from 1 to 1048576.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: ppo, signal, histo. Source: backtrader PercentagePriceOscillatorShort.
    """

@overload
def percentage_price_oscillator_short(
    close: _SeriesLike | npt.NDArray[np.float32],
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "ema",
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def percentage_price_oscillator_short(
    close: npt.ArrayLike,
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "ema",
    *,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _PercentagePriceOscillatorShort[_Floats]: ...
@overload
def percentage_price_oscillator_short(
    *,
    prices: npt.ArrayLike,
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "ema",
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def percentile(
    close: _Same,
    period: int = 30,
    percentile: float = 50,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Percentile of the last values by the nearest rank.

    period: a whole number of rows from 1 to 1048576.
    percentile: a number from 0 to 100.
    Lines: percentile. Source: TA-Lib PERCENTILE.
    """

@overload
def percentile(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    percentile: float | Sequence[float] | npt.NDArray[Any] = 50,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def percentile(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    percentile: float | Sequence[float] | npt.NDArray[Any] = 50,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def percentile(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    percentile: float | Sequence[float] | npt.NDArray[Any] = 50,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def percentrank(
    close: _Same,
    period: int = 100,
    style: _Style | int = "talib",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """How many percent of the values before it are less than a value (talib), or which share of the last values

        that it is one of (backtrader).
    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: percentrank. Source: TA-Lib PERCENTRANK, backtrader PercentRank.
    """

@overload
def percentrank(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 100,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def percentrank(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 100,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def percentrank(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 100,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def perpetual_premium(close: _Same, benchmark: _Same, *, axis: int | None = None) -> _Same:
    """How many percent a perpetual (close) lies above spot or its index (benchmark).

    Lines: premium. Source: (close - benchmark) / benchmark x 100.
    """

@overload
def perpetual_premium(
    close: npt.ArrayLike,
    benchmark: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def pgo(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 14,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Pretty good oscillator: the close's distance from its mean in average true ranges.

    period: a whole number of rows from 1 to 1048576.
    Lines: pgo. Source: M. Johnson.
    """

@overload
def pgo(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def pgo(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def piercing(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A long white candle opens under a long black one and closes in the upper half of its body.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def piercing(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def pivot_point(
    open: _Same,
    high: _Same,
    low: _Same,
    close: _Same,
    weight: _Weight | int = "none",
    *,
    axis: int | None = None,
) -> _PivotPoint[_Same]:
    """Pivot point with supports and resistances for the next bar; of high, low, close and perhaps the open, or the

        close once more.
    weight: one of none, open, close.
    Lines: p, s1, s2, r1, r2. Source: floor traders' pivots.
    """

@overload
def pivot_point(
    open: _SeriesLike | npt.NDArray[np.float32],
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    weight: _Weight | int | Sequence[_Weight | int] | npt.NDArray[Any] = "none",
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def pivot_point(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    weight: _Weight | int | Sequence[_Weight | int] | npt.NDArray[Any] = "none",
    *,
    out: tuple[_Floats, _Floats, _Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _PivotPoint[_Floats]: ...
@overload
def plus_di(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 14,
    style: _Style | int = "talib",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Upward movement as a share of the true range, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    style: one of talib, backtrader.
    Lines: plus_di. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

@overload
def plus_di(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def plus_di(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    style: _Style | int | Sequence[_Style | int] | npt.NDArray[Any] = "talib",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def plus_dm(high: _Same, low: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """Upward movement, as Wilder's running sum.

    period: a whole number of rows from 1 to 1048576.
    Lines: plus_dm. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

@overload
def plus_dm(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def plus_dm(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def ppo(
    close: _Same,
    fast: int = 12,
    slow: int = 26,
    average: _Average | int = "ema",
    *,
    axis: int | None = None,
) -> _Same:
    """Percentage price oscillator: a fast moving average less a slow one, in percent of the slow one.

    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: ppo. Source: TA-Lib PPO.
    """

@overload
def ppo(
    close: _SeriesLike | npt.NDArray[np.float32],
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "ema",
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def ppo(
    close: npt.ArrayLike,
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "ema",
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def ppo(
    *,
    prices: npt.ArrayLike,
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "ema",
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def psar(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 2,
    af: float = 0.02,
    afmax: float = 0.2,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Parabolic stop and reverse that begins in the direction of the second close, as backtrader's; sar begins as

        TA-Lib's.
    period: a whole number of rows from 2 to 1048576.
    af: a number from 0 on.
    afmax: a number from 0 on.
    Lines: psar. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as backtrader
        ParabolicSAR.
    """

@overload
def psar(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 2,
    af: float | Sequence[float] | npt.NDArray[Any] = 0.02,
    afmax: float | Sequence[float] | npt.NDArray[Any] = 0.2,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def psar(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 2,
    af: float | Sequence[float] | npt.NDArray[Any] = 0.02,
    afmax: float | Sequence[float] | npt.NDArray[Any] = 0.2,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def pvi(close: _Same, volume: _Same, *, axis: int | None = None) -> _Same:
    """Positive volume index: moves with the returns of bars whose volume grows, from 1000 on.

    Lines: pvi. Source: TA-Lib PVI.
    """

@overload
def pvi(
    close: npt.ArrayLike,
    volume: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def pvo(
    volume: _Same,
    fast: int = 12,
    slow: int = 26,
    average: _Average | int = "ema",
    *,
    axis: int | None = None,
) -> _Same:
    """Percentage volume oscillator: a fast average of volume less a slow one, in percent of the slow one.

    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: pvo. Source: TA-Lib PVO.
    """

@overload
def pvo(
    volume: _SeriesLike | npt.NDArray[np.float32],
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "ema",
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def pvo(
    volume: npt.ArrayLike,
    fast: int | Sequence[int] | npt.NDArray[Any] = 12,
    slow: int | Sequence[int] | npt.NDArray[Any] = 26,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "ema",
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def pvt(close: _Same, volume: _Same, *, axis: int | None = None) -> _Same:
    """Price volume trend: the running sum of volume times the return.

    Lines: pvt. Source: TA-Lib PVT.
    """

@overload
def pvt(
    close: npt.ArrayLike,
    volume: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def qstick(open: _Same, close: _Same, period: int = 10, *, window: int = ..., axis: int | None = None) -> _Same:
    """Mean of close less open.

    period: a whole number of rows from 1 to 1048576.
    Lines: qstick. Source: T. Chande; TA-Lib QSTICK.
    """

@overload
def qstick(
    open: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def qstick(
    open: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def range(
    high: _Same,
    low: _Same,
    period: int = 30,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Range[_Same]:
    """The highest high and the lowest low of the last bars.

    period: a whole number of rows from 1 to 1048576.
    Lines: highest, lowest. Source: TA-Lib MAX of high and MIN of low.
    """

@overload
def range(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def range(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Range[_Floats]: ...
@overload
def rickshaw_man(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A doji in the middle between two shadows longer than its body.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def rickshaw_man(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def rising_falling_three_methods(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """A long candle, three short ones of the other color back within its range, and a long one further.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def rising_falling_three_methods(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def rma(
    close: _Same,
    period: int = 30,
    seed: _Seed | int = "mean",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Wilder's smoothed moving average: each value moves it by 1 / period of the distance.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: rma. Source: J. W. Wilder (1978); TA-Lib RMA, backtrader SmoothedMovingAverage.
    """

@overload
def rma(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def rma(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def rma(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def rmi(
    close: _Same,
    period: int = 20,
    lookback: int = 5,
    average: _Average | int = "rma",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Relative momentum index: a strength index of the changes over several bars; 50 where nothing changes.

    period: a whole number of rows from 1 to 1048576.
    lookback: a whole number from 1 to 1048576.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: rsi. Source: R. Altman (1993).
    """

@overload
def rmi(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    lookback: int | Sequence[int] | npt.NDArray[Any] = 5,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "rma",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def rmi(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    lookback: int | Sequence[int] | npt.NDArray[Any] = 5,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "rma",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def rmi(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    lookback: int | Sequence[int] | npt.NDArray[Any] = 5,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "rma",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def roc(close: _Same, period: int = 10, *, window: int = ..., axis: int | None = None) -> _Same:
    """Rate of change from the value a period ago, in percent.

    period: a whole number of rows from 1 to 1048576.
    Lines: roc. Source: TA-Lib ROC, backtrader RateOfChange100.
    """

@overload
def roc(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def roc(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def roc(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def rocp(close: _Same, period: int = 10, *, window: int = ..., axis: int | None = None) -> _Same:
    """Rate of change from the value a period ago, as a share.

    period: a whole number of rows from 1 to 1048576.
    Lines: rocp. Source: TA-Lib ROCP, backtrader RateOfChange.
    """

@overload
def rocp(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def rocp(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def rocp(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def rocr(close: _Same, period: int = 10, *, window: int = ..., axis: int | None = None) -> _Same:
    """The value over the one a period ago.

    period: a whole number of rows from 1 to 1048576.
    Lines: rocr. Source: TA-Lib ROCR.
    """

@overload
def rocr(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def rocr(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def rocr(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def rocr100(close: _Same, period: int = 10, *, window: int = ..., axis: int | None = None) -> _Same:
    """The value in percent of the one a period ago.

    period: a whole number of rows from 1 to 1048576.
    Lines: rocr100. Source: TA-Lib ROCR100.
    """

@overload
def rocr100(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def rocr100(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def rocr100(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def rsi(close: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """Wilder's relative strength index: the share of rises in the smoothed changes, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    Lines: rsi. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

@overload
def rsi(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def rsi(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def rsi(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def rsi_ema(close: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """Strength index with exponential averages; 50 where nothing changes.

    period: a whole number of rows from 1 to 1048576.
    Lines: rsi. Source: backtrader RSI_EMA.
    """

@overload
def rsi_ema(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def rsi_ema(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def rsi_ema(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def rsi_safe(close: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """Wilder's strength index that is 50, not 0, where nothing changes.

    period: a whole number of rows from 1 to 1048576.
    Lines: rsi. Source: backtrader RSI_Safe.
    """

@overload
def rsi_safe(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def rsi_safe(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def rsi_safe(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def rsi_sma(close: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """Cutler's strength index, of plain means; 50 where nothing changes.

    period: a whole number of rows from 1 to 1048576.
    Lines: rsi. Source: backtrader RSI_SMA.
    """

@overload
def rsi_sma(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def rsi_sma(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def rsi_sma(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def rvi(
    close: _Same,
    period: int = 14,
    deviation_period: int = 10,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Relative volatility index: a strength index of the standard deviation by the price's direction, 0 to 100.

    period: a whole number of rows from 1 to 1048576.
    deviation_period: a whole number of rows from 1 to 1048576.
    Lines: rvi. Source: D. Dorsey (1993); TA-Lib RVI.
    """

@overload
def rvi(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    deviation_period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def rvi(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    deviation_period: int | Sequence[int] | npt.NDArray[Any] = 10,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def rvi(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    deviation_period: int | Sequence[int] | npt.NDArray[Any] = 10,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def rvol(volume: _Same, period: int = 20, *, window: int = ..., axis: int | None = None) -> _Same:
    """Relative volume: the volume over the mean of those before it.

    period: a whole number of rows from 1 to 1048576.
    Lines: rvol. Source: TA-Lib RVOL.
    """

@overload
def rvol(
    volume: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def rvol(
    volume: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def sar(high: _Same, low: _Same, step: float = 0.02, max: float = 0.2, *, axis: int | None = None) -> _Same:
    """Parabolic stop and reverse: a stop that closes in on the price the longer the trend lasts.

    step: a number from 0 on.
    max: a number from 0 on.
    Lines: sar. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978); as TA-Lib.
    """

@overload
def sar(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    step: float | Sequence[float] | npt.NDArray[Any] = 0.02,
    max: float | Sequence[float] | npt.NDArray[Any] = 0.2,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def sar(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    step: float | Sequence[float] | npt.NDArray[Any] = 0.02,
    max: float | Sequence[float] | npt.NDArray[Any] = 0.2,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def sarext(
    high: _Same,
    low: _Same,
    start: float = 0,
    offset: float = 0,
    initial_long: float = 0.02,
    step_long: float = 0.02,
    max_long: float = 0.2,
    initial_short: float = 0.02,
    step_short: float = 0.02,
    max_short: float = 0.2,
    *,
    axis: int | None = None,
) -> _Same:
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

@overload
def sarext(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    start: float | Sequence[float] | npt.NDArray[Any] = 0,
    offset: float | Sequence[float] | npt.NDArray[Any] = 0,
    initial_long: float | Sequence[float] | npt.NDArray[Any] = 0.02,
    step_long: float | Sequence[float] | npt.NDArray[Any] = 0.02,
    max_long: float | Sequence[float] | npt.NDArray[Any] = 0.2,
    initial_short: float | Sequence[float] | npt.NDArray[Any] = 0.02,
    step_short: float | Sequence[float] | npt.NDArray[Any] = 0.02,
    max_short: float | Sequence[float] | npt.NDArray[Any] = 0.2,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def sarext(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    start: float | Sequence[float] | npt.NDArray[Any] = 0,
    offset: float | Sequence[float] | npt.NDArray[Any] = 0,
    initial_long: float | Sequence[float] | npt.NDArray[Any] = 0.02,
    step_long: float | Sequence[float] | npt.NDArray[Any] = 0.02,
    max_long: float | Sequence[float] | npt.NDArray[Any] = 0.2,
    initial_short: float | Sequence[float] | npt.NDArray[Any] = 0.02,
    step_short: float | Sequence[float] | npt.NDArray[Any] = 0.02,
    max_short: float | Sequence[float] | npt.NDArray[Any] = 0.2,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def separating_lines(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """A long candle without a shadow at its open opens where one of the other color did.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def separating_lines(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def shooting_star(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """A short body under a long shadow gaps up.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def shooting_star(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def short_line(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A short body with short shadows.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def short_line(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def sin(close: _Same, *, axis: int | None = None) -> _Same:
    """Sine of radians.

    Lines: sin. Source: TA-Lib's function of that name.
    """

@overload
def sin(close: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def sin(*, prices: npt.ArrayLike, out: _Floats | None = None, axis: int | None = None) -> Any: ...
@overload
def sinh(close: _Same, *, axis: int | None = None) -> _Same:
    """Hyperbolic sine.

    Lines: sinh. Source: TA-Lib's function of that name.
    """

@overload
def sinh(close: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def sinh(*, prices: npt.ArrayLike, out: _Floats | None = None, axis: int | None = None) -> Any: ...
@overload
def sma(close: _Same, period: int = 20, *, window: int = ..., axis: int | None = None) -> _Same:
    """Simple moving average: the mean of the last values, summed fast and without drift.

    period: a whole number of rows from 1 to 1048576.
    Lines: sma. Source: TA-Lib SMA; window sums by blocks.
    """

@overload
def sma(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def sma(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def sma(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def sma_envelope(
    close: _Same,
    period: int = 30,
    percent: float = 2.5,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _SmaEnvelope[_Same]:
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    percent: a number from 0 to 1000000.
    Lines: sma, top, bot. Source: backtrader's envelopes and oscillators.
    """

@overload
def sma_envelope(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def sma_envelope(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _SmaEnvelope[_Floats]: ...
@overload
def sma_envelope(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def sma_exact(close: _Same, period: int = 30, *, window: int = ..., axis: int | None = None) -> _Same:
    """Simple moving average from the correctly rounded sum of the window.

    period: a whole number of rows from 1 to 1048576.
    Lines: sma_exact. Source: backtrader SMA (math.fsum).
    """

@overload
def sma_exact(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def sma_exact(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def sma_exact(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def sma_oscillator(close: _Same, period: int = 30, *, window: int = ..., axis: int | None = None) -> _Same:
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    Lines: sma. Source: backtrader's envelopes and oscillators.
    """

@overload
def sma_oscillator(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def sma_oscillator(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def sma_oscillator(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def smi(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 13,
    fast: int = 2,
    slow: int = 25,
    signal: int = 9,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Smi[_Same]:
    """Stochastic momentum index: the close's distance from the middle of the range, smoothed twice.

    period: a whole number of rows from 1 to 1048576.
    fast: a whole number from 1 to 1048576.
    slow: a whole number from 1 to 1048576.
    signal: a whole number from 1 to 1048576.
    Lines: smi, signal. Source: W. Blau (1993); TA-Lib SMI.
    """

@overload
def smi(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 13,
    fast: int | Sequence[int] | npt.NDArray[Any] = 2,
    slow: int | Sequence[int] | npt.NDArray[Any] = 25,
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def smi(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 13,
    fast: int | Sequence[int] | npt.NDArray[Any] = 2,
    slow: int | Sequence[int] | npt.NDArray[Any] = 25,
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Smi[_Floats]: ...
@overload
def smma_envelope(
    close: _Same,
    period: int = 30,
    seed: _Seed | int = "mean",
    percent: float = 2.5,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _SmmaEnvelope[_Same]:
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    percent: a number from 0 to 1000000.
    Lines: smma, top, bot. Source: backtrader's envelopes and oscillators.
    """

@overload
def smma_envelope(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def smma_envelope(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _SmmaEnvelope[_Floats]: ...
@overload
def smma_envelope(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def smma_oscillator(
    close: _Same,
    period: int = 30,
    seed: _Seed | int = "mean",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: smma. Source: backtrader's envelopes and oscillators.
    """

@overload
def smma_oscillator(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def smma_oscillator(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def smma_oscillator(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def spinning_top(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A short body between two shadows longer than it.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def spinning_top(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def sqrt(close: _Same, *, axis: int | None = None) -> _Same:
    """Square root; NaN below 0.

    Lines: sqrt. Source: TA-Lib's function of that name.
    """

@overload
def sqrt(close: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def sqrt(*, prices: npt.ArrayLike, out: _Floats | None = None, axis: int | None = None) -> Any: ...
@overload
def stalled_pattern(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """Two long white candles climb, and a short one stands on the shoulder of the second.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def stalled_pattern(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def stddev(
    close: _Same,
    period: int = 20,
    factor: float = 1,
    deviation: _Deviation | int = "population",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Standard deviation of the last values, times a factor.

    period: a whole number of rows from 1 to 1048576.
    factor: a number.
    deviation: one of population, sample.
    Lines: stddev. Source: TA-Lib STDDEV, backtrader StandardDeviation.
    """

@overload
def stddev(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    factor: float | Sequence[float] | npt.NDArray[Any] = 1,
    deviation: _Deviation | int | Sequence[_Deviation | int] | npt.NDArray[Any] = "population",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def stddev(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    factor: float | Sequence[float] | npt.NDArray[Any] = 1,
    deviation: _Deviation | int | Sequence[_Deviation | int] | npt.NDArray[Any] = "population",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def stddev(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    factor: float | Sequence[float] | npt.NDArray[Any] = 1,
    deviation: _Deviation | int | Sequence[_Deviation | int] | npt.NDArray[Any] = "population",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def stick_sandwich(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """A white candle above the close of a black one, and a black one that closes there again.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def stick_sandwich(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def stoch(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 14,
    k_period: int = 3,
    k_average: _Average | int = "sma",
    d_period: int = 3,
    d_average: _Average | int = "sma",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Stoch[_Same]:
    """Stochastic: where the close lies between the lowest low and the highest high, smoothed, and smoothed again.

    period: a whole number of rows from 1 to 1048576.
    k_period: a whole number of rows from 1 to 1048576.
    k_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    d_period: a whole number of rows from 1 to 1048576.
    d_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: percK, percD. Source: G. Lane; TA-Lib STOCH, backtrader Stochastic.
    """

@overload
def stoch(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    k_period: int | Sequence[int] | npt.NDArray[Any] = 3,
    k_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    d_period: int | Sequence[int] | npt.NDArray[Any] = 3,
    d_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def stoch(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    k_period: int | Sequence[int] | npt.NDArray[Any] = 3,
    k_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    d_period: int | Sequence[int] | npt.NDArray[Any] = 3,
    d_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Stoch[_Floats]: ...
@overload
def stochastic_full(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 14,
    period_dfast: int = 3,
    period_dslow: int = 3,
    average: _Average | int = "sma",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _StochasticFull[_Same]:
    """Stochastic: where the close lies in the range, that smoothed, and smoothed again.

    period: a whole number of rows from 1 to 1048576.
    period_dfast: a whole number from 1 to 1048576.
    period_dslow: a whole number from 1 to 1048576.
    average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: percK, percD, percDSlow. Source: G. Lane.
    """

@overload
def stochastic_full(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    period_dfast: int | Sequence[int] | npt.NDArray[Any] = 3,
    period_dslow: int | Sequence[int] | npt.NDArray[Any] = 3,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def stochastic_full(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    period_dfast: int | Sequence[int] | npt.NDArray[Any] = 3,
    period_dslow: int | Sequence[int] | npt.NDArray[Any] = 3,
    average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _StochasticFull[_Floats]: ...
@overload
def stochf(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 14,
    d_period: int = 3,
    d_average: _Average | int = "sma",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Stochf[_Same]:
    """Fast stochastic: where the close lies between the lowest low and the highest high, and that smoothed.

    period: a whole number of rows from 1 to 1048576.
    d_period: a whole number of rows from 1 to 1048576.
    d_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: percK, percD. Source: G. Lane; TA-Lib STOCHF.
    """

@overload
def stochf(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    d_period: int | Sequence[int] | npt.NDArray[Any] = 3,
    d_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def stochf(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    d_period: int | Sequence[int] | npt.NDArray[Any] = 3,
    d_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Stochf[_Floats]: ...
@overload
def stochrsi(
    close: _Same,
    period: int = 14,
    k_period: int = 5,
    d_period: int = 3,
    d_average: _Average | int = "sma",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Stochrsi[_Same]:
    """Fast stochastic of the relative strength index.

    period: a whole number of rows from 1 to 1048576.
    k_period: a whole number of rows from 1 to 1048576.
    d_period: a whole number of rows from 1 to 1048576.
    d_average: one of sma, ema, wma, dema, tema, trima, kama, mama, t3, hma, none, default, zlema, rma.
    Lines: percK, percD. Source: T. Chande and S. Kroll (1994); TA-Lib STOCHRSI.
    """

@overload
def stochrsi(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    k_period: int | Sequence[int] | npt.NDArray[Any] = 5,
    d_period: int | Sequence[int] | npt.NDArray[Any] = 3,
    d_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def stochrsi(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    k_period: int | Sequence[int] | npt.NDArray[Any] = 5,
    d_period: int | Sequence[int] | npt.NDArray[Any] = 3,
    d_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Stochrsi[_Floats]: ...
@overload
def stochrsi(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    k_period: int | Sequence[int] | npt.NDArray[Any] = 5,
    d_period: int | Sequence[int] | npt.NDArray[Any] = 3,
    d_average: _Average | int | Sequence[_Average | int] | npt.NDArray[Any] = "sma",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def sub(high: _Same, low: _Same, *, axis: int | None = None) -> _Same:
    """The first column less the second.

    Lines: sub. Source: TA-Lib's function of that name.
    """

@overload
def sub(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def sum(close: _Same, period: int = 30, *, window: int = ..., axis: int | None = None) -> _Same:
    """Sum of the last values.

    period: a whole number of rows from 1 to 1048576.
    Lines: sum. Source: TA-Lib SUM.
    """

@overload
def sum(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def sum(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def sum(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def supertrend(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 10,
    multiplier: float = 3,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Supertrend[_Same]:
    """Supertrend: a band of average true ranges on the far side of the trend, which turns when a close passes it.

    period: a whole number of rows from 1 to 1048576.
    multiplier: a number from 0 on.
    Lines: supertrend, trend. Source: O. Seban; TA-Lib SUPERTREND.
    """

@overload
def supertrend(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    multiplier: float | Sequence[float] | npt.NDArray[Any] = 3,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def supertrend(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 10,
    multiplier: float | Sequence[float] | npt.NDArray[Any] = 3,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Supertrend[_Floats]: ...
@overload
def t3(
    close: _Same,
    period: int = 5,
    volume_factor: float = 0.7,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Tillson's T3: a generalized double exponential average, three times over.

    period: a whole number of rows from 1 to 1048576.
    volume_factor: a number from 0 to 1.
    Lines: t3. Source: T. Tillson (1998); TA-Lib T3.
    """

@overload
def t3(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 5,
    volume_factor: float | Sequence[float] | npt.NDArray[Any] = 0.7,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def t3(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 5,
    volume_factor: float | Sequence[float] | npt.NDArray[Any] = 0.7,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def t3(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 5,
    volume_factor: float | Sequence[float] | npt.NDArray[Any] = 0.7,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def takuri(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A doji with no shadow above, and one below of over twice its body.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def takuri(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def tan(close: _Same, *, axis: int | None = None) -> _Same:
    """Tangent of radians.

    Lines: tan. Source: TA-Lib's function of that name.
    """

@overload
def tan(close: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def tan(*, prices: npt.ArrayLike, out: _Floats | None = None, axis: int | None = None) -> Any: ...
@overload
def tanh(close: _Same, *, axis: int | None = None) -> _Same:
    """Hyperbolic tangent.

    Lines: tanh. Source: TA-Lib's function of that name.
    """

@overload
def tanh(close: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def tanh(*, prices: npt.ArrayLike, out: _Floats | None = None, axis: int | None = None) -> Any: ...
@overload
def tasuki_gap(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A candle opens in the body of one of the other color, of about its size, and closes inside its gap.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def tasuki_gap(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def tema(
    close: _Same,
    period: int = 30,
    seed: _Seed | int = "mean",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Triple exponential moving average: 3 e - 3 e(e) + e(e(e)).

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: tema. Source: P. Mulloy (1994); TA-Lib TEMA.
    """

@overload
def tema(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def tema(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def tema(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def tema_envelope(
    close: _Same,
    period: int = 30,
    seed: _Seed | int = "mean",
    percent: float = 2.5,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _TemaEnvelope[_Same]:
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    percent: a number from 0 to 1000000.
    Lines: tema, top, bot. Source: backtrader's envelopes and oscillators.
    """

@overload
def tema_envelope(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def tema_envelope(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _TemaEnvelope[_Floats]: ...
@overload
def tema_envelope(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def tema_oscillator(
    close: _Same,
    period: int = 30,
    seed: _Seed | int = "mean",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: tema. Source: backtrader's envelopes and oscillators.
    """

@overload
def tema_oscillator(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def tema_oscillator(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def tema_oscillator(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def three_black_crows(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """After a white candle, three black ones without shadows below fall, each opens in the body before.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def three_black_crows(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def three_inside(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A short body inside that of a long candle, and one of the other color that closes beyond both.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def three_inside(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def three_line_strike(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """Three candles of one color go on, and one of the other color takes all of it back.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def three_line_strike(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def three_outside(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """A body engulfs that of a candle of the other color, and one more closes further.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def three_outside(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def three_stars_in_south(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """Three black candles fall less and less, each within the range of the one before.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def three_stars_in_south(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def three_white_soldiers(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """Three white candles without shadows above climb, none much smaller than the one before.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def three_white_soldiers(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def thrusting(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A white candle opens under a long black one and closes in the lower half of its body.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def thrusting(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def trange(high: _Same, low: _Same, close: _Same, *, axis: int | None = None) -> _Same:
    """True range: high less low, or to the close before where that is farther.

    Lines: trange. Source: TA-Lib's function of that name.
    """

@overload
def trange(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def trima(close: _Same, period: int = 30, *, window: int = ..., axis: int | None = None) -> _Same:
    """Triangular moving average: the middle of the window weighs most.

    period: a whole number of rows from 1 to 1048576.
    Lines: trima. Source: TA-Lib TRIMA.
    """

@overload
def trima(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def trima(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def trima(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def tristar(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """Three dojis, of which the middle one gaps away.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def tristar(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def trix(close: _Same, period: int = 30, *, window: int = ..., axis: int | None = None) -> _Same:
    """Rate of change, in percent a bar, of a triple smoothed average.

    period: a whole number of rows from 1 to 1048576.
    Lines: trix. Source: J. Hutson (1983); TA-Lib TRIX.
    """

@overload
def trix(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def trix(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def trix(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def trix_signal(
    close: _Same,
    period: int = 15,
    signal: int = 9,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _TrixSignal[_Same]:
    """Rate of change of a triple smoothed average, and an average of it.

    period: a whole number of rows from 1 to 1048576.
    signal: a whole number from 1 to 1048576.
    Lines: trix, signal. Source: J. Hutson (1983).
    """

@overload
def trix_signal(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 15,
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def trix_signal(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 15,
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _TrixSignal[_Floats]: ...
@overload
def trix_signal(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 15,
    signal: int | Sequence[int] | npt.NDArray[Any] = 9,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def true_high(high: _Same, close: _Same, *, axis: int | None = None) -> _Same:
    """The higher of the high and the close before.

    Lines: truehigh. Source: TrueHigh.
    """

@overload
def true_high(
    high: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def true_low(low: _Same, close: _Same, *, axis: int | None = None) -> _Same:
    """The lower of the low and the close before.

    Lines: truelow. Source: TrueLow.
    """

@overload
def true_low(
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def tsf(close: _Same, period: int = 14, *, window: int = ..., axis: int | None = None) -> _Same:
    """Time series forecast: the line of least squares through the last values, one bar on.

    period: a whole number of rows from 2 to 1048576.
    Lines: forecast. Source: TA-Lib TSF.
    """

@overload
def tsf(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def tsf(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def tsf(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def tsi(close: _Same, first: int = 25, second: int = 13, *, axis: int | None = None) -> _Same:
    """True strength index: the change smoothed twice over its size smoothed twice, -100 to 100.

    first: a whole number from 1 to 1048576.
    second: a whole number from 1 to 1048576.
    Lines: tsi. Source: W. Blau (1991); TA-Lib TSI.
    """

@overload
def tsi(
    close: _SeriesLike | npt.NDArray[np.float32],
    first: int | Sequence[int] | npt.NDArray[Any] = 25,
    second: int | Sequence[int] | npt.NDArray[Any] = 13,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def tsi(
    close: npt.ArrayLike,
    first: int | Sequence[int] | npt.NDArray[Any] = 25,
    second: int | Sequence[int] | npt.NDArray[Any] = 13,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def tsi(
    *,
    prices: npt.ArrayLike,
    first: int | Sequence[int] | npt.NDArray[Any] = 25,
    second: int | Sequence[int] | npt.NDArray[Any] = 13,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def two_crows(open: _Series, high: _Series, low: _Series, close: _Series, *, axis: int | None = None) -> _Series:
    """A black candle gaps up from a long white one, and a second opens in its body and closes in the first one's.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def two_crows(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def typprice(high: _Same, low: _Same, close: _Same, *, axis: int | None = None) -> _Same:
    """Mean of high, low and close.

    Lines: typprice. Source: TA-Lib's function of that name.
    """

@overload
def typprice(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def ultosc(
    high: _Same,
    low: _Same,
    close: _Same,
    first: int = 7,
    second: int = 14,
    third: int = 28,
    *,
    axis: int | None = None,
) -> _Same:
    """Ultimate oscillator: buying pressure over true range in three windows, 0 to 100.

    first: a whole number from 1 to 1048576.
    second: a whole number from 1 to 1048576.
    third: a whole number from 1 to 1048576.
    Lines: ultosc. Source: L. Williams (1985); TA-Lib ULTOSC.
    """

@overload
def ultosc(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    first: int | Sequence[int] | npt.NDArray[Any] = 7,
    second: int | Sequence[int] | npt.NDArray[Any] = 14,
    third: int | Sequence[int] | npt.NDArray[Any] = 28,
    *,
    axis: int | None = None,
) -> Any: ...
@overload
def ultosc(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    first: int | Sequence[int] | npt.NDArray[Any] = 7,
    second: int | Sequence[int] | npt.NDArray[Any] = 14,
    third: int | Sequence[int] | npt.NDArray[Any] = 28,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def unique_three_river(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """A black body inside that of a long black candle, with a new low, and a short white one below it.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def unique_three_river(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def up_day(close: _Same, period: int = 1, *, window: int = ..., axis: int | None = None) -> _Same:
    """The rise from the value a period ago, or 0.

    period: a whole number of rows from 1 to 1048576.
    Lines: upday. Source: UpDay.
    """

@overload
def up_day(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def up_day(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def up_day(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def up_day_bool(close: _Same, period: int = 1, *, window: int = ..., axis: int | None = None) -> _Same:
    """1 where the value is above the one a period ago, else 0.

    period: a whole number of rows from 1 to 1048576.
    Lines: upday. Source: UpDayBool.
    """

@overload
def up_day_bool(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def up_day_bool(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def up_day_bool(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 1,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def up_move(close: _Same, *, axis: int | None = None) -> _Same:
    """The value less the one before it.

    Lines: upmove. Source: UpMove.
    """

@overload
def up_move(close: npt.ArrayLike, *, out: _Floats | None = None, axis: int | None = None) -> _Floats: ...
@overload
def up_move(*, prices: npt.ArrayLike, out: _Floats | None = None, axis: int | None = None) -> Any: ...
@overload
def upside_gap_two_crows(
    open: _Series,
    high: _Series,
    low: _Series,
    close: _Series,
    *,
    axis: int | None = None,
) -> _Series:
    """A short black candle gaps up from a long white one, and a second engulfs it without closing the gap.

    Lines: pattern. Source: G. L. Morris, Candlestick Charting Explained (1995); measures as TA-Lib.
    """

@overload
def upside_gap_two_crows(
    open: npt.ArrayLike,
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Whole | None = None,
    axis: int | None = None,
) -> _Whole: ...
@overload
def var(
    close: _Same,
    period: int = 20,
    deviation: _Deviation | int = "population",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Variance of the last values.

    period: a whole number of rows from 1 to 1048576.
    deviation: one of population, sample.
    Lines: variance. Source: TA-Lib VAR.
    """

@overload
def var(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    deviation: _Deviation | int | Sequence[_Deviation | int] | npt.NDArray[Any] = "population",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def var(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    deviation: _Deviation | int | Sequence[_Deviation | int] | npt.NDArray[Any] = "population",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def var(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    deviation: _Deviation | int | Sequence[_Deviation | int] | npt.NDArray[Any] = "population",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def vhf(close: _Same, period: int = 28, *, window: int = ..., axis: int | None = None) -> _Same:
    """Vertical horizontal filter: the range of the last values over the sum of their steps.

    period: a whole number of rows from 1 to 1048576.
    Lines: vhf. Source: A. White (1991); TA-Lib VHF.
    """

@overload
def vhf(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 28,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def vhf(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 28,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def vhf(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 28,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def volume_weighted_average_price(
    high: _Same,
    low: _Same,
    close: _Same,
    volume: _Same,
    period: int = 20,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Volume weighted average of the typical price: vwap over 20 bars.

    period: a whole number of rows from 1 to 1048576.
    Lines: vwap. Source: (high + low + close) / 3, weighed by volume.
    """

@overload
def volume_weighted_average_price(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    volume: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def volume_weighted_average_price(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    volume: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 20,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def vortex(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 14,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Vortex[_Same]:
    """Vortex: upward and downward movement between bars over the true range.

    period: a whole number of rows from 1 to 1048576.
    Lines: vi_plus, vi_minus. Source: E. Botes and D. Siepman (2010); TA-Lib VORTEX.
    """

@overload
def vortex(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def vortex(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _Vortex[_Floats]: ...
@overload
def vwap(
    high: _Same,
    low: _Same,
    close: _Same,
    volume: _Same,
    period: int = 30,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Volume weighted average of the typical price of the last bars; vwap_cumulative is that since the first.

    period: a whole number of rows from 1 to 1048576.
    Lines: vwap. Source: (high + low + close) / 3, weighed by volume.
    """

@overload
def vwap(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    volume: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def vwap(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    volume: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def vwap_cumulative(high: _Same, low: _Same, close: _Same, volume: _Same, *, axis: int | None = None) -> _Same:
    """Volume weighted average of the typical price since the first bar.

    Lines: vwap. Source: TA-Lib VWAP.
    """

@overload
def vwap_cumulative(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    volume: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def vwma(close: _Same, volume: _Same, period: int = 30, *, window: int = ..., axis: int | None = None) -> _Same:
    """Volume weighted moving average.

    period: a whole number of rows from 1 to 1048576.
    Lines: vwma. Source: TA-Lib VWMA.
    """

@overload
def vwma(
    close: _SeriesLike | npt.NDArray[np.float32],
    volume: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def vwma(
    close: npt.ArrayLike,
    volume: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def wad(high: _Same, low: _Same, close: _Same, *, axis: int | None = None) -> _Same:
    """Williams' accumulation/distribution: the running sum of how far the close lies from the true low or high.

    Lines: wad. Source: L. Williams; TA-Lib WAD.
    """

@overload
def wad(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def wclprice(high: _Same, low: _Same, close: _Same, *, axis: int | None = None) -> _Same:
    """Mean of high, low and twice the close.

    Lines: wclprice. Source: TA-Lib's function of that name.
    """

@overload
def wclprice(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    *,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def willr(
    high: _Same,
    low: _Same,
    close: _Same,
    period: int = 14,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Williams' %R: how far the close lies below the highest high, -100 to 0.

    period: a whole number of rows from 1 to 1048576.
    Lines: willr. Source: L. Williams; TA-Lib WILLR.
    """

@overload
def willr(
    high: _SeriesLike | npt.NDArray[np.float32],
    low: _SeriesLike | npt.NDArray[np.float32],
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def willr(
    high: npt.ArrayLike,
    low: npt.ArrayLike,
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 14,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def wma(close: _Same, period: int = 30, *, window: int = ..., axis: int | None = None) -> _Same:
    """Weighted moving average: the newest value weighs most, the oldest least, in equal steps.

    period: a whole number of rows from 1 to 1048576.
    Lines: wma. Source: TA-Lib WMA, backtrader WeightedMovingAverage.
    """

@overload
def wma(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def wma(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def wma(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def wma_envelope(
    close: _Same,
    period: int = 30,
    percent: float = 2.5,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _WmaEnvelope[_Same]:
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    percent: a number from 0 to 1000000.
    Lines: wma, top, bot. Source: backtrader's envelopes and oscillators.
    """

@overload
def wma_envelope(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def wma_envelope(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _WmaEnvelope[_Floats]: ...
@overload
def wma_envelope(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def wma_oscillator(close: _Same, period: int = 30, *, window: int = ..., axis: int | None = None) -> _Same:
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    Lines: wma. Source: backtrader's envelopes and oscillators.
    """

@overload
def wma_oscillator(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def wma_oscillator(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def wma_oscillator(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def zlema(
    close: _Same,
    period: int = 30,
    seed: _Seed | int = "mean",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """Zero lag exponential moving average: of the value plus its gain in half a period.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: zlema. Source: J. Ehlers and R. Way; TA-Lib ZLEMA, backtrader ZeroLagExponentialMovingAverage.
    """

@overload
def zlema(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def zlema(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def zlema(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def zlema_envelope(
    close: _Same,
    period: int = 30,
    seed: _Seed | int = "mean",
    percent: float = 2.5,
    *,
    window: int = ...,
    axis: int | None = None,
) -> _ZlemaEnvelope[_Same]:
    """A moving average, and lines so many percent above and below it.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    percent: a number from 0 to 1000000.
    Lines: zlema, top, bot. Source: backtrader's envelopes and oscillators.
    """

@overload
def zlema_envelope(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def zlema_envelope(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> _ZlemaEnvelope[_Floats]: ...
@overload
def zlema_envelope(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    percent: float | Sequence[float] | npt.NDArray[Any] = 2.5,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: tuple[_Floats, _Floats, _Floats] | None = None,
    axis: int | None = None,
) -> Any: ...
@overload
def zlema_oscillator(
    close: _Same,
    period: int = 30,
    seed: _Seed | int = "mean",
    *,
    window: int = ...,
    axis: int | None = None,
) -> _Same:
    """How far the value lies above its moving average.

    period: a whole number of rows from 1 to 1048576.
    seed: one of mean, first.
    Lines: zlema. Source: backtrader's envelopes and oscillators.
    """

@overload
def zlema_oscillator(
    close: _SeriesLike | npt.NDArray[np.float32],
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    axis: int | None = None,
) -> Any: ...
@overload
def zlema_oscillator(
    close: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    *,
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> _Floats: ...
@overload
def zlema_oscillator(
    *,
    prices: npt.ArrayLike,
    period: int | Sequence[int] | npt.NDArray[Any] = 30,
    seed: _Seed | int | Sequence[_Seed | int] | npt.NDArray[Any] = "mean",
    window: int | Sequence[int] | npt.NDArray[Any] = ...,
    out: _Floats | None = None,
    axis: int | None = None,
) -> Any: ...

AC = ac
ACCBANDS = accbands
ACOS = acos
AD = ad
ADD = add
ADOSC = adosc
ADR = adr
ADX = adx
ADXR = adxr
AO = ao
APO = apo
AROON = aroon
AROONOSC = aroonosc
ASIN = asin
ATAN = atan
ATR = atr
AVGDEV = avgdev
AVGPRICE = avgprice
AbsPriceOsc = apo
AbsolutePriceOscillator = apo
AccDeOsc = ac
AccelerationDecelerationOscillator = ac
Accum = cumsum
AccumulationDistribution = ad
AdaptiveMovingAverage = kama
AdaptiveMovingAverageEnvelope = kama_envelope
AdaptiveMovingAverageOsc = kama_oscillator
AdaptiveMovingAverageOscillator = kama_oscillator
AllN = all_n
AnyN = any_n
ArithmeticMean = sma
AroonDown = aroon_down
AroonIndicator = aroon
AroonOsc = aroonosc
AroonOscillator = aroonosc
AroonUp = aroon_up
AroonUpDown = aroon
AroonUpDownOsc = aroon_up_down_oscillator
AroonUpDownOscillator = aroon_up_down_oscillator
Average = sma
AverageDirectionalMovementIndex = adx
AverageDirectionalMovementIndexRating = adxr
AverageTrueRange = atr
Avg = sma
AwesomeOsc = ao
AwesomeOscillator = ao
BB = bbands
BBANDS = bbands
BBands = bbands
BETA = beta
BOP = bop
BollingerBands = bbands
BollingerBandsPct = bbands_pct
CCI = cci
CDL2CROWS = two_crows
CDL3BLACKCROWS = three_black_crows
CDL3INSIDE = three_inside
CDL3LINESTRIKE = three_line_strike
CDL3OUTSIDE = three_outside
CDL3STARSINSOUTH = three_stars_in_south
CDL3WHITESOLDIERS = three_white_soldiers
CDLABANDONEDBABY = abandoned_baby
CDLADVANCEBLOCK = advance_block
CDLBELTHOLD = belt_hold
CDLBREAKAWAY = breakaway
CDLCLOSINGMARUBOZU = closing_marubozu
CDLCONCEALBABYSWALL = concealing_baby_swallow
CDLCOUNTERATTACK = counterattack
CDLDARKCLOUDCOVER = dark_cloud_cover
CDLDOJI = doji
CDLDOJISTAR = doji_star
CDLDRAGONFLYDOJI = dragonfly_doji
CDLENGULFING = engulfing
CDLEVENINGDOJISTAR = evening_doji_star
CDLEVENINGSTAR = evening_star
CDLGAPSIDESIDEWHITE = gap_side_by_side_white
CDLGRAVESTONEDOJI = gravestone_doji
CDLHAMMER = hammer
CDLHANGINGMAN = hanging_man
CDLHARAMI = harami
CDLHARAMICROSS = harami_cross
CDLHIGHWAVE = high_wave
CDLHIKKAKE = hikkake
CDLHIKKAKEMOD = modified_hikkake
CDLHOMINGPIGEON = homing_pigeon
CDLIDENTICAL3CROWS = identical_three_crows
CDLINNECK = in_neck
CDLINVERTEDHAMMER = inverted_hammer
CDLKICKING = kicking
CDLKICKINGBYLENGTH = kicking_by_length
CDLLADDERBOTTOM = ladder_bottom
CDLLONGLEGGEDDOJI = long_legged_doji
CDLLONGLINE = long_line
CDLMARUBOZU = marubozu
CDLMATCHINGLOW = matching_low
CDLMATHOLD = mat_hold
CDLMORNINGDOJISTAR = morning_doji_star
CDLMORNINGSTAR = morning_star
CDLONNECK = on_neck
CDLPIERCING = piercing
CDLRICKSHAWMAN = rickshaw_man
CDLRISEFALL3METHODS = rising_falling_three_methods
CDLSEPARATINGLINES = separating_lines
CDLSHOOTINGSTAR = shooting_star
CDLSHORTLINE = short_line
CDLSPINNINGTOP = spinning_top
CDLSTALLEDPATTERN = stalled_pattern
CDLSTICKSANDWICH = stick_sandwich
CDLTAKURI = takuri
CDLTASUKIGAP = tasuki_gap
CDLTHRUSTING = thrusting
CDLTRISTAR = tristar
CDLUNIQUE3RIVER = unique_three_river
CDLUPSIDEGAP2CROWS = upside_gap_two_crows
CDLXSIDEGAP3METHODS = gap_three_methods
CEIL = ceil
CMF = cmf
CMO = cmo
CMOU = cmou
COPPOCK = coppock
CORREL = correl
COS = cos
COSH = cosh
CTATR = atr
CTEMA = ema
CUMSUM = cumsum
CVI = cvi
ChaikinMoneyFlow = cmf
ChaikinOscillator = adosc
ChaikinVolatility = cvi
CommodityChannelIndex = cci
Correlation = correl
Covariance = covariance
CrossDown = cross_down
CrossOver = cross_over
CrossUp = cross_up
CryptoVolatilityIndex = crypto_volatility_index
CumulativeSum = cumsum
DEMA = dema
DEMAOsc = dema_oscillator
DI = di
DIV = div
DM = dm
DMA = dma
DMAOsc = dma_oscillator
DMI = dmi
DONCHIAN = donchian
DPO = dpo
DV2 = dv2
DX = dx
DemarkPivotPoint = demark_pivot_point
DetrendedPriceOscillator = dpo
DicksonMA = dma
DicksonMAEnvelope = dma_envelope
DicksonMAOsc = dma_oscillator
DicksonMAOscillator = dma_oscillator
DicksonMovingAverage = dma
DicksonMovingAverageEnvelope = dma_envelope
DicksonMovingAverageOsc = dma_oscillator
DicksonMovingAverageOscillator = dma_oscillator
DirectionalIndicator = di
DirectionalMovement = dm
DirectionalMovementIndex = dmi
DonchianChannel = donchian
DoubleExponentialMovingAverage = dema
DoubleExponentialMovingAverageEnvelope = dema_envelope
DoubleExponentialMovingAverageOsc = dema_oscillator
DoubleExponentialMovingAverageOscillator = dema_oscillator
DownDay = down_day
DownDayBool = down_day_bool
DownMove = down_move
EC = ec
ECOsc = ec_oscillator
EFI = efi
EMA = ema
EMAOsc = ema_oscillator
ER = er
ERI = eri
EXP = exp
EfficiencyRatio = er
Envelope = envelope
ErrorCorrecting = ec
ErrorCorrectingEnvelope = ec_envelope
ErrorCorrectingOsc = ec_oscillator
ErrorCorrectingOscillator = ec_oscillator
ExchangePremium = exchange_premium
ExpSmoothing = ema
ExpSmoothingDynamic = exponential_smoothing_dynamic
ExponentialMovingAverage = ema
ExponentialMovingAverageEnvelope = ema_envelope
ExponentialMovingAverageOsc = ema_oscillator
ExponentialMovingAverageOscillator = ema_oscillator
ExponentialSmoothing = ema
ExponentialSmoothingDynamic = exponential_smoothing_dynamic
FLOOR = floor
FOSC = fosc
FRACTAL = fractal
FibonacciPivotPoint = fibonacci_pivot_point
FindFirstIndexHighest = first_highest
FindFirstIndexLowest = first_lowest
FindLastIndexHighest = last_highest
FindLastIndexLowest = last_lowest
ForceIndex = efi
FundingRate = funding_rate
HA = ha
HMA = hma
HMAOsc = hma_oscillator
HT_DCPERIOD = ht_dcperiod
HT_DCPHASE = ht_dcphase
HT_PHASOR = ht_phasor
HT_SINE = ht_sine
HT_TRENDLINE = ht_trendline
HT_TRENDMODE = ht_trendmode
HeikinAshi = ha
Highest = max
HullMA = hma
HullMAEnvelope = hma_envelope
HullMAOsc = hma_oscillator
HullMAOscillator = hma_oscillator
HullMovingAverage = hma
HullMovingAverageEnvelope = hma_envelope
HullMovingAverageOsc = hma_oscillator
HullMovingAverageOscillator = hma_oscillator
Hurst = hurst
HurstExponent = hurst
IMI = imi
Ichimoku = ichimoku
KAMA = kama
KAMAOsc = kama_oscillator
KC = kc
KDJ = kdj
KST = kst
Keltner = kc
KeltnerChannel = kc
KnowSureThing = kst
LAGF = laguerre_filter
LINEARREG = linearreg
LINEARREG_ANGLE = linearreg_angle
LINEARREG_INTERCEPT = linearreg_intercept
LINEARREG_SLOPE = linearreg_slope
LN = ln
LOG10 = log10
LRSI = laguerre_rsi
LaguerreFilter = laguerre_filter
LaguerreRSI = laguerre_rsi
LinearRegression = linearreg
LiquidationLevels = liquidation_levels
Lowest = min
MA = ma
MACD = macd
MACDEXT = macdext
MACDFIX = macdfix
MACDHisto = macd
MACDHistogram = macd
MAMA = mama
MARKETFI = marketfi
MASSI = massi
MAVP = mavp
MAX = max
MAXINDEX = maxindex
MEDPRICE = medprice
MFI = mfi
MIDPOINT = midpoint
MIDPRICE = midprice
MIN = min
MININDEX = minindex
MINMAX = minmax
MINMAXINDEX = minmaxindex
MINUS_DI = minus_di
MINUS_DM = minus_dm
MOM = mom
MULT = mult
MaxN = max
Mean = sma
MeanDev = avgdev
MeanDeviation = avgdev
MinN = min
MinusDI = minus_di
MinusDirectionalIndicator = minus_di
ModifiedMovingAverage = rma
ModifiedMovingAverageEnvelope = smma_envelope
ModifiedMovingAverageOsc = smma_oscillator
ModifiedMovingAverageOscillator = smma_oscillator
Momentum = mom
MomentumOsc = rocr100
MomentumOscillator = rocr100
MoneyFlowIndex = mfi
MovingAverage = ma
MovingAverageAdaptive = kama
MovingAverageAdaptiveEnvelope = kama_envelope
MovingAverageAdaptiveOsc = kama_oscillator
MovingAverageAdaptiveOscillator = kama_oscillator
MovingAverageDoubleExponential = dema
MovingAverageDoubleExponentialEnvelope = dema_envelope
MovingAverageDoubleExponentialOsc = dema_oscillator
MovingAverageDoubleExponentialOscillator = dema_oscillator
MovingAverageExponential = ema
MovingAverageExponentialEnvelope = ema_envelope
MovingAverageExponentialOsc = ema_oscillator
MovingAverageExponentialOscillator = ema_oscillator
MovingAverageSimple = sma
MovingAverageSimpleEnvelope = sma_envelope
MovingAverageSimpleOsc = sma_oscillator
MovingAverageSimpleOscillator = sma_oscillator
MovingAverageSmoothed = rma
MovingAverageSmoothedEnvelope = smma_envelope
MovingAverageSmoothedOsc = smma_oscillator
MovingAverageSmoothedOscillator = smma_oscillator
MovingAverageTripleExponential = tema
MovingAverageTripleExponentialEnvelope = tema_envelope
MovingAverageTripleExponentialOsc = tema_oscillator
MovingAverageTripleExponentialOscillator = tema_oscillator
MovingAverageWeighted = wma
MovingAverageWeightedEnvelope = wma_envelope
MovingAverageWeightedOsc = wma_oscillator
MovingAverageWeightedOscillator = wma_oscillator
MovingAverageWilder = rma
MovingAverageWilderEnvelope = smma_envelope
MovingAverageWilderOsc = smma_oscillator
MovingAverageWilderOscillator = smma_oscillator
NATR = natr
NVI = nvi
NZD = non_zero_difference
NonZeroDifference = non_zero_difference
OBV = obv
OLS_BetaN = ols_beta
OLS_Slope_InterceptN = ols_slope_intercept
OLS_TransformationN = ols_transformation
OnBalanceVolume = obv
Oscillator = oscillator
PERCENTILE = percentile
PERCENTRANK = percentrank
PGO = pgo
PLUS_DI = plus_di
PLUS_DM = plus_dm
PPO = ppo
PPOShort = percentage_price_oscillator_short
PSAR = psar
PVI = pvi
PVO = pvo
PVT = pvt
ParabolicSAR = psar
PctChange = rocp
PctRank = percentrank
PercPriceOsc = percentage_price_oscillator
PercPriceOscShort = percentage_price_oscillator_short
PercentChange = rocp
PercentagePriceOscillator = percentage_price_oscillator
PercentagePriceOscillatorShort = percentage_price_oscillator_short
PerpetualPremium = perpetual_premium
PivotPoint = pivot_point
PlusDI = plus_di
PlusDirectionalIndicator = plus_di
PrettyGoodOsc = pgo
PrettyGoodOscillator = pgo
PriceOsc = apo
PriceOscillator = apo
QSTICK = qstick
RMA = rma
RMI = rmi
ROC = roc
ROC100 = roc
ROCP = rocp
ROCR = rocr
ROCR100 = rocr100
RSI = rsi
RSI_Cutler = rsi_sma
RSI_EMA = rsi_ema
RSI_SMA = rsi_sma
RSI_SMMA = rsi
RSI_Safe = rsi_safe
RSI_Wilder = rsi
RVI = rvi
RVOL = rvol
RateOfChange = rocp
RateOfChange100 = roc
RelativeMomentumIndex = rmi
RelativeStrengthIndex = rsi
SAR = sar
SAREXT = sarext
SIN = sin
SINH = sinh
SMA = sma
SMAOsc = sma_oscillator
SMI = smi
SMMA = rma
SMMAOsc = smma_oscillator
SQRT = sqrt
STDDEV = stddev
STOCH = stoch
STOCHF = stochf
STOCHRSI = stochrsi
SUB = sub
SUM = sum
SUPERTREND = supertrend
SimpleMovingAverage = sma
SimpleMovingAverageEnvelope = sma_envelope
SimpleMovingAverageOsc = sma_oscillator
SimpleMovingAverageOscillator = sma_oscillator
SmoothedMovingAverage = rma
SmoothedMovingAverageEnvelope = smma_envelope
SmoothedMovingAverageOsc = smma_oscillator
SmoothedMovingAverageOscillator = smma_oscillator
StandardDeviation = stddev
StdDev = stddev
Stochastic = stoch
StochasticFast = stochf
StochasticFull = stochastic_full
StochasticSlow = stoch
SumN = sum
T3 = t3
TAN = tan
TANH = tanh
TEMA = tema
TEMAOsc = tema_oscillator
TR = trange
TRANGE = trange
TRIMA = trima
TRIX = trix
TSF = tsf
TSI = tsi
TYPPRICE = typprice
TripleExponentialMovingAverage = tema
TripleExponentialMovingAverageEnvelope = tema_envelope
TripleExponentialMovingAverageOsc = tema_oscillator
TripleExponentialMovingAverageOscillator = tema_oscillator
Trix = trix
TrixSignal = trix_signal
TrueHigh = true_high
TrueLow = true_low
TrueRange = trange
TrueStrengthIndicator = tsi
ULTOSC = ultosc
UltimateOscillator = ultosc
UpDay = up_day
UpDayBool = up_day_bool
UpMove = up_move
VAR = var
VHF = vhf
VORTEX = vortex
VWMA = vwma
Variance = var
VolumeWeightedAveragePrice = volume_weighted_average_price
VolumeWeightedMovingAverage = vwma
Vortex = vortex
WAD = wad
WCLPRICE = wclprice
WILLR = willr
WMA = wma
WMAOsc = wma_oscillator
WeightedMovingAverage = wma
WeightedMovingAverageEnvelope = wma_envelope
WeightedMovingAverageOsc = wma_oscillator
WeightedMovingAverageOscillator = wma_oscillator
WilderMA = rma
WilderMAEnvelope = smma_envelope
WilderMAOsc = smma_oscillator
WilderMAOscillator = smma_oscillator
WilliamsAD = wad
WilliamsR = willr
ZLEMA = zlema
ZLEMAOsc = zlema_oscillator
ZLInd = ec
ZLIndEnvelope = ec_envelope
ZLIndOsc = ec_oscillator
ZLIndOscillator = ec_oscillator
ZLIndicator = ec
ZLIndicatorEnvelope = ec_envelope
ZLIndicatorOsc = ec_oscillator
ZLIndicatorOscillator = ec_oscillator
ZeroLagEma = zlema
ZeroLagEmaEnvelope = zlema_envelope
ZeroLagEmaOsc = zlema_oscillator
ZeroLagEmaOscillator = zlema_oscillator
ZeroLagExponentialMovingAverage = zlema
ZeroLagExponentialMovingAverageEnvelope = zlema_envelope
ZeroLagExponentialMovingAverageOsc = zlema_oscillator
ZeroLagExponentialMovingAverageOscillator = zlema_oscillator
ZeroLagIndicator = ec
ZeroLagIndicatorEnvelope = ec_envelope
ZeroLagIndicatorOsc = ec_oscillator
ZeroLagIndicatorOscillator = ec_oscillator
haD = ha_delta
haDelta = ha_delta
std = stddev

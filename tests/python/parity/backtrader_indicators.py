"""backtrader's indicators, and the ones of ours that equal them.

`python backtrader_indicators.py` prints the table of docs/backtrader-indicators.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import backtrader as bt
import backtrader.indicators as btind
import cracktrader as ct
import numpy as np

BACKTRADER = {"style": "backtrader"}


class Case(NamedTuple):
    """One indicator of backtrader's and ours."""

    ours: str
    parameters: Mapping[str, Any] = {}
    """Where our defaults are others than backtrader's, and what selects its style."""
    lines: Mapping[str, str] = {}
    """backtrader's name of a line: ours, where it differs."""
    theirs: Mapping[str, Any] = {}
    """Parameters of backtrader's, where its defaults show nothing."""
    inputs: tuple[str, ...] = ()
    """Columns of the data for our inputs, where they are other ones."""
    difference: str = ""
    """What remains different on purpose."""


def averages(name: str, ours: str, line: str, **parameters: Any) -> dict[str, Case]:
    """An average and what its family has."""
    return {
        name: Case(ours, parameters, {line: ours}),
        f"{name}Envelope": Case(f"{line}_envelope"),
        f"{name}Oscillator": Case(f"{line}_oscillator"),
    }


PERIOD_30 = {"period": 30}
PERIOD_12 = {"period": 12}
PAIR = ("close", "benchmark")
FLAG = ("rises",)
LATER = "begins with the first bar, backtrader's with the second"

CASES: dict[str, Case] = {
    "AccelerationDecelerationOscillator": Case("ac", lines={"accde": "ac"}),
    "Accum": Case("cumsum", lines={"accum": "cumsum"}),
    "AllN": Case("all_n", {"period": 3}, theirs={"period": 3}, inputs=FLAG),
    "AnyN": Case("any_n", {"period": 3}, theirs={"period": 3}, inputs=FLAG),
    "AroonDown": Case("aroon_down"),
    "AroonOscillator": Case("aroonosc"),
    "AroonUp": Case("aroon_up"),
    "AroonUpDown": Case("aroon", lines={"aroonup": "up", "aroondown": "down"}),
    "AroonUpDownOscillator": Case("aroon_up_down_oscillator"),
    "Average": Case("sma", {"period": 7}, {"av": "sma"}, theirs={"period": 7}),
    "AverageDirectionalMovementIndex": Case("adx", BACKTRADER),
    "AverageDirectionalMovementIndexRating": Case(
        "adxr", BACKTRADER, difference="the line adx is adx's, and dm's beside adxr"
    ),
    "AverageTrueRange": Case("atr"),
    "AwesomeOscillator": Case("ao"),
    "BollingerBands": Case("bbands"),
    "BollingerBandsPct": Case("bbands_pct"),
    "CommodityChannelIndex": Case("cci", BACKTRADER),
    "CrossDown": Case("cross_down", inputs=PAIR),
    "CrossOver": Case("cross_over", inputs=PAIR),
    "CrossUp": Case("cross_up", inputs=PAIR),
    "DV2": Case("dv2"),
    "DemarkPivotPoint": Case(
        "demark_pivot_point",
        difference="DeMark counts the high of a rising bar twice and the close of one without a body, backtrader the "
        "other way round (and gives 0.25 or -0.25 in runs that go bar by bar)",
    ),
    "DetrendedPriceOscillator": Case("dpo", BACKTRADER),
    "DirectionalIndicator": Case("di", BACKTRADER),
    "DirectionalMovement": Case("dm", BACKTRADER),
    "DirectionalMovementIndex": Case("dmi", BACKTRADER),
    "DownDay": Case("down_day"),
    "DownDayBool": Case("down_day_bool"),
    "DownMove": Case("down_move"),
    "Envelope": Case("envelope"),
    "ExponentialSmoothing": Case("ema", {"period": 9, "alpha": 0.3}, {"av": "ema"}, {"period": 9, "alpha": 0.3}),
    "ExponentialSmoothingDynamic": Case("exponential_smoothing_dynamic", inputs=("close", "alpha")),
    "FibonacciPivotPoint": Case("fibonacci_pivot_point"),
    "FindFirstIndexHighest": Case("first_highest", {"period": 6}, theirs={"period": 6}, inputs=FLAG),
    "FindFirstIndexLowest": Case("first_lowest", {"period": 6}, theirs={"period": 6}, inputs=FLAG),
    "FindLastIndexHighest": Case("last_highest", {"period": 6}, theirs={"period": 6}, inputs=FLAG),
    "FindLastIndexLowest": Case("last_lowest", {"period": 6}, theirs={"period": 6}, inputs=FLAG),
    "HeikinAshi": Case(
        "ha",
        lines={"ha_open": "open", "ha_high": "high", "ha_low": "low", "ha_close": "close"},
        difference=LATER,
    ),
    "Highest": Case("max", {"period": 5}, theirs={"period": 5}),
    "HurstExponent": Case("hurst"),
    "Ichimoku": Case(
        "ichimoku",
        difference="the line chikou_span is the close; backtrader's is the close of `chikou` bars ahead",
    ),
    "KnowSureThing": Case("kst"),
    "LaguerreFilter": Case("laguerre_filter"),
    "LaguerreRSI": Case("laguerre_rsi"),
    "Lowest": Case("min", {"period": 5}, theirs={"period": 5}),
    "MACD": Case("macd", BACKTRADER),
    "MACDHisto": Case("macd", BACKTRADER),
    "MeanDeviation": Case("avgdev", {"period": 20, **BACKTRADER}, {"meandev": "deviation"}),
    "MinusDirectionalIndicator": Case("minus_di", BACKTRADER, {"minusDI": "minus_di"}),
    "Momentum": Case("mom", PERIOD_12),
    "MomentumOscillator": Case("rocr100", PERIOD_12, {"momosc": "rocr100"}),
    "NonZeroDifference": Case("non_zero_difference", inputs=PAIR),
    "OLS_BetaN": Case("ols_beta", inputs=PAIR, difference="needs an old pandas there"),
    "OLS_Slope_InterceptN": Case("ols_slope_intercept", inputs=PAIR, difference="needs statsmodels there"),
    "OLS_TransformationN": Case(
        "ols_transformation",
        inputs=PAIR,
        difference="needs statsmodels there, whose line looks at 10 bars whatever the period is",
    ),
    "Oscillator": Case("oscillator", inputs=PAIR),
    "ParabolicSAR": Case("psar"),
    "PercentChange": Case("rocp", PERIOD_30, {"pctchange": "rocp"}),
    "PercentRank": Case("percentrank", {"period": 50, **BACKTRADER}, {"pctrank": "percentrank"}),
    "PercentagePriceOscillator": Case("percentage_price_oscillator"),
    "PercentagePriceOscillatorShort": Case("percentage_price_oscillator_short"),
    "PivotPoint": Case("pivot_point"),
    "PlusDirectionalIndicator": Case("plus_di", BACKTRADER, {"plusDI": "plus_di"}),
    "PrettyGoodOscillator": Case("pgo"),
    "PriceOscillator": Case("apo", lines={"po": "apo"}),
    "RSI_EMA": Case("rsi_ema"),
    "RSI_SMA": Case("rsi_sma"),
    "RSI_Safe": Case("rsi_safe"),
    "RateOfChange": Case("rocp", PERIOD_12, {"roc": "rocp"}),
    "RateOfChange100": Case("roc", PERIOD_12, {"roc100": "roc"}),
    "RelativeMomentumIndex": Case("rmi"),
    "RelativeStrengthIndex": Case("rsi"),
    "StandardDeviation": Case("stddev"),
    "Stochastic": Case("stoch"),
    "StochasticFast": Case("stochf"),
    "StochasticFull": Case("stochastic_full"),
    "SumN": Case("sum", {"period": 5}, {"sumn": "sum"}, {"period": 5}),
    "Trix": Case("trix", {"period": 15}),
    "TrixSignal": Case("trix_signal"),
    "TrueHigh": Case("true_high"),
    "TrueLow": Case("true_low"),
    "TrueRange": Case("trange", lines={"tr": "trange"}),
    "TrueStrengthIndicator": Case("tsi"),
    "UltimateOscillator": Case("ultosc", lines={"uo": "ultosc"}),
    "UpDay": Case("up_day"),
    "UpDayBool": Case("up_day_bool"),
    "UpMove": Case("up_move"),
    "Vortex": Case("vortex"),
    "WilliamsAD": Case("wad", lines={"ad": "wad"}, difference=LATER),
    "WilliamsR": Case("willr", lines={"percR": "willr"}),
    "haDelta": Case("ha_delta"),
    **averages("AdaptiveMovingAverage", "kama", "kama", style="backtrader"),
    **averages("DicksonMovingAverage", "dma", "dma"),
    **averages("DoubleExponentialMovingAverage", "dema", "dema"),
    **averages("ExponentialMovingAverage", "ema", "ema"),
    **averages("HullMovingAverage", "hma", "hma", period=30),
    **averages("MovingAverageSimple", "sma", "sma"),
    **averages("SmoothedMovingAverage", "rma", "smma"),
    **averages("TripleExponentialMovingAverage", "tema", "tema"),
    **averages("WeightedMovingAverage", "wma", "wma"),
    **averages("ZeroLagExponentialMovingAverage", "zlema", "zlema"),
    **averages("ZeroLagIndicator", "ec", "ec"),
}
for _name, _difference in {
    "ZeroLagIndicatorEnvelope": "backtrader's upper and lower lines are NaN throughout",
    "ZeroLagIndicatorOscillator": "backtrader's line is the average itself, not the distance from it",
}.items():
    CASES[_name] = CASES[_name]._replace(difference=_difference)

NOT_OURS = {
    "ApplyN": "a base that runs a Python function: cracktrader.indicators.register",
    "BaseApplyN": "a base for indicators of one's own",
    "CointN": "a test of cointegration by statsmodels with critical values from its tables",
    "FindFirstIndex": "a base that runs a Python function",
    "FindLastIndex": "a base that runs a Python function",
    "Indicator": "the base of all indicators",
    "MovingAverageBase": "the base of averages",
    "OperationN": "a base for indicators of one's own",
    "OscillatorMixIn": "a base for oscillators",
    "PeriodN": "a base for indicators of one's own",
    "ReduceN": "a base that runs a Python function",
    "WeightedAverage": "takes a list of weights; wma is the one with equal steps",
    "movav": "left over where backtrader makes its averages: DicksonMovingAverage once more",
    "newcls": "left over where backtrader makes its averages: DicksonMovingAverage once more",
}
"""Names of backtrader's that are no indicators of ours, and why."""

OTHER_MATHS = {
    "PPO": "is TA-Lib's, one line; backtrader's is percentage_price_oscillator",
    "ROC": "is TA-Lib's, in percent; backtrader's is rocp",
}
"""Aliases of backtrader's that are names of TA-Lib's for other maths."""


def names() -> dict[str, str]:
    """All names of indicators in backtrader: the name each is an alias of, or its own."""
    found = {name: getattr(btind, name) for name in dir(btind)}
    return {
        name: getattr(one, "aliased", "") or name
        for name, one in found.items()
        if isinstance(one, type) and issubclass(one, bt.Indicator)
    }


def ours(case: Case, columns: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Our lines of a case."""
    inputs = ct.indicators.info(case.ours).inputs
    given = {name: columns[column] for name, column in zip(inputs, case.inputs or inputs, strict=True)}
    return ct.indicators.compute(case.ours, **given, **case.parameters)


def theirs(name: str, case: Case, strategy: Any) -> Any:
    """backtrader's indicator of a case, in a strategy with these data."""
    make: Callable[..., Any] = getattr(btind, name)
    data, other = strategy.data0, strategy.data1
    if case.inputs == PAIR:
        return make(data.close, other.close, **case.theirs)
    if case.inputs == FLAG:
        return make(btind.UpDayBool(data.close), **case.theirs)
    if "alpha" in case.inputs:
        return make(data.close, alpha=other.volume, **case.theirs)
    return make(data, **case.theirs)


def table() -> str:
    """The page's table: what each of backtrader's is here."""
    aliases: dict[str, list[str]] = {}
    for name, own in names().items():
        if name != own:
            aliases.setdefault(own, []).append(name)
    rows = ["| backtrader | here | with | lines there | lines here | differs |", "|---|---|---|---|---|---|"]
    for name, case in sorted(CASES.items(), key=lambda one: one[0].lower()):
        lines = getattr(btind, name).lines._getlines()
        with_ = ", ".join(f"{key}={value}" for key, value in case.parameters.items() if key not in case.theirs)
        rows.append(
            f"| {', '.join([name, *aliases.get(name, [])])} | `{case.ours}` | {with_} | {', '.join(lines)} "
            f"| {', '.join(ct.indicators.info(case.ours).lines)} | {case.difference} |"
        )
    return "\n".join(rows)


if __name__ == "__main__":
    print(table())

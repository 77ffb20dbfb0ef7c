#include <cmath>
#include <string_view>
#include <vector>

#include "ct/core/maths.hpp"
#include "ct/indicators/cumulative_sum.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/prices.hpp"
#include "ct/indicators/registry.hpp"
#include "ct/indicators/row_function.hpp"
#include "ct/indicators/true_range.hpp"

namespace ct::indicators {

namespace {

CT_IN_LOOPS double add(double a, double b) { return a + b; }
CT_IN_LOOPS double subtract(double a, double b) { return a - b; }
CT_IN_LOOPS double multiply(double a, double b) { return a * b; }
CT_IN_LOOPS double quotient(double a, double b) { return a / b; }
CT_IN_LOOPS double ceiling(double x) { return std::ceil(x); }
CT_IN_LOOPS double floor_of(double x) { return std::floor(x); }
CT_IN_LOOPS double square_root(double x) { return std::sqrt(x); }

template <class Kernel>
Definition math(std::string_view name, std::string_view alias, const Names& inputs, std::string_view text) {
    return {{.name = name,
             .aliases = {alias},
             .group = Group::kMath,
             .inputs = inputs,
             .lines = {name},
             .text = text,
             .source = "TA-Lib's function of that name"},
            make_kernel<Kernel>};
}

template <class Kernel>
Definition price(std::string_view name, std::string_view alias, const Names& inputs, std::string_view text) {
    Definition row = math<Kernel>(name, alias, inputs, text);
    row.info.group = Group::kPrice;
    return row;
}

}  // namespace

std::vector<Definition> math_definitions() {
    const Names close = {"close"};
    const Names ratio = {"ratio"};  // a column of numbers from -1 to 1
    const Names pair = {"high", "low"};
    auto cumulative_sum = math<CumulativeSum>("cumsum", "CUMSUM", close, "Sum of all values so far.");
    cumulative_sum.info.aliases = {"CUMSUM", "CumulativeSum", "Accum"};
    cumulative_sum.info.missing = Missing::kSkip;
    return {
        math<RowFunction<maths::acos>>("acos", "ACOS", ratio, "Arc cosine in radians; NaN beyond 1."),
        math<RowFunction<add>>("add", "ADD", pair, "The first column plus the second."),
        math<RowFunction<maths::asin>>("asin", "ASIN", ratio, "Arc sine in radians; NaN beyond 1."),
        math<RowFunction<maths::atan>>("atan", "ATAN", close, "Arc tangent in radians."),
        math<RowFunction<ceiling>>("ceil", "CEIL", close, "The whole number above."),
        math<CircularFunction<maths::cos_near, maths::cos>>("cos", "COS", close, "Cosine of radians."),
        math<RowFunction<maths::cosh>>("cosh", "COSH", close, "Hyperbolic cosine."),
        cumulative_sum,
        math<RowFunction<quotient>>("div", "DIV", pair, "The first column over the second."),
        math<RowFunction<maths::exp>>("exp", "EXP", close, "The exponential function."),
        math<RowFunction<floor_of>>("floor", "FLOOR", close, "The whole number below."),
        math<RowFunction<maths::log>>("ln", "LN", close, "Natural logarithm; NaN below 0."),
        math<RowFunction<maths::log10>>("log10", "LOG10", close, "Decimal logarithm; NaN below 0."),
        math<RowFunction<multiply>>("mult", "MULT", pair, "The first column times the second."),
        math<CircularFunction<maths::sin_near, maths::sin>>("sin", "SIN", close, "Sine of radians."),
        math<RowFunction<maths::sinh>>("sinh", "SINH", close, "Hyperbolic sine."),
        math<RowFunction<square_root>>("sqrt", "SQRT", close, "Square root; NaN below 0."),
        math<RowFunction<subtract>>("sub", "SUB", pair, "The first column less the second."),
        math<CircularFunction<maths::tan_near, maths::tan>>("tan", "TAN", close, "Tangent of radians."),
        math<RowFunction<maths::tanh>>("tanh", "TANH", close, "Hyperbolic tangent."),
    };
}

std::vector<Definition> price_definitions() {
    const Names bar = {"open", "high", "low", "close"};
    const Names high_low = {"high", "low"};
    const Names high_low_close = {"high", "low", "close"};
    auto heikin_ashi = price<HeikinAshi>("ha", "HA", bar,
                                         "Heikin-Ashi candles: they close at a bar's average price and open in the "
                                         "middle of the body before.");
    heikin_ashi.info.aliases = {"HA", "HeikinAshi"};
    heikin_ashi.info.lines = bar;
    heikin_ashi.info.missing = Missing::kSkip;
    auto power = price<RowFunction<balance_of_power>>("bop", "BOP", bar,
                                                      "Balance of power: close less open over the bar's range.");
    power.info.group = Group::kMomentum;
    auto range = price<TrueRange>("trange", "TRANGE", high_low_close,
                                  "True range: high less low, or to the close before where that is farther.");
    range.info.aliases = {"TRANGE", "TrueRange", "TR"};
    range.info.group = Group::kVolatility;
    auto facilitation = price<RowFunction<market_facilitation>>(
        "marketfi", "MARKETFI", {"high", "low", "volume"},
        "Market facilitation index: the range of a bar for each unit of its volume.");
    facilitation.info.group = Group::kVolume;
    return {
        price<RowFunction<average_price>>("avgprice", "AVGPRICE", bar, "Mean of open, high, low and close."),
        power,
        heikin_ashi,
        facilitation,
        price<RowFunction<median_price>>("medprice", "MEDPRICE", high_low, "The middle between high and low."),
        range,
        price<RowFunction<typical_price>>("typprice", "TYPPRICE", high_low_close, "Mean of high, low and close."),
        price<RowFunction<weighted_close>>("wclprice", "WCLPRICE", high_low_close,
                                           "Mean of high, low and twice the close."),
    };
}

}  // namespace ct::indicators

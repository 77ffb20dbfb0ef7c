#include "ct/strategies/built_in_expressions.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/strategies/expression_definition.hpp"
#include "ct/strategies/expression_rules.hpp"
#include "ct/strategies/expression_strategy.hpp"
#include "ct/strategies/parameters.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::strategies {

namespace {

/// A strategy as it stands here: its conditions, and the numbers that they use.
struct BuiltIn {
    std::string_view name;
    std::string_view text;
    std::string_view entry;
    std::string_view exit;
    std::string_view short_entry;
    std::string_view short_exit;
    std::vector<ParameterInfo> numbers;
    std::vector<ParameterInfo> short_numbers = {};  ///< that only its short side uses
};

ParameterInfo period(std::string_view name, std::string_view default_value, std::string_view text) {
    return {name, ParameterType::kWhole, default_value, text, 1, kLongestPeriod};
}

std::vector<BuiltIn> built_ins() {
    return {
        {.name = "rsi_reversion",
         .text =
             "Buys when the relative strength index is low, and leaves when it is back in the middle; optionally sells "
             "short when it is high.",
         .entry = "rsi(close, period) < oversold",
         .exit = "rsi(close, period) > middle",
         .short_entry = "rsi(close, period) > overbought",
         .short_exit = "rsi(close, period) < middle",
         .numbers = {period("period", "14", "bars of the index"),
                     {"oversold", ParameterType::kNumber, "30", "buys below this", 0, 100},
                     {"middle", ParameterType::kNumber, "50", "leaves beyond this", 0, 100}},
         .short_numbers = {{"overbought", ParameterType::kNumber, "70", "sells short above this", 0, 100}}},
        {.name = "breakout",
         .text = "Donchian's breakout: buys above the highest high of the bars before, leaves below the lowest low of "
                 "fewer of them; optionally the same the other way round.",
         .entry = "close > highest(high, entry_period)[1]",
         .exit = "close < lowest(low, exit_period)[1]",
         .short_entry = "close < lowest(low, entry_period)[1]",
         .short_exit = "close > highest(high, exit_period)[1]",
         .numbers = {period("entry_period", "20", "bars of the channel that it enters beyond"),
                     period("exit_period", "10", "bars of the channel that it leaves beyond")}},
        {.name = "macd_trend",
         .text =
             "Long while the MACD is above its signal and the close above a long average; optionally short below both.",
         .entry = "macd(close, fast, slow, signal).hist > 0 and close > ema(close, trend)",
         .exit = "macd(close, fast, slow, signal).hist < 0",
         .short_entry = "macd(close, fast, slow, signal).hist < 0 and close < ema(close, trend)",
         .short_exit = "macd(close, fast, slow, signal).hist > 0",
         .numbers = {period("fast", "12", "bars of the fast average"), period("slow", "26", "bars of the slow average"),
                     period("signal", "9", "bars of the signal"), period("trend", "200", "bars of the long average")}},
        {.name = "bollinger_reversion",
         .text =
             "Buys below the lower of Bollinger's bands and leaves at the middle one; optionally sells short above the "
             "upper one.",
         .entry = "close < bbands(close, period, deviations, deviations).lower",
         .exit = "close > bbands(close, period, deviations, deviations).middle",
         .short_entry = "close > bbands(close, period, deviations, deviations).upper",
         .short_exit = "close < bbands(close, period, deviations, deviations).middle",
         .numbers = {period("period", "20", "bars of the bands"),
                     {"deviations", ParameterType::kNumber, "2", "how many standard deviations they are wide", 0.01,
                      100}}},
    };
}

std::vector<ParameterInfo> numbers_of(const BuiltIn& built_in, bool shorts) {
    std::vector<ParameterInfo> numbers = built_in.numbers;
    if (shorts) numbers.insert(numbers.end(), built_in.short_numbers.begin(), built_in.short_numbers.end());
    return numbers;
}

/// Its numbers, and what every one of them has beside these.
std::vector<ParameterInfo> parameters_of(const BuiltIn& built_in) {
    std::vector<ParameterInfo> numbers = numbers_of(built_in, true);
    numbers.push_back({"size", ParameterType::kSize, "95%", kSizeText});
    numbers.push_back({"short", ParameterType::kYesNo, "false", "also go short"});
    numbers.push_back(
        {"stop_loss", ParameterType::kGuard, "none", "where a position is given up: 3%, 2 * atr(14), at low"});
    numbers.push_back({"take_profit", ParameterType::kGuard, "none", "where its profit is taken, likewise"});
    numbers.push_back(
        {"trailing_stop", ParameterType::kGuard, "none", "how far a stop follows the price: 3%, 2 * atr(14)"});
    return numbers;
}

DefinitionText guard(const Parameters& parameters, std::string_view name) {
    const std::string& text = parameters.find(name)->second;
    return text == "none" ? std::string() : text;
}

Result<std::unique_ptr<engine::Strategy>> make_built_in(const BuiltIn& built_in, const Parameters& parameters) {
    const bool shorts = yes_or_no(parameters, "short");
    ExpressionDefinition definition{.name = std::string(built_in.name),
                                    .entry = std::string(built_in.entry),
                                    .exit = std::string(built_in.exit),
                                    .short_entry = std::string(shorts ? built_in.short_entry : ""),
                                    .short_exit = std::string(shorts ? built_in.short_exit : ""),
                                    .size = parameters.find("size")->second,
                                    .stop_loss = guard(parameters, "stop_loss"),
                                    .take_profit = guard(parameters, "take_profit"),
                                    .trailing_stop = guard(parameters, "trailing_stop")};
    for (const ParameterInfo& number_info : numbers_of(built_in, shorts)) {
        definition.parameters.push_back(
            {.name = std::string(number_info.name), .value = number(parameters, number_info.name)});
    }
    auto rules = compile(definition);
    if (!rules) return fail(rules);
    return std::make_unique<ExpressionStrategy>(std::move(*rules));
}

}  // namespace

std::vector<StrategyInfo> built_in_expressions() {
    std::vector<StrategyInfo> infos;
    for (BuiltIn& built_in : built_ins()) {
        infos.push_back(
            {.name = built_in.name,
             .text = built_in.text,
             .parameters = parameters_of(built_in),
             .make = [built_in](const Parameters& parameters) { return make_built_in(built_in, parameters); }});
    }
    return infos;
}

}  // namespace ct::strategies

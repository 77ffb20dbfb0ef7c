#include "ct/strategies/expression_rules.hpp"

#include <limits>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/strategies/expression_definition.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::strategies {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

std::string error_of(const ExpressionDefinition& definition, const Parameters& given = {}) {
    const auto rules = compile(definition, given);
    return rules ? "" : rules.error().message;
}

/// The first line of the error of a definition with one field changed.
std::string error_with(DefinitionText ExpressionDefinition::* field, const DefinitionText& text,
                       ExpressionDefinition definition = {.entry = "close > 1"}) {
    definition.*field = text;
    const std::string message = error_of(definition);
    return message.substr(0, message.find('\n'));
}

TEST(ExpressionRules, NeedAnEntry) {
    EXPECT_EQ(error_of({.exit = "close > 1"}), "strategy 'expression' has neither an entry nor a short_entry");
    EXPECT_EQ(error_of({.short_entry = "close > 1"}), "");
}

TEST(ExpressionRules, NeedTheEntryThatAnExitBelongsTo) {
    EXPECT_THAT(error_of({.entry = "close > 1", .short_exit = "close < 1"}),
                HasSubstr("short_exit, column 1: there is no short_entry whose positions it could close"));
    EXPECT_THAT(error_of({.exit = "close < 1", .short_entry = "close > 1"}),
                HasSubstr("exit, column 1: there is no entry whose positions it could close"));
}

TEST(ExpressionRules, SayTheFieldOrThePlaceThatWasGiven) {
    using D = ExpressionDefinition;
    EXPECT_EQ(error_with(&D::exit, "clse > 1"),
              "exit, column 1: nothing is called 'clse'; the nearest name is the value 'close'");
    EXPECT_EQ(error_with(&D::exit, {"clse > 1", "run.toml line 4, exit"}),
              "run.toml line 4, exit, column 1: nothing is called 'clse'; the nearest name is the value 'close'");
    EXPECT_EQ(error_with(&D::stop_loss, "clse%"),
              "stop_loss, column 1: nothing is called 'clse'; the nearest name is the value 'close'");
    EXPECT_EQ(error_with(&D::take_profit, "at hgh"),
              "take_profit, column 4: nothing is called 'hgh'; the nearest name is the value 'high'");
    EXPECT_EQ(error_with(&D::size, "risk 1% atr(0)"),
              "size, column 13: period of atr must be a whole number from 1 to 1048576, not 0");
}

TEST(ExpressionRules, RefuseGuardsThatCannotBe) {
    using D = ExpressionDefinition;
    const ExpressionDefinition both{.entry = "close > 1", .short_entry = "close < 1"};
    EXPECT_EQ(error_with(&D::stop_loss, "0%"), "stop_loss, column 1: expected a number above 0");
    EXPECT_EQ(error_with(&D::stop_loss, "-3"), "stop_loss, column 1: expected a number above 0");
    EXPECT_EQ(error_with(&D::stop_loss, "100%"),
              "stop_loss, column 1: expected less than 100 %, at which the price would be 0");
    EXPECT_EQ(error_with(&D::take_profit, "100%"), "");
    EXPECT_EQ(error_with(&D::stop_loss, "close > 1"),
              "stop_loss, column 1: expected a number, such as 2 * atr(14); this is a condition");
    EXPECT_EQ(error_with(&D::stop_loss, "profit"),
              "stop_loss, column 1: 'profit' is of the position: only the conditions of entries and exits may use it");
    EXPECT_EQ(error_with(&D::stop_loss, "%"), "stop_loss, column 1: the text is empty; expected an expression");
    EXPECT_EQ(error_with(&D::trailing_stop, "at low"),
              "trailing_stop, column 1: a trailing stop follows the price: "
              "expected a percentage or a distance");
    EXPECT_EQ(error_with(&D::stop_loss, "at low", both),
              "stop_loss, column 1: a price is either above or below: expected a percentage or a distance, as the "
              "strategy goes long and short");
    EXPECT_EQ(error_with(&D::stop_loss, "atr(14)", both), "");  // begins with "at", but is no price
}

TEST(ExpressionRules, RefuseSizesThatCannotBe) {
    using D = ExpressionDefinition;
    EXPECT_EQ(error_with(&D::size, "lots"),
              "size, column 1: size 'lots' is not a positive amount such as 0.5, 95% or 5000quote");
    for (const char* text : {"risk", "risk 1", "risk x%", "risk 0%", "risk -1%", "risk 101%"}) {
        EXPECT_EQ(error_with(&D::size, text),
                  "size, column 1: expected a share above 0 and up to 100 %, such as risk "
                  "1% or risk 0.5% 2 * atr(14)")
            << text;
    }
    EXPECT_EQ(error_with(&D::size, "risk 1%"),
              "size, column 1: without a stop_loss, expected the distance that is "
              "risked behind it, such as risk 1% 2 * atr(14)");
    EXPECT_EQ(error_with(&D::size, "risk 100% 2 * atr(14)"), "");
}

ExpressionDefinition with_parameter(const ExpressionParameter& parameter) {
    return {.entry = "close > fast * sma(close, 5)", .parameters = {parameter}};
}

TEST(ExpressionParameters, AreCheckedByNameAndValue) {
    EXPECT_EQ(error_of(with_parameter({.name = "fast", .value = 10, .min = 2, .max = 20, .step = 2})), "");
    EXPECT_EQ(error_of(with_parameter({.name = "close"})),
              "parameter 'close': the language has that name already; choose another");
    EXPECT_EQ(error_of(with_parameter({.name = "and"})),
              "parameter 'and': the language has that name already; choose another");
    EXPECT_EQ(error_of(with_parameter({.name = "2x"})), "parameter '2x': expected a name of letters, digits and _");
    EXPECT_EQ(error_of(with_parameter({.name = "fast", .value = std::numeric_limits<double>::quiet_NaN()})),
              "parameter fast=nan: expected a finite number");
    EXPECT_EQ(error_of(with_parameter({.name = "fast", .value = std::numeric_limits<double>::infinity()})),
              "parameter fast=inf: expected a finite number");
    EXPECT_EQ(error_of(with_parameter({.name = "fast", .value = 1, .min = 2, .max = 20})),
              "parameter fast=1: expected a number from 2 to 20");
    EXPECT_EQ(error_of(with_parameter({.name = "fast", .value = 5, .min = 2, .max = 20, .step = 2})),
              "parameter fast=5: expected 2 and so many steps of 2");
    EXPECT_EQ(error_of(with_parameter({.name = "fast", .value = 18, .min = 20, .max = 15, .place = "run.toml:3:1"})),
              "run.toml:3:1: parameter 'fast': its min 20 is above its max 15");
    EXPECT_EQ(error_of(with_parameter({.name = "fast", .value = 18, .step = -1})),
              "parameter 'fast': its step -1 is not 0 or above");
    EXPECT_EQ(error_of({.entry = "close > 1", .parameters = {{.name = "a", .value = 1}, {.name = "a", .value = 2}}}),
              "parameter 'a' is there twice");
}

TEST(ExpressionParameters, MayBeGiven) {
    const auto definition = with_parameter({.name = "fast", .value = 0.1, .min = 0.1, .max = 20, .step = 0.1});
    EXPECT_EQ(error_of(definition, {{"fast", "0.3"}}), "");
    EXPECT_EQ(error_of(definition, {{"fast", "2 * 3"}}), "");
    EXPECT_EQ(error_of(definition, {{"fast", "21"}}), "parameter fast=21: expected a number from 0.1 to 20");
    EXPECT_EQ(error_of(definition, {{"fast", "close"}}), "parameter fast=close: expected a number");
    EXPECT_THAT(error_of(definition, {{"fast", "ten"}}),
                HasSubstr("parameter fast, column 1: nothing is called 'ten'"));
    EXPECT_EQ(error_of(definition, {{"fsat", "3"}}), "no parameter 'fsat', did you mean 'fast'? There is fast");
    EXPECT_EQ(error_of({.entry = "close > 1"}, {{"fast", "3"}}), "no parameter 'fast': the strategy has none");
}

TEST(ExpressionParameters, ThatNoFieldUsesAreRefused) {
    ExpressionDefinition definition{.entry = "rsi(fast) < 30", .exit = "rsi(fast) > 50"};
    definition.parameters = {{.name = "fast", .value = 14}, {.name = "fats", .value = 20, .place = "--param"}};
    EXPECT_EQ(error_of(definition), "--param: no field uses the parameter 'fats', did you mean 'fast'? They use fast");
    EXPECT_EQ(error_of({.entry = "close > 1", .parameters = {{.name = "other", .value = 3}}}),
              "no field uses the parameter 'other'. They use no parameter");
    ExpressionDefinition in_stop{.entry = "close > 1", .parameters = {{.name = "wide", .value = 3}}};
    in_stop.stop_loss = "wide * atr(14)";
    EXPECT_EQ(error_of(in_stop), "");
}

std::string level_error(DefinitionText ExpressionDefinition::* field, const std::string& text) {
    const std::string message = error_with(field, text);
    return message.substr(message.find(": ") + 2);
}

TEST(ExpressionLevels, APriceIsNoDistance) {
    using D = ExpressionDefinition;
    EXPECT_EQ(error_with(&D::stop_loss, "close * 0.97"),
              "stop_loss, column 1: this is a price, not a distance; write 'at close * 0.97' for the price, 3% or "
              "2 * atr(14) for a distance");
    for (const char* text : {"low",
                             "low[1]",
                             "0.97 * close",
                             "close / 1.03",
                             "close - 2 * atr(14)",
                             "(high + low) / 2",
                             "2 * hl2 - high[1]",
                             "min(low, low[1])",
                             "nz(sma(close, 20), close)",
                             "if(close > open, low, open)",
                             "lowest(low, 20)",
                             "bbands(20).lower",
                             "supertrend(10, 3).supertrend",
                             "ema(close, 20) * 0.99",
                             "close@\"ETH/USDT\"",
                             "floor(close / 100) * 100",
                             "highest(high, 20)[1]",
                             "psar()",
                             "vwap()",
                             "hlc3",
                             "max(close, 100)"}) {
        EXPECT_THAT(error_with(&D::stop_loss, text), HasSubstr("this is a price, not a distance; write 'at ")) << text;
        EXPECT_THAT(error_with(&D::take_profit, text), HasSubstr("this is a price, not a distance")) << text;
        EXPECT_THAT(error_with(&D::trailing_stop, text), HasSubstr("expected how far the stop follows the price"));
        EXPECT_THAT(error_with(&D::size, fmt::format("risk 1% {}", text)),
                    HasSubstr("expected how far the price may move against the position"));
        EXPECT_EQ(error_with(&D::stop_loss, fmt::format("at {}", text)), "");
    }
    EXPECT_EQ(level_error(&D::stop_loss, "close%"), "this is a price, not a percentage: expected one such as 3%");
}

TEST(ExpressionLevels, ADistanceIsNoPrice) {
    using D = ExpressionDefinition;
    for (const char* text : {"2 * atr(14)", "high - low", "close - sma(close, 20)", "stddev(20)", "abs(close - open)",
                             "max(atr(14), 100)", "sma(high - low, 10)", "rsi(14)", "atr(14)[1]", "volume",
                             "bbands_pct(20).pctb", "supertrend(10, 3).trend + 2", "close * 0.03", "hour + 1"}) {
        EXPECT_THAT(error_with(&D::stop_loss, fmt::format("at {}", text)),
                    HasSubstr("this is no price; leave out 'at'"))
            << text;
        EXPECT_EQ(error_with(&D::stop_loss, text), "") << text;
        EXPECT_EQ(error_with(&D::trailing_stop, text), "") << text;
        EXPECT_EQ(error_with(&D::size, fmt::format("risk 1% {}", text)), "") << text;
    }
    EXPECT_EQ(error_with(&D::stop_loss, "at 50000"), "");
}

TEST(ExpressionLevels, WhatCannotBeToldIsTaken) {
    using D = ExpressionDefinition;
    for (const char* text : {"close * natr(14) / 100", "close * (1 - natr(14) / 100)", "sqrt(high * low)",
                             "exp(sma(log(close), 20))", "sum(close, 20) / 20", "if(close > open, low, atr(14))"}) {
        EXPECT_EQ(error_with(&D::stop_loss, text), "") << text;
        EXPECT_EQ(error_with(&D::stop_loss, fmt::format("at {}", text)), "") << text;
    }
}

TEST(ExpressionLevels, ThatAreNeverAboveZeroAreRefused) {
    using D = ExpressionDefinition;
    for (const char* text : {"-2 * atr(14)", "0 * atr(14)", "-close", "-rsi(14)%", "at -low", "-abs(close - open)",
                             "min(0, close - open)", "-stddev(20) / 2", "-sma(volume, 5)"}) {
        EXPECT_EQ(level_error(&D::stop_loss, text), "this is never above 0") << text;
    }
    EXPECT_EQ(level_error(&D::stop_loss, "0"), "expected a number above 0");
}

TEST(ExpressionLevels, OfABareNumberAreDoubted) {
    ExpressionDefinition definition{.entry = "close > 1"};
    definition.stop_loss = "5";
    EXPECT_THAT(compile(definition)->warnings,
                ElementsAre("stop_loss, column 1: a distance of 5 in the quote asset; 5 % of the price is written 5%\n"
                            "  5\n  ^"));
    for (const char* text : {"5%", "at 5", "500", "atr(5)"}) {
        definition.stop_loss = text;
        EXPECT_THAT(compile(definition)->warnings, IsEmpty()) << text;
    }
}

TEST(ExpressionRules, ShowWhatTheStrategyIs) {
    ExpressionDefinition definition{.entry = "close > fast", .exit = "close < fast", .cooldown = 3};
    definition.stop_loss = "3%";
    definition.parameters = {{.name = "fast", .value = 10}};
    EXPECT_THAT(compile(definition, {{"fast", "12"}})->shown,
                ElementsAre(Pair("entry", "close > fast"), Pair("exit", "close < fast"), Pair("size", "95%"),
                            Pair("stop_loss", "3%"), Pair("cooldown", "3"), Pair("fast", "12")));
}

TEST(ExpressionRules, WarnOfWhatNeverHappens) {
    EXPECT_THAT(compile({.entry = "close > 1"})->warnings,
                ElementsAre("nothing ever closes a long position: there is no exit and no stop"));
    EXPECT_THAT(compile({.short_entry = "close > 1"})->warnings,
                ElementsAre("nothing ever closes a short position: there is no short_exit and no stop"));
    EXPECT_THAT(compile({.entry = "close > 1", .exit = "hour > 24"})->warnings,
                ElementsAre("exit, column 1: this can never be true\n  hour > 24\n  ^^^^^^^^^"));
    ExpressionDefinition guarded{.entry = "close > 1"};
    guarded.trailing_stop = "3%";
    EXPECT_THAT(compile(guarded)->warnings, IsEmpty());
    EXPECT_THAT(compile({.entry = "close > 1", .short_entry = "close < 1"})->warnings, IsEmpty());
}

TEST(ExpressionRules, WarnOfEntriesThatAreNeverTaken) {
    const auto first_warning = [](const ExpressionDefinition& definition) {
        const auto rules = compile(definition);
        return rules->warnings.empty() ? "" : rules->warnings[0].substr(0, rules->warnings[0].find('\n'));
    };
    EXPECT_EQ(first_warning({.entry = "close > 1", .exit = "close > 1"}),
              "entry, column 1: whenever this holds the exit holds too: it is never taken");
    EXPECT_EQ(first_warning({.entry = "rsi(14) < 30 and close > 1", .exit = "close > 1"}),
              "entry, column 1: whenever this holds the exit holds too: it is never taken");
    EXPECT_EQ(first_warning({.entry = "close > 1", .exit = "close < 1", .short_entry = "close > 1"}),
              "entry, column 1: whenever this holds the short_entry holds too: it is never taken");
    EXPECT_EQ(first_warning({.short_entry = "close > 1", .short_exit = "close > 1"}),
              "short_entry, column 1: whenever this holds the short_exit holds too: it is never taken");
    EXPECT_EQ(first_warning({.entry = "close > 1", .exit = "close > 1 and profit > 0.1"}), "");
}

}  // namespace
}  // namespace ct::strategies

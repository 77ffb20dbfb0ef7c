#include "ct/strategies/expression_rules.hpp"

#include <limits>
#include <string>
#include <utility>
#include <vector>

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
    EXPECT_EQ(error_with(&D::size, "risk 100% close"), "");
}

ExpressionDefinition with_parameter(const ExpressionParameter& parameter) {
    return {.entry = "close > sma(close, 5)", .parameters = {parameter}};
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

}  // namespace
}  // namespace ct::strategies

#include <cstddef>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli_run_test.hpp"
#include "ct/indicators/registry.hpp"
#include "support/flat_json.hpp"

namespace ct::cli {
namespace {

using test::expect_refused;
using test::run_cli;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(Indicators, AreListedByGroupWithinTheWidthOfAScreen) {
    const auto run = run_cli({"indicators"});
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.err, IsEmpty());
    for (const auto* info : indicators::all()) {
        EXPECT_THAT(run.out, HasSubstr("\n  " + std::string(info->name) + " "));
        EXPECT_THAT(run.out, HasSubstr("\n" + std::string(name(info->group)) + "\n"));
    }
    std::istringstream lines(run.out);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 120U) << line;
}

TEST(Indicators, ATableShowsDefaultsInputsAndLines) {
    const auto run = run_cli({"indicators", "--group", "momentum"});
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.out, AllOf(HasSubstr("\nmomentum\n"), Not(HasSubstr("\noverlap\n"))));
    std::istringstream lines(run.out);
    std::string macd;
    while (std::getline(lines, macd) && !macd.starts_with("  macd ")) {
    }
    EXPECT_THAT(macd,
                AllOf(HasSubstr(" close "), HasSubstr("fast=12, slow=26, signal=9"), HasSubstr("macd, signal, histo")));
}

TEST(Indicators, OneIsDescribedByNameOrAlias) {
    const auto run = run_cli({"indicators", "BollingerBands"});
    EXPECT_EQ(run.code, 0);
    EXPECT_EQ(run_cli({"indicators", "bbands"}).out, run.out);
    const auto* const info = indicators::find("bbands").value();
    EXPECT_THAT(run.out, testing::StartsWith("bbands\n"));
    for (const auto alias : info->aliases) EXPECT_THAT(run.out, HasSubstr(std::string(alias)));
    for (const auto& parameter : info->parameters) {
        EXPECT_THAT(run.out, HasSubstr(std::string(parameter.name) + " = "));
        for (const auto choice : parameter.choices) EXPECT_THAT(run.out, HasSubstr(std::string(choice)));
    }
    EXPECT_THAT(run.out, AllOf(HasSubstr("a whole number from 1 to 1048576"), HasSubstr("top, mid, bot"),
                               HasSubstr("up = 2: a number\n"), HasSubstr("NaN or infinity"),
                               HasSubstr("cracktrader_fast.bbands(close, period=")));
}

TEST(Indicators, TheLeadInIsThatOfTheDefaults) {
    EXPECT_THAT(run_cli({"indicators", "rsi"}).out, HasSubstr("NaN in the first 14 rows with these parameters"));
    EXPECT_THAT(run_cli({"indicators", "sar"}).out, HasSubstr("NaN in the first row with these parameters"));
    EXPECT_THAT(run_cli({"indicators", "obv"}).out, HasSubstr("a value from the first row on"));
}

TEST(Indicators, ThatAreUnknownAreExit2AndTheNearestIsNamed) {
    expect_refused({"indicators", "rsii"}, 2, {"'rsii'", "'rsi'"});
    expect_refused({"indicators", "--group", "momentun"}, 2, {"no group is called 'momentun'", "'momentum'"});
    expect_refused({"indicators", "rsi", "--group", "momentum"}, 2, {"--group", "excludes"});
    expect_refused({"indicators", "rsi", "more"}, 2, {"'more'"});
}

TEST(Indicators, AreAvailableAsJson) {
    const auto all = indicators::all();
    const test::FlatJson json(run_cli({"indicators", "--json"}).out);
    ASSERT_EQ(json.size(""), all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string row = "[" + std::to_string(i) + "].";
        EXPECT_EQ(json[row + "name"], '"' + std::string(all[i]->name) + '"');
        EXPECT_EQ(json.size(row + "parameters"), all[i]->parameters.size());
        EXPECT_EQ(json.size(row + "lines"), all[i]->lines.size());
    }
    const test::FlatJson one(run_cli({"indicators", "RSI", "--json"}).out);
    ASSERT_EQ(one.size(""), 1U);
    EXPECT_EQ(one["[0].parameters[0].default"], "14");
    EXPECT_EQ(one["[0].parameters[0].max"], "1048576");
    EXPECT_EQ(one["[0].lead_in"], "14");
    EXPECT_EQ(one["[0].group"], R"("momentum")");
    EXPECT_EQ(one["[0].missing"], R"("skip")");
}

}  // namespace
}  // namespace ct::cli

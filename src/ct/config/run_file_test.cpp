#include "ct/config/run_file.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/config/run_options.hpp"
#include "ct/config/run_settings.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule_settings.hpp"
#include "support/temporary_folder.hpp"

namespace ct::config {
namespace {

using testing::HasSubstr;

/// The texts of a setting.
std::vector<std::string> texts(const RunOptions& options, const RunSetting& setting) {
    if (const auto* one = std::get_if<std::optional<Given> RunOptions::*>(&setting.target)) {
        const auto& given = options.**one;
        return given ? std::vector{given->text} : std::vector<std::string>();
    }
    std::vector<std::string> all;
    for (const Given& given : options.*std::get<std::vector<Given> RunOptions::*>(setting.target)) {
        all.push_back(given.text);
    }
    return all;
}

std::string refusal(std::string_view text, const std::string& file = "run.toml") {
    const auto options = parse_run_text(text, file);
    return options ? "accepted" : options.error().message;
}

TEST(RunFile, TakesEachSettingByItsKey) {
    for (const RunSetting& setting : run_settings()) {
        SCOPED_TRACE(setting.name());
        const auto options =
            parse_run_text(fmt::format("[{}]\n{} = {}\n", setting.table, setting.key, setting.example), "run.toml");
        ASSERT_TRUE(options) << options.error().message;
        for (const RunSetting& other : run_settings()) {
            EXPECT_EQ(texts(*options, other).empty(), &other != &setting) << other.name();
        }
        const Given& given = [&]() -> const Given& {
            if (const auto* one = std::get_if<std::optional<Given> RunOptions::*>(&setting.target)) {
                return *((*options).**one);
            }
            return ((*options).*std::get<std::vector<Given> RunOptions::*>(setting.target)).front();
        }();
        EXPECT_THAT(given.where, testing::MatchesRegex(fmt::format("run\\.toml:2:[0-9]+: {}", setting.name())));
    }
}

TEST(RunFile, RefusesValuesOfAnotherType) {
    for (const RunSetting& setting : run_settings()) {
        if (setting.table == "risk") continue;  // where a table is a rule
        SCOPED_TRACE(setting.name());
        const bool table = setting.is_by_name();
        EXPECT_THAT(refusal(fmt::format("[{}]\n{} = {}\n", setting.table, setting.key, table ? "5" : "{ a = 1 }")),
                    HasSubstr(fmt::format("run.toml:2:{}: {}: expected ", setting.key.size() + 4, setting.name())));
    }
    EXPECT_EQ(refusal("[data]\ngaps = 5\n"), "run.toml:2:8: data.gaps: expected text, not the number 5");
    EXPECT_EQ(refusal("[data]\nfrom = 5\n"), "run.toml:2:8: data.from: expected a date or a time, not the number 5");
    EXPECT_EQ(refusal("[data]\ncsv = 5\n"),
              "run.toml:2:7: data.csv: expected text or a list of texts, not the number 5");
    EXPECT_EQ(refusal("[data]\ncsv = [\"a\", 5]\n"), "run.toml:2:13: data.csv: expected text, not the number 5");
    EXPECT_EQ(refusal("[data]\ncsv = []\n"), "run.toml:2:7: data.csv: expected one or more, the list is empty");
    EXPECT_EQ(refusal("[data]\ncsv = \"\"\n"), "run.toml:2:7: data.csv: expected a value, not the text ''");
    EXPECT_EQ(refusal("[account]\ncash = true\n"), "run.toml:2:8: account.cash: expected a number, not true");
    EXPECT_EQ(refusal("[account]\nkind = \"\"\n"), "run.toml:2:8: account.kind: expected a value, not the text ''");
    EXPECT_EQ(refusal("[matching]\ncheat_on_open = \"yes\"\n"),
              "run.toml:2:17: matching.cheat_on_open: expected true or false, not the text 'yes'");
    EXPECT_EQ(refusal("[strategy.parameters]\nfast = [1]\n"),
              "run.toml:2:8: strategy.parameters.fast: expected text, a number, true or false, not a list");
    EXPECT_EQ(refusal("[strategy.parameters]\n\"a=b\" = 1\n"),
              "run.toml:2:1: strategy.parameters: expected a name without '=', not 'a=b'");
    EXPECT_EQ(refusal(R"({"account": {"cash": null}})", "run.json"),
              "run.json:1:22: account.cash: expected a number, not nothing");
}

TEST(RunFile, RefusesUnknownTablesAndKeysNamingTheNearest) {
    EXPECT_EQ(refusal("[acount]\ncash = 5\n"),
              "run.toml:1:2: no table 'acount'; did you mean 'account'? There is data, strategy, account, costs, "
              "matching, risk, report");
    EXPECT_EQ(refusal("[account]\ncsh = 5\n"),
              "run.toml:2:1: account.csh: no such setting; did you mean 'cash'? There is cash, kind, report_asset, "
              "rates");
    EXPECT_THAT(refusal("[strategy]\nparams = { fast = 3 }\n"),
                testing::HasSubstr("did you mean 'parameters'? There is name"));
    EXPECT_THAT(refusal("[account]\nleverage = 3\n"),
                testing::HasSubstr("account.leverage: no such setting. There is cash"));
    EXPECT_EQ(refusal("[costs]\ncash = 5\n"),
              "run.toml:2:1: costs.cash: no such setting; it belongs to the table account");
    EXPECT_EQ(refusal("cash = 5\n"), "run.toml:1:1: 'cash' belongs to the table account");
    EXPECT_EQ(refusal("account = 5\n"), "run.toml:1:11: account: expected a table, not the number 5");
    EXPECT_EQ(refusal("[data]\ncsv = \"a\"\n[dta]\n", "run.yaml").substr(0, 11), "run.yaml:2:");
}

TEST(RunFile, TakesRiskRulesOrAFileOfThem) {
    const auto options =
        parse_run_text("[risk.max_order]\nnotional = 5\n[[risk.order_rate]]\norders = 1\n", "run.toml");
    ASSERT_TRUE(options);
    EXPECT_EQ(risk::text(options->rules), "max_order notional=5; order_rate orders=1");
    EXPECT_EQ(options->rules.front().settings.front().where, "run.toml:2:12");
    EXPECT_TRUE(parse_run_text("[risk]\n", "run.toml")->rules.empty());
    EXPECT_EQ(refusal("[risk]\nfile = \"a.toml\"\n[risk.drawdown]\nshare = 0.1\n"),
              "run.toml:2:1: risk.file and tables with rules: expected one of them");
    EXPECT_EQ(refusal("[risk]\ndrawdown = 0.1\n"),
              "run.toml:2:12: risk.drawdown: expected a table of settings, or a list of those, not the number 0.1");
}

TEST(RunFile, TakesPairsAsATableOrAsTexts) {
    for (const char* parameters : {"{ fast = 10, all = true }", R"(["fast=10", "all=true"])"}) {
        const auto options = parse_run_text(fmt::format("[strategy]\nparameters = {}\n", parameters), "run.toml");
        ASSERT_TRUE(options);
        ASSERT_EQ(options->parameters.size(), 2U);
        EXPECT_EQ(options->parameters[0].text, "fast=10");
        EXPECT_EQ(options->parameters[1].text, "all=true");
    }
}

TEST(RunFile, TakesRangesOfParameters) {
    const auto options = parse_run_text(
        "[strategy.parameters]\nslow = 50\n[strategy.parameters.fast]\ndefault = 10\nmin = 2\nmax = 50.5\nstep = 0.5\n"
        "text = \"of the fast average\"\n",
        "run.toml");
    ASSERT_TRUE(options) << options.error().message;
    ASSERT_EQ(options->ranges.size(), 1U);
    const ParameterRange& range = options->ranges.front();
    EXPECT_EQ(range.name, "fast");
    EXPECT_EQ(range.value, 10);
    EXPECT_EQ(range.min, 2);
    EXPECT_EQ(range.max, 50.5);
    EXPECT_EQ(range.step, 0.5);
    EXPECT_EQ(range.text, "of the fast average");
    EXPECT_EQ(options->parameters.front().text, "slow=50");
    const std::string head = "[strategy.parameters.fast]\n";
    EXPECT_EQ(refusal(head + "min = 2\n"), "run.toml:1:1: strategy.parameters.fast: expected a default");
    EXPECT_EQ(
        refusal(head + "defalt = 2\n"),
        "run.toml:2:1: strategy.parameters.fast.defalt: no such setting; did you mean 'default'? There is default, "
        "min, max, step, text");
    EXPECT_EQ(refusal(head + "default = \"2\"\n"),
              "run.toml:2:11: strategy.parameters.fast.default: expected a number, not the text '2'");
    EXPECT_EQ(refusal(head + "default = 2\ntext = 5\n"),
              "run.toml:3:8: strategy.parameters.fast.text: expected text, not the number 5");
}

TEST(RunFile, PathsStartFromItsFolder) {
    const test::TemporaryFolder folder;
    const auto path = folder.file("run.json", R"({"$schema": "x", "data": {"csv": ["a.csv", "/b.csv"]}})");
    const auto options = read_run_file(path);
    ASSERT_TRUE(options) << options.error().message;
    EXPECT_EQ(options->csv[0].path(), (folder / "a.csv").string());
    EXPECT_EQ(options->csv[1].path(), "/b.csv");
    EXPECT_EQ((Given{"a.csv", "--csv", {}}.path()), "a.csv");
    EXPECT_EQ(read_run_file(folder / "none.toml").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace ct::config

#include "ct/config/run_layers.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/config/run_file.hpp"
#include "ct/config/run_options.hpp"
#include "ct/config/run_settings.hpp"

namespace ct::config {
namespace {

using testing::ElementsAre;

RunOptions layer(std::string_view toml) { return parse_run_text(toml, "run.toml").value(); }

std::vector<std::string> texts(const std::vector<Given>& given) {
    std::vector<std::string> all;
    all.reserve(given.size());
    for (const Given& one : given) all.push_back(one.text);
    return all;
}

TEST(RunLayers, TheHigherOneWins) {
    const RunOptions options =
        overlay(layer("[account]\ncash = 1\n[data]\nsymbol = [\"A/B\"]\n"),
                layer("[account]\ncash = 2\nkind = \"spot\"\n[data]\nsymbol = [\"C/D\", \"E/F\"]\n"));
    EXPECT_EQ(options.cash->text, "1");
    EXPECT_EQ(options.account->text, "spot");
    EXPECT_THAT(texts(options.symbols), ElementsAre("A/B"));
}

TEST(RunLayers, ValuesByNameAreReplacedByName) {
    const RunOptions options =
        overlay(layer("[strategy.parameters]\nfast = 5\n"), layer("[strategy.parameters]\nfast = 10\nslow = 50\n"));
    EXPECT_THAT(texts(options.parameters), ElementsAre("slow=50", "fast=5"));
}

TEST(RunLayers, ParametersBelongToTheStrategyOfTheirLayer) {
    constexpr std::string_view kLower =
        "[strategy]\nname = \"a\"\nparameters = { slow = 50, fast = { default = 1 } }\n";
    EXPECT_TRUE(overlay(layer("[strategy]\nname = \"b\"\n"), layer(kLower)).parameters.empty());
    EXPECT_TRUE(overlay(layer("[strategy]\nname = \"b\"\n"), layer(kLower)).ranges.empty());
    EXPECT_EQ(overlay(layer("[strategy]\nname = \"a\"\n"), layer(kLower)).parameters.size(), 1U);
    EXPECT_EQ(overlay({}, layer(kLower)).ranges.size(), 1U);
    const RunOptions options = overlay(layer("[strategy]\nname = \"b\"\n"), layer("[strategy.parameters]\nfast = 1\n"));
    EXPECT_THAT(texts(options.parameters), ElementsAre("fast=1"));
}

TEST(RunLayers, NamesAndExpressionsReplaceEachOther) {
    const auto expressions = layer("[strategy]\nentry = \"close > 1\"\nstop_loss = \"3%\"\n");
    const RunOptions named = overlay(layer("[strategy]\nname = \"a\"\n"), expressions);
    EXPECT_FALSE(named.entry || named.stop_loss);
    EXPECT_FALSE(overlay(expressions, layer("[strategy]\nname = \"a\"\n")).strategy);
}

TEST(RunLayers, AnotherWayToSayTheSameReplaces) {
    EXPECT_TRUE(overlay(layer("[data]\nexchange = \"x\"\n"), layer("[data]\ncsv = \"a.csv\"\n")).csv.empty());
    const RunOptions from_files =
        overlay(layer("[data]\ncsv = \"a.csv\"\n"), layer("[data]\nexchange = \"x\"\ninstrument = \"spot\"\n"));
    EXPECT_FALSE(from_files.exchange || from_files.instrument);
    EXPECT_FALSE(
        overlay(layer("[costs]\nslippage = \"ticks=1\"\n"), layer("[costs]\nslippage_bps = 5\n")).slippage_bps);
    EXPECT_FALSE(overlay(layer("[costs]\nslippage_bps = 5\n"), layer("[costs]\nslippage = \"ticks=1\"\n")).slippage);
    EXPECT_FALSE(overlay(layer("[costs]\nlatency = \"5ms\"\n"), layer("[costs]\nlatency_bars = 1\n")).latency_bars);
    EXPECT_FALSE(overlay(layer("[costs]\ncommission = 0\n"), layer("[costs]\nmaker = 0\ntaker = 0\n")).taker);
}

TEST(RunLayers, FeesOfAllSymbolsReplaceRatesAndThoseOfOneDoNot) {
    constexpr std::string_view kBoth = "[costs]\nfees = [\"binance\", \"A/B=0,0\"]\n";
    EXPECT_THAT(texts(overlay(layer("[costs]\ncommission = 0\n"), layer(kBoth)).fees), ElementsAre("A/B=0,0"));
    EXPECT_FALSE(overlay(layer(kBoth), layer("[costs]\ncommission = 0\n")).commission);
    EXPECT_TRUE(overlay(layer("[costs.fees]\n\"A/B\" = \"0,0\"\n"), layer("[costs]\ncommission = 0\n")).commission);
    EXPECT_THAT(texts(overlay(layer("[costs.fees]\n\"A/B\" = \"1,1\"\n"), layer(kBoth)).fees),
                ElementsAre("binance", "A/B=1,1"));
}

TEST(RunLayers, RiskRulesComeFromOneLayer) {
    const auto rules = layer("[risk.drawdown]\nshare = 0.1\n");
    const auto file = layer("[risk]\nfile = \"a.toml\"\n");
    EXPECT_TRUE(overlay(file, rules).rules.empty());
    EXPECT_FALSE(overlay(rules, file).risk);
    EXPECT_EQ(overlay({}, rules).rules.size(), 1U);
    EXPECT_EQ(overlay({}, file).risk->text, "a.toml");
}

TEST(RunLayers, WhatIsReplacedIsASetting) {
    std::string flags = " ";
    for (const RunSetting& setting : run_settings()) flags += std::string(setting.flag) + " ";
    for (const RunSetting& setting : run_settings()) {
        if (setting.replaces.empty()) continue;
        for (std::size_t start = 0; start < setting.replaces.size();) {
            const auto end = std::min(setting.replaces.find(' ', start), setting.replaces.size());
            EXPECT_THAT(flags,
                        testing::HasSubstr(" " + std::string(setting.replaces.substr(start, end - start)) + " "));
            start = end + 1;
        }
    }
}

TEST(RunLayers, TheStandardIsBelowAll) {
    const RunOptions options = overlay(layer("[account]\ncash = 1\n"), standard_options());
    EXPECT_EQ(options.cash->text, "1");
    EXPECT_EQ(options.gaps->text, "keep");
    EXPECT_FALSE(options.commission);
}

}  // namespace
}  // namespace ct::config

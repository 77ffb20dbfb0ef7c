#include "ct/config/risk_file.hpp"

#include <cstddef>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/kill_switch.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/registry.hpp"
#include "ct/risk/rule_settings.hpp"
#include "support/temporary_folder.hpp"

namespace ct::config {
namespace {

using testing::HasSubstr;

/// What is wrong with a text, read and made into rules.
std::string refusal(std::string_view text) {
    const auto settings = parse_risk_text(text, "risk.toml");
    if (!settings) return settings.error().message;
    const auto rules = risk::make_rules(*settings, KillSwitch());
    return rules ? "accepted" : rules.error().message;
}

TEST(RiskFile, TakesValuesAsTheyAreWritten) {
    const auto settings = parse_risk_text(R"(
[risk.max_order]
notional = 5_000.5
quantity = 3

[[risk.order_rate]]
orders = 10
window = "1s"

[[risk.order_rate]]
orders = 100
window = "1m"

[risk.symbols]
allow = ["BTC/USDT", "ETH/USDT"]
)",
                                          "risk.toml");
    ASSERT_TRUE(settings) << settings.error().message;
    EXPECT_EQ(risk::text(*settings),
              "max_order notional=5000.5 quantity=3; order_rate orders=10 window=1s; order_rate orders=100 window=1m; "
              "symbols allow=BTC/USDT,ETH/USDT");
    EXPECT_EQ(risk::make_rules(*settings, KillSwitch()).value().size(), 4U);
}

TEST(RiskFile, NamesTheLineOfWhatIsWrong) {
    EXPECT_THAT(refusal("[risk.max_order]\n\nnotional = -5\n"),
                HasSubstr("risk.toml:3:12: max_order.notional: expected a number above 0 that fits, not -5"));
    EXPECT_THAT(refusal("[risk.max_order]\nnotionl = 5\n"),
                HasSubstr("risk.toml:2:11: max_order.notionl: no such setting; did you mean 'notional'?"));
    EXPECT_THAT(refusal("\n[risk.max_ordr]\nnotional = 5\n"),
                HasSubstr("risk.toml:2:1: no risk rule 'max_ordr'; did you mean 'max_order'?"));
    EXPECT_THAT(refusal("[risk.drawdown]\nshare = \"10%\"\n"),
                HasSubstr("risk.toml:2:9: drawdown.share: expected a share, such as 0.05 for 5 %, not the text 10%"));
    EXPECT_THAT(refusal("[risk.drawdown]\nshare = nan\n"),
                HasSubstr("risk.toml:2:9: drawdown.share: expected a share above 0 and at most 1, not nan"));
    EXPECT_THAT(refusal("[risk.drawdown]\nshare = inf\n"), HasSubstr("not inf"));
    EXPECT_THAT(refusal("[risk.drawdown]\nshare = true\n"), HasSubstr("not true"));
    EXPECT_THAT(refusal("[risk.drawdown]\nshare = 2024-01-01\n"), HasSubstr("not the time 2024-01-01"));
    EXPECT_THAT(refusal("[risk.drawdown]\nshare = {a = 1}\n"), HasSubstr("not a table"));
    EXPECT_THAT(refusal("[risk.symbols]\nallow = []\n"),
                HasSubstr("risk.toml:2:9: symbols.allow: expected at least one symbol"));
    EXPECT_THAT(refusal("[risk.symbols]\nallow = [1]\n"), HasSubstr("not a list of something else than text"));
    EXPECT_THAT(refusal("[risk.symbols]\nallow = [\"BTC/USDT\"]\nblock = [\"BTC/USDT\"]\n"),
                HasSubstr("risk.toml:1:1: symbols: 'BTC/USDT' is allowed and blocked"));
}

TEST(RiskFile, RefusesWhatIsNoRule) {
    EXPECT_THAT(refusal("[risk.drawdown\nshare = 0.1\n"), HasSubstr("risk.toml:1:15: expected TOML: "));
    EXPECT_THAT(refusal("[risc.drawdown]\nshare = 0.1\n"),
                HasSubstr("'risc': expected tables of the form [risk.NAME]"));
    EXPECT_THAT(refusal("[risk]\ndrawdown = 0.1\n"),
                HasSubstr("risk.toml:2:12: risk.drawdown: expected a table of settings"));
    EXPECT_THAT(refusal("[risk]\n"), HasSubstr("risk.toml:1:1: risk: expected at least one table"));
    EXPECT_THAT(refusal(""), HasSubstr("expected at least one rule"));
    EXPECT_THAT(refusal("[risk.drawdown]\nshare = 0.1\nshare = 0.2\n"), HasSubstr("risk.toml:3:9: expected TOML: "));
}

TEST(RiskFile, AKillSwitchLiesBesideTheFileThatNamesIt) {
    const auto file_of = [](const std::string& named, const std::string& file) {
        const auto settings = parse_risk_text("[risk.kill_switch]\nfile = '" + named + "'\n", file).value();
        EXPECT_EQ(risk::text(settings), "kill_switch file=" + named);  // wherever it lies: what is hashed
        return risk::kill_switch_sources(settings).value().file.value();
    };
    EXPECT_EQ(file_of("stop", "runs/risk.toml"), "runs/stop");
    EXPECT_EQ(file_of("/run/stop", "runs/risk.toml"), "/run/stop");
    EXPECT_EQ(file_of("stop", "risk.toml"), "stop");
}

TEST(RiskFile, IsReadFromAPath) {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "risk.toml";
    std::ofstream(path) << "[risk.drawdown]\nshare = 0.1\n";
    EXPECT_EQ(risk::text(read_risk_file(path).value()), "drawdown share=0.1");
    EXPECT_EQ(read_risk_file(folder.path() / "none.toml").error().code, ErrorCode::kNotFound);
    EXPECT_EQ(read_risk_file(folder.path()).error().code, ErrorCode::kReadFailed);
    std::ofstream(path) << std::string((std::size_t{1} << 20U) + 1, '#');
    EXPECT_EQ(read_risk_file(path).error().code, ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace ct::config

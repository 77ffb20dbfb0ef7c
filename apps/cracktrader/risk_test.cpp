#include <cstddef>
#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli_run_test.hpp"
#include "support/flat_json.hpp"
#include "support/temporary_folder.hpp"

// `cracktrader backtest --risk`.
namespace ct {
namespace {

using test::Args;
using test::backtest_args;
using test::expect_refused;
using test::FlatJson;
using test::run_cli;
using test::sample_csv;
using testing::HasSubstr;

class RiskOption : public testing::Test {
  protected:
    std::string file(const std::string& text) {
        const auto path = folder_.path() / "risk.toml";
        std::ofstream(path) << text;
        return path.string();
    }
    [[nodiscard]] std::string path(const char* name) const { return (folder_.path() / name).string(); }
    static FlatJson json(const Args& more) {
        Args args = more;
        args.insert(args.end(), {"--json", "-"});
        return FlatJson(run_cli(backtest_args(sample_csv(), args)).out);
    }

  private:
    test::TemporaryFolder folder_;
};

TEST_F(RiskOption, ShrinksOrdersAndSaysSo) {
    const std::string rules = file("[risk.max_order]\nnotional = 1000\n");
    const auto result = json({"--risk", rules});
    const std::size_t decisions = result.size("risk_decisions");
    ASSERT_GT(decisions, 0U);
    EXPECT_EQ(result["risk_counts.max_order.modify"], std::to_string(decisions));
    EXPECT_EQ(result["risk_counts.max_order.reject"], "0");
    const std::string first = "risk_decisions[0].";
    EXPECT_EQ(result[first + "rule"], R"("max_order")");
    EXPECT_EQ(result[first + "action"], R"("modify")");
    EXPECT_EQ(result[first + "instrument"], R"("BTC/USDT")");
    EXPECT_LT(std::stod(result[first + "allowed"]), std::stod(result[first + "asked"]));
    EXPECT_THAT(result[first + "sentence"], HasSubstr("the limit is 1000 USDT; shrunk from "));
    EXPECT_GT(std::stoll(result[first + "time_ms"]), 0);
    EXPECT_GT(std::stoll(result[first + "order_id"]), 0);
    EXPECT_EQ(result["settings.risk"], R"("max_order notional=1000")");
    EXPECT_THAT(run_cli(backtest_args(sample_csv(), {"--risk", rules})).out, HasSubstr("risk decisions"));
}

TEST_F(RiskOption, LeavesARunWithoutItAsItWas) {
    const auto plain = json({});
    EXPECT_EQ(plain.size("risk_decisions"), 0U);
    EXPECT_TRUE(plain.names("risk_counts").empty());
    EXPECT_FALSE(plain.has("settings.risk"));
    const auto idle = json({"--risk", file("[risk.max_position]\nnotional = 1e9\n")});
    EXPECT_EQ(plain["result_hash"], idle["result_hash"]);
    EXPECT_NE(plain["input_hash"], idle["input_hash"]);
}

TEST_F(RiskOption, StopsAtTheKillSwitchsFile) {
    const std::string rules = file("[risk.kill_switch]\nfile = \"" + path("stop") + "\"\n");
    EXPECT_EQ(json({"--risk", rules}).size("risk_decisions"), 0U);
    std::ofstream(path("stop")) << "now";
    const auto stopped = json({"--risk", rules});
    EXPECT_EQ(stopped.size("fills"), 0U);
    EXPECT_EQ(stopped["risk_counts.kill_switch.reject"], stopped["orders"]);
}

TEST_F(RiskOption, RefusesWhatIsWrongWithItsPlace) {
    expect_refused(backtest_args(sample_csv(), {"--risk", path("none.toml")}), 2, {"--risk", "none.toml"});
    expect_refused(backtest_args(sample_csv(), {"--risk", file("[risk.max_order]\nnotional = nan\n")}), 2,
                   {"--risk", "risk.toml:2", "max_order.notional", "nan"});
    expect_refused(backtest_args(sample_csv(), {"--risk", file("[risk.max_oder]\n")}), 2,
                   {"--risk", "did you mean 'max_order'"});
    expect_refused(backtest_args(sample_csv(), {"--risk", file("[risk.kill_switch]\n")}), 2,
                   {"--risk", "risk.toml:1", "expected file, signal or both"});
    expect_refused(
        backtest_args(sample_csv(), {"--risk", file("[risk.max_order]\nquantity = 1\nsymbol = \"BTC/USDC\"\n")}), 2,
        {"risk.toml:3", "max_order.symbol", "'BTC/USDC' is not in this run; did you mean 'BTC/USDT'"});
}

}  // namespace
}  // namespace ct

#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "cracktrader/cli_run_test.hpp"
#include "support/temporary_folder.hpp"

// `cracktrader backtest --risk`.
namespace ct {
namespace {

using test::Args;
using test::backtest_args;
using test::expect_refused;
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
    static rapidjson::Document json(const Args& more) {
        Args args = more;
        args.insert(args.end(), {"--json", "-"});
        rapidjson::Document document;
        document.Parse(run_cli(backtest_args(sample_csv(), args)).out.c_str());
        return document;
    }

  private:
    test::TemporaryFolder folder_;
};

TEST_F(RiskOption, ShrinksOrdersAndSaysSo) {
    const std::string rules = file("[risk.max_order]\nnotional = 1000\n");
    const auto result = json({"--risk", rules});
    ASSERT_TRUE(result.IsObject());
    const auto& decisions = result["risk_decisions"];
    ASSERT_GT(decisions.Size(), 0U);
    EXPECT_EQ(result["risk_counts"]["max_order"]["modify"].GetUint(), decisions.Size());
    EXPECT_EQ(result["risk_counts"]["max_order"]["reject"].GetUint(), 0U);
    const auto& first = decisions[0];
    EXPECT_STREQ(first["rule"].GetString(), "max_order");
    EXPECT_STREQ(first["action"].GetString(), "modify");
    EXPECT_STREQ(first["instrument"].GetString(), "BTC/USDT");
    EXPECT_LT(first["allowed"].GetDouble(), first["asked"].GetDouble());
    EXPECT_THAT(first["sentence"].GetString(), HasSubstr("the limit is 1000 USDT; shrunk from "));
    EXPECT_GT(first["time_ms"].GetInt64(), 0);
    EXPECT_GT(first["order_id"].GetUint64(), 0U);
    EXPECT_STREQ(result["settings"]["risk"].GetString(), "max_order notional=1000");
    EXPECT_THAT(run_cli(backtest_args(sample_csv(), {"--risk", rules})).out, HasSubstr("risk decisions"));
}

TEST_F(RiskOption, LeavesARunWithoutItAsItWas) {
    const auto plain = json({});
    EXPECT_EQ(plain["risk_decisions"].Size(), 0U);
    EXPECT_EQ(plain["risk_counts"].MemberCount(), 0U);
    EXPECT_FALSE(plain["settings"].HasMember("risk"));
    const auto idle = json({"--risk", file("[risk.max_position]\nnotional = 1e9\n")});
    EXPECT_STREQ(plain["result_hash"].GetString(), idle["result_hash"].GetString());
    EXPECT_STRNE(plain["input_hash"].GetString(), idle["input_hash"].GetString());
}

TEST_F(RiskOption, StopsAtTheKillSwitchsFile) {
    const std::string rules = file("[risk.kill_switch]\nfile = \"" + path("stop") + "\"\n");
    EXPECT_EQ(json({"--risk", rules})["risk_decisions"].Size(), 0U);
    std::ofstream(path("stop")) << "now";
    const auto stopped = json({"--risk", rules});
    EXPECT_EQ(stopped["fills"].Size(), 0U);
    EXPECT_EQ(stopped["risk_counts"]["kill_switch"]["reject"].GetUint(), stopped["orders"].GetUint());
}

TEST_F(RiskOption, RefusesWhatIsWrongWithItsPlace) {
    expect_refused(backtest_args(sample_csv(), {"--risk", path("none.toml")}), 2, {"--risk", "none.toml"});
    expect_refused(backtest_args(sample_csv(), {"--risk", file("[risk.max_order]\nnotional = nan\n")}), 2,
                   {"--risk", "risk.toml:2", "max_order.notional", "nan"});
    expect_refused(backtest_args(sample_csv(), {"--risk", file("[risk.max_oder]\n")}), 2,
                   {"--risk", "did you mean 'max_order'"});
}

}  // namespace
}  // namespace ct

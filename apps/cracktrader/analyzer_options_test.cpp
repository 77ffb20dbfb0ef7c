// `cracktrader backtest --analyzers`.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli_run_test.hpp"
#include "support/flat_json.hpp"

namespace ct {
namespace {

using test::Args;
using test::backtest_args;
using test::expect_refused;
using test::FlatJson;
using test::run_cli;
using test::sample_csv;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;

FlatJson json(const Args& analyzers) {
    Args args = {"--json", "-"};
    for (const std::string& names : analyzers) args.insert(args.end(), {"--analyzers", names});
    return FlatJson(run_cli(backtest_args(sample_csv(), args)).out);
}

TEST(AnalyzersOption, DecidesWhatTheJsonHas) {
    FlatJson usual = json({});
    FlatJson chosen = json({"exposure,decision_log"});
    EXPECT_THAT(chosen.names("metrics"), ElementsAre("exposure"));
    EXPECT_EQ(chosen["metrics.exposure"], usual["metrics.exposure"]);
    EXPECT_EQ(chosen["result_hash"], usual["result_hash"]);
    EXPECT_EQ(chosen["input_hash"], usual["input_hash"]);
    EXPECT_EQ(std::to_string(chosen.size("decision_log")), chosen["orders"]);
    EXPECT_THAT(chosen.names(""), AllOf(Not(Contains("fills")), Not(Contains("equity_daily"))));
    EXPECT_THAT(usual.names(""), AllOf(Contains("fills"), Contains("equity_daily"), Not(Contains("decision_log"))));
}

TEST(AnalyzersOption, MayBeRepeated) {
    EXPECT_EQ(json({"exposure", "costs"}).names("metrics"), json({"costs,exposure"}).names("metrics"));
}

TEST(AnalyzersOption, RefusesUnknownNames) {
    for (const char* names : {"drawdwn", "trades,drawdwn"}) {
        expect_refused(backtest_args(sample_csv(), {"--analyzers", names}), 2,
                       {"--analyzers: no analyzer 'drawdwn'; did you mean 'drawdown'?"});
    }
}

}  // namespace
}  // namespace ct

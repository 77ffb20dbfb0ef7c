#include "ct/analyzers/report_json.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/buckets.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/analyzers/sample_result_test.hpp"
#include "support/flat_json.hpp"

namespace ct::analyzers {
namespace {

using test::FlatJson;
using testing::ElementsAre;

TEST(ReportJson, HasTheDocumentedMembersInOrder) {
    FlatJson json(to_json(sample_result()));
    EXPECT_THAT(
        json.names(""),
        ElementsAre("version", "strategy", "parameters", "settings", "warnings", "series", "bars", "report_asset",
                    "initial_cash", "final_cash", "initial_value", "final_value", "fees", "orders", "rejected_orders",
                    "risk_counts", "risk_decisions", "analyzers", "metrics", "monthly_returns", "yearly_returns",
                    "balances", "positions", "fills", "trades", "equity_daily", "cash_daily", "buy_and_hold_daily",
                    "seconds", "peak_rss_bytes", "result_hash", "input_hash"));
    EXPECT_THAT(json.names("balances[0]"), ElementsAre("asset", "initial", "final", "fees", "value"));
    EXPECT_THAT(json.names("positions[0]"), ElementsAre("instrument", "quantity", "last_price", "average_price",
                                                        "realised", "unrealised", "quote"));
    EXPECT_THAT(json.names("fills[0]"), ElementsAre("time_ms", "instrument", "side", "quantity", "price", "fee",
                                                    "order_id", "liquidity", "ambiguous", "slippage"));
    EXPECT_THAT(json.names("trades[0]"), ElementsAre("entry_time_ms", "exit_time_ms", "instrument", "side", "quantity",
                                                     "entry_price", "exit_price", "fees", "pnl", "open",
                                                     "entry_order_id", "exit_order_id", "exit_type", "quote"));
}

TEST(ReportJson, MoneyPricesAndQuantitiesAreExactNumberTokens) {
    const FlatJson json(to_json(sample_result()));
    EXPECT_EQ(json["initial_cash"], "10000");
    EXPECT_EQ(json["final_cash"], "5790.123456789012345678");
    EXPECT_EQ(json["final_value"], "10000.123456789012345678");
    EXPECT_EQ(json["fills[1].quantity"], "0.1");
    EXPECT_EQ(json["fills[1].price"], "42100.5");
    EXPECT_EQ(json["fills[1].fee"], "4.2");
    EXPECT_EQ(json["trades[0].entry_price"], "42000");
    EXPECT_EQ(json["trades[0].exit_price"], "42100.5");
    EXPECT_EQ(json["trades[0].fees"], "8.4");
    EXPECT_EQ(json["trades[0].pnl"], "1.65");
    EXPECT_EQ(json["positions[0].last_price"], "42470");
    EXPECT_EQ(json["positions[0].average_price"], "42100");
    EXPECT_EQ(json["positions[0].realised"], "10.05");
    EXPECT_EQ(json["balances[0].final"], "5790.123456789012345678");
}

TEST(ReportJson, ValuesAreWhereTheyBelong) {
    const FlatJson json(to_json(sample_result()));
    EXPECT_EQ(json["strategy"], R"("sma_cross")");
    EXPECT_EQ(json["bars"], "48");
    EXPECT_EQ(json["orders"], "4");
    EXPECT_EQ(json["series[0].last_time_ms"], "1704236400000");
    EXPECT_EQ(json["series[0].timeframe"], R"("1h")");
    EXPECT_EQ(json["metrics.total_return"], "0.0000123");
    EXPECT_EQ(json["metrics.sharpe"], "null");
    EXPECT_EQ(json["fills[1].time_ms"], "1704085200000");
    EXPECT_EQ(json["fills[1].side"], R"("sell")");
    EXPECT_EQ(json["fills[1].order_id"], "3");
    EXPECT_EQ(json["fills[1].liquidity"], R"("maker")");
    EXPECT_FALSE(json.has("fills[3].price"));
    EXPECT_EQ(json["equity_daily[1][0]"], "1704240000000");
    EXPECT_EQ(json["equity_daily[1][1]"], "10000.25");
    EXPECT_EQ(json["seconds.run"], "0.5");
    EXPECT_EQ(json["peak_rss_bytes"], "12345678");
    EXPECT_EQ(json["result_hash"], R"("00000000000000010000000000000002")");
}

TEST(ReportJson, AFillSaysWhatItSlipped) {
    const FlatJson json(to_json(sample_result()));
    EXPECT_EQ(json["fills[0].slippage"], "0.0");
    EXPECT_EQ(json["fills[1].slippage"], "null");  // of a limit order
    EXPECT_EQ(json["fills[2].slippage"], "1.0");   // 0.1 at 42 100 instead of 42 090
}

TEST(ReportJson, HasTheReturnsOfMonthsAndYears) {
    FlatJson json(to_json(sample_result()));
    EXPECT_THAT(json.names("monthly_returns[0]"), ElementsAre("year", "month", "value"));
    EXPECT_EQ(json["monthly_returns[0].month"], "1");
    EXPECT_EQ(json["monthly_returns[0].value"], "0.000025");
    EXPECT_THAT(json.names("yearly_returns[0]"), ElementsAre("year", "value"));
    EXPECT_EQ(json["yearly_returns[0].year"], "2024");
    EXPECT_EQ(json["buy_and_hold_daily[1][0]"], "1704240000000");
    EXPECT_EQ(json["buy_and_hold_daily[1][1]"], "10110.5");
}

TEST(ReportJson, HasWhatTheAnalyzersMake) {
    RunResult result = sample_result();
    result.analyzers = AnalyzerSet::parse(std::vector<std::string>{"decision_log"}).value();
    FlatJson json(to_json(result));
    EXPECT_EQ(json["analyzers[0]"], R"("decision_log")");
    EXPECT_FALSE(json.has("analyzers[1]"));
    EXPECT_THAT(json.names("decision_log[0]"), ElementsAre("time_ms", "order_id", "instrument", "side", "type",
                                                           "quantity", "arrival_price", "status", "filled", "reason"));
    EXPECT_EQ(json["decision_log[1].status"], R"("rejected")");
    EXPECT_EQ(json["decision_log[1].reason"], R"("insufficient_cash")");
    EXPECT_EQ(json["decision_log[2].reason"], "null");
    EXPECT_EQ(json["decision_log[3].arrival_price"], "42090");
    for (const char* name :
         {"monthly_returns", "yearly_returns", "fills", "trades", "equity_daily", "buy_and_hold_daily"}) {
        EXPECT_THAT(json.names(""), testing::Not(testing::Contains(name)));
    }
}

TEST(ReportJson, AnOpenTradeHasNoExitTime) {
    const FlatJson json(to_json(sample_result()));
    EXPECT_EQ(json["trades[0].open"], "false");
    EXPECT_EQ(json["trades[0].exit_time_ms"], "1704085200000");
    EXPECT_EQ(json["trades[1].open"], "true");
    EXPECT_EQ(json["trades[1].exit_time_ms"], "null");
    EXPECT_EQ(json["trades[1].exit_price"], "42470");
}

TEST(ReportJson, SaysWhyOrdersWereRejected) {
    const FlatJson json(to_json(sample_result()));
    EXPECT_EQ(json["rejected_orders.count"], "1");
    EXPECT_EQ(json["rejected_orders.first_order_id"], "2");
    EXPECT_EQ(json["rejected_orders.first_reason"], R"("insufficient_cash")");
    EXPECT_EQ(json["rejected_orders.needed"], "37800.5");
    EXPECT_EQ(json["rejected_orders.available"], "10000");

    const FlatJson none(to_json(RunResult{}));
    EXPECT_EQ(none["rejected_orders.count"], "0");
    EXPECT_EQ(none["rejected_orders.first_reason"], "null");
    EXPECT_EQ(none["rejected_orders.needed"], "null");
}

TEST(ReportJson, ParametersThatAreJsonValuesStaySo) {
    RunResult result;
    const std::vector<std::string> literals = {"10", "0", "-0.5", "1e-7", "2E+5", "true", "false"};
    const std::vector<std::string> texts = {"95%", "007", "1.", "+1", "", "nan", " 1", "-", ".5", "1e", "[1]", "null"};
    for (const std::string& text : literals) result.parameters.emplace_back(text, text);
    for (const std::string& text : texts) result.settings.emplace_back(text, text);
    const FlatJson json(to_json(result));
    for (const std::string& text : literals) EXPECT_EQ(json["parameters." + text], text);
    for (const std::string& text : texts) EXPECT_EQ(json["settings." + text], '"' + text + '"');
}

TEST(ReportJson, BucketsComeOnRequest) {
    RunResult result;
    result.equity = Buckets(2);
    for (int i = 0; i < 4; ++i) result.equity.add(i * 1'000'000, 10.0 + i);
    EXPECT_FALSE(FlatJson(to_json(result)).has("equity_buckets[0][0]"));
    const FlatJson json(to_json(result, {.equity_buckets = true}));
    EXPECT_EQ(json["equity_buckets[1][0]"], "2");
    EXPECT_EQ(json["equity_buckets[1][1]"], "12.0");
    EXPECT_EQ(json["equity_buckets[1][4]"], "13.0");
}

TEST(ReportJson, EscapesText) {
    RunResult result;
    result.strategy = "a\"b\\c\n\x01";
    result.parameters = {{"k\"ey", "v\"alue"}};
    const FlatJson json(to_json(result));
    EXPECT_EQ(json["strategy"], '"' + result.strategy + '"');
    EXPECT_EQ(json["parameters.k\"ey"], "\"v\"alue\"");
}

}  // namespace
}  // namespace ct::analyzers

#include "ct/report/report_html.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "ct/analyzers/buckets.hpp"
#include "ct/analyzers/candles.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/analyzers/sample_result_test.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/report/chart_data.hpp"
#include "ct/report/table_data.hpp"
#include "ct/report/unpacked_test.hpp"

namespace ct::report {
namespace {

using analyzers::ChartLine;
using analyzers::kSampleHour;
using analyzers::kSampleStart;
using analyzers::RoundTrip;
using analyzers::RunResult;
using analyzers::sample_result;
using testing::HasSubstr;
using testing::Not;

rapidjson::Document data_of(const RunResult& result) { return data_of_page(to_html(result)); }

TEST(ReportHtml, AsksForNothing) {
    const std::string html = to_html(sample_result());
    EXPECT_THAT(html, HasSubstr("default-src 'none'; script-src 'sha256-"));
    EXPECT_THAT(html, Not(HasSubstr("unsafe-inline")));
    EXPECT_THAT(html, Not(HasSubstr("@import")));
    EXPECT_THAT(html, Not(HasSubstr(" src=")));
    EXPECT_LT(html.size(), 300'000U);
}

TEST(ReportHtml, HoldsWhatHappened) {
    const std::string text = data_text(to_html(sample_result()));
    for (const char* part :
         {"sma_cross", "BTC/USDT", "2024-01-01 00:00 to 2024-01-02 23:00 UTC, 48 bars", "10,000.12", "from 10,000.00",
          "Total return", "buy and hold 1.11%", "1 of 4 orders rejected.", "needed 37,800.50, available 10,000.00 USDT",
          "00000000000000010000000000000002", "00000000000000030000000000000004", "1.2.3", "95%"}) {
        EXPECT_THAT(text, HasSubstr(part));
    }
}

TEST(ReportHtml, DrawsCandlesIndicatorsAndTrades) {
    const auto data = data_of(sample_result());
    const auto& chart = data["charts"][0];
    const auto& candles = chart["candles"];
    EXPECT_EQ(column_of(data, candles["time_ms"])[1], milliseconds(kSampleStart + kSampleHour));
    EXPECT_EQ(chart["step"].GetInt(), 1);
    EXPECT_EQ(column_of(data, candles["gap"])[0], 4'200'000) << "cents";
    EXPECT_EQ(column_of(data, candles["gap"])[1], 0);
    EXPECT_EQ(column_of(data, candles["body"])[1], 1000);
    EXPECT_EQ(column_of(data, candles["above"])[1], 2000);
    EXPECT_EQ(column_of(data, candles["below"])[1], 2000);
    EXPECT_STREQ(chart["note"].GetString(), "");
    ASSERT_EQ(chart["lines"].Size(), 2U);
    EXPECT_STREQ(chart["lines"][0]["label"].GetString(), "SMA(10)");
    EXPECT_TRUE(chart["lines"][0]["on_price"].GetBool());
    EXPECT_FALSE(chart["lines"][1]["on_price"].GetBool());
    EXPECT_EQ(column_of(data, chart["lines"][1]["values"])[47], 55.25);
    EXPECT_STREQ(chart["marks"]["sides"].GetString(), "ll");
    EXPECT_STREQ(chart["marks"]["kinds"].GetString(), "wo");
    EXPECT_EQ(column_of(data, chart["marks"]["entry_price"])[0], 42'000);
    EXPECT_TRUE(std::isnan(column_of(data, chart["marks"]["exit_ms"])[1])) << "the second is open";
}

/// An order of the sample that waits at a level.
Order waiting(OrderId id, OrderType type, Price level, OrderId parent = 0) {
    const bool triggers = has_trigger(type);
    return {.id = id,
            .request = {.type = type,
                        .limit_price = triggers ? Price{} : level,
                        .stop_price = triggers ? level : Price{},
                        .parent = parent},
            .status = OrderStatus::kCanceled,
            .created_ns = kSampleStart,
            .updated_ns = kSampleStart + 9 * kSampleHour};
}

TEST(ReportHtml, DrawsLevelsThatOrdersWaitedAt) {
    RunResult result = sample_result();
    result.orders = {
        waiting(1, OrderType::kStop, {4'100'000}),       waiting(2, OrderType::kLimit, {4'300'000}, 1),
        waiting(3, OrderType::kTakeProfit, {4'400'000}), waiting(4, OrderType::kLimit, {4'000'000}),  // an entry
        waiting(5, OrderType::kStop, {4'100'000}),       waiting(6, OrderType::kStop, {4'150'000})};
    result.orders.begin()[4].status = OrderStatus::kRejected;
    result.orders.begin()[5].status = OrderStatus::kAccepted;
    result.fills.clear();
    result.trades.clear();
    const auto data = data_of(result);
    const auto& stops = data["charts"][0]["stops"];
    EXPECT_STREQ(stops["kinds"].GetString(), "stts");
    EXPECT_THAT(column_of(data, stops["price"]), testing::ElementsAre(41'000, 43'000, 44'000, 41'500));
    EXPECT_TRUE(std::isnan(column_of(data, stops["to_ms"])[3])) << "it works to the end";
}

TEST(ReportHtml, DrawsTheWayOfATrailingStop) {
    RunResult result = sample_result();
    result.orders = {waiting(1, OrderType::kTrailingStop, {4'300'000}), waiting(2, OrderType::kStop, {4'000'000})};
    result.fills.clear();
    result.trades.clear();
    result.level_moves.moves = {{1, kSampleStart + 2 * kSampleHour, {4'100'000}},
                                {1, kSampleStart + 3 * kSampleHour, {4'200'000}}};
    const auto data = data_of(result);
    const auto& stops = data["charts"][0]["stops"];
    const auto ms = [](int hours) { return milliseconds(kSampleStart + hours * kSampleHour); };
    EXPECT_STREQ(stops["kinds"].GetString(), "s++s");
    EXPECT_THAT(column_of(data, stops["price"]), testing::ElementsAre(41'000, 42'000, 43'000, 40'000));
    EXPECT_THAT(column_of(data, stops["from_ms"]), testing::ElementsAre(ms(0), ms(2), ms(3), ms(0)));
    EXPECT_THAT(column_of(data, stops["to_ms"]),
                testing::ElementsAre(testing::IsNan(), testing::IsNan(), ms(9), ms(9)));

    result.level_moves.first_incomplete = 2;
    const auto cut = data_of(result);
    EXPECT_STREQ(cut["charts"][0]["stops"]["kinds"].GetString(), "s++");
    EXPECT_THAT(cut["charts"][0]["note"].GetString(), HasSubstr("None of them is of order 2 or a later one"));
}

TEST(ReportHtml, ManyLevelsAreThinnedByOrder) {
    RunResult result = sample_result();
    result.orders.clear();
    result.fills.clear();
    result.trades.clear();
    for (OrderId id = 1; id <= kMaxLevels + 1; ++id)
        result.orders.push_back(waiting(id, OrderType::kStop, {4'100'000}));
    const auto data = data_of(result);
    EXPECT_EQ(data["charts"][0]["stops"]["price"]["n"].GetUint64(), kMaxLevels / 2 + 1);
    EXPECT_STREQ(data["charts"][0]["note"].GetString(),
                 "15,001 of 30,001 stops and targets are marked, evenly spread.");
}

TEST(ReportHtml, PutsLinesWhereTheirValuesFit) {
    RunResult result = sample_result();
    result.series[0].chart.lines = {{"A()", 0, ChartLine::Place::kByValue, std::vector(48, 42'100.5)},
                                    {"B()", 1, ChartLine::Place::kByValue, std::vector(48, 0.3)}};
    const auto data = data_of(result);
    EXPECT_TRUE(data["charts"][0]["lines"][0]["on_price"].GetBool());
    EXPECT_FALSE(data["charts"][0]["lines"][1]["on_price"].GetBool());
}

TEST(ReportHtml, ListsRiskDecisions) {
    RunResult result = sample_result();
    EXPECT_EQ(data_of(result)["risk"]["rows"].Size(), 0U);
    result.risk_decisions = {{.rule = Reason::kMaxOrder, .action = RiskDecision::Action::kModify},
                             {.rule = Reason::kMaxOrder, .action = RiskDecision::Action::kReject},
                             {.rule = Reason::kMaxOrder, .action = RiskDecision::Action::kReject}};
    const auto data = data_of(result);
    EXPECT_EQ(data["risk"]["rows"].Size(), 3U);
    EXPECT_STREQ(data["risk"]["summary"].GetString(), "max_order: 1 shrunk, 2 refused.");
}

TEST(ReportHtml, NoTextEndsTheDataBlock) {
    constexpr const char* kHostile = "</script><script>alert('x')</script>&\"<!--";
    RunResult result = sample_result();
    result.version = result.strategy = result.report_asset = kHostile;
    result.parameters = {{kHostile, kHostile}};
    result.settings = {{kHostile, kHostile}};
    result.seconds = {{kHostile, 1}};
    result.series[0].chart.lines[0].label = kHostile;
    result.instruments[0].symbol = result.instruments[0].base = result.instruments[0].quote = kHostile;
    const std::string text = data_text(to_html(result));
    for (const char* part : {"<", ">", "&"}) EXPECT_THAT(text, Not(HasSubstr(part)));
    EXPECT_STREQ(data_of(result)["strategy"].GetString(), kHostile);
}

TEST(ReportHtml, EndsASentenceOfAWarningBeforeTheLinesThatItIsAbout) {
    auto result = sample_result();
    result.orders.clear();
    result.trades.clear();
    result.warnings = {"a sentence", "entry, column 1: never\n  x > y\n  ^^^^^"};
    const auto data = data_of(result);
    ASSERT_EQ(data["warnings"].Size(), 2U);
    EXPECT_STREQ(data["warnings"][0].GetString(), "a sentence.");
    EXPECT_STREQ(data["warnings"][1].GetString(), "entry, column 1: never.\n  x > y\n  ^^^^^");
}

TEST(ReportHtml, ListsTrades) {
    const RunResult result = sample_result();
    const auto data = data_of(result);
    const auto& trades = data["trades"];
    EXPECT_EQ(trades["first"].GetInt(), 1);
    EXPECT_STREQ(trades["sides"].GetString(), "ll");
    EXPECT_EQ(column_of(data, trades["entry_ms"])[0], milliseconds(kSampleStart));
    EXPECT_TRUE(std::isnan(column_of(data, trades["exit_ms"])[1])) << "the second is open";
    EXPECT_THAT(column_of(data, trades["quantity"]), testing::ElementsAre(0.1, 0.1));
    EXPECT_EQ(column_of(data, trades["entry_price"])[0], 42'000);
    EXPECT_EQ(column_of(data, trades["exit_price"])[0], 42'100.5);
    EXPECT_EQ(column_of(data, trades["pnl"])[0], result.trades[0].pnl.to_double());
    EXPECT_NEAR(column_of(data, trades["share"])[0], result.trades[0].pnl.to_double() / 4200, 1e-6);
}

TEST(ReportHtml, CutsTheTradeTableAndSaysSo) {
    RunResult result = sample_result();
    const RoundTrip trade = result.trades[0];
    result.trades.clear();
    for (std::size_t i = 0; i < kMaxTableRows; ++i) result.trades.push_back(trade);
    EXPECT_EQ(data_of(result)["trades"]["pnl"]["n"].GetUint64(), kMaxTableRows);
    EXPECT_STREQ(data_of(result)["trades"]["note"].GetString(), "");

    result.trades.push_back(trade);
    const auto data = data_of(result);
    EXPECT_EQ(data["trades"]["pnl"]["n"].GetUint64(), kMaxTableRows);
    EXPECT_EQ(data["trades"]["first"].GetInt(), 2) << "the last ones stay";
    EXPECT_THAT(data["trades"]["note"].GetString(), HasSubstr("The last 5,000 of 5,001 trades"));
    EXPECT_STREQ(data["charts"][0]["note"].GetString(), "");
    for (std::size_t i = result.trades.size(); i <= kMaxMarks; ++i) result.trades.push_back(trade);
    EXPECT_STREQ(data_of(result)["charts"][0]["note"].GetString(), "5,001 of 10,001 trades are marked, evenly spread.");
}

TEST(ReportHtml, CutsTheChartsAndSaysSo) {
    RunResult result = sample_result();
    for (int i = 0; i < 300'000; ++i) result.equity.add(kSampleStart + (49 + i) * kSampleHour, 10'000 + i % 991);
    result.daily_time_ns.back() = kSampleStart + 300'050 * kSampleHour;
    result.series[0].timeframe = Timeframe::fixed(kSampleHour / 60);
    result.series[0].bars = 2880;
    result.series[0].chart.lines.assign(kMaxLines + 2, result.series[0].chart.lines[0]);
    const auto data = data_of(result);
    EXPECT_THAT(data["equity"]["note"].GetString(), HasSubstr("300,048 values drawn as "));
    EXPECT_LE(data["equity"]["value"]["n"].GetUint64(), kMaxChartPoints);
    EXPECT_GT(data["equity"]["value"]["n"].GetUint64(), kMaxChartPoints / 2);
    EXPECT_THAT(
        data["charts"][0]["note"].GetString(),
        HasSubstr("The finest candles are 48 of 1h: the 2,880 bars of 1m do not fit into the report. The first 16 of "
                  "18 lines"));
    EXPECT_EQ(data["charts"][0]["lines"].Size(), kMaxLines);
}

TEST(ReportHtml, ManySeriesHaveFewerPriceCharts) {
    RunResult result = sample_result();
    result.series.assign(analyzers::kMaxCharts + 1, result.series[0]);
    result.series.back().chart = {};
    const auto data = data_of(result);
    EXPECT_EQ(data["charts"].Size(), analyzers::kMaxCharts);
    EXPECT_STREQ(data["charts_note"].GetString(), "Charts of the first 12 of 13 series.");
}

TEST(ReportHtml, TheDrawdownFallsFromTheRunningPeak) {
    RunResult result = sample_result();
    result.equity = analyzers::Buckets();
    TimeNs at_ns = kSampleStart;
    for (const double equity : {10'000.0, 12'000.0, 9'000.0, 12'000.0, 6'000.0}) {
        result.equity.add(at_ns += kSampleHour, equity);
    }
    const auto data = data_of(result);
    EXPECT_THAT(column_of(data, data["equity"]["drawdown"]), testing::ElementsAre(0, 0, -25, 0, -50));
    EXPECT_EQ(data["underwater"][0][3].GetDouble(), 0.5);
}

TEST(ReportHtml, OfAnEmptyRunIsAPage) { EXPECT_THAT(data_text(to_html(RunResult{})), HasSubstr("no data")); }

TEST(ChartsHtml, HoldsOnlyCharts) {
    const std::string text = data_text(charts_html(sample_result()));
    EXPECT_THAT(text, HasSubstr("\"page\":\"chart\""));
    EXPECT_THAT(text, HasSubstr("\"charts\":[{"));
    EXPECT_THAT(text, Not(HasSubstr("\"trades\":")));
}

}  // namespace
}  // namespace ct::report

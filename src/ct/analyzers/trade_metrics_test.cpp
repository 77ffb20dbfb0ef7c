#include <cmath>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "ct/analyzers/finished_run_test.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {
namespace {

constexpr TimeNs kHour = 3600 * kNsPerSecond;

RoundTrip trade_with(const char* pnl, TimeNs held_ns = 0, Side side = Side::kBuy) {
    RoundTrip trade;
    trade.exit_time_ns = held_ns;
    trade.side = side;
    trade.pnl = *Money::parse(pnl);
    return trade;
}

RoundTrip open_trade(const char* pnl) {
    RoundTrip trade = trade_with(pnl);
    trade.open = true;
    return trade;
}

FinishedRun run_of(std::vector<RoundTrip> trades) {
    FinishedRun run({1000});
    run.trades = std::move(trades);
    return run;
}

TEST(TradeMetrics, KnownAnswers) {
    const FinishedRun run = run_of({trade_with("100", kHour), trade_with("-40", 2 * kHour, Side::kSell),
                                    trade_with("0"), trade_with("20", 3 * kHour, Side::kSell), open_trade("500")});
    EXPECT_EQ(run["trades"], 4);
    EXPECT_EQ(run["win_rate"], 0.5);
    EXPECT_EQ(run["profit_factor"], 3);
    EXPECT_EQ(run["payoff_ratio"], 60.0 / 20);
    EXPECT_EQ(run["expectancy"], 20);
    // Squared deviations 6400 + 3600 + 400 + 0, over 3; the root of 4 trades.
    EXPECT_DOUBLE_EQ(run["sqn"], 2 * 20 / std::sqrt(10'400.0 / 3));
    EXPECT_DOUBLE_EQ(run["kelly"], 0.5 - 0.5 / 3);
    EXPECT_EQ(run["best_trade"], 100);
    EXPECT_EQ(run["worst_trade"], -40);
    EXPECT_EQ(run["longest_winning_streak"], 1);
    EXPECT_EQ(run["longest_losing_streak"], 2);
    EXPECT_EQ(run["average_holding_hours"], 1.5);
    EXPECT_EQ(run["long_trades"], 2);
    EXPECT_EQ(run["long_win_rate"], 0.5);
    EXPECT_EQ(run["long_profit"], 100);
    EXPECT_EQ(run["short_trades"], 2);
    EXPECT_EQ(run["short_win_rate"], 0.5);
    EXPECT_EQ(run["short_profit"], -20);
}

TEST(TradeMetrics, SumInTheReportingAsset) {
    RoundTrip foreign = trade_with("-10");
    foreign.instrument = 1;  // worth twice as much
    const FinishedRun run = run_of({trade_with("30"), foreign});
    EXPECT_EQ(run["expectancy"], 5);
    EXPECT_EQ(run["worst_trade"], -20);
    EXPECT_EQ(run["profit_factor"], 1.5);
}

TEST(TradeMetrics, CountAmbiguousFills) {
    FinishedRun run({1000});
    EXPECT_EQ(run["ambiguous_fills"], 0);
    run.orders = {{.id = 1}};
    for (const bool ambiguous : {true, false, true}) run.fills.push_back({.order_id = 1, .ambiguous = ambiguous});
    EXPECT_EQ(run["ambiguous_fills"], 2);
}

TEST(TradeMetrics, StreaksStandInTheOrderOfTheExits) {
    const FinishedRun run = run_of({trade_with("-1"), trade_with("1"), trade_with("1"), trade_with("1"),
                                    trade_with("-1"), trade_with("-1"), trade_with("1")});
    EXPECT_EQ(run["longest_winning_streak"], 3);
    EXPECT_EQ(run["longest_losing_streak"], 2);
}

TEST(TradeMetrics, WithoutATradeCountsAreZeroAndTheRestUndefined) {
    for (const FinishedRun& run : {run_of({}), run_of({open_trade("5")})}) {
        for (const char* name : {"trades", "longest_winning_streak", "longest_losing_streak", "long_trades",
                                 "long_profit", "short_trades", "short_profit"}) {
            EXPECT_EQ(run[name], 0) << name;
        }
        for (const char* name :
             {"win_rate", "profit_factor", "payoff_ratio", "expectancy", "sqn", "kelly", "best_trade", "worst_trade",
              "average_holding_hours", "long_win_rate", "short_win_rate"}) {
            EXPECT_TRUE(run.is_undefined(name)) << name;
        }
    }
}

TEST(TradeMetrics, OneWinningTradeHasNoLossToBeComparedWith) {
    const FinishedRun run = run_of({trade_with("5")});
    EXPECT_EQ(run["win_rate"], 1);
    EXPECT_EQ(run["expectancy"], 5);
    EXPECT_EQ(run["best_trade"], 5);
    EXPECT_EQ(run["worst_trade"], 5);
    EXPECT_EQ(run["longest_winning_streak"], 1);
    EXPECT_EQ(run["longest_losing_streak"], 0);
    for (const char* name : {"profit_factor", "payoff_ratio", "sqn", "kelly"}) {
        EXPECT_TRUE(run.is_undefined(name)) << name;
    }
}

TEST(TradeMetrics, OnlyLosersHaveNoShareToBet) {
    const FinishedRun run = run_of({trade_with("-5"), trade_with("-5")});
    EXPECT_EQ(run["win_rate"], 0);
    EXPECT_EQ(run["profit_factor"], 0);
    EXPECT_EQ(run["expectancy"], -5);
    for (const char* name : {"payoff_ratio", "sqn", "kelly"}) EXPECT_TRUE(run.is_undefined(name)) << name;
}

}  // namespace
}  // namespace ct::analyzers

#include "ct/analyzers/metrics.hpp"

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/analyzers/equity_curve.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/money.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {
namespace {

double value_of(const Metrics& metrics, std::string_view name) {
    for (const auto& [key, value] : metrics) {
        if (key == name) return value;
    }
    ADD_FAILURE() << "no metric " << name;
    return 0;
}

RoundTrip trade_with(const char* pnl, bool open = false) {
    RoundTrip trade;
    trade.pnl = *Money::parse(pnl);
    trade.open = open;
    return trade;
}

/// Four days of one step each: 1000 -> 1100 -> 990 -> 990 -> 1188. Daily returns 0.1, -0.1, 0, 0.2.
struct FourDays {
    std::vector<TimeNs> time_ns = {kNsPerDay, 2 * kNsPerDay, 3 * kNsPerDay, 4 * kNsPerDay};
    std::vector<double> equity = {1100, 990, 990, 1188};
    std::vector<double> exposure = {0, 500, 400, 0};
    EquityCurve curve{1000};
    RunTotals totals{0, 4 * kNsPerDay, Money::units(1000), Money::units(1188), Money::units(7)};

    FourDays() { curve.on_equity({time_ns, equity, exposure}); }
};

TEST(Metrics, KnownAnswers) {
    const FourDays run;
    const std::vector<RoundTrip> trades = {trade_with("100"), trade_with("-40"), trade_with("0"), trade_with("20"),
                                           trade_with("500", true)};
    const Metrics metrics = compute_metrics(run.totals, run.curve, trades);
    // Mean 0.05; squared deviations 0.0025 + 0.0225 + 0.0025 + 0.0225 = 0.05, over 3.
    const double deviation = std::sqrt(0.05 / 3);
    const double year = std::sqrt(365.0);
    EXPECT_DOUBLE_EQ(value_of(metrics, "total_return"), 0.188);
    EXPECT_DOUBLE_EQ(value_of(metrics, "annual_return"), std::pow(1.188, 365.0 / 4) - 1);
    EXPECT_NEAR(value_of(metrics, "volatility"), deviation * year, 1e-12);
    EXPECT_NEAR(value_of(metrics, "sharpe"), 0.05 / deviation * year, 1e-12);
    // One negative day of four: sqrt(0.01 / 4) = 0.05.
    EXPECT_NEAR(value_of(metrics, "sortino"), 1.0 * year, 1e-12);
    EXPECT_DOUBLE_EQ(value_of(metrics, "max_drawdown"), 0.1);
    EXPECT_EQ(value_of(metrics, "trades"), 4);
    EXPECT_EQ(value_of(metrics, "win_rate"), 0.5);
    EXPECT_EQ(value_of(metrics, "profit_factor"), 3);
    EXPECT_EQ(value_of(metrics, "exposure"), 0.5);
    EXPECT_EQ(value_of(metrics, "fees"), 7);
}

TEST(Metrics, TheirOrderIsFixed) {
    const FourDays run;
    std::vector<std::string> names;
    for (const auto& [name, value] : compute_metrics(run.totals, run.curve, {})) names.push_back(name);
    EXPECT_THAT(names, testing::ElementsAre("total_return", "annual_return", "volatility", "sharpe", "sortino",
                                            "max_drawdown", "trades", "win_rate", "profit_factor", "exposure", "fees"));
}

TEST(Metrics, WithoutTradesAndMovesTheRatiosAreUndefined) {
    EquityCurve curve(1000);
    const std::vector<TimeNs> time_ns = {kNsPerDay, 2 * kNsPerDay, 3 * kNsPerDay};
    const std::vector<double> equity = {1000, 1000, 1000};
    const std::vector<double> exposure = {0, 0, 0};
    curve.on_equity({time_ns, equity, exposure});
    const RunTotals totals{0, 3 * kNsPerDay, Money::units(1000), Money::units(1000), {}};
    const Metrics metrics = compute_metrics(totals, curve, {});
    EXPECT_EQ(value_of(metrics, "total_return"), 0);
    EXPECT_EQ(value_of(metrics, "annual_return"), 0);
    EXPECT_EQ(value_of(metrics, "volatility"), 0);
    EXPECT_EQ(value_of(metrics, "max_drawdown"), 0);
    EXPECT_EQ(value_of(metrics, "exposure"), 0);
    for (const char* name : {"sharpe", "sortino", "win_rate", "profit_factor"}) {
        EXPECT_TRUE(std::isnan(value_of(metrics, name))) << name;
    }
}

TEST(Metrics, OnlyWinnersHaveNoProfitFactor) {
    const FourDays run;
    const Metrics metrics = compute_metrics(run.totals, run.curve, std::vector<RoundTrip>{trade_with("5")});
    EXPECT_EQ(value_of(metrics, "win_rate"), 1);
    EXPECT_TRUE(std::isnan(value_of(metrics, "profit_factor")));
}

TEST(Metrics, ARuinedAccountHasNoDailyStatistics) {
    EquityCurve curve(1000);
    const std::vector<TimeNs> time_ns = {kNsPerDay, 2 * kNsPerDay, 3 * kNsPerDay};
    const std::vector<double> equity = {1000, -200, -100};
    curve.on_equity({time_ns, equity, equity});
    const RunTotals totals{0, 3 * kNsPerDay, Money::units(1000), Money::units(-100), {}};
    const Metrics metrics = compute_metrics(totals, curve, {});
    EXPECT_EQ(value_of(metrics, "total_return"), -1.1);
    EXPECT_EQ(value_of(metrics, "max_drawdown"), 1.2);
    for (const char* name : {"annual_return", "volatility", "sharpe", "sortino"}) {
        EXPECT_TRUE(std::isnan(value_of(metrics, name))) << name;
    }
}

TEST(Metrics, AnEmptyRunIsUndefinedButNoCrash) {
    const Metrics metrics = compute_metrics({}, EquityCurve(0), {});
    EXPECT_TRUE(std::isnan(value_of(metrics, "total_return")));
    EXPECT_TRUE(std::isnan(value_of(metrics, "exposure")));
}

}  // namespace
}  // namespace ct::analyzers

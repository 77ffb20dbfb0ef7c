#include "ct/analyzers/metric_info.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <string_view>

#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/report_text.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

namespace {

using enum Analyzer;
using enum MetricKind;

constexpr std::array kInfos = {
    MetricInfo{"total_return", "Total return", kShare, kReturns, true},
    MetricInfo{"annual_return", "Annual return", kShare, kReturns, true},
    MetricInfo{"volatility", "Volatility, annual", kShare, kReturns, true},
    MetricInfo{"sharpe", "Sharpe ratio", kRatio, kReturns, true},
    MetricInfo{"sortino", "Sortino ratio", kRatio, kReturns, true},
    MetricInfo{"calmar", "Calmar ratio", kRatio, kReturns, true},
    MetricInfo{"omega", "Omega ratio", kRatio, kReturns, false},
    MetricInfo{"value_at_risk", "Value at risk, 95 % of days", kShare, kReturns, false},
    MetricInfo{"conditional_value_at_risk", "Mean of the days beyond it", kShare, kReturns, false},
    MetricInfo{"max_drawdown", "Maximum drawdown", kShare, kDrawdown, true},
    MetricInfo{"drawdown_peak_ms", "Drawdown from", kTime, kDrawdown, false},
    MetricInfo{"drawdown_trough_ms", "Drawdown deepest", kTime, kDrawdown, false},
    MetricInfo{"drawdown_recovery_ms", "Drawdown recovered", kTime, kDrawdown, false},
    MetricInfo{"drawdown_days", "Drawdown, days", kDuration, kDrawdown, true},
    MetricInfo{"recovery_days", "Recovery, days", kDuration, kDrawdown, false},
    MetricInfo{"ulcer_index", "Ulcer index", kShare, kDrawdown, false},
    MetricInfo{"exposure", "Time in the market", kShare, kExposure, true},
    MetricInfo{"trades", "Closed trades", kCount, kTrades, true},
    MetricInfo{"win_rate", "Win rate", kShare, kTrades, true},
    MetricInfo{"profit_factor", "Profit factor", kRatio, kTrades, true},
    MetricInfo{"payoff_ratio", "Payoff ratio", kRatio, kTrades, false},
    MetricInfo{"expectancy", "Expectancy", kAmount, kTrades, true},
    MetricInfo{"sqn", "System quality number", kRatio, kTrades, false},
    MetricInfo{"kelly", "Kelly fraction", kShare, kTrades, false},
    MetricInfo{"best_trade", "Best trade", kAmount, kTrades, false},
    MetricInfo{"worst_trade", "Worst trade", kAmount, kTrades, false},
    MetricInfo{"longest_winning_streak", "Longest winning streak", kCount, kTrades, false},
    MetricInfo{"longest_losing_streak", "Longest losing streak", kCount, kTrades, false},
    MetricInfo{"average_holding_hours", "Average holding, hours", kDuration, kTrades, false},
    MetricInfo{"long_trades", "Long trades", kCount, kTrades, false},
    MetricInfo{"long_win_rate", "Win rate, long", kShare, kTrades, false},
    MetricInfo{"long_profit", "Profit, long", kAmount, kTrades, false},
    MetricInfo{"short_trades", "Short trades", kCount, kTrades, false},
    MetricInfo{"short_win_rate", "Win rate, short", kShare, kTrades, false},
    MetricInfo{"short_profit", "Profit, short", kAmount, kTrades, false},
    MetricInfo{"ambiguous_fills", "Fills with stop and target in one bar", kCount, kTrades, false},
    MetricInfo{"turnover", "Turnover", kAmount, kCosts, true},
    MetricInfo{"fees", "Fees", kAmount, kCosts, true},
    MetricInfo{"slippage", "Slippage", kAmount, kCosts, true},
    MetricInfo{"buy_and_hold", "Buy and hold", kShare, kBenchmark, true},
    MetricInfo{"alpha", "Alpha, annual", kShare, kBenchmark, false},
    MetricInfo{"beta", "Beta", kRatio, kBenchmark, false},
    MetricInfo{"correlation", "Correlation", kRatio, kBenchmark, false},
};

std::string time_text(double time_ms) {
    if (!std::isfinite(time_ms)) return grouped(time_ms, 0);
    return minute_text(static_cast<TimeNs>(time_ms) * kNsPerMs);
}

}  // namespace

std::span<const MetricInfo> metric_infos() { return kInfos; }

const MetricInfo* find_metric(std::string_view name) {
    const auto* const found =
        std::find_if(kInfos.begin(), kInfos.end(), [&](const MetricInfo& info) { return info.name == name; });
    return found == kInfos.end() ? nullptr : found;
}

std::string metric_text(MetricKind kind, double value, int amount_decimals) {
    switch (kind) {
        case kShare:
            return percent(value);
        case kRatio:
            return grouped(value, 2);
        case kCount:
            return grouped(value, 0);
        case kAmount:
            return grouped(value, amount_decimals);
        case kDuration:
            return grouped(value, 1);
        case kTime:
            return time_text(value);
    }
    return {};
}

}  // namespace ct::analyzers

#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ct/analyzers/equity_curve.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/money.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

/// Statistics by name, in the order in which they are shown. NaN where one is undefined.
using Metrics = std::vector<std::pair<std::string, double>>;

/// The facts of a run beside its equity and its trades.
struct RunTotals {
    TimeNs start_ns = 0;  ///< open time of the first bar
    TimeNs end_ns = 0;    ///< time of the last step
    Money initial_value;
    Money final_value;
    Money fees;
    /// What one of each instrument's quote asset is worth at the end, for the sums of trades; empty: one.
    std::span<const double> quote_rates;
};

/// total_return, annual_return, volatility, sharpe, sortino, max_drawdown, trades, win_rate, profit_factor, exposure,
/// fees, as docs/metrics.md defines them. Open trades count in none of the trade statistics.
Metrics compute_metrics(const RunTotals& totals, const EquityCurve& curve, std::span<const RoundTrip> trades);

}  // namespace ct::analyzers

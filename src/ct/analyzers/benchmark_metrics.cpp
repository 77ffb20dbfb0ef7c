// The run beside buying and holding.

#include <limits>
#include <span>
#include <vector>

#include "ct/analyzers/metric_groups.hpp"
#include "ct/analyzers/metrics.hpp"
#include "ct/analyzers/statistics.hpp"

namespace ct::analyzers {

namespace {

/// Rounding must not push it past 1; NaN stays.
double correlation(std::span<const double> left, std::span<const double> right) {
    const double value = ratio(covariance(left, right), deviation(left) * deviation(right));
    return value > 1 ? 1 : value < -1 ? -1 : value;
}

}  // namespace

void add_benchmark(Metrics& metrics, const RunFacts& facts) {
    constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
    const double start = facts.initial_value.to_double();
    const std::span<const double> held = facts.buy_and_hold;
    const std::vector<double> returns = defined_returns(start, facts.curve.daily().equity());
    const std::vector<double> market = defined_returns(start, held);
    const bool both = returns.size() == market.size();
    const double beta = both ? ratio(covariance(returns, market), covariance(market, market)) : kUndefined;
    metrics.emplace_back("buy_and_hold", held.empty() ? kUndefined : ratio(held.back() - start, start));
    metrics.emplace_back("alpha", (mean(returns) - beta * mean(market)) * kDaysPerYear);
    metrics.emplace_back("beta", beta);
    metrics.emplace_back("correlation", both ? correlation(returns, market) : kUndefined);
}

}  // namespace ct::analyzers

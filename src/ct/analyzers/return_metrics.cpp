// What the equity says: returns, drawdown, exposure.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "ct/analyzers/daily_equity.hpp"
#include "ct/analyzers/drawdown.hpp"
#include "ct/analyzers/metric_groups.hpp"
#include "ct/analyzers/metrics.hpp"
#include "ct/analyzers/statistics.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

double in_days(TimeNs duration_ns) { return static_cast<double>(duration_ns) / static_cast<double>(kNsPerDay); }
double in_ms(TimeNs time_ns) { return static_cast<double>(floor_div(time_ns, kNsPerMs)); }

double annual_return(double start, double final, double days) {
    if (!(start > 0) || final < 0 || !(days > 0)) return kUndefined;
    return ratio(std::pow(final / start, kDaysPerYear / days) - 1, 1);
}

/// Each value, or 0 where it is on the other side of it.
std::vector<double> losses_of(std::span<const double> returns) {
    std::vector<double> losses(returns.begin(), returns.end());
    for (double& value : losses) value = std::min(value, 0.0);
    return losses;
}
std::vector<double> gains_of(std::span<const double> returns) {
    std::vector<double> gains(returns.begin(), returns.end());
    for (double& value : gains) value = std::max(value, 0.0);
    return gains;
}

/// The return that 5 % of the days fall short of, between two days by their distance, as a loss.
double value_at_risk(std::span<const double> sorted) {
    if (sorted.empty()) return kUndefined;
    constexpr std::size_t kTwentieth = 20;
    const std::size_t rest = (sorted.size() - 1) % kTwentieth;
    const std::size_t at = (sorted.size() - 1) / kTwentieth;
    const double part = static_cast<double>(rest) / static_cast<double>(kTwentieth);
    const double between = rest == 0 ? 0 : (sorted[at + 1] - sorted[at]) * part;
    return 0 - (sorted[at] + between);
}

/// The mean of the worst twentieth of the days, as a loss.
double conditional_value_at_risk(std::span<const double> sorted) {
    if (sorted.empty()) return kUndefined;
    return 0 - mean(sorted.first((sorted.size() - 1) / 20 + 1));
}

/// How far each day's equity lies below the highest so far, which the start is the first of.
std::vector<double> daily_falls(double start, std::span<const double> equity) {
    std::vector<double> falls;
    falls.reserve(equity.size());
    double peak = start;
    for (const double value : equity) {
        peak = std::max(peak, value);
        falls.push_back(peak > 0 ? (peak - value) / peak : 0);
    }
    return falls;
}

}  // namespace

std::vector<double> defined_returns(double start, std::span<const double> daily_equity) {
    const auto is_positive = [](double equity) { return equity > 0; };
    if (!is_positive(start) || daily_equity.empty()) return {};
    const auto begun = daily_equity.first(daily_equity.size() - 1);
    if (!std::all_of(begun.begin(), begun.end(), is_positive)) return {};
    return daily_returns(start, daily_equity);
}

void add_returns(Metrics& metrics, const RunFacts& facts) {
    const double start = facts.initial_value.to_double();
    const double final = facts.final_value.to_double();
    const double annual = annual_return(start, final, in_days(facts.end_ns - facts.start_ns));
    std::vector<double> returns = defined_returns(start, facts.curve.daily().equity());
    const double average = mean(returns);
    const double spread = deviation(returns);
    const std::vector<double> losses = losses_of(returns);
    const double per_year = std::sqrt(kDaysPerYear);
    metrics.emplace_back("total_return", ratio(final - start, start));
    metrics.emplace_back("annual_return", annual);
    metrics.emplace_back("volatility", spread * per_year);
    metrics.emplace_back("sharpe", ratio(average, spread) * per_year);
    metrics.emplace_back("sortino", ratio(average, root_mean_square(losses)) * per_year);
    metrics.emplace_back("calmar", ratio(annual, facts.curve.deepest_fall().fraction));
    metrics.emplace_back("omega", ratio(mean(gains_of(returns)), -mean(losses)));
    std::sort(returns.begin(), returns.end());
    metrics.emplace_back("value_at_risk", value_at_risk(returns));
    metrics.emplace_back("conditional_value_at_risk", conditional_value_at_risk(returns));
}

void add_drawdown(Metrics& metrics, const RunFacts& facts) {
    const DeepestFall& fall = facts.curve.deepest_fall();
    const bool fell = fall.fraction > 0;
    const std::optional<TimeNs>& recovery_ns = fall.recovery_time_ns;
    metrics.emplace_back("max_drawdown", fall.fraction);
    metrics.emplace_back("drawdown_peak_ms", fell ? in_ms(fall.peak_time_ns) : kUndefined);
    metrics.emplace_back("drawdown_trough_ms", fell ? in_ms(fall.trough_time_ns) : kUndefined);
    metrics.emplace_back("drawdown_recovery_ms", recovery_ns ? in_ms(*recovery_ns) : kUndefined);
    metrics.emplace_back("drawdown_days",
                         fell ? in_days(recovery_ns.value_or(facts.end_ns) - fall.peak_time_ns) : kUndefined);
    metrics.emplace_back("recovery_days", recovery_ns ? in_days(*recovery_ns - fall.trough_time_ns) : kUndefined);
    metrics.emplace_back("ulcer_index",
                         root_mean_square(daily_falls(facts.initial_value.to_double(), facts.curve.daily().equity())));
}

void add_exposure(Metrics& metrics, const RunFacts& facts) {
    const auto exposed = static_cast<double>(facts.curve.exposed_steps());
    metrics.emplace_back("exposure", ratio(exposed, static_cast<double>(facts.curve.steps())));
}

}  // namespace ct::analyzers

#include "ct/analyzers/metrics.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>

#include "ct/analyzers/daily_equity.hpp"
#include "ct/analyzers/equity_curve.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
constexpr double kDaysPerYear = 365;

/// A quotient, undefined where it is no finite number.
double ratio(double numerator, double denominator) {
    const double quotient = numerator / denominator;
    return std::isfinite(quotient) ? quotient : kUndefined;
}

double annual_return(double start, double final, double days) {
    if (!(start > 0) || final < 0 || !(days > 0)) return kUndefined;
    const double yearly = std::pow(final / start, kDaysPerYear / days) - 1;
    return std::isfinite(yearly) ? yearly : kUndefined;
}

struct ReturnStatistics {
    double mean = kUndefined;
    double deviation = kUndefined;           ///< of the sample
    double downside_deviation = kUndefined;  ///< root mean square of the negative ones, over all of them
};

/// True if every day began with something to lose: else its return says nothing.
bool all_defined(double start, std::span<const double> equity) {
    if (!(start > 0)) return false;
    for (std::size_t i = 0; i + 1 < equity.size(); ++i) {
        if (!(equity[i] > 0)) return false;
    }
    return true;
}

ReturnStatistics statistics_of(std::span<const double> returns) {
    ReturnStatistics result;
    if (returns.empty()) return result;
    const auto count = static_cast<double>(returns.size());
    double sum = 0;
    double losses = 0;
    for (const double value : returns) {
        sum += value;
        if (value < 0) losses += value * value;
    }
    result.mean = sum / count;
    result.downside_deviation = std::sqrt(losses / count);
    if (returns.size() < 2) return result;
    double squares = 0;
    for (const double value : returns) squares += (value - result.mean) * (value - result.mean);
    result.deviation = std::sqrt(squares / (count - 1));
    return result;
}

struct TradeStatistics {
    double closed = 0;
    double won = 0;
    double profit = 0;  ///< of the winners
    double loss = 0;    ///< of the losers, positive
};

TradeStatistics statistics_of(std::span<const RoundTrip> trades, std::span<const double> quote_rates) {
    TradeStatistics result;
    for (const RoundTrip& trade : trades) {
        if (trade.open) continue;
        const double rate = quote_rates.empty() ? 1 : quote_rates[trade.instrument];
        const double pnl = trade.pnl.to_double() * rate;
        result.closed += 1;
        if (pnl > 0) {
            result.won += 1;
            result.profit += pnl;
        } else {
            result.loss -= pnl;
        }
    }
    return result;
}

}  // namespace

Metrics compute_metrics(const RunTotals& totals, const EquityCurve& curve, std::span<const RoundTrip> trades) {
    const double start = totals.initial_value.to_double();
    const double final = totals.final_value.to_double();
    const double days = static_cast<double>(totals.end_ns - totals.start_ns) / static_cast<double>(kNsPerDay);

    const std::span<const double> daily = curve.daily().equity();
    const ReturnStatistics returns =
        all_defined(start, daily) ? statistics_of(daily_returns(start, daily)) : ReturnStatistics{};
    const double per_year = std::sqrt(kDaysPerYear);
    const TradeStatistics closed = statistics_of(trades, totals.quote_rates);

    return {
        {"total_return", ratio(final - start, start)},
        {"annual_return", annual_return(start, final, days)},
        {"volatility", returns.deviation * per_year},
        {"sharpe", ratio(returns.mean, returns.deviation) * per_year},
        {"sortino", ratio(returns.mean, returns.downside_deviation) * per_year},
        {"max_drawdown", curve.deepest_fall().fraction},
        {"trades", closed.closed},
        {"win_rate", ratio(closed.won, closed.closed)},
        {"profit_factor", ratio(closed.profit, closed.loss)},
        {"exposure", ratio(static_cast<double>(curve.exposed_steps()), static_cast<double>(curve.steps()))},
        {"fees", totals.fees.to_double()},
    };
}

}  // namespace ct::analyzers

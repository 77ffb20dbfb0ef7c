#pragma once

#include <span>
#include <vector>

#include "ct/analyzers/metrics.hpp"

namespace ct::analyzers {

// Each appends the metrics of one analyzer.

void add_returns(Metrics& metrics, const RunFacts& facts);
void add_drawdown(Metrics& metrics, const RunFacts& facts);
void add_exposure(Metrics& metrics, const RunFacts& facts);
void add_trades(Metrics& metrics, const RunFacts& facts);
void add_costs(Metrics& metrics, const RunFacts& facts);
void add_benchmark(Metrics& metrics, const RunFacts& facts);

/// The returns of the days; none at all if some day began with nothing to lose, whose return would say nothing.
std::vector<double> defined_returns(double start, std::span<const double> daily_equity);

inline constexpr double kDaysPerYear = 365;

}  // namespace ct::analyzers

#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace ct::report {

/// The annual Sharpe ratio of daily returns, as docs/metrics.md defines it; NaN where it is undefined.
double annual_sharpe(std::span<const double> daily_returns);

/// The same over the last `window` returns up to each; NaN before there are as many.
std::vector<double> rolling_sharpe(std::span<const double> daily_returns, std::size_t window);

}  // namespace ct::report

#include "ct/report/rolling_sharpe.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "ct/analyzers/statistics.hpp"

namespace ct::report {

double annual_sharpe(std::span<const double> daily_returns) {
    constexpr double kDaysAYear = 365;
    return analyzers::ratio(analyzers::mean(daily_returns), analyzers::deviation(daily_returns)) *
           std::sqrt(kDaysAYear);
}

std::vector<double> rolling_sharpe(std::span<const double> daily_returns, std::size_t window) {
    std::vector<double> values(daily_returns.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t end = window; end <= daily_returns.size(); ++end) {
        values[end - 1] = annual_sharpe(daily_returns.subspan(end - window, window));
    }
    return values;
}

}  // namespace ct::report

#include "ct/analyzers/period_returns.hpp"

#include <cassert>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "ct/core/time.hpp"

namespace ct::analyzers {

namespace {

double change(double before, double after) {
    return before > 0 ? (after - before) / before : std::numeric_limits<double>::quiet_NaN();
}

std::vector<PeriodReturn> returns(double start, std::span<const TimeNs> day_ends_ns, std::span<const double> equity,
                                  bool by_month) {
    assert(day_ends_ns.size() == equity.size());
    std::vector<PeriodReturn> periods;
    double before = start;  // the period
    for (std::size_t i = 0; i < equity.size(); ++i) {
        const Date date = date_from_days(floor_div(day_ends_ns[i] - 1, kNsPerDay));
        const int month = by_month ? date.month : 0;
        if (periods.empty() || periods.back().year != date.year || periods.back().month != month) {
            if (i > 0) before = equity[i - 1];
            periods.push_back({date.year, month});
        }
        periods.back().value = change(before, equity[i]);
    }
    return periods;
}

}  // namespace

std::vector<PeriodReturn> monthly_returns(double start, std::span<const TimeNs> day_ends_ns,
                                          std::span<const double> equity) {
    return returns(start, day_ends_ns, equity, true);
}

std::vector<PeriodReturn> yearly_returns(double start, std::span<const TimeNs> day_ends_ns,
                                         std::span<const double> equity) {
    return returns(start, day_ends_ns, equity, false);
}

}  // namespace ct::analyzers

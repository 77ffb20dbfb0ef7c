#pragma once

#include <span>
#include <vector>

#include "ct/core/time.hpp"

namespace ct::analyzers {

/// The change of equity over a calendar month or year in UTC, or over the part of it that the run covers.
struct PeriodReturn {
    int year = 1970;
    int month = 0;     ///< from 1; 0: the whole year
    double value = 0;  ///< NaN when the period began with nothing left

    friend bool operator==(const PeriodReturn&, const PeriodReturn&) = default;
};

/// The times are the ends of days, as DailyEquity gives them; the first period is counted against `start`.
std::vector<PeriodReturn> monthly_returns(double start, std::span<const TimeNs> day_ends_ns,
                                          std::span<const double> equity);
std::vector<PeriodReturn> yearly_returns(double start, std::span<const TimeNs> day_ends_ns,
                                         std::span<const double> equity);

}  // namespace ct::analyzers

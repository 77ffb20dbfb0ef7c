#include "ct/analyzers/daily_equity.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <span>
#include <vector>

#include "ct/core/time.hpp"

namespace ct::analyzers {

void DailyEquity::add(std::span<const TimeNs> time_ns, std::span<const double> equity) {
    assert(time_ns.size() == equity.size());
    while (!time_ns.empty()) {
        const TimeNs first_step_ns = time_ns.front() + delay_ns_;
        if (time_ns_.empty() || first_step_ns > day_end_ns_) open_day(first_step_ns);
        const TimeNs last_ns = day_end_ns_ - delay_ns_;
        const bool one_day = time_ns.back() <= last_ns;
        const auto end = one_day ? time_ns.end() : std::upper_bound(time_ns.begin(), time_ns.end(), last_ns);
        const auto size = static_cast<std::size_t>(end - time_ns.begin());
        time_ns_.back() = time_ns[size - 1] + delay_ns_;
        equity_.back() = equity[size - 1];
        time_ns = time_ns.subspan(size);
        equity = equity.subspan(size);
    }
}

/// Ends the last day and opens the one of a step, with the days without a step between them.
void DailyEquity::open_day(TimeNs step_ns) {
    const TimeNs end_ns = (floor_div(step_ns - 1, kNsPerDay) + 1) * kNsPerDay;
    if (time_ns_.empty()) {
        day_end_ns_ = end_ns;
        time_ns_.push_back(end_ns);
        equity_.push_back(0);
        return;
    }
    time_ns_.back() = day_end_ns_;
    while (day_end_ns_ < end_ns) {
        day_end_ns_ += kNsPerDay;
        time_ns_.push_back(day_end_ns_);
        equity_.push_back(equity_.back());
    }
}

std::vector<double> daily_returns(double start_equity, std::span<const double> daily_equity) {
    std::vector<double> returns;
    returns.reserve(daily_equity.size());
    double before = start_equity;
    for (const double equity : daily_equity) {
        returns.push_back((equity - before) / before);
        before = equity;
    }
    return returns;
}

}  // namespace ct::analyzers

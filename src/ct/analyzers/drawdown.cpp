#include "ct/analyzers/drawdown.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <limits>
#include <span>

#include "ct/analyzers/column_scan.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

namespace {

/// Points looked at together: enough to be fast, few enough that one new peak does not cost many single steps.
constexpr std::size_t kChunk = 256;

}  // namespace

void Drawdown::add(std::span<const TimeNs> time_ns, std::span<const double> equity) {
    assert(time_ns.size() == equity.size());
    for (std::size_t begin = 0; begin < equity.size(); begin += kChunk) {
        const std::size_t end = std::min(begin + kChunk, equity.size());
        const ValueRange range = range_of(equity.subspan(begin, end - begin));
        if (started_ && range.max < peak_) {
            add_below_peak(time_ns.subspan(begin, end - begin), equity.subspan(begin, end - begin), range.min);
        } else {
            for (std::size_t i = begin; i < end; ++i) add(time_ns[i], equity[i]);
        }
    }
}

void Drawdown::add(TimeNs time_ns, double equity) {
    if (!started_) {
        started_ = true;
        peak_time_ns_ = time_ns;
    }
    if (equity >= peak_) {
        if (below_peak_) {
            below_peak_ = false;
            deepest_.recovery_time_ns = time_ns;
        }
        if (equity > peak_) {
            peak_ = equity;
            peak_time_ns_ = time_ns;
        }
        return;
    }
    const double fall = fall_to(equity);
    if (fall > deepest_.fraction) {
        deepest_ = {fall, peak_time_ns_, time_ns, {}};
        below_peak_ = true;
    }
}

/// Takes points of which none reaches the peak. A rounded division is monotonic, so the lowest speaks for all; the
/// fall is dated by the first point from which it rounds to the same depth.
void Drawdown::add_below_peak(std::span<const TimeNs> time_ns, std::span<const double> equity, double lowest) {
    const double fall = fall_to(lowest);
    if (!(fall > deepest_.fraction)) return;
    // No value above this one can round to it: a few roundings, relative to the peak.
    const double highest = lowest + peak_ * 16 * std::numeric_limits<double>::epsilon();
    std::size_t first = 0;
    while (equity[first] > highest || fall_to(equity[first]) != fall) ++first;
    deepest_ = {fall, peak_time_ns_, time_ns[first], {}};
    below_peak_ = true;
}

}  // namespace ct::analyzers

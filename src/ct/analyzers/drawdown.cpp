#include "ct/analyzers/drawdown.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
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
        if (started_ && nothing_new(equity.subspan(begin, end - begin))) continue;
        for (std::size_t i = begin; i < end; ++i) add(time_ns[i], equity[i]);
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

/// True if none of the points is a new peak, a recovery or a deeper fall. A rounded division is monotonic, so the
/// lowest point speaks for all.
bool Drawdown::nothing_new(std::span<const double> equity) const {
    const ValueRange range = range_of(equity);
    const bool reaches_peak = below_peak_ ? range.max >= peak_ : range.max > peak_;
    return !reaches_peak && !(fall_to(range.min) > deepest_.fraction);
}

}  // namespace ct::analyzers

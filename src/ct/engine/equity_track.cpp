#include "ct/engine/equity_track.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "ct/core/bar.hpp"
#include "ct/core/simd.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::engine {

namespace {

void fill_times(std::span<const TimeNs> open_times_ns, TimeNs duration_ns, TimeNs* out) {
    simd([=]() CT_LOOP {
        for (std::size_t i = 0; i < open_times_ns.size(); ++i) out[i] = open_times_ns[i] + duration_ns;
    });
}

void fill_values(std::span<const double> closes, const Holdings& holdings, double* equity, double* exposure) {
    simd([=]() CT_LOOP {
        for (std::size_t i = 0; i < closes.size(); ++i) {
            const double value = holdings.position * closes[i];
            equity[i] = holdings.value + value;
            exposure[i] = holdings.exposure + std::fabs(value);
        }
    });
}

}  // namespace

void EquityTrack::add_rows(Timeframe timeframe, const BarColumns& rows, const Holdings& holdings) {
    const std::size_t at = extend(rows.size());
    if (timeframe.is_month()) {
        std::transform(rows.time_ns.begin(), rows.time_ns.end(), time_ns_.data() + at,
                       [&](TimeNs open_ns) { return timeframe.close_of(open_ns); });
    } else {
        fill_times(rows.time_ns, timeframe.duration_ns(), time_ns_.data() + at);
    }
    fill_values(rows.close, holdings, equity_.data() + at, exposure_.data() + at);
    std::fill_n(cash_.data() + at, rows.size(), holdings.cash);
}

std::size_t EquityTrack::extend(std::size_t count) {
    const std::size_t at = size_;
    size_ += count;
    if (size_ > time_ns_.size()) {
        const std::size_t room = std::max(size_, 2 * time_ns_.size());
        time_ns_.resize(room);
        equity_.resize(room);
        exposure_.resize(room);
        cash_.resize(room);
    }
    return at;
}

}  // namespace ct::engine

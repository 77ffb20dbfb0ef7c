#include "ct/indicators/error_correcting.hpp"
#include "ct/core/simd.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

ErrorCorrecting::ErrorCorrecting(std::size_t period, std::size_t gain_limit)
    : limit_(static_cast<double>(gain_limit)), weight_(2.0 / (static_cast<double>(period) + 1.0)), average_(period) {}

void ErrorCorrecting::run(std::span<const double> in, std::span<double> out) {
    average_.run(in, out);
    for (std::size_t i = 0; i < in.size(); ++i) {
        const double average = out[i];
        if (std::isnan(corrected_)) {
            corrected_ = average;
            continue;
        }
        const double before = corrected_;
        const double distance = in[i] - before;
        const auto with_gain = [&](double tenths) {
            return weight_ * (average + tenths / 10.0 * distance) + (1.0 - weight_) * before;
        };
        // The corrected value moves in a line with the gain, so that the best of all gains is one of two neighbours.
        const double missing = in[i] - with_gain(0);
        const double step = weight_ * distance / 10.0;
        const double exact = step == 0 ? 0.0 : missing / step;
        const double low = std::clamp(std::floor(exact), -limit_, limit_);
        const double high = std::min(low + 1.0, limit_);
        const double lower = with_gain(low);
        const double higher = with_gain(high);
        corrected_ = std::fabs(in[i] - higher) < std::fabs(in[i] - lower) ? higher : lower;
        out[i] = corrected_;
    }
}

Dickson::Dickson(std::size_t period, std::size_t gain_limit, std::size_t hull_period)
    : corrected_(period, gain_limit), hull_(hull_period) {}

std::size_t Dickson::lead_in() const { return std::max(corrected_.lead_in(), hull_.lead_in()); }

void Dickson::run(std::span<const double> in, std::span<double> out) {
    Block hull;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        const auto line = out.subspan(at, rows);
        hull_.run(in.subspan(at, rows), {hull.data(), rows});
        corrected_.run(in.subspan(at, rows), line);
        each(rows, [a = hull.data(), to = line.data()](std::size_t i) CT_LOOP { to[i] = (to[i] + a[i]) / 2.0; });
    });
}

}  // namespace ct::indicators

#include "ct/indicators/supertrend.hpp"

#include <cmath>
#include <cstddef>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

void Supertrend::run(Inputs<3> in, Lines<2> out, std::size_t rows) {
    Block range;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        const auto lines = from_row(out, at);
        range_.run(from, {range.data()}, count);
        for (std::size_t i = 0; i < count; ++i) {
            if (std::isnan(range[i])) {
                lines[0][i] = lines[1][i] = kNan;
                continue;
            }
            const double middle = (from[0][i] + from[1][i]) / 2.0;
            const double width = multiplier_ * range[i];
            const double close = from[2][i];
            if (!started_ || middle + width < upper_ || close_ > upper_) upper_ = middle + width;
            if (!started_ || middle - width > lower_ || close_ < lower_) lower_ = middle - width;
            if (started_ && (up_ ? close < lower_ : close > upper_)) up_ = !up_;
            started_ = true;
            close_ = close;
            lines[0][i] = up_ ? lower_ : upper_;
            lines[1][i] = up_ ? 1.0 : -1.0;
        }
    });
}

}  // namespace ct::indicators

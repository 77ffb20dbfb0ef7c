#include "ct/indicators/supertrend.hpp"

#include <cmath>
#include <cstddef>

#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

void Supertrend::run(Inputs<3> in, Lines<2> out, std::size_t rows) {
    Block range;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        const auto lines = from_row(out, at);
        range_.run(from, {range.data()}, count);
        each(count, [=, width = range.data(), multiplier = multiplier_](std::size_t i) CT_LOOP {
            const double middle = (from[0][i] + from[1][i]) / 2.0;
            lines[0][i] = middle + multiplier * width[i];
            lines[1][i] = middle - multiplier * width[i];
        });
        // On copies, which no store to a line can change: they stay in registers.
        Bands bands = bands_;
        std::size_t i = 0;
        for (; i < count && std::isnan(range[i]); ++i) lines[0][i] = lines[1][i] = kNan;
        for (; i < count; ++i) {
            const double close = from[2][i];
            const double upper = lines[0][i];
            const double lower = lines[1][i];
            bands.upper = upper < bands.upper || bands.close > bands.upper ? upper : bands.upper;
            bands.lower = lower > bands.lower || bands.close < bands.lower ? lower : bands.lower;
            if (bands.started && (bands.up ? close < bands.lower : close > bands.upper)) bands.up = !bands.up;
            bands.started = true;
            bands.close = close;
            lines[0][i] = bands.up ? bands.lower : bands.upper;
            lines[1][i] = bands.up ? 1.0 : -1.0;
        }
        bands_ = bands;
    });
}

}  // namespace ct::indicators

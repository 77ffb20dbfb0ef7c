// Heikin-Ashi candles.

#include <cstddef>

#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/prices.hpp"

namespace ct::indicators {

void HeikinAshi::run(Inputs<4> in, Lines<4> out, std::size_t rows) {
    if (rows == 0) return;
    if (!begun_) middle_ = (in[0][0] + in[3][0]) / 2.0;
    begun_ = true;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto bar = from_row(in, at);
        const auto [open, high, low, close] = from_row(out, at);
        each(count, [=, line = close](std::size_t i)
                        CT_LOOP { line[i] = average_price(bar[0][i], bar[1][i], bar[2][i], bar[3][i]); });
        for (std::size_t i = 0; i < count; ++i) {
            open[i] = middle_;
            middle_ = (middle_ + close[i]) / 2.0;
        }
        each(count, [=, first = open, last = close, top = high, bottom = low](std::size_t i) CT_LOOP {
            const double upper = first[i] > last[i] ? first[i] : last[i];
            const double lower = first[i] < last[i] ? first[i] : last[i];
            top[i] = bar[1][i] > upper ? bar[1][i] : upper;
            bottom[i] = bar[2][i] < lower ? bar[2][i] : lower;
        });
    });
}

}  // namespace ct::indicators

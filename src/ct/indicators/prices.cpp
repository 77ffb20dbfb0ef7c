// Price transforms and running sums: ha, cumsum.

#include <algorithm>
#include <cstddef>

#include "ct/core/maths.hpp"
#include "ct/core/simd.hpp"
#include "ct/indicators/cumulative_sum.hpp"
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

void CumulativeSum::Total::add(double group) {
    const maths::Pair next = maths::two_sum(sum, group);
    sum = next.high;
    rest += next.low == next.low ? next.low : 0.0;  // nothing is known of it once the sum is infinite
}

void CumulativeSum::run(Inputs<1> in, Lines<1> out, std::size_t rows) {
    const double* const values = in[0];
    double* const line = out[0];
    std::size_t i = 0;
    const auto add_rows = [&](std::size_t end) {
        for (; i < end; ++i) {
            group_ += values[i];
            line[i] = total_.value() + group_;
            if (++position_ < kGroup) continue;
            total_.add(group_);
            group_ = 0;
            position_ = 0;
        }
    };
    add_rows(std::min(rows, (kGroup - position_) % kGroup));
    Total total = total_;
    for (; rows - i >= kGroup; i += kGroup) {
        const double before = total.value();
        double group = 0;
        for (std::size_t k = 0; k < kGroup; ++k) {
            group += values[i + k];
            line[i + k] = before + group;
        }
        total.add(group);
    }
    total_ = total;
    add_rows(rows);
}

}  // namespace ct::indicators

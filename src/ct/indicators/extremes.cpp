// Extremes of windows.

#include <cstddef>
#include <functional>
#include <span>

#include "ct/indicators/donchian.hpp"
#include "ct/indicators/folds.hpp"
#include "ct/indicators/highest.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/lowest.hpp"
#include "ct/indicators/midpoint.hpp"
#include "ct/indicators/range.hpp"

namespace ct::indicators {

void Highest::run(std::span<const double> in, std::span<double> out) {
    window_.run({in.data()}, in.size(),
                [=](std::size_t at, std::size_t rows, auto prefix, auto suffix, auto /*anchor*/) {
                    each(rows, [before = suffix[0], now = prefix[0], line = out.data() + at](std::size_t i)
                                   CT_LOOP { line[i] = higher(before[i], now[i]); });
                });
}

void Lowest::run(std::span<const double> in, std::span<double> out) {
    window_.run({in.data()}, in.size(),
                [=](std::size_t at, std::size_t rows, auto prefix, auto suffix, auto /*anchor*/) {
                    each(rows, [before = suffix[0], now = prefix[0], line = out.data() + at](std::size_t i)
                                   CT_LOOP { line[i] = lower(before[i], now[i]); });
                });
}

void Range::run(Inputs<2> in, Lines<2> out, std::size_t rows) {
    window_.run(in, rows, [=](std::size_t at, std::size_t count, auto prefix, auto suffix, auto /*anchor*/) {
        each(count, [high_before = suffix[0], high_now = prefix[0], low_before = suffix[1], low_now = prefix[1],
                     highest = out[0] + at, lowest = out[1] + at](std::size_t i) CT_LOOP {
            highest[i] = higher(high_before[i], high_now[i]);
            lowest[i] = lower(low_before[i], low_now[i]);
        });
    });
}

namespace {

/// The extreme of a row and where it lies.
struct Extreme {
    double value;
    double row;
};

/// The extreme of both parts of a window; a NaN in either has no place.
template <class Better>
Extreme extreme(Extreme before, Extreme now, const Better& better) {
    const bool missing = before.value != before.value || now.value != now.value;
    const Extreme best = better(now.value, before.value) ? now : before;
    return {best.value, missing ? kNan : best.row};
}

}  // namespace

void RangeRows::run(Inputs<2> in, Lines<2> out, std::size_t rows) {
    window_.run(in, rows, [=](std::size_t at, std::size_t count, auto prefix, auto suffix, auto /*anchor*/) {
        each(count, [=](std::size_t i) CT_LOOP {
            out[0][at + i] =
                extreme({suffix[0][i], suffix[1][i]}, {prefix[0][i], prefix[1][i]}, std::greater_equal<>()).row;
            out[1][at + i] =
                extreme({suffix[2][i], suffix[3][i]}, {prefix[2][i], prefix[3][i]}, std::less_equal<>()).row;
        });
    });
}

void RangeIndex::run(Inputs<2> in, Lines<2> out, std::size_t rows) {
    const auto period = static_cast<double>(window_.period());
    window_.run(in, rows, [&](std::size_t at, std::size_t count, auto prefix, auto suffix, auto /*anchor*/) {
        for (std::size_t i = 0; i < count; ++i) {
            const Extreme high = extreme({suffix[0][i], suffix[1][i]}, {prefix[0][i], prefix[1][i]}, std::greater<>());
            const Extreme low = extreme({suffix[2][i], suffix[3][i]}, {prefix[2][i], prefix[3][i]}, std::less<>());
            const double oldest = row_ - period + 1.0;
            const auto choose = [&](Extreme best, double newest, double& row) {
                row = best.row != best.row || !(row >= oldest) ? best.row : newest == best.value ? row_ : row;
            };
            choose(high, in[0][at + i], highest_row_);
            choose(low, in[1][at + i], lowest_row_);
            out[0][at + i] = highest_row_;
            out[1][at + i] = lowest_row_;
            row_ += 1.0;
        }
    });
}

void Midpoint::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    Block lowest;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        double* const line = out[0] + at;
        range_.run(from_row(in, at), {line, lowest.data()}, count);
        each(count, [=, low = lowest.data()](std::size_t i) CT_LOOP { line[i] = (line[i] + low[i]) / 2.0; });
    });
}

void Donchian::run(Inputs<2> in, Lines<3> out, std::size_t rows) {
    range_.run(in, {out[0], out[2]}, rows);
    each(rows, [=](std::size_t i) CT_LOOP { out[1][i] = (out[0][i] + out[2][i]) / 2.0; });
}

}  // namespace ct::indicators

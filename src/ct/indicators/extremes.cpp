// Extremes of windows.

#include <algorithm>
#include <cstddef>
#include <span>

#include "ct/indicators/donchian.hpp"
#include "ct/indicators/highest.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/lowest.hpp"
#include "ct/indicators/midpoint.hpp"
#include "ct/indicators/range.hpp"

namespace ct::indicators {

void Highest::run(std::span<const double> in, std::span<double> out) {
    window_.run({in.data()}, in.size(),
                [=](std::size_t at, std::size_t rows, auto parts) { copy_rows(parts[0], rows, out.data() + at); });
}

void Lowest::run(std::span<const double> in, std::span<double> out) {
    window_.run({in.data()}, in.size(),
                [=](std::size_t at, std::size_t rows, auto parts) { copy_rows(parts[0], rows, out.data() + at); });
}

void Range::run(Inputs<2> in, Lines<2> out, std::size_t rows) {
    window_.run(in, rows, [=](std::size_t at, std::size_t count, auto parts) {
        copy_rows(parts[0], count, out[0] + at);
        copy_rows(parts[1], count, out[1] + at);
    });
}

void RangeRows::run(Inputs<2> in, Lines<2> out, std::size_t rows) {
    window_.run(in, rows, [=](std::size_t at, std::size_t count, auto parts) {
        each(count, [=, highest_row = out[0] + at, lowest_row = out[1] + at](std::size_t i) CT_LOOP {
            highest_row[i] = parts[0][i] != parts[0][i] ? kNan : parts[2][i];
            lowest_row[i] = parts[1][i] != parts[1][i] ? kNan : parts[3][i];
        });
    });
}

void RangeIndex::run(Inputs<2> in, Lines<2> out, std::size_t rows) {
    const auto period = static_cast<double>(window_.period());
    // Rows may be written over before the window has told of them.
    Block highs;
    Block lows;
    in_blocks(rows, [&](std::size_t block, std::size_t size) {
        copy_rows(in[0] + block, size, highs.data());
        copy_rows(in[1] + block, size, lows.data());
        window_.run({highs.data(), lows.data()}, size, [&](std::size_t at, std::size_t count, auto parts) {
            for (std::size_t i = 0; i < count; ++i) {
                const double oldest = row_ - period + 1.0;
                const auto choose = [&](double best, double best_row, double newest, double& row) {
                    row = best != best || !(row >= oldest) ? (best != best ? kNan : best_row)
                          : newest == best                 ? row_
                                                           : row;
                };
                choose(parts[0][i], parts[2][i], highs[at + i], highest_row_);
                choose(parts[1][i], parts[3][i], lows[at + i], lowest_row_);
                out[0][block + at + i] = highest_row_;
                out[1][block + at + i] = lowest_row_;
                row_ += 1.0;
            }
        });
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

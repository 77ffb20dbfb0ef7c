// Extremes of windows.

#include <cstddef>
#include <span>

#include "ct/core/simd.hpp"
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

template <class Fold>
void ExtremeIndex<Fold>::run(std::span<const double> in, std::span<double> out) {
    const auto past = static_cast<std::ptrdiff_t>(window_.lead_in());
    in_blocks(in.size(), [&](std::size_t block, std::size_t size) {
        const double* const values = history_.append(in.subspan(block, size));
        window_.run({values}, size, [&](std::size_t at, std::size_t count, auto parts) {
            std::ptrdiff_t back = back_;
            double row = row_;
            for (std::size_t i = 0; i < count; ++i, row += 1.0) {
                const double* const newest = values + at + i;
                const double extreme = parts[0][i];
                ++back;
                if (extreme != extreme) {
                    back = kGone;
                } else if (back > past) {
                    // From the oldest on: no row is passed twice, as what is found is kept until it leaves the window.
                    for (back = past; *(newest - back) != extreme;) --back;
                } else if (*newest == extreme) {
                    back = 0;
                }
                out[block + at + i] = extreme != extreme ? kNan : row - static_cast<double>(back);
            }
            back_ = back;
            row_ = row;
        });
    });
}

template class ExtremeIndex<HighestFold>;
template class ExtremeIndex<LowestFold>;

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

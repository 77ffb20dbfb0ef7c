#include "ct/indicators/least_squares.hpp"
#include "ct/core/simd.hpp"

#include <cstddef>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

void LeastSquares::run(Inputs<2> in, Lines<2> out, std::size_t rows) {
    window_.run(in, rows, [&](std::size_t at, std::size_t count, auto parts) {
        const auto lines = from_row(out, at);
        each(count, [=](std::size_t i) CT_LOOP {
            const double missing = (parts[0][i] - parts[0][i]) + (parts[1][i] - parts[1][i]);
            const double spread = parts[3][i];
            lines[0][i] = (spread == 0 ? 0.0 : parts[4][i] / spread) + missing;
            lines[1][i] = parts[0][i] - lines[0][i] * parts[1][i];
        });
    });
}

void LeastSquaresSpread::run(Inputs<2> in, Lines<4> out, std::size_t rows) {
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        const auto lines = from_row(out, at);
        line_.run(from, {lines[1], lines[2]}, count);
        each(count,
             [=](std::size_t i) CT_LOOP { lines[0][i] = from[0][i] - (lines[1][i] * from[1][i] + lines[2][i]); });
        mean_.run({lines[0], count}, {lines[1], count});
        deviation_.run({lines[0], count}, {lines[2], count});
        each(count, [=](std::size_t i) CT_LOOP {
            const double distance = lines[0][i] - lines[1][i];
            lines[3][i] = lines[2][i] == 0 ? 0.0 : distance / lines[2][i];
        });
        lead_in_.blank(lines, count);
    });
}

}  // namespace ct::indicators

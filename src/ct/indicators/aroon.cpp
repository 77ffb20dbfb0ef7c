#include "ct/indicators/aroon.hpp"

#include <cstddef>

#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

void Aroon::run(Inputs<2> in, Lines<2> out, std::size_t rows) {
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto [low, high] = from_row(out, at);
        low_.run({in[1] + at, count}, {low, count});
        high_.run({in[0] + at, count}, {high, count});
        each(count, [=, down = low, up = high, period = period_, factor = 100.0 / period_](std::size_t i) CT_LOOP {
            down[i] = (period - down[i]) * factor;
            up[i] = (period - up[i]) * factor;
        });
    });
}

void AroonOscillator::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    Block down;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        double* const up = out[0] + at;
        aroon_.run(from_row(in, at), {down.data(), up}, count);
        each(count, [=, low = down.data()](std::size_t i) CT_LOOP { up[i] -= low[i]; });
    });
}

void AroonLines::run(Inputs<2> in, Lines<3> out, std::size_t rows) {
    aroon_.run(in, {out[1], out[0]}, rows);
    each(rows, [=](std::size_t i) CT_LOOP { out[2][i] = out[0][i] - out[1][i]; });
}

}  // namespace ct::indicators

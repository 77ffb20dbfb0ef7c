#include "ct/indicators/aroon.hpp"

#include <cstddef>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

void Aroon::run(Inputs<2> in, Lines<2> out, std::size_t rows) {
    const double period = period_;
    const double factor = 100.0 / period;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto lines = from_row(out, at);
        rows_.run(from_row(in, at), {lines[1], lines[0]}, count);
        const double first = row_ - period;
        each(count, [=](std::size_t i) CT_LOOP {
            const double oldest = first + static_cast<double>(static_cast<int>(i));
            lines[0][i] = (lines[0][i] - oldest) * factor;
            lines[1][i] = (lines[1][i] - oldest) * factor;
        });
        row_ += static_cast<double>(count);
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

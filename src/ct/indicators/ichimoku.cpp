#include "ct/indicators/ichimoku.hpp"

#include <algorithm>
#include <cstddef>

#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

Ichimoku::Ichimoku(std::size_t tenkan, std::size_t kijun, std::size_t senkou, std::size_t lead)
    : tenkan_(tenkan),
      kijun_(kijun),
      senkou_(senkou),
      span_a_(lead),
      span_b_(lead),
      lead_in_(std::max({tenkan_.lead_in(), kijun_.lead_in(), senkou_.lead_in()}) + lead) {}

void Ichimoku::run(Inputs<3> in, Lines<5> out, std::size_t rows) {
    Block middle;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        const auto lines = from_row(out, at);
        tenkan_.run({from[0], from[1]}, {lines[0]}, count);
        kijun_.run({from[0], from[1]}, {lines[1]}, count);
        each(count, [=, to = middle.data()](std::size_t i) CT_LOOP { to[i] = (lines[0][i] + lines[1][i]) / 2.0; });
        span_a_.run({middle.data(), count}, {lines[2], count});
        senkou_.run({from[0], from[1]}, {middle.data()}, count);
        span_b_.run({middle.data(), count}, {lines[3], count});
        copy_rows(from[2], count, lines[4]);
        lead_in_.blank(lines, count);
    });
}

}  // namespace ct::indicators

#pragma once

#include <cmath>
#include <cstddef>

#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/previous.hpp"

namespace ct::indicators {

/// The longest of three: high to low, high to the close before, low to the close before.
class TrueRange {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 1;

    [[nodiscard]] static std::size_t lead_in() { return 1; }

    /// Continues the series: inputs high, low, close. The line is none of the inputs.
    void run(Inputs<3> in, Lines<1> out, std::size_t rows) {
        in_blocks(rows, [&](std::size_t at, std::size_t count) {
            const auto [high, low, close] = from_row(in, at);
            double* const line = out[0] + at;
            close_.shift(close, count, line);
            each(count, [=, top = high, bottom = low](std::size_t i) CT_LOOP {
                const double before = line[i];
                const double up = std::fabs(top[i] - before);
                const double down = std::fabs(bottom[i] - before);
                const double reach = up > down ? up : down;
                const double width = top[i] - bottom[i];
                line[i] = width > reach || width != width ? width : reach;
            });
        });
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(close_);
    }

  private:
    Previous close_;
};

}  // namespace ct::indicators

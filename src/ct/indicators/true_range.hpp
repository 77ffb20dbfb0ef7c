#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

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
        if (rows == 0) return;
        double* const line = out[0];
        close_.shift(in[2], rows, line);
        each(rows, [=, high = in[0], low = in[1]](std::size_t i) CT_LOOP {
            const double before = line[i];
            const double up = std::fabs(high[i] - before);
            const double down = std::fabs(low[i] - before);
            const double reach = up > down ? up : down;
            const double width = high[i] - low[i];
            line[i] = before != before ? before : width > reach ? width : reach;
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

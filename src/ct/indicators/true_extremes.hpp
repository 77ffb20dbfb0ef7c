#pragma once

#include <cstddef>

#include "ct/core/simd.hpp"
#include "ct/indicators/folds.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/previous.hpp"

namespace ct::indicators {

/// The end of a bar as it lies when the gap from the close before counts: the higher of high and close before, or the
/// lower of low and close before.
template <double (*Further)(double, double)>
class TrueExtreme {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;

    [[nodiscard]] static std::size_t lead_in() { return 1; }
    /// Continues the series: inputs high or low, close.
    void run(Inputs<2> in, Lines<1> out, std::size_t rows) {
        if (rows == 0) return;
        close_.shift(in[1], rows, out[0]);
        each(rows, [=](std::size_t i) CT_LOOP {
            const double before = out[0][i];
            out[0][i] = before != before ? before : Further(before, in[0][i]);
        });
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(close_);
    }

  private:
    Previous close_;
};

using TrueHigh = TrueExtreme<higher>;
using TrueLow = TrueExtreme<lower>;

}  // namespace ct::indicators

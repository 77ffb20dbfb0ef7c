#pragma once

#include <array>
#include <cstddef>

#include "ct/indicators/folds.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/window.hpp"

namespace ct::indicators {

/// Pearson's correlation of the last `period` pairs, -1 to 1; 0 where one of the two does not move.
class Correlation {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Correlation(std::size_t period) : window_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in(); }
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(window_);
    }

  private:
    Window<PairFold> window_;
};

/// Covariance of the last `period` pairs.
class Covariance {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Covariance(std::size_t period) : window_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in(); }
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(window_);
    }

  private:
    Window<PairFold> window_;
};

/// Slope of the second input's returns over the first's, of the last `period` returns; 0 where the first does not move.
class Beta {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;

    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Beta(std::size_t period) : window_(period) {}
    [[nodiscard]] std::size_t lead_in() const { return window_.lead_in() + 1; }
    void run(Inputs<2> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(previous_, window_);
    }

  private:
    std::array<double, 2> previous_ = {kNan, kNan};
    Window<PairFold> window_;
};

}  // namespace ct::indicators

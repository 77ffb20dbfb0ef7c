#pragma once

#include <cstddef>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// The sum of all values so far. Whole groups of values are added to a sum of two doubles, which forgets nothing, so
/// that it is as good after millions of values as after a few; and groups do not wait for each other.
class CumulativeSum {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 1;

    [[nodiscard]] static std::size_t lead_in() { return 0; }

    /// Continues the series.
    void run(Inputs<1> in, Lines<1> out, std::size_t rows);

    template <class Archive>
    void state(Archive& archive) {
        archive(position_, group_, total_);
    }

  private:
    static constexpr std::size_t kGroup = 8;

    /// Of all groups before.
    struct Total {
        double sum = 0;
        double rest = 0;  ///< what it lacks
        [[nodiscard]] double value() const { return sum + rest; }
        void add(double group);
        template <class Archive>
        void state(Archive& archive) {
            archive(sum, rest);
        }
    };

    std::size_t position_ = 0;  ///< in the group
    double group_ = 0;          ///< its sum so far
    Total total_;
};

}  // namespace ct::indicators

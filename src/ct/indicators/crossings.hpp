#pragma once

#include <cstddef>
#include <cstdint>

#include "ct/indicators/crossover.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

enum class CrossDirection : std::uint8_t { kBoth, kUp, kDown };

/// Where the first input crosses the second: 1 upward, -1 downward (1 for those that look downward only), else 0.
template <CrossDirection Direction>
class Crossing {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;

    [[nodiscard]] static std::size_t lead_in() { return 1; }
    void run(Inputs<2> in, Lines<1> out, std::size_t rows) {
        for (std::size_t i = 0; i < rows; ++i) {
            const int cross = crossover_.update(in[0][i] - in[1][i]);
            out[0][i] = started_ ? of(cross) : kNan;
            started_ = true;
        }
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(started_, crossover_);
    }

  private:
    static double of(int cross) {
        if constexpr (Direction == CrossDirection::kUp) return cross > 0 ? 1.0 : 0.0;
        if constexpr (Direction == CrossDirection::kDown) return cross < 0 ? 1.0 : 0.0;
        return cross;
    }

    bool started_ = false;
    Crossover crossover_;
};

/// The first input less the second; where they are equal, the last difference that was not zero.
class NonZeroDifference {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;

    [[nodiscard]] static std::size_t lead_in() { return 0; }
    void run(Inputs<2> in, Lines<1> out, std::size_t rows) {
        for (std::size_t i = 0; i < rows; ++i) {
            const double difference = in[0][i] - in[1][i];
            if (difference != 0) last_ = difference;
            out[0][i] = last_;
        }
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(last_);
    }

  private:
    double last_ = 0;
};

}  // namespace ct::indicators

#pragma once

#include <cstddef>

#include "ct/indicators/crossover.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::expr {

/// Whether each of the last `count` rows lay above (or below) the one before it. Unknown until there were as many since
/// the last unknown row.
template <bool Up>
class Monotonic {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 1;

    explicit Monotonic(std::size_t count) : count_(count) {}
    [[nodiscard]] std::size_t lead_in() const { return count_; }

    void run(indicators::Inputs<1> in, indicators::Lines<1> out, std::size_t rows) {
        for (std::size_t i = 0; i < rows; ++i) {
            const double value = in[0][i];
            const bool compares = value == value && last_ == last_;
            const bool moves = Up ? value > last_ : value < last_;
            known_ = compares ? known_ + 1 : 0;
            moved_ = compares && moves ? moved_ + 1 : 0;
            last_ = value;
            out[0][i] = known_ < count_ ? indicators::kNan : (moved_ >= count_ ? 1.0 : 0.0);
        }
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(last_, known_, moved_);
    }

  private:
    std::size_t count_;
    double last_ = indicators::kNan;
    std::size_t known_ = 0;  ///< comparisons in a row that could be made
    std::size_t moved_ = 0;  ///< and that went the right way
};

/// Whether two inputs have changed sides, either way. Rows in which one is unknown are passed over.
class AnyCross {
  public:
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kLines = 1;

    [[nodiscard]] static std::size_t lead_in() { return 1; }

    void run(indicators::Inputs<2> in, indicators::Lines<1> out, std::size_t rows) {
        for (std::size_t i = 0; i < rows; ++i) {
            const double difference = in[0][i] - in[1][i];
            const bool is_known = difference == difference;
            const int cross = crossover_.update(difference);
            out[0][i] = is_known && started_ ? (cross != 0 ? 1.0 : 0.0) : indicators::kNan;
            started_ = started_ || is_known;
        }
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(started_, crossover_);
    }

  private:
    bool started_ = false;
    indicators::Crossover crossover_;
};

/// How many rows ago a condition was last true: 0 in that row. Unknown before the first time.
class Since {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 1;

    [[nodiscard]] static std::size_t lead_in() { return 0; }

    void run(indicators::Inputs<1> in, indicators::Lines<1> out, std::size_t rows) {
        for (std::size_t i = 0; i < rows; ++i) {
            age_ = in[0][i] == 1 ? 0 : age_ + 1;
            out[0][i] = age_;
        }
    }
    template <class Archive>
    void state(Archive& archive) {
        archive(age_);
    }

  private:
    double age_ = indicators::kNan;
};

}  // namespace ct::expr

#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace ct::indicators {

/// Exponential smoothing, the recursion behind EMA, RSI and ATR: y[i] = (1 - weight) y[i - 1] + weight x[i].
///
/// A recursion over single steps waits for itself, so it is written over eight: y[i] = a^8 y[i - 8] + r[i], a = 1 -
/// weight, where r[i] sums the weighted x[i - 7] .. x[i] by doubling. The first eight steps are single ones. A NaN or
/// infinity stays in all later values.
class Smoothing {
  public:
    /// Requires: 0 < weight <= 1.
    explicit Smoothing(double weight) : Smoothing(1.0 - weight, weight) {}
    /// y[i] = decay y[i - 1] + weight x[i].
    Smoothing(double decay, double weight);

    /// Sets the value before the next one and forgets everything older.
    void start(double value);

    /// Continues the series; in and out may be the same. Any chunking gives the same bits.
    /// Requires: start() was called; in.size() == out.size().
    void run(std::span<const double> in, std::span<double> out);

    /// The same for one value.
    double step(double value) {
        const double pair = value + decay1_ * input_;
        const double four = pair + decay2_ * pairs_[steps_ % 2];
        const double eight = four + decay4_ * fours_[steps_ % 4];
        const double smooth = steps_ < kWarmUp ? decay1_ * values_[(steps_ - 1) % 8] + weight_ * value
                                               : decay8_ * values_[steps_ % 8] + weight_ * eight;
        input_ = value;
        pairs_[steps_ % 2] = pair;
        fours_[steps_ % 4] = four;
        values_[steps_ % 8] = smooth;
        ++steps_;
        return smooth;
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(steps_, input_, pairs_, fours_, values_);
    }

  private:
    /// Single steps at the start, until the recursion over eight has its eight values.
    static constexpr std::size_t kWarmUp = 8;

    void run_block(std::span<const double> in, std::span<double> out);

    double weight_;
    double decay1_;  ///< a, its powers below
    double decay2_;
    double decay4_;
    double decay8_;
    std::size_t steps_ = 0;
    // The last values, each at its index modulo the size.
    double input_ = 0;               ///< x
    std::array<double, 2> pairs_{};  ///< x[i] + a x[i - 1]
    std::array<double, 4> fours_{};  ///< pairs[i] + a^2 pairs[i - 2]
    std::array<double, 8> values_{};
};

}  // namespace ct::indicators

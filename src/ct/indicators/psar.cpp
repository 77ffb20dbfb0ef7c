#include "ct/indicators/psar.hpp"

#include <algorithm>
#include <cstddef>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

void Psar::run(Inputs<3> in, Lines<1> out, std::size_t rows) {
    for (std::size_t i = 0; i < rows; ++i) {
        const double stop = seen_ == 0 ? kNan : follow(in[0][i], in[1][i], in[2][i]);
        high_ = in[0][i];
        low_ = in[1][i];
        close_ = in[2][i];
        out[0][i] = seen_ < lead_in_ ? kNan : stop;
        seen_ += seen_ <= lead_in_ ? 1U : 0U;
    }
}

/// The stop of this row; moves it on for the next one.
double Psar::follow(double high, double low, double close) {
    const bool begins = seen_ == 1;
    if (begins) {
        long_ = close >= close_;
        stop_ = long_ ? low_ : high_;
    }
    const bool reverses = !begins && (long_ ? low <= stop_ : high >= stop_);
    if (reverses) {
        long_ = !long_;
        stop_ = extreme_;
    }
    const double reached = long_ ? high : low;
    if (begins || reverses) {
        pace_ = step_;
        extreme_ = reached;
    } else if (long_ ? reached > extreme_ : reached < extreme_) {
        extreme_ = reached;
        pace_ = std::min(pace_ + step_, max_);
    }
    const double stop = stop_;
    stop_ += pace_ * (extreme_ - stop_);
    stop_ = long_ ? std::min({stop_, low_, low}) : std::max({stop_, high_, high});
    return stop;
}

}  // namespace ct::indicators

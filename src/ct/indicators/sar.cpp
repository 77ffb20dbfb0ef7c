#include "ct/indicators/sar.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

namespace {

Acceleration cut(Acceleration acceleration) {
    acceleration.initial = std::min(acceleration.initial, acceleration.max);
    acceleration.step = std::min(acceleration.step, acceleration.max);
    return acceleration;
}

}  // namespace

ParabolicSar::ParabolicSar(Acceleration rising, Acceleration falling, double start, double offset, bool is_signed)
    : rising_(cut(rising)), falling_(cut(falling)), start_(start), offset_(offset), signed_(is_signed) {}

void ParabolicSar::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    // On a copy, which no store to the line can change: it stays in registers.
    ParabolicSar own(*this);
    for (std::size_t i = 0; i < rows; ++i) out[0][i] = own.next(in[0][i], in[1][i]);
    *this = own;
}

double ParabolicSar::next(double high, double low) {
    double line = kNan;
    if (rows_ == 0) {
        rows_ = 1;
    } else {
        if (rows_ == 1) begin(high, low);
        line = step(high, low);
    }
    high_ = high;
    low_ = low;
    return line;
}

/// At the second row. Its own extremes stand in for the row before when its stop is kept within the last two.
void ParabolicSar::begin(double high, double low) {
    rows_ = 2;
    const double fall = low_ - low;
    const bool falls = fall > 0 && fall > high - high_;
    long_ = start_ == 0 ? !falls : start_ > 0;
    extreme_ = long_ ? high : low;
    stop_ = start_ != 0 ? std::fabs(start_) : long_ ? low_ : high_;
    pace_ = long_ ? rising_.initial : falling_.initial;
    high_ = high;
    low_ = low;
}

double ParabolicSar::step(double high, double low) {
    const bool reverses = long_ ? low <= stop_ : high >= stop_;
    if (reverses) {
        long_ = !long_;
        stop_ = extreme_;
    }
    // A stop lies outside the range of the last two rows.
    const auto outside = [&] { stop_ = long_ ? std::min({stop_, low_, low}) : std::max({stop_, high_, high}); };
    if (reverses) {
        outside();
        if (offset_ != 0) stop_ += (long_ ? -offset_ : offset_) * stop_;
    }
    const double line = signed_ && !long_ ? -stop_ : stop_;
    const Acceleration& acceleration = long_ ? rising_ : falling_;
    const double reached = long_ ? high : low;
    if (reverses) {
        pace_ = acceleration.initial;
        extreme_ = reached;
    } else if (long_ ? reached > extreme_ : reached < extreme_) {
        extreme_ = reached;
        pace_ = std::min(pace_ + acceleration.step, acceleration.max);
    }
    stop_ += pace_ * (extreme_ - stop_);
    outside();
    return line;
}

}  // namespace ct::indicators

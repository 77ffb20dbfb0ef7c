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

double lesser(double a, double b) { return b < a ? b : a; }
double greater(double a, double b) { return b > a ? b : a; }

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
    const bool rises = start_ == 0 ? !falls : start_ > 0;
    side_ = rises ? 1 : -1;
    extreme_ = rises ? high : -low;
    stop_ = side_ * (start_ != 0 ? std::fabs(start_) : rises ? low_ : high_);
    pace_ = acceleration().initial;
    high_ = high;
    low_ = low;
}

/// While short, prices count as negative: so a stop always lies below them, and the extreme above.
double ParabolicSar::step(double high, double low) {
    const auto below = [&] { return side_ > 0 ? lesser(low_, low) : -greater(high_, high); };
    const bool reverses = (side_ > 0 ? low : -high) <= stop_;
    if (reverses) {
        side_ = -side_;
        stop_ = lesser(-extreme_, below());
        if (offset_ != 0) stop_ -= side_ * offset_ * stop_;
    }
    const double line = signed_ ? stop_ : stop_ * side_;
    const Acceleration& acceleration = this->acceleration();
    const double reached = side_ > 0 ? high : -low;
    if (reverses) {
        pace_ = acceleration.initial;
        extreme_ = reached;
    } else {
        const double faster = lesser(pace_ + acceleration.step, acceleration.max);
        pace_ = reached > extreme_ ? faster : pace_;
        extreme_ = greater(reached, extreme_);
    }
    stop_ = lesser(stop_ + pace_ * (extreme_ - stop_), below());
    return line;
}

}  // namespace ct::indicators

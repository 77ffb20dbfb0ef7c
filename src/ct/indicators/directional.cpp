#include "ct/indicators/directional.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/smoothing.hpp"
#include "ct/indicators/style.hpp"

namespace ct::indicators {

WilderSum::WilderSum(std::size_t period, Style style)
    : first_(style == Style::kTaLib ? std::max(period - 1, std::size_t{1}) : period),
      smoothing_(1.0 - 1.0 / static_cast<double>(period), 1.0) {}

void WilderSum::run(std::span<const double> in, std::span<double> out) {
    std::size_t i = 0;
    for (; i < in.size() && seen_ < first_; ++i) {
        const double value = in[i];
        out[i] = kNan;
        if (seen_ == 0 && std::isnan(value)) continue;
        sum_ += value;
        if (++seen_ == first_) smoothing_.start(out[i] = sum_);
    }
    smoothing_.run(in.subspan(i), out.subspan(i));
}

void DirectionalMovement::run(Inputs<2> in, Lines<2> out, std::size_t rows) {
    Block high;
    Block low;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        const auto lines = from_row(out, at);
        high_.shift(from[0], count, high.data());
        low_.shift(from[1], count, low.data());
        each(count, [=, high_before = high.data(), low_before = low.data()](std::size_t i) CT_LOOP {
            const double up = from[0][i] - high_before[i];
            const double down = low_before[i] - from[1][i];
            lines[0][i] = up != up ? up : up > down && up > 0 ? up : 0.0;
            lines[1][i] = down != down ? down : down > up && down > 0 ? down : 0.0;
        });
        plus_.run({lines[0], count}, {lines[0], count});
        minus_.run({lines[1], count}, {lines[1], count});
    });
}

void DirectionalIndicator::run(Inputs<3> in, Lines<2> out, std::size_t rows) {
    Block range;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        const auto lines = from_row(out, at);
        movement_.run({from[0], from[1]}, lines, count);
        range_.run(from, {range.data()}, count);
        range_sum_.run({range.data(), count}, {range.data(), count});
        each(count, [=, wide = range.data()](std::size_t i) CT_LOOP {
            lines[0][i] = wide[i] == 0 ? 0.0 : 100.0 * (lines[0][i] / wide[i]);
            lines[1][i] = wide[i] == 0 ? 0.0 : 100.0 * (lines[1][i] / wide[i]);
        });
        blank_.blank(lines, count);
    });
}

namespace {

/// How far the indicators are apart, over `plus`; below zero where both are 0.
void to_index(double* plus, const double* minus, std::size_t rows) {
    each(rows, [=](std::size_t i) CT_LOOP {
        const double sum = plus[i] + minus[i];
        plus[i] = sum == 0 ? -1.0 : 100.0 * (std::fabs(minus[i] - plus[i]) / sum);
    });
}

}  // namespace

void DirectionalIndex::run(Inputs<3> in, Lines<1> out, std::size_t rows) {
    Block minus;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        double* const index = out[0] + at;
        indicator_.run(from_row(in, at), {index, minus.data()}, count);
        to_index(index, minus.data(), count);
        for (std::size_t i = 0; i < count; ++i) {
            if (index[i] < 0) index[i] = last_;
            if (index[i] == index[i]) last_ = index[i];
        }
    });
}

AverageDirectionalIndex::AverageDirectionalIndex(std::size_t period, Style style)
    : period_(period), indicator_(period, style), smoothing_(1.0 / static_cast<double>(period)) {}

void AverageDirectionalIndex::run(Inputs<3> in, Lines<1> out, std::size_t rows) {
    Block plus;
    Block minus;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        indicator_.run(from_row(in, at), {plus.data(), minus.data()}, count);
        to_index(plus.data(), minus.data(), count);
        average(plus.data(), count, out[0] + at);
    });
}

void AverageDirectionalIndex::run(Inputs<3> in, Lines<3> out, std::size_t rows) {
    Block index;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto lines = from_row(out, at);
        indicator_.run(from_row(in, at), {lines[1], lines[2]}, count);
        copy_rows(lines[1], count, index.data());
        to_index(index.data(), lines[2], count);
        average(index.data(), count, lines[0]);
    });
}

void AverageDirectionalIndex::average(const double* index, std::size_t rows, double* out) {
    std::size_t i = 0;
    for (; i < rows && seen_ < period_; ++i) {
        out[i] = kNan;
        if (std::isnan(index[i])) continue;
        if (index[i] > 0) sum_ += index[i];
        if (++seen_ == period_) smoothing_.start(out[i] = average_ = sum_ / static_cast<double>(period_));
    }
    if (std::all_of(index + i, index + rows, [](double value) { return value >= 0; })) {
        smoothing_.run({index + i, rows - i}, {out + i, rows - i});
        if (i < rows) average_ = out[rows - 1];
        return;
    }
    for (; i < rows; ++i) {
        if (index[i] >= 0) smoothing_.run({index + i, 1}, {&average_, 1});
        out[i] = average_;
    }
}

void DirectionalRating::run(Inputs<3> in, Lines<1> out, std::size_t rows) {
    Block average;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        double* const line = out[0] + at;
        average_.run(from_row(in, at), Lines<1>{average.data()}, count);
        delay_.run({average.data(), count}, {line, count});
        each(count, [=, now = average.data()](std::size_t i) CT_LOOP { line[i] = (now[i] + line[i]) / 2.0; });
    });
}

void DirectionalSystem::run(Inputs<3> in, Lines<4> out, std::size_t rows) {
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto lines = from_row(out, at);
        average_.run(from_row(in, at), Lines<3>{lines[0], lines[2], lines[3]}, count);
        delay_.run({lines[0], count}, {lines[1], count});
        each(count, [=](std::size_t i) CT_LOOP { lines[1][i] = (lines[0][i] + lines[1][i]) / 2.0; });
        blank_.blank(lines, count);
    });
}

}  // namespace ct::indicators

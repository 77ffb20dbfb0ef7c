// Moving averages: dema, hma, kama, t3, tema, trima, wma, zlema.

#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <span>

#include "ct/core/simd.hpp"
#include "ct/indicators/dema.hpp"
#include "ct/indicators/ema.hpp"
#include "ct/indicators/hma.hpp"
#include "ct/indicators/kama.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/style.hpp"
#include "ct/indicators/t3.hpp"
#include "ct/indicators/tema.hpp"
#include "ct/indicators/trima.hpp"
#include "ct/indicators/wma.hpp"
#include "ct/indicators/zlema.hpp"

namespace ct::indicators {

void Wma::run(std::span<const double> in, std::span<double> out) {
    const double above = static_cast<double>(period()) + 1.0;
    const double share = 2.0 / (static_cast<double>(period()) * above);
    sums_.run(in, [=](std::size_t at, std::size_t rows, auto prefixes, auto suffixes) {
        each(rows, [=, sum = prefixes[0], sums = prefixes[1], before = suffixes[0], line = out.data() + at](
                       std::size_t i) CT_LOOP { line[i] = (above * sum[i] - sums[i] + before[i]) * share; });
    });
}

void Dema::run(std::span<const double> in, std::span<double> out) {
    Block once;
    Block twice;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        first_.run(in.subspan(at, rows), {once.data(), rows});
        second_.run({once.data(), rows}, {twice.data(), rows});
        each(rows, [e1 = once.data(), e2 = twice.data(), result = out.data() + at](std::size_t i)
                       CT_LOOP { result[i] = 2.0 * e1[i] - e2[i]; });
    });
}

void Tema::run(std::span<const double> in, std::span<double> out) {
    Block once;
    Block twice;
    Block thrice;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        first_.run(in.subspan(at, rows), {once.data(), rows});
        second_.run({once.data(), rows}, {twice.data(), rows});
        third_.run({twice.data(), rows}, {thrice.data(), rows});
        each(rows, [e1 = once.data(), e2 = twice.data(), e3 = thrice.data(), result = out.data() + at](std::size_t i)
                       CT_LOOP { result[i] = 3.0 * (e1[i] - e2[i]) + e3[i]; });
    });
}

T3::T3(std::size_t period, double volume_factor)
    : averages_{Ema(period), Ema(period), Ema(period), Ema(period), Ema(period), Ema(period)} {
    const double v = volume_factor;
    const double square = v * v;
    const double cube = square * v;
    factors_ = {1.0 + 3.0 * (v + square) + cube, -3.0 * (v + 2.0 * square + cube), 3.0 * (square + cube), -cube};
}

void T3::run(std::span<const double> in, std::span<double> out) {
    std::array<Block, 4> stages;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        averages_[0].run(in.subspan(at, rows), {stages[0].data(), rows});
        averages_[1].run({stages[0].data(), rows}, {stages[0].data(), rows});
        averages_[2].run({stages[0].data(), rows}, {stages[0].data(), rows});
        for (std::size_t k = 1; k < stages.size(); ++k) {
            averages_[k + 2].run({stages[k - 1].data(), rows}, {stages[k].data(), rows});
        }
        each(rows, [f = factors_, e3 = stages[0].data(), e4 = stages[1].data(), e5 = stages[2].data(),
                    e6 = stages[3].data(), result = out.data() + at](std::size_t i)
                       CT_LOOP { result[i] = f[3] * e6[i] + f[2] * e5[i] + f[1] * e4[i] + f[0] * e3[i]; });
    });
}

void Trima::run(std::span<const double> in, std::span<double> out) {
    Block once;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        first_.run(in.subspan(at, rows), {once.data(), rows});
        second_.run({once.data(), rows}, out.subspan(at, rows));
    });
}

void Hma::run(std::span<const double> in, std::span<double> out) {
    Block half;
    Block whole;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        half_.run(in.subspan(at, rows), {half.data(), rows});
        whole_.run(in.subspan(at, rows), {whole.data(), rows});
        each(rows,
             [fast = half.data(), slow = whole.data()](std::size_t i) CT_LOOP { fast[i] = 2.0 * fast[i] - slow[i]; });
        smooth_.run({half.data(), rows}, out.subspan(at, rows));
    });
}

void Zlema::run(std::span<const double> in, std::span<double> out) {
    Block old;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        delay_.run(in.subspan(at, rows), {old.data(), rows});
        each(rows, [before = old.data(), now = in.data() + at](std::size_t i)
                       CT_LOOP { before[i] = 2.0 * now[i] - before[i]; });
        average_.run({old.data(), rows}, out.subspan(at, rows));
    });
}

Kama::Kama(std::size_t period, std::size_t fast, std::size_t slow, Style style)
    : period_(period),
      style_(style),
      fast_(2.0 / (static_cast<double>(fast) + 1.0)),
      slow_(2.0 / (static_cast<double>(slow) + 1.0)),
      previous_(kNan),
      delay_(period),
      steps_(period) {
    assert(fast >= 1 && slow >= 1);
}

void Kama::run(std::span<const double> in, std::span<double> out) {
    Block keeps;  // what is left of the average, and what the value adds to it
    Block adds;
    Block steps;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        const double* const now = in.data() + at;
        const double last = now[rows - 1];
        delay_.run({now, rows}, {keeps.data(), rows});
        adds[0] = std::fabs(now[0] - previous_);
        each(rows - 1,
             [=, step = adds.data() + 1](std::size_t i) CT_LOOP { step[i] = std::fabs(now[i + 1] - now[i]); });
        steps_.run({adds.data(), rows}, {steps.data(), rows});
        each(rows, [=, fast = fast_, slow = slow_, way = steps.data(), keep = keeps.data(),
                    add = adds.data()](std::size_t i) CT_LOOP {
            const double net = now[i] - keep[i];
            // As TA-Lib: a fall along a straight line, and no movement at all, are as efficient as can be.
            const double ratio = way[i] <= net || way[i] == 0 ? 1.0 : std::fabs(net / way[i]);
            const double root = ratio * (fast - slow) + slow;
            const double taken = root * root;
            keep[i] = 1.0 - taken;
            add[i] = taken * now[i];
        });
        const std::size_t i = warm_up({now, rows}, out.subspan(at, rows));
        average_.run(keeps.data() + i, adds.data() + i, rows - i, out.data() + at + i);
        previous_ = last;
    });
}

/// Returns how many values it took: those before the first that moves the average.
std::size_t Kama::warm_up(std::span<const double> in, std::span<double> out) {
    std::size_t i = 0;
    for (; i < in.size() && seen_ < period_; ++i) {
        const double value = in[i];
        if (seen_ > 0) sum_ += value;
        seen_ += std::isnan(value) ? 0U : 1U;
        average_.start(value);
        out[i] = kNan;
    }
    if (i < in.size() && seen_ == period_ && style_ == Style::kBacktrader) {
        ++seen_;
        out[i] = (sum_ + in[i]) / static_cast<double>(period_);
        average_.start(out[i]);
        ++i;
    }
    return i;
}

}  // namespace ct::indicators

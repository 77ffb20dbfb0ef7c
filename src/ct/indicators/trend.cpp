#include "ct/indicators/trend.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>

#include "ct/core/simd.hpp"
#include "ct/indicators/folds.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/previous.hpp"
#include "ct/indicators/style.hpp"

namespace ct::indicators {

void Coppock::run(std::span<const double> in, std::span<double> out) {
    Block first;
    Block second;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        first_.run(in.subspan(at, rows), {first.data(), rows});
        second_.run(in.subspan(at, rows), {second.data(), rows});
        each(rows, [a = first.data(), b = second.data()](std::size_t i) CT_LOOP { a[i] += b[i]; });
        average_.run({first.data(), rows}, out.subspan(at, rows));
    });
}

DetrendedPrice::DetrendedPrice(std::size_t period, Style style)
    : style_(style), delay_(style == Style::kTaLib ? period / 2 + 1 : (period + 1) / 2 - 1), mean_(period) {}

void PrettyGood::run(Inputs<3> in, Lines<1> out, std::size_t rows) {
    Block mean;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        double* const line = out[0] + at;
        mean_.run({from[2], count}, {mean.data(), count});
        range_.run(from, {line}, count);
        each(count, [=, close = from[2], middle = mean.data()](std::size_t i)
                        CT_LOOP { line[i] = line[i] == 0 ? 0.0 : (close[i] - middle[i]) / line[i]; });
    });
}

std::size_t DetrendedPrice::lead_in() const {
    if (style_ == Style::kBacktrader) return mean_.lead_in() + delay_.lead_in();
    return std::max(delay_.lead_in(), mean_.lead_in());
}

void DetrendedPrice::run(std::span<const double> in, std::span<double> out) {
    Block mean;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        const auto values = in.subspan(at, rows);
        const auto line = out.subspan(at, rows);
        mean_.run(values, {mean.data(), rows});
        if (style_ == Style::kTaLib) {
            delay_.run(values, line);
            each(rows, [a = mean.data(), to = line.data()](std::size_t i) CT_LOOP { to[i] -= a[i]; });
        } else {
            delay_.run({mean.data(), rows}, line);
            each(rows, [now = values.data(), to = line.data()](std::size_t i) CT_LOOP { to[i] = now[i] - to[i]; });
        }
    });
}

namespace {

/// The size of each step from value to value.
void step_sizes(Previous& before, const double* values, std::size_t rows, double* sizes) {
    before.shift(values, rows, sizes);
    each(rows, [=](std::size_t i) CT_LOOP { sizes[i] = std::fabs(values[i] - sizes[i]); });
}

}  // namespace

void EfficiencyRatio::run(std::span<const double> in, std::span<double> out) {
    Block old;
    Block steps;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        step_sizes(before_, in.data() + at, rows, steps.data());
        steps_.run({steps.data(), rows}, {steps.data(), rows});
        delay_.run(in.subspan(at, rows), {old.data(), rows});
        each(rows,
             [now = in.data() + at, before = old.data(), way = steps.data(), line = out.data() + at](std::size_t i)
                 CT_LOOP { line[i] = way[i] == 0 ? 1.0 : std::fabs(now[i] - before[i]) / way[i]; });
    });
}

void ElderRay::run(Inputs<3> in, Lines<2> out, std::size_t rows) {
    Block average;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        const auto lines = from_row(out, at);
        average_.run({from[2], count}, {average.data(), count});
        each(count, [=, middle = average.data()](std::size_t i) CT_LOOP {
            lines[0][i] = from[0][i] - middle[i];
            lines[1][i] = from[1][i] - middle[i];
        });
    });
}

void ForecastOscillator::run(std::span<const double> in, std::span<double> out) {
    Block forecast;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        double* const line = out.data() + at;
        line_.run(in.subspan(at, rows), {forecast.data(), rows});
        before_.shift(forecast.data(), rows, line);
        each(rows, [=, now = in.data() + at](std::size_t i) CT_LOOP {
            const double miss = now[i] - line[i];
            line[i] = now[i] == 0 && miss == miss ? 0.0 : 100.0 * miss / now[i];
        });
    });
}

void Qstick::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    Block body;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        each(count, [from = from_row(in, at), height = body.data()](std::size_t i)
                        CT_LOOP { height[i] = from[1][i] - from[0][i]; });
        mean_.run({body.data(), count}, {out[0] + at, count});
    });
}

void VerticalHorizontal::run(std::span<const double> in, std::span<double> out) {
    Block highest;
    Block lowest;
    Block steps;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        const double* const from = in.data() + at;
        range_.run({from, from}, {highest.data(), lowest.data()}, rows);
        step_sizes(before_, from, rows, steps.data());
        steps_.run({steps.data(), rows}, {steps.data(), rows});
        each(rows, [high = highest.data(), low = lowest.data(), way = steps.data(), line = out.data() + at](
                       std::size_t i) CT_LOOP { line[i] = way[i] == 0 ? 0.0 : (high[i] - low[i]) / way[i]; });
    });
}

void Vortex::run(Inputs<3> in, Lines<2> out, std::size_t rows) {
    Block plus;
    Block minus;
    Block range;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        low_.shift(from[1], count, plus.data());
        high_.shift(from[0], count, minus.data());
        range_.run(from, {range.data()}, count);
        each(count, [=, up = plus.data(), down = minus.data()](std::size_t i) CT_LOOP {
            up[i] = std::fabs(from[0][i] - up[i]);
            down[i] = std::fabs(from[1][i] - down[i]);
        });
        window_.run({plus.data(), minus.data(), range.data()}, count,
                    [&](std::size_t first, std::size_t part, auto parts) {
                        each(part, [=, lines = from_row(out, at + first)](std::size_t i) CT_LOOP {
                            const double wide = parts[2][i];
                            lines[0][i] = wide == 0 ? 0.0 : parts[0][i] / wide;
                            lines[1][i] = wide == 0 ? 0.0 : parts[1][i] / wide;
                        });
                    });
    });
}

void WilliamsAccumulation::run(Inputs<3> in, Lines<1> out, std::size_t rows) {
    if (rows == 0) return;
    double* const line = out[0];
    close_.shift(in[2], rows, line);
    each(rows, [=](std::size_t i) CT_LOOP {
        const double before = line[i];
        const double low = in[1][i] < before ? in[1][i] : before;
        const double high = in[0][i] > before ? in[0][i] : before;
        line[i] = in[2][i] > before ? in[2][i] - low : in[2][i] < before ? in[2][i] - high : 0.0;
    });
    sum_.run(line, rows, line);
}

void AwesomeOscillator::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    Block middle;
    Block slow;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        double* const line = out[0] + at;
        each(count, [from = from_row(in, at), price = middle.data()](std::size_t i)
                        CT_LOOP { price[i] = (from[0][i] + from[1][i]) / 2.0; });
        fast_.run({middle.data(), count}, {line, count});
        slow_.run({middle.data(), count}, {slow.data(), count});
        each(count, [=, mean = slow.data()](std::size_t i) CT_LOOP { line[i] -= mean[i]; });
    });
}

void AccelerationOscillator::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    Block mean;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        double* const line = out[0] + at;
        awesome_.run(from_row(in, at), {line}, count);
        mean_.run({line, count}, {mean.data(), count});
        each(count, [=, signal = mean.data()](std::size_t i) CT_LOOP { line[i] -= signal[i]; });
    });
}

Fractal::Fractal(std::size_t left, std::size_t right)
    : left_(left), right_(right), high_(left + right), low_(left + right), blank_(left + right) {}

void Fractal::run(Inputs<2> in, Lines<2> out, std::size_t rows) {
    const std::size_t right = right_;
    const std::size_t span = left_ + right_;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const double* const high = high_.append({in[0] + at, count});
        const double* const low = low_.append({in[1] + at, count});
        const auto lines = from_row(out, at);
        simd([=]() CT_LOOP {
            // The extremes of the others go to the lines first.
            for (std::size_t i = 0; i < count; ++i) {
                lines[0][i] = -std::numeric_limits<double>::infinity();
                lines[1][i] = std::numeric_limits<double>::infinity();
            }
            for (std::size_t back = 0; back <= span; ++back) {
                if (back == right) continue;
                const double* const other_high = high - back;
                const double* const other_low = low - back;
                for (std::size_t i = 0; i < count; ++i) {
                    lines[0][i] = higher(lines[0][i], other_high[i]);
                    lines[1][i] = lower(lines[1][i], other_low[i]);
                }
            }
            for (std::size_t i = 0; i < count; ++i) {
                const double above = high[i - right] - lines[0][i];
                const double below = lines[1][i] - low[i - right];
                lines[0][i] = above != above ? above : above > 0 ? 100.0 : 0.0;
                lines[1][i] = below != below ? below : below > 0 ? 100.0 : 0.0;
            }
        });
        blank_.blank(lines, count);
    });
}

namespace {

void widths(Inputs<2> in, std::size_t rows, double* out) {
    each(rows, [=](std::size_t i) CT_LOOP { out[i] = in[0][i] - in[1][i]; });
}

}  // namespace

void AverageDailyRange::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    Block width;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        widths(from_row(in, at), count, width.data());
        mean_.run({width.data(), count}, {out[0] + at, count});
    });
}

void ChaikinVolatility::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    Block width;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        widths(from_row(in, at), count, width.data());
        average_.run({width.data(), count}, {width.data(), count});
        change_.run({width.data(), count}, {out[0] + at, count});
    });
}

void MassIndex::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    Block once;
    Block twice;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        widths(from_row(in, at), count, once.data());
        once_.run({once.data(), count}, {once.data(), count});
        twice_.run({once.data(), count}, {twice.data(), count});
        each(count,
             [a = once.data(), b = twice.data()](std::size_t i) CT_LOOP { a[i] = b[i] == 0 ? 1.0 : a[i] / b[i]; });
        sum_.run({once.data(), count}, {out[0] + at, count});
    });
}

}  // namespace ct::indicators

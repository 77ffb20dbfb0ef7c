// Oscillators and bands of whole bars: cci, money flows, ultimate oscillator, bands.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "ct/core/simd.hpp"
#include "ct/indicators/average.hpp"
#include "ct/indicators/bands.hpp"
#include "ct/indicators/cci.hpp"
#include "ct/indicators/folds.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/money_flow.hpp"
#include "ct/indicators/ultimate.hpp"
#include "ct/indicators/variance.hpp"
#include "ct/indicators/window_sum.hpp"

namespace ct::indicators {

namespace {

/// Prices that differ by less, relative to their size, are equal but for rounding, as in TA-Lib.
constexpr double kRounding = 1e-14;

/// (high + low + close) / 3, added in that order.
void typical_prices(Inputs<3> in, std::size_t rows, double* out) {
    each(rows, [=](std::size_t i) CT_LOOP { out[i] = (in[0][i] + in[1][i] + in[2][i]) / 3.0; });
}

}  // namespace

void Cci::run(Inputs<3> in, Lines<1> out, std::size_t rows) {
    Block typical;
    Block mean;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        double* const line = out[0] + at;
        typical_prices(from_row(in, at), count, typical.data());
        deviation_.run({typical.data()}, {mean.data(), line}, count);
        each(count, [=, price = typical.data(), middle = mean.data(), factor = factor_](std::size_t i) CT_LOOP {
            const double distance = price[i] - middle[i];
            const bool flat = (distance == 0 && line[i] == line[i]) || line[i] <= kRounding * std::fabs(middle[i]);
            line[i] = flat ? 0.0 : distance / (factor * line[i]);
        });
    });
}

void MoneyFlowIndex::run(Inputs<4> in, Lines<1> out, std::size_t rows) {
    Block typical;
    Block rises;
    Block falls;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        typical_prices({from[0], from[1], from[2]}, count, typical.data());
        typical_.shift(typical.data(), count, rises.data());
        each(count,
             [price = typical.data(), up = rises.data(), down = falls.data(), volume = from[3]](std::size_t i) CT_LOOP {
                 const double before = up[i];
                 const double flow = price[i] * volume[i];
                 const double change = price[i] - before;
                 const double least = kRounding * std::fabs(price[i] + before);
                 const double missing = (change - change) + (flow - flow);  // 0, or NaN
                 up[i] = change > least ? flow : missing;
                 down[i] = change < -least ? flow : missing;
             });
        window_.run({rises.data(), falls.data()}, count, [&](std::size_t first, std::size_t part, auto parts) {
            each(part, [=, line = out[0] + at + first](std::size_t i) CT_LOOP {
                const double up = parts[0][i];
                const double both = up + parts[1][i];
                line[i] = both == 0 ? 0.0 : 100.0 * (up / both);
            });
        });
    });
}

void ChaikinMoneyFlow::run(Inputs<4> in, Lines<1> out, std::size_t rows) {
    Block flow;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        each(count, [=, line = flow.data()](std::size_t i) CT_LOOP {
            const double width = from[0][i] - from[1][i];
            const double place = ((from[2][i] - from[1][i]) - (from[0][i] - from[2][i])) / width;
            line[i] = width > 0 ? place * from[3][i] : width != width ? width : 0.0;
        });
        window_.run({flow.data(), from[3]}, count, [&](std::size_t first, std::size_t part, auto parts) {
            each(part, [=, line = out[0] + at + first](std::size_t i) CT_LOOP {
                const double volume = parts[1][i];
                line[i] = volume == 0 ? 0.0 : parts[0][i] / volume;
            });
        });
    });
}

UltimateOscillator::UltimateOscillator(std::size_t first, std::size_t second, std::size_t third)
    : pressure_{WindowSum(1), WindowSum(1), WindowSum(1)},
      range_(pressure_),
      lead_in_(std::max({first, second, third})) {
    std::array periods = {first, second, third};
    std::sort(periods.begin(), periods.end());
    for (std::size_t k = 0; k < periods.size(); ++k) pressure_[k] = range_[k] = WindowSum(periods[k]);
}

void UltimateOscillator::run(Inputs<3> in, Lines<1> out, std::size_t rows) {
    Block pressure;
    Block range;
    std::array<Block, 3> pressures;
    std::array<Block, 3> ranges;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        close_.shift(from[2], count, range.data());
        each(count, [=, bought = pressure.data(), wide = range.data()](std::size_t i) CT_LOOP {
            const double before = wide[i];
            const double low = lower(before, from[1][i]);
            bought[i] = from[2][i] - low;
            wide[i] = higher(before, from[0][i]) - low;
        });
        for (std::size_t k = 0; k < pressures.size(); ++k) {
            pressure_[k].run({pressure.data(), count}, {pressures[k].data(), count});
            range_[k].run({range.data(), count}, {ranges[k].data(), count});
        }
        each(count, [a = pressures[0].data(), b = pressures[1].data(), c = pressures[2].data(), x = ranges[0].data(),
                     y = ranges[1].data(), z = ranges[2].data(), line = out[0] + at](std::size_t i) CT_LOOP {
            const double first = x[i] == 0 ? 0.0 : 4.0 * (a[i] / x[i]);
            const double second = y[i] == 0 ? 0.0 : 2.0 * (b[i] / y[i]);
            const double third = z[i] == 0 ? 0.0 : c[i] / z[i];
            line[i] = 100.0 * ((first + second + third) / 7.0);
        });
        lead_in_.blank(from_row(out, at), count);
    });
}

BollingerBands::BollingerBands(std::size_t period, double up, double down, AverageKind kind, Deviation deviation)
    : average_(kind, period),
      deviation_(period, 1.0, deviation),
      up_(up),
      down_(down),
      lead_in_(std::max(average_.lead_in(), deviation_.lead_in())) {}

void BollingerBands::run(Inputs<1> in, Lines<3> out, std::size_t rows) {
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto lines = from_row(out, at);
        average_.run({in[0] + at, count}, {lines[1], count});
        deviation_.run({in[0] + at, count}, {lines[0], count});
        each(count, [=, up = up_, down = down_](std::size_t i) CT_LOOP {
            const double deviation = lines[0][i];
            lines[0][i] = lines[1][i] + up * deviation;
            lines[2][i] = lines[1][i] - down * deviation;
        });
        lead_in_.blank(lines, count);
    });
}

void BollingerPercent::run(Inputs<1> in, Lines<4> out, std::size_t rows) {
    bands_.run(in, {out[0], out[1], out[2]}, rows);
    each(rows, [=](std::size_t i) CT_LOOP {
        const double width = out[0][i] - out[2][i];
        out[3][i] = width == 0 ? 0.5 : (in[0][i] - out[2][i]) / width;
    });
}

void AccelerationBands::run(Inputs<3> in, Lines<3> out, std::size_t rows) {
    Block upper;
    Block lower;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        const auto lines = from_row(out, at);
        each(count, [=, high = upper.data(), low = lower.data()](std::size_t i) CT_LOOP {
            const double sum = from[0][i] + from[1][i];
            const double share = sum == 0 ? 0.0 : 4.0 * (from[0][i] - from[1][i]) / sum;
            high[i] = from[0][i] * (1.0 + share);
            low[i] = from[1][i] * (1.0 - share);
        });
        upper_.run({upper.data(), count}, {lines[0], count});
        middle_.run({from[2], count}, {lines[1], count});
        lower_.run({lower.data(), count}, {lines[2], count});
    });
}

void KeltnerChannel::run(Inputs<3> in, Lines<3> out, std::size_t rows) {
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        const auto lines = from_row(out, at);
        typical_prices(from, count, lines[1]);
        average_.run({lines[1], count}, {lines[1], count});
        range_.run(from, Lines<1>{lines[0]}, count);
        each(count, [=, width = width_](std::size_t i) CT_LOOP {
            const double distance = width * lines[0][i];
            lines[0][i] = lines[1][i] + distance;
            lines[2][i] = lines[1][i] - distance;
        });
    });
}

}  // namespace ct::indicators

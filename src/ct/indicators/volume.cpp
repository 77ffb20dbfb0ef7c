#include "ct/indicators/volume.hpp"

#include <cstddef>
#include <span>

#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

void AccumulationDistribution::run(Inputs<4> in, Lines<1> out, std::size_t rows) {
    each(rows, [=](std::size_t i) CT_LOOP {
        const double width = in[0][i] - in[1][i];
        const double place = ((in[2][i] - in[1][i]) - (in[0][i] - in[2][i])) / width;
        const double flow = place * in[3][i];
        out[0][i] = width > 0 ? flow : 0.0;
    });
    sum_.run(out[0], rows, out[0]);
}

void ChaikinOscillator::run(Inputs<4> in, Lines<1> out, std::size_t rows) {
    Block fast;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        double* const line = out[0] + at;
        line_.run(from_row(in, at), {line}, count);
        fast_.run({line, count}, {fast.data(), count});
        slow_.run({line, count}, {line, count});
        each(count, [=, quick = fast.data()](std::size_t i) CT_LOOP { line[i] = quick[i] - line[i]; });
    });
}

void OnBalanceVolume::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    if (rows == 0) return;
    double* const line = out[0];
    close_.shift(in[0], rows, line);
    each(rows, [=](std::size_t i) CT_LOOP {
        const double before = line[i];
        const double volume = in[1][i];
        const double fall = in[0][i] < before ? -volume : 0.0;
        line[i] = in[0][i] > before || before != before ? volume : fall;
    });
    sum_.run(line, rows, line);
}

void VolumeIndex::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    Block before;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        double* const line = out[0] + at;
        volume_.shift(from[1], count, before.data());
        close_.shift(from[0], count, line);
        each(count, [=, volume = before.data(), sign = kind_ == VolumeIndexKind::kNegative ? 1.0 : -1.0](std::size_t i)
                        CT_LOOP {
                            const double growth = from[0][i] / line[i];
                            const bool follows = sign * from[1][i] < sign * volume[i];
                            line[i] = follows && line[i] != 0 ? growth : 1.0;
                        });
        double index = index_;
        for (std::size_t i = 0; i < count; ++i) line[i] = index *= line[i];
        index_ = index;
    });
}

void PriceVolumeTrend::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    if (rows == 0) return;
    double* const line = out[0];
    close_.shift(in[0], rows, line);
    each(rows, [=](std::size_t i) CT_LOOP {
        const double before = line[i];
        const double moved = in[1][i] * (in[0][i] - before) / before;
        line[i] = before != before || before == 0 ? 0.0 : moved;
    });
    sum_.run(line, rows, line);
}

void ForceIndex::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    if (rows == 0) return;
    double* const line = out[0];
    close_.shift(in[0], rows, line);
    each(rows, [=](std::size_t i) CT_LOOP { line[i] = (in[0][i] - line[i]) * in[1][i]; });
    average_.run({line, rows}, {line, rows});
}

void RelativeVolume::run(std::span<const double> in, std::span<double> out) {
    Block mean;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        double* const line = out.data() + at;
        mean_.run(in.subspan(at, rows), {mean.data(), rows});
        before_.shift(mean.data(), rows, line);
        each(rows, [=, volume = in.data() + at](std::size_t i) CT_LOOP { line[i] = volume[i] / line[i]; });
    });
}

void CumulativeVwap::run(Inputs<4> in, Lines<1> out, std::size_t rows) {
    Block volume;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        double* const line = out[0] + at;
        each(count,
             [=](std::size_t i) CT_LOOP { line[i] = (from[0][i] + from[1][i] + from[2][i]) / 3.0 * from[3][i]; });
        notional_.run(line, count, line);
        volume_.run(from[3], count, volume.data());
        each(count, [=, traded = volume.data()](std::size_t i)
                        CT_LOOP { line[i] = traded[i] == 0 ? 0.0 : line[i] / traded[i]; });
    });
}

void Vwma::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    if (window_.lead_in() == 0) {  // as TA-Lib: the value itself, traded or not
        each(rows, [=](std::size_t i) CT_LOOP { out[0][i] = in[0][i] + (in[1][i] - in[1][i]); });
        return;
    }
    Block notional;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        each(count, [=, traded = notional.data()](std::size_t i) CT_LOOP { traded[i] = from[0][i] * from[1][i]; });
        window_.run({notional.data(), from[1]}, count, [&](std::size_t first, std::size_t part, auto parts) {
            each(part, [=, line = out[0] + at + first](std::size_t i) CT_LOOP { line[i] = parts[0][i] / parts[1][i]; });
        });
    });
}

void Vwap::run(Inputs<4> in, Lines<1> out, std::size_t rows) {
    Block typical;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        each(count, [=, price = typical.data()](std::size_t i)
                        CT_LOOP { price[i] = (from[0][i] + from[1][i] + from[2][i]) / 3.0; });
        average_.run({typical.data(), from[3]}, {out[0] + at}, count);
    });
}

}  // namespace ct::indicators

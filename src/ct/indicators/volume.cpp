#include "ct/indicators/volume.hpp"

#include <cstddef>
#include <span>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

void AccumulationDistribution::run(Inputs<4> in, Lines<1> out, std::size_t rows) {
    each(rows, [=](std::size_t i) CT_LOOP {
        const double width = in[0][i] - in[1][i];
        const double place = ((in[2][i] - in[1][i]) - (in[0][i] - in[2][i])) / width;
        out[0][i] = width > 0 ? place * in[3][i] : 0.0;
    });
    for (std::size_t i = 0; i < rows; ++i) out[0][i] = sum_ += out[0][i];
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
    for (std::size_t i = 0; i < rows; ++i) {
        const double close = in[0][i];
        const double volume = in[1][i];
        const bool falls = close < close_;
        const bool rises = close > close_ || close_ != close_;
        sum_ += rises ? volume : falls ? -volume : 0.0;
        close_ = close;
        out[0][i] = sum_;
    }
}

void VolumeIndex::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    for (std::size_t i = 0; i < rows; ++i) {
        const double close = in[0][i];
        const double volume = in[1][i];
        const bool follows = kind_ == VolumeIndexKind::kNegative ? volume < volume_ : volume > volume_;
        if (follows && close_ != 0) index_ += index_ * (close - close_) / close_;
        close_ = close;
        volume_ = volume;
        out[0][i] = index_;
    }
}

void PriceVolumeTrend::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    if (rows == 0) return;
    double* const line = out[0];
    close_.shift(in[0], rows, line);
    each(rows, [=](std::size_t i) CT_LOOP {
        const double before = line[i];
        line[i] = before != before || before == 0 ? 0.0 : in[1][i] * (in[0][i] - before) / before;
    });
    for (std::size_t i = 0; i < rows; ++i) line[i] = sum_ += line[i];
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
    for (std::size_t i = 0; i < rows; ++i) {
        const double typical = (in[0][i] + in[1][i] + in[2][i]) / 3.0;
        notional_ += typical * in[3][i];
        volume_ += in[3][i];
        out[0][i] = volume_ == 0 ? 0.0 : notional_ / volume_;
    }
}

void Vwma::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    Block notional;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        each(count, [=, traded = notional.data()](std::size_t i) CT_LOOP { traded[i] = from[0][i] * from[1][i]; });
        window_.run({notional.data(), from[1]}, count, [&](std::size_t first, std::size_t part, auto parts) {
            each(part, [=, line = out[0] + at + first](std::size_t i) CT_LOOP { line[i] = parts[0][i] / parts[1][i]; });
        });
    });
}

}  // namespace ct::indicators

#include "ct/indicators/pattern.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "ct/core/bits.hpp"
#include "ct/core/simd.hpp"
#include "ct/indicators/candle.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

namespace {

constexpr std::size_t kPast = CandleBlock::kPast;

/// Puts the mean of the `Period` features before each place to it, from a place on.
template <std::size_t Period, class Feature>
void write_means(const CandleBlock& block, std::size_t begin, std::size_t end, double* means, const Feature& feature) {
    CandleBlock::Column pairs;
    const auto at = [=, &block](std::size_t place) CT_LOOP { return feature(Candle(&block, place)); };
    const std::size_t first = begin - Period;
    each(end - first - 1, [=, to = pairs.data() + first](std::size_t i)
                          CT_LOOP { to[i] = at(first + i) + at(first + i + 1); });
    each(end - begin, [=, from = pairs.data() + first, to = means + begin](std::size_t i) CT_LOOP {
        double sum = from[i];
        for (std::size_t k = 2; k + 1 < Period; k += 2) sum += from[i + k];
        if (Period % 2 == 1) sum += at(begin + i - 1);
        to[i] = sum / static_cast<double>(Period);
    });
}

}  // namespace

Pattern::Pattern(const PatternShape& shape, double penetration)
    : shape_(shape), penetration_(penetration), blank_(shape.lead_in) {
    assert(shape.lead_in <= kPast);
}

void Pattern::run(Inputs<4> in, Lines<1> out, std::size_t rows) {
    CandleBlock block;
    std::size_t count = 0;
    for (std::size_t at = 0; at < rows; at += count) {
        count = std::min(CandleBlock::kRows, rows - at);
        double* const line = out[0] + at;
        const bool finite = take(block, from_row(in, at), count);
        measure(block, count);
        shape_.mark(block, penetration_, count, line);
        if (!finite) {
            clear(block, count, line);
        } else if (finite_ < shape_.lead_in) {
            std::fill_n(line, std::min(count, shape_.lead_in - finite_), 0.0);
            finite_ = std::min(finite_ + count, shape_.lead_in);
        }
        blank_.blank(Lines<1>{line}, count);
    }
}

/// Puts candles behind those before them. Returns whether all are finite.
bool Pattern::take(CandleBlock& block, const Inputs<4>& in, std::size_t rows) {
    Lines<CandleBlock::kPrices> to;
    for (std::size_t k = 0; k < to.size(); ++k) {
        std::copy_n(past_[k].data(), kPast, block.prices[k].data());
        to[k] = block.prices[k].data() + kPast;
    }
    std::uint64_t missing = 0;
    simd([=, &missing]() CT_LOOP {
        std::uint64_t any = 0;
        CT_INDEPENDENT
        for (std::size_t i = 0; i < rows; ++i) {
            const double open = in[0][i];
            const double high = in[1][i];
            const double low = in[2][i];
            const double close = in[3][i];
            to[0][i] = open;
            to[1][i] = high;
            to[2][i] = low;
            to[3][i] = close;
            to[4][i] = close >= open ? close : open;
            to[5][i] = close >= open ? open : close;
            // 0, whose bits are all 0, or NaN
            any |= bit_cast<std::uint64_t>((open - open) + (high - high) + (low - low) + (close - close));
        }
        missing = any;
    });
    for (std::size_t k = 0; k < to.size(); ++k) std::copy_n(block.prices[k].data() + rows, kPast, past_[k].data());
    return missing == 0;
}

/// Writes the means that the pattern asks for, of the new candles and those that it looks back at.
void Pattern::measure(CandleBlock& block, std::size_t rows) const {
    const std::size_t begin = kPast + 1 - shape_.candles;
    const std::size_t end = kPast + rows;
    if ((shape_.means & kBodyMean) != 0) {
        write_means<kLongMeanPeriod>(block, begin, end, block.body_mean.data(),
                                     [](Candle candle) CT_LOOP { return candle.body(); });
    }
    if ((shape_.means & kRangeMean) != 0) {
        write_means<kLongMeanPeriod>(block, begin, end, block.range_mean.data(),
                                     [](Candle candle) CT_LOOP { return candle.range(); });
    }
    if ((shape_.means & kShadowMean) != 0) {
        write_means<kLongMeanPeriod>(block, begin, end, block.shadow_mean.data(), [](Candle candle) CT_LOOP {
            return candle.upper_shadow() + candle.lower_shadow();
        });
    }
    if ((shape_.means & kTightMean) != 0) {
        write_means<kTightMeanPeriod>(block, begin, end, block.tight_mean.data(),
                                      [](Candle candle) CT_LOOP { return candle.range(); });
    }
}

/// Takes the marks back that rest on a NaN or an infinity.
void Pattern::clear(const CandleBlock& block, std::size_t rows, double* line) {
    for (std::size_t i = 0; i < rows; ++i) {
        const bool finite = std::all_of(block.prices.begin(), block.prices.begin() + kInputs,
                                        [&](const auto& column) { return std::isfinite(column[kPast + i]); });
        if (!finite || finite_ < shape_.lead_in) line[i] = 0;
        finite_ = finite ? std::min(finite_ + 1, shape_.lead_in) : 0;
    }
}

}  // namespace ct::indicators

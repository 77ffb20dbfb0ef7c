#include "ct/indicators/pattern.hpp"

#include <algorithm>
#include <array>
#include <cassert>
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
    CandleBlock::Column pairs;  // the features of each candle and the next one, added
    const auto at = [=, &block](std::size_t place) CT_LOOP { return feature(Candle(&block, place)); };
    simd([=, pairs = pairs.data()]() CT_LOOP {
        CT_INDEPENDENT
        for (std::size_t place = begin - Period; place + 1 < end; ++place) pairs[place] = at(place) + at(place + 1);
        CT_INDEPENDENT
        for (std::size_t place = begin; place < end; ++place) {
            double sum = Period % 2 == 0 ? 0.0 : at(place - 1);
            for (std::size_t k = 0; k + 1 < Period; k += 2) sum += pairs[place - Period + k];
            means[place] = sum / static_cast<double>(Period);
        }
    });
}

bool all_finite(const Inputs<4>& candles, std::size_t rows) {
    std::uint64_t missing = 0;
    simd([=, &missing]() CT_LOOP {
        const auto [open, high, low, close] = candles;
        std::uint64_t any = 0;
        for (std::size_t i = 0; i < rows; ++i) {
            const double zero = (open[i] - open[i]) + (high[i] - high[i]) + (low[i] - low[i]) + (close[i] - close[i]);
            any |= bit_cast<std::uint64_t>(zero);  // whose bits are all 0, but for NaN
        }
        missing = any;
    });
    return missing == 0;
}

}  // namespace

Pattern::Pattern(const PatternShape& shape, double penetration)
    : shape_(shape), penetration_(penetration), blank_(shape.lead_in) {
    assert(shape.lead_in <= kPast);
}

void Pattern::run(Inputs<4> in, Lines<1> out, std::size_t rows) {
    if (rows == 0) return;
    // The first candles follow those of the last call, all others lie behind those of this one.
    const std::size_t head = std::min(rows, kPast);
    std::array<std::array<double, 2 * kPast>, 4> joint;
    Inputs<4> candles;
    for (std::size_t k = 0; k < in.size(); ++k) {
        copy_rows(past_[k].data(), kPast, joint[k].data());
        copy_rows(in[k], head, joint[k].data() + kPast);
        candles[k] = joint[k].data();
    }
    run_part(candles, head, out[0]);
    std::size_t count = 0;
    for (std::size_t at = head; at < rows; at += count) {
        count = std::min(CandleBlock::kRows, rows - at);
        run_part(from_row(in, at - kPast), count, out[0] + at);
    }
    for (std::size_t k = 0; k < in.size(); ++k)
        copy_rows(rows > head ? in[k] + rows - kPast : joint[k].data() + head, kPast, past_[k].data());
}

/// Marks the rows of candles that stand behind kPast others.
void Pattern::run_part(const Inputs<4>& candles, std::size_t rows, double* line) {
    CandleBlock block;
    block.prices = candles;
    measure(block, rows);
    shape_.mark(block, penetration_, rows, line);
    clear(from_row(candles, kPast), rows, line);
    blank_.blank(Lines<1>{line}, rows);
}

/// Writes the means that the pattern asks for, of the new candles and those that it looks back at.
void Pattern::measure(CandleBlock& block, std::size_t rows) const {
    const std::size_t begin = kPast + 1 - shape_.candles;
    const std::size_t end = kPast + rows;
    simd([=, open = block.prices[0], close = block.prices[3], top = block.top.data(), bottom = block.bottom.data()]()
             CT_LOOP {
                 CT_INDEPENDENT
                 for (std::size_t i = 0; i < end; ++i) {
                     const bool is_white = close[i] >= open[i];
                     top[i] = is_white ? close[i] : open[i];
                     bottom[i] = is_white ? open[i] : close[i];
                 }
             });
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

/// Takes the marks back that rest on a NaN or an infinity, or on what was before the first candle.
void Pattern::clear(const Inputs<4>& candles, std::size_t rows, double* line) {
    if (all_finite(candles, rows)) {
        if (finite_ == shape_.lead_in) return;
        std::fill_n(line, std::min(rows, shape_.lead_in - finite_), 0.0);
        finite_ = std::min(finite_ + rows, shape_.lead_in);
        return;
    }
    for (std::size_t i = 0; i < rows; ++i) {
        const bool finite = all_finite(from_row(candles, i), 1);
        if (!finite || finite_ < shape_.lead_in) line[i] = 0;
        finite_ = finite ? std::min(finite_ + 1, shape_.lead_in) : 0;
    }
}

}  // namespace ct::indicators

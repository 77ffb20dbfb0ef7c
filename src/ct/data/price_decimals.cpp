#include "ct/data/price_decimals.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "ct/core/bar.hpp"
#include "ct/core/decimal.hpp"
#include "ct/core/simd.hpp"

namespace ct::data {

namespace {

/// Values looked at together: a miss among them costs one look at each.
constexpr std::size_t kChunk = 256;

bool fits(double value, double unit) { return std::nearbyint(value * unit) / unit == value; }

bool all_fit(const double* values, std::size_t size, double unit) {
    unsigned misfits = 0;
    simd([=, &misfits]() CT_LOOP {
        unsigned count = 0;
        for (std::size_t i = 0; i < size; ++i) count += std::nearbyint(values[i] * unit) / unit == values[i] ? 0U : 1U;
        misfits = count;
    });
    return misfits == 0;
}

int decimals_of(std::span<const double> values, int decimals) {
    for (std::size_t begin = 0; begin < values.size(); begin += kChunk) {
        const auto chunk = values.subspan(begin, std::min(kChunk, values.size() - begin));
        if (all_fit(chunk.data(), chunk.size(), pow10_double(decimals))) continue;
        for (const double value : chunk) {
            while (decimals <= kMaxDecimals && !fits(value, pow10_double(decimals))) ++decimals;
            if (decimals > kMaxDecimals) return decimals;
        }
    }
    return decimals;
}

}  // namespace

int price_decimals(const BarColumns& bars, int at_least) {
    int decimals = at_least;
    for (const auto column : {bars.open, bars.high, bars.low, bars.close}) {
        decimals = decimals_of(column, decimals);
        if (decimals > kMaxDecimals) break;
    }
    return decimals;
}

}  // namespace ct::data

#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/bits.hpp"

#include "support/random.hpp"

namespace ct::test {

inline constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The chunk sizes that every kernel is run with.
inline constexpr std::size_t kChunks[] = {1, 2, 3, 7, 13, 100, 4096};

/// Runs a kernel over the whole series, so many values at a time.
template <class Kernel>
std::vector<double> run_in_chunks(Kernel kernel, std::span<const double> in, std::size_t chunk) {
    std::vector<double> out(in.size());
    for (std::size_t at = 0; at < in.size(); at += chunk) {
        const std::size_t count = std::min(chunk, in.size() - at);
        kernel.run(in.subspan(at, count), std::span(out).subspan(at, count));
    }
    return out;
}

template <class Kernel>
std::vector<double> run_whole(Kernel kernel, std::span<const double> in) {
    return run_in_chunks(kernel, in, std::max<std::size_t>(in.size(), 1));
}

/// The bits of a double; all NaNs are one.
inline std::uint64_t bits(double value) { return bit_cast<std::uint64_t>(std::isnan(value) ? kNan : value); }

/// The first place where two series differ in their bits, or their size when there is none.
inline std::size_t first_difference(std::span<const double> a, std::span<const double> b) {
    std::size_t at = 0;
    while (at < a.size() && at < b.size() && bits(a[at]) == bits(b[at])) ++at;
    return at;
}

inline void expect_same_bits(std::span<const double> actual, std::span<const double> expected) {
    ASSERT_EQ(actual.size(), expected.size());
    const std::size_t at = first_difference(actual, expected);
    if (at < expected.size()) FAIL() << "at " << at << ": " << actual[at] << " instead of " << expected[at];
}

/// Any chunking must give the bits of one run over all, and of runs of random length.
template <class Kernel>
void expect_chunks_do_not_matter(const Kernel& kernel, std::span<const double> in) {
    const auto whole = run_whole(kernel, in);
    for (const std::size_t chunk : kChunks) {
        SCOPED_TRACE(testing::Message() << "chunk of " << chunk);
        expect_same_bits(run_in_chunks(kernel, in, chunk), whole);
    }
    Random random(1);
    Kernel mixed = kernel;
    std::vector<double> out(in.size());
    for (std::size_t at = 0; at < in.size();) {
        const std::size_t longest = std::min<std::size_t>(in.size() - at, random.once_in(2) ? 10 : 1500);
        const auto count = static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(longest)));
        mixed.run(in.subspan(at, count), std::span(out).subspan(at, count));
        at += count;
    }
    SCOPED_TRACE("chunks of random length");
    expect_same_bits(out, whole);
}

/// Prices with two decimals that wander by up to 0.5 % a step.
inline std::vector<double> price_walk(Random& random, std::size_t rows, double price = 40'000) {
    std::vector<double> prices(rows);
    for (double& value : prices) {
        price = std::max(std::round(price * static_cast<double>(random.between(99'500, 100'503)) / 1'000) / 100, 0.01);
        value = price;
    }
    return prices;
}

/// Any finite doubles: all signs, magnitudes from 1e-300 to 1e300, zeros among them.
inline std::vector<double> wild_values(Random& random, std::size_t rows, int most_exponent = 300) {
    std::vector<double> values(rows);
    for (double& value : values) {
        const auto mantissa = static_cast<double>(random.between(-1'000'000'000'000, 1'000'000'000'000));
        value = random.once_in(9) ? 0.0 : mantissa * std::pow(10.0, random.between(-most_exponent, most_exponent) - 12);
    }
    return values;
}

}  // namespace ct::test

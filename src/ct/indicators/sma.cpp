#include "ct/indicators/sma.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>

#include "ct/core/simd.hpp"
#include "ct/indicators/division.hpp"

namespace ct::indicators {

namespace {

/// Runs below this length are not worth the loops over columns.
constexpr std::size_t kShortRun = 8;

/// Returns whether all sums could be divided by quotient(); the means are right if so.
bool to_means(const double* prefix, const double* suffix, std::size_t rows, Division division, double* means) {
    std::uint64_t inside = Division::kInsideBit;
    simd([=, &inside]() CT_LOOP {
        std::uint64_t all = Division::kInsideBit;
        for (std::size_t i = 0; i < rows; ++i) {
            const double sum = prefix[i] + suffix[i];
            const std::uint64_t any = sum != sum ? Division::kInsideBit : 0;  // what is left of a NaN is one
            all &= Division::inside(sum) | any;
            means[i] = division.quotient(sum);
        }
        inside = all;
    });
    return (inside & Division::kInsideBit) != 0;
}

}  // namespace

void Sma::run(std::span<const double> in, std::span<double> out) {
    assert(in.size() == out.size());
    sums_.run(in, [&](std::size_t at, std::size_t rows, auto prefixes, auto suffixes) {
        double* const means = out.data() + at;
        const double* const prefix = prefixes[0];
        const double* const suffix = suffixes[0];
        if (rows >= kShortRun && to_means(prefix, suffix, rows, division_, means)) return;
        for (std::size_t i = 0; i < rows; ++i) means[i] = division_(prefix[i] + suffix[i]);
    });
}

}  // namespace ct::indicators

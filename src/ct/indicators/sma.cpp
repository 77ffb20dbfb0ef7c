#include "ct/indicators/sma.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>

#include "ct/core/simd.hpp"
#include "ct/indicators/division.hpp"

namespace ct::indicators {

namespace {

/// Returns whether all sums could be divided by quotient(); the means are right if so.
bool to_means(const double* sums, std::size_t rows, Division division, double* means) {
    std::uint64_t inside = Division::kInsideBit;
    simd([=, &inside]() CT_LOOP {
        std::uint64_t all = Division::kInsideBit;
        for (std::size_t i = 0; i < rows; ++i) {
            all &= Division::inside(sums[i]);
            means[i] = division.quotient(sums[i]);
        }
        inside = all;
    });
    return (inside & Division::kInsideBit) != 0;
}

}  // namespace

void Sma::run(std::span<const double> in, std::span<double> out) {
    assert(in.size() == out.size());
    window_.run({in.data()}, in.size(), [&](std::size_t at, std::size_t rows, auto sums) {
        double* const means = out.data() + at;
        if (rows > 1 && to_means(sums[0], rows, division_, means)) return;
        for (std::size_t i = 0; i < rows; ++i) means[i] = division_(sums[0][i]);
    });
}

}  // namespace ct::indicators

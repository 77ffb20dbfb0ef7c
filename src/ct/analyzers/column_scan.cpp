#include "ct/analyzers/column_scan.hpp"

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace ct::analyzers {

namespace {

/// Two doubles compared at once: what every 64-bit target has without asking the CPU.
using Pair = double __attribute__((vector_size(16)));
using PairMask = std::int64_t __attribute__((vector_size(16)));
constexpr std::size_t kPairs = 4;  ///< independent chains, to hide the latency of a comparison
constexpr std::size_t kLanes = 2 * kPairs;

template <class T>
T lesser(T value, T than) {
    return value < than ? value : than;
}

template <class T>
T greater(T value, T than) {
    return value > than ? value : than;
}

Pair load(const double* values) {
    Pair pair;
    std::memcpy(&pair, values, sizeof pair);
    return pair;
}

/// -0 becomes +0; every other value stays.
ValueRange without_negative_zero(double min, double max) { return {min + 0.0, max + 0.0}; }

}  // namespace

ValueRange range_of(std::span<const double> values) {
    if (values.size() < kLanes) return range_of_each(values);
    std::array<Pair, kPairs> least;
    std::array<Pair, kPairs> greatest;
    for (std::size_t k = 0; k < kPairs; ++k) least[k] = greatest[k] = load(values.data() + 2 * k);
    const std::size_t whole = values.size() / kLanes * kLanes;
    for (std::size_t i = kLanes; i < whole; i += kLanes) {
        for (std::size_t k = 0; k < kPairs; ++k) {
            const Pair pair = load(values.data() + i + 2 * k);
            least[k] = lesser(pair, least[k]);
            greatest[k] = greater(pair, greatest[k]);
        }
    }
    for (std::size_t k = 1; k < kPairs; ++k) {
        least[0] = lesser(least[k], least[0]);
        greatest[0] = greater(greatest[k], greatest[0]);
    }
    double min = lesser(least[0][0], least[0][1]);
    double max = greater(greatest[0][0], greatest[0][1]);
    for (const double value : values.subspan(whole)) {
        min = lesser(value, min);
        max = greater(value, max);
    }
    return without_negative_zero(min, max);
}

std::uint64_t count_positive(std::span<const double> values) {
    std::array<PairMask, kPairs> counts{};
    const std::size_t whole = values.size() / kLanes * kLanes;
    for (std::size_t i = 0; i < whole; i += kLanes) {
        for (std::size_t k = 0; k < kPairs; ++k) counts[k] -= load(values.data() + i + 2 * k) > 0.0;  // true is -1
    }
    std::int64_t count = 0;
    for (const PairMask& pair : counts) count += pair[0] + pair[1];
    return static_cast<std::uint64_t>(count) + count_positive_each(values.subspan(whole));
}

ValueRange range_of_each(std::span<const double> values) {
    assert(!values.empty());
    double min = values.front();
    double max = values.front();
    for (const double value : values) {
        min = lesser(value, min);
        max = greater(value, max);
    }
    return without_negative_zero(min, max);
}

std::uint64_t count_positive_each(std::span<const double> values) {
    std::uint64_t count = 0;
    for (const double value : values) count += value > 0 ? 1U : 0U;
    return count;
}

}  // namespace ct::analyzers

#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

#include "ct/core/maths.hpp"

namespace ct {

/// A seeded stream of numbers, the same bits on every platform, which the library's distributions do not promise:
/// splitmix64 (G. Steele, D. Lea and C. Flood, 2014).
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    /// Any 64 bits.
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15U;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    /// From `low` to `high`, both included. Requires: low <= high, and not the whole range of 64 bits.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        const std::uint64_t span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + next() % span);
    }
    /// From 0 to 1, without 1: one of the multiples of 2^-53.
    double unit() { return static_cast<double>(static_cast<std::int64_t>(next() >> 11U)) * 0x1p-53; }
    /// Of the standard normal distribution (G. Box and M. Muller, 1958): mean 0, deviation 1, never beyond +-8.6.
    double normal() {
        const double distance = std::sqrt(-2.0 * maths::log(1.0 - unit()));
        return distance * maths::cos_near(2.0 * std::numbers::pi * unit());
    }

  private:
    std::uint64_t state_;
};

}  // namespace ct

#pragma once

#include <cstdint>

namespace ct::test {

/// splitmix64: small, and the same numbers on every platform.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15U;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    /// From `low` to `high`, both included.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        const std::uint64_t span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + next() % span);
    }
    /// Any 64-bit number, small ones as often as large ones.
    std::int64_t of_any_size() {
        const auto magnitude = static_cast<std::int64_t>(next() >> static_cast<unsigned>(between(1, 63)));
        return once_in(2) ? magnitude : -magnitude - 1;
    }
    /// True once in `times`.
    bool once_in(std::int64_t times) { return between(1, times) == 1; }

  private:
    std::uint64_t state_;
};

}  // namespace ct::test

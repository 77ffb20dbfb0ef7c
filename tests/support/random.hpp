#pragma once

#include <cstdint>

#include "ct/core/random.hpp"

namespace ct::test {

/// Seeded numbers for random tests.
class Random : public ct::Random {
  public:
    using ct::Random::Random;

    /// Any 64-bit number, small ones as often as large ones.
    std::int64_t of_any_size() {
        const auto magnitude = static_cast<std::int64_t>(next() >> static_cast<unsigned>(between(1, 63)));
        return once_in(2) ? magnitude : -magnitude - 1;
    }
    /// True once in `times`.
    bool once_in(std::int64_t times) { return between(1, times) == 1; }
};

}  // namespace ct::test

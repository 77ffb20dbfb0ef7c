#pragma once

#include <cstddef>
#include <cstdint>

#include "ct/core/random.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"

namespace ct::data {

/// Seeded bars for benchmarks and trials, the same on every machine: prices in cents that walk by at most 40.00 a bar
/// and never fall below 1,000.00, volumes of up to 1,000 with three decimals. Integers only, one division a number.
class RandomWalk {
  public:
    static constexpr TimeNs kStartNs = 1'262'304'000 * kNsPerSecond;  ///< 2010-01-01

    explicit RandomWalk(std::uint64_t seed, Timeframe timeframe = {}, TimeNs start_ns = kStartNs)
        : random_(seed), timeframe_(timeframe), open_ns_(timeframe.open_of(start_ns)) {}

    /// The next bars of the walk.
    BarSeries next(std::size_t rows);

  private:
    Random random_;
    Timeframe timeframe_;
    TimeNs open_ns_;
    std::int64_t price_ = 5'000'000;
};

}  // namespace ct::data

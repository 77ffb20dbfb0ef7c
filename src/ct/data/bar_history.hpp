#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "ct/core/bar.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"

namespace ct::data {

/// What is known of a series' bars before they are read. Without rows only `timeframe` counts.
struct BarFacts {
    Timeframe timeframe;
    std::uint64_t rows = 0;
    TimeNs first_ns = 0;        ///< open time of the first bar
    TimeNs last_ns = 0;         ///< open time of the last bar
    double lowest_price = 0;    ///< the lowest low
    double highest_price = 0;   ///< the highest high
    int price_decimals = 0;     ///< the most decimals that an open, high, low or close needs
    std::uint64_t missing = 0;  ///< bars that the grid has between the first and the last and the series has not
    Digest digest;              ///< combine_months() of the months' digests
};

/// Bars of one series that are read once, from the first to the last, in batches: from memory, or from files that are
/// never held whole.
class BarHistory {
  public:
    BarHistory() = default;
    BarHistory(const BarHistory&) = delete;
    BarHistory& operator=(const BarHistory&) = delete;
    virtual ~BarHistory() = default;

    [[nodiscard]] virtual const BarFacts& facts() const = 0;
    /// All the bars, where they lie in memory and stay there for the life of this; then next() need not be called.
    [[nodiscard]] virtual std::optional<BarColumns> whole() const { return std::nullopt; }
    /// The next bars, at least one and at most `most_rows` of them; none at the end. Valid until the next call.
    /// Requires: most_rows > 0. Errors: those of the storage.
    virtual Result<BarColumns> next(std::size_t most_rows) = 0;
};

/// All that a history still gives. Errors: its own.
Result<BarSeries> read_whole(BarHistory& history);

}  // namespace ct::data

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/decimal.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "support/random.hpp"

namespace ct::test {

inline constexpr TimeNs kMinute = 60 * kNsPerSecond;
inline constexpr TimeNs kHour = 60 * kMinute;

inline constexpr Timeframe k1m = Timeframe::fixed(kMinute);
inline constexpr Timeframe k1h = Timeframe::fixed(kHour);
inline constexpr Timeframe k4h = Timeframe::fixed(4 * kHour);
inline constexpr Timeframe k1d = Timeframe::fixed(kNsPerDay);

/// The four prices of a bar as counts on the instrument's grid.
struct Ohlc {
    std::int64_t open = 0;
    std::int64_t high = 0;
    std::int64_t low = 0;
    std::int64_t close = 0;
};

/// A bar that opens, stays and closes at one price.
constexpr Ohlc flat(std::int64_t price) { return {price, price, price, price}; }

/// Columns of bars, owned and built row by row from counts of 10^-price_decimals.
class BarTable {
  public:
    explicit BarTable(Timeframe timeframe, int price_decimals = 0)
        : timeframe_(timeframe), price_decimals_(price_decimals) {}
    /// One bar after the other from `first_ns` on.
    BarTable(Timeframe timeframe, TimeNs first_ns, std::initializer_list<Ohlc> bars, int price_decimals = 0)
        : BarTable(timeframe, price_decimals) {
        for (const Ohlc& bar : bars) add(time_ns_.empty() ? first_ns : timeframe_.close_of(time_ns_.back()), bar);
    }

    /// The volume counts up from 1 unless told otherwise.
    void add(TimeNs open_ns, const Ohlc& bar, std::optional<double> volume = std::nullopt) {
        time_ns_.push_back(open_ns);
        counts_.push_back(bar);
        open_.push_back(price(bar.open));
        high_.push_back(price(bar.high));
        low_.push_back(price(bar.low));
        close_.push_back(price(bar.close));
        volume_.push_back(volume.value_or(static_cast<double>(size())));
    }

    [[nodiscard]] std::size_t size() const { return time_ns_.size(); }
    [[nodiscard]] Timeframe timeframe() const { return timeframe_; }
    [[nodiscard]] int price_decimals() const { return price_decimals_; }
    [[nodiscard]] const std::vector<Ohlc>& counts() const { return counts_; }
    [[nodiscard]] const std::vector<TimeNs>& time_ns() const { return time_ns_; }
    /// Valid until the next add.
    [[nodiscard]] BarColumns columns() const { return {time_ns_, open_, high_, low_, close_, volume_}; }

  private:
    [[nodiscard]] double price(std::int64_t count) const {
        return static_cast<double>(count) / pow10_double(price_decimals_);
    }

    Timeframe timeframe_;
    int price_decimals_;
    std::vector<TimeNs> time_ns_;
    std::vector<Ohlc> counts_;
    std::vector<double> open_;
    std::vector<double> high_;
    std::vector<double> low_;
    std::vector<double> close_;
    std::vector<double> volume_;
};

/// How a random walk looks.
struct Walk {
    std::size_t rows = 0;
    TimeNs first_ns = 0;
    std::int64_t price = 1000;     ///< of the first open, in counts
    std::int64_t step = 10;        ///< the most a price moves in a bar, and an open from the close before
    std::int64_t gap_once_in = 0;  ///< a bar is missing once in so many; 0 for never
};

/// A random walk on integer counts: the same bars on every platform.
inline BarTable walk(Random& random, Timeframe timeframe, const Walk& shape, int price_decimals = 0) {
    BarTable bars(timeframe, price_decimals);
    const auto near = [&](std::int64_t price) {
        return std::max<std::int64_t>(price + random.between(-shape.step, shape.step), 1);
    };
    TimeNs open_ns = timeframe.open_of(shape.first_ns);
    std::int64_t last = shape.price;
    for (std::size_t row = 0; row < shape.rows; ++row) {
        const std::int64_t open = random.once_in(4) ? near(last) : last;
        const std::int64_t close = near(open);
        const std::int64_t high = std::max({open, close, near(std::max(open, close))});
        const std::int64_t low = std::min({open, close, near(std::min(open, close))});
        bars.add(open_ns, {open, high, low, close});
        last = close;
        open_ns = timeframe.close_of(open_ns);
        while (shape.gap_once_in != 0 && random.once_in(shape.gap_once_in)) open_ns = timeframe.close_of(open_ns);
    }
    return bars;
}

}  // namespace ct::test

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::analyzers {

inline constexpr std::size_t kMaxCharts = 12;         ///< of prices
inline constexpr std::size_t kMaxCandles = 600'000;   ///< of all charts: a year of minutes has 527,040
inline constexpr std::size_t kLongRunShare = 3;       ///< of bars that are too many, so many times fewer candles
inline constexpr std::size_t kLinePointsACandle = 4;  ///< of all lines of a chart; more lines have fewer points

/// How many candles each of the first kMaxCharts series may have, and none the others: what series with few bars leave
/// over is for those with many.
std::vector<std::size_t> candle_limits(std::span<const std::uint64_t> bars);

/// The shortest known timeframe at which a chart of these bars has at most `limit` candles: their own, or a longer one
/// that is made of whole bars.
Timeframe chart_timeframe(Timeframe bars, TimeNs first_ns, TimeNs last_ns, std::size_t limit);

/// The timeframe of bars, and the longer known ones that are made of whole bars of it.
std::vector<Timeframe> longer_timeframes(Timeframe bars);

/// Calls `visit(open_ns, begin, end)` for the rows of each candle, in order. Requires: times ascend.
template <class Visit>
void for_each_candle(Timeframe timeframe, std::span<const TimeNs> times_ns, Visit visit) {
    for (std::size_t begin = 0; begin < times_ns.size();) {
        const TimeNs open_ns = timeframe.open_of(times_ns[begin]);
        const auto rest = times_ns.subspan(begin);
        const auto rows = std::lower_bound(rest.begin(), rest.end(), timeframe.close_of(open_ns)) - rest.begin();
        visit(open_ns, begin, begin + static_cast<std::size_t>(rows));
        begin += static_cast<std::size_t>(rows);
    }
}

struct Candle {
    TimeNs time_ns = 0;
    double open = 0;
    double high = 0;
    double low = 0;
    double close = 0;

    friend bool operator==(const Candle&, const Candle&) = default;
};

/// Streams bars into the candles of a chart. What comes out does not depend on the chunks in which they were added.
class Candles {
  public:
    Candles() = default;
    explicit Candles(Timeframe timeframe, std::size_t expected = 0) : timeframe_(timeframe) {
        candles_.reserve(expected);
    }

    /// Requires: bars ascend over all calls.
    void add(const BarColumns& bars);
    /// The same candles, fewer and longer. Requires: a timeframe that is made of whole candles.
    [[nodiscard]] Candles coarser(Timeframe timeframe) const;

    [[nodiscard]] Timeframe timeframe() const { return timeframe_; }
    [[nodiscard]] std::span<const Candle> candles() const { return candles_; }
    [[nodiscard]] bool empty() const { return candles_.empty(); }

  private:
    Timeframe timeframe_;
    std::vector<Candle> candles_;
};

/// A line of an indicator over the candles of a chart.
struct ChartLine {
    /// Where it is drawn: over the prices, below them, or wherever its values fit.
    enum class Place : std::uint8_t { kPrice, kBelow, kByValue };

    std::string label;      ///< "donchian(20) dch"
    std::size_t group = 0;  ///< lines of one indicator share it
    Place place = Place::kByValue;
    std::vector<double> values;  ///< at the last bar of each stretch of time; NaN where there is none yet
    std::vector<double> levels;  ///< drawn with it, straight across: 30 and 70 of an oscillator
};

/// What a chart shows of a series.
struct SeriesChart {
    Candles candles;
    Timeframe line_timeframe;      ///< of the values of the lines: that of the candles or a longer one
    std::vector<ChartLine> lines;  ///< the strategy's indicators
};

}  // namespace ct::analyzers

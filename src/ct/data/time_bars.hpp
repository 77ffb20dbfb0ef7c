#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/open_bar.hpp"
#include "ct/data/trade_columns.hpp"

namespace ct::data {

/// Joins trades to bars of one timeframe. A bar covers [open, open + timeframe) in UTC, weeks from Monday: its open and
/// close are those of the first and the last trade to arrive, volumes are summed in that order. A period without trades
/// gives no bar. A trade older than the open bar is stale: dropped and counted. Any chunking gives the same bits.
class TimeBars {
  public:
    explicit TimeBars(Timeframe timeframe) : timeframe_(timeframe) {}

    /// Adds the bars that these trades complete to `out`, with quote volume, trade count and, where sides are known,
    /// the volumes of taker buys. Requires: check_trades; sides always or never.
    void run(const TradeColumns& trades, BarSeries& out);
    /// Time has come to `now_ns`: a bar that ends by then is complete, and later trades of it are stale.
    void close_until(TimeNs now_ns, BarSeries& out);
    /// Adds the bar that is still open, if it has trades, though more may have been to come. The last call of all.
    void finish(BarSeries& out);

    [[nodiscard]] Timeframe timeframe() const { return timeframe_; }
    /// The bar that is open and when its period began; without trades its trade count is 0.
    [[nodiscard]] const OpenBar& open_bar() const { return bar_; }
    [[nodiscard]] TimeNs open_ns() const { return open_ns_; }
    /// How many trades were dropped because their bar was closed.
    [[nodiscard]] std::uint64_t stale() const { return stale_; }

  private:
    void emit(BarSeries& out);
    void begin(TimeNs time_ns);

    Timeframe timeframe_;
    TimeNs open_ns_ = std::numeric_limits<TimeNs>::min();
    TimeNs end_ns_ = std::numeric_limits<TimeNs>::min();
    OpenBar bar_;
    bool sides_ = false;
    std::uint64_t stale_ = 0;
};

/// Bars of several timeframes in one pass over the trades.
class TradeBars {
  public:
    explicit TradeBars(std::span<const Timeframe> timeframes);

    /// TimeBars::run of each timeframe, a few thousand trades at a time while they are in the cache.
    void run(const TradeColumns& trades);
    void close_until(TimeNs now_ns);
    void finish();

    /// The complete bars of each timeframe, in the order given; the caller may take them out.
    [[nodiscard]] std::span<BarSeries> bars() { return bars_; }
    [[nodiscard]] const TimeBars& builder(std::size_t index) const { return builders_[index]; }

  private:
    std::vector<TimeBars> builders_;
    std::vector<BarSeries> bars_;
};

}  // namespace ct::data

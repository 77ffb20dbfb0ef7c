#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/bar_series.hpp"

namespace ct::data {

/// Joins bars to bars of a longer timeframe, one after the other: first open, highest high, lowest low, last close, sum
/// of the volumes in their order. A bar covers [open, open + timeframe); weeks begin on Monday, months with the
/// calendar, in UTC. A period without bars gives none. Any chunking of the input gives the same bits.
class Resampler {
  public:
    /// Requires: is_multiple(coarse, fine).
    Resampler(Timeframe coarse, Timeframe fine) : coarse_(coarse), fine_(fine) {}

    /// Adds the bars that are complete by these rows to `out`, without more than `most_bars` in it; returns how many
    /// rows were used.
    std::size_t run(const BarColumns& rows, BarSeries& out, std::size_t most_bars);
    /// Adds the bar that is still open, if there is one. It lacks nothing when `last_is_whole()`.
    void finish(BarSeries& out);

    /// The first bar begins before the first row: what came before is not in it.
    [[nodiscard]] bool first_is_whole() const { return first_is_whole_; }
    /// The open bar ends with the last row.
    [[nodiscard]] bool last_is_whole() const { return row_end_ns_ == end_ns_; }

  private:
    [[nodiscard]] std::size_t end_of_bar(std::span<const TimeNs> times_ns, std::size_t row) const;
    void begin_bar(const BarColumns& rows, std::size_t row);
    void emit(BarSeries& out);

    Timeframe coarse_;
    Timeframe fine_;
    bool first_is_whole_ = true;
    bool started_ = false;
    bool open_bar_ = false;
    TimeNs open_ns_ = 0;
    TimeNs end_ns_ = 0;
    TimeNs row_end_ns_ = 0;  ///< end of the last row
    double open_ = 0;
    double high_ = 0;
    double low_ = 0;
    double close_ = 0;
    double volume_ = 0;
};

/// A history at a longer timeframe, resampled as it is read. A first or last bar that is not whole is left out: no
/// strategy could have seen it so.
class ResampledHistory : public BarHistory {
  public:
    /// Errors: kUnsupported when the bars of `coarse` are not made of whole bars of the history.
    static Result<std::unique_ptr<ResampledHistory>> make(std::unique_ptr<BarHistory> fine, Timeframe coarse);

    /// `rows` is how many there are at most; the digest is that of the history.
    [[nodiscard]] const BarFacts& facts() const override { return facts_; }
    Result<BarColumns> next(std::size_t most_rows) override;

  private:
    ResampledHistory(std::unique_ptr<BarHistory> fine, Timeframe coarse);

    std::unique_ptr<BarHistory> fine_;
    BarFacts facts_;
    Resampler resampler_;
    BarColumns rows_;  ///< of the history, not used yet
    bool dropped_first_ = false;
    bool ended_ = false;
    BarSeries bars_;
};

}  // namespace ct::data

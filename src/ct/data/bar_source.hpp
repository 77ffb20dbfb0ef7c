#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/event_source.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::data {

/// Several series in memory as one stream in the order of their bars' close times. Borrows the columns.
class BarSource : public EventSource {
  public:
    struct Input {
        Series series;
        BarColumns columns;
    };

    /// At most this many rows in the batches of all series together, unless told otherwise.
    static constexpr std::size_t kBatchRows = 2048;

    /// The series are numbered as they stand in `inputs`. Requires: batch_rows > 0.
    explicit BarSource(std::span<const Input> inputs, std::size_t batch_rows = kBatchRows);

    Result<SourceItem> next(TimeNs until_ns) override;

  private:
    struct Head {
        Input input;
        SeriesIndex series = 0;
        std::size_t row = 0;
        std::size_t batch_end = 0;  ///< rows up to here are known; no block goes past it
        TimeNs close_ns = 0;        ///< of the bar at `row`, kDone when there is none
    };
    static constexpr TimeNs kDone = std::numeric_limits<TimeNs>::max();

    void advance(Head& head, std::size_t rows);
    /// How many rows of a head's batch close before `end_ns`. Requires: at least one does.
    [[nodiscard]] static std::size_t rows_before(const Head& head, TimeNs end_ns);
    void find_due();
    SourceItem take_tied();

    std::vector<Head> heads_;        ///< the shorter timeframe first, then as in the inputs
    std::size_t batch_rows_;         ///< of each series
    std::vector<std::size_t> tied_;  ///< heads that share the current time and are still to come, in order
    std::size_t tied_at_ = 0;
    TimeNs due_ns_ = kDone;    ///< the earliest close of all heads
    TimeNs after_ns_ = kDone;  ///< the earliest close of the heads that are not tied
};

}  // namespace ct::data

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/event_source.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/bar_window.hpp"

namespace ct::data {

/// Several histories as one stream in the order of their bars' close times. Those that lie in memory are handed on as
/// they are; of the others at least the last kKeptRows rows stay readable.
class BarSource : public EventSource {
  public:
    struct Input {
        Series series;
        BarHistory* history;  ///< not null; borrowed, not read yet
    };

    /// At most this many rows in the batches of all series together, unless told otherwise.
    static constexpr std::size_t kBatchRows = 2048;
    /// The rows before the current batch that a strategy can count on.
    static constexpr std::size_t kKeptRows = 256;

    /// The series are numbered as they stand in `inputs`. Requires: batch_rows > 0.
    explicit BarSource(std::span<const Input> inputs, std::size_t batch_rows = kBatchRows);

    Result<SourceItem> next(TimeNs until_ns) override;
    /// How many rows of each series were handed out, in the order of the inputs.
    [[nodiscard]] std::span<const std::uint64_t> rows() const { return rows_; }

  private:
    /// Two windows take turns: what the last rows of one refer to must live until the first of the other are out.
    using Windows = std::array<BarWindow, 2>;
    struct Head {
        Series info;
        SeriesIndex series = 0;
        BarHistory* history = nullptr;
        std::unique_ptr<BarColumns> whole;  ///< of a history in memory
        std::unique_ptr<Windows> windows;   ///< of any other
        const BarColumns* columns = nullptr;
        std::size_t row = 0;
        std::size_t batch_end = 0;  ///< rows up to here are known; no block goes past it
        TimeNs close_ns = 0;        ///< of the bar at `row`, kDone when there is none
    };
    static constexpr TimeNs kDone = std::numeric_limits<TimeNs>::max();

    Result<void> advance(Head& head, std::size_t rows);
    Result<void> refill(Head& head);
    /// How many rows of a head's batch close before `end_ns`. Requires: at least one does.
    [[nodiscard]] static std::size_t rows_before(const Head& head, TimeNs end_ns);
    void find_due();

    std::vector<std::uint64_t> rows_;  ///< handed out, by series
    std::vector<Head> heads_;          ///< the shorter timeframe first, then as in the inputs
    std::size_t batch_rows_;           ///< of each series
    std::vector<std::size_t> tied_;    ///< heads whose bars close at due_ns_
    std::vector<BarBlock> blocks_;     ///< the last item
    std::size_t given_rows_ = 0;       ///< of each tied head, in the last item
    bool given_ = true;                ///< the tied heads have not moved on yet
    TimeNs due_ns_ = kDone;            ///< the earliest close of all heads
    TimeNs after_ns_ = kDone;          ///< the earliest close of the heads that are not tied
};

}  // namespace ct::data

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/bar_series.hpp"

namespace ct::data {

/// What becomes of bars that the grid has and a history has not.
enum class GapPolicy : std::uint8_t {
    kKeep,   ///< they stay missing
    kFill,   ///< idle bars: all four prices are the last close, the volume is 0
    kError,  ///< the first gap ends the reading with an error
};

/// Reads "keep", "fill" or "error". Errors: kInvalidArgument.
Result<GapPolicy> parse_gap_policy(std::string_view text);
const char* name(GapPolicy policy);

/// The history under a policy, read in batches as before. `series` names it in the error. A history in memory that
/// needs nothing is given back as it is, and one with a gap is refused at once. Errors: kInvalidData when the policy is
/// kError and there is a gap: from when to when, and how many bars.
Result<std::unique_ptr<BarHistory>> apply_gap_policy(std::unique_ptr<BarHistory> history, GapPolicy policy,
                                                     std::string series);

/// A history without gaps: filled with idle bars, or failing at the first gap.
class GaplessHistory : public BarHistory {
  public:
    /// Requires: history not null; open times on the grid of its timeframe.
    GaplessHistory(std::unique_ptr<BarHistory> history, bool fill, std::string series);

    /// `rows` counts the idle bars, `missing` is 0; the digest of a history that was filled is a hash over its own.
    [[nodiscard]] const BarFacts& facts() const override { return facts_; }
    /// Rows of the history are handed on as they lie. Errors: kInvalidData at a gap that is not to be filled; those of
    /// the history.
    Result<BarColumns> next(std::size_t most_rows) override;

  private:
    BarColumns idle_bars(std::size_t most_rows);

    std::unique_ptr<BarHistory> history_;
    bool fill_;
    std::string series_;
    BarFacts facts_;
    BarColumns rows_;  ///< of the history, not handed on yet
    bool started_ = false;
    TimeNs next_ns_ = 0;  ///< when the bar after the last one opens
    double last_close_ = 0;
    BarSeries idle_;
};

}  // namespace ct::data

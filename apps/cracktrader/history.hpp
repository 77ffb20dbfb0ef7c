#pragma once

#include <cstdint>
#include <cstdio>
#include <deque>
#include <memory>
#include <vector>

#include "cracktrader/backtest_options.hpp"
#include "ct/core/result.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/session/backtest/backtest.hpp"

namespace ct::cli {

/// The bars of a run, open: files are read into memory, series of the cache are streamed.
class History {
  public:
    /// Opens what a plan asks for and prints what it found to `notes`, if that is not null. `in_memory` reads the cache
    /// into memory too, for strategies that look at all earlier bars. Errors: those of reading.
    static Result<History> open(const BacktestPlan& plan, bool in_memory, std::FILE* notes);

    /// Valid while this is.
    [[nodiscard]] const std::vector<session::HistoryInput>& inputs() const { return inputs_; }
    [[nodiscard]] std::uint64_t rows() const;

  private:
    Result<void> add_file(const HistoryFile& file, const BacktestPlan& plan, bool in_memory, std::FILE* notes);
    Result<void> add_cached(const CachedSeries& series, const BacktestPlan& plan, bool in_memory, std::FILE* notes);
    Result<void> add(session::HistoryInput input, std::unique_ptr<data::BarHistory> history, bool in_memory);

    std::deque<data::BarSeries> series_;  ///< what lies in memory
    std::vector<std::unique_ptr<data::BarHistory>> histories_;
    std::vector<session::HistoryInput> inputs_;
};

}  // namespace ct::cli

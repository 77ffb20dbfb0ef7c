#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/session/backtest/backtest.hpp"

namespace ct::session {

/// The series of a run: those that are given and those that are resampled of them, because the strategy reads them or
/// the configuration names their timeframe. Each is made of the longest of its symbol that it can be made of; detail
/// data do not count.
class RunSeries {
  public:
    /// Borrows what the inputs borrow. Errors: kInvalidArgument for a timeframe of the configuration that nothing
    /// makes, kNotFound when a series would have no bar, and those of reading.
    static Result<RunSeries> make(std::span<const HistoryInput> given, const BacktestConfig& config,
                                  const engine::Strategy& strategy);

    /// What is made stands behind the given ones and before detail data. Valid while this is.
    [[nodiscard]] std::span<const HistoryInput> inputs() const { return inputs_; }
    /// The place of what an input was made of; none: it is a given one.
    [[nodiscard]] std::optional<std::size_t> source_of(std::size_t input) const {
        const std::size_t place = input - first_made_;
        return place < sources_.size() ? std::optional(sources_[place]) : std::nullopt;
    }
    /// "BTC/USDT 4h from 1h", and so on.
    [[nodiscard]] const std::string& resampled() const { return resampled_; }

  private:
    /// A series to make, and the place of what it is made of.
    struct Wish {
        Timeframe timeframe;
        std::size_t source;
    };

    explicit RunSeries(std::span<const HistoryInput> given) : inputs_(given.begin(), given.end()) {}

    [[nodiscard]] bool has(std::string_view symbol, Timeframe timeframe) const;
    [[nodiscard]] std::vector<engine::SeriesName> shown() const;
    /// False when nothing makes the series.
    bool wish(const engine::SeriesName& name);
    Result<void> wish_configured(std::span<const Timeframe> timeframes);
    /// Makes what was wished for of one of the given series.
    Result<void> resample(std::size_t source);
    Result<void> add(std::size_t source, Timeframe timeframe, std::unique_ptr<data::BarHistory> fine);

    std::vector<HistoryInput> inputs_;
    std::vector<HistoryInput> made_;
    std::vector<std::size_t> sources_;  ///< of the made ones
    std::size_t first_made_ = 0;        ///< where they stand in the inputs
    std::deque<data::BarSeries> bars_;  ///< made of bars in memory, which strategies may look at as a whole
    std::vector<std::unique_ptr<data::BarHistory>> histories_;
    std::vector<Wish> wishes_;
    std::string resampled_;
};

}  // namespace ct::session

#include "ct/session/backtest/run_series.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/memory_history.hpp"
#include "ct/data/resample.hpp"
#include "ct/data/shared_history.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/session/backtest/backtest.hpp"

namespace ct::session {

Result<RunSeries> RunSeries::make(std::span<const HistoryInput> given, const BacktestConfig& config,
                                  const engine::Strategy& strategy) {
    RunSeries all(given);
    if (auto wished = all.wish_configured(config.resample); !wished) return fail(wished);
    for (const engine::SeriesName& name : strategy.reads(all.shown())) all.wish(name);
    for (std::size_t source = 0; source < given.size(); ++source) {
        if (auto made = all.resample(source); !made) return fail(made);
    }
    const auto first_detail = std::find_if(all.inputs_.begin(), all.inputs_.end(), std::mem_fn(&HistoryInput::detail));
    all.first_made_ = static_cast<std::size_t>(first_detail - all.inputs_.begin());
    all.inputs_.insert(first_detail, all.made_.begin(), all.made_.end());
    return all;
}

bool RunSeries::has(std::string_view symbol, Timeframe timeframe) const {
    return std::any_of(inputs_.begin(), inputs_.end(), [&](const HistoryInput& input) {
        return input.symbol == symbol && input.history->facts().timeframe == timeframe;
    });
}

std::vector<engine::SeriesName> RunSeries::shown() const {
    std::vector<engine::SeriesName> names;
    for (const HistoryInput& input : inputs_) {
        if (!input.detail) names.push_back({input.symbol, input.history->facts().timeframe});
    }
    return names;
}

bool RunSeries::wish(const engine::SeriesName& name) {
    if (has(name.symbol, name.timeframe)) return true;
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
        const data::BarFacts& facts = inputs_[i].history->facts();
        if (inputs_[i].detail || inputs_[i].symbol != name.symbol) continue;
        if (!is_multiple(name.timeframe, facts.timeframe)) continue;
        if (!best || facts.timeframe > inputs_[*best].history->facts().timeframe) best = i;
    }
    if (!best) return false;
    const bool known = std::any_of(wishes_.begin(), wishes_.end(), [&](const Wish& wish) {
        return wish.source == *best && wish.timeframe == name.timeframe;
    });
    if (!known) wishes_.push_back({name.timeframe, *best});
    return true;
}

Result<void> RunSeries::wish_configured(std::span<const Timeframe> timeframes) {
    for (const Timeframe timeframe : timeframes) {
        for (const engine::SeriesName& one : shown()) {
            if (wish({one.symbol, timeframe})) continue;
            std::vector<std::string> known;
            for (const auto& [symbol, has] : shown()) {
                if (symbol == one.symbol) known.push_back(has.text());
            }
            return fail(ErrorCode::kInvalidArgument,
                        fmt::format("resample {0}: the run has {1} at {2}, of which no {0} bars can be made; expected "
                                    "a timeframe of whole bars of one of them",
                                    timeframe.text(), one.symbol, fmt::join(known, ", ")));
        }
    }
    return {};
}

Result<void> RunSeries::resample(std::size_t source) {
    std::vector<Timeframe> timeframes;
    for (const Wish& wish : wishes_) {
        if (wish.source == source) timeframes.push_back(wish.timeframe);
    }
    data::BarHistory& fine = *inputs_[source].history;
    if (timeframes.empty() || fine.facts().rows == 0) return {};  // a given series without bars is refused by itself
    auto readers = data::share(fine, timeframes.size() + 1);
    for (std::size_t i = 0; i < timeframes.size(); ++i) {
        if (auto added = add(source, timeframes[i], std::move(readers[i])); !added) return added;
    }
    inputs_[source].history = readers.back().get();
    histories_.push_back(std::move(readers.back()));
    return {};
}

Result<void> RunSeries::add(std::size_t source, Timeframe timeframe, std::unique_ptr<data::BarHistory> fine) {
    const std::string& symbol = inputs_[source].symbol;
    const data::BarFacts from = fine->facts();
    const bool in_memory = fine->whole().has_value();
    auto made = data::ResampledHistory::make(std::move(fine), timeframe);
    if (!made) return fail(made);
    std::unique_ptr<data::BarHistory> history = *std::move(made);
    if (history->facts().rows == 0) {
        return fail(ErrorCode::kNotFound,
                    fmt::format("no whole {} bar of {}: the run has its {} bars from {} to {}", timeframe.text(),
                                symbol, from.timeframe.text(), format_iso_time(from.first_ns),
                                format_iso_time(from.timeframe.close_of(from.last_ns))));
    }
    if (in_memory) {
        auto bars = data::read_whole(*history);
        if (!bars) return fail(bars);
        bars_.push_back(*std::move(bars));
        // The facts stay those from before: where bars lie makes no difference to the input hash.
        history = std::make_unique<data::MemoryHistory>(bars_.back().columns(), history->facts());
    }
    made_.push_back({.symbol = symbol, .history = history.get()});
    sources_.push_back(source);
    histories_.push_back(std::move(history));
    resampled_ +=
        fmt::format("{}{} {} from {}", resampled_.empty() ? "" : ", ", symbol, timeframe.text(), from.timeframe.text());
    return {};
}

}  // namespace ct::session

#include "cracktrader/history.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cracktrader/backtest_options.hpp"
#include "cracktrader/print.hpp"
#include "cracktrader/progress_bar.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/gap_policy.hpp"
#include "ct/data/memory_history.hpp"
#include "ct/data/resample.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/session/backtest/universe.hpp"
#include "ct/storage/cache.hpp"
#include "ct/storage/cache_history.hpp"
#include "ct/storage/csv_file.hpp"
#include "ct/storage/read_ahead.hpp"
#include "ct/storage/series_key.hpp"

namespace ct::cli {

namespace {

/// More decimals are noise of earlier arithmetic, not a price.
constexpr int kMostPriceDecimals = 12;

/// A history with decimals that the user has given.
class WithDecimals : public data::BarHistory {
  public:
    WithDecimals(std::unique_ptr<data::BarHistory> history, int price_decimals)
        : history_(std::move(history)), facts_(history_->facts()) {
        facts_.price_decimals = price_decimals;
    }
    [[nodiscard]] const data::BarFacts& facts() const override { return facts_; }
    [[nodiscard]] std::optional<BarColumns> whole() const override { return history_->whole(); }
    Result<BarColumns> next(std::size_t most_rows) override { return history_->next(most_rows); }

  private:
    std::unique_ptr<data::BarHistory> history_;
    data::BarFacts facts_;
};

/// Prints where there is somewhere to print to.
template <class... Args>
void note(std::FILE* notes, fmt::format_string<Args...> format, Args&&... args) {
    if (notes != nullptr) cli::print(notes, format, std::forward<Args>(args)...);
}

/// What the cache has of a symbol, the longest timeframe first.
Result<std::vector<storage::SeriesKey>> stored_series(const storage::Cache& cache, const storage::SeriesKey& wanted) {
    auto keys = cache.list({.exchange = wanted.exchange, .market = wanted.market, .symbol = wanted.symbol});
    if (!keys) return fail(keys);
    std::sort(keys->begin(), keys->end(), [](const auto& a, const auto& b) { return a.timeframe > b.timeframe; });
    return keys;
}

/// The stored series that serves a wish: that of its timeframe, the longest that it can be made of, or the only one
/// where no timeframe is named.
Result<storage::SeriesKey> choose_series(const storage::Cache& cache, const CachedSeries& wish) {
    auto key = storage::SeriesKey::make(wish.exchange, wish.symbol, wish.market, wish.timeframe.value_or(Timeframe()));
    if (!key) return fail(key);
    const auto stored = stored_series(cache, *key);
    if (!stored) return fail(stored);
    if (!wish.timeframe) {
        if (stored->size() == 1) return stored->front();
        if (stored->empty()) return key;  // opening it says what is there
        std::vector<std::string> names;
        for (const auto& one : *stored) names.push_back(one.timeframe.text());
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("--timeframe: the cache has {} of {} {}, expected one of them", fmt::join(names, ", "),
                                key->exchange, key->symbol));
    }
    for (const auto& one : *stored) {
        if (one.timeframe == *wish.timeframe || is_multiple(*wish.timeframe, one.timeframe)) return one;
    }
    return key;  // opening it says what is there
}

}  // namespace

Result<History> History::open(const BacktestPlan& plan, bool in_memory, std::FILE* notes) {
    History history;
    for (const HistoryFile& file : plan.files) {
        if (auto added = history.add_file(file, plan, in_memory, notes); !added) return fail(added);
    }
    for (const CachedSeries& series : plan.cached) {
        if (auto added = history.add_cached(series, plan, in_memory, notes); !added) return fail(added);
    }
    return history;
}

std::uint64_t History::rows() const {
    std::uint64_t rows = 0;
    for (const auto& history : histories_) rows += history->facts().rows;
    return rows;
}

Result<void> History::add_file(const HistoryFile& file, const BacktestPlan& plan, bool in_memory, std::FILE* notes) {
    ProgressBar bar(fmt::format("reading {}", std::filesystem::path(file.path).filename().string()));
    auto read = storage::read_csv(file.path, file.csv,
                                  [&](std::uint64_t done, std::uint64_t total) { bar.update(done, total); });
    if (!read) return fail(read);
    for (const auto& format : read->files) note(notes, "{}\n", format.text());
    for (const auto& ignored : read->ignored) note(notes, "ignored {}\n", ignored);
    const data::BarSeries& bars = series_.emplace_back(std::move(read->series));
    const session::SeriesInput input{file.symbol, bars.timeframe, bars.columns(), bars.price_decimals};
    auto cut = session::cut_to_range({&input, 1}, plan.config);
    if (!cut) return fail(cut);
    auto history = data::apply_gap_policy(std::move(cut->front()), plan.gaps, file.path);
    if (!history) return fail(history);
    return add({.symbol = file.symbol, .detail = file.detail}, *std::move(history), in_memory);
}

Result<void> History::add_cached(const CachedSeries& series, const BacktestPlan& plan, bool in_memory,
                                 std::FILE* notes) {
    const storage::Cache cache(plan.data_dir);
    const auto key = choose_series(cache, series);
    if (!key) return fail(key);
    auto opened = storage::CacheHistory::open(cache, *key, plan.config.from_ns, plan.config.to_ns);
    if (!opened) return fail(opened);
    std::unique_ptr<data::BarHistory> history = *std::move(opened);
    const data::BarFacts& facts = history->facts();
    note(notes, "{}: {} rows from the cache {}, {} to {}, {} missing\n", key->text(), facts.rows, plan.data_dir,
         format_iso_time(facts.first_ns), format_iso_time(facts.last_ns), facts.missing);
    if (plan.price_decimals) {
        history = std::make_unique<WithDecimals>(std::move(history), *plan.price_decimals);
    } else if (facts.price_decimals > kMostPriceDecimals) {
        return fail(ErrorCode::kInvalidData,
                    fmt::format("{}: its prices need more than {} decimals; give --price-decimals to round them",
                                key->text(), kMostPriceDecimals));
    }
    auto gapless = data::apply_gap_policy(std::move(history), plan.gaps, key->text());
    if (!gapless) return fail(gapless);
    history = *std::move(gapless);
    if (series.timeframe && *series.timeframe != key->timeframe) {
        auto resampled = data::ResampledHistory::make(std::move(history), *series.timeframe);
        if (!resampled) return fail(resampled);
        history = *std::move(resampled);
        note(notes, "resampled to {}: whole bars from {} to {}\n", series.timeframe->text(),
             format_iso_time(history->facts().first_ns), format_iso_time(history->facts().last_ns));
    }
    // With many series the reading of one is hidden behind no other work: there is always a next one to run.
    if (plan.cached.size() == 1 && !in_memory) history = std::make_unique<storage::ReadAhead>(std::move(history));
    return add({.symbol = key->symbol, .detail = series.detail}, std::move(history), in_memory);
}

Result<void> History::add(session::HistoryInput input, std::unique_ptr<data::BarHistory> history, bool in_memory) {
    if (in_memory && !history->whole()) {
        auto whole = data::read_whole(*history);
        if (!whole) return fail(whole);
        const data::BarSeries& bars = series_.emplace_back(*std::move(whole));
        history = std::make_unique<data::MemoryHistory>(bars.columns(), bars.timeframe, bars.price_decimals);
    }
    input.history = history.get();
    inputs_.push_back(std::move(input));
    histories_.push_back(std::move(history));
    return {};
}

}  // namespace ct::cli

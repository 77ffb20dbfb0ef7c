#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/storage/columnar.hpp"
#include "ct/storage/month_file.hpp"
#include "ct/storage/series_key.hpp"

namespace ct::storage {

/// What an import did.
struct ImportReport {
    std::uint64_t rows_read = 0;
    std::uint64_t rows_added = 0;          ///< times that were not there before
    std::uint64_t rows_changed = 0;        ///< times that were there with other values
    std::uint64_t duplicates_dropped = 0;  ///< rows whose time a later row of the import has too
    bool sorted = true;                    ///< the input was ascending
    std::uint64_t months_written = 0;
    std::uint64_t months_unchanged = 0;
};

/// What the cache holds of a series.
struct SeriesInfo {
    SeriesKey key;
    std::uint64_t rows = 0;
    TimeNs first_ns = 0;
    TimeNs last_ns = 0;
    std::uint64_t gaps = 0;
    std::uint64_t missing = 0;
    std::uint64_t duplicates_dropped = 0;
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    std::vector<Error> damaged;  ///< months that cannot be read
};

/// Something that verify found.
struct Finding {
    std::string path;
    std::string what;
};

/// Which part of a cache: all of it, or what has this exchange, market, symbol and timeframe.
struct Scope {
    std::optional<std::string> exchange;
    std::optional<Market> market;
    std::optional<std::string> symbol;
    std::optional<Timeframe> timeframe;

    [[nodiscard]] bool covers(const SeriesKey& key) const;
};

/// The historical cache: bars in one Parquet file a month,
/// `<dir>/<exchange>/<spot|futures>/<BTC_USDT>/<1m>/2024-05.parquet` with an index `manifest.json` beside them. Any
/// number of processes may read and write at once: importers take turns, a reader sees a series as it is between two
/// imports. A write replaces whole files, so that a crash at any moment leaves each month as it was or as it will be.
/// Nothing outside the folder is touched; links inside it are not followed. The format is described in
/// docs/cache-format.md.
class Cache {
  public:
    explicit Cache(std::filesystem::path folder) : folder_(std::move(folder)) {}

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

    /// Hears how many months of an import are done.
    using Progress = std::function<void(std::uint64_t done, std::uint64_t total)>;

    /// Merges bars into a series: any order, times may repeat; of two rows with one time the last wins. Months that do
    /// not change are not written. Errors: kInvalidData for bars that no market has (not finite, not positive, high
    /// below low, off the timeframe's grid), for damaged stored months; kWriteFailed, kReadFailed, kUnsupported.
    Result<ImportReport> import(const SeriesKey& key, const data::BarSeries& bars, const std::string& source,
                                Compression compression = Compression::kLz4, const Progress& progress = {}) const;

    /// Every series, by path. Errors: kReadFailed.
    [[nodiscard]] Result<std::vector<SeriesKey>> list(const Scope& scope = {}) const;
    /// Errors: kNotFound with the nearest series that is there, kReadFailed.
    [[nodiscard]] Result<SeriesInfo> info(const SeriesKey& key) const;
    /// Reads everything in scope and checks it. Errors: kNotFound when nothing is in scope, kReadFailed.
    [[nodiscard]] Result<std::vector<Finding>> verify(const Scope& scope) const;
    /// Removes what is in scope and returns it. Errors: kWriteFailed.
    Result<std::vector<SeriesKey>> invalidate(const Scope& scope) const;

    /// All months of a series as one snapshot, ascending. Errors: kNotFound, kReadFailed, and those of a month: a
    /// damaged one is never passed over.
    [[nodiscard]] Result<std::vector<OpenMonth>> open(const SeriesKey& key) const;

  private:
    [[nodiscard]] std::filesystem::path path_of(const SeriesKey& key) const { return folder_ / series_folder(key); }
    [[nodiscard]] Error not_found(const SeriesKey& key) const;

    std::filesystem::path folder_;
};

}  // namespace ct::storage

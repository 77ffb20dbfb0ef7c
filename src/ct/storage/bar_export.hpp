#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/gap_policy.hpp"
#include "ct/storage/cache.hpp"
#include "ct/storage/series_key.hpp"

namespace ct::storage {

/// What of a series is written: the bars with open times in [from_ns, to_ns), and what becomes of missing ones.
struct ExportOptions {
    std::optional<TimeNs> from_ns;
    std::optional<TimeNs> to_ns;
    data::GapPolicy gaps = data::GapPolicy::kKeep;
};

/// Writes bars of the cache to a file, by its ending: .csv or .csv.gz (open_time in milliseconds, open, high, low,
/// close, volume; numbers in the shortest form that reads back), .parquet or .feather (as BarTableWriter). The file
/// takes its place when it is whole, and no more than a batch of it is held. Returns the rows. Errors: kInvalidArgument
/// for another ending, those of CacheHistory and of the gap policy, kWriteFailed.
Result<std::uint64_t> export_bars(const Cache& cache, const SeriesKey& key, const ExportOptions& options,
                                  const std::filesystem::path& path,
                                  const std::function<void(std::uint64_t done, std::uint64_t total)>& progress);

}  // namespace ct::storage

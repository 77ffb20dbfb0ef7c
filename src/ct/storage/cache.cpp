#include "ct/storage/cache.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/digest.hpp"
#include "ct/data/quality.hpp"
#include "ct/storage/atomic_file.hpp"
#include "ct/storage/bar_merge.hpp"
#include "ct/storage/columnar.hpp"
#include "ct/storage/file_lock.hpp"
#include "ct/storage/manifest.hpp"
#include "ct/storage/month_file.hpp"
#include "ct/storage/series_key.hpp"

namespace ct::storage {

namespace {

namespace fs = std::filesystem;

/// Held by an importer for all its work, so that importers take turns.
constexpr const char* kWriterLock = ".writer.lock";
/// Held shared while a reader opens its files, exclusively while an importer puts its files in place.
constexpr const char* kSeriesLock = ".series.lock";

tl::unexpected<Error> read_failed(const fs::path& path, const std::error_code& error) {
    return fail(ErrorCode::kReadFailed, fmt::format("cannot read {}: {}", path.string(), error.message()));
}

/// The names of the folders in a folder, sorted; links are none. A folder that is not there has none.
Result<std::vector<std::string>> folders_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error == std::errc::no_such_file_or_directory) return names;
    if (error) return read_failed(folder, error);
    for (const auto& entry : entries) {
        if (entry.symlink_status(error).type() == fs::file_type::directory) names.push_back(entry.path().filename());
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// Writes the manifest anew where it does not tell what is there. That it cannot be written harms nobody.
void repair_manifest(const fs::path& folder, const SeriesKey& key, const FolderIndex& index) {
    if (index.manifest_was_right) return;
    auto pending = PendingFile::write(folder / kManifestName, index.manifest.json(key));
    if (pending) static_cast<void>(pending->commit());
}

/// A month that an import touches.
struct MonthChange {
    PendingFile file;
    std::uint64_t added = 0;
    std::uint64_t changed = 0;
};

/// The merged month as a file beside its place, or none when nothing changes.
Result<std::optional<MonthChange>> prepare_month(const fs::path& folder, const SeriesKey& key,
                                                 const data::BarSeries& fresh, std::uint64_t duplicates,
                                                 const std::string& source, Compression compression) {
    const fs::path path = folder / month_file_name(data::month_of(fresh.time_ns.front()));
    data::BarSeries stored;
    const auto opened = open_month(path, key);
    if (opened) {
        auto rows = opened->read();
        if (!rows) return fail(rows);
        stored = *std::move(rows);
        duplicates += opened->facts.duplicates_dropped;
    } else if (opened.error().code != ErrorCode::kNotFound) {
        return fail(opened);
    }
    const MergedBars merged = merge_bars(stored, fresh);
    if (merged.added + merged.changed == 0) return std::nullopt;
    const MonthFacts facts = facts_of(merged.bars, duplicates, source);
    const auto bytes = month_file_bytes(key, merged.bars, facts, compression);
    if (!bytes) return fail(bytes);
    auto file = PendingFile::write(path, *bytes);
    if (!file) return fail(file);
    return MonthChange{*std::move(file), merged.added, merged.changed};
}

/// How many rows of each month an import dropped: the times that appear more than once.
std::uint64_t duplicates_in(const std::vector<TimeNs>& repeated, TimeNs begin_ns, TimeNs end_ns) {
    const auto begin = std::lower_bound(repeated.begin(), repeated.end(), begin_ns);
    return static_cast<std::uint64_t>(std::lower_bound(begin, repeated.end(), end_ns) - begin);
}

/// The times of all rows that sort_bars drops, ascending.
std::vector<TimeNs> repeated_times(const data::BarSeries& bars) {
    std::vector<TimeNs> times = bars.time_ns;
    std::sort(times.begin(), times.end());
    std::vector<TimeNs> repeated;
    for (std::size_t i = 1; i < times.size(); ++i) {
        if (times[i] == times[i - 1]) repeated.push_back(times[i]);
    }
    return repeated;
}

void verify_month(const OpenMonth& month, const SeriesKey& key, std::vector<Finding>& findings) {
    auto rows = month.read();
    if (!rows) {
        findings.push_back({month.path, rows.error().message});
        return;
    }
    rows->timeframe = key.timeframe;
    const auto& times = rows->time_ns;
    const auto unsorted = std::adjacent_find(times.begin(), times.end(), std::greater_equal());
    if (unsorted != times.end()) {
        const bool twice = unsorted[0] == unsorted[1];
        findings.push_back({month.path, fmt::format("the bar of {} {}", format_iso_time(unsorted[1]),
                                                    twice ? "is there twice" : "is out of order")});
        return;
    }
    if (auto checked = check_bars(*rows); !checked) {
        findings.push_back({month.path, checked.error().message});
        return;
    }
    MonthFacts right = facts_of(*rows, month.facts.duplicates_dropped, month.facts.source);
    if (right != month.facts) findings.push_back({month.path, "its footer does not tell what its rows are"});
}

/// Gaps, within months and between them, as one finding each.
void verify_gaps(const std::vector<OpenMonth>& months, const SeriesKey& key, std::vector<Finding>& findings) {
    for (const OpenMonth& month : months) {
        const auto rows = month.read();
        if (!rows) continue;
        const auto& times = rows->time_ns;
        for (std::size_t i = 1; i < times.size(); ++i) {
            const std::uint64_t missing = data::missing_bars(times[i - 1], times[i], 2, key.timeframe);
            if (missing == 0) continue;
            findings.push_back(
                {month.path, fmt::format("a gap of {} bars after {}", missing, format_iso_time(times[i - 1]))});
        }
    }
    for (std::size_t i = 1; i < months.size(); ++i) {
        const TimeNs before_ns = months[i - 1].facts.last_ns;
        const std::uint64_t missing = data::missing_bars(before_ns, months[i].facts.first_ns, 2, key.timeframe);
        if (missing == 0) continue;
        findings.push_back(
            {months[i].path, fmt::format("a gap of {} bars after {}", missing, format_iso_time(before_ns))});
    }
}

}  // namespace

bool Scope::covers(const SeriesKey& key) const {
    if (exchange && *exchange != key.exchange) return false;
    if (market && *market != key.market) return false;
    if (timeframe && *timeframe != key.timeframe) return false;
    if (!symbol) return true;
    const auto named = SeriesKey::make(key.exchange, *symbol, market, key.timeframe);
    return named && named->symbol == key.symbol;
}

Result<ImportReport> Cache::import(const SeriesKey& key, const data::BarSeries& bars, const std::string& source,
                                   Compression compression, const Progress& progress) const {
    SortedBars sorted = sort_bars(bars);
    sorted.bars.timeframe = key.timeframe;
    ImportReport report{.rows_read = bars.size(), .duplicates_dropped = sorted.duplicates, .sorted = sorted.was_sorted};
    if (auto checked = check_bars(sorted.bars); !checked) return fail(checked);
    if (sorted.bars.size() == 0) return report;
    const std::vector<TimeNs> repeated = sorted.duplicates == 0 ? std::vector<TimeNs>() : repeated_times(bars);

    const fs::path folder = path_of(key);
    if (auto made = make_folders(folder); !made) return fail(made);
    const auto turn = FileLock::acquire(folder / kWriterLock, FileLock::Kind::kExclusive);
    if (!turn) return fail(turn);
    remove_abandoned(folder);

    const std::vector<data::MonthDigest> months = data::month_digests(sorted.bars.columns());
    std::vector<MonthChange> changes;
    std::size_t row = 0;
    for (std::size_t i = 0; i < months.size(); ++i) {
        const TimeNs begin_ns = data::month_start(months[i].month);
        const TimeNs end_ns = data::month_start(months[i].month + 1);
        const auto& times = sorted.bars.time_ns;
        const auto end = static_cast<std::size_t>(std::lower_bound(times.begin(), times.end(), end_ns) - times.begin());
        auto change = prepare_month(folder, key, slice_bars(sorted.bars, row, end),
                                    duplicates_in(repeated, begin_ns, end_ns), source, compression);
        if (!change) return fail(change);
        row = end;
        if (*change) {
            report.rows_added += (*change)->added;
            report.rows_changed += (*change)->changed;
            changes.push_back(**std::move(change));
        }
        if (progress) progress(i + 1, months.size());
    }
    report.months_written = changes.size();
    report.months_unchanged = months.size() - changes.size();
    if (!changes.empty()) {
        const auto lock = FileLock::acquire(folder / kSeriesLock, FileLock::Kind::kExclusive);
        if (!lock) return fail(lock);
        for (MonthChange& change : changes) {
            if (auto committed = change.file.commit(); !committed) return fail(committed);
        }
        if (auto synced = sync_folder(folder); !synced) return fail(synced);
    }
    const auto index = index_folder(folder, key);
    if (!index) return fail(index);
    repair_manifest(folder, key, *index);
    return report;
}

Result<std::vector<SeriesKey>> Cache::list(const Scope& scope) const {
    std::vector<SeriesKey> keys;
    std::vector<fs::path> folders = {fs::path()};
    for (int level = 0; level < 4; ++level) {
        std::vector<fs::path> below;
        for (const fs::path& folder : folders) {
            const auto names = folders_in(folder_ / folder);
            if (!names) return fail(names);
            for (const std::string& one : *names) below.push_back(folder / one);
        }
        folders = std::move(below);
    }
    for (const fs::path& folder : folders) {
        const auto key = key_of_folder(folder);
        if (key && scope.covers(*key)) keys.push_back(*key);
    }
    return keys;
}

Error Cache::not_found(const SeriesKey& key) const {
    const auto keys = list();
    if (!keys || keys->empty()) {
        return {ErrorCode::kNotFound,
                fmt::format("there is no {} in the cache {}: it is empty; `cracktrader data import` "
                            "fills it",
                            key.text(), folder_.string())};
    }
    std::vector<std::string> coarser;
    std::vector<std::string> finer;
    for (const SeriesKey& one : *keys) {
        SeriesKey same = key;
        same.timeframe = one.timeframe;
        if (one != same) continue;
        (one.timeframe < key.timeframe ? finer : coarser).push_back(one.timeframe.text());
    }
    if (finer.empty() && !coarser.empty()) {
        return {
            ErrorCode::kNotFound,
            fmt::format("there is no {} in the cache {}; it has {} of it, and a finer timeframe cannot be made of a "
                        "coarser one",
                        key.text(), folder_.string(), fmt::join(coarser, ", "))};
    }
    std::vector<std::string> texts;
    for (const SeriesKey& one : *keys) texts.push_back(one.text());
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    return {ErrorCode::kNotFound, fmt::format("there is no {} in the cache {}; the nearest is {}", key.text(),
                                              folder_.string(), nearest(key.text(), views))};
}

Result<SeriesInfo> Cache::info(const SeriesKey& key) const {
    const fs::path folder = path_of(key);
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) return tl::make_unexpected(not_found(key));
    const auto lock = FileLock::acquire(folder / kSeriesLock, FileLock::Kind::kShared);
    if (!lock) return fail(lock);
    const auto index = index_folder(folder, key);
    if (!index) return fail(index);
    repair_manifest(folder, key, *index);
    const auto& months = index->manifest.months;
    if (months.empty() && index->damaged.empty()) return tl::make_unexpected(not_found(key));
    SeriesInfo info{.key = key, .damaged = index->damaged};
    for (const ManifestMonth& month : months) {
        info.rows += month.facts.rows;
        info.gaps += month.facts.gaps;
        info.missing += month.facts.missing;
        info.duplicates_dropped += month.facts.duplicates_dropped;
        info.bytes += month.bytes;
        ++info.files;
    }
    if (months.empty()) return info;
    info.first_ns = months.front().facts.first_ns;
    info.last_ns = months.back().facts.last_ns;
    for (std::size_t i = 1; i < months.size(); ++i) {
        const std::uint64_t missing =
            data::missing_bars(months[i - 1].facts.last_ns, months[i].facts.first_ns, 2, key.timeframe);
        info.missing += missing;
        info.gaps += missing > 0 ? 1 : 0;
    }
    return info;
}

Result<std::vector<OpenMonth>> Cache::open(const SeriesKey& key) const {
    const fs::path folder = path_of(key);
    std::error_code error;
    if (!fs::is_directory(folder, error)) return tl::make_unexpected(not_found(key));
    const auto lock = FileLock::acquire(folder / kSeriesLock, FileLock::Kind::kShared);
    if (!lock) return fail(lock);
    std::vector<OpenMonth> months;
    fs::directory_iterator entries(folder, error);
    if (error) return read_failed(folder, error);
    for (const auto& entry : entries) {
        if (!month_of_file_name(entry.path().filename().string()) || !entry.is_regular_file(error)) continue;
        auto month = open_month(entry.path(), key);
        if (!month) return fail(month);
        months.push_back(*std::move(month));
    }
    if (months.empty()) return tl::make_unexpected(not_found(key));
    std::sort(months.begin(), months.end(),
              [](const OpenMonth& a, const OpenMonth& b) { return a.facts.month < b.facts.month; });
    return months;
}

Result<std::vector<Finding>> Cache::verify(const Scope& scope) const {
    const auto keys = list(scope);
    if (!keys) return fail(keys);
    if (keys->empty()) {
        return fail(ErrorCode::kNotFound, fmt::format("nothing of the cache {} is in scope", folder_.string()));
    }
    std::vector<Finding> findings;
    for (const SeriesKey& key : *keys) {
        const fs::path folder = path_of(key);
        std::vector<OpenMonth> months;
        const auto lock = FileLock::acquire(folder / kSeriesLock, FileLock::Kind::kShared);
        if (!lock) return fail(lock);
        bool manifest_there = false;
        std::error_code ignored;
        manifest_there = fs::exists(folder / kManifestName, ignored);
        const auto index = index_folder(folder, key);
        if (!index) return fail(index);
        for (const std::string& unknown : index->unknown) {
            findings.push_back({(folder / unknown).string(), "is no file of the cache"});
        }
        if (!index->manifest_was_right) {
            findings.push_back({(folder / kManifestName).string(), manifest_there
                                                                       ? "does not tell what is there; it is made anew"
                                                                       : "is missing; it is made anew"});
        }
        for (const Error& damaged : index->damaged) findings.push_back({folder.string(), damaged.message});
        for (const ManifestMonth& month : index->manifest.months) {
            auto opened = open_month(folder / month_file_name(month.facts.month), key);
            if (!opened) {
                findings.push_back({(folder / month_file_name(month.facts.month)).string(), opened.error().message});
                continue;
            }
            if (opened->facts != month.facts) {
                findings.push_back({(folder / kManifestName).string(),
                                    fmt::format("lies about {}; it is made anew", month_file_name(month.facts.month))});
                fs::remove(folder / kManifestName, ignored);
            }
            verify_month(*opened, key, findings);
            months.push_back(*std::move(opened));
        }
        verify_gaps(months, key, findings);
        const auto repaired = index_folder(folder, key);
        if (repaired) repair_manifest(folder, key, *repaired);
    }
    return findings;
}

Result<std::vector<SeriesKey>> Cache::invalidate(const Scope& scope) const {
    const auto keys = list(scope);
    if (!keys) return fail(keys);
    for (const SeriesKey& key : *keys) {
        const fs::path folder = path_of(key);
        const auto turn = FileLock::acquire(folder / kWriterLock, FileLock::Kind::kExclusive);
        if (!turn) return fail(turn);
        const auto lock = FileLock::acquire(folder / kSeriesLock, FileLock::Kind::kExclusive);
        if (!lock) return fail(lock);
        remove_abandoned(folder);
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(folder, error)) {
            const std::string file_name = entry.path().filename().string();
            const bool ours = month_of_file_name(file_name).has_value() || file_name == kManifestName;
            if (ours && !fs::remove(entry.path(), error) && error) {
                return fail(ErrorCode::kWriteFailed,
                            fmt::format("cannot remove {}: {}", entry.path().string(), error.message()));
            }
        }
        // The folders go where nothing else is left in them; an importer that waits makes them again.
        fs::remove(folder / kSeriesLock, error);
        fs::remove(folder / kWriterLock, error);
        fs::path above = series_folder(key);
        while (!above.empty() && fs::remove(folder_ / above, error)) above = above.parent_path();
    }
    return *keys;
}

}  // namespace ct::storage

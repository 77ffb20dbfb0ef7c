#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <span>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cracktrader/data_commands.hpp"
#include "cracktrader/data_options.hpp"
#include "cracktrader/json_out.hpp"
#include "cracktrader/print.hpp"
#include "cracktrader/progress_bar.hpp"
#include "ct/analyzers/report_text.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/random_walk.hpp"
#include "ct/storage/bar_file.hpp"
#include "ct/storage/cache.hpp"
#include "ct/storage/columnar.hpp"
#include "ct/storage/series_key.hpp"
#include "ct/storage/series_name.hpp"

// The commands that fill the cache.
namespace ct::cli {

namespace {

Result<std::uint64_t> parse_count(const char* option, const std::string& text) {
    std::uint64_t count = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
    if (read.ec == std::errc{} && read.ptr == text.data() + text.size()) return count;
    return fail(ErrorCode::kInvalidArgument, fmt::format("{}: '{}' is not a whole number from 0", option, text));
}

Result<storage::Compression> parse_compression(const std::string& text) {
    if (text == "lz4") return storage::Compression::kLz4;
    if (text == "zstd") return storage::Compression::kZstd;
    return fail(ErrorCode::kInvalidArgument, fmt::format("--compression: '{}' is unknown, expected lz4 or zstd", text));
}

void add(storage::ImportReport& sum, const storage::ImportReport& report) {
    sum.rows_read += report.rows_read;
    sum.rows_added += report.rows_added;
    sum.rows_changed += report.rows_changed;
    sum.duplicates_dropped += report.duplicates_dropped;
    sum.sorted = sum.sorted && report.sorted;
    sum.months_written += report.months_written;
    sum.months_unchanged += report.months_unchanged;
}

void write_counts(JsonOut& json, const storage::ImportReport& report) {
    json.number("rows_read", report.rows_read);
    json.number("rows_added", report.rows_added);
    json.number("rows_changed", report.rows_changed);
    json.number("duplicates_dropped", report.duplicates_dropped);
    json.number("months_written", report.months_written);
    json.number("months_unchanged", report.months_unchanged);
}

/// What was done to one series.
struct SeriesReport {
    storage::SeriesKey key;
    storage::ImportReport report;
};

/// Prints what was done to each series; as JSON with the sums above.
void print_reports(std::span<const SeriesReport> reports, const DataOptions& options) {
    using analyzers::grouped;
    if (options.json) {
        storage::ImportReport sum;
        for (const auto& [key, report] : reports) add(sum, report);
        JsonOut json;
        json.begin_object();
        write_counts(json, sum);
        json.key("series");
        json.begin_array();
        for (const auto& [key, report] : reports) {
            json.begin_object();
            json.text("exchange", key.exchange);
            json.text("symbol", key.symbol);
            json.text("instrument", storage::name(key.market));
            json.text("timeframe", key.timeframe.text());
            write_counts(json, report);
            json.end_object();
        }
        json.end_array();
        json.end_object();
        json.print_out();
        return;
    }
    for (const auto& [key, report] : reports) {
        print(stdout,
              "{}: {} rows read{}, {} added, {} changed, {} duplicates dropped; {} months written, {} unchanged, in "
              "{}\n",
              key.text(), grouped(report.rows_read), report.sorted ? "" : " (sorted)", grouped(report.rows_added),
              grouped(report.rows_changed), grouped(report.duplicates_dropped), report.months_written,
              report.months_unchanged, options.data_dir);
    }
}

Result<storage::ImportReport> import_bars(const storage::Cache& cache, const storage::SeriesKey& key,
                                          const data::BarSeries& bars, const std::string& source,
                                          storage::Compression compression) {
    ProgressBar bar("writing");
    return cache.import(key, bars, source, compression,
                        [&](std::uint64_t done, std::uint64_t total) { bar.update(done, total); });
}

/// The series that a file belongs to: as the options say, else as its name says.
Result<storage::SeriesKey> key_of_file(const DataOptions& options, const std::string& file) {
    const storage::SeriesName named = storage::series_of_file_name(file);
    DataOptions of_file = options;
    if (!of_file.symbol) of_file.symbol = named.symbol;
    if (!of_file.timeframe && named.timeframe) of_file.timeframe = named.timeframe->text();
    for (const auto& [option, value] : {std::pair{"--symbol", &of_file.symbol}, {"--timeframe", &of_file.timeframe}}) {
        if (*value) continue;
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("{} is required: the name of {} does not tell it", option, file));
    }
    return parse_key(of_file);
}

Result<storage::ImportReport> import_file(const storage::Cache& cache, const storage::SeriesKey& key,
                                          const std::string& file, const DataOptions& options,
                                          storage::Compression compression) {
    ProgressBar bar(fmt::format("reading {}", std::filesystem::path(file).filename().string()));
    const auto read = storage::read_bars(file, {.timeframe = key.timeframe, .keep_extras = true},
                                         [&](std::uint64_t done, std::uint64_t total) { bar.update(done, total); });
    if (!read) return fail(read);
    std::FILE* const notes = options.json ? stderr : stdout;
    for (const auto& format : read->formats) print(notes, "{}\n", format);
    for (const auto& ignored : read->ignored) print(notes, "ignored {}\n", ignored);
    if (const auto named = storage::series_of_file_name(file).symbol; named && named != key.symbol) {
        print(notes, "{} is named as {} and goes into {}\n", file, *named, key.text());
    }
    return import_bars(cache, key, read->series, std::filesystem::path(file).filename(), compression);
}

}  // namespace

Result<void> run_data_import(const DataOptions& options) {
    std::vector<storage::SeriesKey> keys;
    for (const std::string& file : options.files) {
        auto key = key_of_file(options, file);
        if (!key) return fail(key);
        keys.push_back(*std::move(key));
    }
    const auto compression = parse_compression(options.compression);
    if (!compression) return fail(compression);
    const storage::Cache cache(options.data_dir);
    std::vector<SeriesReport> reports;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto report = import_file(cache, keys[i], options.files[i], options, *compression);
        if (!report) return fail(report);
        const auto same = std::ranges::find(reports, keys[i], &SeriesReport::key);
        if (same == reports.end()) {
            reports.push_back({keys[i], *report});
        } else {
            add(same->report, *report);
        }
    }
    print_reports(reports, options);
    return {};
}

Result<void> run_data_generate(const DataOptions& options) {
    constexpr std::uint64_t kPiece = 1'000'000;
    constexpr std::uint64_t kMostRows = 1'000'000'000;
    const auto key = parse_key(options);
    if (!key) return fail(key);
    const auto rows = parse_count("--rows", options.rows);
    if (!rows) return fail(rows);
    if (*rows == 0 || *rows > kMostRows) {
        return fail(ErrorCode::kInvalidArgument, fmt::format("--rows: expected 1 to {}, not {}", kMostRows, *rows));
    }
    const auto seed = parse_count("--seed", options.seed);
    if (!seed) return fail(seed);
    const auto start_ns = parse_iso_time(options.start);
    if (!start_ns) return fail(start_ns.error().code, fmt::format("--start: {}", start_ns.error().message));
    const auto compression = parse_compression(options.compression);
    if (!compression) return fail(compression);

    const storage::Cache cache(options.data_dir);
    data::RandomWalk walk(*seed, key->timeframe, *start_ns);
    storage::ImportReport sum;
    for (std::uint64_t done = 0; done < *rows;) {
        const auto piece = static_cast<std::size_t>(std::min(kPiece, *rows - done));
        const auto report =
            import_bars(cache, *key, walk.next(piece), fmt::format("random walk, seed {}", *seed), *compression);
        if (!report) return fail(report);
        add(sum, *report);
        done += piece;
    }
    print_reports(std::vector{SeriesReport{*key, sum}}, options);
    return {};
}

}  // namespace ct::cli

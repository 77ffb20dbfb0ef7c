#include "cracktrader/migrate_cache.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "cracktrader/cli.hpp"
#include "cracktrader/json_out.hpp"
#include "cracktrader/print.hpp"
#include "cracktrader/progress_bar.hpp"
#include "ct/analyzers/report_text.hpp"
#include "ct/core/result.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/storage/bar_merge.hpp"
#include "ct/storage/cache.hpp"
#include "ct/storage/series_key.hpp"

namespace ct::cli {

namespace {

namespace fs = std::filesystem;

/// A series of the old cache and its months.
struct OldSeries {
    storage::SeriesKey key;
    std::vector<fs::path> months;
    storage::ImportReport report;  ///< in a dry run only the rows that were read
};

void append(data::BarSeries& to, const data::BarSeries& from) {
    const auto add = [](auto& column, const auto& more) { column.insert(column.end(), more.begin(), more.end()); };
    add(to.time_ns, from.time_ns);
    add(to.open, from.open);
    add(to.high, from.high);
    add(to.low, from.low);
    add(to.close, from.close);
    add(to.volume, from.volume);
}

/// All months of a series, one after the other, checked as an import checks them.
Result<data::BarSeries> read_months(const OldSeries& series, const PickleReader& read_pickle, ProgressBar& bar) {
    data::BarSeries bars;
    for (std::size_t i = 0; i < series.months.size(); ++i) {
        bar.update(i, series.months.size());
        const auto month = read_pickle(series.months[i].string());
        if (!month) return fail(month);
        append(bars, *month);
    }
    bar.update(series.months.size(), series.months.size());
    bars.timeframe = series.key.timeframe;
    if (auto checked = storage::check_bars(storage::sort_bars(bars).bars); !checked) {
        return fail(checked.error().code, fmt::format("{}: {}", series.key.text(), checked.error().message));
    }
    return bars;
}

/// The folders are named as in this cache, but for the one of the monthly timeframe.
std::optional<storage::SeriesKey> key_of_old_folder(fs::path folder) {
    if (folder.filename() == "1M") folder.replace_filename("1mo");
    return storage::key_of_folder(folder);
}

/// The series below the source that are asked for, with their months.
Result<std::vector<OldSeries>> find_series(const MigrateOptions& options) {
    std::optional<storage::Market> market;
    if (options.instrument) {
        const auto parsed = storage::parse_market(*options.instrument);
        if (!parsed) return fail(parsed.error().code, fmt::format("--instrument: {}", parsed.error().message));
        market = *parsed;
    }
    std::error_code error;
    fs::recursive_directory_iterator entries(options.source, error);
    if (error) {
        return fail(error == std::errc::no_such_file_or_directory ? ErrorCode::kNotFound : ErrorCode::kReadFailed,
                    fmt::format("{}: {}", options.source, error.message()));
    }
    std::vector<fs::path> files;
    for (const fs::recursive_directory_iterator end; entries != end; entries.increment(error)) {
        if (entries->path().extension() == ".pkl") files.push_back(entries->path());
    }
    if (error) return fail(ErrorCode::kReadFailed, fmt::format("{}: {}", options.source, error.message()));
    std::sort(files.begin(), files.end());
    std::vector<OldSeries> found;
    for (const fs::path& file : files) {
        const auto key = key_of_old_folder(file.parent_path().lexically_relative(options.source));
        if (!key) {
            print(stderr, "ignored {}: not below a folder such as binance/spot/BTC_USDT/1m\n", file.string());
            continue;
        }
        if (options.exchange && key->exchange != *options.exchange) continue;
        if (market && key->market != *market) continue;
        if (found.empty() || !(found.back().key == *key)) found.push_back({.key = *key});
        found.back().months.push_back(file);
    }
    if (!found.empty()) return found;
    return fail(ErrorCode::kNotFound,
                fmt::format("{}: no pickled months, expected files such as binance/spot/BTC_USDT/1m/2024-05.pkl",
                            options.source));
}

void print_json(const std::vector<OldSeries>& all, const MigrateOptions& options) {
    JsonOut json;
    json.begin_object();
    json.flag("dry_run", options.dry_run);
    json.key("series");
    json.begin_array();
    for (const OldSeries& series : all) {
        json.begin_object();
        json.text("exchange", series.key.exchange);
        json.text("symbol", series.key.symbol);
        json.text("instrument", storage::name(series.key.market));
        json.text("timeframe", series.key.timeframe.text());
        json.number("files", series.months.size());
        json.number("rows_read", series.report.rows_read);
        json.number("rows_added", series.report.rows_added);
        json.number("rows_changed", series.report.rows_changed);
        json.number("duplicates_dropped", series.report.duplicates_dropped);
        json.number("months_written", series.report.months_written);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    json.print_out();
}

void print_text(const std::vector<OldSeries>& all, const MigrateOptions& options) {
    using analyzers::grouped;
    for (const OldSeries& series : all) {
        const std::string read = fmt::format("{}: {} rows in {} files", series.key.text(),
                                             grouped(series.report.rows_read), series.months.size());
        if (options.dry_run) {
            print(stdout, "{}, would go to {}\n", read,
                  (options.data_dir / storage::series_folder(series.key)).string());
        } else {
            print(stdout, "{}, {} added, {} changed, {} duplicates dropped; {} months written in {}\n", read,
                  grouped(series.report.rows_added), grouped(series.report.rows_changed),
                  grouped(series.report.duplicates_dropped), series.report.months_written, options.data_dir);
        }
    }
    if (options.dry_run) print(stdout, "dry run: nothing was written\n");
}

}  // namespace

Result<void> run_migrate_cache(const MigrateOptions& options, const PickleReader& read_pickle) {
    auto all = find_series(options);
    if (!all) return fail(all);
    for (OldSeries& series : *all) {
        ProgressBar bar(fmt::format("checking {}", series.key.text()));
        const auto bars = read_months(series, read_pickle, bar);
        if (!bars) return fail(bars);
        series.report.rows_read = bars->size();
    }
    if (!options.dry_run) {
        const storage::Cache cache(options.data_dir);
        for (OldSeries& series : *all) {
            ProgressBar bar(fmt::format("importing {}", series.key.text()));
            const auto bars = read_months(series, read_pickle, bar);
            if (!bars) return fail(bars);
            const auto report = cache.import(series.key, *bars, fmt::format("{} (pickled)", options.source));
            if (!report) return fail(report);
            series.report = *report;
        }
    }
    if (options.json) {
        print_json(*all, options);
    } else {
        print_text(*all, options);
    }
    return {};
}

}  // namespace ct::cli

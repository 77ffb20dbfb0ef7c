#include "cracktrader/data_commands.hpp"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cracktrader/data_options.hpp"
#include "cracktrader/json_out.hpp"
#include "cracktrader/print.hpp"
#include "cracktrader/progress_bar.hpp"
#include "ct/analyzers/report_text.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/gap_policy.hpp"
#include "ct/storage/bar_export.hpp"
#include "ct/storage/cache.hpp"
#include "ct/storage/series_key.hpp"

namespace ct::cli {

namespace {

constexpr std::int64_t kNsPerMillisecond = kNsPerSecond / 1000;

void print_info_json(JsonOut& json, const storage::SeriesInfo& info) {
    json.begin_object();
    json.text("exchange", info.key.exchange);
    json.text("symbol", info.key.symbol);
    json.text("instrument", storage::name(info.key.market));
    json.text("timeframe", info.key.timeframe.text());
    json.number("rows", info.rows);
    json.number("first", info.first_ns / kNsPerMillisecond);
    json.number("last", info.last_ns / kNsPerMillisecond);
    json.number("gaps", info.gaps);
    json.number("missing", info.missing);
    json.number("duplicates_dropped", info.duplicates_dropped);
    json.number("files", info.files);
    json.number("bytes", info.bytes);
    json.key("damaged");
    json.begin_array();
    for (const Error& damaged : info.damaged) {
        json.begin_object();
        json.text("error", damaged.message);
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

bool names_anything(const storage::Scope& scope) {
    return scope.exchange || scope.market || scope.symbol || scope.timeframe;
}

}  // namespace

Result<void> run_data_list(const DataOptions& options) {
    const auto scope = parse_scope(options);
    if (!scope) return fail(scope);
    const storage::Cache cache(options.data_dir);
    const auto keys = cache.list(*scope);
    if (!keys) return fail(keys);
    std::vector<storage::SeriesInfo> infos;
    for (const auto& key : *keys) {
        auto info = cache.info(key);
        if (!info) return fail(info);
        infos.push_back(*std::move(info));
    }
    if (options.json) {
        JsonOut json;
        json.begin_array();
        for (const auto& info : infos) print_info_json(json, info);
        json.end_array();
        json.print_out();
        return {};
    }
    if (infos.empty()) {
        print(stdout, "the cache {} holds nothing{}; `cracktrader data import --help` tells how to fill it\n",
              options.data_dir, names_anything(*scope) ? " of that" : "");
        return {};
    }
    print(stdout, "{:<12} {:<22} {:<5} {:>14}  {:<16}  {:<16} {:>8} {:>12}\n", "exchange", "symbol", "", "bars",
          "first", "last", "missing", "bytes");
    using analyzers::grouped;
    for (const auto& info : infos) {
        print(stdout, "{:<12} {:<22} {:<5} {:>14}  {:<16}  {:<16} {:>8} {:>12}{}\n", info.key.exchange, info.key.symbol,
              info.key.timeframe.text(), grouped(info.rows), format_iso_time(info.first_ns).substr(0, 16),
              format_iso_time(info.last_ns).substr(0, 16), grouped(info.missing), grouped(info.bytes),
              info.damaged.empty() ? "" : "  damaged: see `cracktrader data verify`");
    }
    return {};
}

Result<void> run_data_info(const DataOptions& options) {
    const auto key = parse_key(options);
    if (!key) return fail(key);
    const auto info = storage::Cache(options.data_dir).info(*key);
    if (!info) return fail(info);
    if (options.json) {
        JsonOut json;
        print_info_json(json, *info);
        json.print_out();
        return {};
    }
    using analyzers::grouped;
    print(stdout, "{} ({})\n", key->text(), storage::name(key->market));
    print(stdout, "  bars                {:>14}\n", grouped(info->rows));
    print(stdout, "  first               {:>20} UTC\n", format_iso_time(info->first_ns));
    print(stdout, "  last                {:>20} UTC\n", format_iso_time(info->last_ns));
    print(stdout, "  gaps                {:>14}, {} bars missing\n", grouped(info->gaps), grouped(info->missing));
    print(stdout, "  duplicates dropped  {:>14}\n", grouped(info->duplicates_dropped));
    print(stdout, "  files               {:>14}\n", grouped(info->files));
    print(stdout, "  bytes               {:>14}\n", grouped(info->bytes));
    for (const Error& damaged : info->damaged) print(stdout, "  damaged: {}\n", damaged.message);
    return {};
}

Result<bool> run_data_verify(const DataOptions& options) {
    const auto scope = parse_scope(options);
    if (!scope) return fail(scope);
    const auto findings = storage::Cache(options.data_dir).verify(*scope);
    if (!findings) return fail(findings);
    if (options.json) {
        JsonOut json;
        json.begin_array();
        for (const auto& finding : *findings) {
            json.begin_object();
            json.text("path", finding.path);
            json.text("finding", finding.what);
            json.end_object();
        }
        json.end_array();
        json.print_out();
        return findings->empty();
    }
    for (const auto& finding : *findings) print(stdout, "{}: {}\n", finding.path, finding.what);
    print(stdout, "{}\n",
          findings->empty() ? "nothing wrong"
                            : fmt::format("{} {}", findings->size(), findings->size() == 1 ? "finding" : "findings"));
    return findings->empty();
}

Result<void> run_data_export(const DataOptions& options) {
    const auto key = parse_key(options);
    if (!key) return fail(key);
    storage::ExportOptions what;
    if (options.from) {
        const auto from_ns = parse_iso_time(*options.from);
        if (!from_ns) return fail(from_ns.error().code, fmt::format("--from: {}", from_ns.error().message));
        what.from_ns = *from_ns;
    }
    if (options.to) {
        const auto to_ns = parse_range_end(*options.to);
        if (!to_ns) return fail(to_ns.error().code, fmt::format("--to: {}", to_ns.error().message));
        what.to_ns = *to_ns;
    }
    const auto gaps = data::parse_gap_policy(options.gaps);
    if (!gaps) return fail(gaps.error().code, fmt::format("--gaps: {}", gaps.error().message));
    what.gaps = *gaps;
    ProgressBar bar("exporting");
    const auto rows = storage::export_bars(storage::Cache(options.data_dir), *key, what, options.output,
                                           [&](std::uint64_t done, std::uint64_t total) { bar.update(done, total); });
    if (!rows) return fail(rows);
    if (options.json) {
        JsonOut json;
        json.begin_object();
        json.number("rows", *rows);
        json.text("output", options.output);
        json.end_object();
        json.print_out();
    } else {
        print(stdout, "{}: {} rows -> {}\n", key->text(), analyzers::grouped(*rows), options.output);
    }
    return {};
}

Result<void> run_data_invalidate(const DataOptions& options) {
    const auto scope = parse_scope(options);
    if (!scope) return fail(scope);
    if (names_anything(*scope) == options.all) {
        return fail(ErrorCode::kInvalidArgument,
                    options.all
                        ? "--all means everything: expected it alone"
                        : "expected what to remove: --exchange, --symbol, --timeframe or --instrument, or --all");
    }
    const auto removed = storage::Cache(options.data_dir).invalidate(*scope);
    if (!removed) return fail(removed);
    if (options.json) {
        JsonOut json;
        json.begin_array();
        for (const auto& key : *removed) {
            json.begin_object();
            json.text("removed", key.text());
            json.end_object();
        }
        json.end_array();
        json.print_out();
        return {};
    }
    for (const auto& key : *removed) print(stdout, "removed {}\n", key.text());
    if (removed->empty()) print(stdout, "nothing of that is in the cache {}\n", options.data_dir);
    return {};
}

}  // namespace ct::cli

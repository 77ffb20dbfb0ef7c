#include "cache.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "array_bars.hpp"
#include "bars.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/gap_policy.hpp"
#include "ct/storage/bar_file.hpp"
#include "ct/storage/cache.hpp"
#include "ct/storage/cache_history.hpp"
#include "ct/storage/series_key.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/times.hpp"

namespace ct::python {

namespace {

using Text = std::optional<std::string>;

constexpr std::int64_t kNsPerMillisecond = kNsPerSecond / 1000;

/// Runs what may take long without the interpreter's lock, and throws its error with it.
template <class Call>
auto unlocked(const Call& call) {
    auto result = [&] {
        const nb::gil_scoped_release free_gil;
        return call();
    }();
    return take(std::move(result));
}

storage::Scope scope_of(const Text& exchange, const Text& symbol, const Text& timeframe, const Text& instrument) {
    storage::Scope scope{.exchange = exchange, .market = {}, .symbol = symbol, .timeframe = {}};
    if (instrument) scope.market = take(storage::parse_market(*instrument));
    if (timeframe) scope.timeframe = take(Timeframe::parse(*timeframe));
    return scope;
}

storage::SeriesKey key_of(const std::string& exchange, const std::string& symbol, const std::string& timeframe,
                          const Text& instrument) {
    const storage::Scope scope = scope_of(exchange, symbol, timeframe, instrument);
    return take(storage::SeriesKey::make(exchange, symbol, scope.market, *scope.timeframe));
}

nb::dict report_dict(const storage::ImportReport& report) {
    nb::dict dict;
    dict["rows_read"] = report.rows_read;
    dict["rows_added"] = report.rows_added;
    dict["rows_changed"] = report.rows_changed;
    dict["duplicates_dropped"] = report.duplicates_dropped;
    dict["months_written"] = report.months_written;
    dict["months_unchanged"] = report.months_unchanged;
    return dict;
}

nb::dict key_dict(const storage::SeriesKey& key) {
    nb::dict dict;
    dict["exchange"] = key.exchange;
    dict["symbol"] = key.symbol;
    dict["instrument"] = std::string(storage::name(key.market));
    dict["timeframe"] = key.timeframe.text();
    return dict;
}

nb::dict info_dict(const storage::SeriesInfo& info) {
    nb::dict dict = key_dict(info.key);
    dict["rows"] = info.rows;
    dict["first"] = info.first_ns / kNsPerMillisecond;
    dict["last"] = info.last_ns / kNsPerMillisecond;
    dict["gaps"] = info.gaps;
    dict["missing"] = info.missing;
    dict["duplicates_dropped"] = info.duplicates_dropped;
    dict["files"] = info.files;
    dict["bytes"] = info.bytes;
    nb::list damaged;
    for (const Error& error : info.damaged) damaged.append(error.message);
    dict["damaged"] = damaged;
    return dict;
}

data::BarSeries series_of(const Bars& bars) {
    data::BarSeries series = copy_of(bars.memory->columns());
    series.timeframe = bars.timeframe;
    series.price_decimals = bars.price_decimals;
    return series;
}

nb::dict import_bars(const std::string& folder, const std::string& exchange, const std::string& symbol,
                     const std::string& timeframe, const Text& instrument, const Bars& bars) {
    const storage::SeriesKey key = key_of(exchange, symbol, timeframe, instrument);
    return report_dict(unlocked([&] { return storage::Cache(folder).import(key, series_of(bars), "Python"); }));
}

nb::dict import_columns(const std::string& folder, const std::string& exchange, const std::string& symbol,
                        const std::string& timeframe, const Text& instrument, const nb::object& time,
                        const nb::object& open, const nb::object& high, const nb::object& low, const nb::object& close,
                        const nb::object& volume, std::int64_t unit_ns) {
    const storage::SeriesKey key = key_of(exchange, symbol, timeframe, instrument);
    const data::BarSeries bars = unchecked_series({time, open, high, low, close, volume}, unit_ns);
    return report_dict(unlocked([&] { return storage::Cache(folder).import(key, bars, "Python"); }));
}

nb::dict import_file(const std::string& folder, const std::string& exchange, const std::string& symbol,
                     const std::string& timeframe, const Text& instrument, const std::string& path) {
    const storage::SeriesKey key = key_of(exchange, symbol, timeframe, instrument);
    return report_dict(unlocked([&]() -> Result<storage::ImportReport> {
        const auto read = storage::read_bars(path, {.timeframe = key.timeframe, .keep_extras = true});
        if (!read) return fail(read);
        return storage::Cache(folder).import(key, read->series, path);
    }));
}

Bars read(const std::string& folder, const std::string& exchange, const std::string& symbol,
          const std::string& timeframe, const Text& instrument, nb::handle start, nb::handle end,
          const std::string& gap_policy) {
    const storage::SeriesKey key = key_of(exchange, symbol, timeframe, instrument);
    const auto from_ns = read_bound(start, "start");
    const auto to_ns = read_end(end);
    data::BarSeries series = unlocked([&]() -> Result<data::BarSeries> {
        const auto policy = data::parse_gap_policy(gap_policy);
        if (!policy) return fail(policy);
        auto opened = storage::CacheHistory::open(storage::Cache(folder), key, from_ns, to_ns);
        if (!opened) return fail(opened);
        const auto history = data::apply_gap_policy(*std::move(opened), *policy, key.text());
        if (!history) return fail(history);
        return data::read_whole(**history);
    });
    return bars_of_series(std::move(series));
}

nb::list list(const std::string& folder, const Text& exchange, const Text& symbol, const Text& timeframe,
              const Text& instrument) {
    const storage::Scope scope = scope_of(exchange, symbol, timeframe, instrument);
    const storage::Cache cache(folder);
    nb::list infos;
    for (const auto& key : unlocked([&] { return cache.list(scope); })) {
        infos.append(info_dict(unlocked([&] { return cache.info(key); })));
    }
    return infos;
}

nb::list verify(const std::string& folder, const Text& exchange, const Text& symbol, const Text& timeframe,
                const Text& instrument) {
    const storage::Scope scope = scope_of(exchange, symbol, timeframe, instrument);
    nb::list findings;
    for (const auto& finding : unlocked([&] { return storage::Cache(folder).verify(scope); })) {
        nb::dict dict;
        dict["path"] = finding.path;
        dict["finding"] = finding.what;
        findings.append(dict);
    }
    return findings;
}

nb::list clear(const std::string& folder, const Text& exchange, const Text& symbol, const Text& timeframe,
               const Text& instrument) {
    const storage::Scope scope = scope_of(exchange, symbol, timeframe, instrument);
    nb::list removed;
    for (const auto& key : unlocked([&] { return storage::Cache(folder).invalidate(scope); })) {
        removed.append(key_dict(key));
    }
    return removed;
}

}  // namespace

void bind_cache(nb::module_& module) {
    module.def("cache_import_bars", import_bars, nb::arg("folder"), nb::arg("exchange"), nb::arg("symbol"),
               nb::arg("timeframe"), nb::arg("instrument").none(), nb::arg("bars"));
    module.def("cache_import_columns", import_columns, nb::arg("folder"), nb::arg("exchange"), nb::arg("symbol"),
               nb::arg("timeframe"), nb::arg("instrument").none(), nb::arg("time"), nb::arg("open"), nb::arg("high"),
               nb::arg("low"), nb::arg("close"), nb::arg("volume"), nb::arg("unit_ns"));
    module.def("cache_import_file", import_file, nb::arg("folder"), nb::arg("exchange"), nb::arg("symbol"),
               nb::arg("timeframe"), nb::arg("instrument").none(), nb::arg("path"));
    module.def("cache_read", read, nb::arg("folder"), nb::arg("exchange"), nb::arg("symbol"), nb::arg("timeframe"),
               nb::arg("instrument").none(), nb::arg("start").none(), nb::arg("end").none(), nb::arg("gaps"));
    module.def(
        "cache_info",
        [](const std::string& folder, const std::string& exchange, const std::string& symbol,
           const std::string& timeframe, const Text& instrument) {
            const storage::SeriesKey key = key_of(exchange, symbol, timeframe, instrument);
            return info_dict(unlocked([&] { return storage::Cache(folder).info(key); }));
        },
        nb::arg("folder"), nb::arg("exchange"), nb::arg("symbol"), nb::arg("timeframe"), nb::arg("instrument").none());
    const auto define = [&](const char* name, auto function) {
        module.def(name, function, nb::arg("folder"), nb::arg("exchange").none(), nb::arg("symbol").none(),
                   nb::arg("timeframe").none(), nb::arg("instrument").none());
    };
    define("cache_list", list);
    define("cache_verify", verify);
    define("cache_clear", clear);
}

}  // namespace ct::python

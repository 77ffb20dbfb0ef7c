#include "bars.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/vector.h>

#include "array_bars.hpp"
#include "arrow.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/csv.hpp"
#include "ct/data/csv_fields.hpp"
#include "ct/data/csv_header.hpp"
#include "ct/data/heikin_ashi.hpp"
#include "ct/data/price_decimals.hpp"
#include "ct/data/quality.hpp"
#include "ct/data/resample.hpp"
#include "ct/storage/bar_merge.hpp"
#include "ct/storage/csv_file.hpp"
#include "strategy/bar_memory.hpp"
#include "strategy/column.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"

namespace ct::python {

namespace {

std::optional<Timeframe> parse_timeframe(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    return take(Timeframe::parse(*text));
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// The reader speaks of the command line's options; in Python they are arguments.
[[noreturn]] void throw_read_error(Error error) {
    replace_all(error.message, "--timeframe ", "timeframe=");
    replace_all(error.message, "--timeframe", "timeframe=");
    replace_all(error.message, "--price-decimals", "price_decimals=");
    throw_error(error);
}

Bars read_bars(const std::string& path, const std::optional<std::string>& timeframe,
               std::optional<int> price_decimals) {
    const data::CsvOptions options{.timeframe = parse_timeframe(timeframe), .price_decimals = price_decimals};
    std::optional<nb::python_error> signal;
    const auto watch_signals = [&](std::uint64_t /*done*/, std::uint64_t /*total*/) {
        const nb::gil_scoped_acquire gil;
        if (!signal && PyErr_CheckSignals() != 0) signal.emplace();
    };
    auto read = [&] {
        const nb::gil_scoped_release free_gil;
        return storage::read_csv(path, options, watch_signals);
    }();
    if (signal) throw nb::python_error(std::move(*signal));
    if (!read) throw_read_error(read.error());
    Bars bars;
    bars.timeframe = read->series.timeframe;
    bars.price_decimals = read->series.price_decimals;
    bars.gaps = read->gaps;
    bars.missing_bars = read->missing_bars;
    for (const auto& file : read->files) bars.detected.push_back(file.text());
    for (const auto& ignored : read->ignored) bars.detected.push_back(fmt::format("ignored {}", ignored));
    bars.memory = std::make_shared<BarMemory>(std::move(read->series));
    return bars;
}

/// Which of some column names is the time, the open ... as in the header of a CSV file: their places, in that order.
std::vector<std::size_t> match_columns(const std::vector<std::string>& names) {
    if (names.size() > data::kMaxCsvColumns) {
        throw_error({ErrorCode::kInvalidData,
                     fmt::format("bars: {} columns, expected at most {}", names.size(), data::kMaxCsvColumns)});
    }
    auto fields = std::make_unique<data::CsvFields>();
    for (const std::string& name : names) fields->fields[fields->count++] = name;
    const data::CsvHeaderMatch match = data::match_csv_header(*fields);
    if (!match.ambiguous.empty()) {
        throw_error({ErrorCode::kInvalidData, fmt::format("bars: columns {}", match.ambiguous)});
    }
    if (!match.missing.empty()) {
        throw_error(
            {ErrorCode::kInvalidData, fmt::format("bars: no column for {} among {}; expected time, open, high, low, "
                                                  "close, volume",
                                                  fmt::join(match.missing, ", "), fmt::join(names, ", "))});
    }
    constexpr data::CsvColumn kWanted[] = {data::CsvColumn::kTime, data::CsvColumn::kOpen,  data::CsvColumn::kHigh,
                                           data::CsvColumn::kLow,  data::CsvColumn::kClose, data::CsvColumn::kVolume};
    std::vector<std::size_t> places;
    for (const data::CsvColumn wanted : kWanted) {
        const auto at = std::ranges::find(match.columns, wanted) - match.columns.begin();
        places.push_back(static_cast<std::size_t>(at));
    }
    return places;
}

Bars make_bars(nb::object time, nb::object open, nb::object high, nb::object low, nb::object close, nb::object volume,
               std::int64_t unit_ns, const std::optional<std::string>& timeframe, std::optional<int> price_decimals) {
    return bars_of_arrays(
        {std::move(time), std::move(open), std::move(high), std::move(low), std::move(close), std::move(volume)},
        unit_ns, parse_timeframe(timeframe), price_decimals);
}

/// The bars at a longer timeframe. Those at the ends that are not whole are left out, or kept and marked.
Bars resample(const Bars& bars, const std::string& text, bool keep_partial) {
    const Timeframe timeframe = take(Timeframe::parse(text));
    if (!is_multiple(timeframe, bars.timeframe)) {
        throw_error({ErrorCode::kUnsupported,
                     fmt::format("{} bars are not made of whole {} bars", timeframe.text(), bars.timeframe.text())});
    }
    data::BarSeries out{.timeframe = timeframe, .price_decimals = bars.price_decimals};
    data::Resampler resampler(timeframe, bars.timeframe);
    {
        const nb::gil_scoped_release free_gil;
        resampler.run(bars.memory->columns(), out, std::numeric_limits<std::size_t>::max());
        resampler.finish(out);
    }
    std::vector<std::size_t> partial;
    if (!resampler.first_is_whole()) partial.push_back(0);
    if (!resampler.last_is_whole() && (partial.empty() || out.size() > 1)) partial.push_back(out.size() - 1);
    if (!keep_partial) {
        const std::size_t begin = resampler.first_is_whole() ? 0 : 1;
        const std::size_t end = out.size() - (resampler.last_is_whole() ? 0 : 1);
        out = storage::slice_bars(out, begin, std::max(begin, end));
        partial.clear();
        if (out.size() == 0) {
            throw_error(
                {ErrorCode::kInvalidData,
                 fmt::format("the bars hold no whole bar of {}; partial=True keeps those that are not whole", text)});
        }
    }
    Bars resampled = bars_of_series(std::move(out));
    resampled.partial = std::move(partial);
    return resampled;
}

Bars heikin_ashi(const Bars& bars) {
    data::BarSeries out{.timeframe = bars.timeframe};
    data::HeikinAshi().run(bars.memory->columns(), out);
    out.price_decimals = data::price_decimals(out.columns());
    return bars_of_series(std::move(out));
}

/// A property that gives a column as a numpy array.
auto column_property(std::span<const double> BarColumns::* column) {
    return [column](const Bars& bars) { return nb::steal(make_array(bars.memory, bars.memory->columns().*column)); };
}

nb::object time_ms_of(const Bars& bars) {
    const std::size_t rows = bars.memory->columns().size();
    return nb::steal(make_array(bars.memory, std::span(bars.memory->time_ms(rows), rows)));
}

nb::object stream(const Bars& bars) {
    const BarColumns& columns = bars.memory->columns();
    std::vector<ArrowColumn> arrow;
    arrow.push_back(
        {.name = "open_time", .format = "tsm:UTC", .buffers = {nullptr, bars.memory->time_ms(columns.size())}});
    const auto add = [&](const char* name, std::span<const double> values) {
        arrow.push_back({.name = name, .format = "g", .buffers = {nullptr, values.data()}});
    };
    add("open", columns.open);
    add("high", columns.high);
    add("low", columns.low);
    add("close", columns.close);
    add("volume", columns.volume);
    return arrow_stream(std::move(arrow), columns.size(), bars.memory);
}

std::string repr(const Bars& bars) {
    const auto& times_ns = bars.memory->columns().time_ns;
    return fmt::format("Bars({} bars of {}, {} to {})", times_ns.size(), bars.timeframe.text(),
                       format_iso_time(times_ns.front()), format_iso_time(times_ns.back()));
}

}  // namespace

Bars bars_of_series(data::BarSeries&& series) {
    Bars bars;
    bars.timeframe = series.timeframe;
    bars.price_decimals = series.price_decimals;
    const data::Gaps gaps = data::find_gaps(series.time_ns, series.timeframe);
    bars.gaps = gaps.gaps;
    bars.missing_bars = gaps.missing_bars;
    bars.memory = std::make_shared<BarMemory>(std::move(series));
    return bars;
}

void bind_bars(nb::module_& module) {
    nb::class_<Bars>(module, "Bars")
        .def("__len__", [](const Bars& bars) { return bars.memory->columns().size(); })
        .def("__repr__", repr)
        .def_prop_ro("timeframe", [](const Bars& bars) { return bars.timeframe.text(); })
        .def_ro("price_decimals", &Bars::price_decimals)
        .def_ro("detected", &Bars::detected)
        .def_ro("gaps", &Bars::gaps)
        .def_ro("missing_bars", &Bars::missing_bars)
        .def_ro("partial", &Bars::partial)
        .def("resample", resample, nb::arg("timeframe"), nb::kw_only(), nb::arg("partial") = false)
        .def("heikin_ashi", heikin_ashi)
        .def_prop_ro("time_ms", time_ms_of)
        .def_prop_ro("open", column_property(&BarColumns::open))
        .def_prop_ro("high", column_property(&BarColumns::high))
        .def_prop_ro("low", column_property(&BarColumns::low))
        .def_prop_ro("close", column_property(&BarColumns::close))
        .def_prop_ro("volume", column_property(&BarColumns::volume))
        .def(
            "__arrow_c_stream__", [](const Bars& bars, const nb::object& /*schema*/) { return stream(bars); },
            nb::arg("requested_schema") = nb::none());
    module.def("read_bars", read_bars, nb::arg("path"), nb::arg("timeframe").none(), nb::arg("price_decimals").none());
    module.def("match_columns", match_columns);
    module.def("make_bars", make_bars, nb::arg("time"), nb::arg("open"), nb::arg("high"), nb::arg("low"),
               nb::arg("close"), nb::arg("volume"), nb::arg("unit_ns"), nb::arg("timeframe").none(),
               nb::arg("price_decimals").none());
}

}  // namespace ct::python

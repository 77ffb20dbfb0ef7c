#include "array_bars.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "bars.hpp"
#include "buffer.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/decimal.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/quality.hpp"
#include "strategy/bar_memory.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "time_array.hpp"

namespace ct::python {

namespace {

constexpr int kMostDetectedDecimals = 12;

[[noreturn]] void wrong_row(std::size_t row, const std::string& what) {
    throw_error({ErrorCode::kInvalidData, fmt::format("bars, row {}: {}", row, what)});
}

struct NamedColumn {
    const char* name;
    std::span<const double> values;
};

std::array<NamedColumn, 4> prices_of(const BarColumns& columns) {
    return {{{"open", columns.open}, {"high", columns.high}, {"low", columns.low}, {"close", columns.close}}};
}

/// The first row where something is wrong with its numbers; the number of rows when nothing is.
std::size_t first_wrong_row(const BarColumns& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const double low = columns.low[i];
        const double high = columns.high[i];
        const double volume = columns.volume[i];
        // False for a NaN anywhere.
        const bool good = low > 0 && low <= columns.open[i] && low <= columns.close[i] && columns.open[i] <= high &&
                          columns.close[i] <= high && high <= std::numeric_limits<double>::max() && volume >= 0 &&
                          volume <= std::numeric_limits<double>::max();
        if (!good) return i;
    }
    return columns.size();
}

/// Says what is wrong with a row, in the order in which a CSV row is checked.
[[noreturn]] void explain_row(const BarColumns& columns, std::size_t row) {
    for (const auto& [name, values] : prices_of(columns)) {
        if (!std::isfinite(values[row])) wrong_row(row, fmt::format("{} is {}, expected a number", name, values[row]));
        if (values[row] <= 0) wrong_row(row, fmt::format("{} is {}, expected a price above 0", name, values[row]));
    }
    const double volume = columns.volume[row];
    if (!(volume >= 0) || std::isinf(volume)) {
        wrong_row(row, fmt::format("volume is {}, expected a number, 0 or more", volume));
    }
    const double high = columns.high[row];
    const double low = columns.low[row];
    if (high < low) wrong_row(row, fmt::format("high {} is below low {}", high, low));
    const bool open_is_wrong = columns.open[row] > high || columns.open[row] < low;
    const char* const name = open_is_wrong ? "open" : "close";
    const double value = open_is_wrong ? columns.open[row] : columns.close[row];
    if (value > high) wrong_row(row, fmt::format("{} {} is above high {}", name, value, high));
    wrong_row(row, fmt::format("{} {} is below low {}", name, value, low));
}

/// True when the shortest text of a value has at most `decimals` decimals.
bool fits(double value, int decimals) {
    constexpr double kMostExact = 9e15;
    const double scaled = value * pow10_double(decimals);
    return scaled < kMostExact && std::nearbyint(scaled) / pow10_double(decimals) == value;
}

int shortest_decimals(double value) {
    const auto number = parse_decimal(fmt::format("{}", value));
    return number ? number->decimals : std::numeric_limits<int>::max();
}

/// The most decimals that any price needs.
int find_price_decimals(const BarColumns& columns, std::optional<int> given) {
    const int most = given.value_or(kMostDetectedDecimals);
    int seen = given.value_or(0);
    for (const auto& [name, values] : prices_of(columns)) {
        for (std::size_t row = 0; row < values.size(); ++row) {
            if (fits(values[row], seen)) continue;
            const int decimals = shortest_decimals(values[row]);
            if (decimals > most) {
                wrong_row(row,
                          fmt::format("{} {} has {} decimals, more than the {} {}", name, values[row], decimals, most,
                                      given ? "of price_decimals="
                                            : "that are detected; round the prices, or give price_decimals="));
            }
            seen = std::max(seen, decimals);
        }
    }
    return seen;
}

/// Checks that times are strictly ascending or strictly descending; true for descending.
bool check_order(std::span<const TimeNs> times) {
    const bool descending = times.size() > 1 && times[1] < times[0];
    for (std::size_t row = 1; row < times.size(); ++row) {
        const TimeNs before = times[row - 1];
        if (descending ? times[row] < before : times[row] > before) continue;
        const std::string time = format_iso_time(times[row]);
        if (times[row] == before) {
            wrong_row(row, fmt::format("time {} repeats the row before, expected each time once", time));
        }
        wrong_row(row, fmt::format("time {} follows {}, expected {} times as in the rows before", time,
                                   format_iso_time(before), descending ? "descending" : "ascending"));
    }
    return descending;
}

Timeframe find_timeframe(std::span<const TimeNs> times, std::optional<Timeframe> given) {
    if (times.size() < 2) {
        if (given) return *given;
        throw_error(
            {ErrorCode::kInvalidArgument, "bars: one row does not tell the timeframe, give it with timeframe="});
    }
    const auto detected = data::detect_timeframe(times);
    const auto [step_ns, row] = data::closest_rows(times);
    const double step_seconds = static_cast<double>(step_ns) / static_cast<double>(kNsPerSecond);
    if (!given) {
        if (detected) return *detected;
        wrong_row(row, fmt::format("the smallest step between bars is {} s, which is no timeframe; expected one of {}",
                                   step_seconds, Timeframe::names()));
    }
    if (detected == given) return *given;
    if (detected || (!given->is_month() && step_ns < given->duration_ns())) {
        const bool finer = detected ? *detected < *given : true;
        throw_error(
            {ErrorCode::kInvalidArgument, fmt::format("bars, row {}: the data are {} bars, {} than timeframe='{}'", row,
                                                      detected ? detected->text() : fmt::format("{} s", step_seconds),
                                                      finer ? "finer" : "coarser", given->text())});
    }
    return *given;
}

void check_grid(Bars& bars) {
    const auto& times = bars.memory->columns().time_ns;
    const data::Gaps found = data::find_gaps(times, bars.timeframe);
    if (const auto row = found.off_grid_row) {
        const std::string time = format_iso_time(times[*row]);
        if (*row == 0) wrong_row(0, fmt::format("time {} opens no month, expected 1M bars", time));
        wrong_row(*row, fmt::format("time {} is no whole number of {} bars after {}", time, bars.timeframe.text(),
                                    format_iso_time(times[*row - 1])));
    }
    bars.gaps = found.gaps;
    bars.missing_bars = found.missing_bars;
}

/// Arrays that are borrowed, and what keeps them alive.
struct BorrowedColumns {
    BarColumns columns;
    std::array<std::shared_ptr<const void>, 6> owners;
};

std::shared_ptr<const BorrowedColumns> borrow(const ArrayColumns& arrays, std::int64_t unit_ns) {
    auto borrowed = std::make_shared<BorrowedColumns>();
    auto& [columns, owners] = *borrowed;
    std::tie(columns.time_ns, owners[5]) = read_times(std::make_shared<Buffer>(arrays.time, "time"), unit_ns, "bars");
    struct Wanted {
        const char* name;
        const nb::object& array;
        std::span<const double>& values;
    };
    const std::array<Wanted, 5> wanted = {{{"open", arrays.open, columns.open},
                                           {"high", arrays.high, columns.high},
                                           {"low", arrays.low, columns.low},
                                           {"close", arrays.close, columns.close},
                                           {"volume", arrays.volume, columns.volume}}};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto buffer = std::make_shared<Buffer>(wanted[i].array, wanted[i].name);
        wanted[i].values = buffer->values<double>();
        owners[i] = buffer;
        if (wanted[i].values.size() == columns.size()) continue;
        throw_error({ErrorCode::kInvalidData, fmt::format("bars: {} has {} rows, time has {}; expected as many",
                                                          wanted[i].name, wanted[i].values.size(), columns.size())});
    }
    return borrowed;
}

data::BarSeries reversed(const BarColumns& columns) {
    data::BarSeries series = copy_of(columns);
    const auto turn = [](auto& column) { std::reverse(column.begin(), column.end()); };
    turn(series.time_ns);
    turn(series.open);
    turn(series.high);
    turn(series.low);
    turn(series.close);
    turn(series.volume);
    return series;
}

}  // namespace

data::BarSeries copy_of(const BarColumns& columns) {
    const auto copy = [](auto column) { return std::vector(column.begin(), column.end()); };
    data::BarSeries series;
    series.time_ns = copy(columns.time_ns);
    series.open = copy(columns.open);
    series.high = copy(columns.high);
    series.low = copy(columns.low);
    series.close = copy(columns.close);
    series.volume = copy(columns.volume);
    return series;
}

data::BarSeries unchecked_series(const ArrayColumns& arrays, std::int64_t unit_ns) {
    return copy_of(borrow(arrays, unit_ns)->columns);
}

Bars bars_of_arrays(const ArrayColumns& arrays, std::int64_t unit_ns, std::optional<Timeframe> timeframe,
                    std::optional<int> price_decimals) {
    if (price_decimals && (*price_decimals < 0 || *price_decimals > kMaxDecimals)) {
        throw_error({ErrorCode::kInvalidArgument,
                     fmt::format("price_decimals is {}, expected 0 to {}", *price_decimals, kMaxDecimals)});
    }
    const auto borrowed = borrow(arrays, unit_ns);
    const BarColumns& columns = borrowed->columns;
    if (columns.size() == 0) throw_error({ErrorCode::kInvalidData, "bars: no rows, expected candles"});
    const bool descending = check_order(columns.time_ns);
    if (const std::size_t row = first_wrong_row(columns); row != columns.size()) explain_row(columns, row);

    Bars bars;
    bars.price_decimals = find_price_decimals(columns, price_decimals);
    bars.memory =
        descending ? std::make_shared<BarMemory>(reversed(columns)) : std::make_shared<BarMemory>(columns, borrowed);
    bars.timeframe = find_timeframe(bars.memory->columns().time_ns, timeframe);
    check_grid(bars);
    return bars;
}

}  // namespace ct::python

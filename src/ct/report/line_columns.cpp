#include "ct/report/line_columns.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "ct/analyzers/candles.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/report/candle_columns.hpp"
#include "ct/report/data_writer.hpp"
#include "ct/report/packed_columns.hpp"

namespace ct::report {

namespace {

using analyzers::Candle;
using analyzers::ChartLine;
using analyzers::SeriesChart;

std::vector<TimeNs> times_of(std::span<const Candle> candles) {
    std::vector<TimeNs> times_ns;
    times_ns.reserve(candles.size());
    for (const Candle& candle : candles) times_ns.push_back(candle.time_ns);
    return times_ns;
}

std::vector<TimeNs> opens_of(Timeframe timeframe, std::span<const TimeNs> times_ns) {
    std::vector<TimeNs> opens_ns;
    analyzers::for_each_candle(timeframe, times_ns, [&](TimeNs open_ns, std::size_t /*begin*/, std::size_t /*end*/) {
        opens_ns.push_back(open_ns);
    });
    return opens_ns;
}

/// The last of the times in each stretch of a timeframe.
std::vector<std::int64_t> last_rows(Timeframe timeframe, std::span<const TimeNs> times_ns) {
    std::vector<std::int64_t> rows;
    analyzers::for_each_candle(timeframe, times_ns, [&](TimeNs /*open_ns*/, std::size_t /*begin*/, std::size_t end) {
        rows.push_back(static_cast<std::int64_t>(end - 1));
    });
    return rows;
}

/// True if a line belongs over the candles.
bool is_on_price(const ChartLine& line, std::span<const Candle> candles) {
    if (line.place != ChartLine::Place::kByValue) return line.place == ChartLine::Place::kPrice;
    double lowest = candles.front().low;
    double highest = candles.front().high;
    for (const Candle& candle : candles) {
        lowest = std::min(lowest, candle.low);
        highest = std::max(highest, candle.high);
    }
    return std::all_of(line.values.begin(), line.values.end(), [&](double value) {
        return !std::isfinite(value) || (value >= lowest / 2 && value <= highest * 2);
    });
}

/// Counts some of a line's values: over the candles in their units, below them with so many digits.
void count(LineColumns::Line& line, std::span<const double> all, std::span<const std::int64_t> rows,
           std::int64_t candle_units, int price_decimals, int digits) {
    line.decimals = line.on_price ? price_decimals : reading_precision(all, digits);
    const double units = line.on_price ? static_cast<double>(candle_units) : 1;
    std::vector<double> values;
    values.reserve(rows.size());
    for (const std::int64_t row : rows) values.push_back(all[static_cast<std::size_t>(row)] / units);
    line.counts = counts_of(values, line.decimals);
}

std::size_t characters_of(const LineColumns& columns) {
    PackedColumns packed;
    packed.add(columns.at);
    for (const LineColumns::Line& line : columns.lines) packed.add(line.counts);
    return base64_size(packed.deflated().size());
}

}  // namespace

LineColumns fit_lines(const SeriesChart& chart, const FittedCandles& fitted, int decimals, std::size_t most_lines,
                      std::size_t most_characters) {
    if (chart.lines.empty()) return {};
    const auto candles_ns = times_of(fitted.candles->candles());
    const auto stretches_ns = opens_of(chart.line_timeframe, times_of(chart.candles.candles()));
    constexpr int kDigits = 5;
    const Timeframe candles = fitted.candles->timeframe();
    LineColumns columns;
    for (std::size_t i = 0; i < std::min(chart.lines.size(), most_lines); ++i) {
        columns.lines.push_back({.on_price = is_on_price(chart.lines[i], fitted.candles->candles())});
    }
    for (const Timeframe timeframe : analyzers::longer_timeframes(chart.line_timeframe)) {
        if (timeframe != candles && !is_multiple(timeframe, candles)) continue;
        const auto rows = last_rows(timeframe, stretches_ns);
        columns.timeframe = timeframe;
        columns.at = last_rows(timeframe, candles_ns);
        for (const int digits : {kDigits, kDigits - 1}) {
            for (std::size_t i = 0; i < columns.lines.size(); ++i) {
                count(columns.lines[i], chart.lines[i].values, rows, fitted.units, decimals, digits);
            }
            if (characters_of(columns) <= most_characters) return columns;
        }
    }
    return columns;
}

}  // namespace ct::report

#include "ct/report/line_columns.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ct/analyzers/candles.hpp"
#include "ct/core/decimal.hpp"
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

/// The last row in each stretch of a timeframe; a row is a stretch of another one, not longer, that has candles.
std::vector<std::int64_t> last_rows(Timeframe timeframe, Timeframe row_timeframe, std::span<const Candle> candles) {
    std::vector<std::int64_t> last;
    last.reserve(candles.size());
    std::int64_t row = -1;
    std::optional<TimeNs> row_ns;
    std::optional<TimeNs> stretch_ns;
    for (const Candle& candle : candles) {
        if (const TimeNs open_ns = row_timeframe.open_of(candle.time_ns); row_ns != open_ns) {
            row_ns = open_ns;
            ++row;
        }
        if (const TimeNs open_ns = timeframe.open_of(candle.time_ns); stretch_ns != open_ns) {
            stretch_ns = open_ns;
            last.push_back(row);
        }
        last.back() = row;
    }
    return last;
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
    const double scale = pow10_double(line.decimals);
    line.counts.resize(rows.size());
    std::transform(rows.begin(), rows.end(), line.counts.begin(),
                   [&](std::int64_t row) { return count_of(all[static_cast<std::size_t>(row)] / units, scale); });
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
    constexpr int kDigits = 5;
    const Timeframe candles = fitted.candles->timeframe();
    LineColumns columns;
    for (std::size_t i = 0; i < std::min(chart.lines.size(), most_lines); ++i) {
        columns.lines.push_back({.on_price = is_on_price(chart.lines[i], fitted.candles->candles())});
    }
    for (const Timeframe timeframe : analyzers::longer_timeframes(chart.line_timeframe)) {
        if (timeframe != candles && !is_multiple(timeframe, candles)) continue;
        const auto rows = last_rows(timeframe, chart.line_timeframe, chart.candles.candles());
        columns.timeframe = timeframe;
        columns.at = last_rows(timeframe, candles, fitted.candles->candles());
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

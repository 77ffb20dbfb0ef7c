#include "ct/report/line_columns.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
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

/// A line with all its values. Below the candles they have so many digits.
LineColumns::Line counted(const ChartLine& line, const FittedCandles& fitted, int decimals, int digits) {
    LineColumns::Line result{.on_price = is_on_price(line, fitted.candles.candles()), .decimals = decimals};
    std::vector<double> values = line.values;
    if (result.on_price) {
        for (double& value : values) value /= static_cast<double>(fitted.step);
    } else {
        result.decimals = reading_precision(values, digits);
    }
    result.counts = counts_of(values, result.decimals);
    return result;
}

/// What remains of lines when of each stretch the last value is kept.
LineColumns thinned(const std::vector<LineColumns::Line>& lines, std::span<const std::int64_t> rows,
                    Timeframe timeframe, std::span<const TimeNs> candles_ns) {
    LineColumns columns{.timeframe = timeframe, .at = last_rows(timeframe, candles_ns), .lines = {}};
    for (const LineColumns::Line& line : lines) {
        LineColumns::Line& kept = columns.lines.emplace_back(LineColumns::Line{line.on_price, line.decimals, {}});
        for (const std::int64_t row : rows) kept.counts.push_back(line.counts[static_cast<std::size_t>(row)]);
    }
    return columns;
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
    const auto lines_with = [&](int digits) {
        std::vector<LineColumns::Line> lines;
        for (std::size_t i = 0; i < std::min(chart.lines.size(), most_lines); ++i) {
            lines.push_back(counted(chart.lines[i], fitted, decimals, digits));
        }
        return lines;
    };
    constexpr int kDigits = 5;
    const std::array precise = {lines_with(kDigits), lines_with(kDigits - 1)};
    const auto candles_ns = times_of(fitted.candles.candles());
    std::vector<TimeNs> stretches_ns;
    analyzers::for_each_candle(chart.line_timeframe, times_of(chart.candles.candles()),
                               [&](TimeNs open_ns, std::size_t /*begin*/, std::size_t /*end*/) { stretches_ns.push_back(open_ns); });
    LineColumns columns;
    for (const Timeframe timeframe : analyzers::longer_timeframes(chart.line_timeframe)) {
        if (!analyzers::is_made_of(timeframe, fitted.candles.timeframe())) continue;
        const auto rows = last_rows(timeframe, stretches_ns);
        for (const auto& lines : precise) {
            columns = thinned(lines, rows, timeframe, candles_ns);
            if (characters_of(columns) <= most_characters) return columns;
        }
    }
    return columns;
}

}  // namespace ct::report

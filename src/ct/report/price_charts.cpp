#include <cstddef>
#include <cstdint>
#include <string>

#include <fmt/format.h>

#include "ct/analyzers/candles.hpp"
#include "ct/analyzers/report_text.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/report/candle_columns.hpp"
#include "ct/report/chart_data.hpp"
#include "ct/report/data_writer.hpp"
#include "ct/report/line_columns.hpp"
#include "ct/report/mark_data.hpp"

namespace ct::report {

namespace {

using analyzers::RunResult;
using analyzers::SeriesSummary;

/// The part of what all charts may hold that a chart has: as its part of all candles.
struct Share {
    std::size_t own = 0;
    std::size_t all = 0;
    [[nodiscard]] std::size_t of(std::size_t budget) const { return budget * own / all; }
};

Share share_of(const RunResult& result, const SeriesSummary& series) {
    std::size_t all = 0;
    for (const SeriesSummary& one : result.series) all += one.chart.candles.candles().size();
    return {series.chart.candles.candles().size(), all};
}

/// Writes the candles and returns what is to be said of them.
std::string write_candles(DataWriter& out, const FittedCandles& fitted, const SeriesSummary& series, int decimals) {
    const auto candles = fitted.candles->candles();
    out.integer("step", fitted.units);
    out.object("candles", [&] {
        for (std::size_t part = 0; part < kCandlePartNames.size(); ++part) {
            out.column(kCandlePartNames[part], candle_column(candles, static_cast<CandlePart>(part), fitted.step));
        }
    });
    std::string note;
    const Timeframe shown = fitted.candles->timeframe();
    if (shown != series.timeframe) {
        note = fmt::format(" The finest candles are {} of {}: the {} bars of {} do not fit into the report.",
                           analyzers::grouped(candles.size()), shown.text(), analyzers::grouped(series.bars),
                           series.timeframe.text());
    }
    if (fitted.units > 1) {
        note += fmt::format(" Prices are rounded to {:.{}f}.", fitted.step, decimals);
    }
    return note;
}

std::string write_lines(DataWriter& out, const LineColumns& columns, const FittedCandles& fitted,
                        const SeriesSummary& series) {
    const auto& lines = series.chart.lines;
    out.column("lines_at", columns.at);
    out.array("lines", [&] {
        for (std::size_t i = 0; i < columns.lines.size(); ++i) {
            const LineColumns::Line& line = columns.lines[i];
            out.object([&] {
                out.text("label", lines[i].label);
                out.integer("group", static_cast<std::int64_t>(lines[i].group));
                out.key("on_price"), out.boolean(line.on_price);
                out.array("levels", [&] {
                    for (const double level : lines[i].levels) out.number(level);
                });
                out.column("values", line.counts, line.decimals);
            });
        }
    });
    std::string note;
    if (columns.lines.size() < lines.size()) {
        note = fmt::format(" The first {} of {} lines of indicators are drawn.", columns.lines.size(), lines.size());
    }
    if (!columns.lines.empty() && columns.timeframe != fitted.candles->timeframe()) {
        note += fmt::format(" Lines of indicators have a value every {}.", columns.timeframe.text());
    }
    return note;
}

void write_chart(DataWriter& out, const RunResult& result, const SeriesSummary& series) {
    const Instrument& instrument = result.instruments[series.instrument];
    const int decimals = instrument.scale.price_decimals;
    const Share share = share_of(result, series);
    const FittedCandles fitted = fit_candles(series.chart.candles, decimals, share.of(kCandleCharacters));
    const LineColumns lines = fit_lines(series.chart, fitted, decimals, kMaxLines, share.of(kLineCharacters));
    out.object([&] {
        out.text("symbol", instrument.symbol);
        out.text("timeframe", series.timeframe.text());
        out.text("shown", fitted.candles->timeframe().text());
        out.integer("shown_ms", fitted.candles->timeframe().duration_ns() / kNsPerMs);
        out.integer("decimals", decimals);
        std::string note = write_candles(out, fitted, series, decimals);
        note += write_lines(out, lines, fitted, series);
        note += write_marks(out, result, series.instrument);
        note += write_levels(out, result, series.instrument);
        out.text("note", note.empty() ? note : note.substr(1));
    });
}

}  // namespace

void write_price_charts(DataWriter& out, const RunResult& result) {
    bool cut = false;
    out.array("charts", [&] {
        for (const SeriesSummary& series : result.series) {
            if (!series.chart.candles.empty()) write_chart(out, result, series);
            cut = cut || (series.chart.candles.empty() && !result.series.front().chart.candles.empty());
        }
    });
    out.text(
        "charts_note",
        cut ? fmt::format("Charts of the first {} of {} series.", analyzers::kMaxCharts, result.series.size()) : "");
}

}  // namespace ct::report

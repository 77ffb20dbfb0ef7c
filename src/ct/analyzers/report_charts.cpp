#include "ct/analyzers/report_charts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ct/analyzers/append_format.hpp"
#include "ct/analyzers/axis.hpp"
#include "ct/analyzers/buckets.hpp"
#include "ct/analyzers/report_text.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/analyzers/svg_chart.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

namespace {

constexpr std::size_t kPointsPerColumn = 4;  ///< first, lowest, highest, last

/// From the first bar's open to the last step: the same for all charts, so that they can be compared.
TimeAxis run_time(const RunResult& result) {
    TimeNs from_ns = result.daily_time_ns.empty() ? 0 : result.daily_time_ns.front();
    TimeNs to_ns = result.daily_time_ns.empty() ? 0 : result.daily_time_ns.back();
    bool known = !result.daily_time_ns.empty();
    for (const SeriesSummary& series : result.series) {
        if (series.bars == 0) continue;
        from_ns = known ? std::min(from_ns, series.first_ns) : series.first_ns;
        to_ns = known ? std::max(to_ns, series.last_ns) : series.last_ns;
        known = true;
    }
    return TimeAxis::between(from_ns, to_ns);
}

struct Extremes {
    double min = 0;
    double max = 0;
};

/// Requires: a line.
Extremes extremes_of(std::span<const Bucket> line) {
    Extremes extremes{line.front().min, line.front().max};
    for (const Bucket& bucket : line) {
        extremes.min = std::min(extremes.min, bucket.min);
        extremes.max = std::max(extremes.max, bucket.max);
    }
    return extremes;
}

/// What of a series fits a chart, and a sentence if that is not all.
struct FittedLine {
    std::vector<Bucket> line;
    std::string note;
};

FittedLine fit_line(std::span<const Bucket> buckets, std::uint64_t points, std::size_t max_points) {
    if (points == buckets.size() && points <= max_points) return {{buckets.begin(), buckets.end()}, {}};
    FittedLine fitted{thinned(buckets, max_points / kPointsPerColumn), {}};
    fitted.note = fmt::format("{} values drawn as {} columns, each with its first, lowest, highest and last value.",
                              grouped(points), grouped(fitted.line.size()));
    return fitted;
}

struct FittedMarkers {
    std::vector<Marker> markers;
    std::string note;
};

/// Entries and exits of an instrument; of too many trades every so many-th.
FittedMarkers fit_markers(std::span<const RoundTrip> trades, InstrumentIndex instrument) {
    std::vector<const RoundTrip*> own;
    for (const RoundTrip& trade : trades) {
        if (trade.instrument == instrument) own.push_back(&trade);
    }
    const std::size_t step = (own.size() + kMaxMarkedTrades - 1) / kMaxMarkedTrades;
    FittedMarkers fitted;
    for (std::size_t i = 0; i < own.size(); i += step) {
        const RoundTrip& trade = *own[i];
        fitted.markers.push_back({trade.entry_time_ns, trade.entry_price.to_double(),
                                  trade.side == Side::kBuy ? MarkerKind::kLongEntry : MarkerKind::kShortEntry});
        if (trade.open) continue;
        fitted.markers.push_back({trade.exit_time_ns, trade.exit_price.to_double(),
                                  trade.pnl.count > 0 ? MarkerKind::kProfitExit : MarkerKind::kLossExit});
    }
    if (step > 1) fitted.note = fmt::format("One in {} of the {} trades is marked.", step, grouped(own.size()));
    return fitted;
}

void append_section(std::string& out, const std::string& heading, std::string_view beside, const std::string& chart,
                    const std::string& note) {
    append(out, R"(<section class="panel"><div class="title"><h2>{}</h2>{}</div>{})", heading, beside, chart);
    if (!note.empty()) append(out, R"(<p class="note">{}</p>)", note);
    out += "</section>\n";
}

std::string joined(const std::string& a, const std::string& b) { return a.empty() || b.empty() ? a + b : a + " " + b; }

struct LegendEntry {
    MarkerKind kind;
    std::string_view style;
    std::string_view top;  ///< of the marker's box
    std::string_view label;
};

constexpr std::array kLegend = {
    LegendEntry{MarkerKind::kLongEntry, "long", "-2", "long entry"},
    LegendEntry{MarkerKind::kShortEntry, "short", "-10", "short entry"},
    LegendEntry{MarkerKind::kProfitExit, "profit", "-6", "exit with profit"},
    LegendEntry{MarkerKind::kLossExit, "loss", "-6", "exit with loss"},
};

/// What the markers on a chart mean, of those that are there.
std::string legend(std::span<const Marker> markers) {
    std::string out;
    for (const LegendEntry& entry : kLegend) {
        if (std::none_of(markers.begin(), markers.end(),
                         [&](const Marker& marker) { return marker.kind == entry.kind; }))
            continue;
        append(out, R"(<li class="{0}"><svg viewBox="-7 {1} 14 12"><use href="#{0}"/></svg>{2}</li>)", entry.style,
               entry.top, entry.label);
    }
    return out.empty() ? out : fmt::format(R"(<ul class="legend">{}</ul>)", out);
}

std::string price_section(const RunResult& result, const SeriesSummary& series, const TimeAxis& time) {
    const Instrument& instrument = result.instruments[series.instrument];
    const FittedMarkers fitted = fit_markers(result.trades, series.instrument);
    const auto [line, note] =
        fit_line(series.closes.buckets(), series.closes.points(), kMaxChartPoints - fitted.markers.size());
    Extremes extremes = extremes_of(line);
    for (const Marker& marker : fitted.markers) {
        extremes.min = std::min(extremes.min, marker.value);
        extremes.max = std::max(extremes.max, marker.value);
    }
    Chart chart;
    chart.style = "price";
    chart.description = fmt::format("Closing prices of {} with the entries and exits of its trades", instrument.symbol);
    chart.time = time;
    chart.values = ValueAxis::around(extremes.min, extremes.max);
    chart.line = line;
    chart.markers = fitted.markers;
    const std::string heading = fmt::format("{} <small>{} closes</small>", html_escape(instrument.symbol),
                                            html_escape(series.timeframe.text()));
    std::string out;
    append_section(out, heading, legend(fitted.markers), svg(chart), joined(note, fitted.note));
    return out;
}

/// The drawdown in percent below zero, as far as the thinned equity tells: inside a bucket its peak counts as first.
std::vector<Bucket> drawdown_of(std::span<const Bucket> equity, double peak) {
    std::vector<Bucket> result;
    result.reserve(equity.size());
    for (const Bucket& bucket : equity) {
        const auto below = [&](double value) { return peak > 0 ? std::min(0.0, value / peak - 1) * 100 : 0.0; };
        const double first = below(bucket.first);
        const double highest = below(bucket.max);
        peak = std::max(peak, bucket.max);
        result.push_back({bucket.time_ns, first, below(bucket.min), highest, below(bucket.last)});
    }
    return result;
}

}  // namespace

std::string price_sections(const RunResult& result) {
    const TimeAxis time = run_time(result);
    std::string out;
    std::size_t drawn = 0;
    std::size_t there = 0;
    for (const SeriesSummary& series : result.series) {
        if (series.closes.empty()) continue;
        ++there;
        if (drawn == kMaxPriceCharts) continue;
        out += price_section(result, series, time);
        ++drawn;
    }
    if (drawn < there) {
        append(out, R"(<p class="note">Price charts of the first {} of {} series.</p>)", drawn, there);
    }
    return out;
}

std::string equity_section(const RunResult& result) {
    std::string out;
    if (result.equity.empty()) return out;
    const auto [line, note] = fit_line(result.equity.buckets(), result.equity.points(), kMaxChartPoints);
    const double start = result.initial_value.to_double();
    const Extremes extremes = extremes_of(line);
    Chart chart;
    chart.style = "equity";
    chart.description = "Equity after every step, with the initial cash as a dashed line";
    chart.time = run_time(result);
    chart.values = ValueAxis::around(std::min(extremes.min, start), std::max(extremes.max, start));
    chart.line = line;
    chart.area = Chart::Area::kBelow;
    chart.reference = start;
    append_section(out, "Equity", R"(<p class="aside">dashed: initial cash</p>)", svg(chart), note);
    return out;
}

std::string drawdown_section(const RunResult& result) {
    std::string out;
    if (result.equity.empty()) return out;
    const std::vector<Bucket> drawdown = drawdown_of(result.equity.buckets(), result.initial_value.to_double());
    const auto [line, note] = fit_line(drawdown, result.equity.points(), kMaxChartPoints);
    constexpr double kLeastDepth = -1;  // percent: a flat line does not fill the chart with rounding
    Chart chart;
    chart.style = "drawdown";
    chart.description = "Drawdown from the highest equity so far, in percent";
    chart.unit = "%";
    chart.time = run_time(result);
    chart.values = {std::min(extremes_of(line).min * 1.08, kLeastDepth), 0};
    chart.line = line;
    chart.area = Chart::Area::kAbove;
    append_section(out, "Drawdown", R"(<p class="aside">below the highest equity so far</p>)", svg(chart), note);
    return out;
}

}  // namespace ct::analyzers

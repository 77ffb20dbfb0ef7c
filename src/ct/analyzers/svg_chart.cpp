#include "ct/analyzers/svg_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "ct/analyzers/append_format.hpp"
#include "ct/analyzers/axis.hpp"
#include "ct/analyzers/buckets.hpp"
#include "ct/analyzers/report_text.hpp"

namespace ct::analyzers {

namespace {

// The line is drawn on a grid of its own that stretches to the size of the chart; everything else is placed in percent.
constexpr int kGridWidth = 10'000;
constexpr int kGridHeight = 4'000;
constexpr int kOutside = 100;  ///< far enough beyond the grid that an outline there is not seen
constexpr std::size_t kMaxLargeMarkers = 300;
constexpr int kTimeTicks = 8;
constexpr int kValueTicks = 5;
constexpr double kLeftEdge = 0.04;  ///< a date left of it starts at its tick instead of being centred on it

constexpr std::array kMarkerStyles = {
    std::pair{MarkerKind::kLongEntry, "long"}, std::pair{MarkerKind::kShortEntry, "short"},
    std::pair{MarkerKind::kProfitExit, "profit"}, std::pair{MarkerKind::kLossExit, "loss"}};

/// From the top, as a share of the height.
double depth(const ValueAxis& axis, double value) { return 1 - axis.at(value); }

int grid_y(const ValueAxis& axis, double value) {
    return static_cast<int>(std::lround(std::clamp(depth(axis, value), -1.0, 2.0) * kGridHeight));
}

/// The points of the line. A bucket of several points is drawn as a vertical stroke over all it covers.
std::string line_path(const Chart& chart) {
    std::string path;
    for (const Bucket& bucket : chart.line) {
        const auto x = static_cast<int>(std::lround(chart.time.at(bucket.time_ns) * kGridWidth));
        append(path, "{}{} {}", path.empty() ? "" : "L", x, grid_y(chart.values, bucket.first));
        if (bucket.min == bucket.max) continue;
        const bool rises = bucket.last >= bucket.first;
        append(path, "V{}V{}V{}", grid_y(chart.values, rises ? bucket.min : bucket.max),
               grid_y(chart.values, rises ? bucket.max : bucket.min), grid_y(chart.values, bucket.last));
    }
    return path;
}

/// A line alone, or a closed shape whose other sides lie outside the grid.
void append_line(std::string& out, const Chart& chart) {
    if (chart.line.empty()) return;
    append(out, R"(<svg class="plot" viewBox="0 0 {} {}" preserveAspectRatio="none">)", kGridWidth, kGridHeight);
    const std::string path = line_path(chart);
    if (chart.area == Chart::Area::kNone) {
        append(out, R"(<path class="line" d="M{}"/>)", path);
    } else {
        const int far_side = chart.area == Chart::Area::kBelow ? kGridHeight + kOutside : -kOutside;
        append(out, R"(<path class="line area" d="M{0} {1}V{2}L{3}V{4}H{5}V{1}Z"/>)", -kOutside, far_side,
               grid_y(chart.values, chart.line.front().first), path, grid_y(chart.values, chart.line.back().last),
               kGridWidth + kOutside);
    }
    out += "</svg>";
}

void append_value_ticks(std::string& out, const Chart& chart) {
    for (const Tick& tick : chart.values.ticks(kValueTicks, chart.unit)) {
        const double y = (1 - tick.at) * 100;
        append(out, R"(<line class="grid" x2="100%" y1="{0:.2f}%" y2="{0:.2f}%"/>)", y);
        append(out, R"(<text x="100%" dx="8" y="{:.2f}%" dy="4">{}</text>)", y, html_escape(tick.label));
    }
}

void append_time_ticks(std::string& out, const Chart& chart) {
    bool second = false;
    for (const Tick& tick : chart.time.ticks(kTimeTicks)) {
        const double x = tick.at * 100;
        append(out, R"(<line class="grid" x1="{0:.2f}%" x2="{0:.2f}%" y2="100%"/>)", x);
        append(out, R"(<text class="{}{}" x="{:.2f}%" y="100%" dy="18">{}</text>)",
               tick.at < kLeftEdge ? "date left" : "date", second ? " second" : "", x, html_escape(tick.label));
        second = !second;
    }
}

/// Many markers are drawn small, so that they do not hide the line.
void append_markers(std::string& out, const Chart& chart) {
    const std::string_view size = chart.markers.size() > kMaxLargeMarkers ? "-small" : "";
    for (const auto& [kind, style] : kMarkerStyles) {
        append(out, R"(<g class="{}">)", style);
        for (const Marker& marker : chart.markers) {
            if (marker.kind != kind) continue;
            append(out, R"(<use href="#{}{}" x="{:.2f}%" y="{:.2f}%"/>)", style, size,
                   chart.time.at(marker.time_ns) * 100, depth(chart.values, marker.value) * 100);
        }
        out += "</g>";
    }
}

}  // namespace

std::string_view marker_definitions() {
    // An entry points where the trade hopes to go and touches its price with the tip; an exit is a cross on its price.
    return R"(<svg class="definitions" aria-hidden="true"><defs>)"
           R"(<path id="long" d="M0 0 5 9H-5Z"/><path id="short" d="M0 0 5-9H-5Z"/>)"
           R"(<path id="profit" d="M-4-4 4 4M4-4-4 4"/><path id="loss" d="M-4-4 4 4M4-4-4 4"/>)"
           R"(<path id="long-small" d="M0 0 2.5 4.5H-2.5Z"/><path id="short-small" d="M0 0 2.5-4.5H-2.5Z"/>)"
           R"(<path id="profit-small" d="M-1.5-1.5 1.5 1.5M1.5-1.5-1.5 1.5"/><path id="loss-small" d="M-1.5-1.5 1.5 1.5M1.5-1.5-1.5 1.5"/></defs></svg>)";
}

std::string svg(const Chart& chart) {
    std::string out;
    append(out, R"(<svg class="chart {}" role="img" aria-label="{}">)", chart.style, html_escape(chart.description));
    append_value_ticks(out, chart);
    append_time_ticks(out, chart);
    if (chart.reference) {
        append(out, R"(<line class="reference" x2="100%" y1="{0:.2f}%" y2="{0:.2f}%"/>)",
               depth(chart.values, *chart.reference) * 100);
    }
    append_line(out, chart);
    append_markers(out, chart);
    out += "</svg>";
    return out;
}

}  // namespace ct::analyzers

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ct/analyzers/axis.hpp"
#include "ct/analyzers/buckets.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

enum class MarkerKind : std::uint8_t { kLongEntry, kShortEntry, kProfitExit, kLossExit };

/// A sign on a chart.
struct Marker {
    TimeNs time_ns = 0;
    double value = 0;
    MarkerKind kind = MarkerKind::kLongEntry;
};

/// A line over time.
struct Chart {
    enum class Area : std::uint8_t { kNone, kBelow, kAbove };

    std::string_view style;   ///< CSS class of the chart: price, equity, drawdown
    std::string description;  ///< for those who cannot see it
    std::string_view unit;    ///< behind the numbers of the value axis
    TimeAxis time;
    ValueAxis values;
    std::span<const Bucket> line;
    Area area = Area::kNone;          ///< the side of the line that is filled
    std::optional<double> reference;  ///< a dashed level line
    std::span<const Marker> markers;
};

/// The shapes of the markers: once on each page that has charts.
std::string_view marker_definitions();

/// The chart as an SVG element. It takes the width it gets: only the line stretches, text and markers keep their size.
/// Every second date has the class `second`, for narrow pages to hide. How high it is and its colours are up to the
/// style.
std::string svg(const Chart& chart);

}  // namespace ct::analyzers

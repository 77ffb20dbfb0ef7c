#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "ct/analyzers/analyzer.hpp"

namespace ct::analyzers {

enum class MetricKind : std::uint8_t {
    kShare,     ///< a fraction, shown in percent
    kRatio,     ///< a plain number
    kCount,     ///< a whole number
    kAmount,    ///< of the reporting asset
    kDuration,  ///< in the unit that its name ends with
    kTime,      ///< milliseconds since 1970, UTC
};

/// How people see a metric.
struct MetricInfo {
    std::string_view name;
    const char* label;
    MetricKind kind;
    Analyzer analyzer;  ///< that makes it
    bool headline;      ///< among those that are shown first
};

/// All metrics, in their order.
std::span<const MetricInfo> metric_infos();
/// Null if there is none of this name.
const MetricInfo* find_metric(std::string_view name);

/// A metric's value for people, without its unit; an en dash where it is undefined.
std::string metric_text(MetricKind kind, double value, int amount_decimals);

}  // namespace ct::analyzers

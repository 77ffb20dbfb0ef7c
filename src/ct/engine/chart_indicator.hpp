#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ct/core/bar_field.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::engine {

/// An indicator of a strategy as charts draw it. It is computed from the bars when a chart is made, and by no run
/// without one.
struct ChartIndicator {
    indicators::Group group = indicators::Group::kOverlap;
    std::vector<std::string> labels;                         ///< of its lines
    std::vector<BarField> fields;                            ///< its inputs
    std::shared_ptr<const indicators::Indicator> indicator;  ///< at its start
    bool of_prices = true;                                   ///< it reads prices and nothing else
    std::vector<double> levels;                              ///< numbers that its lines are compared with
    std::optional<std::size_t> beside;  ///< where the one that it reads stands among those of the series
};

/// One of the registry under its name and parameters.
ChartIndicator named_indicator(const indicators::IndicatorInfo& info, const std::vector<double>& parameters,
                               const indicators::Indicator& indicator, std::vector<BarField> fields);

}  // namespace ct::engine

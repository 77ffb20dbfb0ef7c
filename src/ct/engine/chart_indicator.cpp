#include "ct/engine/chart_indicator.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/bar_field.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::engine {

ChartIndicator named_indicator(const indicators::IndicatorInfo& info, const std::vector<double>& parameters,
                               const indicators::Indicator& indicator, std::vector<BarField> fields) {
    const std::string called = fmt::format("{}({})", info.name, fmt::join(parameters, ", "));
    ChartIndicator chart{.group = info.group, .fields = std::move(fields), .indicator = indicator.clone()};
    for (const std::string_view line : info.lines) {
        chart.labels.push_back(info.lines.size() == 1 ? called : fmt::format("{} {}", called, line));
    }
    chart.of_prices = std::all_of(chart.fields.begin(), chart.fields.end(), is_price);
    return chart;
}

}  // namespace ct::engine

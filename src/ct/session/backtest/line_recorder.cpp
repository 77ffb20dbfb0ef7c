#include "ct/session/backtest/line_recorder.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/analyzers/candles.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/engine/line.hpp"
#include "ct/engine/series_state.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::session {

namespace {

using analyzers::ChartLine;
using Place = ChartLine::Place;

/// Averages and prices belong over the candles, oscillators below them; of the others it depends on their values.
Place place_of(indicators::Group group) {
    using enum indicators::Group;
    if (group == kOverlap || group == kPrice) return Place::kPrice;
    if (group == kMomentum || group == kCycle || group == kPattern || group == kCrypto) return Place::kBelow;
    return Place::kByValue;
}

std::vector<ChartLine> lines_of(const engine::SeriesState& state) {
    std::vector<ChartLine> lines;
    std::size_t group = 0;
    for (const engine::IndicatorSlot& slot : state.indicators) {
        const engine::IndicatorName& name = slot.name();
        if (name.info == nullptr) continue;
        const std::string called = fmt::format("{}({})", name.info->name, fmt::join(name.parameters, ", "));
        for (std::size_t k = 0; k < slot.line_count(); ++k) {
            const std::string label =
                slot.line_count() == 1 ? called : fmt::format("{} {}", called, name.info->lines[k]);
            lines.push_back({label, group, place_of(name.info->group), {}});
        }
        ++group;
    }
    return lines;
}

}  // namespace

LineRecorder::LineRecorder(const std::vector<Timeframe>& candles) {
    charts_.reserve(candles.size());
    for (const Timeframe timeframe : candles) charts_.push_back({timeframe, 0, {}});
}

void LineRecorder::see(const engine::SeriesState& state) {
    Chart& chart = charts_[state.index];
    if (chart.lines.empty()) chart.lines = lines_of(state);
    if (chart.lines.empty()) return;
    const auto times_ns = state.columns->time_ns.subspan(state.batch_begin, state.batch_end - state.batch_begin);
    analyzers::for_each_candle(chart.timeframe, times_ns, [&](TimeNs open_ns, std::size_t /*begin*/, std::size_t end) {
        const bool opens = chart.lines.front().values.empty() || open_ns != chart.open_ns;
        chart.open_ns = open_ns;
        std::size_t at = 0;
        for (const engine::IndicatorSlot& slot : state.indicators) {
            if (slot.name().info == nullptr) continue;
            for (std::size_t k = 0; k < slot.line_count(); ++k) {
                std::vector<double>& values = chart.lines[at++].values;
                if (opens) values.emplace_back();
                values.back() = slot.line(k).batch()[end - 1];
            }
        }
    });
}

std::vector<ChartLine> LineRecorder::take(std::size_t series) { return std::move(charts_[series].lines); }

}  // namespace ct::session

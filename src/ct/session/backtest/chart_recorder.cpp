#include "ct/session/backtest/chart_recorder.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "ct/analyzers/candles.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/engine/chart_indicator.hpp"
#include "ct/engine/line.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::session {

namespace {

using analyzers::ChartLine;
using engine::ChartIndicator;
using engine::IndicatorSlot;
using Place = ChartLine::Place;

constexpr std::size_t kChunkRows = 4096;  ///< of which lines are computed at once

/// Averages of prices, and prices, belong over the candles, oscillators below them; of the others it depends on their
/// values.
Place place_of(const ChartIndicator& indicator) {
    using enum indicators::Group;
    const indicators::Group group = indicator.group;
    if (group == kOverlap || group == kPrice) return indicator.of_prices ? Place::kPrice : Place::kByValue;
    if (group == kMomentum || group == kCycle || group == kPattern || group == kCrypto) return Place::kBelow;
    return Place::kByValue;
}

/// At most so many stretches of a timeframe hold bars.
std::size_t stretches(const data::BarFacts& facts, Timeframe timeframe) {
    const auto places = static_cast<std::uint64_t>((facts.last_ns - facts.first_ns) / timeframe.duration_ns()) + 2;
    return static_cast<std::size_t>(std::min<std::uint64_t>(places, facts.rows));
}

/// An average of an oscillator lies with it.
std::vector<ChartLine> lines_of(const std::vector<ChartIndicator>& indicators) {
    std::vector<ChartLine> lines;
    std::vector<std::size_t> groups;
    for (const ChartIndicator& indicator : indicators) {
        const bool over = indicator.beside && place_of(indicator) == Place::kByValue;
        groups.push_back(over ? groups[*indicator.beside] : groups.size());
        for (const std::string& label : indicator.labels) {
            lines.push_back({.label = label, .group = groups.back(), .place = place_of(indicator)});
        }
        if (!indicator.labels.empty()) lines[lines.size() - indicator.labels.size()].levels = indicator.levels;
    }
    return lines;
}

}  // namespace

ChartRecorder::ChartRecorder(const data::BarFacts& facts, std::size_t most_candles,
                             const std::vector<ChartIndicator>& indicators)
    : facts_(facts), most_candles_(most_candles), indicators_(&indicators) {
    const auto timeframe_of = [&](std::size_t most) {
        return analyzers::chart_timeframe(facts.timeframe, facts.first_ns, facts.last_ns, most);
    };
    Timeframe timeframe = timeframe_of(most_candles);
    if (timeframe != facts.timeframe) timeframe = timeframe_of(most_candles / analyzers::kLongRunShare);
    chart_.candles = analyzers::Candles(timeframe, stretches(facts, timeframe));
}

void ChartRecorder::begin() {
    chart_.lines = lines_of(*indicators_);
    for (const ChartIndicator& indicator : *indicators_) {
        slots_.emplace_back(indicator.indicator->clone(), indicator.fields, facts_.timeframe);
    }
    if (chart_.lines.empty()) return;
    const std::size_t most_points = most_candles_ * analyzers::kLinePointsACandle / chart_.lines.size();
    chart_.line_timeframe = analyzers::chart_timeframe(chart_.candles.timeframe(), facts_.first_ns, facts_.last_ns,
                                                       std::clamp<std::size_t>(most_points, 1, most_candles_));
    for (ChartLine& line : chart_.lines) line.values.reserve(stretches(facts_, chart_.line_timeframe));
}

void ChartRecorder::add(const BarColumns& bars) {
    if (bars.size() == 0) return;
    if (chart_.candles.empty()) begin();
    chart_.candles.add(bars);
    if (chart_.lines.empty()) return;
    for (std::size_t row = 0; row < bars.size(); row += kChunkRows) {
        add_lines(bars.rows(row, std::min(row + kChunkRows, bars.size())));
    }
}

void ChartRecorder::add_lines(const BarColumns& bars) {
    for (IndicatorSlot& slot : slots_) slot.run(bars, 0, bars.size());
    analyzers::for_each_candle(chart_.line_timeframe, bars.time_ns,
                               [&](TimeNs open_ns, std::size_t /*begin*/, std::size_t end) {
                                   const bool opens = chart_.lines.front().values.empty() || open_ns != open_ns_;
                                   open_ns_ = open_ns;
                                   auto line = chart_.lines.begin();
                                   for (const IndicatorSlot& slot : slots_) {
                                       for (std::size_t k = 0; k < slot.line_count(); ++k, ++line) {
                                           if (opens) line->values.emplace_back();
                                           line->values.back() = slot.line(k).batch()[end - 1];
                                       }
                                   }
                               });
}

analyzers::SeriesChart ChartRecorder::take() { return std::move(chart_); }

}  // namespace ct::session

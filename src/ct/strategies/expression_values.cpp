#include "ct/strategies/expression_values.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/bar.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/engine/chart_indicator.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/line.hpp"
#include "ct/expr/graph.hpp"
#include "ct/expr/plan.hpp"

namespace ct::strategies {

namespace {

/// Where a series named in an expression stands in the run.
Result<SeriesIndex> find_series(const engine::Context& ctx, const expr::SeriesName& name, SeriesIndex main) {
    const Series& around = ctx.series(main);
    InstrumentIndex instrument = around.instrument;
    if (!name.symbol.empty()) {
        const auto found = ctx.find(name.symbol);
        if (!found) return fail(found);
        instrument = *found;
    }
    const Timeframe timeframe = name.timeframe.value_or(around.timeframe);
    std::vector<std::string> known;
    for (SeriesIndex series = 0; series < ctx.series_count(); ++series) {
        const Series& info = ctx.series(series);
        if (info.instrument == instrument && info.timeframe == timeframe) return series;
        known.push_back(fmt::format("{} {}", ctx.instrument(info.instrument).symbol, info.timeframe.text()));
    }
    return fail(ErrorCode::kNotFound,
                fmt::format("an expression reads {0} bars of {1}, which the run does not have; expected {0} bars, or "
                            "shorter ones that make whole bars of {0}; it has {2}",
                            timeframe.text(), ctx.instrument(instrument).symbol, fmt::join(known, ", ")));
}

/// Has the indicators that the expressions name drawn, each by the charts of its series.
Result<void> chart(engine::Context& ctx, const expr::Plan& plan, SeriesIndex main) {
    std::vector<std::size_t> places;
    for (const expr::NamedIndicator& named : plan.named) {
        const auto series = find_series(ctx, named.part.series, main);
        if (!series) return fail(series);
        engine::ChartIndicator drawn{.group = named.group,
                                     .labels = named.labels,
                                     .fields = named.part.fields,
                                     .indicator = named.part.program->clone(),
                                     .of_prices = named.of_prices,
                                     .levels = named.levels};
        if (named.beside) drawn.beside = places[*named.beside];
        places.push_back(ctx.chart(*series, std::move(drawn)));
    }
    return {};
}

}  // namespace

Result<ExpressionValues> ExpressionValues::bind(engine::Context& ctx, const expr::Plan& plan, SeriesIndex main) {
    std::vector<std::vector<engine::Line>> lines;
    for (const expr::SeriesPart& part : plan.parts) {
        const auto series = find_series(ctx, part.series, main);
        if (!series) return fail(series);
        auto added = ctx.add_indicator(*series, "expression", part.program->clone(), part.fields);
        if (!added) return fail(added);
        lines.push_back(*std::move(added));
    }
    if (auto drawn = chart(ctx, plan, main); !drawn) return fail(drawn);
    ExpressionValues values;
    if (plan.each_bar) {
        values.each_bar_ = plan.each_bar->clone();
        values.row_.resize(values.each_bar_->input_count());
        values.computed_.resize(values.each_bar_->line_count());
        for (const double& place : values.row_) values.row_places_.push_back(&place);
        for (double& place : values.computed_) values.computed_places_.push_back(&place);
    }
    values.position_ = std::make_unique<PositionValues>();
    values.advances_ =
        plan.each_bar != nullptr || std::any_of(plan.roots.begin(), plan.roots.end(), [](const expr::Reading& root) {
            return root.kind == expr::Reading::Kind::kPosition;
        });
    values.roots_ = values.values(plan.roots, lines);
    values.inputs_ = values.values(plan.each_bar_inputs, lines);
    return values;
}

std::vector<ExpressionValues::Value> ExpressionValues::values(std::span<const expr::Reading> readings,
                                                              std::span<const std::vector<engine::Line>> lines) const {
    using Kind = expr::Reading::Kind;
    std::vector<Value> all;
    for (const expr::Reading& reading : readings) {
        Value value;
        if (reading.kind == Kind::kConstant) value.place = &reading.value;
        if (reading.kind == Kind::kPosition) value.place = &(*position_)[static_cast<std::size_t>(reading.position)];
        if (reading.kind == Kind::kComputed) value.place = &computed_[reading.index];
        if (reading.kind == Kind::kLine) value.line = lines[reading.part][reading.index];
        all.push_back(value);
    }
    return all;
}

void ExpressionValues::advance(const PositionValues& position) {
    *position_ = position;
    if (!each_bar_) return;
    std::transform(inputs_.begin(), inputs_.end(), row_.begin(), [](const Value& input) { return value(input); });
    each_bar_->run(row_places_, computed_places_, 1);
}

}  // namespace ct::strategies

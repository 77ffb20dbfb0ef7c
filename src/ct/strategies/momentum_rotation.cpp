#include "ct/strategies/momentum_rotation.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

#include <fmt/format.h>

#include "ct/core/bar.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/strategies/finest_series.hpp"
#include "ct/strategies/parameters.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::strategies {

StrategyInfo MomentumRotation::info() {
    return {
        .name = "momentum_rotation",
        .text = "Holds the instruments of the run that have risen most, in equal parts, and looks again now and then.",
        .parameters = {{"lookback", ParameterType::kWhole, "30", "bars over which a rise is measured", 1,
                        kLongestPeriod},
                       {"hold", ParameterType::kWhole, "1", "how many instruments to hold", 1, 1'000},
                       {"every", ParameterType::kWhole, "7", "bars between two looks", 1, kLongestPeriod},
                       {"share", ParameterType::kNumber, "0.95", "how much of the equity to hold in all", 0.01, 1}},
        .make = [](const Parameters& parameters) -> Result<std::unique_ptr<engine::Strategy>> {
            return std::make_unique<MomentumRotation>(Settings{.lookback = whole_number(parameters, "lookback"),
                                                               .hold = whole_number(parameters, "hold"),
                                                               .every = whole_number(parameters, "every"),
                                                               .share = number(parameters, "share")});
        }};
}

void MomentumRotation::on_start(engine::Context& ctx) {
    const std::size_t instruments = ctx.instruments().size();
    if (instruments < 2) {
        return ctx.fail({ErrorCode::kInvalidArgument,
                         fmt::format("momentum_rotation chooses among several symbols, this run has only {}",
                                     ctx.instrument(0).symbol)});
    }
    for (InstrumentIndex instrument = 0; instrument < instruments; ++instrument) {
        const SeriesIndex series = finest_series(ctx, instrument).value_or(0);  // each has one
        if (instrument == 0) clock_ = series;
        const auto rise = ctx.indicator(series, "roc", {static_cast<double>(settings_.lookback)});
        if (!rise) return ctx.fail(rise.error());
        rises_.push_back(*rise);
    }
}

void MomentumRotation::on_bar(engine::Context& ctx, const BarView& bar) {
    if (bar.series() != clock_) return;
    if (buys_next_) buy_chosen(ctx);
    ++bars_;
    if (bars_ <= settings_.lookback || (bars_ - settings_.lookback - 1) % settings_.every != 0) return;
    chosen_ = choose();
    sell_others(ctx);
    buys_next_ = true;
}

std::vector<InstrumentIndex> MomentumRotation::choose() const {
    std::vector<InstrumentIndex> risen;
    for (InstrumentIndex instrument = 0; instrument < rises_.size(); ++instrument) {
        if (rises_[instrument].value() > 0) risen.push_back(instrument);  // not before its average has begun
    }
    std::stable_sort(risen.begin(), risen.end(), [&](InstrumentIndex one, InstrumentIndex other) {
        return rises_[one].value() > rises_[other].value();
    });
    if (risen.size() > settings_.hold) risen.resize(settings_.hold);
    return risen;
}

void MomentumRotation::sell_others(engine::Context& ctx) {
    for (InstrumentIndex instrument = 0; instrument < rises_.size(); ++instrument) {
        const bool stays = std::find(chosen_.begin(), chosen_.end(), instrument) != chosen_.end();
        if (!stays) ctx.close(instrument);
    }
}

void MomentumRotation::buy_chosen(engine::Context& ctx) {
    buys_next_ = false;
    const double share = settings_.share / static_cast<double>(settings_.hold);
    for (const InstrumentIndex instrument : chosen_) {
        // What is held already stays as it is: rebalancing it would only cost fees.
        if (ctx.position(instrument).count != 0) continue;
        if (const auto ordered = ctx.order_target_percent(instrument, share); !ordered)
            return ctx.fail(ordered.error());
    }
}

}  // namespace ct::strategies

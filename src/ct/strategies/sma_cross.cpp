#include "ct/strategies/sma_cross.hpp"

#include <memory>
#include <optional>

#include "ct/core/bar.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/strategies/equity_after_close.hpp"
#include "ct/strategies/parameters.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::strategies {

namespace {

Result<std::unique_ptr<engine::Strategy>> make_sma_cross(const Parameters& parameters) {
    return std::make_unique<SmaCross>(
        SmaCross::Settings{whole_number(parameters, "fast"), whole_number(parameters, "slow"),
                           order_size(parameters, "size"), yes_or_no(parameters, "short")});
}

}  // namespace

StrategyInfo SmaCross::info() {
    return {.name = "sma_cross",
            .text = "Long while a fast moving average is above a slow one; optionally short below.",
            .parameters = {{"fast", ParameterType::kWhole, "10", "bars of the fast average", 1, kLongestPeriod},
                           {"slow", ParameterType::kWhole, "50", "bars of the slow average", 1, kLongestPeriod},
                           {"size", ParameterType::kSize, "95%", kSizeText},
                           {"short", ParameterType::kYesNo, "false", "also go short below"}},
            .make = make_sma_cross};
}

void SmaCross::on_start(engine::Context& ctx) {
    for (SeriesIndex series = 0; series < ctx.series_count(); ++series) {
        const auto fast = ctx.indicator(series, "sma_exact", {static_cast<double>(settings_.fast)});
        const auto slow = ctx.indicator(series, "sma_exact", {static_cast<double>(settings_.slow)});
        if (!fast) return ctx.fail(fast.error());
        if (!slow) return ctx.fail(slow.error());
        averages_.push_back({*fast, *slow, {}});
    }
}

void SmaCross::on_bar(engine::Context& ctx, const BarView& bar) {
    Averages& averages = averages_[bar.series()];
    const int cross = averages.crossover.update(averages.fast.value() - averages.slow.value());
    if (cross == 0) return;
    const InstrumentIndex instrument = bar.instrument();
    const Quantity position = ctx.position(instrument);
    if (cross > 0 && position.count <= 0) enter(ctx, instrument, Side::kBuy);
    if (cross < 0 && settings_.allow_short && position.count >= 0) return enter(ctx, instrument, Side::kSell);
    if (cross < 0 && position.count > 0) ctx.close(instrument);
}

void SmaCross::enter(engine::Context& ctx, InstrumentIndex instrument, Side side) {
    const std::optional<Price> price = ctx.last_price(instrument);
    if (!price) return;
    const auto equity = equity_after_close(ctx, instrument, *price);
    if (!equity) return ctx.fail(equity.error());
    const auto quantity = settings_.size.at(*price, *equity, ctx.instrument(instrument).scale);
    if (!quantity) return ctx.fail(quantity.error());
    ctx.close(instrument);
    ctx.submit({.instrument = instrument, .side = side, .quantity = ctx.in_lots(instrument, *quantity)});
}

}  // namespace ct::strategies

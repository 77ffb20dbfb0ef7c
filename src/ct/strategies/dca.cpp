#include "ct/strategies/dca.hpp"

#include <memory>
#include <optional>

#include "ct/core/bar.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/strategies/parameters.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::strategies {

StrategyInfo Dca::info() {
    return {.name = "dca",
            .text = "Cost averaging: buys each instrument for the same amount at fixed times and never sells.",
            .parameters = {{"size", ParameterType::kSize, "100quote", kSizeText},
                           {"every", ParameterType::kDuration, "7d", "time between two purchases: 12h, 1d, 7d"}},
            .make = [](const Parameters& parameters) -> Result<std::unique_ptr<engine::Strategy>> {
                return std::make_unique<Dca>(order_size(parameters, "size"), duration(parameters, "every"));
            }};
}

void Dca::on_start(engine::Context& ctx) { due_ns_.assign(ctx.instruments().size(), 0); }

void Dca::on_bar(engine::Context& ctx, const BarView& bar) {
    const InstrumentIndex instrument = bar.instrument();
    TimeNs& due_ns = due_ns_[instrument];
    const std::optional<Price> price = ctx.last_price(instrument);
    if (!price || ctx.now_ns() < due_ns) return;
    if (due_ns == 0) due_ns = ctx.now_ns();
    due_ns += ((ctx.now_ns() - due_ns) / every_ns_ + 1) * every_ns_;
    const auto quantity = size_.at(*price, ctx.equity_in_quote(instrument), ctx.instrument(instrument).scale);
    if (!quantity) return ctx.fail(quantity.error());
    ctx.buy(instrument, ctx.in_lots(instrument, *quantity));
}

}  // namespace ct::strategies

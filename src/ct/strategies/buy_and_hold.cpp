#include "ct/strategies/buy_and_hold.hpp"

#include <memory>
#include <optional>

#include "ct/core/bar.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/strategies/parameters.hpp"
#include "ct/strategies/registry.hpp"
#include "ct/strategies/size.hpp"

namespace ct::strategies {

StrategyInfo BuyAndHold::info() {
    return {.name = "buy_and_hold",
            .text = "Buys each instrument at its first bar and holds it to the end.",
            .parameters = {{"size", ParameterType::kSize, "95%", kSizeText}},
            .make = [](const Parameters& parameters) -> Result<std::unique_ptr<engine::Strategy>> {
                return std::make_unique<BuyAndHold>(order_size(parameters, "size"));
            }};
}

void BuyAndHold::on_start(engine::Context& ctx) { bought_.assign(ctx.instruments().size(), false); }

void BuyAndHold::on_bar(engine::Context& ctx, const BarView& bar) {
    if (bought_[bar.instrument()]) return;
    const std::optional<Price> price = ctx.last_price(bar.instrument());
    if (!price) return;
    const auto quantity =
        size_.at(*price, ctx.equity_in_quote(bar.instrument()), ctx.instrument(bar.instrument()).scale);
    if (!quantity) return ctx.fail(quantity.error());
    ctx.buy(bar.instrument(), ctx.in_lots(bar.instrument(), *quantity));
    bought_[bar.instrument()] = true;
}

}  // namespace ct::strategies

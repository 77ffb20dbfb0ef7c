#include "ct/strategies/buy_and_hold.hpp"

#include <array>
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
    static constexpr std::array kParameters = {
        ParameterInfo{"size", "95%", "how much: 0.5 (base), 95% (of the equity) or 5000quote"},
    };
    return {"buy_and_hold", "Buys each instrument at its first bar and holds it to the end.", kParameters,
            [](const Parameters& parameters) -> Result<std::unique_ptr<engine::Strategy>> {
                const auto size = order_size(parameters, "size");
                if (!size) return fail(size);
                return std::make_unique<BuyAndHold>(*size);
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

#include "ct/strategies/equity_after_close.hpp"

#include "ct/account/fee_schedule.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"

namespace ct::strategies {

Result<Money> equity_after_close(engine::Context& ctx, InstrumentIndex instrument, Price price) {
    const Money equity = ctx.equity_in_quote(instrument);
    const Quantity position = ctx.position(instrument);
    if (position.count == 0) return equity;
    const auto value = notional(price, abs(position), ctx.instrument(instrument).scale);
    if (!value) return fail(value);
    const auto fee = ctx.fees(instrument).fee(*value, Liquidity::kTaker);
    if (!fee) return fail(fee);
    return subtract(equity, *fee);
}

}  // namespace ct::strategies

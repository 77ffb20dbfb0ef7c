#pragma once

#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"

namespace ct::strategies {

/// The equity, in the instrument's quote asset, that is left when its position is closed at a price, taker fee paid:
/// what an order of the same step that turns the position round is sized by. Errors: kOverflow.
Result<Money> equity_after_close(engine::Context& ctx, InstrumentIndex instrument, Price price);

}  // namespace ct::strategies

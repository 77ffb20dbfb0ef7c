#pragma once

#include <optional>

#include "ct/core/fill.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"

namespace ct::analyzers {

/// What a fill cost more, or less where negative, than at the price its order could expect: for a market order the last
/// close when it was made, for a stop or take-profit at market its stop price. None for the others: an order with a
/// limit names its worst price itself, and a trailing order names only a distance. In the quote asset; a statistic.
std::optional<double> slippage_of(const Fill& fill, const Order& order, const Scale& scale);

}  // namespace ct::analyzers

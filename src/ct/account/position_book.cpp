#include "ct/account/position_book.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "ct/core/decimal.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"

namespace ct {

namespace {

/// amount x part / whole toward zero. Requires: 0 <= part <= whole, so that nothing can overflow.
Money share_of(const Money& amount, Quantity part, Quantity whole) {
    const int128 each = amount.count / whole.count;
    const int128 rest = amount.count - each * whole.count;
    return {each * part.count + divide(rest * part.count, whole.count, Rounding::kDown)};
}

/// Sets target to target + change.
Result<void> change_by(Money& target, const Money& change) {
    const auto sum = add(target, change);
    if (!sum) return fail(sum);
    target = *sum;
    return {};
}

}  // namespace

Result<Money> average_price(const Holding& holding, const Scale& scale) {
    return per_unit(abs(holding.cost), abs(holding.quantity), scale);
}

Result<Money> unrealised(const Holding& holding) { return subtract(holding.value, holding.cost); }

PositionBook::PositionBook(std::vector<Scale> scales) : scales_(std::move(scales)), holdings_(scales_.size()) {}

Result<void> PositionBook::fill(const Fill& fill) {
    Holding& holding = holdings_[fill.instrument];
    const Scale& scale = scales_[fill.instrument];
    const Quantity change = fill.side == Side::kBuy ? fill.quantity : -fill.quantity;
    const bool against = holding.quantity.count != 0 && (holding.quantity.count > 0) != (change.count > 0);
    Quantity rest = change;
    if (against) {
        const Quantity closed = std::min(abs(change), abs(holding.quantity));
        const Quantity signed_closed = holding.quantity.count > 0 ? closed : -closed;
        if (auto left = leave(holding, signed_closed, fill.price, scale); !left) return left;
        rest = change + signed_closed;
    }
    if (rest.count != 0) {
        if (auto entered = enter(holding, rest, fill.price, scale); !entered) return entered;
    }
    return revalue(holding, scale);
}

Result<void> PositionBook::mark(InstrumentIndex instrument, Price price) {
    Holding& holding = holdings_[instrument];
    holding.mark = price;
    if (holding.quantity.count == 0) return {};
    return revalue(holding, scales_[instrument]);
}

Result<void> PositionBook::enter(Holding& holding, Quantity quantity, Price price, const Scale& scale) {
    const auto cost = notional(price, quantity, scale);
    if (!cost) return fail(cost);
    if (__builtin_add_overflow(holding.quantity.count, quantity.count, &holding.quantity.count)) {
        return fail(ErrorCode::kOverflow, "a position does not fit 64 bits");
    }
    return change_by(holding.cost, *cost);
}

Result<void> PositionBook::leave(Holding& holding, Quantity quantity, Price price, const Scale& scale) {
    const auto proceeds = notional(price, quantity, scale);
    if (!proceeds) return fail(proceeds);
    const Money cost = share_of(holding.cost, abs(quantity), abs(holding.quantity));
    const auto earned = subtract(*proceeds, cost);
    if (!earned) return fail(earned);
    holding.quantity = holding.quantity - quantity;
    holding.cost = {holding.cost.count - cost.count};  // a part of it
    return change_by(holding.realised, *earned);
}

Result<void> PositionBook::revalue(Holding& holding, const Scale& scale) {
    const auto value = notional(holding.mark, holding.quantity, scale);
    if (!value) return fail(value);
    const auto change = subtract(*value, holding.value);
    if (!change) return fail(change);
    holding.value = *value;
    return change_by(value_, *change);
}

}  // namespace ct

#include "ct/analyzers/trade_log.hpp"

#include <cassert>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "ct/core/decimal.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/records.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

namespace {

/// What one unit of the base asset costs at this price.
Money unit_price(Price price, const Scale& scale) {
    return {int128{price.count} * pow10_int(Money::kDecimals - scale.price_decimals)};
}

/// amount x part / whole, half to even. Requires: 0 <= part <= whole, so that nothing can overflow.
Money share(const Money& amount, Quantity part, Quantity whole) {
    const int128 each = amount.count / whole.count;
    const int128 rest = amount.count - each * whole.count;
    return {each * part.count + divide(rest * part.count, whole.count, Rounding::kHalfEven)};
}

/// Sets target to target + amount.
Result<void> add_to(Money& target, const Money& amount) {
    const auto sum = add(target, amount);
    if (!sum) return fail(sum);
    target = *sum;
    return {};
}

/// What a trade earned: the difference between what it was sold and what it was bought for, less its fees.
Result<Money> profit(Side side, const Money& entered, const Money& left, const Money& fees) {
    const auto gross = side == Side::kBuy ? subtract(left, entered) : subtract(entered, left);
    if (!gross) return fail(gross);
    return subtract(*gross, fees);
}

}  // namespace

Result<void> TradeLog::Leg::add(Price fill_price, Quantity fill_quantity, const Scale& scale) {
    const auto value = ct::notional(fill_price, fill_quantity, scale);
    if (!value) return fail(value);
    if (quantity.count == 0) price = fill_price;
    one_price = one_price && fill_price == price;
    if (__builtin_add_overflow(quantity.count, fill_quantity.count, &quantity.count)) {
        return fail(ErrorCode::kOverflow, "the quantity of a trade does not fit 64 bits");
    }
    return add_to(notional, *value);
}

Result<Money> TradeLog::Leg::average(const Scale& scale) const {
    if (one_price) return unit_price(price, scale);
    return per_unit(notional, quantity, scale);
}

TradeLog::TradeLog(std::vector<Scale> scales) : scales_(std::move(scales)), positions_(scales_.size()) {}

void TradeLog::on_fill(const Fill& fill) {
    assert(fill.instrument < positions_.size() && fill.quantity.count > 0);
    if (error_) return;
    const auto applied = apply(fill);
    if (!applied) error_ = applied.error();
}

Result<void> TradeLog::apply(const Fill& fill) {
    Position& position = positions_[fill.instrument];
    const Quantity held = position.quantity;
    if (held.count == 0 || fill.side == position.trade.side) return enter(position, fill, fill.quantity, fill.fee);
    if (fill.quantity <= held) return leave(position, fill, fill.quantity, fill.fee);
    const Money closing_fee = share(fill.fee, held, fill.quantity);
    const auto closed = leave(position, fill, held, closing_fee);
    if (!closed) return fail(closed);
    return enter(position, fill, fill.quantity - held, {fill.fee.count - closing_fee.count});
}

Result<void> TradeLog::enter(Position& position, const Fill& fill, Quantity quantity, const Money& fee) {
    RoundTrip& trade = position.trade;
    if (position.quantity.count == 0) {
        position = {};
        trade.entry_time_ns = fill.time_ns;
        trade.instrument = fill.instrument;
        trade.side = fill.side;
        trade.entry_order_id = fill.order_id;
    }
    const auto entered = position.entry.add(fill.price, quantity, scales_[fill.instrument]);
    if (!entered) return fail(entered);
    position.quantity = position.quantity + quantity;  // at most what was entered, which fits
    return add_to(trade.fees, fee);
}

Result<void> TradeLog::leave(Position& position, const Fill& fill, Quantity quantity, const Money& fee) {
    const Scale& scale = scales_[fill.instrument];
    const auto left = position.exit.add(fill.price, quantity, scale);
    if (!left) return fail(left);
    const auto charged = add_to(position.trade.fees, fee);
    if (!charged) return fail(charged);
    position.quantity = position.quantity - quantity;
    if (position.quantity.count != 0) return {};

    const auto exit_price = position.exit.average(scale);
    if (!exit_price) return fail(exit_price);
    position.trade.exit_order_id = fill.order_id;
    return complete(position, *exit_price, fill.time_ns);
}

Result<void> TradeLog::complete(Position& position, const Money& exit_price, TimeNs exit_time_ns) {
    RoundTrip& trade = position.trade;
    const auto entry_price = position.entry.average(scales_[trade.instrument]);
    if (!entry_price) return fail(entry_price);
    const auto pnl = profit(trade.side, position.entry.notional, position.exit.notional, trade.fees);
    if (!pnl) return fail(pnl);
    trade.exit_time_ns = exit_time_ns;
    trade.quantity = position.entry.quantity;
    trade.entry_price = *entry_price;
    trade.exit_price = exit_price;
    trade.pnl = *pnl;
    trades_.push_back(trade);
    return {};
}

Result<Records<RoundTrip>> TradeLog::finish(std::span<const Price> last_prices) {
    assert(last_prices.size() == positions_.size());
    if (error_) return tl::make_unexpected(*error_);
    for (std::size_t i = 0; i < positions_.size(); ++i) {
        Position& position = positions_[i];
        if (position.quantity.count == 0) continue;
        const auto marked = position.exit.add(last_prices[i], position.quantity, scales_[i]);
        if (!marked) return fail(marked);
        position.trade.open = true;
        const auto completed = complete(position, unit_price(last_prices[i], scales_[i]), 0);
        if (!completed) return fail(completed);
    }
    return std::exchange(trades_, {});
}

}  // namespace ct::analyzers

#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>

#include "ct/broker/simulated_broker.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/rate.hpp"
#include "support/slow_order.hpp"

namespace ct::test {

/// The money and the position of the slow broker's one trader.
class SlowTill {
  public:
    SlowTill(broker::SimulatedBrokerConfig config, const Money& cash, std::int64_t money_per_count)
        : config_(std::move(config)), cash_(cash.count), money_per_count_(money_per_count) {}

    /// What of the position an order of a side would take off.
    [[nodiscard]] std::int64_t reducible(Side side) const {
        return std::max<std::int64_t>(side == Side::kBuy ? -position_ : position_, 0);
    }

    /// The fill, or the rejection of what cannot be paid.
    Report settle(const SlowOrder& order, std::int64_t price, Liquidity liquidity, std::int64_t quantity) {
        const std::int64_t sign = order.buys() ? 1 : -1;
        const bool makes = liquidity == Liquidity::kMaker;
        const std::int64_t paid = makes ? price : order.protect(slipped(price, sign));
        const int128 value = int128{paid} * quantity * money_per_count_;
        const Rate rate = makes ? config_.fees.maker : config_.fees.taker;
        const int128 fee = nearest_even(value * rate.count, Rate::kOne) + config_.fees.flat.count;
        const bool closes = quantity <= reducible(order.request.side);
        if (order.buys() && !closes && value + fee > cash_) {
            return {.kind = Report::Kind::kRejected,
                    .order_id = order.id,
                    .reason = Reason::kInsufficientCash,
                    .needed = Money{value + fee},
                    .available = Money{cash_}};
        }
        cash_ -= sign * value + fee;
        position_ += sign * quantity;
        return {.kind = Report::Kind::kFilled,
                .order_id = order.id,
                .liquidity = liquidity,
                .price = {paid},
                .quantity = {quantity},
                .fee = Money{fee}};
    }

  private:
    /// Moved against the trader by the slippage, rounded up to a whole count; never below one count.
    [[nodiscard]] std::int64_t slipped(std::int64_t price, std::int64_t sign) const {
        const int128 exact = int128{price} * config_.slippage.share.count;
        auto counts = static_cast<std::int64_t>(exact / Rate::kOne);
        if (int128{counts} * Rate::kOne != exact) ++counts;
        counts += config_.slippage.ticks;
        return std::max<std::int64_t>(price + sign * counts, 1);
    }

    /// n / d to the nearest whole number, a tie to the even one. Requires: n >= 0, d > 0.
    static int128 nearest_even(int128 n, int128 d) {
        const int128 below = n / d;
        const int128 twice_rest = 2 * (n - below * d);
        if (twice_rest != d) return twice_rest > d ? below + 1 : below;
        return below + below % 2;
    }

    broker::SimulatedBrokerConfig config_;
    int128 cash_;
    std::int64_t money_per_count_;
    std::int64_t position_ = 0;
};

}  // namespace ct::test

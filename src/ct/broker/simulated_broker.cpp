#include "ct/broker/simulated_broker.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "ct/account/fee_schedule.hpp"
#include "ct/core/approved.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/decimal.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::broker {

/// A bar's prices on the instrument's grid.
struct SimulatedBroker::BarPrices {
    Price open;
    Price high;
    Price low;

    static Result<BarPrices> make(const BarView& bar, int decimals) {
        const auto open = price_from_double(bar.open(), decimals);
        const auto high = price_from_double(bar.high(), decimals);
        const auto low = price_from_double(bar.low(), decimals);
        if (!open) return fail(open);
        if (!high) return fail(high);
        if (!low) return fail(low);
        return BarPrices{*open, *high, *low};
    }
};

struct SimulatedBroker::Match {
    bool filled = false;
    Price price;
    Liquidity liquidity = Liquidity::kTaker;
};

Result<void> SimulatedBroker::submit(const Approved<Order>& order, TimeNs now_ns) {
    working_[order->request.instrument].push_back({order->id, now_ns, config_.latency_bars, order->request});
    reports_.push_back({.kind = Report::Kind::kAccepted, .order_id = order->id, .time_ns = now_ns});
    return {};
}

void SimulatedBroker::cancel(OrderId order_id, TimeNs now_ns) {
    for (auto& orders : working_) {
        if (std::erase_if(orders, [&](const WorkingOrder& order) { return order.id == order_id; }) != 0) {
            reports_.push_back({.kind = Report::Kind::kCanceled,
                                .order_id = order_id,
                                .time_ns = now_ns,
                                .reason = Reason::kUserRequest});
            return;
        }
    }
}

Result<void> SimulatedBroker::on_market(std::span<const BarView> closed) {
    for (const BarView& bar : closed) {
        if (auto matched = match_all(bar); !matched) return matched;
    }
    return {};
}

Result<void> SimulatedBroker::match_all(const BarView& bar) {
    auto& orders = working_[bar.instrument()];
    if (orders.empty()) return {};
    const auto prices = BarPrices::make(bar, instruments_[bar.instrument()].scale.price_decimals);
    if (!prices) return fail(prices);

    std::size_t kept = 0;
    for (auto& order : orders) {
        const bool began_before = bar.open_time_ns() < order.placed_ns;
        if (began_before || order.wait_bars > 0) {
            if (!began_before) --order.wait_bars;
            orders[kept++] = order;
            continue;
        }
        const Match found = match(order.request, *prices);
        if (found.filled) {
            if (const auto settled = settle(order, found, bar.open_time_ns()); !settled) return settled;
        } else if (order.request.time_in_force == TimeInForce::kIoc) {
            reports_.push_back({.kind = Report::Kind::kCanceled,
                                .order_id = order.id,
                                .time_ns = bar.open_time_ns(),
                                .reason = Reason::kNotMarketable});
        } else {
            orders[kept++] = order;
        }
    }
    orders.resize(kept);
    return {};
}

void SimulatedBroker::poll(std::vector<Report>& reports) {
    if (reports.empty()) {
        reports.swap(reports_);
    } else {
        reports.insert(reports.end(), reports_.begin(), reports_.end());
        reports_.clear();
    }
    unbooked_ = {};
}

SimulatedBroker::Match SimulatedBroker::match(const OrderRequest& order, const BarPrices& bar) const {
    const bool buy = order.side == Side::kBuy;
    const bool open_only = order.time_in_force == TimeInForce::kIoc;
    switch (order.type) {
        case OrderType::kMarket: return {true, slipped(bar.open, order.side), Liquidity::kTaker};
        case OrderType::kLimit: {
            const Price limit = order.limit_price;
            if (buy ? bar.open <= limit : bar.open >= limit) {
                const Price price = slipped(bar.open, order.side);
                return {true, buy ? std::min(price, limit) : std::max(price, limit), Liquidity::kTaker};
            }
            if (!open_only && (buy ? bar.low <= limit : bar.high >= limit)) return {true, limit, Liquidity::kMaker};
            return {};
        }
        case OrderType::kStop: {
            const Price stop = order.stop_price;
            if (buy ? bar.open >= stop : bar.open <= stop) {
                return {true, slipped(bar.open, order.side), Liquidity::kTaker};
            }
            if (!open_only && (buy ? bar.high >= stop : bar.low <= stop)) {
                return {true, slipped(stop, order.side), Liquidity::kTaker};
            }
            return {};
        }
    }
    return {};
}

Price SimulatedBroker::slipped(Price price, Side side) const {
    if (config_.slippage.count == 0) return price;
    const bool buy = side == Side::kBuy;
    const std::int64_t factor = Rate::kOne + (buy ? config_.slippage.count : -config_.slippage.count);
    const int128 moved =
        divide(int128{price.count} * factor, Rate::kOne, buy ? Rounding::kCeil : Rounding::kFloor);
    return Price{std::max<std::int64_t>(static_cast<std::int64_t>(moved), 1)};
}

Result<void> SimulatedBroker::settle(const WorkingOrder& order, const Match& match, TimeNs time_ns) {
    const OrderRequest& request = order.request;
    const auto value = notional(match.price, request.quantity, instruments_[request.instrument].scale);
    if (!value) return fail(value);
    const auto fee = multiply(*value, config_.fees.of(match.liquidity), kFeeRounding);
    if (!fee) return fail(fee);
    const bool buy = request.side == Side::kBuy;
    const auto change = buy ? add(*value, *fee) : subtract(*value, *fee);
    if (!change) return fail(change);

    if (buy) {
        const auto available = add(account_->cash(), unbooked_);
        if (!available) return fail(available);
        if (*change > *available) {
            reports_.push_back({.kind = Report::Kind::kRejected,
                                .order_id = order.id,
                                .time_ns = time_ns,
                                .reason = Reason::kInsufficientCash,
                                .needed = *change,
                                .available = *available});
            return {};
        }
    }
    const auto unbooked = add(unbooked_, buy ? -*change : *change);
    if (!unbooked) return fail(unbooked);
    unbooked_ = *unbooked;
    reports_.push_back({.kind = Report::Kind::kFilled,
                        .order_id = order.id,
                        .time_ns = time_ns,
                        .liquidity = match.liquidity,
                        .price = match.price,
                        .quantity = request.quantity,
                        .fee = *fee});
    return {};
}

}  // namespace ct::broker

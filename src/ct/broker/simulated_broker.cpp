#include "ct/broker/simulated_broker.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
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

Result<void> SimulatedBroker::replace(const Approved<OrderChange>& change, TimeNs now_ns) {
    for (auto& orders : working_) {
        for (WorkingOrder& order : orders) {
            if (order.id != change->order_id) continue;
            order.request.quantity = change->quantity;
            order.request.limit_price = change->limit_price;
            order.request.stop_price = change->stop_price;
            reports_.push_back({.kind = Report::Kind::kAmended,
                                .order_id = order.id,
                                .time_ns = now_ns,
                                .reason = Reason::kReplaced,
                                .price = change->limit_price,
                                .stop_price = change->stop_price,
                                .quantity = change->quantity});
            return {};
        }
    }
    reports_.push_back({.kind = Report::Kind::kRefused,
                        .order_id = change->order_id,
                        .time_ns = now_ns,
                        .reason = Reason::kFinished});
    return {};
}

void SimulatedBroker::finish(TimeNs now_ns) {
    for (auto& orders : working_) {
        for (const WorkingOrder& order : orders) {
            reports_.push_back({.kind = Report::Kind::kExpired,
                                .order_id = order.id,
                                .time_ns = now_ns,
                                .reason = Reason::kEndOfRun});
        }
        orders.clear();
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
    const auto open = price_from_double(bar.open(), instruments_[bar.instrument()].scale.price_decimals);
    if (!open) return fail(open);

    std::size_t kept = 0;
    for (auto& order : orders) {
        const bool began_before = bar.open_time_ns() < order.placed_ns;
        if (began_before || order.wait_bars > 0) {
            if (!began_before) --order.wait_bars;
            orders[kept++] = order;
            continue;
        }
        const auto found = match(order.request, *open, bar);
        if (!found) return fail(found);
        if (found->filled) {
            if (const auto settled = settle(order, *found, bar.open_time_ns()); !settled) return settled;
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

Result<SimulatedBroker::Match> SimulatedBroker::match(const OrderRequest& order, Price open, const BarView& bar) const {
    const Match at_open{true, slipped(open, order.side), Liquidity::kTaker};
    if (order.type == OrderType::kMarket) return at_open;

    const bool buy = order.side == Side::kBuy;
    const bool limit = order.type == OrderType::kLimit;
    const Price trigger = limit ? order.limit_price : order.stop_price;
    // A buy limit and a sell stop wait for a price at or below theirs, the other two for one at or above.
    const bool from_above = buy == limit;
    const auto reaches = [&](Price price) { return from_above ? price <= trigger : price >= trigger; };
    if (reaches(open)) {
        if (!limit) return at_open;
        return Match{true, buy ? std::min(at_open.price, trigger) : std::max(at_open.price, trigger),
                     Liquidity::kTaker};
    }
    if (order.time_in_force == TimeInForce::kIoc) return Match{};
    const auto extreme =
        price_from_double(from_above ? bar.low() : bar.high(), instruments_[order.instrument].scale.price_decimals);
    if (!extreme) return fail(extreme);
    if (!reaches(*extreme)) return Match{};
    if (limit) return Match{true, trigger, Liquidity::kMaker};
    return Match{true, slipped(trigger, order.side), Liquidity::kTaker};
}

Price SimulatedBroker::slipped(Price price, Side side) const {
    if (config_.slippage.count == 0) return price;
    const bool buy = side == Side::kBuy;
    const std::int64_t factor = Rate::kOne + (buy ? config_.slippage.count : -config_.slippage.count);
    const int128 moved = divide(int128{price.count} * factor, Rate::kOne, buy ? Rounding::kCeil : Rounding::kFloor);
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

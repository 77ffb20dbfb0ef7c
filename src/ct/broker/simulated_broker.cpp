#include "ct/broker/simulated_broker.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "ct/account/account.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/broker/matching_rules.hpp"
#include "ct/broker/settlement.hpp"
#include "ct/broker/slippage.hpp"
#include "ct/broker/working_order.hpp"
#include "ct/broker/working_orders.hpp"
#include "ct/core/approved.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::broker {

namespace {

std::vector<FeeSchedule> fees_of(const SimulatedBrokerConfig& config, std::span<const Instrument> instruments) {
    std::vector<FeeSchedule> fees = config.fees_by_instrument;
    fees.resize(instruments.size(), config.fees);
    return fees;
}

std::vector<Slippage> slippage_of(const SimulatedBrokerConfig& config, std::span<const Instrument> instruments) {
    std::vector<Slippage> slippage;
    slippage.reserve(instruments.size());
    for (std::size_t i = 0; i < instruments.size(); ++i) {
        slippage.emplace_back(config.slippage, instruments[i].scale, config.ticks.empty() ? Price{1} : config.ticks[i]);
    }
    return slippage;
}

}  // namespace

SimulatedBroker::SimulatedBroker(const SimulatedBrokerConfig& config, std::span<const Instrument> instruments,
                                 const Account& account)
    : rules_(config.matching),
      instruments_(instruments),
      latency_(config.latency, config.seed),
      settlement_(fees_of(config, instruments), slippage_of(config, instruments), instruments, account),
      links_(config.matching.links, reports_),
      matcher_(config.matching, settlement_, links_, reports_),
      working_(instruments.size()),
      closes_(config.closes) {}

Result<void> SimulatedBroker::submit(const Approved<Order>& order, TimeNs now_ns) {
    const OrderRequest& request = order->request;
    WorkingOrders& orders = working_[request.instrument];
    reports_.push_back({.kind = Report::Kind::kAccepted, .order_id = order->id, .time_ns = now_ns});
    // Whoever it waits for may have filled since: then it does not wait.
    const Slot parent = request.parent == 0 ? kNoSlot : orders.find(request.parent);
    const Quantity released = parent == kNoSlot                    ? kNoLimit
                              : rules_.links == LinkRules::kNative ? orders[parent].filled
                                                                   : Quantity{};
    const Slot slot = orders.add({.id = order->id,
                                  .sequence = orders.next_sequence(),
                                  .request = request,
                                  .limit = request.limit_price,
                                  .released = released,
                                  .coming = released,
                                  .arrival_ns = now_ns + latency_.draw(),
                                  .wait_bars = latency_.bars()});
    if (parent != kNoSlot) orders.join_family(slot, parent);
    if (const Slot member = request.oco == 0 ? kNoSlot : orders.find(request.oco); member != kNoSlot) {
        orders.join_group(slot, member);
    }
    const bool at_once = rules_.cheat_on_close && request.type == OrderType::kMarket &&
                         request.time_in_force != TimeInForce::kOnOpen && parent == kNoSlot;
    if (!at_once) return {};
    return matcher_.trade(orders, slot, order->arrival_price, now_ns);
}

void SimulatedBroker::refused(const Order& order, TimeNs now_ns) {
    if (rules_.links != LinkRules::kBacktrader) return;
    WorkingOrders& orders = working_[order.request.instrument];
    if (const Slot leg = orders.find(order.request.oco); leg != kNoSlot) links_.cancel_group(orders, leg, now_ns);
    if (const Slot parent = orders.find(order.request.parent); parent != kNoSlot) {
        links_.end(orders, parent, {.kind = Report::Kind::kCanceled, .time_ns = now_ns, .reason = Reason::kOco});
    }
}

SimulatedBroker::Place SimulatedBroker::find(OrderId order_id) {
    for (WorkingOrders& orders : working_) {
        if (const Slot slot = orders.find(order_id); slot != kNoSlot) return {&orders, slot};
    }
    return {};
}

void SimulatedBroker::cancel(OrderId order_id, TimeNs now_ns) {
    const auto [orders, slot] = find(order_id);
    if (orders == nullptr) return;
    links_.end(*orders, slot, {.kind = Report::Kind::kCanceled, .time_ns = now_ns, .reason = Reason::kUserRequest});
}

Result<void> SimulatedBroker::replace(const Approved<OrderChange>& change, TimeNs now_ns) {
    const auto refuse = [&](Reason reason) {
        reports_.push_back(
            {.kind = Report::Kind::kRefused, .order_id = change->order_id, .time_ns = now_ns, .reason = reason});
        return Result<void>{};
    };
    const auto [orders, slot] = find(change->order_id);
    if (orders == nullptr) return refuse(Reason::kFinished);
    WorkingOrder& order = (*orders)[slot];
    OrderRequest& request = order.request;
    if (change->quantity <= order.filled) return refuse(Reason::kInvalidQuantity);
    // One that only gets smaller keeps its place in the queue.
    const bool moves = change->quantity > request.quantity || change->limit_price != request.limit_price ||
                       change->stop_price != request.stop_price;
    if (moves) order.sequence = orders->next_sequence();
    if (!is_trailing(request.type)) order.limit = change->limit_price;
    request.limit_price = change->limit_price;
    request.stop_price = change->stop_price;
    links_.resize(*orders, slot, change->quantity, Reason::kReplaced, now_ns);
    return {};
}

void SimulatedBroker::finish(TimeNs now_ns) {
    for (WorkingOrders& orders : working_) {
        orders.all(slots_);
        for (const Slot slot : slots_) {
            reports_.push_back({.kind = Report::Kind::kExpired,
                                .order_id = orders[slot].id,
                                .time_ns = now_ns,
                                .reason = Reason::kEndOfRun});
        }
        orders = {};
    }
}

Result<void> SimulatedBroker::on_market(std::span<const BarView> closed) {
    for (const BarView& bar : closed) {
        WorkingOrders& orders = working_[bar.instrument()];
        if (orders.empty()) continue;
        if (auto matched = matcher_.match(orders, bar, instruments_[bar.instrument()].scale, is_close(bar)); !matched) {
            return matched;
        }
    }
    return {};
}

bool SimulatedBroker::is_close(const BarView& bar) const {
    return closes_.empty() || closes_[bar.instrument()].close_of(bar.open_time_ns()) == bar.close_time_ns();
}

QuietBars SimulatedBroker::quiet_bars(InstrumentIndex instrument) {
    WorkingOrders& orders = working_[instrument];
    if (orders.empty()) return {};
    const auto& quiet = orders.quiet();
    const Scale& scale = instruments_[instrument].scale;
    // A count further out, because a bar's price may lie between two counts.
    QuietBars bars{.until_ns = quiet.until_ns};
    constexpr auto kNone = std::numeric_limits<std::int64_t>::min();
    constexpr auto kAll = std::numeric_limits<std::int64_t>::max();
    if (quiet.above != kNone) {
        bars.above =
            quiet.above == kAll ? std::numeric_limits<double>::infinity() : to_double(Price{quiet.above + 1}, scale);
    }
    if (quiet.below != kAll) bars.below = to_double(Price{quiet.below - 1}, scale);
    return bars;
}

void SimulatedBroker::poll(std::vector<Report>& reports) {
    if (reports.empty()) {
        reports.swap(reports_);
    } else {
        reports.insert(reports.end(), reports_.begin(), reports_.end());
        reports_.clear();
    }
    settlement_.booked();
}

}  // namespace ct::broker

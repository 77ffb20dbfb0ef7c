#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/observer.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/time.hpp"

namespace ct::test {

/// What must hold of any orders on any market, checked at every event; the first thing that does not is kept. For
/// instruments without decimals.
class OrderWatch : public Observer {
  public:
    /// What the ledger has booked in sum.
    struct Balance {
        int128 cash = 0;
        std::map<InstrumentIndex, std::int64_t> positions;
    };

    /// `native`: partial fills of a leg reduce the others, and children fill no more than their parent.
    explicit OrderWatch(bool native) : native_(native) {}

    [[nodiscard]] const std::string& problem() const { return problem_; }
    [[nodiscard]] const Balance& balance() const { return balance_; }
    /// The balances at each time at which they changed.
    [[nodiscard]] const std::map<TimeNs, std::vector<Balance>>& history() const { return history_; }
    /// How often each thing happened.
    [[nodiscard]] const std::map<std::string, int>& tally() const { return tally_; }

    void on_order(const Order& order, const OrderUpdate& update) override {
        Seen& seen = seen_[order.id];
        demand(update.from == seen.status, order.id, "goes on from another status");
        demand(!is_final(update.from) || update.from == update.to, order.id, "goes on after its end");
        demand(order.filled >= seen.filled, order.id, "has filled less than before");
        demand(order.filled == seen.filled || update.from >= OrderStatus::kAccepted, order.id,
               "fills before it is accepted");
        demand(order.filled <= order.request.quantity, order.id, "fills more than its quantity");
        demand(
            (update.to == OrderStatus::kFilled) == (order.filled == order.request.quantity && order.filled.count > 0) ||
                update.from == update.to,
            order.id, "is filled without being so, or the other way round");
        const bool ends = is_final(update.to) && update.to != OrderStatus::kFilled;
        demand(!ends || update.reason != Reason::kNone, order.id, "ends without a reason");
        if (update.to == OrderStatus::kAccepted && update.from == OrderStatus::kSubmitted) enter(order);
        if (update.from == update.to && update.reason == Reason::kReplaced) groups_[seen.group].changed = true;
        if (update.to == OrderStatus::kFilled && update.from != update.to) {
            demand(++groups_[seen.group].filled_legs == 1, order.id, "fills after another leg of its group");
        }
        seen.status = update.to;
        seen.filled = order.filled;
        ++tally_[fmt::format("{} {}", name(order.request.type), name(update.to))];
        ++tally_[fmt::format("{} {}", name(order.request.time_in_force), name(update.to))];
        if (update.reason != Reason::kNone) ++tally_[name(update.reason)];
        requests_[order.id] = order.request;
    }

    void on_fill(const Fill& fill) override {
        const OrderRequest& order = requests_.at(fill.order_id);
        const bool buys = order.side == Side::kBuy;
        demand(fill.quantity.count > 0 && fill.price.count > 0 && fill.fee.count >= 0, fill.order_id, "fills nothing");
        if (has_limit(order.type) && !is_trailing(order.type)) {
            demand(buys ? fill.price <= order.limit_price : fill.price >= order.limit_price, fill.order_id,
                   "fills worse than its limit");
        }
        demand(!order.post_only || fill.liquidity == Liquidity::kMaker, fill.order_id, "takes though it is post only");
        demand(has_limit(order.type) || fill.liquidity == Liquidity::kTaker, fill.order_id, "makes without a limit");
        if (order.time_in_force == TimeInForce::kFok) {
            demand(fill.quantity == order.quantity, fill.order_id, "fills in part though all or nothing");
        }
        const std::int64_t held = balance_.positions[fill.instrument] * (buys ? -1 : 1);
        demand(!order.reduce_only || fill.quantity.count <= held, fill.order_id, "does more than reduce");
        Group& group = groups_[seen_[fill.order_id].group];
        group.filled += fill.quantity.count;
        demand(!native_ || group.changed || group.filled <= group.quantity, fill.order_id,
               "fills more than there is in its group");
        if (native_ && order.parent != 0 && !is_final(seen_[order.parent].status)) {
            demand(seen_[fill.order_id].filled <= seen_[order.parent].filled, fill.order_id,
                   "fills more than its parent");
        }
        fees_ += fill.fee.count;
        due_ = {.order_id = fill.order_id,
                .cash = int128{fill.price.count} * fill.quantity.count * Money::units(buys ? -1 : 1).count,
                .quantity = buys ? fill.quantity.count : -fill.quantity.count,
                .fee = fill.fee.count};
    }

    void on_ledger(const LedgerEntry& entry) override {
        if (entry.kind == LedgerKind::kFill) {
            demand(entry.order_id == due_.order_id && entry.cash.count == due_.cash &&
                       entry.quantity.count == due_.quantity,
                   entry.order_id, "is booked with another amount than its fill's");
        } else if (entry.kind == LedgerKind::kFee) {
            booked_fees_ -= entry.cash.count;
            demand(entry.cash.count == -due_.fee && booked_fees_ == fees_ && entry.quantity.count == 0, entry.order_id,
                   "is booked with another fee than its fill's");
        }
        balance_.cash += entry.cash.count;
        balance_.positions[entry.instrument] += entry.quantity.count;
        history_[entry.time_ns].push_back(balance_);
    }

  private:
    struct Seen {
        OrderStatus status = OrderStatus::kCreated;
        Quantity filled;
        OrderId group = 0;
    };
    struct Group {
        std::int64_t quantity = 0;  ///< of its largest leg
        std::int64_t filled = 0;
        int filled_legs = 0;
        bool changed = false;  ///< a leg was replaced or came late: its quantity is not what it was
    };
    struct Due {
        OrderId order_id = 0;
        int128 cash = 0;
        std::int64_t quantity = 0;
        int128 fee = 0;
    };

    void demand(bool holds, OrderId id, const char* what) {
        if (!holds && problem_.empty()) problem_ = fmt::format("order {} {}", id, what);
    }

    void enter(const Order& order) {
        Seen& seen = seen_[order.id];
        seen.group = order.id;
        if (order.request.oco != 0 && !is_final(seen_[order.request.oco].status)) {
            seen.group = seen_[order.request.oco].group;
        }
        Group& group = groups_[seen.group];
        group.changed = group.changed || group.filled > 0;
        group.quantity = std::max(group.quantity, order.request.quantity.count);
    }

    bool native_;
    std::string problem_;
    Balance balance_;
    std::map<TimeNs, std::vector<Balance>> history_;
    std::map<OrderId, Seen> seen_;
    std::map<OrderId, OrderRequest> requests_;
    std::map<OrderId, Group> groups_;
    std::map<std::string, int> tally_;
    int128 fees_ = 0;
    int128 booked_fees_ = 0;
    Due due_;
};

}  // namespace ct::test

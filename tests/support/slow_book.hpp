#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "ct/broker/matching_rules.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/order.hpp"
#include "support/report_text.hpp"
#include "support/slow_order.hpp"

namespace ct::test {

/// All orders of the slow broker, and what the fill or the end of one means to those that are linked to it.
class SlowBook {
  public:
    explicit SlowBook(broker::LinkRules rules) : native_(rules == broker::LinkRules::kNative) {}

    SlowOrder& add(const OrderRequest& request) {
        SlowOrder& order = orders_.emplace_back(orders_.size() + 1, request);
        queue_.push_back(order.id);
        return order;
    }
    [[nodiscard]] SlowOrder& at(OrderId id) { return orders_[id - 1]; }
    [[nodiscard]] const SlowOrder& at(OrderId id) const { return orders_[id - 1]; }
    [[nodiscard]] std::deque<SlowOrder>& all() { return orders_; }
    /// Those that work, in the order of submission.
    [[nodiscard]] const std::vector<OrderId>& queue() const { return queue_; }

    void to_the_back(OrderId id) {
        std::erase(queue_, id);
        queue_.push_back(id);
    }
    /// A new leg stands right behind the one that it named.
    void join(OrderId id, OrderId named) {
        const auto holds = [&](const auto& group) { return std::ranges::find(group, named) != group.end(); };
        auto group = std::ranges::find_if(groups_, holds);
        if (group == groups_.end()) group = groups_.insert(groups_.end(), {named});
        group->insert(std::ranges::find(*group, named) + 1, id);
    }
    /// In the order in which they were made.
    [[nodiscard]] std::vector<OrderId> children_of(const SlowOrder& order) const {
        std::vector<OrderId> children;
        for (const SlowOrder& other : orders_) {
            if (other.working && other.request.parent == order.id) children.push_back(other.id);
        }
        return children;
    }

    /// The other legs of its group, from the one behind it round to the one before it.
    [[nodiscard]] std::vector<OrderId> others_of(const SlowOrder& order) const {
        for (const auto& group : groups_) {
            const auto at = std::ranges::find(group, order.id);
            if (at == group.end()) continue;
            std::vector<OrderId> others(at + 1, group.end());
            others.insert(others.end(), group.begin(), at);
            return others;
        }
        return {};
    }

    /// What its parent lets an order fill.
    [[nodiscard]] std::int64_t allowance(const SlowOrder& order) const {
        if (order.request.parent == 0) return SlowOrder::kAll;
        const std::int64_t released = at(order.request.parent).released;
        return released == SlowOrder::kAll ? released : released - order.taken;
    }
    void release(SlowOrder& parent) const {
        const bool gone = !parent.working && parent.filled > 0;
        parent.released = gone ? SlowOrder::kAll : native_ ? parent.filled : 0;
    }

    /// An order has filled so much more.
    void filled(SlowOrder& order, std::int64_t quantity) {
        order.filled += quantity;
        order.taken += quantity;
        const auto others = others_of(order);
        if (order.left() == 0) finish(order);
        tell_group(order, others, quantity);
    }
    void end(SlowOrder& order, Report::Kind kind, Reason reason) {
        const auto others = others_of(order);
        finish(order);
        if (reason != Reason::kInsufficientCash) say(kind, order, reason);
        if (reason == Reason::kEndOfRun) return;
        for (const OrderId id : others) {
            if (!native_ && reason != Reason::kOco && at(id).working) {
                end(at(id), Report::Kind::kCanceled, Reason::kOco);
            }
        }
        for (const OrderId id : children_of(order)) {
            SlowOrder& child = at(id);
            if (!child.working) continue;
            if (native_ && order.filled > 0) {
                shrink(child, child.left() - (order.filled - child.taken), Reason::kParent);
            } else if (!native_ || reason != Reason::kUserRequest) {
                end(child, Report::Kind::kCanceled, Reason::kParent);
            }
        }
        const OrderId parent = order.request.parent;
        if (!native_ && parent != 0 && at(parent).working) {
            end(at(parent), Report::Kind::kCanceled, Reason::kOco);
        }
    }

    void say(const Report& report) { lines_.push_back(full_text(report)); }
    void say(Report::Kind kind, const SlowOrder& order, Reason reason) {
        say({.kind = kind,
             .order_id = order.id,
             .reason = reason,
             .price = order.request.limit_price,
             .stop_price = order.request.stop_price,
             .quantity = order.request.quantity});
    }
    /// What was said since the last call.
    std::vector<std::string> poll() { return std::exchange(lines_, {}); }

    /// An order was larger before. In whatever closes what it opens there was no more than it could bring.
    void fit_children(const SlowOrder& order, std::int64_t before) {
        if (!native_ || !order.working) return;
        for (const OrderId id : children_of(order)) {
            SlowOrder& child = at(id);
            if (!child.working || child.request.side == order.request.side) continue;
            if (child.left() > before - child.taken) continue;
            shrink(child, child.left() - (order.request.quantity.count - child.taken), Reason::kParent);
        }
    }

  private:
    void finish(SlowOrder& order) {
        order.working = false;
        std::erase(queue_, order.id);
        for (auto& group : groups_) std::erase(group, order.id);
    }

    void tell_group(const SlowOrder& order, const std::vector<OrderId>& others, std::int64_t quantity) {
        for (const OrderId id : others) {
            SlowOrder& other = at(id);
            if (!other.working) continue;
            if (other.request.parent == order.request.parent) other.taken += quantity;
            if (order.left() == 0 || (!native_ && order.request.parent == 0)) {
                end(other, Report::Kind::kCanceled, Reason::kOco);
            } else if (native_) {
                shrink(other, quantity, Reason::kOco);
            }
        }
    }

    /// Smaller by so much; with nothing left it is canceled.
    void shrink(SlowOrder& order, std::int64_t by, Reason reason) {
        if (by <= 0) return;
        if (order.left() <= by) return end(order, Report::Kind::kCanceled, reason);
        order.request.quantity.count -= by;
        say(Report::Kind::kAmended, order, reason);
        fit_children(order, order.request.quantity.count + by);
    }

    bool native_;
    std::deque<SlowOrder> orders_;  ///< 1, 2, ...
    std::vector<OrderId> queue_;
    std::vector<std::vector<OrderId>> groups_;
    std::vector<std::string> lines_;
};

}  // namespace ct::test

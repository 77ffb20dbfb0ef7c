#pragma once

#include <algorithm>
#include <deque>
#include <vector>

#include "ct/core/order.hpp"
#include "support/slow_order.hpp"

namespace ct::test {

/// All orders of the slow broker: their queue, groups and families.
class SlowBook {
  public:
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
    void finish(SlowOrder& order) {
        order.working = false;
        std::erase(queue_, order.id);
        for (auto& group : groups_) std::erase(group, order.id);
    }

    /// A new leg stands right behind the one that it named.
    void join(OrderId id, OrderId named) {
        const auto holds = [&](const auto& group) { return std::ranges::find(group, named) != group.end(); };
        auto group = std::ranges::find_if(groups_, holds);
        if (group == groups_.end()) group = groups_.insert(groups_.end(), {named});
        group->insert(std::ranges::find(*group, named) + 1, id);
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
    /// In the order in which they were made.
    [[nodiscard]] std::vector<OrderId> children_of(const SlowOrder& order) const {
        std::vector<OrderId> children;
        for (const SlowOrder& other : orders_) {
            if (other.working && other.request.parent == order.id) children.push_back(other.id);
        }
        return children;
    }

  private:
    std::deque<SlowOrder> orders_;  ///< 1, 2, ...
    std::vector<OrderId> queue_;
    std::vector<std::vector<OrderId>> groups_;
};

}  // namespace ct::test

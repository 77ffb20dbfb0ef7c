#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "ct/core/order.hpp"

namespace ct {

/// Ids under a key, both ascending: the orders of a group, the children of a parent. In one piece of memory, because a
/// run has few of them at a time.
class IdIndex {
  public:
    /// A key and an id.
    using Entry = std::pair<OrderId, OrderId>;

    void add(OrderId key, OrderId id) { entries_.insert(place({key, id}), {key, id}); }
    /// Requires: it is there.
    void remove(OrderId key, OrderId id) { entries_.erase(place({key, id})); }
    [[nodiscard]] std::span<const Entry> of(OrderId key) const {
        const auto first = std::lower_bound(entries_.begin(), entries_.end(), Entry{key, 0});
        const auto last = std::find_if(first, entries_.end(), [&](const Entry& entry) { return entry.first != key; });
        return {entries_.data() + (first - entries_.begin()), static_cast<std::size_t>(last - first)};
    }

  private:
    std::vector<Entry>::const_iterator place(const Entry& entry) const {
        // Most orders are the newest of all.
        if (entries_.empty() || entries_.back() < entry) return entries_.end();
        return std::lower_bound(entries_.begin(), entries_.end(), entry);
    }

    std::vector<Entry> entries_;
};

}  // namespace ct

#include "ct/risk/reduce_only.hpp"

#include <cstdint>
#include <optional>

#include "ct/core/int128.hpp"
#include "ct/core/order.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/risk/books.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

std::optional<Rejection> reduce_only(const OrderRequest& order, const Situation& situation, Reason reason,
                                     const Finding& finding) {
    const Standing& standing = situation.books->at(order.instrument);
    // An exit that waits for an entry which carries the position away from zero.
    const bool waits = order.side == Side::kSell ? standing.position >= 0 : standing.position <= 0;
    if (waits && situation.books->takes_back(order, situation.changes)) return std::nullopt;
    const int128 most = standing.reducible(order.side);
    if (order.quantity.count <= most) return std::nullopt;
    return Rejection{.reason = reason, .finding = finding, .allowed = {static_cast<std::int64_t>(most)}};
}

}  // namespace ct::risk

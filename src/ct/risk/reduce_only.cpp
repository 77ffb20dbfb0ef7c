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
    const int128 most = situation.books->at(order.instrument).reducible(order.side);
    if (order.quantity.count <= most) return std::nullopt;
    return Rejection{.reason = reason, .finding = finding, .allowed = {static_cast<std::int64_t>(most)}};
}

}  // namespace ct::risk

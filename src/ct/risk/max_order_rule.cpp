#include "ct/risk/max_order_rule.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/books.hpp"
#include "ct/risk/expected_price.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"
#include "ct/risk/size_limit.hpp"

namespace ct::risk {

Result<std::unique_ptr<Rule>> MaxOrderRule::make(SettingsReader& reader) {
    SizeLimit limit = SizeLimit::read(reader);
    if (auto read = reader.finish(); !read) return fail(read);
    return std::make_unique<MaxOrderRule>(std::move(limit));
}

Result<std::optional<Rejection>> MaxOrderRule::check(const OrderRequest& order, const Situation& situation) const {
    if (!limit_.holds_for(situation.instrument)) return std::nullopt;
    // An exit is as large as the entry that has passed, and its price must not make it smaller.
    if (situation.books->takes_back(order, situation.changes)) return std::nullopt;
    constexpr SizeNames kNames = {"the order's quantity", "the order's notional"};
    const auto over =
        over_limit(limit_, order.quantity.count, expected_price(order, situation), order.instrument, situation, kNames);
    if (!over) return fail(over);
    if (!*over) return std::nullopt;
    return Rejection{.reason = Reason::kMaxOrder,
                     .finding = (*over)->finding,
                     .allowed = {static_cast<std::int64_t>((*over)->most)}};
}

}  // namespace ct::risk

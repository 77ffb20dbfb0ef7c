#include "ct/risk/max_position_rule.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "ct/core/int128.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/books.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"
#include "ct/risk/size_limit.hpp"

namespace ct::risk {

Result<std::unique_ptr<Rule>> MaxPositionRule::make(SettingsReader& reader) {
    SizeLimit limit = SizeLimit::read(reader);
    if (auto read = reader.finish(); !read) return fail(read);
    return std::make_unique<MaxPositionRule>(std::move(limit));
}

Result<std::optional<Rejection>> MaxPositionRule::check(const OrderRequest& order, const Situation& situation) const {
    if (!limit_.holds_for(situation.instrument)) return std::nullopt;
    const Standing& standing = situation.books->at(order.instrument);
    const auto [more, free] = situation.books->adds(order, situation.changes);
    const int128 reducible = standing.reducible(order.side);
    if (more <= reducible) return std::nullopt;
    const int128 before = standing.reach(order.side);
    const int128 after = before + more;
    if (after <= 0) return std::nullopt;
    constexpr SizeNames kNames = {"the position with all orders filled", "the position with all orders filled"};
    const auto over =
        over_limit(limit_, after, situation.last_price.value_or(Price{}), order.instrument, situation, kNames);
    if (!over) return fail(over);
    if (!*over) return std::nullopt;
    const int128 allowed = free + std::max((*over)->most - before, reducible);
    return Rejection{.reason = Reason::kMaxPosition,
                     .finding = (*over)->finding,
                     .allowed = {static_cast<std::int64_t>(std::max<int128>(allowed, 0))}};
}

}  // namespace ct::risk

#include "ct/risk/price_band_rule.hpp"

#include <memory>
#include <optional>

#include "ct/core/decimal.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/order.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/risk/expected_price.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

Result<std::unique_ptr<Rule>> PriceBandRule::make(SettingsReader& reader) {
    const auto share = reader.share("share");
    if (!share) reader.refuse("expected share, such as share = 0.1");
    if (auto read = reader.finish(); !read) return fail(read);
    return std::make_unique<PriceBandRule>(*share);
}

Result<std::optional<Rejection>> PriceBandRule::check(const OrderRequest& order, const Situation& situation) const {
    if (order.type == OrderType::kMarket || !situation.last_price) return std::nullopt;
    const int128 last = situation.last_price->count;
    const int128 away = int128{expected_price(order, situation).count} - last;
    const int128 distance = away < 0 ? -away : away;
    if (distance * Rate::kOne <= last * share_.count) return std::nullopt;
    const int128 share = divide(distance * Rate::kOne, last, Rounding::kUp);
    return Rejection{.reason = Reason::kPriceBand,
                     .finding = {"the distance of the price from the last close, as a share of it,",
                                 Finding::Unit::kShare, share, share_.count}};
}

}  // namespace ct::risk

#include "ct/risk/max_exposure_rule.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>

#include "ct/core/decimal.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/risk/books.hpp"
#include "ct/risk/linked_orders.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

namespace {

ExposureLimit read_limit(SettingsReader& reader, std::string_view notional, std::string_view share) {
    constexpr Rate kMostShare{1000 * Rate::kOne};
    return {reader.amount(notional), reader.share(share, kMostShare)};
}

bool is_set(const ExposureLimit& limit) { return limit.notional || limit.share; }

/// The amount a limit comes to now, rounded down.
Result<Money> amount_of(const ExposureLimit& limit, const Situation& situation) {
    if (!limit.share) return *limit.notional;
    const auto equity = situation.books->equity();
    if (!equity) return fail(equity);
    auto share = multiply({std::max<int128>(equity->count, 0)}, *limit.share, Rounding::kDown);
    if (!share || !limit.notional) return share;
    return std::min(*share, *limit.notional);
}

}  // namespace

Result<std::unique_ptr<Rule>> MaxExposureRule::make(SettingsReader& reader) {
    const ExposureLimits limits{.asset = read_limit(reader, "asset_notional", "asset_share"),
                                .venue = read_limit(reader, "venue_notional", "venue_share"),
                                .total = read_limit(reader, "total_notional", "total_share")};
    if (!is_set(limits.asset) && !is_set(limits.venue) && !is_set(limits.total)) {
        reader.refuse(
            "expected one or more of asset_notional, asset_share, venue_notional, venue_share, "
            "total_notional and total_share");
    }
    for (const ExposureLimit& part : {limits.asset, limits.venue}) {
        const bool notional = part.notional && limits.total.notional && *part.notional > *limits.total.notional;
        const bool share = part.share && limits.total.share && *part.share > *limits.total.share;
        if (notional || share) reader.refuse("the limit of an asset or a venue is more than the total's");
    }
    if (auto read = reader.finish(); !read) return fail(read);
    return std::make_unique<MaxExposureRule>(limits);
}

Result<std::optional<Rejection>> MaxExposureRule::check(const OrderRequest& order, const Situation& situation) const {
    const Books& books = *situation.books;
    const Standing& standing = books.at(order.instrument);
    const Addition adds = books.adds(order, situation.changes);
    const int128 before = standing.reach(order.side);
    const int128 unchanged = standing.worst_quantity();
    const int128 after = before + adds.more;
    if (after <= unchanged) return std::nullopt;
    if (after > std::numeric_limits<std::int64_t>::max()) return fail(ErrorCode::kOverflow, "a position does not fit");
    const Price price = situation.last_price.value_or(Price{});
    const Scale& scale = situation.instrument.scale;
    const auto value = notional(price, {static_cast<std::int64_t>(after)}, scale);
    if (!value) return fail(value);
    const auto exposure = books.in_report(*value, order.instrument);
    if (!exposure) return fail(exposure);

    std::optional<Rejection> tightest;
    const auto bound = [&](const ExposureLimit& limit, const Money& now, const char* what) -> Result<void> {
        if (!is_set(limit)) return {};
        const auto most = amount_of(limit, situation);
        if (!most) return fail(most);
        const Money others{now.count - standing.exposure.count};  // a part of the sum
        const auto then = add(others, *exposure);
        if (!then) return fail(then);
        if (*then <= *most) return {};
        const auto left = books.in_quote({std::max<int128>(most->count - others.count, 0)}, order.instrument);
        if (!left) return fail(left);
        const auto room = affordable(*left, price, scale);
        if (!room) return fail(room);
        const int128 allowed = adds.free + std::max<int128>(std::max<int128>(room->count, unchanged) - before, 0);
        if (tightest && tightest->allowed.count <= allowed) return {};
        const auto reached = books.in_quote(*then, order.instrument);
        if (!reached) return fail(reached);
        const auto bounded = books.in_quote(*most, order.instrument);
        if (!bounded) return fail(bounded);
        tightest = Rejection{.reason = Reason::kMaxExposure,
                             .finding = {what, Finding::Unit::kQuote, reached->count, bounded->count},
                             .allowed = {static_cast<std::int64_t>(allowed)}};
        return {};
    };
    const Money& total = books.total_exposure();
    for (const auto& done :
         {bound(limits_.asset, books.asset_exposure(order.instrument), "the asset's exposure"),
          bound(limits_.venue, total, "the venue's exposure"), bound(limits_.total, total, "the total exposure")}) {
        if (!done) return fail(done);
    }
    return tightest;
}

}  // namespace ct::risk

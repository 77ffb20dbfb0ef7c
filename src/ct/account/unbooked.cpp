#include "ct/account/unbooked.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "ct/account/account.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"

namespace ct {

Result<std::optional<Unbooked::Shortage>> Unbooked::add(OrderId id, const OrderRequest& request, const Match& match) {
    const auto changes = changes_of(request, match);
    if (!changes) return fail(changes);
    const bool spot = account_->kind() == AccountKind::kSpot;
    const AssetIndex quote = account_->assets().quote(request.instrument);
    const AssetIndex base = account_->assets().base(request.instrument);
    const auto shortage = [&](AssetIndex asset, const Money& change, Reason reason) -> Result<std::optional<Shortage>> {
        if (change.count >= 0) return std::nullopt;
        const auto there = available(id, asset);
        if (!there) return fail(there);
        if (-change <= *there) return std::nullopt;
        return Shortage{reason, -change, *there};
    };
    if (spot || (request.side == Side::kBuy && !match.closes)) {
        auto missing = shortage(quote, changes->quote, Reason::kInsufficientCash);
        if (!missing || *missing) return missing;
    }
    if (spot) {
        auto missing = shortage(base, changes->base, Reason::kInsufficientPosition);
        if (!missing || *missing) return missing;
    }

    const auto after = ct::add(changes_[quote], changes->quote);
    if (!after) return fail(after);
    changes_[quote] = *after;
    if (!spot) return std::nullopt;
    const auto traded = ct::add(changes_[base], changes->base);
    if (!traded) return fail(traded);
    changes_[base] = *traded;
    const bool buy = request.side == Side::kBuy;
    use_lock(id, buy ? quote : base, buy ? -changes->quote : -changes->base, match.is_last);
    return std::nullopt;
}

void Unbooked::clear() {
    std::fill(changes_.begin(), changes_.end(), Money{});
    used_.clear();
}

Result<Unbooked::Changes> Unbooked::changes_of(const OrderRequest& request, const Match& match) const {
    const Scale& scale = account_->instruments()[request.instrument].scale;
    const bool buy = request.side == Side::kBuy;
    const auto quote = subtract(buy ? -match.value : match.value, match.fee);
    if (!quote) return fail(quote);
    const Money base = amount_of(match.quantity, scale);
    return Changes{*quote, buy ? base : -base};
}

Result<Money> Unbooked::available(OrderId id, AssetIndex asset) const {
    auto there = ct::add(account_->usable(id, asset), changes_[asset]);
    if (!there || used_.empty()) return there;
    // What the order's group has used is no longer locked for it, but counts as free among the changes.
    return subtract(*there, used(account_->reserves()->group_of(id), asset));
}

Money Unbooked::used(OrderId group, AssetIndex asset) const {
    const auto found = std::find_if(used_.begin(), used_.end(),
                                    [&](const Used& one) { return one.group == group && one.asset == asset; });
    return found == used_.end() ? Money{} : found->amount;
}

void Unbooked::use_lock(OrderId id, AssetIndex asset, const Money& spent, bool is_last) {
    const OrderId group = account_->reserves()->group_of(id);
    const Money locked{account_->reserves()->of_group(group, asset).count - used(group, asset).count};
    const Money freed = is_last ? locked : std::min(locked, spent);
    if (freed.count == 0) return;
    changes_[asset].count += freed.count;  // a part of a balance
    const auto same = std::find_if(used_.begin(), used_.end(),
                                   [&](const Used& one) { return one.group == group && one.asset == asset; });
    if (same == used_.end()) {
        used_.push_back({group, asset, freed});
    } else {
        same->amount.count += freed.count;
    }
}

}  // namespace ct

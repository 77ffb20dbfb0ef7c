#include "ct/account/account.hpp"

#include <cassert>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "ct/account/assets.hpp"
#include "ct/account/conversion.hpp"
#include "ct/core/event.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"

namespace ct {

namespace {

std::size_t held_assets(AccountKind kind, const Assets& assets) {
    return kind == AccountKind::kSpot ? assets.size() : assets.quotes();
}

/// The positions of the instruments that are quoted in an asset, at their marks.
Result<Money> value_of_positions(const Account& account, AssetIndex quote, std::span<const Price> marks) {
    Result<Money> total;
    for (std::size_t i = 0; i < marks.size() && total; ++i) {
        const auto instrument = static_cast<InstrumentIndex>(i);
        const Quantity position = account.position(instrument);
        if (position.count == 0 || account.assets().quote(instrument) != quote) continue;
        const auto value = notional(marks[i], position, account.instruments()[i].scale);
        if (!value) return value;
        total = add(*total, *value);
    }
    return total;
}

}  // namespace

const char* name(AccountKind kind) { return kind == AccountKind::kSpot ? "spot" : "simple"; }

Result<AccountKind> parse_account_kind(std::string_view text) {
    for (const AccountKind kind : {AccountKind::kSimple, AccountKind::kSpot}) {
        if (text == name(kind)) return kind;
    }
    return fail(ErrorCode::kInvalidArgument, fmt::format("unknown kind '{}', expected simple or spot", text));
}

Result<Account> Account::make(std::span<const Instrument> instruments, const AccountSetup& setup) {
    assert(!instruments.empty());
    const Assets assets(instruments);
    const auto& report_asset = setup.report_asset.empty() ? instruments.front().quote : setup.report_asset;
    auto conversion =
        Conversion::make(assets.names().first(held_assets(setup.kind, assets)), instruments, report_asset, setup.rates);
    if (!conversion) return fail(conversion);
    return Account(instruments, setup, *std::move(conversion));
}

Account::Account(std::span<const Instrument> instruments, const AccountSetup& setup, Conversion conversion)
    : kind_(setup.kind),
      instruments_(instruments),
      assets_(instruments),
      conversion_(std::move(conversion)),
      balances_(held_assets(setup.kind, assets_)),
      positions_(instruments.size()) {
    if (kind_ == AccountKind::kSpot) reserves_.emplace(instruments, assets_, setup.fees);
}

Result<void> Account::book(const LedgerEntry& entry) {
    const AssetIndex paid = entry.kind == LedgerKind::kTransfer ? entry.asset : assets_.quote(entry.instrument);
    const auto cash = add(balances_[paid], entry.cash);
    if (!cash) return fail(cash);
    Quantity& position = positions_[entry.instrument];
    Quantity changed;
    if (__builtin_add_overflow(position.count, entry.quantity.count, &changed.count)) {
        return fail(ErrorCode::kOverflow, fmt::format("the position of order {} does not fit 64 bits", entry.order_id));
    }
    if (kind_ == AccountKind::kSpot) {
        const AssetIndex traded = assets_.base(entry.instrument);
        const auto base = add(balances_[traded], amount_of(entry.quantity, instruments_[entry.instrument].scale));
        if (!base) return fail(base);
        for (const auto& [asset, balance] : {std::pair{paid, *cash}, std::pair{traded, *base}}) {
            if (balance.count >= 0) continue;
            return fail(ErrorCode::kInvalidData, fmt::format("order {} leaves {} {}, and a spot account cannot owe",
                                                             entry.order_id, balance.text(), assets_.name(asset)));
        }
        if (entry.quantity.count != 0) balances_[traded] = *base;
    }
    balances_[paid] = *cash;
    position = changed;
    return {};
}

Result<void> Account::reserve(OrderId id, std::span<const Order> orders) {
    return reserves_ ? reserves_->update(id, orders, balances_) : Result<void>();
}

Money Account::free(AssetIndex asset) const {
    const Money& balance = balances_[asset];
    return reserves_ ? Money{balance.count - reserves_->total(asset).count} : balance;
}

Money Account::usable(OrderId id, AssetIndex asset) const {
    const Money unlocked = free(asset);
    if (!reserves_) return unlocked;
    return {unlocked.count + reserves_->of_group(reserves_->group_of(id), asset).count};
}

Result<Money> equity(const Account& account, std::span<const Price> marks) {
    assert(marks.size() == account.positions().size());
    Result<Money> total;
    for (std::size_t i = 0; i < account.balances().size(); ++i) {
        const auto asset = static_cast<AssetIndex>(i);
        Result<Money> owned = account.balance(asset);
        if (account.kind() == AccountKind::kSimple) {
            const auto positions = value_of_positions(account, asset, marks);
            if (!positions) return fail(positions);
            owned = add(*owned, *positions);
            if (!owned) return owned;
        }
        const auto value = account.conversion().to_report(asset, *owned, marks);
        if (!value) return fail(value);
        total = add(*total, *value);
        if (!total) return total;
    }
    return total;
}

}  // namespace ct

#include "ct/session/backtest/conservation.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "ct/account/account.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"

namespace ct::session {

Result<void> check_conservation(std::span<const Fill> fills, std::span<const Money> start, const Account& account) {
    std::vector<Money> balances(start.begin(), start.end());
    std::vector<Quantity> positions(account.positions().size());
    const auto change = [&](AssetIndex asset, const Money& amount) -> Result<void> {
        const auto sum = add(balances[asset], amount);
        if (!sum) return fail(sum);
        balances[asset] = *sum;
        return {};
    };
    for (const Fill& fill : fills) {
        const Scale& scale = account.instruments()[fill.instrument].scale;
        const auto value = notional(fill.price, fill.quantity, scale);
        if (!value) return fail(value);
        const bool buy = fill.side == Side::kBuy;
        const AssetIndex quote = account.assets().quote(fill.instrument);
        if (auto paid = change(quote, buy ? -*value : *value); !paid) return paid;
        if (auto charged = change(quote, -fill.fee); !charged) return charged;
        if (account.kind() == AccountKind::kSpot) {
            const Money traded = amount_of(buy ? fill.quantity : -fill.quantity, scale);
            if (auto got = change(account.assets().base(fill.instrument), traded); !got) return got;
        }
        Quantity& position = positions[fill.instrument];
        position = buy ? position + fill.quantity : position - fill.quantity;
    }
    for (std::size_t i = 0; i < balances.size(); ++i) {
        const auto asset = static_cast<AssetIndex>(i);
        if (balances[i] == account.balance(asset)) continue;
        return fail(ErrorCode::kInternal,
                    fmt::format("the books do not balance: the fills leave {} {}, the account has {}",
                                balances[i].text(), account.assets().name(asset), account.balance(asset).text()));
    }
    if (std::equal(positions.begin(), positions.end(), account.positions().begin())) return {};
    return fail(ErrorCode::kInternal, "the books do not balance: the fills leave other positions than the account has");
}

}  // namespace ct::session

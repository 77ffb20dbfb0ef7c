#include "ct/risk/size_limit.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

#include "ct/core/decimal.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/risk/books.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

namespace {

/// Keeps the tighter of two checks.
void tighten(std::optional<SizeCheck>& tightest, const SizeCheck& check) {
    if (!tightest || check.most < tightest->most) tightest = check;
}

/// The share of the equity that is allowed, in the quote asset, rounded down; nothing is left of an equity below zero.
Result<Money> share_of_equity(Rate share, const Situation& situation, InstrumentIndex instrument) {
    const auto equity = situation.books->equity();
    if (!equity) return fail(equity);
    const auto most = multiply({std::max<int128>(equity->count, 0)}, share, Rounding::kDown);
    if (!most) return fail(most);
    return situation.books->in_quote(*most, instrument);
}

}  // namespace

SizeLimit SizeLimit::read(SettingsReader& reader) {
    constexpr Rate kMostShare{1000 * Rate::kOne};  // with leverage a position can be many times the equity
    SizeLimit limit{.quantity = reader.amount("quantity"),
                    .notional = reader.amount("notional"),
                    .equity_share = reader.share("equity_share", kMostShare),
                    .symbol = reader.symbol("symbol")};
    if (!limit.quantity && !limit.notional && !limit.equity_share) {
        reader.refuse("expected one or more of quantity, notional and equity_share");
    }
    return limit;
}

Result<std::optional<SizeCheck>> over_limit(const SizeLimit& limit, int128 size, Price price,
                                            InstrumentIndex instrument, const Situation& situation,
                                            const SizeNames& names) {
    std::optional<SizeCheck> tightest;
    const Scale& scale = situation.instrument.scale;
    if (limit.quantity) {
        const int128 unit = pow10_int(Money::kDecimals - scale.quantity_decimals);
        const int128 most = limit.quantity->count / unit;
        if (size > most) {
            tighten(tightest, {most, {names.quantity, Finding::Unit::kBase, size * unit, limit.quantity->count}});
        }
    }
    if (!limit.notional && !limit.equity_share) return tightest;
    if (size > std::numeric_limits<std::int64_t>::max()) return fail(ErrorCode::kOverflow, "a size does not fit");
    const auto value = notional(price, {static_cast<std::int64_t>(size)}, scale);
    if (!value) return fail(value);
    const auto bound = [&](const Money& most) -> Result<void> {
        if (*value <= most) return {};
        const auto quantity = affordable(most, price, scale);
        if (!quantity) return fail(quantity);
        tighten(tightest, {quantity->count, {names.notional, Finding::Unit::kQuote, value->count, most.count}});
        return {};
    };
    if (limit.notional) {
        if (auto bounded = bound(*limit.notional); !bounded) return fail(bounded);
    }
    if (limit.equity_share) {
        const auto most = share_of_equity(*limit.equity_share, situation, instrument);
        if (!most) return fail(most);
        if (auto bounded = bound(*most); !bounded) return fail(bounded);
    }
    return tightest;
}

}  // namespace ct::risk

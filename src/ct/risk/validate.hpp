#pragma once

#include <cstdint>
#include <string>

#include "ct/core/filters.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/risk/order_check.hpp"

namespace ct::risk {

/// The part of an order that a reason is about.
enum class Field : std::uint8_t {
    kNone,
    kSymbol,
    kSize,
    kPrice,
    kStopPrice,
    kDisplay,
    kPostOnly,
    kOpenOrders,
};
const char* name(Field field);

/// What validation reads besides the order.
struct CheckContext {
    const Scale& scale;
    const Filters& filters;
    MarketPrices prices;
    AccountCheck account;
};

/// The first check that an order does not pass, kNone when it passes all.
struct Verdict {
    Reason reason = Reason::kNone;
    Field field = Field::kNone;

    [[nodiscard]] bool ok() const { return reason == Reason::kNone; }
    friend bool operator==(const Verdict&, const Verdict&) = default;
};

/// Checks in the order of docs/validation.md: the order itself, its prices, its quantity, what the account has. Pure,
/// integers only, nothing is allocated. Requires: filters that check() let pass.
Verdict verdict(const OrderCheck& order, const CheckContext& context);

/// A number with what it counts.
struct Amount {
    enum class Unit : std::uint8_t { kNone, kPrice, kQuantity, kMoney, kWhole };
    Unit unit = Unit::kNone;
    int128 count = 0;

    [[nodiscard]] std::string text(const Scale& scale) const;
    friend bool operator==(const Amount&, const Amount&) = default;
};

/// A verdict, the limit that was passed, and the nearest value of the field with which that field passes all its
/// checks: none where there is no such value or the field is no number.
struct Validation {
    Reason reason = Reason::kNone;
    Field field = Field::kNone;
    Amount limit;
    Amount nearest;

    [[nodiscard]] bool ok() const { return reason == Reason::kNone; }
};

/// The verdict with its limit and nearest value. Requires: as verdict().
Validation validate(const OrderCheck& order, const CheckContext& context);

/// One sentence: what was expected and what was there.
std::string message(const Validation& validation, const OrderCheck& order, const Scale& scale);

}  // namespace ct::risk

#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "ct/core/decimal.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"

namespace ct {

/// An exact amount of one asset in counts of 10^-18 on 128 bits: up to 1.7e20 units. The asset is known from context.
/// Sums that could leave the range go through `add`; the range check is never skipped.
struct Money {
    static constexpr int kDecimals = 18;
    int128 count = 0;

    friend constexpr auto operator<=>(const Money&, const Money&) = default;

    /// Reads "10000.5". Errors: kInvalidArgument, kOverflow.
    static Result<Money> parse(std::string_view text);
    static constexpr Money units(std::int64_t whole) { return {int128{whole} * 1'000'000'000'000'000'000}; }

    /// Full precision, no trailing zeros: "-0.5".
    [[nodiscard]] std::string text() const;
    /// The nearest double: for statistics and charts only.
    [[nodiscard]] double to_double() const;
};

constexpr Money operator-(const Money& a) { return {-a.count}; }
constexpr Money abs(const Money& a) { return a.count < 0 ? -a : a; }

namespace detail {
/// The error of an amount that does not fit. Out of line: the hot paths carry only the call.
[[nodiscard]] tl::unexpected<Error> money_overflow(const char* what);
}  // namespace detail

/// a + b and a - b. Errors: kOverflow.
inline Result<Money> add(const Money& a, const Money& b) {
    Money sum;
    if (__builtin_add_overflow(a.count, b.count, &sum.count)) return detail::money_overflow("a sum of money");
    return sum;
}
inline Result<Money> subtract(const Money& a, const Money& b) {
    Money difference;
    if (__builtin_sub_overflow(a.count, b.count, &difference.count)) {
        return detail::money_overflow("a difference of money");
    }
    return difference;
}

/// The decimals of an instrument's prices and quantities: what turns counts into amounts.
/// Invariant: both >= 0 and price_decimals + quantity_decimals <= 18.
struct Scale {
    int price_decimals = 0;
    int quantity_decimals = 0;

    friend constexpr bool operator==(const Scale&, const Scale&) = default;
    /// Errors: kInvalidArgument naming both numbers.
    static Result<Scale> make(int price_decimals, int quantity_decimals);
};

/// price x quantity, exact: an int64 times an int64 times a power of ten. Errors: kOverflow.
inline Result<Money> notional(Price price, Quantity quantity, const Scale& scale) {
    const int128 unit = pow10_int(Money::kDecimals - scale.price_decimals - scale.quantity_decimals);
    Money result;
    if (__builtin_mul_overflow(int128{price.count} * quantity.count, unit, &result.count)) {
        return detail::money_overflow("a notional");
    }
    return result;
}

/// amount x rate under a named rounding. Errors: kOverflow.
Result<Money> multiply(const Money& amount, Rate rate, Rounding rounding);

/// amount x numerator / denominator, rounded once. Requires: numerator >= 0, denominator > 0. Errors: kOverflow.
Result<Money> multiply(const Money& amount, std::int64_t numerator, std::int64_t denominator, Rounding rounding);

/// The quantity that an amount buys at a price, floored to the grid. Requires: price > 0. Errors: kOverflow.
Result<Quantity> affordable(const Money& amount, Price price, const Scale& scale);

/// amount / quantity per unit (an average price), rounded half to even at 10^-18. Requires: quantity != 0. Errors:
/// kOverflow.
Result<Money> per_unit(const Money& amount, Quantity quantity, const Scale& scale);

/// A quantity as an amount of its asset, exact.
inline Money amount_of(Quantity quantity, const Scale& scale) {
    return {int128{quantity.count} * pow10_int(Money::kDecimals - scale.quantity_decimals)};
}

/// The nearest count of a double that was read from decimal text with at most `decimals` decimals.
/// Requires: finite. Errors: kOverflow.
Result<Price> price_from_double(double value, int decimals);

double to_double(Price price, const Scale& scale);
double to_double(Quantity quantity, const Scale& scale);
std::string text(Price price, const Scale& scale);
std::string text(Quantity quantity, const Scale& scale);

}  // namespace ct

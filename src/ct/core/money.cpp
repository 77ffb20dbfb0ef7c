#include "ct/core/money.hpp"

#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/core/bits.hpp"
#include "ct/core/decimal.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"

namespace ct {

namespace {

/// Half the range of an int64, so that a slipped price still fits.
constexpr double kMaxPriceCount = 4.6e18;

/// Counts of money in one price count times one quantity count.
std::int64_t notional_unit(const Scale& scale) {
    return pow10_int(Money::kDecimals - scale.price_decimals - scale.quantity_decimals);
}

/// whole + numerator / denominator, rounded once. Requires: whole and numerator have one sign, denominator > 0.
Result<Money> add_quotient(int128 whole, int128 numerator, int128 denominator, Rounding rounding, const char* what) {
    // divide() takes a tie to the even quotient; it is the sum that must be even, so an odd whole shares in the
    // division.
    const int128 odd = whole % 2;
    const int128 quotient = divide(numerator + odd * denominator, denominator, rounding);
    Money sum;
    if (__builtin_add_overflow(whole - odd, quotient, &sum.count)) return detail::money_overflow(what);
    return sum;
}

}  // namespace

namespace detail {

tl::unexpected<Error> money_overflow(const char* what) {
    return fail(ErrorCode::kOverflow, fmt::format("{} does not fit 128 bits of 10^-{}", what, Money::kDecimals));
}

}  // namespace detail

Result<Money> Money::parse(std::string_view text) {
    const auto parsed = parse_decimal(text);
    if (!parsed) return fail(parsed);
    if (parsed->decimals > kDecimals) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("'{}' has {} decimals, money has at most {}", text, parsed->decimals, kDecimals));
    }
    int128 count = 0;
    if (__builtin_mul_overflow(parsed->count, int128{pow10_int(kDecimals - parsed->decimals)}, &count)) {
        return detail::money_overflow("an amount");
    }
    return Money{count};
}

std::string Money::text() const { return format_decimal(count, kDecimals); }

double Money::to_double() const {
    // count / (5^18 x 2^18), rounded once: the quotient has at least 61 bits, the last of them stands for all that
    // follow. Numerators of 104 bits make it one division of 128 by 64 bits.
    constexpr std::uint64_t kFiveTo18 = 3'814'697'265'625;
    constexpr int kNumeratorBits = 104;
    constexpr int kExponentBias = 1023;
    constexpr unsigned kMantissaBits = 52;
    if (count == 0) return 0;
    const uint128 magnitude = count < 0 ? -static_cast<uint128>(count) : static_cast<uint128>(count);
    const auto high = static_cast<std::uint64_t>(magnitude >> 64U);
    const int bits = high != 0 ? 128 - std::countl_zero(high)
                               : static_cast<int>(std::bit_width(static_cast<std::uint64_t>(magnitude)));
    const int shift = kNumeratorBits - bits;
    const uint128 numerator =
        shift >= 0 ? magnitude << static_cast<unsigned>(shift) : magnitude >> static_cast<unsigned>(-shift);
    const bool cut = shift < 0 && numerator << static_cast<unsigned>(-shift) != magnitude;
    auto quotient = static_cast<std::uint64_t>(numerator / kFiveTo18);
    if (cut || quotient * uint128{kFiveTo18} != numerator) quotient |= 1U;
    const auto scale = bit_cast<double>(static_cast<std::uint64_t>(kExponentBias - kDecimals - shift) << kMantissaBits);
    const double value = static_cast<double>(static_cast<std::int64_t>(quotient)) * scale;
    return count < 0 ? -value : value;
}

Result<Scale> Scale::make(int price_decimals, int quantity_decimals) {
    if (price_decimals < 0 || quantity_decimals < 0 || price_decimals > kMaxDecimals ||
        quantity_decimals > kMaxDecimals - price_decimals) {
        return fail(
            ErrorCode::kInvalidArgument,
            fmt::format("price decimals {} and quantity decimals {}: each must be at least 0 and their sum at most {}",
                        price_decimals, quantity_decimals, kMaxDecimals));
    }
    return Scale{price_decimals, quantity_decimals};
}

Result<Money> multiply(const Money& amount, Rate rate, Rounding rounding) {
    // amount * rate / 10^12. Where the product passes 128 bits, whole and rest of the amount are multiplied apart.
    int128 exact = 0;
    if (!__builtin_mul_overflow(amount.count, int128{rate.count}, &exact)) {
        return Money{divide(exact, Rate::kOne, rounding)};
    }
    const int128 whole = amount.count / Rate::kOne;
    const int128 rest = amount.count - whole * Rate::kOne;
    int128 product = 0;
    if (__builtin_mul_overflow(whole, int128{rate.count}, &product))
        return detail::money_overflow("an amount times a rate");
    // |rest * rate| < 10^12 * 2^63 fits, and has the sign of the whole product.
    return add_quotient(product, rest * rate.count, Rate::kOne, rounding, "an amount times a rate");
}

Result<Money> multiply(const Money& amount, std::int64_t numerator, std::int64_t denominator, Rounding rounding) {
    assert(numerator >= 0 && denominator > 0);
    const int128 whole = amount.count / denominator;
    const int128 rest = amount.count - whole * denominator;
    int128 product = 0;
    if (__builtin_mul_overflow(whole, int128{numerator}, &product))
        return detail::money_overflow("an amount converted");
    // |rest * numerator| < 2^126 fits, and has the sign of the whole product.
    return add_quotient(product, rest * numerator, denominator, rounding, "an amount converted");
}

Result<Quantity> affordable(const Money& amount, Price price, const Scale& scale) {
    assert(price.count > 0);
    const int128 unit = int128{price.count} * notional_unit(scale);
    const int128 count = divide(amount.count, unit, Rounding::kFloor);
    if (count > std::numeric_limits<std::int64_t>::max() || count < std::numeric_limits<std::int64_t>::min()) {
        return fail(ErrorCode::kOverflow,
                    fmt::format("the quantity that {} buys at {} does not fit 64 bits with {} decimals", amount.text(),
                                text(price, scale), scale.quantity_decimals));
    }
    return Quantity{static_cast<std::int64_t>(count)};
}

Result<Money> per_unit(const Money& amount, Quantity quantity, const Scale& scale) {
    assert(quantity.count != 0);
    // amount / (count / 10^d): whole units first, so that the scaled rest cannot overflow.
    const int128 size = quantity.count < 0 ? -int128{quantity.count} : int128{quantity.count};
    int128 numerator = amount.count;
    if (quantity.count < 0 && __builtin_sub_overflow(int128{0}, amount.count, &numerator)) {
        return detail::money_overflow("an average price");
    }
    const int128 factor = pow10_int(scale.quantity_decimals);
    const int128 whole = numerator / size;
    const int128 rest = numerator - whole * size;
    int128 scaled = 0;
    if (__builtin_mul_overflow(whole, factor, &scaled)) return detail::money_overflow("an average price");
    return add_quotient(scaled, rest * factor, size, Rounding::kHalfEven, "an average price");
}

Result<Price> price_from_double(double value, int decimals) {
    const double scaled = value * pow10_double(decimals);
    if (!(std::fabs(scaled) < kMaxPriceCount)) {
        return fail(ErrorCode::kOverflow,
                    fmt::format("price {} does not fit 64 bits with {} decimals", value, decimals));
    }
    return Price{std::llrint(scaled)};
}

double to_double(Price price, const Scale& scale) {
    return static_cast<double>(price.count) / pow10_double(scale.price_decimals);
}

double to_double(Quantity quantity, const Scale& scale) {
    return static_cast<double>(quantity.count) / pow10_double(scale.quantity_decimals);
}

std::string text(Price price, const Scale& scale) { return format_decimal(price.count, scale.price_decimals); }

std::string text(Quantity quantity, const Scale& scale) {
    return format_decimal(quantity.count, scale.quantity_decimals);
}

}  // namespace ct

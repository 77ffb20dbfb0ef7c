#include "ct/core/decimal.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/core/int128.hpp"
#include "ct/core/result.hpp"

namespace ct {

namespace {

/// So many digits always fit an int128.
constexpr int kSafeDigits = 38;
constexpr int kMaxExponent = 400;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

tl::unexpected<Error> not_a_number(std::string_view text) {
    return fail(ErrorCode::kInvalidArgument, fmt::format("'{}' is not a decimal number", text));
}

tl::unexpected<Error> too_large(std::string_view text) {
    return fail(ErrorCode::kOverflow, fmt::format("the digits of '{}' do not fit 128 bits", text));
}

/// count x 10 + digit, or toward the other side for a negative number; false when that does not fit.
bool append_digit(int128& count, int digit, bool negative) {
    return !__builtin_mul_overflow(count, int128{10}, &count) &&
           !__builtin_add_overflow(count, int128{negative ? -digit : digit}, &count);
}

/// Reads an exponent's digits; false when the text is none.
bool parse_exponent(std::string_view text, int& exponent) {
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    if (text.empty()) return false;
    exponent = 0;
    for (const char c : text) {
        if (!is_digit(c)) return false;
        exponent = std::min(exponent * 10 + (c - '0'), kMaxExponent);
    }
    if (negative) exponent = -exponent;
    return true;
}

}  // namespace

Result<Decimal> parse_decimal(std::string_view text, bool keep_zeros) {
    std::string_view rest = text;
    const bool negative = !rest.empty() && rest.front() == '-';
    if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) rest.remove_prefix(1);

    int128 count = 0;
    int digits = 0;
    int decimals = 0;
    bool seen_digit = false;
    bool seen_point = false;
    std::size_t at = 0;
    for (; at < rest.size(); ++at) {
        const char c = rest[at];
        if (c == '.' && !seen_point) {
            seen_point = true;
        } else if (is_digit(c)) {
            seen_digit = true;
            if (count != 0 || c != '0') ++digits;
            if (digits <= kSafeDigits) {
                count = count * 10 + (negative ? '0' - c : c - '0');
            } else if (!append_digit(count, c - '0', negative)) {
                return too_large(text);
            }
            if (seen_point) ++decimals;
        } else {
            break;
        }
    }
    if (!seen_digit) return not_a_number(text);
    if (at < rest.size()) {
        if (rest[at] != 'e' && rest[at] != 'E') return not_a_number(text);
        int exponent = 0;
        if (!parse_exponent(rest.substr(at + 1), exponent)) return not_a_number(text);
        decimals -= exponent;
    }
    if (count == 0) return Decimal{0, keep_zeros ? std::max(decimals, 0) : 0};
    for (; decimals < 0; ++decimals) {
        if (!append_digit(count, 0, negative)) return too_large(text);
    }
    if (!keep_zeros) {
        for (; decimals > 0 && count % 10 == 0; --decimals) count /= 10;
    }
    return Decimal{count, decimals};
}

Result<std::int64_t> parse_count(std::string_view text, int decimals) {
    assert(decimals >= 0 && decimals <= kMaxDecimals);
    const auto parsed = parse_decimal(text);
    if (!parsed) return fail(parsed);
    if (parsed->decimals > decimals) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("'{}' has {} decimals, at most {} are allowed here", text, parsed->decimals, decimals));
    }
    int128 count = 0;
    if (__builtin_mul_overflow(parsed->count, int128{pow10_int(decimals - parsed->decimals)}, &count) ||
        count > std::numeric_limits<std::int64_t>::max() || count < std::numeric_limits<std::int64_t>::min()) {
        return fail(ErrorCode::kOverflow, fmt::format("'{}' does not fit 64 bits with {} decimals", text, decimals));
    }
    return static_cast<std::int64_t>(count);
}

std::string format_decimal(int128 count, int decimals) {
    const bool negative = count < 0;
    uint128 rest = negative ? -static_cast<uint128>(count) : static_cast<uint128>(count);
    while (decimals > 0 && rest % 10 == 0) {
        rest /= 10;
        --decimals;
    }
    std::string reversed;
    int written = 0;
    do {
        if (written == decimals && decimals > 0) reversed.push_back('.');
        reversed.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
        rest /= 10;
        ++written;
    } while (rest != 0 || written <= decimals);
    if (negative) reversed.push_back('-');
    std::reverse(reversed.begin(), reversed.end());
    return reversed;
}

int128 divide(int128 numerator, int128 denominator, Rounding rounding) {
    assert(denominator > 0);
    // Most amounts fit 64 bits, where the division is one instruction.
    const bool small = numerator <= std::numeric_limits<std::int64_t>::max() &&
                       numerator >= std::numeric_limits<std::int64_t>::min() &&
                       denominator <= std::numeric_limits<std::int64_t>::max();
    const int128 quotient =
        small ? static_cast<std::int64_t>(numerator) / static_cast<std::int64_t>(denominator) : numerator / denominator;
    const int128 remainder = numerator - quotient * denominator;
    if (remainder == 0) return quotient;
    const int away = numerator < 0 ? -1 : 1;
    switch (rounding) {
        case Rounding::kDown:
            return quotient;
        case Rounding::kUp:
            return quotient + away;
        case Rounding::kFloor:
            return numerator < 0 ? quotient - 1 : quotient;
        case Rounding::kCeil:
            return numerator < 0 ? quotient : quotient + 1;
        case Rounding::kHalfEven: {
            const int128 magnitude = remainder < 0 ? -remainder : remainder;
            const int128 rest = denominator - magnitude;
            const bool up = magnitude > rest || (magnitude == rest && quotient % 2 != 0);
            return up ? quotient + away : quotient;
        }
    }
    return quotient;
}

}  // namespace ct

#include "ct/analyzers/report_text.hpp"

#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/core/decimal.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/printable.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

namespace {

constexpr const char* kUndefined = "\u2013";    // en dash
constexpr const char* kReplacement = "\uFFFD";  // what stands for bytes that mean nothing

/// Commas between the thousands of a plain number's whole part.
std::string with_thousands(std::string text) {
    const std::size_t begin = text.starts_with('-') ? 1 : 0;
    const std::size_t point = text.find('.');
    for (std::size_t at = point == std::string::npos ? text.size() : point; at > begin + 3;) {
        at -= 3;
        text.insert(at, 1, ',');
    }
    return text;
}

}  // namespace

std::string clean_text(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::size_t size = character_size(text);
        const bool control = static_cast<unsigned char>(text.front()) < 0x20 && text.front() != '\n';
        if (size == 0 || control) {
            result += kReplacement;
        } else {
            result += text.substr(0, size);
        }
        text.remove_prefix(size == 0 ? 1 : size);
    }
    return result;
}

std::string rounded(const Money& amount, int decimals) {
    assert(decimals >= 0 && decimals <= Money::kDecimals);
    const int128 count = divide(amount.count, pow10_int(Money::kDecimals - decimals), Rounding::kHalfEven);
    const int128 unit = pow10_int(decimals);
    const int128 magnitude = count < 0 ? -count : count;
    const std::string whole = with_thousands(format_decimal(magnitude / unit, 0));
    const std::string sign = count < 0 ? "-" : "";
    if (decimals == 0) return sign + whole;
    return fmt::format("{}{}.{:0{}}", sign, whole, static_cast<std::int64_t>(magnitude % unit), decimals);
}

std::string grouped(std::uint64_t count) { return with_thousands(fmt::format("{}", count)); }

std::string grouped(double value, int decimals) {
    if (!std::isfinite(value)) return kUndefined;
    if (std::fabs(value) >= 1e15) return fmt::format("{:.4g}", value);
    std::string text = fmt::format("{:.{}f}", value, decimals);
    const bool negative_zero = text.starts_with('-') && text.find_first_of("123456789") == std::string::npos;
    return with_thousands(negative_zero ? text.substr(1) : text);
}

std::string percent(double fraction) {
    if (!std::isfinite(fraction)) return kUndefined;
    return grouped(fraction * 100, 2) + "%";
}

int reading_decimals(const Money& cash) {
    const Money size = abs(cash);
    if (size >= Money::units(100)) return 2;
    return size >= Money::units(1) ? 4 : 8;
}

std::string minute_text(TimeNs time_ns) {
    std::string text = format_iso_time(time_ns);
    if (text.ends_with(":00")) text.resize(text.size() - 3);
    return text;
}

}  // namespace ct::analyzers

#include "ct/core/rate.hpp"

#include <string>
#include <string_view>

#include "ct/core/decimal.hpp"
#include "ct/core/result.hpp"

namespace ct {

Result<Rate> Rate::parse(std::string_view text) {
    const auto count = parse_count(text, kDecimals);
    if (!count) return fail(count);
    return Rate{*count};
}

Result<Rate> Rate::parse_share(std::string_view text) {
    constexpr int kPercentDecimals = 2;
    if (!text.ends_with('%')) return parse(text);
    text.remove_suffix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    const auto count = parse_count(text, kDecimals - kPercentDecimals);
    if (!count) return fail(count);
    return Rate{*count};
}

Result<Rate> Rate::parse_bps(std::string_view text) {
    constexpr int kBpsDecimals = 4;
    const auto count = parse_count(text, kDecimals - kBpsDecimals);
    if (!count) return fail(count);
    return Rate{*count};
}

std::string Rate::text() const { return format_decimal(count, kDecimals); }

}  // namespace ct

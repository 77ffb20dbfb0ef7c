#include "ct/account/asset_amount.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/money.hpp"
#include "ct/core/result.hpp"

namespace ct {

namespace {

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

Result<AssetAmount> parse_one(std::string_view text) {
    const std::size_t space = text.find(' ');
    const std::string_view asset = space == std::string_view::npos ? "" : trimmed(text.substr(space));
    if (asset.empty() || asset.find(' ') != std::string_view::npos) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("'{}' is not an amount and its asset, such as 10000 USDT", text));
    }
    const auto amount = Money::parse(text.substr(0, space));
    if (!amount) return fail(amount);
    if (amount->count <= 0) return fail(ErrorCode::kInvalidArgument, fmt::format("'{}' is not above 0", text));
    return AssetAmount{std::string(asset), *amount};
}

}  // namespace

Result<std::vector<AssetAmount>> parse_asset_amounts(std::string_view text) {
    std::vector<AssetAmount> amounts;
    for (std::string_view rest = text;;) {
        const std::size_t comma = rest.find(',');
        auto one = parse_one(trimmed(rest.substr(0, comma)));
        if (!one) return fail(one);
        if (std::any_of(amounts.begin(), amounts.end(),
                        [&](const AssetAmount& had) { return had.asset == one->asset; })) {
            return fail(ErrorCode::kInvalidArgument, fmt::format("{} is given twice", one->asset));
        }
        amounts.push_back(*std::move(one));
        if (comma == std::string_view::npos) return amounts;
        rest.remove_prefix(comma + 1);
    }
}

std::string text(std::span<const AssetAmount> amounts) {
    std::string all;
    for (const AssetAmount& one : amounts) {
        all += fmt::format("{}{} {}", all.empty() ? "" : ", ", one.amount.text(), one.asset);
    }
    return all;
}

}  // namespace ct

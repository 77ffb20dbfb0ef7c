#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/money.hpp"
#include "ct/core/result.hpp"

namespace ct {

/// So much of an asset, by its name.
struct AssetAmount {
    std::string asset;
    Money amount;
};

/// Reads "10000 USDT, 1 BTC". Errors: kInvalidArgument for another form, an amount that is not above 0 and an asset
/// that comes twice; kOverflow.
Result<std::vector<AssetAmount>> parse_asset_amounts(std::string_view text);

/// The same text.
std::string text(std::span<const AssetAmount> amounts);

}  // namespace ct

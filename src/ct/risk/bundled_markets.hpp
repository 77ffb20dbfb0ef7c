#pragma once

#include <string_view>

#include "ct/core/market.hpp"

namespace ct::risk {

/// Binance's spot instruments as known on 2026-11-22: tick size, lot size and minimum notional; all other filters are
/// off. Made at the first call.
const Markets& bundled_markets();

/// The table behind it: lines of "quote tick lot minimum-notional", each followed by indented lines of bases.
std::string_view binance_spot_table();

}  // namespace ct::risk

#pragma once

#include <string_view>
#include <vector>

#include "ct/account/fees.hpp"
#include "ct/config/run_options.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"

namespace ct::cli {

/// A share of the notional, from 0 to less than 1. Errors: kInvalidArgument, kOverflow.
Result<Rate> parse_fee(std::string_view text);

/// The fees of a run over those that hold without it: "binance" or "0.001,0.002" (maker, taker; a flat fee may
/// follow) for all symbols, "BTC/USDT=..." for one. Errors, saying where it was given: kInvalidArgument, kOverflow,
/// kNotFound (a venue), kUnsupported (a symbol without fees at its venue).
Result<Fees> parse_fees(const std::vector<config::Given>& given, Fees fees);

}  // namespace ct::cli

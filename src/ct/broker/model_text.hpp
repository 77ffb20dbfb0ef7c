#pragma once

#include <string>
#include <string_view>

#include "ct/broker/latency.hpp"
#include "ct/broker/slippage.hpp"
#include "ct/core/result.hpp"

namespace ct::broker {

// Models as they are typed and as the settings of a result show them.

/// "none", "bps=5", "ticks=1", "spread_bps=4", "spread=0.02" (of the quote asset), "impact=0.1". Errors:
/// kInvalidArgument, kOverflow.
Result<SlippageModel> parse_slippage(std::string_view text);
std::string text(const SlippageModel& model);

/// "none", "bars=1", "50ms", "normal=50ms,10ms" (mean and deviation), "empirical=40ms,1s,800us" (samples). Errors:
/// kInvalidArgument, kOverflow.
Result<LatencyModel> parse_latency(std::string_view text);
/// Of many samples only how many there are.
std::string text(const LatencyModel& model);

}  // namespace ct::broker

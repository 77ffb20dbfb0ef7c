#pragma once

#include <cstdint>
#include <string_view>

#include "ct/broker/latency.hpp"
#include "ct/broker/slippage.hpp"
#include "ct/core/time.hpp"
#include "support/numbers.hpp"

namespace ct::test {

/// Slippage by a share of the price.
inline broker::SlippageModel slippage(std::string_view basis_points) {
    return {.kind = broker::SlippageModel::Kind::kShare, .share = bps(basis_points)};
}

/// Orders that are so many bars, or so long, on their way.
inline broker::LatencyModel bars_late(std::int64_t bars) {
    return {.kind = broker::LatencyModel::Kind::kBars, .bars = bars};
}
inline broker::LatencyModel late(TimeNs time_ns) {
    return {.kind = broker::LatencyModel::Kind::kConstant, .mean_ns = time_ns};
}

}  // namespace ct::test

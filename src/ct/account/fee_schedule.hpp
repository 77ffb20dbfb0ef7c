#pragma once

#include "ct/core/decimal.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/rate.hpp"

namespace ct {

/// What a venue charges, as a share of the notional.
struct FeeSchedule {
    Rate maker;
    Rate taker;

    [[nodiscard]] Rate of(Liquidity liquidity) const { return liquidity == Liquidity::kMaker ? maker : taker; }
};

/// The rule by which a fee is rounded at 10^-18 of the quote asset.
inline constexpr Rounding kFeeRounding = Rounding::kHalfEven;

}  // namespace ct

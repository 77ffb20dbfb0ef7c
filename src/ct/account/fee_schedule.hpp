#pragma once

#include "ct/core/decimal.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/money.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"

namespace ct {

/// The rule by which a fee is rounded at 10^-18 of the quote asset.
inline constexpr Rounding kFeeRounding = Rounding::kHalfEven;

/// What a venue charges for a fill: a share of its notional, by liquidity, and an amount of the quote asset.
struct FeeSchedule {
    Rate maker;
    Rate taker;
    Money flat;

    friend bool operator==(const FeeSchedule&, const FeeSchedule&) = default;

    [[nodiscard]] Rate of(Liquidity liquidity) const { return liquidity == Liquidity::kMaker ? maker : taker; }
    /// The fee of a fill. Errors: kOverflow.
    [[nodiscard]] Result<Money> fee(const Money& notional, Liquidity liquidity) const {
        auto share = multiply(notional, of(liquidity), kFeeRounding);
        if (!share) return share;
        return add(*share, flat);
    }
};

}  // namespace ct

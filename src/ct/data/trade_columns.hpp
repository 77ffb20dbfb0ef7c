#pragma once

#include <cstddef>
#include <span>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::data {

/// Public trades of one market as columns of equal length, borrowed, in the order of their arrival. Doubles: what is
/// made of them are bars, statistics.
struct TradeColumns {
    std::span<const TimeNs> time_ns;
    std::span<const double> price;
    std::span<const double> amount;   ///< in the base asset
    std::span<const Side> aggressor;  ///< the side that took liquidity; empty when it is not known

    [[nodiscard]] std::size_t size() const { return time_ns.size(); }
    [[nodiscard]] TradeColumns rows(std::size_t begin, std::size_t end) const {
        const auto cut = [&](auto column) { return column.subspan(begin, end - begin); };
        return {cut(time_ns), cut(price), cut(amount), aggressor.empty() ? aggressor : cut(aggressor)};
    }
};

/// What the bar builders require of trades: columns of equal length, times from 1990 to 2261, prices above 0, amounts
/// of 0 or more. Errors: kInvalidData naming the row and the field.
Result<void> check_trades(const TradeColumns& trades);

}  // namespace ct::data

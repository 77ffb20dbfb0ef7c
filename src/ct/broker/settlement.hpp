#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ct/account/account.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"

namespace ct::broker {

/// What a match costs, and whether the account can pay it. Matches of a poll that the account has not booked yet count.
class Settlement {
  public:
    /// Borrows instruments and account for its life.
    Settlement(const FeeSchedule& fees, Rate slippage, std::span<const Instrument> instruments,
               const Account& account)
        : fees_(fees),
          slippage_(slippage),
          instruments_(instruments),
          account_(&account),
          unbooked_positions_(instruments.size()) {}

    /// Where a taker's order trades that meets this price: moved against it, rounded against it, never below one count.
    [[nodiscard]] Price slipped(Price price, Side side) const;
    /// How much an order of this side can take off the position.
    [[nodiscard]] Quantity reducible(const OrderRequest& request) const;

    struct Match {
        Price price;
        Quantity quantity;
        Liquidity liquidity = Liquidity::kTaker;
    };
    /// The report of a fill, or of a rejection for want of cash; without its order and time. Errors: kOverflow.
    Result<Report> settle(const OrderRequest& request, const Match& match);

    /// The account has booked all fills.
    void booked();

  private:
    FeeSchedule fees_;
    Rate slippage_;
    std::span<const Instrument> instruments_;
    const Account* account_;
    Money unbooked_;  ///< cash change of fills that are not booked
    std::vector<Quantity> unbooked_positions_;
};

}  // namespace ct::broker

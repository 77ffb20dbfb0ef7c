#pragma once

#include <span>
#include <utility>
#include <vector>

#include "ct/account/account.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/account/unbooked.hpp"
#include "ct/broker/slippage.hpp"
#include "ct/broker/working_order.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"

namespace ct::broker {

/// What a match costs, and whether the account can pay it. Matches of a poll that the account has not booked yet count.
class Settlement {
  public:
    /// Borrows instruments and account for its life.
    Settlement(std::vector<FeeSchedule> fees, std::vector<Slippage> slippage, std::span<const Instrument> instruments,
               const Account& account)
        : fees_(std::move(fees)),
          slippage_(std::move(slippage)),
          instruments_(instruments),
          account_(&account),
          unbooked_(account),
          unbooked_positions_(instruments.size()) {}

    /// Where so much of a taker's order trades that meets this price, in a bar with this volume.
    [[nodiscard]] Price slipped(const OrderRequest& request, Price price, Quantity quantity, double bar_volume) const {
        return slippage_[request.instrument].slipped(price, request.side, quantity, bar_volume);
    }
    /// How much an order of this side can take off the position.
    [[nodiscard]] Quantity reducible(const OrderRequest& request) const;

    struct Match {
        Price price;
        Quantity quantity;
        Liquidity liquidity = Liquidity::kTaker;
    };
    /// The report of a fill, or of a rejection because the account cannot pay it; without its order and time. Errors:
    /// kOverflow.
    Result<Report> settle(const WorkingOrder& order, const Match& match);

    /// The account has booked all fills.
    void booked();

  private:
    std::vector<FeeSchedule> fees_;   ///< by instrument
    std::vector<Slippage> slippage_;  ///< by instrument
    std::span<const Instrument> instruments_;
    const Account* account_;
    Unbooked unbooked_;
    std::vector<Quantity> unbooked_positions_;
};

}  // namespace ct::broker

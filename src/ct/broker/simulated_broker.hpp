#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ct/account/account.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/core/approved.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::broker {

struct SimulatedBrokerConfig {
    FeeSchedule fees;
    Rate slippage;                   ///< share of the price, against the trader; limits stay protected
    std::uint32_t latency_bars = 0;  ///< bars an order waits before it can match
};

/// Matches orders on the bars of the execution series, each order from the first bar that opens when it was placed or
/// later: one that a timer or another series places inside a bar does not see that bar's prices.
/// - market: at the open. stop: at the open when that lies beyond it, else at its price when the bar reaches it.
/// - limit: at the open when that is marketable (taker), else at its price when the bar touches it (maker).
/// - IOC: one try, at the first open it can match on.
/// Market, stop and marketable limit fills are slipped, rounded against the trader; a limit is never worse than its
/// price. A buy that cash cannot pay at its fill price, fee included, is rejected. Orders match in the order of
/// submission.
class SimulatedBroker : public Execution {
  public:
    /// Borrows instruments and account for its life.
    SimulatedBroker(const SimulatedBrokerConfig& config, std::span<const Instrument> instruments,
                    const Account& account)
        : config_(config), instruments_(instruments), account_(&account), working_(instruments.size()) {}

    Result<void> submit(const Approved<Order>& order, TimeNs now_ns) override;
    void cancel(OrderId order_id, TimeNs now_ns) override;
    Result<void> replace(const Approved<OrderChange>& change, TimeNs now_ns) override;
    void finish(TimeNs now_ns) override;
    Result<void> on_market(std::span<const BarView> closed) override;
    void poll(std::vector<Report>& reports) override;

  private:
    struct WorkingOrder {
        OrderId id = 0;
        TimeNs placed_ns = 0;
        std::uint32_t wait_bars = 0;
        OrderRequest request;
    };
    struct Match;

    Result<void> match_all(const BarView& bar);
    [[nodiscard]] Result<Match> match(const OrderRequest& order, Price open, const BarView& bar) const;
    [[nodiscard]] Price slipped(Price price, Side side) const;
    Result<void> settle(const WorkingOrder& order, const Match& match, TimeNs time_ns);

    SimulatedBrokerConfig config_;
    std::span<const Instrument> instruments_;
    const Account* account_;
    std::vector<std::vector<WorkingOrder>> working_;  ///< by instrument, in the order of submission
    std::vector<Report> reports_;
    Money unbooked_;  ///< cash change of fills that the account has not booked yet
};

}  // namespace ct::broker

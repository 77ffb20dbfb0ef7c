#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ct/account/account.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/broker/bar_matcher.hpp"
#include "ct/broker/latency.hpp"
#include "ct/broker/links.hpp"
#include "ct/broker/matching_rules.hpp"
#include "ct/broker/settlement.hpp"
#include "ct/broker/slippage.hpp"
#include "ct/broker/working_order.hpp"
#include "ct/broker/working_orders.hpp"
#include "ct/core/approved.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/bar_grid.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::broker {

struct SimulatedBrokerConfig {
    FeeSchedule fees;                             ///< of all instruments, or:
    std::vector<FeeSchedule> fees_by_instrument;  ///< those of each, when not empty
    SlippageModel slippage;                       ///< limits stay protected
    std::vector<Price> ticks;                     ///< of each instrument, when not empty, else one count
    /// By instrument, when not empty: on-close orders trade at the closes of these bars, which may be coarser than
    /// those that orders match on.
    std::vector<BarGrid> closes;
    LatencyModel latency;
    std::uint64_t seed = 0;  ///< of what the latency draws
    MatchingRules matching;
};

/// Matches orders on the bars of the execution series, each order from the first bar that opens when it was placed or
/// later: one that a timer or another series places inside a bar does not see that bar's prices.
/// - market: at the open. limit: at the open when that is marketable (taker), else at its price when the bar reaches it
///   (maker).
/// - stop, take-profit: when the open lies beyond its stop price, there; else at its price when the bar reaches it.
///   With a limit it is a limit order from then on; inside a bar of which nothing more is known it fills where the
///   limit was marketable at the stop price, or where the close reaches it.
/// - trailing: the stop follows the closes, on a path every price of it, and is tested before it moves.
/// - IOC, FOK, on-open: one try, at the first open it can match on; on-close: at the first close.
/// Fills of takers are slipped, rounded against the trader; a limit is never worse than its price. What the
/// account cannot pay at the fill price, fee included, is rejected. See MatchingRules for what can be chosen.
class SimulatedBroker : public Execution {
  public:
    /// Borrows instruments and account for its life. Requires: models that check() has let pass.
    SimulatedBroker(const SimulatedBrokerConfig& config, std::span<const Instrument> instruments,
                    const Account& account);

    Result<void> submit(const Approved<Order>& order, TimeNs now_ns) override;
    void refused(const Order& order, TimeNs now_ns) override;
    void cancel(OrderId order_id, TimeNs now_ns) override;
    Result<void> replace(const Approved<OrderChange>& change, TimeNs now_ns) override;
    void finish(TimeNs now_ns) override;
    Result<void> on_market(std::span<const BarView> closed) override;
    [[nodiscard]] QuietBars quiet_bars(InstrumentIndex instrument) override;
    void poll(std::vector<Report>& reports) override;

  private:
    /// Where a working order lies; nowhere for another.
    struct Place {
        WorkingOrders* orders = nullptr;
        Slot slot = kNoSlot;
    };
    Place find(OrderId order_id);
    /// On-close orders may trade at this bar's close.
    [[nodiscard]] bool is_close(const BarView& bar) const;

    MatchingRules rules_;
    std::span<const Instrument> instruments_;
    Latency latency_;
    std::vector<Report> reports_;
    Settlement settlement_;
    Links links_;
    BarMatcher matcher_;
    std::vector<WorkingOrders> working_;  ///< by instrument
    std::vector<BarGrid> closes_;         ///< by instrument, or none
    std::vector<Slot> slots_;             ///< scratch
};

}  // namespace ct::broker

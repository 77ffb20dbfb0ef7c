#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "ct/core/approved.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct {

/// What an execution says of an order. A fill carries what is in a Fill; a rejection its reason; an
/// amendment the order's quantity, limit price and stop price from now on; a refusal why a change was not made; a
/// trailing stop that has moved its stop price.
struct Report {
    enum class Kind : std::uint8_t { kAccepted, kFilled, kCanceled, kRejected, kExpired, kAmended, kRefused, kTrailed };
    Kind kind = Kind::kAccepted;
    OrderId order_id = 0;
    TimeNs time_ns = 0;  ///< on bars a fill's is the open time of its bar
    Liquidity liquidity = Liquidity::kTaker;
    bool ambiguous = false;
    Reason reason = Reason::kNone;
    Price price;
    Price stop_price;
    Quantity quantity;
    Money fee;
    Money needed;
    Money available;
};

/// Bars that concern no working order of an instrument: their lows stay above the one price, their highs below the
/// other, and they close before the time. By default every bar is one.
struct QuietBars {
    double above = -std::numeric_limits<double>::infinity();
    double below = std::numeric_limits<double>::infinity();
    TimeNs until_ns = std::numeric_limits<TimeNs>::max();
};

/// Port: where orders go. A venue adapter or a simulated broker. Reports are collected until they are polled.
class Execution {
  public:
    Execution() = default;
    Execution(const Execution&) = delete;
    Execution& operator=(const Execution&) = delete;
    virtual ~Execution() = default;

    virtual Result<void> submit(const Approved<Order>& order, TimeNs now_ns) = 0;
    /// An order that is linked to others was refused before it got here. By default the others stay.
    virtual void refused(const Order& /*order*/, TimeNs /*now_ns*/) {}
    /// Asks to cancel; an unknown or finished order is left alone and answers nothing.
    virtual void cancel(OrderId order_id, TimeNs now_ns) = 0;
    /// Asks to change a working order in place; answers with an amendment or a refusal.
    virtual Result<void> replace(const Approved<OrderChange>& change, TimeNs now_ns) = 0;
    /// The bars of a step: one of each instrument whose execution series has closed one, in series order. Simulators
    /// match here. The engine leaves the call out while no order works and on quiet bars.
    virtual Result<void> on_market(std::span<const BarView> closed) = 0;
    /// The bars on which on_market() would do nothing for an instrument, until something else is asked of this.
    [[nodiscard]] virtual QuietBars quiet_bars(InstrumentIndex instrument) = 0;
    /// The run is over. Simulators let all orders expire.
    virtual void finish(TimeNs now_ns) = 0;
    /// Appends the reports since the last poll, in the order in which they happened.
    virtual void poll(std::vector<Report>& reports) = 0;
};

}  // namespace ct

#pragma once

#include <cstdint>

#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/order.hpp"
#include "ct/core/risk_decision.hpp"

namespace ct {

/// The kinds of events that observers are told of.
enum class Notice : std::uint8_t { kOrder, kFill, kLedger, kEquity, kRisk, kLevel };

/// Port: sees the events of a run that it listens to, in order, and changes none. Analyzers, the result hash and
/// journals are observers. All calls come from the engine's thread; arguments live only during the call.
class Observer {
  public:
    Observer() = default;
    Observer(const Observer&) = delete;
    Observer& operator=(const Observer&) = delete;
    virtual ~Observer() = default;

    /// Asked once, before the run: what is not listened to need not be told.
    [[nodiscard]] virtual bool listens_to(Notice /*notice*/) const { return true; }

    virtual void on_order(const Order& /*order*/, const OrderUpdate& /*update*/) {}
    virtual void on_fill(const Fill& /*fill*/) {}
    /// A risk rule has shrunk or refused an order. Comes before the order's update.
    virtual void on_risk(const RiskDecision& /*decision*/) {}
    /// A trailing stop has followed the price, or a change of an order was made.
    virtual void on_level(const LevelMove& /*move*/) {}
    virtual void on_ledger(const LedgerEntry& /*entry*/) {}
    /// Points of one or more steps, each step once, in order. They come in batches: after the other events of their
    /// block.
    virtual void on_equity(const EquityPoints& /*points*/) {}
};

}  // namespace ct

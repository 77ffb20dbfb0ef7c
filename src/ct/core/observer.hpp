#pragma once

#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/order.hpp"

namespace ct {

/// Port: sees every event of a run, in order, and changes none. Analyzers, the result hash and journals are observers.
/// All calls come from the engine's thread; arguments live only during the call.
class Observer {
  public:
    Observer() = default;
    Observer(const Observer&) = delete;
    Observer& operator=(const Observer&) = delete;
    virtual ~Observer() = default;

    virtual void on_order(const Order& /*order*/, const OrderUpdate& /*update*/) {}
    virtual void on_fill(const Fill& /*fill*/) {}
    virtual void on_ledger(const LedgerEntry& /*entry*/) {}
    /// Points of one or more steps, each step once, in order. They come in batches: after the other events of their
    /// block.
    virtual void on_equity(const EquityPoints& /*points*/) {}
};

}  // namespace ct

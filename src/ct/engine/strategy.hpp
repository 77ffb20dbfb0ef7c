#pragma once

#include <span>
#include <string>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::engine {

class Context;

/// What a series of a run is called.
struct SeriesName {
    std::string symbol;
    Timeframe timeframe;

    friend bool operator==(const SeriesName&, const SeriesName&) = default;
};

/// What a user writes. Within a step the calls come in the order in which they stand here; on_bar comes once for each
/// series that closed a bar, the shorter timeframe first. A strategy ends the run with an error by Context::fail.
class Strategy {
  public:
    Strategy() = default;
    Strategy(const Strategy&) = delete;
    Strategy& operator=(const Strategy&) = delete;
    virtual ~Strategy() = default;

    /// True if it may sell what it does not have: a spot account refuses such a strategy at the start.
    [[nodiscard]] virtual bool shorts() const { return false; }
    /// The series that it reads in a run of the given ones. Asked before the run is built, which makes those that it
    /// lacks of finer ones; what cannot be made is for on_start to refuse.
    [[nodiscard]] virtual std::vector<SeriesName> reads(std::span<const SeriesName> /*given*/) const { return {}; }

    /// Before the first event: register indicators and timers here.
    virtual void on_start(Context& /*ctx*/) {}
    virtual void on_order(Context& /*ctx*/, const OrderUpdate& /*update*/) {}
    virtual void on_fill(Context& /*ctx*/, const Fill& /*fill*/) {}
    virtual void on_timer(Context& /*ctx*/, const Timer& /*timer*/) {}
    virtual void on_bar(Context& /*ctx*/, const BarView& /*bar*/) {}
    /// Only in runs that cheat on open: a bar opens at this price, before anything of the step and of its orders. The
    /// clock stands at its open time, and orders made here match at its open.
    virtual void on_open(Context& /*ctx*/, SeriesIndex /*series*/, double /*open*/) {}
    /// After the last event. Orders made here are not sent.
    virtual void on_stop(Context& /*ctx*/) {}
    /// What whoever started the run should know of it, after its end: a sentence each.
    [[nodiscard]] virtual std::vector<std::string> warnings() const { return {}; }
};

}  // namespace ct::engine

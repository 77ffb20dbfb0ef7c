#pragma once

#include <span>
#include <variant>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct {

/// Bars that have closed: one block, each row of it a step of its own; or several blocks of one row each that close at
/// one time and are one step together, the shorter timeframe first, then in series order.
using ClosedBars = std::span<const BarBlock>;

/// Nothing happens up to and including this time.
struct Idle {
    TimeNs now_ns = 0;
};

/// The source has ended.
struct End {};

using SourceItem = std::variant<ClosedBars, Idle, End>;

/// Port: where events come from. Items come in time order, and each holds whole steps: no other item shares a time with
/// one of its rows or falls between them.
class EventSource {
  public:
    EventSource() = default;
    EventSource(const EventSource&) = delete;
    EventSource& operator=(const EventSource&) = delete;
    virtual ~EventSource() = default;

    /// The next item that happens at or before `until_ns`, Idle(until_ns) if there is none yet, End, or an error.
    /// Blocks live until the next call, the columns they refer to until the next block of their series.
    virtual Result<SourceItem> next(TimeNs until_ns) = 0;
};

}  // namespace ct

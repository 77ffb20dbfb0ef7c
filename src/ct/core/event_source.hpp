#pragma once

#include <variant>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct {

/// Nothing happens up to and including this time.
struct Idle {
    TimeNs now_ns = 0;
};

/// The source has ended.
struct End {};

using SourceItem = std::variant<BarBlock, Idle, End>;

/// Port: where events come from. Items come in time order. A block of several rows holds whole steps: no other item
/// shares a time with one of its rows or falls between them. Items that share their time come as blocks of one row,
/// the shorter timeframe first, then in series order; the last of them ends the step, or an Idle does.
class EventSource {
  public:
    EventSource() = default;
    EventSource(const EventSource&) = delete;
    EventSource& operator=(const EventSource&) = delete;
    virtual ~EventSource() = default;

    /// The next item that happens at or before `until_ns`, Idle(until_ns) if there is none yet, End, or an error.
    /// What the blocks of a step refer to lives until the first call after the step has ended.
    virtual Result<SourceItem> next(TimeNs until_ns) = 0;
};

}  // namespace ct

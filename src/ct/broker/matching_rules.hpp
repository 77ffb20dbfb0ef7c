#pragma once

#include <cstdint>
#include <string_view>

#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"

namespace ct::broker {

/// What is known of the prices inside a bar.
enum class Intrabar : std::uint8_t {
    kRange,  ///< only that they went from the low to the high: of orders that are reached, stops count first
    kPath,   ///< from the open to the nearer of high and low, to the other, to the close
};

/// When a resting limit order fills.
enum class LimitFill : std::uint8_t {
    kTouch,    ///< a price that reaches it
    kThrough,  ///< only a price beyond it: others stood before it in the queue
};

/// How linked orders end each other where the world disagrees.
enum class LinkRules : std::uint8_t {
    /// A partial fill leaves the others of its group, smaller by it; a child may fill for as much as its parent has
    /// filled, in the same bar if the parent filled at a price after which more of the bar is known; a parent that is
    /// canceled leaves its children; inside a bar stops count first.
    kNative,
    /// A fill cancels the others of an OCO group, a partial one too, and so does a cancel or an expiry; children wait
    /// for their whole parent and for the bar after it; until then whoever of the family ends takes all along; in one
    /// bar the order that was made first counts, and one whose time is over ends when its turn comes.
    kBacktrader,
};

// Their names in settings, on the command line and in Python.
const char* name(Intrabar intrabar);
const char* name(LimitFill limit_fill);
const char* name(LinkRules rules);

/// Errors: kInvalidArgument with what was expected.
Result<Intrabar> parse_intrabar(std::string_view text);
Result<LimitFill> parse_limit_fill(std::string_view text);
Result<LinkRules> parse_link_rules(std::string_view text);

/// How orders match on bars.
struct MatchingRules {
    Intrabar intrabar = Intrabar::kRange;
    LimitFill limit_fill = LimitFill::kTouch;
    LinkRules links = LinkRules::kNative;
    Rate participation;           ///< the share of a bar's volume that all orders together may fill; 0: no limit
    bool cheat_on_close = false;  ///< market orders fill at the close at which they are made
};

}  // namespace ct::broker

#pragma once

#include "ct/broker/matching_rules.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// The settings intrabar, limit_fill, links, participation and cheat_on_close, of those that are not None. Throws
/// nb::python_error.
void read_matching(const nb::dict& settings, broker::MatchingRules& rules);

}  // namespace ct::python

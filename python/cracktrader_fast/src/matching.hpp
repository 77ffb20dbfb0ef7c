#pragma once

#include "ct/broker/matching_rules.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// The settings intrabar, limit_fill, links, participation and cheat_on_close. Throws nb::python_error.
broker::MatchingRules read_matching(const nb::dict& settings);

}  // namespace ct::python

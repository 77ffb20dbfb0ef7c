#pragma once

#include <vector>

#include "ct/risk/rule_settings.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// The risk settings of a run: None, a path of a TOML file, or a dict of rules, each a dict of its settings or a list
/// of those. Throws CrackTraderError's kinds.
std::vector<risk::RuleSettings> read_risk(nb::handle value);

/// Adds the sizers to the module: what cracktrader.sizers is built on.
void bind_risk(nb::module_& module);

}  // namespace ct::python

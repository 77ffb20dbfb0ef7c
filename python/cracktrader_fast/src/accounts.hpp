#pragma once

#include "ct/session/backtest/backtest.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// What an account is and starts with: `account`, `cash`, `report_asset` and `rates` of the settings, of
/// those that are not None. Throws
/// CrackTraderError's kinds.
void read_account(const nb::dict& settings, session::BacktestConfig& config);

}  // namespace ct::python

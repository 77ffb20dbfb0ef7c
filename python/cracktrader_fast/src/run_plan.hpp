#pragma once

#include "cracktrader/backtest_options.hpp"
#include "ct/config/run_options.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// A run file that is checked: what it says holds where a call says nothing.
struct RunPlan {
    config::RunOptions options;
    cli::BacktestPlan plan;
};

/// Adds plan_run and its class to the module: what ct.backtest(config=...) is built on.
void bind_run_plan(nb::module_& module);

}  // namespace ct::python

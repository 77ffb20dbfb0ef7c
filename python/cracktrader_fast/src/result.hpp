#pragma once

#include <memory>
#include <vector>

#include "ct/analyzers/run_result.hpp"
#include "ct/core/event.hpp"
#include "ct/core/observer.hpp"
#include "ct/core/time.hpp"
#include "strategy/bar_memory.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// The equity of every step, kept on request.
class EquityLog : public Observer {
  public:
    void on_equity(const EquityPoints& points) override;

    std::vector<TimeNs> time_ns;
    std::vector<double> equity;
    std::vector<double> cash;
};

/// A finished run for Python, with the bars it ran on (for the report's price chart).
struct FinishedRun {
    analyzers::RunResult run;
    /// By series; null for one that the run made.
    std::vector<std::shared_ptr<BarMemory>> memory;
    std::unique_ptr<EquityLog> full_equity;  ///< when it was asked for
};

/// Adds the class Result to the module: what cracktrader.Result is built on.
void bind_result(nb::module_& module);

}  // namespace ct::python

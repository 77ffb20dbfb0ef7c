#include "run_plan.hpp"

#include <string>
#include <utility>
#include <vector>

#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "bars.hpp"
#include "cracktrader/backtest_options.hpp"
#include "cracktrader/expression_options.hpp"
#include "cracktrader/history.hpp"
#include "ct/config/run_layers.hpp"
#include "ct/config/run_options.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/times.hpp"

namespace ct::python {

namespace {

using Texts = std::vector<std::pair<std::string, std::string>>;
using Series = std::vector<std::pair<std::string, Bars>>;

/// The run of a file under the environment.
RunPlan plan_run(const std::string& path) {
    config::RunOptions options = take(config::gather_options({}, path));
    cli::BacktestPlan plan = take(cli::plan_settings(options));
    return {std::move(options), std::move(plan)};
}

/// Its candles, and those that are only to match orders on. A start and an end that are given replace its own.
std::pair<Series, Series> read(RunPlan& run, nb::handle start, nb::handle end) {
    check(cli::plan_series(run.options, run.plan));
    if (!start.is_none()) run.plan.config.from_ns = read_bound(start, "start");
    if (!end.is_none()) run.plan.config.to_ns = read_end(end);
    const cli::History history = take(cli::History::open(run.plan, true, nullptr));
    std::pair<Series, Series> series;
    for (const session::HistoryInput& input : history.inputs()) {
        (input.detail ? series.second : series.first)
            .emplace_back(input.symbol, bars_of_series(take(data::read_whole(*input.history))));
    }
    return series;
}

}  // namespace

void bind_run_plan(nb::module_& module) {
    nb::class_<RunPlan>(module, "RunPlan")
        .def_prop_ro("strategy", [](const RunPlan& run) { return run.plan.strategy; })
        .def_prop_ro("parameters",
                     [](const RunPlan& run) { return Texts(run.plan.parameters.begin(), run.plan.parameters.end()); })
        .def_prop_ro(
            "has_expressions",
            [](const RunPlan& run) { return !run.options.strategy && cli::first_expression(run.options) != nullptr; })
        .def("read", read, nb::arg("start").none(), nb::arg("end").none());
    module.def("plan_run", plan_run);
}

}  // namespace ct::python

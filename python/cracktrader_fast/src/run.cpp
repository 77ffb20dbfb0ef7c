#include "run.hpp"

#include <sys/resource.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "accounts.hpp"
#include "bars.hpp"
#include "costs.hpp"
#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/config/kill_switch_watch.hpp"
#include "ct/core/kill_switch.hpp"
#include "ct/core/market.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/bundled_markets.hpp"
#include "ct/risk/registry.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/storage/markets_file.hpp"
#include "ct/strategies/expression_rules.hpp"
#include "ct/strategies/expression_strategy.hpp"
#include "ct/strategies/registry.hpp"
#include "expressions.hpp"
#include "matching.hpp"
#include "result.hpp"
#include "risk.hpp"
#include "strategy/context_calls.hpp"
#include "strategy/errors.hpp"
#include "strategy/numbers.hpp"
#include "strategy/python.hpp"
#include "strategy/python_strategy.hpp"
#include "strategy/text.hpp"
#include "strategy/times.hpp"

namespace ct::python {

namespace {

using Texts = std::vector<std::pair<std::string, std::string>>;

/// Puts the argument's name in front of an error.
template <class T>
T named(const char* what, Result<T> value) {
    if (!value) throw_error({value.error().code, fmt::format("{}: {}", what, value.error().message)});
    return *value;
}

bool flag_setting(const nb::dict& settings, const char* name) {
    const nb::object value = settings[name];
    return flag_argument(value.ptr(), name);
}

session::BacktestConfig read_config(const nb::dict& settings) {
    session::BacktestConfig config;
    const auto number = [&](const char* name) { return number_text(settings[name], name); };
    read_account(settings, config);
    config.fees.standard.maker = named("maker", Rate::parse(number("maker")));
    config.fees.standard.taker = named("taker", Rate::parse(number("taker")));
    config.fees = read_fees(settings["fees"], config.fees);
    config.slippage = read_slippage(settings["slippage"]);
    config.latency = read_latency(settings["latency"]);
    config.seed = read_seed(settings["seed"]);
    config.matching = read_matching(settings);
    config.cheat_on_open = flag_setting(settings, "cheat_on_open");
    config.from_ns = read_bound(settings["start"], "start");
    config.to_ns = read_end(settings["end"]);
    config.risk = read_risk(settings["risk"]);
    if (const nb::object chosen = settings["analyzers"]; !chosen.is_none()) {
        const auto names = nb::cast<std::vector<std::string>>(chosen);
        config.analyzers = named("analyzers", analyzers::AnalyzerSet::parse(names));
    }
    return config;
}

std::uint64_t peak_rss_bytes() {
    constexpr std::uint64_t kBytesPerUnit = 1024;
    struct ::rusage usage{};  // NOLINT(misc-include-cleaner): it is in the system header above
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * kBytesPerUnit;
}

/// What is run, and a place for the exception of a signal handler (Ctrl-C) that ends it.
struct Run {
    std::vector<session::SeriesInput> inputs;
    session::BacktestConfig config;
    std::optional<Markets> markets;
    std::optional<nb::python_error> signal;
    KillSwitch kill_switch;
    std::unique_ptr<config::KillSwitchWatch> watch;
};

/// Adds bars to a run and to what its result keeps.
void add_series(Run& run, FinishedRun& result, const std::vector<std::pair<std::string, Bars>>& series, bool detail) {
    for (const auto& [symbol, bars] : series) {
        run.inputs.push_back({symbol, bars.timeframe, bars.memory->columns(), bars.price_decimals, detail});
        result.memory.push_back(bars.memory);
    }
}

void read_markets(nb::handle given, Run& run) {
    if (given.is_none()) return;
    const std::string path = path_argument(given, "markets");
    run.markets = path == "bundled" ? risk::bundled_markets() : take(storage::load_markets(path));
    run.config.markets = &*run.markets;
}

void watch_kill_switch(Run& run) {
    run.config.kill_switch = &run.kill_switch;
    run.watch = take(config::KillSwitchWatch::make(take(risk::kill_switch_sources(run.config.risk)), run.kill_switch));
}

void watch_signals(Run& run) {
    run.config.progress = [&run](std::uint64_t /*rows*/) {
        run.watch->poll();
        const nb::gil_scoped_acquire gil;
        if (PyErr_CheckSignals() == 0) return true;
        run.signal.emplace();
        return false;
    };
}

Result<analyzers::RunResult> run_native(Run& run, const std::string& name, const Texts& given) {
    const auto info = strategies::find(name);
    if (!info) return fail(info);
    const auto parameters = strategies::complete(**info, {given.begin(), given.end()});
    if (!parameters) return fail(parameters);
    const auto strategy = (*info)->make(*parameters);
    if (!strategy) return fail(strategy);
    Texts shown;
    for (const auto& parameter : (*info)->parameters) {
        shown.emplace_back(parameter.name, parameters->find(parameter.name)->second);
    }
    const nb::gil_scoped_release free_gil;
    return session::run_backtest(run.inputs, run.config, {**strategy, name, std::move(shown)});
}

Result<analyzers::RunResult> run_expressions(Run& run, const nb::dict& fields, const Texts& given) {
    auto rules = strategies::compile(read_expressions(fields), {given.begin(), given.end()});
    if (!rules) return fail(rules);
    const std::string name = rules->name;
    Texts shown = rules->shown;
    strategies::ExpressionStrategy strategy(*std::move(rules));
    const nb::gil_scoped_release free_gil;
    return session::run_backtest(run.inputs, run.config, {strategy, name, std::move(shown)});
}

Result<analyzers::RunResult> run_python(Run& run, const FinishedRun& result, nb::object instance,
                                        const std::string& name, const Texts& parameters) {
    const auto exception = std::make_shared<KeptException::element_type>();
    PythonStrategy strategy(std::move(instance), name, {.memory = result.memory, .exception = exception});
    auto finished = session::run_backtest(run.inputs, run.config, {strategy, name, parameters});
    if (*exception) throw nb::python_error(std::move(**exception));
    return finished;
}

/// `strategy` is a built-in's name, the fields of expressions, or a Python object; `name` and `parameters` describe it
/// in results.
std::shared_ptr<FinishedRun> backtest(const std::vector<std::pair<std::string, Bars>>& series, nb::object strategy,
                                      const std::string& name, const Texts& parameters, const nb::dict& settings) {
    Run run{.config = read_config(settings)};
    auto result = std::make_shared<FinishedRun>();
    add_series(run, *result, series, false);
    add_series(run, *result, nb::cast<std::vector<std::pair<std::string, Bars>>>(settings["detail"]), true);
    read_markets(settings["markets"], run);
    if (flag_setting(settings, "full_equity")) {
        result->full_equity = std::make_unique<EquityLog>();
        run.config.observers.push_back(result->full_equity.get());
    }
    watch_kill_switch(run);
    watch_signals(run);
    Result<analyzers::RunResult> finished;
    if (nb::isinstance<nb::str>(strategy)) {
        finished = run_native(run, name, parameters);
    } else if (nb::isinstance<nb::dict>(strategy)) {
        finished = run_expressions(run, nb::cast<nb::dict>(strategy), parameters);
    } else {
        finished = run_python(run, *result, std::move(strategy), name, parameters);
    }
    if (run.signal) throw nb::python_error(std::move(*run.signal));
    result->run = take(std::move(finished));
    result->run.peak_rss_bytes = peak_rss_bytes();
    return result;
}

}  // namespace

void bind_run(nb::module_& module) { module.def("backtest", backtest); }

}  // namespace ct::python

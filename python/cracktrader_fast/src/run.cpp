#include "run.hpp"

#include <sys/resource.h>

#include <cstddef>
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
#include "cracktrader/expression_options.hpp"
#include "ct/account/fees.hpp"
#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/config/kill_switch_watch.hpp"
#include "ct/core/kill_switch.hpp"
#include "ct/core/market.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/risk/bundled_markets.hpp"
#include "ct/risk/registry.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/storage/markets_file.hpp"
#include "ct/strategies/expression_definition.hpp"
#include "ct/strategies/expression_rules.hpp"
#include "ct/strategies/expression_strategy.hpp"
#include "ct/strategies/registry.hpp"
#include "expressions.hpp"
#include "matching.hpp"
#include "result.hpp"
#include "risk.hpp"
#include "run_plan.hpp"
#include "strategy/bar_memory.hpp"
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

/// Fees that the call gives, over those of a run file: what holds for all symbols is replaced by its like.
void read_all_fees(const nb::dict& settings, Fees& fees) {
    const auto rate = [&](const char* name, Rate& value) {
        if (settings[name].is_none()) return;
        fees.preset = nullptr;
        value = named(name, Rate::parse_share(number_text(settings[name], name)));
    };
    rate("maker", fees.standard.maker);
    rate("taker", fees.standard.taker);
    if (settings["fees"].is_none()) return;
    fees.preset = nullptr;
    fees.by_symbol.clear();
    fees = read_fees(settings["fees"], fees);
}

/// What the call gives (all but None) over a configuration.
void read_config(const nb::dict& settings, session::BacktestConfig& config) {
    const auto given = [&](const char* name) { return !settings[name].is_none(); };
    read_account(settings, config);
    config.level_moves = true;  // few; the charts of a report are made when one is asked for
    read_all_fees(settings, config.fees);
    if (given("slippage")) config.slippage = read_slippage(settings["slippage"]);
    if (given("latency")) config.latency = read_latency(settings["latency"]);
    if (given("seed")) config.seed = read_seed(settings["seed"]);
    read_matching(settings, config.matching);
    if (given("cheat_on_open")) config.cheat_on_open = flag_setting(settings, "cheat_on_open");
    if (given("resample")) {
        config.resample.clear();
        for (const std::string& text : nb::cast<std::vector<std::string>>(settings["resample"])) {
            config.resample.push_back(named("resample", Timeframe::parse(text)));
        }
    }
    if (given("start")) config.from_ns = read_bound(settings["start"], "start");
    if (given("end")) config.to_ns = read_end(settings["end"]);
    if (given("risk")) config.risk = read_risk(settings["risk"]);
    if (given("analyzers")) {
        const auto names = nb::cast<std::vector<std::string>>(settings["analyzers"]);
        config.analyzers = named("analyzers", analyzers::AnalyzerSet::parse(names));
    }
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
    if (!given.is_none()) {
        const std::string path = path_argument(given, "markets");
        run.markets = path == "bundled" ? risk::bundled_markets() : take(storage::load_markets(path));
    }
    if (run.markets) run.config.markets = &*run.markets;
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

Result<analyzers::RunResult> run_expressions(Run& run, const strategies::ExpressionDefinition& definition,
                                             const Texts& given) {
    auto rules = strategies::compile(definition, {given.begin(), given.end()});
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
    // Detail data are seen by no strategy, and what is made takes their places.
    std::vector<std::shared_ptr<BarMemory>> memory;
    for (std::size_t i = 0; i < run.inputs.size() && !run.inputs[i].detail; ++i) memory.push_back(result.memory[i]);
    PythonStrategy strategy(std::move(instance), name, {.memory = std::move(memory), .exception = exception});
    auto finished = session::run_backtest(run.inputs, run.config, {strategy, name, parameters});
    if (*exception) throw nb::python_error(std::move(**exception));
    return finished;
}

/// `strategy` is a built-in's name, the fields of expressions, the run file that has some, or a Python object; `name`
/// and `parameters` describe it in results.
std::shared_ptr<FinishedRun> backtest(const std::vector<std::pair<std::string, Bars>>& series, nb::object strategy,
                                      const std::string& name, const Texts& parameters, const nb::dict& settings) {
    const auto* const plan = nb::cast<const RunPlan*>(settings["plan"]);
    Run run;
    if (plan != nullptr) {
        run.config = plan->plan.config;
        run.markets = plan->plan.markets;
    }
    read_config(settings, run.config);
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
        finished = run_expressions(run, read_expressions(nb::cast<nb::dict>(strategy)), parameters);
    } else if (nb::isinstance<RunPlan>(strategy)) {
        const auto definition = take(cli::definition_of(plan->options, {parameters.begin(), parameters.end()}));
        finished = run_expressions(run, definition, parameters);
    } else {
        finished = run_python(run, *result, std::move(strategy), name, parameters);
    }
    if (run.signal) throw nb::python_error(std::move(*run.signal));
    result->run = take(std::move(finished));
    result->memory.insert(result->memory.begin() + static_cast<std::ptrdiff_t>(series.size()),
                          result->run.series.size() - result->memory.size(), nullptr);
    result->run.peak_rss_bytes = peak_rss_bytes();
    return result;
}

}  // namespace

void bind_run(nb::module_& module) { module.def("backtest", backtest); }

}  // namespace ct::python

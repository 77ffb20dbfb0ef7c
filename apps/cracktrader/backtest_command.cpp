#include "cracktrader/backtest_command.hpp"

#include <sys/resource.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "cracktrader/backtest_options.hpp"
#include "cracktrader/cli.hpp"
#include "cracktrader/expression_options.hpp"
#include "cracktrader/history.hpp"
#include "cracktrader/output_files.hpp"
#include "cracktrader/print.hpp"
#include "cracktrader/progress_bar.hpp"
#include "cracktrader/python_launch.hpp"
#include "cracktrader/summary.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/config/kill_switch_watch.hpp"
#include "ct/config/run_options.hpp"
#include "ct/core/kill_switch.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/registry.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::cli {

namespace {

Result<LoadedStrategy> make_built_in(const strategies::StrategyInfo& info, const BacktestPlan& plan) {
    const auto parameters = strategies::complete(info, plan.parameters);
    if (!parameters) return fail(parameters);
    auto strategy = info.make(*parameters);
    if (!strategy) return fail(strategy);
    LoadedStrategy loaded{*std::move(strategy), plan.strategy, {}};
    for (const auto& parameter : info.parameters) {
        loaded.parameters.emplace_back(parameter.name, parameters->find(parameter.name)->second);
    }
    return loaded;
}

/// The first parameter that the strategy does not take as it is, else the strategy.
const config::Given& place_of_error(const strategies::StrategyInfo& info, const config::RunOptions& options) {
    for (const config::Given& pair : options.parameters) {
        const auto equals = pair.text.find('=');
        if (!strategies::complete(info, {{pair.text.substr(0, equals), pair.text.substr(equals + 1)}})) return pair;
    }
    return *options.strategy;
}

Result<LoadedStrategy> load_strategy(const config::RunOptions& options, const BacktestPlan& plan,
                                     const StrategyLoader& loader) {
    if (const config::Given* const part = first_expression(options)) {
        if (!options.strategy) return load_expressions(options, plan.parameters);
        return fail(ErrorCode::kInvalidArgument, fmt::format("{} and {}: expected a strategy or expressions, not both",
                                                             options.strategy->where, part->where));
    }
    if (!options.ranges.empty()) {
        return fail(
            ErrorCode::kInvalidArgument,
            fmt::format("{}: strategy.parameters.{}: a table with a default belongs to a strategy of expressions; "
                        "expected a value",
                        options.ranges.front().where, options.ranges.front().name));
    }
    if (is_python_strategy(plan.strategy)) return loader(plan.strategy, plan.parameters);
    const config::Given& given = *options.strategy;
    const auto bad = [](const config::Given& place, const Error& error) {
        return fail(error.code, fmt::format("{}: {}", place.where, error.message));
    };
    if (plan.strategy.ends_with(".py")) {
        return bad(given,
                   {ErrorCode::kInvalidArgument, fmt::format("'{0}' is a file, expected {0}:Class", plan.strategy)});
    }
    const auto info = strategies::find(plan.strategy);
    if (!info) return bad(given, info.error());
    auto loaded = make_built_in(**info, plan);
    if (!loaded) return bad(place_of_error(**info, options), loaded.error());
    return loaded;
}

Result<analyzers::RunResult> run_plan(const BacktestPlan& plan, const History& history, const LoadedStrategy& loaded) {
    ProgressBar bar("running");
    session::BacktestConfig config = plan.config;
    if (plan.markets) config.markets = &*plan.markets;
    KillSwitch kill_switch;
    config.kill_switch = &kill_switch;
    const auto sources = risk::kill_switch_sources(config.risk);
    if (!sources) return fail(sources);
    const auto watch = config::KillSwitchWatch::make(*sources, kill_switch);
    if (!watch) return fail(watch);
    config.progress = [&, rows = history.rows()](std::uint64_t done) {
        bar.update(done, rows);
        (*watch)->poll();
        return true;
    };
    return session::run_backtest(history.inputs(), config, {*loaded.strategy, loaded.name, loaded.parameters});
}

std::uint64_t peak_rss_bytes() {
    constexpr std::uint64_t kBytesPerUnit = 1024;
    rusage usage{};  // NOLINT(misc-include-cleaner): in a private part of sys/resource.h
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * kBytesPerUnit;
}

}  // namespace

Result<void> run_backtest_command(const config::RunOptions& options, const StrategyLoader& loader) {
    const auto plan = plan_backtest(options);
    if (!plan) return fail(plan);
    const auto loaded = load_strategy(options, *plan, loader);
    if (!loaded) return fail(loaded);

    const bool json_only = options.json && options.json->text == kStandardOutput;
    const auto started = std::chrono::steady_clock::now();
    const auto history = History::open(*plan, is_python_strategy(plan->strategy), json_only ? stderr : stdout);
    if (!history) return fail(history);
    const std::chrono::duration<double> reading = std::chrono::steady_clock::now() - started;

    auto result = run_plan(*plan, *history, *loaded);
    if (!result) return fail(result);
    result->seconds.emplace(result->seconds.begin(), "read", reading.count());
    result->peak_rss_bytes = peak_rss_bytes();

    // The table first: a disk that has filled up meanwhile must not hide the result.
    if (!json_only) print(stdout, "{}", summary(*result, config::is_on(options.all_metrics)));
    for (const std::string& warning : result->warnings) print(stderr, "warning: {}\n", warning);
    if (auto written = write_outputs(options, *result); !written) return written;
    if (!json_only && options.report) print(stdout, "  report: {}\n", options.report->path());
    if (!json_only && options.orders) print(stdout, "  orders: {}\n", options.orders->path());
    if (!json_only && options.json) print(stdout, "  JSON: {}\n", options.json->path());
    return {};
}

}  // namespace ct::cli

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
#include "ct/core/kill_switch.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/registry.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::cli {

namespace {

Result<LoadedStrategy> load_strategy(const BacktestOptions& options, const strategies::Parameters& given,
                                     const StrategyLoader& loader) {
    const std::string& name = options.strategy;
    if (options.expressions.given()) {
        if (name.empty()) return load_expressions(options.expressions, given);
        return fail(ErrorCode::kInvalidArgument, "expected --strategy, or --entry and other expressions, not both");
    }
    if (is_python_strategy(name)) return loader(name, given);
    if (name.ends_with(".py")) {
        return fail(ErrorCode::kInvalidArgument, fmt::format("--strategy: '{0}' is a file, expected {0}:Class", name));
    }
    const auto info = strategies::find(name);
    if (!info) return fail(info);
    const auto parameters = strategies::complete(**info, given);
    if (!parameters) return fail(parameters);
    auto strategy = (*info)->make(*parameters);
    if (!strategy) return fail(strategy);
    LoadedStrategy loaded{*std::move(strategy), name, {}};
    for (const auto& parameter : (*info)->parameters) {
        loaded.parameters.emplace_back(parameter.name, parameters->find(parameter.name)->second);
    }
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

Result<void> run_backtest_command(const BacktestOptions& options, const StrategyLoader& loader) {
    const auto plan = plan_backtest(options);
    if (!plan) return fail(plan);
    const auto loaded = load_strategy(options, plan->parameters, loader);
    if (!loaded) return fail(loaded);

    const bool json_only = options.json == kStandardOutput;
    const auto started = std::chrono::steady_clock::now();
    const auto history = History::open(*plan, is_python_strategy(options.strategy), json_only ? stderr : stdout);
    if (!history) return fail(history);
    const std::chrono::duration<double> reading = std::chrono::steady_clock::now() - started;

    auto result = run_plan(*plan, *history, *loaded);
    if (!result) return fail(result);
    result->seconds.emplace(result->seconds.begin(), "read", reading.count());
    result->peak_rss_bytes = peak_rss_bytes();

    // The table first: a disk that has filled up meanwhile must not hide the result.
    if (!json_only) print(stdout, "{}", summary(*result, options.all_metrics));
    if (auto written = write_outputs(options, *result); !written) return written;
    if (!json_only && options.report) print(stdout, "  report: {}\n", *options.report);
    if (!json_only && options.orders) print(stdout, "  orders: {}\n", *options.orders);
    if (!json_only && options.json) print(stdout, "  JSON: {}\n", *options.json);
    return {};
}

}  // namespace ct::cli

#include "ct/report/comparison.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/metric_info.hpp"
#include "ct/report/chart_data.hpp"
#include "ct/report/compared_run.hpp"
#include "ct/report/data_writer.hpp"
#include "ct/report/page.hpp"

namespace ct::report {

namespace {

using analyzers::MetricInfo;

constexpr int kAmountDecimals = 2;

constexpr std::array<std::string_view, 17> kMoreIsBetter = {"total_return",
                                                            "annual_return",
                                                            "sharpe",
                                                            "sortino",
                                                            "calmar",
                                                            "omega",
                                                            "win_rate",
                                                            "profit_factor",
                                                            "payoff_ratio",
                                                            "expectancy",
                                                            "sqn",
                                                            "best_trade",
                                                            "worst_trade",
                                                            "alpha",
                                                            "long_profit",
                                                            "short_profit",
                                                            "longest_winning_streak"};
constexpr std::array<std::string_view, 10> kLessIsBetter = {
    "volatility",    "value_at_risk", "conditional_value_at_risk", "max_drawdown", "drawdown_days",
    "recovery_days", "ulcer_index",   "longest_losing_streak",     "fees",         "slippage"};

/// 1: more is better, -1: less is, 0: neither.
int direction(std::string_view name) {
    if (std::find(kMoreIsBetter.begin(), kMoreIsBetter.end(), name) != kMoreIsBetter.end()) return 1;
    return std::find(kLessIsBetter.begin(), kLessIsBetter.end(), name) != kLessIsBetter.end() ? -1 : 0;
}

/// NaN where the run has none of this name or it is undefined.
double metric(const ComparedRun& run, std::string_view name) {
    for (const auto& [key, value] : run.metrics) {
        if (key == name) return value;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

/// Nobody is the best where all are.
std::vector<std::size_t> best_of(std::span<const double> values, int sign) {
    std::vector<std::size_t> best;
    if (sign == 0) return best;
    double highest = -std::numeric_limits<double>::infinity();
    for (const double value : values) {
        if (std::isfinite(value)) highest = std::max(highest, sign * value);
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isfinite(values[i]) && sign * values[i] == highest) best.push_back(i);
    }
    if (best.size() == values.size()) best.clear();
    return best;
}

void write_run(DataWriter& out, const ComparedRun& run) {
    const std::size_t step = run.equity.size() / kMaxChartPoints + 1;
    std::vector<double> time_ms;
    std::vector<double> index;
    std::vector<double> drawdown;
    double peak = run.initial_value;
    for (std::size_t i = 0; i < run.equity.size(); ++i) {
        peak = std::max(peak, run.equity[i]);
        if (i % step != 0 && i + 1 != run.equity.size()) continue;
        time_ms.push_back(run.time_ms[i]);
        index.push_back(run.equity[i] / run.initial_value * 100);
        drawdown.push_back((run.equity[i] / peak - 1) * 100);
    }
    constexpr int kDecimals = 3;
    out.object([&] {
        out.text("name", run.name), out.text("strategy", run.strategy), out.text("symbols", run.symbols);
        out.text("range", run.range), out.text("parameters", run.parameters), out.text("settings", run.settings);
        out.text("result_hash", run.result_hash), out.text("input_hash", run.input_hash);
        out.text("version", run.version);
        out.column("time_ms", time_ms, 0);
        out.column("index", index, kDecimals);
        out.column("drawdown", drawdown, kDecimals);
    });
}

void write_metrics(DataWriter& out, std::span<const ComparedMetric> metrics) {
    std::string_view group;
    for (const ComparedMetric& metric : metrics) {
        if (metric.group != group) {
            group = metric.group;
            out.object([&] { out.text("group", group); });
        }
        out.object([&] {
            out.text("label", metric.label);
            out.array("values", [&] {
                for (const std::string& value : metric.values) out.text(value);
            });
            out.array("best", [&] {
                for (const std::size_t run : metric.best) out.integer(static_cast<std::int64_t>(run));
            });
        });
    }
}

}  // namespace

std::vector<ComparedMetric> compare_metrics(std::span<const ComparedRun> runs) {
    std::vector<ComparedMetric> metrics;
    for (const MetricInfo& info : analyzers::metric_infos()) {
        const auto has = [&](const ComparedRun& run) {
            return std::any_of(run.metrics.begin(), run.metrics.end(),
                               [&](const auto& m) { return m.first == info.name; });
        };
        if (std::none_of(runs.begin(), runs.end(), has)) continue;
        std::vector<double> values;
        ComparedMetric compared{std::string(name_of(info.analyzer)), info.label, {}, {}};
        for (const ComparedRun& run : runs) {
            values.push_back(metric(run, info.name));
            compared.values.push_back(analyzers::metric_text(info.kind, values.back(), kAmountDecimals));
        }
        compared.best = best_of(values, direction(info.name));
        metrics.push_back(std::move(compared));
    }
    return metrics;
}

std::vector<std::string> comparison_warnings(std::span<const ComparedRun> runs) {
    const auto differ = [&](std::string ComparedRun::* field) {
        return std::any_of(runs.begin(), runs.end(),
                           [&](const ComparedRun& run) { return run.*field != runs[0].*field; });
    };
    std::vector<std::string> warnings;
    if (differ(&ComparedRun::report_asset)) warnings.emplace_back("The runs count in different assets.");
    if (differ(&ComparedRun::range)) warnings.emplace_back("The runs cover different times.");
    return warnings;
}

std::string comparison_html(std::span<const ComparedRun> runs) {
    const auto warnings = comparison_warnings(runs);
    DataWriter out;
    const std::string data = out.document([&] {
        out.text("page", "compare");
        out.text("version", CT_VERSION);
        out.text("range", warnings.empty() ? runs[0].range : "");
        out.array("warnings", [&] {
            for (const std::string& warning : warnings) out.text(warning);
        });
        out.array("runs", [&] {
            for (const ComparedRun& run : runs) write_run(out, run);
        });
        out.array("metrics", [&] { write_metrics(out, compare_metrics(runs)); });
    });
    return std::string(page_before_data()) + data + std::string(page_after_data());
}

}  // namespace ct::report

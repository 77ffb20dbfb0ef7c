#include "result.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <nanobind/stl/pair.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/candles.hpp"
#include "ct/analyzers/metric_info.hpp"
#include "ct/analyzers/report_json.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/money.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/memory_history.hpp"
#include "ct/data/resample.hpp"
#include "ct/report/report_html.hpp"
#include "ct/storage/text_file.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "table.hpp"

namespace ct::python {

namespace {

nb::object decimal(const Money& amount) { return nb::module_::import_("decimal").attr("Decimal")(amount.text()); }

/// The bars of a series that the run had.
BarColumns bars_of(const analyzers::SeriesSummary& series, const BarColumns& columns) {
    const auto& times_ns = columns.time_ns;
    const auto begin = std::ranges::lower_bound(times_ns, series.first_ns) - times_ns.begin();
    const auto first = static_cast<std::size_t>(begin);
    return columns.rows(first, first + series.bars);
}

/// The same bars again that the run made of another series of its own.
data::BarSeries made_of(const analyzers::SeriesSummary& source, const BarColumns& columns, Timeframe timeframe) {
    const data::BarFacts facts{
        .timeframe = source.timeframe, .rows = source.bars, .first_ns = source.first_ns, .last_ns = source.last_ns};
    auto fine = std::make_unique<data::MemoryHistory>(bars_of(source, columns), facts);
    return take(data::read_whole(*take(data::ResampledHistory::make(std::move(fine), timeframe))));
}

/// Makes the charts, which a run without a report has not.
void make_charts(FinishedRun& result) {
    std::vector<std::uint64_t> bars;
    bars.reserve(result.run.series.size());
    for (const analyzers::SeriesSummary& series : result.run.series) bars.push_back(series.bars);
    const auto limits = analyzers::candle_limits(bars);
    for (std::size_t i = 0; i < limits.size(); ++i) {
        analyzers::SeriesSummary& series = result.run.series[i];
        if (limits[i] == 0 || !series.chart.candles.empty()) continue;
        if (const auto from = series.resampled_from) {
            const auto made = made_of(result.run.series[*from], result.memory[*from]->columns(), series.timeframe);
            series.chart = series.make_chart(made.columns(), limits[i]);
        } else {
            series.chart = series.make_chart(bars_of(series, result.memory[i]->columns()), limits[i]);
        }
    }
}

void write_report(FinishedRun& result, const std::string& path) {
    make_charts(result);
    check(storage::write_text_file(path, report::to_html(result.run)));
}

std::string charts_html(FinishedRun& result) {
    make_charts(result);
    return report::charts_html(result.run);
}

nb::dict metrics_of(const FinishedRun& result) {
    nb::dict metrics;
    for (const auto& [name, value] : result.run.metrics) metrics[nb::str(name.c_str())] = value;
    return metrics;
}

std::vector<std::string> analyzers_of(const FinishedRun& result) {
    std::vector<std::string> names;
    for (const analyzers::AnalyzerInfo& info : analyzers::analyzer_infos()) {
        if (result.run.analyzers.contains(info.analyzer)) names.emplace_back(info.name);
    }
    return names;
}

/// The names of the metrics that an analyzer makes.
std::vector<std::string> metrics_by(const std::string& analyzer) {
    std::vector<std::string> names;
    for (const analyzers::MetricInfo& info : analyzers::metric_infos()) {
        if (name_of(info.analyzer) == analyzer) names.emplace_back(info.name);
    }
    return names;
}

std::shared_ptr<Table> equity_of(const FinishedRun& result) {
    const analyzers::RunResult& run = result.run;
    if (const auto& full = result.full_equity)
        return std::make_shared<Table>(equity_table(full->time_ns, full->equity, full->cash));
    return std::make_shared<Table>(equity_table(run.daily_time_ns, run.daily_equity, run.daily_cash));
}

}  // namespace

void EquityLog::on_equity(const EquityPoints& points) {
    time_ns.insert(time_ns.end(), points.time_ns.begin(), points.time_ns.end());
    equity.insert(equity.end(), points.equity.begin(), points.equity.end());
    cash.insert(cash.end(), points.cash.begin(), points.cash.end());
}

void bind_result(nb::module_& module) {
    nb::class_<FinishedRun>(module, "Result")
        .def("fills", [](const FinishedRun& self) { return std::make_shared<Table>(fills_table(self.run)); })
        .def("trades", [](const FinishedRun& self) { return std::make_shared<Table>(trades_table(self.run)); })
        .def("orders", [](const FinishedRun& self) { return std::make_shared<Table>(orders_table(self.run)); })
        .def("risk_decisions",
             [](const FinishedRun& self) { return std::make_shared<Table>(risk_decisions_table(self.run)); })
        .def("balances", [](const FinishedRun& self) { return std::make_shared<Table>(balances_table(self.run)); })
        .def("positions", [](const FinishedRun& self) { return std::make_shared<Table>(positions_table(self.run)); })
        .def("equity", equity_of)
        .def("buy_and_hold",
             [](const FinishedRun& self) {
                 return std::make_shared<Table>(equity_table(self.run.daily_time_ns, self.run.buy_and_hold));
             })
        .def("monthly_returns",
             [](const FinishedRun& self) { return std::make_shared<Table>(periods_table(self.run.monthly_returns)); })
        .def("yearly_returns",
             [](const FinishedRun& self) { return std::make_shared<Table>(periods_table(self.run.yearly_returns)); })
        .def("metrics", metrics_of)
        .def("analyzers", analyzers_of)
        .def_static("metrics_by", metrics_by)
        .def("to_json", [](const FinishedRun& self) { return analyzers::to_json(self.run); })
        .def("report", write_report)
        .def("charts_html", charts_html)
        .def_prop_ro("bars", [](const FinishedRun& self) { return self.run.bars; })
        .def_prop_ro("initial_cash", [](const FinishedRun& self) { return decimal(self.run.initial_cash); })
        .def_prop_ro("final_cash", [](const FinishedRun& self) { return decimal(self.run.final_cash); })
        .def_prop_ro("report_asset", [](const FinishedRun& self) { return self.run.report_asset; })
        .def_prop_ro("initial_value", [](const FinishedRun& self) { return decimal(self.run.initial_value); })
        .def_prop_ro("final_value", [](const FinishedRun& self) { return decimal(self.run.final_value); })
        .def_prop_ro("fees", [](const FinishedRun& self) { return decimal(self.run.fees); })
        .def_prop_ro("result_hash", [](const FinishedRun& self) { return self.run.result_hash.text(); })
        .def_prop_ro("input_hash", [](const FinishedRun& self) { return self.run.input_hash.text(); })
        .def_prop_ro("strategy", [](const FinishedRun& self) { return self.run.strategy; })
        .def_prop_ro("warnings", [](const FinishedRun& self) { return self.run.warnings; })
        .def_prop_ro("settings", [](const FinishedRun& self) { return self.run.settings; })
        .def_prop_ro("parameters", [](const FinishedRun& self) { return self.run.parameters; })
        .def_prop_ro("seconds", [](const FinishedRun& self) { return self.run.seconds; })
        .def_prop_ro("version", [](const FinishedRun& self) { return self.run.version; });
}

}  // namespace ct::python

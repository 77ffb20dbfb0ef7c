#include "ct/report/report_html.hpp"

#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/analyzers/report_text.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/report/chart_data.hpp"
#include "ct/report/data_writer.hpp"
#include "ct/report/page.hpp"
#include "ct/report/table_data.hpp"

namespace ct::report {

namespace {

using analyzers::RunResult;
using analyzers::SeriesSummary;

constexpr std::size_t kMaxNamedInstruments = 4;  ///< in the heading

std::string instruments_text(const RunResult& result) {
    std::string text;
    for (std::size_t i = 0; i < result.instruments.size() && i < kMaxNamedInstruments; ++i) {
        if (i != 0) text += ", ";
        text += result.instruments[i].symbol;
    }
    if (result.instruments.size() > kMaxNamedInstruments) {
        text += fmt::format(" and {} more", result.instruments.size() - kMaxNamedInstruments);
    }
    return text;
}

/// "2024-01-01 00:00 to 2024-12-31 23:00 UTC, 8,784 bars", of the first and the last bar.
std::string range_text(const RunResult& result) {
    const SeriesSummary* first = nullptr;
    const SeriesSummary* last = nullptr;
    for (const SeriesSummary& series : result.series) {
        if (series.bars == 0) continue;
        if (first == nullptr || series.first_ns < first->first_ns) first = &series;
        if (last == nullptr || series.last_ns > last->last_ns) last = &series;
    }
    if (first == nullptr) return "no data";
    return fmt::format("{} to {} UTC, {} bars", analyzers::minute_text(first->first_ns),
                       analyzers::minute_text(last->last_ns), analyzers::grouped(result.bars));
}

void write_head(DataWriter& out, const RunResult& result, std::string_view page) {
    out.text("page", page);
    out.text("version", result.version);
    out.text("strategy", result.strategy);
    out.text("subtitle", instruments_text(result));
    out.text("range", range_text(result));
    out.text("asset", result.report_asset);
    out.integer("decimals", analyzers::reading_decimals(result.initial_value));
}

std::string page_of(std::string_view data) {
    std::string html;
    html.reserve(page_before_data().size() + data.size() + page_after_data().size());
    html += page_before_data();
    html += data;
    html += page_after_data();
    return html;
}

}  // namespace

std::string to_html(const RunResult& result) {
    DataWriter out;
    return page_of(out.document([&] {
        write_head(out, result, "run");
        write_warnings(out, result);
        write_cards(out, result);
        write_price_charts(out, result);
        write_equity(out, result);
        write_returns(out, result);
        write_fact_tables(out, result);
        write_series(out, result);
        write_risk(out, result);
        write_trades(out, result);
    }));
}

std::string charts_html(const RunResult& result) {
    DataWriter out;
    return page_of(out.document([&] {
        write_head(out, result, "chart");
        write_price_charts(out, result);
        write_equity(out, result);
    }));
}

}  // namespace ct::report

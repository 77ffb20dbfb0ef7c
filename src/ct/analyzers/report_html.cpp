#include "ct/analyzers/report_html.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/analyzers/append_format.hpp"
#include "ct/analyzers/report_charts.hpp"
#include "ct/analyzers/report_style.hpp"
#include "ct/analyzers/report_tables.hpp"
#include "ct/analyzers/report_text.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/analyzers/svg_chart.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"

namespace ct::analyzers {

namespace {

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

/// "2024-01-01 00:00 to 2024-12-31 23:00 UTC", of the first and the last bar.
std::string range_text(const RunResult& result) {
    const SeriesSummary* first = nullptr;
    const SeriesSummary* last = nullptr;
    for (const SeriesSummary& series : result.series) {
        if (series.bars == 0) continue;
        if (first == nullptr || series.first_ns < first->first_ns) first = &series;
        if (last == nullptr || series.last_ns > last->last_ns) last = &series;
    }
    if (first == nullptr) return "no data";
    return fmt::format("{} to {} UTC", minute_text(first->first_ns), minute_text(last->last_ns));
}

/// The page asks for nothing: the policy makes the browser hold it to that.
void append_head(std::string& out, const RunResult& result) {
    append(out,
           "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
           "img-src data:\">\n"
           "<link rel=\"icon\" href=\"data:,\">\n<title>{} on {} - CrackTrader</title>\n<style>{}</style>\n</head>\n",
           html_escape(result.strategy), html_escape(instruments_text(result)), kReportStyle);
}

void append_header(std::string& out, const RunResult& result) {
    append(out,
           "<header><p class=\"brand\">CrackTrader <span>backtest report</span></p><h1>{} <small>{}</small></h1>"
           "<p class=\"range\">{} &middot; {} bars</p></header>\n",
           html_escape(result.strategy), html_escape(instruments_text(result)), range_text(result),
           grouped(static_cast<std::size_t>(result.bars)));
}

void append_rejections(std::string& out, const RunResult& result) {
    const Order* first = nullptr;
    std::size_t count = 0;
    for (const Order& order : result.orders) {
        if (order.status != OrderStatus::kRejected) continue;
        if (first == nullptr) first = &order;
        ++count;
    }
    if (first == nullptr) return;
    std::string reason = name(first->reason);
    std::replace(reason.begin(), reason.end(), '_', ' ');
    append(out, "<p class=\"warning\"><strong>{} of {} orders rejected.</strong> The first, order {} at {}: {}",
           grouped(count), grouped(result.orders.size()), first->id, minute_text(first->updated_ns), reason);
    if (has_amounts(first->reason)) {
        const Instrument& instrument = result.instruments[first->request.instrument];
        const bool cash = first->reason == Reason::kInsufficientCash;
        const int decimals = reading_decimals(first->needed);
        append(out, " (needed {}, available {} {})", rounded(first->needed, decimals),
               rounded(first->available, decimals), html_escape(cash ? instrument.quote : instrument.base));
    }
    out += ".</p>\n";
}

struct Card {
    std::string label;
    std::string value;
    std::string below;
    std::string_view style;
};

void append_card(std::string& out, const Card& card) {
    append(out, R"(<div class="card"><p class="label">{}</p><p class="value {}">{}</p>)", html_escape(card.label),
           card.style, html_escape(card.value));
    if (!card.below.empty()) append(out, R"(<p class="below">{}</p>)", html_escape(card.below));
    out += "</div>";
}

std::string_view sign_style(double value) { return value > 0 ? "up" : value < 0 ? "down" : ""; }

void append_headline(std::string& out, const RunResult& result) {
    const int decimals = reading_decimals(result.initial_value);
    const double total = metric(result, "total_return");
    const double annual = metric(result, "annual_return");
    const std::string& asset = result.report_asset;
    const auto ratio = [&](std::string_view name) { return grouped(metric(result, name), 2); };
    out += "<section class=\"cards\">";
    append_card(out, {fmt::format("Final value, {}", asset), rounded(result.final_value, decimals),
                      fmt::format("from {}", rounded(result.initial_value, decimals)), ""});
    append_card(out, {"Total return", percent(total), fmt::format("{} a year", percent(annual)), sign_style(total)});
    append_card(out, {"Max drawdown", percent(metric(result, "max_drawdown")),
                      fmt::format("volatility {}", percent(metric(result, "volatility"))), ""});
    append_card(out, {"Sharpe ratio", ratio("sharpe"), fmt::format("Sortino {}", ratio("sortino")), ""});
    append_card(out, {"Closed trades", grouped(metric(result, "trades"), 0),
                      fmt::format("{} won", percent(metric(result, "win_rate"))), ""});
    append_card(out, {"Profit factor", ratio("profit_factor"),
                      fmt::format("{} exposed", percent(metric(result, "exposure"))), ""});
    append_card(out,
                {"Fees", rounded(result.fees, decimals), fmt::format("{} fills", grouped(result.fills.size())), ""});
    out += "</section>\n";
}

}  // namespace

std::string to_html(const RunResult& result) {
    std::string out;
    append_head(out, result);
    out += "<body>\n<main>\n";
    out += marker_definitions();
    append_header(out, result);
    append_rejections(out, result);
    append_headline(out, result);
    out += price_sections(result);
    out += equity_section(result);
    out += drawdown_section(result);
    out += "<div class=\"columns\">\n";
    out += metrics_table(result);
    out += costs_table(result);
    out += settings_table(result);
    out += run_table(result);
    out += "</div>\n";
    out += data_section(result);
    out += trades_section(result);
    append(out,
           "<footer>Amounts are rounded for reading and in {}{}; times are UTC. Made by CrackTrader "
           "{}.</footer>\n</main>\n</body>\n</html>\n",
           html_escape(result.report_asset), result.balances.size() > 1 ? " where no other asset is named" : "",
           html_escape(result.version));
    return out;
}

}  // namespace ct::analyzers

#include "ct/analyzers/report_tables.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <map>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/append_format.hpp"
#include "ct/analyzers/metric_info.hpp"
#include "ct/analyzers/report_text.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/risk_decision.hpp"

namespace ct::analyzers {

namespace {

/// A name of a metric, parameter or setting for people: "slippage_bps" becomes "Slippage bps".
std::string spoken(std::string_view name) {
    std::string text(name);
    std::replace(text.begin(), text.end(), '_', ' ');
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// Rows of a name and a value.
class Facts {
  public:
    explicit Facts(std::string_view heading) {
        append(out_, R"(<section class="panel facts"><h2>{}</h2><table>)", heading);
    }
    void row(std::string_view name, std::string_view value) {
        append(out_, "<tr><th scope=\"row\">{}</th><td>{}</td></tr>", html_escape(name), html_escape(value));
    }
    void heading(std::string_view text) {
        append(out_, R"(<tr><th class="group" colspan="2">{}</th></tr>)", html_escape(text));
    }
    std::string close() {
        out_ += "</table></section>\n";
        return out_;
    }

  private:
    std::string out_;
};

/// What the fills of one liquidity came to in the reporting asset. Doubles: for reading.
struct Turnover {
    std::size_t fills = 0;
    double value = 0;
    double fees = 0;

    void add(const Fill& fill, const Scale& scale, double rate) {
        fills += 1;
        value += to_double(fill.price, scale) * to_double(fill.quantity, scale) * rate;
        fees += fill.fee.to_double() * rate;
    }
};

void append_trade(std::string& out, const RunResult& result, std::size_t index, int decimals) {
    const RoundTrip& trade = result.trades[index];
    const Instrument& instrument = result.instruments[trade.instrument];
    const Scale& scale = instrument.scale;
    const double entered = trade.entry_price.to_double() * to_double(trade.quantity, scale);
    const std::string quote = instrument.quote == result.report_asset ? "" : " " + html_escape(instrument.quote);
    const int shown = quote.empty() ? decimals : reading_decimals(trade.pnl);
    const char* const sign = trade.pnl.count > 0 ? "up" : trade.pnl.count < 0 ? "down" : "";
    append(out, "<tr><td>{}</td><td>{}</td><td class=\"{}\">{}</td>", index + 1, html_escape(instrument.symbol),
           trade.side == Side::kBuy ? "long" : "short", trade.side == Side::kBuy ? "long" : "short");
    append(out, "<td>{}</td><td>{}</td><td>{}</td>", minute_text(trade.entry_time_ns),
           trade.open ? "<em>open</em>" : minute_text(trade.exit_time_ns), text(trade.quantity, scale));
    append(out, "<td>{}</td><td>{}</td><td>{}{}</td>", rounded(trade.entry_price, scale.price_decimals),
           rounded(trade.exit_price, scale.price_decimals), rounded(trade.fees, shown), quote);
    append(out, "<td class=\"{0}\">{1}{2}</td><td class=\"{0}\">{3}</td></tr>\n", sign, rounded(trade.pnl, shown),
           quote, percent(trade.pnl.to_double() / entered));
}

}  // namespace

double metric(const RunResult& result, std::string_view name) {
    for (const auto& [key, value] : result.metrics) {
        if (key == name) return value;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

std::string metrics_table(const RunResult& result) {
    const int decimals = reading_decimals(result.initial_value);
    Facts facts("Metrics");
    std::string_view group;
    for (const auto& [name, value] : result.metrics) {
        const MetricInfo* const info = find_metric(name);
        if (info == nullptr) {
            facts.row(spoken(name), grouped(value, 4));
            continue;
        }
        if (name_of(info->analyzer) != group) facts.heading(spoken(group = name_of(info->analyzer)));
        facts.row(info->label, metric_text(info->kind, value, decimals));
    }
    return facts.close();
}

std::string costs_table(const RunResult& result) {
    Turnover maker;
    Turnover taker;
    for (const Fill& fill : result.fills) {
        Turnover& turnover = fill.liquidity == Liquidity::kMaker ? maker : taker;
        turnover.add(fill, result.instruments[fill.instrument].scale, result.quote_rates[fill.instrument]);
    }
    const int decimals = reading_decimals(result.initial_value);
    const double turnover = maker.value + taker.value;
    Facts facts("Costs");
    facts.row("Orders", grouped(result.orders.size()));
    facts.row("Fills", fmt::format("{} maker, {} taker", grouped(maker.fills), grouped(taker.fills)));
    facts.row("Turnover", grouped(turnover, decimals));
    facts.row("Fees", rounded(result.fees, decimals));
    facts.row("Maker fees", grouped(maker.fees, decimals));
    facts.row("Taker fees", grouped(taker.fees, decimals));
    facts.row("Fees of the turnover",
              turnover > 0 ? grouped((maker.fees + taker.fees) / turnover * 1e4, 2) + " bps" : "\u2013");
    facts.row("Fees of the initial value", percent(result.fees.to_double() / result.initial_value.to_double()));
    facts.heading("At the end");
    for (const AssetBalance& balance : result.balances) {
        facts.row(balance.asset, rounded(balance.final, reading_decimals(balance.final)));
    }
    for (const FinalPosition& position : result.positions) {
        if (position.quantity.count == 0) continue;
        const Instrument& instrument = result.instruments[position.instrument];
        facts.row(instrument.symbol, fmt::format("{} at {}", text(position.quantity, instrument.scale),
                                                 text(position.last_price, instrument.scale)));
    }
    facts.row("Value", rounded(result.final_value, decimals));
    return facts.close();
}

namespace {

/// How many orders each rule has shrunk and refused.
void add_risk_counts(Facts& facts, const RunResult& result) {
    struct Count {
        std::size_t shrunk = 0;
        std::size_t refused = 0;
    };
    std::map<std::string_view, Count> counts;
    for (const RiskDecision& decision : result.risk_decisions) {
        Count& count = counts[name(decision.rule)];
        ++(decision.action == RiskDecision::Action::kModify ? count.shrunk : count.refused);
    }
    if (counts.empty()) return;
    facts.heading("Risk decisions");
    for (const auto& [rule, count] : counts) {
        facts.row(spoken(rule), fmt::format("{} shrunk, {} refused", grouped(count.shrunk), grouped(count.refused)));
    }
}

}  // namespace

std::string settings_table(const RunResult& result) {
    Facts facts("Settings");
    facts.row("Strategy", result.strategy);
    for (const auto& [name, value] : result.parameters) facts.row(name, value);
    facts.heading("Account and market");
    for (const auto& [name, value] : result.settings) {
        if (!value.empty()) facts.row(spoken(name), value);
    }
    add_risk_counts(facts, result);
    return facts.close();
}

std::string run_table(const RunResult& result) {
    Facts facts("Run");
    facts.row("Version", result.version);
    facts.row("Bars", grouped(result.bars));
    double total = 0;
    for (const auto& [stage, seconds] : result.seconds) {
        facts.row(fmt::format("Seconds to {}", stage), grouped(seconds, 3));
        total += seconds;
    }
    if (total > 0) facts.row("Bars a second, overall", grouped(static_cast<double>(result.bars) / total, 0));
    facts.row("Peak memory", grouped(static_cast<double>(result.peak_rss_bytes) / 1e6, 1) + " MB");
    facts.row("Result hash", result.result_hash.text());
    facts.row("Input hash", result.input_hash.text());
    return facts.close();
}

std::string data_section(const RunResult& result) {
    std::string out =
        "<section class=\"panel\"><h2>Data</h2><div class=\"scroll\"><table class=\"rows data\"><thead><tr>"
        "<th>Instrument</th><th>Timeframe</th><th>Bars</th><th>First bar</th><th>Last bar</th><th>Missing</th>"
        "</tr></thead><tbody>\n";
    for (const SeriesSummary& series : result.series) {
        append(out, "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
               html_escape(result.instruments[series.instrument].symbol), html_escape(series.timeframe.text()),
               grouped(series.bars), minute_text(series.first_ns), minute_text(series.last_ns),
               grouped(series.missing));
    }
    out += "</tbody></table></div></section>\n";
    return out;
}

std::string trades_section(const RunResult& result) {
    const std::size_t count = result.trades.size();
    std::string out;
    append(out, R"(<section class="panel"><div class="title"><h2>Trades</h2><p class="aside">{}</p></div>)",
           count == 0 ? std::string("none") : grouped(count));
    const std::size_t first = count > kMaxTradeRows ? count - kMaxTradeRows : 0;
    if (first > 0) {
        append(out, "<p class=\"note\">The last {} of {} trades; all of them are in the JSON report.</p>",
               grouped(kMaxTradeRows), grouped(count));
    }
    if (count > 0) {
        out +=
            "<div class=\"scroll tall\"><table class=\"rows trades\"><thead><tr><th>#</th><th>Instrument</th>"
            "<th>Side</th><th>Entry</th><th>Exit</th><th>Quantity</th><th>Entry price</th><th>Exit price</th>"
            "<th>Fees</th><th>PnL</th><th>Return</th></tr></thead><tbody>\n";
        const int decimals = reading_decimals(result.initial_value);
        for (std::size_t i = first; i < count; ++i) append_trade(out, result, i, decimals);
        out += "</tbody></table></div>";
    }
    out += "</section>\n";
    return out;
}

}  // namespace ct::analyzers

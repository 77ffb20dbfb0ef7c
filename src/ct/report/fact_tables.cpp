#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/metric_info.hpp"
#include "ct/analyzers/report_text.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/report/data_writer.hpp"
#include "ct/report/table_data.hpp"

namespace ct::report {

namespace {

using analyzers::Analyzer;
using analyzers::grouped;
using analyzers::reading_decimals;
using analyzers::rounded;
using analyzers::RunResult;

/// A name of an analyzer, parameter or setting for people: "slippage_bps" becomes "Slippage bps".
std::string spoken(std::string_view name) {
    std::string text(name);
    std::replace(text.begin(), text.end(), '_', ' ');
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// Writes a table as a title and rows of a name and a value; a row of a name alone is a heading.
class FactTable {
  public:
    explicit FactTable(DataWriter& out) : out_(out) {}

    void row(std::string_view name, std::string_view value) {
        out_.array([&] { out_.text(name), out_.text(value); });
    }
    void heading(std::string_view name) {
        out_.array([&] { out_.text(name); });
    }

  private:
    DataWriter& out_;
};

template <class Write>
void write_table(DataWriter& out, std::string_view title, Write write) {
    out.object([&] {
        out.text("title", title);
        out.array("rows", [&] {
            FactTable table(out);
            write(table);
        });
    });
}

void add_metrics(FactTable& table, const RunResult& result, std::initializer_list<Analyzer> groups) {
    const int decimals = reading_decimals(result.initial_value);
    for (const Analyzer group : groups) {
        if (!result.analyzers.contains(group)) continue;
        if (groups.size() > 1) table.heading(spoken(name_of(group)));
        for (const auto& [name, value] : result.metrics) {
            const analyzers::MetricInfo* const info = analyzers::find_metric(name);
            if (info == nullptr || info->analyzer != group) continue;
            table.row(info->label, analyzers::metric_text(info->kind, value, decimals));
        }
    }
}

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

void add_costs(FactTable& table, const RunResult& result) {
    Turnover maker;
    Turnover taker;
    for (const Fill& fill : result.fills) {
        Turnover& turnover = fill.liquidity == Liquidity::kMaker ? maker : taker;
        turnover.add(fill, result.instruments[fill.instrument].scale, result.quote_rates[fill.instrument]);
    }
    const int decimals = reading_decimals(result.initial_value);
    const double turnover = maker.value + taker.value;
    const double fees = maker.fees + taker.fees;
    table.row("Orders", grouped(result.orders.size()));
    table.row("Maker fills", grouped(maker.fills));
    table.row("Taker fills", grouped(taker.fills));
    table.row("Maker fees", grouped(maker.fees, decimals));
    table.row("Taker fees", grouped(taker.fees, decimals));
    table.row("Fees of the turnover", turnover > 0 ? grouped(fees / turnover * 1e4, 2) + " bps" : "\u2013");
    table.row("Fees of the initial value",
              analyzers::percent(result.fees.to_double() / result.initial_value.to_double()));
}

void add_settings(FactTable& table, const RunResult& result) {
    table.row("Strategy", result.strategy);
    for (const auto& [name, value] : result.parameters) table.row(name, value);
    table.heading("Account and market");
    for (const auto& [name, value] : result.settings) {
        if (!value.empty()) table.row(spoken(name), value);
    }
}

void add_holdings(FactTable& table, const RunResult& result) {
    for (const analyzers::AssetBalance& balance : result.balances) {
        table.row(balance.asset, rounded(balance.final, reading_decimals(balance.final)));
    }
    for (const analyzers::FinalPosition& position : result.positions) {
        if (position.quantity.count == 0) continue;
        const Instrument& instrument = result.instruments[position.instrument];
        table.row(instrument.symbol, fmt::format("{} at {}", text(position.quantity, instrument.scale),
                                                 text(position.last_price, instrument.scale)));
    }
    table.row("Value", fmt::format("{} {}", rounded(result.final_value, reading_decimals(result.initial_value)),
                                   result.report_asset));
}

void add_run(FactTable& table, const RunResult& result) {
    table.row("Version", result.version);
    table.row("Bars", grouped(result.bars));
    double total = 0;
    for (const auto& [stage, seconds] : result.seconds) {
        table.row(fmt::format("Time to {}", stage), grouped(seconds, 3) + " s");
        total += seconds;
    }
    if (total > 0) table.row("Bars a second, overall", grouped(static_cast<double>(result.bars) / total, 0));
    if (result.peak_rss_bytes > 0) {
        table.row("Peak memory", grouped(static_cast<double>(result.peak_rss_bytes) / 1e6, 1) + " MB");
    }
    table.row("Result hash", result.result_hash.text());
    table.row("Input hash", result.input_hash.text());
}

}  // namespace

void write_fact_tables(DataWriter& out, const RunResult& result) {
    using enum Analyzer;
    out.array("tables", [&] {
        write_table(out, "Performance",
                    [&](FactTable& table) { add_metrics(table, result, {kReturns, kDrawdown, kExposure}); });
        write_table(out, "Trades", [&](FactTable& table) { add_metrics(table, result, {kTrades}); });
        write_table(out, "Costs and benchmark", [&](FactTable& table) {
            add_metrics(table, result, {kBenchmark, kCosts});
            add_costs(table, result);
        });
        write_table(out, "Settings", [&](FactTable& table) { add_settings(table, result); });
        write_table(out, "At the end", [&](FactTable& table) { add_holdings(table, result); });
        write_table(out, "Run", [&](FactTable& table) { add_run(table, result); });
    });
}

}  // namespace ct::report

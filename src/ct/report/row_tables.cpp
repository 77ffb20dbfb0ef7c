#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/analyzers/report_text.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"
#include "ct/report/chart_data.hpp"
#include "ct/report/data_writer.hpp"
#include "ct/report/table_data.hpp"

namespace ct::report {

namespace {

using analyzers::grouped;
using analyzers::RoundTrip;
using analyzers::RunResult;

constexpr int kAmountDecimals = 8;  ///< of an asset that is not the reporting one
constexpr int kShareDecimals = 6;

std::int64_t whole_milliseconds(TimeNs time_ns) { return floor_div(time_ns, kNsPerMs); }

/// Where the last kMaxTableRows of so many rows begin.
std::size_t first_row(std::size_t rows) { return rows > kMaxTableRows ? rows - kMaxTableRows : 0; }

std::string cut_note(std::size_t rows, std::string_view what) {
    if (rows <= kMaxTableRows) return {};
    return fmt::format("The last {} of {} {}; all of them are in the JSON report.", grouped(kMaxTableRows),
                       grouped(rows), what);
}

/// The last trades, column by column.
void write_trade_columns(DataWriter& out, const RunResult& result) {
    const std::size_t first = first_row(result.trades.size());
    const std::span<const RoundTrip> trades = std::span<const RoundTrip>(result.trades).subspan(first);
    std::string sides;
    for (const RoundTrip& trade : trades) sides += trade.side == Side::kBuy ? 'l' : 's';
    std::vector<double> values(trades.size());
    const auto column = [&](std::string_view name, int decimals, auto value_of) {
        std::transform(trades.begin(), trades.end(), values.begin(), value_of);
        out.column(name, values, decimals);
    };
    const auto size = [&](const RoundTrip& trade) {
        return to_double(trade.quantity, result.instruments[trade.instrument].scale);
    };
    int prices = 0;
    for (const Instrument& instrument : result.instruments) prices = std::max(prices, instrument.scale.price_decimals);
    out.integer("first", static_cast<std::int64_t>(first + 1));
    out.text("sides", sides);
    column("instrument", 0, [](const RoundTrip& trade) { return trade.instrument; });
    column("entry_ms", 0, [](const RoundTrip& trade) { return milliseconds(trade.entry_time_ns); });
    column("exit_ms", 0, [](const RoundTrip& trade) {
        return trade.open ? std::numeric_limits<double>::quiet_NaN() : milliseconds(trade.exit_time_ns);
    });
    std::vector<OrderType> types;
    column("exit_type", 0, [&](const RoundTrip& trade) {
        if (trade.open) return std::numeric_limits<double>::quiet_NaN();
        const OrderType type = exit_order(result, trade).request.type;
        const auto known = std::find(types.begin(), types.end(), type);
        const auto place = static_cast<double>(known - types.begin());
        if (known == types.end()) types.push_back(type);
        return place;
    });
    out.array("exit_types", [&] {
        for (const OrderType type : types) out.text(name(type));
    });
    column("quantity", kAmountDecimals, size);
    column("entry_price", prices, [](const RoundTrip& trade) { return trade.entry_price.to_double(); });
    column("exit_price", prices, [](const RoundTrip& trade) { return trade.exit_price.to_double(); });
    column("fees", kAmountDecimals, [](const RoundTrip& trade) { return trade.fees.to_double(); });
    column("pnl", kAmountDecimals, [](const RoundTrip& trade) { return trade.pnl.to_double(); });
    column("share", kShareDecimals, [&](const RoundTrip& trade) {
        return trade.pnl.to_double() / (trade.entry_price.to_double() * size(trade));
    });
}

/// "max_order: 12 shrunk, 3 refused; drawdown: 0 shrunk, 1 refused."
std::string risk_summary(const RunResult& result) {
    std::map<std::string_view, std::array<std::size_t, 2>> counts;  // shrunk, refused
    for (const RiskDecision& decision : result.risk_decisions) {
        ++counts[name(decision.rule)][decision.action == RiskDecision::Action::kModify ? 0 : 1];
    }
    std::string text;
    for (const auto& [rule, count] : counts) {
        text += fmt::format("{}{}: {} shrunk, {} refused", text.empty() ? "" : "; ", rule, grouped(count[0]),
                            grouped(count[1]));
    }
    return text.empty() ? text : text + ".";
}

}  // namespace

void write_series(DataWriter& out, const RunResult& result) {
    out.array("series", [&] {
        for (const analyzers::SeriesSummary& series : result.series) {
            out.array([&] {
                out.text(result.instruments[series.instrument].symbol);
                out.text(series.timeframe.text());
                out.integer(static_cast<std::int64_t>(series.bars));
                out.integer(whole_milliseconds(series.first_ns));
                out.integer(whole_milliseconds(series.last_ns));
                out.integer(static_cast<std::int64_t>(series.missing));
            });
        }
    });
}

void write_risk(DataWriter& out, const RunResult& result) {
    const std::size_t count = result.risk_decisions.size();
    out.object("risk", [&] {
        out.text("summary", risk_summary(result));
        out.text("note", cut_note(count, "decisions"));
        out.array("rows", [&] {
            for (std::size_t i = first_row(count); i < count; ++i) {
                const RiskDecision& decision = result.risk_decisions[i];
                const Instrument& instrument = result.instruments[decision.instrument];
                out.array([&] {
                    out.integer(whole_milliseconds(decision.time_ns));
                    out.integer(static_cast<std::int64_t>(decision.order_id));
                    out.text(instrument.symbol);
                    out.text(name(decision.rule));
                    out.text(decision.action == RiskDecision::Action::kModify ? "shrunk" : "refused");
                    out.text(sentence(decision, instrument));
                });
            }
        });
    });
}

void write_trades(DataWriter& out, const RunResult& result) {
    const std::size_t count = result.trades.size();
    out.array("instruments", [&] {
        for (const Instrument& instrument : result.instruments) {
            out.object([&] {
                out.text("symbol", instrument.symbol);
                out.text("quote", instrument.quote);
                out.integer("decimals", instrument.scale.price_decimals);
            });
        }
    });
    out.integer("amount_decimals", kAmountDecimals);
    out.object("trades", [&] {
        out.text("note", cut_note(count, "trades"));
        write_trade_columns(out, result);
    });
}

}  // namespace ct::report

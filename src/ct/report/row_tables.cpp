#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "ct/analyzers/report_text.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"
#include "ct/report/data_writer.hpp"
#include "ct/report/table_data.hpp"

namespace ct::report {

namespace {

using analyzers::grouped;
using analyzers::RoundTrip;
using analyzers::RunResult;

constexpr int kAmountDecimals = 8;  ///< of an asset that is not the reporting one

std::int64_t milliseconds(TimeNs time_ns) { return floor_div(time_ns, kNsPerMs); }

/// Where the last kMaxTableRows of so many rows begin.
std::size_t first_row(std::size_t rows) { return rows > kMaxTableRows ? rows - kMaxTableRows : 0; }

std::string cut_note(std::size_t rows, std::string_view what) {
    if (rows <= kMaxTableRows) return {};
    return fmt::format("The last {} of {} {}; all of them are in the JSON report.", grouped(kMaxTableRows),
                       grouped(rows), what);
}

void write_trade(DataWriter& out, const RunResult& result, std::size_t index) {
    const RoundTrip& trade = result.trades[index];
    const Instrument& instrument = result.instruments[trade.instrument];
    const int prices = instrument.scale.price_decimals;
    const double entered = trade.entry_price.to_double() * to_double(trade.quantity, instrument.scale);
    constexpr int kShareDecimals = 6;
    out.array([&] {
        out.integer(static_cast<std::int64_t>(index + 1));
        out.integer(trade.instrument);
        out.text(trade.side == Side::kBuy ? "l" : "s");
        out.integer(milliseconds(trade.entry_time_ns));
        if (trade.open) {
            out.null();
        } else {
            out.integer(milliseconds(trade.exit_time_ns));
        }
        out.text(text(trade.quantity, instrument.scale));
        out.number(trade.entry_price.to_double(), prices);
        out.number(trade.exit_price.to_double(), prices);
        out.number(trade.fees.to_double(), kAmountDecimals);
        out.number(trade.pnl.to_double(), kAmountDecimals);
        out.number(trade.pnl.to_double() / entered, kShareDecimals);
        out.text(trade.open ? "" : name(exit_order(result, trade).request.type));
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
                out.integer(milliseconds(series.first_ns));
                out.integer(milliseconds(series.last_ns));
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
                    out.integer(milliseconds(decision.time_ns));
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
        out.array("rows", [&] {
            for (std::size_t i = first_row(count); i < count; ++i) write_trade(out, result, i);
        });
    });
}

}  // namespace ct::report

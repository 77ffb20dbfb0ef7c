#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/analyzers/daily_equity.hpp"
#include "ct/analyzers/report_text.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/report/data_writer.hpp"
#include "ct/report/rolling_sharpe.hpp"
#include "ct/report/table_data.hpp"

namespace ct::report {

namespace {

using analyzers::grouped;
using analyzers::percent;
using analyzers::reading_decimals;
using analyzers::rounded;
using analyzers::RunResult;

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

/// NaN where the run did not make it.
double metric(const RunResult& result, std::string_view name) {
    for (const auto& [key, value] : result.metrics) {
        if (key == name) return value;
    }
    return kUndefined;
}

/// What holding would have been like, by its days.
struct Hold {
    double total_return = kUndefined;
    double max_drawdown = kUndefined;
    double sharpe = kUndefined;
};

Hold hold_of(const RunResult& result) {
    Hold hold;
    if (result.buy_and_hold.empty()) return hold;
    const double start = result.initial_value.to_double();
    double peak = start;
    hold.max_drawdown = 0;
    for (const double value : result.buy_and_hold) {
        peak = std::max(peak, value);
        hold.max_drawdown = std::max(hold.max_drawdown, (peak - value) / peak);
    }
    hold.total_return = result.buy_and_hold.back() / start - 1;
    hold.sharpe = annual_sharpe(analyzers::daily_returns(start, result.buy_and_hold));
    return hold;
}

std::string_view tone(double value) { return value > 0 ? "up" : value < 0 ? "down" : ""; }

/// Words beside a number of the strategy; none where the run has no benchmark.
std::string beside(double hold, const std::string& text) {
    return std::isfinite(hold) ? fmt::format("buy and hold {}", text) : std::string();
}

}  // namespace

void write_cards(DataWriter& out, const RunResult& result) {
    const int decimals = reading_decimals(result.initial_value);
    const double total = metric(result, "total_return");
    const Hold hold = hold_of(result);
    const auto ratio = [&](std::string_view name) { return grouped(metric(result, name), 2); };
    const auto share = [&](std::string_view name) { return percent(metric(result, name)); };
    const auto card = [&](std::string_view label, const std::string& value, const std::string& note,
                          std::string_view style = "") {
        out.object([&] {
            out.text("label", label), out.text("value", value), out.text("note", note), out.text("tone", style);
        });
    };
    out.array("cards", [&] {
        card(fmt::format("Final value, {}", result.report_asset), rounded(result.final_value, decimals),
             fmt::format("from {}", rounded(result.initial_value, decimals)));
        card("Total return", percent(total), beside(hold.total_return, percent(hold.total_return)), tone(total));
        card("Max drawdown", share("max_drawdown"),
             beside(hold.max_drawdown, fmt::format("{} by day", percent(hold.max_drawdown))));
        card("Sharpe ratio", ratio("sharpe"), beside(hold.sharpe, grouped(hold.sharpe, 2)));
        card("Annual return", share("annual_return"), fmt::format("volatility {}", share("volatility")));
        card("Closed trades", grouped(metric(result, "trades"), 0),
             fmt::format("{} won, profit factor {}", share("win_rate"), ratio("profit_factor")));
        card("Time in the market", share("exposure"), fmt::format("beta {}", ratio("beta")));
        card(fmt::format("Fees, {}", result.report_asset), rounded(result.fees, decimals),
             fmt::format("{} fills, slippage {}", grouped(result.fills.size()),
                         grouped(metric(result, "slippage"), decimals)));
    });
}

namespace {

std::string rejection(const RunResult& result, std::size_t count, const Order& first) {
    std::string reason = name(first.reason);
    std::replace(reason.begin(), reason.end(), '_', ' ');
    std::string text =
        fmt::format("{} of {} orders rejected. The first, order {} at {}: {}", grouped(count),
                    grouped(result.orders.size()), first.id, analyzers::minute_text(first.updated_ns), reason);
    if (has_amounts(first.reason)) {
        const Instrument& instrument = result.instruments[first.request.instrument];
        const bool cash = first.reason == Reason::kInsufficientCash;
        const int decimals = reading_decimals(first.needed);
        text += fmt::format(" (needed {}, available {} {})", rounded(first.needed, decimals),
                            rounded(first.available, decimals), cash ? instrument.quote : instrument.base);
    }
    return text + ".";
}

}  // namespace

void write_warnings(DataWriter& out, const RunResult& result) {
    const Order* first = nullptr;
    std::size_t count = 0;
    for (const Order& order : result.orders) {
        if (order.status != OrderStatus::kRejected) continue;
        if (first == nullptr) first = &order;
        ++count;
    }
    out.array("warnings", [&] {
        if (first != nullptr) out.text(rejection(result, count, *first));
        for (std::string warning : result.warnings) {
            // The lines below the sentence are of the text that it is about.
            warning.insert(std::min(warning.find('\n'), warning.size()), ".");
            out.text(warning);
        }
    });
}

}  // namespace ct::report

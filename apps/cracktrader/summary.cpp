#include "cracktrader/summary.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/metric_info.hpp"
#include "ct/analyzers/period_returns.hpp"
#include "ct/analyzers/report_text.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/risk_decision.hpp"

namespace ct::cli {

namespace {

using analyzers::grouped;
using analyzers::minute_text;
using analyzers::percent;
using analyzers::RunResult;

constexpr std::size_t kMostOpenTrades = 10;

/// How the amounts of a run are shown.
struct Amounts {
    int decimals;
    std::string asset;

    explicit Amounts(const RunResult& result)
        : decimals(analyzers::reading_decimals(result.initial_value)), asset(result.report_asset) {}

    [[nodiscard]] std::string bare(const Money& amount) const { return analyzers::rounded(amount, decimals); }
    /// Of an asset, the reporting one or another.
    [[nodiscard]] std::string text(const Money& amount, const std::string& of) const {
        return analyzers::rounded(amount, of == asset ? decimals : analyzers::reading_decimals(amount)) + " " + of;
    }
};

/// Rows of a label and a value: text begins, and numbers end, in one column.
class Rows {
  public:
    explicit Rows(int label_width) : label_width_(label_width) {}

    void heading(std::string_view text) { fmt::format_to(std::back_inserter(text_), "{}\n", text); }
    void text(std::string_view label, std::string_view value) {
        fmt::format_to(std::back_inserter(text_), "  {:<{}}  {}\n", label, label_width_, value);
    }
    void number(std::string_view label, std::string_view value, std::string_view unit = "") {
        fmt::format_to(std::back_inserter(text_), "  {:<{}}  {:>{}}{}{}\n", label, label_width_, value, kNumberWidth,
                       unit.empty() ? "" : " ", unit);
    }
    [[nodiscard]] const std::string& all() const { return text_; }

  private:
    static constexpr int kNumberWidth = 16;
    int label_width_;
    std::string text_;
};

/// A name such as insufficient_cash for people.
std::string words(std::string_view name) {
    std::string text(name);
    std::ranges::replace(text, '_', ' ');
    return text;
}

std::string capitalized(std::string_view name) {
    std::string text = words(name);
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
}

const char* plural(std::size_t count) { return count == 1 ? "" : "s"; }

void add_series(Rows& rows, const RunResult& result) {
    for (const auto& series : result.series) {
        const Instrument& instrument = result.instruments[series.instrument];
        rows.text(fmt::format("{} {}", instrument.symbol, series.timeframe.text()),
                  fmt::format("{} bar{}, open times {} to {} UTC, {} missing; {} price and {} quantity decimals",
                              grouped(series.bars), plural(series.bars), minute_text(series.first_ns),
                              minute_text(series.last_ns), grouped(series.missing), instrument.scale.price_decimals,
                              instrument.scale.quantity_decimals));
    }
    for (const auto& [name, value] : result.settings) {
        if (name == "resampled") rows.text(name, value);
    }
}

void add_metrics(Rows& rows, const RunResult& result, const Amounts& amounts, bool all) {
    constexpr std::string_view kMsEnding = "_ms";
    std::string group;
    for (const auto& [name, value] : result.metrics) {
        const analyzers::MetricInfo* const info = analyzers::find_metric(name);
        if (!all && !info->headline) continue;
        if (group != name_of(info->analyzer)) {
            group = name_of(info->analyzer);
            rows.heading(capitalized(group));
        }
        const bool is_amount = info->kind == analyzers::MetricKind::kAmount;
        const bool is_time =
            info->kind == analyzers::MetricKind::kTime;  // shown as a date, not in the unit of its name
        const std::string_view label = std::string_view(name).substr(0, name.size() - (is_time ? kMsEnding.size() : 0));
        rows.number(words(label), metric_text(info->kind, value, amounts.decimals), is_amount ? amounts.asset : "");
    }
}

void add_periods(Rows& rows, std::string_view heading, std::span<const analyzers::PeriodReturn> periods) {
    if (periods.empty()) return;
    rows.heading(heading);
    for (const analyzers::PeriodReturn& period : periods) {
        rows.number(
            period.month == 0 ? fmt::format("{}", period.year) : fmt::format("{}-{:02}", period.year, period.month),
            percent(period.value));
    }
}

/// What a refused order needed and what there was; all digits where fewer would make them look the same.
std::string shortfall(const Order& order, const RunResult& result, const Amounts& amounts) {
    const Instrument& instrument = result.instruments[order.request.instrument];
    const std::string& asset = order.reason == Reason::kInsufficientCash ? instrument.quote : instrument.base;
    std::string needed = amounts.text(order.needed, asset);
    std::string available = amounts.text(order.available, asset);
    if (needed == available) {
        needed = order.needed.text() + " " + asset;
        available = order.available.text() + " " + asset;
    }
    return fmt::format(", needed {}, available {}", needed, available);
}

void add_rejections(Rows& rows, const RunResult& result, const Amounts& amounts) {
    const auto is_rejected = [](const Order& order) { return order.status == OrderStatus::kRejected; };
    const auto* const first = std::ranges::find_if(result.orders, is_rejected);
    if (first == result.orders.end()) return;
    rows.text("rejected orders",
              fmt::format("{} of {}; the first, order {}: {}{}",
                          grouped(static_cast<std::size_t>(std::ranges::count_if(result.orders, is_rejected))),
                          grouped(result.orders.size()), first->id, words(name(first->reason)),
                          has_amounts(first->reason) ? shortfall(*first, result, amounts) : ""));
}

void add_risk_decisions(Rows& rows, const RunResult& result) {
    if (result.risk_decisions.empty()) return;
    const RiskDecision& first = result.risk_decisions.front();
    const auto is_modified = [](const RiskDecision& decision) {
        return decision.action == RiskDecision::Action::kModify;
    };
    const auto modified = static_cast<std::size_t>(std::ranges::count_if(result.risk_decisions, is_modified));
    rows.text("risk decisions",
              fmt::format("{} shrunk, {} refused; the first, order {}: {}, {}", grouped(modified),
                          grouped(result.risk_decisions.size() - modified), first.order_id, words(name(first.rule)),
                          sentence(first, result.instruments[first.instrument])));
}

/// Open trades stand last in a result.
void add_open_trades(Rows& rows, const RunResult& result, const Amounts& amounts) {
    const auto* const first = std::ranges::find_if(result.trades, &analyzers::RoundTrip::open);
    const auto count = static_cast<std::size_t>(result.trades.end() - first);
    for (std::size_t i = 0; i < std::min(count, kMostOpenTrades); ++i) {
        const analyzers::RoundTrip& trade = first[i];
        const Instrument& instrument = result.instruments[trade.instrument];
        rows.text("open at the end",
                  fmt::format("{} {} {} at {} since {}, profit so far {}", trade.side == Side::kBuy ? "long" : "short",
                              text(trade.quantity, instrument.scale), instrument.symbol,
                              analyzers::rounded(trade.entry_price, instrument.scale.price_decimals),
                              minute_text(trade.entry_time_ns), amounts.text(trade.pnl, instrument.quote)));
    }
    if (count > kMostOpenTrades) rows.text("", fmt::format("and {} more", grouped(count - kMostOpenTrades)));
}

void add_balances(Rows& rows, const RunResult& result) {
    std::string balances;
    for (const analyzers::AssetBalance& balance : result.balances) {
        balances += fmt::format("{}{} {}", balances.empty() ? "" : ", ", balance.final.text(), balance.asset);
    }
    rows.text("balances", balances);
}

}  // namespace

std::string summary(const RunResult& result, bool all_metrics) {
    constexpr int kLabelWidth = 16;
    constexpr int kWideLabelWidth = 26;
    const Amounts amounts(result);
    std::string heading = result.strategy;
    for (const auto& [name, value] : result.parameters) heading += fmt::format(" {}={}", name, value);

    const bool is_cash = result.balances.size() == 1;
    Rows rows(all_metrics ? kWideLabelWidth : kLabelWidth);
    rows.heading(heading);
    add_series(rows, result);
    rows.number(is_cash ? "initial cash" : "initial value", amounts.bare(result.initial_value), amounts.asset);
    rows.number("final value", amounts.bare(result.final_value), amounts.asset);
    add_metrics(rows, result, amounts, all_metrics);
    if (all_metrics) {
        add_periods(rows, "Monthly returns", result.monthly_returns);
        add_periods(rows, "Yearly returns", result.yearly_returns);
    }
    rows.heading("Run");
    rows.number("orders", grouped(result.orders.size()));
    rows.number("fills", grouped(result.fills.size()));
    add_rejections(rows, result, amounts);
    add_risk_decisions(rows, result);
    add_open_trades(rows, result, amounts);
    if (!is_cash) add_balances(rows, result);
    rows.text("result hash", result.result_hash.text());
    rows.text("input hash", result.input_hash.text());
    std::string seconds;
    for (const auto& [stage, value] : result.seconds) {
        seconds += fmt::format("{}{} {:.3f}", seconds.empty() ? "" : ", ", stage, value);
    }
    rows.text("seconds", seconds);
    return rows.all();
}

}  // namespace ct::cli

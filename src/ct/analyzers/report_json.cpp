#include "ct/analyzers/report_json.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <rapidjson/rapidjson.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/buckets.hpp"
#include "ct/analyzers/fill_slippage.hpp"
#include "ct/analyzers/period_returns.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 16U;

using NamedTexts = std::vector<std::pair<std::string, std::string>>;
using NamedNumbers = std::vector<std::pair<std::string, double>>;

/// Takes the digits off the front and says how many there were.
std::size_t take_digits(std::string_view& text) {
    const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(count);
    return count;
}

/// True if JSON takes the text as a number.
bool is_number_token(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const bool zero = text.starts_with('0');
    const std::size_t digits = take_digits(text);
    if (digits == 0 || (zero && digits > 1)) return false;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (take_digits(text) == 0) return false;
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
        if (take_digits(text) == 0) return false;
    }
    return text.empty();
}

bool is_literal(std::string_view text) { return text == "true" || text == "false" || is_number_token(text); }

/// Writes the parts of a result. A member's name stands before its value.
class JsonReport {
  public:
    JsonReport(const RunResult& result, const TextSink& sink) : result_(result), sink_(sink), writer_(buffer_) {}

    void write(const JsonOptions& options);

  private:
    void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void text(std::string_view value) { writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); }
    void token(const std::string& value) { writer_.RawValue(value.data(), value.size(), rapidjson::kNumberType); }
    void money(const Money& value) { token(value.text()); }
    void time_ms(TimeNs value) { writer_.Int64(floor_div(value, kNsPerMs)); }
    /// The value, or null if there is none.
    template <class Write>
    void value_if(bool known, Write write) {
        if (known) {
            write();
        } else {
            writer_.Null();
        }
    }
    void number(double value) {
        value_if(std::isfinite(value), [&] { writer_.Double(value); });
    }
    void flush() {
        sink_({buffer_.GetString(), buffer_.GetSize()});
        buffer_.Clear();
    }
    [[nodiscard]] bool has(Analyzer analyzer) const { return result_.analyzers.contains(analyzer); }
    void symbol(InstrumentIndex index) { text(instrument(index).symbol); }
    [[nodiscard]] const Instrument& instrument(InstrumentIndex index) const { return result_.instruments[index]; }
    void quantity(InstrumentIndex index, Quantity value) { token(ct::text(value, instrument(index).scale)); }
    void price(InstrumentIndex index, Price value) { token(ct::text(value, instrument(index).scale)); }

    void texts(std::string_view name, const NamedTexts& values);
    void numbers(std::string_view name, const NamedNumbers& values);
    template <class List>
    void array(std::string_view name, const List& items) {
        key(name);
        writer_.StartArray();
        for (const auto& item : items) {
            writer_.StartObject();
            members(item);
            writer_.EndObject();
            if (buffer_.GetSize() >= kPieceBytes) flush();
        }
        writer_.EndArray();
    }
    void members(const SeriesSummary& series);
    void members(const AssetBalance& balance);
    void members(const FinalPosition& position);
    void members(const Fill& fill);
    void members(const RoundTrip& trade);
    void members(const Order& order);
    void members(const PeriodReturn& period);
    void totals();
    void analyzers();
    void members(const RiskDecision& decision);
    void rejected_orders();
    void warnings();
    void risk_counts();
    void daily(std::string_view name, std::span<const double> values);
    void equity_buckets();

    const RunResult& result_;
    const TextSink& sink_;
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

void JsonReport::write(const JsonOptions& options) {
    writer_.StartObject();
    key("version"), text(result_.version);
    key("strategy"), text(result_.strategy);
    texts("parameters", result_.parameters);
    texts("settings", result_.settings);
    warnings();
    array("series", result_.series);
    totals();
    rejected_orders();
    risk_counts();
    array("risk_decisions", result_.risk_decisions);
    analyzers();
    numbers("metrics", result_.metrics);
    if (has(Analyzer::kPeriods)) {
        array("monthly_returns", result_.monthly_returns);
        array("yearly_returns", result_.yearly_returns);
    }
    array("balances", result_.balances);
    array("positions", result_.positions);
    if (has(Analyzer::kTradeLog)) {
        array("fills", result_.fills);
        array("trades", result_.trades);
    }
    if (has(Analyzer::kDecisionLog)) array("decision_log", result_.orders);
    if (has(Analyzer::kEquityCurve)) daily("equity_daily", result_.daily_equity);
    if (has(Analyzer::kEquityCurve)) daily("cash_daily", result_.daily_cash);
    if (has(Analyzer::kBenchmark)) daily("buy_and_hold_daily", result_.buy_and_hold);
    if (options.equity_buckets) equity_buckets();
    numbers("seconds", result_.seconds);
    key("peak_rss_bytes"), writer_.Uint64(result_.peak_rss_bytes);
    key("result_hash"), text(result_.result_hash.text());
    key("input_hash"), text(result_.input_hash.text());
    writer_.EndObject();
    flush();
}

void JsonReport::texts(std::string_view name, const NamedTexts& values) {
    key(name);
    writer_.StartObject();
    for (const auto& [label, value] : values) {
        key(label);
        if (is_literal(value)) {
            token(value);
        } else {
            text(value);
        }
    }
    writer_.EndObject();
}

void JsonReport::numbers(std::string_view name, const NamedNumbers& values) {
    key(name);
    writer_.StartObject();
    for (const auto& [label, value] : values) {
        key(label);
        number(value);
    }
    writer_.EndObject();
}

void JsonReport::warnings() {
    key("warnings");
    writer_.StartArray();
    for (const std::string& warning : result_.warnings) text(warning);
    writer_.EndArray();
}

void JsonReport::analyzers() {
    key("analyzers");
    writer_.StartArray();
    for (const AnalyzerInfo& info : analyzer_infos()) {
        if (has(info.analyzer)) text(info.name);
    }
    writer_.EndArray();
}

void JsonReport::totals() {
    key("bars"), writer_.Uint64(result_.bars);
    key("report_asset"), text(result_.report_asset);
    key("initial_cash"), money(result_.initial_cash);
    key("final_cash"), money(result_.final_cash);
    key("initial_value"), money(result_.initial_value);
    key("final_value"), money(result_.final_value);
    key("fees"), money(result_.fees);
    key("orders"), writer_.Uint64(result_.orders.size());
}

void JsonReport::rejected_orders() {
    const Order* first = nullptr;
    std::size_t count = 0;
    for (const Order& order : result_.orders) {
        if (order.status != OrderStatus::kRejected) continue;
        if (first == nullptr) first = &order;
        ++count;
    }
    const bool amounts = first != nullptr && has_amounts(first->reason);
    key("rejected_orders");
    writer_.StartObject();
    key("count"), writer_.Uint64(count);
    key("first_order_id"), value_if(first != nullptr, [&] { writer_.Uint64(first->id); });
    key("first_reason"), value_if(first != nullptr, [&] { text(name(first->reason)); });
    key("needed"), value_if(amounts, [&] { money(first->needed); });
    key("available"), value_if(amounts, [&] { money(first->available); });
    writer_.EndObject();
}

void JsonReport::risk_counts() {
    std::map<std::string_view, std::array<std::uint64_t, 2>> counts;
    for (const RiskDecision& decision : result_.risk_decisions) {
        ++counts[name(decision.rule)][static_cast<std::size_t>(decision.action)];
    }
    key("risk_counts");
    writer_.StartObject();
    for (const auto& [rule, of_actions] : counts) {
        key(rule);
        writer_.StartObject();
        for (const auto action : {RiskDecision::Action::kModify, RiskDecision::Action::kReject}) {
            key(name(action)), writer_.Uint64(of_actions[static_cast<std::size_t>(action)]);
        }
        writer_.EndObject();
    }
    writer_.EndObject();
}

void JsonReport::members(const RiskDecision& decision) {
    key("time_ms"), time_ms(decision.time_ns);
    key("order_id"), writer_.Uint64(decision.order_id);
    key("instrument"), symbol(decision.instrument);
    key("rule"), text(name(decision.rule));
    key("action"), text(name(decision.action));
    key("asked"), quantity(decision.instrument, decision.asked);
    key("allowed"), quantity(decision.instrument, decision.allowed);
    key("sentence"), text(sentence(decision, instrument(decision.instrument)));
}

void JsonReport::members(const SeriesSummary& series) {
    key("instrument"), symbol(series.instrument);
    key("timeframe"), text(series.timeframe.text());
    key("bars"), writer_.Uint64(series.bars);
    key("first_time_ms"), time_ms(series.first_ns);
    key("last_time_ms"), time_ms(series.last_ns);
    key("missing"), writer_.Uint64(series.missing);
}

void JsonReport::members(const AssetBalance& balance) {
    key("asset"), text(balance.asset);
    key("initial"), money(balance.initial);
    key("final"), money(balance.final);
    key("fees"), money(balance.fees);
    key("value"), money(balance.value);
}

void JsonReport::members(const FinalPosition& position) {
    key("instrument"), symbol(position.instrument);
    key("quantity"), quantity(position.instrument, position.quantity);
    key("last_price"), price(position.instrument, position.last_price);
    key("average_price"), value_if(position.quantity.count != 0, [&] { money(position.average_price); });
    key("realised"), money(position.realised);
    key("unrealised"), money(position.unrealised);
    key("quote"), text(instrument(position.instrument).quote);
}

void JsonReport::members(const Fill& fill) {
    key("time_ms"), time_ms(fill.time_ns);
    key("instrument"), symbol(fill.instrument);
    key("side"), text(name(fill.side));
    key("quantity"), quantity(fill.instrument, fill.quantity);
    key("price"), price(fill.instrument, fill.price);
    key("fee"), money(fill.fee);
    key("order_id"), writer_.Uint64(fill.order_id);
    key("liquidity"), text(fill.liquidity == Liquidity::kMaker ? "maker" : "taker");
    key("ambiguous"), writer_.Bool(fill.ambiguous);
    const Order& order = result_.orders[static_cast<std::size_t>(fill.order_id - 1)];
    const auto slippage = slippage_of(fill, order, instrument(fill.instrument).scale);
    key("slippage"), value_if(slippage.has_value(), [&] { number(*slippage); });
}

void JsonReport::members(const Order& order) {
    const OrderRequest& request = order.request;
    key("time_ms"), time_ms(order.created_ns);
    key("order_id"), writer_.Uint64(order.id);
    key("instrument"), symbol(request.instrument);
    key("side"), text(name(request.side));
    key("type"), text(name(request.type));
    key("quantity"), quantity(request.instrument, request.quantity);
    key("arrival_price"), price(request.instrument, order.arrival_price);
    key("status"), text(name(order.status));
    key("filled"), quantity(request.instrument, order.filled);
    key("reason"), value_if(order.reason != Reason::kNone, [&] { text(name(order.reason)); });
}

void JsonReport::members(const PeriodReturn& period) {
    key("year"), writer_.Int(period.year);
    if (period.month != 0) key("month"), writer_.Int(period.month);
    key("value"), number(period.value);
}

void JsonReport::members(const RoundTrip& trade) {
    key("entry_time_ms"), time_ms(trade.entry_time_ns);
    key("exit_time_ms"), value_if(!trade.open, [&] { time_ms(trade.exit_time_ns); });
    key("instrument"), symbol(trade.instrument);
    key("side"), text(name(trade.side));
    key("quantity"), quantity(trade.instrument, trade.quantity);
    key("entry_price"), money(trade.entry_price);
    key("exit_price"), money(trade.exit_price);
    key("fees"), money(trade.fees);
    key("pnl"), money(trade.pnl);
    key("open"), writer_.Bool(trade.open);
    key("entry_order_id"), writer_.Uint64(trade.entry_order_id);
    key("exit_order_id"), value_if(!trade.open, [&] { writer_.Uint64(trade.exit_order_id); });
    key("exit_type"), value_if(!trade.open, [&] { text(name(exit_order(result_, trade).request.type)); });
    key("quote"), text(instrument(trade.instrument).quote);
}

void JsonReport::daily(std::string_view name, std::span<const double> values) {
    key(name);
    writer_.StartArray();
    for (std::size_t i = 0; i < values.size(); ++i) {
        writer_.StartArray();
        time_ms(result_.daily_time_ns[i]);
        number(values[i]);
        writer_.EndArray();
    }
    writer_.EndArray();
}

void JsonReport::equity_buckets() {
    key("equity_buckets");
    writer_.StartArray();
    for (const Bucket& bucket : result_.equity.buckets()) {
        writer_.StartArray();
        time_ms(bucket.time_ns);
        for (const double value : {bucket.first, bucket.min, bucket.max, bucket.last}) number(value);
        writer_.EndArray();
    }
    writer_.EndArray();
}

}  // namespace

void write_json(const RunResult& result, const TextSink& sink, const JsonOptions& options) {
    JsonReport(result, sink).write(options);
}

std::string to_json(const RunResult& result, const JsonOptions& options) {
    std::string json;
    write_json(result, [&](std::string_view piece) { json += piece; }, options);
    return json;
}

}  // namespace ct::analyzers

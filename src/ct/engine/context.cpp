#include "ct/engine/context.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/account/account.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/grid.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/chart_indicator.hpp"
#include "ct/engine/line.hpp"
#include "ct/engine/series_state.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::engine {

namespace {

/// The next midnight UTC.
constexpr TimeNs end_of_day(TimeNs time_ns) { return (time_ns / kNsPerDay + 1) * kNsPerDay; }

constexpr TimeNs kNever = std::numeric_limits<TimeNs>::max();

bool later(const Timer& a, const Timer& b) { return a.due_ns != b.due_ns ? a.due_ns > b.due_ns : a.id > b.id; }

/// What an indicator reads of a bar.
Result<std::vector<Field>> fields_of(const indicators::IndicatorInfo& info, Field field) {
    static constexpr std::array<std::string_view, 5> kNames = {"open", "high", "low", "close", "volume"};
    if (info.inputs.size() == 1) return std::vector{field};
    if (field != Field::kClose) {
        return ct::fail(ErrorCode::kInvalidArgument,
                        fmt::format("a field was given for indicator '{}', which reads {} of a bar", info.name,
                                    fmt::join(info.inputs, ", ")));
    }
    std::vector<Field> fields;
    for (const std::string_view input : info.inputs) {
        const auto* const found = std::find(kNames.begin(), kNames.end(), input);
        if (found == kNames.end()) {
            return ct::fail(ErrorCode::kUnsupported,
                            fmt::format("indicator '{}' reads '{}', which a bar does not have; a bar has {}", info.name,
                                        input, fmt::join(kNames, ", ")));
        }
        fields.push_back(static_cast<Field>(found - kNames.begin()));
    }
    return fields;
}

}  // namespace

Context::Context(std::span<const Instrument> instruments, std::span<const Series> series, const Account& account,
                 std::span<const FeeSchedule> fees, std::span<const Filters> filters, TimeNs start_ns,
                 std::span<const Price> start_prices)
    : now_ns_(start_ns),
      next_timer_ns_(kNever),
      instruments_(instruments),
      execution_series_(instruments.size(), std::numeric_limits<SeriesIndex>::max()),
      last_close_(instruments.size(), std::numeric_limits<double>::quiet_NaN()),
      start_prices_(start_prices.begin(), start_prices.end()),
      marks_(instruments.size()),
      account_(&account),
      fees_(fees),
      filters_(filters) {
    start_prices_.resize(instruments.size());
    for (const Series& info : series) {
        const auto index = static_cast<SeriesIndex>(series_.size());
        SeriesIndex& finest = execution_series_[info.instrument];
        if (finest >= series.size() || info.timeframe < series[finest].timeframe) finest = index;
        SeriesState& state = series_.emplace_back();
        state.info = info;
        state.index = index;
        if (info.detail) continue;
        assert(series_count_ == index && "detail data come last");
        ++series_count_;
    }
    for (const SeriesIndex finest : execution_series_) {
        if (finest < series_.size()) series_[finest].executes = true;
    }
}

Result<InstrumentIndex> Context::find(std::string_view symbol) const {
    std::string known;
    for (std::size_t i = 0; i < instruments_.size(); ++i) {
        if (instruments_[i].symbol == symbol) return static_cast<InstrumentIndex>(i);
        known += (i == 0 ? "" : ", ") + instruments_[i].symbol;
    }
    return ct::fail(ErrorCode::kNotFound, fmt::format("no instrument '{}' in this run, there is {}", symbol, known));
}

BarColumns Context::bars(SeriesIndex index) const {
    const SeriesState& state = series_[index];
    if (state.columns == nullptr) return {};
    return state.columns->rows(0, state.row() + 1);
}

Result<std::vector<Line>> Context::indicator_lines(SeriesIndex series, std::string_view name,
                                                   std::span<const double> parameters, Field field) {
    assert(series < series_.size());
    const auto info = indicators::find(name);
    if (!info) return ct::fail(info);
    auto fields = fields_of(**info, field);
    if (!fields) return ct::fail(fields);
    auto made = indicators::make(**info, parameters);
    if (!made) return ct::fail(made);
    auto drawn = named_indicator(**info, {parameters.begin(), parameters.end()}, **made, *fields);
    auto lines = add_indicator(series, name, std::move(*made), std::move(*fields));
    if (lines) chart(series, std::move(drawn));
    return lines;
}

std::size_t Context::chart(SeriesIndex series, ChartIndicator indicator) {
    std::vector<ChartIndicator>& charted = series_[series].charted;
    const auto known = std::find_if(charted.begin(), charted.end(), [&](const ChartIndicator& one) {
        return one.labels == indicator.labels && one.fields == indicator.fields;
    });
    const auto place = static_cast<std::size_t>(known - charted.begin());
    if (known == charted.end()) charted.push_back(std::move(indicator));
    return place;
}

Result<std::vector<Line>> Context::add_indicator(SeriesIndex series, std::string_view name,
                                                 std::unique_ptr<indicators::Indicator> indicator,
                                                 std::vector<Field> fields) {
    assert(series < series_.size());
    SeriesState& state = series_[series];
    if (state.columns != nullptr) {
        return ct::fail(ErrorCode::kInvalidArgument,
                        fmt::format("indicator '{}' must be registered in on_start", name));
    }
    const IndicatorSlot& slot =
        state.indicators.emplace_back(std::move(indicator), std::move(fields), state.info.timeframe);
    std::vector<Line> lines;
    lines.reserve(slot.line_count());
    for (std::size_t k = 0; k < slot.line_count(); ++k) lines.emplace_back(slot.line(k), state.offset);
    return lines;
}

Result<Line> Context::indicator(SeriesIndex series, std::string_view name, std::span<const double> parameters,
                                Field field) {
    if (const auto info = indicators::find(name); info && (*info)->lines.size() > 1) {
        return ct::fail(ErrorCode::kInvalidArgument,
                        fmt::format("indicator '{}' has several lines ({}): use indicator_lines()", name,
                                    fmt::join((*info)->lines, ", ")));
    }
    const auto lines = indicator_lines(series, name, parameters, field);
    if (!lines) return ct::fail(lines);
    return lines->front();
}

OrderId Context::submit(const OrderRequest& request, std::string_view client_id) {
    assert(request.instrument < instruments_.size());
    if (!client_id.empty()) {
        if (const auto known = orders_.find(client_id)) return *known;
    }
    const Price last = last_price(request.instrument).value_or(Price{});
    OrderRequest complete = request;
    if (request.time_in_force == TimeInForce::kDay) complete.expire_ns = end_of_day(now_ns_);
    if (is_trailing(request.type) && request.stop_price.count == 0) complete.stop_price = trailing_stop(request, last);
    const OrderId id = orders_.create(complete, now_ns_, last);
    if (!client_id.empty()) orders_.set_client_id(id, client_id);
    wish(Intent::kSubmit, id);
    return id;
}

Bracket Context::bracket(const OrderRequest& entry, Price stop_price, Price limit_price) {
    Bracket bracket{.entry = submit(entry)};
    OrderRequest exit{.instrument = entry.instrument,
                      .side = opposite(entry.side),
                      .type = OrderType::kStop,
                      .quantity = entry.quantity,
                      .stop_price = stop_price,
                      .parent = bracket.entry};
    bracket.stop = submit(exit);
    exit.type = OrderType::kLimit;
    exit.stop_price = {};
    exit.limit_price = limit_price;
    exit.oco = bracket.stop;
    bracket.limit = submit(exit);
    return bracket;
}

std::optional<OrderId> Context::close(InstrumentIndex instrument) { return order_target(instrument, {}); }

std::optional<OrderId> Context::order_target(InstrumentIndex instrument, Quantity target) {
    Quantity change;
    const bool overflows = __builtin_sub_overflow(target.count, position(instrument).count, &change.count);
    // The least number has no opposite.
    if (overflows || change.count == std::numeric_limits<std::int64_t>::min()) {
        fail({ErrorCode::kOverflow, "an order to a target position does not fit 64 bits"});
    }
    if (change.count == 0 || failed()) return std::nullopt;
    return change.count > 0 ? buy(instrument, change) : sell(instrument, -change);
}

Result<std::optional<OrderId>> Context::order_target_value(InstrumentIndex instrument, double value) {
    const double price = last_close_[instrument];
    if (std::isnan(price)) {
        return ct::fail(ErrorCode::kInvalidArgument,
                        fmt::format("{} has no price yet to size an order by", instruments_[instrument].symbol));
    }
    const auto size = quantity(instrument, std::fabs(value) / price);
    if (!size) return ct::fail(size);
    return order_target(instrument, value < 0 ? -*size : *size);
}

Result<std::optional<OrderId>> Context::order_target_percent(InstrumentIndex instrument, double share) {
    return order_target_value(instrument, share * equity_in_quote(instrument).to_double());
}

void Context::replace(const OrderChange& change) {
    if (!orders_.contains(change.order_id)) return;
    changes_.push_back(change);
    wishes_.push_back({Intent::kReplace, change.order_id, changes_.size() - 1});
    spoke_ = true;
}

void Context::cancel(OrderId id) {
    if (orders_.contains(id)) wish(Intent::kCancel, id);
}

void Context::cancel_all(std::optional<InstrumentIndex> instrument) {
    const auto of_it = [&](OrderId id) { return !instrument || orders_.at(id).request.instrument == *instrument; };
    for (const OrderId id : orders_.working()) {
        if (of_it(id)) wish(Intent::kCancel, id);
    }
    for (std::size_t i = 0, asked = wishes_.size(); i < asked; ++i) {  // NOLINT(modernize-loop-convert): they grow
        const Wish& made = wishes_[i];
        if (made.intent == Intent::kSubmit && of_it(made.order_id)) wish(Intent::kCancel, made.order_id);
    }
}

void Context::wish(Intent intent, OrderId order_id) {
    wishes_.push_back({intent, order_id});
    spoke_ = true;
}

Result<AssetIndex> Context::held_asset(std::string_view name) const {
    const auto& names = account_->assets().names();
    const auto found = account_->assets().find(name);
    if (!found) {
        return ct::fail(ErrorCode::kNotFound,
                        fmt::format("no asset '{}' in this run, there is {}", name, fmt::join(names, ", ")));
    }
    if (*found < account_->balances().size()) return *found;
    return ct::fail(ErrorCode::kUnsupported,
                    fmt::format("a simple account has positions, but no balance of {}: a spot account has one", name));
}

Result<Money> Context::balance(std::string_view asset) const {
    const auto index = held_asset(asset);
    if (!index) return ct::fail(index);
    return account_->balance(*index);
}

Result<Money> Context::free(std::string_view asset) const {
    const auto index = held_asset(asset);
    if (!index) return ct::fail(index);
    return account_->free(*index);
}

void Context::update_marks() {
    const bool all = !account_->conversion().is_identity();
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        const auto instrument = static_cast<InstrumentIndex>(i);
        const bool counts = all || position(instrument).count != 0;
        marks_[i] = counts ? last_price(instrument).value_or(start_prices_[i]) : Price{};
    }
}

Money Context::equity() {
    update_marks();
    const auto total = ct::equity(*account_, marks_);
    if (!total) fail(total.error());
    return total.value_or(Money{});
}

Money Context::equity_in_quote(InstrumentIndex instrument) {
    const Money total = equity();
    const auto converted = account_->conversion().from_report(account_->assets().quote(instrument), total, marks_);
    if (!converted) fail(converted.error());
    return converted.value_or(Money{});
}

std::optional<Price> Context::last_price(InstrumentIndex instrument) const {
    const double close = last_close_[instrument];
    if (std::isnan(close)) return std::nullopt;
    const auto price = price_from_double(close, instruments_[instrument].scale.price_decimals);
    return price ? std::optional(*price) : std::nullopt;
}

Result<Quantity> Context::quantity(InstrumentIndex instrument, double size) const {
    const auto count = to_grid(size, instruments_[instrument].scale.quantity_decimals, false, "a size");
    if (!count) return ct::fail(count);
    return in_lots(instrument, {*count});
}

Result<Price> Context::limit_price(InstrumentIndex instrument, Side side, double price) const {
    const auto count =
        to_grid(price, instruments_[instrument].scale.price_decimals, side == Side::kSell, "a limit price");
    if (!count) return ct::fail(count);
    return on_tick(instrument, {*count}, side == Side::kSell);
}

Result<Price> Context::stop_price(InstrumentIndex instrument, Side side, double price) const {
    const auto count =
        to_grid(price, instruments_[instrument].scale.price_decimals, side == Side::kBuy, "a stop price");
    if (!count) return ct::fail(count);
    return on_tick(instrument, {*count}, side == Side::kBuy);
}

Quantity Context::in_lots(InstrumentIndex instrument, Quantity quantity) const {
    const std::int64_t step = filters_.empty() ? 0 : filters_[instrument].lot_size.count;
    return step == 0 ? quantity : Quantity{quantity.count - quantity.count % step};
}

Price Context::on_tick(InstrumentIndex instrument, Price price, bool up) const {
    const std::int64_t tick = filters_.empty() ? 0 : filters_[instrument].tick_size.count;
    const std::int64_t beyond = tick == 0 ? 0 : price.count % tick;
    if (beyond == 0 || price.count < 0) return price;
    const Price below{price.count - beyond};
    return up && below.count <= kMostCount - tick ? Price{below.count + tick} : below;
}

std::uint64_t Context::set_timer(TimeNs due_ns) {
    timers_.push_back({++timers_set_, std::max(due_ns, now_ns_)});
    std::push_heap(timers_.begin(), timers_.end(), later);
    next_timer_ns_ = timers_.front().due_ns;
    spoke_ = true;
    return timers_set_;
}

Timer Context::pop_timer() {
    std::pop_heap(timers_.begin(), timers_.end(), later);
    const Timer timer = timers_.back();
    timers_.pop_back();
    next_timer_ns_ = timers_.empty() ? kNever : timers_.front().due_ns;
    return timer;
}

void Context::fail(Error error) {
    if (!failure_) failure_ = std::move(error);
    spoke_ = true;
}

}  // namespace ct::engine

#include "ct/data/event_bars.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include <fmt/format.h>

#include "ct/core/decimal.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/open_bar.hpp"
#include "ct/data/trade_columns.hpp"

namespace ct::data {

void EventBars::add(const OpenBar& bar, TimeNs first_ns, TimeNs last_ns) {
    open_ns.push_back(first_ns);
    close_ns.push_back(last_ns);
    open.push_back(bar.open);
    high.push_back(bar.high);
    low.push_back(bar.low);
    close.push_back(bar.close);
    volume.push_back(bar.volume);
    quote_volume.push_back(bar.quote_volume);
    trade_count.push_back(bar.trade_count);
}

std::int64_t nearest_count(double value, double unit) {
    // From 2^52 on there are no halves left, and adding one would round.
    constexpr double kWhole = 4'503'599'627'370'496.0;
    const double counts = value * unit;
    return static_cast<std::int64_t>(counts < kWhole ? counts + 0.5 : counts);
}

Result<void> check_trades(const TradeColumns& trades, const Scale& scale) {
    if (auto checked = check_trades(trades); !checked) return checked;
    constexpr auto kMost = static_cast<double>(kMostCounts);
    const double most_price = kMost / pow10_double(scale.price_decimals);
    const double most_amount = kMost / pow10_double(scale.quantity_decimals);
    for (std::size_t row = 0; row < trades.size(); ++row) {
        if (trades.price[row] <= most_price && trades.amount[row] <= most_amount) continue;
        const bool is_price = trades.price[row] > most_price;
        return fail(ErrorCode::kInvalidData,
                    fmt::format("trades, row {}: {} is {}, expected at most {} with {} decimals", row,
                                is_price ? "price" : "amount", is_price ? trades.price[row] : trades.amount[row],
                                is_price ? most_price : most_amount,
                                is_price ? scale.price_decimals : scale.quantity_decimals));
    }
    return {};
}

Result<std::int64_t> read_threshold(const char* name, std::string_view text, int decimals) {
    const auto count = parse_count(text, decimals);
    if (count && *count > 0 && *count <= kMostCounts) return *count;
    const auto number = parse_decimal(text);
    if (number && number->count > 0 && number->decimals > decimals) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("{} is {}, expected at most {} decimals", name, text, decimals));
    }
    return fail(ErrorCode::kInvalidArgument, fmt::format("{} is {}, expected a number above 0 and up to {}", name, text,
                                                         format_decimal(kMostCounts, decimals)));
}

Result<TickRule> TickRule::make(std::int64_t trades) {
    if (trades >= 1) return TickRule(trades);
    return fail(ErrorCode::kInvalidArgument, fmt::format("trades is {}, expected 1 or more", trades));
}

VolumeRule::VolumeRule(std::int64_t threshold, const Scale& scale)
    : threshold_(threshold), unit_(pow10_double(scale.quantity_decimals)) {}

Result<VolumeRule> VolumeRule::make(std::string_view amount, const Scale& scale) {
    const auto threshold = read_threshold("volume", amount, scale.quantity_decimals);
    if (!threshold) return fail(threshold);
    return VolumeRule(*threshold, scale);
}

bool VolumeRule::ends(double /*price*/, double amount) {
    volume_ += nearest_count(amount, unit_);
    if (volume_ < threshold_) return false;
    volume_ = 0;
    return true;
}

DollarRule::DollarRule(int128 threshold, const Scale& scale)
    : threshold_(threshold),
      price_unit_(pow10_double(scale.price_decimals)),
      amount_unit_(pow10_double(scale.quantity_decimals)) {}

Result<DollarRule> DollarRule::make(std::string_view value, const Scale& scale) {
    const auto threshold = Money::parse(value);
    if (!threshold) return fail(threshold);
    constexpr Money kMost = Money::units(kMostCounts);  // leaves room for one more trade
    if (threshold->count <= 0 || *threshold > kMost) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("value is {}, expected a number above 0 and up to {}", value, kMostCounts));
    }
    // A sum of whole counts reaches what lies between two counts when it reaches the upper one.
    const int128 unit = pow10_int(Money::kDecimals - scale.price_decimals - scale.quantity_decimals);
    return DollarRule(divide(threshold->count, unit, Rounding::kCeil), scale);
}

bool DollarRule::ends(double price, double amount) {
    value_ += int128{nearest_count(price, price_unit_)} * nearest_count(amount, amount_unit_);
    if (value_ < threshold_) return false;
    value_ = 0;
    return true;
}

RangeRule::RangeRule(std::int64_t threshold, const Scale& scale)
    : threshold_(threshold), unit_(pow10_double(scale.price_decimals)) {}

Result<RangeRule> RangeRule::make(std::string_view range, const Scale& scale) {
    const auto threshold = read_threshold("range", range, scale.price_decimals);
    if (!threshold) return fail(threshold);
    return RangeRule(*threshold, scale);
}

void RangeRule::clear() {
    high_ = std::numeric_limits<std::int64_t>::min();
    low_ = std::numeric_limits<std::int64_t>::max();
}

bool RangeRule::ends(double price, double /*amount*/) {
    const std::int64_t count = nearest_count(price, unit_);
    high_ = std::max(high_, count);
    low_ = std::min(low_, count);
    if (high_ - low_ < threshold_) return false;
    clear();
    return true;
}

template <class Rule>
void EventBarBuilder<Rule>::run(const TradeColumns& trades, EventBars& out) {
    std::size_t begin = 0;
    for (std::size_t row = 0; row < trades.size(); ++row) {
        if (!rule_.ends(trades.price[row], trades.amount[row])) continue;
        add(trades, begin, row + 1);
        finish(out);
        begin = row + 1;
    }
    if (begin < trades.size()) add(trades, begin, trades.size());
}

template <class Rule>
void EventBarBuilder<Rule>::add(const TradeColumns& trades, std::size_t begin, std::size_t end) {
    if (bar_.trade_count == 0) first_ns_ = trades.time_ns[begin];
    last_ns_ = trades.time_ns[end - 1];
    bar_.add(trades, begin, end);
}

template <class Rule>
void EventBarBuilder<Rule>::finish(EventBars& out) {
    if (bar_.trade_count == 0) return;
    out.add(bar_, first_ns_, last_ns_);
    bar_ = {};
}

template class EventBarBuilder<TickRule>;
template class EventBarBuilder<VolumeRule>;
template class EventBarBuilder<DollarRule>;
template class EventBarBuilder<RangeRule>;

}  // namespace ct::data

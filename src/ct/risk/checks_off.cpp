#include "ct/risk/checks_off.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "ct/core/filters.hpp"
#include "ct/risk/check_parts.hpp"
#include "ct/risk/order_check.hpp"
#include "ct/risk/validate.hpp"

namespace ct::risk {

namespace {

constexpr std::array<std::string_view, 5> kChecks = {"trigger_side", "post_only", "reduce_only", "cash", "free"};
constexpr unsigned kFirstCheck = 32;

bool is_off(std::uint32_t value) { return value == 0; }
bool is_off(bool /*value*/) { return false; }  // says how a filter works, is none
template <class Number>
bool is_off(const Number& number) {
    return number.count == 0;
}

/// True when the number that this filter is about is not known.
bool is_blind(std::string_view name, const OrderCheck& order, const CheckContext& context) {
    const AccountCheck& account = context.account;
    if (name.find("_multiplier_") != std::string_view::npos) return percent_price(context).count == 0;
    if (name == "min_notional" || name == "max_notional") return notional_price(order, context).count == 0;
    if (name == "max_position") return !account.position;
    if (name == "max_orders") return !account.open_orders;
    if (name == "max_algo_orders") return !account.open_algo_orders;
    if (name == "max_iceberg_orders") return !account.open_iceberg_orders;
    return false;
}

}  // namespace

ChecksOff ChecksOff::of(const OrderCheck& order, const CheckContext& context) {
    ChecksOff off;
    unsigned bit = 0;
    const auto set = [&](unsigned at, bool is_set) { off.bits_ |= std::uint64_t{is_set} << at; };
    for_each_filter(context.filters, [&](std::string_view name, const auto& value) {
        if (!name.ends_with("_minutes")) set(bit, is_off(value) || is_blind(name, order, context));
        ++bit;
    });
    const MarketPrices& prices = context.prices;
    const AccountCheck& account = context.account;
    const bool has_book = prices.bid.count > 0 && prices.ask.count > 0;
    const std::array<bool, kChecks.size()> checks = {prices.last.count == 0, prices.last.count == 0 && !has_book,
                                                     !account.position, !account.cash, !account.free};
    for (unsigned k = 0; k < checks.size(); ++k) set(kFirstCheck + k, checks[k]);
    return off;
}

std::vector<std::string_view> ChecksOff::names() const {
    std::vector<std::string_view> names;
    unsigned bit = 0;
    const auto is_set = [&](unsigned at) { return (bits_ >> at & 1U) != 0; };
    constexpr Filters kNoFilters;
    for_each_filter(kNoFilters, [&](std::string_view name, const auto& /*value*/) {
        if (is_set(bit++)) names.push_back(name);
    });
    for (unsigned k = 0; k < kChecks.size(); ++k) {
        if (is_set(kFirstCheck + k)) names.push_back(kChecks[k]);
    }
    return names;
}

}  // namespace ct::risk

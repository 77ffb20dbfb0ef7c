#include "ct/risk/checks_off.hpp"

#include <array>
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

constexpr Filters kNoFilters;

/// The bits of the filters whose names a test picks.
template <class Pick>
constexpr std::uint64_t bits_of(const Pick& pick) {
    std::uint64_t bits = 0;
    unsigned bit = 0;
    for_each_filter(kNoFilters,
                    [&](std::string_view name, const auto& /*value*/) { bits |= std::uint64_t{pick(name)} << bit++; });
    return bits;
}
constexpr std::uint64_t bit_of(std::string_view wanted) {
    return bits_of([&](std::string_view name) { return name == wanted; });
}
constexpr std::uint64_t kSettings = bits_of([](std::string_view name) { return name.ends_with("_minutes"); });
constexpr std::uint64_t kMultipliers =
    bits_of([](std::string_view name) { return name.find("_multiplier_") != std::string_view::npos; });

}  // namespace

ChecksOff ChecksOff::of(const OrderCheck& order, const CheckContext& context) {
    std::uint64_t bits = 0;
    unsigned bit = 0;
    for_each_filter(context.filters, [&](std::string_view /*name*/, const auto& value) {
        bits |= std::uint64_t{is_off(value)} << bit++;
    });
    bits &= ~kSettings;
    const auto set = [&](std::uint64_t which, bool is_set) { bits |= is_set ? which : 0; };
    const MarketPrices& prices = context.prices;
    const AccountCheck& account = context.account;
    // A filter is off too when the number that it is about is not known.
    set(kMultipliers, percent_price(context).count == 0);
    set(bit_of("min_notional") | bit_of("max_notional"), notional_price(order, context).count == 0);
    set(bit_of("max_position"), !account.position);
    set(bit_of("max_orders"), !account.open_orders);
    set(bit_of("max_algo_orders"), !account.open_algo_orders);
    set(bit_of("max_iceberg_orders"), !account.open_iceberg_orders);
    const bool has_book = prices.bid.count > 0 && prices.ask.count > 0;
    const std::array<bool, kChecks.size()> checks = {prices.last.count == 0, prices.last.count == 0 && !has_book,
                                                     !account.position, !account.cash, !account.free};
    for (unsigned k = 0; k < checks.size(); ++k) set(std::uint64_t{1} << (kFirstCheck + k), checks[k]);
    ChecksOff off;
    off.bits_ = bits;
    return off;
}

std::vector<std::string_view> ChecksOff::names() const {
    std::vector<std::string_view> names;
    unsigned bit = 0;
    const auto is_set = [&](unsigned at) { return (bits_ >> at & 1U) != 0; };
    for_each_filter(kNoFilters, [&](std::string_view name, const auto& /*value*/) {
        if (is_set(bit++)) names.push_back(name);
    });
    for (unsigned k = 0; k < kChecks.size(); ++k) {
        if (is_set(kFirstCheck + k)) names.push_back(kChecks[k]);
    }
    return names;
}

}  // namespace ct::risk

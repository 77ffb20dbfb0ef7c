#include "ct/core/market.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/decimal.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/nearest.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"

namespace ct {

namespace {

constexpr Filters kNoFilters;
/// Longer names are cut before they are compared with those that are known.
constexpr std::size_t kLongestName = 64;

Result<void> read(std::string_view text, const Scale& scale, Price& value) {
    const auto count = parse_count(text, scale.price_decimals);
    if (!count) return fail(count);
    value = {*count};
    return {};
}
Result<void> read(std::string_view text, const Scale& scale, Quantity& value) {
    const auto count = parse_count(text, scale.quantity_decimals);
    if (!count) return fail(count);
    value = {*count};
    return {};
}
Result<void> read(std::string_view text, const Scale& /*scale*/, Money& value) {
    const auto money = Money::parse(text);
    if (!money) return fail(money);
    value = *money;
    return {};
}
Result<void> read(std::string_view text, const Scale& /*scale*/, Rate& value) {
    const auto rate = Rate::parse(text);
    if (!rate) return fail(rate);
    value = *rate;
    return {};
}
Result<void> read(std::string_view text, const Scale& /*scale*/, std::uint32_t& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size()) return {};
    return fail(ErrorCode::kInvalidData, fmt::format("'{}' is not a whole number of 32 bits", text));
}
Result<void> read(std::string_view text, const Scale& /*scale*/, bool& value) {
    value = text == "true";
    if (value || text == "false") return {};
    return fail(ErrorCode::kInvalidData, fmt::format("'{}' is neither true nor false", text));
}

/// The text of a name; null where it is not given.
const NamedText* find(std::span<const NamedText> filters, std::string_view name) {
    for (const NamedText& filter : filters) {
        if (filter.name == name) return &filter;
    }
    return nullptr;
}

Result<void> check_names(std::span<const NamedText> filters) {
    std::vector<std::string_view> names;
    for_each_filter(kNoFilters, [&](std::string_view name, const auto& /*value*/) { names.push_back(name); });
    for (std::size_t i = 0; i < filters.size(); ++i) {
        const std::string_view name = filters[i].name;
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            return fail(ErrorCode::kInvalidData, fmt::format("'{}' is no filter{}", name, nearest_name(name, names)));
        }
        if (find(filters.first(i), name) != nullptr) {
            return fail(ErrorCode::kInvalidData, fmt::format("{} is there twice", name));
        }
    }
    return {};
}

/// Decimals of prices or quantities that no step bounds.
constexpr int kFreeDecimals = 8;

/// The most decimals of the given filters of one kind.
template <class Kind>
Result<int> decimals_of(std::span<const NamedText> filters) {
    Result<int> most = 0;
    for_each_filter(kNoFilters, [&](std::string_view name, const auto& value) {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Kind>) {
            const NamedText* const filter = find(filters, name);
            if (filter == nullptr || !most) return;
            const auto number = parse_decimal(filter->text);
            if (!number) {
                most = fail(ErrorCode::kInvalidData, fmt::format("{}: {}", name, number.error().message));
            } else {
                most = std::max(*most, number->decimals);
            }
        }
    });
    return most;
}

/// True for a step that is not given or 0.
bool is_off(std::span<const NamedText> filters, std::string_view step) {
    const NamedText* const filter = find(filters, step);
    if (filter == nullptr) return true;
    const auto number = parse_decimal(filter->text);
    return number && number->count == 0;
}

/// Up to kFreeDecimals, as far as `room` and the filters of the kind allow, but no less than they have.
template <class Kind>
int free_decimals(std::span<const NamedText> filters, int least, int room) {
    const auto all_fit = [&](int decimals) {
        bool fit = true;
        for_each_filter(kNoFilters, [&](std::string_view name, const auto& value) {
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Kind>) {
                const NamedText* const filter = find(filters, name);
                fit = fit && (filter == nullptr || parse_count(filter->text, decimals));
            }
        });
        return fit;
    };
    int decimals = std::min(kFreeDecimals, room);
    while (decimals > least && !all_fit(decimals)) --decimals;
    return std::max(decimals, least);
}

/// The grid of the filters.
Result<Scale> scale_of(std::span<const NamedText> filters) {
    auto prices = decimals_of<Price>(filters);
    if (!prices) return fail(prices);
    auto quantities = decimals_of<Quantity>(filters);
    if (!quantities) return fail(quantities);
    if (is_off(filters, "tick_size")) prices = free_decimals<Price>(filters, *prices, kMaxDecimals - *quantities);
    if (is_off(filters, "lot_size")) quantities = free_decimals<Quantity>(filters, *quantities, kMaxDecimals - *prices);
    const auto scale = Scale::make(*prices, *quantities);
    return scale ? scale : fail(ErrorCode::kOverflow, scale.error().message);
}

}  // namespace

Result<Market> Market::make(std::string_view symbol, std::string_view venue_symbol,
                            std::span<const NamedText> filters) {
    const auto wrong = [&](const Error& error) {
        return fail(ErrorCode::kInvalidData, fmt::format("market {}: {}", symbol, error.message));
    };
    if (auto names = check_names(filters); !names) return wrong(names.error());
    const auto scale = scale_of(filters);
    if (!scale) return fail(scale.error().code, fmt::format("market {}: {}", symbol, scale.error().message));
    auto instrument = Instrument::make(symbol, *scale);
    if (!instrument) return wrong(instrument.error());

    Market market{std::move(*instrument), std::string(venue_symbol), {}, {}};
    Result<void> result;
    for_each_filter(market.filters, [&](std::string_view name, auto& value) {
        const NamedText* const filter = find(filters, name);
        if (filter == nullptr || !result) return;
        if (auto done = read(filter->text, *scale, value); !done) {
            result = fail(ErrorCode::kInvalidData, fmt::format("{}: {}", name, done.error().message));
        }
    });
    if (result) result = check(market.filters);
    if (!result) return wrong(result.error());
    return market;
}

Result<Markets> Markets::make(std::vector<Market> markets, std::string source, std::vector<std::string> left_out) {
    Markets made;
    made.markets_ = std::move(markets);
    made.source_ = std::move(source);
    made.left_out_ = std::move(left_out);
    made.by_name_.reserve(2 * made.markets_.size());
    for (std::size_t i = 0; i < made.markets_.size(); ++i) {
        const Market& market = made.markets_[i];
        bool is_new = made.by_name_.emplace(market.instrument.symbol, i).second;
        if (market.venue_symbol != market.instrument.symbol && !market.venue_symbol.empty()) {
            is_new = made.by_name_.emplace(market.venue_symbol, i).second && is_new;
        }
        if (!is_new) {
            return fail(ErrorCode::kInvalidData,
                        fmt::format("{}: market {} is there twice", made.source_, market.instrument.symbol));
        }
    }
    return made;
}

std::string_view Markets::nearest_name(std::string_view name) const {
    const bool with_slash = name.find('/') != std::string_view::npos;
    std::vector<std::string_view> names;
    for (const Market& market : markets_) {
        const bool has_own = !market.venue_symbol.empty() && !with_slash;
        names.emplace_back(has_own ? market.venue_symbol : market.instrument.symbol);
    }
    return names.empty() ? std::string_view() : nearest(name.substr(0, kLongestName), names);
}

}  // namespace ct

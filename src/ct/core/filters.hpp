#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"

namespace ct {

/// What an exchange demands of the orders of one instrument, exact, on the grid of its Scale. A filter is off where it
/// is 0. The names are those of Python, of messages and of docs/validation.md.
struct Filters {
    Price tick_size;
    Price min_price;
    Price max_price;
    Quantity lot_size;
    Quantity min_quantity;
    Quantity max_quantity;
    Quantity market_lot_size;  ///< of market orders, beside lot_size
    Quantity market_min_quantity;
    Quantity market_max_quantity;
    Quantity max_position;  ///< what is held, open buys and the order together
    Money min_notional;
    Money max_notional;
    Rate buy_multiplier_down;  ///< a buy's limit price is at least so much of the average price
    Rate buy_multiplier_up;
    Rate sell_multiplier_down;
    Rate sell_multiplier_up;
    std::uint32_t percent_minutes = 0;   ///< of the average price of the multipliers; 0: the last price
    std::uint32_t notional_minutes = 0;  ///< of the average price of a market order's notional; 0: the last price
    std::uint32_t max_orders = 0;
    std::uint32_t max_algo_orders = 0;  ///< orders with a trigger
    std::uint32_t max_iceberg_orders = 0;
    std::uint32_t iceberg_parts = 0;
    bool min_notional_for_market = false;
    bool max_notional_for_market = false;

    friend bool operator==(const Filters&, const Filters&) = default;
};

/// Calls visit(name, member) for each filter, in the order above. `F` is Filters or const Filters.
template <class F, class Visit>
constexpr void for_each_filter(F& filters, const Visit& visit) {
    visit(std::string_view("tick_size"), filters.tick_size);
    visit(std::string_view("min_price"), filters.min_price);
    visit(std::string_view("max_price"), filters.max_price);
    visit(std::string_view("lot_size"), filters.lot_size);
    visit(std::string_view("min_quantity"), filters.min_quantity);
    visit(std::string_view("max_quantity"), filters.max_quantity);
    visit(std::string_view("market_lot_size"), filters.market_lot_size);
    visit(std::string_view("market_min_quantity"), filters.market_min_quantity);
    visit(std::string_view("market_max_quantity"), filters.market_max_quantity);
    visit(std::string_view("max_position"), filters.max_position);
    visit(std::string_view("min_notional"), filters.min_notional);
    visit(std::string_view("max_notional"), filters.max_notional);
    visit(std::string_view("buy_multiplier_down"), filters.buy_multiplier_down);
    visit(std::string_view("buy_multiplier_up"), filters.buy_multiplier_up);
    visit(std::string_view("sell_multiplier_down"), filters.sell_multiplier_down);
    visit(std::string_view("sell_multiplier_up"), filters.sell_multiplier_up);
    visit(std::string_view("percent_minutes"), filters.percent_minutes);
    visit(std::string_view("notional_minutes"), filters.notional_minutes);
    visit(std::string_view("max_orders"), filters.max_orders);
    visit(std::string_view("max_algo_orders"), filters.max_algo_orders);
    visit(std::string_view("max_iceberg_orders"), filters.max_iceberg_orders);
    visit(std::string_view("iceberg_parts"), filters.iceberg_parts);
    visit(std::string_view("min_notional_for_market"), filters.min_notional_for_market);
    visit(std::string_view("max_notional_for_market"), filters.max_notional_for_market);
}

/// The largest price and quantity that an order may have where no filter says less: one more still fits, and stands for
/// all that do not.
inline constexpr std::int64_t kMostCount = std::numeric_limits<std::int64_t>::max() - 1;

/// The step that both lot sizes of a market order divide. Requires: checked filters.
Quantity market_step(const Filters& filters);

/// The filters on a finer grid; what is too large for it stands at the most. Requires: `to` has no fewer decimals than
/// `from`.
Filters rescaled(const Filters& filters, const Scale& from, const Scale& to);

/// Nothing is negative or above kMostCount, no least is above its most, and a multiple of each step lies between them.
/// Errors: kInvalidData naming the filter.
Result<void> check(const Filters& filters);

/// A filter's value as text, "0.001", "200", "true".
inline std::string filter_text(Price value, const Scale& scale) { return text(value, scale); }
inline std::string filter_text(Quantity value, const Scale& scale) { return text(value, scale); }
inline std::string filter_text(const Money& value, const Scale& /*scale*/) { return value.text(); }
inline std::string filter_text(Rate value, const Scale& /*scale*/) { return value.text(); }
inline std::string filter_text(std::uint32_t value, const Scale& /*scale*/) { return std::to_string(value); }
inline std::string filter_text(bool value, const Scale& /*scale*/) { return value ? "true" : "false"; }

}  // namespace ct

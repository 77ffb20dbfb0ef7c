#include "ct/core/filters.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "ct/core/decimal.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"

namespace ct {

namespace {

tl::unexpected<Error> wrong(std::string_view what) {
    return fail(ErrorCode::kInvalidData, fmt::format("filters: {}", what));
}

/// A step, a least and a most, all 0 for off.
struct Span {
    std::int64_t step;
    std::int64_t least;
    std::int64_t most;
};

/// True when a multiple of the step above 0 lies in the span.
bool has_room(const Span& span) {
    const std::int64_t step = span.step > 0 ? span.step : 1;
    const std::int64_t most = span.most > 0 ? span.most : kMostCount;
    const std::int64_t last = most - most % step;
    return last > 0 && last >= span.least;
}

Result<void> check_signs(const Filters& filters) {
    Result<void> result;
    for_each_filter(filters, [&](std::string_view name, const auto& value) {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (requires { value.count; }) {
            if (value.count < 0) result = wrong(fmt::format("{} is negative", name));
            constexpr bool kIsNarrow = std::is_same_v<Value, Price> || std::is_same_v<Value, Quantity>;
            if (kIsNarrow && value.count > kMostCount) result = wrong(fmt::format("{} is too large", name));
        }
    });
    return result;
}

}  // namespace

Quantity market_step(const Filters& filters) {
    if (filters.lot_size.count == 0) return filters.market_lot_size;
    if (filters.market_lot_size.count == 0) return filters.lot_size;
    const std::int64_t shared = std::gcd(filters.lot_size.count, filters.market_lot_size.count);
    const int128 step = int128{filters.lot_size.count / shared} * filters.market_lot_size.count;
    return {step > kMostCount ? 0 : static_cast<std::int64_t>(step)};
}

Filters rescaled(const Filters& filters, const Scale& from, const Scale& to) {
    const auto scale = [](std::int64_t& count, int decimals) {
        const int128 finer = int128{count} * pow10_int(decimals);
        count = static_cast<std::int64_t>(std::min<int128>(finer, kMostCount));
    };
    Filters result = filters;
    for_each_filter(result, [&](std::string_view /*name*/, auto& filter) {
        using Filter = std::remove_reference_t<decltype(filter)>;
        if constexpr (std::is_same_v<Filter, Price>) scale(filter.count, to.price_decimals - from.price_decimals);
        if constexpr (std::is_same_v<Filter, Quantity>) {
            scale(filter.count, to.quantity_decimals - from.quantity_decimals);
        }
    });
    return result;
}

Result<void> check(const Filters& filters) {
    if (auto signs = check_signs(filters); !signs) return signs;
    const auto& f = filters;
    if (!has_room({f.tick_size.count, f.min_price.count, f.max_price.count})) {
        return wrong("no multiple of tick_size lies between min_price and max_price");
    }
    if (!has_room({f.lot_size.count, f.min_quantity.count, f.max_quantity.count})) {
        return wrong("no multiple of lot_size lies between min_quantity and max_quantity");
    }
    if (!has_room({f.market_lot_size.count, f.market_min_quantity.count, f.market_max_quantity.count})) {
        return wrong("no multiple of market_lot_size lies between market_min_quantity and market_max_quantity");
    }
    if (market_step(filters).count == 0 && (f.lot_size.count > 0 || f.market_lot_size.count > 0)) {
        return wrong("lot_size and market_lot_size share no multiple that fits");
    }
    if (f.max_notional.count > 0 && f.max_notional < f.min_notional) return wrong("max_notional is below min_notional");
    for (const auto& [down, up] : {std::pair{f.buy_multiplier_down, f.buy_multiplier_up},
                                   std::pair{f.sell_multiplier_down, f.sell_multiplier_up}}) {
        if (up.count > 0 && up < down) return wrong("a multiplier up is below its multiplier down");
    }
    return {};
}

}  // namespace ct

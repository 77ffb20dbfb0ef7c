#include "ct/risk/round_order.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "ct/core/filters.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/risk/order_check.hpp"
#include "ct/risk/valid_range.hpp"
#include "ct/risk/validate.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"

namespace ct::risk {
namespace {

using test::Random;

constexpr Scale kScale{2, 3};

OrderCheck limit(Side side, std::int64_t quantity, std::int64_t price) {
    return {.side = side, .has_limit = true, .quantity = {quantity}, .price = {price}};
}

TEST(RoundOrder, ALimitGoesTowardsItsOwnSideAndASizeDown) {
    const Filters filters{.tick_size = {10}, .lot_size = {10}};
    const CheckContext context{kScale, filters, {}, {}};
    const Rounded bought = round_order(limit(Side::kBuy, 29, 109), context);
    EXPECT_EQ(bought.order, limit(Side::kBuy, 20, 100));
    EXPECT_TRUE(bought.price_changed && bought.quantity_changed && bought.left.ok());
    EXPECT_EQ(round_order(limit(Side::kSell, 29, 101), context).order, limit(Side::kSell, 20, 110));
    const Rounded same = round_order(limit(Side::kSell, 20, 110), context);
    EXPECT_FALSE(same.price_changed || same.stop_changed || same.quantity_changed || same.display_changed);
}

TEST(RoundOrder, ATriggerGoesAwayFromTheMarket) {
    const Filters filters{.tick_size = {10}};
    const CheckContext context{kScale, filters, {.last = {100}}, {}};
    const auto rounded = [&](Side side, Trigger trigger, std::int64_t stop) {
        const OrderCheck order{.side = side, .trigger = trigger, .quantity = {1}, .stop_price = {stop}};
        return round_order(order, context).order.stop_price.count;
    };
    EXPECT_EQ(rounded(Side::kBuy, Trigger::kStop, 121), 130);
    EXPECT_EQ(rounded(Side::kSell, Trigger::kStop, 79), 70);
    EXPECT_EQ(rounded(Side::kBuy, Trigger::kTakeProfit, 79), 70);
    EXPECT_EQ(rounded(Side::kSell, Trigger::kTakeProfit, 121), 130);
    EXPECT_EQ(rounded(Side::kBuy, Trigger::kStop, 50), 110);  // from the wrong side to the nearest right one
}

TEST(RoundOrder, WhatIsBeyondItsRangeGoesToTheNearestEnd) {
    const Filters filters{.tick_size = {10}, .max_price = {200}, .lot_size = {10}, .min_notional = {test::money("1")}};
    const CheckContext context{kScale, filters, {}, {}};
    const Rounded raised = round_order(limit(Side::kBuy, 1, 999), context);
    EXPECT_EQ(raised.order, limit(Side::kBuy, 500, 200));
    EXPECT_TRUE(raised.left.ok());
}

TEST(RoundOrder, DigitsBelowTheGridAreADifference) {
    const Filters filters;
    const CheckContext context{kScale, filters, {}, {}};
    OrderCheck order = limit(Side::kSell, 5, 100);
    order.price_rest = Rest::kBelowHalf;
    order.quantity_rest = Rest::kAboveHalf;
    const Rounded rounded = round_order(order, context);
    EXPECT_EQ(rounded.order, limit(Side::kSell, 5, 101));
    EXPECT_TRUE(rounded.price_changed && rounded.quantity_changed);
}

TEST(RoundOrder, WhatIsMissingOrContradictsIsNotMended) {
    const Filters filters;
    const CheckContext context{kScale, filters, {}, {}};
    OrderCheck post_only{.is_post_only = true, .quantity = {1}};
    for (const OrderCheck& order : {limit(Side::kBuy, 0, 1), limit(Side::kBuy, 1, -1), post_only}) {
        const Rounded rounded = round_order(order, context);
        EXPECT_FALSE(rounded.left.ok());
        EXPECT_EQ(rounded.order, order);
    }
}

TEST(RoundOrder, WithoutAValidValueTheReasonIsLeft) {
    const Filters filters{.lot_size = {10}};
    const CheckContext context{kScale, filters, {}, {.cash = Money{}}};
    EXPECT_EQ(round_order(limit(Side::kBuy, 10, 100), context).left.reason, Reason::kInsufficientCash);
}

/// A random market with filters that check() lets pass, an account and an order, small enough to try all values.
struct Case {
    Filters filters;
    MarketPrices prices;
    AccountCheck account;
    OrderCheck order;

    [[nodiscard]] CheckContext context() const { return {kScale, filters, prices, account}; }
};

constexpr std::int64_t kMost = 120;

Case draw(Random& random) {
    const auto maybe = [&](std::int64_t low, std::int64_t high) {
        return random.once_in(2) ? random.between(low, high) : 0;
    };
    const auto quantity = [&](std::int64_t low, std::int64_t high) {
        return random.once_in(2) ? std::optional(Quantity{random.between(low, high)}) : std::nullopt;
    };
    const auto count = [&] {
        return random.once_in(2) ? std::optional(static_cast<std::uint32_t>(random.between(0, 3))) : std::nullopt;
    };
    Case drawn;
    do {
        const std::int64_t max_price = random.between(20, kMost);
        const std::int64_t max_quantity = random.between(20, kMost);
        drawn.filters = {
            .tick_size = {maybe(1, 9)},
            .min_price = {maybe(1, 30)},
            .max_price = {max_price},
            .lot_size = {maybe(1, 9)},
            .min_quantity = {maybe(1, 30)},
            .max_quantity = {max_quantity},
            .market_lot_size = {maybe(1, 6)},
            .market_min_quantity = {maybe(1, 20)},
            .market_max_quantity = {maybe(20, kMost)},
            .max_position = {maybe(1, 200)},
            .min_notional = {int128{maybe(1, 3'000)} * 10'000'000'000'000},
            .max_notional = {int128{maybe(3'000, 9'000)} * 10'000'000'000'000},
            .buy_multiplier_down = {maybe(1, Rate::kOne)},
            .buy_multiplier_up = {maybe(Rate::kOne, 2 * Rate::kOne)},
            .sell_multiplier_down = {maybe(1, Rate::kOne)},
            .sell_multiplier_up = {maybe(Rate::kOne, 2 * Rate::kOne)},
            .percent_minutes = static_cast<std::uint32_t>(maybe(1, 5)),
            .notional_minutes = static_cast<std::uint32_t>(maybe(1, 5)),
            .max_orders = static_cast<std::uint32_t>(maybe(1, 3)),
            .max_algo_orders = static_cast<std::uint32_t>(maybe(1, 3)),
            .max_iceberg_orders = static_cast<std::uint32_t>(maybe(1, 3)),
            .iceberg_parts = static_cast<std::uint32_t>(maybe(1, 5)),
            .min_notional_for_market = random.once_in(2),
            .max_notional_for_market = random.once_in(2),
        };
    } while (!check(drawn.filters));
    drawn.prices = {{maybe(1, 100)}, {maybe(1, 100)}, {maybe(1, 100)}, {maybe(1, 100)}};
    drawn.account = {.free = quantity(0, 150),
                     .position = quantity(-150, 150),
                     .open_buys = {maybe(1, 50)},
                     .open_orders = count(),
                     .open_algo_orders = count(),
                     .open_iceberg_orders = count(),
                     .fee = {maybe(1, Rate::kOne)}};
    if (random.once_in(2)) drawn.account.cash = Money{int128{random.between(0, 9'000'000)} * 10'000'000'000};

    OrderCheck& order = drawn.order;
    const auto rest = [&] { return random.once_in(3) ? static_cast<Rest>(random.between(1, 3)) : Rest::kNone; };
    order.side = random.once_in(2) ? Side::kBuy : Side::kSell;
    order.trigger = random.once_in(2) ? Trigger::kNone : random.once_in(2) ? Trigger::kStop : Trigger::kTakeProfit;
    order.has_limit = random.once_in(2);
    order.is_post_only = order.has_limit && order.trigger == Trigger::kNone && random.once_in(2);
    order.is_reduce_only = random.once_in(3);
    order.quantity = {random.between(1, kMost + 10)};
    order.quantity_rest = rest();
    const bool has_price = order.has_limit || order.trigger == Trigger::kNone;
    if (has_price) order.price = {random.between(1, kMost + 10)};
    if (order.has_limit) order.price_rest = rest();
    if (order.trigger != Trigger::kNone) {
        order.stop_price = {random.between(1, kMost + 10)};
        order.stop_rest = rest();
    }
    if (order.has_limit && random.once_in(3)) order.display = {random.between(1, kMost)};
    return drawn;
}

/// Where the number is, in quarters of the grid's unit; a rest that is no half stands between two quarters.
std::int64_t quarters(std::int64_t count, Rest rest) { return 4 * count + static_cast<std::int64_t>(rest); }

/// The field of an order that a verdict is about.
std::int64_t& number(OrderCheck& order, Field field) {
    if (field == Field::kPrice) return order.price.count;
    if (field == Field::kStopPrice) return order.stop_price.count;
    return field == Field::kSize ? order.quantity.count : order.display.count;
}
Rest& rest_of(OrderCheck& order, Field field) {
    static Rest none;
    none = Rest::kNone;
    if (field == Field::kPrice) return order.price_rest;
    if (field == Field::kStopPrice) return order.stop_rest;
    return field == Field::kSize ? order.quantity_rest : none;
}

/// The values of a field for which no check of that field says no, found by asking verdict() for each. What a quantity
/// is asked in between, its display and the open orders, is left out.
std::array<bool, kMost + 11> valid_values(Case drawn, Field field) {
    std::array<bool, kMost + 11> valid{};
    if (field == Field::kSize) {
        drawn.order.display = {};
        drawn.account.open_orders = drawn.account.open_algo_orders = std::nullopt;
    }
    for (std::int64_t value = 1; value <= kMost + 10; ++value) {
        OrderCheck tried = drawn.order;
        number(tried, field) = value;
        rest_of(tried, field) = Rest::kNone;
        valid[static_cast<std::size_t>(value)] = verdict(tried, drawn.context()).field != field;
    }
    return valid;
}

std::uint64_t seed_of_run() {
    const char* const set = std::getenv("CT_SEED");
    return set != nullptr ? std::strtoull(set, nullptr, 10) : 20'240'601;
}

TEST(ValidationProperties, TheNearestValueIsValidAndNoneIsNearer) {
    const std::uint64_t seed = seed_of_run();
    RecordProperty("seed", std::to_string(seed));
    SCOPED_TRACE("CT_SEED=" + std::to_string(seed));
    Random random(seed);
    int with_nearest = 0;
    int without = 0;
    for (int run = 0; run < 20'000 && !testing::Test::HasFailure(); ++run) {
        SCOPED_TRACE(run);
        Case drawn = draw(random);
        const Validation found = validate(drawn.order, drawn.context());
        ASSERT_EQ(found.ok(), verdict(drawn.order, drawn.context()).ok());
        const Field field = found.field;
        if (field != Field::kPrice && field != Field::kStopPrice && field != Field::kSize && field != Field::kDisplay) {
            continue;
        }
        const auto valid = valid_values(drawn, field);
        std::optional<std::int64_t> best;
        const std::int64_t at = quarters(number(drawn.order, field), rest_of(drawn.order, field));
        for (std::int64_t value = 1; value <= kMost + 10; ++value) {
            if (!valid[static_cast<std::size_t>(value)]) continue;
            if (!best || std::abs(quarters(value, Rest::kNone) - at) < std::abs(quarters(*best, Rest::kNone) - at)) {
                best = value;
            }
        }
        SCOPED_TRACE(message(found, drawn.order, kScale));
        if (!best) {
            ++without;
            EXPECT_EQ(found.nearest.unit, Amount::Unit::kNone);
            continue;
        }
        ++with_nearest;
        ASSERT_NE(found.nearest.unit, Amount::Unit::kNone);
        const auto nearest = static_cast<std::int64_t>(found.nearest.count);
        EXPECT_TRUE(valid[static_cast<std::size_t>(nearest)]) << nearest;
        EXPECT_EQ(std::abs(quarters(nearest, Rest::kNone) - at), std::abs(quarters(*best, Rest::kNone) - at));
    }
    EXPECT_GT(with_nearest, 5'000);
    EXPECT_GT(without, 500);
}

TEST(ValidationProperties, ARoundedOrderIsValidWhereItsFieldsHaveValues) {
    const std::uint64_t seed = seed_of_run();
    RecordProperty("seed", std::to_string(seed));
    SCOPED_TRACE("CT_SEED=" + std::to_string(seed));
    Random random(seed);
    int valid = 0;
    for (int run = 0; run < 50'000 && !testing::Test::HasFailure(); ++run) {
        SCOPED_TRACE(run);
        const Case drawn = draw(random);
        const CheckContext context = drawn.context();
        const Rounded rounded = round_order(drawn.order, context);
        const OrderCheck& order = rounded.order;
        SCOPED_TRACE(message(rounded.left, order, kScale));
        EXPECT_EQ(rounded.left.ok(), verdict(order, context).ok());
        EXPECT_EQ(rounded.price_changed,
                  order.price != drawn.order.price || order.price_rest != drawn.order.price_rest);
        const bool has_values = (!order.has_limit || !price_range(order, context).empty()) &&
                                (order.trigger == Trigger::kNone || !stop_range(order, context).empty()) &&
                                !quantity_range(order, context).empty() &&
                                (order.display.count == 0 || !display_range(order, context).empty());
        const bool may_pass = has_values && rounded.left.field != Field::kOpenOrders;
        EXPECT_EQ(rounded.left.ok(), may_pass);
        if (!rounded.left.ok()) continue;
        ++valid;
        const Rounded again = round_order(order, context);
        EXPECT_EQ(again.order, order);
        EXPECT_FALSE(again.price_changed || again.stop_changed || again.quantity_changed || again.display_changed);
    }
    EXPECT_GT(valid, 10'000);
}

TEST(ValidationProperties, AnyNumbersAtAllGiveAVerdict) {
    Random random(seed_of_run());
    for (int run = 0; run < 200'000; ++run) {
        Case drawn = draw(random);
        const auto any = [&] { return random.of_any_size(); };
        drawn.order.quantity = {any()};
        drawn.order.price = {any()};
        drawn.order.stop_price = {any()};
        drawn.order.display = {any()};
        drawn.filters.max_price = {};
        drawn.filters.max_quantity = {};
        drawn.prices = {{any()}, {any()}, {any()}, {any()}};
        drawn.account.position = Quantity{any()};
        const Validation found = validate(drawn.order, drawn.context());
        ASSERT_EQ(found.ok(), verdict(drawn.order, drawn.context()).ok());
        ASSERT_LT(message(found, drawn.order, kScale).size(), 400U);
    }
}

}  // namespace
}  // namespace ct::risk

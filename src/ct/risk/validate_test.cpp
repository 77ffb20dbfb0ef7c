#include "ct/risk/validate.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/filters.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/risk/checks_off.hpp"
#include "ct/risk/order_check.hpp"
#include "support/numbers.hpp"

namespace ct::risk {
namespace {

using test::money;
using test::rate;

/// Prices in cents, quantities in thousandths; nothing is on, nothing is known.
struct Rig {
    Scale scale{2, 3};
    Filters filters;
    MarketPrices prices;
    AccountCheck account;

    [[nodiscard]] CheckContext context() const { return {scale, filters, prices, account}; }
    /// "ok", or "reason field limit nearest".
    [[nodiscard]] std::string operator()(const OrderCheck& order) const {
        const Validation found = validate(order, context());
        EXPECT_EQ(found.ok(), verdict(order, context()).ok());
        if (found.ok()) return "ok";
        std::string text = std::string(ct::name(found.reason)) + " " + name(found.field);
        text += " " + (found.limit.unit == Amount::Unit::kNone ? "-" : found.limit.text(scale));
        return text + " " + (found.nearest.unit == Amount::Unit::kNone ? "-" : found.nearest.text(scale));
    }
};

OrderCheck limit(Side side, std::int64_t quantity, std::int64_t price) {
    return {.side = side, .has_limit = true, .quantity = {quantity}, .price = {price}};
}
OrderCheck buy(std::int64_t quantity, std::int64_t price) { return limit(Side::kBuy, quantity, price); }
OrderCheck sell(std::int64_t quantity, std::int64_t price) { return limit(Side::kSell, quantity, price); }
OrderCheck market(Side side, std::int64_t quantity) { return {.side = side, .quantity = {quantity}}; }
OrderCheck trigger(Side side, Trigger kind, std::int64_t quantity, std::int64_t stop) {
    return {.side = side, .trigger = kind, .quantity = {quantity}, .stop_price = {stop}};
}

TEST(Validate, WithoutFiltersAnythingPositiveIsValid) {
    const Rig rig;
    EXPECT_EQ(rig(buy(1, 1)), "ok");
    EXPECT_EQ(rig(market(Side::kSell, 1)), "ok");
    EXPECT_EQ(rig(trigger(Side::kBuy, Trigger::kStop, 1, 1)), "ok");
    EXPECT_EQ(rig(buy(0, 1)), "invalid_quantity size - -");
    EXPECT_EQ(rig(buy(-1, 1)), "invalid_quantity size - -");
    EXPECT_EQ(rig(buy(1, 0)), "invalid_price price - -");
    EXPECT_EQ(rig(buy(1, -1)), "invalid_price price - -");
    EXPECT_EQ(rig(trigger(Side::kBuy, Trigger::kStop, 1, 0)), "invalid_price stop_price - -");
    EXPECT_EQ(rig(trigger(Side::kBuy, Trigger::kStop, 1, -1)), "invalid_price stop_price - -");
    constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
    EXPECT_EQ(rig(buy(kLeast, kLeast)), "invalid_quantity size - -");
}

TEST(Validate, ATickSizeIsAStepOfLimitAndTriggerPrices) {
    const Rig rig{.filters = {.tick_size = {5}}};
    EXPECT_EQ(rig(buy(1, 100)), "ok");
    EXPECT_EQ(rig(buy(1, 101)), "tick_size price 0.05 1");
    EXPECT_EQ(rig(buy(1, 103)), "tick_size price 0.05 1.05");
    EXPECT_EQ(rig(buy(1, 1)), "tick_size price 0.05 0.05");  // 0 is no price
    EXPECT_EQ(rig(trigger(Side::kSell, Trigger::kStop, 1, 104)), "tick_size stop_price 0.05 1.05");
    EXPECT_EQ(rig({.quantity = {1}, .price = {101}}), "ok");  // what a market order expects is no order's price
}

TEST(Validate, OfTwoNearestPricesTheOneThatRoundingTakes) {
    const Rig rig{.filters = {.tick_size = {10}}};
    EXPECT_EQ(rig(buy(1, 105)), "tick_size price 0.1 1");
    EXPECT_EQ(rig(sell(1, 105)), "tick_size price 0.1 1.1");
    EXPECT_EQ(rig(trigger(Side::kBuy, Trigger::kStop, 1, 105)), "tick_size stop_price 0.1 1.1");
    EXPECT_EQ(rig(trigger(Side::kBuy, Trigger::kTakeProfit, 1, 105)), "tick_size stop_price 0.1 1");
}

TEST(Validate, MoreDecimalsThanTheGridHasAreNoMultiple) {
    Rig rig;
    OrderCheck order = buy(7, 100);
    order.price_rest = Rest::kBelowHalf;
    EXPECT_EQ(rig(order), "tick_size price 0.01 1");
    order.price_rest = Rest::kHalf;
    EXPECT_EQ(rig(order), "tick_size price 0.01 1");
    order.price_rest = Rest::kAboveHalf;
    EXPECT_EQ(rig(order), "tick_size price 0.01 1.01");
    order.price_rest = Rest::kNone;
    order.quantity_rest = Rest::kAboveHalf;
    EXPECT_EQ(rig(order), "lot_size size 0.001 0.008");
    order.quantity = {0};  // between 0 and the first count: too fine, not nothing
    EXPECT_EQ(rig(order), "lot_size size 0.001 0.001");
    rig.filters.tick_size = {3};
    order = buy(7, 4);
    order.price_rest = Rest::kHalf;  // 4.5 is half way between 3 and 6
    EXPECT_EQ(rig(order), "tick_size price 0.03 0.03");
    order.price_rest = Rest::kAboveHalf;
    EXPECT_EQ(rig(order), "tick_size price 0.03 0.06");
}

TEST(Validate, PricesLieBetweenLeastAndMost) {
    const Rig rig{.filters = {.tick_size = {5}, .min_price = {100}, .max_price = {202}}};
    EXPECT_EQ(rig(buy(1, 95)), "min_price price 1 1");
    EXPECT_EQ(rig(buy(1, 100)), "ok");
    EXPECT_EQ(rig(buy(1, 200)), "ok");
    EXPECT_EQ(rig(buy(1, 202)), "tick_size price 0.05 2");
    EXPECT_EQ(rig(buy(1, 205)), "max_price price 2.02 2");
    EXPECT_EQ(rig(trigger(Side::kBuy, Trigger::kStop, 1, 205)), "max_price stop_price 2.02 2");
    OrderCheck order = buy(1, 202);
    order.price_rest = Rest::kBelowHalf;
    EXPECT_EQ(rig(order), "max_price price 2.02 2");
}

TEST(Validate, WithoutAMostThePriceIsOneThatTheTypeHolds) {
    const Rig rig{.scale = {0, 0}};
    EXPECT_EQ(rig(buy(1, kMostCount)), "ok");
    EXPECT_EQ(rig(buy(1, kMostCount + 1)), "max_price price 9223372036854775806 9223372036854775806");
    // A quantity is also held to what Money holds: 1.7e20 units.
    EXPECT_EQ(rig(buy(std::numeric_limits<std::int64_t>::max(), 1)),
              "max_quantity size 9223372036854775806 9223372036854775806");
}

TEST(Validate, ALimitPriceStaysInTheBandAroundTheAverage) {
    Rig rig{.filters = {.buy_multiplier_down = rate("0.5"),
                        .buy_multiplier_up = rate("1.2"),
                        .sell_multiplier_down = rate("0.8"),
                        .sell_multiplier_up = rate("5"),
                        .percent_minutes = 5},
            .prices = {.last = {300}, .average = {1'003}}};
    EXPECT_EQ(rig(buy(1, 501)), "percent_price price 5.02 5.02");  // 10.03 / 2 = 5.015
    EXPECT_EQ(rig(buy(1, 502)), "ok");
    EXPECT_EQ(rig(buy(1, 1'203)), "ok");  // 12.036
    EXPECT_EQ(rig(buy(1, 1'204)), "percent_price price 12.03 12.03");
    EXPECT_EQ(rig(sell(1, 802)), "percent_price price 8.03 8.03");  // 8.024
    EXPECT_EQ(rig(sell(1, 803)), "ok");
    EXPECT_EQ(rig(sell(1, 5'015)), "ok");
    EXPECT_EQ(rig(sell(1, 5'016)), "percent_price price 50.15 50.15");
    EXPECT_EQ(rig(trigger(Side::kBuy, Trigger::kStop, 1, 5'016)), "ok");  // of a limit alone
    rig.filters.percent_minutes = 0;                                      // the last price then
    EXPECT_EQ(rig(buy(1, 360)), "ok");
    EXPECT_EQ(rig(buy(1, 361)), "percent_price price 3.6 3.6");
    rig.prices = {};
    EXPECT_EQ(rig(buy(1, 361)), "ok");  // and the result says that it is off
}

TEST(Validate, LotsAreStepLeastAndMostOfAQuantity) {
    const Rig rig{.filters = {.lot_size = {10}, .min_quantity = {20}, .max_quantity = {105}}};
    EXPECT_EQ(rig(buy(10, 1)), "min_quantity size 0.02 0.02");
    EXPECT_EQ(rig(buy(20, 1)), "ok");
    EXPECT_EQ(rig(buy(25, 1)), "lot_size size 0.01 0.02");  // of two the smaller
    EXPECT_EQ(rig(buy(26, 1)), "lot_size size 0.01 0.03");
    EXPECT_EQ(rig(buy(100, 1)), "ok");
    EXPECT_EQ(rig(buy(104, 1)), "lot_size size 0.01 0.1");
    EXPECT_EQ(rig(buy(106, 1)), "max_quantity size 0.105 0.1");
}

TEST(Validate, MarketOrdersHaveLotsOfTheirOwnBesides) {
    const Rig rig{.filters = {.lot_size = {4},
                              .max_quantity = {1'000},
                              .market_lot_size = {6},
                              .market_min_quantity = {20},
                              .market_max_quantity = {100}}};
    EXPECT_EQ(rig(market(Side::kBuy, 24)), "ok");
    EXPECT_EQ(rig(market(Side::kBuy, 28)), "lot_size size 0.012 0.024");
    EXPECT_EQ(rig(market(Side::kBuy, 30)), "lot_size size 0.012 0.024");
    EXPECT_EQ(rig(market(Side::kBuy, 12)), "min_quantity size 0.02 0.024");
    EXPECT_EQ(rig(market(Side::kBuy, 120)), "max_quantity size 0.1 0.096");
    EXPECT_EQ(rig(buy(120, 1)), "ok");
    EXPECT_EQ(rig(trigger(Side::kBuy, Trigger::kStop, 28, 1)), "ok");  // not a market order yet
}

TEST(Validate, ANotionalIsPriceTimesQuantity) {
    Rig rig{.filters = {.lot_size = {2}, .min_notional = money("5"), .max_notional = money("10")}};
    EXPECT_EQ(rig(buy(498, 1'000)), "min_notional size 5 0.5");
    EXPECT_EQ(rig(buy(500, 1'000)), "ok");
    EXPECT_EQ(rig(buy(1'000, 1'000)), "ok");
    EXPECT_EQ(rig(buy(1'002, 1'000)), "max_notional size 10 1");
    EXPECT_EQ(rig(buy(1'666, 300)), "min_notional size 5 1.668");  // 4.998, and 5.004
    EXPECT_EQ(rig(trigger(Side::kSell, Trigger::kStop, 498, 1'000)), "min_notional size 5 0.5");
    EXPECT_EQ(rig(market(Side::kBuy, 2)), "ok");
}

TEST(Validate, TheNotionalOfAMarketOrderIsAtTheAverageWhereTheFilterSaysSo) {
    Rig rig{.filters = {.min_notional = money("5"), .max_notional = money("10"), .notional_minutes = 5},
            .prices = {.last = {2'000}, .average = {1'000}}};
    EXPECT_EQ(rig(market(Side::kBuy, 1)), "ok");
    rig.filters.min_notional_for_market = true;
    EXPECT_EQ(rig(market(Side::kBuy, 499)), "min_notional size 5 0.5");
    EXPECT_EQ(rig(market(Side::kBuy, 5'000)), "ok");
    rig.filters.max_notional_for_market = true;
    EXPECT_EQ(rig(market(Side::kBuy, 1'001)), "max_notional size 10 1");
    rig.filters.notional_minutes = 0;
    EXPECT_EQ(rig(market(Side::kBuy, 249)), "min_notional size 5 0.25");
    rig.prices = {};
    EXPECT_EQ(rig(market(Side::kBuy, 249)), "ok");
    EXPECT_EQ(rig({.quantity = {249}, .price = {2'000}}), "min_notional size 5 0.25");  // what its sender expects
}

TEST(Validate, ANotionalThatMoneyCannotHoldIsTooMuch) {
    const Rig rig{.scale = {0, 0}};
    EXPECT_EQ(rig(buy(kMostCount, kMostCount)), "max_notional size 170141183460469231731.687303715884105727 18");
}

TEST(Validate, AnIcebergShowsEnoughOfItself) {
    const Rig rig{.filters = {.lot_size = {2}, .min_quantity = {10}, .iceberg_parts = 10}};
    const auto iceberg = [&](std::int64_t quantity, std::int64_t display) {
        OrderCheck order = buy(quantity, 1);
        order.display = {display};
        return rig(order);
    };
    EXPECT_EQ(iceberg(200, 20), "ok");
    EXPECT_EQ(iceberg(200, 18), "iceberg_parts display 10 0.02");
    EXPECT_EQ(iceberg(200, 21), "lot_size display 0.002 0.02");
    EXPECT_EQ(iceberg(50, 8), "min_quantity display 0.01 0.01");
    EXPECT_EQ(iceberg(50, 52), "max_quantity display 0.05 0.05");
    EXPECT_EQ(iceberg(50, -2), "invalid_quantity display - -");
    OrderCheck order = market(Side::kBuy, 200);
    order.display = {20};
    EXPECT_EQ(rig(order), "contradiction display - -");
}

TEST(Validate, OpenOrdersAreCounted) {
    Rig rig{.filters = {.max_orders = 10, .max_algo_orders = 5, .max_iceberg_orders = 2}};
    const OrderCheck stop = trigger(Side::kBuy, Trigger::kStop, 1, 1);
    OrderCheck iceberg = buy(2, 1);
    iceberg.display = {1};
    rig.account = {.open_orders = 9, .open_algo_orders = 4, .open_iceberg_orders = 1};
    for (const OrderCheck& order : {buy(1, 1), stop, iceberg}) EXPECT_EQ(rig(order), "ok");
    rig.account = {.open_orders = 9, .open_algo_orders = 5, .open_iceberg_orders = 2};
    EXPECT_EQ(rig(buy(1, 1)), "ok");
    EXPECT_EQ(rig(stop), "max_algo_orders open_orders 5 -");
    EXPECT_EQ(rig(iceberg), "max_iceberg_orders open_orders 2 -");
    rig.account = {.open_orders = 10};
    for (const OrderCheck& order : {buy(1, 1), stop, iceberg}) EXPECT_EQ(rig(order), "max_orders open_orders 10 -");
}

TEST(Validate, ATriggerWaitsOnItsSideOfTheLastPrice) {
    const Rig rig{.filters = {.tick_size = {5}}, .prices = {.last = {100}}};
    EXPECT_EQ(rig(trigger(Side::kBuy, Trigger::kStop, 1, 105)), "ok");
    EXPECT_EQ(rig(trigger(Side::kBuy, Trigger::kStop, 1, 100)), "trigger_side stop_price 1 1.05");
    EXPECT_EQ(rig(trigger(Side::kBuy, Trigger::kStop, 1, 60)), "trigger_side stop_price 1 1.05");
    EXPECT_EQ(rig(trigger(Side::kSell, Trigger::kStop, 1, 95)), "ok");
    EXPECT_EQ(rig(trigger(Side::kSell, Trigger::kStop, 1, 100)), "trigger_side stop_price 1 0.95");
    EXPECT_EQ(rig(trigger(Side::kBuy, Trigger::kTakeProfit, 1, 95)), "ok");
    EXPECT_EQ(rig(trigger(Side::kBuy, Trigger::kTakeProfit, 1, 100)), "trigger_side stop_price 1 0.95");
    EXPECT_EQ(rig(trigger(Side::kSell, Trigger::kTakeProfit, 1, 105)), "ok");
    EXPECT_EQ(rig(trigger(Side::kSell, Trigger::kTakeProfit, 1, 100)), "trigger_side stop_price 1 1.05");
}

TEST(Validate, PostOnlyMustNotCross) {
    Rig rig{.filters = {.tick_size = {5}}, .prices = {.last = {100}, .bid = {95}, .ask = {110}}};
    const auto post_only = [&](OrderCheck order) {
        order.is_post_only = true;
        return rig(order);
    };
    EXPECT_EQ(post_only(buy(1, 105)), "ok");
    EXPECT_EQ(post_only(buy(1, 110)), "post_only_would_cross price 1.1 1.05");
    EXPECT_EQ(post_only(sell(1, 100)), "ok");
    EXPECT_EQ(post_only(sell(1, 95)), "post_only_would_cross price 0.95 1");
    rig.prices = {.last = {100}};
    EXPECT_EQ(post_only(buy(1, 100)), "post_only_would_cross price 1 0.95");
    EXPECT_EQ(post_only(buy(1, 95)), "ok");
    EXPECT_EQ(post_only(market(Side::kBuy, 1)), "contradiction post_only - -");
    EXPECT_EQ(post_only(trigger(Side::kBuy, Trigger::kStop, 1, 105)), "contradiction post_only - -");
    OrderCheck immediate = buy(1, 95);
    immediate.is_immediate = true;
    EXPECT_EQ(post_only(immediate), "contradiction post_only - -");
    OrderCheck with_stop = buy(1, 95);
    with_stop.stop_price = {90};
    EXPECT_EQ(rig(with_stop), "contradiction stop_price - -");
}

TEST(Validate, ReduceOnlyClosesAtMost) {
    Rig rig{.filters = {.lot_size = {2}}};
    const auto reduce = [&](Side side, std::int64_t quantity) {
        OrderCheck order = market(side, quantity);
        order.is_reduce_only = true;
        return rig(order);
    };
    EXPECT_EQ(reduce(Side::kSell, 2), "ok");  // not known
    rig.account.position = Quantity{5};
    EXPECT_EQ(reduce(Side::kSell, 4), "ok");
    EXPECT_EQ(reduce(Side::kSell, 6), "reduce_only size 0.005 0.004");
    EXPECT_EQ(reduce(Side::kBuy, 2), "reduce_only size 0.005 -");
    rig.account.position = Quantity{-4};
    EXPECT_EQ(reduce(Side::kBuy, 4), "ok");
    EXPECT_EQ(reduce(Side::kBuy, 6), "reduce_only size -0.004 0.004");
    EXPECT_EQ(reduce(Side::kSell, 2), "reduce_only size -0.004 -");
}

TEST(Validate, APositionWithItsOpenBuysHasAMost) {
    Rig rig{.filters = {.max_position = {100}}};
    EXPECT_EQ(rig(buy(101, 1)), "ok");  // not known
    rig.account = {.position = Quantity{30}, .open_buys = {20}};
    EXPECT_EQ(rig(buy(50, 1)), "ok");
    EXPECT_EQ(rig(buy(51, 1)), "max_position size 0.1 0.05");
    EXPECT_EQ(rig(sell(500, 1)), "ok");
    rig.account.position = Quantity{90};
    EXPECT_EQ(rig(buy(1, 1)), "max_position size 0.1 -");
}

TEST(Validate, ABuyIsPaidAndASaleIsThere) {
    Rig rig{.filters = {.lot_size = {2}}};
    rig.account = {.cash = money("10.01"), .free = Quantity{5}, .fee = rate("0.001")};
    EXPECT_EQ(rig(buy(1'000, 1'000)), "ok");  // 10 and 0.01
    EXPECT_EQ(rig(buy(1'002, 1'000)), "insufficient_cash size 10.01 1");
    rig.account.cash = money("10.009999999999999999");
    EXPECT_EQ(rig(buy(1'000, 1'000)), "insufficient_cash size 10.009999999999999999 0.998");
    EXPECT_EQ(rig(trigger(Side::kBuy, Trigger::kStop, 1'000, 1'000)),
              "insufficient_cash size 10.009999999999999999 0.998");
    rig.account.cash = money("0");
    EXPECT_EQ(rig(buy(2, 1'000)), "insufficient_cash size 0 -");
    EXPECT_EQ(rig(sell(4, 1'000)), "ok");
    EXPECT_EQ(rig(sell(6, 1'000)), "insufficient_position size 0.005 0.004");
}

TEST(Validate, AMarketBuyIsPaidAtTheAsk) {
    Rig rig{.prices = {.last = {1'000}, .average = {900}, .ask = {1'100}}};
    rig.account.cash = money("11");
    EXPECT_EQ(rig(market(Side::kBuy, 1'000)), "ok");
    EXPECT_EQ(rig(market(Side::kBuy, 1'001)), "insufficient_cash size 11 1");
    rig.prices.ask = {};
    EXPECT_EQ(rig(market(Side::kBuy, 1'100)), "ok");
    EXPECT_EQ(rig(market(Side::kBuy, 1'101)), "insufficient_cash size 11 1.1");
    rig.prices = {};
    EXPECT_EQ(rig({.quantity = {501}, .price = {2'200}}), "insufficient_cash size 11 0.5");
}

TEST(Validate, SaysInOneSentenceWhatIsWrong) {
    const Rig rig{.filters = {.tick_size = {5}}};
    OrderCheck order = buy(1, 101);
    order.price_rest = Rest::kHalf;
    const Validation found = validate(order, rig.context());
    EXPECT_EQ(message(found, order, rig.scale), "price 1.01...: expected a multiple of 0.05, nearest 1");
    EXPECT_EQ(message({}, order, rig.scale), "");
    const auto sentence = [&](const OrderCheck& wrong, const Rig& of) {
        return message(validate(wrong, of.context()), wrong, of.scale);
    };
    const Rig band{.filters = {.buy_multiplier_down = rate("0.5"), .buy_multiplier_up = rate("2")},
                   .prices = {.last = {1'000}}};
    EXPECT_EQ(sentence(buy(1, 400), band), "price 4: too far from the market, expected at least 5, nearest 5");
    EXPECT_EQ(sentence(buy(1, 2'500), band), "price 25: too far from the market, expected at most 20, nearest 20");
    EXPECT_EQ(sentence(trigger(Side::kBuy, Trigger::kStop, 1, 900), band),
              "stop_price 9: would trigger at once, expected a price above the last one of 10, nearest 10.01");
    EXPECT_EQ(sentence(trigger(Side::kSell, Trigger::kStop, 1, 1'000), band),
              "stop_price 10: would trigger at once, expected a price below the last one of 10, nearest 9.99");
    order = trigger(Side::kBuy, Trigger::kStop, 1, 1'100);
    order.price = {1'100};
    EXPECT_EQ(sentence(order, band),
              "price 11: a stop or take-profit order has its stop_price alone; with a price it is a stop_limit or "
              "take_profit_limit order");
    order = buy(-1, 1);  // what was no number comes as one below 0
    EXPECT_EQ(message(validate(order, rig.context()), order, rig.scale), "size: expected a number above 0");
}

TEST(ChecksOff, NamesWhatAnOrderWasNotHeldTo) {
    Rig rig;
    using Names = std::vector<std::string_view>;
    EXPECT_EQ(ChecksOff::of(buy(1, 1), rig.context()).names(), (Names{"tick_size",
                                                                      "min_price",
                                                                      "max_price",
                                                                      "lot_size",
                                                                      "min_quantity",
                                                                      "max_quantity",
                                                                      "market_lot_size",
                                                                      "market_min_quantity",
                                                                      "market_max_quantity",
                                                                      "max_position",
                                                                      "min_notional",
                                                                      "max_notional",
                                                                      "buy_multiplier_down",
                                                                      "buy_multiplier_up",
                                                                      "sell_multiplier_down",
                                                                      "sell_multiplier_up",
                                                                      "max_orders",
                                                                      "max_algo_orders",
                                                                      "max_iceberg_orders",
                                                                      "iceberg_parts",
                                                                      "trigger_side",
                                                                      "post_only",
                                                                      "reduce_only",
                                                                      "cash",
                                                                      "free"}));
    rig.filters = {.tick_size = {1},
                   .min_price = {1},
                   .max_price = {9},
                   .lot_size = {1},
                   .min_quantity = {1},
                   .max_quantity = {9},
                   .market_lot_size = {1},
                   .market_min_quantity = {1},
                   .market_max_quantity = {9},
                   .max_position = {9},
                   .min_notional = {1},
                   .max_notional = {9},
                   .buy_multiplier_down = {1},
                   .buy_multiplier_up = {9},
                   .sell_multiplier_down = {1},
                   .sell_multiplier_up = {9},
                   .max_orders = 9,
                   .max_algo_orders = 9,
                   .max_iceberg_orders = 9,
                   .iceberg_parts = 9};
    EXPECT_EQ(ChecksOff::of(market(Side::kBuy, 1), rig.context()).names(),
              (Names{"max_position", "min_notional", "max_notional", "buy_multiplier_down", "buy_multiplier_up",
                     "sell_multiplier_down", "sell_multiplier_up", "max_orders", "max_algo_orders",
                     "max_iceberg_orders", "trigger_side", "post_only", "reduce_only", "cash", "free"}));
    rig.prices.last = {1};
    rig.account = {.cash = Money{},
                   .free = Quantity{},
                   .position = Quantity{},
                   .open_orders = 0,
                   .open_algo_orders = 0,
                   .open_iceberg_orders = 0};
    EXPECT_EQ(ChecksOff::of(market(Side::kBuy, 1), rig.context()).names(), Names{});
}

}  // namespace
}  // namespace ct::risk

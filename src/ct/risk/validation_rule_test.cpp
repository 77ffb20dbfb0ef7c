#include "ct/risk/validation_rule.hpp"

#include <cstdint>
#include <limits>
#include <optional>

#include <gtest/gtest.h>

#include "ct/account/account.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {
namespace {

constexpr TimeNs kNowNs = 1000;
constexpr std::int64_t kLeastCount = std::numeric_limits<std::int64_t>::min();

/// The reason of the rule's no, kNone when the order may pass.
Reason reason_of(const OrderRequest& order, std::optional<Price> last_price = Price{100},
                 const Filters* filters = nullptr) {
    const Instrument instrument = Instrument::make("BTC/USDT", {2, 3}).value();
    const Account account = Account::make({&instrument, 1}).value();
    const auto rejection = ValidationRule()
                               .check(order, {.account = account,
                                              .instrument = instrument,
                                              .last_price = last_price,
                                              .now_ns = kNowNs,
                                              .filters = filters})
                               .value();
    return rejection ? rejection->reason : Reason::kNone;
}

OrderRequest market(std::int64_t quantity) { return {.quantity = {quantity}}; }
OrderRequest limit(std::int64_t price) { return {.type = OrderType::kLimit, .quantity = {1}, .limit_price = {price}}; }
OrderRequest stop(std::int64_t price) { return {.type = OrderType::kStop, .quantity = {1}, .stop_price = {price}}; }

TEST(ValidationRule, AQuantityMustBePositive) {
    EXPECT_EQ(reason_of(market(1)), Reason::kNone);
    EXPECT_EQ(reason_of(market(0)), Reason::kInvalidQuantity);
    EXPECT_EQ(reason_of(market(-1)), Reason::kInvalidQuantity);
    EXPECT_EQ(reason_of(market(kLeastCount)), Reason::kInvalidQuantity);
}

TEST(ValidationRule, ALimitOrderNeedsAPositiveLimitPrice) {
    EXPECT_EQ(reason_of(limit(1)), Reason::kNone);
    EXPECT_EQ(reason_of(limit(0)), Reason::kInvalidPrice);
    EXPECT_EQ(reason_of(limit(-1)), Reason::kInvalidPrice);
    OrderRequest only_a_stop = limit(0);
    only_a_stop.stop_price = {5};
    EXPECT_EQ(reason_of(only_a_stop), Reason::kInvalidPrice);
}

TEST(ValidationRule, AStopOrderNeedsAPositiveStopPrice) {
    EXPECT_EQ(reason_of(stop(1)), Reason::kNone);
    EXPECT_EQ(reason_of(stop(0)), Reason::kInvalidPrice);
    EXPECT_EQ(reason_of(stop(-1)), Reason::kInvalidPrice);
    OrderRequest only_a_limit = stop(0);
    only_a_limit.limit_price = {5};
    EXPECT_EQ(reason_of(only_a_limit), Reason::kInvalidPrice);
}

TEST(ValidationRule, AMarketThatHasNoPriceYetTakesNoOrder) {
    EXPECT_EQ(reason_of(market(1), std::nullopt), Reason::kNoPrice);
    EXPECT_EQ(reason_of(limit(1), std::nullopt), Reason::kNoPrice);
    EXPECT_EQ(reason_of(stop(1), std::nullopt), Reason::kNoPrice);
}

TEST(ValidationRule, ASellIsHeldToTheSameRules) {
    for (OrderRequest order : {market(0), limit(0), stop(0)}) {
        order.side = Side::kSell;
        EXPECT_NE(reason_of(order), Reason::kNone);
    }
}

OrderRequest trailing(std::int64_t amount, std::int64_t share, std::int64_t stop = 90) {
    return {.side = Side::kSell,
            .type = OrderType::kTrailingStop,
            .quantity = {1},
            .stop_price = {stop},
            .trail_amount = {amount},
            .trail_share = {share}};
}

TEST(ValidationRule, ATrailingOrderHasOneDistance) {
    EXPECT_EQ(reason_of(trailing(5, 0)), Reason::kNone);
    EXPECT_EQ(reason_of(trailing(0, Rate::kOne / 10)), Reason::kNone);
    EXPECT_EQ(reason_of(trailing(0, 0)), Reason::kInvalidTrail);
    EXPECT_EQ(reason_of(trailing(5, Rate::kOne / 10)), Reason::kInvalidTrail);
    EXPECT_EQ(reason_of(trailing(-5, 0)), Reason::kInvalidTrail);
    EXPECT_EQ(reason_of(trailing(0, -1)), Reason::kInvalidTrail);
    EXPECT_EQ(reason_of(trailing(0, Rate::kOne)), Reason::kInvalidTrail);
    EXPECT_EQ(reason_of(trailing(5, 0, 0)), Reason::kInvalidTrail);  // no stop above zero is left
    OrderRequest order = trailing(5, 0);
    order.limit_offset = {1};
    EXPECT_EQ(reason_of(order), Reason::kContradiction);
    order.type = OrderType::kTrailingStopLimit;
    EXPECT_EQ(reason_of(order), Reason::kNone);
    order.limit_price = {80};
    EXPECT_EQ(reason_of(order), Reason::kContradiction);
}

TEST(ValidationRule, FieldsOfAnotherTypeAreContradictions) {
    OrderRequest order = market(1);
    order.stop_price = {5};
    EXPECT_EQ(reason_of(order), Reason::kContradiction);
    order = market(1);
    order.limit_price = {5};
    EXPECT_EQ(reason_of(order), Reason::kContradiction);
    order = limit(5);
    order.stop_price = {5};
    EXPECT_EQ(reason_of(order), Reason::kContradiction);
    order = limit(5);
    order.trail_amount = {5};
    EXPECT_EQ(reason_of(order), Reason::kContradiction);
    order = market(1);
    order.display = {1};
    EXPECT_EQ(reason_of(order), Reason::kContradiction);
}

TEST(ValidationRule, AnOrderForADateNeedsOneThatIsAhead) {
    OrderRequest order = limit(5);
    order.time_in_force = TimeInForce::kGtd;
    EXPECT_EQ(reason_of(order), Reason::kInvalidTime);
    order.expire_ns = kNowNs;
    EXPECT_EQ(reason_of(order), Reason::kInvalidTime);
    order.expire_ns = kNowNs + 1;
    EXPECT_EQ(reason_of(order), Reason::kNone);
    order.time_in_force = TimeInForce::kGtc;
    EXPECT_EQ(reason_of(order), Reason::kContradiction);
}

TEST(ValidationRule, OnlyMarketAndLimitOrdersAreForAnOpenOrAClose) {
    for (const TimeInForce time : {TimeInForce::kOnOpen, TimeInForce::kOnClose}) {
        for (OrderRequest order : {market(1), limit(5), stop(5)}) {
            order.time_in_force = time;
            EXPECT_EQ(reason_of(order), has_trigger(order.type) ? Reason::kContradiction : Reason::kNone);
        }
    }
}

TEST(ValidationRule, PostOnlyIsForLimitOrdersThatCanRest) {
    OrderRequest order = limit(99);
    order.post_only = true;
    EXPECT_EQ(reason_of(order), Reason::kNone);
    order.limit_price = {100};  // at the last price, where somebody sells
    constexpr Filters kFilters{.tick_size = {1}};
    EXPECT_EQ(reason_of(order), Reason::kNone);  // the open it meets decides
    EXPECT_EQ(reason_of(order, Price{100}, &kFilters), Reason::kPostOnlyWouldCross);
    order.parent = 1;  // it comes to the market later
    EXPECT_EQ(reason_of(order, Price{100}, &kFilters), Reason::kNone);
    order = market(1);
    order.post_only = true;
    EXPECT_EQ(reason_of(order), Reason::kContradiction);
    for (const TimeInForce time : {TimeInForce::kIoc, TimeInForce::kFok, TimeInForce::kOnOpen}) {
        order = limit(99);
        order.post_only = true;
        order.time_in_force = time;
        EXPECT_EQ(reason_of(order), Reason::kContradiction);
    }
}

TEST(ValidationRule, AnIcebergShowsNoMoreThanItIs) {
    OrderRequest order = limit(99);
    order.quantity = {10};
    order.display = {10};
    EXPECT_EQ(reason_of(order), Reason::kNone);
    order.display = {11};
    EXPECT_EQ(reason_of(order), Reason::kMaxQuantity);
    order.display = {-1};
    EXPECT_EQ(reason_of(order), Reason::kInvalidQuantity);
}

TEST(ValidationRule, ATriggerOnTheWrongSideIsRefusedOnlyByAMarketWithFilters) {
    constexpr Filters kFilters{.tick_size = {1}};
    EXPECT_EQ(reason_of(stop(90)), Reason::kNone);
    EXPECT_EQ(reason_of(stop(90), Price{100}, &kFilters), Reason::kTriggerSide);
    EXPECT_EQ(reason_of(stop(110), Price{100}, &kFilters), Reason::kNone);
    OrderRequest child = stop(90);
    child.parent = 1;
    EXPECT_EQ(reason_of(child, Price{100}, &kFilters), Reason::kNone);
}

TEST(ValidationRule, TellsWhatWasThereAndWhatIsAllowed) {
    constexpr Filters kFilters{.max_price = {200}, .min_quantity = {5}};
    const Instrument instrument = Instrument::make("BTC/USDT", {2, 3}).value();
    const Account account = Account::make({&instrument, 1}).value();
    const Situation situation{
        .account = account, .instrument = instrument, .last_price = Price{100}, .filters = &kFilters};
    const auto of_quantity = ValidationRule().check(market(4), situation).value();
    EXPECT_EQ(of_quantity->finding.unit, Finding::Unit::kBase);
    EXPECT_EQ(of_quantity->finding.value, int128{4} * 1'000'000'000'000'000);  // 0.004
    EXPECT_EQ(of_quantity->finding.limit, int128{5} * 1'000'000'000'000'000);
    OrderRequest order = limit(201);
    order.quantity = {5};
    const auto of_price = ValidationRule().check(order, situation).value();
    EXPECT_EQ(of_price->finding.unit, Finding::Unit::kQuote);
    EXPECT_EQ(of_price->finding.limit, int128{2} * 1'000'000'000'000'000'000);
}

}  // namespace
}  // namespace ct::risk

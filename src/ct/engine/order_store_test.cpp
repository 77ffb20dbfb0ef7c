#include "ct/engine/order_store.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "support/numbers.hpp"

namespace ct::engine {
namespace {

using enum OrderStatus;

constexpr std::array kAllStatuses = {kCreated, kSubmitted, kAccepted, kPartiallyFilled,
                                     kFilled,  kCanceled,  kRejected, kExpired};

/// Each status and what may follow it, from the state diagram.
const std::vector<std::vector<OrderStatus>>& followers() {
    static const std::vector<std::vector<OrderStatus>> kFollowers = {
        /* created */ {kSubmitted, kRejected},
        /* submitted */ {kAccepted, kPartiallyFilled, kFilled, kCanceled, kRejected, kExpired},
        /* accepted */ {kPartiallyFilled, kFilled, kCanceled, kRejected, kExpired},
        /* partially_filled */ {kPartiallyFilled, kFilled, kCanceled, kRejected, kExpired},
        /* filled */ {},
        /* canceled */ {},
        /* rejected */ {},
        /* expired */ {},
    };
    return kFollowers;
}

/// A store with one order in a status.
OrderStore store_at(OrderStatus status) {
    OrderStore store;
    store.create({.quantity = {10}}, 5, {});
    std::vector<OrderStatus> path;
    if (status != kCreated && status != kRejected) path.push_back(kSubmitted);
    if (status == kPartiallyFilled) path.push_back(kAccepted);
    if (status != kCreated && status != kSubmitted) path.push_back(status);
    for (const OrderStatus next : path) EXPECT_TRUE(store.transition(1, next, 6));
    EXPECT_EQ(store.at(1).status, status);
    return store;
}

TEST(OrderStore, NumbersOrdersFromOneInTheOrderOfTheirMaking) {
    OrderStore store;
    EXPECT_FALSE(store.contains(1));
    EXPECT_EQ(store.create({.instrument = 0, .quantity = {10}}, 100, {}), 1U);
    EXPECT_EQ(store.create({.instrument = 1, .side = Side::kSell, .quantity = {20}}, 200, {}), 2U);
    EXPECT_FALSE(store.contains(0));
    EXPECT_TRUE(store.contains(1));
    EXPECT_TRUE(store.contains(2));
    EXPECT_FALSE(store.contains(3));
    ASSERT_EQ(store.all().size(), 2U);
    const Order& order = store.at(2);
    EXPECT_EQ(order.id, 2U);
    EXPECT_EQ(order.status, kCreated);
    EXPECT_EQ(order.created_ns, 200);
    EXPECT_EQ(order.updated_ns, 200);
    EXPECT_EQ(order.request.instrument, 1U);
    EXPECT_EQ(order.request.side, Side::kSell);
    EXPECT_EQ(order.request.quantity, Quantity{20});
}

TEST(OrderStore, AllowsExactlyTheStepsOfTheStateMachine) {
    for (std::size_t from = 0; from < kAllStatuses.size(); ++from) {
        for (const OrderStatus to : kAllStatuses) {
            SCOPED_TRACE(std::string(name(kAllStatuses[from])) + " -> " + name(to));
            const auto& allowed = followers()[from];
            const bool may = std::ranges::find(allowed, to) != allowed.end();
            OrderStore store = store_at(kAllStatuses[from]);
            const auto update = store.transition(1, to, 7, Reason::kUserRequest);
            ASSERT_EQ(update.has_value(), may);
            if (may) {
                EXPECT_EQ(update->order_id, 1U);
                EXPECT_EQ(update->time_ns, 7);
                EXPECT_EQ(update->from, kAllStatuses[from]);
                EXPECT_EQ(update->to, to);
                EXPECT_EQ(update->reason, Reason::kUserRequest);
                EXPECT_EQ(store.at(1).status, to);
                EXPECT_EQ(store.at(1).reason, Reason::kUserRequest);
                EXPECT_EQ(store.at(1).updated_ns, 7);
                EXPECT_EQ(store.at(1).created_ns, 5);
            } else {
                EXPECT_EQ(update.error().code, ErrorCode::kInvalidData);
                EXPECT_EQ(store.at(1).status, kAllStatuses[from]);  // unchanged
            }
        }
    }
}

TEST(OrderStore, AWrongStepNamesTheOrderAndBothStatuses) {
    OrderStore store = store_at(kFilled);
    EXPECT_EQ(store.transition(1, kCanceled, 7).error().message, "order 1 cannot go from filled to canceled");
}

TEST(OrderStore, CountsOrdersThatMayStillFill) {
    OrderStore store;
    for (int i = 0; i < 3; ++i) store.create({.quantity = {1}}, 0, {});
    EXPECT_EQ(store.working().size(), 0U);
    ASSERT_TRUE(store.transition(1, kSubmitted, 1));
    ASSERT_TRUE(store.transition(2, kSubmitted, 1));
    ASSERT_TRUE(store.transition(3, kRejected, 1));
    EXPECT_EQ(store.working().size(), 2U);
    ASSERT_TRUE(store.transition(1, kAccepted, 2));
    EXPECT_EQ(store.working().size(), 2U);
    ASSERT_TRUE(store.transition(1, kCanceled, 3));
    EXPECT_EQ(store.working().size(), 1U);
    ASSERT_TRUE(store.fill(2, {1}, 3));
    EXPECT_EQ(store.working().size(), 0U);
}

TEST(OrderStore, FillsInPartsUntilTheOrderIsFilled) {
    OrderStore store = store_at(kAccepted);
    EXPECT_EQ(store.fill(1, {3}, 7)->to, kPartiallyFilled);
    EXPECT_EQ(store.at(1).filled, Quantity{3});
    EXPECT_EQ(store.fill(1, {6}, 8)->to, kPartiallyFilled);
    EXPECT_EQ(store.at(1).filled, Quantity{9});
    const auto last = store.fill(1, {1}, 9);
    ASSERT_TRUE(last);
    EXPECT_EQ(last->from, kPartiallyFilled);
    EXPECT_EQ(last->to, kFilled);
    EXPECT_EQ(store.at(1).filled, Quantity{10});
}

TEST(OrderStore, AFillBeyondTheQuantityIsAnErrorAndChangesNothing) {
    OrderStore store = store_at(kAccepted);
    ASSERT_TRUE(store.fill(1, {9}, 7));
    const auto update = store.fill(1, {2}, 8);
    ASSERT_FALSE(update);
    EXPECT_EQ(update.error().code, ErrorCode::kInvalidData);
    EXPECT_EQ(store.at(1).filled, Quantity{9});
    EXPECT_EQ(store.at(1).status, kPartiallyFilled);
}

TEST(OrderStore, AFillOfAFinishedOrderIsAnErrorAndChangesNothing) {
    OrderStore store = store_at(kCanceled);
    const auto update = store.fill(1, {1}, 8);
    ASSERT_FALSE(update);
    EXPECT_EQ(update.error().code, ErrorCode::kInvalidData);
    EXPECT_EQ(store.at(1).filled, Quantity{});
    EXPECT_EQ(store.at(1).status, kCanceled);
}

TEST(OrderStore, NewsOfAnOrderThatDoesNotExistAreAnError) {
    OrderStore store;
    EXPECT_EQ(store.transition(1, kAccepted, 7).error().code, ErrorCode::kInvalidData);
    EXPECT_EQ(store.fill(1, {1}, 7).error().code, ErrorCode::kInvalidData);
    EXPECT_EQ(store.fill(0, {1}, 7).error().message, "a report names order 0, which does not exist");
}

TEST(OrderStore, MovesTheStopOfATrailingOrderThatWorksAndOfNoOther) {
    OrderStore store = store_at(kAccepted);
    EXPECT_EQ(store.trail(1, {90}).error().message, "a report moves the stop of order 1, which does not trail");
    EXPECT_EQ(store.trail(2, {90}).error().code, ErrorCode::kInvalidData);
    store.create({.type = OrderType::kTrailingStop, .quantity = {1}, .stop_price = {80}}, 5, {});
    EXPECT_FALSE(store.trail(2, {90}));
    ASSERT_TRUE(store.transition(2, kSubmitted, 5));
    ASSERT_TRUE(store.trail(2, {90}));
    EXPECT_EQ(store.at(2).request.stop_price, Price{90});
}

TEST(OrderStore, KeepsHowMuchCashARejectionMissed) {
    OrderStore store = store_at(kCreated);
    store.note_cash(1, test::money("10"), test::money("3"));
    EXPECT_EQ(store.at(1).needed, test::money("10"));
    EXPECT_EQ(store.at(1).available, test::money("3"));
}

TEST(OrderStore, AnOrderThatWasShrunkIsFilledByWhatIsLeft) {
    OrderStore store;
    store.create({.quantity = {10}}, 5, {});
    store.draft(1).request.quantity = {4};
    ASSERT_TRUE(store.transition(1, kSubmitted, 5));
    EXPECT_EQ(store.at(1).request.quantity, Quantity{4});
    EXPECT_EQ(store.fill(1, {4}, 6).value().to, kFilled);
}

}  // namespace
}  // namespace ct::engine

#include "ct/core/order.hpp"

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <type_traits>

#include <gtest/gtest.h>

#include "ct/core/approved.hpp"

namespace ct {
namespace {

constexpr OrderStatus kStatuses[] = {OrderStatus::kCreated,         OrderStatus::kSubmitted, OrderStatus::kAccepted,
                                     OrderStatus::kPartiallyFilled, OrderStatus::kFilled,    OrderStatus::kCanceled,
                                     OrderStatus::kRejected,        OrderStatus::kExpired};

TEST(Order, EveryPairOfStatuses) {
    // Rows: from. Columns: to created, submitted, accepted, partially filled, filled, canceled, rejected, expired.
    constexpr std::array<const char*, 8> kAllowed = {
        ".S....R.",  // created
        "..APFCRE",  // submitted
        "...PFCRE",  // accepted
        "...PFCRE",  // partially filled
        "........",  // filled
        "........",  // canceled
        "........",  // rejected
        "........",  // expired
    };
    for (std::size_t from = 0; from < kAllowed.size(); ++from) {
        for (std::size_t to = 0; to < kAllowed.size(); ++to) {
            EXPECT_EQ(may_follow(kStatuses[from], kStatuses[to]), kAllowed[from][to] != '.')
                << name(kStatuses[from]) << " -> " << name(kStatuses[to]);
        }
    }
}

TEST(Order, AFinalStatusIsNeitherLeftNorWorking) {
    for (const OrderStatus from : kStatuses) {
        bool left = false;
        for (const OrderStatus to : kStatuses) left = left || may_follow(from, to);
        EXPECT_EQ(is_final(from), !left) << name(from);
        EXPECT_FALSE(is_final(from) && is_working(from)) << name(from);
    }
    EXPECT_FALSE(is_working(OrderStatus::kCreated));
    EXPECT_TRUE(is_working(OrderStatus::kSubmitted));
    EXPECT_TRUE(is_working(OrderStatus::kAccepted));
    EXPECT_TRUE(is_working(OrderStatus::kPartiallyFilled));
}

TEST(Order, NamesAreDistinct) {
    std::set<std::string> names;
    for (const OrderStatus status : kStatuses) names.insert(name(status));
    EXPECT_EQ(names.size(), 8U);
    EXPECT_STREQ(name(OrderStatus::kPartiallyFilled), "partially_filled");
    EXPECT_STREQ(name(Side::kBuy), "buy");
    EXPECT_STREQ(name(Side::kSell), "sell");
    EXPECT_STREQ(name(OrderType::kMarket), "market");
    EXPECT_STREQ(name(OrderType::kLimit), "limit");
    EXPECT_STREQ(name(OrderType::kStop), "stop");
    EXPECT_STREQ(name(TimeInForce::kGtc), "gtc");
    EXPECT_STREQ(name(TimeInForce::kIoc), "ioc");
    std::set<std::string> reasons;
    for (const Reason reason :
         {Reason::kNone, Reason::kInsufficientCash, Reason::kInvalidQuantity, Reason::kInvalidPrice,
          Reason::kNotMarketable, Reason::kUserRequest, Reason::kNoPrice}) {
        reasons.insert(name(reason));
    }
    EXPECT_EQ(reasons.size(), 7U);
    EXPECT_EQ(reasons.count("unknown"), 0U);
    EXPECT_STREQ(name(Reason::kInsufficientCash), "insufficient_cash");
    EXPECT_EQ(opposite(Side::kBuy), Side::kSell);
    EXPECT_EQ(opposite(Side::kSell), Side::kBuy);
}

// Only the risk pipeline can approve an order: nobody can make one from an order, from nothing, or by derivation.
static_assert(!std::is_constructible_v<Approved<Order>, const Order&>);
static_assert(!std::is_constructible_v<Approved<Order>, Order&>);
static_assert(!std::is_constructible_v<Approved<Order>, Order>);
static_assert(!std::is_convertible_v<const Order&, Approved<Order>>);
static_assert(!std::is_default_constructible_v<Approved<Order>>);
static_assert(!std::is_aggregate_v<Approved<Order>>);
// Once approved, it can be handed on.
static_assert(std::is_copy_constructible_v<Approved<Order>>);

}  // namespace
}  // namespace ct

#include "ct/account/ledger.hpp"

#include <cstdint>
#include <limits>

#include <gtest/gtest.h>

#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "support/numbers.hpp"

namespace ct {
namespace {

using test::money;

constexpr Scale kScale{2, 3};

Fill fill_of(Side side) {
    return {.order_id = 9,
            .time_ns = 100,
            .instrument = 1,
            .side = side,
            .price = {10'050},    // 100.50
            .quantity = {2'500},  // 2.5
            .fee = money("0.25125")};
}

TEST(LedgerEntries, OfABuyTakeItsNotionalAndThenItsFeeAndGiveTheQuantity) {
    const auto entries = ledger_entries(fill_of(Side::kBuy), kScale, 200);
    ASSERT_TRUE(entries);
    const auto& [fill, fee] = *entries;
    EXPECT_EQ(fill.kind, LedgerKind::kFill);
    EXPECT_EQ(fill.cash, money("-251.25"));
    EXPECT_EQ(fill.quantity, Quantity{2'500});
    EXPECT_EQ(fee.kind, LedgerKind::kFee);
    EXPECT_EQ(fee.cash, money("-0.25125"));
    EXPECT_EQ(fee.quantity, Quantity{});
}

TEST(LedgerEntries, OfASellGiveItsNotionalTakeTheFeeAndTheQuantity) {
    const auto entries = ledger_entries(fill_of(Side::kSell), kScale, 200);
    ASSERT_TRUE(entries);
    EXPECT_EQ(entries->at(0).cash, money("251.25"));
    EXPECT_EQ(entries->at(0).quantity, Quantity{-2'500});
    EXPECT_EQ(entries->at(1).cash, money("-0.25125"));
    EXPECT_EQ(entries->at(1).quantity, Quantity{});
}

TEST(LedgerEntries, NameTheOrderTheInstrumentAndTheTimeOfBooking) {
    const auto entries = ledger_entries(fill_of(Side::kSell), kScale, 200);
    ASSERT_TRUE(entries);
    for (const LedgerEntry& entry : *entries) {
        EXPECT_EQ(entry.time_ns, 200);  // when the bar closed, not the fill's 100
        EXPECT_EQ(entry.instrument, 1U);
        EXPECT_EQ(entry.order_id, 9U);
    }
}

TEST(LedgerEntries, OfANotionalThatDoesNotFitAreAnOverflow) {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    Fill fill = fill_of(Side::kBuy);
    fill.price = {kMost};
    fill.quantity = {kMost};
    const auto entries = ledger_entries(fill, {0, 0}, 200);  // 8.5e37 units of 10^18 counts
    ASSERT_FALSE(entries);
    EXPECT_EQ(entries.error().code, ErrorCode::kOverflow);
}

}  // namespace
}  // namespace ct

#include "ct/account/position_book.hpp"

#include <cstdint>
#include <limits>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"

namespace ct {
namespace {

using test::money;

constexpr Scale kScale{2, 3};

Fill fill_of(Side side, std::int64_t price, std::int64_t quantity) {
    return {.side = side, .price = {price}, .quantity = {quantity}};
}

TEST(PositionBook, AveragesWhatIsEnteredAndRealisesWhatIsLeft) {
    PositionBook book({kScale});
    ASSERT_TRUE(book.fill(fill_of(Side::kBuy, 10'000, 1'000)));  // 1 at 100
    ASSERT_TRUE(book.fill(fill_of(Side::kBuy, 11'000, 3'000)));  // 3 at 110
    EXPECT_EQ(average_price(book.at(0), kScale).value(), money("107.5"));
    ASSERT_TRUE(book.mark(0, {12'000}));
    EXPECT_EQ(unrealised(book.at(0)).value(), money("50"));
    ASSERT_TRUE(book.fill(fill_of(Side::kSell, 12'000, 1'000)));
    EXPECT_EQ(book.at(0).realised, money("12.5"));
    EXPECT_EQ(average_price(book.at(0), kScale).value(), money("107.5"));
    EXPECT_EQ(unrealised(book.at(0)).value(), money("37.5"));
    EXPECT_EQ(book.value(), money("360"));
}

TEST(PositionBook, TurnsALongIntoAShort) {
    PositionBook book({kScale});
    ASSERT_TRUE(book.fill(fill_of(Side::kBuy, 10'000, 1'000)));
    ASSERT_TRUE(book.fill(fill_of(Side::kSell, 12'000, 3'000)));
    EXPECT_EQ(book.at(0).quantity, Quantity{-2'000});
    EXPECT_EQ(book.at(0).realised, money("20"));
    EXPECT_EQ(average_price(book.at(0), kScale).value(), money("120"));
    ASSERT_TRUE(book.mark(0, {11'000}));
    EXPECT_EQ(unrealised(book.at(0)).value(), money("20"));
    ASSERT_TRUE(book.fill(fill_of(Side::kBuy, 11'000, 2'000)));
    EXPECT_EQ(book.at(0).realised, money("40"));
    EXPECT_EQ(book.at(0).cost, Money{});
    EXPECT_EQ(book.value(), Money{});
}

TEST(PositionBook, RoundsTheCostOfAPartTowardZeroAndLosesNothing) {
    PositionBook book({{9, 9}});  // one count of notional is the last digit of money
    ASSERT_TRUE(book.fill(fill_of(Side::kBuy, 1, 2)));
    ASSERT_TRUE(book.fill(fill_of(Side::kBuy, 2, 1)));  // cost 4 for 3
    ASSERT_TRUE(book.fill(fill_of(Side::kSell, 2, 1)));
    EXPECT_EQ(book.at(0).cost.count, 3);
    EXPECT_EQ(book.at(0).realised.count, 1);
    ASSERT_TRUE(book.fill(fill_of(Side::kSell, 2, 2)));
    EXPECT_EQ(book.at(0).cost.count, 0);
    EXPECT_EQ(book.at(0).realised.count, 2);
}

TEST(PositionBook, ProfitsAreWhatCashAndPositionsChangedBy) {
    for (std::uint64_t seed = 1; seed <= 200 && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        test::Random random(seed);
        PositionBook book({{2, 8}, {9, 9}});
        int128 cash = 0;
        for (int i = 0; i < 100; ++i) {
            Fill fill = fill_of(random.once_in(2) ? Side::kBuy : Side::kSell, random.between(1, 100'000),
                                random.between(1, 1'000'000));
            fill.instrument = static_cast<InstrumentIndex>(random.between(0, 1));
            const Scale scale = fill.instrument == 0 ? Scale{2, 8} : Scale{9, 9};
            const int128 value = notional(fill.price, fill.quantity, scale).value().count;
            cash += fill.side == Side::kBuy ? -value : value;
            ASSERT_TRUE(book.fill(fill));
            if (random.once_in(3)) {
                ASSERT_TRUE(book.mark(fill.instrument, {random.between(1, 100'000)}));
            }
            int128 profit = 0;
            for (const InstrumentIndex at : {0U, 1U}) {
                profit += book.at(at).realised.count + unrealised(book.at(at)).value().count;
            }
            ASSERT_EQ(cash + book.value().count, profit);
        }
    }
}

TEST(PositionBook, WhatDoesNotFitIsAnOverflow) {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    PositionBook book({{0, 0}});
    EXPECT_EQ(book.fill(fill_of(Side::kBuy, kMost, kMost)).error().code, ErrorCode::kOverflow);
    PositionBook cheap({{0, 0}});
    ASSERT_TRUE(cheap.fill(fill_of(Side::kBuy, 1, kMost)));
    EXPECT_EQ(cheap.fill(fill_of(Side::kBuy, 1, 1)).error().code, ErrorCode::kOverflow);
}

}  // namespace
}  // namespace ct

#include "ct/account/account.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/event.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "support/numbers.hpp"

namespace ct {
namespace {

using test::least_money;
using test::money;
using test::most_money;

constexpr std::int64_t kMostCount = std::numeric_limits<std::int64_t>::max();

LedgerEntry entry(const Money& cash, Quantity quantity = {}, InstrumentIndex instrument = 0) {
    return {.time_ns = 1, .kind = LedgerKind::kFill, .instrument = instrument, .cash = cash, .quantity = quantity};
}

TEST(Account, StartsWithNothing) {
    const Account account(2);
    EXPECT_EQ(account.cash(), Money{});
    ASSERT_EQ(account.positions().size(), 2U);
    EXPECT_EQ(account.position(0), Quantity{});
    EXPECT_EQ(account.position(1), Quantity{});
}

TEST(Account, BooksCashAndThePositionOfTheEntrysInstrument) {
    Account account(3);
    ASSERT_TRUE(account.book(entry(money("100.25"))));
    ASSERT_TRUE(account.book(entry(money("-40.5"), {7}, 1)));
    ASSERT_TRUE(account.book(entry(money("-0.000000000000000001"), {-9}, 1)));
    EXPECT_EQ(account.cash(), money("59.749999999999999999"));
    EXPECT_EQ(account.position(0), Quantity{});
    EXPECT_EQ(account.position(1), Quantity{-2});  // 7 - 9: a short
    EXPECT_EQ(account.position(2), Quantity{});
}

TEST(Account, CashMayGoBelowZero) {
    Account account(1);
    ASSERT_TRUE(account.book(entry(money("-1"))));
    EXPECT_EQ(account.cash(), money("-1"));
}

TEST(Account, CashThatOverflowsIsAnErrorAndChangesNothing) {
    for (const bool up : {true, false}) {
        Account account(1);
        ASSERT_TRUE(account.book(entry(up ? most_money() : least_money(), {5})));
        const auto booked = account.book(entry({up ? 1 : -1}, {3}));
        ASSERT_FALSE(booked);
        EXPECT_EQ(booked.error().code, ErrorCode::kOverflow);
        EXPECT_EQ(account.cash(), up ? most_money() : least_money());
        EXPECT_EQ(account.position(0), Quantity{5});
    }
}

TEST(Account, APositionThatOverflowsIsAnErrorAndChangesNothing) {
    for (const std::int64_t sign : {1, -1}) {
        Account account(2);
        ASSERT_TRUE(account.book(entry(money("10"), {sign * kMostCount}, 1)));
        const auto booked = account.book(entry(money("5"), {sign * 2}, 1));
        ASSERT_FALSE(booked);
        EXPECT_EQ(booked.error().code, ErrorCode::kOverflow);
        EXPECT_EQ(account.cash(), money("10"));
        EXPECT_EQ(account.position(1), Quantity{sign * kMostCount});
    }
}

std::vector<Instrument> three_instruments() {
    return {Instrument::make("BTC/USDT", {2, 8}).value(), Instrument::make("ETH/USDT", {0, 3}).value(),
            Instrument::make("DOGE/USDT", {5, 0}).value()};
}

TEST(Equity, IsExactWithSeveralInstrumentsOfDifferentDecimals) {
    Account account(3);
    ASSERT_TRUE(account.book(entry(money("1000.000000000000000007"))));
    ASSERT_TRUE(account.book(entry({}, {12'345'678}, 0)));  // 0.12345678 at 42283.58
    ASSERT_TRUE(account.book(entry({}, {-1'500}, 1)));      // -1.5 at 3000
    ASSERT_TRUE(account.book(entry({}, {7}, 2)));           // 7 at 0.12345
    const std::array marks = {Price{4'228'358}, Price{3'000}, Price{12'345}};
    const auto value = equity(account, marks, three_instruments());
    ASSERT_TRUE(value);
    // 12345678 x 4228358 = 52201946336724 of 10^-10, -1500 x 3000 of 10^-3, 7 x 12345 of 10^-5:
    // 1000.000000000000000007 + 5220.1946336724 - 4500 + 0.86415
    EXPECT_EQ(*value, money("1721.058783672400000007"));
}

TEST(Equity, OfAnAccountWithoutPositionsIsItsCash) {
    Account account(3);
    ASSERT_TRUE(account.book(entry(money("3.5"))));
    const std::array marks = {Price{1}, Price{1}, Price{1}};
    EXPECT_EQ(equity(account, marks, three_instruments()).value(), money("3.5"));
}

TEST(Equity, ThatDoesNotFitIsAnOverflow) {
    Account account(1);
    ASSERT_TRUE(account.book(entry(most_money(), {1})));
    const std::vector<Instrument> instruments = {Instrument::make("BTC/USDT", {2, 8}).value()};
    const std::array marks = {Price{1}};
    const auto value = equity(account, marks, instruments);
    ASSERT_FALSE(value);
    EXPECT_EQ(value.error().code, ErrorCode::kOverflow);
}

}  // namespace
}  // namespace ct

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

const std::vector<Instrument>& three_instruments() {
    static const std::vector<Instrument> kThree = {Instrument::make("BTC/USDT", {2, 8}).value(),
                                                   Instrument::make("ETH/USDT", {0, 3}).value(),
                                                   Instrument::make("DOGE/USDT", {5, 0}).value()};
    return kThree;
}

LedgerEntry entry(const Money& cash, Quantity quantity = {}, InstrumentIndex instrument = 0) {
    return {.time_ns = 1, .kind = LedgerKind::kFill, .instrument = instrument, .cash = cash, .quantity = quantity};
}

TEST(Account, StartsWithNothing) {
    const Account account = Account::make(three_instruments()).value();
    EXPECT_EQ(account.cash(), Money{});
    ASSERT_EQ(account.positions().size(), 3U);
    EXPECT_EQ(account.position(0), Quantity{});
    EXPECT_EQ(account.position(1), Quantity{});
}

TEST(Account, BooksCashAndThePositionOfTheEntrysInstrument) {
    Account account = Account::make(three_instruments()).value();
    ASSERT_TRUE(account.book(entry(money("100.25"))));
    ASSERT_TRUE(account.book(entry(money("-40.5"), {7}, 1)));
    ASSERT_TRUE(account.book(entry(money("-0.000000000000000001"), {-9}, 1)));
    EXPECT_EQ(account.cash(), money("59.749999999999999999"));
    EXPECT_EQ(account.position(0), Quantity{});
    EXPECT_EQ(account.position(1), Quantity{-2});  // 7 - 9: a short
    EXPECT_EQ(account.position(2), Quantity{});
}

TEST(Account, CashMayGoBelowZero) {
    Account account = Account::make(three_instruments()).value();
    ASSERT_TRUE(account.book(entry(money("-1"))));
    EXPECT_EQ(account.cash(), money("-1"));
}

TEST(Account, CashThatOverflowsIsAnErrorAndChangesNothing) {
    for (const bool up : {true, false}) {
        Account account = Account::make(three_instruments()).value();
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
        Account account = Account::make(three_instruments()).value();
        ASSERT_TRUE(account.book(entry(money("10"), {sign * kMostCount}, 1)));
        const auto booked = account.book(entry(money("5"), {sign * 2}, 1));
        ASSERT_FALSE(booked);
        EXPECT_EQ(booked.error().code, ErrorCode::kOverflow);
        EXPECT_EQ(account.cash(), money("10"));
        EXPECT_EQ(account.position(1), Quantity{sign * kMostCount});
    }
}

TEST(Equity, IsExactWithSeveralInstrumentsOfDifferentDecimals) {
    Account account = Account::make(three_instruments()).value();
    ASSERT_TRUE(account.book(entry(money("1000.000000000000000007"))));
    ASSERT_TRUE(account.book(entry({}, {12'345'678}, 0)));  // 0.12345678 at 42283.58
    ASSERT_TRUE(account.book(entry({}, {-1'500}, 1)));      // -1.5 at 3000
    ASSERT_TRUE(account.book(entry({}, {7}, 2)));           // 7 at 0.12345
    const std::array marks = {Price{4'228'358}, Price{3'000}, Price{12'345}};
    const auto value = equity(account, marks);
    ASSERT_TRUE(value);
    // 12345678 x 4228358 = 52201946336724 of 10^-10, -1500 x 3000 of 10^-3, 7 x 12345 of 10^-5:
    // 1000.000000000000000007 + 5220.1946336724 - 4500 + 0.86415
    EXPECT_EQ(*value, money("1721.058783672400000007"));
}

TEST(Equity, OfAnAccountWithoutPositionsIsItsCash) {
    Account account = Account::make(three_instruments()).value();
    ASSERT_TRUE(account.book(entry(money("3.5"))));
    const std::array marks = {Price{1}, Price{1}, Price{1}};
    EXPECT_EQ(equity(account, marks).value(), money("3.5"));
}

TEST(Equity, ThatDoesNotFitIsAnOverflow) {
    Account account = Account::make(three_instruments()).value();
    ASSERT_TRUE(account.book(entry(most_money(), {1})));
    const std::array marks = {Price{1}, Price{1}, Price{1}};
    const auto value = equity(account, marks);
    ASSERT_FALSE(value);
    EXPECT_EQ(value.error().code, ErrorCode::kOverflow);
}

TEST(Equity, OfSeveralQuotesIsConverted) {
    const std::vector<Instrument> instruments = {Instrument::make("BTC/USDT", {0, 3}).value(),
                                                 Instrument::make("ETH/BTC", {3, 2}).value()};
    Account account = Account::make(instruments).value();
    ASSERT_TRUE(account.book({.cash = money("1000"), .asset = 0}));
    ASSERT_TRUE(account.book({.cash = money("-0.25"), .asset = 1}));  // a debt in BTC
    ASSERT_TRUE(account.book(entry(money("-0.2"), {200}, 1)));        // 2 ETH for 0.2 BTC
    const std::array marks = {Price{40'000}, Price{75}};              // 0.075 BTC
    EXPECT_EQ(account.cash(0), money("1000"));
    EXPECT_EQ(account.cash(1), money("-0.45"));
    EXPECT_EQ(equity(account, marks).value(), money("-11000"));  // 1000 + (-0.45 + 2 x 0.075) x 40000
}

/// BTC/USDT with prices in cents, ETH/BTC with four decimals; quantities in thousandths.
struct Spot {
    std::vector<Instrument> instruments = {Instrument::make("BTC/USDT", {2, 3}).value(),
                                           Instrument::make("ETH/BTC", {4, 3}).value()};
    Account account = Account::make(instruments, {.kind = AccountKind::kSpot}).value();

    [[nodiscard]] Money balance(const char* asset) const { return account.balance(*account.assets().find(asset)); }
    void deposit(const char* asset, const char* amount) {
        ASSERT_TRUE(account.book({.cash = money(amount), .asset = *account.assets().find(asset)}));
    }
};

TEST(SpotAccount, BooksBasesAndQuotesAsBalancesOfOneKind) {
    Spot spot;
    spot.deposit("USDT", "50000");
    ASSERT_TRUE(spot.account.book(entry(money("-40000"), {1'000}, 0)));  // buys 1 BTC
    ASSERT_TRUE(spot.account.book(entry(money("-0.5"), {10'000}, 1)));   // spends half of it on 10 ETH
    EXPECT_EQ(spot.balance("USDT"), money("10000"));
    EXPECT_EQ(spot.balance("BTC"), money("0.5"));
    EXPECT_EQ(spot.balance("ETH"), money("10"));
    EXPECT_EQ(spot.account.position(0), Quantity{1'000});  // the sum of the instrument's fills
    EXPECT_EQ(spot.account.position(1), Quantity{10'000});
    const std::array marks = {Price{4'100'000}, Price{600}};         // 41000 USDT, 0.06 BTC
    EXPECT_EQ(equity(spot.account, marks).value(), money("55100"));  // 10000 + (0.5 + 0.6) x 41000
}

TEST(SpotAccount, RefusesAnEntryThatItCannotPayAndChangesNothing) {
    Spot spot;
    spot.deposit("USDT", "100");
    spot.deposit("BTC", "0.001");
    const auto debt = spot.account.book(entry(money("-100.000000000000000001"), {5}, 0));
    ASSERT_FALSE(debt);
    EXPECT_EQ(debt.error().code, ErrorCode::kInvalidData);
    EXPECT_EQ(debt.error().message, "order 0 leaves -0.000000000000000001 USDT, and a spot account cannot owe");
    const auto short_sale = spot.account.book(entry(money("80"), {-2}, 0));
    ASSERT_FALSE(short_sale);
    EXPECT_EQ(short_sale.error().message, "order 0 leaves -0.001 BTC, and a spot account cannot owe");
    EXPECT_EQ(spot.balance("USDT"), money("100"));
    EXPECT_EQ(spot.balance("BTC"), money("0.001"));
    EXPECT_EQ(spot.account.position(0), Quantity{});
}

TEST(AccountKind, IsReadByItsName) {
    EXPECT_EQ(parse_account_kind("simple").value(), AccountKind::kSimple);
    EXPECT_EQ(parse_account_kind("spot").value(), AccountKind::kSpot);
    EXPECT_EQ(parse_account_kind("Spot").error().message, "unknown kind 'Spot', expected simple or spot");
}

}  // namespace
}  // namespace ct

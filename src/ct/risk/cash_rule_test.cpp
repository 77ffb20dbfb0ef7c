#include "ct/risk/cash_rule.hpp"

#include <cstdint>
#include <limits>
#include <optional>

#include <gtest/gtest.h>

#include "ct/account/account.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule.hpp"
#include "support/numbers.hpp"

namespace ct::risk {
namespace {

using test::money;
using test::rate;

/// Prices in cents, quantities in thousandths; taker 0.1 %, maker nothing; the last close is 100.00.
struct Fixture {
    Instrument instrument = Instrument::make("BTC/USDT", {2, 3}).value();
    Account account = Account::make({&instrument, 1}).value();
    FeeSchedule fees{.maker = {}, .taker = rate("0.001")};
    std::optional<Price> last_price = Price{10'000};

    explicit Fixture(const Money& cash) { EXPECT_TRUE(account.book({.cash = cash})); }
    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& order) const {
        return CashRule().check(order, {account, instrument, fees, last_price});
    }
};

OrderRequest buy(std::int64_t quantity) { return {.side = Side::kBuy, .quantity = {quantity}}; }
OrderRequest buy_limit(std::int64_t quantity, std::int64_t price) {
    return {.side = Side::kBuy, .type = OrderType::kLimit, .quantity = {quantity}, .limit_price = {price}};
}
OrderRequest buy_stop(std::int64_t quantity, std::int64_t price) {
    return {.side = Side::kBuy, .type = OrderType::kStop, .quantity = {quantity}, .stop_price = {price}};
}

/// An order passes with exactly what it needs; 10^-18 less is refused and says how much was missing.
void expect_needs(const OrderRequest& order, const Money& needed) {
    const auto enough = Fixture(needed).check(order);
    ASSERT_TRUE(enough);
    EXPECT_FALSE(enough->has_value());

    const Money less{needed.count - 1};
    const auto refused = Fixture(less).check(order);
    ASSERT_TRUE(refused);
    ASSERT_TRUE(refused->has_value());
    EXPECT_EQ((*refused)->reason, Reason::kInsufficientCash);
    EXPECT_EQ((*refused)->needed, needed);
    EXPECT_EQ((*refused)->available, less);
}

TEST(CashRule, AMarketBuyNeedsItsQuantityAtTheLastCloseWithTakerFee) {
    expect_needs(buy(2'500), money("250.25"));  // 2.5 x 100 + 0.1 %
}

TEST(CashRule, ALimitBuyNeedsItsQuantityAtItsLimitWithTakerFee) {
    expect_needs(buy_limit(2'500, 8'000), money("200.2"));  // below the last close of 100
    expect_needs(buy_limit(2'500, 12'000), money("300.3"));
}

TEST(CashRule, AStopBuyNeedsItsQuantityAtItsStopWithTakerFee) {
    expect_needs(buy_stop(2'500, 12'000), money("300.3"));
    expect_needs(buy_stop(2'500, 8'000), money("200.2"));
}

TEST(CashRule, TheFeeIsRoundedHalfToEvenAtTheLastDigitOfMoney) {
    // One count of 10^-15 x 10^-3 = 10^-18; half of that is a tie, 1.5 and 2.5 too.
    const auto needed_of = [](std::int64_t quantity) {
        Fixture fixture(Money{});
        fixture.instrument = Instrument::make("BTC/USDT", {15, 3}).value();
        fixture.fees.taker = rate("0.5");
        fixture.last_price = Price{1};
        return (*fixture.check(buy(quantity)))->needed.count;
    };
    EXPECT_EQ(needed_of(1), 1);  // 1 + 0.5 -> 0
    EXPECT_EQ(needed_of(3), 5);  // 3 + 1.5 -> 2
    EXPECT_EQ(needed_of(5), 7);  // 5 + 2.5 -> 2
}

TEST(CashRule, SellsAndShortsPassWithoutCash) {
    const Fixture broke(money("-1000"));
    for (const OrderType type : {OrderType::kMarket, OrderType::kLimit, OrderType::kStop}) {
        const OrderRequest order{
            .side = Side::kSell, .type = type, .quantity = {1'000'000}, .limit_price = {1}, .stop_price = {1}};
        const auto rejection = broke.check(order);
        ASSERT_TRUE(rejection);
        EXPECT_FALSE(rejection->has_value());
    }
}

TEST(CashRule, ABuyThatOnlyClosesAShortPasses) {
    Fixture fixture(money("100"));
    ASSERT_TRUE(fixture.account.book({.quantity = {-5'000}}));
    EXPECT_FALSE(fixture.check(buy(5'000)).value().has_value());
    ASSERT_TRUE(fixture.check(buy(5'001)).value().has_value());
    EXPECT_EQ((*fixture.check(buy(5'001)))->needed, money("500.6001"));
}

TEST(CashRule, AnOrderThatWaitsForAParentIsCheckedWhenItFills) {
    OrderRequest stop = buy_stop(2'500, 12'000);
    stop.parent = 1;
    EXPECT_FALSE(Fixture(money("1")).check(stop).value().has_value());
}

TEST(CashRule, ANotionalThatDoesNotFitIsAnOverflow) {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    Fixture fixture(money("1"));
    fixture.instrument = Instrument::make("BTC/USDT", {0, 0}).value();
    const auto rejection = fixture.check(buy_limit(kMost, kMost));
    ASSERT_FALSE(rejection);
    EXPECT_EQ(rejection.error().code, ErrorCode::kOverflow);
}

}  // namespace
}  // namespace ct::risk

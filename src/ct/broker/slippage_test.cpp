#include <cstdint>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "support/bars.hpp"
#include "support/broker_rig.hpp"
#include "support/numbers.hpp"

// A buy fills at price x (1 + bps / 10^4), a sell at price x (1 - bps / 10^4), rounded against the trader.
namespace ct::broker {
namespace {

using test::bps;
using test::BrokerRig;
using test::flat;
using test::limit;
using test::market;
using test::Ohlc;
using test::stop;
using testing::ElementsAre;

/// The price of the fill that an order gets on a bar, in counts.
std::int64_t fill_price(const char* slippage_bps, const OrderRequest& order, const Ohlc& bar) {
    BrokerRig rig({.slippage = bps(slippage_bps)}, Money::units(9'000'000'000'000'000'000));
    rig.submit(order);
    rig.bar(bar);
    EXPECT_EQ(rig.reports().size(), 2U);
    return rig.reports().back().price.count;
}

std::int64_t market_price(const char* slippage_bps, Side side, std::int64_t open) {
    return fill_price(slippage_bps, market(side, 1), flat(open));
}

TEST(Slippage, MovesAMarketFillAgainstTheTrader) {
    EXPECT_EQ(market_price("10", Side::kBuy, 10'000), 10'010);  // x 1.001
    EXPECT_EQ(market_price("10", Side::kSell, 10'000), 9'990);  // x 0.999
    EXPECT_EQ(market_price("2.5", Side::kBuy, 40'000), 40'010);
    EXPECT_EQ(market_price("2.5", Side::kSell, 40'000), 39'990);
}

TEST(Slippage, OfAFractionOfACountIsAWholeCountAgainstTheTrader) {
    EXPECT_EQ(market_price("10", Side::kBuy, 10'001), 10'012);  // 10011.001
    EXPECT_EQ(market_price("10", Side::kSell, 10'001), 9'990);  // 9990.999
    EXPECT_EQ(market_price("10", Side::kBuy, 100), 101);        // 100.1
    EXPECT_EQ(market_price("10", Side::kSell, 100), 99);        // 99.9
    EXPECT_EQ(market_price("0.0001", Side::kBuy, 3), 4);        // 3.00000003
    EXPECT_EQ(market_price("0.0001", Side::kSell, 3), 2);
}

TEST(Slippage, IsExactFarBeyondADoublesDigits) {
    // Doubles of this size are 512 apart. 4 x 10^18 x 1.0001 is whole.
    EXPECT_EQ(market_price("1", Side::kBuy, 4'000'000'000'000'000'000), 4'000'400'000'000'000'000);
    EXPECT_EQ(market_price("0.00000001", Side::kBuy, 4'000'000'000'000'000'000), 4'000'000'000'004'000'000);
    // 3 000 000 000 000 001 x 1.0001 = 3 000 300 000 000 001.0001, x 0.9999 = 2 999 700 000 000 000.9999
    EXPECT_EQ(market_price("1", Side::kBuy, 3'000'000'000'000'001), 3'000'300'000'000'002);
    EXPECT_EQ(market_price("1", Side::kSell, 3'000'000'000'000'001), 2'999'700'000'000'000);
}

TEST(Slippage, LeavesASellAtLeastOneCount) {
    EXPECT_EQ(market_price("9999", Side::kSell, 1), 1);
    EXPECT_EQ(market_price("9999", Side::kSell, 5'000), 1);  // 0.5
    EXPECT_EQ(market_price("9999", Side::kSell, 20'000), 2);
}

TEST(Slippage, OfNoneLeavesThePrice) {
    EXPECT_EQ(market_price("0", Side::kBuy, 777), 777);
    EXPECT_EQ(market_price("0", Side::kSell, 777), 777);
}

TEST(Slippage, MovesAStopFillAtItsPriceAndAtTheOpen) {
    EXPECT_EQ(fill_price("100", stop(Side::kBuy, 1, 1'000), {950, 1'000, 950, 950}), 1'010);
    EXPECT_EQ(fill_price("100", stop(Side::kSell, 1, 1'000), {1'050, 1'050, 900, 950}), 990);
    EXPECT_EQ(fill_price("100", stop(Side::kBuy, 1, 1'000), flat(1'100)), 1'111);  // gapped through
    EXPECT_EQ(fill_price("100", stop(Side::kSell, 1, 1'000), flat(900)), 891);
}

TEST(Slippage, MovesALimitThatIsMarketableAtTheOpenUpToItsPriceAndNoFurther) {
    EXPECT_EQ(fill_price("100", limit(Side::kBuy, 1, 1'000), flat(900)), 909);
    EXPECT_EQ(fill_price("100", limit(Side::kBuy, 1, 1'000), flat(990)), 1'000);  // 999.9
    EXPECT_EQ(fill_price("100", limit(Side::kBuy, 1, 1'000), flat(995)), 1'000);  // 1004.95 is worse than the limit
    EXPECT_EQ(fill_price("100", limit(Side::kSell, 1, 1'000), flat(1'100)), 1'089);
    EXPECT_EQ(fill_price("100", limit(Side::kSell, 1, 1'000), flat(1'005)), 1'000);  // 994.95 is worse
}

TEST(Slippage, LeavesALimitThatIsTouchedAtItsPrice) {
    EXPECT_EQ(fill_price("100", limit(Side::kBuy, 1, 1'000), {1'050, 1'050, 900, 950}), 1'000);
    EXPECT_EQ(fill_price("100", limit(Side::kSell, 1, 1'000), {950, 1'100, 950, 1'050}), 1'000);
}

TEST(Slippage, IsPartOfWhatFeeAndCashAreTakenFrom) {
    BrokerRig rig({.fees = {{}, test::rate("0.001")}, .slippage = bps("100")}, Money::units(5'000));
    rig.submit(market(Side::kBuy, 2));
    EXPECT_THAT(rig.bar(flat(1'000)), ElementsAre("1 filled 2 at 1010 taker, fee 2.02"));
    EXPECT_EQ(rig.account().cash(), test::money("2977.98"));  // 5000 - 2020 - 2.02
}

}  // namespace
}  // namespace ct::broker

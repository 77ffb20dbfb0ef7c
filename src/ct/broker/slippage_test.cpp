#include "ct/broker/slippage.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/decimal.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/rate.hpp"
#include "support/bars.hpp"
#include "support/broker_rig.hpp"
#include "support/costs.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"

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
using testing::Pair;

/// The price of the fill that an order gets on a bar, in counts.
std::int64_t fill_price(const char* slippage_bps, const OrderRequest& order, const Ohlc& bar) {
    BrokerRig rig({.slippage = test::slippage(slippage_bps)}, Money::units(9'000'000'000'000'000'000));
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
    BrokerRig rig({.fees = {{}, test::rate("0.001")}, .slippage = test::slippage("100")}, Money::units(5'000));
    rig.submit(market(Side::kBuy, 2));
    EXPECT_THAT(rig.bar(flat(1'000)), ElementsAre("1 filled 2 at 1010 taker, fee 2.02"));
    EXPECT_EQ(rig.account().cash(), test::money("2977.98"));  // 5000 - 2020 - 2.02
}

using Kind = SlippageModel::Kind;

TEST(Slippage, InTicksTakesThoseOfTheInstrument) {
    BrokerRig rig({.slippage = {.kind = Kind::kTicks, .ticks = 2}, .ticks = {{5}, {1}}});
    rig.submit(market(Side::kBuy, 1));
    rig.submit(test::of_instrument(1, market(Side::kSell, 1)));
    rig.match(flat(100), 0);
    rig.match(flat(100), 1);
    EXPECT_THAT(rig.poll(), ElementsAre("1 filled 1 at 110 taker, fee 0", "2 filled 1 at 98 taker, fee 0"));
}

TEST(Slippage, ByImpactIsThatOfThePartThatFills) {
    // 16 of a volume of 64 may fill: a root of one half. A bar of the rig has a volume of its number.
    BrokerRig rig({.slippage = {.kind = Kind::kImpact, .share = test::rate("0.1")},
                   .matching = {.participation = test::rate("0.25")}});
    for (int bar = 0; bar < 63; ++bar) rig.bar(flat(1'000));
    rig.submit(market(Side::kBuy, 400));
    EXPECT_THAT(rig.bar(flat(1'000)), ElementsAre("1 filled 16 at 1050 taker, fee 0"));
}

TEST(Slippage, ByImpactOfAnOrderThatReducesIsThatOfWhatIsThere) {
    BrokerRig rig({.slippage = {.kind = Kind::kImpact, .share = test::rate("0.1")}});
    rig.submit(market(Side::kBuy, 4));
    rig.bar(flat(1'000));
    for (int bar = 1; bar < 15; ++bar) rig.bar(flat(1'000));
    auto reduce = market(Side::kSell, 400);
    reduce.reduce_only = true;
    rig.submit(reduce);
    const auto lines = rig.bar(flat(1'000));
    EXPECT_EQ(lines.front(), "2 filled 4 at 950 taker, fee 0");  // sqrt(4 / 16)
}

constexpr Scale kCents{2, 3};  ///< prices in cents, quantities in thousandths

Slippage of(const SlippageModel& model, Price tick = {1}) {
    EXPECT_TRUE(check(model, kCents, tick));
    return {model, kCents, tick};
}

/// What a buy and a sell of 1.000 at a price get, on a bar with a volume of 100.
std::pair<std::int64_t, std::int64_t> slipped(const SlippageModel& model, std::int64_t price, Price tick = {1}) {
    const Slippage slippage = of(model, tick);
    return {slippage.slipped({price}, Side::kBuy, {1'000}, 100).count,
            slippage.slipped({price}, Side::kSell, {1'000}, 100).count};
}

std::string error_of(const SlippageModel& model, Price tick = {1}) {
    const auto checked = check(model, kCents, tick);
    return checked ? "" : checked.error().message;
}

TEST(SlippageModel, OfAShareIsTheExactProductRoundedAgainstTheTrader) {
    test::Random random(11);
    for (int i = 0; i < 100'000; ++i) {
        const Rate share{random.between(0, Rate::kOne - 1) / pow10_int(static_cast<int>(random.between(0, 12)))};
        const std::int64_t price =
            random.between(1, 4'600'000'000'000'000'000) / pow10_int(static_cast<int>(random.between(0, 18)));
        const int128 up = int128{std::max<std::int64_t>(price, 1)} * (Rate::kOne + share.count);
        const int128 down = int128{std::max<std::int64_t>(price, 1)} * (Rate::kOne - share.count);
        const auto [buy, sell] = slipped({.kind = Kind::kShare, .share = share}, std::max<std::int64_t>(price, 1));
        ASSERT_EQ(buy, static_cast<std::int64_t>(divide(up, Rate::kOne, Rounding::kCeil)));
        const auto floor = static_cast<std::int64_t>(divide(down, Rate::kOne, Rounding::kFloor));
        ASSERT_EQ(sell, std::max<std::int64_t>(floor, 1));
    }
}

TEST(SlippageModel, OfTicksCountsThoseOfTheMarket) {
    const SlippageModel three{.kind = Kind::kTicks, .ticks = 3};
    EXPECT_THAT(slipped(three, 10'000), Pair(10'003, 9'997));
    EXPECT_THAT(slipped(three, 10'000, {50}), Pair(10'150, 9'850));
    EXPECT_THAT(slipped(three, 100, {50}), Pair(250, 1));
}

TEST(SlippageModel, OfASpreadIsHalfOfIt) {
    EXPECT_THAT(slipped({.kind = Kind::kSpread, .share = bps("4")}, 100'000), Pair(100'020, 99'980));
    EXPECT_THAT(slipped({.kind = Kind::kSpread, .share = bps("4")}, 100'001), Pair(100'022, 99'980));  // 20.0002
    // A spread of an odd count of a rate is not rounded before it is halved.
    EXPECT_THAT(slipped({.kind = Kind::kSpread, .share = Rate{1}}, 2'000'000'000'000),
                Pair(2'000'000'000'001, 1'999'999'999'999));
    EXPECT_THAT(slipped({.kind = Kind::kSpreadAmount, .amount = test::money("0.4")}, 1'000), Pair(1'020, 980));
    EXPECT_THAT(slipped({.kind = Kind::kSpreadAmount, .amount = test::money("0.05")}, 1'000), Pair(1'003, 997));
}

TEST(SlippageModel, OfImpactGrowsWithTheRootOfTheShareOfTheVolume) {
    const Slippage slippage = of({.kind = Kind::kImpact, .share = test::rate("0.1")});
    const auto buy = [&](std::int64_t quantity, double volume) {
        return slippage.slipped({100'000}, Side::kBuy, {quantity}, volume).count;
    };
    EXPECT_EQ(buy(1'000, 100), 101'000);      // 0.1 x sqrt(1 / 100) = 1 %
    EXPECT_EQ(buy(4'000, 100), 102'000);      // four times as much, twice as far
    EXPECT_EQ(buy(100'000, 100), 110'000);    // the whole bar
    EXPECT_EQ(buy(1'000'000, 100), 110'000);  // no more than that
    EXPECT_EQ(slippage.slipped({100'000}, Side::kSell, {1'000}, 100).count, 99'000);
}

TEST(SlippageModel, OfImpactTakesABarWithoutVolumeAsAllOfIt) {
    const Slippage slippage = of({.kind = Kind::kImpact, .share = test::rate("0.1")});
    for (const double volume : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN(), 1e-300}) {
        EXPECT_EQ(slippage.slipped({100'000}, Side::kBuy, {1'000}, volume).count, 110'000) << volume;
    }
    EXPECT_EQ(slippage.slipped({100'000}, Side::kBuy, {1'000}, 1e300).count, 100'000);
    EXPECT_EQ(slippage.slipped({100'000}, Side::kBuy, {1'000}, std::numeric_limits<double>::infinity()).count, 100'000);
}

TEST(SlippageModel, IsActiveWhenItCanMoveAPrice) {
    EXPECT_FALSE(Slippage().active());
    EXPECT_FALSE(of({.kind = Kind::kNone, .share = bps("5"), .ticks = 3}).active());
    EXPECT_FALSE(of({.kind = Kind::kShare}).active());
    EXPECT_FALSE(of({.kind = Kind::kTicks, .share = bps("5")}).active());
    EXPECT_TRUE(of({.kind = Kind::kShare, .share = Rate{1}}).active());
    EXPECT_TRUE(of({.kind = Kind::kTicks, .ticks = 1}).active());
    EXPECT_TRUE(of({.kind = Kind::kSpread, .share = Rate{1}}).active());
    EXPECT_TRUE(of({.kind = Kind::kSpreadAmount, .amount = Money{1}}).active());
    EXPECT_TRUE(of({.kind = Kind::kImpact, .share = Rate{1}}).active());
}

TEST(SlippageModel, RefusesWhatNoPriceCanBeMovedBy) {
    EXPECT_EQ(error_of({.kind = Kind::kShare, .share = Rate{-1}}),
              "slippage must be at least 0 and less than 1 (10000 bps) of the price, not -0.000000000001");
    EXPECT_NE(error_of({.kind = Kind::kImpact, .share = Rate{Rate::kOne}}), "");
    EXPECT_EQ(error_of({.kind = Kind::kTicks, .ticks = -1}), "slippage must be at least 0 ticks, not -1");
    EXPECT_EQ(error_of({.kind = Kind::kTicks, .ticks = 4'600'000'000'000'000'000}), "");
    EXPECT_EQ(error_of({.kind = Kind::kTicks, .ticks = 4'600'000'000'000'000'001}),
              "slippage of 46000000000000000.01 does not fit a price");
    EXPECT_NE(error_of({.kind = Kind::kTicks, .ticks = 4'000'000'000'000'000'000}, {4'000'000'000}), "");
    EXPECT_EQ(error_of({.kind = Kind::kSpreadAmount, .amount = Money{-1}}),
              "a spread must be at least 0, not -0.000000000000000001");
    EXPECT_NE(error_of({.kind = Kind::kSpreadAmount, .amount = test::most_money()}), "");
}

}  // namespace
}  // namespace ct::broker

#include <cstdint>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/broker/simulated_broker.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "support/bars.hpp"
#include "support/broker_rig.hpp"
#include "support/numbers.hpp"

namespace ct::broker {
namespace {

using test::BrokerRig;
using test::flat;
using test::limit;
using test::market;
using test::money;
using test::rate;
using test::stop;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Scale kCents{2, 3};  ///< prices in cents, quantities in thousandths

TEST(Fee, IsTheMakersForATouchedLimitAndTheTakersForEverythingElse) {
    const SimulatedBrokerConfig config{.fees = {.maker = rate("0.0002"), .taker = rate("0.0005")}};
    BrokerRig rig(config);
    rig.submit(limit(Side::kBuy, 10, 90));
    rig.submit(limit(Side::kBuy, 10, 100));
    rig.submit(stop(Side::kBuy, 10, 110));
    rig.submit(market(Side::kSell, 10));
    EXPECT_THAT(rig.bar({100, 110, 90, 100}),
                ElementsAre("2 filled 10 at 100 taker, fee 0.5", "4 filled 10 at 100 taker, fee 0.5",
                            "3 filled 10 at 110 taker, fee 0.55", "1 filled 10 at 90 maker, fee 0.18"));
}

TEST(Fee, IsExactToTheLastDigitOfMoney) {
    BrokerRig rig({.fees = {{}, rate("0.000000000001")}}, Money::units(1'000'000'000), kCents);
    rig.submit(market(Side::kBuy, 12'345));  // 12.345 x 67.89 = 838.10205
    EXPECT_THAT(rig.bar(flat(6'789)), ElementsAre("1 filled 12345 at 6789 taker, fee 0.00000000083810205"));
}

TEST(Fee, IsRoundedHalfToEvenAtTheLastDigitOfMoney) {
    // A notional of n x 10^-18 and a rate of one half.
    const auto fee_of = [](std::int64_t quantity) {
        BrokerRig rig({.fees = {{}, rate("0.5")}}, Money::units(1), {15, 3});
        rig.submit(market(Side::kBuy, quantity));
        rig.bar(flat(1));
        return static_cast<int>(rig.reports().back().fee.count);
    };
    EXPECT_EQ(fee_of(1), 0);  // 0.5
    EXPECT_EQ(fee_of(2), 1);
    EXPECT_EQ(fee_of(3), 2);  // 1.5
    EXPECT_EQ(fee_of(5), 2);  // 2.5
    EXPECT_EQ(fee_of(7), 4);  // 3.5
}

TEST(Fee, IsTakenFromASellToo) {
    BrokerRig rig({.fees = {{}, rate("0.001")}}, Money::units(10), kCents);
    rig.submit(market(Side::kSell, 2'000));
    rig.bar(flat(10'000));
    EXPECT_EQ(rig.account().cash(), money("209.8"));  // 10 + 200 - 0.2
    EXPECT_EQ(rig.account().position(0), Quantity{-2'000});
}

TEST(Fee, HasAFlatPartThatCashMustPayToo) {
    BrokerRig rig({.fees = {{}, rate("0.001"), money("0.5")}}, money("1001.5"));
    rig.submit(market(Side::kBuy, 10));
    EXPECT_THAT(rig.bar(flat(100)), ElementsAre("1 filled 10 at 100 taker, fee 1.5"));
    EXPECT_EQ(rig.account().cash(), Money{});
    rig.submit(market(Side::kSell, 10));
    EXPECT_THAT(rig.bar(flat(100)), ElementsAre("2 filled 10 at 100 taker, fee 1.5"));
    EXPECT_EQ(rig.account().cash(), money("998.5"));
}

TEST(Fee, IsThatOfTheInstrument) {
    BrokerRig rig({.fees_by_instrument = {{{}, rate("0.001")}, {{}, rate("0.002")}}});
    rig.submit(market(Side::kBuy, 10));
    rig.submit(test::of_instrument(1, market(Side::kBuy, 10)));
    rig.match(flat(100), 0);
    rig.match(flat(100), 1);
    EXPECT_THAT(rig.poll(), ElementsAre("1 filled 10 at 100 taker, fee 1", "2 filled 10 at 100 taker, fee 2"));
}

TEST(CashAtTheFill, ExactlyEnoughFillsAndTheLastDigitLessIsRejected) {
    const SimulatedBrokerConfig config{.fees = {{}, rate("0.001")}};
    BrokerRig enough(config, money("1001"));
    enough.submit(market(Side::kBuy, 10));
    EXPECT_THAT(enough.bar(flat(100)), ElementsAre("1 filled 10 at 100 taker, fee 1"));
    EXPECT_EQ(enough.account().cash(), Money{});

    BrokerRig less(config, money("1000.999999999999999999"));
    less.submit(market(Side::kBuy, 10));
    EXPECT_THAT(less.bar(flat(100)), ElementsAre("1 rejected insufficient_cash, 1000.999999999999999999 of 1001"));
    EXPECT_EQ(less.account().position(0), Quantity{});
    EXPECT_EQ(less.reports().back().time_ns, 0);  // the open at which it would have filled
    EXPECT_THAT(less.bar(flat(1)), IsEmpty());    // it is gone
}

TEST(CashAtTheFill, OfTwoBuysInABarOfWhichOneIsPayableTheSecondIsRejected) {
    BrokerRig rig({.fees = {{}, rate("0.001")}}, Money::units(1'500));
    rig.submit(market(Side::kBuy, 10));
    rig.submit(market(Side::kBuy, 10));
    EXPECT_THAT(rig.bar(flat(100)),
                ElementsAre("1 filled 10 at 100 taker, fee 1", "2 rejected insufficient_cash, 499 of 1001"));
    EXPECT_EQ(rig.account().cash(), money("499"));
}

TEST(CashAtTheFill, ASmallerBuyBehindARejectedOneStillFills) {
    BrokerRig rig({}, Money::units(500));
    rig.submit(market(Side::kBuy, 6));
    rig.submit(market(Side::kBuy, 5));
    EXPECT_THAT(rig.bar(flat(100)),
                ElementsAre("1 rejected insufficient_cash, 500 of 600", "2 filled 5 at 100 taker, fee 0"));
}

TEST(CashAtTheFill, ASellInTheSameBarPaysForTheBuyBehindIt) {
    BrokerRig rig({.fees = {{}, rate("0.001")}}, Money::units(1));
    rig.submit(market(Side::kSell, 10));
    rig.submit(market(Side::kBuy, 9));
    EXPECT_THAT(rig.bar(flat(100)), ElementsAre("1 filled 10 at 100 taker, fee 1", "2 filled 9 at 100 taker, fee 0.9"));
    EXPECT_EQ(rig.account().cash(), money("99.1"));  // 1 + 999 - 900.9

    BrokerRig other_way(SimulatedBrokerConfig{}, Money::units(1));
    other_way.submit(market(Side::kBuy, 9));
    other_way.submit(market(Side::kSell, 10));
    EXPECT_THAT(other_way.bar(flat(100)),
                ElementsAre("1 rejected insufficient_cash, 1 of 900", "2 filled 10 at 100 taker, fee 0"));
}

TEST(CashAtTheFill, IsSharedByInstrumentsEvenBeforeTheirFillsAreBooked) {
    BrokerRig rig({}, Money::units(150));
    rig.submit(market(Side::kBuy, 1));
    rig.submit(test::of_instrument(1, market(Side::kBuy, 1)));
    rig.match(flat(100), 0);
    rig.match(flat(100), 1);
    EXPECT_THAT(rig.poll(), ElementsAre("1 filled 1 at 100 taker, fee 0", "2 rejected insufficient_cash, 50 of 100"));
}

TEST(CashAtTheFill, ALimitIsCheckedWhenItFillsNotWhenItWasPlaced) {
    BrokerRig rig({}, Money::units(100));
    rig.submit(limit(Side::kBuy, 1, 90));
    rig.submit(market(Side::kBuy, 1));
    EXPECT_THAT(rig.bar(flat(95)), ElementsAre("2 filled 1 at 95 taker, fee 0"));
    EXPECT_THAT(rig.bar(flat(90)), ElementsAre("1 rejected insufficient_cash, 5 of 90"));
}

TEST(Short, CreditsItsProceeds) {
    BrokerRig rig({.fees = {{}, rate("0.001")}}, Money::units(100));
    rig.submit(market(Side::kSell, 50));
    EXPECT_THAT(rig.bar(flat(1'000)), ElementsAre("1 filled 50 at 1000 taker, fee 50"));
    EXPECT_EQ(rig.account().cash(), money("50050"));
    EXPECT_EQ(rig.account().position(0), Quantity{-50});
}

TEST(Short, CanBeLeftEvenIfWhatItCostsIsOwed) {
    BrokerRig rig({}, Money::units(100));
    rig.submit(market(Side::kSell, 10));
    rig.bar(flat(100));  // cash 1100
    rig.submit(market(Side::kBuy, 11));
    EXPECT_THAT(rig.bar(flat(111)), ElementsAre("2 rejected insufficient_cash, 1100 of 1221")) << "this one opens";
    rig.submit(market(Side::kBuy, 6));
    rig.submit(market(Side::kBuy, 4));
    rig.submit(market(Side::kBuy, 1));
    EXPECT_THAT(rig.bar(flat(111)), ElementsAre("3 filled 6 at 111 taker, fee 0", "4 filled 4 at 111 taker, fee 0",
                                                "5 rejected insufficient_cash, -10 of 111"));
    EXPECT_EQ(rig.account().cash(), money("-10"));
    EXPECT_EQ(rig.account().position(0), Quantity{});
}

}  // namespace
}  // namespace ct::broker

#include "ct/analyzers/trade_log.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "support/random.hpp"

namespace ct::analyzers {
namespace {

/// Prices with 2 decimals, quantities with 3.
constexpr Scale kScale{2, 3};

Money money(const char* text) { return *Money::parse(text); }

class TradeLogTest : public testing::Test {
  protected:
    void fill(Side side, std::int64_t quantity, std::int64_t price, const char* fee, InstrumentIndex instrument = 0) {
        const auto order = static_cast<OrderId>(++time_ns_);
        log_.on_fill({order, time_ns_, instrument, side, Liquidity::kTaker, false, {price}, {quantity}, money(fee)});
    }

    TimeNs time_ns_ = 0;
    TradeLog log_{{kScale, kScale}};
};

TEST_F(TradeLogTest, ALongTrade) {
    fill(Side::kBuy, 2000, 10050, "0.2");    // 2 at 100.50
    fill(Side::kSell, 2000, 11000, "0.22");  // 2 at 110
    ASSERT_EQ(log_.closed().size(), 1U);
    const RoundTrip& trade = log_.closed()[0];
    EXPECT_EQ(trade.entry_time_ns, 1);
    EXPECT_EQ(trade.exit_time_ns, 2);
    EXPECT_EQ(trade.side, Side::kBuy);
    EXPECT_EQ(trade.quantity.count, 2000);
    EXPECT_EQ(trade.entry_price.text(), "100.5");
    EXPECT_EQ(trade.exit_price.text(), "110");
    EXPECT_EQ(trade.fees.text(), "0.42");
    EXPECT_EQ(trade.pnl.text(), "18.58");  // 220 - 201 - 0.42
    EXPECT_FALSE(trade.open);
    EXPECT_EQ(trade.entry_order_id, 1U);
    EXPECT_EQ(trade.exit_order_id, 2U);
}

TEST_F(TradeLogTest, AShortTrade) {
    fill(Side::kSell, 1000, 10000, "0.1");
    fill(Side::kBuy, 1000, 10500, "0.1");
    ASSERT_EQ(log_.closed().size(), 1U);
    EXPECT_EQ(log_.closed()[0].side, Side::kSell);
    EXPECT_EQ(log_.closed()[0].pnl.text(), "-5.2");
}

TEST_F(TradeLogTest, SeveralEntriesAndPartialExitsAreOneTrade) {
    fill(Side::kBuy, 1000, 10000, "0.1");  // 1 at 100
    fill(Side::kBuy, 2000, 10100, "0.2");  // 2 at 101: average 302 / 3
    fill(Side::kSell, 1500, 10400, "0");
    EXPECT_TRUE(log_.closed().empty());
    fill(Side::kBuy, 500, 10200, "0");  // entered 3.5 for 353
    fill(Side::kSell, 2000, 10500, "0.3");
    ASSERT_EQ(log_.closed().size(), 1U);
    const RoundTrip& trade = log_.closed()[0];
    EXPECT_EQ(trade.quantity.count, 3500);
    EXPECT_EQ(trade.entry_price.text(), "100.857142857142857143");  // 353 / 3.5, half to even
    EXPECT_EQ(trade.exit_price.text(), "104.571428571428571429");   // (156 + 210) / 3.5
    EXPECT_EQ(trade.fees.text(), "0.6");
    EXPECT_EQ(trade.pnl.text(), "12.4");
}

TEST_F(TradeLogTest, AFlipClosesOneTradeAndOpensTheNext) {
    fill(Side::kBuy, 1000, 10000, "0.1");
    fill(Side::kSell, 3000, 11000, "1");  // closes 1, opens a short of 2; fee 1/3 and the rest
    fill(Side::kBuy, 2000, 10900, "0");
    ASSERT_EQ(log_.closed().size(), 2U);
    const RoundTrip& first = log_.closed()[0];
    const RoundTrip& second = log_.closed()[1];
    EXPECT_EQ(first.fees.text(), "0.433333333333333333");
    EXPECT_EQ(first.pnl.text(), "9.566666666666666667");
    EXPECT_EQ(second.side, Side::kSell);
    EXPECT_EQ(second.entry_time_ns, 2);
    EXPECT_EQ(second.entry_order_id, 2U);
    EXPECT_EQ(second.exit_order_id, 3U);
    EXPECT_EQ(second.quantity.count, 2000);
    EXPECT_EQ(second.fees.text(), "0.666666666666666667");
    EXPECT_EQ(second.pnl.text(), "1.333333333333333333");
}

TEST_F(TradeLogTest, AnOpenTradeIsMarkedToTheLastPrice) {
    fill(Side::kBuy, 1000, 10000, "0.1");
    fill(Side::kSell, 1000, 10100, "0.1");
    fill(Side::kSell, 2000, 10000, "0.2", 1);
    fill(Side::kBuy, 500, 9000, "0.1", 1);
    const auto trades = log_.finish(std::vector<Price>{{10000}, {9900}});
    ASSERT_TRUE(trades);
    ASSERT_EQ(trades->size(), 2U);
    EXPECT_FALSE((*trades)[0].open);
    const RoundTrip& open = (*trades)[1];
    EXPECT_TRUE(open.open);
    EXPECT_EQ(open.instrument, 1U);
    EXPECT_EQ(open.exit_time_ns, 0);
    EXPECT_EQ(open.quantity.count, 2000);
    EXPECT_EQ(open.exit_price.text(), "99");
    EXPECT_EQ(open.pnl.text(), "6.2");  // 200 - 45 - 1.5 x 99 - 0.3
}

TEST_F(TradeLogTest, AnAmountThatDoesNotFitIsAnError) {
    TradeLog log({Scale{0, 0}});
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    log.on_fill({1, 1, 0, Side::kBuy, Liquidity::kTaker, false, {kMost}, {kMost}, {}});
    ASSERT_TRUE(log.error());
    EXPECT_EQ(log.error()->code, ErrorCode::kOverflow);
    log.on_fill({2, 2, 0, Side::kBuy, Liquidity::kTaker, false, {1}, {1}, {}});
    const auto trades = log.finish(std::vector<Price>{{1}});
    ASSERT_FALSE(trades);
    EXPECT_EQ(trades.error().code, ErrorCode::kOverflow);
}

TEST(TradeLogProperty, AllPnlIsTheChangeOfCashAndWhatIsHeld) {
    constexpr std::uint64_t kSeed = 31;
    test::Random random(kSeed);
    for (int round = 0; round < 300; ++round) {
        const std::vector<Scale> scales = {{2, 3}, {8, 8}, {0, 5}};
        TradeLog log(scales);
        int128 cash = 0;
        std::vector<std::int64_t> held(scales.size());
        const std::size_t fills = random.next() % 60;
        for (std::size_t i = 0; i < fills; ++i) {
            const auto instrument = static_cast<InstrumentIndex>(random.next() % scales.size());
            const Side side = random.next() % 2 == 0 ? Side::kBuy : Side::kSell;
            const Price price{static_cast<std::int64_t>(1 + random.next() % 1'000'000)};
            // Small quantities often make the position exactly flat; odd fees do not divide evenly; some are rebates.
            const Quantity quantity{
                static_cast<std::int64_t>(1 + random.next() % (random.next() % 2 == 0 ? 3 : 1'000'000))};
            const Money fee{static_cast<std::int64_t>(random.next() % 2'000'000'000'000'000'003) - 1'000'000};
            log.on_fill(
                {i + 1, static_cast<TimeNs>(i), instrument, side, Liquidity::kMaker, false, price, quantity, fee});
            const int128 value = notional(price, quantity, scales[instrument])->count;
            cash += (side == Side::kBuy ? -value : value) - fee.count;
            held[instrument] += side == Side::kBuy ? quantity.count : -quantity.count;
        }
        std::vector<Price> last;
        for (std::size_t i = 0; i < scales.size(); ++i) {
            last.push_back({static_cast<std::int64_t>(1 + random.next() % 1'000'000)});
            cash += notional(last[i], {held[i]}, scales[i])->count;
        }
        const auto trades = log.finish(last);
        ASSERT_TRUE(trades) << "seed " << kSeed << " round " << round;
        int128 pnl = 0;
        std::size_t open = 0;
        for (const RoundTrip& trade : *trades) {
            pnl += trade.pnl.count;
            open += trade.open ? 1 : 0;
            EXPECT_GT(trade.quantity.count, 0);
        }
        std::size_t positions = 0;
        for (const std::int64_t quantity : held) positions += quantity != 0 ? 1 : 0;
        EXPECT_EQ(open, positions) << "seed " << kSeed << " round " << round;
        EXPECT_EQ(Money{pnl}.text(), Money{cash}.text()) << "seed " << kSeed << " round " << round;
    }
}

}  // namespace
}  // namespace ct::analyzers

#include "ct/engine/context.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/line.hpp"
#include "ct/indicators/registry.hpp"
#include "support/bars.hpp"
#include "support/engine_rig.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"
#include "support/scripted_strategy.hpp"

namespace ct::engine {
namespace {

using test::BarTable;
using test::EngineRig;
using test::flat;
using test::hourly;
using test::k1d;
using test::k1h;
using test::k4h;
using test::kHour;
using test::money;
using test::ScriptedStrategy;

/// Runs one check in on_start of a run on BTC/USDT (2 price decimals, 3 quantity decimals) and ETH/USDT.
void in_start(const std::function<void(Context&)>& check) {
    EngineRig rig;
    rig.scale = {2, 3};
    rig.add("BTC/USDT", hourly({10})).add("ETH/USDT", hourly({20}));
    ScriptedStrategy strategy;
    int calls = 0;
    strategy.start = [&](Context& ctx) {
        ++calls;
        check(ctx);
    };
    ASSERT_TRUE(rig.run(strategy).result);
    ASSERT_EQ(calls, 1);
}

TEST(Context, KnowsTheInstrumentsAndSeriesOfTheRun) {
    in_start([](Context& ctx) {
        ASSERT_EQ(ctx.instruments().size(), 2U);
        EXPECT_EQ(ctx.instrument(1).symbol, "ETH/USDT");
        EXPECT_EQ(ctx.find("ETH/USDT").value(), 1U);
        ASSERT_EQ(ctx.series_count(), 2U);
        EXPECT_EQ(ctx.series(1).instrument, 1U);
        EXPECT_EQ(ctx.series(1).timeframe, k1h);
        const auto unknown = ctx.find("DOGE/USDT");
        ASSERT_FALSE(unknown);
        EXPECT_EQ(unknown.error().code, ErrorCode::kNotFound);
        EXPECT_EQ(unknown.error().message, "no instrument 'DOGE/USDT' in this run, there is BTC/USDT, ETH/USDT");
    });
}

TEST(Context, RoundsSizesDownToTheGrid) {
    in_start([](Context& ctx) {
        EXPECT_EQ(ctx.quantity(0, 1.2349).value(), Quantity{1'234});
        EXPECT_EQ(ctx.quantity(0, 0.0009).value(), Quantity{0});
        EXPECT_EQ(ctx.quantity(0, -1.2341).value(), Quantity{-1'235});
    });
}

TEST(Context, RoundsABuyLimitDownAndASellLimitUp) {
    in_start([](Context& ctx) {
        EXPECT_EQ(ctx.limit_price(0, Side::kBuy, 100.019).value(), Price{10'001});
        EXPECT_EQ(ctx.limit_price(0, Side::kSell, 100.011).value(), Price{10'002});
    });
}

TEST(Context, RoundsStopsAwayFromTheMarket) {
    in_start([](Context& ctx) {
        EXPECT_EQ(ctx.stop_price(0, Side::kBuy, 100.011).value(), Price{10'002});
        EXPECT_EQ(ctx.stop_price(0, Side::kSell, 100.019).value(), Price{10'001});
    });
}

TEST(Context, LeavesNumbersThatLieOnTheGridAsTheyAre) {
    // 1.15 x 100 is 114.99999999999999 and 0.07 x 100 is 7.000000000000001 in doubles.
    in_start([](Context& ctx) {
        for (std::int64_t count = 1; count < 20'000; ++count) {
            const double price = static_cast<double>(count) / 100;
            for (const Side side : {Side::kBuy, Side::kSell}) {
                ASSERT_EQ(ctx.limit_price(0, side, price).value(), Price{count});
                ASSERT_EQ(ctx.stop_price(0, side, price).value(), Price{count});
            }
            ASSERT_EQ(ctx.quantity(0, static_cast<double>(count) / 1000).value(), Quantity{count});
        }
    });
}

TEST(Context, RefusesNumbersThatAreNoneOrDoNotFit) {
    in_start([](Context& ctx) {
        for (const double none : {std::nan(""), std::numeric_limits<double>::infinity()}) {
            EXPECT_EQ(ctx.quantity(0, none).error().code, ErrorCode::kInvalidArgument);
            EXPECT_EQ(ctx.limit_price(0, Side::kBuy, none).error().code, ErrorCode::kInvalidArgument);
            EXPECT_EQ(ctx.stop_price(0, Side::kBuy, -none).error().code, ErrorCode::kInvalidArgument);
        }
        EXPECT_EQ(ctx.quantity(0, 1e17).error().code, ErrorCode::kOverflow);
        EXPECT_EQ(ctx.limit_price(0, Side::kBuy, 1e18).error().code, ErrorCode::kOverflow);
        EXPECT_EQ(ctx.quantity(0, std::nan("")).error().message, "a size must be a finite number, not nan");
    });
}

TEST(Context, HasNoPriceAndNoBarsBeforeTheFirst) {
    in_start([](Context& ctx) {
        EXPECT_FALSE(ctx.last_price(0));
        EXPECT_EQ(ctx.bars(0).size(), 0U);
        EXPECT_EQ(ctx.now_ns(), 0);
        EXPECT_EQ(ctx.equity(), ctx.cash());
    });
}

TEST(Context, EquityIsExactAtTheLastCloses) {
    EngineRig rig;
    rig.scale = {2, 8};
    BarTable bars(k1h, 0, {flat(4'228'358), flat(4'228'358), flat(4'314'159)}, 2);
    rig.add("BTC/USDT", bars);
    ScriptedStrategy strategy;
    strategy.bar = [](Context& ctx, const BarView&) {
        if (ctx.now_ns() == kHour) ctx.buy(0, {12'345'678});
        if (ctx.now_ns() != 3 * kHour) return;
        // 10000 - 0.12345678 x 42283.58 + 0.12345678 x 43141.59
        EXPECT_EQ(ctx.cash(), money("4779.8053663276"));
        EXPECT_EQ(ctx.equity(), money("10105.9271518078"));
        EXPECT_EQ(ctx.last_price(0), Price{4'314'159});
    };
    ASSERT_TRUE(rig.run(strategy).result);
    EXPECT_EQ(strategy.log.back(), "3h stop");
}

/// In every callback of every run only closed bars can be seen, of all series, and they are the right ones.
TEST(Context, NeverShowsTheFutureAtAnyBatchSize) {
    constexpr std::uint64_t kSeeds = 30;
    for (std::uint64_t seed = 1; seed <= kSeeds && !HasFailure(); ++seed) {
        SCOPED_TRACE(seed);
        test::Random random(seed);
        EngineRig rig;
        rig.add("BTC/USDT", test::walk(random, k4h, {.rows = 30, .first_ns = 0, .gap_once_in = 5}));
        rig.add("BTC/USDT", test::walk(random, k1h, {.rows = 100, .first_ns = 5 * kHour, .gap_once_in = 9}));
        rig.add("ETH/USDT", test::walk(random, k1h, {.rows = 80, .first_ns = 30 * kHour}));
        rig.add("ETH/USDT", test::walk(random, k1d, {.rows = 6, .first_ns = 0}));
        const auto check = [&](Context& ctx) {
            for (SeriesIndex series = 0; series < ctx.series_count(); ++series) {
                const BarTable& table = rig.tables()[series];
                std::size_t closed = 0;
                while (closed < table.size() && table.timeframe().close_of(table.time_ns()[closed]) <= ctx.now_ns()) {
                    ++closed;
                }
                const BarColumns bars = ctx.bars(series);
                ASSERT_EQ(bars.size(), closed);
                ASSERT_EQ(bars.open.size(), closed);
                ASSERT_EQ(bars.volume.size(), closed);
                if (closed > 0) {
                    ASSERT_EQ(bars.time_ns.back(), table.time_ns()[closed - 1]);
                    ASSERT_EQ(bars.close.back(), table.columns().close[closed - 1]);
                }
            }
        };
        int callbacks = 0;
        ScriptedStrategy strategy;
        strategy.start = [&](Context& ctx) {
            check(ctx);
            for (int i = 0; i < 40; ++i) ctx.set_timer(random.between(0, 200 * 60) * test::kMinute);
        };
        strategy.order = [&](Context& ctx, const OrderUpdate&) { check(ctx), ++callbacks; };
        strategy.fill = [&](Context& ctx, const Fill&) { check(ctx), ++callbacks; };
        strategy.timer = [&](Context& ctx, const Timer&) {
            check(ctx), ++callbacks;
            if (random.once_in(3)) ctx.buy(0, {1});
        };
        strategy.bar = [&](Context& ctx, const BarView& bar) {
            check(ctx), ++callbacks;
            ASSERT_EQ(bar.close_time_ns(), ctx.now_ns());
            ASSERT_EQ(ctx.bars(bar.series()).close.back(), bar.close());
            if (random.once_in(10)) ctx.sell(1, {1});
        };
        strategy.stop = check;
        for (const std::size_t batch_rows : {1U, 3U, 4096U}) {
            rig.batch_rows = batch_rows;
            ASSERT_TRUE(rig.run(strategy).result);
        }
        EXPECT_GT(callbacks, 600);
    }
}

TEST(Indicator, HasTheValueOfTheCurrentBarAndThoseBeforeIt) {
    // sma 3 of n at bar n (from 0) is n - 1 from bar 2 on.
    BarTable bars(k1h);
    constexpr std::size_t kRows = 1'000;
    for (std::size_t row = 0; row < kRows; ++row) {
        bars.add(static_cast<TimeNs>(row) * kHour, flat(1'000 + static_cast<std::int64_t>(row)));
    }
    for (const std::size_t batch_rows : {1U, 2U, 100U, 4096U}) {
        SCOPED_TRACE(batch_rows);
        EngineRig rig;
        rig.batch_rows = batch_rows;
        rig.add("BTC/USDT", bars);
        ScriptedStrategy strategy;
        Line line;
        std::size_t row = 0;
        strategy.start = [&](Context& ctx) {
            line = ctx.indicator(0, "sma_exact", {3}).value();
            EXPECT_TRUE(std::isnan(line.value()));
            EXPECT_TRUE(std::isnan(line[kLineHistory - 1]));
        };
        strategy.bar = [&](Context&, const BarView&) {
            ASSERT_EQ(std::isnan(line.value()), row < 2);
            for (const std::size_t ago : std::vector<std::size_t>{0, 1, 2, 100, kLineHistory - 1}) {
                if (ago + 2 > row) {
                    ASSERT_TRUE(std::isnan(line[ago])) << row << " " << ago;
                } else {
                    ASSERT_EQ(line[ago], static_cast<double>(1'000 + row - ago - 1)) << row << " " << ago;
                }
            }
            ++row;
        };
        ASSERT_TRUE(rig.run(strategy).result);
        EXPECT_EQ(row, kRows);
    }
}

TEST(Indicator, OfAnotherSeriesStandsStillUntilThatSeriesClosesABar) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({1, 2, 3, 4, 5, 6, 7, 8}));
    rig.add("BTC/USDT", BarTable(k4h, 0, {flat(40), flat(80)}));
    ScriptedStrategy strategy;
    Line slow;
    std::vector<double> seen;
    strategy.start = [&](Context& ctx) { slow = ctx.indicator(1, "sma_exact", {1}).value(); };
    strategy.bar = [&](Context&, const BarView& bar) {
        if (bar.timeframe() == k1h) seen.push_back(std::isnan(slow.value()) ? 0 : slow.value());
    };
    ASSERT_TRUE(rig.run(strategy).result);
    EXPECT_THAT(seen, testing::ElementsAre(0, 0, 0, 40, 40, 40, 40, 80));
}

TEST(Indicator, ReadsTheFieldThatIsAskedFor) {
    EngineRig rig;
    rig.add("BTC/USDT", BarTable(k1h, 0, {{2, 9, 1, 5}}));
    ScriptedStrategy strategy;
    std::vector<Line> lines;
    strategy.start = [&](Context& ctx) {
        for (const Field field : {Field::kOpen, Field::kHigh, Field::kLow, Field::kClose, Field::kVolume}) {
            lines.push_back(ctx.indicator(0, "sma_exact", {1}, field).value());
        }
    };
    strategy.bar = [&](Context&, const BarView& bar) {
        EXPECT_EQ(lines[0].value(), bar.open());
        EXPECT_EQ(lines[1].value(), bar.high());
        EXPECT_EQ(lines[2].value(), bar.low());
        EXPECT_EQ(lines[3].value(), bar.close());
        EXPECT_EQ(lines[4].value(), bar.volume());
    };
    ASSERT_TRUE(rig.run(strategy).result);
    EXPECT_EQ(lines.size(), 5U);
}

TEST(Indicator, ReadsTheFieldsThatItsInputsAreNamedAfter) {
    EngineRig rig;
    rig.add("BTC/USDT", BarTable(k1h, 0, {{2, 9, 1, 5}, {5, 8, 4, 6}}));
    ScriptedStrategy strategy;
    Line range;
    std::vector<Line> channel;
    strategy.start = [&](Context& ctx) {
        range = ctx.indicator(0, "ATR", {1}).value();
        channel = ctx.indicator_lines(0, "DonchianChannel", std::vector{1.0}).value();
        EXPECT_EQ(ctx.indicator(0, "macd", {}).error().code, ErrorCode::kInvalidArgument);
        EXPECT_EQ(ctx.indicator(0, "atr", {1}, Field::kHigh).error().message,
                  "a field was given for indicator 'atr', which reads high, low, close of a bar");
        EXPECT_EQ(ctx.indicator(0, "mavp", {}).error().code, ErrorCode::kUnsupported);
    };
    strategy.bar = [&](Context&, const BarView& bar) {
        EXPECT_EQ(channel[0].value() + channel[2].value(), bar.high() + bar.low());
        if (bar.high() == 8) {
            EXPECT_EQ(range.value(), 4);
        }
    };
    ASSERT_TRUE(rig.run(strategy).result);
    EXPECT_EQ(channel.size(), 3U);
}

TEST(Indicator, MayBeMadeByTheStrategyAndReadTheTime) {
    EngineRig rig;
    rig.add("BTC/USDT", BarTable(k1h, 0, {flat(5), flat(7), flat(9)}));
    ScriptedStrategy strategy;
    std::vector<Line> sums;
    strategy.start = [&](Context& ctx) {
        sums =
            ctx.add_indicator(0, "mine", indicators::make("add").value(), {Field::kClose, Field::kCloseTime}).value();
    };
    std::vector<double> seen;
    strategy.bar = [&](Context& ctx, const BarView&) {
        seen.push_back(sums[0].value());
        const auto late = ctx.add_indicator(0, "mine", indicators::make("ceil").value(), {Field::kClose});
        EXPECT_EQ(late.error().message, "indicator 'mine' must be registered in on_start");
    };
    ASSERT_TRUE(rig.run(strategy).result);
    EXPECT_THAT(seen, testing::ElementsAre(3605, 7207, 10809));
}

TEST(Indicator, ThatIsUnknownWrongOrTooLateIsAnError) {
    EngineRig rig;
    rig.add("BTC/USDT", hourly({1}));
    ScriptedStrategy strategy;
    strategy.start = [&](Context& ctx) {
        EXPECT_EQ(ctx.indicator(0, "no_such", {3}).error().code, ErrorCode::kNotFound);
        EXPECT_EQ(ctx.indicator(0, "sma_exact", {0}).error().code, ErrorCode::kInvalidArgument);
    };
    strategy.bar = [&](Context& ctx, const BarView&) {
        const auto late = ctx.indicator(0, "sma_exact", {3});
        ASSERT_FALSE(late);
        EXPECT_EQ(late.error().message, "indicator 'sma_exact' must be registered in on_start");
    };
    ASSERT_TRUE(rig.run(strategy).result);
}

}  // namespace
}  // namespace ct::engine

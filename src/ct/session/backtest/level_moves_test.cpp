// Where stops waited before they moved, as a run keeps it.

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/analyzers/level_log.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/order.hpp"
#include "ct/engine/context.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "support/backtest_run.hpp"
#include "support/bars.hpp"
#include "support/scripted_strategy.hpp"

namespace ct::session {
namespace {

using test::BarTable;
using test::flat;
using test::input_of;
using testing::ElementsAre;

/// "1 at 91 until 3h": the level of an order, and when it left it.
std::vector<std::string> texts_of(const analyzers::LevelMoves& moves) {
    std::vector<std::string> texts;
    for (const LevelMove& move : moves.moves) {
        texts.push_back(
            fmt::format("{} at {} until {}", move.order_id, move.from.count, test::short_time(move.time_ns)));
    }
    return texts;
}

analyzers::LevelMoves moves_of(bool asked) {
    BarTable table(test::k1h);
    for (int i = 0; i < 5; ++i) table.add(i * test::kHour, flat(100 + i));
    test::ScriptedStrategy strategy;
    int bars = 0;
    strategy.bar = [&](engine::Context& ctx, const BarView&) {
        ++bars;
        if (bars == 1) {
            ctx.submit({.side = Side::kSell, .type = OrderType::kTrailingStop, .quantity = {1}, .trail_amount = {10}});
            ctx.submit({.side = Side::kSell, .type = OrderType::kStop, .quantity = {1}, .stop_price = {50}});
        }
        if (bars == 3) ctx.replace({.order_id = 2, .stop_price = {60}});
        if (bars == 4) ctx.replace({.order_id = 2, .quantity = {2}});
    };
    BacktestConfig config;
    config.level_moves = asked;
    return test::backtest({input_of("BTC/USDT", table)}, strategy, config).value().level_moves;
}

TEST(LevelMoves, AreThoseOfTrailingStopsAtTheClosesAndOfChangesWhenTheyArrive) {
    EXPECT_THAT(texts_of(moves_of(true)), ElementsAre("1 at 90 until 2h", "1 at 91 until 3h", "2 at 50 until 3h",
                                                      "1 at 92 until 4h", "1 at 93 until 5h"));
}

TEST(LevelMoves, AreNotKeptUnlessAsked) { EXPECT_THAT(texts_of(moves_of(false)), ElementsAre()); }

TEST(LevelLog, SaysFromWhichOrderOnItIsIncomplete) {
    analyzers::LevelLog log(2);
    for (const OrderId id : {4U, 5U, 7U, 6U, 8U}) log.on_level({id, 0, {}});
    const analyzers::LevelMoves moves = log.take();
    EXPECT_EQ(moves.moves.size(), 2U);
    EXPECT_EQ(moves.first_incomplete, 6U);
}

}  // namespace
}  // namespace ct::session

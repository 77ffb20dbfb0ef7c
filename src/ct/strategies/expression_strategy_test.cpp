#include "ct/strategies/expression_strategy.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/account/account.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/random_walk.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/storage/csv_file.hpp"
#include "ct/strategies/expression_definition.hpp"
#include "ct/strategies/expression_rules.hpp"
#include "ct/strategies/registry.hpp"
#include "support/backtest_run.hpp"
#include "support/bars.hpp"
#include "support/shared_data.hpp"

namespace ct::strategies {
namespace {

using analyzers::RunResult;
using test::BarTable;
using test::fill_texts;
using test::flat;
using test::input_of;
using test::k1h;
using test::k4h;
using test::kHour;
using test::no_fees;
using test::Ohlc;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Inputs = std::vector<session::SeriesInput>;

Result<RunResult> try_run(const Inputs& inputs, const ExpressionDefinition& definition,
                          const session::BacktestConfig& config = no_fees(), const Parameters& given = {}) {
    auto rules = compile(definition, given);
    EXPECT_TRUE(rules) << rules.error().message;
    if (!rules) return fail(rules);
    ExpressionStrategy strategy(*std::move(rules));
    return test::backtest(inputs, strategy, config);
}

RunResult run(const Inputs& inputs, const ExpressionDefinition& definition,
              const session::BacktestConfig& config = no_fees(), const Parameters& given = {}) {
    return try_run(inputs, definition, config, given).value();
}

/// Bars that open where the one before closed; the last stays at its close.
BarTable with_closes(const std::vector<std::int64_t>& closes, Timeframe timeframe = k1h) {
    BarTable bars(timeframe);
    std::int64_t open = closes.front();
    for (const std::int64_t close : closes) {
        const auto time = timeframe.duration_ns() * static_cast<TimeNs>(bars.size());
        bars.add(time, {open, std::max(open, close), std::min(open, close), close});
        open = close;
    }
    return bars;
}

RunResult run(const std::vector<std::int64_t>& closes, const ExpressionDefinition& definition) {
    const BarTable bars = with_closes(closes);
    return run({input_of("BTC/USDT", bars)}, definition);
}

TEST(ExpressionStrategy, BuysWhenTheEntryHoldsAndClosesWhenTheExitDoes) {
    const auto result =
        run({100, 101, 102, 90, 80, 80, 85, 90}, {.entry = "close > 100", .exit = "close < 85", .size = "1"});
    EXPECT_THAT(fill_texts(result),
                ElementsAre("buy 1 BTC at 101 (2h), fee 0, order 1", "sell 1 BTC at 80 (5h), fee 0, order 2"));
}

TEST(ExpressionStrategy, WithoutAShortEntryNeverShorts) {
    const auto rules = [](const ExpressionDefinition& definition) { return compile(definition).value(); };
    EXPECT_FALSE(ExpressionStrategy(rules({.entry = "close > 1", .exit = "close > 2"})).shorts());
    EXPECT_TRUE(ExpressionStrategy(rules({.short_entry = "close > 1"})).shorts());
    const auto result = run({100, 90, 80, 70}, {.entry = "close > 200", .exit = "close < 200"});
    EXPECT_THAT(result.orders, IsEmpty());
}

TEST(ExpressionStrategy, TurnsRoundInOneStep) {
    const auto result =
        run({100, 110, 90, 110, 90}, {.entry = "close > 100", .short_entry = "close < 100", .size = "1"});
    EXPECT_THAT(fill_texts(result),
                ElementsAre("buy 1 BTC at 110 (2h), fee 0, order 1", "sell 1 BTC at 90 (3h), fee 0, order 2",
                            "sell 1 BTC at 90 (3h), fee 0, order 3", "buy 1 BTC at 110 (4h), fee 0, order 4",
                            "buy 1 BTC at 110 (4h), fee 0, order 5"));
}

TEST(ExpressionStrategy, EntersNeitherWhenBothEntriesHoldNorWhenItsExitDoes) {
    EXPECT_THAT(run({100, 100}, {.entry = "close > 1", .short_entry = "close > 2"}).orders, IsEmpty());
    EXPECT_THAT(run({100, 100}, {.entry = "close > 1", .exit = "close > 2"}).orders, IsEmpty());
    EXPECT_THAT(run({100, 100}, {.short_entry = "close > 1", .short_exit = "close > 2"}).orders, IsEmpty());
}

TEST(ExpressionStrategy, WhatIsUnknownIsNoSignal) {
    const auto result = run({100, 100, 100, 100}, {.entry = "not (sma(close, 3) > 200)", .size = "1"});
    EXPECT_THAT(fill_texts(result), ElementsAre("buy 1 BTC at 100 (3h), fee 0, order 1"));
}

TEST(ExpressionStrategy, WaitsForItsWarmUpAndAfterAnExit) {
    const ExpressionDefinition definition{
        .entry = "true", .exit = "bars_held >= 1 and not na(profit)", .size = "1", .cooldown = 2, .warm_up = 2};
    // Exits hold while there is a position only: profit is unknown without one.
    const auto result = run({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, definition);
    EXPECT_THAT(fill_texts(result),
                ElementsAre("buy 1 BTC at 3 (3h), fee 0, order 1", "sell 1 BTC at 4 (4h), fee 0, order 2",
                            "buy 1 BTC at 7 (7h), fee 0, order 3", "sell 1 BTC at 8 (8h), fee 0, order 4"));
}

TEST(ExpressionStrategy, AnExitKnowsThePosition) {
    const std::vector<std::int64_t> closes = {100, 100, 104, 105, 111, 120, 120};
    const auto sold_at = [&](const char* exit) {
        const auto result = run(closes, {.entry = "na(close[1])", .exit = exit, .size = "2"});
        return result.fills.size() < 2 ? std::string("not sold") : fill_texts(result)[1];
    };
    // Bought at 100 in the bar from 1h on.
    EXPECT_EQ(sold_at("bars_held == 1"), "sell 2 BTC at 100 (2h), fee 0, order 2");
    EXPECT_EQ(sold_at("bars_held >= 3"), "sell 2 BTC at 105 (4h), fee 0, order 2");
    EXPECT_EQ(sold_at("profit >= 0.1"), "sell 2 BTC at 111 (5h), fee 0, order 2");
    EXPECT_EQ(sold_at("close > entry_price + 4"), "sell 2 BTC at 105 (4h), fee 0, order 2");
    EXPECT_EQ(sold_at("position == 2 and close > 104"), "sell 2 BTC at 105 (4h), fee 0, order 2");
    EXPECT_EQ(sold_at("position != 2 and close > 0"), "not sold");
}

TEST(ExpressionStrategy, AShortGainsWhenThePriceFalls) {
    const auto result =
        run({100, 100, 95, 89, 80, 80},
            {.short_entry = "na(close[1])", .short_exit = "profit > 0.1 and position == -1", .size = "1"});
    EXPECT_THAT(fill_texts(result),
                ElementsAre("sell 1 BTC at 100 (1h), fee 0, order 1", "buy 1 BTC at 89 (4h), fee 0, order 2"));
}

TEST(ExpressionStrategy, AnEntrySeesThePositionThatItTurnsRound) {
    const auto sells = [](const char* short_entry) {
        return fill_texts(
            run({100, 100, 101, 105, 110}, {.entry = "na(close[1])", .short_entry = short_entry, .size = "1"}));
    };
    const std::string buys = "buy 1 BTC at 100 (1h), fee 0, order 1";
    EXPECT_THAT(sells("position == 1 and profit >= 0.05 and bars_held == 3 and entry_price == 100"),
                ElementsAre(buys, "sell 1 BTC at 105 (4h), fee 0, order 2", "sell 1 BTC at 105 (4h), fee 0, order 3"));
    EXPECT_THAT(sells("profit >= 0.2"), ElementsAre(buys));
}

TEST(ExpressionStrategy, AnEntrySeesThatThereIsOrWasNoPosition) {
    // Without a position: its size is 0, its profit is unknown.
    EXPECT_THAT(fill_texts(run({100, 100, 100}, {.entry = "position == 0 and bars_held == 0", .size = "1"})),
                ElementsAre("buy 1 BTC at 100 (1h), fee 0, order 1"));
    EXPECT_THAT(fill_texts(run({100, 100, 100}, {.entry = "profit < 1 or entry_price > 0", .size = "1"})), IsEmpty());
    // Two bars after the last one.
    EXPECT_THAT(fill_texts(run({100, 100, 100, 100, 100, 100},
                               {.entry = "nz(since(position != 0), 9) >= 2", .exit = "bars_held == 1", .size = "1"})),
                ElementsAre("buy 1 BTC at 100 (1h), fee 0, order 1", "sell 1 BTC at 100 (2h), fee 0, order 2",
                            "buy 1 BTC at 100 (4h), fee 0, order 3", "sell 1 BTC at 100 (5h), fee 0, order 4"));
}

TEST(ExpressionStrategy, TradesEachSymbolByItself) {
    const BarTable btc = with_closes({100, 110, 110, 110});
    const BarTable eth = with_closes({10, 10, 11, 11});
    const auto result =
        run({input_of("BTC/USDT", btc), input_of("ETH/USDT", eth)}, {.entry = "close > close[1]", .size = "1"});
    EXPECT_THAT(fill_texts(result),
                ElementsAre("buy 1 BTC at 110 (2h), fee 0, order 1", "buy 1 ETH at 11 (3h), fee 0, order 2"));
}

TEST(ExpressionStrategy, MayTradeOnlySomeSymbols) {
    const BarTable btc = with_closes({100, 110, 110, 110});
    const BarTable eth = with_closes({10, 10, 11, 11});
    const Inputs inputs = {input_of("BTC/USDT", btc), input_of("ETH/USDT", eth)};
    ExpressionDefinition definition{.entry = "close@\"BTC/USDT\" > 100", .size = "1", .symbols = {"ETH/USDT"}};
    EXPECT_THAT(fill_texts(run(inputs, definition)), ElementsAre("buy 1 ETH at 10 (2h), fee 0, order 1"));
    definition.symbols = {"ETH/USD"};
    EXPECT_EQ(try_run(inputs, definition).error().message,
              "no instrument 'ETH/USD' in this run, there is BTC/USDT, ETH/USDT");
}

TEST(ExpressionStrategy, ReadsTheLastClosedBarOfOtherTimeframesAndSymbols) {
    // 4h bars close at 4h and 8h with 50 and 150.
    const BarTable hours = with_closes({100, 100, 100, 100, 100, 100, 100, 100, 100, 100});
    const BarTable four_hours(k4h, 0, {flat(50), flat(150)});
    const auto result = run({input_of("BTC/USDT", hours), input_of("BTC/USDT", four_hours)},
                            {.entry = "close@4h > close", .size = "1"});
    EXPECT_THAT(fill_texts(result), ElementsAre("buy 1 BTC at 100 (8h), fee 0, order 1"));

    const BarTable eth = with_closes({10, 10, 10, 20, 10, 10});
    const auto other = run({input_of("BTC/USDT", hours), input_of("ETH/USDT", eth)},
                           {.entry = "close@\"ETH/USDT\" > 15 and close > 50", .size = "1"});
    EXPECT_THAT(fill_texts(other), ElementsAre("buy 1 BTC at 100 (4h), fee 0, order 1"));
}

TEST(ExpressionStrategy, ComputesOverMixedSeriesBarByBar) {
    // The spread is 90, 90, 90, 80, 90, 90: its mean of 2 bars is 85 at 4h.
    const BarTable btc = with_closes({100, 100, 100, 100, 100, 100});
    const BarTable eth = with_closes({10, 10, 10, 20, 10, 10});
    const auto result = run({input_of("BTC/USDT", btc), input_of("ETH/USDT", eth)},
                            {.entry = "sma(close - close@\"ETH/USDT\", 2) == 85 and close > 50", .size = "1"});
    EXPECT_THAT(fill_texts(result), ElementsAre("buy 1 BTC at 100 (4h), fee 0, order 1"));
}

TEST(ExpressionStrategy, SaysWhichSeriesTheRunLacks) {
    const BarTable bars = with_closes({100, 100});
    EXPECT_EQ(
        try_run({input_of("BTC/USDT", bars)}, {.entry = "close@15m > 1"}).error().message,
        "an expression reads 15m bars of BTC/USDT, which the run does not have; expected 15m bars, or shorter ones "
        "that make whole bars of 15m; it has BTC/USDT 1h");
    EXPECT_EQ(try_run({input_of("BTC/USDT", bars)}, {.entry = "close@\"ETH/USDT\" > 1"}).error().message,
              "no instrument 'ETH/USDT' in this run, there is BTC/USDT");
}

// ---- Guards: orders that protect a position.

// NOLINTNEXTLINE(bugprone-throwing-static-initialization): only for want of memory
const ExpressionDefinition kBuyOnce{.entry = "na(close[1])", .size = "1"};

TEST(Guards, AStopAndATargetWaitForTheEntryAndMoveToItsPrice) {
    ExpressionDefinition definition = kBuyOnce;
    definition.stop_loss = "10%";
    definition.take_profit = "20%";
    // Signal at 100, filled at 110 after a gap: 99 and 132 from then on.
    const BarTable bars(k1h, 0, {flat(100), {110, 112, 108, 110}, {110, 131, 100, 110}, {110, 110, 98, 98}, flat(98)});
    const auto result = run({input_of("BTC/USDT", bars)}, definition);
    EXPECT_THAT(fill_texts(result),
                ElementsAre("buy 1 BTC at 110 (1h), fee 0, order 1", "sell 1 BTC at 99 (3h), fee 0, order 2"));
    EXPECT_EQ(result.orders[1].request.type, OrderType::kStop);
    EXPECT_EQ(result.orders[2].request.type, OrderType::kLimit);
    EXPECT_EQ(result.orders[2].request.limit_price, Price{132});
    EXPECT_EQ(result.orders[2].reason, Reason::kOco);
}

TEST(Guards, GuardFromTheMomentOfTheFill) {
    ExpressionDefinition definition = kBuyOnce;
    definition.stop_loss = "5";
    const BarTable bars(k1h, 0, {flat(100), {100, 100, 90, 92}, flat(92)});
    EXPECT_THAT(fill_texts(run({input_of("BTC/USDT", bars)}, definition)),
                ElementsAre("buy 1 BTC at 100 (1h), fee 0, order 1", "sell 1 BTC at 95 (1h), fee 0, order 2"));
}

TEST(Guards, TheStopCountsWhenStopAndTargetLieInOneBar) {
    ExpressionDefinition definition = kBuyOnce;
    definition.stop_loss = "10";
    definition.take_profit = "10";
    const BarTable bars(k1h, 0, {flat(100), flat(100), {100, 120, 80, 100}, flat(100)});
    EXPECT_THAT(fill_texts(run({input_of("BTC/USDT", bars)}, definition)),
                ElementsAre("buy 1 BTC at 100 (1h), fee 0, order 1", "sell 1 BTC at 90 (2h), fee 0, order 2"));
}

TEST(Guards, MayLieAtAPriceThatIsEvaluatedAtTheSignal) {
    ExpressionDefinition definition{.entry = "close == 105", .size = "1"};
    definition.stop_loss = "at lowest(low, 2)";
    definition.take_profit = "at (high + 7)";
    const auto result = run({100, 95, 105, 110, 112, 100}, definition);
    // At 105 the lowest low of two bars is 95 and the high 105.
    EXPECT_THAT(fill_texts(result),
                ElementsAre("buy 1 BTC at 105 (3h), fee 0, order 1", "sell 1 BTC at 112 (4h), fee 0, order 3"));
    EXPECT_EQ(result.orders[1].request.stop_price, Price{95});
}

TEST(Guards, GuardAShortTheOtherWayRound) {
    ExpressionDefinition definition{.short_entry = "na(close[1])", .size = "1"};
    definition.stop_loss = "10%";
    definition.take_profit = "20%";
    EXPECT_THAT(fill_texts(run({100, 100, 109, 79, 79}, definition)),
                ElementsAre("sell 1 BTC at 100 (1h), fee 0, order 1", "buy 1 BTC at 80 (3h), fee 0, order 3"));
    EXPECT_THAT(fill_texts(run({100, 100, 111, 79}, definition)),
                ElementsAre("sell 1 BTC at 100 (1h), fee 0, order 1", "buy 1 BTC at 110 (2h), fee 0, order 2"));
}

TEST(Guards, ATrailingStopFollowsThePrice) {
    ExpressionDefinition definition = kBuyOnce;
    definition.trailing_stop = "10%";
    EXPECT_THAT(fill_texts(run({100, 100, 120, 150, 120, 120}, definition)),
                ElementsAre("buy 1 BTC at 100 (1h), fee 0, order 1", "sell 1 BTC at 135 (4h), fee 0, order 2"));
    definition.trailing_stop = "high - low + 20";
    EXPECT_THAT(fill_texts(run({100, 100, 120, 150, 120, 120}, definition)),
                ElementsAre("buy 1 BTC at 100 (1h), fee 0, order 1", "sell 1 BTC at 130 (4h), fee 0, order 2"));
}

TEST(Guards, AllThreeCancelEachOther) {
    ExpressionDefinition definition = kBuyOnce;
    definition.stop_loss = "50";
    definition.take_profit = "60";
    definition.trailing_stop = "20";
    const auto result = run({100, 100, 120, 95, 95}, definition);
    EXPECT_THAT(fill_texts(result),
                ElementsAre("buy 1 BTC at 100 (1h), fee 0, order 1", "sell 1 BTC at 100 (3h), fee 0, order 4"));
    EXPECT_EQ(result.orders[1].reason, Reason::kOco);
    EXPECT_EQ(result.orders[2].reason, Reason::kOco);
}

TEST(Guards, AnEntryIsNotTakenWhileALevelIsUnknownOrOnTheWrongSide) {
    const auto warning_of = [](const ExpressionDefinition& definition) -> std::string {
        const RunResult result = run({100, 100, 100}, definition);
        EXPECT_THAT(result.orders, IsEmpty());
        return result.warnings.empty() ? "" : result.warnings[0];
    };
    ExpressionDefinition definition = kBuyOnce;
    for (const auto& [stop, why] :
         {std::pair{"atr(14)", "was unknown"}, std::pair{"close - close", "was not above 0"},
          std::pair{"at close + 1", "lay on the wrong side of the price"},
          std::pair{"at close", "lay on the wrong side of the price"}, std::pair{"100", "lay at a price of 0 or below"},
          std::pair{"(100 * close / open)%", "lay at a price of 0 or below"}}) {
        definition.stop_loss = stop;
        EXPECT_THAT(warning_of(definition),
                    AllOf(HasSubstr("not taken"), HasSubstr(fmt::format(": stop_loss {}", why))))
            << stop;
    }
    definition.stop_loss = {};
    definition.take_profit = "at close - 1";
    EXPECT_THAT(warning_of(definition), HasSubstr(": take_profit lay on the wrong side of the price"));
    definition.take_profit = {};
    definition.trailing_stop = "(100 * close / open)%";
    EXPECT_THAT(warning_of(definition), HasSubstr(": trailing_stop was 100 % of the price or more"));
    definition.trailing_stop = "(1e-12 * close / open)%";
    EXPECT_THAT(warning_of(definition), HasSubstr(": trailing_stop was less than a step of the price"));
}

TEST(ExpressionStrategy, AnEntryWithoutASizeIsNotTaken) {
    ExpressionDefinition definition{.entry = "close > 1", .exit = "close < 1"};
    definition.size = "0.000000001";
    const RunResult result = run({100, 100, 100}, definition);
    EXPECT_THAT(result.orders, IsEmpty());
    EXPECT_THAT(result.warnings,
                ElementsAre("3 entries were not taken, the first at 1970-01-01 01:00:00: size came to less than the "
                            "smallest quantity that is traded"));
    definition.size = "risk 1% atr(14)";
    EXPECT_THAT(run({100, 100, 100}, definition).warnings,
                ElementsAre(HasSubstr(": size risked a distance that was unknown or not above 0")));
    definition.size = "1";
    EXPECT_THAT(run({100, 100, 100}, definition).warnings, IsEmpty());
}

TEST(Guards, AreCanceledByAnExitSignal) {
    ExpressionDefinition definition = kBuyOnce;
    definition.exit = "close > 104";
    definition.stop_loss = "10%";
    definition.take_profit = "20%";
    const auto result = run({100, 100, 105, 105, 50, 50}, definition);
    EXPECT_THAT(fill_texts(result),
                ElementsAre("buy 1 BTC at 100 (1h), fee 0, order 1", "sell 1 BTC at 105 (3h), fee 0, order 4"));
    EXPECT_EQ(result.orders[1].status, OrderStatus::kCanceled);
    EXPECT_EQ(result.orders[2].status, OrderStatus::kCanceled);
}

TEST(Guards, AreCanceledByAnExitSignalOnASpotAccount) {
    ExpressionDefinition definition = kBuyOnce;
    definition.exit = "close > 104";
    definition.stop_loss = "10%";
    definition.take_profit = "20%";
    auto config = no_fees();
    config.account = AccountKind::kSpot;
    const BarTable bars = with_closes({100, 100, 105, 105, 50, 50});
    EXPECT_THAT(fill_texts(run({input_of("BTC/USDT", bars)}, definition, config)),
                ElementsAre("buy 1 BTC at 100 (1h), fee 0, order 1", "sell 1 BTC at 105 (3h), fee 0, order 4"));
}

TEST(Guards, OfAPositionThatTurnsRoundAreThoseOfTheNewOne) {
    ExpressionDefinition definition{.entry = "close > 100", .short_entry = "close < 100", .size = "1"};
    definition.stop_loss = "30%";
    const auto result = run({100, 110, 90, 110, 120, 125, 125}, definition);
    EXPECT_THAT(fill_texts(result),
                ElementsAre("buy 1 BTC at 110 (2h), fee 0, order 1", "sell 1 BTC at 90 (3h), fee 0, order 3",
                            "sell 1 BTC at 90 (3h), fee 0, order 4", "buy 1 BTC at 110 (4h), fee 0, order 6",
                            "buy 1 BTC at 110 (4h), fee 0, order 7"));
    EXPECT_EQ(result.orders[1].status, OrderStatus::kCanceled);
    EXPECT_EQ(result.orders[7].request.side, Side::kSell);
}

TEST(Size, MayRiskAShareOfTheEquity) {
    ExpressionDefinition definition{.entry = "na(close[1])", .size = "risk 1%"};
    definition.stop_loss = "5%";
    // 1 % of 10000 is 100, lost at a distance of 5.
    EXPECT_THAT(fill_texts(run({100, 100, 100}, definition)), ElementsAre("buy 20 BTC at 100 (1h), fee 0, order 1"));
    definition.size = "risk 0.5% (close / 4)";
    EXPECT_THAT(fill_texts(run({100, 100, 100}, definition)), ElementsAre("buy 2 BTC at 100 (1h), fee 0, order 1"));
    definition.size = "risk 1% close / 1000";  // 1000 BTC, of which the account can pay 95
    EXPECT_THAT(fill_texts(run({100, 100, 100}, definition)), ElementsAre("buy 95 BTC at 100 (1h), fee 0, order 1"));
    definition.size = "risk 0.5% atr(14)";
    EXPECT_THAT(run({100, 100, 100}, definition).orders, IsEmpty());  // not known yet
}

// ---- The same as the native strategy.

void expect_the_same_as_sma_cross(const Inputs& inputs, bool shorts, session::BacktestConfig config) {
    const ExpressionDefinition definition{
        .entry = "crossover(sma_exact(close, fast), sma_exact(close, slow))",
        .exit = shorts ? "" : "crossunder(sma_exact(close, fast), sma_exact(close, slow))",
        .short_entry = shorts ? "crossunder(sma_exact(close, fast), sma_exact(close, slow))" : "",
        .size = "95%",
        .parameters = {{.name = "fast", .value = 10}, {.name = "slow", .value = 50}},
    };
    const auto native =
        make("sma_cross", {{"fast", "10"}, {"slow", "50"}, {"short", shorts ? "true" : "false"}}).value();
    const auto expected = test::backtest(inputs, *native, config).value();
    EXPECT_GT(expected.fills.size(), 10U);
    for (const std::size_t batch_rows : {1U, 7U, 4096U}) {
        config.batch_rows = batch_rows;
        const auto result = run(inputs, definition, config);
        EXPECT_EQ(result.result_hash, expected.result_hash);
        EXPECT_EQ(result.fills.size(), expected.fills.size());
    }
}

TEST(Equality, WithTheNativeSmaCrossOnRandomBars) {
    const auto btc = data::RandomWalk(1, k1h).next(20'000);
    const auto eth = data::RandomWalk(2, k1h).next(20'000);
    const auto inputs = [](const data::BarSeries& one, const char* symbol) {
        return session::SeriesInput{symbol, one.timeframe, one.columns(), one.price_decimals};
    };
    for (const bool shorts : {false, true}) {
        expect_the_same_as_sma_cross({inputs(btc, "BTC/USDT")}, shorts, {});
        expect_the_same_as_sma_cross({inputs(btc, "BTC/USDT"), inputs(eth, "ETH/USDT")}, shorts, {});
    }
}

TEST(Equality, WithTheNativeSmaCrossOnRealBars) {
    CT_REQUIRE_SHARED_DATA();
    for (const char* file : {"binance-spot_BTCUSDT_1h_2024.csv.gz", "binance-spot_ETHUSDT_5m_2024.csv.gz",
                             "binance-spot_BTCUSDT_1m_20210420_20210520.csv.gz"}) {
        SCOPED_TRACE(file);
        const auto read = storage::read_csv(*test::shared_data() / "ohlcv" / file).value();
        const data::BarSeries& bars = read.series;
        const session::SeriesInput input{"BTC/USDT", bars.timeframe, bars.columns(), bars.price_decimals};
        for (const bool shorts : {false, true}) expect_the_same_as_sma_cross({input}, shorts, {});
    }
}

}  // namespace
}  // namespace ct::strategies

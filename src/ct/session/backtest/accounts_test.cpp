#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/account/account.hpp"
#include "ct/account/asset_amount.hpp"
#include "ct/account/conversion.hpp"
#include "ct/analyzers/buckets.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/strategies/registry.hpp"
#include "support/backtest_run.hpp"
#include "support/bars.hpp"
#include "support/numbers.hpp"
#include "support/scripted_strategy.hpp"
#include "support/streamed_history.hpp"

// Runs on spot accounts and in several quote assets, worked out by hand.
namespace ct::session {
namespace {

using analyzers::RunResult;
using test::BarTable;
using test::flat;
using test::input_of;
using test::k1h;
using test::kHour;
using test::money;
using test::ScriptedStrategy;
using testing::ElementsAre;

/// "USDT 1000 600 fees 0, worth 600"
std::vector<std::string> balance_texts(const RunResult& result) {
    std::vector<std::string> lines;
    lines.reserve(result.balances.size());
    for (const analyzers::AssetBalance& balance : result.balances) {
        lines.push_back(balance.asset + " " + balance.initial.text() + " " + balance.final.text() + " fees " +
                        balance.fees.text() + ", worth " + balance.value.text());
    }
    return lines;
}

std::vector<double> equity_of(const RunResult& result) {
    std::vector<double> values;
    for (const analyzers::Bucket& bucket : result.equity.buckets()) values.push_back(bucket.last);
    return values;
}

double metric(const RunResult& result, std::string_view name) {
    for (const auto& [key, value] : result.metrics) {
        if (key == name) return value;
    }
    ADD_FAILURE() << "no metric " << name;
    return 0;
}

Quantity units(engine::Context& ctx, InstrumentIndex instrument, double size) {
    return ctx.quantity(instrument, size).value();
}

/// BTC/USDT at 100, 100, 100, 200 and ETH/BTC at 0.05 on a spot account that starts with 1000 USDT and 1 BTC.
struct SpotRun {
    BarTable btc{k1h, 0, {flat(100), flat(100), flat(100), flat(200)}};
    BarTable eth{k1h, 0, {flat(5), flat(5), flat(5), flat(5)}, 2};
    ScriptedStrategy strategy;
    BacktestConfig config = test::no_fees();

    SpotRun() {
        config.account = AccountKind::kSpot;
        config.balances = parse_asset_amounts("1000 USDT, 1 BTC").value();
    }
    [[nodiscard]] Result<RunResult> try_run() {
        return test::backtest({input_of("BTC/USDT", btc), input_of("ETH/BTC", eth)}, strategy, config);
    }
    [[nodiscard]] RunResult run() { return try_run().value(); }
};

TEST(SpotRun, ReservesOneFlatFeeAtATime) {
    const auto run = [](const char* cash) {
        SpotRun spot;
        spot.config.balances = parse_asset_amounts(cash).value();
        spot.config.fees.standard.flat = money("5");
        spot.config.matching.participation = test::rate("1");
        spot.strategy.bar = [](engine::Context& ctx, const BarView& bar) {
            // The bars' volumes are 1, 2, 3: it fills in two parts.
            if (bar.instrument() == 0 && ctx.now_ns() == kHour) ctx.buy(0, units(ctx, 0, 3));
        };
        return spot.run();
    };
    const RunResult whole = run("310 USDT");
    EXPECT_EQ(whole.orders[0].status, OrderStatus::kFilled);
    EXPECT_EQ(whole.balances[0].final, money("0"));
    // Enough to be accepted, but not for the fee of the second part.
    const RunResult part = run("305 USDT");
    EXPECT_EQ(part.orders[0].filled, part.fills[0].quantity);
    EXPECT_EQ(part.orders[0].reason, Reason::kInsufficientCash);
    EXPECT_EQ(part.orders[0].needed, money("105"));
    EXPECT_EQ(part.orders[0].available, money("100"));
    EXPECT_EQ(part.balances[0].final, money("100"));
}

TEST(SpotRun, SpendsWhatItBought) {
    SpotRun spot;
    spot.strategy.bar = [](engine::Context& ctx, const BarView& bar) {
        if (bar.instrument() != 0) return;
        if (ctx.now_ns() == 1 * kHour) ctx.buy(0, units(ctx, 0, 4));
        if (ctx.now_ns() == 2 * kHour) ctx.buy(1, units(ctx, 1, 40));  // for 2 of the 5 BTC
        if (ctx.now_ns() == 3 * kHour) {
            EXPECT_EQ(ctx.balance("BTC").value(), money("3"));
            EXPECT_EQ(ctx.balance("ETH").value(), money("40"));
            EXPECT_EQ(ctx.cash(1), money("3"));
            EXPECT_EQ(ctx.equity(), money("1100"));
            EXPECT_EQ(ctx.equity_in_quote(1), money("11"));
        }
    };
    const RunResult result = spot.run();
    EXPECT_THAT(balance_texts(result), ElementsAre("USDT 1000 600 fees 0, worth 600", "BTC 1 3 fees 0, worth 600",
                                                   "ETH 0 40 fees 0, worth 400"));
    EXPECT_EQ(result.report_asset, "USDT");
    EXPECT_EQ(result.initial_value, money("1100"));
    EXPECT_EQ(result.final_value, money("1600"));
    EXPECT_THAT(equity_of(result), ElementsAre(1100, 1100, 1100, 1600));
    EXPECT_DOUBLE_EQ(metric(result, "total_return"), 500.0 / 1100);
    EXPECT_EQ(metric(result, "exposure"), 1);  // it held BTC all the time
    EXPECT_EQ(text(result.positions[0].quantity, result.instruments[0].scale), "4");
    EXPECT_EQ(result.positions[0].average_price, money("100"));
    EXPECT_EQ(result.positions[0].unrealised, money("400"));
    EXPECT_EQ(result.positions[1].unrealised, Money{});
}

TEST(SpotRun, CanReportInItsBase) {
    SpotRun spot;
    spot.config.report_asset = "BTC";
    const RunResult result = spot.run();
    EXPECT_EQ(result.initial_value, money("11"));
    EXPECT_EQ(result.final_value, money("6"));  // 1000 USDT are 5 BTC now
    EXPECT_THAT(equity_of(result), ElementsAre(11, 11, 11, 6));
    EXPECT_EQ(metric(result, "exposure"), 0);
}

TEST(SpotRun, ReservesForWaitingOrdersAndReleasesAtTheirEnd) {
    SpotRun spot;
    OrderId waiting = 0;
    spot.strategy.bar = [&](engine::Context& ctx, const BarView& bar) {
        if (bar.instrument() != 0) return;
        if (ctx.now_ns() == 1 * kHour) {
            waiting = ctx.submit({.type = OrderType::kLimit, .quantity = units(ctx, 0, 6), .limit_price = {90}});
            ctx.submit({.type = OrderType::kLimit, .quantity = units(ctx, 0, 6), .limit_price = {80}});
            ctx.sell(0, units(ctx, 0, 1.5));
        }
        if (ctx.now_ns() == 2 * kHour) {
            EXPECT_EQ(ctx.balance("USDT").value(), money("1000"));
            EXPECT_EQ(ctx.free("USDT").value(), money("460"));
            ctx.cancel(waiting);
        }
        if (ctx.now_ns() == 3 * kHour) {
            EXPECT_EQ(ctx.free("USDT").value(), money("1000"));
        }
    };
    const RunResult result = spot.run();
    ASSERT_EQ(result.orders.size(), 3U);
    EXPECT_EQ(result.orders[1].reason, Reason::kInsufficientCash);
    EXPECT_EQ(result.orders[1].needed, money("480"));
    EXPECT_EQ(result.orders[1].available, money("460"));
    EXPECT_EQ(result.orders[2].status, OrderStatus::kRejected);
    EXPECT_EQ(result.orders[2].reason, Reason::kInsufficientPosition);
    EXPECT_EQ(result.orders[2].needed, money("1.5"));
    EXPECT_EQ(result.orders[2].available, money("1"));
}

TEST(SpotRun, ACancelSetsFreeWhatAnOrderBehindItNeeds) {
    SpotRun spot;
    OrderId waiting = 0;
    spot.strategy.bar = [&](engine::Context& ctx, const BarView& bar) {
        if (bar.instrument() != 0) return;
        if (ctx.now_ns() == 1 * kHour) {
            waiting = ctx.submit(
                {.side = Side::kSell, .type = OrderType::kLimit, .quantity = units(ctx, 0, 1), .limit_price = {900}});
        }
        if (ctx.now_ns() == 2 * kHour) {
            ctx.cancel(waiting);
            ctx.sell(0, units(ctx, 0, 1));
        }
    };
    const RunResult result = spot.run();
    ASSERT_EQ(result.orders.size(), 2U);
    EXPECT_EQ(result.orders[0].status, OrderStatus::kCanceled);
    EXPECT_EQ(result.orders[1].status, OrderStatus::kFilled);
}

TEST(SpotRun, AFillBeyondTheReservationIsPaidFromWhatIsFreeOrRejected) {
    SpotRun spot;
    spot.strategy.bar = [](engine::Context& ctx, const BarView& bar) {
        if (bar.instrument() != 0 || ctx.now_ns() != 3 * kHour) return;
        ctx.buy(0, units(ctx, 0, 2));  // 200 reserved, filled at 200
        ctx.buy(0, units(ctx, 0, 8));  // 800 reserved
    };
    const RunResult result = spot.run();
    ASSERT_EQ(result.orders.size(), 2U);
    EXPECT_EQ(result.orders[0].reason, Reason::kInsufficientCash);  // all the rest is reserved for the other
    EXPECT_EQ(result.orders[0].needed, money("400"));
    EXPECT_EQ(result.orders[0].available, money("200"));
    EXPECT_EQ(result.orders[1].needed, money("1600"));
    EXPECT_EQ(result.orders[1].available, money("800"));
}

TEST(SpotRun, ABracketNeedsItsEntryOnly) {
    SpotRun spot;
    spot.strategy.bar = [](engine::Context& ctx, const BarView& bar) {
        if (bar.instrument() != 0 || ctx.now_ns() != 1 * kHour) return;
        ctx.bracket({.type = OrderType::kLimit, .quantity = units(ctx, 0, 9), .limit_price = {10}}, {5}, {300});
    };
    const RunResult result = spot.run();
    ASSERT_EQ(result.orders.size(), 3U);
    for (const Order& order : result.orders) EXPECT_NE(order.status, OrderStatus::kRejected);
}

TEST(SpotRun, RefusesAStrategyThatShortsAtTheStart) {
    SpotRun spot;
    const auto strategy = strategies::make("sma_cross", {{"short", "true"}}).value();
    const std::vector<SeriesInput> inputs = {input_of("BTC/USDT", spot.btc)};
    const auto refused = run_backtest(inputs, spot.config, {*strategy, "sma_cross", {}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kUnsupported);
    EXPECT_EQ(refused.error().message,
              "strategy 'sma_cross' sells short, which a spot account cannot: run it on the account simple, or without "
              "its short side");
    const auto long_only = strategies::make("sma_cross", {}).value();
    EXPECT_TRUE(run_backtest(inputs, spot.config, {*long_only, "sma_cross", {}}));
    spot.config.account = AccountKind::kSimple;
    spot.config.balances.clear();
    EXPECT_TRUE(run_backtest(inputs, spot.config, {*strategy, "sma_cross", {}}));
}

TEST(SpotRun, RefusesContracts) {
    SpotRun spot;
    const auto refused = test::backtest({input_of("BTC/USDT:USDT", spot.btc)}, spot.strategy, spot.config);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kUnsupported);
    EXPECT_EQ(refused.error().message,
              "BTC/USDT:USDT is a contract, which a spot account cannot hold: use the account simple");
}

TEST(SpotRun, CountsWhatIsOwnedFromTheStartAtTheFirstOpenUntilABarHasClosed) {
    SpotRun spot;
    spot.config.balances = parse_asset_amounts("2 BTC").value();
    const BarTable late(k1h, 2 * kHour, {{60, 80, 60, 80}});
    const std::vector<SeriesInput> inputs = {input_of("ETH/USDT", spot.btc), input_of("BTC/USDT", late)};
    const RunResult result = test::backtest(inputs, spot.strategy, spot.config).value();
    EXPECT_EQ(result.initial_value, money("120"));
    EXPECT_THAT(equity_of(result), ElementsAre(120, 120, 160, 160));

    test::StreamedHistory eth(spot.btc.columns(), k1h, 0, 3);
    test::StreamedHistory btc(late.columns(), k1h, 0, 3);
    const std::vector<HistoryInput> streams = {{"ETH/USDT", &eth}, {"BTC/USDT", &btc}};
    const RunResult streamed = run_backtest(streams, spot.config, {spot.strategy, "test", {}}).value();
    EXPECT_EQ(streamed.result_hash, result.result_hash);
    EXPECT_EQ(streamed.initial_value, money("120"));
    EXPECT_THAT(equity_of(streamed), ElementsAre(120, 120, 160, 160));
}

/// Buys 1 BTC for USDT and 10 ETH for EUR on a simple account; one EUR is 2 USDT, fees are 1 %.
struct TwoQuotes {
    BarTable btc{k1h, 0, {flat(100), flat(110), flat(120)}};
    BarTable eth{k1h, 0, {flat(10), flat(12), flat(9)}};
    ScriptedStrategy strategy;
    BacktestConfig config;

    TwoQuotes() {
        config.balances = parse_asset_amounts("1000 USDT, 500 EUR").value();
        config.rates = {FixedRate::parse("EUR/USDT=2").value()};
        config.fees.standard = {test::rate("0.01"), test::rate("0.01"), {}};
        strategy.bar = [](engine::Context& ctx, const BarView& bar) {
            if (ctx.now_ns() == kHour)
                ctx.buy(bar.instrument(), units(ctx, bar.instrument(), bar.instrument() == 0 ? 1 : 10));
            if (ctx.now_ns() == 2 * kHour && bar.instrument() == 1) ctx.close(1);
        };
    }
    [[nodiscard]] RunResult run() {
        return test::backtest({input_of("BTC/USDT", btc), input_of("ETH/EUR", eth)}, strategy, config).value();
    }
};

TEST(TwoQuotes, AreKeptApartAndReportedInOne) {
    const RunResult result = TwoQuotes().run();
    // EUR: 500 - 120 - 1.2 + 90 - 0.9
    EXPECT_THAT(balance_texts(result),
                ElementsAre("USDT 1000 888.9 fees 1.1, worth 888.9", "EUR 500 467.9 fees 2.1, worth 935.8"));
    EXPECT_EQ(result.initial_value, money("2000"));
    EXPECT_EQ(result.final_value, money("1944.7"));  // 888.9 + 120 + 935.8
    EXPECT_EQ(result.fees, money("5.3"));            // 1.1 + 2 x 2.1
    EXPECT_EQ(result.initial_cash, money("1000"));
    EXPECT_EQ(result.final_cash, money("888.9"));
    ASSERT_EQ(result.trades.size(), 2U);
    EXPECT_EQ(result.trades[0].pnl, money("-32.1"));  // in EUR
    EXPECT_EQ(result.trades[1].pnl, money("8.9"));    // in USDT
    EXPECT_EQ(result.positions[1].realised, money("-30"));
    EXPECT_THAT(result.quote_rates, ElementsAre(1, 2));
    // after step 2: 888.9 + 110, and 2 x (378.8 + 10 x 12)
    EXPECT_THAT(equity_of(result), ElementsAre(2000, testing::DoubleEq(1996.5), testing::DoubleEq(1944.7)));
}

TEST(TwoQuotes, CountProfitsOfTradesInTheReportingAsset) {
    TwoQuotes two;
    two.btc = BarTable(k1h, 0, {flat(100), flat(110), flat(120), flat(130)});
    two.eth = BarTable(k1h, 0, {flat(10), flat(12), flat(9), flat(9)});
    two.config.fees.standard = {};
    const auto bar = two.strategy.bar;
    two.strategy.bar = [bar](engine::Context& ctx, const BarView& closed) {
        bar(ctx, closed);
        if (ctx.now_ns() == 3 * kHour && closed.instrument() == 0) ctx.close(0);
    };
    const RunResult result = two.run();
    EXPECT_DOUBLE_EQ(metric(result, "profit_factor"), 20.0 / 60);  // 20 USDT won, 30 EUR lost
}

TEST(TwoQuotes, CanBeReportedInEither) {
    TwoQuotes two;
    two.config.report_asset = "EUR";
    const RunResult result = two.run();
    EXPECT_EQ(result.report_asset, "EUR");
    EXPECT_EQ(result.initial_value, money("1000"));
    EXPECT_EQ(result.final_value, money("972.35"));
    EXPECT_EQ(result.fees, money("2.65"));
}

TEST(TwoQuotes, NeedAWayFromOneToTheOther) {
    TwoQuotes two;
    two.config.rates.clear();
    const auto refused =
        test::backtest({input_of("BTC/USDT", two.btc), input_of("ETH/EUR", two.eth)}, two.strategy, two.config);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kInvalidArgument);
    EXPECT_THAT(refused.error().message,
                testing::StartsWith("nothing says what EUR is worth in the reporting asset USDT: give a rate"));
}

TEST(TwoQuotes, AreNamedInTheSettingsAndChangeTheInputHash) {
    TwoQuotes two;
    const RunResult result = two.run();
    EXPECT_THAT(result.settings, testing::Contains(testing::Pair("cash", "1000 USDT, 500 EUR")));
    EXPECT_THAT(result.settings, testing::Contains(testing::Pair("rates", "EUR/USDT=2")));
    two.config.rates = {FixedRate::parse("EUR/USDT=3").value()};
    EXPECT_NE(two.run().input_hash, result.input_hash);
    EXPECT_EQ(two.run().result_hash, result.result_hash);  // it did the same
}

TEST(StartBalances, OfAssetsThatAnAccountCannotHaveAreErrors) {
    SpotRun spot;
    const auto message = [&](AccountKind kind, const char* balances) {
        spot.config.account = kind;
        spot.config.balances = parse_asset_amounts(balances).value();
        return spot.try_run().error().message;
    };
    EXPECT_EQ(message(AccountKind::kSpot, "5 DOGE"), "cash in DOGE: a spot account of this run has USDT, BTC, ETH");
    EXPECT_EQ(message(AccountKind::kSimple, "5 ETH"),
              "cash in ETH: a simple account of this run has USDT, BTC; a spot account has balances of bases too");
}

TEST(Context, NamesAssetsThatTheAccountDoesNotHave) {
    SpotRun spot;
    spot.config = test::no_fees();
    spot.strategy.start = [](engine::Context& ctx) {
        EXPECT_EQ(ctx.balance("BTC").value(), Money{});  // a quote asset
        EXPECT_EQ(ctx.balance("ETH").error().code, ErrorCode::kUnsupported);
        EXPECT_EQ(ctx.free("DOGE").error().message, "no asset 'DOGE' in this run, there is USDT, BTC, ETH");
    };
    EXPECT_TRUE(spot.try_run());
}

TEST(Accounts, BuyingAndHoldingIsConvertedAndCashIsTheFirstQuoteAsset) {
    // ETH/BTC stays where it is while a BTC doubles: both halves of the 1000 USDT do.
    const BarTable btc(k1h, 0, {flat(100), flat(100), flat(200), flat(200)});
    const BarTable eth(k1h, 0, {flat(5), flat(5), flat(5), flat(5)}, 2);
    ScriptedStrategy strategy;
    strategy.bar = [](engine::Context& ctx, const BarView& bar) {
        if (bar.instrument() == 0 && ctx.now_ns() == kHour) {
            ctx.submit({.instrument = 0, .quantity = units(ctx, 0, 2)});
        }
    };
    const auto result = test::backtest({input_of("BTC/USDT", btc), input_of("ETH/BTC", eth)}, strategy,
                                       test::no_fees(Money::units(1'000)));
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_THAT(result->buy_and_hold, ElementsAre(2'000));
    EXPECT_EQ(metric(*result, "buy_and_hold"), 1);
    EXPECT_THAT(result->daily_cash, ElementsAre(800));
    EXPECT_THAT(result->daily_equity, ElementsAre(1'200));
}

}  // namespace
}  // namespace ct::session

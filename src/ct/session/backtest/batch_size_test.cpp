#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/analyzers/run_result.hpp"
#include "ct/core/decimal.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/risk/rule_settings.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "support/backtest_run.hpp"
#include "support/bars.hpp"
#include "support/costs.hpp"
#include "support/numbers.hpp"
#include "support/outcome.hpp"
#include "support/random.hpp"
#include "support/random_strategy.hpp"
#include "support/risk_rig.hpp"
#include "support/streamed_history.hpp"

// Random strategies on random series: what a run does is the same at every batch size, and its books balance.
namespace ct::session {
namespace {

using analyzers::RunResult;
using test::BarTable;
using test::Random;
using test::RandomStrategy;

constexpr std::uint64_t kSeeds = 250;

/// Up to four series of up to three symbols.
struct Market {
    std::vector<BarTable> tables;
    std::vector<SeriesInput> inputs;

    explicit Market(Random& random) {
        constexpr std::array kSymbols = {"BTC/USDT", "ETH/USDT", "ADA/USDT"};
        constexpr std::array kTimeframes = {test::k1h, test::k4h, test::k1d, Timeframe::month()};
        const TimeNs start_ns = test::utc("2024-01-28");
        const std::int64_t count = random.between(1, 4);
        std::vector<std::string> symbols;
        for (std::int64_t i = 0; i < count; ++i) {
            const auto timeframe = static_cast<std::size_t>(random.between(0, 9));
            const auto symbol = static_cast<std::size_t>(random.between(0, 2));
            const Timeframe chosen = kTimeframes[timeframe > 3 ? 0 : timeframe];
            const std::string key = kSymbols[symbol] + chosen.text();
            if (std::ranges::find(keys_, key) != keys_.end()) continue;
            keys_.push_back(key);
            symbols.emplace_back(kSymbols[symbol]);
            const auto rows =
                static_cast<std::size_t>(chosen == test::k1h ? random.between(1, 120) : random.between(1, 25));
            const TimeNs first_ns = start_ns + random.between(0, 60) * test::kHour;
            const std::int64_t gaps = random.once_in(2) ? 0 : random.between(2, 20);
            tables.push_back(test::walk(random, chosen, {.rows = rows, .first_ns = first_ns, .gap_once_in = gaps},
                                        static_cast<int>(random.between(0, 3))));
        }
        for (std::size_t i = 0; i < tables.size(); ++i) inputs.push_back(test::input_of(symbols[i], tables[i]));
    }

  private:
    std::vector<std::string> keys_;
};

BacktestConfig random_config(Random& random) {
    BacktestConfig config;
    config.cash = Money::units(random.between(1'000, 200'000));
    config.fees.standard = {{random.between(0, 2'000'000'000)}, {random.between(0, 3'000'000'000)}, {}};
    config.slippage.kind =
        random.once_in(2) ? broker::SlippageModel::Kind::kShare : broker::SlippageModel::Kind::kImpact;
    if (random.once_in(2)) config.slippage.share = {random.between(0, 3'000'000'000)};
    config.seed = random.next();
    if (random.once_in(2)) {
        config.latency = test::bars_late(random.between(0, 3));
    } else {
        config.latency = {
            .kind = broker::LatencyModel::Kind::kNormal, .mean_ns = test::kMinute, .deviation_ns = test::kHour};
    }
    return config;
}

/// Limits that a random strategy runs into.
std::vector<risk::RuleSettings> random_rules(Random& random) {
    const auto share = [&](std::int64_t least, std::int64_t most) {
        return fmt::format("0.{:03}", random.between(least, most));
    };
    std::vector<risk::RuleSettings> all = {
        test::rule("stale_data", {test::number("bars", "2")}),
        test::rule("duplicate_orders", {test::words("window", "2h")}),
        test::rule("order_rate", {test::number("orders", "4"), test::words("window", "6h")}),
        test::rule("max_open_orders", {test::number("orders", "6"), test::number("orders_per_symbol", "4")}),
        test::rule("price_band", {test::number("share", share(1, 4))}),
        test::rule("daily_loss", {test::number("equity_share", share(1, 9))}),
        test::rule("drawdown", {test::number("share", share(2, 60))}),
        test::rule("max_order", {test::number("equity_share", share(50, 300))}),
        test::rule("max_position", {test::number("equity_share", share(100, 500))}),
        test::rule("max_exposure", {test::number("total_share", share(200, 800))})};
    std::vector<risk::RuleSettings> some;
    for (const risk::RuleSettings& rule : all) {
        if (random.once_in(2)) some.push_back(rule);
    }
    return some.empty() ? all : some;
}

/// Everything of a result that must not depend on the batch size, as text.
std::string facts_of(const RunResult& result) {
    return fmt::format("input {} {}", result.input_hash.text(), test::outcome(result));
}

/// The fills' sums, made with plain integers.
void expect_books_balance(const RunResult& result, const Money& start) {
    int128 cash = start.count;
    int128 fees = 0;
    std::vector<std::int64_t> positions(result.instruments.size());
    for (const Fill& fill : result.fills) {
        const Scale& scale = result.instruments[fill.instrument].scale;
        const int128 unit = pow10_int(18 - scale.price_decimals - scale.quantity_decimals);
        const int128 value = int128{fill.price.count} * fill.quantity.count * unit;
        const int sign = fill.side == Side::kBuy ? 1 : -1;
        cash -= sign * value + fill.fee.count;
        fees += fill.fee.count;
        positions[fill.instrument] += sign * fill.quantity.count;
        ASSERT_GT(fill.quantity.count, 0);
        ASSERT_GE(fill.fee.count, 0);
    }
    EXPECT_EQ(result.final_cash, Money{cash});
    EXPECT_EQ(result.fees, Money{fees});
    int128 value = cash;
    ASSERT_EQ(result.positions.size(), positions.size());
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const Scale& scale = result.instruments[i].scale;
        EXPECT_EQ(result.positions[i].quantity.count, positions[i]);
        value += int128{positions[i]} * result.positions[i].last_price.count *
                 pow10_int(18 - scale.price_decimals - scale.quantity_decimals);
    }
    EXPECT_EQ(result.final_value, Money{value});

    int128 pnl = 0;
    for (const auto& trade : result.trades) pnl += trade.pnl.count;
    EXPECT_EQ(Money{start.count + pnl}, result.final_value);
}

/// Each order's end fits its fills.
void expect_orders_match_fills(const RunResult& result) {
    std::map<OrderId, std::int64_t> filled;
    for (const Fill& fill : result.fills) filled[fill.order_id] += fill.quantity.count;
    for (const Order& order : result.orders) {
        const std::int64_t quantity = filled.contains(order.id) ? filled.at(order.id) : 0;
        EXPECT_EQ(order.filled.count, quantity);
        EXPECT_EQ(order.status == OrderStatus::kFilled, quantity == order.request.quantity.count && quantity > 0);
        EXPECT_NE(order.status, OrderStatus::kSubmitted);
    }
}

TEST(BatchSize, DoesNotChangeARunOfARandomStrategyAndItsBooksBalance) {
    std::map<std::string, int> seen;
    for (std::uint64_t seed = 1; seed <= kSeeds && !HasFailure(); ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Random random(seed);
        const Market market(random);
        BacktestConfig config = random_config(random);
        std::string first_facts;
        Digest first_seen;
        for (const std::size_t batch_rows : {4096U, 1U, 2U, 7U}) {
            SCOPED_TRACE(fmt::format("batches of {}", batch_rows));
            config.batch_rows = batch_rows;
            RandomStrategy strategy(seed);
            const auto result = test::backtest(market.inputs, strategy, config);
            ASSERT_TRUE(result) << result.error().message;
            if (batch_rows == 4096) {
                first_facts = facts_of(*result);
                first_seen = strategy.seen();
                expect_books_balance(*result, config.cash);
                expect_orders_match_fills(*result);
                for (const Order& order : result->orders) {
                    ++seen[fmt::format("{} {} {}", name(order.request.type), name(order.request.time_in_force),
                                       name(order.status))];
                    ++seen[name(order.reason)];
                }
            }
            ASSERT_TRUE(batch_rows != 1 || result->blocks == result->bars);
            ASSERT_EQ(facts_of(*result), first_facts);
            ASSERT_EQ(strategy.seen(), first_seen);
        }
        // Nor does it matter whether the bars lie in memory or are read in small pieces.
        std::deque<test::StreamedHistory> histories;
        std::vector<HistoryInput> inputs;
        for (const SeriesInput& input : market.inputs) {
            const auto most_rows = static_cast<std::size_t>(random.between(1, 20));
            inputs.push_back({input.symbol, &histories.emplace_back(input.columns, input.timeframe,
                                                                    input.price_decimals, most_rows)});
        }
        RandomStrategy strategy(seed);
        const auto result = run_backtest(inputs, config, {strategy, "test", {}});
        ASSERT_TRUE(result) << result.error().message;
        ASSERT_EQ(facts_of(*result), first_facts);
        ASSERT_EQ(strategy.seen(), first_seen);
    }
    // The property means something only where things happened.
    for (const char* what : {"market gtc filled", "limit gtc filled", "stop gtc filled", "market ioc filled",
                             "limit ioc canceled", "stop ioc canceled", "limit gtc canceled", "insufficient_cash",
                             "not_marketable", "user_request", "no_price", "invalid_quantity", "invalid_price"}) {
        EXPECT_GE(seen[what], 10) << what;
    }
}

TEST(BatchSize, DoesNotChangeWhatRiskRulesDecide) {
    std::map<std::string, int> seen;
    for (std::uint64_t seed = 1; seed <= kSeeds && !HasFailure(); ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Random random(seed);
        const Market market(random);
        BacktestConfig config = random_config(random);
        config.risk = random_rules(random);
        std::string first;
        for (const std::size_t batch_rows : {4096U, 1U, 7U}) {
            config.batch_rows = batch_rows;
            RandomStrategy strategy(seed);
            const auto result = test::backtest(market.inputs, strategy, config);
            ASSERT_TRUE(result) << result.error().message;
            std::string facts = facts_of(*result);
            for (const RiskDecision& decision : result->risk_decisions) {
                facts +=
                    fmt::format("{} {} {} {} {}\n", decision.time_ns, decision.order_id, name(decision.rule),
                                name(decision.action), sentence(decision, result->instruments[decision.instrument]));
            }
            if (batch_rows == 4096) {
                first = facts;
                expect_books_balance(*result, config.cash);
                expect_orders_match_fills(*result);
                for (const RiskDecision& decision : result->risk_decisions) ++seen[name(decision.rule)];
            }
            ASSERT_EQ(facts, first);
        }
    }
    for (const char* rule : {"stale_data", "duplicate_orders", "order_rate", "max_open_orders", "price_band",
                             "daily_loss", "drawdown", "max_order", "max_position", "max_exposure"}) {
        EXPECT_GE(seen[rule], 5) << rule;
    }
}

TEST(BatchSize, RulesThatNeverActChangeNoResult) {
    for (std::uint64_t seed = 1; seed <= 50 && !HasFailure(); ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Random random(seed);
        const Market market(random);
        BacktestConfig config = random_config(random);
        RandomStrategy plain(seed);
        const auto without = test::backtest(market.inputs, plain, config);
        config.risk = {test::rule("kill_switch"), test::rule("max_position", {test::number("notional", "1e12")})};
        RandomStrategy watched(seed);
        const auto with = test::backtest(market.inputs, watched, config);
        ASSERT_TRUE(without && with);
        ASSERT_EQ(with->result_hash, without->result_hash);
        ASSERT_NE(with->input_hash, without->input_hash);
        ASSERT_EQ(plain.seen(), watched.seen());
    }
}

}  // namespace
}  // namespace ct::session

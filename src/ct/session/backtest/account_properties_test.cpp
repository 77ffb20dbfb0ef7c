#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "ct/account/account.hpp"
#include "ct/account/conversion.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/observer.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/context.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "support/backtest_run.hpp"
#include "support/bars.hpp"
#include "support/costs.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"
#include "support/random_strategy.hpp"

// Random strategies in several quote assets: nothing is made or lost, no spot balance falls below zero, reservations
// stay within the balances. (That the fills sum up to the balances is checked at the end of every run.)
namespace ct::session {
namespace {

using analyzers::RunResult;
using test::BarTable;
using test::Random;

constexpr std::uint64_t kSeeds = 200;

/// A random strategy that also links and changes orders, and looks at the account in every callback.
class Prober : public test::RandomStrategy {
  public:
    explicit Prober(std::uint64_t seed) : RandomStrategy(seed), random_(seed + 1) {}

    std::map<TimeNs, Money> equity;  ///< at the end of each step
    std::size_t reserved = 0;        ///< how often something was

    void on_order(engine::Context& ctx, const OrderUpdate& update) override {
        probe(ctx);
        RandomStrategy::on_order(ctx, update);
    }
    void on_fill(engine::Context& ctx, const Fill& fill) override {
        probe(ctx);
        RandomStrategy::on_fill(ctx, fill);
    }
    void on_bar(engine::Context& ctx, const BarView& bar) override {
        probe(ctx);
        RandomStrategy::on_bar(ctx, bar);
        if (random_.once_in(6)) link(ctx, bar.instrument());
        if (random_.once_in(6) && !ctx.working_orders().empty()) change(ctx);
        equity[ctx.now_ns()] = ctx.equity();
    }

  private:
    void probe(const engine::Context& ctx) {
        const Account& account = ctx.account();
        if (account.kind() != AccountKind::kSpot) return;
        for (std::size_t i = 0; i < account.balances().size(); ++i) {
            const auto asset = static_cast<AssetIndex>(i);
            const Money& total = account.reserves()->total(asset);
            ASSERT_GE(account.balance(asset), Money{});
            ASSERT_GE(total, Money{});
            ASSERT_LE(total, account.balance(asset));
            ASSERT_GE(account.free(asset), Money{});
            if (total.count > 0) ++reserved;
        }
    }

    void link(engine::Context& ctx, InstrumentIndex instrument) {
        const Price last = ctx.last_price(instrument).value();
        const Quantity size = ctx.quantity(instrument, 0.25 * static_cast<double>(random_.between(1, 20))).value();
        const Price below{std::max<std::int64_t>(last.count - random_.between(1, 20), 1)};
        const Price above{last.count + random_.between(1, 20)};
        if (random_.once_in(2)) {
            ctx.bracket({.instrument = instrument, .type = OrderType::kLimit, .quantity = size, .limit_price = below},
                        {std::max<std::int64_t>(below.count - 5, 1)}, above);
            return;
        }
        const Side side = random_.once_in(2) ? Side::kBuy : Side::kSell;
        const bool buy = side == Side::kBuy;
        const OrderId first = ctx.submit({.instrument = instrument,
                                          .side = side,
                                          .type = OrderType::kLimit,
                                          .quantity = size,
                                          .limit_price = buy ? below : above});
        ctx.submit({.instrument = instrument,
                    .side = side,
                    .type = OrderType::kStop,
                    .quantity = size,
                    .stop_price = buy ? above : below,
                    .oco = first});
    }

    void change(engine::Context& ctx) {
        const auto working = ctx.working_orders();
        const OrderId id =
            working[static_cast<std::size_t>(random_.between(0, static_cast<std::int64_t>(working.size()) - 1))];
        ctx.replace({.order_id = id, .quantity = {ctx.order(id).request.quantity.count * random_.between(1, 4) / 2}});
    }

    Random random_;
};

class EquityRecorder : public Observer {
  public:
    std::map<TimeNs, double> equity;
    [[nodiscard]] bool listens_to(Notice notice) const override { return notice == Notice::kEquity; }
    void on_equity(const EquityPoints& points) override {
        for (std::size_t i = 0; i < points.time_ns.size(); ++i) equity[points.time_ns[i]] = points.equity[i];
    }
};

/// Two to four of these symbols: two chains to USDT or one, straight or turned round, or over a given rate.
struct Market {
    std::vector<BarTable> tables;
    std::vector<SeriesInput> inputs;
    BacktestConfig config;

    Market(Random& random, AccountKind kind) {
        constexpr std::array kSymbols = {"BTC/USDT", "ETH/BTC", "ETH/USDT", "ADA/EUR"};
        const auto first = static_cast<std::size_t>(random.between(0, 1));
        const std::size_t end = first + static_cast<std::size_t>(random.between(2, 3));
        tables.reserve(kSymbols.size());
        for (std::size_t i = first; i < end; ++i) {
            tables.push_back(test::walk(random, random.once_in(3) ? test::k4h : test::k1h,
                                        {.rows = static_cast<std::size_t>(random.between(20, 150)),
                                         .first_ns = random.between(0, 10) * test::kHour,
                                         .price = 100,
                                         .step = 5,
                                         .gap_once_in = random.once_in(2) ? 0 : 15},
                                        static_cast<int>(random.between(0, 2))));
            inputs.push_back(test::input_of(kSymbols[i], tables.back()));
        }
        config.account = kind;
        config.fees.standard = {test::rate("0.0005"), test::rate("0.001"),
                                random.once_in(2) ? test::money("0.01") : Money{}};
        config.slippage = test::slippage("3");
        config.rates = {FixedRate::parse("EUR/USDT=1.08").value(), FixedRate::parse("USDC/USDT=0.999").value()};
        const std::string quote = inputs.front().symbol.substr(inputs.front().symbol.find('/') + 1);
        config.balances = {{quote, Money::units(random.between(100, 20'000))}};
        if (kind == AccountKind::kSpot && random.once_in(2)) {
            config.balances.push_back({inputs.front().symbol.substr(0, 3), Money::units(random.between(1, 50))});
        }
        if (random.once_in(4)) config.report_asset = "USDC";
        if (random.once_in(4)) config.report_asset = quote;
        if (first == 1 && end == 3) config.report_asset = "USDT";
    }
};

/// In each quote asset, realised and unrealised profits are what balances and positions have changed by, fees aside.
/// Only on a simple account: elsewhere a base may be a quote too.
void expect_profits_to_explain(const RunResult& result) {
    for (const analyzers::AssetBalance& balance : result.balances) {
        Money profit;
        Money worth;
        for (const analyzers::FinalPosition& position : result.positions) {
            const Instrument& instrument = result.instruments[position.instrument];
            if (instrument.quote != balance.asset) continue;
            profit.count += position.realised.count + position.unrealised.count;
            worth.count += notional(position.last_price, position.quantity, instrument.scale)->count;
        }
        EXPECT_EQ(profit.count, balance.final.count - balance.initial.count + worth.count + balance.fees.count);
    }
}

void expect_fees_to_sum_up(const RunResult& result) {
    std::map<std::string, Money> fees;
    for (const Fill& fill : result.fills) fees[result.instruments[fill.instrument].quote].count += fill.fee.count;
    for (const analyzers::AssetBalance& balance : result.balances) EXPECT_EQ(balance.fees, fees[balance.asset]);
}

void expect_points_to_equal(const std::map<TimeNs, Money>& exact, const std::map<TimeNs, double>& points) {
    ASSERT_EQ(exact.size(), points.size());
    for (const auto& [time_ns, value] : exact) {
        const double expected = value.to_double();
        EXPECT_NEAR(points.at(time_ns), expected, 1e-9 * (1 + std::fabs(expected))) << time_ns;
    }
}

void run_seeds(AccountKind kind) {
    std::size_t fills = 0;
    std::size_t reserved = 0;
    std::size_t short_of_position = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        Market market(random, kind);
        std::string hash;
        for (const std::size_t batch_rows : {1U, 7U, 4096U}) {
            Prober prober(seed);
            EquityRecorder recorder;
            market.config.batch_rows = batch_rows;
            market.config.observers = {&recorder};
            const auto result = test::backtest(market.inputs, prober, market.config);
            ASSERT_TRUE(result) << result.error().message;
            expect_points_to_equal(prober.equity, recorder.equity);
            expect_fees_to_sum_up(*result);
            if (kind == AccountKind::kSimple) expect_profits_to_explain(*result);
            EXPECT_TRUE(hash.empty() || hash == result->result_hash.text());
            hash = result->result_hash.text();
            fills += result->fills.size();
            reserved += prober.reserved;
            for (const Order& order : result->orders) {
                if (order.reason == Reason::kInsufficientPosition) ++short_of_position;
            }
        }
        if (testing::Test::HasFailure()) return;
    }
    EXPECT_GE(fills, 20 * kSeeds);
    EXPECT_EQ(reserved > 20 * kSeeds, kind == AccountKind::kSpot);
    EXPECT_EQ(short_of_position > kSeeds, kind == AccountKind::kSpot);
}

TEST(AccountProperties, OfSpotAccounts) { run_seeds(AccountKind::kSpot); }

TEST(AccountProperties, OfSimpleAccountsInSeveralQuotes) { run_seeds(AccountKind::kSimple); }

}  // namespace
}  // namespace ct::session

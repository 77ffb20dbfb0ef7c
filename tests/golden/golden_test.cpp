// Results that may never change unnoticed: the same hash at every batch size, under every compiler.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/bar.hpp"
#include "ct/core/order.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/storage/csv_file.hpp"
#include "ct/strategies/registry.hpp"
#include "support/project.hpp"

namespace ct {
namespace {

constexpr std::size_t kBatches[] = {1, 7, 4096};

const data::BarSeries& sample() {
    static const data::BarSeries bars =
        storage::read_csv(test::project_folder() / "examples/data/binance-spot_BTCUSDT_1h_2024.csv.gz").value().series;
    return bars;
}

/// A walk of integers that is the same everywhere, `minutes` a bar, with every 97th bar missing.
data::BarSeries walk(std::uint64_t seed, std::size_t rows, int minutes) {
    std::uint64_t state = seed;
    const auto draw = [&](std::uint64_t limit) {
        state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return static_cast<double>((state >> 33U) % limit);
    };
    data::BarSeries bars;
    bars.timeframe = Timeframe::fixed(minutes * 60 * kNsPerSecond);
    bars.price_decimals = 2;
    double cents = 10'000;
    for (std::size_t i = 0; i < rows; ++i) {
        const double close = std::max(100.0, cents + draw(201) - 100);
        if (i % 97 != 96) {
            bars.time_ns.push_back(static_cast<TimeNs>(i) * bars.timeframe.duration_ns());
            bars.open.push_back(cents / 100);
            bars.high.push_back((std::max(cents, close) + draw(50)) / 100);
            bars.low.push_back((std::min(cents, close) - draw(50)) / 100);
            bars.close.push_back(close / 100);
            bars.volume.push_back(draw(1000));
        }
        cents = close;
    }
    return bars;
}

/// Places every kind of order by the number of the bar, cancels and sets timers.
class EveryOrder : public engine::Strategy {
public:
    void on_bar(engine::Context& ctx, const BarView& bar) override {
        const InstrumentIndex instrument = bar.instrument();
        const auto size = ctx.quantity(instrument, 0.01 + 0.001 * static_cast<double>(bars_ % 5));
        const Side side = bars_ % 4 < 2 ? Side::kBuy : Side::kSell;
        const auto limit = ctx.limit_price(instrument, side, bar.close() * (side == Side::kBuy ? 0.997 : 1.003));
        const auto stop = ctx.stop_price(instrument, side, bar.close() * (side == Side::kBuy ? 1.004 : 0.996));
        OrderRequest request{.instrument = instrument, .side = side, .quantity = *size, .limit_price = *limit, .stop_price = *stop};
        request.time_in_force = bars_ % 7 == 0 ? TimeInForce::kIoc : TimeInForce::kGtc;
        request.type = bars_ % 5 == 0 ? OrderType::kMarket : bars_ % 5 < 3 ? OrderType::kLimit : OrderType::kStop;
        if (bars_ % 3 == 0) last_ = ctx.submit(request);
        if (bars_ % 11 == 0 && last_ != 0) ctx.cancel(last_);
        if (bars_ % 50 == 0) ctx.set_timer(ctx.now_ns() + 90 * 60 * kNsPerSecond);
        if (bars_ % 101 == 100) ctx.close(instrument);
        ++bars_;
    }
    void on_timer(engine::Context& ctx, const Timer& /*timer*/) override {
        const auto size = ctx.quantity(0, 0.005);
        ctx.buy(0, *size);
    }

private:
    std::uint64_t bars_ = 0;
    OrderId last_ = 0;
};

std::vector<session::SeriesInput> sample_input() {
    return {{"BTC/USDT", sample().timeframe, sample().columns(), sample().price_decimals}};
}

std::string sma_cross_hash(std::size_t batch_rows, const strategies::Parameters& parameters) {
    session::BacktestConfig config;
    config.batch_rows = batch_rows;
    const auto strategy = strategies::make("sma_cross", parameters).value();
    const auto result = session::run_backtest(sample_input(), config, {*strategy, "sma_cross", {}}).value();
    EXPECT_EQ(result.blocks, (sample().size() + batch_rows - 1) / batch_rows);
    EXPECT_GT(result.fills.size(), 100U);
    return result.result_hash.text();
}

TEST(Golden, SmaCross) {
    for (const std::size_t batch : kBatches) EXPECT_EQ(sma_cross_hash(batch, {}), "174f6cd1a1da6ef50bd40fe15263dc51") << batch;
}

TEST(Golden, SmaCrossShort) {
    for (const std::size_t batch : kBatches) {
        EXPECT_EQ(sma_cross_hash(batch, {{"short", "true"}, {"fast", "5"}, {"size", "40%"}}), "dbcd52423e63dbe4b7c69222baa700ac") << batch;
    }
}

TEST(Golden, EveryOrderWithCosts) {
    for (const std::size_t batch : kBatches) {
        session::BacktestConfig config;
        config.batch_rows = batch;
        config.fees = {Rate{Rate::kOne / 5000}, Rate{Rate::kOne / 1000}};
        config.slippage = Rate{Rate::kOne / 3000};
        config.latency_bars = 1;
        EveryOrder strategy;
        const auto result = session::run_backtest(sample_input(), config, {strategy, "every_order", {}}).value();
        EXPECT_EQ(result.result_hash.text(), "a4aa8f7088ba6b0bda99d31079950bb6") << batch;
        EXPECT_GT(result.fills.size(), 500U);
    }
}

TEST(Golden, SeveralSeries) {
    const data::BarSeries bars[] = {walk(1, 6000, 1), walk(2, 6000, 1), walk(3, 1200, 5), walk(4, 100, 60)};
    std::vector<session::SeriesInput> inputs;
    for (std::size_t i = 0; i < 4; ++i) {
        const std::string symbol = i == 1 ? "A1/USDT" : "A0/USDT";
        inputs.push_back({symbol, bars[i].timeframe, bars[i].columns(), bars[i].price_decimals});
    }
    for (const std::size_t batch : kBatches) {
        session::BacktestConfig config;
        config.batch_rows = batch;
        EveryOrder strategy;
        const auto result = session::run_backtest(inputs, config, {strategy, "every_order", {}}).value();
        EXPECT_EQ(result.result_hash.text(), "8e56a5f9049f70ae5c5727e900cd02f1") << batch;
        EXPECT_GT(result.fills.size(), 500U);
    }
}

}  // namespace
}  // namespace ct

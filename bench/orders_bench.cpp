// What working orders cost.
//   orders_bench [rows] [kind]   prints one JSON object; medians of 5 runs each, the kinds taking turns. With a kind
//                                (idle, far, near, spot, dense, alone) runs that alone, for a profiler.
//
// resting: the engine over 5 M bars with no order; with 1,000 limit orders that no bar reaches; with 1,000 around the
//          price, of which each that fills is placed anew; and likewise on a spot account, which reserves for them.
// dense:   a market order every bar, through the engine (risk, ledger, hash) and through the broker alone.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ct/account/account.hpp"
#include "ct/broker/simulated_broker.hpp"
#include "ct/core/approved.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/random_walk.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/risk/pipeline.hpp"
#include "ct/session/backtest/backtest.hpp"

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kOrders = 1000;
constexpr std::int64_t kApart = 100;  ///< counts between two orders
constexpr ct::Quantity kSize{1000};

ct::OrderRequest limit_order(ct::Side side, std::int64_t price) {
    return {.side = side, .type = ct::OrderType::kLimit, .quantity = kSize, .limit_price = {price}};
}

/// Looks at every bar and does nothing else, but keeps limit orders in the market: half of them `first` counts and more
/// below the price, half above, a hundred counts apart.
class Ladder : public ct::engine::Strategy {
  public:
    Ladder(std::size_t orders, std::int64_t first) : orders_(orders), first_(first) {}
    void on_bar(ct::engine::Context& ctx, const ct::BarView& bar) override {
        seen_ += bar.close();
        if (placed_) return;
        placed_ = true;
        for (std::size_t i = 0; i < orders_; ++i) place(ctx, i % 2 == 0 ? ct::Side::kBuy : ct::Side::kSell, i / 2);
    }
    void on_fill(ct::engine::Context& ctx, const ct::Fill& fill) override {
        ++fills_;
        place(ctx, ct::opposite(fill.side), fills_ % (orders_ / 2));
    }
    [[nodiscard]] std::uint64_t fills() const { return fills_; }

  private:
    void place(ct::engine::Context& ctx, ct::Side side, std::size_t rank) const {
        const std::int64_t distance = first_ + kApart * static_cast<std::int64_t>(rank);
        const std::int64_t last = ctx.last_price(0)->count;
        ctx.submit(
            limit_order(side, side == ct::Side::kBuy ? std::max<std::int64_t>(last - distance, 1) : last + distance));
    }
    std::size_t orders_;
    std::int64_t first_;
    bool placed_ = false;
    double seen_ = 0;
    std::uint64_t fills_ = 0;
};

/// A market order every bar.
class Dense : public ct::engine::Strategy {
  public:
    void on_bar(ct::engine::Context& ctx, const ct::BarView& /*bar*/) override {
        buys_ = !buys_;
        if (buys_) {
            ctx.buy(0, kSize);
        } else {
            ctx.sell(0, kSize);
        }
    }

  private:
    bool buys_ = false;
};

double run(const ct::data::BarSeries& bars, ct::engine::Strategy& strategy,
           ct::AccountKind account = ct::AccountKind::kSimple) {
    const ct::session::SeriesInput input{"BTC/USDT", bars.timeframe, bars.columns(), bars.price_decimals};
    ct::session::BacktestConfig config;
    config.cash = ct::Money::units(1'000'000'000);
    config.account = account;
    if (account == ct::AccountKind::kSpot) {
        config.balances = {{"USDT", config.cash}, {"BTC", ct::Money::units(1'000)}};
    }
    const auto result = ct::session::run_backtest({&input, 1}, config, {strategy, "bench", {}});
    if (!result) {
        fmt::print(stderr, "{}\n", result.error().message);
        std::exit(1);
    }
    for (const auto& [part, seconds] : result->seconds) {
        if (part == "run") return seconds;
    }
    return 0;
}

/// Orders a second of submit, match and poll, without an engine.
double broker_alone(const ct::data::BarSeries& bars) {
    const std::array instruments = {ct::Instrument::make("BTC/USDT", {bars.price_decimals, 8}).value()};
    ct::Account account = ct::Account::make(instruments).value();
    if (!account.book({.cash = ct::Money::units(1'000'000'000)})) std::exit(1);
    ct::broker::SimulatedBroker broker({}, instruments, account);
    ct::risk::Pipeline risk{ct::risk::Rules{}};
    const ct::Series series{0, bars.timeframe};
    const ct::BarColumns columns = bars.columns();
    std::vector<ct::Report> reports;
    const std::size_t rows = std::min<std::size_t>(columns.size(), 1'000'000);
    const auto start = Clock::now();
    for (std::size_t row = 0; row < rows; ++row) {
        ct::Order order{.id = row + 1,
                        .request = {.side = row % 2 == 0 ? ct::Side::kBuy : ct::Side::kSell, .quantity = kSize}};
        const auto decision = risk.decide(order, {.account = account, .instrument = instruments[0]});
        const ct::BarView bar(0, series, columns, row);
        if (!broker.submit(std::get<ct::Approved<ct::Order>>(*decision), bar.open_time_ns())) std::exit(1);
        if (!broker.on_market({&bar, 1})) std::exit(1);
        reports.clear();
        broker.poll(reports);
        if (reports.size() != 2) std::exit(1);
    }
    const std::chrono::duration<double> passed = Clock::now() - start;
    return static_cast<double>(rows) / passed.count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    constexpr int kRuns = 5;
    const std::size_t rows = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 5'000'000;
    const ct::data::BarSeries bars = ct::data::RandomWalk(1).next(rows);
    std::vector<double> idle;
    std::vector<double> far;
    std::vector<double> near;
    std::vector<double> spot;
    std::vector<double> dense;
    std::vector<double> alone;
    std::uint64_t fills = 0;
    const std::string_view only = argc > 2 ? argv[2] : "";
    const auto wanted = [&](std::string_view kind) { return only.empty() || only == kind; };
    for (int i = 0; i < kRuns; ++i) {
        if (wanted("idle")) {
            Ladder nothing(0, 0);
            idle.push_back(run(bars, nothing));
        }
        if (wanted("far")) {
            Ladder out_of_reach(kOrders, 1'000'000'000'000);
            far.push_back(run(bars, out_of_reach));
        }
        if (wanted("near")) {
            Ladder around(kOrders, 5000);
            near.push_back(run(bars, around));
            fills = around.fills();
        }
        if (wanted("spot")) {
            Ladder around(kOrders, 5000);
            spot.push_back(run(bars, around, ct::AccountKind::kSpot));
        }
        if (wanted("dense")) {
            Dense every_bar;
            dense.push_back(run(bars, every_bar));
        }
        if (wanted("alone")) alone.push_back(broker_alone(bars));
    }
    if (!only.empty()) return 0;
    const double base = median(idle);
    fmt::print(
        "{{\"bars\": {}, \"idle_seconds\": {:.4f}, \"resting_far\": {:.2f}, \"resting_near\": {:.2f}, "
        "\"resting_spot\": {:.2f}, "
        "\"near_fills\": {}, \"dense_orders_per_second\": {:.3e}, \"broker_orders_per_second\": {:.3e}}}\n",
        rows, base, median(far) / base, median(near) / base, median(spot) / base, fills,
        static_cast<double>(rows) / median(dense), median(alone));
    return 0;
}

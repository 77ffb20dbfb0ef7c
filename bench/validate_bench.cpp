// One order checked against all filters of a market with prices and an account, as an order path does it: percentiles
// of single calls, the clock's own time taken off, and the mean of a loop.
//
// Usage: validate_bench [--orders N] [--repeats R]

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <ratio>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ct/core/filters.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/risk/order_check.hpp"
#include "ct/risk/round_order.hpp"
#include "ct/risk/validate.hpp"

namespace {

using namespace ct;
using namespace ct::risk;
using Clock = std::chrono::steady_clock;

/// BTC/USDT with every filter on.
constexpr Scale kScale{2, 5};
constexpr Filters kFilters{.tick_size = {1},
                           .min_price = {1},
                           .max_price = {100'000'000},
                           .lot_size = {1},
                           .min_quantity = {1},
                           .max_quantity = {900'000'000},
                           .market_lot_size = {1},
                           .market_min_quantity = {1},
                           .market_max_quantity = {12'000'000},
                           .max_position = {1'000'000'000},
                           .min_notional = Money::units(5),
                           .max_notional = Money::units(9'000'000),
                           .buy_multiplier_down = {Rate::kOne / 5},
                           .buy_multiplier_up = {5 * Rate::kOne},
                           .sell_multiplier_down = {Rate::kOne / 5},
                           .sell_multiplier_up = {5 * Rate::kOne},
                           .percent_minutes = 5,
                           .notional_minutes = 5,
                           .max_orders = 200,
                           .max_algo_orders = 5,
                           .max_iceberg_orders = 5,
                           .iceberg_parts = 10,
                           .min_notional_for_market = true};

const CheckContext& context() {
    static const CheckContext kContext{
        kScale,
        kFilters,
        {.last = {5'000'000}, .average = {5'001'234}, .bid = {4'999'999}, .ask = {5'000'001}},
        {.cash = Money::units(10'000'000),
         .free = Quantity{100'000'000},
         .position = Quantity{100'000'000},
         .open_buys = {1'000},
         .open_orders = 17,
         .open_algo_orders = 2,
         .open_iceberg_orders = 0,
         .fee = {Rate::kOne / 1'000}}};
    return kContext;
}

/// Valid orders of every type; with `wrong` a tick, a lot or a notional is not.
std::vector<OrderCheck> draw(std::size_t size, bool wrong) {
    std::vector<OrderCheck> orders;
    std::uint64_t state = 1;
    const auto random = [&](std::uint64_t limit) {
        state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return static_cast<std::int64_t>((state >> 33U) % limit);
    };
    while (orders.size() < size) {
        OrderCheck order;
        order.side = random(2) == 0 ? Side::kBuy : Side::kSell;
        order.trigger = static_cast<Trigger>(random(3));
        order.has_limit = random(2) == 0;
        order.quantity = {wrong ? 1 + random(5) : 100 + random(1'000'000)};
        const bool has_price = order.has_limit || order.trigger == Trigger::kNone;
        if (has_price) order.price = {4'000'000 + random(2'000'000)};
        const bool above = (order.side == Side::kBuy) == (order.trigger == Trigger::kStop);
        if (order.trigger != Trigger::kNone) order.stop_price = {above ? 5'100'000 : 4'900'000};
        orders.push_back(order);
    }
    return orders;
}

template <class Call>
void measure(const char* what, const std::vector<OrderCheck>& orders, std::size_t repeats, const Call& call) {
    std::vector<double> calls;
    std::vector<double> clock;
    std::vector<double> loops;
    std::size_t passed = 0;
    for (std::size_t repeat = 0; repeat < repeats; ++repeat) {
        for (const OrderCheck& order : orders) {
            const auto start = Clock::now();
            const auto empty = Clock::now();
            passed += call(order) ? 1U : 0U;
            const auto end = Clock::now();
            clock.push_back(std::chrono::duration<double, std::nano>(empty - start).count());
            calls.push_back(std::chrono::duration<double, std::nano>(end - empty).count());
        }
        const auto start = Clock::now();
        for (const OrderCheck& order : orders) passed += call(order) ? 1U : 0U;
        loops.push_back(std::chrono::duration<double, std::nano>(Clock::now() - start).count() /
                        static_cast<double>(orders.size()));
    }
    const auto percentile = [](std::vector<double>& values, std::size_t per_thousand) {
        const auto at = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * per_thousand / 1'000);
        std::nth_element(values.begin(), at, values.end());
        return *at;
    };
    const double own = percentile(clock, 500);
    fmt::print(
        "{:<34} p50 {:5.0f} ns  p99 {:5.0f} ns  p99.9 {:5.0f} ns  (clock {:.0f} ns taken off)  loop {:5.1f} ns, "
        "{:.0f} % pass\n",
        what, percentile(calls, 500) - own, percentile(calls, 990) - own, percentile(calls, 999) - own, own,
        percentile(loops, 500), 100.0 * static_cast<double>(passed) / static_cast<double>(2 * repeats * orders.size()));
}

}  // namespace

int main(int argc, char** argv) {
    std::size_t size = 100'000;
    std::size_t repeats = 11;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        if (name == "--orders") size = std::strtoull(argv[i + 1], nullptr, 10);
        if (name == "--repeats") repeats = std::strtoull(argv[i + 1], nullptr, 10);
    }
    const std::vector<OrderCheck> good = draw(size, false);
    const std::vector<OrderCheck> bad = draw(size, true);
    measure("validate, orders that pass", good, repeats,
            [](const OrderCheck& order) { return validate(order, context()).ok(); });
    measure("validate, refused with nearest", bad, repeats,
            [](const OrderCheck& order) { return validate(order, context()).ok(); });
    measure("verdict alone, refused", bad, repeats,
            [](const OrderCheck& order) { return verdict(order, context()).ok(); });
    measure("round_order, refused ones", bad, repeats,
            [](const OrderCheck& order) { return round_order(order, context()).left.ok(); });
    return 0;
}

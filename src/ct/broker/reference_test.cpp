#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "ct/broker/simulated_broker.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "support/bars.hpp"
#include "support/broker_rig.hpp"
#include "support/random.hpp"

// The broker against a slow one, written from the rules alone: prices are mirrored, so that a sell is a buy on the
// negative axis, where "cheaper" and "against the trader" mean the same for both sides.
namespace ct::broker {
namespace {

using test::BrokerRig;
using test::Ohlc;
using test::Random;

constexpr Scale kScale{2, 3};
constexpr int128 kMoneyPerCount = 10'000'000'000'000;  ///< 10^(18 - 2 - 3)

/// n / d to the nearest whole number, a tie to the even one. Requires: n >= 0, d > 0.
int128 nearest_even(int128 n, int128 d) {
    const int128 below = n / d;
    const int128 twice_rest = 2 * (n - below * d);
    if (twice_rest != d) return twice_rest > d ? below + 1 : below;
    return below + below % 2;
}

class SlowBroker {
  public:
    SlowBroker(const SimulatedBrokerConfig& config, int128 cash) : config_(config), cash_(cash) {}

    void submit(const OrderRequest& request) {
        orders_.push_back({++ids_, request, bars_ + static_cast<std::uint64_t>(config_.latency.bars)});
    }
    void cancel(OrderId id, std::vector<std::string>& lines) {
        const auto found = std::ranges::find(orders_, id, &Waiting::id);
        if (found == orders_.end()) return;
        orders_.erase(found);
        lines.push_back(fmt::format("{} canceled user_request", id));
    }

    std::vector<std::string> bar(const Ohlc& prices) {
        std::vector<std::string> lines;
        // What fills at the open, then the stops inside the bar, then the limits.
        for (const int moment : {0, 1, 2}) {
            std::vector<Waiting> left;
            for (const Waiting& order : orders_) {
                const auto found = price_of(order.request, prices);
                const bool now = found && bars_ >= order.first_bar && found->moment == moment;
                if (now) {
                    lines.push_back(settle(order, *found));
                } else if (bars_ >= order.first_bar && order.request.time_in_force == TimeInForce::kIoc) {
                    lines.push_back(fmt::format("{} canceled not_marketable", order.id));
                } else {
                    left.push_back(order);
                }
            }
            orders_ = std::move(left);
        }
        ++bars_;
        return lines;
    }

  private:
    struct Waiting {
        OrderId id = 0;
        OrderRequest request;
        std::uint64_t first_bar = 0;  ///< the number of the first bar it can match on
    };
    struct Found {
        std::int64_t price = 0;
        bool maker = false;
        int moment = 0;
    };

    /// Where an order fills in a bar, if it does.
    [[nodiscard]] std::optional<Found> price_of(const OrderRequest& order, const Ohlc& bar) const {
        const std::int64_t sign = order.side == Side::kBuy ? 1 : -1;
        const std::int64_t open = sign * bar.open;
        const std::int64_t cheapest = std::min(sign * bar.low, sign * bar.high);
        const std::int64_t dearest = std::max(sign * bar.low, sign * bar.high);
        const bool only_open = order.time_in_force == TimeInForce::kIoc;
        if (order.type == OrderType::kMarket) return Found{slipped(bar.open, sign), false};
        if (order.type == OrderType::kLimit) {
            const std::int64_t limit = sign * order.limit_price.count;
            if (open <= limit) return Found{sign * std::min(sign * slipped(bar.open, sign), limit), false};
            if (!only_open && cheapest <= limit) return Found{order.limit_price.count, true, 2};
            return std::nullopt;
        }
        const std::int64_t trigger = sign * order.stop_price.count;
        if (open >= trigger) return Found{slipped(bar.open, sign), false};
        if (!only_open && dearest >= trigger) return Found{slipped(order.stop_price.count, sign), false, 1};
        return std::nullopt;
    }

    /// A price moved by its slippage, the slippage rounded up to a whole count; never below one count.
    [[nodiscard]] std::int64_t slipped(std::int64_t price, std::int64_t sign) const {
        const int128 exact = int128{price} * config_.slippage.share.count;
        auto counts = static_cast<std::int64_t>(exact / Rate::kOne);
        if (int128{counts} * Rate::kOne != exact) ++counts;
        return std::max<std::int64_t>(price + sign * counts, 1);
    }

    std::string settle(const Waiting& order, const Found& found) {
        const int128 value = int128{found.price} * order.request.quantity.count * kMoneyPerCount;
        const Rate rate = found.maker ? config_.fees.maker : config_.fees.taker;
        const int128 fee = nearest_even(value * rate.count, Rate::kOne);
        if (order.request.side == Side::kBuy) {
            if (value + fee > cash_) {
                return fmt::format("{} rejected insufficient_cash, {} of {}", order.id, Money{cash_}.text(),
                                   Money{value + fee}.text());
            }
            cash_ -= value + fee;
        } else {
            cash_ += value - fee;
        }
        return fmt::format("{} filled {} at {} {}, fee {}", order.id, order.request.quantity.count, found.price,
                           found.maker ? "maker" : "taker", Money{fee}.text());
    }

    SimulatedBrokerConfig config_;
    int128 cash_;
    OrderId ids_ = 0;
    std::uint64_t bars_ = 0;
    std::vector<Waiting> orders_;
};

constexpr std::int64_t kFirstPrice = 10'000;
constexpr std::int64_t kStep = 120;

SimulatedBrokerConfig random_config(Random& random) {
    SimulatedBrokerConfig config;
    config.fees.maker = {random.between(0, 2'000'000'007)};
    config.fees.taker = {random.between(0, 3'000'000'019)};
    config.slippage.kind = SlippageModel::Kind::kShare;
    if (!random.once_in(3)) config.slippage.share = {random.between(1, 5'000'000'011)};  // up to 50 bps
    config.latency.kind = LatencyModel::Kind::kBars;
    config.latency.bars = random.between(0, 2);
    return config;
}

OrderRequest random_order(Random& random, std::int64_t close) {
    OrderRequest order;
    order.side = random.once_in(2) ? Side::kBuy : Side::kSell;
    order.type = static_cast<OrderType>(random.between(0, 2));
    order.time_in_force = random.once_in(3) ? TimeInForce::kIoc : TimeInForce::kGtc;
    order.quantity = {random.between(1, 20'000)};
    const Price price{std::max<std::int64_t>(close + random.between(-2 * kStep, 2 * kStep), 1)};
    if (order.type == OrderType::kLimit) order.limit_price = price;
    if (order.type == OrderType::kStop) order.stop_price = price;
    return order;
}

/// What must hold of a fill whatever the implementation: the price lies where the rules allow it.
void expect_fill_within_bounds(const SimulatedBrokerConfig& config, const OrderRequest& order, const Report& fill,
                               const Ohlc& bar) {
    const bool buy = order.side == Side::kBuy;
    const std::int64_t price = fill.price.count;
    EXPECT_EQ(fill.quantity, order.quantity);
    if (order.type == OrderType::kLimit) {
        EXPECT_TRUE(buy ? price <= order.limit_price.count : price >= order.limit_price.count)
            << "worse than its limit";
    }
    // No further from the bar than the slippage of its dearest price, and a count for the rounding.
    const double slippage = static_cast<double>(bar.high) * config.slippage.share.to_double() + 1;
    EXPECT_GE(static_cast<double>(price), static_cast<double>(bar.low) - (buy ? 0 : slippage));
    EXPECT_LE(static_cast<double>(price), static_cast<double>(bar.high) + (buy ? slippage : 0));
    if (order.type != OrderType::kMarket) return;
    // price x (1 +- bps / 10^4), rounded against the trader: between that and one count further.
    const int128 factor = int128{Rate::kOne} + (buy ? config.slippage.share.count : -config.slippage.share.count);
    const int128 exact = int128{bar.open} * factor;
    const int128 beyond = (int128{price} * Rate::kOne - exact) * (buy ? 1 : -1);
    EXPECT_TRUE(beyond >= 0 && beyond < Rate::kOne) << "price " << price << " of open " << bar.open;
}

/// How often each thing happened, so that a property cannot hold because nothing did.
using Tally = std::map<std::string, int>;

void count(Tally& tally, const Report& report, const std::vector<OrderRequest>& requests) {
    std::string what = test::text(report);
    what = what.substr(what.find(' ') + 1);
    what = what.substr(0, what.find(' '));
    const OrderRequest& order = requests[report.order_id - 1];
    what += fmt::format(" {} {} {}", name(order.side), name(order.type), name(order.time_in_force));
    if (report.kind == Report::Kind::kFilled) what += report.liquidity == Liquidity::kMaker ? " maker" : " taker";
    ++tally[what];
}

void compare(std::uint64_t seed, Tally& tally) {
    constexpr int kBars = 60;
    Random random(seed);
    const SimulatedBrokerConfig config = random_config(random);
    const Money cash = Money::units(random.between(500, 5'000));
    BrokerRig fast(config, cash, kScale);
    SlowBroker slow(config, cash.count);
    const auto bars = test::walk(random, test::k1h, {.rows = kBars, .price = kFirstPrice, .step = kStep}, 2);

    std::vector<OrderRequest> requests;
    for (const Ohlc& bar : bars.counts()) {
        const auto expected = slow.bar(bar);
        ASSERT_EQ(fast.bar(bar), expected);
        for (const Report& report : fast.reports()) {
            count(tally, report, requests);
            if (report.kind == Report::Kind::kFilled) {
                expect_fill_within_bounds(config, requests[report.order_id - 1], report, bar);
            }
        }
        for (std::int64_t left = random.between(0, 3); left > 0; --left) {
            requests.push_back(random_order(random, bar.close));
            fast.submit(requests.back());
            slow.submit(requests.back());
        }
        if (!requests.empty() && random.once_in(4)) {
            const auto id = static_cast<OrderId>(random.between(1, static_cast<std::int64_t>(requests.size())));
            std::vector<std::string> canceled;
            slow.cancel(id, canceled);
            fast.cancel(id);
            ASSERT_EQ(fast.poll(), canceled);
            for (const Report& report : fast.reports()) count(tally, report, requests);
        }
    }
}

TEST(SimulatedBroker, AgreesWithASlowOneOnRandomOrdersAndBars) {
    constexpr std::uint64_t kSeeds = 400;
    Tally tally;
    for (std::uint64_t seed = 1; seed <= kSeeds && !HasFailure(); ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        compare(seed, tally);
    }
    for (const char* what :
         {"filled buy market gtc taker", "filled sell market ioc taker", "filled buy limit gtc taker",
          "filled buy limit gtc maker", "filled sell limit gtc taker", "filled sell limit gtc maker",
          "filled buy limit ioc taker", "filled sell stop gtc taker", "filled buy stop ioc taker",
          "canceled buy limit ioc", "canceled sell stop ioc", "canceled buy limit gtc", "rejected buy market gtc",
          "rejected buy limit gtc", "rejected buy stop gtc"}) {
        EXPECT_GE(tally[what], 20) << what;
    }
    EXPECT_EQ(tally["filled buy limit ioc maker"], 0);
    EXPECT_EQ(tally["filled buy stop gtc maker"], 0);
    EXPECT_EQ(tally["rejected sell market gtc"], 0);
}

}  // namespace
}  // namespace ct::broker

#include "ct/risk/books.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/risk/rule.hpp"
#include "support/random.hpp"
#include "support/risk_rig.hpp"

// Random streams of orders, fills, cancels and prices.
namespace ct::risk {
namespace {

using test::number;
using test::Random;
using test::RiskRig;
using test::rule;

constexpr std::int64_t kUnit = 1'000'000'000'000'000'000;

struct Summed {
    std::int64_t position[2] = {0, 0};
    std::int64_t buys[2] = {0, 0};
    std::int64_t sells[2] = {0, 0};
    std::uint64_t open = 0;

    explicit Summed(const RiskRig& rig) {
        for (const Order& order : rig.orders()) {
            const auto at = order.request.instrument;
            const bool buy = order.request.side == Side::kBuy;
            position[at] += buy ? order.filled.count : -order.filled.count;
            if (!is_working(order.status)) continue;
            ++open;
            (buy ? buys : sells)[at] += order.request.quantity.count - order.filled.count;
        }
    }
    [[nodiscard]] std::int64_t worst(InstrumentIndex at) const {
        return std::max(std::abs(position[at] + buys[at]), std::abs(position[at] - sells[at]));
    }
};

/// Does something random to a rig: an order, a fill, a cancel, a price.
void act(RiskRig& rig, Random& random, std::int64_t (&price)[2], bool moves) {
    const auto at = static_cast<InstrumentIndex>(random.between(0, 1));
    const auto order = static_cast<OrderId>(random.between(1, static_cast<std::int64_t>(rig.orders().size()) + 1));
    const bool works = order <= rig.orders().size() && is_working(rig.orders()[order - 1].status);
    switch (random.between(0, moves ? 3 : 2)) {
        case 0: {
            const std::int64_t size = random.between(1, 40);
            const std::int64_t passed = random.once_in(2) ? rig.buy(size, at) : rig.sell(size, at);
            ASSERT_LE(passed, size);
            return;
        }
        case 1: {
            if (!works) return;
            const Order& working = rig.orders()[order - 1];
            return rig.fill(order, random.between(1, working.request.quantity.count - working.filled.count));
        }
        case 2:
            if (works && random.once_in(2)) rig.cancel(order);
            return;
        default:
            price[at] = random.between(50, 150);
            return rig.close(price[at], at);
    }
}

TEST(Books, EqualTheSumOverAllOrders) {
    for (std::uint64_t seed = 1; seed <= 50 && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Random random(seed);
        RiskRig rig({rule("max_position", {number("quantity", "100")})});
        std::int64_t price[2] = {100, 100};
        for (int i = 0; i < 200 && !testing::Test::HasFailure(); ++i) {
            act(rig, random, price, true);
            const Summed summed(rig);
            ASSERT_TRUE(rig.books().status());
            ASSERT_EQ(rig.books().open_orders(), summed.open);
            int128 total = 0;
            for (const InstrumentIndex at : {0U, 1U}) {
                const Standing& standing = rig.books().at(at);
                ASSERT_EQ(standing.position, summed.position[at]);
                ASSERT_EQ(standing.open_buys, summed.buys[at]);
                ASSERT_EQ(standing.open_sells, summed.sells[at]);
                ASSERT_EQ(standing.exposure.count, int128{summed.worst(at)} * price[at] * kUnit);
                ASSERT_EQ(rig.books().asset_exposure(at).count, standing.exposure.count);
                total += standing.exposure.count;
            }
            ASSERT_EQ(rig.books().total_exposure().count, total);
            const auto equity = rig.books().equity();
            ASSERT_EQ(equity.value().count,
                      rig.situation().account.cash().count +
                          (int128{summed.position[0]} * price[0] + int128{summed.position[1]} * price[1]) * kUnit);
        }
    }
}

TEST(Exposure, IsNeverMoreThanAllowedWhateverTheOrders) {
    int shrunk = 0;
    int refused = 0;
    for (std::uint64_t seed = 1; seed <= 200 && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Random random(seed);
        const std::int64_t most_asset = random.between(10, 60);
        const std::int64_t most_total = most_asset + random.between(0, 40);
        const std::int64_t most_position = random.between(5, 60);
        RiskRig rig({rule("max_exposure", {number("asset_notional", fmt::format("{}.99", most_asset * 100)),
                                           number("total_notional", fmt::format("{}.99", most_total * 100))}),
                     rule("max_position", {number("quantity", fmt::format("{}.5", most_position))})});
        std::int64_t price[2] = {100, 100};
        for (int i = 0; i < 200 && !testing::Test::HasFailure(); ++i) {
            const std::size_t orders = rig.orders().size();
            act(rig, random, price, false);
            const Summed summed(rig);
            for (const InstrumentIndex at : {0U, 1U}) {
                ASSERT_LE(summed.worst(at), most_position);
                ASSERT_LE(summed.worst(at), most_asset);
            }
            ASSERT_LE(summed.worst(0) + summed.worst(1), most_total);
            if (rig.orders().size() == orders) continue;
            for (const Rejection& objection : rig.pipeline().objections())
                ++(objection.allowed.count > 0 ? shrunk : refused);
        }
    }
    EXPECT_GT(shrunk, 500);
    EXPECT_GT(refused, 500);
}

TEST(KillSwitch, LetsNoPositionGrowOrTurnWhateverTheOrders) {
    for (std::uint64_t seed = 1; seed <= 100 && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Random random(seed);
        RiskRig rig({rule("kill_switch")});
        std::int64_t price[2] = {100, 100};
        for (int i = 0; i < 40; ++i) act(rig, random, price, true);
        for (const Order& order : rig.orders()) {
            if (is_working(order.status)) rig.cancel(order.id);
        }
        rig.kill_switch.pull();
        Summed before(rig);
        for (int i = 0; i < 100 && !testing::Test::HasFailure(); ++i) {
            act(rig, random, price, true);
            const Summed now(rig);
            for (const InstrumentIndex at : {0U, 1U}) {
                ASSERT_LE(std::abs(now.position[at]), std::abs(before.position[at]));
                ASSERT_GE(now.position[at] * before.position[at], 0);
            }
            before = now;
        }
    }
}

}  // namespace
}  // namespace ct::risk

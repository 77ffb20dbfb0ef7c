#include "ct/risk/books.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
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

/// The first order of an OCO group.
OrderId group_of(const RiskRig& rig, OrderId id) {
    while (rig.orders()[id - 1].request.oco != 0) id = rig.orders()[id - 1].request.oco;
    return id;
}

std::int64_t filled_of_group(const RiskRig& rig, OrderId id) {
    std::int64_t filled = 0;
    for (const Order& other : rig.orders()) {
        if (group_of(rig, other.id) == group_of(rig, id)) filled += other.filled.count;
    }
    return filled;
}

std::int64_t left(const Order& order) { return order.request.quantity.count - order.filled.count; }

/// An exit whose entry may still fill.
bool waits(const RiskRig& rig, const Order& order) {
    if (order.request.parent == 0) return false;
    const Order& entry = rig.orders()[order.request.parent - 1];
    return entry.request.side != order.request.side && !is_final(entry.status);
}

/// How much an order can fill: an exit no more than its entry has.
std::int64_t fillable(const RiskRig& rig, const Order& order) {
    if (!waits(rig, order)) return left(order);
    const Order& entry = rig.orders()[order.request.parent - 1];
    return std::clamp<std::int64_t>(entry.filled.count - filled_of_group(rig, order.id), 0, left(order));
}

/// What counts of it: of the exits of an entry the first group only as far as that has filled, or is smaller than it.
std::int64_t counted(const RiskRig& rig, const Order& order) {
    const OrderId parent = order.request.parent;
    if (!waits(rig, order)) {
        if (parent == 0 || rig.orders()[parent - 1].request.side == order.request.side) return left(order);
        return rig.orders()[parent - 1].filled.count == 0 ? 0 : left(order);
    }
    for (const Order& other : rig.orders()) {
        if (other.request.parent != parent || !is_working(other.status) || !waits(rig, other)) continue;
        if (group_of(rig, other.id) != group_of(rig, order.id)) return left(order);
        break;
    }
    const std::int64_t size = rig.orders()[parent - 1].request.quantity.count;
    return left(order) + filled_of_group(rig, order.id) > size ? left(order) : fillable(rig, order);
}

/// Less of an order; exits stay no larger than what it can bring.
void shrink(RiskRig& rig, OrderId id, std::int64_t by) {
    const bool ends = left(rig.orders()[id - 1]) <= by;
    if (ends) by = left(rig.orders()[id - 1]);
    const std::int64_t size = rig.orders()[id - 1].request.quantity.count - by;
    if (!ends) rig.resize(id, size);
    for (const Order& child : rig.orders()) {
        if (child.request.parent != id || !is_working(child.status) || !waits(rig, child)) continue;
        const std::int64_t most = size - filled_of_group(rig, child.id);
        if ((ends || left(child) <= most + by) && left(child) > most) shrink(rig, child.id, left(child) - most);
    }
    if (ends) rig.cancel(id);
}

/// Fills an order; the others of its group lose as much.
void fill(RiskRig& rig, OrderId id, std::int64_t quantity) {
    rig.fill(id, quantity);
    for (OrderId other = 1; other <= rig.orders().size(); ++other) {
        if (other == id || group_of(rig, other) != group_of(rig, id)) continue;
        if (is_working(rig.orders()[other - 1].status)) shrink(rig, other, quantity);
    }
}

/// The books from their definition: over all orders, group by group.
struct Summed {
    std::int64_t position[2] = {0, 0};
    std::int64_t buys[2] = {0, 0};
    std::int64_t sells[2] = {0, 0};
    std::uint64_t open = 0;

    explicit Summed(const RiskRig& rig) {
        struct Group {
            InstrumentIndex at = 0;
            std::int64_t buys = 0;
            std::int64_t sells = 0;
        };
        std::map<OrderId, Group> groups;
        for (const Order& order : rig.orders()) {
            const bool buy = order.request.side == Side::kBuy;
            const InstrumentIndex at = order.request.instrument;
            position[at] += buy ? order.filled.count : -order.filled.count;
            if (!is_working(order.status)) continue;
            ++open;
            Group& group = groups[group_of(rig, order.id)];
            group.at = at;
            std::int64_t& most = buy ? group.buys : group.sells;
            most = std::max(most, counted(rig, order));
        }
        for (const auto& [root, group] : groups) {
            buys[group.at] += group.buys;
            sells[group.at] += group.sells;
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
            OrderRequest request{.instrument = at,
                                 .side = random.once_in(2) ? Side::kBuy : Side::kSell,
                                 .quantity = {random.between(1, 40)}};
            if (works && random.once_in(2)) {
                request.instrument = rig.orders()[order - 1].request.instrument;
                (random.once_in(2) ? request.oco : request.parent) = order;
            }
            ASSERT_LE(rig.submit(request), request.quantity.count);
            return;
        }
        case 1: {
            if (!works) return;
            const std::int64_t most =
                std::min(counted(rig, rig.orders()[order - 1]), fillable(rig, rig.orders()[order - 1]));
            if (most > 0) fill(rig, order, random.between(1, most));
            return;
        }
        case 2:
            if (!works || random.once_in(2)) return;
            if (rig.orders()[order - 1].filled.count == 0) return rig.cancel(order);
            return shrink(rig, order, left(rig.orders()[order - 1]));
        default:
            price[at] = random.between(50, 150);
            return rig.close(price[at], at);
    }
}

TEST(Books, EqualTheSumOverAllOrders) {
    for (std::uint64_t seed = 1; seed <= 500 && !testing::Test::HasFailure(); ++seed) {
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
                ASSERT_EQ(standing.open.buys, summed.buys[at]);
                ASSERT_EQ(standing.open.sells, summed.sells[at]);
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
    for (std::uint64_t seed = 1; seed <= 1000 && !testing::Test::HasFailure(); ++seed) {
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
    for (std::uint64_t seed = 1; seed <= 500 && !testing::Test::HasFailure(); ++seed) {
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

// Once made, the path of an order through all rules allocates nothing, whatever they say of it.

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <variant>

#include <gtest/gtest.h>

#include "ct/account/account.hpp"
#include "ct/account/ledger.hpp"
#include "ct/core/approved.hpp"
#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/kill_switch.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/order_line.hpp"
#include "ct/core/price.hpp"
#include "ct/core/records.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/books.hpp"
#include "ct/risk/pipeline.hpp"
#include "ct/risk/registry.hpp"
#include "ct/risk/rule.hpp"
#include "support/random.hpp"
#include "support/risk_rig.hpp"

namespace {

std::atomic<std::size_t> allocations = 0;

}  // namespace

// Not inlined: GCC would take malloc() and delete for a mismatch.
[[gnu::noinline]] void* operator new(std::size_t size) {
    ++allocations;
    if (void* const memory = std::malloc(std::max<std::size_t>(size, 1))) return memory;
    throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }

namespace ct::risk {
namespace {

using test::list;
using test::number;
using test::rule;
using test::words;

TEST(Allocation, OfTheOrderPathIsNone) {
    const std::array settings = {rule("kill_switch"),
                                 rule("symbols", {list("block", {"ADA/USDT"})}),
                                 rule("stale_data", {number("bars", "2")}),
                                 rule("duplicate_orders", {words("window", "1s")}),
                                 rule("order_rate", {number("orders", "20"), words("window", "1m")}),
                                 rule("max_open_orders", {number("orders", "8")}),
                                 rule("price_band", {number("share", "0.1")}),
                                 rule("daily_loss", {number("amount", "500")}),
                                 rule("drawdown", {number("share", "0.9")}),
                                 rule("max_order", {number("notional", "900")}),
                                 rule("max_position", {number("quantity", "20")}),
                                 rule("max_exposure", {number("total_share", "0.5")})};
    const std::array instruments = {Instrument::make("BTC/USDT", {}).value(), Instrument::make("ETH/USDT", {}).value()};
    Account account = Account::make(instruments).value();
    ASSERT_TRUE(account.book({.cash = Money::units(10'000)}));
    const KillSwitch kill_switch;
    Pipeline pipeline = Pipeline::with(make_rules(settings, kill_switch).value());
    const Records<Order> linked;  // none of the orders is
    Books books(account, linked);
    test::Random random(5);
    constexpr Filters kFilters{.lot_size = {1}, .min_quantity = {2}, .max_orders = 50};
    OrderLine line;
    std::size_t approved = 0;
    std::size_t objections = 0;
    std::size_t written = 0;
    const std::size_t before = allocations;
    for (std::int64_t i = 0; i < 20'000; ++i) {
        const TimeNs now_ns = i * 10 * kNsPerSecond;
        const auto instrument = static_cast<InstrumentIndex>(random.between(0, 1));
        const Price last{random.between(90, 110)};
        books.mark(instrument, last, now_ns);
        ASSERT_TRUE(pipeline.watch(now_ns, books.equity().value()));
        const bool limit = random.once_in(2);
        Order order{.id = static_cast<OrderId>(i + 1),
                    .request = {.instrument = instrument,
                                .side = random.once_in(2) ? Side::kBuy : Side::kSell,
                                .type = limit ? OrderType::kLimit : OrderType::kMarket,
                                .quantity = {random.between(0, 15)},
                                .limit_price = {limit ? random.between(80, 120) : 0}}};
        const auto decision = pipeline.decide(order, {.account = account,
                                                      .instrument = instruments[instrument],
                                                      .last_price = last,
                                                      .now_ns = now_ns,
                                                      .books = &books,
                                                      .filters = &kFilters});
        ASSERT_TRUE(decision);
        objections += pipeline.objections().size();
        if (!std::holds_alternative<Approved<Order>>(*decision)) continue;
        ++approved;
        order.status = OrderStatus::kSubmitted;
        written += line.write(order, instruments[instrument]).size();
        books.on_order(order, {.order_id = order.id, .to = OrderStatus::kSubmitted});
        order.filled = order.request.quantity;
        books.on_order(order, {.order_id = order.id, .from = OrderStatus::kSubmitted, .to = OrderStatus::kFilled});
        const Fill fill{.order_id = order.id,
                        .instrument = instrument,
                        .side = order.request.side,
                        .price = last,
                        .quantity = order.filled};
        books.on_fill(fill);
        const auto entries = ledger_entries(fill, instruments[instrument].scale, now_ns);
        for (const LedgerEntry& entry : entries.value()) ASSERT_TRUE(account.book(entry));
        ASSERT_TRUE(books.status());
    }
    EXPECT_EQ(allocations, before);
    EXPECT_GT(written, 0U);
    EXPECT_GT(approved, 1'000U);
    EXPECT_GT(objections, 1'000U);
}

}  // namespace
}  // namespace ct::risk

#include "ct/analyzers/result_hash.hpp"

#include <cstdint>
#include <initializer_list>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"

namespace ct::analyzers {
namespace {

const Order kOrder{.id = 7,
                   .request = {.instrument = 2,
                               .side = Side::kSell,
                               .type = OrderType::kStop,
                               .time_in_force = TimeInForce::kIoc,
                               .post_only = true,
                               .quantity = {-3},
                               .limit_price = {4},
                               .stop_price = {5},
                               .trail_amount = {10},
                               .trail_share = {11},
                               .limit_offset = {12},
                               .display = {13},
                               .expire_ns = 14,
                               .parent = 15,
                               .oco = 16}};
const OrderUpdate kSubmitted{7, 100, OrderStatus::kCreated, OrderStatus::kSubmitted, Reason::kNone};
const OrderUpdate kAmended{7, 150, OrderStatus::kSubmitted, OrderStatus::kSubmitted, Reason::kReplaced};
const OrderUpdate kCanceled{7, 200, OrderStatus::kSubmitted, OrderStatus::kCanceled, Reason::kUserRequest};
const Fill kFill{7, 150, 2, Side::kSell, Liquidity::kTaker, false, {6}, {8}, {9}};
const LedgerEntry kEntry{160, LedgerKind::kFee, 2, 7, {-9}, {1}};

void u8s(Hasher& hasher, std::initializer_list<int> fields) {
    for (const int field : fields) hasher.u8(static_cast<std::uint8_t>(field));
}

constexpr int kReplacedNumber = static_cast<int>(Reason::kReplaced);

/// The documented layout, written out field by field.
Digest by_hand() {
    Hasher hasher;
    hasher.u32(2);
    hasher.u8(1);
    hasher.u64(7);
    hasher.i64(100);
    u8s(hasher, {0, 1, 0});  // created -> submitted, no reason
    hasher.u32(2);
    u8s(hasher, {1, 2, 1});  // sell, stop, ioc
    for (const std::int64_t field : {-3, 4, 5, 10, 11, 12, 13, 14, 15, 16}) hasher.i64(field);
    u8s(hasher, {1, 0});  // post only, not reduce only

    hasher.u8(1);
    hasher.u64(7);
    hasher.i64(150);
    u8s(hasher, {1, 1, kReplacedNumber});  // submitted still
    for (const std::int64_t field : {-3, 4, 5}) hasher.i64(field);

    hasher.u8(2);
    hasher.u64(7);
    hasher.i64(150);
    hasher.u32(2);
    u8s(hasher, {1, 1});  // sell, taker
    for (const std::int64_t field : {6, 8}) hasher.i64(field);
    hasher.i128(9);

    hasher.u8(3);
    hasher.i64(160);
    hasher.u8(2);
    hasher.u32(2);
    hasher.u64(7);
    hasher.i128(-9);
    hasher.i64(1);

    hasher.u8(1);
    hasher.u64(7);
    hasher.i64(200);
    u8s(hasher, {1, 5, 5});  // submitted -> canceled, user request

    hasher.u8(4);
    hasher.i128(1000);
    hasher.u32(1);
    hasher.i64(-3);
    u8s(hasher, {2, 8});
    return hasher.digest();
}

Digest run(const Fill& fill, const LedgerEntry& entry, const Money& cash) {
    ResultHasher hasher;
    hasher.on_order(kOrder, kSubmitted);
    hasher.on_order(kOrder, kAmended);
    hasher.on_fill(fill);
    hasher.on_ledger(entry);
    hasher.on_order(kOrder, kCanceled);
    return hasher.finish({&cash, 1}, std::vector<FinalBalance>{{{-3}, {2, 8}}});
}

TEST(ResultHash, HasTheDocumentedLayout) { EXPECT_EQ(run(kFill, kEntry, {1000}).text(), by_hand().text()); }

TEST(ResultHash, ChangesWithWhatHappened) {
    const Digest base = run(kFill, kEntry, {1000});
    Fill fill = kFill;
    fill.fee.count += 1;
    EXPECT_NE(run(fill, kEntry, {1000}), base);
    fill = kFill;
    fill.liquidity = Liquidity::kMaker;
    EXPECT_NE(run(fill, kEntry, {1000}), base);
    LedgerEntry entry = kEntry;
    entry.kind = LedgerKind::kFill;
    EXPECT_NE(run(kFill, entry, {1000}), base);
    EXPECT_NE(run(kFill, kEntry, {1001}), base);
}

TEST(ResultHash, DoesNotSeeEquity) {
    ResultHasher quiet;
    ResultHasher busy;
    busy.on_equity({});
    const Money cash;
    EXPECT_EQ(quiet.finish({&cash, 1}, {}), busy.finish({&cash, 1}, {}));
}

TEST(ResultHash, SeesTheAssetOfATransferAndEveryBalance) {
    const auto hash_of = [](AssetIndex asset, const std::vector<Money>& balances) {
        ResultHasher hasher;
        hasher.on_ledger({.kind = LedgerKind::kTransfer, .cash = {1}, .asset = asset});
        return hasher.finish(balances, {});
    };
    const Digest base = hash_of(0, {{1}, {2}});
    EXPECT_EQ(hash_of(0, {{1}, {2}}), base);
    EXPECT_NE(hash_of(1, {{1}, {2}}), base);
    EXPECT_NE(hash_of(0, {{1}, {3}}), base);
    EXPECT_NE(hash_of(0, {{1}}), base);
    EXPECT_NE(hash_of(0, {{1}, {2}, {0}}), base);
}

}  // namespace
}  // namespace ct::analyzers

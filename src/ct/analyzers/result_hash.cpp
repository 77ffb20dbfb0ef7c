#include "ct/analyzers/result_hash.hpp"

#include <bit>
#include <cstdint>
#include <span>

#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"

namespace ct::analyzers {

namespace {

static_assert(std::endian::native == std::endian::little, "the stream is little-endian");

enum class Tag : std::uint8_t { kOrder = 1, kFill = 2, kLedger = 3, kFinish = 4 };

template <class Enum>
void add(Hasher& hasher, Enum value) {
    static_assert(sizeof(Enum) == 1);
    hasher.u8(static_cast<std::uint8_t>(value));
}

}  // namespace

void ResultHasher::on_order(const Order& order, const OrderUpdate& update) {
    add(hasher_, Tag::kOrder);
    hasher_.u64(update.order_id);
    hasher_.i64(update.time_ns);
    add(hasher_, update.from);
    add(hasher_, update.to);
    add(hasher_, update.reason);
    if (update.from != OrderStatus::kCreated) return;
    const OrderRequest& request = order.request;
    hasher_.u32(request.instrument);
    add(hasher_, request.side);
    add(hasher_, request.type);
    add(hasher_, request.time_in_force);
    hasher_.i64(request.quantity.count);
    hasher_.i64(request.limit_price.count);
    hasher_.i64(request.stop_price.count);
}

void ResultHasher::on_fill(const Fill& fill) {
    add(hasher_, Tag::kFill);
    hasher_.u64(fill.order_id);
    hasher_.i64(fill.time_ns);
    hasher_.u32(fill.instrument);
    add(hasher_, fill.side);
    add(hasher_, fill.liquidity);
    hasher_.i64(fill.price.count);
    hasher_.i64(fill.quantity.count);
    hasher_.i128(fill.fee.count);
}

void ResultHasher::on_ledger(const LedgerEntry& entry) {
    add(hasher_, Tag::kLedger);
    hasher_.i64(entry.time_ns);
    add(hasher_, entry.kind);
    hasher_.u32(entry.instrument);
    hasher_.u64(entry.order_id);
    hasher_.i128(entry.cash.count);
    hasher_.i64(entry.quantity.count);
}

Digest ResultHasher::finish(const Money& cash, std::span<const FinalBalance> balances) {
    add(hasher_, Tag::kFinish);
    hasher_.i128(cash.count);
    hasher_.u32(static_cast<std::uint32_t>(balances.size()));
    for (const FinalBalance& balance : balances) {
        hasher_.i64(balance.position.count);
        hasher_.u8(static_cast<std::uint8_t>(balance.scale.price_decimals));
        hasher_.u8(static_cast<std::uint8_t>(balance.scale.quantity_decimals));
    }
    return hasher_.digest();
}

}  // namespace ct::analyzers

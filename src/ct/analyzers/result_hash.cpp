#include "ct/analyzers/result_hash.hpp"

#include <bit>
#include <cstdint>
#include <new>  // IWYU pragma: keep: placement new
#include <span>

#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

namespace {

static_assert(std::endian::native == std::endian::little, "the stream is little-endian");

enum class Tag : std::uint8_t { kOrder = 1, kFill = 2, kLedger = 3, kFinish = 4 };

// The records as they lie in the stream: packed, so that each goes in as one piece.
#pragma pack(push, 1)
struct OrderRecord {
    Tag tag;
    OrderId order_id;
    TimeNs time_ns;
    OrderStatus from;
    OrderStatus to;
    Reason reason;
};
struct RequestRecord {
    InstrumentIndex instrument;
    Side side;
    OrderType type;
    TimeInForce time_in_force;
    std::int64_t quantity;
    std::int64_t limit_price;
    std::int64_t stop_price;
    std::int64_t trail_amount;
    std::int64_t trail_share;
    std::int64_t limit_offset;
    std::int64_t display;
    TimeNs expire_ns;
    OrderId parent;
    OrderId oco;
    bool post_only;
    bool reduce_only;
};
struct AmendedRecord {
    std::int64_t quantity;
    std::int64_t limit_price;
    std::int64_t stop_price;
};
struct FillRecord {
    Tag tag;
    OrderId order_id;
    TimeNs time_ns;
    InstrumentIndex instrument;
    Side side;
    Liquidity liquidity;
    std::int64_t price;
    std::int64_t quantity;
    int128 fee;
};
struct LedgerRecord {
    Tag tag;
    TimeNs time_ns;
    LedgerKind kind;
    std::uint32_t where;
    OrderId order_id;
    int128 cash;
    std::int64_t quantity;
};
#pragma pack(pop)
static_assert(sizeof(OrderRecord) == 20 && sizeof(RequestRecord) == 89 && sizeof(AmendedRecord) == 24);
static_assert(sizeof(FillRecord) == 55 && sizeof(LedgerRecord) == 46);

/// Writes a record where the stream goes on: built elsewhere first, its copy would wait for its fields.
template <class Record, class... Fields>
void add(Hasher& hasher, const Fields&... fields) {
    ::new (hasher.room(sizeof(Record))) Record{fields...};
}

}  // namespace

void ResultHasher::on_order(const Order& order, const OrderUpdate& update) {
    add<OrderRecord>(hasher_, Tag::kOrder, update.order_id, update.time_ns, update.from, update.to, update.reason);
    const OrderRequest& request = order.request;
    if (update.from == update.to) {
        add<AmendedRecord>(hasher_, request.quantity.count, request.limit_price.count, request.stop_price.count);
    }
    if (update.from != OrderStatus::kCreated) return;
    add<RequestRecord>(hasher_, request.instrument, request.side, request.type, request.time_in_force,
                       request.quantity.count, request.limit_price.count, request.stop_price.count,
                       request.trail_amount.count, request.trail_share.count, request.limit_offset.count,
                       request.display.count, request.expire_ns, request.parent, request.oco, request.post_only,
                       request.reduce_only);
}

void ResultHasher::on_fill(const Fill& fill) {
    add<FillRecord>(hasher_, Tag::kFill, fill.order_id, fill.time_ns, fill.instrument, fill.side, fill.liquidity,
                    fill.price.count, fill.quantity.count, fill.fee.count);
}

void ResultHasher::on_ledger(const LedgerEntry& entry) {
    const std::uint32_t where = entry.kind == LedgerKind::kTransfer ? entry.asset : entry.instrument;
    add<LedgerRecord>(hasher_, Tag::kLedger, entry.time_ns, entry.kind, where, entry.order_id, entry.cash.count,
                      entry.quantity.count);
}

Digest ResultHasher::finish(std::span<const Money> balances, std::span<const FinalBalance> instruments) {
    hasher_.u8(static_cast<std::uint8_t>(Tag::kFinish));
    hasher_.i128(balances.front().count);
    hasher_.u32(static_cast<std::uint32_t>(instruments.size()));
    for (const FinalBalance& left : instruments) {
        hasher_.i64(left.position.count);
        hasher_.u8(static_cast<std::uint8_t>(left.scale.price_decimals));
        hasher_.u8(static_cast<std::uint8_t>(left.scale.quantity_decimals));
    }
    const auto further = balances.subspan(1);
    if (!further.empty()) hasher_.u32(static_cast<std::uint32_t>(further.size()));
    for (const Money& balance : further) hasher_.i128(balance.count);
    return hasher_.digest();
}

}  // namespace ct::analyzers

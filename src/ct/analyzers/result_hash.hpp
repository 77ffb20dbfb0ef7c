#pragma once

#include <cstdint>
#include <span>

#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/money.hpp"
#include "ct/core/observer.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"

namespace ct::analyzers {

/// What a run leaves of one instrument, and the decimals its numbers count in.
struct FinalBalance {
    Quantity position;
    Scale scale;
};

/// The result hash: XXH3-128 over everything a run did, in event order. Two runs with the same hash placed the same
/// orders, got the same fills and ended with the same money. Nothing of the wall clock, paths, threads or batch size,
/// and no statistic, is in it.
///
/// The stream, little-endian, version 2 (any change of it raises kVersion and every golden hash):
///   start       u32 version
///   order       u8 1, u64 order id, i64 time_ns, u8 from, u8 to, u8 reason;
///               if `from` is created, also u32 instrument, u8 side, u8 type, u8 time in force, i64 quantity,
///               i64 limit price, i64 stop price, i64 trail amount, i64 trail share, i64 limit offset, i64 display,
///               i64 expire_ns, u64 parent, u64 oco, u8 post only, u8 reduce only;
///               if `from` and `to` are the same, also i64 quantity, i64 limit price, i64 stop price
///   fill        u8 2, u64 order id, i64 time_ns, u32 instrument, u8 side, u8 liquidity, i64 price, i64 quantity,
///               i128 fee
///   ledger      u8 3, i64 time_ns, u8 kind, u32 instrument (of a transfer the asset), u64 order id, i128 cash,
///               i64 quantity
///   finish      u8 4, i128 balance of the first asset, u32 number of instruments,
///               for each i64 position, u8 price decimals, u8 quantity decimals;
///               of an account with more balances also u32 their number, for each i128 balance
/// Prices and quantities are counts of 10^-decimals, money of 10^-18; enumerations have the values of their
/// declarations.
class ResultHasher : public Observer {
  public:
    static constexpr std::uint32_t kVersion = 2;

    ResultHasher() { hasher_.u32(kVersion); }

    [[nodiscard]] bool listens_to(Notice notice) const override {
        return notice != Notice::kEquity && notice != Notice::kRisk;
    }
    void on_order(const Order& order, const OrderUpdate& update) override;
    void on_fill(const Fill& fill) override;
    void on_ledger(const LedgerEntry& entry) override;

    /// Ends the stream with the balances of the account and what is left of all instruments, in their order. Call it
    /// once. Requires: a balance.
    [[nodiscard]] Digest finish(std::span<const Money> balances, std::span<const FinalBalance> instruments);

  private:
    Hasher hasher_;
};

}  // namespace ct::analyzers

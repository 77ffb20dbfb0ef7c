#pragma once

#include <cstdint>
#include <span>

#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/time.hpp"

namespace ct {

/// An order went from one status to another. With the same status twice it has other values from now on (kReplaced,
/// kOco), or a change was refused for another reason.
struct OrderUpdate {
    OrderId order_id = 0;
    TimeNs time_ns = 0;
    OrderStatus from = OrderStatus::kCreated;
    OrderStatus to = OrderStatus::kCreated;
    Reason reason = Reason::kNone;
    Quantity filled;  ///< at that moment: the order may be further when this is told
};

/// The level that a working order waits at has moved.
struct LevelMove {
    OrderId order_id = 0;
    TimeNs time_ns = 0;
    Price from;  ///< where it waited until then
};

/// A wish of the strategy to be called at a time.
struct Timer {
    std::uint64_t id = 0;
    TimeNs due_ns = 0;
};

enum class LedgerKind : std::uint8_t { kTransfer, kFill, kFee };

/// The only thing that changes money and positions.
struct LedgerEntry {
    TimeNs time_ns = 0;
    LedgerKind kind = LedgerKind::kTransfer;
    InstrumentIndex instrument = 0;
    OrderId order_id = 0;
    Money cash;            ///< change of the quote balance, of a transfer that of the asset
    Quantity quantity;     ///< change of the position
    AssetIndex asset = 0;  ///< of a transfer
};

/// The account's worth after each of some consecutive steps: columns of equal length, doubles because they are
/// statistics.
struct EquityPoints {
    std::span<const TimeNs> time_ns;  ///< step times (bar closes)
    std::span<const double> equity;
    std::span<const double> exposure;  ///< sum of |position| x close
    std::span<const double> cash;      ///< of the quote asset of the first instrument
};

}  // namespace ct

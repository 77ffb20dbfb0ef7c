#include "ct/account/ledger.hpp"

#include <array>

#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct {

Result<std::array<LedgerEntry, 2>> ledger_entries(const Fill& fill, const Scale& scale, TimeNs booked_ns) {
    const auto value = notional(fill.price, fill.quantity, scale);
    if (!value) return fail(value);
    const bool buy = fill.side == Side::kBuy;
    return std::array{
        LedgerEntry{booked_ns, LedgerKind::kFill, fill.instrument, fill.order_id, buy ? -*value : *value,
                    buy ? fill.quantity : -fill.quantity},
        LedgerEntry{booked_ns, LedgerKind::kFee, fill.instrument, fill.order_id, -fill.fee, Quantity{}},
    };
}

}  // namespace ct

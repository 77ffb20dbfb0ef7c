#pragma once

#include <array>

#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/money.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct {

/// What a fill changes: its notional against the position, then its fee. Errors: kOverflow.
Result<std::array<LedgerEntry, 2>> ledger_entries(const Fill& fill, const Scale& scale, TimeNs booked_ns);

}  // namespace ct

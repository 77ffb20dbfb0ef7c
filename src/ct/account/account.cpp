#include "ct/account/account.hpp"

#include <cassert>
#include <cstddef>
#include <span>

#include <fmt/format.h>

#include "ct/core/event.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"

namespace ct {

Result<void> Account::book(const LedgerEntry& entry) {
    const auto cash = add(cash_, entry.cash);
    if (!cash) return fail(cash);
    Quantity& position = positions_[entry.instrument];
    Quantity changed;
    if (__builtin_add_overflow(position.count, entry.quantity.count, &changed.count)) {
        return fail(ErrorCode::kOverflow, fmt::format("the position of order {} does not fit 64 bits", entry.order_id));
    }
    cash_ = *cash;
    position = changed;
    return {};
}

Result<Money> equity(const Account& account, std::span<const Price> marks, std::span<const Instrument> instruments) {
    assert(marks.size() == account.positions().size() && instruments.size() == marks.size());
    Result<Money> total = account.cash();
    for (std::size_t i = 0; i < marks.size() && total; ++i) {
        if (account.positions()[i].count == 0) continue;
        const auto value = notional(marks[i], account.positions()[i], instruments[i].scale);
        if (!value) return fail(value);
        total = add(*total, *value);
    }
    return total;
}

}  // namespace ct

#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ct/core/event.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"

namespace ct {

/// Cash in one quote asset and a position in each instrument of a run. Only ledger entries change it.
/// This is the `simple` kind: positions may be short, nothing is reserved.
class Account {
  public:
    explicit Account(std::size_t instruments) : positions_(instruments) {}

    /// Applies an entry. Errors: kOverflow, and then nothing has changed.
    Result<void> book(const LedgerEntry& entry);

    [[nodiscard]] const Money& cash() const { return cash_; }
    [[nodiscard]] Quantity position(InstrumentIndex instrument) const { return positions_[instrument]; }
    [[nodiscard]] std::span<const Quantity> positions() const { return positions_; }

  private:
    Money cash_;
    std::vector<Quantity> positions_;
};

/// Cash plus every position at its mark, exact. Requires: as many marks and instruments as positions. Errors:
/// kOverflow.
Result<Money> equity(const Account& account, std::span<const Price> marks, std::span<const Instrument> instruments);

}  // namespace ct

#pragma once

#include <vector>

#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"

namespace ct {

/// What is held of one instrument and what it has earned. Cost, value and quantity have one sign: a short's are
/// negative. Fees are not in it.
struct Holding {
    Quantity quantity;
    Money cost;      ///< what the quantity was entered for
    Money realised;  ///< what the closed part of it earned
    Price mark;      ///< the last price, zero before the first
    Money value;     ///< the quantity at the mark
};

/// The entry price of what is held, half to even at 10^-18. Requires: a quantity. Errors: kOverflow.
Result<Money> average_price(const Holding& holding, const Scale& scale);
/// What the held quantity would earn at the mark. Errors: kOverflow.
Result<Money> unrealised(const Holding& holding);

/// The holdings of a run, kept fill by fill and price by price. Exact: realised + unrealised of all is what cash plus
/// positions have changed by, fees aside. The cost of a part that is closed is rounded toward zero at 10^-18; what is
/// held keeps the rest, so that nothing is lost.
class PositionBook {
  public:
    explicit PositionBook(std::vector<Scale> scales);

    /// Errors: kOverflow, and then the book must not be used any more.
    Result<void> fill(const Fill& fill);
    Result<void> mark(InstrumentIndex instrument, Price price);

    [[nodiscard]] const Holding& at(InstrumentIndex instrument) const { return holdings_[instrument]; }
    /// All holdings at their marks.
    [[nodiscard]] const Money& value() const { return value_; }

  private:
    Result<void> enter(Holding& holding, Quantity quantity, Price price, const Scale& scale);
    Result<void> leave(Holding& holding, Quantity quantity, Price price, const Scale& scale);
    Result<void> revalue(Holding& holding, const Scale& scale);

    std::vector<Scale> scales_;
    std::vector<Holding> holdings_;
    Money value_;
};

}  // namespace ct

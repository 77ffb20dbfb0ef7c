#pragma once

#include <optional>

#include "ct/account/account.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"

namespace ct::risk {

/// A business no.
struct Rejection {
    Reason reason = Reason::kNone;
    Money needed;
    Money available;
};

/// What the rules may look at.
struct Situation {
    const Account& account;
    const Instrument& instrument;  ///< of the order
    FeeSchedule fees;
    std::optional<Price> last_price;  ///< the instrument's last close, none before its first bar
};

/// One check of an order before it leaves.
class Rule {
  public:
    Rule() = default;
    Rule(const Rule&) = delete;
    Rule& operator=(const Rule&) = delete;
    virtual ~Rule() = default;

    /// None when the order may pass. Errors: kOverflow.
    [[nodiscard]] virtual Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                                 const Situation& situation) const = 0;
};

}  // namespace ct::risk

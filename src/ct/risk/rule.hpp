#pragma once

#include <optional>

#include "ct/account/account.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::risk {

class Books;

/// A business no, or a "not so much".
struct Rejection {
    Reason reason = Reason::kNone;
    Money needed;     ///< of insufficient cash in the quote asset, of an insufficient position in the base asset
    Money available;  ///< likewise
    Finding finding;
    Quantity allowed;  ///< how much of the order may pass; zero: nothing
};

/// What the rules may look at.
struct Situation {
    const Account& account;
    const Instrument& instrument;  ///< of the order
    FeeSchedule fees;
    std::optional<Price> last_price;  ///< the instrument's last close, none before its first bar
    TimeNs now_ns = 0;
    Timeframe timeframe;               ///< of the bars that the instrument fills and marks on
    const Books* books = nullptr;      ///< there for a pipeline that keeps_books()
    const Filters* filters = nullptr;  ///< of the instrument's market, if the run has them
    OrderId changes = 0;               ///< the working order that gets these values, if it is no new one
};

/// One check of an order before it leaves. Rules have no clock: time is that of the events.
class Rule {
  public:
    Rule() = default;
    Rule(const Rule&) = delete;
    Rule& operator=(const Rule&) = delete;
    virtual ~Rule() = default;

    /// None when the order may pass. Errors: kOverflow.
    [[nodiscard]] virtual Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                                 const Situation& situation) const = 0;
    /// All rules have let an order pass, at least a part of it. `asked` is the whole.
    virtual void passed(const OrderRequest& /*asked*/, TimeNs /*now_ns*/) {}
    /// The account's worth after the market data of a step, and once before the first. Errors: kOverflow.
    virtual Result<void> watch(TimeNs /*now_ns*/, const Money& /*equity*/) { return {}; }
};

}  // namespace ct::risk

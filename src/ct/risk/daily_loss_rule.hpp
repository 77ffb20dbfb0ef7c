#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

/// Once the equity of a step lies so far below that of the UTC day's start, orders only reduce positions until the next
/// midnight. A day starts with the equity of the last step at or before its midnight. Event time: on daily bars each
/// step is a midnight, and no day has a loss.
class DailyLossRule : public Rule {
  public:
    DailyLossRule(std::optional<Money> amount, std::optional<Rate> equity_share)
        : amount_(amount), equity_share_(equity_share) {}
    /// Errors: kInvalidArgument.
    static Result<std::unique_ptr<Rule>> make(SettingsReader& reader);

    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                         const Situation& situation) const override;
    Result<void> watch(TimeNs now_ns, const Money& equity) override;

  private:
    Result<void> start_day(const Money& equity);

    std::optional<Money> amount_;
    std::optional<Rate> equity_share_;
    std::optional<std::int64_t> day_;  ///< days since 1970
    Money start_;                      ///< equity at its start
    Money most_;                       ///< the tighter of the limits on this day
    Money loss_;                       ///< the loss that stopped it
    Money last_;                       ///< equity of the last step
    bool stopped_ = false;
};

}  // namespace ct::risk

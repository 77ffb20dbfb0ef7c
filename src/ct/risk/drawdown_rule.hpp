#pragma once

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

/// Once the equity of a step lies this share below its peak, orders only reduce positions for the rest of the run.
class DrawdownRule : public Rule {
  public:
    explicit DrawdownRule(Rate most) : most_(most) {}
    /// Errors: kInvalidArgument.
    static Result<std::unique_ptr<Rule>> make(SettingsReader& reader);

    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                         const Situation& situation) const override;
    Result<void> watch(TimeNs now_ns, const Money& equity) override;

  private:
    Rate most_;
    std::optional<Money> peak_;
    Money floor_;  ///< below the peak by the limit
    Money worst_;  ///< the equity that stopped the run
    bool stopped_ = false;
};

}  // namespace ct::risk

#pragma once

#include <optional>

#include "ct/core/kill_switch.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

/// Once the switch is pulled, orders only reduce positions. Cancels always pass: they are no orders.
class KillSwitchRule : public Rule {
  public:
    explicit KillSwitchRule(const KillSwitch& kill_switch) : switch_(&kill_switch) {}
    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                         const Situation& situation) const override;

  private:
    const KillSwitch* switch_;
};

}  // namespace ct::risk

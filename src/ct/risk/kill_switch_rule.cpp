#include "ct/risk/kill_switch_rule.hpp"

#include <optional>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/reduce_only.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

Result<std::optional<Rejection>> KillSwitchRule::check(const OrderRequest& order, const Situation& situation) const {
    if (!switch_->is_pulled()) return std::nullopt;
    return reduce_only(order, situation, Reason::kKillSwitch, {.what = "the kill switch is pulled"});
}

}  // namespace ct::risk

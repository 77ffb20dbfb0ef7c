#include "ct/risk/duplicate_orders_rule.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

namespace {

bool same(const OrderRequest& a, const OrderRequest& b) {
    return a.instrument == b.instrument && a.side == b.side && a.type == b.type && a.quantity == b.quantity &&
           a.limit_price == b.limit_price && a.stop_price == b.stop_price && a.time_in_force == b.time_in_force;
}

}  // namespace

Result<std::unique_ptr<Rule>> DuplicateOrdersRule::make(SettingsReader& reader) {
    const auto window_ns = reader.duration("window");
    if (!window_ns) reader.refuse("expected window, such as window = \"1s\"");
    if (auto read = reader.finish(); !read) return fail(read);
    return std::make_unique<DuplicateOrdersRule>(*window_ns);
}

Result<std::optional<Rejection>> DuplicateOrdersRule::check(const OrderRequest& order,
                                                            const Situation& situation) const {
    for (std::size_t ago = 1; ago <= std::min(count_, kRemembered); ++ago) {
        const Passed& passed = passed_[(count_ - ago) % kRemembered];
        const TimeNs age_ns = situation.now_ns - passed.time_ns;
        if (age_ns >= window_ns_) break;
        if (!same(passed.request, order)) continue;
        return Rejection{.reason = Reason::kDuplicateOrders,
                         .finding = {"the time since an equal order", Finding::Unit::kTime, age_ns, window_ns_}};
    }
    return std::nullopt;
}

void DuplicateOrdersRule::passed(const OrderRequest& asked, TimeNs now_ns) {
    passed_[count_ % kRemembered] = {asked, now_ns};
    ++count_;
}

}  // namespace ct::risk

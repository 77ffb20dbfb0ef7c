#include "ct/risk/drawdown_rule.hpp"

#include <memory>
#include <optional>

#include "ct/core/decimal.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/reduce_only.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

Result<std::unique_ptr<Rule>> DrawdownRule::make(SettingsReader& reader) {
    const auto most = reader.share("share");
    if (!most) reader.refuse("expected share, such as share = 0.15");
    if (auto read = reader.finish(); !read) return fail(read);
    return std::make_unique<DrawdownRule>(*most);
}

Result<std::optional<Rejection>> DrawdownRule::check(const OrderRequest& order, const Situation& situation) const {
    if (!stopped_) return std::nullopt;
    return reduce_only(order, situation, Reason::kDrawdown,
                       {"the fall from the peak equity", Finding::Unit::kQuote, peak_->count - worst_.count,
                        peak_->count - floor_.count});
}

Result<void> DrawdownRule::watch(TimeNs /*now_ns*/, const Money& equity) {
    if (stopped_) return {};
    if (!peak_ || equity > *peak_) {
        const auto most = multiply(equity, most_, Rounding::kDown);
        if (!most) return fail(most);
        peak_ = equity;
        floor_ = {equity.count - most->count};
    }
    // The peak is the cash of the start or more, so the floor lies below it.
    stopped_ = equity <= floor_;
    worst_ = equity;
    return {};
}

}  // namespace ct::risk

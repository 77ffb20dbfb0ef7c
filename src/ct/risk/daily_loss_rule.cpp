#include "ct/risk/daily_loss_rule.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>

#include "ct/core/decimal.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/reduce_only.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

Result<std::unique_ptr<Rule>> DailyLossRule::make(SettingsReader& reader) {
    const auto amount = reader.amount("amount");
    const auto equity_share = reader.share("equity_share");
    if (!amount && !equity_share) reader.refuse("expected amount, equity_share or both");
    if (auto read = reader.finish(); !read) return fail(read);
    return std::make_unique<DailyLossRule>(amount, equity_share);
}

Result<std::optional<Rejection>> DailyLossRule::check(const OrderRequest& order, const Situation& situation) const {
    if (!stopped_) return std::nullopt;
    return reduce_only(order, situation, Reason::kDailyLoss,
                       {"the day's loss", Finding::Unit::kQuote, loss_.count, most_.count});
}

Result<void> DailyLossRule::watch(TimeNs now_ns, const Money& equity) {
    const std::int64_t day = floor_div(now_ns, kNsPerDay);
    if (day != day_) {
        // A step at midnight ends the old day and starts the new one.
        const bool midnight = now_ns == day * kNsPerDay;
        if (auto started = start_day(day_ && !midnight ? last_ : equity); !started) return started;
        day_ = day;
    }
    last_ = equity;
    if (stopped_) return {};
    const auto loss = subtract(start_, equity);
    if (!loss) return fail(loss);
    loss_ = *loss;
    stopped_ = loss_ >= most_;
    return {};
}

/// The limit counts from the money there is; with none left the day is over at once.
Result<void> DailyLossRule::start_day(const Money& equity) {
    start_ = equity;
    stopped_ = false;
    if (amount_) most_ = *amount_;
    if (!equity_share_) return {};
    const auto share = multiply({std::max<int128>(equity.count, 0)}, *equity_share_, Rounding::kDown);
    if (!share) return fail(share);
    most_ = amount_ ? std::min(*amount_, *share) : *share;
    return {};
}

}  // namespace ct::risk

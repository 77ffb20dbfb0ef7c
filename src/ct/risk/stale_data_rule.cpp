#include "ct/risk/stale_data_rule.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>

#include "ct/core/int128.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/books.hpp"
#include "ct/risk/reduce_only.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

Result<std::unique_ptr<Rule>> StaleDataRule::make(SettingsReader& reader) {
    constexpr std::uint32_t kMostBars = 1'000'000;
    const auto bars = reader.count("bars", kMostBars);
    const auto age_ns = reader.duration("age");
    if (!bars && !age_ns) reader.refuse("expected bars, age or both");
    if (auto read = reader.finish(); !read) return fail(read);
    return std::make_unique<StaleDataRule>(bars, age_ns);
}

Result<std::optional<Rejection>> StaleDataRule::check(const OrderRequest& order, const Situation& situation) const {
    int128 most = std::numeric_limits<TimeNs>::max();
    if (bars_) most = std::min(most, int128{*bars_} * situation.timeframe.duration_ns());
    if (age_ns_) most = std::min<int128>(most, *age_ns_);
    const int128 age = int128{situation.now_ns} - situation.books->at(order.instrument).last_bar_ns;
    if (age <= most) return std::nullopt;
    return reduce_only(order, situation, Reason::kStaleData,
                       {"the age of the last bar", Finding::Unit::kTime, age, most});
}

}  // namespace ct::risk

#include "ct/risk/order_rate_rule.hpp"

#include <cstdint>
#include <memory>
#include <optional>

#include "ct/core/int128.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

OrderRateRule::OrderRateRule(std::uint32_t orders, TimeNs window_ns) : window_ns_(window_ns), passed_ns_(orders) {}

Result<std::unique_ptr<Rule>> OrderRateRule::make(SettingsReader& reader) {
    constexpr std::uint32_t kMost = 1'000'000;
    const auto orders = reader.count("orders", kMost);
    const auto window_ns = reader.duration("window");
    if (!orders || !window_ns) reader.refuse("expected orders and window, such as orders = 10 and window = \"1s\"");
    if (auto read = reader.finish(); !read) return fail(read);
    return std::make_unique<OrderRateRule>(*orders, *window_ns);
}

Result<std::optional<Rejection>> OrderRateRule::check(const OrderRequest& /*order*/, const Situation& situation) const {
    if (count_ < passed_ns_.size()) return std::nullopt;
    if (situation.now_ns - passed_ns_[oldest_] >= window_ns_) return std::nullopt;
    const auto most = static_cast<int128>(passed_ns_.size());
    return Rejection{.reason = Reason::kOrderRate,
                     .finding = {"the number of orders in the window", Finding::Unit::kOrders, most + 1, most}};
}

void OrderRateRule::passed(const OrderRequest& /*asked*/, TimeNs now_ns) {
    if (count_ < passed_ns_.size()) {
        passed_ns_[count_++] = now_ns;
        return;
    }
    passed_ns_[oldest_] = now_ns;
    oldest_ = (oldest_ + 1) % passed_ns_.size();
}

}  // namespace ct::risk

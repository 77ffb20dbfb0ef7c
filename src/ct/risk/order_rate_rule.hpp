#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

/// No more than so many orders pass in a window of event time.
class OrderRateRule : public Rule {
  public:
    OrderRateRule(std::uint32_t orders, TimeNs window_ns);
    /// Errors: kInvalidArgument.
    static Result<std::unique_ptr<Rule>> make(SettingsReader& reader);

    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                         const Situation& situation) const override;
    void passed(const OrderRequest& asked, TimeNs now_ns) override;

  private:
    TimeNs window_ns_;
    std::vector<TimeNs> passed_ns_;  ///< a ring of as many times as orders may pass
    std::size_t oldest_ = 0;
    std::size_t count_ = 0;
};

}  // namespace ct::risk

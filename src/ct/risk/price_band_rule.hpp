#pragma once

#include <memory>
#include <optional>

#include "ct/core/order.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

/// A limit or stop price lies no further from the last close than this share of it. Market orders have none.
class PriceBandRule : public Rule {
  public:
    explicit PriceBandRule(Rate share) : share_(share) {}
    /// Errors: kInvalidArgument.
    static Result<std::unique_ptr<Rule>> make(SettingsReader& reader);

    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                         const Situation& situation) const override;

  private:
    Rate share_;
};

}  // namespace ct::risk

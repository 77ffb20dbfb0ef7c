#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"
#include "ct/risk/size_limit.hpp"

namespace ct::risk {

/// No order is larger than the limit, at its limit or stop price or the last close; a larger one is shrunk.
class MaxOrderRule : public Rule {
  public:
    explicit MaxOrderRule(SizeLimit limit) : limit_(std::move(limit)) {}
    /// Errors: kInvalidArgument.
    static Result<std::unique_ptr<Rule>> make(SettingsReader& reader);

    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                         const Situation& situation) const override;

  private:
    SizeLimit limit_;
};

}  // namespace ct::risk

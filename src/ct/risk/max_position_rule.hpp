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

/// No position, long or short, becomes larger than the limit at the last close, even if every working order of the side
/// fills; an order that would take it there is shrunk. What only reduces passes.
class MaxPositionRule : public Rule {
  public:
    explicit MaxPositionRule(SizeLimit limit) : limit_(std::move(limit)) {}
    /// Errors: kInvalidArgument.
    static Result<std::unique_ptr<Rule>> make(SettingsReader& reader);

    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                         const Situation& situation) const override;

  private:
    SizeLimit limit_;
};

}  // namespace ct::risk

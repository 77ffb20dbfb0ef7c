#pragma once

#include <memory>
#include <optional>

#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

/// An amount of the reporting asset, a share of the equity, or both: then the smaller.
struct ExposureLimit {
    std::optional<Money> notional;
    std::optional<Rate> share;
};

struct ExposureLimits {
    ExposureLimit asset;
    ExposureLimit venue;
    ExposureLimit total;
};

/// The sum of |position| x last close, every working order counted as filled where that makes it more, stays within a
/// limit: of one base asset, of one venue and of all. An order that would add too much is shrunk; one that adds nothing
/// passes. A run trades on one venue, so its limit and the total's hold for the same sum.
class MaxExposureRule : public Rule {
  public:
    explicit MaxExposureRule(const ExposureLimits& limits) : limits_(limits) {}
    /// Errors: kInvalidArgument.
    static Result<std::unique_ptr<Rule>> make(SettingsReader& reader);

    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                         const Situation& situation) const override;

  private:
    ExposureLimits limits_;
};

}  // namespace ct::risk

#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

/// An order that is the same in everything as one that passed a moment ago is a slip. It remembers the last kRemembered
/// orders.
class DuplicateOrdersRule : public Rule {
  public:
    static constexpr std::size_t kRemembered = 256;

    explicit DuplicateOrdersRule(TimeNs window_ns) : window_ns_(window_ns) {}
    /// Errors: kInvalidArgument.
    static Result<std::unique_ptr<Rule>> make(SettingsReader& reader);

    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                         const Situation& situation) const override;
    void passed(const OrderRequest& asked, TimeNs now_ns) override;

  private:
    struct Passed {
        OrderRequest request;
        TimeNs time_ns = 0;
    };
    TimeNs window_ns_;
    std::array<Passed, kRemembered> passed_;  ///< a ring
    std::size_t count_ = 0;                   ///< of all that passed
};

}  // namespace ct::risk

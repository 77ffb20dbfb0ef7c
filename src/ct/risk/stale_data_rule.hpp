#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

/// The instrument's last bar closed no longer ago than so many of its timeframe, or than a time; else orders only
/// reduce positions.
class StaleDataRule : public Rule {
  public:
    StaleDataRule(std::optional<std::uint32_t> bars, std::optional<TimeNs> age_ns) : bars_(bars), age_ns_(age_ns) {}
    /// Errors: kInvalidArgument.
    static Result<std::unique_ptr<Rule>> make(SettingsReader& reader);

    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                         const Situation& situation) const override;

  private:
    std::optional<std::uint32_t> bars_;
    std::optional<TimeNs> age_ns_;
};

}  // namespace ct::risk

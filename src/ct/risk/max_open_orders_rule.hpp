#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

/// No more orders work at once, in the run and of one symbol.
class MaxOpenOrdersRule : public Rule {
  public:
    MaxOpenOrdersRule(std::optional<std::uint32_t> total, std::optional<std::uint32_t> of_symbol)
        : total_(total), of_symbol_(of_symbol) {}
    /// Errors: kInvalidArgument.
    static Result<std::unique_ptr<Rule>> make(SettingsReader& reader);

    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                         const Situation& situation) const override;

  private:
    std::optional<std::uint32_t> total_;
    std::optional<std::uint32_t> of_symbol_;
};

}  // namespace ct::risk

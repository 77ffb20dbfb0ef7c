#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

/// Only symbols of the allow list, if there is one, and none of the block list.
class SymbolsRule : public Rule {
  public:
    SymbolsRule(std::vector<std::string> allow, std::vector<std::string> block)
        : allow_(std::move(allow)), block_(std::move(block)) {}
    /// Errors: kInvalidArgument.
    static Result<std::unique_ptr<Rule>> make(SettingsReader& reader);

    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& order,
                                                         const Situation& situation) const override;

  private:
    std::vector<std::string> allow_;
    std::vector<std::string> block_;
};

}  // namespace ct::risk

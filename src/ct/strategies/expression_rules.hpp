#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/expr/plan.hpp"
#include "ct/strategies/expression_definition.hpp"
#include "ct/strategies/registry.hpp"
#include "ct/strategies/size.hpp"

namespace ct::strategies {

/// Where a root of the plan stands.
using RootIndex = std::size_t;

/// How far from an entry an order waits that guards it. Its number is evaluated at the bar of the entry's signal.
struct GuardRule {
    enum class Kind : std::uint8_t { kPercent, kDistance, kPrice };
    Kind kind = Kind::kPercent;
    RootIndex root = 0;
};

/// So large that a move of the root's number against it, or to its stop-loss, costs this share of the equity.
struct RiskSize {
    double share = 0;
    std::optional<RootIndex> distance;
};

/// A definition, checked and compiled.
struct ExpressionRules {
    expr::Plan plan;
    // Roots of the plan, conditions. A condition that is not given is false.
    static constexpr RootIndex kEntry = 0;
    static constexpr RootIndex kExit = 1;
    static constexpr RootIndex kShortEntry = 2;
    static constexpr RootIndex kShortExit = 3;

    bool shorts = false;
    std::variant<OrderSize, RiskSize> size;
    std::optional<GuardRule> stop_loss;
    std::optional<GuardRule> take_profit;
    std::optional<GuardRule> trailing_stop;
    std::vector<std::string> symbols;  ///< none: all
    std::size_t cooldown = 0;
    std::size_t warm_up = 0;
    std::string name;
    std::vector<std::pair<std::string, std::string>> shown;  ///< what the strategy is, for results and hashes
    std::vector<std::string> warnings;                       ///< of conditions that can never be true and the like
};

/// Checks a definition; `given` are values of its parameters, as expressions of constants ("10"). Errors:
/// kInvalidArgument naming the field and the column.
Result<ExpressionRules> compile(const ExpressionDefinition& definition, const Parameters& given = {});

}  // namespace ct::strategies

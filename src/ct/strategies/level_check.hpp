#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ct/expr/graph.hpp"
#include "ct/strategies/expression_rules.hpp"

namespace ct::strategies {

/// What the number of a field is for.
enum class LevelUse : std::uint8_t { kStopLoss, kTakeProfit, kTrailingStop, kRisk };

/// A number that says where orders wait or what is risked, and the text that a person wrote for it.
struct Level {
    LevelUse use = LevelUse::kStopLoss;
    GuardRule::Kind kind = GuardRule::Kind::kDistance;
    expr::NodeId number = 0;
    std::string_view text;
};

/// Why a level cannot be what it is meant to be: a price in place of a distance or the other way round, never above
/// zero. Empty when nothing is seen.
std::string fault_of(const expr::Graph& graph, const Level& level);

/// What may not be meant, such as a distance of 5 where 5 % is; empty when nothing is seen.
std::string doubt_of(const expr::Graph& graph, const Level& level);

}  // namespace ct::strategies

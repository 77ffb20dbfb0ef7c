#include "ct/strategies/level_check.hpp"

#include <cmath>
#include <string>

#include <fmt/format.h>

#include "ct/expr/graph.hpp"
#include "ct/expr/price_share.hpp"
#include "ct/expr/ranges.hpp"
#include "ct/strategies/expression_rules.hpp"

namespace ct::strategies {

namespace {

constexpr double kPercent = 100;

/// More than half of a price is meant as a price, `close * 0.97`; less of one as a distance, `close * 0.03`.
constexpr double kLeastShareOfPrice = 0.5;

std::string no_distance(const Level& level) {
    if (level.kind == GuardRule::Kind::kPercent) return "this is a price, not a percentage: expected one such as 3%";
    if (level.use == LevelUse::kTrailingStop) {
        return "this is a price, not a distance: expected how far the stop follows the price, 3% or 2 * atr(14)";
    }
    if (level.use == LevelUse::kRisk) {
        return "this is a price, not a distance: expected how far the price may move against the position, such as "
               "2 * atr(14)";
    }
    return fmt::format("this is a price, not a distance; write 'at {}' for the price, 3% or 2 * atr(14) for a distance",
                       level.text);
}

}  // namespace

std::string fault_of(const expr::Graph& graph, const Level& level) {
    const expr::Range range = expr::range_of(graph, level.number);
    const bool is_price = level.kind == GuardRule::Kind::kPrice;
    const bool is_constant = graph.is_constant(level.number);
    if (range.most <= 0) return is_constant ? "expected a number above 0" : "this is never above 0";
    const auto share = expr::price_share(graph, level.number);
    if (!is_price && share && std::fabs(*share) >= kLeastShareOfPrice) return no_distance(level);
    if (is_price && !is_constant && share && std::fabs(*share) < kLeastShareOfPrice) {
        return "this is no price; leave out 'at' for a distance from the entry price, or write a price such as "
               "'at close - 2 * atr(14)'";
    }
    const bool to_zero = level.kind == GuardRule::Kind::kPercent && level.use != LevelUse::kTakeProfit;
    if (to_zero && range.least >= kPercent) return "expected less than 100 %, at which the price would be 0";
    return "";
}

std::string doubt_of(const expr::Graph& graph, const Level& level) {
    if (level.kind != GuardRule::Kind::kDistance || level.use == LevelUse::kRisk) return "";
    if (!graph.is_constant(level.number)) return "";
    const double distance = graph.node(level.number).value;
    if (distance >= kPercent) return "";
    return fmt::format("a distance of {0} in the quote asset; {0} % of the price is written {0}%", distance);
}

}  // namespace ct::strategies

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"
#include "ct/strategies/expression_rules.hpp"
#include "ct/strategies/expression_values.hpp"
#include "ct/strategies/missed_entries.hpp"

namespace ct::strategies {

/// The orders that guard a position: stop-loss, take-profit and trailing stop. They wait for the entry, so that they
/// are there from the moment it fills, and what one of them fills the others lose.
class PositionGuards {
  public:
    /// What the rules say at the current bar for an entry at about `price`. Nothing when a number is unknown or a level
    /// lies on the wrong side of the price: such an entry is not taken, and counted as missed. Errors: kOverflow.
    static Result<std::optional<PositionGuards>> measure(const engine::Context& ctx, const ExpressionRules& rules,
                                                         const ExpressionValues& values, InstrumentIndex instrument,
                                                         Side entry, double price, MissedEntries& missed);

    /// Sends them behind the entry.
    void place(engine::Context& ctx, OrderId entry);
    /// Measures those that lie at a percentage or a distance from the price at which the entry filled. Errors:
    /// kOverflow.
    Result<void> move(engine::Context& ctx, double entry_price);
    /// Asks to cancel those that still work; true when there were any.
    bool cancel(engine::Context& ctx) const;
    /// How far the stop-loss lies from a price. Requires: there is one.
    [[nodiscard]] double stop_distance(double price) const;

  private:
    enum Index : std::size_t { kStop, kTarget, kTrail };
    struct Guard {
        std::optional<GuardRule::Kind> kind;  ///< none: there is no such guard
        double number = 0;                    ///< what its expression said
        double level = 0;                     ///< where it lies, as measured last; of a trailing one its distance
        OrderId id = 0;
    };

    /// 1 long, -1 short.
    [[nodiscard]] double direction() const { return entry_side_ == Side::kBuy ? 1.0 : -1.0; }
    [[nodiscard]] double level_of(Index index, const Guard& guard, double price) const;
    /// Why a guard cannot be placed, as MissedEntries has it; empty when it can.
    [[nodiscard]] std::string_view fault_of(Index index, const Guard& guard, double price) const;
    Result<void> set_price(const engine::Context& ctx, Index index, OrderRequest& request) const;

    InstrumentIndex instrument_ = 0;
    Side entry_side_ = Side::kBuy;
    std::array<Guard, 3> guards_;
};

}  // namespace ct::strategies

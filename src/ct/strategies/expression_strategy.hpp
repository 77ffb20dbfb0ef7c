#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ct/account/position_book.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/strategies/expression_rules.hpp"
#include "ct/strategies/expression_values.hpp"
#include "ct/strategies/missed_entries.hpp"
#include "ct/strategies/position_guards.hpp"

namespace ct::strategies {

/// Trades by expressions, each symbol for itself on its finest series: enters at market when flat and the entry holds,
/// turns round when the other entry holds, closes at market when the exit does (docs/expressions.md).
class ExpressionStrategy : public engine::Strategy {
  public:
    explicit ExpressionStrategy(ExpressionRules rules) : rules_(std::move(rules)) {}

    [[nodiscard]] const ExpressionRules& rules() const { return rules_; }
    [[nodiscard]] bool shorts() const override { return rules_.shorts; }
    [[nodiscard]] std::vector<engine::SeriesName> reads(std::span<const engine::SeriesName> given) const override;
    void on_start(engine::Context& ctx) override;
    void on_fill(engine::Context& ctx, const Fill& fill) override;
    void on_bar(engine::Context& ctx, const BarView& bar) override;
    /// Of conditions that can never be true and the like; after the run, of missed entries too.
    [[nodiscard]] std::vector<std::string> warnings() const override;

  private:
    /// What goes on with one symbol.
    struct Seat {
        SeriesIndex series = 0;
        ExpressionValues values;
        std::size_t bars = 0;        ///< so far
        std::size_t entered_at = 0;  ///< the bar in which the position was opened, by that count
        double entry_price = 0;      ///< of the position, or of the last one
        std::size_t left_at = 0;     ///< the bar in which one was closed; 0: none was
        OrderId entry = 0;           ///< the last one; 0: none
        OrderId close = 0;
        PositionGuards guards;  ///< of the last entry
    };
    /// An entry that may be made: its size, and what will guard it.
    struct Entry {
        Quantity quantity;
        PositionGuards guards;
    };

    [[nodiscard]] bool trades(const std::string& symbol) const;
    [[nodiscard]] static bool holds(const Seat& seat, RootIndex condition) { return seat.values[condition] == 1; }
    [[nodiscard]] static PositionValues position_values(const engine::Context& ctx, const Seat& seat,
                                                        const BarView& bar);
    void act(engine::Context& ctx, Seat& seat, InstrumentIndex instrument);
    static void leave(engine::Context& ctx, Seat& seat, InstrumentIndex instrument);
    void enter(engine::Context& ctx, Seat& seat, InstrumentIndex instrument, Side side);
    /// Nothing for an entry that is missed, or when there is no price yet.
    Result<std::optional<Entry>> prepare(engine::Context& ctx, const Seat& seat, InstrumentIndex instrument, Side side);
    Result<std::optional<Quantity>> size(engine::Context& ctx, const Seat& seat, InstrumentIndex instrument,
                                         Price price, const PositionGuards& guards);

    ExpressionRules rules_;
    std::vector<Seat> seats_;  ///< by instrument
    std::optional<PositionBook> book_;
    MissedEntries missed_;
};

}  // namespace ct::strategies

#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include "ct/broker/links.hpp"
#include "ct/broker/matching_rules.hpp"
#include "ct/broker/settlement.hpp"
#include "ct/broker/working_order.hpp"
#include "ct/broker/working_orders.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::broker {

/// Leads the working orders of an instrument through a bar: what expires before it and what arrives for it; the open;
/// the inside, as a range or along a path; the close.
class BarMatcher {
  public:
    /// Borrows all but the rules for its life.
    BarMatcher(const MatchingRules& rules, Settlement& settlement, Links& links, std::vector<Report>& reports)
        : rules_(rules), settlement_(&settlement), links_(&links), reports_(&reports) {}

    /// `is_close`: on-close orders may trade at its close. Errors: kOverflow.
    Result<void> match(WorkingOrders& orders, const BarView& bar, const Scale& scale, bool is_close);
    /// Lets an order trade at a price at once, outside a bar. Errors: kOverflow.
    Result<void> trade(WorkingOrders& orders, Slot slot, Price price, TimeNs now_ns);

  private:
    enum class Moment : std::uint8_t { kOpen, kPath, kOther };
    /// An order that may fill inside a bar of which only the range is known; sorts as they have their turns: stops
    /// first, and what the price meets first on its way in one direction.
    struct Inside {
        bool after_stops = false;
        std::int64_t way = 0;  ///< from the open
        std::uint64_t sequence = 0;
        Slot slot = kNoSlot;
        friend auto operator<=>(const Inside&, const Inside&) = default;
    };

    /// False when the bar concerns no order.
    Result<bool> read(WorkingOrders& orders, const BarView& bar, const Scale& scale);
    void meet();
    void open();
    /// Orders that came by release take their place.
    void put_in_order();
    void range();
    void path();
    void close(bool is_close);
    void expire();

    /// The market stands at a price: whatever is marketable there trades.
    void at_price(Slot slot, Price price);
    /// The bar reaches what the order waits for, if it does, at a moment that is not known.
    void within_range(Slot slot);
    void walk(Price from, Price to);
    void hit(Slot slot, Price price, Price end);
    void trail_all(Price price);
    /// The bar also reaches an order of the same group that waits for the opposite direction.
    [[nodiscard]] bool has_rival(Slot slot) const;
    /// The bar reaches what it waits for. Requires: !is_market().
    [[nodiscard]] bool is_in_bar(const WorkingOrder& order) const;

    void take(Slot slot, Price price);
    /// A resting order fills at its limit while the market stands at a price: what others see of it, or all when the
    /// market goes beyond.
    void make(Slot slot, bool beyond, Price price);
    void fill(Slot slot, Price price, Liquidity liquidity, Quantity most);
    void end(Slot slot, Report::Kind kind, Reason reason);
    /// Orders that were released just now: at the open and on a path the rest of the bar is theirs too, at another
    /// moment they wait for the next bar.
    void admit(Price price);
    /// What is coming is there. True for an order that could not fill before.
    bool grant(Slot slot);
    void grant_all();

    /// Each order has its whole bar, and the end of its time, before the next one has its turn.
    [[nodiscard]] bool one_by_one() const { return rules_.links == LinkRules::kBacktrader; }
    [[nodiscard]] bool can_fill(Slot slot) const { return orders_->works(slot) && (*orders_)[slot].is_released(); }
    [[nodiscard]] bool fills_inside(Slot slot) const;
    /// How much of an order may fill, but for the bar's volume.
    [[nodiscard]] Quantity open_quantity(const WorkingOrder& order) const;
    [[nodiscard]] Price reach(const WorkingOrder& order) const;

    MatchingRules rules_;
    Settlement* settlement_;
    Links* links_;
    std::vector<Report>* reports_;

    // Of the bar at hand.
    WorkingOrders* orders_ = nullptr;
    TimeNs open_ns_ = 0;
    TimeNs close_ns_ = 0;
    Price open_;
    Price high_;
    Price low_;
    Price close_;
    double volume_ = 0;           ///< 0 outside a bar
    Quantity left_;               ///< of the volume that orders may fill
    std::vector<Slot> ready_;     ///< orders that the bar concerns
    std::vector<Inside> inside_;  ///< scratch
    std::vector<Slot> released_;  ///< for which more is coming
    Moment moment_ = Moment::kOther;
    bool expires_ = false;    ///< an order's time is over in this bar
    bool ambiguous_ = false;  ///< of the fill at hand
    std::optional<Error> failure_;
};

}  // namespace ct::broker

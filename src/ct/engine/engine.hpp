#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "ct/account/account.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/core/approved.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/event_source.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/observer.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/records.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/equity_track.hpp"
#include "ct/engine/series_state.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/engine/worth.hpp"
#include "ct/risk/books.hpp"
#include "ct/risk/pipeline.hpp"
#include "ct/risk/rule.hpp"

namespace ct::engine {

/// What a run is assembled from. All of it is borrowed and outlives the engine. A mode is a choice of source and
/// execution.
struct Parts {
    EventSource& source;
    Execution& execution;
    risk::Pipeline& risk;
    Account& account;
    Strategy& strategy;
    std::span<Observer* const> observers;
};

struct Setup {
    std::span<const Instrument> instruments;
    std::span<const Series> series;
    std::span<const Money> balances;    ///< of the account's first assets, booked as the first ledger entries
    std::span<const FeeSchedule> fees;  ///< by instrument: what risk expects and strategies may ask for
    std::span<const Filters> filters;   ///< of the instruments' markets, none: orders are not held to any
    TimeNs start_ns = 0;                ///< the clock during on_start
    /// Strategies see the opens of bars before orders match on them. Requires: all series have one timeframe.
    bool cheat_on_open = false;
    /// Called now and then with the rows so far; false ends the run with kInterrupted. May be empty.
    std::function<bool(std::uint64_t)> progress;
    /// Stand in for the last closes of instruments before their first bar, where something may be owned then: one an
    /// instrument, or none.
    std::span<const Price> start_prices;
};

/// The deterministic event loop. A step is all events of one time, in this order: timers that are due are collected;
/// market data, on which the execution matches; ledger; indicators of all series; callbacks on_order, on_fill,
/// on_timer, then on_bar, the shorter timeframe first; the strategy's wishes -> risk -> execution; equity to the
/// observers.
class Engine {
  public:
    Engine(const Parts& parts, const Setup& setup);
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    /// Runs the source to its end. Errors: those of the source, the execution and the strategy, kOverflow,
    /// kInterrupted.
    Result<void> run();

    [[nodiscard]] std::span<const Order> orders() const { return ctx_.orders(); }
    /// Hands the orders out, at the end of the run.
    [[nodiscard]] Records<Order> take_orders() { return ctx_.orders_.take(); }
    [[nodiscard]] std::map<OrderId, std::string> take_client_ids() { return ctx_.orders_.take_client_ids(); }
    [[nodiscard]] const Context& context() const { return ctx_; }
    [[nodiscard]] std::uint64_t rows() const { return rows_; }
    [[nodiscard]] std::uint64_t blocks() const { return blocks_; }

  private:
    Result<void> start();
    Result<void> deposit();
    Result<void> take(ClosedBars bars);
    Result<void> run_rows(SeriesState& state, const BarBlock& block);
    /// Runs rows whose steps hold nothing but on_bar: most bars of most runs. Ends before a row with a timer or one
    /// that concerns a working order, and after one whose callback made a wish, set a timer or failed. Returns the row
    /// that comes next. Requires: no news.
    std::size_t run_quiet(SeriesState& state, std::size_t row, std::size_t end);
    Result<void> run_timers(TimeNs before_ns);
    Result<void> stop();

    Result<void> step(std::span<SeriesState* const> closed);
    Result<void> show_opens(std::span<SeriesState* const> closed);
    Result<void> match(std::span<SeriesState* const> closed);
    void deliver(std::span<SeriesState* const> closed);
    // The way of orders is in order_routing.cpp.
    struct Cancel {
        OrderId order_id = 0;
    };
    struct Refused {
        OrderId order_id = 0;
    };
    /// What the execution is told when all wishes of a step are decided.
    using Outgoing = std::variant<Approved<Order>, Approved<OrderChange>, Cancel, Refused>;

    Result<void> route();
    Result<void> decide(const Context::Wish& wish);
    Result<void> decide(OrderId id);
    Result<void> decide(OrderChange& change);
    /// An order is refused before it goes out. An entry made in the same step, which it is to close, does not go out
    /// without it.
    Result<void> reject(OrderId id, Reason reason);
    /// Takes an order of this step back, with what waits for it.
    Result<void> recall(OrderId entry);
    /// An order of this step that has passed risk and is not with the execution yet.
    [[nodiscard]] bool is_outgoing(OrderId id) const;
    /// Tells the execution what has been decided, and takes its answers.
    Result<void> send_out();
    Result<void> send(const Outgoing& outgoing);
    /// The account hears of an order that is not as it was.
    Result<void> reserve(OrderId id) { return account_->reserve(id, ctx_.orders()); }
    [[nodiscard]] risk::Situation situation(InstrumentIndex instrument) const;

    Result<void> take_reports();
    Result<void> apply(const Report& report);
    Result<void> apply_fill(const Report& report);
    Result<void> amend(const Report& report);
    Result<void> trail(const Report& report);
    Result<void> refuse(const Report& report);
    Result<void> move(OrderId id, OrderStatus to, TimeNs time_ns, Reason reason);
    void note(const OrderUpdate& update);
    /// Where an order waits; nowhere for one that is not there.
    [[nodiscard]] Price level(OrderId id) const;
    /// Tells where an order waited that waits elsewhere now.
    void tell_level(OrderId id, Price before, TimeNs time_ns);
    Result<void> book(const LedgerEntry& entry);

    /// Takes the close of the bar at hand, or its open, as the instrument's last price.
    void mark(const SeriesState& state, double price);
    /// Shows risk what the account is worth after the market data of a step, if it asks for that.
    Result<void> watch();
    void tell_objections(const Order& order, Quantity asked);
    /// What closes an entry that risk has made smaller is no larger than it.
    void fit_to_parent(Order& order) const;
    /// There are updates or fills to tell in the next step.
    [[nodiscard]] bool has_news() const;
    void collect_timers();
    void track_rows(const SeriesState& state, std::size_t end_row);
    void track_step();
    void flush_equity();
    [[nodiscard]] Result<void> check() const;

    EventSource* source_;
    Execution* execution_;
    risk::Pipeline* risk_;
    Account* account_;
    Strategy* strategy_;
    bool keeps_books_ = false;
    std::vector<Observer*> order_observers_;
    std::vector<Observer*> fill_observers_;
    std::vector<Observer*> ledger_observers_;
    std::vector<Observer*> equity_observers_;
    std::vector<Observer*> risk_observers_;
    std::vector<Observer*> level_observers_;
    Setup setup_;
    Context ctx_;
    risk::Books books_;  ///< kept only if risk asks for it
    std::vector<Outgoing> outgoing_;

    std::vector<SeriesState*> closed_;  ///< series that closed the bars at hand
    SeriesState* in_block_ = nullptr;   ///< the series whose rows are running as steps of their own
    std::size_t tracked_row_ = 0;       ///< row of that block up to which equity was tracked

    std::vector<BarView> bars_;  ///< of the step, for the execution
    std::vector<Report> reports_;
    std::vector<OrderUpdate> updates_;  ///< for the strategy's next callbacks
    std::vector<Fill> fills_;           ///< likewise
    std::vector<Timer> due_;            ///< likewise
    EquityTrack equity_;
    Worth worth_;
    std::uint64_t rows_ = 0;
    std::uint64_t reported_rows_ = 0;
    std::uint64_t blocks_ = 0;
};

}  // namespace ct::engine

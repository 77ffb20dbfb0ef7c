#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ct/account/account.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/engine/chart_indicator.hpp"
#include "ct/engine/line.hpp"
#include "ct/engine/order_store.hpp"
#include "ct/engine/series_state.hpp"
#include "ct/indicators/indicator.hpp"

namespace ct::engine {

/// The ids of a bracket's orders.
struct Bracket {
    OrderId entry = 0;
    OrderId stop = 0;
    OrderId limit = 0;
};

/// The strategy's view of a run and its voice in it: the clock, closed bars, indicators, orders, the portfolio. Orders
/// made in a callback are checked and sent when all callbacks of the step are done. Valid while the run lasts.
class Context {
  public:
    /// The time of the step: a bar is seen at its close.
    [[nodiscard]] TimeNs now_ns() const { return now_ns_; }

    [[nodiscard]] std::span<const Instrument> instruments() const { return instruments_; }
    [[nodiscard]] const Instrument& instrument(InstrumentIndex index) const { return instruments_[index]; }
    /// Where a symbol stands. Errors: kNotFound listing the run's symbols.
    [[nodiscard]] Result<InstrumentIndex> find(std::string_view symbol) const;
    /// Those of the strategy: series of detail data come after them.
    [[nodiscard]] std::size_t series_count() const { return series_count_; }
    [[nodiscard]] const Series& series(SeriesIndex index) const { return series_[index].info; }

    /// The closed bars of a series up to now: at least the last 256, all of them where they lie in memory. Empty before
    /// the first.
    [[nodiscard]] BarColumns bars(SeriesIndex index) const;

    /// Registers an indicator by its registry name on a series, and gives its lines. Its inputs are the bar's fields of
    /// these names; one with a single input reads `field`. Call in on_start.
    /// Errors: kNotFound (the name), kInvalidArgument (parameters, too late, a field for several inputs), kUnsupported
    /// (it reads what bars do not have).
    Result<std::vector<Line>> indicator_lines(SeriesIndex series, std::string_view name,
                                              std::span<const double> parameters, Field field = Field::kClose);
    /// The same for an indicator with a single line. Errors: also kInvalidArgument naming its lines.
    Result<Line> indicator(SeriesIndex series, std::string_view name, std::span<const double> parameters,
                           Field field = Field::kClose);
    Result<Line> indicator(SeriesIndex series, std::string_view name, std::initializer_list<double> parameters,
                           Field field = Field::kClose) {
        return indicator(series, name, std::span<const double>(parameters.begin(), parameters.size()), field);
    }

    /// Registers one that is made already and reads these fields: as many as it has inputs. The name is for messages.
    /// Call in on_start. Errors: kInvalidArgument (too late).
    Result<std::vector<Line>> add_indicator(SeriesIndex series, std::string_view name,
                                            std::unique_ptr<indicators::Indicator> indicator,
                                            std::vector<Field> fields);

    /// Has an indicator drawn by the charts of a series, and returns where it stands among those of it. One that was
    /// registered by its registry name is drawn anyway. Call in on_start.
    std::size_t chart(SeriesIndex series, ChartIndicator indicator);
    [[nodiscard]] const std::vector<ChartIndicator>& charted(SeriesIndex series) const {
        return series_[series].charted;
    }

    /// Makes an order and returns its id at once; the checks come at the end of the step. A trailing order without a
    /// stop price gets one at its distance from the last close. An order with a client id that was used before is not
    /// made again: the id of the first is returned.
    OrderId submit(const OrderRequest& request, std::string_view client_id = {});
    OrderId buy(InstrumentIndex instrument, Quantity quantity) {
        return submit({.instrument = instrument, .side = Side::kBuy, .quantity = quantity});
    }
    OrderId sell(InstrumentIndex instrument, Quantity quantity) {
        return submit({.instrument = instrument, .side = Side::kSell, .quantity = quantity});
    }
    /// An entry, and a stop and a target that wait for it: what one of the two fills, the other loses.
    Bracket bracket(const OrderRequest& entry, Price stop_price, Price limit_price);
    /// A market order that brings the position to zero; none when it is zero.
    std::optional<OrderId> close(InstrumentIndex instrument);
    /// A market order that brings the position to `target`; none when it is there. Working orders do not count.
    std::optional<OrderId> order_target(InstrumentIndex instrument, Quantity target);
    /// The same for a worth in the quote asset, and for a share of the equity, at the last close. The size floors
    /// toward zero. Errors: kInvalidArgument before the first bar and for NaN, kOverflow.
    Result<std::optional<OrderId>> order_target_value(InstrumentIndex instrument, double value);
    Result<std::optional<OrderId>> order_target_percent(InstrumentIndex instrument, double share);
    /// Asks to change a working order in place; zero prices and quantity stay as they are.
    void replace(const OrderChange& change);
    /// Asks to cancel; an order that is not working is left alone.
    void cancel(OrderId id);
    /// Asks to cancel all working orders, those made in this step too, of one instrument or of all.
    void cancel_all(std::optional<InstrumentIndex> instrument = std::nullopt);
    /// Requires: an id that submit returned.
    [[nodiscard]] const Order& order(OrderId id) const { return orders_.at(id); }
    [[nodiscard]] std::span<const Order> orders() const { return orders_.all(); }
    /// The ids of those that may still fill, oldest first; an order of this step is not among them yet.
    [[nodiscard]] std::span<const OrderId> working_orders() const { return orders_.working(); }
    [[nodiscard]] std::optional<OrderId> find_order(std::string_view client_id) const {
        return orders_.find(client_id);
    }
    [[nodiscard]] std::string_view client_id(OrderId id) const { return orders_.client_id(id); }

    /// The balance of an instrument's quote asset.
    [[nodiscard]] const Money& cash(InstrumentIndex instrument = 0) const { return account_->cash(instrument); }
    /// What the account has of an asset, and the part of it that no working order has locked. Errors: kNotFound listing
    /// the assets, kUnsupported for one that a simple account has only positions in.
    [[nodiscard]] Result<Money> balance(std::string_view asset) const;
    [[nodiscard]] Result<Money> free(std::string_view asset) const;
    [[nodiscard]] Quantity position(InstrumentIndex instrument) const { return account_->position(instrument); }
    /// All that is owned at the last closes, in the account's reporting asset. On overflow the run fails and this is
    /// zero.
    [[nodiscard]] Money equity();
    /// The same in an instrument's quote asset.
    [[nodiscard]] Money equity_in_quote(InstrumentIndex instrument);
    [[nodiscard]] const Account& account() const { return *account_; }
    [[nodiscard]] const FeeSchedule& fees(InstrumentIndex instrument) const { return fees_[instrument]; }
    /// The instrument's last close on its grid, in on_open the open that is shown; none before its first bar.
    [[nodiscard]] std::optional<Price> last_price(InstrumentIndex instrument) const;

    /// A strategy's numbers on the grid: sizes floor, a buy limit rounds down and a sell limit up, stops round away
    /// from the market. Errors: kInvalidArgument for NaN or infinity, kOverflow.
    /// With the filters of a market they are whole lots and ticks.
    [[nodiscard]] Result<Quantity> quantity(InstrumentIndex instrument, double size) const;
    [[nodiscard]] Result<Price> limit_price(InstrumentIndex instrument, Side side, double price) const;
    [[nodiscard]] Result<Price> stop_price(InstrumentIndex instrument, Side side, double price) const;

    /// A quantity floored to the lots of the instrument's market.
    [[nodiscard]] Quantity in_lots(InstrumentIndex instrument, Quantity quantity) const;
    /// A price moved to a whole tick of it.
    [[nodiscard]] Price on_tick(InstrumentIndex instrument, Price price, bool up) const;

    /// Calls on_timer once at `due_ns`, or in the next step if that has passed. Returns its id.
    std::uint64_t set_timer(TimeNs due_ns);

    /// Ends the run with an error after the current callback. The first error stands.
    void fail(Error error);
    [[nodiscard]] bool failed() const { return failure_.has_value(); }

  private:
    friend class Engine;
    enum class Intent : std::uint8_t { kSubmit, kCancel, kReplace };
    struct Wish {
        Intent intent = Intent::kSubmit;
        OrderId order_id = 0;
        std::size_t change = 0;  ///< where it stands in changes_
    };

    Context(std::span<const Instrument> instruments, std::span<const Series> series, const Account& account,
            std::span<const FeeSchedule> fees, std::span<const Filters> filters, TimeNs start_ns,
            std::span<const Price> start_prices);

    [[nodiscard]] Result<AssetIndex> held_asset(std::string_view name) const;
    void update_marks();

    void wish(Intent intent, OrderId order_id);
    /// Of the series that the instrument fills and marks on. Requires: it has a series.
    [[nodiscard]] Timeframe execution_timeframe(InstrumentIndex instrument) const {
        return series_[execution_series_[instrument]].info.timeframe;
    }
    /// Takes the earliest timer. Requires: there is one.
    Timer pop_timer();

    TimeNs now_ns_;
    TimeNs next_timer_ns_;
    std::span<const Instrument> instruments_;
    std::size_t series_count_ = 0;
    std::deque<SeriesState> series_;             ///< stable addresses: lines point into it
    std::vector<SeriesIndex> execution_series_;  ///< by instrument
    std::vector<double> last_close_;             ///< by instrument, in on_open the open; NaN before the first bar
    std::vector<Price> start_prices_;            ///< by instrument, before its first bar
    std::vector<Price> marks_;                   ///< scratch of equity()
    const Account* account_;
    std::span<const FeeSchedule> fees_;  ///< by instrument
    std::span<const Filters> filters_;
    OrderStore orders_;
    std::vector<Wish> wishes_;
    std::vector<OrderChange> changes_;
    std::vector<Timer> timers_;  ///< a heap, the earliest first
    std::uint64_t timers_set_ = 0;
    std::optional<Error> failure_;
    bool spoke_ = false;  ///< a callback made a wish, set a timer or failed since the engine looked last
};

}  // namespace ct::engine

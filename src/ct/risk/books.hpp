#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ct/account/account.hpp"
#include "ct/account/position_book.hpp"
#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/observer.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/records.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/linked_orders.hpp"

namespace ct::risk {

/// Where one instrument stands. Counts of the quantity grid, wider than an order so that sums cannot overflow.
struct Standing {
    int128 position = 0;
    OpenSizes open;  ///< what working orders may still fill
    std::uint64_t open_orders = 0;
    std::uint64_t open_triggers = 0;  ///< of the orders, those with a trigger
    std::uint64_t open_icebergs = 0;  ///< likewise that show a part
    TimeNs last_bar_ns = 0;           ///< close of its last bar; 0 before the first
    std::size_t asset = 0;            ///< which of the run's base assets it is
    Money exposure;                   ///< worst_quantity at the last close, in the reporting asset

    /// How far the orders of a side can carry the position, seen from that side.
    [[nodiscard]] int128 reach(Side side) const;
    /// The larger reach of the two sides.
    [[nodiscard]] int128 worst_quantity() const;
    /// How much an order of this side can take off the position, whatever else fills first.
    [[nodiscard]] int128 reducible(Side side) const;
};

/// Positions, working orders and exposures as risk sees them, kept event by event: nothing is summed anew.
class Books : public Observer {
  public:
    /// Borrows all orders of the run. `start_prices` are taken before an instrument's first bar: one an instrument, or
    /// none.
    Books(const Account& account, const Records<Order>& orders, std::span<const Price> start_prices = {});

    [[nodiscard]] bool listens_to(Notice notice) const override {
        return notice == Notice::kOrder || notice == Notice::kFill;
    }
    void on_order(const Order& order, const OrderUpdate& update) override;
    void on_fill(const Fill& fill) override;
    /// Takes a working order out and puts it back: in between it can get other values, or be checked with them.
    void withdraw(const Order& order);
    void restore(const Order& order);
    /// An instrument's bar has closed.
    void mark(InstrumentIndex instrument, Price close, TimeNs close_ns);

    /// Errors: kOverflow of any event so far; the books are worth nothing then.
    [[nodiscard]] Result<void> status() const;

    [[nodiscard]] const Standing& at(InstrumentIndex instrument) const { return standings_[instrument]; }
    [[nodiscard]] const PositionBook& positions() const { return positions_; }
    [[nodiscard]] std::uint64_t open_orders() const { return open_orders_; }
    /// What an order means for the open size of its side, a new one or `changed`, which is withdrawn: nothing where
    /// others of its group are as large, or where it only takes back what the entry it waits for will bring.
    [[nodiscard]] Addition adds(const OrderRequest& order, OrderId changed) const {
        return linked_.adds(order, changed);
    }
    /// True for an exit that waits for its entry and closes no more than that opens.
    [[nodiscard]] bool takes_back(const OrderRequest& order, OrderId changed) const {
        return linked_.takes_back(order, changed);
    }
    /// The sum over the instruments of one base asset.
    [[nodiscard]] const Money& asset_exposure(InstrumentIndex instrument) const {
        return asset_exposures_[standings_[instrument].asset];
    }
    [[nodiscard]] const Money& total_exposure() const { return total_exposure_; }
    /// What the account is worth at the last closes, in its reporting asset. Errors: kOverflow.
    [[nodiscard]] Result<Money> equity() const;
    /// An amount of the reporting asset in an instrument's quote asset, rounded down; and the other way, to the
    /// nearest. Errors: kOverflow.
    [[nodiscard]] Result<Money> in_quote(const Money& amount, InstrumentIndex instrument) const;
    [[nodiscard]] Result<Money> in_report(const Money& amount, InstrumentIndex instrument) const;

  private:
    void count(const Order& order, int sign);
    void open(InstrumentIndex instrument, const OpenSizes& change);
    Result<void> measure(InstrumentIndex instrument);
    void note(const Result<void>& done);

    const Account* account_;
    LinkedOrders linked_;
    PositionBook positions_;
    std::vector<Price> marks_;
    std::vector<Standing> standings_;
    std::vector<Money> asset_exposures_;
    Money total_exposure_;
    std::uint64_t open_orders_ = 0;
    std::optional<Error> failure_;
};

}  // namespace ct::risk

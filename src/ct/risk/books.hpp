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
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::risk {

/// Where one instrument stands. Counts of the quantity grid, wider than an order so that sums cannot overflow.
struct Standing {
    int128 position = 0;
    int128 open_buys = 0;   ///< what working buys may still fill
    int128 open_sells = 0;  ///< likewise
    std::uint64_t open_orders = 0;
    std::uint64_t open_triggers = 0;  ///< of the orders, those with a trigger
    std::uint64_t open_icebergs = 0;  ///< likewise that show a part
    TimeNs last_bar_ns = 0;           ///< close of its last bar; 0 before the first
    std::size_t asset = 0;            ///< which of the run's base assets it is
    Money exposure;                   ///< worst_quantity at the last close, in the reporting asset

    /// The position if all orders of a side fill and none of the other, whichever is larger.
    [[nodiscard]] int128 worst_quantity() const;
    /// How much an order of this side can take off the position, whatever else fills first.
    [[nodiscard]] int128 reducible(Side side) const;
};

/// Positions, working orders and exposures as risk sees them, kept event by event: nothing is summed anew.
class Books : public Observer {
  public:
    /// `start_prices` are taken before an instrument's first bar: one an instrument, or none.
    explicit Books(const Account& account, std::span<const Price> start_prices = {});

    [[nodiscard]] bool listens_to(Notice notice) const override {
        return notice == Notice::kOrder || notice == Notice::kFill;
    }
    void on_order(const Order& order, const OrderUpdate& update) override;
    void on_fill(const Fill& fill) override;
    /// Takes a working order out and puts it back: in between it can get other values, or be checked with them.
    void withdraw(const Order& order) { count(order, -1); }
    void restore(const Order& order) { count(order, 1); }
    /// An instrument's bar has closed.
    void mark(InstrumentIndex instrument, Price close, TimeNs close_ns);

    /// Errors: kOverflow of any event so far; the books are worth nothing then.
    [[nodiscard]] Result<void> status() const;

    [[nodiscard]] const Standing& at(InstrumentIndex instrument) const { return standings_[instrument]; }
    [[nodiscard]] const PositionBook& positions() const { return positions_; }
    [[nodiscard]] std::uint64_t open_orders() const { return open_orders_; }
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
    Result<void> measure(InstrumentIndex instrument);
    void note(const Result<void>& done);

    const Account* account_;
    PositionBook positions_;
    std::vector<Price> marks_;
    std::vector<Standing> standings_;
    std::vector<Money> asset_exposures_;
    Money total_exposure_;
    std::uint64_t open_orders_ = 0;
    std::optional<Error> failure_;
};

}  // namespace ct::risk

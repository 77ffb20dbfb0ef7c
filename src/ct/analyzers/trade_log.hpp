#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/observer.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/records.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

/// One stay in the market: from flat until flat again. Adding to the position and closing it in parts belong to the
/// same trade; a fill that turns the position round closes one trade and opens the next.
struct RoundTrip {
    TimeNs entry_time_ns = 0;  ///< of the first fill
    TimeNs exit_time_ns = 0;   ///< of the last fill; 0 while open
    InstrumentIndex instrument = 0;
    Side side = Side::kBuy;  ///< kBuy is a long trade
    bool open = false;
    Quantity quantity;  ///< all that was entered
    Money entry_price;  ///< average per unit: exact for one price, else rounded half to even at 10^-18
    Money exit_price;   ///< likewise; of an open trade the last price
    Money fees;         ///< of all its fills
    Money pnl;          ///< exact, after fees; of an open trade marked to the last price
    OrderId entry_order_id = 0;
    OrderId exit_order_id = 0;  ///< of the last fill; 0 while open
};

/// Turns fills into round trips. The fee of a fill that turns the position round is split by quantity, the remainder
/// goes to the opening part, so that nothing is lost: the sum of all pnl is the change of cash plus what the open
/// positions are worth at the last prices.
class TradeLog : public Observer {
  public:
    /// The scales of the run's instruments, in their order.
    explicit TradeLog(std::vector<Scale> scales);

    [[nodiscard]] bool listens_to(Notice notice) const override { return notice == Notice::kFill; }
    void on_fill(const Fill& fill) override;

    /// Trades closed so far, in the order of their exits.
    [[nodiscard]] std::span<const RoundTrip> closed() const { return trades_; }
    /// The first amount that did not fit; the log is no longer right after it.
    [[nodiscard]] const std::optional<Error>& error() const { return error_; }

    /// Hands out all trades: the closed ones, then those still open in the order of their instruments, marked to the
    /// last prices (one an instrument). The log is spent after it. Errors: error(), kOverflow.
    [[nodiscard]] Result<Records<RoundTrip>> finish(std::span<const Price> last_prices);

  private:
    /// All entries or all exits of a trade.
    struct Leg {
        Quantity quantity;
        Money notional;
        Price price;            ///< of the first fill
        bool one_price = true;  ///< all fills had it

        Result<void> add(Price fill_price, Quantity fill_quantity, const Scale& scale);
        [[nodiscard]] Result<Money> average(const Scale& scale) const;
    };
    /// The trade an instrument is in, if any.
    struct Position {
        Quantity quantity;  ///< absolute; 0 is flat
        RoundTrip trade;
        Leg entry;
        Leg exit;
    };

    Result<void> apply(const Fill& fill);
    Result<void> enter(Position& position, const Fill& fill, Quantity quantity, const Money& fee);
    Result<void> leave(Position& position, const Fill& fill, Quantity quantity, const Money& fee);
    /// Adds the trade of a position to the list.
    Result<void> complete(Position& position, const Money& exit_price, TimeNs exit_time_ns);

    std::vector<Scale> scales_;
    std::vector<Position> positions_;  ///< one an instrument
    Records<RoundTrip> trades_;
    std::optional<Error> error_;
};

}  // namespace ct::analyzers

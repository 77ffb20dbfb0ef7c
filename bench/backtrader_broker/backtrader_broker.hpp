#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ct::bench {

struct Bar {
    double open = 0;
    double high = 0;
    double low = 0;
    double close = 0;
};

enum class OrderType : std::uint8_t { kMarket, kLimit, kStop };
enum class OrderStatus : std::uint8_t { kSubmitted, kAccepted, kPartial, kCompleted, kCanceled, kMargin };

using OrderId = std::uint32_t;  // 1, 2, 3 ... in order of submission

struct OrderRequest {
    std::size_t instrument = 0;
    OrderType type = OrderType::kMarket;
    double quantity = 0;  // above 0 buys, below 0 sells
    double price = 0;     // of limit and stop
};

// What was filled in total when the order reached this status.
struct Report {
    OrderId order = 0;
    OrderStatus status = OrderStatus::kSubmitted;
    double quantity = 0;  // signed
    double price = 0;
    double fee = 0;
};

struct Position {
    double quantity = 0;  // signed
    double price = 0;     // average price of entry
};

struct SlippageRules {
    double fraction = 0;        // of the price; wins over `amount` when both are set
    double amount = 0;          // in units of price
    bool on_open = true;        // also where the fill starts from the bar's open
    bool clip_to_range = true;  // past the bar's range: fill at its edge; false: no fill in this bar
    bool clip_limits = true;    // the same for limit orders, and true wins over clip_to_range
    bool out_of_range = false;  // where it would be clipped, fill at the slipped price instead
};

// A broker that keeps its cash and positions in doubles and reaches bit for bit the numbers of backtrader 1.9.78 for
// market, limit and stop orders on stock-like instruments with a commission in percent. The rules, and how they were
// seen, are in docs/adr/0002-backtrader-broker.md.
//
// Use: a step of the run is set_bar() for every instrument that has a new bar, one on_market(), then poll(), then the
// strategy. What it submits is checked and matched from the next on_market() on: an order that the cash does not cover
// comes back as a report with OrderStatus::kMargin. cancel() acts at once.
//
// Requires: quantities and prices are finite, a quantity is not 0, ids and instruments exist, and an instrument has a
// bar before its first order. One thread. Results depend on + - * / of IEEE doubles, without contraction.
class BacktraderBroker {
  public:
    struct Options {
        std::size_t instruments = 1;
        double cash = 10000;
        double commission = 0;  // of the notional, 0.001 is 0.1 %
        SlippageRules slippage;
    };

    explicit BacktraderBroker(const Options& options);

    OrderId submit(const OrderRequest& request);

    // Takes back an accepted order. False, without effect, for one that is done or was not checked yet: an order
    // cannot be cancelled in the step that submits it.
    bool cancel(OrderId order);

    void set_bar(std::size_t instrument, const Bar& bar);

    // Checks what was submitted since the last step, then tries every accepted order once, oldest first.
    void on_market();

    // Swaps the reports since the last poll into `reports`, in the order in which they arose.
    void poll(std::vector<Report>& reports);

    double cash() const { return cash_; }
    double value() const;
    bool is_alive(OrderId order) const;
    const OrderRequest& request(OrderId order) const { return orders_[order - 1].request; }

    // Not const: backtrader sums the positions in the order in which they were first asked for.
    const Position& position(std::size_t instrument);

  private:
    struct Order {
        OrderRequest request;
        double check_price = 0;           // market orders: the close when the order was made
        std::uint64_t bars_at_entry = 0;  // bars of the instrument when the order was made
        OrderStatus status = OrderStatus::kSubmitted;
        double left = 0;  // of the quantity; signed
        double filled_quantity = 0;
        double filled_price = 0;
        double fee = 0;
    };

    struct Market {
        Bar bar;
        std::uint64_t bars = 0;
        Position position;
        bool is_touched = false;
    };

    struct Match {
        bool is_filled = false;
        double price = 0;
    };

    double fee_of(double quantity, double price) const;
    void touch(std::size_t instrument);
    void report(OrderId id, OrderStatus status);
    void check_submitted();
    double cash_after_check(const Order& order, double cash, double& quantity_held) const;
    Match match(const Order& order) const;
    Match slip(double price, double bound, bool is_buy, bool is_clipped) const;
    bool fill(OrderId id, double price);  // true when the order is done

    double commission_;
    SlippageRules slippage_;
    double cash_;
    std::vector<Market> markets_;
    std::vector<std::size_t> touched_;  // instruments in the order in which their positions were first asked for
    std::vector<Order> orders_;         // by id - 1
    std::vector<OrderId> submitted_;
    std::vector<OrderId> accepted_;
    std::vector<double> held_;  // scratch of check_submitted: quantity by instrument
    std::vector<Report> reports_;
};

}  // namespace ct::bench

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/account/account.hpp"
#include "ct/account/ledger.hpp"
#include "ct/broker/simulated_broker.hpp"
#include "ct/core/approved.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/pipeline.hpp"
#include "ct/risk/rule.hpp"
#include "support/bars.hpp"
#include "support/report_text.hpp"

namespace ct::test {

inline OrderRequest market(Side side, std::int64_t quantity) { return {.side = side, .quantity = {quantity}}; }
inline OrderRequest limit(Side side, std::int64_t quantity, std::int64_t price) {
    return {.side = side, .type = OrderType::kLimit, .quantity = {quantity}, .limit_price = {price}};
}
inline OrderRequest stop(Side side, std::int64_t quantity, std::int64_t price) {
    return {.side = side, .type = OrderType::kStop, .quantity = {quantity}, .stop_price = {price}};
}
inline OrderRequest ioc(OrderRequest order) {
    order.time_in_force = TimeInForce::kIoc;
    return order;
}
inline OrderRequest of_instrument(InstrumentIndex instrument, OrderRequest order) {
    order.instrument = instrument;
    return order;
}

/// A simulated broker with an account and a clock, and the little that an engine does around it: every order is
/// approved, bars follow each other hour by hour, fills are booked after each bar.
class BrokerRig {
  public:
    using Lines = std::vector<std::string>;

    explicit BrokerRig(const broker::SimulatedBrokerConfig& config = {}, const Money& cash = Money::units(1'000'000),
                       const Scale& scale = {0, 0})
        : instruments_{Instrument::make("BTC/USDT", scale).value(), Instrument::make("ETH/USDT", scale).value()},
          bars_(instruments_.size(), BarTable(k1h, scale.price_decimals)),
          broker_(config, instruments_, account_) {
        EXPECT_TRUE(account_.book({.cash = cash}));
    }

    /// Submits an order, `after_ns` later than the last bar's close, and returns its id: 1, 2, ...
    OrderId submit(const OrderRequest& request, TimeNs after_ns = 0) {
        orders_.push_back({.id = orders_.size() + 1, .request = request, .arrival_price = last_close_});
        Order& order = orders_.back();
        const auto decision = risk::Pipeline(std::vector<std::unique_ptr<risk::Rule>>{})
                                  .decide(order, {account_, instruments_[request.instrument], {}, Price{1}});
        EXPECT_TRUE(broker_.submit(std::get<Approved<Order>>(decision.value()), now_ns_ + after_ns));
        return order.id;
    }
    void cancel(OrderId id) { broker_.cancel(id, now_ns_); }
    /// Asks for other values; zero prices stay as they are.
    void replace(OrderChange change) {
        const Order& order = orders_[change.order_id - 1];
        const OrderRequest& request = order.request;
        if (change.quantity.count == 0) change.quantity = request.quantity;
        if (change.limit_price.count == 0) change.limit_price = request.limit_price;
        if (change.stop_price.count == 0) change.stop_price = request.stop_price;
        const auto decision = risk::Pipeline(std::vector<std::unique_ptr<risk::Rule>>{})
                                  .decide(change, order, {account_, instruments_[request.instrument], {}, Price{1}});
        EXPECT_TRUE(broker_.replace(std::get<Approved<OrderChange>>(decision.value()), now_ns_));
    }

    /// The next bar of an instrument: matches, books the fills and returns the reports since the last poll, without the
    /// acceptances.
    Lines bar(const Ohlc& prices, InstrumentIndex instrument = 0, std::optional<double> volume = std::nullopt) {
        match(prices, instrument, volume);
        return poll();
    }
    /// Hours without a bar.
    void pass(std::int64_t hours) { now_ns_ += hours * kHour; }
    /// Only matches.
    void match(const Ohlc& prices, InstrumentIndex instrument = 0, std::optional<double> volume = std::nullopt) {
        last_close_ = {prices.close};
        BarTable& bars = bars_[instrument];
        const TimeNs open_ns = now_ns_;
        now_ns_ += kHour;
        bars.add(open_ns, prices, volume);
        const Series series{instrument, k1h};
        const BarColumns columns = bars.columns();
        const BarView closed(0, series, columns, bars.size() - 1);
        EXPECT_TRUE(broker_.on_market({&closed, 1}));
    }
    /// Books the fills since the last poll and returns the reports, without the acceptances.
    Lines poll() {
        Lines lines;
        reports_.clear();
        broker_.poll(reports_);
        for (const Report& report : reports_) {
            if (report.kind == Report::Kind::kFilled) book(report);
            if (report.kind == Report::Kind::kAmended) amend(orders_[report.order_id - 1].request, report);
            if (report.kind == Report::Kind::kTrailed) {
                orders_[report.order_id - 1].request.stop_price = report.stop_price;
            }
            if (report.kind != Report::Kind::kAccepted) lines.push_back(text(report));
        }
        return lines;
    }

    /// Of the last poll, acceptances included.
    [[nodiscard]] const std::vector<Report>& reports() const { return reports_; }
    [[nodiscard]] const Account& account() const { return account_; }
    [[nodiscard]] TimeNs now_ns() const { return now_ns_; }
    [[nodiscard]] broker::SimulatedBroker& broker() { return broker_; }
    void deposit(const Money& cash) { EXPECT_TRUE(account_.book({.cash = cash})); }

  private:
    static void amend(OrderRequest& request, const Report& report) {
        request.quantity = report.quantity;
        request.limit_price = report.price;
        request.stop_price = report.stop_price;
    }
    void book(const Report& report) {
        Order& order = orders_[report.order_id - 1];
        order.filled = order.filled + report.quantity;
        const OrderRequest& request = order.request;
        const Fill fill{.order_id = report.order_id,
                        .time_ns = report.time_ns,
                        .instrument = request.instrument,
                        .side = request.side,
                        .price = report.price,
                        .quantity = report.quantity,
                        .fee = report.fee};
        const auto entries = ledger_entries(fill, instruments_[fill.instrument].scale, now_ns_);
        ASSERT_TRUE(entries);
        for (const auto& entry : *entries) ASSERT_TRUE(account_.book(entry));
    }

    std::vector<Instrument> instruments_;
    std::vector<BarTable> bars_;
    Account account_ = Account::make(instruments_).value();
    broker::SimulatedBroker broker_;
    TimeNs now_ns_ = 0;
    Price last_close_;
    std::vector<Order> orders_;  ///< 1, 2, ...; their requests as they are now
    std::vector<Report> reports_;
};

}  // namespace ct::test

#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "ct/account/account.hpp"
#include "ct/account/ledger.hpp"
#include "ct/core/approved.hpp"
#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/kill_switch.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/records.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/risk/books.hpp"
#include "ct/risk/pipeline.hpp"
#include "ct/risk/registry.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/rule_settings.hpp"

namespace ct::test {

inline risk::Setting number(std::string key, std::string text) {
    return {std::move(key), risk::Setting::Kind::kNumber, {std::move(text)}, "here"};
}
inline risk::Setting words(std::string key, std::string text) {
    return {std::move(key), risk::Setting::Kind::kText, {std::move(text)}, "here"};
}
inline risk::Setting list(std::string key, std::vector<std::string> texts) {
    return {std::move(key), risk::Setting::Kind::kList, std::move(texts), "here"};
}
inline risk::RuleSettings rule(std::string name, std::vector<risk::Setting> settings = {}) {
    return {std::move(name), std::move(settings), "here"};
}

/// Risk rules, an account with 10,000 USDT and the books, without an engine: orders go out, fill and end by hand. Two
/// instruments, BTC/USDT (0) and ETH/USDT (1), whose numbers have no decimals, closed at 100 at 0h.
class RiskRig {
  public:
    explicit RiskRig(const std::vector<risk::RuleSettings>& settings, const Scale& scale = {0, 0})
        : instruments_{Instrument::make("BTC/USDT", scale).value(), Instrument::make("ETH/USDT", scale).value()},
          books_(account_, orders_),
          pipeline_(risk::make_rules(settings, kill_switch).value()) {
        EXPECT_TRUE(account_.book({.cash = Money::units(10'000)}));
        close(100);
        close(100, 1);
    }

    KillSwitch kill_switch;
    TimeNs now_ns = 0;
    std::optional<Filters> filters;

    /// A bar of an instrument closes now.
    void close(std::int64_t price, InstrumentIndex instrument = 0) {
        last_[instrument] = {price};
        books_.mark(instrument, {price}, now_ns);
        EXPECT_TRUE(pipeline_.watch(now_ns, books_.equity().value()));
    }

    /// How much of an order passes; it works then.
    std::int64_t submit(const OrderRequest& request) {
        orders_.push_back({.id = orders_.size() + 1, .request = request});
        asked_ = request.quantity;
        Order& order = orders_.back();
        const auto decision = pipeline_.decide(order, situation(request.instrument));
        if (!decision) {
            ADD_FAILURE() << decision.error().message;
            return -1;
        }
        if (!std::holds_alternative<Approved<Order>>(*decision)) return 0;
        move(order, OrderStatus::kAccepted);
        return order.request.quantity.count;
    }
    std::int64_t buy(std::int64_t quantity, InstrumentIndex instrument = 0) {
        return submit({.instrument = instrument, .side = Side::kBuy, .quantity = {quantity}});
    }
    std::int64_t sell(std::int64_t quantity, InstrumentIndex instrument = 0) {
        return submit({.instrument = instrument, .side = Side::kSell, .quantity = {quantity}});
    }
    /// Fills an order, whole or in part, at the last close.
    void fill(OrderId id, std::int64_t quantity) {
        Order& order = orders_[id - 1];
        order.filled = order.filled + Quantity{quantity};
        move(order, order.filled == order.request.quantity ? OrderStatus::kFilled : OrderStatus::kPartiallyFilled);
        const Fill fill{.order_id = id,
                        .time_ns = now_ns,
                        .instrument = order.request.instrument,
                        .side = order.request.side,
                        .price = last_[order.request.instrument],
                        .quantity = {quantity}};
        const auto entries = ledger_entries(fill, instruments_[fill.instrument].scale, now_ns);
        for (const LedgerEntry& entry : entries.value()) {
            EXPECT_TRUE(account_.book(entry));
        }
        books_.on_fill(fill);
    }
    /// Gives a working order another size.
    void resize(OrderId id, std::int64_t quantity) {
        books_.withdraw(orders_[id - 1]);
        orders_[id - 1].request.quantity = {quantity};
        books_.restore(orders_[id - 1]);
    }
    void cancel(OrderId id) { move(orders_[id - 1], OrderStatus::kCanceled); }
    /// Fills what works of the last order.
    void fill() {
        const Order& order = orders_.back();
        fill(order.id, order.request.quantity.count - order.filled.count);
    }

    /// What the rules had against the last order, as sentences that begin with the rule's name.
    [[nodiscard]] std::vector<std::string> said() const {
        std::vector<std::string> lines;
        const Order& order = orders_.back();
        Quantity asked = asked_;
        for (const risk::Rejection& objection : pipeline_.objections()) {
            const bool shrunk = objection.allowed.count > 0;
            const RiskDecision decision{
                .instrument = order.request.instrument,
                .rule = objection.reason,
                .action = shrunk ? RiskDecision::Action::kModify : RiskDecision::Action::kReject,
                .asked = asked,
                .allowed = objection.allowed,
                .finding = objection.finding};
            lines.push_back(std::string(name(decision.rule)) + ": " +
                            sentence(decision, instruments_[decision.instrument]));
            asked = objection.allowed;
        }
        return lines;
    }
    [[nodiscard]] const risk::Books& books() const { return books_; }
    [[nodiscard]] const Records<Order>& orders() const { return orders_; }
    [[nodiscard]] risk::Pipeline& pipeline() { return pipeline_; }
    [[nodiscard]] risk::Situation situation(InstrumentIndex instrument = 0) const {
        return {.account = account_,
                .instrument = instruments_[instrument],
                .last_price = last_[instrument],
                .now_ns = now_ns,
                .timeframe = Timeframe::fixed(3600 * kNsPerSecond),
                .books = &books_,
                .filters = filters ? &*filters : nullptr};
    }

  private:
    void move(Order& order, OrderStatus to) {
        const OrderStatus from = order.status;
        order.status = to;
        books_.on_order(order, {.order_id = order.id, .from = from, .to = to});
    }

    std::vector<Instrument> instruments_;
    Account account_ = Account::make(instruments_).value();
    Price last_[2];
    Records<Order> orders_;
    Quantity asked_;
    risk::Books books_;
    risk::Pipeline pipeline_;
};

}  // namespace ct::test

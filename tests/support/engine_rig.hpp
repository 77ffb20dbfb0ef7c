#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <initializer_list>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/account/account.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/broker/simulated_broker.hpp"
#include "ct/core/approved.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/event_source.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/kill_switch.hpp"
#include "ct/core/money.hpp"
#include "ct/core/observer.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_source.hpp"
#include "ct/data/memory_history.hpp"
#include "ct/engine/engine.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/risk/pipeline.hpp"
#include "ct/risk/registry.hpp"
#include "ct/risk/rule_settings.hpp"
#include "support/bars.hpp"
#include "support/scripted_strategy.hpp"

namespace ct::test {

/// Writes down what observers see: "order ...", "fill ...", "ledger fill -100 +1", "equity 1h 100".
struct EventLog {
    std::vector<std::string> log;
    std::vector<std::pair<TimeNs, double>> equity;

    /// The lines that begin with a word.
    [[nodiscard]] std::vector<std::string> only(std::string_view word) const {
        std::vector<std::string> lines;
        for (const std::string& line : log) {
            if (line.starts_with(word)) lines.push_back(line);
        }
        return lines;
    }
};

class LogObserver : public Observer {
  public:
    explicit LogObserver(EventLog& events) : log_(&events.log), equity_(&events.equity) {}

    void on_order(const Order& order, const OrderUpdate& update) override {
        EXPECT_EQ(order.id, update.order_id);
        EXPECT_EQ(order.status, update.to);
        log_->push_back(text(update));
    }
    void on_fill(const Fill& fill) override { log_->push_back(text(fill)); }
    void on_ledger(const LedgerEntry& entry) override {
        const char* kind = entry.kind == LedgerKind::kTransfer ? "transfer"
                           : entry.kind == LedgerKind::kFill   ? "fill"
                                                               : "fee";
        log_->push_back(fmt::format("ledger {} {} {} ({})", kind, entry.cash.text(), entry.quantity.count,
                                    short_time(entry.time_ns)));
    }
    void on_risk(const RiskDecision& decision) override {
        log_->push_back(fmt::format("risk {} {} {} ({})", decision.order_id, name(decision.rule), name(decision.action),
                                    short_time(decision.time_ns)));
    }
    void on_equity(const EquityPoints& points) override {
        for (std::size_t i = 0; i < points.time_ns.size(); ++i) {
            equity_->emplace_back(points.time_ns[i], points.equity[i]);
            log_->push_back(
                fmt::format("equity {} {} {}", short_time(points.time_ns[i]), points.equity[i], points.exposure[i]));
        }
    }

  private:
    std::vector<std::string>* log_;
    std::vector<std::pair<TimeNs, double>>* equity_;
};

/// An execution that counts how often it matches, and for which no bar is quiet unless it skips those that are.
class CountingExecution : public Execution {
  public:
    CountingExecution(Execution& execution, bool skips_quiet_bars)
        : execution_(&execution), skips_quiet_bars_(skips_quiet_bars) {}

    [[nodiscard]] std::uint64_t matches() const { return matches_; }

    Result<void> submit(const Approved<Order>& order, TimeNs now_ns) override {
        return execution_->submit(order, now_ns);
    }
    void refused(const Order& order, TimeNs now_ns) override { execution_->refused(order, now_ns); }
    void cancel(OrderId order_id, TimeNs now_ns) override { execution_->cancel(order_id, now_ns); }
    Result<void> replace(const Approved<OrderChange>& change, TimeNs now_ns) override {
        return execution_->replace(change, now_ns);
    }
    Result<void> on_market(std::span<const BarView> closed) override {
        ++matches_;
        return execution_->on_market(closed);
    }
    [[nodiscard]] QuietBars quiet_bars(InstrumentIndex instrument) override {
        if (skips_quiet_bars_) return execution_->quiet_bars(instrument);
        return {.above = std::numeric_limits<double>::infinity()};
    }
    void finish(TimeNs now_ns) override { execution_->finish(now_ns); }
    void poll(std::vector<Report>& reports) override { execution_->poll(reports); }

  private:
    Execution* execution_;
    bool skips_quiet_bars_;
    std::uint64_t matches_ = 0;
};

/// What an engine leaves behind.
struct EngineRun {
    Result<void> result;
    std::vector<Order> orders;
    Money cash;
    std::vector<Money> balances;
    std::vector<Quantity> positions;
    std::uint64_t rows = 0;
    std::uint64_t blocks = 0;
    std::uint64_t matches = 0;  ///< how often the execution was shown bars
    EventLog observed;
};

/// An engine over series in memory, a simulated broker, the standard risk rules and an account. Prices and quantities
/// have no decimals unless told otherwise.
class EngineRig {
  public:
    broker::SimulatedBrokerConfig broker;
    Money cash = Money::units(10'000);
    bool cheat_on_open = false;
    std::vector<Filters> filters;  ///< by instrument, none: off
    std::vector<Money> balances;   ///< of the account's first assets, in place of cash
    AccountSetup account;
    std::size_t batch_rows = 4096;
    TimeNs start_ns = 0;
    Scale scale;
    std::function<bool(std::uint64_t)> progress;
    std::vector<risk::RuleSettings> rules;
    EventSource* source = nullptr;   ///< in place of the series'
    Execution* execution = nullptr;  ///< in place of the broker
    bool skips_quiet_bars = true;    ///< false: the broker sees every bar while an order works
    Observer* observer = nullptr;    ///< beside the log

    /// Adds a series; a symbol that is new is the next instrument.
    EngineRig& add(std::string_view symbol, BarTable bars, bool detail = false) {
        std::size_t at = 0;
        while (at < instruments_.size() && instruments_[at].symbol != symbol) ++at;
        if (at == instruments_.size()) instruments_.push_back(Instrument::make(symbol, scale).value());
        series_.push_back({static_cast<InstrumentIndex>(at), bars.timeframe(), detail});
        tables_.push_back(std::move(bars));
        return *this;
    }

    EngineRun run(engine::Strategy& strategy) {
        std::deque<data::MemoryHistory> histories;
        std::vector<data::BarSource::Input> inputs;
        inputs.reserve(tables_.size());
        for (std::size_t i = 0; i < tables_.size(); ++i) {
            inputs.push_back({series_[i], &histories.emplace_back(tables_[i].columns(), series_[i].timeframe, 0)});
        }
        data::BarSource bars(inputs, batch_rows);
        AccountSetup setup = account;
        const std::vector<FeeSchedule> fees(instruments_.size(), broker.fees);
        setup.fees = fees;
        Account books = Account::make(instruments_, setup).value();
        const auto start = balances.empty() ? std::span(&cash, 1) : std::span<const Money>(balances);
        broker::SimulatedBroker simulated(broker, instruments_, books);
        const KillSwitch never_pulled;
        risk::Pipeline risk = rules.empty() ? risk::Pipeline::standard()
                                            : risk::Pipeline::with(risk::make_rules(rules, never_pulled).value());
        EngineRun out;
        LogObserver log(out.observed);
        std::vector<Observer*> observers{&log};
        if (observer != nullptr) observers.push_back(observer);
        CountingExecution counting(execution != nullptr ? *execution : simulated, skips_quiet_bars);
        engine::Engine engine({source != nullptr ? *source : bars, counting, risk, books, strategy, observers},
                              {instruments_, series_, start, fees, filters, start_ns, cheat_on_open, progress});
        out.result = engine.run();
        out.orders.assign(engine.orders().begin(), engine.orders().end());
        out.cash = books.cash();
        out.balances.assign(books.balances().begin(), books.balances().end());
        out.positions.assign(books.positions().begin(), books.positions().end());
        out.rows = engine.rows();
        out.blocks = engine.blocks();
        out.matches = counting.matches();
        return out;
    }

    [[nodiscard]] const std::vector<BarTable>& tables() const { return tables_; }

  private:
    std::vector<Instrument> instruments_;
    std::vector<Series> series_;
    std::vector<BarTable> tables_;
};

/// Flat bars of one hour that close at 1h, 2h, ... with these prices.
inline BarTable hourly(std::initializer_list<std::int64_t> prices, TimeNs first_ns = 0) {
    BarTable bars(k1h);
    for (const std::int64_t price : prices) {
        bars.add(first_ns + static_cast<TimeNs>(bars.size()) * kHour, flat(price));
    }
    return bars;
}

}  // namespace ct::test

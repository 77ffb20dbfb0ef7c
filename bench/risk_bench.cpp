// How long an order takes through validation against a market's filters and eight risk rules, to its line for the
// venue, and through the bookkeeping behind it.
//   risk_bench [orders]       prints one JSON object; times of single orders, the clock's own included

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "ct/account/account.hpp"
#include "ct/account/ledger.hpp"
#include "ct/core/approved.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/kill_switch.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/order_line.hpp"
#include "ct/core/price.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/records.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/books.hpp"
#include "ct/risk/pipeline.hpp"
#include "ct/risk/registry.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/rule_settings.hpp"

namespace {

using ct::risk::RuleSettings;
using ct::risk::Setting;
using Clock = std::chrono::steady_clock;

RuleSettings rule(std::string name, const std::vector<std::pair<std::string, std::string>>& numbers,
                  const std::string& window = "") {
    RuleSettings settings{.rule = std::move(name), .where = "bench"};
    for (const auto& [key, value] : numbers) {
        settings.settings.push_back({key, Setting::Kind::kNumber, {value}, "bench"});
    }
    if (!window.empty()) settings.settings.push_back({"window", Setting::Kind::kText, {window}, "bench"});
    return settings;
}

std::vector<RuleSettings> eight_rules() {
    return {rule("kill_switch", {}),
            rule("order_rate", {{"orders", "1000"}}, "1s"),
            rule("max_open_orders", {{"orders", "100"}}),
            rule("price_band", {{"share", "0.1"}}),
            rule("daily_loss", {{"equity_share", "0.5"}}),
            rule("drawdown", {{"share", "0.9"}}),
            rule("max_order", {{"notional", "5000"}, {"equity_share", "0.9"}}),
            rule("max_exposure", {{"asset_share", "0.8"}, {"total_share", "0.9"}})};
}

/// Of BTC/USDT on a spot exchange, in counts.
constexpr ct::Filters kFilters{.tick_size = {1},
                               .min_price = {1},
                               .max_price = {100'000'000},
                               .lot_size = {1'000},
                               .min_quantity = {1'000},
                               .max_quantity = {900'000'000'000},
                               .min_notional = {ct::int128{5} * 1'000'000'000'000'000'000},
                               .buy_multiplier_down = {ct::Rate::kOne / 5},
                               .buy_multiplier_up = {ct::Rate::kOne * 5},
                               .sell_multiplier_down = {ct::Rate::kOne / 5},
                               .sell_multiplier_up = {ct::Rate::kOne * 5},
                               .max_orders = 200};

std::int64_t ns_between(Clock::time_point from, Clock::time_point to) {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(to - from).count();
}

struct Percentiles {
    std::int64_t p50;
    std::int64_t p99;
};

Percentiles percentiles(std::vector<std::int64_t> times_ns) {
    std::ranges::sort(times_ns);
    return {times_ns[times_ns.size() / 2], times_ns[times_ns.size() * 99 / 100]};
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t orders = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    const std::array instruments = {ct::Instrument::make("BTC/USDT", {2, 8}).value(),
                                    ct::Instrument::make("ETH/USDT", {2, 8}).value()};
    ct::Account account = ct::Account::make(instruments).value();
    if (!account.book({.cash = ct::Money::units(1'000'000)})) return 1;
    const ct::KillSwitch kill_switch;
    auto pipeline = ct::risk::Pipeline::with(ct::risk::make_rules(eight_rules(), kill_switch).value());
    const ct::Records<ct::Order> linked;  // none of the orders is
    ct::risk::Books books(account, linked);
    std::vector<std::int64_t> decide_ns;
    std::vector<std::int64_t> path_ns;
    std::vector<std::int64_t> clock_ns;
    std::size_t approved = 0;
    std::size_t bytes = 0;
    ct::OrderLine line;
    for (std::size_t i = 0; i < orders; ++i) {
        const ct::InstrumentIndex at = i / 2 % 2;
        const ct::TimeNs now_ns = static_cast<ct::TimeNs>(i) * 60 * ct::kNsPerSecond;
        const ct::Price last{3'000'000 + static_cast<std::int64_t>(i * 7919 % 1000)};
        books.mark(at, last, now_ns);
        if (!pipeline.watch(now_ns, books.equity().value())) return 1;
        ct::Order order{.id = i + 1,
                        .request = {.instrument = at,
                                    .side = i % 2 == 0 ? ct::Side::kBuy : ct::Side::kSell,
                                    .type = ct::OrderType::kLimit,
                                    .quantity = {10'000'000},
                                    .limit_price = {last.count}}};
        const auto start = Clock::now();
        const ct::risk::Situation situation{.account = account,
                                            .instrument = instruments[at],
                                            .last_price = last,
                                            .now_ns = now_ns,
                                            .books = &books,
                                            .filters = &kFilters};
        const auto decision = pipeline.decide(order, situation);
        const auto decided = Clock::now();
        if (!decision || !std::holds_alternative<ct::Approved<ct::Order>>(*decision)) continue;
        ++approved;
        bytes += line.write(*std::get<ct::Approved<ct::Order>>(*decision), instruments[at]).size();
        // Accepted and filled: the working order, the position, profit and exposure, cash.
        order.status = ct::OrderStatus::kAccepted;
        books.on_order(order, {.order_id = order.id, .to = ct::OrderStatus::kAccepted});
        order.filled = order.request.quantity;
        books.on_order(order,
                       {.order_id = order.id, .from = ct::OrderStatus::kAccepted, .to = ct::OrderStatus::kFilled});
        const ct::Fill fill{.order_id = order.id,
                            .time_ns = now_ns,
                            .instrument = at,
                            .side = order.request.side,
                            .price = last,
                            .quantity = order.filled};
        books.on_fill(fill);
        const auto entries = ct::ledger_entries(fill, instruments[at].scale, now_ns);
        for (const auto& entry : *entries) {
            if (!account.book(entry)) return 1;
        }
        const auto done = Clock::now();
        clock_ns.push_back(ns_between(done, Clock::now()));
        decide_ns.push_back(ns_between(start, decided));
        path_ns.push_back(ns_between(start, done));
    }
    if (approved != orders || bytes == 0 || !books.status()) return 1;
    const Percentiles decide = percentiles(std::move(decide_ns));
    const Percentiles path = percentiles(std::move(path_ns));
    fmt::print(
        "{{\"orders\": {}, \"rules\": 10, \"decide_p50_ns\": {}, \"decide_p99_ns\": {}, \"path_p50_ns\": {}, "
        "\"path_p99_ns\": {}, \"clock_p50_ns\": {}}}\n",
        orders, decide.p50, decide.p99, path.p50, path.p99, percentiles(std::move(clock_ns)).p50);
    return 0;
}

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/account/account.hpp"
#include "ct/broker/matching_rules.hpp"
#include "ct/broker/slippage.hpp"
#include "ct/core/money.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "support/bars.hpp"
#include "support/costs.hpp"
#include "support/engine_rig.hpp"
#include "support/order_strategy.hpp"
#include "support/order_watch.hpp"
#include "support/random.hpp"
#include "support/scripted_strategy.hpp"

// What must hold of every run, on random strategies that use all that orders can do, on random markets, under all
// matching rules.
namespace ct::engine {
namespace {

using test::BarTable;
using test::EngineRig;
using test::EngineRun;
using test::OrderStrategy;
using test::OrderWatch;
using test::Random;

/// A market and rules to trade it by.
EngineRig random_rig(Random& random) {
    EngineRig rig;
    rig.cash = Money::units(random.between(10'000, 100'000));
    if (random.once_in(3)) rig.account.kind = AccountKind::kSpot;
    rig.broker.fees = {{random.between(0, 2'000'000'007)}, {random.between(0, 3'000'000'019)}};
    if (random.once_in(2)) {
        rig.broker.slippage = {.kind = broker::SlippageModel::Kind::kShare,
                               .share = {random.between(1, 5'000'000'011)}};
    }
    if (random.once_in(4)) rig.broker.latency = test::bars_late(random.between(1, 2));
    broker::MatchingRules& rules = rig.broker.matching;
    if (random.once_in(2)) rules.intrabar = broker::Intrabar::kPath;
    if (random.once_in(2)) rules.limit_fill = broker::LimitFill::kThrough;
    if (random.once_in(2)) rules.links = broker::LinkRules::kBacktrader;
    if (random.once_in(2)) rules.participation = {random.between(1, 100) * (Rate::kOne / 100)};
    if (rules.participation.count == 0) rules.cheat_on_close = random.once_in(4);

    constexpr std::array kSymbols = {"BTC/USDT", "ETH/USDT", "ADA/USDT"};
    const auto symbols = static_cast<std::size_t>(random.between(1, 3));
    bool one_timeframe = true;
    for (std::size_t i = 0; i < symbols; ++i) {
        const std::int64_t gaps = random.once_in(2) ? 0 : random.between(2, 20);
        const TimeNs first_ns = random.between(0, 30) * test::kHour;
        rig.add(kSymbols[i], test::walk(random, test::k1h,
                                        {.rows = static_cast<std::size_t>(random.between(20, 150)),
                                         .first_ns = first_ns,
                                         .step = OrderStrategy::kStep,
                                         .gap_once_in = gaps}));
        if (!random.once_in(3)) continue;
        one_timeframe = false;
        rig.add(kSymbols[i], test::walk(random, test::k4h,
                                        {.rows = static_cast<std::size_t>(random.between(5, 40)),
                                         .first_ns = first_ns,
                                         .step = OrderStrategy::kStep}));
    }
    rig.cheat_on_open = one_timeframe && random.once_in(4);
    return rig;
}

/// The last close of each hourly table at a time, in the order of the symbols.
double worth(const OrderWatch::Balance& balance, const std::vector<const BarTable*>& tables, TimeNs now_ns) {
    double sum = Money{balance.cash}.to_double();
    for (const auto& [instrument, position] : balance.positions) {
        if (position == 0) continue;
        const BarTable& table = *tables[instrument];
        const auto closed = std::ranges::upper_bound(table.time_ns(), now_ns - test::kHour) - table.time_ns().begin();
        sum += static_cast<double>(position * table.counts()[static_cast<std::size_t>(closed - 1)].close);
    }
    return sum;
}

/// Each equity point is the cash and the positions of its step. Whoever cheats on the close may trade again at the same
/// time in a timer's step, behind the point.
std::string equity_problem(const EngineRun& run, const EngineRig& rig, const OrderWatch& watch) {
    std::vector<const BarTable*> tables;
    for (const BarTable& table : rig.tables()) {
        if (table.timeframe() == test::k1h) tables.push_back(&table);
    }
    for (const auto& [time_ns, equity] : run.observed.equity) {
        const auto last = std::prev(watch.history().upper_bound(time_ns));
        std::vector<OrderWatch::Balance> balances = {last->second.back()};
        if (rig.broker.matching.cheat_on_close && last->first == time_ns) {
            balances = last->second;
            if (last != watch.history().begin()) balances.push_back(std::prev(last)->second.back());
        }
        const bool fits = std::ranges::any_of(balances, [&](const OrderWatch::Balance& balance) {
            return std::fabs(equity - worth(balance, tables, time_ns)) < 1e-6;
        });
        if (!fits) {
            return fmt::format("equity {} at {}, where cash and positions are {}", equity, test::short_time(time_ns),
                               worth(balances.front(), tables, time_ns));
        }
    }
    return {};
}

/// All that happened; the equity, which is told in batches, behind everything else.
std::vector<std::string> in_order(const test::EventLog& observed) {
    std::vector<std::string> events;
    for (const std::string& line : observed.log) {
        if (!line.starts_with("equity")) events.push_back(line);
    }
    for (const std::string& line : observed.only("equity")) events.push_back(line);
    return events;
}

using Tally = std::map<std::string, int>;

/// What does not hold of a run; empty: all does.
std::string problem_of(std::uint64_t seed, std::int64_t most_acts, Tally& tally) {
    Random random(seed);
    EngineRig rig = random_rig(random);
    const bool native = rig.broker.matching.links == broker::LinkRules::kNative;
    std::vector<std::string> first;
    for (const std::size_t batch_rows : {4096U, 1U, 7U}) {
        for (const bool skips : {true, false}) {
            rig.batch_rows = batch_rows;
            rig.skips_quiet_bars = skips;
            OrderWatch watch(native);
            rig.observer = &watch;
            OrderStrategy strategy(seed, most_acts);
            const EngineRun run = rig.run(strategy);
            const std::string which = fmt::format("batches of {}, {}: ", batch_rows, skips ? "quiet bars" : "all bars");
            if (!run.result) return which + run.result.error().message;
            if (!watch.problem().empty()) return which + watch.problem();
            if (!strategy.problem().empty()) return which + strategy.problem();
            if (const auto problem = equity_problem(run, rig, watch); !problem.empty()) return which + problem;
            if (run.cash != Money{watch.balance().cash}) return which + "the ledger does not sum up to the cash";
            const std::vector<std::string> events = in_order(run.observed);
            if (first.empty()) {
                first = events;
                for (const auto& [what, times] : watch.tally()) tally[what] += times;
            }
            tally[skips ? "matches" : "matches on all bars"] += static_cast<int>(run.matches);
            const auto [mine, theirs] = std::ranges::mismatch(events, first);
            if (mine == events.end() && theirs == first.end()) continue;
            return which + fmt::format("'{}' instead of '{}'", mine == events.end() ? "nothing" : *mine,
                                       theirs == first.end() ? "nothing" : *theirs);
        }
    }
    return {};
}

/// The fewest acts of a strategy with which something does not hold: what comes after them does not matter.
std::int64_t fewest_acts(std::uint64_t seed, std::int64_t acts) {
    std::int64_t holds = -1;
    while (acts - holds > 1) {
        const std::int64_t middle = holds + (acts - holds) / 2;
        Tally ignored;
        (problem_of(seed, middle, ignored).empty() ? holds : acts) = middle;
    }
    return acts;
}

TEST(Orders, KeepWhatMustHoldInEveryRun) {
    constexpr std::uint64_t kSeeds = 800;
    constexpr std::int64_t kMostActs = 1'000;
    Tally tally;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        if (problem_of(seed, kMostActs, tally).empty()) continue;
        const std::int64_t acts = fewest_acts(seed, kMostActs);
        FAIL() << "seed " << seed << " with " << acts << " acts: " << problem_of(seed, acts, tally);
    }
    for (const char* who :
         {"market", "limit", "stop", "stop_limit", "take_profit", "take_profit_limit", "trailing_stop",
          "trailing_stop_limit", "gtc", "ioc", "fok", "day", "gtd", "on_open", "on_close"}) {
        for (const char* status : {"filled", "canceled", "rejected", "expired"}) {
            const std::string both = fmt::format("{} {}", who, status);
            EXPECT_GE(tally[both], 5) << both;
        }
    }
    for (const char* reason :
         {"replaced", "finished", "oco", "parent", "reduce_only", "post_only_would_cross", "not_marketable",
          "insufficient_cash", "insufficient_position", "invalid_client_id", "invalid_quantity", "contradiction",
          "user_request", "end_of_time", "end_of_run", "no_price"}) {
        EXPECT_GE(tally[reason], 50) << reason;
    }
    EXPECT_GE(tally["limit partially_filled"], 50);
    EXPECT_LT(tally["matches"], tally["matches on all bars"] * 9 / 10);
}

}  // namespace
}  // namespace ct::engine

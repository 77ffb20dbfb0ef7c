#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/core/execution.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/order.hpp"
#include "ct/core/time.hpp"
#include "support/broker_rig.hpp"
#include "support/order_story.hpp"
#include "support/report_text.hpp"
#include "support/slow_broker.hpp"
#include "support/smallest_story.hpp"
#include "support/story_teller.hpp"

// The broker against the slow one that is written from docs/orders.md alone.
namespace ct::broker {
namespace {

using test::BrokerRig;
using test::OrderStory;
using test::SlowBroker;
using test::StoryAct;
using test::StoryBar;
using test::StoryTeller;

constexpr std::int64_t kMoneyPerCount = 10'000'000'000'000;  ///< 10^(18 - 2 - 3)

/// How often each thing happened, so that nothing agrees only because nothing was there.
using Tally = std::map<std::string, int>;

/// Stops that follow one price do so together: what is told of them one after the other has no order.
void sort_trails(std::vector<std::string>& lines) {
    const auto is_trail = [](const std::string& line) { return line.find(" trailed to ") != std::string::npos; };
    for (auto from = lines.begin(); from != lines.end();) {
        const auto begin = std::find_if(from, lines.end(), is_trail);
        from = std::find_if_not(begin, lines.end(), is_trail);
        std::sort(begin, from);
    }
}

/// Both brokers in one story.
class Duel {
  public:
    explicit Duel(const OrderStory& story)
        : fast_(story.config, story.cash, test::kStoryScale), slow_(story.config, story.cash, kMoneyPerCount) {
        for (const StoryBar& bar : story.bars) {
            fast_.pass(bar.hours_missing);
            const TimeNs open_ns = fast_.now_ns();
            fast_.match(bar.prices, 0, static_cast<double>(bar.volume) / 1000);
            slow_.bar(open_ns, fast_.now_ns(), bar.prices, bar.volume);
            compare();
            for (const StoryAct& act : bar.acts) {
                if (!difference_.empty()) return;
                perform(act);
                compare();
            }
        }
        fast_.broker().finish(fast_.now_ns());
        slow_.finish();
        compare();
    }

    /// What they said where they differed first; empty: nowhere.
    [[nodiscard]] const std::string& difference() const { return difference_; }
    [[nodiscard]] const std::vector<OrderRequest>& requests() const { return requests_; }
    [[nodiscard]] const std::vector<Report>& reports() const { return reports_; }

  private:
    void perform(const StoryAct& act) {
        if (act.kind == StoryAct::Kind::kSubmit) {
            OrderRequest request = act.request;
            request.parent = ids_[request.parent];
            request.oco = ids_[request.oco];
            if (slow_.is_orphan(request)) return;
            const TimeNs late_ns = act.inside_the_bar ? 1 : 0;
            const TimeNs now_ns = fast_.now_ns() + late_ns;
            slow_.submit(request, now_ns);
            if (request.time_in_force == TimeInForce::kDay) request.expire_ns = now_ns - now_ns % kNsPerDay + kNsPerDay;
            ids_[act.order] = fast_.submit(request, late_ns);
            requests_.push_back(request);
            return;
        }
        const OrderId id = ids_[act.order];
        if (id == 0) return;
        if (act.kind == StoryAct::Kind::kCancel) {
            slow_.cancel(id);
            fast_.cancel(id);
        } else {
            OrderChange change = act.change;
            change.order_id = id;
            slow_.replace(change);
            fast_.replace(change);
        }
    }

    void compare() {
        if (!difference_.empty()) return;
        fast_.poll();
        std::vector<std::string> said;
        for (const Report& report : fast_.reports()) {
            if (report.kind == Report::Kind::kAccepted) continue;
            reports_.push_back(report);
            said.push_back(test::full_text(report));
        }
        auto expected = slow_.poll();
        sort_trails(said);
        sort_trails(expected);
        if (said == expected) return;
        difference_ = fmt::format("the broker says:\n  {}\nthe slow one says:\n  {}\n", fmt::join(said, "\n  "),
                                  fmt::join(expected, "\n  "));
    }

    BrokerRig fast_;
    SlowBroker slow_;
    std::map<OrderId, OrderId> ids_;  ///< by the story's number
    std::vector<OrderRequest> requests_;
    std::vector<Report> reports_;
    std::string difference_;
};

/// So many orders that a million are compared; CT_STORIES asks for another number. A story has some 50 orders.
std::uint64_t stories() {
    const char* const wanted = std::getenv("CT_STORIES");  // NOLINT(concurrency-mt-unsafe): nobody sets it
    if (wanted != nullptr) return std::strtoull(wanted, nullptr, 10);
#ifdef __SANITIZE_ADDRESS__
    return 1'000;
#else
    return 20'000;
#endif
}

/// Counts what an order came to, with its type and with each of its attributes.
void count(Tally& tally, const OrderRequest& order, const Report& report) {
    std::string what = test::text(report);
    what = what.substr(what.find(' ') + 1);
    what = what.substr(0, what.find(' '));
    if (report.kind == Report::Kind::kFilled) {
        what += report.liquidity == Liquidity::kMaker ? " maker" : " taker";
    } else {
        what += fmt::format(" {}", name(report.reason));
    }
    ++tally[fmt::format("{} {}", name(order.type), what)];
    ++tally[fmt::format("{} {}", name(order.time_in_force), what)];
    if (order.post_only) ++tally["post_only " + what];
    if (order.reduce_only) ++tally["reduce_only " + what];
    if (order.display.count > 0) ++tally["display " + what];
    if (order.parent != 0) ++tally["child " + what];
    if (order.oco != 0) ++tally["leg " + what];
    if (report.ambiguous) ++tally["ambiguous " + what];
}

void expect_everything_happened(Tally& tally, std::uint64_t stories) {
    constexpr std::uint64_t kEnough = 20'000;  // fewer say nothing about what is rare
    const int least = stories < kEnough ? 0 : static_cast<int>(stories / 1'000);
    for (const char* who :
         {"market", "limit", "stop", "stop_limit", "take_profit", "take_profit_limit", "trailing_stop",
          "trailing_stop_limit", "gtc", "ioc", "fok", "day", "gtd", "on_open", "on_close", "display", "child", "leg"}) {
        for (const char* what : {"filled taker", "canceled oco", "canceled parent", "amended replaced", "amended oco",
                                 "refused finished", "rejected insufficient_cash", "expired end_of_run"}) {
            const std::string both = fmt::format("{} {}", who, what);
            EXPECT_GE(tally[both], least) << both;
        }
    }
    for (const char* what : {"ambiguous filled maker",
                             "ambiguous filled taker",
                             "limit filled maker",
                             "stop_limit filled maker",
                             "take_profit_limit filled maker",
                             "trailing_stop_limit filled maker",
                             "post_only filled maker",
                             "post_only rejected post_only_would_cross",
                             "reduce_only filled taker",
                             "reduce_only filled maker",
                             "reduce_only canceled reduce_only",
                             "display filled maker",
                             "child filled maker",
                             "child amended parent",
                             "leg filled maker",
                             "day expired end_of_time",
                             "gtd expired end_of_time",
                             "child expired end_of_time",
                             "ioc canceled not_marketable",
                             "fok canceled not_marketable",
                             "on_open canceled not_marketable",
                             "on_close canceled not_marketable",
                             "child canceled not_marketable",
                             "gtc refused invalid_quantity"}) {
        EXPECT_GE(tally[what], least) << what;
    }
    for (const char* never :
         {"market filled maker", "stop filled maker", "take_profit filled maker", "trailing_stop filled maker",
          "ioc filled maker", "fok filled maker", "on_open filled maker", "on_close filled maker",
          "post_only filled taker", "gtc expired end_of_time", "ioc expired end_of_time"}) {
        EXPECT_EQ(tally[never], 0) << never;
    }
}

TEST(SimulatedBroker, AgreesWithASlowOneOnAMillionRandomOrders) {
    Tally tally;
    const std::uint64_t last = stories();
    for (std::uint64_t seed = 1; seed <= last; ++seed) {
        const OrderStory story = StoryTeller(seed).tell();
        const Duel duel(story);
        for (const Report& report : duel.reports()) count(tally, duel.requests()[report.order_id - 1], report);
        if (duel.difference().empty()) continue;
        const auto differs = [](const OrderStory& tried) { return !Duel(tried).difference().empty(); };
        const OrderStory small = test::Shrinking(story, differs).smallest();
        FAIL() << "seed " << seed << ", the smallest story like it:\n" << test::text(small) << Duel(small).difference();
    }
    expect_everything_happened(tally, last);
}

}  // namespace
}  // namespace ct::broker

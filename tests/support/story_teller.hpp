#pragma once

#include <cstddef>
#include <cstdint>

#include "ct/broker/matching_rules.hpp"
#include "ct/broker/simulated_broker.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/time.hpp"
#include "support/bars.hpp"
#include "support/costs.hpp"
#include "support/order_story.hpp"
#include "support/random.hpp"
#include "support/random_order.hpp"

namespace ct::test {

/// Makes stories in which everything meets: prices of few counts, tight cash, orders that name each other.
class StoryTeller {
  public:
    explicit StoryTeller(std::uint64_t seed) : random_(seed) {}

    OrderStory tell() {
        constexpr std::size_t kBars = 40;
        OrderStory story;
        // Small ones meet each other exactly.
        most_quantity_ = random_.once_in(3) ? 10 : 20'000;
        story.config = config();
        story.cash = Money::units(random_.between(50, 2'000));
        const auto table = walk(random_, k1h, {.rows = kBars, .price = 1'000, .step = kStep}, 2);
        for (const Ohlc& prices : table.counts()) {
            StoryBar& bar = story.bars.emplace_back();
            bar.prices = prices;
            bar.volume = random_.between(0, 4 * most_quantity_);
            bar.hours_missing = random_.once_in(10) ? random_.between(1, 30) : 0;
            now_ns_ += (1 + bar.hours_missing) * kHour;
            for (std::int64_t left = random_.between(0, 2); left > 0; --left) order(bar);
            if (random_.once_in(8)) bracket(bar);
            if (orders_ == 0) continue;
            if (random_.once_in(5)) bar.acts.push_back({.kind = StoryAct::Kind::kCancel, .order = earlier()});
            if (random_.once_in(3)) replace(bar);
        }
        return story;
    }

  private:
    static constexpr std::int64_t kStep = 8;

    broker::SimulatedBrokerConfig config() {
        broker::SimulatedBrokerConfig config;
        config.fees.maker = {random_.between(0, 2'000'000'007)};
        config.fees.taker = {random_.between(0, 3'000'000'019)};
        if (random_.once_in(3)) config.fees.flat = {random_.between(0, 1'000'000'000'000'000'007)};
        switch (random_.between(0, 3)) {
            case 0:
                config.slippage = {.kind = broker::SlippageModel::Kind::kShare,
                                   .share = {random_.between(1, 5'000'000'011)}};  // up to 50 bps
                break;
            case 1:
                config.slippage = {.kind = broker::SlippageModel::Kind::kTicks, .ticks = random_.between(1, 4)};
                break;
            default:
                break;
        }
        if (random_.once_in(4)) config.latency = bars_late(random_.between(1, 2));
        if (random_.once_in(6)) {
            config.latency = {.kind = broker::LatencyModel::Kind::kConstant,
                              .mean_ns = random_.between(1, 150) * kMinute};
        }
        broker::MatchingRules& rules = config.matching;
        if (random_.once_in(2)) rules.intrabar = broker::Intrabar::kPath;
        if (random_.once_in(2)) rules.limit_fill = broker::LimitFill::kThrough;
        if (random_.once_in(2)) rules.links = broker::LinkRules::kBacktrader;
        if (random_.once_in(2)) rules.participation = {random_.between(1, 100) * (Rate::kOne / 100)};
        if (rules.participation.count == 0) rules.cheat_on_close = random_.once_in(4);
        return config;
    }

    OrderId earlier() { return static_cast<OrderId>(random_.between(1, static_cast<std::int64_t>(orders_))); }
    OrderRequest any_order(const StoryBar& bar) {
        return random_order(random_, {bar.prices.close, kStep, most_quantity_, now_ns_});
    }

    void order(StoryBar& bar) {
        OrderRequest request = any_order(bar);
        if (random_.once_in(5) && orders_ > 0) request.parent = earlier();
        if (random_.once_in(5) && orders_ > 0) request.oco = earlier();
        submit(bar, request);
    }

    void bracket(StoryBar& bar) {
        OrderRequest entry = any_order(bar);
        entry.reduce_only = false;
        submit(bar, entry);
        const OrderId parent = orders_;
        for (const OrderId oco : {OrderId{0}, parent + 1}) {
            OrderRequest exit = any_order(bar);
            exit.side = opposite(entry.side);
            if (!random_.once_in(4)) exit.quantity = entry.quantity;
            exit.parent = parent;
            exit.oco = oco;
            submit(bar, exit);
        }
    }

    void submit(StoryBar& bar, const OrderRequest& request) {
        bar.acts.push_back({.order = ++orders_, .request = request, .inside_the_bar = random_.once_in(10)});
    }

    void replace(StoryBar& bar) {
        StoryAct act{.kind = StoryAct::Kind::kReplace, .order = earlier()};
        if (random_.once_in(2)) act.change.quantity = {random_.between(1, most_quantity_)};
        if (random_.once_in(2)) act.change.limit_price = near(random_, bar.prices.close, kStep);
        if (random_.once_in(2)) act.change.stop_price = near(random_, bar.prices.close, kStep);
        bar.acts.push_back(act);
    }

    Random random_;
    TimeNs now_ns_ = 0;
    std::int64_t most_quantity_ = 0;
    OrderId orders_ = 0;
};

}  // namespace ct::test

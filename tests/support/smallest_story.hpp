#pragma once

#include <cstddef>
#include <utility>

#include "ct/broker/simulated_broker.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "support/order_story.hpp"

namespace ct::test {

/// Leaves out of a story whatever is not needed for `fails` to stay true of it.
template <class Fails>
class Shrinking {
  public:
    Shrinking(OrderStory story, const Fails& fails) : story_(std::move(story)), fails_(fails) {}

    OrderStory smallest() {
        bool smaller = true;
        while (smaller) {
            smaller = leave_out_bars();
            smaller = leave_out_acts() || smaller;
        }
        plainer_config();
        for (std::size_t bar = 0; bar < story_.bars.size(); ++bar) {
            for (std::size_t act = 0; act < story_.bars[bar].acts.size(); ++act) plainer_act(bar, act);
        }
        return story_;
    }

  private:
    template <class Change>
    bool keeps_failing(const Change& change) {
        OrderStory tried = story_;
        change(tried);
        if (!fails_(tried)) return false;
        story_ = std::move(tried);
        return true;
    }

    bool leave_out_bars() {
        bool smaller = false;
        for (std::size_t bar = story_.bars.size(); bar-- > 0;) {
            smaller |= keeps_failing(
                [&](OrderStory& tried) { tried.bars.erase(tried.bars.begin() + static_cast<std::ptrdiff_t>(bar)); });
        }
        return smaller;
    }
    bool leave_out_acts() {
        bool smaller = false;
        for (std::size_t bar = story_.bars.size(); bar-- > 0;) {
            for (std::size_t act = story_.bars[bar].acts.size(); act-- > 0;) {
                smaller |= keeps_failing([&](OrderStory& tried) {
                    auto& acts = tried.bars[bar].acts;
                    acts.erase(acts.begin() + static_cast<std::ptrdiff_t>(act));
                });
            }
        }
        return smaller;
    }

    void plainer_config() {
        const broker::SimulatedBrokerConfig plain;
        keeps_failing([&](OrderStory& tried) { tried.config.fees = plain.fees; });
        keeps_failing([&](OrderStory& tried) { tried.config.slippage = plain.slippage; });
        keeps_failing([&](OrderStory& tried) { tried.config.latency = plain.latency; });
        keeps_failing([&](OrderStory& tried) { tried.config.matching.intrabar = plain.matching.intrabar; });
        keeps_failing([&](OrderStory& tried) { tried.config.matching.limit_fill = plain.matching.limit_fill; });
        keeps_failing([&](OrderStory& tried) { tried.config.matching.links = plain.matching.links; });
        keeps_failing([&](OrderStory& tried) { tried.config.matching.participation = {}; });
        keeps_failing([&](OrderStory& tried) { tried.config.matching.cheat_on_close = false; });
        keeps_failing([&](OrderStory& tried) { tried.cash = Money::units(1'000'000); });
    }

    void plainer_act(std::size_t bar, std::size_t act) {
        const auto plainer = [&](const auto& change) {
            keeps_failing([&](OrderStory& tried) { change(tried.bars[bar].acts[act]); });
        };
        plainer([](StoryAct& one) { one.inside_the_bar = false; });
        plainer([](StoryAct& one) { one.request.parent = 0; });
        plainer([](StoryAct& one) { one.request.oco = 0; });
        plainer([](StoryAct& one) { one.request.reduce_only = false; });
        plainer([](StoryAct& one) { one.request.post_only = false; });
        plainer([](StoryAct& one) { one.request.display = {}; });
        plainer([](StoryAct& one) { one.request.time_in_force = TimeInForce::kGtc; });
        plainer([](StoryAct& one) {
            const OrderRequest& old = one.request;
            one.request = {.side = old.side, .quantity = old.quantity, .parent = old.parent, .oco = old.oco};
        });
        plainer([](StoryAct& one) { one.change.limit_price = {}; });
        plainer([](StoryAct& one) { one.change.stop_price = {}; });
        plainer([](StoryAct& one) { one.change.quantity = {}; });
    }

    OrderStory story_;
    const Fails& fails_;
};

}  // namespace ct::test

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "ct/broker/matching_rules.hpp"
#include "ct/broker/simulated_broker.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "support/bars.hpp"

namespace ct::test {

/// What a trader does after a bar. Orders are named by numbers of their own, so that one can be left out of a story.
struct StoryAct {
    enum class Kind : std::uint8_t { kSubmit, kCancel, kReplace };
    Kind kind = Kind::kSubmit;
    OrderId order = 0;
    OrderRequest request;  ///< its parent and oco are such numbers
    OrderChange change;
    bool inside_the_bar = false;  ///< too late for the open of the next bar
};

struct StoryBar {
    std::int64_t hours_missing = 0;  ///< before it
    Ohlc prices;
    std::int64_t volume = 0;
    std::vector<StoryAct> acts;  ///< after it
};

/// A broker, bars and what a trader does between them.
struct OrderStory {
    broker::SimulatedBrokerConfig config;
    Money cash;
    std::vector<StoryBar> bars;
};

inline constexpr Scale kStoryScale{2, 3};

inline std::string text(const OrderRequest& order) {
    std::string line =
        fmt::format("{} {} {} {}", name(order.side), order.quantity.count, name(order.type), name(order.time_in_force));
    const auto add = [&](const char* what, auto value) {
        if (value != 0) line += fmt::format(" {}={}", what, value);
    };
    add("limit", order.limit_price.count);
    add("stop", order.stop_price.count);
    add("trail", order.trail_amount.count);
    add("trail_share", order.trail_share.count);
    add("limit_offset", order.limit_offset.count);
    add("display", order.display.count);
    add("expire_minute", order.expire_ns / kMinute);
    add("parent", order.parent);
    add("oco", order.oco);
    if (order.post_only) line += " post_only";
    if (order.reduce_only) line += " reduce_only";
    return line;
}

inline std::string text(const StoryAct& act) {
    switch (act.kind) {
        case StoryAct::Kind::kSubmit:
            return fmt::format("  {}: {}{}", act.order, text(act.request), act.inside_the_bar ? " (inside)" : "");
        case StoryAct::Kind::kCancel:
            return fmt::format("  cancel {}", act.order);
        case StoryAct::Kind::kReplace:
            return fmt::format("  replace {} size={} limit={} stop={}", act.order, act.change.quantity.count,
                               act.change.limit_price.count, act.change.stop_price.count);
    }
    return {};
}

inline std::string text(const OrderStory& story) {
    const broker::MatchingRules& rules = story.config.matching;
    std::string lines = fmt::format(
        "cash {} maker {} taker {} flat {} slippage {} or {} ticks latency {} bars {} minutes {} {} {} participation "
        "{}{}\n",
        story.cash.text(), story.config.fees.maker.text(), story.config.fees.taker.text(),
        story.config.fees.flat.text(), story.config.slippage.share.text(), story.config.slippage.ticks,
        story.config.latency.bars, story.config.latency.mean_ns / kMinute,
        rules.intrabar == broker::Intrabar::kPath ? "path" : "range",
        rules.limit_fill == broker::LimitFill::kThrough ? "through" : "touch",
        rules.links == broker::LinkRules::kNative ? "native" : "backtrader", rules.participation.text(),
        rules.cheat_on_close ? " cheat_on_close" : "");
    for (const StoryBar& bar : story.bars) {
        if (bar.hours_missing > 0) lines += fmt::format("{} hours without a bar\n", bar.hours_missing);
        lines += fmt::format("bar {} {} {} {} volume {}\n", bar.prices.open, bar.prices.high, bar.prices.low,
                             bar.prices.close, bar.volume);
        for (const StoryAct& act : bar.acts) lines += text(act) + "\n";
    }
    return lines;
}

}  // namespace ct::test

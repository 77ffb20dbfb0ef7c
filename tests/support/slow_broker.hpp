#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "ct/broker/matching_rules.hpp"
#include "ct/broker/simulated_broker.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/time.hpp"
#include "support/bars.hpp"
#include "support/slow_book.hpp"
#include "support/slow_order.hpp"
#include "support/slow_till.hpp"

namespace ct::test {

/// docs/orders.md once more, for one instrument: slow and literal. On a path it walks from count to count and asks
/// every order at every price.
class SlowBroker {
  public:
    SlowBroker(const broker::SimulatedBrokerConfig& config, const Money& cash, std::int64_t money_per_count)
        : config_(config),
          rules_(config.matching),
          till_(config, cash, money_per_count),
          book_(config.matching.links) {}

    void submit(const OrderRequest& request, TimeNs now_ns) {
        SlowOrder& order = book_.add(request);
        order.arrives_ns = now_ns + config_.latency.mean_ns;
        if (request.time_in_force == TimeInForce::kDay) order.expires_ns = (now_ns / kNsPerDay + 1) * kNsPerDay;
        if (request.time_in_force == TimeInForce::kGtd) order.expires_ns = request.expire_ns;
        if (request.oco != 0 && at(request.oco).working) book_.join(order.id, request.oco);
        const bool waits = request.parent != 0 && at(request.parent).working;
        const bool at_this_close = rules_.cheat_on_close && request.type == OrderType::kMarket &&
                                   request.time_in_force != TimeInForce::kOnOpen;
        if (!at_this_close || waits) return;
        fill_time_ns_ = now_ns;
        ambiguous_ = false;
        trade(order, last_close_, Liquidity::kTaker, SlowOrder::kAll);
        book_.release(order);
    }
    /// It would wait for an order that has ended without a fill.
    [[nodiscard]] bool is_orphan(const OrderRequest& request) const {
        if (request.parent == 0) return false;
        const SlowOrder& parent = book_.at(request.parent);
        return !parent.working && parent.filled == 0;
    }
    void cancel(OrderId id) {
        if (at(id).working) book_.end(at(id), Report::Kind::kCanceled, Reason::kUserRequest);
        book_.release(at(id));
    }
    void replace(const OrderChange& change) {
        SlowOrder& order = at(change.order_id);
        OrderRequest& now = order.request;
        if (!order.working) return book_.say(Report::Kind::kRefused, order, Reason::kFinished);
        const OrderRequest before = now;
        if (change.quantity.count != 0) now.quantity = change.quantity;
        if (change.limit_price.count != 0) now.limit_price = change.limit_price;
        if (change.stop_price.count != 0) now.stop_price = change.stop_price;
        if (now.quantity.count <= order.filled) {
            now = before;
            return book_.say(Report::Kind::kRefused, order, Reason::kInvalidQuantity);
        }
        if (now.quantity > before.quantity || now.limit_price != before.limit_price ||
            now.stop_price != before.stop_price) {
            if (!is_trailing(now.type)) order.limit = now.limit_price.count;
            book_.to_the_back(order.id);
        }
        book_.say(Report::Kind::kAmended, order, Reason::kReplaced);
        book_.fit_children(order, before.quantity.count);
    }
    void finish() {
        for (const OrderId id : std::vector(book_.queue())) {
            book_.end(at(id), Report::Kind::kExpired, Reason::kEndOfRun);
        }
    }

    void bar(TimeNs open_ns, TimeNs close_ns, const Ohlc& bar, std::int64_t volume) {
        fill_time_ns_ = open_ns_ = open_ns;
        close_ns_ = close_ns;
        left_in_bar_ = SlowOrder::kAll;
        if (rules_.participation.count > 0) {
            left_in_bar_ = static_cast<std::int64_t>(int128{volume} * rules_.participation.count / Rate::kOne);
        }
        for (SlowOrder& order : book_.all()) {
            order.met = order.triggered_inside = false;
            if (order.arrives_ns <= open_ns) ++order.bars_since;
        }
        bar_ = bar;
        native() ? match_together(bar) : match_one_by_one(bar);
        for (SlowOrder& order : book_.all()) book_.release(order);
        left_in_bar_ = SlowOrder::kAll;
        last_close_ = bar.close;
    }

    /// What was said since the last call.
    std::vector<std::string> poll() { return book_.poll(); }

  private:
    /// When children match that a fill releases.
    enum class Release : std::uint8_t { kAfterTheOpen, kAtOnce, kAfterTheBar };

    SlowOrder& at(OrderId id) { return book_.at(id); }
    [[nodiscard]] bool native() const { return rules_.links == broker::LinkRules::kNative; }
    [[nodiscard]] bool through() const { return rules_.limit_fill == broker::LimitFill::kThrough; }

    void match_together(const Ohlc& bar) {
        expire(book_.queue(), open_ns_);
        release_ = Release::kAfterTheOpen;
        std::ranges::copy_if(book_.queue(), std::back_inserter(arrivals_),
                             [&](OrderId id) { return may_match(at(id)); });
        while (!arrivals_.empty()) {
            SlowOrder& next = at(arrivals_.front());
            arrivals_.pop_front();
            if (may_match(next)) meet(next, bar.open);
        }
        if (rules_.intrabar == broker::Intrabar::kPath) {
            release_ = Release::kAtOnce;
            walk(bar);
        }
        release_ = Release::kAfterTheBar;
        if (rules_.intrabar == broker::Intrabar::kRange) {
            for (const bool stops : {true, false}) reach_in_turn(stops, bar);
        }
        meet_close(bar.close);
        expire(book_.queue(), close_ns_);
    }

    void match_one_by_one(const Ohlc& bar) {
        release_ = Release::kAfterTheBar;
        for (const OrderId id : std::vector(book_.queue())) {
            expire({id}, open_ns_);
            if (may_match(at(id))) meet(at(id), bar.open);
            if (may_match_inside(at(id))) reach(at(id), bar);
        }
        meet_close(bar.close);
    }

    /// What lies nearer to the open is met first.
    void reach_in_turn(bool stops, const Ohlc& bar) {
        std::vector<OrderId> turn;
        each_inside(stops, [&](const SlowOrder& order) {
            if (order.waits() || has_limit(order.request.type)) turn.push_back(order.id);
        });
        const auto way = [&](OrderId id) {
            const std::int64_t rise = met_at(at(id)) - bar.open;
            return at(id).waits_for_fall() ? -rise : rise;
        };
        std::ranges::stable_sort(turn, {}, way);
        for (const OrderId id : turn) {
            if (may_match_inside(at(id))) reach(at(id), bar);
        }
    }
    template <class What>
    void each_inside(bool stops, const What& what) {
        for (const OrderId id : std::vector(book_.queue())) {
            SlowOrder& order = at(id);
            if (order.waits_for_stop() == stops && may_match_inside(order)) what(order);
        }
    }
    [[nodiscard]] bool may_match_inside(const SlowOrder& order) const { return order.met && lasts_inside(order); }
    [[nodiscard]] bool lasts_inside(const SlowOrder& order) const {
        return may_match(order) && !order.one_match() && order.expires_ns >= close_ns_ &&
               order.request.time_in_force != TimeInForce::kOnClose;
    }
    [[nodiscard]] bool may_match(const SlowOrder& order) const {
        return order.working && order.bars_since > config_.latency.bars && book_.allowance(order) > 0;
    }
    /// Whether the bar holds what an order waits for, and also an order of its group that waits for the other
    /// direction.
    [[nodiscard]] bool is_ambiguous(const SlowOrder& order) {
        return std::ranges::any_of(book_.others_of(order), [&](OrderId id) {
            const SlowOrder& other = at(id);
            const bool waits = other.waits() || has_limit(other.request.type);
            if (!waits || !lasts_inside(other) || other.waits_for_fall() == order.waits_for_fall()) return false;
            return other.waits_for_fall() ? bar_.low <= met_at(other) : bar_.high >= met_at(other);
        });
    }
    /// The first price on its way that does something to an order. Requires: it waits or has a limit.
    [[nodiscard]] std::int64_t met_at(const SlowOrder& order) const {
        const std::int64_t beyond = through() && !order.waits() ? 1 : 0;
        return order.waits_for() + (order.waits_for_fall() ? -beyond : beyond);
    }
    /// An order and a price that is simply there: the open of a bar, or where the market stood as its parent filled.
    void meet(SlowOrder& order, std::int64_t price) {
        order.met = true;
        ambiguous_ = false;
        if (order.request.time_in_force == TimeInForce::kOnClose) return;
        if (order.waits() && order.triggered_by(price)) order.trigger();
        if (order.request.post_only) {
            const bool first = !std::exchange(order.has_rested, true);
            if (first && order.within_limit(price)) {
                return book_.end(order, Report::Kind::kRejected, Reason::kPostOnlyWouldCross);
            }
            rest(order, price);
        } else if (!order.waits() && order.within_limit(price)) {
            trade(order, price, Liquidity::kTaker, SlowOrder::kAll);
        }
        if (order.working && order.one_match()) book_.end(order, Report::Kind::kCanceled, Reason::kNotMarketable);
    }

    /// A resting limit order and the furthest price that is known to come.
    void rest(SlowOrder& order, std::int64_t furthest) {
        if (!order.within_limit(furthest) || (through() && furthest == order.limit)) return;
        trade(order, order.limit, Liquidity::kMaker, order.shown(furthest));
    }

    /// An order and a bar of which only the range is known.
    void reach(SlowOrder& order, const Ohlc& bar) {
        ambiguous_ = is_ambiguous(order);
        const std::int64_t best = order.buys() ? bar.low : bar.high;
        const std::int64_t worst = order.buys() ? bar.high : bar.low;
        if (!order.waits()) {
            if (has_limit(order.request.type) && !order.triggered_inside) rest(order, best);
            return;
        }
        const bool good = is_take_profit(order.request.type);
        if (!order.triggered_by(good ? best : worst)) return;
        order.trigger();
        order.triggered_inside = true;
        if (order.within_limit(order.stop())) return trade(order, order.stop(), Liquidity::kTaker, SlowOrder::kAll);
        rest(order, good ? best : bar.close);
    }

    void walk(const Ohlc& bar) {
        const std::int64_t up = bar.high - bar.open;
        const std::int64_t down = bar.open - bar.low;
        const bool low_first = down < up || (down == up && bar.close >= bar.open);
        std::int64_t from = bar.open;
        trail(from);
        for (const std::int64_t to : {low_first ? bar.low : bar.high, low_first ? bar.high : bar.low, bar.close}) {
            const std::int64_t step = to > from ? 1 : -1;
            for (std::int64_t price = from; from != to && price != to + step; price += step) {
                market_ = price;
                for (const bool stops : {true, false}) {
                    each_inside(stops, [&](SlowOrder& order) { pass(order, price, to); });
                }
            }
            from = to;
            trail(from);
        }
    }
    void trail(std::int64_t price) {
        for (const OrderId id : std::vector(book_.queue())) {
            SlowOrder& order = at(id);
            if (may_match_inside(order) && order.trail(price)) book_.say(Report::Kind::kTrailed, order, {});
        }
    }

    /// An order and a price on the way to another.
    void pass(SlowOrder& order, std::int64_t price, std::int64_t to) {
        ambiguous_ = is_ambiguous(order);
        if (order.waits()) {
            if (!order.triggered_by(price)) return;
            order.trigger();
            if (order.within_limit(price)) trade(order, price, Liquidity::kTaker, SlowOrder::kAll);
        } else if (has_limit(order.request.type) && order.improves(price, to)) {
            if (order.within_limit(price) && (!through() || price != order.limit)) rest(order, to);
        }
    }

    void meet_close(std::int64_t close) {
        ambiguous_ = false;
        for (const OrderId id : std::vector(book_.queue())) {
            SlowOrder& order = at(id);
            if (order.request.time_in_force != TimeInForce::kOnClose || !order.met || !may_match(order)) continue;
            if (order.within_limit(close)) trade(order, close, Liquidity::kTaker, SlowOrder::kAll);
            if (order.working) book_.end(order, Report::Kind::kCanceled, Reason::kNotMarketable);
        }
        trail(close);
    }

    void trade(SlowOrder& order, std::int64_t price, Liquidity liquidity, std::int64_t most) {
        std::int64_t quantity = std::min({order.left(), book_.allowance(order), most, left_in_bar_});
        const std::int64_t held = till_.reducible(order.request.side);
        if (order.request.reduce_only) quantity = std::min(quantity, held);
        if (order.request.time_in_force == TimeInForce::kFok && quantity < order.left()) return;
        if (order.request.reduce_only && held == 0)
            return book_.end(order, Report::Kind::kCanceled, Reason::kReduceOnly);
        if (quantity == 0) return;
        Report report = till_.settle(order, price, liquidity, quantity);
        report.time_ns = fill_time_ns_;
        report.ambiguous = ambiguous_;
        book_.say(report);
        if (report.kind == Report::Kind::kRejected) return book_.end(order, report.kind, report.reason);
        left_in_bar_ -= quantity;
        book_.filled(order, quantity);
        if (order.working && order.request.reduce_only && held == quantity) {
            book_.end(order, Report::Kind::kCanceled, Reason::kReduceOnly);
        }
        tell_children(order);
    }

    void tell_children(SlowOrder& parent) {
        if (release_ == Release::kAfterTheBar) return;
        std::vector<OrderId> freed = book_.children_of(parent);
        std::erase_if(freed, [&](OrderId id) { return may_match(at(id)); });
        book_.release(parent);
        std::erase_if(freed, [&](OrderId id) { return !may_match(at(id)); });
        for (const OrderId id : freed) {
            if (release_ == Release::kAfterTheOpen) {
                arrivals_.push_back(id);
            } else if (may_match(at(id))) {
                meet(at(id), market_);
            }
        }
    }

    void expire(const std::vector<OrderId>& ids, TimeNs now_ns) {
        for (const OrderId id : std::vector(ids)) {
            if (at(id).working && at(id).expires_ns <= now_ns) {
                book_.end(at(id), Report::Kind::kExpired, Reason::kEndOfTime);
            }
        }
    }

    broker::SimulatedBrokerConfig config_;
    broker::MatchingRules rules_;
    SlowTill till_;
    SlowBook book_;
    Ohlc bar_;
    bool ambiguous_ = false;   ///< of what fills now
    std::int64_t market_ = 0;  ///< on a path: the price at this moment
    std::int64_t last_close_ = 0;
    std::int64_t left_in_bar_ = 0;
    TimeNs fill_time_ns_ = 0;
    TimeNs open_ns_ = 0;
    TimeNs close_ns_ = 0;
    Release release_ = Release::kAfterTheBar;
    std::deque<OrderId> arrivals_;  ///< those that meet the open, in the order in which they do
};

}  // namespace ct::test

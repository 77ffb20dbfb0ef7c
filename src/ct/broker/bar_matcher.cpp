#include "ct/broker/bar_matcher.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <tuple>

#include "ct/broker/matching_rules.hpp"
#include "ct/broker/settlement.hpp"
#include "ct/broker/working_order.hpp"
#include "ct/broker/working_orders.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/grid.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::broker {

namespace {

bool is_over_by(const WorkingOrder& order, TimeNs time_ns) {
    return order.request.expire_ns > 0 && order.request.expire_ns <= time_ns;
}

/// What a stop does is bad for its owner, what a limit or a take-profit does is good.
bool is_stop(const WorkingOrder& order) { return order.waits_for_trigger() && !is_take_profit(order.request.type); }

}  // namespace

Result<void> BarMatcher::match(WorkingOrders& orders, const BarView& bar, const Scale& scale, bool is_close) {
    const auto concerned = read(orders, bar, scale);
    if (!concerned) return fail(concerned);
    if (!*concerned) return {};
    meet();
    if (!ready_.empty()) {
        const bool native = rules_.links == LinkRules::kNative;
        moment_ = native ? Moment::kOpen : Moment::kOther;
        open();
        put_in_order();
        if (native && rules_.intrabar == Intrabar::kPath) {
            moment_ = Moment::kPath;
            path();
            put_in_order();
        }
        moment_ = Moment::kOther;
        if (native && rules_.intrabar == Intrabar::kRange) range();
        close(is_close);
    }
    expire();
    grant_all();
    if (failure_) return fail(failure_->code, failure_->message);
    return {};
}

Result<void> BarMatcher::trade(WorkingOrders& orders, Slot slot, Price price, TimeNs now_ns) {
    orders_ = &orders;
    open_ns_ = now_ns;
    volume_ = 0;
    left_ = kNoLimit;
    moment_ = Moment::kOther;
    ambiguous_ = false;
    take(slot, price);
    grant_all();
    if (failure_) return fail(failure_->code, failure_->message);
    return {};
}

Result<bool> BarMatcher::read(WorkingOrders& orders, const BarView& bar, const Scale& scale) {
    const auto low = price_from_double(bar.low(), scale.price_decimals);
    if (!low) return fail(low);
    const auto high = price_from_double(bar.high(), scale.price_decimals);
    if (!high) return fail(high);
    orders_ = &orders;
    open_ns_ = bar.open_time_ns();
    close_ns_ = bar.close_time_ns();
    orders.concerned_by(*low, *high, close_ns_, ready_);
    if (ready_.empty()) return false;
    const auto open = price_from_double(bar.open(), scale.price_decimals);
    if (!open) return fail(open);
    const auto close = price_from_double(bar.close(), scale.price_decimals);
    if (!close) return fail(close);
    open_ = *open;
    high_ = *high;
    low_ = *low;
    close_ = *close;
    volume_ = bar.volume();
    left_ = kNoLimit;
    if (rules_.participation.count > 0) {
        const auto volume = to_grid(bar.volume(), scale.quantity_decimals, false, "the volume of a bar");
        if (!volume) return fail(volume);
        left_ = {static_cast<std::int64_t>(int128{*volume} * rules_.participation.count / Rate::kOne)};
    }
    return true;
}

void BarMatcher::meet() {
    expires_ = false;
    std::size_t kept = 0;
    for (const Slot slot : ready_) {
        if (!orders_->works(slot)) continue;
        WorkingOrder& order = (*orders_)[slot];
        if (is_over_by(order, open_ns_)) {
            if (one_by_one()) {
                ready_[kept++] = slot;
            } else {
                end(slot, Report::Kind::kExpired, Reason::kEndOfTime);
            }
            continue;
        }
        expires_ = expires_ || is_over_by(order, close_ns_);
        if (open_ns_ < order.arrival_ns) continue;
        if (order.wait_bars > 0) {
            if (--order.wait_bars == 0) order.arrival_ns = close_ns_;
            orders_->changed(slot);
            continue;
        }
        if (order.is_released()) ready_[kept++] = slot;
    }
    ready_.resize(kept);
}

void BarMatcher::open() {
    // Orders that others release join the end of the list.
    for (std::size_t i = 0; i < ready_.size() && !failure_; ++i) {
        const Slot slot = ready_[i];
        if (one_by_one() && orders_->works(slot) && is_over_by((*orders_)[slot], open_ns_)) {
            end(slot, Report::Kind::kExpired, Reason::kEndOfTime);
        }
        if (can_fill(slot)) at_price(slot, open_);
        if (one_by_one() && fills_inside(slot)) within_range(slot);
    }
}

void BarMatcher::put_in_order() {
    orders_->sort(ready_);
    ready_.erase(std::unique(ready_.begin(), ready_.end()), ready_.end());
}

void BarMatcher::range() {
    inside_.clear();
    for (const Slot slot : ready_) {
        if (!fills_inside(slot)) continue;
        const WorkingOrder& order = (*orders_)[slot];
        const std::int64_t way =
            order.waits_for_fall() ? open_.count - reach(order).count : reach(order).count - open_.count;
        inside_.push_back({!is_stop(order), way, order.sequence, slot});
    }
    std::sort(inside_.begin(), inside_.end());
    for (const Inside& next : inside_) {
        if (!failure_ && fills_inside(next.slot)) within_range(next.slot);
    }
}

void BarMatcher::path() {
    const std::int64_t up = high_.count - open_.count;
    const std::int64_t down = open_.count - low_.count;
    const bool high_first = up != down ? up < down : close_ < open_;
    Price at = open_;
    trail_all(at);
    for (const Price next : {high_first ? high_ : low_, high_first ? low_ : high_, close_}) {
        if (failure_) return;
        walk(at, next);
        at = next;
        trail_all(at);
    }
}

void BarMatcher::close(bool is_close) {
    ambiguous_ = false;
    for (std::size_t i = 0; is_close && i < ready_.size() && !failure_; ++i) {
        const Slot slot = ready_[i];
        if (!can_fill(slot)) continue;
        const WorkingOrder& order = (*orders_)[slot];
        if (!order.waits_for_close()) continue;
        if (order.is_market() || order.is_reached_by(close_)) take(slot, close_);
        if (orders_->works(slot)) end(slot, Report::Kind::kCanceled, Reason::kNotMarketable);
    }
    trail_all(close_);
}

void BarMatcher::expire() {
    if (!expires_ || one_by_one()) return;
    // Those too that the bar did not let match.
    orders_->concerned_by(low_, high_, close_ns_, ready_);
    for (const Slot slot : ready_) {
        if (!orders_->works(slot) || !is_over_by((*orders_)[slot], close_ns_)) continue;
        end(slot, Report::Kind::kExpired, Reason::kEndOfTime);
    }
}

void BarMatcher::at_price(Slot slot, Price price) {
    WorkingOrder& order = (*orders_)[slot];
    ambiguous_ = false;
    if (order.waits_for_close()) return;
    const bool first = !order.met;
    order.met = true;
    if (order.is_market()) {
        take(slot, price);
    } else if (order.is_reached_by(price)) {
        if (order.waits_for_trigger()) {
            order.trigger();
            if (order.is_market() || order.is_marketable_at(price)) take(slot, price);
        } else if (!order.request.post_only) {
            take(slot, price);
        } else if (first) {
            return end(slot, Report::Kind::kRejected, Reason::kPostOnlyWouldCross);
        } else if (order.is_buy() ? price <= reach(order) : price >= reach(order)) {
            make(slot, price != order.limit, price);
        }
    }
    if (!orders_->works(slot)) return;
    if (order.has_one_match()) return end(slot, Report::Kind::kCanceled, Reason::kNotMarketable);
    orders_->changed(slot);
}

bool BarMatcher::fills_inside(Slot slot) const {
    if (!can_fill(slot)) return false;
    const WorkingOrder& order = (*orders_)[slot];
    const bool lives_through = order.request.expire_ns == 0 || order.request.expire_ns >= close_ns_;
    return lives_through && !order.waits_for_close() && !order.is_market();
}

bool BarMatcher::has_rival(Slot slot) const {
    const bool falls = (*orders_)[slot].waits_for_fall();
    for (Slot leg = (*orders_)[slot].next_leg; leg != slot; leg = (*orders_)[leg].next_leg) {
        if (!fills_inside(leg)) continue;
        const WorkingOrder& order = (*orders_)[leg];
        const bool there = order.wait_bars == 0 && order.arrival_ns <= open_ns_ && !order.has_one_match();
        if (there && order.waits_for_fall() != falls && is_in_bar(order)) return true;
    }
    return false;
}

bool BarMatcher::is_in_bar(const WorkingOrder& order) const {
    return order.waits_for_fall() ? low_ <= reach(order) : high_ >= reach(order);
}

void BarMatcher::within_range(Slot slot) {
    WorkingOrder& order = (*orders_)[slot];
    if (!is_in_bar(order)) return;
    ambiguous_ = has_rival(slot);
    const Price extreme = order.waits_for_fall() ? low_ : high_;
    if (!order.waits_for_trigger()) return make(slot, extreme != order.limit, extreme);
    const Price stop = order.request.stop_price;
    order.trigger();
    orders_->changed(slot);
    if (order.is_market() || order.is_marketable_at(stop)) return take(slot, stop);
    // What comes after the trigger is known of the close alone, and of the extreme where that lies further on.
    const Price known = is_take_profit(order.request.type) ? extreme : close_;
    const Price reached = reach(order);
    if (order.is_buy() ? known <= reached : known >= reached) make(slot, known != order.limit, known);
}

Price BarMatcher::reach(const WorkingOrder& order) const {
    const bool through = !order.waits_for_trigger() && rules_.limit_fill == LimitFill::kThrough;
    const std::int64_t beyond = order.is_buy() ? -1 : 1;
    return {order.awaited().count + (through ? beyond : 0)};
}

void BarMatcher::walk(Price from, Price to) {
    const bool falls = to < from;
    // Where the walk stands: how far it has come, then stops before others, then the order of submission.
    using Place = std::tuple<std::int64_t, bool, std::uint64_t>;
    Place last{-1, true, 0};
    const std::int64_t length = std::abs(to.count - from.count);
    while (!failure_ && length > 0) {
        Place next{length, true, std::numeric_limits<std::uint64_t>::max()};
        Slot next_slot = kNoSlot;
        for (const Slot slot : ready_) {
            if (!fills_inside(slot)) continue;
            const WorkingOrder& order = (*orders_)[slot];
            if (order.waits_for_fall() != falls) continue;
            const std::int64_t distance = (falls ? -1 : 1) * (reach(order).count - from.count);
            const Place place{distance, !is_stop(order), order.sequence};
            if (!(last < place) || !(place < next)) continue;
            next = place;
            next_slot = slot;
        }
        if (next_slot == kNoSlot) return;
        last = next;
        const std::int64_t distance = std::get<0>(next);
        hit(next_slot, {from.count + (falls ? -distance : distance)}, to);
    }
}

void BarMatcher::hit(Slot slot, Price price, Price end) {
    WorkingOrder& order = (*orders_)[slot];
    ambiguous_ = has_rival(slot);
    if (!order.waits_for_trigger()) {
        make(slot, end != order.limit, price);
    } else {
        order.trigger();
        orders_->changed(slot);
        if (order.is_market() || order.is_marketable_at(price)) take(slot, price);
    }
}

void BarMatcher::trail_all(Price price) {
    for (const Slot slot : ready_) {
        if (!fills_inside(slot)) continue;
        WorkingOrder& order = (*orders_)[slot];
        if (!order.waits_for_trigger() || !is_trailing(order.request.type)) continue;
        if (!order.trail(price)) continue;
        orders_->changed(slot);
        reports_->push_back({.kind = Report::Kind::kTrailed,
                             .order_id = order.id,
                             .time_ns = open_ns_,
                             .stop_price = order.request.stop_price});
    }
}

Quantity BarMatcher::open_quantity(const WorkingOrder& order) const {
    const Quantity fillable = order.fillable();
    return order.request.reduce_only ? std::min(fillable, settlement_->reducible(order.request)) : fillable;
}

void BarMatcher::take(Slot slot, Price price) {
    const WorkingOrder& order = (*orders_)[slot];
    const Quantity quantity = std::min(open_quantity(order), left_);
    Price slipped = settlement_->slipped(order.request, price, quantity, volume_);
    if (has_limit(order.request.type)) {
        slipped = order.is_buy() ? std::min(slipped, order.limit) : std::max(slipped, order.limit);
    }
    fill(slot, slipped, Liquidity::kTaker, kNoLimit);
    admit(price);
}

void BarMatcher::make(Slot slot, bool beyond, Price price) {
    const WorkingOrder& order = (*orders_)[slot];
    const Quantity shown = order.request.display;
    fill(slot, order.limit, Liquidity::kMaker, beyond || shown.count == 0 ? kNoLimit : shown);
    admit(price);
}

void BarMatcher::fill(Slot slot, Price price, Liquidity liquidity, Quantity most) {
    WorkingOrder& order = (*orders_)[slot];
    Quantity quantity = std::min(open_quantity(order), most);
    bool exhausts = order.request.reduce_only && settlement_->reducible(order.request) == quantity;
    const bool all_or_none = order.request.time_in_force == TimeInForce::kFok;
    if (all_or_none && std::min(quantity, left_) < order.request.quantity - order.filled) return;
    exhausts = exhausts && quantity <= left_;
    quantity = std::min(quantity, left_);
    if (quantity.count > 0) {
        auto report = settlement_->settle(order, {price, quantity, liquidity});
        if (!report) {
            failure_ = report.error();
            return;
        }
        report->time_ns = open_ns_;
        report->ambiguous = ambiguous_;
        if (report->kind == Report::Kind::kRejected) return links_->end(*orders_, slot, *report);
        report->order_id = order.id;
        reports_->push_back(*report);
        left_ = left_ - quantity;
        order.filled = order.filled + quantity;
        links_->filled(*orders_, slot, quantity, open_ns_, released_);
    }
    if (exhausts && orders_->works(slot)) end(slot, Report::Kind::kCanceled, Reason::kReduceOnly);
}

void BarMatcher::end(Slot slot, Report::Kind kind, Reason reason) {
    const TimeNs time_ns = kind == Report::Kind::kExpired ? (*orders_)[slot].request.expire_ns : open_ns_;
    links_->end(*orders_, slot, {.kind = kind, .time_ns = time_ns, .reason = reason});
}

void BarMatcher::admit(Price price) {
    if (moment_ == Moment::kOther) return;
    const std::size_t begin = ready_.size();
    for (const Slot slot : released_) {
        if (grant(slot)) ready_.push_back(slot);
    }
    released_.clear();
    if (moment_ != Moment::kPath) return;
    const std::size_t end = ready_.size();
    for (std::size_t i = begin; i < end && !failure_; ++i) {
        if (can_fill(ready_[i])) at_price(ready_[i], price);
    }
}

bool BarMatcher::grant(Slot slot) {
    if (!orders_->works(slot)) return false;
    WorkingOrder& order = (*orders_)[slot];
    const bool could_fill = order.is_released();
    order.released = order.coming;
    orders_->changed(slot);
    return !could_fill && order.is_released() && order.wait_bars == 0 && order.arrival_ns <= open_ns_;
}

void BarMatcher::grant_all() {
    for (const Slot slot : released_) grant(slot);
    released_.clear();
}

}  // namespace ct::broker

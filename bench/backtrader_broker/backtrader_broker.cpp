#include "backtrader_broker.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace ct::bench {
namespace {

// The part of a quantity that reduces the position, and the part that opens or adds to one.
struct Split {
    double closed = 0;
    double opened = 0;
};

Split split(double held, double quantity) {
    if (held == 0 || (held > 0) == (quantity > 0)) {
        return {0, quantity};
    }
    if (std::fabs(quantity) <= std::fabs(held)) {
        return {quantity, 0};
    }
    return {-held, held + quantity};
}

Position moved(const Position& position, const Split& change, double price) {
    if (change.opened == 0) {
        const double left = position.quantity + change.closed;
        return left == 0 ? Position{} : Position{left, position.price};
    }
    if (change.closed != 0 || position.quantity == 0) {
        return {change.opened, price};
    }
    const double quantity = position.quantity + change.opened;
    return {quantity, (position.price * position.quantity + change.opened * price) / quantity};
}

}  // namespace

BacktraderBroker::BacktraderBroker(const Options& options)
    : commission_(options.commission),
      slippage_(options.slippage),
      cash_(options.cash),
      markets_(options.instruments),
      held_(options.instruments) {}

OrderId BacktraderBroker::submit(const OrderRequest& request) {
    const Market& market = markets_[request.instrument];
    Order order;
    order.request = request;
    order.left = request.quantity;
    order.check_price = request.type == OrderType::kMarket ? market.bar.close : request.price;
    order.bars_at_entry = market.bars;
    orders_.push_back(order);
    const auto id = static_cast<OrderId>(orders_.size());
    submitted_.push_back(id);
    report(id, OrderStatus::kSubmitted);
    return id;
}

bool BacktraderBroker::cancel(OrderId order) {
    const auto found = std::ranges::find(accepted_, order);
    if (found == accepted_.end()) {
        return false;
    }
    accepted_.erase(found);
    report(order, OrderStatus::kCanceled);
    return true;
}

void BacktraderBroker::set_bar(std::size_t instrument, const Bar& bar) {
    markets_[instrument].bar = bar;
    ++markets_[instrument].bars;
}

void BacktraderBroker::on_market() {
    if (!submitted_.empty()) {
        check_submitted();
    }
    std::size_t kept = 0;
    for (const OrderId id : accepted_) {
        const Match result = match(orders_[id - 1]);
        if (!result.is_filled || !fill(id, result.price)) {
            accepted_[kept++] = id;
        }
    }
    accepted_.resize(kept);
}

void BacktraderBroker::poll(std::vector<Report>& reports) {
    reports.clear();
    reports.swap(reports_);
}

double BacktraderBroker::value() const {
    double held = 0;
    for (const std::size_t instrument : touched_) {
        const Position& position = markets_[instrument].position;
        const double close = markets_[instrument].bar.close;
        const double worth = position.quantity * close;
        if (position.quantity > 0) {
            const double unrealized = position.quantity * (close - position.price);
            held += worth - unrealized;
            held += unrealized;
        } else {
            held += worth;
        }
    }
    return cash_ + held;
}

bool BacktraderBroker::is_alive(OrderId order) const {
    const OrderStatus status = orders_[order - 1].status;
    return status == OrderStatus::kSubmitted || status == OrderStatus::kAccepted || status == OrderStatus::kPartial;
}

const Position& BacktraderBroker::position(std::size_t instrument) {
    touch(instrument);
    return markets_[instrument].position;
}

double BacktraderBroker::fee_of(double quantity, double price) const {
    return std::fabs(quantity) * commission_ * price;
}

void BacktraderBroker::touch(std::size_t instrument) {
    if (!markets_[instrument].is_touched) {
        markets_[instrument].is_touched = true;
        touched_.push_back(instrument);
    }
}

void BacktraderBroker::report(OrderId id, OrderStatus status) {
    Order& order = orders_[id - 1];
    order.status = status;
    reports_.push_back({id, status, order.filled_quantity, order.filled_price, order.fee});
}

// One running cash and one running position over the whole queue, neither restored after a refusal.
void BacktraderBroker::check_submitted() {
    double cash = cash_;
    for (std::size_t i = 0; i < markets_.size(); ++i) {
        held_[i] = markets_[i].position.quantity;
    }
    for (const OrderId id : submitted_) {
        const Order& order = orders_[id - 1];
        touch(order.request.instrument);
        cash = cash_after_check(order, cash, held_[order.request.instrument]);
        if (cash < 0) {
            report(id, OrderStatus::kMargin);
        } else {
            accepted_.push_back(id);
            report(id, OrderStatus::kAccepted);
        }
    }
    submitted_.clear();
}

double BacktraderBroker::cash_after_check(const Order& order, double cash, double& quantity_held) const {
    const double price = order.check_price;
    const Split part = split(quantity_held, order.request.quantity);
    if (part.closed != 0) {
        cash = cash - part.closed * price - fee_of(part.closed, price);
    }
    if (part.opened != 0) {
        cash = cash - part.opened * price - fee_of(part.opened, price);
    }
    quantity_held += order.request.quantity;
    return cash;
}

// Limit and stop orders also look at a bar that is older than they are, where the instrument has no new one in this
// step; a market order waits for a new one.
BacktraderBroker::Match BacktraderBroker::match(const Order& order) const {
    const Market& market = markets_[order.request.instrument];
    const Bar& bar = market.bar;
    const double price = order.request.price;
    const bool is_buy = order.request.quantity > 0;
    const double edge = is_buy ? bar.high : bar.low;
    switch (order.request.type) {
        case OrderType::kMarket:
            if (market.bars == order.bars_at_entry) {
                return {};
            }
            break;
        case OrderType::kLimit:
            if (is_buy ? bar.open <= price : bar.open >= price) {
                if (!slippage_.on_open) {
                    return {true, bar.open};
                }
                // Not symmetric: below the bar's low, a sell still slips down to its limit.
                const double bound = is_buy ? std::min(edge, price) : price;
                return slip(bar.open, bound, is_buy, slippage_.clip_to_range || slippage_.clip_limits);
            }
            return {is_buy ? bar.low <= price : bar.high >= price, price};
        case OrderType::kStop:
            if (is_buy ? bar.open < price : bar.open > price) {
                if (is_buy ? bar.high < price : bar.low > price) {
                    return {};
                }
                return slip(price, edge, is_buy, slippage_.clip_to_range);
            }
            break;
    }
    return slippage_.on_open ? slip(bar.open, edge, is_buy, slippage_.clip_to_range) : Match{true, bar.open};
}

BacktraderBroker::Match BacktraderBroker::slip(double price, double bound, bool is_buy, bool is_clipped) const {
    double slipped = price;
    if (slippage_.fraction != 0) {
        slipped = is_buy ? price * (1 + slippage_.fraction) : price * (1 - slippage_.fraction);
    } else if (slippage_.amount != 0) {
        slipped = is_buy ? price + slippage_.amount : price - slippage_.amount;
    } else {
        return {true, price};
    }
    if (is_buy ? slipped <= bound : slipped >= bound) {
        return {true, slipped};
    }
    if (!is_clipped) {
        return {};
    }
    return {true, slippage_.out_of_range ? slipped : bound};
}

// What reduces a position always goes through, even into negative cash. What opens one needs cash that is not
// negative afterwards, or the order ends in Margin, after a partial fill where it also reduced something. The two
// parts of an order that turns a position around may not add up to its quantity in doubles: the order then stays, as
// what it was, for the unit in the last place that is left.
bool BacktraderBroker::fill(OrderId id, double price) {
    Order& order = orders_[id - 1];
    Position& position = markets_[order.request.instrument].position;
    Split part = split(position.quantity, order.left);
    double cash = cash_;
    if (part.closed != 0) {
        const double profit = -part.closed * (price - position.price);
        cash = cash + (-part.closed * position.price + profit) - fee_of(part.closed, price);
    }
    bool is_refused = false;
    if (part.opened != 0) {
        const double opened_cash = cash - part.opened * price - fee_of(part.opened, price);
        is_refused = opened_cash < 0;
        if (is_refused) {
            part.opened = 0;
        } else {
            cash = opened_cash;
        }
    }
    cash_ = cash;
    position = moved(position, part, price);
    const double quantity = part.closed + part.opened;
    if (quantity != 0) {
        const double filled = order.filled_quantity + quantity;
        order.filled_price = (order.filled_price * order.filled_quantity + quantity * price) / filled;
        order.filled_quantity = filled;
        order.fee += fee_of(part.closed, price) + fee_of(part.opened, price);
        order.left -= quantity;
        report(id, order.left == 0 ? OrderStatus::kCompleted : OrderStatus::kPartial);
    }
    if (is_refused) {
        report(id, OrderStatus::kMargin);
    }
    return order.status != OrderStatus::kPartial;
}

}  // namespace ct::bench

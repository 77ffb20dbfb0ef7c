#include "ct/risk/pipeline.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <utility>

#include "ct/core/approved.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/cash_rule.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/validation_rule.hpp"

namespace ct::risk {

namespace {

/// Down to what the market takes; zero below its minimum.
Quantity in_lots(Quantity quantity, const OrderRequest& order, const Filters* filters) {
    if (filters == nullptr) return quantity;
    const bool market = order.type == OrderType::kMarket;
    const Quantity lot = market ? market_step(*filters) : filters->lot_size;
    const std::int64_t step = std::max<std::int64_t>(lot.count, 1);
    const Quantity whole{quantity.count - quantity.count % step};
    const Quantity minimum =
        market ? std::max(filters->min_quantity, filters->market_min_quantity) : filters->min_quantity;
    return whole < minimum ? Quantity{} : whole;
}

}  // namespace

Pipeline Pipeline::standard() {
    Rules rules;
    rules.push_back(std::make_unique<ValidationRule>());
    rules.push_back(std::make_unique<CashRule>());
    return Pipeline(std::move(rules));
}

Pipeline Pipeline::with(Rules rules) {
    Pipeline pipeline = standard();
    std::move(rules.begin(), rules.end(), std::back_inserter(pipeline.rules_));
    pipeline.objections_.reserve(pipeline.rules_.size());
    pipeline.keeps_books_ = true;
    return pipeline;
}

Result<Decision> Pipeline::decide(Order& order, const Situation& situation) {
    objections_.clear();
    Quantity& quantity = order.request.quantity;
    const Quantity asked = quantity;
    for (const auto& rule : rules_) {
        const auto rejection = rule->check(order.request, situation);
        if (!rejection) return fail(rejection);
        if (!*rejection) continue;
        Rejection& objection = objections_.emplace_back(**rejection);
        objection.allowed = in_lots(std::min(objection.allowed, quantity), order.request, situation.filters);
        if (objection.allowed.count <= 0) {
            quantity = asked;
            return Decision{objection};
        }
        quantity = objection.allowed;
    }
    const Quantity allowed = std::exchange(quantity, asked);
    for (const auto& rule : rules_) rule->passed(order.request, situation.now_ns);
    quantity = allowed;
    order.is_shrunk = order.is_shrunk || allowed != asked;
    return Decision{Approved<Order>(order)};
}

Result<ChangeDecision> Pipeline::decide(const OrderChange& change, const Order& order, const Situation& situation) {
    objections_.clear();
    OrderRequest changed = order.request;
    changed.quantity = change.quantity - order.filled;
    changed.limit_price = change.limit_price;
    changed.stop_price = change.stop_price;
    for (const auto& rule : rules_) {
        const auto rejection = rule->check(changed, situation);
        if (!rejection) return fail(rejection);
        if (!*rejection) continue;
        Rejection& objection = objections_.emplace_back(**rejection);
        objection.allowed = {};
        return ChangeDecision{objection};
    }
    for (const auto& rule : rules_) rule->passed(changed, situation.now_ns);
    return ChangeDecision{Approved<OrderChange>(change)};
}

Result<void> Pipeline::watch(TimeNs now_ns, const Money& equity) {
    for (const auto& rule : rules_) {
        if (auto watched = rule->watch(now_ns, equity); !watched) return watched;
    }
    return {};
}

}  // namespace ct::risk

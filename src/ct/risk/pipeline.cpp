#include "ct/risk/pipeline.hpp"

#include <memory>
#include <utility>
#include <vector>

#include "ct/core/approved.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/cash_rule.hpp"
#include "ct/risk/order_fields_rule.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

Pipeline Pipeline::standard() {
    std::vector<std::unique_ptr<Rule>> rules;
    rules.push_back(std::make_unique<OrderFieldsRule>());
    rules.push_back(std::make_unique<CashRule>());
    return Pipeline(std::move(rules));
}

Result<Decision> Pipeline::decide(const Order& order, const Situation& situation) const {
    for (const auto& rule : rules_) {
        const auto rejection = rule->check(order.request, situation);
        if (!rejection) return fail(rejection);
        if (*rejection) return Decision{**rejection};
    }
    return Decision{Approved<Order>(order)};
}

}  // namespace ct::risk

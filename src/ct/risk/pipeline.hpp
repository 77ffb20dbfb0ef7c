#pragma once

#include <memory>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include "ct/core/approved.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

using Rules = std::vector<std::unique_ptr<Rule>>;

/// An order that may go out, or why it may not.
using Decision = std::variant<Approved<Order>, Rejection>;

/// Likewise of a change.
using ChangeDecision = std::variant<Approved<OrderChange>, Rejection>;

/// The rules in the order in which they are asked; the first no wins. Rules remember what passed, so each run has a
/// pipeline of its own.
class Pipeline {
  public:
    explicit Pipeline(Rules rules) : rules_(std::move(rules)) { objections_.reserve(rules_.size()); }

    /// The rules that every backtest has: complete fields, then cash.
    static Pipeline standard();
    /// The standard ones and then those of the settings, for which the books are kept.
    static Pipeline with(Rules rules);

    /// An order may pass smaller than was asked for: then it is made smaller here, rounded down to the lot, and refused
    /// as it is where that is less than the minimum. What passes is borrowed. Errors: kOverflow.
    [[nodiscard]] Result<Decision> decide(Order& order, const Situation& situation);

    /// A change of a working order is checked as an order of its new values for what is left of it, while the books do
    /// not count the order. It passes whole or not at all, and is borrowed. Errors: kOverflow.
    [[nodiscard]] Result<ChangeDecision> decide(const OrderChange& change, const Order& order,
                                                const Situation& situation);

    /// True when the rules want Situation::books and watch().
    [[nodiscard]] bool keeps_books() const { return keeps_books_; }
    /// Tells the rules what the account is worth. Errors: kOverflow.
    Result<void> watch(TimeNs now_ns, const Money& equity);

    /// What the rules had against the last order, in their order; `allowed` is what each left of it.
    [[nodiscard]] std::span<const Rejection> objections() const { return objections_; }

  private:
    Rules rules_;
    std::vector<Rejection> objections_;
    bool keeps_books_ = false;
};

}  // namespace ct::risk

#pragma once

#include <memory>
#include <utility>
#include <variant>
#include <vector>

#include "ct/core/approved.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {

/// An order that may go out, or why it may not.
using Decision = std::variant<Approved<Order>, Rejection>;

/// The rules in the order in which they are asked; the first no wins.
class Pipeline {
  public:
    explicit Pipeline(std::vector<std::unique_ptr<Rule>> rules) : rules_(std::move(rules)) {}

    /// The rules that every backtest has: complete fields, then cash.
    static Pipeline standard();

    /// Errors: kOverflow.
    [[nodiscard]] Result<Decision> decide(const Order& order, const Situation& situation) const;

  private:
    std::vector<std::unique_ptr<Rule>> rules_;
};

}  // namespace ct::risk

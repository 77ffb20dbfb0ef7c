// What trading cost.

#include <cstddef>

#include "ct/analyzers/fill_slippage.hpp"
#include "ct/analyzers/metric_groups.hpp"
#include "ct/analyzers/metrics.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"

namespace ct::analyzers {

void add_costs(Metrics& metrics, const RunFacts& facts) {
    double turnover = 0;
    double slippage = 0;
    for (const Fill& fill : facts.fills) {
        const Scale& scale = facts.instruments[fill.instrument].scale;
        const double rate = facts.quote_rates[fill.instrument];
        const Order& order = facts.orders[static_cast<std::size_t>(fill.order_id - 1)];
        turnover += to_double(fill.price, scale) * to_double(fill.quantity, scale) * rate;
        slippage += slippage_of(fill, order, scale).value_or(0) * rate;
    }
    metrics.emplace_back("turnover", turnover);
    metrics.emplace_back("fees", facts.fees.to_double());
    metrics.emplace_back("slippage", slippage);
}

}  // namespace ct::analyzers

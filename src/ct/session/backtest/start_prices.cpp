#include "ct/session/backtest/start_prices.hpp"

#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/session/backtest/universe.hpp"

namespace ct::session {

Result<double> StartPrices::Peeked::first_open() {
    if (const auto bars = whole()) return bars->open.front();
    auto bars = history_->next(1);
    if (!bars) return fail(bars);
    first_ = *bars;
    return first_.open.front();
}

Result<BarColumns> StartPrices::Peeked::next(std::size_t most_rows) {
    if (first_.size() > 0) return std::exchange(first_, {});
    return history_->next(most_rows);
}

Result<std::vector<Price>> StartPrices::read(Universe& universe) {
    std::vector<Price> prices(universe.instruments.size());
    std::vector<TimeNs> earliest_ns(prices.size(), std::numeric_limits<TimeNs>::max());
    for (auto& [series, history] : universe.series) {
        Peeked& peeked = histories_.emplace_back(*history);
        history = &peeked;
        if (peeked.facts().first_ns >= earliest_ns[series.instrument]) continue;
        const auto open = peeked.first_open();
        if (!open) return fail(open);
        const auto price = price_from_double(*open, universe.instruments[series.instrument].scale.price_decimals);
        if (!price) return fail(price);
        prices[series.instrument] = *price;
        earliest_ns[series.instrument] = peeked.facts().first_ns;
    }
    return prices;
}

}  // namespace ct::session

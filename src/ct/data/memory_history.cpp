#include "ct/data/memory_history.hpp"

#include <algorithm>
#include <cstddef>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/digest.hpp"
#include "ct/data/quality.hpp"

namespace ct::data {

MemoryHistory::MemoryHistory(const BarColumns& columns, Timeframe timeframe, int price_decimals)
    : columns_(columns), facts_{.timeframe = timeframe, .rows = columns.size(), .price_decimals = price_decimals} {
    if (columns.size() == 0) return;
    facts_.first_ns = columns.time_ns.front();
    facts_.last_ns = columns.time_ns.back();
    facts_.lowest_price = *std::min_element(columns.low.begin(), columns.low.end());
    facts_.highest_price = *std::max_element(columns.high.begin(), columns.high.end());
    facts_.missing = missing_bars(columns.time_ns.front(), columns.time_ns.back(), columns.size(), timeframe);
    facts_.digest = bars_digest(columns);
}

Result<BarColumns> MemoryHistory::next(std::size_t most_rows) {
    const std::size_t begin = row_;
    row_ += std::min(most_rows, columns_.size() - begin);
    return columns_.rows(begin, row_);
}

}  // namespace ct::data

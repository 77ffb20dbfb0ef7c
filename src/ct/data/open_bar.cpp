#include "ct/data/open_bar.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>

#include "ct/core/order.hpp"
#include "ct/core/time.hpp"
#include "ct/data/trade_columns.hpp"

namespace ct::data {

/// Rows from `begin` on while more(row), at least one. One loop: the sums wait for each other, which leaves the time in
/// which the next row is asked about.
template <class More>
std::size_t OpenBar::add_rows(const TradeColumns& trades, std::size_t begin, More more) {
    if (trade_count == 0) {
        const double first = trades.price[begin];
        *this = {};
        open = high = low = first;
    }
    // In registers: the compiler cannot know that the columns do not lie in this object.
    double highest = high;
    double lowest = low;
    double base = volume;
    double quote = quote_volume;
    std::size_t row = begin;
    do {
        const double price = trades.price[row];
        const double amount = trades.amount[row];
        highest = std::max(highest, price);
        lowest = std::min(lowest, price);
        base += amount;
        quote += price * amount;
        ++row;
    } while (more(row));
    high = highest;
    low = lowest;
    volume = base;
    quote_volume = quote;
    close = trades.price[row - 1];
    trade_count += static_cast<std::int64_t>(row - begin);
    if (!trades.aggressor.empty()) add_sides(trades, begin, row);
    return row;
}

void OpenBar::add_sides(const TradeColumns& trades, std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end; ++row) {
        if (trades.aggressor[row] != Side::kBuy) continue;
        taker_buy_volume += trades.amount[row];
        taker_buy_quote_volume += trades.price[row] * trades.amount[row];
    }
}

void OpenBar::add(const TradeColumns& trades, std::size_t begin, std::size_t end) {
    assert(begin < end);
    add_rows(trades, begin, [end](std::size_t row) { return row < end; });
}

std::size_t OpenBar::add_while(const TradeColumns& trades, std::size_t begin, TimeNs from_ns, TimeNs until_ns) {
    const std::size_t size = trades.size();
    const TimeNs* const times_ns = trades.time_ns.data();
    return add_rows(trades, begin, [=](std::size_t row) {
        return row < size && times_ns[row] >= from_ns && times_ns[row] < until_ns;
    });
}

}  // namespace ct::data

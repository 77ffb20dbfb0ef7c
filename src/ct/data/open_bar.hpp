#pragma once

#include <cstddef>
#include <cstdint>

#include "ct/core/time.hpp"
#include "ct/data/trade_columns.hpp"

namespace ct::data {

/// The bar that trades are being added to. Sums run in the order of the trades, so any chunking gives the same bits.
class OpenBar {
  public:
    double open = 0;
    double high = 0;
    double low = 0;
    double close = 0;
    double volume = 0;        ///< in the base asset
    double quote_volume = 0;  ///< sum of price x amount
    double taker_buy_volume = 0;
    double taker_buy_quote_volume = 0;
    std::int64_t trade_count = 0;  ///< the other members count from the first trade on

    /// Adds rows [begin, end). Requires: begin < end.
    void add(const TradeColumns& trades, std::size_t begin, std::size_t end);
    /// Adds the rows from `begin` on as long as their times lie in [from_ns, until_ns); returns the first row that is
    /// not added. Requires: row `begin` exists and lies in it.
    std::size_t add_while(const TradeColumns& trades, std::size_t begin, TimeNs from_ns, TimeNs until_ns);

  private:
    template <class More>
    std::size_t add_rows(const TradeColumns& trades, std::size_t begin, More more);
    void add_sides(const TradeColumns& trades, std::size_t begin, std::size_t end);
};

}  // namespace ct::data

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "backtrader_broker.hpp"

namespace ct::bench {

// Places market, limit and stop orders by a seeded generator and the bars alone; the twin of MixedOrders in
// reference.py, operation by operation. It sizes by the broker's cash and value, so that one wrong bit spreads:
// mostly 1 to 20 % of the value, at times all of the cash to the last unit, more than the account holds, or the
// position closed or turned around. Orders older than kMaxAge steps are cancelled, and every kFlattenEvery steps the
// positions are closed.
class MixedOrders {
  public:
    MixedOrders(std::uint64_t seed, double commission) : state_(seed), commission_(commission) {}

    // `bars` holds the last bar of each instrument.
    void next(BacktraderBroker& broker, std::span<const Bar> bars);

  private:
    struct Working {
        OrderId order = 0;
        std::uint64_t step = 0;
    };

    std::uint64_t draw(std::uint64_t bound);
    void cancel_old(BacktraderBroker& broker);
    void flatten(BacktraderBroker& broker, std::size_t instruments);
    void place(BacktraderBroker& broker, std::span<const Bar> bars, double cash, double equity);

    std::uint64_t state_;
    double commission_;
    std::uint64_t step_ = 0;
    std::vector<Working> working_;
};

}  // namespace ct::bench

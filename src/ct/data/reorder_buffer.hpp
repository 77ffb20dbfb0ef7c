#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/trade_columns.hpp"

namespace ct::data {

/// One public trade with doubles, a row of TradeColumns.
struct TradeRow {
    TimeNs time_ns = 0;
    double price = 0;
    double amount = 0;
    Side aggressor = Side::kBuy;
};

/// Holds trades back to bring them into the order of their times; those of one time stay in the order of their arrival.
/// All that it holds comes out when it is full, when the oldest arrival has waited for the timeout, and on flush: a
/// trade that is later than that by its arrival and earlier by its time still comes after it.
class ReorderBuffer {
  public:
    static constexpr std::size_t kMostTrades = 1'048'576;
    static constexpr std::int64_t kNoTimeout = std::numeric_limits<std::int64_t>::max();

    /// With `size` 0 it is off: each trade comes out at once. Errors: kInvalidArgument for a size over kMostTrades or a
    /// timeout below 0.
    static Result<ReorderBuffer> make(std::size_t size, std::int64_t timeout_ns = kNoTimeout);

    /// Takes a trade that arrived at `now_ns`; gives what comes out by that, most often nothing. Valid until the next
    /// call. Requires: now_ns not before that of the call before.
    TradeColumns push(const TradeRow& trade, TimeNs now_ns);
    /// What has waited long enough at `now_ns`: all or nothing.
    TradeColumns poll(TimeNs now_ns);
    /// All that is held.
    TradeColumns flush();

    [[nodiscard]] std::size_t size() const { return held_.size(); }
    /// How many trades arrived after one of a later time while both were held.
    [[nodiscard]] std::uint64_t out_of_order() const { return out_of_order_; }

  private:
    ReorderBuffer(std::size_t size, std::int64_t timeout_ns) : most_(size), timeout_ns_(timeout_ns) {}

    std::size_t most_;
    std::int64_t timeout_ns_;
    std::vector<TradeRow> held_;
    TimeNs arrival_ns_ = 0;  ///< of the oldest held
    TimeNs latest_ns_ = 0;   ///< the latest time held
    std::uint64_t out_of_order_ = 0;
    std::vector<TimeNs> time_ns_;  ///< what came out last
    std::vector<double> price_;
    std::vector<double> amount_;
    std::vector<Side> aggressor_;
};

}  // namespace ct::data

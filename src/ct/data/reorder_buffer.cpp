#include "ct/data/reorder_buffer.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/trade_columns.hpp"

namespace ct::data {

Result<ReorderBuffer> ReorderBuffer::make(std::size_t size, std::int64_t timeout_ns) {
    if (size > kMostTrades) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("the reorder buffer's size is {}, expected at most {}", size, kMostTrades));
    }
    if (timeout_ns < 0) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("the reorder buffer's timeout is {} ns, expected 0 or more", timeout_ns));
    }
    return ReorderBuffer(size, timeout_ns);
}

TradeColumns ReorderBuffer::push(const TradeRow& trade, TimeNs now_ns) {
    if (held_.empty()) {
        arrival_ns_ = now_ns;
        latest_ns_ = trade.time_ns;
    }
    if (trade.time_ns < latest_ns_) ++out_of_order_;
    latest_ns_ = std::max(latest_ns_, trade.time_ns);
    held_.push_back(trade);
    return held_.size() >= most_ ? flush() : poll(now_ns);
}

TradeColumns ReorderBuffer::poll(TimeNs now_ns) {
    if (held_.empty() || now_ns - arrival_ns_ < timeout_ns_) return {};
    return flush();
}

TradeColumns ReorderBuffer::flush() {
    std::stable_sort(held_.begin(), held_.end(),
                     [](const TradeRow& a, const TradeRow& b) { return a.time_ns < b.time_ns; });
    time_ns_.clear();
    price_.clear();
    amount_.clear();
    aggressor_.clear();
    for (const TradeRow& trade : held_) {
        time_ns_.push_back(trade.time_ns);
        price_.push_back(trade.price);
        amount_.push_back(trade.amount);
        aggressor_.push_back(trade.aggressor);
    }
    held_.clear();
    return {time_ns_, price_, amount_, aggressor_};
}

}  // namespace ct::data

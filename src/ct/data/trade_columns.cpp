#include "ct/data/trade_columns.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/csv_format.hpp"

namespace ct::data {

namespace {

constexpr TimeNs kEarliestNs = kMinUnixSeconds * kNsPerSecond;
constexpr TimeNs kLatestNs = kMaxUnixSeconds * kNsPerSecond;
constexpr double kMost = std::numeric_limits<double>::max();

/// False for a NaN anywhere.
bool is_good(const TradeColumns& trades, std::size_t row) {
    return trades.time_ns[row] >= kEarliestNs && trades.time_ns[row] <= kLatestNs && trades.price[row] > 0 &&
           trades.price[row] <= kMost && trades.amount[row] >= 0 && trades.amount[row] <= kMost;
}

}  // namespace

Result<void> check_trades(const TradeColumns& trades) {
    const std::size_t size = trades.size();
    const bool sides_fit = trades.aggressor.empty() || trades.aggressor.size() == size;
    if (trades.price.size() != size || trades.amount.size() != size || !sides_fit) {
        return fail(ErrorCode::kInvalidData,
                    fmt::format("trades: {} times, {} prices, {} amounts{}; expected as many of each", size,
                                trades.price.size(), trades.amount.size(),
                                trades.aggressor.empty() ? "" : fmt::format(" and {} sides", trades.aggressor.size())));
    }
    std::size_t row = 0;
    while (row < size && is_good(trades, row)) ++row;
    if (row == size) return {};
    const auto bad = [&](const char* field, auto value, const char* expected) {
        return fail(ErrorCode::kInvalidData,
                    fmt::format("trades, row {}: {} is {}, expected {}", row, field, value, expected));
    };
    const TimeNs time_ns = trades.time_ns[row];
    if (time_ns < kEarliestNs || time_ns > kLatestNs) {
        return bad("time", time_ns, "nanoseconds of a time from 1990 to 2261");
    }
    const double price = trades.price[row];
    if (!std::isfinite(price) || price <= 0) return bad("price", price, "a price above 0");
    return bad("amount", trades.amount[row], "a number, 0 or more");
}

}  // namespace ct::data

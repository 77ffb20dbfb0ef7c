#include "ct/data/renko.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <fmt/format.h>

#include "ct/core/decimal.hpp"
#include "ct/core/money.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/event_bars.hpp"
#include "ct/data/trade_columns.hpp"

namespace ct::data {

Result<Renko> Renko::make(std::string_view brick, const Scale& scale) {
    const auto threshold = read_threshold("brick", brick, scale.price_decimals);
    if (!threshold) return fail(threshold);
    return Renko(*threshold, scale.price_decimals);
}

Result<void> Renko::run(const TradeColumns& trades, EventBars& out) {
    const double unit = pow10_double(price_decimals_);
    for (std::size_t row = 0; row < trades.size(); ++row) {
        const std::int64_t price = nearest_count(trades.price[row], unit);
        if (!started_) {
            upper_ = lower_ = price;
            started_ = true;
        }
        if (since_.trade_count == 0) first_ns_ = trades.time_ns[row];
        since_.add(trades, row, row + 1);
        const bool up = price - upper_ >= brick_;
        if (!up && lower_ - price < brick_) continue;
        const std::int64_t from = up ? upper_ : lower_;
        const std::int64_t bricks = (price - from) / brick_;
        if (bricks > kMostBricks || bricks < -kMostBricks) {
            return fail(ErrorCode::kOverflow,
                        fmt::format("trades, row {}: the price {} is {} bricks of {} from the last, expected at most "
                                    "{}; take a larger brick",
                                    row, trades.price[row], bricks < 0 ? -bricks : bricks,
                                    format_decimal(brick_, price_decimals_), kMostBricks));
        }
        add_bricks(from, from + bricks * brick_, trades.time_ns[row], out);
    }
    return {};
}

void Renko::add_bricks(std::int64_t from, std::int64_t to, TimeNs time_ns, EventBars& out) {
    const double unit = pow10_double(price_decimals_);
    const std::int64_t step = to > from ? brick_ : -brick_;
    for (std::int64_t at = from; at != to; at += step) {
        OpenBar brick = since_;
        brick.open = static_cast<double>(at) / unit;
        brick.close = static_cast<double>(at + step) / unit;
        brick.high = std::max(brick.open, brick.close);
        brick.low = std::min(brick.open, brick.close);
        out.add(brick, at == from ? first_ns_ : time_ns, time_ns);
        since_ = {};
    }
    upper_ = std::max(to, to - step);
    lower_ = std::min(to, to - step);
}

}  // namespace ct::data

#pragma once

#include <cstdint>
#include <string_view>

#include "ct/core/money.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/event_bars.hpp"
#include "ct/data/open_bar.hpp"
#include "ct/data/trade_columns.hpp"

namespace ct::data {

/// Renko bricks: bars of one height without wicks. The first trade's price is the start. A price one brick or more
/// above the upper end of the last brick adds bricks upward, one brick or more below its lower end bricks downward:
/// after an up brick a down brick takes a fall of two bricks. What was traded since the last brick belongs to the first
/// brick that a trade completes; further bricks of the same trade have no volume and no trades. Any chunking gives the
/// same bits.
class Renko {
  public:
    /// Most bricks that one trade may make.
    static constexpr std::int64_t kMostBricks = 100'000;

    /// `brick` is a decimal number. Errors: kInvalidArgument when it is none above 0 or has more decimals than prices.
    static Result<Renko> make(std::string_view brick, const Scale& scale);

    /// Adds the bricks that these trades complete to `out`. Requires: check_trades with the scale.
    /// Errors: kOverflow when a trade makes more than kMostBricks; those before it are in `out`.
    Result<void> run(const TradeColumns& trades, EventBars& out);

  private:
    Renko(std::int64_t brick, int price_decimals) : brick_(brick), price_decimals_(price_decimals) {}
    void add_bricks(std::int64_t from, std::int64_t to, TimeNs time_ns, EventBars& out);

    std::int64_t brick_;
    int price_decimals_;
    bool started_ = false;
    std::int64_t upper_ = 0;  ///< ends of the last brick, in counts; before the first brick both are the start
    std::int64_t lower_ = 0;
    OpenBar since_;  ///< what was traded since the last brick
    TimeNs first_ns_ = 0;
};

}  // namespace ct::data

#pragma once

#include <cstdint>

#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"

namespace ct::broker {

/// How far fills are moved against the trader, the same for all instruments.
struct SlippageModel {
    enum class Kind : std::uint8_t {
        kNone,
        kShare,         ///< price x share
        kTicks,         ///< so many ticks
        kSpread,        ///< half of a spread of price x share
        kSpreadAmount,  ///< half of a spread of so much of the quote asset
        kImpact,        ///< price x share x sqrt(quantity / volume of the bar), at most price x share
    };
    Kind kind = Kind::kNone;
    Rate share;
    std::int64_t ticks = 0;
    Money amount;

    friend bool operator==(const SlippageModel&, const SlippageModel&) = default;
};

/// Nothing is negative, a share is less than 1, and every distance on the instrument's grid is a price. `tick` is the
/// step between the prices of its venue. Errors: kInvalidArgument.
Result<void> check(const SlippageModel& model, const Scale& scale, Price tick = {1});

/// The model on an instrument's grid. The distance is rounded up to whole counts, and no price falls below one count.
class Slippage {
  public:
    Slippage() = default;
    /// Requires: what check() has let pass.
    Slippage(const SlippageModel& model, const Scale& scale, Price tick = {1});

    /// False when every price stays as it is.
    [[nodiscard]] bool active() const { return share_ != 0 || distance_ != 0; }
    /// The fill price of a trade at `price` of `quantity` > 0. The volume is that of the bar, in units of the base
    /// asset. Requires: price > 0 and within the range of price_from_double().
    [[nodiscard]] Price slipped(Price price, Side side, Quantity quantity, double bar_volume) const {
        return active() ? moved(price, side, quantity, bar_volume) : price;
    }

  private:
    [[nodiscard]] Price moved(Price price, Side side, Quantity quantity, double bar_volume) const;
    [[nodiscard]] std::int64_t share_of(Quantity quantity, double bar_volume) const;

    bool impact_ = false;
    int quantity_decimals_ = 0;
    std::int64_t share_ = 0;         ///< of the price
    std::int64_t one_ = Rate::kOne;  ///< what share_ is counted in; of a spread twice as much
    std::int64_t distance_ = 0;      ///< in counts of the price
};

}  // namespace ct::broker

#include "ct/broker/slippage.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <fmt/format.h>

#include "ct/core/decimal.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"

namespace ct::broker {

namespace {

/// Prices stay below 4.6e18, so that the sum with a distance still fits.
constexpr std::int64_t kMostDistance = 4'600'000'000'000'000'000;

Result<std::int64_t> distance_of(const SlippageModel& model, const Scale& scale, Price tick) {
    int128 distance = 0;
    if (model.kind == SlippageModel::Kind::kTicks) distance = int128{model.ticks} * tick.count;
    if (model.kind == SlippageModel::Kind::kSpreadAmount) {
        const int128 count = pow10_int(Money::kDecimals - scale.price_decimals);
        distance = divide(model.amount.count, 2 * count, Rounding::kCeil);
    }
    if (distance <= kMostDistance) return static_cast<std::int64_t>(distance);
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("slippage of {} does not fit a price", format_decimal(distance, scale.price_decimals)));
}

}  // namespace

Result<Slippage> Slippage::make(const SlippageModel& model, const Scale& scale, Price tick) {
    using Kind = SlippageModel::Kind;
    if (model.share.count < 0 || model.share.count >= Rate::kOne) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("slippage must be at least 0 and less than 1 (10000 bps) of the price, not {}",
                                model.share.text()));
    }
    if (model.ticks < 0) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("slippage must be at least 0 ticks, not {}", model.ticks));
    }
    if (model.amount.count < 0) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("a spread must be at least 0, not {}", model.amount.text()));
    }
    const auto distance = distance_of(model, scale, tick);
    if (!distance) return fail(distance);

    Slippage slippage;
    slippage.impact_ = model.kind == Kind::kImpact;
    slippage.quantity_decimals_ = scale.quantity_decimals;
    slippage.distance_ = *distance;
    if (model.kind == Kind::kShare || model.kind == Kind::kSpread || model.kind == Kind::kImpact) {
        slippage.share_ = model.share.count;
    }
    if (model.kind == Kind::kSpread) slippage.one_ = 2 * Rate::kOne;
    return slippage;
}

Price Slippage::moved(Price price, Side side, Quantity quantity, double bar_volume) const {
    const std::int64_t share = impact_ ? share_of(quantity, bar_volume) : share_;
    const auto part = static_cast<std::int64_t>(divide(int128{price.count} * share, one_, Rounding::kCeil));
    const std::int64_t distance = distance_ + part;
    return side == Side::kBuy ? Price{price.count + distance}
                              : Price{std::max<std::int64_t>(price.count - distance, 1)};
}

/// Square roots are the same bits everywhere; the rest is exact.
std::int64_t Slippage::share_of(Quantity quantity, double bar_volume) const {
    const double wanted = static_cast<double>(quantity.count) / pow10_double(quantity_decimals_);
    const double ratio = bar_volume > wanted ? wanted / bar_volume : 1.0;
    return static_cast<std::int64_t>(static_cast<double>(share_) * std::sqrt(ratio) + 0.5);
}

}  // namespace ct::broker

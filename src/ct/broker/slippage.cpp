#include "ct/broker/slippage.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

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

bool is_share(SlippageModel::Kind kind) {
    using Kind = SlippageModel::Kind;
    return kind == Kind::kShare || kind == Kind::kSpread || kind == Kind::kImpact;
}

/// In counts of the price, rounded up.
int128 distance_of(const SlippageModel& model, const Scale& scale, Price tick) {
    if (model.kind == SlippageModel::Kind::kTicks) return int128{model.ticks} * tick.count;
    if (model.kind != SlippageModel::Kind::kSpreadAmount) return 0;
    const int128 count = pow10_int(Money::kDecimals - scale.price_decimals);
    return divide(model.amount.count, 2 * count, Rounding::kCeil);
}

}  // namespace

Result<void> check(const SlippageModel& model, const Scale& scale, Price tick) {
    const auto bad = [](std::string message) { return fail(ErrorCode::kInvalidArgument, std::move(message)); };
    if (model.share.count < 0 || model.share.count >= Rate::kOne) {
        return bad(fmt::format("slippage must be at least 0 and less than 1 (10000 bps) of the price, not {}",
                               model.share.text()));
    }
    if (model.ticks < 0) return bad(fmt::format("slippage must be at least 0 ticks, not {}", model.ticks));
    if (model.amount.count < 0) return bad(fmt::format("a spread must be at least 0, not {}", model.amount.text()));
    const int128 distance = distance_of(model, scale, tick);
    if (distance <= kMostDistance) return {};
    return bad(fmt::format("slippage of {} does not fit a price", format_decimal(distance, scale.price_decimals)));
}

Slippage::Slippage(const SlippageModel& model, const Scale& scale, Price tick)
    : impact_(model.kind == SlippageModel::Kind::kImpact),
      quantity_decimals_(scale.quantity_decimals),
      share_(is_share(model.kind) ? model.share.count : 0),
      one_(model.kind == SlippageModel::Kind::kSpread ? 2 * Rate::kOne : Rate::kOne),
      distance_(static_cast<std::int64_t>(distance_of(model, scale, tick))) {}

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
    return std::llround(static_cast<double>(share_) * std::sqrt(ratio));
}

}  // namespace ct::broker

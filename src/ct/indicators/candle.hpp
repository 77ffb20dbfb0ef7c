#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include "ct/core/simd.hpp"

namespace ct::indicators {

// The words that candlestick patterns are told in.

/// What bodies and shadows are measured against: means over the candles before each one.
enum CandleMean : unsigned {
    kBodyMean = 1,    ///< of 10 bodies
    kRangeMean = 2,   ///< of 10 ranges, high less low
    kShadowMean = 4,  ///< of both shadows of 10 candles, added
    kTightMean = 8,   ///< of 5 ranges
    kLongMeans = kBodyMean | kRangeMean | kShadowMean,
};
inline constexpr std::size_t kLongMeanPeriod = 10;
inline constexpr std::size_t kTightMeanPeriod = 5;

// Shares of these means: TA-Lib's defaults. A body is long above its mean and short below it.
inline constexpr double kDojiShare = 0.1;         ///< of the range mean: no body
inline constexpr double kBareShare = 0.1;         ///< of the range mean: no shadow
inline constexpr double kShortShadowShare = 0.5;  ///< of the shadow mean, one shadow's half: a short one
inline constexpr double kEqualShare = 0.05;       ///< of the tight mean
inline constexpr double kNearShare = 0.2;         ///< of the tight mean
inline constexpr double kFarShare = 0.6;          ///< of the tight mean

/// Candles in a row, the first kPast only for others to look back at, and what is known of them.
struct CandleBlock {
    static constexpr std::size_t kPast = 14;
    static constexpr std::size_t kRows = 256;
    using Column = std::array<double, kPast + kRows>;

    std::array<const double*, 4> prices;  ///< open, high, low, close
    Column top;                           ///< of the body: the higher one of open and close
    Column bottom;
    Column body_mean;  ///< this and those below are unset unless the pattern asks for them
    Column range_mean;
    Column shadow_mean;
    Column tight_mean;
};

// Conditions are joined without branches, so that loops over candles vectorize.
template <class... Conditions>
CT_LOOP inline bool all(Conditions... conditions) {
    return (... & conditions);
}
template <class... Conditions>
CT_LOOP inline bool any(Conditions... conditions) {
    return (... | conditions);
}

/// One candle of a block. A white one closes at its open or above, a black one below.
class Candle {
  public:
    Candle(const CandleBlock* block, std::size_t place) : block_(block), place_(place) {}

    [[nodiscard]] CT_LOOP double open() const { return block_->prices[0][place_]; }
    [[nodiscard]] CT_LOOP double high() const { return block_->prices[1][place_]; }
    [[nodiscard]] CT_LOOP double low() const { return block_->prices[2][place_]; }
    [[nodiscard]] CT_LOOP double close() const { return block_->prices[3][place_]; }

    [[nodiscard]] CT_LOOP bool is_white() const { return close() >= open(); }
    [[nodiscard]] CT_LOOP bool is_black() const { return close() < open(); }
    [[nodiscard]] CT_LOOP double body() const { return std::fabs(close() - open()); }
    [[nodiscard]] CT_LOOP double top() const { return block_->top[place_]; }
    [[nodiscard]] CT_LOOP double bottom() const { return block_->bottom[place_]; }
    [[nodiscard]] CT_LOOP double range() const { return high() - low(); }
    [[nodiscard]] CT_LOOP double upper_shadow() const { return high() - top(); }
    [[nodiscard]] CT_LOOP double lower_shadow() const { return bottom() - low(); }

    [[nodiscard]] CT_LOOP bool is_long() const { return body() > block_->body_mean[place_]; }
    [[nodiscard]] CT_LOOP bool is_short() const { return body() < block_->body_mean[place_]; }
    [[nodiscard]] CT_LOOP bool is_not_long() const { return body() <= block_->body_mean[place_]; }
    [[nodiscard]] CT_LOOP double doji_body() const { return kDojiShare * block_->range_mean[place_]; }
    [[nodiscard]] CT_LOOP bool is_doji() const { return body() <= doji_body(); }

    [[nodiscard]] CT_LOOP bool is_bare_above() const { return upper_shadow() < bare(); }
    [[nodiscard]] CT_LOOP bool is_bare_below() const { return lower_shadow() < bare(); }
    [[nodiscard]] CT_LOOP bool is_bare() const { return all(is_bare_above(), is_bare_below()); }
    [[nodiscard]] CT_LOOP bool has_upper_shadow() const { return upper_shadow() > bare(); }
    [[nodiscard]] CT_LOOP bool has_lower_shadow() const { return lower_shadow() > bare(); }
    [[nodiscard]] CT_LOOP double short_shadow() const { return kShortShadowShare * block_->shadow_mean[place_]; }

    // How far from each other prices may be that count as equal, near, or not yet far.
    [[nodiscard]] CT_LOOP double equal_distance() const { return kEqualShare * block_->tight_mean[place_]; }
    [[nodiscard]] CT_LOOP double near_distance() const { return kNearShare * block_->tight_mean[place_]; }
    [[nodiscard]] CT_LOOP double far_distance() const { return kFarShare * block_->tight_mean[place_]; }

  private:
    [[nodiscard]] CT_LOOP double bare() const { return kBareShare * block_->range_mean[place_]; }

    const CandleBlock* block_;
    std::size_t place_;
};

template <class... Candles>
CT_LOOP inline bool all_white(Candles... candles) {
    return all(candles.is_white()...);
}
template <class... Candles>
CT_LOOP inline bool all_black(Candles... candles) {
    return all(candles.is_black()...);
}
CT_LOOP inline bool same_color(Candle a, Candle b) { return a.is_white() == b.is_white(); }
CT_LOOP inline bool other_color(Candle a, Candle b) { return a.is_white() != b.is_white(); }

/// lowest <= value <= highest, and both less strictly.
CT_LOOP inline bool is_within(double value, double lowest, double highest) {
    return all(value >= lowest, value <= highest);
}
CT_LOOP inline bool is_inside(double value, double lowest, double highest) {
    return all(value > lowest, value < highest);
}
CT_LOOP inline bool is_around(double value, double middle, double distance) {
    return is_within(value, middle - distance, middle + distance);
}

/// The body of b lies above, below, or inside that of a.
CT_LOOP inline bool gaps_up(Candle a, Candle b) { return b.bottom() > a.top(); }
CT_LOOP inline bool gaps_down(Candle a, Candle b) { return b.top() < a.bottom(); }
CT_LOOP inline bool holds_body(Candle a, Candle b) { return all(b.top() < a.top(), b.bottom() > a.bottom()); }
/// The whole of b lies above, or below, all of a.
CT_LOOP inline bool leaps_up(Candle a, Candle b) { return b.low() > a.high(); }
CT_LOOP inline bool leaps_down(Candle a, Candle b) { return b.high() < a.low(); }
/// Both ends of b lie higher, or lower, than those of a.
CT_LOOP inline bool moves_up(Candle a, Candle b) { return all(b.high() > a.high(), b.low() > a.low()); }
CT_LOOP inline bool moves_down(Candle a, Candle b) { return all(b.high() < a.high(), b.low() < a.low()); }

// What a pattern tells: 100 for a rise, -100 for a fall, 0 for nothing.
CT_LOOP inline double rise(bool found) { return found ? 100.0 : 0.0; }
CT_LOOP inline double fall(bool found) { return found ? -100.0 : 0.0; }
CT_LOOP inline double rise_or_fall(bool rises, bool falls) { return rises ? 100.0 : fall(falls); }
/// A rise when the candle is white, a fall when it is black.
CT_LOOP inline double as_color(Candle candle, bool found) { return rise_or_fall(all(found, candle.is_white()), found); }

}  // namespace ct::indicators

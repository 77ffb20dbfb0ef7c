#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include "ct/core/bar.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::strategies {

/// Trades the ratio of two symbols back to its mean. The z-score says how many standard deviations the logarithm of the
/// ratio lies from its mean over the last bars that both have; when it is high the first symbol is sold and the second
/// bought for the same amount, when it is low the other way round. Both are closed near the mean, and when the ratio
/// runs away; then nothing is entered before it has come back.
class PairsZscore : public engine::Strategy {
  public:
    struct Settings {
        std::size_t lookback = 0;
        double entry = 0;  ///< z-scores
        double exit = 0;
        double stop = 0;
        double share = 0;  ///< of the equity, each symbol's
    };
    static StrategyInfo info();

    explicit PairsZscore(const Settings& settings) : settings_(settings) {}
    [[nodiscard]] bool shorts() const override { return true; }
    void on_start(engine::Context& ctx) override;
    void on_bar(engine::Context& ctx, const BarView& bar) override;

  private:
    enum class State : std::uint8_t { kFlat, kOpen, kStopped };

    /// Of the ratio now; nothing while there are too few bars or they do not move.
    std::optional<double> zscore(double ratio);
    void enter(engine::Context& ctx, double first_share);
    static void leave(engine::Context& ctx);

    Settings settings_;
    SeriesIndex first_ = 0;
    SeriesIndex second_ = 0;
    std::unique_ptr<indicators::Indicator> mean_;
    std::unique_ptr<indicators::Indicator> deviation_;
    State state_ = State::kFlat;
};

}  // namespace ct::strategies

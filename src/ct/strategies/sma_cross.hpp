#pragma once

#include <cstddef>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/line.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/indicators/crossover.hpp"
#include "ct/strategies/registry.hpp"
#include "ct/strategies/size.hpp"

namespace ct::strategies {

/// Long while the fast average is above the slow one: buys at the cross above when flat, closes at the cross below.
/// With `allow_short` it is short below: one close and one new order in the same step, the new one sized as if the
/// close had filled at the signal's close. Averages are `sma_exact` of the closes; crosses are backtrader's.
class SmaCross : public engine::Strategy {
  public:
    struct Settings {
        std::size_t fast = 10;
        std::size_t slow = 50;
        OrderSize size;
        bool allow_short = false;
    };
    static StrategyInfo info();

    explicit SmaCross(const Settings& settings) : settings_(settings) {}
    [[nodiscard]] bool shorts() const override { return settings_.allow_short; }
    void on_start(engine::Context& ctx) override;
    void on_bar(engine::Context& ctx, const BarView& bar) override;

  private:
    struct Averages {
        engine::Line fast;
        engine::Line slow;
        indicators::Crossover crossover;
    };
    void enter(engine::Context& ctx, InstrumentIndex instrument, Side side);

    Settings settings_;
    std::vector<Averages> averages_;  ///< by series
};

}  // namespace ct::strategies

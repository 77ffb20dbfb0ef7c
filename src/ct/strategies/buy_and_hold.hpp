#pragma once

#include <vector>

#include "ct/core/bar.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/strategies/registry.hpp"
#include "ct/strategies/size.hpp"

namespace ct::strategies {

/// Buys each instrument once, at its first bar, and holds it.
class BuyAndHold : public engine::Strategy {
  public:
    static StrategyInfo info();

    explicit BuyAndHold(const OrderSize& size) : size_(size) {}
    void on_start(engine::Context& ctx) override;
    void on_bar(engine::Context& ctx, const BarView& bar) override;

  private:
    OrderSize size_;
    std::vector<bool> bought_;  ///< by instrument
};

}  // namespace ct::strategies

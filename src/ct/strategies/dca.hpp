#pragma once

#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/strategies/registry.hpp"
#include "ct/strategies/size.hpp"

namespace ct::strategies {

/// Cost averaging: buys each instrument for the same amount again and again, first at its first bar, and never sells. A
/// purchase that is due between two bars is made at the close of the later one, and does not move the next.
class Dca : public engine::Strategy {
  public:
    static StrategyInfo info();

    Dca(const OrderSize& size, TimeNs every_ns) : size_(size), every_ns_(every_ns) {}
    void on_start(engine::Context& ctx) override;
    void on_bar(engine::Context& ctx, const BarView& bar) override;

  private:
    OrderSize size_;
    TimeNs every_ns_;
    std::vector<TimeNs> due_ns_;  ///< by instrument; 0 before the first bar
};

}  // namespace ct::strategies

#pragma once

#include <cstddef>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/instrument.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/line.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::strategies {

/// Holds the instruments that have risen most, in equal parts of the equity, and looks again every so many bars of the
/// first one. An instrument that has fallen is not held, however few are left. What is to go is sold first; purchases
/// follow a bar later, when the sales have filled.
class MomentumRotation : public engine::Strategy {
  public:
    struct Settings {
        std::size_t lookback = 0;  ///< bars over which the rise is measured
        std::size_t hold = 0;      ///< so many instruments
        std::size_t every = 0;     ///< bars between two looks
        double share = 0;          ///< of the equity, in all
    };
    static StrategyInfo info();

    explicit MomentumRotation(const Settings& settings) : settings_(settings) {}
    void on_start(engine::Context& ctx) override;
    void on_bar(engine::Context& ctx, const BarView& bar) override;

  private:
    /// The instruments to hold, best first; equal ones in the order of the run.
    [[nodiscard]] std::vector<InstrumentIndex> choose() const;
    void sell_others(engine::Context& ctx);
    void buy_chosen(engine::Context& ctx);

    Settings settings_;
    std::vector<engine::Line> rises_;  ///< by instrument
    SeriesIndex clock_ = 0;            ///< the first instrument's finest series
    std::size_t bars_ = 0;             ///< of it
    std::vector<InstrumentIndex> chosen_;
    bool buys_next_ = false;
};

}  // namespace ct::strategies

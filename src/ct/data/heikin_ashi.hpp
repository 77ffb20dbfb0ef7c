#pragma once

#include "ct/core/bar.hpp"
#include "ct/data/bar_series.hpp"

namespace ct::data {

/// Heikin-Ashi bars, made of ordinary ones:
///   close = (((open + high) + low) + close) / 4
///   open  = (open + close) / 2 of the Heikin-Ashi bar before; of the bar itself for the first
///   high  = the highest of the bar's high, the new open and the new close; low = the lowest likewise
/// Times and volumes stay. The prices are averages, at which nothing was traded: they are for looking at and for
/// indicators, not for fills. Any chunking gives the same bits.
class HeikinAshi {
  public:
    /// Adds a bar to `out` for each of these.
    void run(const BarColumns& bars, BarSeries& out);

  private:
    bool started_ = false;
    double open_ = 0;  ///< of the last bar made
    double close_ = 0;
};

}  // namespace ct::data

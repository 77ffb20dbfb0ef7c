#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/equity_curve.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

/// Statistics by name, in the order in which they are shown. NaN where one is undefined.
using Metrics = std::vector<std::pair<std::string, double>>;

/// What metrics are made of: a finished run, borrowed.
struct RunFacts {
    TimeNs start_ns = 0;  ///< open time of the first bar
    TimeNs end_ns = 0;    ///< time of the last step
    Money initial_value;
    Money final_value;
    Money fees;
    const EquityCurve& curve;
    std::span<const RoundTrip> trades;
    std::span<const Fill> fills;
    std::span<const Order> orders;            ///< by id, from 1
    std::span<const Instrument> instruments;  ///< of the fills
    /// What one of each instrument's quote asset is worth at the end.
    std::span<const double> quote_rates;
    /// What the initial value held in the instruments was worth at the ends of the curve's days.
    std::span<const double> buy_and_hold;
};

/// The metrics of these analyzers, as docs/metrics.md defines them.
Metrics compute_metrics(const RunFacts& facts, AnalyzerSet chosen = {});

}  // namespace ct::analyzers

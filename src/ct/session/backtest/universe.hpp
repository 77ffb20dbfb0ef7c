#pragma once

#include <span>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_source.hpp"
#include "ct/session/backtest/backtest.hpp"

namespace ct::session {

/// The instruments and series of a run, cut to its range.
struct Universe {
    std::vector<Instrument> instruments;
    std::vector<data::BarSource::Input> series;
    std::vector<Series> infos;  ///< of the series
    TimeNs start_ns = 0;        ///< earliest open time
};

/// Names the instruments, settles their decimals and cuts the series to [from, to). Errors as run_backtest.
Result<Universe> make_universe(std::span<const SeriesInput> inputs, const BacktestConfig& config);

/// The hash of everything that decides a run: data, config, strategy name and parameters.
Digest input_hash(const Universe& universe, const BacktestConfig& config, const StrategyInput& strategy);

}  // namespace ct::session

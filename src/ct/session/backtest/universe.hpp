#pragma once

#include <memory>
#include <span>
#include <vector>

#include "ct/account/account.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/bar_grid.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_source.hpp"
#include "ct/data/memory_history.hpp"
#include "ct/session/backtest/backtest.hpp"

namespace ct::session {

/// The instruments and series of a run, and what trading them costs.
struct Universe {
    std::vector<Instrument> instruments;
    std::vector<FeeSchedule> fees;  ///< by instrument
    std::vector<Price> ticks;       ///< by instrument: the step of its market's prices, one count where none is known
    std::vector<data::BarSource::Input> series;
    std::vector<Series> infos;     ///< of the series
    std::vector<Filters> filters;  ///< by instrument, if the run has markets
    TimeNs start_ns = 0;           ///< earliest open time
};

/// Bars in memory as histories, cut to the configured range [from, to). Errors as run_backtest.
Result<std::vector<std::unique_ptr<data::MemoryHistory>>> cut_to_range(std::span<const SeriesInput> inputs,
                                                                       const BacktestConfig& config);

/// Names the instruments, settles their decimals and finds their fees. Errors as run_backtest.
Result<Universe> make_universe(std::span<const HistoryInput> inputs, const BacktestConfig& config);

/// By instrument, where the finest bars lie that the strategy sees: those that detail data are the detail of.
std::vector<BarGrid> shown_grids(const Universe& universe);

/// What the account starts with, by asset. Errors: kInvalidArgument naming an asset that it cannot have.
Result<std::vector<Money>> start_balances(const Account& account, const BacktestConfig& config);

/// The hash of everything that decides a run: data, config, strategy name and parameters.
Digest input_hash(const Universe& universe, const BacktestConfig& config, const StrategyInput& strategy);

}  // namespace ct::session

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ct/config/run_options.hpp"
#include "ct/core/market.hpp"
#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/csv.hpp"
#include "ct/data/gap_policy.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/storage/series_key.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::cli {

/// Candles to read and the symbol they belong to.
struct HistoryFile {
    std::string path;
    std::string symbol;
    data::CsvOptions csv;
    bool detail = false;  ///< only to match orders on
};

/// A series of the cache, at the timeframe that is asked for.
struct CachedSeries {
    std::string exchange;
    std::string symbol;
    std::optional<storage::Market> market;
    std::optional<Timeframe> timeframe;  ///< the stored one when there is but one
    bool detail = false;                 ///< only to match orders on
};

/// What the options ask for: candle files, or series of the cache.
struct BacktestPlan {
    session::BacktestConfig config;
    std::string strategy;  ///< a built-in's name or "file.py:Class"; empty: none is given
    strategies::Parameters parameters;
    std::vector<HistoryFile> files;
    std::vector<CachedSeries> cached;
    std::string data_dir;
    std::optional<Markets> markets;  ///< that orders are held to
    std::optional<int> price_decimals;
    data::GapPolicy gaps = data::GapPolicy::kKeep;
};

/// A built-in's name, or "file.py:Class" with the file from where it was given.
std::string strategy_name(const config::Given& strategy);

/// All but the series. Requires: the options that have a default are given. Errors: kInvalidArgument or kOverflow
/// saying where an option was given, and those of reading rules and markets.
Result<BacktestPlan> plan_settings(const config::RunOptions& options);

/// The series of a plan. Errors likewise.
Result<void> plan_series(const config::RunOptions& options, BacktestPlan& plan);

/// Both, before anything else is read. Errors: also kWriteFailed for a report or JSON file that cannot be written.
Result<BacktestPlan> plan_backtest(const config::RunOptions& options);

}  // namespace ct::cli

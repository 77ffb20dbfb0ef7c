#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cracktrader/expression_options.hpp"
#include "ct/core/market.hpp"
#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/csv.hpp"
#include "ct/data/gap_policy.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/storage/series_key.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::cli {

/// What `--json -` means.
inline constexpr std::string_view kStandardOutput = "-";

/// The options of `cracktrader backtest` as typed.
struct BacktestOptions {
    std::vector<std::string> csv;
    std::optional<std::string> exchange;
    std::optional<std::string> instrument;
    std::string data_dir = "data";
    bool no_cache = false;
    std::vector<std::string> symbols;
    std::vector<std::string> timeframes;
    std::string strategy;  ///< empty: expressions are given
    ExpressionOptions expressions;
    std::vector<std::string> parameters;
    std::string cash = "10000";
    std::optional<std::string> commission;
    std::optional<std::string> maker;
    std::optional<std::string> taker;
    std::vector<std::string> fees;
    std::optional<std::string> slippage;
    std::optional<std::string> slippage_bps;
    std::optional<std::string> latency;
    std::optional<std::string> latency_bars;
    std::string seed = "0";
    std::optional<std::string> from;
    std::optional<std::string> to;
    std::optional<std::string> price_decimals;
    std::string gaps = "keep";
    std::string account = "simple";
    std::optional<std::string> report_asset;
    std::vector<std::string> rates;
    std::optional<std::string> risk;
    std::vector<std::string> detail;
    std::string intrabar = "range";
    std::string limit_fill = "touch";
    std::string links = "native";
    std::string participation = "0";
    bool cheat_on_close = false;
    bool cheat_on_open = false;
    std::optional<std::string> markets;
    std::vector<std::string> analyzers;  ///< none: the usual ones
    bool all_metrics = false;
    std::optional<std::string> orders;
    std::optional<std::string> report;
    std::optional<std::string> json;
};

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
    strategies::Parameters parameters;
    std::vector<HistoryFile> files;
    std::vector<CachedSeries> cached;
    std::string data_dir;
    std::optional<Markets> markets;  ///< that orders are held to
    std::optional<int> price_decimals;
    data::GapPolicy gaps = data::GapPolicy::kKeep;
};

/// Checks all options before anything is read. Errors: kInvalidArgument or kOverflow naming the option, kWriteFailed
/// for a report or JSON file that cannot be written.
Result<BacktestPlan> plan_backtest(const BacktestOptions& options);

}  // namespace ct::cli

#pragma once

#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ct/core/file_text.hpp"
#include "ct/risk/rule_settings.hpp"

namespace ct::config {

/// The text of a setting as it was given, and where.
struct Given {
    std::string text;
    std::string where;             ///< "--cash", "CRACKTRADER_ACCOUNT__CASH" or "run.toml:3:8: account.cash"
    std::filesystem::path folder;  ///< that a relative path starts from; empty: the working directory
    std::shared_ptr<const FileText> origin = nullptr;  ///< of a text in a file

    /// The text as a path.
    [[nodiscard]] std::string path() const { return (folder / text).string(); }
};

/// A constant of a strategy of expressions, with the values that it may have.
struct ParameterRange {
    std::string name;
    double value = 0;  ///< unless another is given
    double min = -std::numeric_limits<double>::infinity();
    double max = std::numeric_limits<double>::infinity();
    double step = 0;  ///< values are min + n steps; 0: any number between min and max
    std::string text;
    std::string where;
};

/// The settings of a backtest as texts; run_settings() says what each is. One that is a list is empty, any other is
/// nothing unless it is given or has a default.
struct RunOptions {
    // data
    std::vector<Given> csv;
    std::optional<Given> exchange;
    std::vector<Given> symbols;
    std::vector<Given> timeframes;
    std::optional<Given> instrument;
    std::optional<Given> data_dir;
    std::optional<Given> no_cache;
    std::optional<Given> from;
    std::optional<Given> to;
    std::optional<Given> price_decimals;
    std::optional<Given> gaps;
    std::vector<Given> detail;
    std::vector<Given> resample;  ///< each may be several timeframes with commas between
    // strategy
    std::optional<Given> strategy;
    std::vector<Given> parameters;  ///< "name=value"
    std::vector<ParameterRange> ranges;
    std::optional<Given> entry;
    std::optional<Given> exit;
    std::optional<Given> short_entry;
    std::optional<Given> short_exit;
    std::optional<Given> size;
    std::optional<Given> stop_loss;
    std::optional<Given> take_profit;
    std::optional<Given> trailing_stop;
    std::vector<Given> trade;
    std::optional<Given> cooldown;
    std::optional<Given> warm_up;
    // account
    std::optional<Given> cash;
    std::optional<Given> account;
    std::optional<Given> report_asset;
    std::vector<Given> rates;  ///< "EUR/USDT=1.08"
    // costs
    std::optional<Given> commission;
    std::optional<Given> maker;
    std::optional<Given> taker;
    std::vector<Given> fees;  ///< "binance" for all symbols, "BTC/USDT=0.001,0.002" for one
    std::optional<Given> slippage;
    std::optional<Given> slippage_bps;
    std::optional<Given> latency;
    std::optional<Given> latency_bars;
    std::optional<Given> seed;
    // matching
    std::optional<Given> intrabar;
    std::optional<Given> limit_fill;
    std::optional<Given> participation;
    std::optional<Given> links;
    std::optional<Given> cheat_on_close;
    std::optional<Given> cheat_on_open;
    std::optional<Given> markets;
    // risk
    std::optional<Given> risk;  ///< a file with rules
    std::vector<risk::RuleSettings> rules;
    // report
    std::vector<Given> analyzers;  ///< each may be several names with commas between
    std::optional<Given> all_metrics;
    std::optional<Given> report;
    std::optional<Given> orders;
    std::optional<Given> json;
};

/// Of a setting that is true or false.
inline bool is_on(const std::optional<Given>& flag) { return flag && flag->text == "true"; }

}  // namespace ct::config

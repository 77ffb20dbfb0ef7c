#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ct/account/account.hpp"
#include "ct/account/asset_amount.hpp"
#include "ct/account/conversion.hpp"
#include "ct/account/fees.hpp"
#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/broker/latency.hpp"
#include "ct/broker/matching_rules.hpp"
#include "ct/broker/slippage.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/kill_switch.hpp"
#include "ct/core/market.hpp"
#include "ct/core/money.hpp"
#include "ct/core/observer.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/bar_source.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/risk/rule_settings.hpp"

namespace ct::session {

/// The bars of one symbol at one timeframe, borrowed for the run.
struct SeriesInput {
    std::string symbol;
    Timeframe timeframe;
    BarColumns columns;
    int price_decimals = 0;
    bool detail = false;  ///< orders match on it if it is the finest of its symbol, the strategy does not see it
};

struct BacktestConfig {
    AccountKind account = AccountKind::kSimple;
    Money cash = Money::units(10'000);  ///< of the quote asset of the first instrument
    std::vector<AssetAmount> balances;  ///< what the account starts with, in place of cash
    std::string report_asset;           ///< what equity is counted in; empty: that quote asset
    std::vector<FixedRate> rates;       ///< for assets that no instrument joins to it
    Fees fees{.standard = {Rate{kDefaultFee}, Rate{kDefaultFee}, {}}};
    broker::SlippageModel slippage;
    broker::LatencyModel latency;
    std::uint64_t seed = 0;  ///< decides all that is drawn
    broker::MatchingRules matching;
    bool cheat_on_open = false;     ///< strategies see opens before orders match on them
    std::optional<TimeNs> from_ns;  ///< first open time that counts
    std::optional<TimeNs> to_ns;    ///< first open time that counts no more
    /// Further timeframes that the strategy sees of each symbol, made of shorter ones where the run lacks them.
    std::vector<Timeframe> resample;
    std::size_t batch_rows = data::BarSource::kBatchRows;
    /// The markets that orders are held to, by the symbols of the run; borrowed, none: no tick, lot or minimum.
    const Markets* markets = nullptr;
    /// The rules that orders must pass beside those of every backtest.
    std::vector<risk::RuleSettings> risk;
    /// Of the rule kill_switch; borrowed, none: it is never pulled.
    const KillSwitch* kill_switch = nullptr;
    analyzers::AnalyzerSet analyzers;  ///< what is asked of the run
    bool charts = false;               ///< make the charts of a report while the bars are read
    bool level_moves = false;          ///< keep where stops waited before they moved
    /// Called now and then with the rows so far; false ends the run with kInterrupted.
    std::function<bool(std::uint64_t)> progress;
    /// Further observers of the run, borrowed.
    std::vector<Observer*> observers;

  private:
    static constexpr std::int64_t kDefaultFee = Rate::kOne / 1000;
};

/// A strategy and what names it in results and hashes. Its parameters stand in the order in which they are shown.
struct StrategyInput {
    engine::Strategy& strategy;
    std::string name;
    std::vector<std::pair<std::string, std::string>> parameters;
};

/// How many rows of these series lie in the configured range.
std::uint64_t rows_in_range(std::span<const SeriesInput> inputs, const BacktestConfig& config);

/// A history that is read while the run goes on, from its first bar to its last: opened for the configured range.
/// Borrowed, not null.
struct HistoryInput {
    std::string symbol;
    data::BarHistory* history;
    bool detail = false;
};

/// Runs a strategy over bars with the simulated broker. Series that the strategy reads and the run lacks are resampled.
/// Errors: kInvalidArgument (balances, an asset that nothing converts, fees, slippage, latency, range, symbols, a
/// symbol twice, detail data that are not finer, a timeframe that no series makes, risk settings), kNotFound (no bar in
/// range, no whole bar to resample to, a risk rule, no market of a symbol), kUnsupported (a strategy that shorts or a
/// contract on a spot account, a symbol without fees at its venue, cheating on the open with several timeframes),
/// kOverflow, and what the strategy raises.
Result<analyzers::RunResult> run_backtest(std::span<const SeriesInput> inputs, const BacktestConfig& config,
                                          const StrategyInput& strategy);
/// The same over histories. Errors: theirs too.
Result<analyzers::RunResult> run_backtest(std::span<const HistoryInput> inputs, const BacktestConfig& config,
                                          const StrategyInput& strategy);

}  // namespace ct::session

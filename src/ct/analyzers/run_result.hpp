#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/buckets.hpp"
#include "ct/analyzers/candles.hpp"
#include "ct/analyzers/level_log.hpp"
#include "ct/analyzers/metrics.hpp"
#include "ct/analyzers/period_returns.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/records.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::analyzers {

/// One series that a run consumed, as far as a report needs it.
struct SeriesSummary {
    InstrumentIndex instrument = 0;
    Timeframe timeframe;
    std::uint64_t bars = 0;
    TimeNs first_ns = 0;                        ///< open time of the first bar
    TimeNs last_ns = 0;                         ///< open time of the last bar
    std::uint64_t missing = 0;                  ///< bars that the grid between them would have and the data have not
    std::optional<std::size_t> resampled_from;  ///< the series of the run that it was made of
    SeriesChart chart;                          ///< empty unless it was asked for
    /// Makes the chart of the bars that the run had, with at most so many candles.
    std::function<SeriesChart(const BarColumns& bars, std::size_t most_candles)> make_chart;
};

/// What a run leaves of one instrument: the sum of its fills and what they earned before fees, in its quote asset.
struct FinalPosition {
    InstrumentIndex instrument = 0;
    Quantity quantity;
    Price last_price;
    Money average_price;  ///< what the quantity was entered for, of one unit; zero without a quantity
    Money realised;
    Money unrealised;  ///< at the last price
};

/// What the account had of an asset at the start and at the end.
struct AssetBalance {
    std::string asset;
    Money initial;
    Money final;
    Money fees;   ///< paid in it
    Money value;  ///< of the final balance, in the reporting asset
};

/// What a finished run leaves: the exact facts (orders, fills, trades, money) and the statistics made of them.
struct RunResult {
    std::string version;
    std::string strategy;
    std::vector<std::pair<std::string, std::string>> parameters;  ///< of the strategy, as text
    /// How it was run: account, cash, fees, slippage, latency, from, to; report_asset, rates, seed and risk where they
    /// matter.
    std::vector<std::pair<std::string, std::string>> settings;
    std::vector<std::string> warnings;  ///< of the strategy, a sentence each

    std::vector<Instrument> instruments;
    std::vector<SeriesSummary> series;
    std::uint64_t bars = 0;
    std::uint64_t blocks = 0;  ///< how many blocks the engine saw them in

    Records<Order> orders;
    LevelMoves level_moves;                     ///< of the orders, if they were asked for
    std::map<OrderId, std::string> client_ids;  ///< of the orders that were given one
    Records<Fill> fills;
    Records<RoundTrip> trades;
    Records<RiskDecision> risk_decisions;  ///< of a run with risk settings: all that was not let pass as it came
    std::vector<FinalPosition> positions;
    std::vector<AssetBalance> balances;
    std::string report_asset;  ///< what values, fees and metrics are counted in
    Money initial_cash;        ///< of the quote asset of the first instrument
    Money final_cash;          ///< likewise
    Money initial_value;       ///< all balances before the first bar
    Money final_value;         ///< all balances and positions at the last closes
    Money fees;                ///< converted at the last closes
    /// By instrument: what one of its quote asset is worth in the reporting asset at the last closes.
    std::vector<double> quote_rates;

    AnalyzerSet analyzers;  ///< that were asked for
    Metrics metrics;
    std::vector<PeriodReturn> monthly_returns;
    std::vector<PeriodReturn> yearly_returns;
    Buckets equity;                     ///< thinned equity of every step
    std::vector<TimeNs> daily_time_ns;  ///< UTC midnight that ends the day (or the last step's time)
    std::vector<double> daily_equity;   ///< equity at the last step of that day
    std::vector<double> daily_cash;     ///< of the quote asset of the first instrument, likewise
    std::vector<double> buy_and_hold;   ///< what the initial value was worth then, held in the instruments

    Digest result_hash;
    Digest input_hash;
    std::vector<std::pair<std::string, double>> seconds;  ///< wall time by stage: read, run, analyze ...
    std::uint64_t peak_rss_bytes = 0;
};

/// The order that closed a trade. Requires: the trade is closed.
inline const Order& exit_order(const RunResult& result, const RoundTrip& trade) {
    return result.orders[static_cast<std::size_t>(trade.exit_order_id - 1)];
}

}  // namespace ct::analyzers

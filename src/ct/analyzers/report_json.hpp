#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "ct/analyzers/run_result.hpp"

namespace ct::analyzers {

struct JsonOptions {
    bool equity_buckets = false;  ///< also the thinned equity of every step
};

/// The result as one JSON object, keys in a fixed order:
///   version, strategy, parameters {}, settings {}, series [instrument, timeframe, bars, first_time_ms, last_time_ms,
///   missing], bars, report_asset, initial_cash, final_cash, initial_value, final_value, fees, orders (how many),
///   rejected_orders {count, first_order_id, first_reason, needed, available}, risk_counts {rule: {modify, reject}},
///   risk_decisions [time_ms, order_id, instrument, rule, action, asked, allowed, sentence], analyzers [names],
///   metrics {}, monthly_returns [year, month, value], yearly_returns [year, value], balances [asset, initial, final,
///   fees, value], positions [instrument, quantity, last_price, average_price, realised, unrealised, quote], fills
///   [time_ms, instrument, side, quantity, price, fee, order_id, liquidity, ambiguous, slippage], trades
///   [entry_time_ms, exit_time_ms, instrument, side, quantity, entry_price, exit_price, fees, pnl, open,
///   entry_order_id, exit_order_id, exit_type, quote], decision_log [time_ms, order_id, instrument, side, type,
///   quantity, arrival_price, status, filled, reason], equity_daily [[time_ms, value]], buy_and_hold_daily [[time_ms,
///   value]], equity_buckets [[time_ms, first, min, max, last]] on request, seconds {}, peak_rss_bytes, result_hash,
///   input_hash.
/// What belongs to an analyzer is there if the run had it: periods the returns, trade_log fills and trades,
/// decision_log itself, equity_curve and benchmark the daily values.
/// Prices, quantities and money are number tokens of full precision: read them as decimals. null stands for an
/// undefined metric, the exit time of an open trade, the slippage of a fill that has none and what a rejection or an
/// order does not have. Instruments go by their symbol,
/// times are milliseconds since 1970 UTC. Parameters and settings that are written as a number, true or false become
/// that.
std::string to_json(const RunResult& result, const JsonOptions& options = {});

/// Takes a text piece by piece.
using TextSink = std::function<void(std::string_view)>;

/// The same without ever holding the whole text.
void write_json(const RunResult& result, const TextSink& sink, const JsonOptions& options = {});

}  // namespace ct::analyzers

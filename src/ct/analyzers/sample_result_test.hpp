#pragma once

#include <limits>
#include <vector>

#include "ct/analyzers/candles.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::analyzers {

inline constexpr TimeNs kSampleStart = 1'704'067'200 * kNsPerSecond;  ///< 2024-01-01
inline constexpr TimeNs kSampleHour = 3600 * kNsPerSecond;

/// A small finished run for the tests of the reports: one closed and one open trade, one rejected order.
inline RunResult sample_result() {
    RunResult result;
    result.version = "1.2.3";
    result.strategy = "sma_cross";
    result.parameters = {{"fast", "10"}, {"size", "95%"}, {"short", "true"}, {"code", "007"}};
    result.settings = {{"cash", "10000"}, {"maker", "0.001"}, {"account", "simple"}, {"to", ""}};
    result.instruments = {{"BTC/USDT", "BTC", "USDT", {2, 8}}};
    SeriesSummary series;
    series.chart.candles = Candles(Timeframe::fixed(kSampleHour));
    series.chart.line_timeframe = Timeframe::fixed(kSampleHour);
    series.chart.lines = {{"SMA(10)", 0, ChartLine::Place::kPrice, std::vector(48, 42'100.5)},
                          {"RSI(14)", 1, ChartLine::Place::kBelow, std::vector(48, 55.25)}};
    series.timeframe = Timeframe::fixed(kSampleHour);
    series.bars = 48;
    series.first_ns = kSampleStart;
    series.last_ns = kSampleStart + 47 * kSampleHour;
    series.missing = 1;
    for (int i = 0; i < 48; ++i) {
        const TimeNs open_ns = kSampleStart + i * kSampleHour;
        const double open = 42'000 + 10.0 * i;
        const double high = open + 30;
        const double low = open - 20;
        const double close = open + 10;
        series.chart.candles.add({{&open_ns, 1}, {&open, 1}, {&high, 1}, {&low, 1}, {&close, 1}, {&close, 1}});
        result.equity.add(kSampleStart + (i + 1) * kSampleHour, 10'000 - 5.0 * (i % 7));
    }
    result.series = {series};
    result.bars = 48;
    result.report_asset = "USDT";
    result.quote_rates = {1};
    result.initial_cash = Money::units(10'000);
    result.initial_value = Money::units(10'000);
    result.final_cash = *Money::parse("5790.123456789012345678");
    result.final_value = *Money::parse("10000.123456789012345678");
    result.fees = *Money::parse("12.63");
    result.balances = {{"USDT", result.initial_cash, result.final_cash, result.fees, result.final_cash}};

    Order filled{
        .id = 1, .request = {.quantity = {10'000'000}}, .status = OrderStatus::kFilled, .arrival_price = {4'200'000}};
    Order rejected{.id = 2,
                   .request = {.quantity = {90'000'000}},
                   .status = OrderStatus::kRejected,
                   .reason = Reason::kInsufficientCash,
                   .updated_ns = kSampleStart + kSampleHour,
                   .needed = *Money::parse("37800.5"),
                   .available = *Money::parse("10000")};
    Order sold{.id = 3, .request = {.side = Side::kSell, .type = OrderType::kLimit}, .status = OrderStatus::kFilled};
    Order bought{.id = 4, .status = OrderStatus::kFilled, .arrival_price = {4'209'000}};
    result.orders = {filled, rejected, sold, bought};
    const Money fee = *Money::parse("4.2");
    result.fills = {
        {1, kSampleStart, 0, Side::kBuy, Liquidity::kTaker, false, {4'200'000}, {10'000'000}, fee},
        {3, kSampleStart + 5 * kSampleHour, 0, Side::kSell, Liquidity::kMaker, true, {4'210'050}, {10'000'000}, fee},
        {4, kSampleStart + 9 * kSampleHour, 0, Side::kBuy, Liquidity::kTaker, false, {4'210'000}, {10'000'000}, fee}};
    TradeLog log({result.instruments[0].scale});
    for (const Fill& fill : result.fills) log.on_fill(fill);
    result.trades = log.finish(std::vector<Price>{{4'247'000}}).value();
    result.positions = {{.quantity = {10'000'000},
                         .last_price = {4'247'000},
                         .average_price = Money::units(42'100),
                         .realised = *Money::parse("10.05"),
                         .unrealised = Money::units(37)}};
    result.metrics = {{"total_return", 0.0000123}, {"sharpe", std::numeric_limits<double>::quiet_NaN()}, {"trades", 1}};
    result.daily_time_ns = {kSampleStart + kNsPerDay, kSampleStart + 2 * kNsPerDay};
    result.daily_equity = {9'985.5, 10'000.25};
    result.buy_and_hold = {10'050, 10'110.5};
    result.monthly_returns = {{2024, 1, 0.000025}};
    result.yearly_returns = {{2024, 0, 0.000025}};
    result.result_hash = {1, 2};
    result.input_hash = {3, 4};
    result.seconds = {{"read", 0.25}, {"run", 0.5}};
    result.peak_rss_bytes = 12'345'678;
    return result;
}

}  // namespace ct::analyzers

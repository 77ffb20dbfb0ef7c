#pragma once

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/analyzers/run_result.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "support/bars.hpp"

namespace ct::test {

inline session::SeriesInput input_of(std::string symbol, const BarTable& bars) {
    return {std::move(symbol), bars.timeframe(), bars.columns(), bars.price_decimals()};
}

inline Result<analyzers::RunResult> backtest(const std::vector<session::SeriesInput>& inputs,
                                             engine::Strategy& strategy, const session::BacktestConfig& config = {}) {
    return session::run_backtest(inputs, config, {strategy, "test", {}});
}

/// A configuration without fees.
inline session::BacktestConfig no_fees(const Money& cash = Money::units(10'000)) {
    session::BacktestConfig config;
    config.cash = cash;
    config.fees = {};
    return config;
}

/// "buy 5 BTC at 101.5 (2h), fee 0.1, order 1"
inline std::vector<std::string> fill_texts(const analyzers::RunResult& result) {
    std::vector<std::string> lines;
    for (const Fill& fill : result.fills) {
        const Instrument& instrument = result.instruments[fill.instrument];
        lines.push_back(fmt::format(
            "{} {} {} at {} ({}h), fee {}, order {}", name(fill.side), text(fill.quantity, instrument.scale),
            instrument.base, text(fill.price, instrument.scale), fill.time_ns / kHour, fill.fee.text(), fill.order_id));
    }
    return lines;
}

}  // namespace ct::test

#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "ct/analyzers/equity_curve.hpp"
#include "ct/analyzers/metrics.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

inline double value_of(const Metrics& metrics, std::string_view name) {
    for (const auto& [key, value] : metrics) {
        if (key == name) return value;
    }
    ADD_FAILURE() << "no metric " << name;
    return 0;
}

/// What metrics are made of, for their tests: a run whose start value is 1000, with one step a day at its midnight.
struct FinishedRun {
    explicit FinishedRun(std::vector<double> equity_by_day)
        : equity(std::move(equity_by_day)), exposure(equity.size(), 1) {
        for (std::size_t i = 1; i <= equity.size(); ++i) time_ns.push_back(static_cast<TimeNs>(i) * kNsPerDay);
    }

    [[nodiscard]] Metrics metrics() const {
        EquityCurve curve(1000);
        curve.on_equity({time_ns, equity, exposure, equity});
        const double final = equity.empty() ? 1000 : equity.back();
        return compute_metrics({.end_ns = static_cast<TimeNs>(equity.size()) * kNsPerDay,
                                .initial_value = Money::units(1000),
                                .final_value = Money::units(static_cast<std::int64_t>(final)),
                                .fees = Money::units(7),
                                .curve = curve,
                                .trades = trades,
                                .fills = fills,
                                .orders = orders,
                                .instruments = instruments,
                                .quote_rates = quote_rates,
                                .buy_and_hold = buy_and_hold});
    }
    [[nodiscard]] double operator[](std::string_view name) const { return value_of(metrics(), name); }
    [[nodiscard]] bool is_undefined(std::string_view name) const { return std::isnan((*this)[name]); }

    std::vector<TimeNs> time_ns;
    std::vector<double> equity;
    std::vector<double> exposure;
    std::vector<RoundTrip> trades;
    std::vector<Fill> fills;
    std::vector<Order> orders;
    std::vector<Instrument> instruments = {{"BTC/USDT", "BTC", "USDT", {2, 3}}, {"ETH/EUR", "ETH", "EUR", {2, 3}}};
    std::vector<double> quote_rates = {1, 2};
    std::vector<double> buy_and_hold;
};

}  // namespace ct::analyzers

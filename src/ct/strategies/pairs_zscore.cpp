#include "ct/strategies/pairs_zscore.hpp"

#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "ct/core/bar.hpp"
#include "ct/core/maths.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"
#include "ct/strategies/finest_series.hpp"
#include "ct/strategies/parameters.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::strategies {

namespace {

/// The next value of an indicator with one input and one line.
double next(indicators::Indicator& indicator, double value) {
    const double* const input = &value;
    double result = 0;
    double* const line = &result;
    indicator.run({&input, 1}, {&line, 1}, 1);
    return result;
}

Result<std::unique_ptr<engine::Strategy>> make_pairs(const Parameters& parameters) {
    const PairsZscore::Settings settings{.lookback = whole_number(parameters, "lookback"),
                                         .entry = number(parameters, "entry"),
                                         .exit = number(parameters, "exit"),
                                         .stop = number(parameters, "stop"),
                                         .share = number(parameters, "share")};
    if (settings.exit >= settings.entry || settings.entry >= settings.stop) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("parameters exit={}, entry={}, stop={}: expected exit below entry and entry below stop",
                                settings.exit, settings.entry, settings.stop));
    }
    return std::make_unique<PairsZscore>(settings);
}

}  // namespace

StrategyInfo PairsZscore::info() {
    return {.name = "pairs_zscore",
            .text =
                "Two symbols: sells the one and buys the other when their ratio is far from its mean, and closes both "
                "when it is back.",
            .parameters = {{"lookback", ParameterType::kWhole, "100", "bars of the mean and the deviation", 2,
                            kLongestPeriod},
                           {"entry", ParameterType::kNumber, "2", "z-score beyond which it enters", 0, 100},
                           {"exit", ParameterType::kNumber, "0.5", "z-score within which it closes", 0, 100},
                           {"stop", ParameterType::kNumber, "4", "z-score beyond which it gives up", 0, 1'000},
                           {"share", ParameterType::kNumber, "0.45", "of the equity, for each symbol", 0.01, 10}},
            .make = make_pairs};
}

void PairsZscore::on_start(engine::Context& ctx) {
    if (ctx.instruments().size() != 2) {
        return ctx.fail({ErrorCode::kInvalidArgument,
                         fmt::format("pairs_zscore trades two symbols, this run has {}", ctx.instruments().size())});
    }
    first_ = finest_series(ctx, 0).value_or(0);  // each has one
    second_ = finest_series(ctx, 1).value_or(0);
    const std::array lookback = {static_cast<double>(settings_.lookback)};
    auto mean = indicators::make("sma", lookback);
    auto deviation = indicators::make("stddev", lookback);
    if (!mean) return ctx.fail(mean.error());
    if (!deviation) return ctx.fail(deviation.error());
    mean_ = std::move(*mean);
    deviation_ = std::move(*deviation);
}

void PairsZscore::on_bar(engine::Context& ctx, const BarView& bar) {
    if (bar.series() != first_) return;
    const BarColumns others = ctx.bars(second_);
    if (others.size() == 0 || others.time_ns.back() != bar.open_time_ns()) return;  // only bars that both have
    const std::optional<double> score = zscore(bar.close() / others.close.back());
    if (!score) return;
    const double away = std::fabs(*score);
    const bool is_half = (ctx.position(0).count == 0) != (ctx.position(1).count == 0);
    switch (state_) {
        case State::kFlat:
            if (away > settings_.entry && away < settings_.stop)
                enter(ctx, *score > 0 ? -settings_.share : settings_.share);
            return;
        case State::kOpen:
            // A leg that was refused leaves the other alone.
            if (away > settings_.exit && away < settings_.stop && !is_half) return;
            leave(ctx);
            state_ = away <= settings_.exit ? State::kFlat : State::kStopped;
            return;
        case State::kStopped:
            if (away <= settings_.exit) state_ = State::kFlat;
            return;
    }
}

std::optional<double> PairsZscore::zscore(double ratio) {
    const double value = maths::log(ratio);
    const double mean = next(*mean_, value);
    const double deviation = next(*deviation_, value);
    if (!(deviation > 0)) return std::nullopt;  // NaN at the beginning
    return (value - mean) / deviation;
}

void PairsZscore::enter(engine::Context& ctx, double first_share) {
    const auto first = ctx.order_target_percent(0, first_share);
    if (!first) return ctx.fail(first.error());
    const auto second = ctx.order_target_percent(1, -first_share);
    if (!second) return ctx.fail(second.error());
    state_ = State::kOpen;
}

void PairsZscore::leave(engine::Context& ctx) {
    ctx.close(0);
    ctx.close(1);
}

}  // namespace ct::strategies

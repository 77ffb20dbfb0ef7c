// Bars a second of strategies written as expressions, beside the native sma_cross that one of them repeats. The runs
// take turns, so that what else the machine does falls on all of them; each is the median of its times.
//
// Usage: expressions_bench [rows] [repeats]

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/analyzers/run_result.hpp"
#include "ct/core/result.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/random_walk.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/strategies/expression_definition.hpp"
#include "ct/strategies/expression_rules.hpp"
#include "ct/strategies/expression_strategy.hpp"
#include "ct/strategies/registry.hpp"

namespace {

using ct::strategies::ExpressionDefinition;

using Maker = std::function<std::unique_ptr<ct::engine::Strategy>()>;

std::unique_ptr<ct::engine::Strategy> native_cross() {
    return ct::strategies::make("sma_cross", {{"fast", "10"}, {"slow", "50"}, {"size", "0.001"}}).value();
}

Maker expressions(const ExpressionDefinition& definition) {
    return [definition] {
        return std::make_unique<ct::strategies::ExpressionStrategy>(ct::strategies::compile(definition).value());
    };
}

ExpressionDefinition cross() {
    return {.entry = "crossover(sma_exact(close, 10), sma_exact(close, 50))",
            .exit = "crossunder(sma_exact(close, 10), sma_exact(close, 50))",
            .size = "0.001"};
}

/// Twenty different indicators, all of which count in each bar.
ExpressionDefinition twenty() {
    return {.entry =
                "sma(10) > sma(50) and ema(12) > ema(26) and rsi(14) < 70 and macd(close).macd > "
                "macd(close).signal and atr(14) > stddev(20) / 10 and adx(14) > 20 and cci(20) > 0 and mfi(14) < 80 "
                "and willr(14) > -80 and roc(10) > 0 and close < bbands(20).top and close > kama(30) and obv() > "
                "obv()[10] and stoch().percK > 20 and close > wma(20)",
            .exit = "close < lowest(low, 20)[1] or close > highest(high, 20)[1] * 1.05 or trix(15) < 0",
            .size = "0.001"};
}

/// What a position says is computed at each bar.
ExpressionDefinition with_position() {
    ExpressionDefinition definition = cross();
    definition.exit = "bars_held > 50 or profit > 0.05 and rsi(14) > 70";
    return definition;
}

struct Run {
    std::string_view name;
    Maker make;
    std::vector<double> seconds;
    std::string result_hash;
    std::size_t fills = 0;
};

}  // namespace

int main(int argc, char** argv) {
    const std::size_t rows = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 5'000'000;
    const std::size_t repeats = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 7;
    const auto series = ct::data::RandomWalk(1).next(rows);
    const ct::session::SeriesInput input{"BTC/USDT", series.timeframe, series.columns(), series.price_decimals};

    std::array runs = {Run{"sma_cross, native", native_cross, {}, {}}, Run{"sma_cross", expressions(cross()), {}, {}},
                       Run{"exit by position", expressions(with_position()), {}, {}},
                       Run{"20 indicators", expressions(twenty()), {}, {}}};
    for (std::size_t i = 0; i < repeats; ++i) {
        for (Run& run : runs) {
            const auto strategy = run.make();
            const auto result = ct::session::run_backtest({&input, 1}, {}, {*strategy, "bench", {}}).value();
            const auto stage = std::ranges::find(result.seconds, "run", &std::pair<std::string, double>::first);
            run.seconds.push_back(stage->second);
            run.result_hash = result.result_hash.text();
            run.fills = result.fills.size();
        }
    }
    for (Run& run : runs) {
        std::ranges::sort(run.seconds);
        const double median = run.seconds[run.seconds.size() / 2];
        fmt::print("{:18} {:6.1f} M bars/s, {} fills, result {}\n", run.name, static_cast<double>(rows) / median / 1e6,
                   run.fills, run.result_hash);
    }
    return 0;
}

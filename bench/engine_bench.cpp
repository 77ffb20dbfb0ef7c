// Bars a second of the whole engine on one core, data in memory: native sma_cross with streaming averages, the check of
// waiting orders, risk, result hash, equity and drawdown.
//
// Usage: engine_bench [--rows N] [--symbols K] [--repeats R] [--fast N] [--slow N] [--size S]
//                     [--csv FILE]
//   --csv FILE also writes the first symbol's bars, so that the command line can be run on the same data.

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/analyzers/run_result.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/random_walk.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/strategies/registry.hpp"

namespace {

struct Options {
    std::size_t rows = 5'000'000;
    std::size_t symbols = 1;
    std::size_t repeats = 7;
    std::string fast = "10";
    std::string slow = "50";
    std::string size = "0.001";
    std::string csv;
};

Options parse(int argc, char** argv) {
    Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        if (name == "--rows") options.rows = std::strtoull(argv[i + 1], nullptr, 10);
        if (name == "--symbols") options.symbols = std::strtoull(argv[i + 1], nullptr, 10);
        if (name == "--repeats") options.repeats = std::strtoull(argv[i + 1], nullptr, 10);
        if (name == "--fast") options.fast = argv[i + 1];
        if (name == "--slow") options.slow = argv[i + 1];
        if (name == "--size") options.size = argv[i + 1];
        if (name == "--csv") options.csv = argv[i + 1];
    }
    return options;
}

void write_csv(const ct::data::BarSeries& bars, const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "w");
    if (file == nullptr) {
        std::perror(path.c_str());
        std::exit(1);
    }
    fmt::print(file, "open_time,open,high,low,close,volume\n");
    for (std::size_t i = 0; i < bars.size(); ++i) {
        fmt::print(file, "{},{},{},{},{},{}\n", bars.time_ns[i] / ct::kNsPerMs, bars.open[i], bars.high[i], bars.low[i],
                   bars.close[i], bars.volume[i]);
    }
    std::fclose(file);
}

double seconds_of(const ct::analyzers::RunResult& result, std::string_view stage) {
    const auto found = std::ranges::find(result.seconds, stage, &std::pair<std::string, double>::first);
    return found == result.seconds.end() ? 0 : found->second;
}

}  // namespace

int main(int argc, char** argv) {
    const Options options = parse(argc, argv);
    std::vector<ct::data::BarSeries> series;
    std::vector<ct::session::SeriesInput> inputs;
    series.reserve(options.symbols);
    inputs.reserve(options.symbols);
    for (std::size_t i = 0; i < options.symbols; ++i) series.push_back(ct::data::RandomWalk(i + 1).next(options.rows));
    for (std::size_t i = 0; i < options.symbols; ++i) {
        const std::string symbol = options.symbols == 1 ? "BTC/USDT" : fmt::format("S{}/USDT", i);
        inputs.push_back({symbol, series[i].timeframe, series[i].columns(), series[i].price_decimals});
    }
    if (!options.csv.empty()) write_csv(series.front(), options.csv);

    const ct::strategies::Parameters parameters = {
        {"fast", options.fast}, {"slow", options.slow}, {"size", options.size}};
    std::vector<double> seconds;
    for (std::size_t i = 0; i < options.repeats; ++i) {
        const auto strategy = ct::strategies::make("sma_cross", parameters);
        const auto result =
            ct::session::run_backtest(inputs, {}, {**strategy, "sma_cross", {parameters.begin(), parameters.end()}});
        if (!result) {
            fmt::print(stderr, "error: {}\n", result.error().message);
            return 1;
        }
        seconds.push_back(seconds_of(*result, "run"));
        if (i + 1 < options.repeats) continue;
        std::ranges::sort(seconds);
        const double median = seconds[seconds.size() / 2];
        const auto rows = static_cast<double>(result->bars);
        fmt::print(
            "{{\"bars\": {}, \"symbols\": {}, \"orders\": {}, \"fills\": {}, \"orders_per_bar\": {:.4f}, "
            "\"seconds_median\": {:.4f}, \"bars_per_second\": {:.4g}, \"best\": {:.4g}, \"analyze_seconds\": {:.4f}, "
            "\"result_hash\": \"{}\"}}\n",
            result->bars, options.symbols, result->orders.size(), result->fills.size(),
            static_cast<double>(result->orders.size()) / rows, median, rows / median, rows / seconds.front(),
            seconds_of(*result, "analyze"), result->result_hash.text());
    }
    return 0;
}

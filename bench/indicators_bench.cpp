#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <benchmark/benchmark.h>

#include "ct/indicators.hpp"

// Nanoseconds an element of each kernel, fed in chunks: 4096 as the engine does, 1 as a stream.

namespace ct::indicators {
namespace {

constexpr std::size_t kRows = std::size_t{1} << 16U;

/// A walk of prices with two decimals, the same on every machine.
std::vector<double> make_prices() {
    std::vector<double> prices(kRows);
    std::uint64_t state = 1;
    double price = 40'000;
    for (double& value : prices) {
        state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        price *= 1.0 + (static_cast<double>(state >> 40U) / 0x1p24 - 0.5) / 500;
        value = std::round(price * 100) / 100;
    }
    return prices;
}

/// Volumes span many binary orders and hold zeros: SmaExact's slow way.
std::vector<double> make_volumes() {
    std::vector<double> volumes = make_prices();
    for (double& value : volumes)
        value = std::fmod(value * 1'000, 977) < 20 ? 0.0 : std::fmod(value * 1'000, 977) / 1'000;
    return volumes;
}

void count_elements(benchmark::State& state, std::size_t rows) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows));
    state.counters["ns/element"] =
        benchmark::Counter(static_cast<double>(state.iterations()) * static_cast<double>(rows) * 1e-9,
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

template <class Kernel>
void chunks(benchmark::State& state, const std::vector<double>& in) {
    const auto period = static_cast<std::size_t>(state.range(0));
    const auto chunk = static_cast<std::size_t>(state.range(1));
    std::vector<double> out(chunk);
    for (auto _ : state) {
        Kernel kernel(period);
        for (std::size_t at = 0; at < in.size(); at += chunk) {
            const std::size_t count = std::min(chunk, in.size() - at);
            kernel.run(std::span(in).subspan(at, count), std::span(out).first(count));
            benchmark::DoNotOptimize(out.data());
            benchmark::ClobberMemory();
        }
    }
    count_elements(state, in.size());
}

template <class Kernel>
void prices(benchmark::State& state) {
    chunks<Kernel>(state, make_prices());
}
template <class Kernel>
void volumes(benchmark::State& state) {
    chunks<Kernel>(state, make_volumes());
}

void periods(benchmark::internal::Benchmark* benchmark) {
    benchmark->ArgNames({"period", "chunk"})->ArgsProduct({{10, 14, 50, 200, 1000}, {4096, 1}});
}

BENCHMARK_TEMPLATE(prices, Sma)->Apply(periods);
BENCHMARK_TEMPLATE(prices, SmaExact)->Apply(periods);
BENCHMARK_TEMPLATE(volumes, SmaExact)->Apply(periods);
BENCHMARK_TEMPLATE(prices, Ema)->Apply(periods);
BENCHMARK_TEMPLATE(prices, Rsi)->Apply(periods);

/// One value at a time, as a live feed gives them.
template <class Kernel>
void updates(benchmark::State& state) {
    const std::vector<double> in = make_prices();
    Kernel kernel(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        for (const double price : in) benchmark::DoNotOptimize(update(kernel, price));
    }
    count_elements(state, in.size());
}

BENCHMARK_TEMPLATE(updates, Sma)->ArgName("period")->Arg(14)->Arg(200);
BENCHMARK_TEMPLATE(updates, Ema)->ArgName("period")->Arg(14)->Arg(200);
BENCHMARK_TEMPLATE(updates, Rsi)->ArgName("period")->Arg(14)->Arg(200);

}  // namespace
}  // namespace ct::indicators

BENCHMARK_MAIN();

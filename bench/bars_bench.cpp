// Bars out of trades and out of finer bars, one core, columns in memory: trades a second for one timeframe and for ten
// at once, for tick, volume, dollar, range and Renko bars, and the milliseconds of a resampling. Output buffers are
// warm.
//
// Usage: bars_bench [--trades N] [--bars N] [--repeats R] [--columns DIR]
//   --columns DIR also writes the inputs as DIR/{trade_time_ns,trade_price,...}.bin, so that peers can be run on them.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/money.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/event_bars.hpp"
#include "ct/data/random_walk.hpp"
#include "ct/data/renko.hpp"
#include "ct/data/resample.hpp"
#include "ct/data/time_bars.hpp"
#include "ct/data/trade_columns.hpp"

namespace {

struct Options {
    std::size_t trades = 5'000'000;
    std::size_t bars = 5'000'000;
    std::size_t repeats = 9;
    std::string columns;
};

Options parse(int argc, char** argv) {
    Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        if (name == "--trades") options.trades = std::strtoull(argv[i + 1], nullptr, 10);
        if (name == "--bars") options.bars = std::strtoull(argv[i + 1], nullptr, 10);
        if (name == "--repeats") options.repeats = std::strtoull(argv[i + 1], nullptr, 10);
        if (name == "--columns") options.columns = argv[i + 1];
    }
    return options;
}

/// A tape of about seven trades a second: prices in cents, amounts with five decimals, the same on every machine.
struct Tape {
    std::vector<ct::TimeNs> time_ns;
    std::vector<double> price;
    std::vector<double> amount;

    explicit Tape(std::size_t rows) {
        std::uint64_t state = 1;
        const auto draw = [&](std::uint64_t limit) {
            state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
            return static_cast<std::int64_t>((state >> 33U) % limit);
        };
        constexpr std::int64_t kLeastCents = 100'000;
        ct::TimeNs now_ns = ct::data::RandomWalk::kStartNs;
        std::int64_t cents = 5'000'000;
        for (std::size_t row = 0; row < rows; ++row) {
            now_ns += draw(300) * ct::kNsPerMs;
            cents = std::max(kLeastCents, cents + draw(201) - 100);
            time_ns.push_back(now_ns);
            price.push_back(static_cast<double>(cents) / 100);
            amount.push_back(static_cast<double>(draw(100'000) + 1) / 100'000);
        }
    }
    [[nodiscard]] ct::data::TradeColumns columns() const { return {time_ns, price, amount, {}}; }
};

template <class T>
void write_column(const std::string& folder, const char* name, const std::vector<T>& values) {
    const std::string path = fmt::format("{}/{}.bin", folder, name);
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr || std::fwrite(values.data(), sizeof(T), values.size(), file) != values.size() ||
        std::fclose(file) != 0) {
        std::perror(path.c_str());
        std::exit(1);
    }
}

void write_columns(const std::string& folder, const Tape& tape, const ct::data::BarSeries& bars) {
    write_column(folder, "trade_time_ns", tape.time_ns);
    write_column(folder, "trade_price", tape.price);
    write_column(folder, "trade_amount", tape.amount);
    write_column(folder, "bar_time_ns", bars.time_ns);
    write_column(folder, "bar_open", bars.open);
    write_column(folder, "bar_high", bars.high);
    write_column(folder, "bar_low", bars.low);
    write_column(folder, "bar_close", bars.close);
    write_column(folder, "bar_volume", bars.volume);
}

void clear(ct::data::BarSeries& bars) {
    bars.time_ns.clear();
    auto& extras = bars.extras;
    for (auto* column : {&bars.open, &bars.high, &bars.low, &bars.close, &bars.volume, &extras.quote_volume}) {
        column->clear();
    }
    extras.trade_count.clear();
}

void clear(ct::data::EventBars& bars) {
    bars.open_ns.clear();
    bars.close_ns.clear();
    for (auto* column : {&bars.open, &bars.high, &bars.low, &bars.close, &bars.volume, &bars.quote_volume}) {
        column->clear();
    }
    bars.trade_count.clear();
}

/// The median seconds of a run, after one that warms the buffers up.
template <class Run>
double median_seconds(std::size_t repeats, const Run& run) {
    run();
    std::vector<double> seconds;
    for (std::size_t i = 0; i < repeats; ++i) {
        const auto start = std::chrono::steady_clock::now();
        run();
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::sort(seconds);
    return seconds[seconds.size() / 2];
}

void print_trades(std::string_view what, std::size_t trades, std::size_t bars, double seconds) {
    const auto count = static_cast<double>(trades);
    fmt::print(
        "{{\"bars\": \"{}\", \"trades\": {}, \"made\": {}, \"seconds_median\": {:.5f}, \"trades_per_second\": {:.4g}, "
        "\"ns_per_trade\": {:.2f}}}\n",
        what, trades, bars, seconds, count / seconds, seconds / count * 1e9);
}

void time_bars(std::string_view what, const Tape& tape, std::size_t repeats, std::span<const char* const> names) {
    std::vector<ct::Timeframe> timeframes;
    for (const char* name : names) timeframes.push_back(ct::Timeframe::parse(name).value());
    std::vector<ct::data::BarSeries> buffers(timeframes.size());
    const double seconds = median_seconds(repeats, [&] {
        ct::data::TradeBars builder(timeframes);
        for (std::size_t i = 0; i < buffers.size(); ++i) {
            clear(buffers[i]);
            std::swap(builder.bars()[i], buffers[i]);
        }
        builder.run(tape.columns());
        builder.finish();
        for (std::size_t i = 0; i < buffers.size(); ++i) std::swap(builder.bars()[i], buffers[i]);
    });
    std::size_t made = 0;
    for (const auto& bars : buffers) made += bars.size();
    print_trades(what, tape.time_ns.size(), made, seconds);
}

/// The same trades one at a time, as a live feed gives them.
void streamed_bars(const Tape& tape, std::size_t repeats) {
    ct::data::BarSeries bars;
    const double seconds = median_seconds(repeats, [&] {
        clear(bars);
        ct::data::TimeBars builder{ct::Timeframe()};
        const auto columns = tape.columns();
        for (std::size_t row = 0; row < columns.size(); ++row) builder.run(columns.rows(row, row + 1), bars);
        builder.finish(bars);
    });
    print_trades("1m, one trade at a time", tape.time_ns.size(), bars.size(), seconds);
}

template <class Builder>
void event_bars(std::string_view what, const Tape& tape, std::size_t repeats, const Builder& fresh) {
    ct::data::EventBars bars;
    const double seconds = median_seconds(repeats, [&] {
        clear(bars);
        Builder builder = fresh;
        builder.run(tape.columns(), bars);
    });
    print_trades(what, tape.time_ns.size(), bars.size(), seconds);
}

void resample(const ct::data::BarSeries& minutes, std::size_t repeats) {
    const ct::Timeframe hour = ct::Timeframe::parse("1h").value();
    ct::data::BarSeries hours;
    const double seconds = median_seconds(repeats, [&] {
        clear(hours);
        ct::data::Resampler resampler(hour, minutes.timeframe);
        resampler.run(minutes.columns(), hours, minutes.size());
        resampler.finish(hours);
    });
    fmt::print("{{\"resample\": \"1m to 1h\", \"rows\": {}, \"made\": {}, \"ms_median\": {:.2f}}}\n", minutes.size(),
               hours.size(), seconds * 1e3);
}

}  // namespace

int main(int argc, char** argv) {
    using namespace ct::data;
    const Options options = parse(argc, argv);
    const Tape tape(options.trades);
    const BarSeries minutes = RandomWalk(1).next(options.bars);
    if (!options.columns.empty()) write_columns(options.columns, tape, minutes);

    constexpr const char* kTen[] = {"1s", "10s", "30s", "1m", "5m", "15m", "30m", "1h", "4h", "1d"};
    time_bars("1m", tape, options.repeats, std::span(kTen).subspan(3, 1));
    time_bars("1s", tape, options.repeats, std::span(kTen).first(1));
    time_bars("1s 10s 30s 1m 5m 15m 30m 1h 4h 1d at once", tape, options.repeats, kTen);
    streamed_bars(tape, options.repeats);

    const ct::Scale scale{2, 5};
    event_bars("tick, 100 trades", tape, options.repeats, TickBars(TickRule::make(100).value()));
    event_bars("volume, 50", tape, options.repeats, VolumeBars(VolumeRule::make("50", scale).value()));
    event_bars("dollar, 2500000", tape, options.repeats, DollarBars(DollarRule::make("2500000", scale).value()));
    event_bars("range, 10", tape, options.repeats, RangeBars(RangeRule::make("10", scale).value()));
    event_bars("Renko, 5", tape, options.repeats, Renko::make("5", scale).value());
    resample(minutes, options.repeats);
    return 0;
}

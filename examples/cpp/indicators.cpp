// Indicators in C++: over columns, one value at a time, by name, and one of the program's own.
// Usage: indicators candles.csv.gz

#include <cstddef>
#include <cstdio>
#include <tuple>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/indicators.hpp"
#include "ct/storage/csv_file.hpp"

namespace {

namespace ind = ct::indicators;

/// The program's own indicator: how far the close lies from the middle of its bar, averaged, in percent of the close.
class ClosePressure {
  public:
    static constexpr std::size_t kInputs = 3;
    static constexpr std::size_t kLines = 1;

    explicit ClosePressure(std::size_t period) : average_(period) {}

    [[nodiscard]] std::size_t lead_in() const { return average_.lead_in(); }

    void run(ind::Inputs<kInputs> in, ind::Lines<kLines> out, std::size_t rows) {
        const auto [high, low, close] = in;
        for (std::size_t i = 0; i < rows; ++i) {
            const double middle = (high[i] + low[i]) / 2;
            out[0][i] = ind::update(average_, 100 * (close[i] - middle) / close[i]);
        }
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(average_);
    }

  private:
    ind::Sma average_;
};

/// Makes it known by name: to strategies, to Python in the same process, to ind::make().
ct::Result<const ind::IndicatorInfo*> define_close_pressure() {
    return ind::define({.name = "close_pressure",
                        .group = ind::Group::kCustom,
                        .inputs = {"high", "low", "close"},
                        .parameters = {ind::period(20)},
                        .lines = {"close_pressure"},
                        .text = "Average distance of the close from the middle of its bar, in percent.",
                        .source = "this example",
                        .factory = ind::make_kernel<ClosePressure, std::size_t>});
}

int report(const ct::Error& error) {
    std::fprintf(stderr, "error: %s\n", error.message.c_str());
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: indicators candles.csv.gz\n", stderr);
        return 2;
    }
    const auto bars = ct::storage::read_csv(argv[1], {});
    if (!bars) return report(bars.error());
    const auto& [high, low, close] = std::tie(bars->series.high, bars->series.low, bars->series.close);
    const std::size_t rows = close.size();

    // Over columns: all memory is the caller's.
    ind::Rsi rsi(14);
    std::vector<double> strength(rows);
    run(rsi, close, strength);

    ind::Stochastic stochastic(14, 3, ind::AverageKind::kSma, 3, ind::AverageKind::kSma);
    std::vector<double> k(rows);
    std::vector<double> d(rows);
    run(stochastic, {high, low, close}, {k, d});
    std::printf("rsi %.4f  k %.4f  d %.4f\n", strength.back(), k.back(), d.back());

    // One value at a time, with the same bits.
    ind::Rsi live(14);
    double last = 0;
    for (const double price : close) last = update(live, price);
    std::printf("stream equals column: %s\n", last == strength.back() ? "yes" : "no");

    // By name, the program's own among them.
    if (const auto defined = define_close_pressure(); !defined) return report(defined.error());
    const auto made = ind::make("close_pressure", std::vector{50.0});
    if (!made) return report(made.error());
    std::vector<double> pressure(rows);
    (*made)->run(std::vector{high.data(), low.data(), close.data()}, std::vector{pressure.data()}, rows);
    std::printf("close_pressure %.6f\n", pressure.back());
    return 0;
}

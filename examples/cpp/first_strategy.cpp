// A strategy in C++: buys when the close passes its average of the last 20 bars, sells when it falls below.
// Usage: first_strategy candles.csv.gz

#include <cstdio>
#include <string>

#include "ct/analyzers/report_json.hpp"
#include "ct/engine.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/storage/csv_file.hpp"

namespace {

class AboveAverage : public ct::engine::Strategy {
  public:
    void on_start(ct::engine::Context& ctx) override {
        const auto average = ctx.indicator(0, "sma", {20});
        if (!average) return ctx.fail(average.error());
        average_ = *average;
    }

    void on_bar(ct::engine::Context& ctx, const ct::BarView& bar) override {
        const bool holds = ctx.position(0).count > 0;
        if (bar.close() > average_.value() && !holds) {
            const auto tenth = ctx.quantity(0, 0.1);
            if (tenth) ctx.buy(0, *tenth);
        } else if (bar.close() < average_.value() && holds) {
            ctx.close(0);
        }
    }

  private:
    ct::engine::Line average_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: first_strategy candles.csv.gz\n", stderr);
        return 2;
    }
    const auto bars = ct::storage::read_csv(argv[1], {});
    if (!bars) {
        std::fprintf(stderr, "error: %s\n", bars.error().message.c_str());
        return 2;
    }
    const auto& series = bars->series;
    const ct::session::SeriesInput input{"BTC/USDT", series.timeframe, series.columns(), series.price_decimals};
    AboveAverage strategy;
    const auto result = ct::session::run_backtest({&input, 1}, {}, {strategy, "above_average", {}});
    if (!result) {
        std::fprintf(stderr, "error: %s\n", result.error().message.c_str());
        return 1;
    }
    std::printf("%s\n", ct::analyzers::to_json(*result).c_str());
    return 0;
}

#include "ct/session/backtest/universe.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/broker/slippage.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/money.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/memory_history.hpp"
#include "ct/engine/context.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "support/backtest_run.hpp"
#include "support/bars.hpp"
#include "support/costs.hpp"
#include "support/numbers.hpp"
#include "support/scripted_strategy.hpp"

// The range, the decimals, the instruments and the input hash of a run, and what it refuses.
namespace ct::session {
namespace {

using test::BarTable;
using test::flat;
using test::input_of;
using test::k1h;
using test::k4h;
using test::kHour;
using test::money;
using test::ScriptedStrategy;
using testing::ElementsAre;
using testing::IsEmpty;

BarTable ten_hours() {
    return {
        k1h, 0, {flat(10), flat(11), flat(12), flat(13), flat(14), flat(15), flat(16), flat(17), flat(18), flat(19)}};
}

/// A universe and the histories it refers to.
struct OwnedUniverse {
    std::vector<std::unique_ptr<data::MemoryHistory>> histories;
    Universe universe;
};

Result<OwnedUniverse> universe_of(std::span<const SeriesInput> inputs, const BacktestConfig& config) {
    auto histories = cut_to_range(inputs, config);
    if (!histories) return fail(histories);
    std::vector<HistoryInput> borrowed;
    borrowed.reserve(inputs.size());
    for (std::size_t i = 0; i < inputs.size(); ++i) borrowed.push_back({inputs[i].symbol, (*histories)[i].get()});
    auto universe = make_universe(borrowed, config);
    if (!universe) return fail(universe);
    return OwnedUniverse{*std::move(histories), *std::move(universe)};
}

std::vector<TimeNs> hours_in(std::optional<TimeNs> from_ns, std::optional<TimeNs> to_ns) {
    const BarTable bars = ten_hours();
    BacktestConfig config;
    config.from_ns = from_ns;
    config.to_ns = to_ns;
    const std::vector<SeriesInput> inputs = {input_of("BTC/USDT", bars)};
    const auto owned = universe_of(inputs, config);
    if (!owned) return {};
    const auto times_ns = owned->histories[0]->whole()->time_ns;
    EXPECT_EQ(rows_in_range(inputs, config), times_ns.size());
    EXPECT_EQ(owned->universe.start_ns, times_ns.front());
    std::vector<TimeNs> hours;
    for (const TimeNs time_ns : times_ns) hours.push_back(time_ns / kHour);
    return hours;
}

TEST(Range, IsOnOpenTimesWithItsStartAndWithoutItsEnd) {
    EXPECT_THAT(hours_in(3 * kHour, 6 * kHour), ElementsAre(3, 4, 5));
    EXPECT_THAT(hours_in(3 * kHour + 1, 6 * kHour + 1), ElementsAre(4, 5, 6));
    EXPECT_THAT(hours_in(3 * kHour - 1, 6 * kHour - 1), ElementsAre(3, 4, 5));
    EXPECT_THAT(hours_in(8 * kHour, std::nullopt), ElementsAre(8, 9));
    EXPECT_THAT(hours_in(std::nullopt, 2 * kHour), ElementsAre(0, 1));
    EXPECT_EQ(hours_in(std::nullopt, std::nullopt).size(), 10U);
    EXPECT_EQ(hours_in(-kHour, 100 * kHour).size(), 10U);
    EXPECT_THAT(hours_in(10 * kHour, std::nullopt), IsEmpty());
}

TEST(Range, StartsWithTheEarliestBarOfAllSeries) {
    const BarTable late(k1h, 5 * kHour, {flat(10)});
    const BarTable early(k1h, 3 * kHour, {flat(10)});
    const BarTable middle(k1h, 4 * kHour, {flat(10)});
    const std::vector<SeriesInput> inputs = {input_of("BTC/USDT", late), input_of("ETH/USDT", early),
                                             input_of("ADA/USDT", middle)};
    EXPECT_EQ(universe_of(inputs, {})->universe.start_ns, 3 * kHour);
}

TEST(Range, HasNoHiddenHistoryBeforeIt) {
    const BarTable bars = ten_hours();
    BacktestConfig config;
    config.from_ns = 4 * kHour;
    ScriptedStrategy strategy;
    strategy.bar = [](engine::Context& ctx, const BarView&) {
        EXPECT_EQ(ctx.bars(0).time_ns.front(), 4 * kHour);
        EXPECT_EQ(ctx.bars(0).size(), static_cast<std::size_t>(ctx.now_ns() / kHour) - 4);
    };
    const auto result = test::backtest({input_of("BTC/USDT", bars)}, strategy, config).value();
    EXPECT_EQ(result.bars, 6U);
    EXPECT_EQ(strategy.log[0], "4h start");
    EXPECT_EQ(strategy.log[1], "5h bar BTC 1h 14");
}

Scale scale_of(int price_decimals, std::int64_t lowest, const Money& cash) {
    const BarTable bars(k1h, 0, {{lowest + 5, lowest + 10, lowest, lowest + 5}}, price_decimals);
    BacktestConfig config;
    config.cash = cash;
    const std::vector<SeriesInput> inputs = {input_of("BTC/USDT", bars)};
    return universe_of(inputs, config).value().universe.instruments[0].scale;
}

TEST(Decimals, OfQuantitiesAreEight) {
    EXPECT_EQ(scale_of(2, 4'228'358, money("10000")), (Scale{2, 8}));
    EXPECT_EQ(scale_of(0, 1, money("1")), (Scale{0, 8}));
}

TEST(Decimals, OfQuantitiesAreFewerWhereThePriceHasMany) {
    EXPECT_EQ(scale_of(10, 1'000'000, money("10000")), (Scale{10, 8}));
    EXPECT_EQ(scale_of(11, 10'000'000, money("10000")), (Scale{11, 7}));
    EXPECT_EQ(scale_of(12, 100'000'000, money("10000")), (Scale{12, 6}));
    EXPECT_EQ(scale_of(18, 1'000'000'000'000, money("1000")), (Scale{18, 0}));
}

TEST(Decimals, OfQuantitiesAreFewerWhereTheCashBuysMoreThan64BitsCount) {
    // SHIB at 0.00000008 and 10 000 000: ten times what it buys is 1.25e15, and 9e18 / 1.25e15 leaves 3 decimals.
    EXPECT_EQ(scale_of(8, 8, money("10000000")), (Scale{8, 3}));
    // The borders: 10 x cash / price = 9e10 fits with eight decimals, a little more does not.
    EXPECT_EQ(scale_of(0, 1, money("9000000000")), (Scale{0, 8}));
    EXPECT_EQ(scale_of(0, 1, money("9000000001")), (Scale{0, 7}));
}

TEST(Decimals, AreThoseOfAllSeriesOfAnInstrument) {
    const BarTable coarse(k4h, 0, {flat(10)}, 1);
    const BarTable fine(k1h, 0, {flat(1'234)}, 3);
    const BarTable other(k1h, 0, {flat(5)}, 0);
    const std::vector<SeriesInput> inputs = {input_of("BTC/USDT", coarse), input_of("ETH/USDT", other),
                                             input_of("BTC/USDT", fine)};
    const auto owned = universe_of(inputs, {}).value();
    const Universe& universe = owned.universe;
    ASSERT_EQ(universe.instruments.size(), 2U);
    EXPECT_EQ(universe.instruments[0].scale, (Scale{3, 8}));
    EXPECT_EQ(universe.instruments[1].scale, (Scale{0, 8}));
    EXPECT_EQ(universe.infos[0].instrument, 0U);
    EXPECT_EQ(universe.infos[1].instrument, 1U);
    EXPECT_EQ(universe.infos[2].instrument, 0U);
}

Error error_of(const std::vector<SeriesInput>& inputs, const BacktestConfig& config = {}) {
    ScriptedStrategy strategy;
    const auto result = test::backtest(inputs, strategy, config);
    EXPECT_FALSE(result);
    EXPECT_THAT(strategy.log, IsEmpty());  // nothing has run
    return result ? Error{} : result.error();
}

void expect_error(const Error& error, ErrorCode code, const std::string& message) {
    EXPECT_EQ(error.code, code);
    EXPECT_EQ(error.message, message);
}

TEST(RunBacktest, RefusesConfigurationsThatMakeNoSense) {
    const BarTable bars = ten_hours();
    const std::vector<SeriesInput> inputs = {input_of("BTC/USDT", bars)};
    const auto with = [&](const auto& change) {
        BacktestConfig config;
        change(config);
        return error_of(inputs, config);
    };
    constexpr auto kBad = ErrorCode::kInvalidArgument;
    expect_error(with([](auto& config) { config.cash = {}; }), kBad, "cash must be positive, not 0");
    expect_error(with([](auto& config) { config.cash = money("-5.5"); }), kBad, "cash must be positive, not -5.5");
    expect_error(with([](auto& config) { config.fees.standard.maker = test::rate("-0.001"); }), kBad,
                 "a commission must be at least 0 and less than 1, not -0.001");
    expect_error(with([](auto& config) { config.fees.standard.taker = test::rate("1"); }), kBad,
                 "a commission must be at least 0 and less than 1, not 1");
    expect_error(with([](auto& config) {
                     config.matching.cheat_on_close = true;
                     config.slippage.kind = broker::SlippageModel::Kind::kImpact;
                 }),
                 kBad,
                 "cheat_on_close and slippage by impact: a fill at the close has no bar whose volume it could share");
    expect_error(with([](auto& config) { config.latency = test::late(-1); }), kBad,
                 "the latency must be from 0 to one day (86400000000000 ns), not -1 ns");
    expect_error(with([](auto& config) { config.fees.by_symbol = {{"ETH/USDT", {}}}; }), kBad,
                 "fees of ETH/USDT, which is not traded; did you mean 'BTC/USDT'? The run has BTC/USDT");
    expect_error(with([](auto& config) { config.slippage = test::slippage("10000"); }), kBad,
                 "BTC/USDT: slippage must be at least 0 and less than 1 (10000 bps) of the price, not 1");
    expect_error(with([](auto& config) { config.slippage = test::slippage("-1"); }), kBad,
                 "BTC/USDT: slippage must be at least 0 and less than 1 (10000 bps) of the price, not -0.0001");
    expect_error(with([](auto& config) {
                     config.from_ns = 3 * kHour;
                     config.to_ns = 2 * kHour;
                 }),
                 kBad, "the range [1970-01-01 03:00:00, 1970-01-01 02:00:00) ends before it starts");
    expect_error(with([](auto& config) {
                     config.from_ns = 3 * kHour;
                     config.to_ns = 3 * kHour;
                 }),
                 kBad, "the range [1970-01-01 03:00:00, 1970-01-01 03:00:00) ends before it starts");
}

TEST(RunBacktest, RefusesARangeWithoutBarsAndSaysWhatThereIs) {
    const BarTable bars = ten_hours();
    BacktestConfig config;
    config.from_ns = 10 * kHour;
    expect_error(error_of({input_of("BTC/USDT", bars)}, config), ErrorCode::kNotFound,
                 "no bar of BTC/USDT 1h in [1970-01-01 10:00:00, end): the data goes from 1970-01-01 00:00:00 to "
                 "1970-01-01 09:00:00");
    config.from_ns.reset();
    config.to_ns = 0;
    expect_error(error_of({input_of("BTC/USDT", bars)}, config), ErrorCode::kNotFound,
                 "no bar of BTC/USDT 1h in [start, 1970-01-01 00:00:00): the data goes from 1970-01-01 00:00:00 to "
                 "1970-01-01 09:00:00");
    const BarTable none(k1h);
    expect_error(error_of({input_of("BTC/USDT", none)}), ErrorCode::kNotFound,
                 "no bar of BTC/USDT 1h in [start, end): the data is empty");
}

TEST(RunBacktest, RefusesSeriesThatDoNotGoTogether) {
    const BarTable bars = ten_hours();
    constexpr auto kBad = ErrorCode::kInvalidArgument;
    expect_error(error_of({}), kBad, "a backtest needs at least one series of bars");
    expect_error(error_of({input_of("BTC/USDT", bars), input_of("BTC/USDT", bars)}), kBad,
                 "BTC/USDT at 1h is given twice; each series needs a symbol or timeframe of its own");
    expect_error(error_of({input_of("BTCUSDT", bars)}), kBad,
                 "symbol 'BTCUSDT' is not of the form BASE/QUOTE, such as BTC/USDT");
    expect_error(
        error_of({input_of("BTC/USDT", bars), input_of("ETH/EUR", bars)}), kBad,
        "nothing says what EUR is worth in the reporting asset USDT: give a rate (EUR/USDT=...), add bars of a "
        "symbol that joins them, or report in another asset");
}

TEST(RunBacktest, RefusesPricesThatDoNotFitTheirDecimals) {
    BarTable bars(k1h, 0, {flat(5'000'000)}, 2);
    SeriesInput input = input_of("BTC/USDT", bars);
    input.price_decimals = 19;
    EXPECT_EQ(error_of({input}).code, ErrorCode::kInvalidArgument);
    input.price_decimals = 15;  // 50 000 x 10^15
    expect_error(error_of({input}), ErrorCode::kOverflow,
                 "BTC/USDT: price 50000 does not fit 64 bits with 15 decimals");
}

TEST(RunBacktest, RefusesPricesThatAreNothingOnTheirGrid) {
    const BarTable bars(k1h, 0, {{12, 12, 4, 12}}, 1);  // 0.4 at the lowest
    SeriesInput input = input_of("BTC/USDT", bars);
    input.price_decimals = 0;
    expect_error(error_of({input}), ErrorCode::kInvalidArgument, "BTC/USDT: price 0.4 is not above 0 with 0 decimals");
}

/// The hash of the inputs of a run that has one thing changed.
Digest hash_with(const std::function<void(std::vector<SeriesInput>&, BacktestConfig&, StrategyInput&)>& change) {
    static const BarTable kBars = ten_hours();
    std::vector<SeriesInput> inputs = {input_of("BTC/USDT", kBars)};
    BacktestConfig config;
    ScriptedStrategy strategy;
    StrategyInput input{strategy, "name", {{"fast", "10"}, {"slow", "50"}}};
    change(inputs, config, input);
    return run_backtest(inputs, config, input).value().input_hash;
}

TEST(InputHash, ChangesWithEachInput) {
    BarTable changed(k1h);
    for (std::size_t row = 0; row < 10; ++row) {
        changed.add(static_cast<TimeNs>(row) * kHour, flat(row == 7 ? 18 : 10 + static_cast<std::int64_t>(row)));
    }
    BarTable later(k1h);
    for (std::size_t row = 0; row < 10; ++row) {
        later.add(static_cast<TimeNs>(row + 1) * kHour, flat(10 + static_cast<std::int64_t>(row)));
    }
    BarTable as_four_hours(k4h);
    const BarTable same = ten_hours();
    for (std::size_t row = 0; row < 10; ++row) as_four_hours.add(same.time_ns()[row], same.counts()[row]);

    using Inputs = std::vector<SeriesInput>;
    const std::vector<Digest> hashes = {
        hash_with([](Inputs&, BacktestConfig&, StrategyInput&) {}),
        hash_with([&](Inputs& inputs, BacktestConfig&, StrategyInput&) { inputs[0] = input_of("BTC/USDT", changed); }),
        hash_with([&](Inputs& inputs, BacktestConfig&, StrategyInput&) { inputs[0] = input_of("BTC/USDT", later); }),
        hash_with([&](Inputs& inputs, BacktestConfig&, StrategyInput&) { inputs[0].symbol = "ETH/USDT"; }),
        hash_with([&](Inputs& inputs, BacktestConfig&, StrategyInput&) { inputs[0].timeframe = k4h; }),
        hash_with([&](Inputs& inputs, BacktestConfig&, StrategyInput&) { inputs[0].price_decimals = 1; }),
        hash_with([&](Inputs& inputs, BacktestConfig&, StrategyInput&) {
            inputs.push_back(inputs[0]);
            inputs[1].symbol = "ETH/USDT";
        }),
        hash_with([&](Inputs& inputs, BacktestConfig&, StrategyInput&) {
            inputs.push_back(inputs[0]);
            inputs[0].symbol = "ETH/USDT";
        }),
        hash_with([](Inputs&, BacktestConfig& config, StrategyInput&) { config.cash = money("10001"); }),
        hash_with(
            [](Inputs&, BacktestConfig& config, StrategyInput&) { config.fees.standard.maker = test::rate("0.002"); }),
        hash_with(
            [](Inputs&, BacktestConfig& config, StrategyInput&) { config.fees.standard.taker = test::rate("0.002"); }),
        hash_with([](Inputs&, BacktestConfig& config, StrategyInput&) { config.slippage = test::slippage("1"); }),
        hash_with([](Inputs&, BacktestConfig& config, StrategyInput&) { config.latency = test::bars_late(1); }),
        hash_with([](Inputs&, BacktestConfig& config, StrategyInput&) { config.latency = test::late(50); }),
        hash_with([](Inputs&, BacktestConfig& config, StrategyInput&) {
            config.latency = {.kind = broker::LatencyModel::Kind::kNormal, .mean_ns = 50};
        }),
        hash_with([](Inputs&, BacktestConfig& config, StrategyInput&) {
            config.latency = {.kind = broker::LatencyModel::Kind::kNormal, .mean_ns = 50};
            config.seed = 1;
        }),
        hash_with([](Inputs&, BacktestConfig& config, StrategyInput&) { config.fees.standard.flat = money("1"); }),
        hash_with([](Inputs&, BacktestConfig& config, StrategyInput&) { config.from_ns = kHour; }),
        hash_with([](Inputs&, BacktestConfig& config, StrategyInput&) { config.to_ns = 9 * kHour; }),
        hash_with([](Inputs&, BacktestConfig&, StrategyInput& strategy) { strategy.name = "other"; }),
        hash_with([](Inputs&, BacktestConfig&, StrategyInput& strategy) { strategy.parameters[0].second = "11"; }),
        hash_with([](Inputs&, BacktestConfig&, StrategyInput& strategy) { strategy.parameters.pop_back(); }),
        hash_with([](Inputs&, BacktestConfig&, StrategyInput& strategy) { strategy.parameters[0].first = "f"; }),
    };
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) EXPECT_NE(hashes[i], hashes[k]) << i << " and " << k;
    }
}

TEST(InputHash, DoesNotChangeWithWhatCannotChangeTheRun) {
    using Inputs = std::vector<SeriesInput>;
    const Digest hash = hash_with([](Inputs&, BacktestConfig&, StrategyInput&) {});
    EXPECT_EQ(hash_with([](Inputs&, BacktestConfig& config, StrategyInput&) { config.batch_rows = 1; }), hash);
    EXPECT_EQ(
        hash_with([](Inputs&, BacktestConfig& config, StrategyInput&) { config.charts = config.level_moves = true; }),
        hash);
    EXPECT_EQ(hash_with([](Inputs&, BacktestConfig& config, StrategyInput&) { config.from_ns = 0; }), hash);
    EXPECT_EQ(hash_with([](Inputs&, BacktestConfig&, StrategyInput& strategy) {
                  std::swap(strategy.parameters[0], strategy.parameters[1]);
              }),
              hash);
}

}  // namespace
}  // namespace ct::session
